// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewing/chatreport.h"

#include <presentation/chatwords.h>

#include <QtCore/QCoreApplication>

namespace arb::ui {

namespace {

struct ChatReport
{
    Q_DECLARE_TR_FUNCTIONS(ChatReport)
};

} // namespace

QString zoneSign(const domain::ChatReading &reading)
{
    return reading.zoneMinutes ? ChatReport::tr("UTC+8 (file: UTC%1)").arg(domain::zoneCode(*reading.zoneMinutes)) : QStringLiteral("UTC+8");
}

QString readAsText(const std::optional<domain::DayOrder> &order)
{
    if (!order)
        return ChatReport::tr("Read the dates in the other order");
    switch (*order) {
    case domain::DayOrder::DayMonthYear: return ChatReport::tr("Read as day/month");
    case domain::DayOrder::MonthDayYear: return ChatReport::tr("Read as month/day");
    case domain::DayOrder::YearMonthDay: return ChatReport::tr("Read as year/month/day");
    }
    return {};
}

QStringList chatReportLines(const domain::ChatLog &log, const domain::ChatDifferences *differences, const QString &zone)
{
    QStringList lines{zone};
    lines += presentation::chatDoubtTexts(log);
    if (differences)
        lines += presentation::differenceTexts(*differences);
    if (!log.notUnderstood.isEmpty())
        lines += QStringList{QString(), ChatReport::tr("%n line(s) not understood:", nullptr, static_cast<int>(log.notUnderstood.size()))};
    for (const domain::ChatLineProblem &problem : log.notUnderstood)
        lines.append(presentation::chatProblemText(problem));
    return lines;
}

} // namespace arb::ui
