// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/machinereading.h>

#include <domain/masking.h>

#include <QtCore/QJsonArray>

#include <algorithm>
#include <array>
#include <utility>

namespace arb::domain {

namespace {

bool isWide(QChar c)
{
    constexpr char16_t firstWide = 0x2E80; // CJK and its marks; what is below is set with blanks between words
    return c.unicode() >= firstWide;
}

constexpr int leastDigits = 2; ///< of what may be an amount or a number of a parcel

/// What stands inside amounts, dates, clock times and hidden numbers.
bool joinsDigits(QChar c)
{
    return QStringLiteral(".,-:/*").contains(c);
}

/// Latin words stand apart; a number and its unit, or Chinese words, do not.
bool takesBlank(const ReadWord &before, const ReadWord &after)
{
    if (isWide(before.text.back()) || isWide(after.text.front()))
        return false;
    const int height = std::max(before.box.height(), after.box.height());
    return (after.box.left() - before.box.right()) * 5 > height;
}

ReadLine asOneWord(const QString &text, const QRect &box, const QList<ReadWord> &words)
{
    const auto least = std::ranges::min_element(words, {}, &ReadWord::confidence);
    return {{{text, box, least == words.cend() ? 0 : least->confidence}}};
}

constexpr std::array sideCodes{"middle", "left", "right"}; ///< in the order of ReadBubble::Side
constexpr qsizetype wordParts = 6;                         ///< text, x, y, width, height, confidence

std::optional<ReadLine> lineFromJson(const QJsonArray &words)
{
    ReadLine line;
    for (const QJsonValue &value : words) {
        const QJsonArray parts = value.toArray();
        const QString text = parts.at(0).toString();
        const QRect box(parts.at(1).toInt(), parts.at(2).toInt(), parts.at(3).toInt(-1), parts.at(4).toInt(-1));
        if (parts.size() != wordParts || text.isEmpty() || box.width() < 0 || box.height() < 0)
            return std::nullopt;
        line.words.append({text, box, parts.at(5).toInt()});
    }
    return line.words.isEmpty() ? std::nullopt : std::optional(line);
}

std::optional<ReadBubble> bubbleFromJson(const QJsonObject &object)
{
    ReadBubble bubble;
    const auto side = std::ranges::find(sideCodes, object.value(QLatin1String("side")).toString(), [](const char *code) { return QString::fromLatin1(code); });
    if (side == sideCodes.cend())
        return std::nullopt;
    bubble.side = static_cast<ReadBubble::Side>(side - sideCodes.cbegin());
    for (const QJsonValue &value : object.value(QLatin1String("lines")).toArray()) {
        auto line = lineFromJson(value.toArray());
        if (!line)
            return std::nullopt;
        bubble.lines.append(*std::move(line));
    }
    return bubble.lines.isEmpty() ? std::nullopt : std::optional(bubble);
}

} // namespace

QRect ReadLine::box() const
{
    QRect all;
    for (const ReadWord &word : words)
        all |= word.box;
    return all;
}

QString ReadLine::text() const
{
    QString text;
    for (qsizetype n = 0; n < words.size(); ++n) {
        if (n > 0 && takesBlank(words.at(n - 1), words.at(n)))
            text += QLatin1Char(' ');
        text += words.at(n).text;
    }
    return text;
}

QRect ReadBubble::box() const
{
    QRect all;
    for (const ReadLine &line : lines)
        all |= line.box();
    return all;
}

QString ReadBubble::text() const
{
    QString text;
    for (const ReadLine &line : lines)
        text += line.text();
    return text;
}

int MachineReading::lineCount() const
{
    qsizetype count = 0;
    for (const ReadBubble &bubble : bubbles)
        count += bubble.lines.size();
    return static_cast<int>(count);
}

int MachineReading::meanConfidence() const
{
    qint64 sum = 0, characters = 0;
    for (const ReadLine &line : lines()) {
        for (const ReadWord &word : line.words) {
            sum += word.confidence * word.text.size();
            characters += word.text.size();
        }
    }
    return characters == 0 ? 0 : static_cast<int>(sum / characters);
}

QList<ReadLine> MachineReading::lines() const
{
    QList<ReadLine> all;
    for (const ReadBubble &bubble : bubbles)
        all += bubble.lines;
    return all;
}

bool holdsNumber(const QString &text)
{
    int run = 0;
    for (const QChar c : text) {
        const bool mark = c == u'.' || c == u',' || c == u'-';
        run = c.isDigit() ? run + 1 : mark ? run : 0;
        if (run >= leastDigits)
            return true;
    }
    return false;
}

QString withoutNumbers(const QString &text, const QString &instead)
{
    QString kept;
    for (qsizetype at = 0; at < text.size();) {
        qsizetype end = at;
        int digits = 0;
        for (qsizetype next = at; next < text.size(); ++next) {
            const bool isDigit = text.at(next).isDigit();
            if (!isDigit && (digits == 0 || !joinsDigits(text.at(next))))
                break;
            digits += isDigit ? 1 : 0;
            end = isDigit ? next + 1 : end; // a mark behind the last digit is the sentence's
        }
        if (digits >= leastDigits) {
            kept += instead;
            at = end;
        } else {
            kept += text.at(at++);
        }
    }
    return kept;
}

MachineReading readingIn(MachineReading reading, const QRect &region)
{
    for (ReadBubble &bubble : reading.bubbles) {
        for (ReadLine &line : bubble.lines)
            line.words.removeIf([&region](const ReadWord &word) { return !region.contains(word.box.center()); });
        bubble.lines.removeIf([](const ReadLine &line) { return line.words.isEmpty(); });
    }
    reading.bubbles.removeIf([](const ReadBubble &bubble) { return bubble.lines.isEmpty(); });
    return reading;
}

MachineReading maskedReading(MachineReading reading, const Masks &masks)
{
    for (ReadBubble &bubble : reading.bubbles) {
        for (ReadLine &line : bubble.lines) {
            const QString text = line.text(), hidden = masks.hide(text);
            if (hidden != text)
                line = asOneWord(hidden, line.box(), line.words);
        }
        const QString text = bubble.text(), hidden = masks.hide(text);
        if (hidden != text) { // a number that begins in one line and ends in the next
            QList<ReadWord> words;
            for (const ReadLine &line : std::as_const(bubble.lines))
                words += line.words;
            bubble.lines = {asOneWord(hidden, bubble.box(), words)};
        }
    }
    return reading;
}

QString readingText(const MachineReading &reading)
{
    QString text;
    for (const ReadBubble &bubble : reading.bubbles)
        text += bubble.text() + u'\n';
    return text.remove(QChar(QChar::Null)); // databases take none
}

QJsonObject toJson(const MachineReading &reading)
{
    QJsonArray bubbles;
    for (const ReadBubble &bubble : reading.bubbles) {
        QJsonArray lines;
        for (const ReadLine &line : bubble.lines) {
            QJsonArray words;
            for (const ReadWord &word : line.words)
                words.append(QJsonArray{word.text, word.box.x(), word.box.y(), word.box.width(), word.box.height(), word.confidence});
            lines.append(words);
        }
        bubbles.append(QJsonObject{{QStringLiteral("side"), QString::fromLatin1(sideCodes.at(static_cast<size_t>(bubble.side)))}, {QStringLiteral("lines"), lines}});
    }
    return {{QStringLiteral("width"), reading.size.width()},
            {QStringLiteral("height"), reading.size.height()},
            {QStringLiteral("inBubbles"), reading.inBubbles},
            {QStringLiteral("complete"), reading.complete},
            {QStringLiteral("bubbles"), bubbles}};
}

std::optional<MachineReading> machineReadingFromJson(const QJsonObject &object)
{
    MachineReading reading;
    reading.size = QSize(object.value(QLatin1String("width")).toInt(-1), object.value(QLatin1String("height")).toInt(-1));
    reading.inBubbles = object.value(QLatin1String("inBubbles")).toBool(true);
    reading.complete = object.value(QLatin1String("complete")).toBool(true);
    const QJsonValue bubbles = object.value(QLatin1String("bubbles"));
    if (!bubbles.isArray())
        return std::nullopt;
    for (const QJsonValue &value : bubbles.toArray()) {
        auto bubble = bubbleFromJson(value.toObject());
        if (!bubble)
            return std::nullopt;
        reading.bubbles.append(*std::move(bubble));
    }
    return reading;
}

} // namespace arb::domain
