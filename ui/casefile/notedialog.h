// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "../shell/textdialog.h"

#include <usecases/casecommands.h>

#include <optional>

class QCheckBox;
class QComboBox;
class QCompleter;

namespace arb::ui {

/// Asks for a note: its text, whether parties may read it, and whether it is pinned to the place on show. "@" completes the
/// names of people.
class NoteDialog : public TextDialog
{
    Q_OBJECT

public:
    /// @p place may be none; @p placeWords says it.
    NoteDialog(const std::optional<domain::Citation> &place, const QString &placeWords, const QStringList &people, const QString &begun, QWidget *parent);
    usecases::NoteWish wish() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void offerNames();
    void choose();
    void complete(const QString &name);
    std::optional<QString> begunName() const; ///< behind the last "@" before the cursor

    std::optional<domain::Citation> m_place;
    QCheckBox *m_pin;
    QComboBox *m_visibility;
    QCompleter *m_names;
};

} // namespace arb::ui
