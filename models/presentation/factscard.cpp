// SPDX-License-Identifier: GPL-3.0-or-later
#include <presentation/factscard.h>

#include <presentation/filmhints.h>
#include <presentation/filmspanwords.h>
#include <presentation/formats.h>
#include <presentation/labels.h>
#include <presentation/notewords.h>

#include <domain/timeline.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QLocale>

#include <algorithm>
#include <cmath>

namespace arb::presentation {

namespace {

struct Card
{
    Q_DECLARE_TR_FUNCTIONS(FactsCard)
};

/// A time that a file tells, to be shown; what it may mean is the domain's to say.
struct ToldTime
{
    QDateTime local; ///< as the file has it
    QString zone;    ///< "+08:00", "UTC"; empty: not told
    domain::UtcMs earliest, latest;
};

std::optional<ToldTime> toldTime(const QString &text)
{
    const auto told = domain::toldTime(text);
    if (!told)
        return std::nullopt;
    constexpr qsizetype clockChars = 19; // "2026-10-08T21:04:05"
    const QString zone = text.mid(clockChars);
    return ToldTime{QDateTime::fromMSecsSinceEpoch(told->reading.ms(), Qt::UTC), zone == u"Z" ? QStringLiteral("UTC") : zone, told->earliest, told->latest};
}

QString timeValue(const ToldTime &told)
{
    const QString clock = told.local.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
    if (told.zone.isEmpty())
        return Card::tr("%1, time zone not told").arg(clock);
    if (told.zone == QStringLiteral("+08:00"))
        return QStringLiteral("%1 +08:00").arg(clock);
    return Card::tr("%1 %2, here %3").arg(clock, told.zone, told.earliest.toPlatform().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")));
}

/// Where a time lies in what happened to the order; each case knows only some of it.
enum class Phase { Unknown, BeforeOrder, BeforeDispatch, BeforeSigning, AfterSigning, AfterClaim, AfterSubmission };

struct Moment
{
    Phase phase = Phase::Unknown;
    qint64 apartMs = 0; ///< from what the phase is named after
};

Moment momentOf(domain::UtcMs at, const domain::CaseFile &file, const domain::Exhibit &exhibit)
{
    const domain::Order &order = file.order;
    if (exhibit.submittedAt.ms() > 0 && at > exhibit.submittedAt)
        return {Phase::AfterSubmission, at - exhibit.submittedAt};
    if (file.afterSale.appliedAt.ms() > 0 && at >= file.afterSale.appliedAt)
        return {Phase::AfterClaim, at - file.afterSale.appliedAt};
    if (order.signedAt && at >= *order.signedAt)
        return {Phase::AfterSigning, at - *order.signedAt};
    if (order.orderedAt && at < *order.orderedAt)
        return {Phase::BeforeOrder, *order.orderedAt - at};
    if (order.shippedAt && at < *order.shippedAt)
        return {Phase::BeforeDispatch, *order.shippedAt - at};
    if (order.signedAt)
        return {Phase::BeforeSigning, *order.signedAt - at};
    return {};
}

QString exactly(const Moment &moment)
{
    const QString apart = spanLengthText(moment.apartMs);
    switch (moment.phase) {
    case Phase::Unknown: return {};
    case Phase::BeforeOrder: return Card::tr("Taken %1 before the order.").arg(apart);
    case Phase::BeforeDispatch: return Card::tr("Taken %1 before the goods were dispatched.").arg(apart);
    case Phase::BeforeSigning: return Card::tr("Taken %1 before the parcel was signed for.").arg(apart);
    case Phase::AfterSigning: return Card::tr("Taken %1 after the parcel was signed for.").arg(apart);
    case Phase::AfterClaim: return Card::tr("Taken %1 after the claim was filed.").arg(apart);
    case Phase::AfterSubmission:
        return Card::tr("Taken %1 after it was handed in, which cannot be: the device's clock is off or the file was changed.").arg(apart);
    }
    return {};
}

/// The same without a length of time, to stand in a sentence.
QString roughly(Phase phase)
{
    switch (phase) {
    case Phase::Unknown: return Card::tr("before the claim");
    case Phase::BeforeOrder: return Card::tr("before the order");
    case Phase::BeforeDispatch: return Card::tr("before the goods were dispatched");
    case Phase::BeforeSigning: return Card::tr("before the parcel was signed for");
    case Phase::AfterSigning: return Card::tr("after the parcel was signed for");
    case Phase::AfterClaim: return Card::tr("after the claim was filed");
    case Phase::AfterSubmission: return Card::tr("after it was handed in");
    }
    return {};
}

/// Goods that had not come cannot be photographed by whoever waits for them; a merchant's picture is often older.
bool isWorthALook(Phase phase, domain::Party party)
{
    const bool early = phase == Phase::BeforeOrder || phase == Phase::BeforeDispatch || phase == Phase::BeforeSigning;
    return phase == Phase::AfterSubmission || (early && party == domain::Party::Buyer);
}

CardLine captureLine(ToldTime told, const domain::CaseFile &file, const domain::Exhibit &exhibit)
{
    CardLine line{.label = Card::tr("Taken"), .value = timeValue(told), .hint = {}, .look = false, .copied = {}};
    if (exhibit.submittedAt.ms() > 0 && told.earliest <= exhibit.submittedAt)
        told.latest = std::min(told.latest, exhibit.submittedAt); // nobody hands in what is still to come
    const Moment first = momentOf(told.earliest, file, exhibit);
    const Moment last = momentOf(told.latest, file, exhibit);
    if (!told.zone.isEmpty()) {
        line.hint = exactly(first);
    } else if (first.phase != last.phase) {
        line.hint = Card::tr("Here it was between %1 and %2, as no time zone is told: it may be %3 or %4.")
                        .arg(dateTimeText(told.earliest), dateTimeText(told.latest), roughly(first.phase), roughly(last.phase));
    } else if (first.phase == Phase::AfterSubmission) {
        line.hint = exactly(first); // even by the kindest reading
    } else if (first.phase != Phase::Unknown) {
        line.hint = Card::tr("Whatever the time zone, it was taken %1.").arg(roughly(first.phase));
    }
    line.look = first.phase == last.phase && isWorthALook(first.phase, exhibit.party);
    return line;
}

CardLine changeLine(const ToldTime &changed, const std::optional<ToldTime> &taken, const domain::Exhibit &exhibit)
{
    CardLine line{.label = Card::tr("Last changed"), .value = timeValue(changed), .hint = {}, .look = false, .copied = {}};
    if (exhibit.submittedAt.ms() > 0 && changed.earliest > exhibit.submittedAt) {
        line.hint = Card::tr("Changed %1 after it was handed in, which cannot be: a clock is off or the file was changed.")
                        .arg(spanLengthText(changed.earliest - exhibit.submittedAt));
        line.look = true;
        return line;
    }
    if (!taken)
        return line;
    // Two times without a zone come from one clock.
    const bool comparable = changed.zone.isEmpty() == taken->zone.isEmpty();
    const qint64 later = changed.latest - taken->latest;
    if (comparable && later >= domain::minuteMs)
        line.hint = Card::tr("Saved again %1 after it was taken; turning or shrinking does that too.").arg(durationText(later));
    return line;
}

bool isEditor(const QString &software)
{
    static constexpr const char16_t *editors[] = {u"photoshop", u"lightroom", u"gimp", u"snapseed", u"picsart", u"meitu", u"美图",
                                                  u"xingtu", u"醒图", u"capcut", u"jianying", u"剪映", u"vsco", u"canva",
                                                  u"pixelmator", u"affinity", u"premiere", u"final cut", u"imovie", u"facetune",
                                                  u"paint.net", u"photopea", u"davinci"};
    const QString name = software.toLower();
    return std::ranges::any_of(editors, [&](const char16_t *editor) { return name.contains(QStringView(editor)); });
}

CardLine softwareLine(const QString &software, domain::ExhibitKind kind)
{
    const bool film = kind == domain::ExhibitKind::Video;
    CardLine line{.label = film ? Card::tr("Written by") : Card::tr("Software"), .value = visibleText(software), .hint = {}, .look = false, .copied = {}};
    if (isEditor(software))
        line.hint = Card::tr("Saved by %1, which can change pictures; harmless changes leave this trace too.").arg(line.value);
    else if (film && software.startsWith(QStringLiteral("Lavf")))
        line.hint = Card::tr("Written again by a converter, as chat apps do.");
    return line;
}

/// Millionths of a degree in words, with @p decimals places.
QString degreesText(qint64 latitudeE6, qint64 longitudeE6, int decimals)
{
    const auto number = [decimals](qint64 e6) { return QString::number(double(std::abs(e6)) / 1e6, 'f', decimals); };
    const QString north = latitudeE6 < 0 ? Card::tr("%1° S").arg(number(latitudeE6)) : Card::tr("%1° N").arg(number(latitudeE6));
    const QString east = longitudeE6 < 0 ? Card::tr("%1° W").arg(number(longitudeE6)) : Card::tr("%1° E").arg(number(longitudeE6));
    return Card::tr("%1, %2").arg(north, east);
}

CardLine placeLine(const QJsonObject &facts, PlaceDetail detail)
{
    CardLine line{.label = Card::tr("Place"), .value = Card::tr("the file tells one"), .hint = {}, .look = false, .copied = {}};
    const qint64 latitude = facts.value(QLatin1String("latitudeE6")).toInteger();
    const qint64 longitude = facts.value(QLatin1String("longitudeE6")).toInteger();
    if (!facts.contains(QLatin1String("latitudeE6")) || std::abs(latitude) > 90'000'000 || std::abs(longitude) > 180'000'000)
        return line;
    if (detail == PlaceDetail::Exact) {
        line.value = degreesText(latitude, longitude, 5);
        return line;
    }
    line.value = Card::tr("near %1").arg(degreesText(latitude, longitude, 1)); // a tenth of a degree is 11 km
    line.hint = Card::tr("Within about 10 km; the exact place is personal data.");
    return line;
}

QString formatText(const QString &format)
{
    static const QHash<QString, QString> names{{QStringLiteral("webp"), QStringLiteral("WebP")},
                                               {QStringLiteral("matroska"), QStringLiteral("Matroska")},
                                               {QStringLiteral("mpegts"), QStringLiteral("MPEG-TS")}};
    return names.value(format, format.toUpper());
}

void addFileLines(QList<CardLine> &lines, const domain::Exhibit &exhibit)
{
    const QJsonObject &facts = exhibit.facts;
    const auto add = [&lines](const QString &label, const QString &value, const QString &copied = {}) {
        lines.append({.label = label, .value = value, .hint = {}, .look = false, .copied = copied});
    };
    const qint64 width = facts.value(QLatin1String("width")).toInteger();
    const qint64 height = facts.value(QLatin1String("height")).toInteger();
    if (width > 0 && height > 0)
        add(Card::tr("Size in pixels"), QStringLiteral("%1 × %2").arg(width).arg(height));
    if (const qint64 duration = facts.value(QLatin1String("durationUs")).toInteger(); duration > 0) {
        const QString frames = Card::tr("%n frame(s)", nullptr, static_cast<int>(facts.value(QLatin1String("frames")).toInteger()));
        add(Card::tr("Length"), QStringLiteral("%1 · %2").arg(filmClock(duration, true), frames));
    }
    // Silence here proves nothing then: nobody may take the film for a silent one.
    if (const QString kind = facts.value(QLatin1String("unplayedSound")).toString(); !kind.isEmpty())
        lines.append({.label = Card::tr("Sound"), .value = Card::tr("not played (%1)").arg(visibleText(kind)),
                      .hint = Card::tr("The film has sound, of a kind that cannot be played here."), .look = true, .copied = {}});
    if (const auto hidden = facts.value(QLatin1String("hiddenFrames")).toInteger(); hidden > 0)
        lines.append({.label = Card::tr("Frames with one time"), .value = Card::tr("%n not shown", nullptr, static_cast<int>(hidden)),
                      .hint = Card::tr("Of frames that have the same time one is shown."), .look = true, .copied = {}});
    if (facts.value(QLatin1String("secondRecording")).toBool())
        lines.append({.label = Card::tr("Second recording"), .value = Card::tr("behind the end of this one, not shown"),
                      .hint = Card::tr("It looks as if two files were put into one. Ask for the other as a file by itself."), .look = true, .copied = {}});
    if (const qint64 pages = facts.value(QLatin1String("pages")).toInteger(); pages > 0)
        add(Card::tr("Pages"), QString::number(pages));
    QStringList about;
    if (const QString format = facts.value(QLatin1String("format")).toString(); !format.isEmpty())
        about.append(formatText(format));
    if (exhibit.size > 0)
        about.append(QLocale(languageIsChinese() ? QLocale::Chinese : QLocale::English).formattedDataSize(exhibit.size, 1, QLocale::DataSizeSIFormat));
    if (!about.isEmpty())
        add(Card::tr("File"), about.join(QStringLiteral(" · ")));
    if (!exhibit.sha256.isEmpty()) {
        const QString digest = QString::fromLatin1(exhibit.sha256);
        add(QStringLiteral("SHA-256"), digest.size() > 16 ? digest.left(12) + u'…' + digest.right(4) : digest, digest);
    }
}

void addCaptureLines(QList<CardLine> &lines, const domain::CaseFile &file, const domain::Exhibit &exhibit, PlaceDetail detail)
{
    const QJsonObject &facts = exhibit.facts;
    const auto taken = toldTime(facts.value(QLatin1String("capturedAt")).toString());
    const auto changed = toldTime(facts.value(QLatin1String("modifiedAt")).toString());
    const QString device = facts.value(QLatin1String("device")).toString();
    const QString software = facts.value(QLatin1String("software")).toString();
    const bool place = facts.value(QLatin1String("hasPlace")).toBool();
    if (taken)
        lines.append(captureLine(*taken, file, exhibit));
    if (const auto span = filmSpanLine(file, exhibit))
        lines.append(*span);
    if (changed)
        lines.append(changeLine(*changed, taken, exhibit));
    if (!device.isEmpty())
        lines.append({.label = Card::tr("Device"), .value = visibleText(device), .hint = {}, .look = false, .copied = {}});
    if (!software.isEmpty())
        lines.append(softwareLine(software, exhibit.kind));
    if (place)
        lines.append(placeLine(facts, detail));
    const bool photograph = exhibit.kind == domain::ExhibitKind::Image || exhibit.kind == domain::ExhibitKind::Video;
    // What the desk made was taken by nobody: its first line says where it comes from.
    if (photograph && !exhibit.derivedFrom && !taken && !changed && device.isEmpty() && !place) {
        const bool silent = software.isEmpty() && !facts.value(QLatin1String("thumbnailDiffers")).toBool() && !facts.value(QLatin1String("contentCredentials")).toBool();
        lines.append({.label = Card::tr("Taken"), .value = Card::tr("not told"),
                      .hint = silent ? Card::tr("The file says nothing about itself; that is usual for what comes from chat apps.") : QString(),
                      .look = false, .copied = {}});
    }
    if (facts.value(QLatin1String("thumbnailDiffers")).toBool())
        lines.append({.label = Card::tr("Embedded preview"), .value = Card::tr("shows something else"),
                      .hint = Card::tr("The small picture inside the file does not match it: it was cropped or exchanged after it was taken, or a program left an old preview behind."),
                      .look = true, .copied = {}});
    if (facts.value(QLatin1String("contentCredentials")).toBool())
        lines.append({.label = Card::tr("Content credentials"), .value = Card::tr("carried, unchecked"),
                      .hint = Card::tr("The file brings a signed record of its making; nobody has checked it here."), .look = false, .copied = {}});
}

} // namespace

FactsCard factsCard(const domain::CaseFile &file, const domain::Exhibit &exhibit, PlaceDetail place)
{
    FactsCard card;
    if (exhibit.derivedFrom)
        card.lines.append({.label = Card::tr("Made at the desk"), .value = derivedText(exhibit, file), .hint = Card::tr("Nobody handed it in."), .look = false, .copied = {}});
    card.placeIsCoarse = place == PlaceDetail::Coarse && exhibit.facts.value(QLatin1String("hasPlace")).toBool()
        && exhibit.facts.contains(QLatin1String("latitudeE6"));
    const bool soundOnly = exhibit.facts.value(QLatin1String("soundOnly")).toBool();
    if (soundOnly || exhibit.facts.value(QLatin1String("unreadable")).toBool())
        card.lines.append({.label = Card::tr("Content"), .value = soundOnly ? Card::tr("sound, but no pictures") : Card::tr("could not be read"), .hint = {}, .look = false, .copied = {}});
    else
        addCaptureLines(card.lines, file, exhibit, place);
    addFileLines(card.lines, exhibit);
    return card;
}

QStringList factHints(const domain::CaseFile &file, const domain::Exhibit &exhibit)
{
    QStringList hints;
    for (const CardLine &line : factsCard(file, exhibit).lines) {
        if (!line.hint.isEmpty())
            hints.append(Card::tr("%1: %2. %3").arg(line.label, line.value, line.hint));
    }
    return hints;
}

} // namespace arb::presentation
