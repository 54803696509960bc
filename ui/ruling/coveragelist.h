// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QStringList>
#include <QtWidgets/QWidget>

class QLabel;
class QScrollArea;

namespace arb::ui {

/// What of the evidence was on show, in full, above the button that signs; it is told and blocks nothing.
class CoverageList : public QWidget
{
    Q_OBJECT

public:
    explicit CoverageList(QWidget *parent = nullptr);
    void setLines(const QStringList &lines);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();
    void retranslate();
    void restyle();

    QLabel *m_title, *m_text;
    QScrollArea *m_box;
};

} // namespace arb::ui
