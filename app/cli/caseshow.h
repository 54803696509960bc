// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <usecases/opencase.h>

#include <QtCore/QJsonObject>
#include <QtCore/QString>
#include <QtCore/QStringList>

namespace arb::app {

class CitedBytes;

/// `show --json`: the keys of case.json at the top level, and state, clocks, findings, suggestion, ruling, tasks …
QJsonObject caseJson(const usecases::CaseView &view, CitedBytes &bytes, const QList<domain::Mark> &marks = {});
/// `show` for people: facts, exhibits, marks, suggestion, rulings, tasks, audit, one per line.
QString caseText(const usecases::CaseView &view, CitedBytes &bytes, const QList<domain::Mark> &marks = {});
/// The notes of a masked record as notes.json has them, but for digests of what a mask hides (docs/bundle.md).
QJsonObject notesJson(const usecases::CaseRecord &record, CitedBytes &bytes);
/// One line each, with what has become of the place that it is pinned to.
QStringList noteLines(const usecases::CaseRecord &record, CitedBytes &bytes);
QJsonObject suggestionJson(const domain::Assessment &assessment, const domain::RuleBook &book);
/// What the suggested conduct weighs in the book.
int suggestedPoints(const domain::Suggestion &suggestion, const domain::RuleBook &book);
QJsonObject taskJson(const usecases::ExecutionTask &task);

} // namespace arb::app
