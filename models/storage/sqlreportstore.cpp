// SPDX-License-Identifier: GPL-3.0-or-later
#include <storage/sqlstores.h>

#include "rows.h"

#include <domain/canonicaljson.h>
#include <domain/casejson.h>

namespace arb::storage {

using namespace usecases;

namespace {

PenaltyFact readFact(const Row &row)
{
    PenaltyFact fact;
    fact.platform = row.text(0);
    fact.merchantId = row.text(1);
    fact.merchantName = row.text(2);
    fact.caseId = row.id<domain::CaseId>(3);
    fact.caseNo = row.text(4);
    fact.at = row.time(5);
    fact.ruling = row.flag(6);
    fact.lost = row.flag(7);
    fact.refund = row.money(8);
    if (!fact.ruling)
        fact.code = row.code<domain::ConductCode>(9);
    fact.points = row.number(10);
    fact.expiresAt = row.time(11);
    fact.reversal = row.flag(12);
    fact.rulingId = row.id<domain::RulingId>(13);
    fact.product = row.text(14);
    fact.reason = row.code<domain::Reason>(15);
    return fact;
}

/// Filter of one half of the fact stream; @p owner is the table with platform and merchant.
QString factFilter(const PenaltyFilter &filter, const QString &owner, const QString &at, Values &values)
{
    QString sql;
    if (filter.from) {
        sql += QString(QStringLiteral(" AND ") + at + QStringLiteral(" >= ?"));
        values << *filter.from;
    }
    if (filter.to) {
        sql += QString(QStringLiteral(" AND ") + at + QStringLiteral(" < ?"));
        values << *filter.to;
    }
    if (!filter.platform.isEmpty()) {
        sql += QString(QStringLiteral(" AND ") + owner + QStringLiteral(".platform = ?"));
        values << filter.platform;
    }
    if (!filter.merchantId.isEmpty()) {
        sql += QString(QStringLiteral(" AND ") + owner + QStringLiteral(".merchant_id = ?"));
        values << filter.merchantId;
    }
    if (!filter.category.isEmpty()) {
        sql += QStringLiteral(" AND d.category = ?");
        values << filter.category;
    }
    return sql;
}

} // namespace

Stored<QList<ExecutionTask>> SqlTaskStore::list(const TaskFilter &filter)
{
    QString sql = QString(QStringLiteral("SELECT ") + taskColumns() + QStringLiteral("WHERE 1 = 1"));
    Values values;
    if (filter.state) {
        sql += QStringLiteral(" AND t.state = ?");
        values << domain::toCode(*filter.state);
    }
    if (filter.caseId) {
        sql += QStringLiteral(" AND t.case_id = ?");
        values << *filter.caseId;
    }
    if (filter.notBeforeUntil) {
        sql += QStringLiteral(" AND t.not_before <= ?");
        values << *filter.notBeforeUntil;
    }
    sql += QStringLiteral(" ORDER BY t.not_before, t.id");
    if (filter.limit > 0) {
        sql += QStringLiteral(" LIMIT ?");
        values << filter.limit;
    }
    return reading(m_session, [&] { return m_session.all(sql, values, readTask); });
}

Stored<void> SqlReportStore::penaltyFacts(const PenaltyFilter &filter, const std::function<bool(const PenaltyFact &)> &row)
{
    // Of a case's rulings only the newest in effect counts: a later one has overturned those before it.
    Values values;
    const QString effective = QStringLiteral("v.effective_at");
    const QString rulings = QString(
        QStringLiteral("SELECT d.platform AS platform, d.merchant_id AS merchant_id, d.merchant_name AS merchant_name, d.id AS case_id, "
                       "d.case_no AS case_no, v.effective_at AS at, 1 AS ruling, "
                       "CASE WHEN v.blame_merchant > 0 AND v.counts_toward_metrics = 1 THEN 1 ELSE 0 END AS lost, v.refund_fen AS refund, "
                       "'' AS code, 0 AS points, 0 AS expires_at, 0 AS reversal, v.ruling_id AS ruling_id, d.product AS product, d.reason AS reason "
                       "FROM report_rulings v JOIN dispute d ON d.id = v.case_id WHERE v.effective_at IS NOT NULL "
                       "AND NOT EXISTS (SELECT 1 FROM report_rulings w WHERE w.case_id = v.case_id AND (w.effective_at > v.effective_at "
                       "OR (w.effective_at = v.effective_at AND (w.round, w.ruling_id) > (v.round, v.ruling_id))))") + factFilter(filter, QStringLiteral("d"), effective, values));
    const QString points = QString(
        QStringLiteral("SELECT q.platform, q.merchant_id, d.merchant_name, d.id, d.case_no, q.at, 0, 0, 0, q.code, q.points, q.expires_at, "
                       "CASE WHEN q.reverses IS NULL THEN 0 ELSE 1 END, q.ruling_id, d.product, d.reason "
                       "FROM penalty_point q JOIN dispute d ON d.id = q.case_id WHERE 1 = 1")
        + factFilter(filter, QStringLiteral("q"), QStringLiteral("q.at"), values));
    const QString bytes = m_session.dialect().byteOrder();
    const QString sql = QString(QStringLiteral("SELECT * FROM (") + rulings + QStringLiteral(" UNION ALL ") + points + QStringLiteral(") AS f ORDER BY f.platform")
                                + bytes + QStringLiteral(", f.merchant_id") + bytes + QStringLiteral(", f.at, f.ruling DESC, f.case_id"));
    return reading(m_session, [&] { m_session.each(sql, values, [&](const Row &found) { return row(readFact(found)); }); });
}

Stored<QList<PenaltyPoint>> SqlReportStore::pointsOf(const QString &platform, const QString &merchantId)
{
    return reading(m_session, [&] {
        return m_session.all(QString(QStringLiteral("SELECT ") + pointColumns() + QStringLiteral("WHERE platform = ? AND merchant_id = ? ORDER BY at DESC, id DESC")),
                             Values() << platform << merchantId, readPoint);
    });
}

Stored<QList<ClaimCount>> SqlReportStore::claimCounts(domain::UtcMs from, domain::UtcMs to)
{
    return reading(m_session, [&] {
        return m_session.all(QStringLiteral("SELECT a.actor, d.category, COUNT(*) FROM audit_entry a JOIN dispute d ON d.id = a.scope "
                                            "WHERE a.action = 'claim' AND a.at >= ? AND a.at < ? GROUP BY a.actor, d.category"),
                             Values() << from << to,
                             [](const Row &row) { return ClaimCount{row.text(0), row.text(1), row.integer(2)}; });
    });
}

namespace {

constexpr int auditPage = 1000; // a page at a time: constant memory, and no snapshot held while the caller works

domain::AuditEntry readEntry(const Row &row)
{
    return {.scope = row.integer(0), .seq = row.integer(1), .at = row.time(2), .actor = row.text(3), .action = row.text(4),
            .payload = row.utf8(5), .prev = row.utf8(6), .hash = row.utf8(7)};
}

} // namespace

Stored<void> SqlAuditStore::entries(const std::function<bool(const domain::AuditEntry &)> &row)
{
    return reading(m_session, [&] {
        qint64 scope = -1, seq = 0;
        for (;;) {
            const auto page = m_session.all(QStringLiteral("SELECT scope, seq, at, actor, action, payload, prev, hash FROM audit_entry "
                                                           "WHERE (scope, seq) > (?, ?) ORDER BY scope, seq LIMIT ?"),
                                            Values() << scope << seq << auditPage, readEntry);
            for (const domain::AuditEntry &entry : page) {
                if (!row(entry))
                    return;
            }
            if (page.size() < auditPage)
                return;
            scope = page.constLast().scope;
            seq = page.constLast().seq;
        }
    });
}

Stored<void> SqlAuditStore::heads(const std::function<bool(qint64, const domain::AuditHead &)> &row)
{
    struct Head
    {
        qint64 scope = 0;
        domain::AuditHead head;
    };
    const auto readHead = [](const Row &found) { return Head{found.integer(0), {found.integer(1), found.utf8(2)}}; };
    return reading(m_session, [&] {
        const auto desk = m_session.first(QStringLiteral("SELECT 0, audit_seq, audit_hash FROM desk WHERE id = 1"), {}, readHead);
        if (desk && !row(0, desk->head))
            return;
        qint64 after = 0;
        for (;;) {
            const auto page = m_session.all(QStringLiteral("SELECT id, audit_seq, audit_hash FROM dispute WHERE id > ? ORDER BY id LIMIT ?"),
                                            Values() << after << auditPage, readHead);
            for (const Head &head : page) {
                if (!row(head.scope, head.head))
                    return;
            }
            if (page.size() < auditPage)
                return;
            after = page.constLast().scope;
        }
    });
}

namespace {

struct StoredRuling
{
    qint64 id = 0, scope = 0;
    QByteArray sha256;
};

/// Reports read the columns, the case reads the document: both must say what was signed.
StoredRuling readStoredRuling(const Row &row)
{
    StoredRuling stored{row.integer(0), row.integer(1), {}};
    const QJsonObject document = jsonObject(row.utf8(2));
    const auto ruling = domain::rulingFromJson(document);
    const bool agrees = ruling && domain::toCode(ruling->outcome) == row.text(3) && ruling->refund == row.money(4)
        && ruling->blame.merchant == row.number(5) && ruling->blame.creator == row.number(6) && ruling->blame.platform == row.number(7)
        && ruling->blame.buyer == row.number(8) && ruling->countsTowardMetrics == row.flag(9) && ruling->clause.value_or(QString()) == row.text(10);
    if (agrees)
        stored.sha256 = domain::sha256Hex(domain::canonicalJson(document));
    return stored;
}

} // namespace

Stored<void> SqlAuditStore::rulings(const std::function<bool(qint64, domain::RulingId, const QByteArray &)> &row)
{
    return reading(m_session, [&] {
        qint64 after = 0;
        for (;;) {
            const auto page = m_session.all(QStringLiteral("SELECT id, case_id, ruling_json, outcome, refund_fen, blame_merchant, blame_creator, "
                                                           "blame_platform, blame_buyer, counts_toward_metrics, clause FROM ruling "
                                                           "WHERE id > ? ORDER BY id LIMIT ?"),
                                            Values() << after << auditPage, readStoredRuling);
            for (const StoredRuling &stored : page) {
                if (!row(stored.scope, domain::RulingId(stored.id), stored.sha256))
                    return;
            }
            if (page.size() < auditPage)
                return;
            after = page.constLast().id;
        }
    });
}

} // namespace arb::storage
