// SPDX-License-Identifier: GPL-3.0-or-later
#include <output/tables.h>

#include <QtCore/QSaveFile>

namespace arb::output {

namespace {

bool isPlainNumber(const QString &cell)
{
    bool ok = false;
    cell.toDouble(&ok);
    return ok;
}

QByteArray field(const QString &cell)
{
    QString text = defused(cell);
    const bool quote = text.contains(u',') || text.contains(u'"') || text.contains(u'\n') || text.contains(u'\r')
        || text.startsWith(u' ') || text.endsWith(u' ');
    if (quote)
        text = QString(u'"' + text.replace(QStringLiteral("\""), QStringLiteral("\"\"")) + u'"');
    return text.toUtf8();
}

} // namespace

QByteArray csvLine(const QStringList &cells)
{
    QByteArray out;
    for (qsizetype n = 0; n < cells.size(); ++n) {
        if (n > 0)
            out += ',';
        out += field(cells.at(n));
    }
    out += "\r\n";
    return out;
}

QString defused(const QString &cell)
{
    if (cell.isEmpty() || !QStringLiteral("=+-@\t\r").contains(cell.front()) || isPlainNumber(cell))
        return cell;
    return QString(u'\'' + cell);
}

QByteArray csv(const SheetTable &table, bool bom)
{
    QByteArray out = bom ? QByteArray("\xEF\xBB\xBF") : QByteArray();
    out += csvLine(table.headings);
    for (const QStringList &row : table.rows)
        out += csvLine(row);
    return out;
}

domain::Result<void, WriteFault> writeWhole(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return domain::Failure{WriteFault::CannotWrite};
    if (file.write(bytes) != bytes.size() || !file.commit())
        return domain::Failure{WriteFault::NoSpace};
    return {};
}

} // namespace arb::output
