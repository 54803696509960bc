// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/casefile.h>
#include <domain/result.h>
#include <domain/time.h>

#include <QtCore/QByteArray>
#include <QtCore/QJsonObject>
#include <QtCore/QList>
#include <QtCore/QString>

#include <array>
#include <optional>

/// How much of a case's evidence a person had on show: what was opened, for how long, which seconds of a film played, which
/// pages and messages came into view. It says what was looked at, never how well; it blocks nothing and compares nobody.
namespace arb::domain {

/// From one number up to another, which is not part of it. What it counts is its owner's to say.
struct CoverageSpan
{
    qint64 from = 0, to = 0;
    qint64 length() const { return to - from; }
    bool operator==(const CoverageSpan &) const = default;
};

/// @p spans with @p more, rising and apart: what meets or overlaps becomes one, what is empty is left out. Of more than
/// mostCoverageSpans the longest stay, so that less is claimed rather than more.
QList<CoverageSpan> united(QList<CoverageSpan> spans, const QList<CoverageSpan> &more);
qint64 lengthOf(const QList<CoverageSpan> &spans);

/// Of one exhibit, or of the case's own chat or parcel track (exhibit empty; kind says which).
struct CoverageItem
{
    QString exhibit;
    ExhibitKind kind = ExhibitKind::Image;
    QByteArray sha256;             ///< of the bytes that were on show; empty for the case's own chat and track
    std::optional<UtcMs> firstAt;  ///< when it was first on show; none: never opened
    QList<CoverageSpan> shown;     ///< on show with somebody before it: ms since the epoch, by the desk's clock
    QList<CoverageSpan> film;      ///< played, microseconds of the container
    QList<CoverageSpan> pages;     ///< from 1
    QList<CoverageSpan> messages;  ///< came into view: positions in the log, from 0
    qint64 total = 0;              ///< microseconds, pages or messages there are; 0: not known, or nothing to count

    bool isOpened() const { return firstAt.has_value(); }
    qint64 shownMs() const { return lengthOf(shown); }
    /// What of `total` was on show, in its unit and never more than it.
    qint64 covered() const;
    bool operator==(const CoverageItem &) const = default;
};

/// What tells two items apart: the exhibit and its bytes, or which of the case's own.
QString placeOf(const CoverageItem &item);

/// Of one person and one case: items by their places, none twice.
struct CaseCoverage
{
    QList<CoverageItem> items;
    bool isEmpty() const { return items.isEmpty(); }
    const CoverageItem *find(const QString &exhibit, ExhibitKind kind) const; ///< @p kind counts only without an exhibit
    bool operator==(const CaseCoverage &) const = default;
};

/// Is it among what there is to look at, and was never opened? The one answer of meters, dots and sentences; @p kind counts
/// only without an exhibit.
bool isUnopened(const CaseCoverage &coverage, const QString &exhibit, ExhibitKind kind);

/// Both together. In whatever order and however often things are put together, the same comes out, so that a delta whose
/// answer was lost can be given again and two windows of one person lose nothing of each other's.
CaseCoverage merged(CaseCoverage a, const CaseCoverage &b);
CoverageItem merged(const CoverageItem &a, const CoverageItem &b); ///< of one place

/// What there is to look at in @p file, nothing of it opened yet: every exhibit, then the case's own chat and track where it
/// has them; totals as far as the record knows them.
CaseCoverage nothingOpened(const CaseFile &file);
/// @p coverage as a ruling keeps it: all of nothingOpened(@p file), nothing that is not in the case, and the time before an
/// item as one stretch from its first moment: how long counts, what else a person did in between does not.
CaseCoverage atSigning(const CaseCoverage &coverage, const CaseFile &file);

/// Whose the evidence is, as the desk's panes have it: what neither side handed in stands beside the merchant's.
enum class CoverageSide { Buyer, Merchant, Record };
inline constexpr std::array coverageSides{CoverageSide::Buyer, CoverageSide::Merchant, CoverageSide::Record};
CoverageSide sideOf(const CoverageItem &item, const CaseFile &file);

/// Was it made at the desk of another exhibit? A party did not hand it in, so it is no evidence that could be left unopened.
bool isMadeHere(const CoverageItem &item, const CaseFile &file);

/// A side in sums; of films, pages and messages only what belongs to an item whose total is known. What was made at the desk
/// counts in madeOpened and madeOf only.
struct CoverageSum
{
    int opened = 0, of = 0;
    int madeOpened = 0, madeOf = 0;
    qint64 shownMs = 0;
    qint64 filmUs = 0, filmOfUs = 0;
    qint64 pages = 0, pagesOf = 0;
    qint64 messages = 0, messagesOf = 0;
    bool operator==(const CoverageSum &) const = default;
};
/// Of what stands in @p coverage: give it what atSigning() made, and what was never opened counts too.
CoverageSum sumOf(const CaseCoverage &coverage, const CaseFile &file, CoverageSide side);

inline constexpr qsizetype mostCoverageSpans = 1'000; ///< of one kind in one item
inline constexpr qsizetype mostCoverageItems = 5'000;
inline constexpr qint64 mostCoverageNumber = qint64(1) << 53;

/// Integers only, keys that say nothing left out, items in order: equal coverage has equal JSON. fromJson refuses what is
/// out of range or out of order, with the place in words.
QJsonObject toJson(const CoverageItem &item);
QJsonObject toJson(const CaseCoverage &coverage);
Result<CoverageItem, QString> coverageItemFromJson(const QJsonObject &json);
Result<CaseCoverage, QString> caseCoverageFromJson(const QJsonObject &json);

/// SHA-256 of the RFC 8785 form.
QByteArray coverageDigest(const CaseCoverage &coverage);

} // namespace arb::domain
