// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <usecases/desk.h>
#include <usecases/table.h>

#include <QtCore/QMap>

#include <vector>

namespace arb::usecases {

struct ReportQuery
{
    std::optional<QDate> from, to;  ///< whole days in platform time, both included; both absent: the report's usual period
    QMap<QString, QString> filters; ///< key → value, keys as the report names them
};

/// A report: one file per entry in models/usecases/reports.
struct Report
{
    const char *code;
    const char *label;                    ///< English, context "Report"
    std::vector<const char *> filterKeys;
    int usualDays;                        ///< the period up to today when none is asked for, on screen as on the command line
    Done<Table> (*run)(const Desk &, const ReportQuery &);
};

const std::vector<Report> &reportCatalog();

/// Finds the report, checks permission ReadReports and the filter keys (BadValue names an unknown one), runs it.
Done<Table> runReport(const Desk &desk, const Actor &actor, const QString &code, const ReportQuery &query);

} // namespace arb::usecases
