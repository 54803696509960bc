// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/ids.h>
#include <domain/money.h>
#include <domain/time.h>

#include <QtCore/QList>
#include <QtCore/QString>

#include <variant>
#include <vector>

namespace arb::usecases {

/// Platform, SkipReason and Category are texts whose codes are shown as words.
enum class ColumnType { Text, Integer, Money, Time, Date, Percent, Level, Platform, SkipReason, Category };

/// Does the column hold words rather than numbers or times?
constexpr bool isWord(ColumnType type)
{
    using enum ColumnType;
    return type == Text || type == Level || type == Platform || type == SkipReason || type == Category;
}

struct Column
{
    const char *key;   ///< stable English key for JSON
    const char *label; ///< English heading, context "Report"
    ColumnType type;
};

/// Empty, text, whole number (also fen for Money, UTC ms for Time, tenths of a percent for Percent).
using Cell = std::variant<std::monostate, QString, qint64>;

struct TableRow
{
    std::vector<Cell> cells;
    QString key;                    ///< what the row is about: "platform:merchantId", a case number …
    QList<domain::CaseId> cases;    ///< the cases the row's numbers come from: of the period, and those whose points are still valid
    std::vector<qint64> trend;      ///< for charts, oldest first; may be empty
};

/// A step of the standing ladder as the data names it, in both languages, and what it does to the merchant.
struct LevelName
{
    QString zh, en;
    QString effectZh, effectEn; ///< empty: nothing
};

/// What every report answers: screen, CLI and file show this very table, so they agree to the row.
struct Table
{
    QString name;
    std::vector<Column> columns;
    std::vector<TableRow> rows;
    QList<QString> footnotes;       ///< English source texts, context "Report"
    domain::UtcMs asOf;
    std::vector<LevelName> levels;  ///< names of Level cells, by number; may be empty
    std::vector<QString> trendLabels; ///< one per trend value, e.g. "2026-09"
};

} // namespace arb::usecases
