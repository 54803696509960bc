// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "filesearch.h"

namespace arb::ui {

class FramePictures;

/// What searches found in the file on show in a pane, and which find was chosen there. Says nothing about it.
class FindsKeeper final : public QObject
{
    Q_OBJECT

public:
    /// @p searches are the window's.
    FindsKeeper(std::shared_ptr<FileSearches> searches, QObject *parent);
    ~FindsKeeper() override;

    /// @p ref is on show now; nullptr: nothing.
    void look(const EvidenceRef *ref);
    const presentation::FileFinds &finds() const { return m_search ? m_search->finds() : m_nothing; }
    /// Those of @p kind; among interruptions also where damage begins, with the look of a gap.
    QList<TimelineTick> ticks(TimelineTick::Kind kind, const domain::CaseFile &file, const domain::Exhibit &exhibit) const;
    /// Where the search found the pictures of the film damaged.
    QList<TimelineSpan> damage(const domain::Exhibit &exhibit) const;
    /// By presentation::hintId() or codeId(), until another file comes. Small pictures of a hint's frames follow.
    void choose(const QString &find);
    QString chosen() const { return m_chosen; }
    /// Before and after the chosen hint, by frame, as far as they are read.
    QHash<qint64, QImage> pictures() const;

Q_SIGNALS:
    void changed();

private:
    void leavePictures();

    std::shared_ptr<FileSearches> m_searches;
    std::shared_ptr<FileSearch> m_search; ///< none: nothing on show is searched
    const presentation::FileFinds m_nothing{};
    QString m_chosen;
    FramePictures *m_pictures = nullptr; ///< a child; none: no hint is chosen
};

} // namespace arb::ui
