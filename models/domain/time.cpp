// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/time.h>

namespace arb::domain {

namespace {

/// Reads fixed-width numbers and separators from left to right; after the first mismatch everything fails.
class TimeScanner
{
public:
    explicit TimeScanner(QStringView text) : m_rest(text) {}

    int number(qsizetype width)
    {
        int value = 0;
        for (qsizetype i = 0; i < width; ++i) {
            const int digit = nextDigit();
            if (digit < 0)
                m_ok = false;
            value = value * 10 + digit;
        }
        return value;
    }
    void expect(char16_t c)
    {
        if (!accept(c))
            m_ok = false;
    }
    bool accept(char16_t c)
    {
        if (m_rest.isEmpty() || m_rest.front() != c)
            return false;
        m_rest = m_rest.mid(1);
        return true;
    }
    /// The fraction after the point as milliseconds, digits beyond the third cut.
    int fractionMs()
    {
        int ms = 0;
        int digits = 0;
        while (!m_rest.isEmpty() && m_rest.front() >= u'0' && m_rest.front() <= u'9') {
            const int digit = nextDigit();
            if (digits < 3)
                ms = ms * 10 + digit;
            ++digits;
        }
        if (digits == 0)
            m_ok = false;
        for (int i = digits; i < 3; ++i)
            ms *= 10;
        return ms;
    }
    bool ok() const { return m_ok; }
    bool done() const { return m_ok && m_rest.isEmpty(); }

private:
    int nextDigit()
    {
        if (m_rest.isEmpty() || m_rest.front() < u'0' || m_rest.front() > u'9')
            return -1;
        const int digit = m_rest.front().unicode() - u'0';
        m_rest = m_rest.mid(1);
        return digit;
    }

    QStringView m_rest;
    bool m_ok = true;
};

constexpr qint64 unixEpochJulianDay = 2440588;

} // namespace

std::optional<UtcMs> UtcMs::fromRfc3339(const QString &text)
{
    TimeScanner scan(text);
    const int year = scan.number(4);
    scan.expect(u'-');
    const int month = scan.number(2);
    scan.expect(u'-');
    const int day = scan.number(2);
    if (!scan.accept(u'T'))
        scan.expect(u't');
    const int hour = scan.number(2);
    scan.expect(u':');
    const int minute = scan.number(2);
    scan.expect(u':');
    const int second = scan.number(2);
    const int ms = scan.accept(u'.') ? scan.fractionMs() : 0;
    int offsetMinutes = 0;
    if (!scan.accept(u'Z') && !scan.accept(u'z')) {
        const bool west = scan.accept(u'-');
        if (!west)
            scan.expect(u'+');
        const int offsetHour = scan.number(2);
        scan.expect(u':');
        const int offsetMinute = scan.number(2);
        if (offsetHour > 23 || offsetMinute > 59)
            return std::nullopt;
        offsetMinutes = (west ? -1 : 1) * (offsetHour * 60 + offsetMinute);
    }
    // Leap seconds (:60) are refused: the clock of both databases has none.
    if (!scan.done() || year < 1 || hour > 23 || minute > 59 || second > 59 || !QDate::isValid(year, month, day))
        return std::nullopt;
    const qint64 days = QDate(year, month, day).toJulianDay() - unixEpochJulianDay;
    return UtcMs(days * dayMs + hour * hourMs + (minute - offsetMinutes) * minuteMs + second * secondMs + ms);
}

QString UtcMs::toRfc3339() const
{
    const QDateTime local = toPlatform();
    QString text = local.toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss"));
    text += QStringLiteral("+08:00");
    return text;
}

QDateTime UtcMs::toPlatform() const
{
    return QDateTime::fromMSecsSinceEpoch(m_ms, Qt::OffsetFromUTC, platformOffsetSeconds);
}

UtcMs UtcMs::fromPlatform(const QDate &date, const QTime &time)
{
    const qint64 days = date.toJulianDay() - unixEpochJulianDay;
    return UtcMs(days * dayMs + time.msecsSinceStartOfDay() - platformOffsetSeconds * secondMs);
}

} // namespace arb::domain
