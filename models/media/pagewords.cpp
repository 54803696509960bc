// SPDX-License-Identifier: GPL-3.0-or-later
#include <media/document.h>

#include <QtCore/QXmlStreamReader>

#include <algorithm>

namespace arb::media {

namespace {

constexpr qsizetype mostWords = 100'000; ///< of one page; what comes after is left out

/// XML allows no control characters, the text of a party's file may have any.
QByteArray withoutControls(QByteArray text)
{
    const auto isControl = [](char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t'; };
    text.erase(std::remove_if(text.begin(), text.end(), isControl), text.end());
    return text;
}

} // namespace

QList<MediaWord> wordsOfBoxes(const QByteArray &xhtml)
{
    constexpr double scale = documentDpi / 72.0;
    QList<MediaWord> words;
    QXmlStreamReader xml(withoutControls(xhtml));
    while (!xml.atEnd() && words.size() < mostWords) {
        if (xml.readNext() != QXmlStreamReader::StartElement || xml.name() != QLatin1StringView("word"))
            continue;
        const QXmlStreamAttributes box = xml.attributes();
        const auto edge = [&](const char *name) { return box.value(QLatin1StringView(name)).toDouble() * scale; };
        const QRectF rect(QPointF(edge("xMin"), edge("yMin")), QPointF(edge("xMax"), edge("yMax")));
        const QString text = xml.readElementText(QXmlStreamReader::SkipChildElements);
        if (!text.isEmpty() && rect.isValid() && QRectF(0, 0, 1e6, 1e6).contains(rect))
            words.append({text, rect});
    }
    return words;
}

/// A page by itself is XML. In the words of a file, the tool writes the bracket of a tag as an entity.
QList<QList<MediaWord>> wordsOfPages(const QByteArray &xhtml, int most)
{
    static constexpr QByteArrayView begin("<page ");
    QList<QList<MediaWord>> pages;
    qsizetype from = xhtml.indexOf(begin);
    while (from >= 0 && pages.size() < most) {
        const qsizetype next = xhtml.indexOf(begin, from + begin.size());
        pages.append(wordsOfBoxes(xhtml.sliced(from, (next < 0 ? xhtml.size() : next) - from)));
        from = next;
    }
    return pages;
}

} // namespace arb::media
