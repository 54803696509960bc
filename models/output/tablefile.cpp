// SPDX-License-Identifier: GPL-3.0-or-later
#include <output/tablefile.h>

#include <QtCore/QFile>
#include <QtCore/QSaveFile>
#include <QtCore/QTemporaryDir>

#include <xlsxwriter.h>

namespace arb::output {

namespace {

using Written = domain::Result<void, WriteFault>;

constexpr qsizetype longestCell = 32'767; // of a workbook

class CsvFile final : public TableFile
{
public:
    CsvFile(const QString &path, QStringList headings, bool bom) : m_file(path), m_headings(std::move(headings)), m_bom(bom) {}

    Written add(const QList<QStringList> &rows) override
    {
        QByteArray bytes;
        if (!m_file.isOpen()) {
            if (!m_file.open(QIODevice::WriteOnly))
                return domain::Failure{WriteFault::CannotWrite};
            bytes = output::csv({{}, m_headings, {}, {}}, m_bom);
        }
        for (const QStringList &row : rows)
            bytes += csvLine(row);
        if (m_file.write(bytes) != bytes.size())
            return domain::Failure{WriteFault::NoSpace};
        return {};
    }
    Written finish() override
    {
        if (!m_file.isOpen()) {
            if (const Written begun = add({}); !begun)
                return begun;
        }
        if (!m_file.commit())
            return domain::Failure{WriteFault::NoSpace};
        return {};
    }

private:
    QSaveFile m_file;
    QStringList m_headings;
    bool m_bom;
};

class XlsxFile final : public TableFile
{
public:
    XlsxFile(QString path, QStringList headings, QList<Cells> cells) : m_path(std::move(path)), m_headings(std::move(headings)), m_cells(std::move(cells)) {}
    ~XlsxFile() override
    {
        if (m_book)
            workbook_close(m_book); // the writer's own way to let go of its files; the place goes with all of it
    }

    Written add(const QList<QStringList> &rows) override
    {
        if (!m_book && !begin())
            return domain::Failure{WriteFault::NoSpace};
        for (const QStringList &row : rows) {
            if (m_row == LXW_ROW_MAX)
                nextSheet();
            for (qsizetype column = 0; column < row.size(); ++column) {
                if (!put(column, row.at(column)))
                    return domain::Failure{WriteFault::NoSpace};
            }
            ++m_row;
        }
        return {};
    }
    Written finish() override
    {
        if (!m_book && !begin())
            return domain::Failure{WriteFault::NoSpace};
        if (workbook_close(std::exchange(m_book, nullptr)) != LXW_NO_ERROR)
            return domain::Failure{WriteFault::NoSpace};
        QFile made(m_place.filePath(QStringLiteral("table.xlsx")));
        QSaveFile file(m_path);
        if (!made.open(QIODevice::ReadOnly) || !file.open(QIODevice::WriteOnly))
            return domain::Failure{WriteFault::CannotWrite};
        while (!made.atEnd()) {
            const QByteArray part = made.read(1 << 20);
            if (part.isEmpty() || file.write(part) != part.size())
                return domain::Failure{WriteFault::NoSpace};
        }
        if (!file.commit())
            return domain::Failure{WriteFault::NoSpace};
        return {};
    }

private:
    bool begin()
    {
        if (!m_place.isValid())
            return false;
        QByteArray place = QFile::encodeName(m_place.path());
        // Rows already written go to a file of the writer's, not to memory.
        lxw_workbook_options options{};
        options.constant_memory = LXW_TRUE;
        options.tmpdir = place.data();
        m_book = workbook_new_opt(QFile::encodeName(m_place.filePath(QStringLiteral("table.xlsx"))).constData(), &options);
        if (!m_book)
            return false;
        m_heading = workbook_add_format(m_book);
        format_set_bold(m_heading);
        m_money = workbook_add_format(m_book);
        format_set_num_format(m_money, "\"¥\"#,##0.00");
        nextSheet();
        return true;
    }
    void nextSheet()
    {
        m_sheet = workbook_add_worksheet(m_book, nullptr);
        worksheet_freeze_panes(m_sheet, 1, 0);
        for (qsizetype column = 0; column < m_headings.size(); ++column)
            worksheet_write_string(m_sheet, 0, static_cast<lxw_col_t>(column), m_headings.at(column).toUtf8().constData(), m_heading);
        m_row = 1;
    }
    bool put(qsizetype column, const QString &cell)
    {
        const auto to = static_cast<lxw_col_t>(column);
        const Cells kind = m_cells.value(column, Cells::Text);
        if (kind != Cells::Text) {
            if (const auto sum = sumOf(cell))
                return worksheet_write_number(m_sheet, m_row, to, *sum, kind == Cells::Money ? m_money : nullptr) == LXW_NO_ERROR;
        }
        if (cell.isEmpty())
            return true;
        // Strings are never formulas in a workbook: nothing to defuse.
        return worksheet_write_string(m_sheet, m_row, to, cell.left(longestCell).toUtf8().constData(), nullptr) == LXW_NO_ERROR;
    }

    QString m_path;
    QStringList m_headings;
    QList<Cells> m_cells;
    QTemporaryDir m_place;
    lxw_workbook *m_book = nullptr;
    lxw_worksheet *m_sheet = nullptr;
    lxw_format *m_heading = nullptr, *m_money = nullptr;
    lxw_row_t m_row = 0;
};

} // namespace

std::unique_ptr<TableFile> TableFile::csv(const QString &path, const QStringList &headings, bool bom)
{
    return std::make_unique<CsvFile>(path, headings, bom);
}

std::unique_ptr<TableFile> TableFile::xlsx(const QString &path, const QStringList &headings, const QList<Cells> &cells)
{
    return std::make_unique<XlsxFile>(path, headings, cells);
}

std::optional<double> TableFile::sumOf(const QString &cell)
{
    QString plain = cell;
    plain.remove(u'¥').remove(u',');
    bool number = false;
    const double sum = plain.toDouble(&number);
    return number ? std::optional(sum) : std::nullopt;
}

} // namespace arb::output
