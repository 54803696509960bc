// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/money.h>

#include <QtCore/QStringList>

#include <algorithm>
#include <cassert>
#include <cstdlib>
#include <numeric>

namespace arb::domain {

namespace {

/// More yuan digits than any order has; keeps every sum far from overflow.
constexpr qsizetype maxYuanDigits = 13;

/// Full-width digits and signs, as a Chinese input method types them, become their ASCII forms; spaces at the ends go.
QString asciiSum(const QString &text)
{
    QString ascii = text.trimmed();
    for (QChar &c : ascii) {
        const char16_t unit = c.unicode();
        if (unit >= u'０' && unit <= u'９')
            c = QChar(static_cast<char16_t>(unit - u'０' + u'0'));
        else if (unit == u'．')
            c = u'.';
        else if (unit == u'，')
            c = u',';
        else if (unit == u'￥')
            c = u'¥';
    }
    return ascii;
}

bool isSumDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

/// The digits of the yuan part without its separators; nothing when separators do not group by three.
std::optional<QString> yuanDigits(const QString &part)
{
    const QStringList groups = part.split(u',');
    for (qsizetype i = 0; i < groups.size(); ++i) {
        const QString &group = groups.at(i);
        if (group.isEmpty() || !std::all_of(group.begin(), group.end(), isSumDigit))
            return std::nullopt;
        if (groups.size() > 1 && (i == 0 ? group.size() > 3 : group.size() != 3))
            return std::nullopt;
    }
    return groups.join(QString());
}

} // namespace

QString Money::toString() const
{
    const quint64 magnitude = m_fen < 0 ? quint64(0) - static_cast<quint64>(m_fen) : static_cast<quint64>(m_fen);
    QString yuan = QString::number(magnitude / 100);
    for (qsizetype at = yuan.size() - 3; at > 0; at -= 3)
        yuan.insert(at, u',');
    const QString fen = QString::number(magnitude % 100).rightJustified(2, u'0');
    QString text = m_fen < 0 ? QStringLiteral("-") : QString();
    text += yuan;
    text += u'.';
    text += fen;
    return text;
}

std::optional<Money> Money::fromUserText(const QString &text)
{
    QString rest = asciiSum(text);
    if (rest.startsWith(u'¥'))
        rest = rest.mid(1).trimmed();
    if (rest.endsWith(u'元'))
        rest = rest.chopped(1).trimmed();

    const QStringList parts = rest.split(u'.');
    if (parts.size() > 2)
        return std::nullopt;
    const std::optional<QString> yuan = yuanDigits(parts.front());
    if (!yuan || yuan->size() > maxYuanDigits)
        return std::nullopt;
    qint64 fen = 0;
    if (parts.size() == 2) {
        const QString &fraction = parts.back();
        if (fraction.isEmpty() || fraction.size() > 2 || !std::all_of(fraction.begin(), fraction.end(), isSumDigit))
            return std::nullopt;
        fen = fraction.leftJustified(2, u'0').toLongLong();
    }
    return Money(yuan->toLongLong() * 100 + fen);
}

std::array<Money, 4> splitByPercent(Money total, const std::array<int, 4> &percent)
{
    const int sum = std::accumulate(percent.begin(), percent.end(), 0);
    assert(sum == 100 || sum == 0);
    std::array<Money, 4> parts;
    if (sum == 0)
        return parts;

    // Whole hundreds split exactly; only the rest below 100 fen has remainders. This way nothing can overflow.
    const qint64 hundreds = total.fen() / 100;
    const qint64 rest = total.fen() % 100;
    std::array<qint64, 4> remainder{};
    qint64 left = total.fen();
    for (size_t i = 0; i < parts.size(); ++i) {
        const qint64 part = hundreds * percent[i] + rest * percent[i] / 100;
        remainder[i] = std::abs(rest * percent[i] % 100);
        parts[i] = Money(part);
        left -= part;
    }
    std::array<size_t, 4> order{0, 1, 2, 3};
    std::stable_sort(order.begin(), order.end(), [&](size_t a, size_t b) { return remainder[a] > remainder[b]; });
    const qint64 step = left < 0 ? -1 : 1;
    for (size_t i = 0; left != 0; ++i, left -= step)
        parts[order[i]] += Money(step);
    return parts;
}

} // namespace arb::domain
