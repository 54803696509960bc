// SPDX-License-Identifier: GPL-3.0-or-later
#include <presentation/readingcard.h>

#include <presentation/formats.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QFile>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

#include <algorithm>

namespace arb::presentation {

namespace {

struct Readings
{
    Q_DECLARE_TR_FUNCTIONS(ReadingCard)
};

constexpr qsizetype mostReadLines = 40;

CardLine readLine(const QString &label, const QString &value, const QString &hint = {})
{
    return {.label = label, .value = value, .hint = hint, .look = false, .copied = {}, .places = {}};
}

const domain::ChatMessage *messageOf(const domain::CaseFile &file, const QString &id)
{
    const auto found = std::ranges::find(file.chat, id, &domain::ChatMessage::id);
    return found == file.chat.cend() ? nullptr : &*found;
}

/// What differs, in quotation marks of its own; a place where something is missing is a dash.
QString piecesOf(const QString &text, const QList<domain::TextSpan> &spans)
{
    QStringList pieces;
    for (const domain::TextSpan &span : spans)
        pieces.append(span.length == 0 ? QStringLiteral("–") : visibleText(text.mid(span.from, span.length)));
    return pieces.join(QStringLiteral(" · "));
}

} // namespace

std::optional<ReadingRates> readingRatesFrom(const QByteArray &json)
{
    const QJsonObject told = QJsonDocument::fromJson(json).object();
    const auto count = [&told](const char *set, const char *what) {
        return told.value(QLatin1StringView(set)).toObject().value(QLatin1StringView(what)).toInt(-1);
    };
    const ReadingRates rates{told.value(QLatin1String("set")).toString(), told.value(QLatin1String("date")).toString(), count("light", "characters"),
                             count("light", "wrong"), count("dark", "characters"), count("dark", "wrong")};
    const auto possible = [](int characters, int wrong) { return characters > 0 && wrong >= 0 && wrong <= characters; };
    if (!possible(rates.lightCharacters, rates.lightWrong) || !possible(rates.darkCharacters, rates.darkWrong))
        return std::nullopt;
    return rates;
}

std::optional<ReadingRates> shippedReadingRates()
{
    QFile file(QStringLiteral(":/hints/reading-rates.json"));
    return file.open(QIODevice::ReadOnly) ? readingRatesFrom(file.readAll()) : std::nullopt;
}

QString rateText(int characters, int wrong)
{
    const int permille = characters == 0 ? 0 : static_cast<int>(qint64{1000} * (characters - wrong) / characters);
    return QStringLiteral("%1.%2 %").arg(permille / 10).arg(permille % 10);
}

QString readingSentence(const domain::MachineReading &reading, const std::optional<ReadingRates> &rates)
{
    QString text = Readings::tr("A machine read %n line(s). This is for searching and never evidence by itself: look at the picture.", nullptr, reading.lineCount());
    if (rates)
        text = joined(text, Readings::tr("Of the made-up screenshots that come with this program it reads %1 of the characters right when they are light and %2 when they are dark; real ones may do worse.")
                                .arg(rateText(rates->lightCharacters, rates->lightWrong), rateText(rates->darkCharacters, rates->darkWrong)));
    if (!reading.complete)
        text = joined(text, Readings::tr("There was no time to read all of it."));
    return text;
}

QString matchSentence(const domain::TranscriptMatch &match, const QString &read, const domain::CaseFile &file)
{
    using K = domain::TranscriptMatch::Kind;
    if (match.sideUnknown && match.kind != K::NotAMessage) {
        domain::TranscriptMatch sided = match;
        sided.sideUnknown = false;
        //: words of a screenshot that stand in no bubble of either side; %1 says what the platform's log has of them
        return Readings::tr("side unknown, perhaps no message; %1").arg(matchSentence(sided, read, file));
    }
    switch (match.kind) {
    case K::NotAMessage: return {};
    case K::Found: return Readings::tr("found in the platform's log");
    case K::NotInLog: return Readings::tr("not in the platform's log");
    case K::Similar: break;
    }
    const domain::ChatMessage *message = messageOf(file, match.message);
    const QString wanted = piecesOf(message ? message->text : QString(), match.inMessage), got = piecesOf(read, match.inReading);
    if (std::ranges::any_of(got, [](QChar c) { return c.isDigit(); }))
        return Readings::tr("similar in the platform's log, differs in a number: log “%1”; read the number in the picture").arg(wanted);
    //: the characters read in the picture, those of the log
    return Readings::tr("similar in the platform's log, differs here: read “%1”, log “%2”")
        .arg(got, wanted);
}

QString readingExhibitText(const domain::MachineReading &reading, const QString &place)
{
    const QString read = domain::readingText(reading);
    if (read.trimmed().isEmpty())
        return {};
    //: stands in the place of a number that a machine read
    const QString text = domain::withoutNumbers(read, Readings::tr("[number]"));
    QStringList head{Readings::tr("What a machine read in %1. This is for searching and never evidence by itself: look there.").arg(place)};
    if (text != read)
        head.append(Readings::tr("Numbers are left out: read them there."));
    if (!reading.complete)
        head.append(Readings::tr("There was no time to read all of it."));
    return QString(head.join(u'\n') + QStringLiteral("\n\n") + text);
}

void addReading(FactsCard &card, const domain::CaseFile &file, const FileFinds &finds, const std::optional<ReadingRates> &rates,
                const std::optional<QList<domain::TranscriptMatch>> &matches)
{
    const QString label = Readings::tr("Machine reading");
    switch (finds.readState) {
    case FileFinds::State::None: return;
    case FileFinds::State::Looking: card.lines.append(readLine(label, Readings::tr("being read"))); return;
    case FileFinds::State::Failed:
        card.lines.append(readLine(label, finds.readerMissing ? Readings::tr("not installed; the package tesseract-ocr-chi-sim brings it") : Readings::tr("could not be read")));
        return;
    case FileFinds::State::Done: break;
    }
    if (finds.reading.bubbles.isEmpty()) {
        card.lines.append(readLine(label, Readings::tr("no words read")));
        return;
    }
    card.lines.append(readLine(label, Readings::tr("%n line(s)", nullptr, finds.reading.lineCount()), readingSentence(finds.reading, rates)));
    if (!matches || matches->size() != finds.reading.bubbles.size()) {
        if (!file.chat.isEmpty())
            card.lines.append(readLine(QString(), Readings::tr("being laid beside the platform's log")));
        return;
    }
    qsizetype shown = 0;
    for (qsizetype n = 0; n < matches->size(); ++n) {
        const domain::TranscriptMatch &match = matches->at(n);
        if (match.kind == domain::TranscriptMatch::Kind::NotAMessage || file.chat.isEmpty())
            continue;
        if (++shown > mostReadLines)
            continue;
        const domain::ReadBubble &bubble = finds.reading.bubbles.at(n);
        // Numbers are not repeated here: they are read in the picture.
        const QString read = bubble.text();
        const QString words = domain::holdsNumber(read) ? Readings::tr("words with a number (see the picture)") : visibleText(read);
        CardLine line = readLine(QString(), QStringLiteral("%1: %2").arg(words, matchSentence(match, read, file)));
        line.places = {{Readings::tr("Show"), 0, 0, bubble.box(), QString()}};
        if (!match.message.isEmpty())
            line.places.append({Readings::tr("Message"), 0, 0, QRect(), match.message});
        card.lines.append(line);
    }
    if (shown > mostReadLines)
        card.lines.append(readLine(QString(), Readings::tr("%n more stretch(es) of words are not laid out here", nullptr, static_cast<int>(shown - mostReadLines))));
}

} // namespace arb::presentation
