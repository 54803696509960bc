// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewing/pagefind.h"

#include <algorithm>
#include <span>
#include <vector>

namespace arb::ui {

namespace {

/// Folded one by one, so that every character keeps its place.
QString foldedWithoutBlanks(const QString &text)
{
    QString folded;
    folded.reserve(text.size());
    for (const QChar c : text) {
        if (!c.isSpace())
            folded.append(c.toCaseFolded());
    }
    return folded;
}

/// A character of the page's text: of which word, and the how manieth of how many.
struct Letter
{
    qsizetype word = 0;
    double from = 0, to = 0; ///< share of the word's width
};

bool onOneLine(const QRectF &a, const QRectF &b)
{
    return std::min(a.bottom(), b.bottom()) - std::max(a.top(), b.top()) > 0.5 * std::min(a.height(), b.height());
}

PageHit hitOver(const QList<PageWord> &words, std::span<const Letter> letters)
{
    PageHit hit;
    QRectF line;
    for (const Letter &letter : letters) {
        const QRectF &box = words.at(letter.word).box;
        const QRectF part(box.left() + box.width() * letter.from, box.top(), box.width() * (letter.to - letter.from), box.height());
        if (line.isNull() || onOneLine(line, part)) {
            line = line.isNull() ? part : line | part;
            continue;
        }
        hit.boxes.append(line.toAlignedRect());
        line = part;
    }
    hit.boxes.append(line.toAlignedRect());
    return hit;
}

} // namespace

QList<PageHit> findOnPage(const QString &wanted, const QList<PageWord> &words)
{
    const QString needle = foldedWithoutBlanks(wanted);
    if (needle.isEmpty())
        return {};
    QString text;
    std::vector<Letter> letters;
    for (qsizetype n = 0; n < words.size(); ++n) {
        const QString folded = foldedWithoutBlanks(words.at(n).text);
        const auto count = static_cast<double>(folded.size());
        for (qsizetype at = 0; at < folded.size(); ++at)
            letters.push_back({n, static_cast<double>(at) / count, static_cast<double>(at + 1) / count});
        text += folded;
    }
    QList<PageHit> hits;
    for (qsizetype at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + needle.size()))
        hits.append(hitOver(words, std::span(letters).subspan(static_cast<size_t>(at), static_cast<size_t>(needle.size()))));
    return hits;
}

} // namespace arb::ui
