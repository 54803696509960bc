// SPDX-License-Identifier: GPL-3.0-or-later
#include <presentation/filmspanwords.h>

#include <presentation/formats.h>

#include <domain/filmspan.h>

#include <QtCore/QCoreApplication>

#include <algorithm>

namespace arb::presentation {

namespace {

struct SpanWords
{
    Q_DECLARE_TR_FUNCTIONS(FilmSpan)
};

/// A second that has begun counts: so the end, how far it lies beyond a time of the order, and the length go together.
qint64 wholeSeconds(qint64 ms)
{
    return (ms + domain::secondMs - 1) / domain::secondMs * domain::secondMs;
}

QString spanMomentText(domain::UtcMs at)
{
    return at.toPlatform().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

QString spanSentence(const domain::FilmSpanFind &find)
{
    using What = domain::FilmSpanFind::What;
    const QString by = spanLengthText(find.byMs);
    switch (find.what) {
    case What::AcrossSigning:
        return find.certain ? SpanWords::tr("It would have begun before the parcel was signed for and ended %1 after.").arg(by)
                            : SpanWords::tr("It may have begun before the parcel was signed for and ended after; that depends on the time zone.");
    case What::AcrossApplication:
        return find.certain ? SpanWords::tr("It would have ended %1 after the claim was filed, though it began before.").arg(by)
                            : SpanWords::tr("It may have ended after the claim was filed, though it began before; that depends on the time zone.");
    case What::EndsAfterHandedIn:
        return SpanWords::tr("It would have ended %1 after it was handed in, which cannot be: the device's clock is off or the file was changed.").arg(by);
    case What::LongerThanAtHand:
        return SpanWords::tr("It is %1 longer than the time between signing for the parcel and filing the claim.").arg(by);
    }
    return {};
}

/// What cannot be, and what a buyer cannot have filmed in that time.
bool deservesALook(const domain::FilmSpanFind &find, domain::Party party)
{
    using What = domain::FilmSpanFind::What;
    switch (find.what) {
    case What::AcrossSigning: return find.certain && party == domain::Party::Buyer;
    case What::AcrossApplication: return false;
    case What::EndsAfterHandedIn:
    case What::LongerThanAtHand: return find.certain;
    }
    return false;
}

} // namespace

QString spanLengthText(qint64 ms)
{
    const qint64 whole = wholeSeconds(ms < 0 ? -ms : ms);
    return whole >= domain::minuteMs ? durationText(whole) : SpanWords::tr("%1 s").arg(whole / domain::secondMs);
}

std::optional<CardLine> filmSpanLine(const domain::CaseFile &file, const domain::Exhibit &exhibit)
{
    const std::optional<domain::FilmSpan> span = domain::filmSpanOf(file, exhibit);
    if (!span || (!span->told && span->finds.isEmpty()))
        return std::nullopt;
    CardLine line{.label = SpanWords::tr("By its length"), .value = {}, .hint = {}, .look = false, .copied = {}};
    const QString length = spanLengthText(span->lengthMs);
    if (!span->told)
        line.value = SpanWords::tr("%1; the file does not tell when").arg(length);
    else if (span->hasZone)
        line.value = SpanWords::tr("from %1 to %2").arg(spanMomentText(span->begin), spanMomentText(domain::UtcMs(wholeSeconds(span->end().ms()))));
    else
        line.value = SpanWords::tr("%1; when is uncertain, as no time zone is told").arg(length);
    bool ofClock = false;
    for (const domain::FilmSpanFind &find : span->finds) {
        line.hint = joined(line.hint, spanSentence(find));
        line.look = line.look || deservesALook(find, exhibit.party);
        ofClock = ofClock || find.what != domain::FilmSpanFind::What::LongerThanAtHand;
    }
    if (ofClock)
        line.hint = joined(line.hint, SpanWords::tr("Some devices tell when a recording ended, not when it began: then all of it lies %1 earlier.").arg(length));
    return line;
}

} // namespace arb::presentation
