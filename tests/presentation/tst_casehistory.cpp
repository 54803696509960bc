// SPDX-License-Identifier: GPL-3.0-or-later
#include "words.h"

#include <presentation/casehistory.h>
#include <presentation/recordwords.h>

#include <domain/casejson.h>

#include <smalldesk.h>

#include <QtCore/QJsonDocument>

using namespace arb;
using namespace arb::presentation;
using namespace arb::tests;

/// A case's history in words, and what in its record does not fit together.
class TstCaseHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_desk = std::make_unique<SmallDesk>(); }

    void tellsEachAct();
    void everyActHasWords();
    void undoneSigningHasItsWord();
    void whatCameInStandsFirst();
    void whoIsNoPersonHasAWord();
    void phoneEndingsThatDiffer();

private:
    usecases::CaseView open(domain::CaseId id) { return *usecases::OpenCase(m_desk->desk)(m_desk->actor(m_desk->lin), id); }
    std::unique_ptr<SmallDesk> m_desk;
};

void TstCaseHistory::tellsEachAct()
{
    const Speaking english(false);
    const domain::CaseId id = m_desk->admit();
    m_desk->claim(m_desk->lin, id);
    QVERIFY(m_desk->commands.note(m_desk->as(m_desk->lin), id, QStringLiteral("call 13812345634 back")));
    QVERIFY(m_desk->commands.skip(m_desk->as(m_desk->lin), id, QStringLiteral("know_party")));
    const QList<HistoryRow> rows = historyOf(open(id));
    QCOMPARE(int(rows.size()), 4);
    QCOMPARE(rows.at(0).what, QStringLiteral("Came in"));
    QCOMPARE(rows.at(1).what, QStringLiteral("Claimed"));
    QCOMPARE(rows.at(1).who, m_desk->lin.name);
    QCOMPARE(rows.at(2).detail, QStringLiteral("call 138******34 back"));
    QCOMPARE(rows.at(3).what, QStringLiteral("Skipped"));
    QVERIFY2(rows.at(3).detail.contains(QStringLiteral("I know a party")), qPrintable(rows.at(3).detail));
}

/// Every act that a case command writes has words of its own; a code on screen is a bug.
void TstCaseHistory::everyActHasWords()
{
    const Speaking english(false);
    usecases::CaseView view = open(m_desk->admit());
    const domain::AuditEntry entry = view.record.audit.constFirst();
    view.record.audit.clear();
    QStringList codes{QStringLiteral("admit"), QStringLiteral("task_sent"), QStringLiteral("task_refused")};
    static const QRegularExpression given(QStringLiteral("\\brun\\(command, \\*?id, \"([a-z_]+)\""));
    for (const QString &name : {QStringLiteral("casecommands"), QStringLiteral("rulingcommands"), QStringLiteral("evidencecommands"), QStringLiteral("taskcommands"), QStringLiteral("attributecommands")}) {
        QFile source(QStringLiteral(ARB_SOURCE_DIR "/models/usecases/%1.cpp").arg(name));
        QVERIFY(source.open(QIODevice::ReadOnly));
        auto found = given.globalMatch(QString::fromUtf8(source.readAll()));
        while (found.hasNext())
            codes.append(found.next().captured(1));
    }
    QVERIFY(codes.size() > 25);
    for (const QString &code : std::as_const(codes)) {
        domain::AuditEntry act = entry;
        act.action = code;
        view.record.audit = {act};
        QVERIFY2(historyOf(view).constFirst().what != code, qPrintable(code));
    }
}

void TstCaseHistory::undoneSigningHasItsWord()
{
    const domain::CaseId id = m_desk->inState(domain::DisputeState::Ruled, QStringLiteral("D-1"));
    QVERIFY_DONE(m_desk->commands.recall(m_desk->as(m_desk->lin), id, QStringLiteral("undo")));
    const usecases::CaseView view = open(id);
    {
        const Speaking english(false);
        QCOMPARE(historyOf(view).constLast().what, QStringLiteral("Recalled"));
        QCOMPARE(historyOf(view).constLast().detail, QStringLiteral("Undo signing"));
    }
    const Speaking chinese(true);
    QCOMPARE(historyOf(view).constLast().detail, QStringLiteral("取消签署"));
}

void TstCaseHistory::whatCameInStandsFirst()
{
    const Speaking english(false);
    usecases::CaseView view = open(m_desk->admit());
    domain::Ruling ruling;
    ruling.outcome = domain::OutcomeCode::RefundFull;
    ruling.refund = domain::Money(12900);
    ruling.reasonsEn = QStringLiteral("the strap is torn");
    view.record.earlier = usecases::EarlierRecord{
        QJsonDocument(domain::toJson(ruling)).toJson(QJsonDocument::Compact) + '\n',
        R"({"seq":1,"at":1700000000000,"actor":"system","action":"admit","payload":{}})" "\n"
        R"({"seq":2,"at":1700000001000,"actor":"Old Hand","action":"rule","payload":{"outcome":"refund_full","refundFen":12900}})" "\n"};
    const QList<HistoryRow> rows = historyOf(view);
    QCOMPARE(int(rows.size()), 3);
    QVERIFY(rows.at(0).earlier && rows.at(1).earlier && !rows.at(2).earlier);
    QCOMPARE(rows.at(1).who, QStringLiteral("Old Hand"));
    QVERIFY2(rows.at(1).detail.contains(QStringLiteral("129.00")) && rows.at(1).detail.contains(QStringLiteral("the strap is torn")),
             qPrintable(rows.at(1).detail));
}

void TstCaseHistory::whoIsNoPersonHasAWord()
{
    usecases::CaseView view = open(m_desk->admit());
    domain::AuditEntry entry = view.record.audit.constFirst();
    const auto who = [&](const char *actor) {
        entry.actor = QString::fromUtf8(actor);
        view.record.audit = {entry};
        return historyOf(view).constFirst().who;
    };
    const Speaking chinese(true);
    QCOMPARE(who("system"), QStringLiteral("系统"));
    QCOMPARE(who("owner"), QStringLiteral("所有者"));
    QCOMPARE(who("merchant"), QStringLiteral("商家"));
    QCOMPARE(who("Old Hand"), QStringLiteral("Old Hand"));
}

void TstCaseHistory::phoneEndingsThatDiffer()
{
    const domain::CaseId id = m_desk->admit(QStringLiteral("D-9"), [](domain::CaseFile &file) {
        file.buyer.phone = QStringLiteral("13900010834");
        file.chat = {{.id = QStringLiteral("m-1"), .at = file.escalatedAt, .text = QStringLiteral("我的尾号是 34"), .exhibit = {}, .recalledAt = {}, .editedAt = {}, .replyTo = {}},
                     {.id = QStringLiteral("m-2"), .at = file.escalatedAt, .text = QStringLiteral("取件短信发送至尾号 71 的手机"), .exhibit = {}, .recalledAt = {}, .editedAt = {}, .replyTo = {}}};
    });
    const usecases::CaseView view = open(id);
    {
        const Speaking english(false);
        QCOMPARE(mismatchSentences(view.record.file),
                 QStringList{QStringLiteral("Phone endings differ: 71 is named (Chat m-2: 取件短信发送至尾号 71 的手机), the order's phone ends in 34.")});
    }
    const Speaking chinese(true);
    QVERIFY2(mismatchSentences(view.record.file).constFirst().contains(QStringLiteral("尾号不一致")), qPrintable(mismatchSentences(view.record.file).constFirst()));
}

QObject *make_tst_casehistory();
QObject *make_tst_casehistory()
{
    return new TstCaseHistory;
}

#include "tst_casehistory.moc"
