// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchindex.h"

#include "casereader.h"

#include <usecases/searchtext.h>

namespace arb::storage {

namespace {

void runIfAny(Session &session, const QString &sql, domain::CaseId id, const QString &tokens)
{
    if (!sql.isEmpty())
        session.run(sql, Values() << id << tokens);
}

} // namespace

void indexCase(Session &session, domain::CaseId id, const domain::CaseFile &file)
{
    const QString tokens = usecases::searchColumn(file);
    session.run(QStringLiteral("INSERT INTO case_search (case_id, tokens) VALUES (?, ?)"), Values() << id << tokens);
    runIfAny(session, session.dialect().indexWords(), id, tokens);
}

void reindexCase(Session &session, domain::CaseId id)
{
    const auto former = session.first(QStringLiteral("SELECT tokens FROM case_search WHERE case_id = ?"), Values() << id,
                                      [](const Row &row) { return row.text(0); });
    const QString tokens = usecases::searchColumn(loadFile(session, id));
    if (!former || *former == tokens)
        return;
    runIfAny(session, session.dialect().dropWords(), id, *former);
    session.run(QStringLiteral("UPDATE case_search SET tokens = ? WHERE case_id = ?"), Values() << tokens << id);
    runIfAny(session, session.dialect().indexWords(), id, tokens);
}

void indexMissingCases(Session &session)
{
    constexpr int together = 1000;
    for (domain::CaseId last;;) {
        const QList<domain::CaseId> ids = session.all(
            QStringLiteral("SELECT d.id FROM dispute d WHERE d.id > ? AND NOT EXISTS (SELECT 1 FROM case_search s WHERE s.case_id = d.id) "
                           "ORDER BY d.id LIMIT ?"),
            Values() << last.value() << together, [](const Row &row) { return row.id<domain::CaseId>(0); });
        if (ids.isEmpty())
            return;
        for (const domain::CaseId id : ids)
            indexCase(session, id, loadFile(session, id));
        last = ids.constLast();
    }
}

} // namespace arb::storage
