// SPDX-License-Identifier: GPL-3.0-or-later
#include "tablecopy.h"

#include <QtCore/QAbstractItemModel>

namespace arb::ui {

std::unique_ptr<QMimeData> tableMimeData(const QList<QStringList> &rows)
{
    QStringList lines;
    QString html = QStringLiteral("<meta charset=\"utf-8\"><table>");
    for (qsizetype n = 0; n < rows.size(); ++n) {
        const QString tag = n == 0 ? QStringLiteral("th") : QStringLiteral("td");
        QStringList cells;
        html += QStringLiteral("<tr>");
        for (const QString &cell : rows.at(n)) {
            html += QStringLiteral("<%1>%2</%1>").arg(tag, cell.toHtmlEscaped());
            QString plain = cell;
            cells.append(plain.replace(u'\t', u' ').replace(u'\r', u' ').replace(u'\n', u' '));
        }
        html += QStringLiteral("</tr>");
        lines.append(cells.join(u'\t'));
    }
    auto data = std::make_unique<QMimeData>();
    data->setText(lines.join(u'\n'));
    data->setHtml(QString(html + QStringLiteral("</table>")));
    return data;
}

QList<QStringList> tableCells(const QAbstractItemModel &model, const QList<int> &rows)
{
    QList<QStringList> lines(1);
    for (int column = 0; column < model.columnCount(); ++column)
        lines.first().append(model.headerData(column, Qt::Horizontal).toString());
    const auto add = [&](int row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column)
            cells.append(model.index(row, column).data().toString());
        lines.append(cells);
    };
    for (const int row : rows)
        add(row);
    for (int row = 0; rows.isEmpty() && row < model.rowCount(); ++row)
        add(row);
    return lines;
}

} // namespace arb::ui
