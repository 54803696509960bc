// SPDX-License-Identifier: GPL-3.0-or-later
#include "reportfile.h"

#include <presentation/formats.h>
#include <presentation/tablemodel.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

namespace arb::app {

namespace {

struct CliWords
{
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

QJsonValue cellJson(const usecases::Cell &cell, usecases::ColumnType type)
{
    if (const auto *text = std::get_if<QString>(&cell))
        return *text;
    if (const auto *number = std::get_if<qint64>(&cell)) {
        if (type == usecases::ColumnType::Time)
            return domain::UtcMs(*number).toRfc3339();
        return *number;
    }
    return {};
}

QByteArray jsonOf(const usecases::Table &table)
{
    QJsonArray rows;
    for (const usecases::TableRow &row : table.rows) {
        QJsonObject object;
        for (size_t n = 0; n < table.columns.size(); ++n)
            object.insert(QString::fromLatin1(table.columns[n].key), cellJson(row.cells[n], table.columns[n].type));
        rows.append(object);
    }
    return QJsonDocument(QJsonObject{{QStringLiteral("report"), table.name}, {QStringLiteral("asOf"), table.asOf.toRfc3339()}, {QStringLiteral("rows"), rows}})
               .toJson(QJsonDocument::Compact)
        + '\n';
}

QByteArray pdfOf(const usecases::Table &table)
{
    QStringList notes{CliWords::tr("As of %1").arg(presentation::dateTimeText(table.asOf))};
    for (const QString &note : table.footnotes)
        notes.append(QCoreApplication::translate("Report", note.toUtf8().constData()));
    output::SheetTable sheet = sheetOf(table);
    sheet.title = presentation::reportTitle(table.name);
    return output::pdf(sheet, notes);
}

} // namespace

QString writeText(output::WriteFault fault, const QString &path)
{
    return fault == output::WriteFault::NoSpace ? CliWords::tr("%1 could not be written whole; nothing was left behind.").arg(path)
                                                : CliWords::tr("%1 cannot be written. Check the folder and its permissions.").arg(path);
}

output::SheetTable sheetOf(const usecases::Table &table)
{
    output::SheetTable sheet;
    sheet.title = table.name;
    for (const usecases::Column &column : table.columns) {
        sheet.headings.append(presentation::columnTitle(column));
        const auto type = column.type;
        sheet.numeric.append(!usecases::isWord(type) && type != usecases::ColumnType::Time && type != usecases::ColumnType::Date);
    }
    for (const usecases::TableRow &row : table.rows) {
        QStringList cells;
        for (size_t n = 0; n < table.columns.size(); ++n)
            cells.append(presentation::cellText(table, row.cells[n], table.columns[n].type));
        sheet.rows.append(cells);
    }
    return sheet;
}

domain::Result<QByteArray, QString> writeTable(const usecases::Table &table, const QString &format, const QString &path, bool bom)
{
    if (format == u"xlsx") {
        if (path.isEmpty())
            return domain::Failure{CliWords::tr("- a workbook goes into a file: --out FILE.xlsx")};
        if (const auto done = output::writeXlsx(path, sheetOf(table)); !done)
            return domain::Failure{writeText(done.error(), path)};
        return QByteArray();
    }
    if (format == u"pdf") {
        if (path.isEmpty())
            return domain::Failure{CliWords::tr("- a PDF goes into a file: --out FILE.pdf")};
        if (const auto done = output::writeWhole(path, pdfOf(table)); !done)
            return domain::Failure{writeText(done.error(), path)};
        return QByteArray();
    }
    if (format != u"csv" && format != u"json")
        return domain::Failure{CliWords::tr("- this format is not made here: %1 (csv, xlsx, pdf and json are)").arg(format)};
    const QByteArray bytes = format == u"json" ? jsonOf(table) : output::csv(sheetOf(table), bom);
    if (path.isEmpty())
        return bytes;
    if (const auto done = output::writeWhole(path, bytes); !done)
        return domain::Failure{writeText(done.error(), path)};
    return QByteArray();
}

} // namespace arb::app
