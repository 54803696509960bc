// SPDX-License-Identifier: GPL-3.0-or-later
#include <presentation/coveragewords.h>

#include <presentation/formats.h>
#include <presentation/labels.h>

#include <QtCore/QCoreApplication>

#include <algorithm>

namespace arb::presentation {

namespace {

struct Coverage
{
    Q_DECLARE_TR_FUNCTIONS(Coverage)
};

QString sideText(domain::CoverageSide side)
{
    switch (side) {
    case domain::CoverageSide::Buyer: return Coverage::tr("Buyer");
    case domain::CoverageSide::Merchant: return Coverage::tr("Merchant");
    case domain::CoverageSide::Record: return Coverage::tr("Platform's record");
    }
    return {};
}

QString nameOf(const domain::CoverageItem &item, const domain::CaseFile &file)
{
    const domain::Exhibit *exhibit = domain::findExhibit(file, item.exhibit);
    if (exhibit)
        return QStringLiteral("%1 · %2").arg(exhibit->id, exhibit->caption.isEmpty() ? label(exhibit->kind) : visibleText(exhibit->caption).simplified());
    return item.kind == domain::ExhibitKind::Chat ? Coverage::tr("Chat of both sides") : Coverage::tr("The carrier's scans");
}

/// "film 0:41 of 1:12", "pages 2 of 3", "messages 5 of 27"; empty where nothing is counted.
QString partText(const domain::CoverageItem &item)
{
    if (item.total == 0)
        return {};
    switch (item.kind) {
    case domain::ExhibitKind::Video: return Coverage::tr("film %1 of %2").arg(clockText(item.covered()), clockText(item.total));
    case domain::ExhibitKind::Document: return Coverage::tr("pages %1 of %2").arg(item.covered()).arg(item.total);
    case domain::ExhibitKind::Chat: return Coverage::tr("messages %1 of %2").arg(item.covered()).arg(item.total);
    case domain::ExhibitKind::Image:
    case domain::ExhibitKind::Logistics:
    case domain::ExhibitKind::Text: return {};
    }
    return {};
}

QString itemLine(const domain::CoverageItem &item, const domain::CaseFile &file)
{
    if (!item.isOpened())
        return Coverage::tr("Not opened: %1").arg(nameOf(item, file));
    QStringList parts{nameOf(item, file), Coverage::tr("on show %1").arg(clockText(item.shownMs() * 1000))};
    if (const QString part = partText(item); !part.isEmpty())
        parts.append(part);
    return parts.join(QStringLiteral(" · "));
}

/// "made at the desk: seen 1 of 2"; empty where nothing was.
QString madeText(const domain::CoverageSum &sum)
{
    return sum.madeOf == 0 ? QString() : Coverage::tr("made at the desk: seen %1 of %2").arg(sum.madeOpened).arg(sum.madeOf);
}

/// In the order in which the evidence stands at the desk; what was never opened before the rest, what the desk made of it last
/// and apart.
QStringList itemLines(const domain::CaseCoverage &coverage, const domain::CaseFile &file, domain::CoverageSide side)
{
    QStringList never, opened, made;
    const auto add = [&](const domain::CoverageItem *item) {
        if (item && domain::sideOf(*item, file) == side)
            (domain::isMadeHere(*item, file) ? made : item->isOpened() ? opened : never).append(itemLine(*item, file));
    };
    for (const domain::Exhibit &exhibit : file.exhibits)
        add(coverage.find(exhibit.id, exhibit.kind));
    add(coverage.find({}, domain::ExhibitKind::Chat));
    add(coverage.find({}, domain::ExhibitKind::Logistics));
    if (!made.isEmpty())
        made.prepend(madeText(domain::sumOf(coverage, file, side)));
    return never + opened + made;
}

} // namespace

QString clockText(qint64 us)
{
    const qint64 seconds = std::max<qint64>(us, 0) / 1'000'000;
    const QLatin1Char zero('0');
    return seconds < 3600 ? QStringLiteral("%1:%2").arg(seconds / 60).arg(seconds % 60, 2, 10, zero)
                          : QStringLiteral("%1:%2:%3").arg(seconds / 3600).arg(seconds / 60 % 60, 2, 10, zero).arg(seconds % 60, 2, 10, zero);
}

QString coverageMeter(const domain::CoverageSum &sum)
{
    if (sum.of == 0)
        return {};
    QStringList parts{Coverage::tr("seen %1 of %2").arg(sum.opened).arg(sum.of)};
    if (sum.filmOfUs > 0)
        parts.append(Coverage::tr("film %1 of %2").arg(clockText(sum.filmUs), clockText(sum.filmOfUs)));
    if (sum.pagesOf > 0)
        parts.append(Coverage::tr("pages %1 of %2").arg(sum.pages).arg(sum.pagesOf));
    if (sum.messagesOf > 0)
        parts.append(Coverage::tr("messages %1 of %2").arg(sum.messages).arg(sum.messagesOf));
    return parts.join(QStringLiteral(" · "));
}

QString coverageShort(const domain::CoverageSum &sum)
{
    return sum.of == 0 ? QString() : QStringLiteral("%1/%2").arg(sum.opened).arg(sum.of);
}

QString coverageTip(const domain::CaseCoverage &coverage, const domain::CaseFile &file, domain::CoverageSide side)
{
    const QString meter = coverageMeter(domain::sumOf(coverage, file, side));
    return meter.isEmpty() ? QString() : (QStringList{meter} + itemLines(coverage, file, side)).join(u'\n');
}

QStringList coverageLines(const domain::CaseCoverage &coverage, const domain::CaseFile &file)
{
    QStringList lines;
    for (const domain::CoverageSide side : domain::coverageSides) {
        const QStringList items = itemLines(coverage, file, side);
        if (items.isEmpty())
            continue;
        //: a side and what of its evidence was on show: "Buyer: seen 3 of 4"
        lines.append(Coverage::tr("%1: %2").arg(sideText(side), coverageMeter(domain::sumOf(coverage, file, side))));
        for (const QString &item : items)
            lines.append(QStringLiteral("  ") + item);
    }
    return lines;
}

QString coverageBrief(const domain::Ruling &ruling, const domain::CaseFile &file)
{
    if (!ruling.coverage)
        return {};
    QStringList parts;
    for (const domain::CoverageSide side : domain::coverageSides) {
        const domain::CoverageSum sum = domain::sumOf(*ruling.coverage, file, side);
        QStringList words{coverageMeter(sum), madeText(sum)};
        words.removeAll(QString());
        if (!words.isEmpty())
            parts.append(Coverage::tr("%1: %2").arg(sideText(side), words.join(QStringLiteral(" · "))));
    }
    return parts.isEmpty() ? QString() : Coverage::tr("On show before signing – %1").arg(parts.join(Coverage::tr("; ")));
}

} // namespace arb::presentation
