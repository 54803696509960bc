// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "course.h"
#include "dice.h"
#include "story.h"

#include <QtCore/QHash>
#include <QtCore/QJsonArray>

namespace arb::app::demo {

/// What is needed to give a template's steps their times and people.
struct Schedule
{
    const domain::BusinessCalendar &calendar;
    Dice &dice;
    QString reviewer;   ///< who "@any" is in this case
    QJsonObject ruling; ///< of steps that rule without naming one
    QHash<QString, QString> words;
};

/// Steps of template @p lines, counted from @p escalated. Reviewers work in working hours, what comes later moves along;
/// a ruling follows its claim by some minutes, within one sitting.
QList<Step> scheduled(const QJsonArray &lines, domain::UtcMs escalated, const Schedule &schedule);

/// The first lines of @p lines, up to and without the first step of @p verb.
QJsonArray linesBefore(const QJsonArray &lines, const QString &verb);
/// How long after the escalation the first step of @p lines comes, in ms.
qint64 firstStepAfter(const QJsonArray &lines);

} // namespace arb::app::demo
