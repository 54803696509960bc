// SPDX-License-Identifier: GPL-3.0-or-later
#include "schedule.h"

#include "backgroundcase.h"

namespace arb::app::demo {

using domain::UtcMs;

namespace {

qint64 hoursOf(const QJsonValue &value)
{
    return qint64(value.toDouble() * double(domain::hourMs));
}

bool partOfSitting(const QString &verb)
{
    return verb == u"rule" || verb == u"request" || verb == u"negotiate" || verb == u"suspend" || verb == u"note" || verb == u"tag";
}

} // namespace

QJsonArray linesBefore(const QJsonArray &lines, const QString &verb)
{
    QJsonArray first;
    for (const QJsonValue &line : lines) {
        if (line.toObject().value(QStringLiteral("do")).toString() == verb)
            break;
        first.append(line);
    }
    return first;
}

qint64 firstStepAfter(const QJsonArray &lines)
{
    return hoursOf(lines.at(0).toObject().value(QStringLiteral("afterHours")));
}

QList<Step> scheduled(const QJsonArray &lines, UtcMs escalated, const Schedule &schedule)
{
    QList<Step> steps;
    qint64 shift = 0; // how far the steps have moved because nobody worked at their time
    for (const QJsonValue &value : lines) {
        QJsonObject what = filled(value, schedule.words).toObject();
        const QString verb = what.value(QStringLiteral("do")).toString();
        if (verb == u"runTasks")
            continue; // the clock's work is done when it is due
        const UtcMs planned = escalated.plusMs(hoursOf(what.value(QStringLiteral("afterHours"))) + shift);
        UtcMs at = planned;
        if (what.contains(QStringLiteral("withinSeconds")) && !steps.isEmpty())
            at = steps.constLast().at.plusMs(what.take(QStringLiteral("withinSeconds")).toInteger() * domain::secondMs);
        else if (partOfSitting(verb) && !steps.isEmpty())
            at = steps.constLast().at.plusMs(schedule.dice.between(4, 13) * domain::minuteMs + schedule.dice.between(0, 59) * domain::secondMs);
        else if (verb == u"taskDone" || verb == u"finish" || verb == u"appeal")
            at = inDaytimeAfter(steps.isEmpty() ? escalated : steps.constLast().at, planned, schedule.dice);
        else
            at = inWorkingHours(planned.plusMs(schedule.dice.between(0, 40) * domain::minuteMs), schedule.calendar, schedule.dice);
        shift += at - planned;
        const QString as = what.value(QStringLiteral("as")).toString(QStringLiteral("system"));
        if (verb == u"rule" && !what.contains(QStringLiteral("ruling")) && !what.contains(QStringLiteral("file")))
            what.insert(QStringLiteral("ruling"), schedule.ruling);
        steps.append({at, as == u"@any" ? schedule.reviewer : as, verb, what});
    }
    return steps;
}

} // namespace arb::app::demo
