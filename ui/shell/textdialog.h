// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QDialog>

class QPlainTextEdit;

namespace arb::ui {

/// Asks for a few sentences. Tab leaves the field, Ctrl+Enter answers; nothing is lost by closing it, as text() tells.
class TextDialog : public QDialog
{
    Q_OBJECT

public:
    /// @p begun is what was written before.
    TextDialog(const QString &title, const QString &question, const QString &begun, QWidget *parent);
    QString text() const;

protected:
    QPlainTextEdit *field() const { return m_text; }
    void addBelow(QWidget *widget); ///< between the field and the buttons

private:
    QPlainTextEdit *m_text;
};

} // namespace arb::ui
