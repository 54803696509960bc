// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewing/filmtime.h"

#include <QtCore/QRegularExpression>

#include <algorithm>

namespace arb::ui {

namespace {

QString clockText(qint64 seconds)
{
    const qint64 minutes = seconds / 60;
    const QString tail = QStringLiteral("%1").arg(seconds % 60, 2, 10, QLatin1Char('0'));
    if (minutes < 60)
        return QStringLiteral("%1:%2").arg(minutes).arg(tail);
    return QStringLiteral("%1:%2:%3").arg(minutes / 60).arg(minutes % 60, 2, 10, QLatin1Char('0')).arg(tail);
}

/// Typed by an input method or not.
QString plainSigns(const QString &text)
{
    QString plain;
    for (const QChar sign : text) {
        if (sign.digitValue() >= 0)
            plain += QLatin1Char(static_cast<char>('0' + sign.digitValue()));
        else if (sign == QChar(0xFF1A))
            plain += QLatin1Char(':');
        else if (sign == QChar(0xFF03))
            plain += QLatin1Char('#');
        else if (sign == QChar(0xFF0E) || sign == QChar(0x3002) || sign == QLatin1Char(','))
            plain += QLatin1Char('.');
        else if (!sign.isSpace())
            plain += sign;
    }
    return plain;
}

} // namespace

QString filmTimeShort(qint64 us, int decimals)
{
    const QString clock = clockText(us / 1'000'000);
    if (decimals <= 0)
        return clock;
    const QString thousandths = QStringLiteral("%1").arg(us / 1'000 % 1'000, 3, 10, QLatin1Char('0'));
    return QStringLiteral("%1.%2").arg(clock, thousandths.left(decimals));
}

int decimalsToTellApart(const QList<qint64> &times)
{
    int decimals = 0;
    const auto looksSame = [&decimals](qint64 before, qint64 after) { return filmTimeShort(before, decimals) == filmTimeShort(after, decimals); };
    while (decimals < 3 && std::ranges::adjacent_find(times, looksSame) != times.cend())
        ++decimals;
    return decimals;
}

std::optional<TypedPlace> readFilmPlace(const QString &text)
{
    const QString plain = plainSigns(text);
    static const QRegularExpression frame(QStringLiteral("^#(\\d{1,9})$"));
    static const QRegularExpression time(QStringLiteral("^(?:(?:(\\d{1,3}):)?(\\d{1,4}):)?(\\d{1,6})(?:\\.(\\d{1,9}))?$"));
    if (const QRegularExpressionMatch match = frame.match(plain); match.hasMatch())
        return TypedPlace{match.captured(1).toLongLong(), std::nullopt};
    const QRegularExpressionMatch match = time.match(plain);
    if (!match.hasMatch())
        return std::nullopt;
    const qint64 seconds = match.captured(1).toLongLong() * 3600 + match.captured(2).toLongLong() * 60 + match.captured(3).toLongLong();
    const qint64 fraction = match.captured(4).leftJustified(3, QLatin1Char('0'), true).toLongLong();
    return TypedPlace{std::nullopt, (seconds * 1000 + fraction) * 1000 + 999};
}

} // namespace arb::ui
