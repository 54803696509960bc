// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "samplecase.h"

#include <domain/policy.h>

#include <QtCore/QFile>

/// The shipped rule book, and what it says about the demo's fifteen cases.
namespace arb::tests {

inline const domain::RuleBook &book()
{
    static const domain::RuleBook read = [] {
        auto parsed = domain::parseRuleBook(shippedJson());
        if (!parsed)
            qFatal("the demo's rule book is wrong at %s: %s", qPrintable(parsed.error().pointer), qPrintable(parsed.error().what));
        return std::move(parsed).value();
    }();
    return read;
}

inline domain::BusinessCalendar calendar2026()
{
    QFile file(QStringLiteral(":/calendar/cn-2026.json"));
    const auto year = file.open(QIODevice::ReadOnly) ? domain::parseCalendarYear(file.readAll()).value() : domain::CalendarYear();
    return domain::BusinessCalendar({year});
}

inline const domain::UtcMs demoMorning = domain::UtcMs::fromPlatform(QDate(2026, 10, 12), QTime(9, 0));

inline domain::CaseFile demoCase(int number)
{
    QFile file(QStringLiteral(ARB_SOURCE_DIR "/resources/demo/cases/c%1/case.json").arg(number, 2, 10, QLatin1Char('0')));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no demo case %d", number);
    QJsonObject object = QJsonDocument::fromJson(file.readAll()).object();
    QJsonArray exhibits = object.value(QStringLiteral("exhibits")).toArray();
    for (QJsonValueRef exhibit : exhibits) // digests are filled in when the bytes are read; rules do not look at them
        exhibit = changed(exhibit.toObject(), "sha256", QString(64, u'a'));
    object.insert(QStringLiteral("exhibits"), exhibits);
    auto read = domain::caseFileFromJson(object);
    if (!read)
        qFatal("demo case %d is wrong at %s", number, qPrintable(read.error().pointer));
    return std::move(read).value();
}

inline domain::Assessment assessDemo(int number, const domain::ReviewerFindings &findings = {}, const domain::CaseCircumstances &circumstances = {})
{
    const domain::CaseFile file = demoCase(number);
    return domain::assess(file, domain::factsOf(file, findings, circumstances, calendar2026(), demoMorning), book());
}

inline domain::Facts factsFrom(const char *json)
{
    domain::Facts facts;
    const QJsonObject object = parsedObject(json);
    if (object.isEmpty())
        qFatal("no facts: %s", json);
    for (auto it = object.begin(); it != object.end(); ++it)
        facts.insert(it.key(), it.value());
    return facts;
}

inline domain::ReviewerFindings found(const char *element, domain::Verdict verdict)
{
    domain::ReviewerFindings findings;
    findings.elements.insert(str(element), verdict);
    return findings;
}

inline QString freightOf(const domain::Suggestion &suggestion)
{
    const auto word = [](const std::optional<domain::FreightPayer> &payer) { return payer ? domain::toCode(*payer) : QStringLiteral("-"); };
    return QStringLiteral("%1/%2").arg(word(suggestion.outboundFreight), word(suggestion.returnFreight));
}

inline int pointsOf(const domain::Suggestion &suggestion)
{
    int points = 0;
    for (const domain::ConductCode code : suggestion.conduct)
        points += suggestion.countsTowardMetrics ? book().pointsFor(code) : 0;
    return points;
}

} // namespace arb::tests
