// SPDX-License-Identifier: GPL-3.0-or-later
#include "soundutf8.h"

#include <QtCore/QChar>
#include <QtCore/QtEndian>

#include <bit>

namespace arb::intake {

namespace {

/// Never has written more units than it has read bytes.
struct SoundUtf8Reader
{
    const uchar *at = nullptr, *end = nullptr;
    char16_t *to = nullptr;

    /// Of the next eight bytes those before the first that is not ASCII; near the end one. What is written beyond them is in bounds,
    /// since as many bytes are still to come, and is written over.
    void takeAscii()
    {
        constexpr qsizetype together = 8;
        constexpr quint64 tops = 0x8080'8080'8080'8080;
        if (end - at < together) {
            if (*at < 0x80)
                *to++ = *at++;
            return;
        }
        for (qsizetype n = 0; n < together; ++n)
            to[n] = at[n];
        const quint64 foreign = qFromLittleEndian<quint64>(at) & tops;
        const int count = std::countr_zero(foreign) / 8; // 8 where there is none
        at += count;
        to += count;
    }

    char32_t bitsOf(qsizetype follower) const { return at[follower] & 0x3FU; }
    bool hasFollowers(qsizetype count) const
    {
        if (end - at <= count)
            return false;
        unsigned other = 0;
        for (qsizetype n = 1; n <= count; ++n)
            other |= (at[n] & 0xC0U) ^ 0x80U;
        return other == 0;
    }

    /// One of several bytes; false: there is none.
    bool takeCharacter()
    {
        const uchar lead = *at;
        if ((lead & 0xF0) == 0xE0 && hasFollowers(2)) {
            const char32_t c = (lead & 0x0FU) << 12 | bitsOf(1) << 6 | bitsOf(2);
            *to++ = static_cast<char16_t>(c);
            at += 3;
            return c >= 0x800 && !QChar::isSurrogate(c);
        }
        if (lead >= 0xC2 && lead < 0xE0 && hasFollowers(1)) {
            *to++ = static_cast<char16_t>((lead & 0x1FU) << 6 | bitsOf(1));
            at += 2;
            return true;
        }
        if ((lead & 0xF8) != 0xF0 || !hasFollowers(3))
            return false;
        const char32_t c = (lead & 0x07U) << 18 | bitsOf(1) << 12 | bitsOf(2) << 6 | bitsOf(3);
        *to++ = QChar::highSurrogate(c);
        *to++ = QChar::lowSurrogate(c);
        at += 4;
        return c >= 0x1'0000 && c <= QChar::LastValidCodePoint;
    }
};

} // namespace

std::optional<qsizetype> decodeSoundUtf8(QByteArrayView bytes, char16_t *units)
{
    if (bytes.startsWith("\xEF\xBB\xBF"))
        return std::nullopt;
    const auto *const begin = reinterpret_cast<const uchar *>(bytes.data());
    SoundUtf8Reader reader{begin, begin + bytes.size(), units};
    while (reader.at < reader.end) {
        reader.takeAscii();
        while (reader.at < reader.end && *reader.at >= 0x80) {
            if (!reader.takeCharacter())
                return std::nullopt;
        }
    }
    return reader.to - units;
}

} // namespace arb::intake
