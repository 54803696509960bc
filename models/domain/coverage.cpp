// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/coverage.h>

#include "filmfacts.h"

#include <algorithm>

namespace arb::domain {

namespace {

/// Where a place stands, or would stand, in a list of items in order.
auto lowerBoundOf(const QList<CoverageItem> &items, const QString &place)
{
    return std::ranges::lower_bound(items, place, {}, [](const CoverageItem &item) { return placeOf(item); });
}

/// What the record knows of how much there is.
qint64 totalOf(const Exhibit &exhibit)
{
    switch (exhibit.kind) {
    case ExhibitKind::Video: return std::max<qint64>(factNumber(exhibit.facts, "durationUs").value_or(0), 0);
    case ExhibitKind::Document: return std::max<qint64>(factNumber(exhibit.facts, "pages").value_or(0), 0);
    case ExhibitKind::Image:
    case ExhibitKind::Chat:
    case ExhibitKind::Logistics:
    case ExhibitKind::Text: return 0;
    }
    return 0;
}

void sortItems(QList<CoverageItem> &items)
{
    std::ranges::sort(items, {}, [](const CoverageItem &item) { return placeOf(item); });
}

} // namespace

QList<CoverageSpan> united(QList<CoverageSpan> spans, const QList<CoverageSpan> &more)
{
    spans += more;
    spans.removeIf([](const CoverageSpan &span) { return span.to <= span.from; });
    std::ranges::sort(spans, {}, &CoverageSpan::from);
    QList<CoverageSpan> apart;
    for (const CoverageSpan &span : std::as_const(spans)) {
        if (!apart.isEmpty() && span.from <= apart.constLast().to)
            apart.last().to = std::max(apart.constLast().to, span.to);
        else
            apart.append(span);
    }
    if (apart.size() > mostCoverageSpans) {
        std::ranges::stable_sort(apart, std::ranges::greater(), &CoverageSpan::length);
        apart.resize(mostCoverageSpans);
        std::ranges::sort(apart, {}, &CoverageSpan::from);
    }
    return apart;
}

qint64 lengthOf(const QList<CoverageSpan> &spans)
{
    qint64 length = 0;
    for (const CoverageSpan &span : spans)
        length += span.length();
    return length;
}

qint64 CoverageItem::covered() const
{
    switch (kind) {
    case ExhibitKind::Video: return std::min(lengthOf(film), total);
    case ExhibitKind::Document: return std::min(lengthOf(pages), total);
    case ExhibitKind::Chat: return std::min(lengthOf(messages), total);
    case ExhibitKind::Image:
    case ExhibitKind::Logistics:
    case ExhibitKind::Text: return 0;
    }
    return 0;
}

QString placeOf(const CoverageItem &item)
{
    return item.exhibit.isEmpty() ? QString(QStringLiteral("case\n") + toCode(item.kind))
                                  : QString(QStringLiteral("exhibit\n") + item.exhibit + u'\n' + QString::fromLatin1(item.sha256));
}

const CoverageItem *CaseCoverage::find(const QString &exhibit, ExhibitKind kind) const
{
    const auto found = std::ranges::find_if(items, [&](const CoverageItem &item) {
        return item.exhibit == exhibit && (!exhibit.isEmpty() || item.kind == kind);
    });
    return found == items.cend() ? nullptr : &*found;
}

bool isUnopened(const CaseCoverage &coverage, const QString &exhibit, ExhibitKind kind)
{
    const CoverageItem *item = coverage.find(exhibit, kind);
    return item && !item->isOpened();
}

CoverageItem merged(const CoverageItem &a, const CoverageItem &b)
{
    CoverageItem both = a;
    both.kind = std::min(a.kind, b.kind); // of one place they are the same
    if (b.firstAt)
        both.firstAt = a.firstAt ? std::min(*a.firstAt, *b.firstAt) : *b.firstAt;
    both.shown = united(a.shown, b.shown);
    both.film = united(a.film, b.film);
    both.pages = united(a.pages, b.pages);
    both.messages = united(a.messages, b.messages);
    both.total = std::max(a.total, b.total);
    return both;
}

CaseCoverage merged(CaseCoverage a, const CaseCoverage &b)
{
    for (const CoverageItem &item : b.items) {
        const auto at = lowerBoundOf(a.items, placeOf(item)) - a.items.cbegin();
        if (at < a.items.size() && placeOf(a.items.at(at)) == placeOf(item))
            a.items[at] = merged(a.items.at(at), item);
        else
            a.items.insert(at, merged(item, item)); // its spans in order
    }
    return a;
}

CaseCoverage nothingOpened(const CaseFile &file)
{
    CaseCoverage all;
    const auto add = [&all](const QString &exhibit, ExhibitKind kind, const QByteArray &sha256, qint64 total) {
        CoverageItem item;
        item.exhibit = exhibit;
        item.kind = kind;
        item.sha256 = sha256;
        item.total = std::min(total, mostCoverageNumber);
        all.items.append(item);
    };
    for (const Exhibit &exhibit : file.exhibits)
        add(exhibit.id, exhibit.kind, exhibit.sha256, totalOf(exhibit));
    if (!file.chat.isEmpty())
        add({}, ExhibitKind::Chat, {}, file.chat.size());
    if (!file.logistics.isEmpty() || (file.returnLeg && !file.returnLeg->logistics.isEmpty()))
        add({}, ExhibitKind::Logistics, {}, 0);
    sortItems(all.items);
    return all;
}

CaseCoverage atSigning(const CaseCoverage &coverage, const CaseFile &file)
{
    CaseCoverage kept = nothingOpened(file);
    for (CoverageItem &item : kept.items) {
        const auto seen = lowerBoundOf(coverage.items, placeOf(item));
        if (seen == coverage.items.cend() || placeOf(*seen) != placeOf(item))
            continue;
        item = merged(item, *seen);
        const qint64 length = item.shownMs();
        const qint64 from = item.firstAt ? item.firstAt->ms() : length > 0 ? item.shown.constFirst().from : 0;
        item.shown = united({{from, from + length}}, {});
    }
    return kept;
}

CoverageSide sideOf(const CoverageItem &item, const CaseFile &file)
{
    if (item.exhibit.isEmpty())
        return CoverageSide::Record;
    const Exhibit *exhibit = findExhibit(file, item.exhibit);
    return exhibit && exhibit->party == Party::Buyer ? CoverageSide::Buyer : CoverageSide::Merchant;
}

bool isMadeHere(const CoverageItem &item, const CaseFile &file)
{
    const Exhibit *exhibit = findExhibit(file, item.exhibit);
    return exhibit && exhibit->derivedFrom;
}

CoverageSum sumOf(const CaseCoverage &coverage, const CaseFile &file, CoverageSide side)
{
    CoverageSum sum;
    for (const CoverageItem &item : coverage.items) {
        if (sideOf(item, file) != side)
            continue;
        if (isMadeHere(item, file)) {
            ++sum.madeOf;
            sum.madeOpened += item.isOpened() ? 1 : 0;
            continue;
        }
        ++sum.of;
        sum.opened += item.isOpened() ? 1 : 0;
        sum.shownMs += item.shownMs();
        if (item.kind == ExhibitKind::Video) {
            sum.filmUs += item.covered();
            sum.filmOfUs += item.total;
        } else if (item.kind == ExhibitKind::Document) {
            sum.pages += item.covered();
            sum.pagesOf += item.total;
        } else if (item.kind == ExhibitKind::Chat) {
            sum.messages += item.covered();
            sum.messagesOf += item.total;
        }
    }
    return sum;
}

} // namespace arb::domain
