// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/calendar.h>

#include <boost/date_time/gregorian/gregorian_types.hpp>

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QLocale>
#include <QtCore/QRegularExpression>

namespace arb::domain {

namespace {

namespace greg = boost::gregorian;

/// Boost counts the years 1400 to 9999 and throws outside of them; a stranger's file may name any year.
bool boostCounts(const QDate &date, qint64 days = 0)
{
    constexpr int firstYear = 1400;
    constexpr int lastYear = 9999;
    const QDate there = date.addDays(days);
    return date.year() >= firstYear && date.year() <= lastYear && there.year() >= firstYear && there.year() <= lastYear;
}

greg::date toBoost(const QDate &date)
{
    return greg::date(static_cast<unsigned short>(date.year()), static_cast<unsigned short>(date.month()), static_cast<unsigned short>(date.day()));
}

QDate fromBoost(const greg::date &date)
{
    return QDate(date.year(), date.month(), date.day());
}

QDate plusDays(const QDate &date, qint64 days)
{
    return boostCounts(date, days) ? fromBoost(toBoost(date) + greg::days(static_cast<long>(days))) : date.addDays(days);
}

bool isWeekend(const QDate &date)
{
    if (!boostCounts(date))
        return date.dayOfWeek() >= Qt::Saturday;
    const auto day = toBoost(date).day_of_week().as_enum();
    return day == greg::Saturday || day == greg::Sunday;
}

// The longer of two comes first where one ends with the other.
constexpr const char *makeUpDay = QT_TRANSLATE_NOOP("Calendar", "working (make-up day)");
constexpr const char *workingDay = QT_TRANSLATE_NOOP("Calendar", "working");
constexpr const char *movedTo = QT_TRANSLATE_NOOP("Calendar", "moved to, since the day before is a rest day");
constexpr const char *restDay = QT_TRANSLATE_NOOP("Calendar", "rest day");
constexpr const char *holiday = QT_TRANSLATE_NOOP("Calendar", "holiday");
constexpr const char *countedDay = QT_TRANSLATE_NOOP("Calendar", "counted");

QString dayText(const QDate &date, const char *what)
{
    return QStringLiteral("%1 %2 %3").arg(date.toString(Qt::ISODate), QLocale::c().dayName(date.dayOfWeek(), QLocale::ShortFormat), QLatin1StringView(what));
}

CalendarError badFile(const QString &pointer)
{
    return CalendarError{CalendarError::Kind::BadFile, 0, pointer};
}

/// The dates of @p key, or an error with the pointer of the first entry that is no date of @p year.
Result<QList<QDate>, CalendarError> datesOf(const QJsonObject &object, const QString &key, int year)
{
    if (!object.value(key).isArray())
        return Failure{badFile(QString(u'/' + key))};
    QList<QDate> dates;
    const QJsonArray entries = object.value(key).toArray();
    for (qsizetype n = 0; n < entries.size(); ++n) {
        const QDate date = QDate::fromString(entries.at(n).toString(), Qt::ISODate);
        if (!date.isValid() || date.year() != year || dates.contains(date))
            return Failure{badFile(QStringLiteral("/%1/%2").arg(key).arg(n))};
        dates.append(date);
    }
    return dates;
}

} // namespace

Result<CalendarYear, CalendarError> parseCalendarYear(const QByteArray &json)
{
    QJsonParseError parse;
    const QJsonDocument document = QJsonDocument::fromJson(json, &parse);
    if (parse.error != QJsonParseError::NoError || !document.isObject())
        return Failure{badFile(QStringLiteral(""))};
    const QJsonObject object = document.object();
    if (object.value(QStringLiteral("format")).toInt() != 1)
        return Failure{badFile(QStringLiteral("/format"))};
    static const QStringList keys{QStringLiteral("format"), QStringLiteral("year"), QStringLiteral("source"), QStringLiteral("holidays"),
                                  QStringLiteral("makeUpWorkingDays")};
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (!keys.contains(it.key())) // a misspelt key would leave its days out in silence
            return Failure{badFile(QString(u'/' + it.key()))};
    }
    CalendarYear year;
    year.year = object.value(QStringLiteral("year")).toInt();
    year.source = object.value(QStringLiteral("source")).toString();
    if (year.year < 2000 || year.year > 2200)
        return Failure{badFile(QStringLiteral("/year"))};
    auto holidays = datesOf(object, QStringLiteral("holidays"), year.year);
    if (!holidays)
        return Failure{holidays.error()};
    if (holidays->isEmpty()) // no year is without one; Monday to Friday is not to be assumed
        return Failure{badFile(QStringLiteral("/holidays"))};
    auto makeUp = datesOf(object, QStringLiteral("makeUpWorkingDays"), year.year);
    if (!makeUp)
        return Failure{makeUp.error()};
    year.holidays = *holidays;
    year.makeUpDays = *makeUp;
    for (qsizetype n = 0; n < year.makeUpDays.size(); ++n) {
        // A make-up day is a weekend day that is worked; anything else is a slip of the pen.
        if (!isWeekend(year.makeUpDays.at(n)) || year.holidays.contains(year.makeUpDays.at(n)))
            return Failure{badFile(QStringLiteral("/makeUpWorkingDays/%1").arg(n))};
    }
    return year;
}

