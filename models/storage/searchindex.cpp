// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchindex.h"

#include "casereader.h"
#include "rows.h"

#include <domain/casejson.h>

#include <usecases/filewords.h>
#include <usecases/searchtext.h>

#include <algorithm>

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

/// Texts of the rulings that count, in the order of their ids.
QStringList rulingTexts(Session &session, domain::CaseId id)
{
    const QList<domain::Ruling> rulings =
        session.all(QStringLiteral("SELECT r.ruling_json FROM ruling r LEFT JOIN ruling_approval a ON a.ruling_id = r.id "
                                   "LEFT JOIN ruling_recall c ON c.ruling_id = r.id "
                                   "WHERE r.case_id = ? AND c.ruling_id IS NULL AND coalesce(a.decision, '') <> 'returned' ORDER BY r.id"),
                    Values() << id, [](const Row &row) {
                        const auto ruling = domain::rulingFromJson(jsonObject(row.utf8(0)));
                        if (!ruling)
                            throw DbError{};
                        return *ruling;
                    });
    QStringList texts;
    for (const domain::Ruling &ruling : rulings)
        texts += usecases::searchableTexts(ruling);
    return texts;
}

/// What @p table has of the case's exhibits, each file once, in their order.
QStringList fileTexts(Session &session, domain::CaseId id, const QString &table)
{
    return session.all(QStringLiteral("SELECT m.words FROM %1 m JOIN (SELECT sha256, min(ordinal) AS place FROM exhibit WHERE case_id = ? "
                                      "GROUP BY sha256) e ON e.sha256 = m.sha256 ORDER BY e.place").arg(table),
                       Values() << id, [](const Row &row) { return row.text(0); });
}

/// What a machine read in the case's pictures, then what stands in its files of words.
QStringList readingTexts(Session &session, domain::CaseId id)
{
    return fileTexts(session, id, QStringLiteral("machine_reading")) + fileTexts(session, id, QStringLiteral("file_words"));
}

QString columnOf(Session &session, domain::CaseId id)
{
    return usecases::searchColumn(loadFile(session, id), rulingTexts(session, id), readingTexts(session, id));
}

void insertTokens(Session &session, domain::CaseId id, const QString &tokens)
{
    session.run(QStringLiteral("INSERT INTO case_search (case_id, tokens) VALUES (?, ?)"), Values() << id << tokens);
    runIfAny(session, session.dialect().indexWords(), id, tokens);
}

QList<domain::CaseId> casesAfter(Session &session, domain::CaseId last, int limit)
{
    return session.all(QStringLiteral("SELECT id FROM dispute WHERE id > ? ORDER BY id LIMIT ?"), Values() << last.value() << limit,
                       [](const Row &row) { return row.id<domain::CaseId>(0); });
}

void writeSearchForm(Session &session, const QJsonObject &form)
{
    session.run(QStringLiteral("INSERT INTO desk_setting (key, json) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET json = excluded.json"),
                Values() << QString(searchFormKey) << compactJson(form));
}

constexpr QLatin1StringView formName{"form"}, afterName{"after"};

} // namespace

void indexCase(Session &session, domain::CaseId id, const domain::CaseFile &file)
{
    const bool mayBeRead = std::ranges::any_of(file.exhibits, [](const domain::Exhibit &exhibit) {
        return exhibit.kind == domain::ExhibitKind::Image || usecases::holdsWords(exhibit.kind);
    });
    insertTokens(session, id, usecases::searchColumn(file, {}, mayBeRead ? readingTexts(session, id) : QStringList()));
}

void reindexCase(Session &session, domain::CaseId id)
{
    for (;;) {
        const auto former = tokensOf(session, id);
        const QString tokens = columnOf(session, id);
        if (!former || *former == tokens)
            return;
        // A renewal holds no lock on the case: when somebody changed it meanwhile, what was read is no longer all of it.
        if (session.run(QStringLiteral("UPDATE case_search SET tokens = ? WHERE case_id = ? AND tokens = ?"), Values() << tokens << id << *former) == 0)
            continue;
        runIfAny(session, session.dialect().dropWords(), id, *former);
        return runIfAny(session, session.dialect().indexWords(), id, tokens);
    }
}

void indexMissingCases(Session &session)
{
    eachCase(session, QStringLiteral("AND NOT EXISTS (SELECT 1 FROM case_search s WHERE s.case_id = d.id) "),
             [&session](domain::CaseId id) { insertTokens(session, id, columnOf(session, id)); });
}

void markSearchForm(Session &session)
{
    writeSearchForm(session, {{formName, usecases::searchTextForm}});
}

SearchRenewal renewTokens(Session &session, int limit)
{
    const QJsonObject form = session.first(QString(QStringLiteral("SELECT json FROM desk_setting WHERE key = ?") + session.dialect().lockRow()),
                                           Values() << QString(searchFormKey), [](const Row &row) { return jsonObject(row.utf8(0)); })
                                 .value_or(QJsonObject());
    const bool begun = form.contains(afterName);
    SearchRenewal renewal;
    // A newer program's form is not made an older one again.
    if (const qint64 stored = form.value(formName).toInteger(); stored > usecases::searchTextForm || (stored == usecases::searchTextForm && !begun)) {
        renewal.finished = true;
        return renewal;
    }
    const bool ours = form.value(formName).toInteger() == usecases::searchTextForm;
    const domain::CaseId last(ours ? form.value(afterName).toString().toLongLong() : 0);
    const QList<domain::CaseId> ids = casesAfter(session, last, limit);
    for (const domain::CaseId id : ids)
        reindexCase(session, id);
    renewal.cases = ids.size();
    renewal.finished = ids.size() < limit;
    if (renewal.finished)
        markSearchForm(session);
    else
        writeSearchForm(session, {{formName, usecases::searchTextForm}, {afterName, ids.constLast().toString()}});
    return renewal;
}

void indexAnew(Session &session)
{
    if (const QString clear = session.dialect().clearWords(); !clear.isEmpty())
        session.run(clear);
    session.run(QStringLiteral("DELETE FROM case_search"));
    indexMissingCases(session);
    markSearchForm(session);
}

std::optional<usecases::ReadSearchText> readSearchTextOf(Session &session, domain::CaseId id)
{
    const QStringList readings = fileTexts(session, id, QStringLiteral("machine_reading"));
    if (readings.isEmpty())
        return std::nullopt;
    return usecases::ReadSearchText{tokensOf(session, id).value_or(QString()), readings};
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
            differ += tokens && *tokens != columnOf(session, id);
        });
    }
    if (differ > 0)
        findings.append(QStringLiteral("cases that have other words than the search index: %1; arbiter db reindex makes it anew").arg(differ));
    return findings;
}

} // namespace arb::storage
