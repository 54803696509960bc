// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QStringList>
#include <QtWidgets/QWidget>

class QLabel;
class QScrollArea;

namespace arb::ui {

/// What of the evidence was on show, in full: above the button that signs, and beside a ruling for whoever approves or reads
/// it. It is told, blocks nothing and compares nobody.
class CoverageList : public QWidget
{
    Q_OBJECT

public:
    /// SoFar: of whoever is about to sign. AtSigning: what the ruling was signed on and keeps.
    enum class When { SoFar, AtSigning };

    explicit CoverageList(When when, QWidget *parent = nullptr);
    void setLines(const QStringList &lines);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();
    void retranslate();
    void restyle();

    When m_when;
    QLabel *m_title, *m_text;
    QScrollArea *m_box;
};

} // namespace arb::ui