std::optional<ClockSpec> ClockSpec::parse(const QString &text)
{
    static const QRegularExpression plain(QStringLiteral("\\A(hours|days|fulldays|workdays):([1-9][0-9]{0,4})(:roll)?\\z"));
    static const QRegularExpression daily(QStringLiteral("\\Adaily:([0-9]{2}:[0-9]{2})-([0-9]{2}:[0-9]{2}):([1-9][0-9]{0,4})([hm])\\z"));
    if (const auto match = plain.match(text); match.hasMatch()) {
        ClockSpec spec;
        const QString kind = match.captured(1);
        spec.kind = kind == u"hours" ? Kind::Hours : kind == u"days" ? Kind::Days : kind == u"fulldays" ? Kind::FullDays : Kind::WorkDays;
        spec.count = match.captured(2).toLongLong();
        spec.roll = !match.captured(3).isEmpty();
        if (spec.roll && spec.kind != Kind::FullDays)
            return std::nullopt;
        return spec;
    }
    if (const auto match = daily.match(text); match.hasMatch()) {
        ClockSpec spec;
        spec.kind = Kind::Daily;
        spec.opens = QTime::fromString(match.captured(1), QStringLiteral("HH:mm"));
        spec.closes = QTime::fromString(match.captured(2), QStringLiteral("HH:mm"));
        spec.count = match.captured(3).toLongLong() * (match.captured(4) == u"h" ? 60 : 1);
        if (!spec.opens.isValid() || !spec.closes.isValid() || spec.opens >= spec.closes)
            return std::nullopt;
        return spec;
    }
    return std::nullopt;
}

QString ClockSpec::toString() const
{
    switch (kind) {
    case Kind::Hours: return QStringLiteral("hours:%1").arg(count);
    case Kind::Days: return QStringLiteral("days:%1").arg(count);
    case Kind::FullDays: return QStringLiteral("fulldays:%1%2").arg(count).arg(roll ? QStringLiteral(":roll") : QString());
    case Kind::WorkDays: return QStringLiteral("workdays:%1").arg(count);
    case Kind::Daily: {
        const bool hours = count % 60 == 0;
        return QStringLiteral("daily:%1-%2:%3%4").arg(opens.toString(QStringLiteral("HH:mm")), closes.toString(QStringLiteral("HH:mm")))
            .arg(hours ? count / 60 : count).arg(hours ? QLatin1Char('h') : QLatin1Char('m'));
    }
    }
    return {};
}

std::span<const char *const> dayWords()
{
    static constexpr const char *words[] = {makeUpDay, workingDay, movedTo, restDay, holiday, countedDay};
    return words;
}

BusinessCalendar::BusinessCalendar(const QList<CalendarYear> &years)
{
    auto map = std::make_shared<std::map<int, CalendarYear>>();
    for (const CalendarYear &year : years)
        map->insert_or_assign(year.year, year);
    m_years = std::move(map);
}

bool BusinessCalendar::knows(int year) const
{
    return m_years->contains(year);
}

QList<int> BusinessCalendar::years() const
{
    QList<int> list;
    for (const auto &[year, data] : *m_years)
        list.append(year);
    return list;
}

Result<bool, CalendarError> BusinessCalendar::isWorkingDay(const QDate &date) const
{
    const auto found = m_years->find(date.year());
    if (found == m_years->end())
        return Failure{CalendarError{CalendarError::Kind::YearMissing, date.year(), {}}};
    if (found->second.makeUpDays.contains(date))
        return true;
    return !found->second.holidays.contains(date) && !isWeekend(date);
}

