// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <presentation/filmhints.h>

#include <ui/viewers.h>

namespace arb::ui {

/// What searches found in the file on show; has them begun when it comes and called off when it goes. Says nothing about it.
class FindsKeeper final : public QObject
{
    Q_OBJECT

public:
    FindsKeeper(EvidenceLoader &loader, QObject *parent);
    ~FindsKeeper() override;

    /// @p ref is on show now; nullptr: nothing.
    void look(const EvidenceRef *ref);
    const presentation::FileFinds &finds() const { return m_finds; }
    QList<TimelineTick> ticks(TimelineTick::Kind kind, const domain::CaseFile &file, const domain::Exhibit &exhibit) const;

Q_SIGNALS:
    void changed();

private:
    using State = presentation::FileFinds::State;
    void leave();
    void lookForHints();
    void lookForCodes();
    void lookForWords();

    EvidenceLoader &m_loader;
    QByteArray m_sha256;
    bool m_masked = false; ///< personal data in what is read is hidden
    presentation::FileFinds m_finds;
    EvidenceLoader::Ticket m_hints = 0, m_codes = 0, m_words = 0;
};

} // namespace arb::ui
