// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QObject>
#include <QtCore/QPoint>
#include <QtCore/QPointF>
#include <QtCore/QString>

#include <optional>

class QWidget;

namespace arb::ui {

/// Makes labels that show a fact of the record citable: by their menu, and by dragging them. By keyboard the record is cited
/// with Shift+C. A label's fact is its property "fact", a JSON pointer into case.json; without one it cannot be cited.
class FactCiting : public QObject
{
    Q_OBJECT

public:
    explicit FactCiting(QWidget *parent);
    void watch(QWidget *label);

Q_SIGNALS:
    void citeWanted(const QString &pointer);
    void dragWanted(const QString &pointer);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void offer(QWidget *label, const QString &pointer, QPoint at);

    std::optional<QPointF> m_pressedAt;
};

} // namespace arb::ui
