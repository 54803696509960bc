// SPDX-License-Identifier: GPL-3.0-or-later
#include <presentation/casehistory.h>

#include <presentation/formats.h>
#include <presentation/labels.h>

#include <domain/casejson.h>
#include <domain/masking.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

#include <algorithm>

namespace arb::presentation {

namespace {

struct History
{
    Q_DECLARE_TR_FUNCTIONS(History)
};

/// The audit's codes (usecases/casecommands.h) in words.
struct Act
{
    const char *code, *word;
};
constexpr Act acts[] = {
    {"admit", QT_TRANSLATE_NOOP("History", "Came in")},
    {"claim", QT_TRANSLATE_NOOP("History", "Claimed")},
    {"release", QT_TRANSLATE_NOOP("History", "Released")},
    {"skip", QT_TRANSLATE_NOOP("History", "Skipped")},
    {"take_over", QT_TRANSLATE_NOOP("History", "Taken over")},
    {"hand_to_supervisor", QT_TRANSLATE_NOOP("History", "Handed to a supervisor")},
    {"park", QT_TRANSLATE_NOOP("History", "Parked")},
    {"assign", QT_TRANSLATE_NOOP("History", "Assigned")},
    {"tag", QT_TRANSLATE_NOOP("History", "Tags changed")},
    {"free", QT_TRANSLATE_NOOP("History", "Hold ended by a supervisor")},
    {"undo", QT_TRANSLATE_NOOP("History", "Put back as it was before")},
    {"note", QT_TRANSLATE_NOOP("History", "Note written")},
    {"note.remove", QT_TRANSLATE_NOOP("History", "Note removed")},
    {"derive", QT_TRANSLATE_NOOP("History", "Exhibit made at the desk")},
    {"export", QT_TRANSLATE_NOOP("History", "Exported")},
    {"mark.add", QT_TRANSLATE_NOOP("History", "Evidence marked")},
    {"mark.correct", QT_TRANSLATE_NOOP("History", "Mark corrected")},
    {"mark.remove", QT_TRANSLATE_NOOP("History", "Mark removed")},
    {"request_evidence", QT_TRANSLATE_NOOP("History", "Evidence asked for")},
    {"supplement", QT_TRANSLATE_NOOP("History", "Evidence handed in later")},
    {"evidence_done", QT_TRANSLATE_NOOP("History", "A side has handed in all it has")},
    {"start_negotiation", QT_TRANSLATE_NOOP("History", "Negotiation began")},
    {"settle", QT_TRANSLATE_NOOP("History", "The parties settled")},
    {"lease_expire", QT_TRANSLATE_NOOP("History", "Hold ran out")},
    {"evidence_time_out", QT_TRANSLATE_NOOP("History", "Evidence did not come in time")},
    {"negotiation_end", QT_TRANSLATE_NOOP("History", "Negotiation ended without a settlement")},
    {"withdraw", QT_TRANSLATE_NOOP("History", "Withdrawn by the buyer")},
    {"suspend", QT_TRANSLATE_NOOP("History", "Suspended")},
    {"resume", QT_TRANSLATE_NOOP("History", "Resumed")},
    {"rule", QT_TRANSLATE_NOOP("History", "Ruled")},
    {"approve", QT_TRANSLATE_NOOP("History", "Approved")},
    {"return", QT_TRANSLATE_NOOP("History", "Sent back")},
    {"recall", QT_TRANSLATE_NOOP("History", "Recalled")},
    {"appeal", QT_TRANSLATE_NOOP("History", "Appealed")},
    {"reverse", QT_TRANSLATE_NOOP("History", "Ruling reversed")},
    {"execute", QT_TRANSLATE_NOOP("History", "Execution began")},
    {"execute_for_merchant", QT_TRANSLATE_NOOP("History", "The platform acted in the merchant's place")},
    {"task_sent", QT_TRANSLATE_NOOP("History", "Step sent for execution")},
    {"task_refused", QT_TRANSLATE_NOOP("History", "Step refused by the executing system")},
    {"task_done", QT_TRANSLATE_NOOP("History", "Step done")},
    {"task_failed", QT_TRANSLATE_NOOP("History", "Step failed")},
    {"task_overdue", QT_TRANSLATE_NOOP("History", "Step overdue")},
};

QString partyText(const QString &code)
{
    const auto party = domain::fromCode<domain::Party>(code);
    return party ? label(*party) : code;
}

/// Why a ruling was recalled. The window has two acts for it; that it was recalled, the act itself says.
QString recallReasonText(const QString &reason)
{
    if (reason == u"undo")
        return History::tr("Undo signing");
    return reason == u"recall" ? QString() : reason;
}

QString tagTexts(const QString &codes)
{
    QStringList words;
    for (const QString &code : codes.split(u',', Qt::SkipEmptyParts))
        words.append(tagLabel(code));
    return words.join(History::tr(", "));
}

/// "Full refund, ¥459.00" of the act that holds a ruling.
QString ruledText(const QJsonObject &payload)
{
    const auto outcome = domain::fromCode<domain::OutcomeCode>(payload.value(QLatin1String("outcome")).toString());
    if (!outcome)
        return {};
    const QString sum = moneyText(domain::Money(payload.value(QLatin1String("refundFen")).toInteger()));
    return QStringLiteral("%1 · %2").arg(label(*outcome), sum);
}

QString timeOf(const QJsonObject &payload, const char *key)
{
    const qint64 ms = payload.value(QLatin1String(key)).toInteger();
    return ms > 0 ? History::tr("until %1").arg(dateTimeText(domain::UtcMs(ms))) : QString();
}

QString detailOf(const QString &action, const QByteArray &json)
{
    const QJsonObject payload = QJsonDocument::fromJson(json).object();
    const auto text = [&](const char *key) { return payload.value(QLatin1String(key)).toString(); };
    QStringList parts;
    if (action == u"skip")
        parts.append(skipReasonLabel(text("reason")));
    else if (action == u"recall")
        parts.append(recallReasonText(text("reason")));
    else
        parts.append(text("reason"));
    parts.append(text("terms"));
    if (action.startsWith(u"mark."))
        parts.append(text("exhibit"));
    if (const QString person = text("person"); !person.isEmpty())
        parts.append(History::tr("to %1").arg(person));
    if (const QString former = text("former"); !former.isEmpty())
        parts.append(History::tr("held by %1 before").arg(former));
    for (const char *key : {"party", "by"})
        parts.append(partyText(text(key)));
    parts.append(timeOf(payload, "until"));
    if (const QString parked = timeOf(payload, "parkedUntil"); !parked.isEmpty())
        parts.append(History::tr("was parked %1", "%1: until when").arg(parked));
    parts.append(text("file"));
    parts.append(text("detail"));
    if (const QString added = tagTexts(text("add")); !added.isEmpty())
        parts.append(History::tr("added: %1").arg(added));
    if (const QString removed = tagTexts(text("remove")); !removed.isEmpty())
        parts.append(History::tr("removed: %1").arg(removed));
    for (const QJsonValue &wish : payload.value(QLatin1String("wishes")).toArray())
        parts.append(wish.toObject().value(QLatin1String("text")).toString());
    parts.append(ruledText(payload));
    parts.removeAll(QString());
    return visibleText(domain::maskInText(parts.join(QStringLiteral(" · "))));
}

HistoryRow rowOf(qint64 seq, domain::UtcMs at, const QString &who, const QString &action, const QByteArray &payload)
{
    return {seq, at, actorText(who), actText(action), detailOf(action, payload), false};
}

/// Notes' texts stand in their own table; the audit binds them by digest and they were written in the same moment.
void fillNotes(QList<HistoryRow> &rows, const usecases::CaseRecord &record)
{
    for (const usecases::DeskNote &note : record.notes) {
        const auto row = std::ranges::find_if(rows, [&](const HistoryRow &one) {
            return one.detail.isEmpty() && one.at == note.at && one.who == actorText(note.by) && one.what == actText(QStringLiteral("note"));
        });
        if (row != rows.end())
            row->detail = visibleText(note.text);
    }
}

QList<HistoryRow> earlierRows(const usecases::EarlierRecord &earlier)
{
    QList<HistoryRow> rows;
    for (const QByteArray &line : earlier.auditJsonl.split('\n')) {
        const QJsonObject entry = QJsonDocument::fromJson(line).object();
        if (entry.isEmpty())
            continue;
        const QJsonValue payload = entry.value(QLatin1String("payload"));
        const QByteArray json = payload.isString() ? payload.toString().toUtf8() : QJsonDocument(payload.toObject()).toJson(QJsonDocument::Compact);
        HistoryRow row = rowOf(entry.value(QLatin1String("seq")).toInteger(), domain::UtcMs(entry.value(QLatin1String("at")).toInteger()),
                               entry.value(QLatin1String("actor")).toString(), entry.value(QLatin1String("action")).toString(), json);
        row.earlier = true;
        rows.append(row);
    }
    // The rulings' reasons stand beside the acts that made them, in the same order.
    auto next = rows.begin();
    for (const QByteArray &line : earlier.rulingJson.split('\n')) {
        const auto ruling = domain::rulingFromJson(QJsonDocument::fromJson(line).object());
        if (!ruling)
            continue;
        next = std::find_if(next, rows.end(), [](const HistoryRow &row) { return row.what == actText(QStringLiteral("rule")); });
        if (next == rows.end())
            break;
        next->detail += QStringLiteral(" · %1").arg(domain::maskInText(bilingual(ruling->reasonsZh, ruling->reasonsEn)));
        ++next;
    }
    return rows;
}

} // namespace

QString actText(const QString &code)
{
    const auto act = std::ranges::find_if(acts, [&](const Act &row) { return code == QLatin1StringView(row.code); });
    return act == std::end(acts) ? code : History::tr(act->word);
}

QString actorText(const QString &actor)
{
    if (actor == u"system")
        return History::tr("system");
    return actor == u"owner" ? History::tr("owner") : partyText(actor);
}

QList<HistoryRow> historyOf(const usecases::CaseView &view)
{
    QList<HistoryRow> rows;
    for (const domain::AuditEntry &entry : view.record.audit)
        rows.append(rowOf(entry.seq, entry.at, entry.actor, entry.action, entry.payload));
    fillNotes(rows, view.record);
    if (view.record.earlier)
        rows = earlierRows(*view.record.earlier) + rows;
    for (HistoryRow &row : rows)
        row.detail = view.masks.hide(row.detail); // who is known by name in this case; numbers are hidden whoever looks
    return rows;
}

} // namespace arb::presentation
