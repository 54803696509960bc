// SPDX-License-Identifier: GPL-3.0-or-later
#include "queuefile.h"

#include "reportfile.h"

#include <output/tablefile.h>

namespace arb::app {

namespace {

using output::TableFile;

class QueueFile final : public presentation::RowSink
{
public:
    QueueFile(std::unique_ptr<TableFile> file, QString path) : m_file(std::move(file)), m_path(std::move(path)) {}

    bool add(const QList<QStringList> &rows) override { return note(m_file->add(rows)); }
    QString finish() override
    {
        if (!m_fault)
            note(m_file->finish());
        m_file.reset();
        return m_fault ? writeText(*m_fault, m_path) : QString();
    }

private:
    bool note(const domain::Result<void, output::WriteFault> &done)
    {
        if (!done)
            m_fault = done.error();
        return done.ok();
    }

    std::unique_ptr<TableFile> m_file;
    QString m_path;
    std::optional<output::WriteFault> m_fault;
};

} // namespace

std::shared_ptr<presentation::RowSink> openQueueFile(const QString &path, const QStringList &headings, const QList<bool> &sums)
{
    if (!path.endsWith(QStringLiteral(".xlsx"), Qt::CaseInsensitive))
        return std::make_shared<QueueFile>(TableFile::csv(path, headings, true), path);
    QList<TableFile::Cells> cells;
    for (const bool sum : sums)
        cells.append(sum ? TableFile::Cells::Money : TableFile::Cells::Text);
    return std::make_shared<QueueFile>(TableFile::xlsx(path, headings, cells), path);
}

} // namespace arb::app
