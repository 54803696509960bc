// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QStringList>
#include <QtWidgets/QLabel>

namespace arb::ui {

/// A line of plain text that says less where there is less room, instead of being cut; the tool tip then has it all.
class FittedLabel : public QLabel
{
    Q_OBJECT

public:
    explicit FittedLabel(QWidget *parent = nullptr);
    /// The same with less and less in it; the first says all, the last what matters.
    void setTexts(const QStringList &texts);
    QSize sizeHint() const override;        ///< of the first
    QSize minimumSizeHint() const override; ///< of the last

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void refit();
    QSize sizeOf(const QString &text) const;

    QStringList m_texts;
};

} // namespace arb::ui
