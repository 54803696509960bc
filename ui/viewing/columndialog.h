// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/chatreading.h>

#include <QtCore/QStringList>
#include <QtWidgets/QDialog>

class QCheckBox;
class QComboBox;
class QDialogButtonBox;
class QFormLayout;
class QLabel;
class QTableWidget;

namespace arb::ui {

/// Asks what the columns of a chat that came as a table mean: its first rows as they stand, a choice for each meaning, and
/// what the chat would become. Reads no file: whoever opened it brings the previews that it asks for.
class ColumnDialog : public QDialog
{
    Q_OBJECT

public:
    /// @p head: the first rows; @p now: how it is read now.
    ColumnDialog(const QList<QStringList> &head, const domain::ChatReading &now, QWidget *parent = nullptr);
    domain::ChatReading reading() const;
    /// Begins: asks for the first preview.
    void begin() { change(); }
    /// What the file is, read by the last reading that was asked for. None: it could not be read.
    void showPreview(const domain::ChatLog *log);

Q_SIGNALS:
    void previewWanted(const arb::domain::ChatReading &reading);
    /// Done: read it so from now on; an empty reading: as the file says by itself.
    void chosen(const arb::domain::ChatReading &reading);

private:
    QTableWidget *makeTable(const QString &objectName, const QString &accessible);
    QComboBox *addChoice(QFormLayout *form, const QString &label, const QString &objectName);
    void fillHead();
    void addRoles(QFormLayout *form);
    void addRest(QFormLayout *form);
    void take(const domain::ChatReading &now);
    void nameColumns();
    int columnOf(const QString &told) const;
    void change();
    QString columnWords(int column) const;

    QList<QStringList> m_head;
    int m_columns = 0;
    QTableWidget *m_rows = nullptr, *m_preview = nullptr;
    QCheckBox *m_hasHeader = nullptr;
    QList<QComboBox *> m_roles; ///< in the order of chatRoles()
    QComboBox *m_dayOrder = nullptr, *m_zone = nullptr;
    QLabel *m_count = nullptr;
    QDialogButtonBox *m_buttons = nullptr;
};

} // namespace arb::ui
