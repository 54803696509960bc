// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <usecases/desk.h>
#include <usecases/table.h>

#include <QtCore/QMap>

#include <vector>

namespace arb::usecases {

struct ReportQuery
{
    std::optional<QDate> from, to;  ///< whole days in platform time, both included
    QMap<QString, QString> filters; ///< key → value, keys as the report names them
};

/// A report: one file per entry in models/usecases/reports.
struct Report
{
    const char *code;
    const char *label;                    ///< English, context "Report"
    std::vector<const char *> filterKeys;
    Done<Table> (*run)(const Desk &, const ReportQuery &);
};

const std::vector<Report> &reportCatalog();

/// Finds the report, checks permission ReadReports and the filter keys (BadValue names an unknown one), runs it.
Done<Table> runReport(const Desk &desk, const Actor &actor, const QString &code, const ReportQuery &query);

} // namespace arb::usecases
