// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/timelinerules.h>

#include <QtCore/QList>

/// Invented cases whose times are known to be right or wrong: the labelled set of the timeline's rules. The same seed gives the
/// same cases on every machine.
namespace arb::tests {

/// Something that is wrong with the times of a case.
struct Planted
{
    domain::TimelineRule rule = domain::TimelineRule::FutureTime;
    QString subject;        ///< exhibit, message or device; empty: the record
    bool decidable = true;  ///< the times as written still tell: neither an unknown zone nor an offset hides it
};

struct LabelledCase
{
    domain::CaseFile file;
    domain::TimelineExtra extra;
    QList<Planted> planted;
};

/// Half of them honest, with cameras in unknown zones or eight hours off, clocks that are minutes wrong and evidence in the
/// last hours of its term; the others have one or two contradictions planted, every rule's in turn.
QList<LabelledCase> labelledCases(int count = 200, quint32 seed = 20261127);

/// What a finding is about, in the words of Planted::subject.
QString subjectOf(const domain::TimelineClash &clash, const domain::CaseTimeline &timeline);

/// A case with @p messages chat messages and a few hundred events around them, for measuring.
domain::CaseFile longCase(int messages);

} // namespace arb::tests
