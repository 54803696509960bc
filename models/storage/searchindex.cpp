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

std::optional<QString> tokensOf(Session &session, domain::CaseId id)
{
    return session.first(QStringLiteral("SELECT tokens FROM case_search WHERE case_id = ?"), Values() << id,
                         [](const Row &row) { return row.text(0); });
}

/// Calls @p use with the id of every case that @p condition leaves, in portions: it may write.
template<typename Use>
void eachCase(Session &session, const QString &condition, Use use)
{
    constexpr int portion = 1000;
    const QString sql = QString(QStringLiteral("SELECT d.id FROM dispute d WHERE d.id > ? ") + condition + QStringLiteral("ORDER BY d.id LIMIT ?"));
    for (domain::CaseId last;;) {
        const QList<domain::CaseId> ids = session.all(sql, Values() << last.value() << portion,
                                                      [](const Row &row) { return row.id<domain::CaseId>(0); });
        for (const domain::CaseId id : ids)
            use(id);
        if (ids.size() < portion)
            return;
        last = ids.constLast();
    }
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
    const auto former = tokensOf(session, id);
    const QString tokens = usecases::searchColumn(loadFile(session, id));
    if (!former || *former == tokens)
        return;
    runIfAny(session, session.dialect().dropWords(), id, *former);
    session.run(QStringLiteral("UPDATE case_search SET tokens = ? WHERE case_id = ?"), Values() << tokens << id);
    runIfAny(session, session.dialect().indexWords(), id, tokens);
}

void indexMissingCases(Session &session)
{
    eachCase(session, QStringLiteral("AND NOT EXISTS (SELECT 1 FROM case_search s WHERE s.case_id = d.id) "),
             [&session](domain::CaseId id) { indexCase(session, id, loadFile(session, id)); });
}

void indexAnew(Session &session)
{
    if (const QString clear = session.dialect().clearWords(); !clear.isEmpty())
        session.run(clear);
    session.run(QStringLiteral("DELETE FROM case_search"));
    indexMissingCases(session);
}

QStringList searchFindings(Session &session, bool thorough)
{
    const qint64 missing = session.first(QStringLiteral("SELECT count(*) FROM dispute d WHERE NOT EXISTS "
                                                        "(SELECT 1 FROM case_search s WHERE s.case_id = d.id)"), {},
                                         [](const Row &row) { return row.integer(0); }).value_or(0);
    QStringList findings;
    if (missing > 0)
        findings.append(QStringLiteral("cases that the search index lacks: %1; arbiter db reindex makes it anew").arg(missing));
    qint64 differ = 0;
    if (thorough) {
        eachCase(session, {}, [&](domain::CaseId id) {
            const auto tokens = tokensOf(session, id);
            differ += tokens && *tokens != usecases::searchColumn(loadFile(session, id));
        });
    }
    if (differ > 0)
        findings.append(QStringLiteral("cases that have other words than the search index: %1; arbiter db reindex makes it anew").arg(differ));
    return findings;
}

} // namespace arb::storage
