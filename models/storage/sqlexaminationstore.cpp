// SPDX-License-Identifier: GPL-3.0-or-later
#include <storage/sqlstores.h>

#include "casewriter.h"
#include "rows.h"

#include <QtCore/QJsonArray>
#include <QtCore/QSet>

#include <algorithm>

namespace arb::storage {

using namespace usecases;

namespace {

constexpr domain::PersonId nobody; ///< whose views came with an import

void insertMark(Session &session, domain::CaseId id, const domain::Mark &mark)
{
    using Number = std::optional<qint64>;
    const auto &film = mark.film;
    session.run(QStringLiteral("INSERT INTO mark (case_id, id, exhibit, sha256, page, shape, json, note, by_id, by_name, at, "
                               "frame, pts, frame_end, pts_end) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
                Values() << id << mark.id << mark.exhibit << mark.sha256 << mark.page << domain::toCode(mark.shape)
                         << compactJson(domain::toJson(mark)) << mark.note << mark.by << mark.byName << mark.at
                         << (film ? Number(film->frame) : Number()) << (film ? Number(film->pts) : Number())
                         << (film ? Number(film->frameEnd) : Number()) << (film ? Number(film->ptsEnd) : Number()));
}

void takeAway(Session &session, domain::CaseId id, domain::MarkId mark, domain::PersonId by, domain::UtcMs at)
{
    const qint64 removed = session.run(QStringLiteral("UPDATE mark SET removed_at = ?, removed_by = ? WHERE case_id = ? AND id = ? AND removed_at IS NULL"),
                                       Values() << at << by << id << mark);
    if (removed != 1)
        throw DbError{StoreError::NotFound};
}

void writeView(Session &session, domain::CaseId id, domain::PersonId person, const domain::ExhibitView &view, domain::UtcMs at)
{
    session.run(QStringLiteral("INSERT INTO exhibit_view (case_id, person_id, exhibit, page, sha256, json, saved_at) VALUES (?, ?, ?, ?, ?, ?, ?) "
                               "ON CONFLICT (case_id, person_id, exhibit, page) DO UPDATE SET sha256 = excluded.sha256, json = excluded.json, "
                               "saved_at = excluded.saved_at"),
                Values() << id << person.value() << view.exhibit << view.page << view.sha256 << compactJson(domain::toJson(view)) << at);
}

void writePair(Session &session, domain::CaseId id, domain::PersonId person, const domain::PairView &pair, domain::UtcMs at)
{
    session.run(QStringLiteral("INSERT INTO pair_view (case_id, person_id, left_exhibit, left_page, right_exhibit, right_page, json, saved_at) "
                               "VALUES (?, ?, ?, ?, ?, ?, ?, ?) "
                               "ON CONFLICT (case_id, person_id, left_exhibit, left_page, right_exhibit, right_page) DO UPDATE SET "
                               "json = excluded.json, saved_at = excluded.saved_at"),
                Values() << id << person.value() << pair.left << pair.leftPage << pair.right << pair.rightPage << compactJson(domain::toJson(pair)) << at);
}

/// As the row calls it; with the digest it is the item's place.
QString nameOf(const domain::CoverageItem &item)
{
    return item.exhibit.isEmpty() ? domain::toCode(item.kind) : item.exhibit;
}

domain::CoverageItem readCoverageItem(const QByteArray &json)
{
    auto item = domain::coverageItemFromJson(jsonObject(json));
    if (!item)
        throw DbError{}; // somebody else wrote the database
    return std::move(item).value();
}

/// The row is written first where there is none, so that two who come at once meet at it, on either database.
void addItem(Session &session, domain::CaseId id, domain::PersonId person, const domain::CoverageItem &item, domain::UtcMs at)
{
    const qint64 written = session.run(QStringLiteral("INSERT INTO coverage (case_id, person_id, item, sha256, json, updated_at) VALUES (?, ?, ?, ?, ?, ?) "
                                                      "ON CONFLICT (case_id, person_id, item, sha256) DO NOTHING"),
                                       Values() << id << person << nameOf(item) << item.sha256 << compactJson(domain::toJson(item)) << at);
    if (written == 1)
        return;
    const QString place = QStringLiteral(" WHERE case_id = ? AND person_id = ? AND item = ? AND sha256 = ?");
    const auto stored = session.first(QString(QStringLiteral("SELECT json FROM coverage") + place + session.dialect().lockRow()),
                                      Values() << id << person << nameOf(item) << item.sha256, [](const Row &row) { return row.utf8(0); });
    if (!stored)
        throw DbError{};
    const domain::CoverageItem before = readCoverageItem(*stored), after = domain::merged(before, item);
    if (after == before)
        return;
    session.run(QString(QStringLiteral("UPDATE coverage SET json = ?, updated_at = ?") + place),
                Values() << compactJson(domain::toJson(after)) << at << id << person << nameOf(item) << item.sha256);
}

void needCase(Session &session, domain::CaseId id)
{
    const bool known = session.first(QStringLiteral("SELECT 1 FROM dispute WHERE id = ?"), Values() << id, [](const Row &) { return true; }).value_or(false);
    if (!known)
        throw DbError{StoreError::NotFound};
}

/// The documents of a query whose first column they are; of those with the same @p keys behind it, the first.
QJsonArray firstOfEach(Session &session, const QString &sql, const Values &values, int keys)
{
    QJsonArray documents;
    QSet<QStringList> places;
    session.each(sql, values, [&](const Row &row) {
        QStringList place;
        for (int column = 1; column <= keys; ++column)
            place.append(row.text(column));
        if (!places.contains(place))
            documents.append(jsonObject(row.utf8(0)));
        places.insert(place);
        return true;
    });
    return documents;
}

/// Reads a list of an examination in portions that keep to what a file may hold, however many rows there are.
domain::Examination parsed(const QString &list, const QJsonArray &documents)
{
    constexpr qsizetype portion = domain::mostPointsOfCase / domain::mostMarkPoints;
    domain::Examination all;
    for (qsizetype from = 0; from < documents.size(); from += portion) {
        QJsonArray part;
        for (qsizetype n = from; n < std::min(from + portion, documents.size()); ++n)
            part.append(documents.at(n));
        const auto read = domain::examinationFromJson({{QStringLiteral("format"), 1}, {list, part}});
        if (!read)
            throw DbError{}; // somebody else wrote the database
        all.marks += read->marks;
        all.views += read->views;
        all.pairs += read->pairs;
    }
    return all;
}

} // namespace

void writeExamination(Session &session, domain::CaseId id, const domain::Examination &examination, domain::UtcMs at)
{
    for (domain::Mark mark : examination.marks) {
        mark.by = {};
        insertMark(session, id, mark);
    }
    for (const domain::ExhibitView &view : examination.views)
        writeView(session, id, nobody, view, at);
    for (const domain::PairView &pair : examination.pairs)
        writePair(session, id, nobody, pair, at);
}

Stored<domain::Examination> SqlExaminationStore::examination(domain::CaseId id, domain::PersonId person)
{
    const QString order = QStringLiteral("WHERE case_id = ? ORDER BY CASE WHEN person_id = ? THEN 0 ELSE 1 END, saved_at DESC, person_id DESC");
    return reading(m_session, [&] {
        needCase(m_session, id);
        QJsonArray documents;
        QList<domain::PersonId> authors;
        m_session.each(QStringLiteral("SELECT json, by_id FROM mark WHERE case_id = ? AND removed_at IS NULL ORDER BY id"), Values() << id, [&](const Row &row) {
            documents.append(jsonObject(row.utf8(0)));
            authors.append(row.id<domain::PersonId>(1));
            return true;
        });
        domain::Examination found = parsed(QStringLiteral("marks"), documents);
        for (qsizetype n = 0; n < authors.size(); ++n)
            found.marks[n].by = authors.at(n);
        const Values whose = Values() << id << person.value();
        found.views = parsed(QStringLiteral("views"), firstOfEach(m_session, QString(QStringLiteral("SELECT json, exhibit, page FROM exhibit_view ") + order), whose, 2)).views;
        found.pairs = parsed(QStringLiteral("pairs"), firstOfEach(m_session, QString(QStringLiteral("SELECT json, left_exhibit, left_page, right_exhibit, right_page FROM pair_view ") + order), whose, 4)).pairs;
        domain::sortPlaces(found);
        return found;
    }, true);
}

Stored<void> SqlExaminationStore::addMark(domain::CaseId id, const domain::Mark &mark, const AuditDraft &audit, const std::optional<CommandRecord> &command)
{
    return inTransaction(m_session, [&] {
        if (command)
            writeCommand(m_session, *command);
        appendCaseAudit(m_session, id, audit);
        insertMark(m_session, id, mark);
    });
}

Stored<void> SqlExaminationStore::removeMark(domain::CaseId id, domain::MarkId mark, domain::PersonId by, domain::UtcMs at, const AuditDraft &audit,
                                             const std::optional<CommandRecord> &command)
{
    return inTransaction(m_session, [&] {
        if (command)
            writeCommand(m_session, *command);
        appendCaseAudit(m_session, id, audit);
        takeAway(m_session, id, mark, by, at);
    });
}

Stored<void> SqlExaminationStore::correctMark(domain::CaseId id, domain::MarkId corrected, const domain::Mark &mark, const AuditDraft &audit,
                                              const std::optional<CommandRecord> &command)
{
    return inTransaction(m_session, [&] {
        if (command)
            writeCommand(m_session, *command);
        appendCaseAudit(m_session, id, audit);
        takeAway(m_session, id, corrected, mark.by, mark.at);
        insertMark(m_session, id, mark);
    });
}

Stored<void> SqlExaminationStore::saveView(domain::CaseId id, domain::PersonId person, const domain::ExhibitView &view, domain::UtcMs at)
{
    return inTransaction(m_session, [&] {
        needCase(m_session, id);
        writeView(m_session, id, person, view, at);
    });
}

Stored<void> SqlExaminationStore::savePair(domain::CaseId id, domain::PersonId person, const domain::PairView &pair, domain::UtcMs at)
{
    return inTransaction(m_session, [&] {
        needCase(m_session, id);
        writePair(m_session, id, person, pair, at);
    });
}

Stored<domain::CaseCoverage> SqlExaminationStore::coverage(domain::CaseId id, domain::PersonId person)
{
    return reading(m_session, [&] {
        needCase(m_session, id);
        domain::CaseCoverage found;
        m_session.each(QStringLiteral("SELECT json FROM coverage WHERE case_id = ? AND person_id = ?"), Values() << id << person, [&](const Row &row) {
            found.items.append(readCoverageItem(row.utf8(0)));
            return true;
        });
        return domain::merged({}, found); // in order
    }, true);
}

Stored<void> SqlExaminationStore::addCoverage(domain::CaseId id, domain::PersonId person, const domain::CaseCoverage &delta, domain::UtcMs at)
{
    return inTransaction(m_session, [&] {
        needCase(m_session, id);
        for (const domain::CoverageItem &item : domain::merged({}, delta).items) // in order: two who come at once do not wait for each other
            addItem(m_session, id, person, item, at);
    });
}

} // namespace arb::storage
