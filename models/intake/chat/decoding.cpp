// SPDX-License-Identifier: GPL-3.0-or-later
#include "decoding.h"
#include "soundutf8.h"

#include <intake/chatlog.h>
#include <usecases/largepages.h>

#include <QtCore/QStringDecoder>

#include <algorithm>
#include <optional>
#include <span>
#include <utility>

namespace arb::intake {

namespace {

using domain::ChatFault;
using Bytes = std::span<const uchar>;

/// How many bytes the character at the beginning of @p rest has; 0 when it is none.
using LengthAt = qsizetype (*)(Bytes rest);

bool isFollower(uchar byte) { return (byte & 0xC0) == 0x80; }

qsizetype utf8Length(Bytes rest)
{
    const uchar lead = rest[0];
    if (lead < 0x80)
        return 1;
    const std::size_t size = lead >= 0xC2 && lead <= 0xDF ? 2 : lead >= 0xE0 && lead <= 0xEF ? 3 : lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
    if (size == 0 || rest.size() < size || !std::all_of(rest.begin() + 1, rest.begin() + static_cast<std::ptrdiff_t>(size), isFollower))
        return 0;
    const uchar second = rest[1];
    const bool overlong = (lead == 0xE0 && second < 0xA0) || (lead == 0xF0 && second < 0x90);
    const bool beyond = (lead == 0xED && second > 0x9F) || (lead == 0xF4 && second > 0x8F);
    return overlong || beyond ? 0 : static_cast<qsizetype>(size);
}

qsizetype gb18030Length(Bytes rest)
{
    const uchar lead = rest[0];
    if (lead < 0x80)
        return 1;
    if (lead == 0x80 || lead == 0xFF || rest.size() < 2)
        return 0;
    const uchar second = rest[1];
    if (second >= 0x40 && second != 0x7F && second != 0xFF)
        return 2;
    const auto isDigit = [](uchar byte) { return byte >= 0x30 && byte <= 0x39; };
    return rest.size() >= 4 && isDigit(second) && rest[2] >= 0x81 && rest[2] != 0xFF && isDigit(rest[3]) ? 4 : 0;
}

qsizetype big5Length(Bytes rest)
{
    const uchar lead = rest[0];
    if (lead < 0x80)
        return 1;
    if (lead < 0x81 || lead == 0xFF || rest.size() < 2)
        return 0;
    const uchar second = rest[1];
    return (second >= 0x40 && second <= 0x7E) || (second >= 0xA1 && second <= 0xFE) ? 2 : 0;
}

/// Is the character at the beginning of @p rest, which has two bytes, one that everyday texts are made of?
using IsCommon = bool (*)(Bytes rest);

/// The signs, and the 3,755 of the first level of GB 2312.
bool isCommonGb18030(Bytes rest)
{
    return rest[1] >= 0xA1 && (rest[0] <= 0xA3 || (rest[0] >= 0xB0 && rest[0] <= 0xD7)) && rest[0] >= 0xA1;
}

/// The signs, and the 5,401 of the first level.
bool isCommonBig5(Bytes rest)
{
    return rest[0] >= 0xA1 && rest[0] <= 0xC6;
}

struct Walk
{
    qsizetype wrong = 0, many = 0; ///< places that are no character; characters of several bytes
    qsizetype rare = 0;            ///< of the latter, where somebody told what is common
    QList<domain::ChatLineProblem> places;
};

Walk walk(QByteArrayView bytes, LengthAt lengthAt, IsCommon isCommon = nullptr)
{
    Walk walked;
    Bytes rest(reinterpret_cast<const uchar *>(bytes.data()), static_cast<std::size_t>(bytes.size()));
    quint32 line = 1, column = 1;
    while (!rest.empty()) {
        const qsizetype length = lengthAt(rest);
        if (length == 0) {
            ++walked.wrong;
            if (walked.places.isEmpty() || walked.places.constLast().line != line)
                walked.places.append({line, column, ChatFault::Bytes, QStringLiteral("0x%1").arg(rest[0], 2, 16, QLatin1Char('0'))});
        }
        walked.many += length > 1 ? 1 : 0;
        walked.rare += isCommon && length > 1 && (length > 2 || !isCommon(rest)) ? 1 : 0;
        const bool ends = rest[0] == '\n' || (rest[0] == '\r' && (rest.size() < 2 || rest[1] != '\n'));
        line += ends ? 1 : 0;
        column = ends ? 1 : column + (length == 4 ? 2 : 1);
        rest = rest.subspan(static_cast<std::size_t>(std::max<qsizetype>(length, 1)));
    }
    return walked;
}

/// UTF-16 without a mark: line ends, digits and blanks make zero bytes on one side only.
std::optional<QStringDecoder::Encoding> utf16ByZeros(QByteArrayView bytes)
{
    const QByteArrayView head = bytes.first(std::min<qsizetype>(bytes.size(), 64 * 1024));
    qsizetype zeros[2] = {0, 0};
    for (qsizetype n = 0; n < head.size(); ++n)
        zeros[n % 2] += head[n] == '\0' ? 1 : 0;
    const qsizetype enough = std::max<qsizetype>(head.size() / 20, 1); // a tenth of the characters
    if (zeros[1] >= enough && zeros[0] * 8 < zeros[1])
        return QStringDecoder::Utf16LE;
    if (zeros[0] >= enough && zeros[1] * 8 < zeros[0])
        return QStringDecoder::Utf16BE;
    return std::nullopt;
}

/// Halves of a surrogate pair that stand alone are no characters; neither is half a unit at the end.
void checkUtf16(DecodedChat &decoded, bool halfUnit)
{
    const QChar *at = decoded.text.constData();
    quint32 line = 1, column = 1;
    const auto fault = [&](const QString &what) {
        ++decoded.undecodable;
        if (decoded.problems.isEmpty() || decoded.problems.constLast().line != line)
            decoded.problems.append({line, column, ChatFault::Bytes, what});
    };
    QList<qsizetype> lone;
    for (qsizetype n = 0; n < decoded.text.size(); ++n, ++column) {
        if (at[n].isHighSurrogate() && n + 1 < decoded.text.size() && at[n + 1].isLowSurrogate()) {
            ++n;
            ++column;
        } else if (at[n].isSurrogate()) {
            fault(QStringLiteral("0x%1").arg(at[n].unicode(), 4, 16, QLatin1Char('0')));
            lone.append(n);
        } else if (at[n] == u'\n' || (at[n] == u'\r' && (n + 1 == decoded.text.size() || at[n + 1] != u'\n'))) {
            ++line;
            column = 0;
        }
    }
    for (const qsizetype n : lone)
        decoded.text[n] = QChar::ReplacementCharacter;
    if (halfUnit)
        fault(QStringLiteral("1"));
}

void unifyLineEnds(QString &text)
{
    const qsizetype first = text.indexOf(u'\r');
    if (first < 0)
        return;
    QChar *to = text.data() + first;
    for (const QChar *from = to, *end = text.constData() + text.size(); from < end; ++from) {
        const bool isReturn = *from == u'\r';
        *to++ = isReturn ? QChar(u'\n') : *from;
        from += isReturn && from + 1 < end && from[1] == u'\n' ? 1 : 0;
    }
    text.truncate(to - text.constData());
}

DecodedChat decodedUtf16(QByteArrayView bytes, QStringDecoder::Encoding encoding)
{
    DecodedChat decoded;
    const bool half = bytes.size() % 2 != 0;
    QStringDecoder decoder(encoding, QStringDecoder::Flag::Stateless);
    decoded.text = decoder(bytes.chopped(half ? 1 : 0));
    decoded.encoding = encoding == QStringDecoder::Utf16LE ? QStringLiteral("UTF-16LE") : QStringLiteral("UTF-16BE");
    checkUtf16(decoded, half);
    if (half)
        decoded.text += QChar(QChar::ReplacementCharacter);
    return decoded;
}

/// Letters of Western Europe: single bytes among ASCII letters, none of them a control character.
bool looksWestern(QByteArrayView bytes)
{
    qsizetype high = 0, letters = 0, alone = 0;
    const auto isHigh = [&bytes](qsizetype n) { return n >= 0 && n < bytes.size() && (static_cast<uchar>(bytes[n]) & 0x80) != 0; };
    for (qsizetype n = 0; n < bytes.size(); ++n) {
        if (!isHigh(n))
            continue;
        const auto byte = static_cast<uchar>(bytes[n]);
        if (QByteArrayView("\x81\x8D\x8F\x90\x9D").contains(bytes[n])) // no characters there
            return false;
        ++high;
        letters += byte >= 0xC0 && byte != 0xD7 && byte != 0xF7 && byte < 0xFF ? 1 : 0;
        alone += isHigh(n - 1) || isHigh(n + 1) ? 0 : 1;
    }
    return letters * 2 > high && alone * 4 > high * 3 && high * 4 < bytes.size();
}

struct Guess
{
    const char *name = nullptr; ///< nullptr: none is likely
    Walk walked;
};

/// The likeliest of the encodings that give themselves away by nothing. @p wrong is how many places UTF-8 would leave.
Guess guessEncoding(QByteArrayView bytes, qsizetype wrong)
{
    Guess best;
    double bestShare = 0;
    const struct { const char *name; LengthAt lengthAt; IsCommon isCommon; } chinese[] = {{"GB18030", gb18030Length, isCommonGb18030}, {"Big5", big5Length, isCommonBig5}};
    for (const auto &[name, lengthAt, isCommon] : chinese) {
        if (bestShare > 0.9)
            break; // clear enough: no need to read all of it once more
        Walk walked = walk(bytes, lengthAt, isCommon);
        if (walked.many == 0 || walked.wrong * 4 >= wrong + 3 || !QStringDecoder(name).isValid())
            continue;
        const double share = static_cast<double>(walked.many - walked.rare) / static_cast<double>(walked.many);
        if (best.name && share <= bestShare)
            continue;
        best = {name, std::move(walked)};
        bestShare = share;
    }
    if (bestShare < 0.5 && looksWestern(bytes) && QStringDecoder("windows-1252").isValid())
        best = {"windows-1252", {}};
    return best;
}

/// One pass for what is almost always UTF-8; only bytes that are not are looked at twice.
DecodedChat decodedBytes(QByteArrayView bytes, bool mustBeUtf8)
{
    DecodedChat decoded;
    decoded.encoding = QStringLiteral("UTF-8");
    QStringDecoder utf8(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    decoded.text = QString(utf8.requiredSpace(bytes.size()), Qt::Uninitialized);
    QChar *const begin = decoded.text.data();
    usecases::wishLargePages(begin, static_cast<std::size_t>(decoded.text.size()) * sizeof(QChar));
    if (const auto size = decodeSoundUtf8(bytes, reinterpret_cast<char16_t *>(begin))) {
        decoded.text.truncate(*size);
        return decoded;
    }
    decoded.text.truncate(utf8.appendToBuffer(begin, bytes) - begin);
    if (!utf8.hasError())
        return decoded;
    Walk walked = walk(bytes, utf8Length);
    // A damaged UTF-8 text still has mostly good characters; a GB18030 text taken for UTF-8 has next to none.
    if (!mustBeUtf8 && walked.many < 4 * walked.wrong) {
        Guess guess = guessEncoding(bytes, walked.wrong);
        if (guess.name) {
            decoded.text = QStringDecoder(guess.name)(bytes);
            decoded.encoding = QString::fromLatin1(guess.name);
            walked = std::move(guess.walked);
        }
        decoded.guessed = true;
        decoded.rare = walked.rare;
    }
    decoded.undecodable = walked.wrong;
    decoded.problems = std::move(walked.places);
    return decoded;
}

/// As somebody says. What cannot be decoded is found by what stands in its place.
DecodedChat decodedAs(QByteArrayView bytes, const QString &encoding)
{
    DecodedChat decoded;
    const QByteArray name = encoding.toLatin1();
    decoded.encoding = encoding;
    decoded.text = QStringDecoder(name.constData())(bytes);
    quint32 line = 1, column = 0;
    for (const QChar c : std::as_const(decoded.text)) {
        ++column;
        if (c == u'\n') {
            ++line;
            column = 0;
        } else if (c == QChar::ReplacementCharacter) {
            ++decoded.undecodable;
            if (decoded.problems.isEmpty() || decoded.problems.constLast().line != line)
                decoded.problems.append({line, column, ChatFault::Bytes, QStringLiteral("U+FFFD")});
        }
    }
    return decoded;
}

} // namespace

bool isKnownEncoding(const QString &name)
{
    return !name.isEmpty() && QStringDecoder(name.toLatin1().constData()).isValid();
}

DecodedChat decodeChat(const QByteArray &bytes, const QString &encoding)
{
    DecodedChat decoded;
    if (isKnownEncoding(encoding)) {
        decoded = decodedAs(bytes, encoding);
        unifyLineEnds(decoded.text);
        return decoded;
    }
    const QByteArrayView all(bytes);
    const auto behindMark = [&](qsizetype size) { return all.sliced(size); };
    if (all.startsWith("\xEF\xBB\xBF")) {
        decoded = decodedBytes(behindMark(3), true);
        decoded.byteOrderMark = true;
    } else if (all.startsWith("\xFF\xFE") || all.startsWith("\xFE\xFF")) {
        decoded = decodedUtf16(behindMark(2), all.startsWith("\xFF\xFE") ? QStringDecoder::Utf16LE : QStringDecoder::Utf16BE);
        decoded.byteOrderMark = true;
    } else if (const auto wide = utf16ByZeros(all)) {
        decoded = decodedUtf16(all, *wide);
        decoded.guessed = true;
    } else {
        decoded = decodedBytes(all, false);
    }
    if (all.contains('\r')) // whatever the encoding, that character has that byte
        unifyLineEnds(decoded.text);
    return decoded;
}

QString excerptOf(QStringView text)
{
    constexpr qsizetype shown = 80;
    const qsizetype end = text.indexOf(u'\n');
    return text.first(std::min(end < 0 ? text.size() : end, shown)).toString();
}

} // namespace arb::intake
