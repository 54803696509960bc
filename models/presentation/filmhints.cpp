// SPDX-License-Identifier: GPL-3.0-or-later
#include <presentation/filmhints.h>

#include <presentation/formats.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QFile>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QRegularExpression>
#include <QtCore/QSet>

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

namespace arb::presentation {

namespace {

struct Finds
{
    Q_DECLARE_TR_FUNCTIONS(FilmHints)
};

constexpr int mostLines = 40; ///< of a kind; who has to read more reads none
constexpr int mostTold = 200; ///< of what the file itself tells, which stands there however many guesses there are

QString bareCode(const QString &text)
{
    QString bare;
    for (const QChar c : text) {
        if (c.isLetterOrNumber())
            bare.append(c.toUpper());
    }
    return bare;
}

/// A short number inside a longer one is chance, not a match.
bool carries(const QString &code, const QString &waybill)
{
    constexpr qsizetype leastInside = 8;
    const QString number = bareCode(waybill);
    return !number.isEmpty() && (code == number || (number.size() >= leastInside && code.contains(number)));
}

bool isPlainDigit(QChar c)
{
    return c >= QLatin1Char('0') && c <= QLatin1Char('9');
}

/// Carriers' numbers on a linear code: 10 to 20 letters and digits with eight digits at least.
bool looksLikeWaybill(const QString &bare)
{
    return bare.size() >= 10 && bare.size() <= 20 && std::ranges::count_if(bare, isPlainDigit) >= 8;
}

/// Letters and check digit of the postal union's numbers, such as EA123456785CN.
bool isPostalNumber(const QString &number)
{
    static const QRegularExpression shape(QStringLiteral("^[A-Z]{2}[0-9]{9}[A-Z]{2}$"));
    if (!shape.match(number).hasMatch())
        return false;
    constexpr int weights[] = {8, 6, 4, 2, 3, 5, 9, 7};
    int sum = 0;
    for (int n = 0; n < 8; ++n)
        sum += weights[n] * number.at(2 + n).digitValue();
    const int left = 11 - sum % 11;
    return number.at(10).digitValue() == (left == 10 ? 0 : left == 11 ? 5 : left);
}

/// Of the carrier of @p waybill: the same letters before as many digits. Digits alone look like much else: then @p whole, the
/// first two the same, and longer than a phone number.
bool isShapedLike(const QString &number, const QString &waybill, bool whole)
{
    const QString known = bareCode(waybill);
    const auto letters = std::distance(known.cbegin(), std::ranges::find_if(known, isPlainDigit));
    const qsizetype same = letters == 0 ? 2 : letters;
    const bool tells = letters == 0 ? whole && known.size() >= 12 : letters >= 2 && known.size() - letters >= 8;
    return tells && number.size() == known.size() && number.startsWith(known.left(same)) && std::ranges::all_of(known.mid(letters), isPlainDigit)
        && std::ranges::all_of(number.mid(letters), isPlainDigit);
}

/// A QR code says anything: shops, phones, orders. Only what carriers' prefixes or the case's own numbers tell apart counts.
bool isWaybillInQr(const QString &number, const domain::CaseFile &file, bool whole)
{
    static const QRegularExpression carriers(QStringLiteral("^(?:SF|YT|JT|STO|ZTO|DPK|DPL|KYE|JD[A-Z]{0,4})[0-9]{11,15}$"));
    if (number.size() < 10 || number.size() > 20 || number == bareCode(file.order.orderNo))
        return false;
    return carriers.match(number).hasMatch() || isPostalNumber(number) || isShapedLike(number, file.order.waybillNo, whole)
        || (file.returnLeg && isShapedLike(number, file.returnLeg->waybillNo, whole));
}

/// The waybill number that a code carries, to be shown; empty when it carries none.
QString waybillNumberIn(const domain::FoundCode &code, const domain::CaseFile &file)
{
    using S = domain::FoundCode::Symbology;
    if (code.symbology == S::Code128 || code.symbology == S::Code39)
        return looksLikeWaybill(bareCode(code.text)) ? code.text : QString();
    if (code.symbology != S::Qr)
        return {};
    static const QRegularExpression plain(QStringLiteral("^[A-Za-z0-9 -]+$")), words(QStringLiteral("[A-Za-z0-9]+"));
    const QString text = code.text.trimmed();
    if (plain.match(text).hasMatch() && isWaybillInQr(bareCode(text), file, true))
        return text;
    for (QRegularExpressionMatchIterator each = words.globalMatch(text); each.hasNext();) {
        const QString word = each.next().captured();
        if (isWaybillInQr(word.toUpper(), file, false))
            return word;
    }
    return {};
}

bool hasReturnNumber(const domain::CaseFile &file)
{
    return file.returnLeg && !bareCode(file.returnLeg->waybillNo).isEmpty();
}

QString uncomparedWaybill(const domain::CaseFile &file)
{
    return hasReturnNumber(file) ? Finds::tr("a waybill number was read at %1: %2; it is not that of the return, and the order has none to compare it with")
                                 : Finds::tr("a waybill number was read at %1: %2; this case has none to compare it with");
}

QString uncomparedInPicture(const domain::CaseFile &file)
{
    return hasReturnNumber(file) ? Finds::tr("a waybill number was read: %1; it is not that of the return, and the order has none to compare it with")
                                 : Finds::tr("a waybill number was read: %1; this case has none to compare it with");
}

/// The frames to look at.
QList<CardPlace> placesOf(const domain::FilmHint &hint)
{
    if (hint.kind == domain::FilmHint::Kind::Unshown)
        return {{Finds::tr("Last frame"), hint.beforeFrame, hint.fromUs}};
    return {{Finds::tr("Frame before"), hint.beforeFrame, hint.fromUs}, {Finds::tr("Frame after"), hint.afterFrame, hint.toUs}};
}

bool isCutHint(const domain::FilmHint &hint)
{
    return hint.kind == domain::FilmHint::Kind::Interruption || hint.kind == domain::FilmHint::Kind::Dissolve;
}

/// Nobody has guessed it, so it is never left out for guesses.
bool isReadFromFile(const domain::FilmHint &hint)
{
    using K = domain::FilmHint::Kind;
    return hint.kind == K::Joined || hint.kind == K::Unshown || hint.kind == K::Resized;
}

/// What stands before the hints. Nothing noticed in a part of the file is no word about the file.
QString continuityText(const QList<domain::FilmHint> &hints)
{
    QSet<qint64> cuts; // another recording may begin with pictures of another size: that is one
    for (const domain::FilmHint &hint : hints) {
        if (isCutHint(hint) || (isReadFromFile(hint) && hint.kind != domain::FilmHint::Kind::Unshown))
            cuts.insert(hint.afterFrame);
    }
    if (!cuts.isEmpty())
        return Finds::tr("%n possible interruption(s)", nullptr, static_cast<int>(cuts.size()));
    return std::ranges::any_of(hints, isReadFromFile) ? Finds::tr("the file holds more than is shown") : Finds::tr("no interruption noticed");
}

QString ratesText(const std::optional<HintRates> &rates)
{
    if (!rates || rates->cuts == 0)
        return {};
    return Finds::tr("On the labelled set of this program it found %1 of %2 cuts and pointed %3 times where none was. Those films are made up; real ones "
                     "may do worse.")
        .arg(rates->found)
        .arg(rates->cuts)
        .arg(rates->wrong);
}

/// Of dissolves alone, where those were counted.
QString dissolveRates(const std::optional<HintRates> &rates)
{
    if (!rates || rates->dissolves == 0)
        return ratesText(rates);
    return Finds::tr("On the labelled set of this program it found %1 of %2 dissolves and pointed %3 times where no cut was. Those films are made up; real ones "
                     "may do worse.")
        .arg(rates->dissolvesFound)
        .arg(rates->dissolves)
        .arg(rates->wrong);
}

QString coverRates(const std::optional<HintRates> &rates)
{
    if (!rates || rates->covers == 0)
        return Finds::tr("How often this hint is right was not counted.");
    return Finds::tr("On the labelled set of this program it was given at %1 of %2 covered lenses. Those films are made up; real ones may do worse.")
        .arg(rates->coversTold)
        .arg(rates->covers);
}

QString flashRates(const std::optional<HintRates> &rates)
{
    if (!rates || rates->flashes == 0)
        return Finds::tr("How often this hint is right was not counted.");
    return Finds::tr("On the labelled set of this program it was given at %1 of %2 flashes. Those films are made up; real ones may do worse.")
        .arg(rates->flashesTold)
        .arg(rates->flashes);
}

/// How many of how many, or zeros where they make no sense.
std::pair<int, int> countedIn(const QJsonValue &counts, QLatin1StringView toldKey = QLatin1StringView("told"), QLatin1StringView ofKey = QLatin1StringView("of"))
{
    const int of = counts.toObject().value(ofKey).toInt(), told = counts.toObject().value(toldKey).toInt();
    return told < 0 || of <= 0 || told > of ? std::pair(0, 0) : std::pair(told, of);
}

CardLine plainLine(const QString &label, const QString &value, const QString &hint = {})
{
    return {.label = label, .value = value, .hint = hint, .look = false, .copied = {}, .places = {}};
}

/// The one that is called so, or none.
QList<domain::FilmHint> chosenHints(const FileFinds &finds, const QString &chosen)
{
    QList<domain::FilmHint> found;
    for (qsizetype n = 0; n < finds.hints.size(); ++n) {
        if (hintId(n) == chosen)
            found.append(finds.hints.at(n));
    }
    return found;
}

void addHints(FactsCard &card, const domain::Exhibit &exhibit, const FileFinds &finds, const std::optional<HintRates> &rates, const QString &chosen)
{
    const QString label = Finds::tr("Continuity");
    switch (finds.hintState) {
    case FileFinds::State::None: return;
    case FileFinds::State::Looking:
        card.lines.append(plainLine(label, Finds::tr("being looked through, %1 %").arg(finds.permille / 10)));
        return;
    case FileFinds::State::Failed: card.lines.append(plainLine(label, Finds::tr("could not be looked through"))); return;
    case FileFinds::State::Done: break;
    }
    // Beside the chosen one or once for all, not twice.
    const bool saidThere = std::ranges::any_of(chosenHints(finds, chosen), isCutHint);
    card.lines.append(plainLine(label, continuityText(finds.hints), saidThere ? QString() : hintMeaning(domain::FilmHint::Kind::Interruption, rates)));
    const qint64 firstUs = exhibit.facts.value(QLatin1String("firstPtsUs")).toInteger();
    const qsizetype told = std::ranges::count_if(finds.hints, isReadFromFile);
    qsizetype roomForTold = mostTold, roomForOthers = mostLines - told;
    int left = 0;
    for (qsizetype n = 0; n < finds.hints.size(); ++n) {
        const domain::FilmHint &hint = finds.hints.at(n);
        const bool isChosen = hintId(n) == chosen;
        qsizetype &room = isReadFromFile(hint) ? roomForTold : roomForOthers;
        if (room-- <= 0 && !isChosen) {
            ++left;
            continue;
        }
        CardLine line = plainLine(QString(), hintSentence(hint, firstUs), isChosen ? hintMeaning(hint.kind, rates) : QString());
        line.places = placesOf(hint);
        line.find = hintId(n);
        card.lines.append(line);
    }
    if (left > 0)
        card.lines.append(plainLine(QString(), Finds::tr("and %n more on the timeline", nullptr, left)));
}

void addCodes(FactsCard &card, const domain::CaseFile &file, const domain::Exhibit &exhibit, const FileFinds &finds, const QString &chosen)
{
    const QString label = Finds::tr("Bar codes");
    switch (finds.codeState) {
    case FileFinds::State::None: return;
    case FileFinds::State::Looking: card.lines.append(plainLine(label, Finds::tr("being looked for"))); return;
    case FileFinds::State::Failed: card.lines.append(plainLine(label, Finds::tr("could not be looked for"))); return;
    case FileFinds::State::Done: break;
    }
    if (finds.codes.isEmpty()) {
        card.lines.append(plainLine(label, Finds::tr("none read"), Finds::tr("Codes that are small, blurred or turned away are often not read; it says nothing about the parcel.")));
        return;
    }
    const qint64 firstUs = exhibit.facts.value(QLatin1String("firstPtsUs")).toInteger();
    for (qsizetype n = 0; n < finds.codes.size(); ++n) {
        if (n >= mostLines && codeId(n) != chosen)
            continue;
        const domain::FoundCode &code = finds.codes.at(n);
        CardLine line = plainLine(n == 0 ? label : QString(), codeSentence(code, file, exhibit.kind, firstUs));
        line.look = matchOf(code, file) == CodeMatch::OtherWaybill;
        if (line.look)
            line.hint = Finds::tr("It may be another parcel, a number of the carrier's own, or a label that was used before.");
        line.places = {{Finds::tr("Show"), code.frame, code.ptsUs, code.region}};
        line.find = codeId(n);
        card.lines.append(line);
    }
}

} // namespace

std::optional<HintRates> hintRatesFrom(const QByteArray &json)
{
    const QJsonObject told = QJsonDocument::fromJson(json).object();
    HintRates rates{told.value(QLatin1String("set")).toString(), told.value(QLatin1String("date")).toString(), told.value(QLatin1String("cuts")).toInt(),
                    told.value(QLatin1String("found")).toInt(), told.value(QLatin1String("false")).toInt()};
    if (rates.cuts <= 0 || rates.found < 0 || rates.found > rates.cuts || rates.wrong < 0)
        return std::nullopt;
    std::tie(rates.coversTold, rates.covers) = countedIn(told.value(QLatin1String("covers")));
    std::tie(rates.flashesTold, rates.flashes) = countedIn(told.value(QLatin1String("flashes")));
    const QJsonObject kinds = told.value(QLatin1String("kinds")).toObject();
    std::tie(rates.dissolvesFound, rates.dissolves) = countedIn(kinds.value(QLatin1String("dissolve")), QLatin1StringView("found"), QLatin1StringView("cuts"));
    return rates;
}

std::optional<HintRates> shippedHintRates()
{
    QFile file(QStringLiteral(":/hints/continuity-rates.json"));
    return file.open(QIODevice::ReadOnly) ? hintRatesFrom(file.readAll()) : std::nullopt;
}

QString filmClock(qint64 us, bool tenths)
{
    const qint64 parts = std::max<qint64>(0, us) / 100'000, seconds = parts / 10;
    QString text = seconds >= 3600 ? QStringLiteral("%1:%2:%3").arg(seconds / 3600).arg(seconds / 60 % 60, 2, 10, QLatin1Char('0')).arg(seconds % 60, 2, 10, QLatin1Char('0'))
                                   : QStringLiteral("%1:%2").arg(seconds / 60).arg(seconds % 60, 2, 10, QLatin1Char('0'));
    return tenths ? QString(text + QLatin1Char('.') + QString::number(parts % 10)) : text;
}

qint64 hintMomentUs(const domain::FilmHint &hint)
{
    using K = domain::FilmHint::Kind;
    if (hint.kind == K::Dissolve)
        return hint.fromUs + (hint.toUs - hint.fromUs) / 2;
    return hint.kind == K::Damaged ? hint.fromUs : hint.toUs; // damage looks like what is missing from there on
}

QString hintSentence(const domain::FilmHint &hint, qint64 firstUs)
{
    using K = domain::FilmHint::Kind;
    const auto clock = [firstUs](qint64 us) { return filmClock(us - firstUs, true); };
    const QString from = clock(hint.fromUs), to = clock(hint.toUs), at = clock(hintMomentUs(hint));
    switch (hint.kind) {
    case K::Interruption: return Finds::tr("possible interruption at %1").arg(at);
    case K::Dissolve: return Finds::tr("possible interruption at %1: one view fades into another").arg(at);
    case K::Covered: return Finds::tr("the view was covered, or it was dark, from %1 to %2").arg(from, to);
    case K::Flash: return Finds::tr("a flash of light at %1").arg(at);
    case K::Still: return Finds::tr("the picture stands still from %1 to %2").arg(from, to);
    case K::MissingFrames: return Finds::tr("frames are missing from %1 to %2").arg(from, to);
    case K::SoundBreak:
        return hint.fromUs - firstUs <= 1'000 ? Finds::tr("the sound begins late, at %1").arg(at) : Finds::tr("the sound breaks off from %1 to %2").arg(from, to);
    case K::Damaged: return Finds::tr("damaged pictures from %1 to %2: the film cannot be judged there").arg(from, to);
    case K::Joined: return Finds::tr("another recording begins at %1: the clock of the file starts again").arg(at);
    case K::Unshown: return Finds::tr("behind its end the file holds another recording, which is not shown");
    case K::Resized: return Finds::tr("the pictures have another size from %1 on").arg(at);
    }
    return {};
}

CodeMatch matchOf(const domain::FoundCode &code, const domain::CaseFile &file)
{
    const QString bare = bareCode(code.text);
    if (carries(bare, file.order.waybillNo))
        return CodeMatch::Waybill;
    if (file.returnLeg && carries(bare, file.returnLeg->waybillNo))
        return CodeMatch::ReturnWaybill;
    if (waybillNumberIn(code, file).isEmpty())
        return CodeMatch::OtherCode;
    // Without the number of what was sent it may be that very parcel's.
    return bareCode(file.order.waybillNo).isEmpty() ? CodeMatch::UncomparedWaybill : CodeMatch::OtherWaybill;
}

QString codeSentence(const domain::FoundCode &code, const domain::CaseFile &file, domain::ExhibitKind kind, qint64 firstUs)
{
    const bool film = kind == domain::ExhibitKind::Video;
    const QString at = filmClock(code.ptsUs - firstUs, true);
    const QString number = waybillNumberIn(code, file), text = typedText(number.isEmpty() ? code.text : number);
    switch (matchOf(code, file)) {
    case CodeMatch::Waybill: return film ? Finds::tr("waybill matches at %1").arg(at) : Finds::tr("waybill matches");
    case CodeMatch::ReturnWaybill: return film ? Finds::tr("waybill of the return matches at %1").arg(at) : Finds::tr("waybill of the return matches");
    case CodeMatch::OtherWaybill: return film ? Finds::tr("another waybill at %1: %2").arg(at, text) : Finds::tr("another waybill: %1").arg(text);
    case CodeMatch::UncomparedWaybill: return film ? uncomparedWaybill(file).arg(at, text) : uncomparedInPicture(file).arg(text);
    case CodeMatch::OtherCode: break;
    }
    return film ? Finds::tr("another code at %1: %2").arg(at, text) : Finds::tr("another code: %1").arg(text);
}

QString hintId(qsizetype number)
{
    return QStringLiteral("hint %1").arg(number);
}

QString codeId(qsizetype number)
{
    return QStringLiteral("code %1").arg(number);
}

QString hintMeaning(domain::FilmHint::Kind kind, const std::optional<HintRates> &rates)
{
    using K = domain::FilmHint::Kind;
    const QString uncounted = Finds::tr("How often this hint is right was not counted.");
    const QString readFromFile = Finds::tr("This is read from the file, not guessed from its pictures.");
    switch (kind) {
    case K::Interruption:
        return joined(Finds::tr("A hint to look there, no more: the picture jumps, whatever the reason. Whip pans, flashes, a covered lens, dropped frames and "
                                "damage that no decoder notices (HEVC, VP9) do that too, and a careful cut may not."),
                      ratesText(rates));
    case K::Dissolve:
        return joined(Finds::tr("One view seems to fade into another. A slow turn, light that goes down or a lens that focuses anew can look like it."), dissolveRates(rates));
    case K::Covered:
        return joined(Finds::tr("What happened meanwhile cannot be seen. A hand, a box or a pocket before the lens does that, and so does a dark room."), coverRates(rates));
    case K::Flash: return joined(Finds::tr("A lamp, the sun or another camera does that; it is told so that nobody takes it for a cut."), flashRates(rates));
    case K::Still:
        return joined(Finds::tr("A phone that lies still before things that lie still looks like it, and so do a recording that froze and a picture that was put in."), uncounted);
    case K::MissingFrames:
        return joined(Finds::tr("The time stamps leave something out. Phones that are short of power or storage do that, and so does cutting without writing the film anew."), uncounted);
    case K::SoundBreak:
        return joined(Finds::tr("The picture goes on without its sound. A call, another program that takes the microphone, or cutting does that."), uncounted);
    case K::Damaged:
        return joined(Finds::tr("The file is broken there, as by a bad upload or a failing card. Its pictures are not what was filmed, and no other hint is given there. "
                                "Only what the decoder notices is told: in HEVC and VP9 films damaged pictures are often shown without a word."), uncounted);
    case K::Joined:
        return joined(Finds::tr("Files put behind each other look like it, and so does a camera or a program that was started again while it wrote one file. What "
                                "happened in between, and for how long, cannot be seen."), readFromFile);
    case K::Unshown:
        return joined(Finds::tr("It looks as if two files were put into one, and players show one of them. Ask for the other as a file by itself before judging "
                                "what this one leaves out."), readFromFile);
    case K::Resized:
        return joined(Finds::tr("Two recordings put into one look like it, and so do calls, screens that were turned while they were recorded, and programs that save "
                                "bandwidth. The pictures are fitted into the size of the first ones."), readFromFile);
    }
    return {};
}

void addFinds(FactsCard &card, const domain::CaseFile &file, const domain::Exhibit &exhibit, const FileFinds &finds, const std::optional<HintRates> &rates,
              const QString &chosen)
{
    addCodes(card, file, exhibit, finds, chosen);
    addHints(card, exhibit, finds, rates, chosen);
}

} // namespace arb::presentation