Result<int, CalendarError> BusinessCalendar::workingDaysIn(int year) const
{
    int count = 0;
    for (QDate date(year, 1, 1); date.year() == year; date = plusDays(date, 1)) {
        const auto working = isWorkingDay(date);
        if (!working)
            return Failure{working.error()};
        count += *working ? 1 : 0;
    }
    return count;
}

namespace {

using DueResult = Result<Due, CalendarError>;

DueResult dueWorkDays(const BusinessCalendar &calendar, UtcMs start, qint64 count)
{
    const QDateTime from = start.toPlatform();
    Due due;
    QDate date = from.date();
    while (count > 0) {
        date = plusDays(date, 1);
        const auto working = calendar.isWorkingDay(date);
        if (!working)
            return Failure{working.error()};
        const bool weekend = isWeekend(date);
        if (*working) {
            --count;
            due.explanation.append(dayText(date, weekend ? makeUpDay : workingDay));
        } else {
            due.explanation.append(dayText(date, weekend ? restDay : holiday));
        }
    }
    due.at = UtcMs::fromPlatform(date, from.time());
    return due;
}

DueResult dueFullDays(const BusinessCalendar &calendar, UtcMs start, const ClockSpec &spec)
{
    Due due;
    QDate last = start.toPlatform().date();
    for (qint64 n = 0; n < spec.count; ++n) {
        last = plusDays(last, 1);
        due.explanation.append(dayText(last, countedDay));
    }
    const QDate law = last;
    while (spec.roll) {
        const auto working = calendar.isWorkingDay(last);
        if (!working)
            return Failure{working.error()};
        if (*working)
            break;
        last = plusDays(last, 1);
        due.explanation.append(dayText(last, movedTo));
    }
    if (last != law)
        due.beforeRoll = UtcMs::fromPlatform(plusDays(law, 1), QTime(0, 0));
    due.at = UtcMs::fromPlatform(plusDays(last, 1), QTime(0, 0)); // 24:00 of the last day
    return due;
}

DueResult dueDaily(UtcMs start, const ClockSpec &spec)
{
    Due due;
    qint64 leftMs = spec.count * minuteMs;
    QDateTime at = start.toPlatform();
    QDate date = at.date();
    QTime from = at.time();
    if (from >= spec.closes) {
        date = plusDays(date, 1);
        from = spec.opens;
    } else if (from < spec.opens) {
        from = spec.opens;
    }
    for (;;) {
        const qint64 room = from.msecsTo(spec.closes);
        const qint64 used = qMin(room, leftMs);
        due.explanation.append(QStringLiteral("%1 %2-%3").arg(date.toString(Qt::ISODate), from.toString(QStringLiteral("HH:mm")),
                                                              from.addMSecs(static_cast<int>(used)).toString(QStringLiteral("HH:mm"))));
        leftMs -= used;
        if (leftMs == 0) { // a count that ends exactly at closing stays that day
            due.at = UtcMs::fromPlatform(date, from.addMSecs(static_cast<int>(used)));
            return due;
        }
        date = plusDays(date, 1);
        from = spec.opens;
    }
}

} // namespace

Result<Due, CalendarError> BusinessCalendar::due(UtcMs start, const ClockSpec &spec) const
{
    switch (spec.kind) {
    case ClockSpec::Kind::Hours: {
        Due due;
        due.at = start.plusMs(spec.count * hourMs);
        return due;
    }
    case ClockSpec::Kind::Days: {
        Due due;
        due.at = start.plusMs(spec.count * dayMs);
        return due;
    }
    case ClockSpec::Kind::FullDays:
        return dueFullDays(*this, start, spec);
    case ClockSpec::Kind::WorkDays:
        return dueWorkDays(*this, start, spec.count);
    case ClockSpec::Kind::Daily:
        return dueDaily(start, spec);
    }
    return Failure{CalendarError{CalendarError::Kind::BadSpec, 0, spec.toString()}};
}

void CaseClock::pause(UtcMs now)
{
    if (!pausedAt)
        pausedAt = now;
}

void CaseClock::resume(UtcMs now)
{
    if (!pausedAt)
        return;
    if (dueAt)
        dueAt = dueAt->plusMs(now - *pausedAt);
    pausedAt.reset();
}

void CaseClock::extend(qint64 ms)
{
    if (dueAt)
        dueAt = dueAt->plusMs(ms);
}

std::optional<qint64> CaseClock::left(UtcMs now) const
{
    if (!dueAt)
        return std::nullopt;
    return *dueAt - pausedAt.value_or(now);
}

} // namespace arb::domain
