// SPDX-License-Identifier: GPL-3.0-or-later
#include <presentation/formats.h>

#include <presentation/labels.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QLocale>

#include <cmath>

namespace arb::presentation {

namespace {

struct Formats
{
    Q_DECLARE_TR_FUNCTIONS(Formats)
};

constexpr qint64 soonMs = 4 * domain::hourMs;

} // namespace

QString moneyText(domain::Money sum)
{
    return Formats::tr("¥%1").arg(sum.toString());
}

QString limitText(domain::Money limit)
{
    const QString text = limit.toString();
    return Formats::tr("¥%1").arg(text.endsWith(QStringLiteral(".00")) ? text.chopped(3) : text);
}

QString dateTimeText(domain::UtcMs at)
{
    return at.toPlatform().toString(QStringLiteral("yyyy-MM-dd HH:mm"));
}

QString filmTimeText(qint64 us)
{
    const bool before = us < 0; // the container's clock may begin below zero
    const qint64 ms = (before ? -us : us) / 1000;
    const QString tail = QStringLiteral("%1.%2").arg(ms / 1000 % 60, 2, 10, QLatin1Char('0')).arg(ms % 1000, 3, 10, QLatin1Char('0'));
    const qint64 minutes = ms / 60'000;
    const QString text = minutes < 60 ? QStringLiteral("%1:%2").arg(minutes).arg(tail)
                                      : QStringLiteral("%1:%2:%3").arg(minutes / 60).arg(minutes % 60, 2, 10, QLatin1Char('0')).arg(tail);
    return before ? QString(u'-' + text) : text;
}

QString filmPlaceText(const domain::FilmPlace &place, qint64 firstUs)
{
    const QString from = filmTimeText(place.pts - firstUs);
    return place.isSpan() ? QStringLiteral("%1–%2").arg(from, filmTimeText(place.ptsEnd - firstUs)) : from;
}

QString shareText(int permille)
{
    return permille % 10 == 0 ? QStringLiteral("%1 %").arg(permille / 10) : QStringLiteral("%1.%2 %").arg(permille / 10).arg(permille % 10);
}

std::optional<int> shareFromText(const QString &text)
{
    QString plain = text.normalized(QString::NormalizationForm_KC).remove(u' ').replace(u',', u'.');
    if (plain.endsWith(u'%'))
        plain.chop(1);
    const QStringList parts = plain.split(u'/');
    bool first = false;
    bool second = parts.size() == 1;
    const double part = parts.constFirst().toDouble(&first);
    const double whole = second ? 100.0 : parts.constLast().toDouble(&second);
    if (parts.size() > 2 || !first || !second || !(part >= 0.0 && whole > 0.0 && part <= whole))
        return std::nullopt;
    return static_cast<int>(std::lround(part / whole * 1000.0));
}

QString shortTimeText(domain::UtcMs at, domain::UtcMs now)
{
    const QDateTime when = at.toPlatform();
    const QString time = when.toString(QStringLiteral("HH:mm"));
    const qint64 days = now.toPlatform().date().daysTo(when.date());
    if (days == 0)
        return Formats::tr("today %1").arg(time);
    if (days == 1)
        return Formats::tr("tomorrow %1").arg(time);
    if (days == -1)
        return Formats::tr("yesterday %1").arg(time);
    const QLocale locale(languageIsChinese() ? QLocale::Chinese : QLocale::English);
    const bool thisYear = when.date().year() == now.toPlatform().date().year();
    const QString form = thisYear ? Formats::tr("d MMM") : Formats::tr("d MMM yyyy"); // else it reads as if it were this one
    //: Date and time in a row, e.g. "12 Oct 09:05".
    return Formats::tr("%1 %2").arg(locale.toString(when.date(), form), time);
}

QString durationText(qint64 ms)
{
    const qint64 minutes = (ms < 0 ? -ms : ms) / domain::minuteMs;
    const qint64 days = minutes / (24 * 60);
    const qint64 hours = minutes / 60 % 24;
    if (days >= 3)
        return Formats::tr("%1 d").arg(days);
    if (days > 0)
        return hours > 0 ? Formats::tr("%1 d %2 h").arg(days).arg(hours) : Formats::tr("%1 d").arg(days);
    if (hours > 0)
        return minutes % 60 > 0 ? Formats::tr("%1 h %2 min").arg(hours).arg(minutes % 60) : Formats::tr("%1 h").arg(hours);
    return Formats::tr("%1 min").arg(minutes);
}

QString dueText(const std::optional<domain::UtcMs> &dueAt, const QString &unknown, domain::UtcMs now)
{
    if (!dueAt) {
        if (unknown.isEmpty())
            return {};
        return Formats::tr("unknown: %1").arg(unknown);
    }
    const qint64 left = *dueAt - now;
    if (left < 0)
        return Formats::tr("overdue %1 · %2").arg(durationText(left), shortTimeText(*dueAt, now));
    return Formats::tr("%1 · %2").arg(durationText(left), shortTimeText(*dueAt, now));
}

Urgency urgency(const std::optional<domain::UtcMs> &dueAt, domain::UtcMs now)
{
    if (!dueAt)
        return Urgency::None;
    const qint64 left = *dueAt - now;
    if (left < 0)
        return Urgency::Overdue;
    return left <= soonMs ? Urgency::Soon : Urgency::Calm;
}

QString joined(const QString &sentence, const QString &next)
{
    const bool fullWidth = sentence.endsWith(u'。') || sentence.endsWith(u'？') || sentence.endsWith(u'！');
    const bool close = sentence.isEmpty() || next.isEmpty() || fullWidth;
    return sentence + (close ? QString() : QStringLiteral(" ")) + next;
}

namespace {

/// Takes no room on the screen, or turns around what does.
bool isHidden(char32_t code)
{
    if (code == U'\n' || code == U'\t' || code == 0x200c || code == 0x200d)
        return false; // the two joiners make letters and emoji what they are
    switch (QChar::category(code)) {
    case QChar::Other_Control:
    case QChar::Other_Format: // bidi marks, zero width space, byte-order mark, soft hyphen, tags
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph: return true;
    default: return code == 0x115f || code == 0x1160 || code == 0x3164 || code == 0xffa0; // Hangul fillers
    }
}

} // namespace

QString visibleText(const QString &text)
{
    QString out;
    out.reserve(text.size());
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar c = text.at(at);
        const bool isPair = c.isHighSurrogate() && at + 1 < text.size() && text.at(at + 1).isLowSurrogate();
        const char32_t code = isPair ? QChar::surrogateToUcs4(c, text.at(at + 1)) : c.unicode();
        if (isHidden(code))
            out.append(QStringLiteral("⟦%1⟧").arg(QStringLiteral("U+%1").arg(static_cast<uint>(code), 4, 16, QLatin1Char('0')).toUpper()));
        else
            out.append(QStringView(text).mid(at, isPair ? 2 : 1));
        at += isPair ? 1 : 0;
    }
    return out;
}

QString typedText(const QString &text)
{
    constexpr qsizetype longest = 60;
    if (text.size() <= longest)
        return visibleText(text);
    const qsizetype whole = text.at(longest - 1).isHighSurrogate() ? longest - 1 : longest;
    return visibleText(text.left(whole)) + u'…';
}

} // namespace arb::presentation
