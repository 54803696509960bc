// SPDX-License-Identifier: GPL-3.0-or-later
#include "halfday.h"

#include <QtCore/QString>

#include <array>
#include <optional>

namespace arb::intake {

namespace {

struct HalfDayWord
{
    QStringView word; ///< in small letters
    HalfDay half;
};

/// Whole words of further languages behind the time; some say only that it is one.
std::optional<HalfDay> takeWordBehind(StampCursor &cursor)
{
    using enum HalfDay;
    static constexpr std::array words{HalfDayWord{u"π.μ.", Morning}, HalfDayWord{u"πμ", Morning},    HalfDayWord{u"μ.μ.", Afternoon},
                                      HalfDayWord{u"μμ", Afternoon}, HalfDayWord{u"vorm.", Morning}, HalfDayWord{u"nachm.", Afternoon},
                                      HalfDayWord{u"öö", Morning},   HalfDayWord{u"ös", Afternoon},  HalfDayWord{u"uhr", None},
                                      HalfDayWord{u"น.", None},      HalfDayWord{u"น", None},        HalfDayWord{u"ч.", None}};
    if (!cursor.peek().isLetter())
        return std::nullopt;
    for (const HalfDayWord &row : words) {
        StampCursor trial = cursor;
        if (!trial.takeWord(row.word) || trial.peek().isLetterOrNumber() || trial.peek().isMark())
            continue;
        cursor = trial;
        return row.half;
    }
    return std::nullopt;
}

} // namespace

HalfDay takeHalfDayBefore(StampCursor &cursor)
{
    using enum HalfDay;
    if (cursor.peek().isDigit())
        return None;
    // As phones write them, and as people and their programs do: Chinese, Japanese, Korean, Hungarian, Tamil.
    static constexpr std::array words{
        HalfDayWord{u"上午", Morning},     HalfDayWord{u"下午", Afternoon},    HalfDayWord{u"am", Morning},
        HalfDayWord{u"pm", Afternoon},     HalfDayWord{u"凌晨", Morning},      HalfDayWord{u"清晨", Morning},
        HalfDayWord{u"早上", Morning},     HalfDayWord{u"早晨", Morning},      HalfDayWord{u"清早", Morning},
        HalfDayWord{u"拂晓", Morning},     HalfDayWord{u"黎明", Morning},      HalfDayWord{u"早", Morning},
        HalfDayWord{u"晨", Morning},       HalfDayWord{u"中午", Noon},         HalfDayWord{u"正午", Noon},
        HalfDayWord{u"午后", Afternoon},   HalfDayWord{u"傍晚", Afternoon},    HalfDayWord{u"黄昏", Afternoon},
        HalfDayWord{u"黃昏", Afternoon},   HalfDayWord{u"晚上", Evening},      HalfDayWord{u"晚间", Evening},
        HalfDayWord{u"晚間", Evening},     HalfDayWord{u"夜晚", Evening},      HalfDayWord{u"夜间", Evening},
        HalfDayWord{u"夜間", Evening},     HalfDayWord{u"晚", Evening},        HalfDayWord{u"夜", Evening},
        HalfDayWord{u"深夜", Night},       HalfDayWord{u"夜里", Night},        HalfDayWord{u"夜裡", Night},
        HalfDayWord{u"夜裏", Night},       HalfDayWord{u"半夜", Night},        HalfDayWord{u"午夜", Night},
        HalfDayWord{u"子夜", Night},       HalfDayWord{u"夜中", Night},        HalfDayWord{u"午前", Morning},
        HalfDayWord{u"午後", Afternoon},   HalfDayWord{u"朝", Morning},        HalfDayWord{u"昼", Noon},
        HalfDayWord{u"夕方", Afternoon},   HalfDayWord{u"오전", Morning},      HalfDayWord{u"오후", Afternoon},
        HalfDayWord{u"새벽", Morning},     HalfDayWord{u"아침", Morning},      HalfDayWord{u"낮", Noon},
        HalfDayWord{u"정오", Noon},        HalfDayWord{u"저녁", Evening},      HalfDayWord{u"밤", Evening},
        HalfDayWord{u"자정", Night},       HalfDayWord{u"de.", Morning},       HalfDayWord{u"du.", Afternoon},
        HalfDayWord{u"délelőtt", Morning}, HalfDayWord{u"délután", Afternoon}, HalfDayWord{u"reggel", Morning},
        HalfDayWord{u"hajnal", Morning},   HalfDayWord{u"este", Evening},      HalfDayWord{u"éjjel", Night},
        HalfDayWord{u"முற்பகல்", Morning},   HalfDayWord{u"பிற்பகல்", Afternoon}};
    const QChar first = cursor.peek().toLower();
    for (const HalfDayWord &row : words) {
        StampCursor trial = cursor;
        if (first != row.word.front() || !trial.takeWord(row.word))
            continue;
        trial.skipBlanks();
        if (!trial.peek().isDigit()) // another word, which only begins so
            continue;
        cursor = trial;
        return row.half;
    }
    return None;
}

HalfDay takeHalfDayBehind(StampCursor &cursor)
{
    StampCursor trial = cursor;
    trial.skipBlanks();
    if (const auto word = takeWordBehind(trial)) {
        cursor = trial;
        return *word;
    }
    HalfDay half = HalfDay::None;
    if (trial.takeOne(u"aA")) {
        half = HalfDay::Morning;
    } else if (trial.takeOne(u"pP")) {
        half = HalfDay::Afternoon;
    } else if (trial.takeOne(u"صم")) {
        half = trial.text[trial.at - 1] == u'ص' ? HalfDay::Morning : HalfDay::Afternoon;
        cursor = trial;
        return half;
    } else {
        return HalfDay::None;
    }
    trial.take(u'.');
    trial.skipBlanks();
    if (!trial.takeOne(u"mM"))
        return HalfDay::None;
    trial.take(u'.');
    if (!trial.atEnd() && trial.peek().isLetter())
        return HalfDay::None;
    cursor = trial;
    return half;
}

bool saysNoHalfDay(QStringView words)
{
    // In small letters, without dots and brackets.
    static constexpr QStringView known =
        u" klo kl um at on à às as le alle ore om uur ob den der be г в у во о klokken "
        u"monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun "
        u"montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so "
        u"lundi mardi mercredi jeudi vendredi samedi dimanche lun mar mer jeu ven sam dim "
        u"lunes martes miércoles jueves viernes sábado domingo mié jue vie sáb dom "
        u"lunedì martedì mercoledì giovedì venerdì sabato domenica gio sab "
        u"segunda terça quarta quinta sexta seg ter qua qui sex "
        u"maandag dinsdag woensdag donderdag vrijdag zaterdag zondag ma wo vr za zo "
        u"понедельник вторник среда четверг пятница суббота воскресенье пн вт ср чт пт сб вс "
        u"一 二 三 四 五 六 日 月 火 水 木 金 土 월 화 수 목 금 토 일 ";
    static constexpr std::array weekdays{QStringView(u"星期"), QStringView(u"礼拜"), QStringView(u"禮拜"), QStringView(u"周"),
                                         QStringView(u"週")};
    QString word;
    for (const QChar c : words) {
        if (c != u'.' && c != u'(' && c != u')')
            word += c.toLower();
    }
    for (const QStringView weekday : weekdays) {
        if (word.startsWith(weekday))
            word.remove(0, weekday.size());
    }
    for (const QStringView day : {QStringView(u"曜日"), QStringView(u"요일")}) {
        if (word.endsWith(day))
            word.chop(day.size());
    }
    return word.isEmpty() || known.contains(QString(u' ' + word + u' '));
}

int hourOf(int hour, HalfDay half)
{
    constexpr int none = 25, noon = 12;
    switch (half) {
    case HalfDay::None: return hour;
    case HalfDay::Morning: return hour == noon ? 0 : hour;
    case HalfDay::Afternoon: return hour < noon ? hour + noon : hour <= 23 ? hour : none;
    case HalfDay::Noon: return hour >= 10 ? hour : hour + noon;
    case HalfDay::Evening: return hour >= 5 && hour < noon ? hour + noon : hour;
    case HalfDay::Night: return hour >= 6 && hour < noon ? hour + noon : hour;
    }
    return none;
}

bool isOpenHour(int hour, HalfDay half)
{
    constexpr int noon = 12, earliestEvening = 5;
    return ((half == HalfDay::Evening || half == HalfDay::Night) && hour == noon) || (half == HalfDay::Evening && hour < earliestEvening);
}

} // namespace arb::intake
