// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QDialog>

class QLabel;
class QLineEdit;

namespace arb::ui {

/// Asks for one line, a name. Enter answers; an empty line does not.
class LineDialog : public QDialog
{
    Q_OBJECT

public:
    LineDialog(const QString &title, const QString &question, const QString &begun, QWidget *parent);
    QString text() const;
    /// Says @p sentence while the line is one of @p names; it may be answered all the same.
    void warnOf(const QStringList &names, const QString &sentence);

private:
    QLineEdit *m_line;
    QLabel *m_warning;
};

} // namespace arb::ui
