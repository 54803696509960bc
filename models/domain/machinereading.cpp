// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/machinereading.h>

#include <algorithm>

namespace arb::domain {

namespace {

bool isWide(QChar c)
{
    constexpr char16_t firstWide = 0x2E80; // CJK and its marks; what is below is set with blanks between words
    return c.unicode() >= firstWide;
}

/// Latin words stand apart; a number and its unit, or Chinese words, do not.
bool takesBlank(const ReadWord &before, const ReadWord &after)
{
    if (isWide(before.text.back()) || isWide(after.text.front()))
        return false;
    const int height = std::max(before.box.height(), after.box.height());
    return (after.box.left() - before.box.right()) * 5 > height;
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
    constexpr int leastDigits = 2;
    int run = 0;
    for (const QChar c : text) {
        const bool mark = c == u'.' || c == u',' || c == u'-';
        run = c.isDigit() ? run + 1 : mark ? run : 0;
        if (run >= leastDigits)
            return true;
    }
    return false;
}

} // namespace arb::domain
