// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <usecases/casecommands.h>

namespace arb::usecases {

/// Looking closely: what is pointed out on evidence, and how it was left. Marks belong to the case: reviewers and
/// supervisors make them in any case they may see, whoever holds it, and each is in the audit trail. Views and pairs are
/// kept for whoever reads cases, without a trace.
class ExaminationCommands
{
public:
    explicit ExaminationCommands(const Desk &desk) : m_desk(desk) {}

    /// Who may mark; screens ask it.
    static bool mayMark(const Actor &actor);
    /// Others' notes masked like everything the desk shows.
    Done<domain::Examination> examination(const Actor &actor, domain::CaseId id) const;
    /// @p draft as drawn; id, author and time are made here. MarkUnfit, MarkOnOtherBytes, TooManyMarks. Where the film can be
    /// read, a frame has its own time: BadValue ("B2/pts") otherwise.
    Done<domain::MarkId> addMark(const Command &command, domain::CaseId id, domain::Mark draft);
    /// Moved, reshaped or with another note; shape, exhibit and page stay. The corrected mark is taken away and another one,
    /// whose id is the answer, stands in its place: the record has both. One's own only, since others' notes are masked
    /// here. What a ruling or a kept draft cites stays as it was when it was cited: MarkCited. NoSuchMark, NotYourMark,
    /// MarkUnfit, TooManyMarks.
    Done<domain::MarkId> correctMark(const Command &command, domain::CaseId id, domain::MarkId mark, const QList<QPoint> &points, const QString &note);
    /// One's own; a supervisor anybody's. NoSuchMark, NotYourMark.
    Done<void> removeMark(const Command &command, domain::CaseId id, domain::MarkId mark);
    Done<void> saveView(const Actor &actor, domain::CaseId id, const domain::ExhibitView &view);
    Done<void> savePair(const Actor &actor, domain::CaseId id, const domain::PairView &pair);

private:
    Done<void> needReader(const Actor &actor) const;
    /// What a command of this id did before: its answer, nothing, or OtherContent.
    Done<std::optional<domain::MarkId>> earlier(const Command &command, const QByteArray &digest) const;

    const Desk &m_desk;
};

/// The size of what a mark on @p exhibit lies on, as its file says: of the picture, or of page @p page; empty when it does
/// not say.
QSize markedSize(const domain::Exhibit &exhibit, int page);

} // namespace arb::usecases
