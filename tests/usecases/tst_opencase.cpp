// SPDX-License-Identifier: GPL-3.0-or-later
#include <smalldesk.h>

#include <domain/canonicaljson.h>
#include <domain/casejson.h>
#include <domain/masking.h>

#include <QtCore/QJsonDocument>

using namespace arb;
using namespace arb::tests;
using namespace arb::usecases;

/// What a person sees when a case is opened.
class TstOpenCase : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_desk = std::make_unique<SmallDesk>(); }

    void masksEverybody();
    void masksWhateverElseCameAlong();
    void bringsSuggestionStandingAndEarlierCases();
    void isForThoseWhoReadCases();
    void readsOnly();
    void findingsChangeTheSuggestion();
    void knowsTheBuyersSignatureWhenMasked();
    void withoutABookItStillOpens();
    void saysWhyACaseCannotBeClaimed();
    void tellsThatCitedTextsChanged();

private:
    CaseView opened(domain::CaseId id) { return must(OpenCase(m_desk->desk)(m_desk->actor(m_desk->lin), id), "open"); }
    std::unique_ptr<SmallDesk> m_desk;
};

void TstOpenCase::masksEverybody()
{
    const domain::CaseId id = m_desk->admit(QStringLiteral("D-1"), [](domain::CaseFile &file) {
        file.creator = domain::PartyInfo{QStringLiteral("c-1"), QStringLiteral("阿柚"), QStringLiteral("13700000001"), {}, {}};
        file.notes = {{file.escalatedAt, QStringLiteral("intake"), QStringLiteral("回电13900010011")}};
    });
    const CaseView view = opened(id);
    const domain::CaseFile &file = view.record.file;
    QCOMPARE(file.buyer.name, QStringLiteral("李**"));
    QCOMPARE(file.buyer.phone, QStringLiteral("139******11"));
    QCOMPARE(file.buyer.address, QStringLiteral("江州市临江区桐花路***"));
    QCOMPARE(file.merchant.name, QStringLiteral("沃律数码专营店")); // a shop's name is public
    QCOMPARE(file.merchant.phone, QStringLiteral("139******01"));
    QCOMPARE(file.creator->name, QStringLiteral("阿*"));
    QCOMPARE(file.chat.constFirst().text, QStringLiteral("黑屏，电话139******11"));
    QCOMPARE(file.notes.constFirst().text, QStringLiteral("回电139******11"));
    QCOMPARE(file.afterSale.answers.constFirst().text, QStringLiteral("打139******01"));
    QVERIFY(!view.unmasked);
    QCOMPARE(m_desk->record(id).file.buyer.phone, QStringLiteral("13900010011")); // the record itself is untouched
}

/// A ruling that came along cites what the case says otherwise; notes and drafts are asked, too.
void TstOpenCase::tellsThatCitedTextsChanged()
{
    domain::CaseFile other = domain::caseFileFromJson(SmallDesk::bandJson(QStringLiteral("D-1"))).value();
    QJsonArray chat = other.document.value(QLatin1StringView("chat")).toArray();
    QJsonObject message = chat.at(0).toObject();
    message.insert(QStringLiteral("text"), QStringLiteral("黑屏，电话13900010012"));
    chat.replace(0, message);
    other.document.insert(QStringLiteral("chat"), chat);
    domain::Citation changed, same, old;
    changed.message = QStringLiteral("c1");
    old = changed; // of an earlier version, without a digest
    changed.sha256 = domain::placeDigest(changed, other);
    same.logistics = 1;
    same.sha256 = domain::placeDigest(same, other);
    domain::Ruling ruling = SmallDesk::bandRuling();
    ruling.findings[0].citations = {changed, same, old};
    EarlierRecord earlier;
    earlier.rulingJson = domain::canonicalJson(domain::toJson(ruling)) + '\n';
    DeskNote note;
    note.text = QStringLiteral("x");
    note.by = QStringLiteral("somebody");
    note.at = m_desk->clock.at;
    note.place = same;
    StagedCase staged{domain::caseFileFromJson(SmallDesk::bandJson(QStringLiteral("D-1"))).value(), QByteArray(64, 'd'), earlier};
    staged.notes = {note};
    const auto admitted = AdmitCases(m_desk->desk)(ownerActor(), {staged});
    QVERIFY(admitted.constFirst());
    const domain::CaseFile file = opened(admitted.constFirst()->id).record.file;
    QVERIFY(domain::meansOtherBytes(changed, file));
    QVERIFY(!domain::meansOtherBytes(same, file));
    QVERIFY(!domain::meansOtherBytes(old, file));
    QCOMPARE(domain::placeDigest(same, file), same.sha256);
}

void TstOpenCase::masksWhateverElseCameAlong()
{
    QJsonObject json = SmallDesk::bandJson(QStringLiteral("D-1"));
    const auto put = [&json](const char *object, const char *key, const QJsonValue &value) {
        QJsonObject inner = json.value(QLatin1StringView(object)).toObject();
        inner.insert(QLatin1StringView(key), value);
        json.insert(QLatin1StringView(object), inner);
    };
    put("order", "signedBy", QStringLiteral("王小明"));
    put("order", "orderNo", QStringLiteral("13812345678")); // looks like a telephone, and is the order's number
    put("buyer", "idCard", QStringLiteral("110101199003071234"));
    put("buyer", "realName", QStringLiteral("王小明"));
    put("buyer", "wechat", qint64(13812345678));
    put("contact", "phone", QStringLiteral("13812345678"));
    json.insert(QStringLiteral("logistics"), QJsonArray{QJsonObject{{QStringLiteral("at"), QStringLiteral("2026-10-06T09:00:00+08:00")},
                                                                    {QStringLiteral("text"), QStringLiteral("快递员 13812345678 正在派送")}}});
    const domain::CaseFile file = domain::caseFileFromJson(json).value();
    const domain::CaseId id = m_desk->admit(QStringLiteral("D-1"), [&](domain::CaseFile &staged) {
        staged = file;
        staged.exhibits.first().caption = QStringLiteral("联系我13812345678");
    });
    const domain::CaseFile shown = opened(id).record.file;
    const QByteArray document = QJsonDocument(shown.document).toJson();
    for (const char *clear : {"王小明", "110101199003071234", "快递员 13812345678", "\"phone\": \"13812345678", "wechat\": 13812345678"})
        QVERIFY2(!document.contains(clear), document.constData());
    QVERIFY(document.contains("\"orderNo\": \"13812345678\""));
    QCOMPARE(shown.order.orderNo, QStringLiteral("13812345678"));
    QCOMPARE(shown.order.signedBy, QStringLiteral("王**"));
    QCOMPARE(shown.exhibits.constFirst().caption, QStringLiteral("联系我138******78"));
    QCOMPARE(shown.logistics.constFirst().text, QStringLiteral("快递员 138******78 正在派送"));
    for (const domain::OtherFact &fact : shown.otherFacts)
        QVERIFY2(!fact.value.contains(QStringLiteral("13812345678")) && !fact.value.contains(QStringLiteral("王小明")), qPrintable(fact.value));
    QCOMPARE(domain::maskSigner(QStringLiteral("本人")), QStringLiteral("本人")); // says how, not who
    QCOMPARE(domain::maskSigner(QStringLiteral("小区门卫")), QStringLiteral("小区门卫"));
}

void TstOpenCase::bringsSuggestionStandingAndEarlierCases()
{
    for (int n = 0; n < 3; ++n)
        m_desk->inState(domain::DisputeState::Ruled, QStringLiteral("E-%1").arg(n));
    const domain::CaseId stranger = m_desk->admit(QStringLiteral("X-1"), [](domain::CaseFile &file) { file.merchant.id = QStringLiteral("m-9"); });
    const domain::CaseId id = m_desk->admit();
    const CaseView view = opened(id);
    QCOMPARE(view.assessment.clause, QStringLiteral("quality_confirmed"));
    QCOMPARE(view.merchantPoints, 9);
    QCOMPARE(view.merchantLevel, 2);
    QCOMPARE(int(view.earlier.size()), 3);
    for (const CaseHeader &row : view.earlier)
        QVERIFY(row.id != id && row.id != stranger);
    QCOMPARE(view.now, m_desk->clock.at);
    QCOMPARE(view.book.id(), QStringLiteral("desk-demo"));
}

void TstOpenCase::isForThoseWhoReadCases()
{
    const domain::CaseId id = m_desk->admit();
    QCOMPARE_FAULT(OpenCase(m_desk->desk)(m_desk->actor(m_desk->root), id), NotAllowed); // an admin sees no case data
    for (const Person &person : {m_desk->lin, m_desk->xu, m_desk->zheng})
        QVERIFY_DONE(OpenCase(m_desk->desk)(m_desk->actor(person), id));
    QCOMPARE_FAULT(OpenCase(m_desk->desk)(m_desk->actor(m_desk->lin), domain::CaseId(4)), NotFound);
}

void TstOpenCase::readsOnly()
{
    const domain::CaseId id = m_desk->admit();
    const CaseRecord before = m_desk->record(id);
    const qint64 mark = *m_desk->store.changeMark();
    opened(id);
    QVERIFY(m_desk->record(id) == before);
    QCOMPARE(*m_desk->store.changeMark(), mark);
}

void TstOpenCase::findingsChangeTheSuggestion()
{
    const CaseView view = opened(m_desk->admit());
    domain::Ruling draft;
    draft.findings = {{QStringLiteral("goods_shown"), domain::Verdict::NotProved, {}, {}}};
    const domain::Assessment changed = OpenCase::reassess(view, draft);
    QCOMPARE(changed.clause, QStringLiteral("buyer_no_prima_facie"));
    QVERIFY(view.assessment.wouldChange.contains(changed.clause));
    draft = {};
    draft.reasonFound = domain::Reason::Counterfeit;
    QCOMPARE(OpenCase::reassess(view, draft).clause, QStringLiteral("counterfeit_unproven_source"));
    QVERIFY(departs(SmallDesk::rejection(), view.assessment));
    QVERIFY(!departs(SmallDesk::bandRuling(), view.assessment));
}

void TstOpenCase::knowsTheBuyersSignatureWhenMasked()
{
    const auto notReceived = [this](const QString &caseNo, const QString &by) {
        return opened(m_desk->admit(caseNo, [&](domain::CaseFile &file) {
            file.afterSale.reason = domain::Reason::NotReceived;
            file.afterSale.type = domain::AfterSaleType::RefundShipped;
            file.order.signedBy = by.isEmpty() ? file.buyer.name : by;
        }));
    };
    const CaseView own = notReceived(QStringLiteral("D-1"), {});
    QCOMPARE(own.record.file.order.signedBy, own.record.file.buyer.name);
    QVERIFY(own.record.file.order.signedBy.contains(u'*'));
    QCOMPARE(own.masks.hide(QStringLiteral("签收人：李晓雯")), QStringLiteral("签收人：李**"));
    QVERIFY(own.assessment.clause != u"not_received");
    QCOMPARE(OpenCase::reassess(own, {}).clause, own.assessment.clause);
    const CaseView other = notReceived(QStringLiteral("D-2"), QStringLiteral("李四光"));
    QCOMPARE(other.assessment.clause, QStringLiteral("not_received"));
    QCOMPARE(other.masks.hide(QStringLiteral("签收人：李四光")), QStringLiteral("签收人：**")); // in words no more than as signer
    QCOMPARE(OpenCase::reassess(other, {}).clause, other.assessment.clause);
}

void TstOpenCase::withoutABookItStillOpens()
{
    const domain::CaseId id = m_desk->admit(QStringLiteral("D-1"), [](domain::CaseFile &file) { file.escalatedAt = SmallDesk::at("2025-11-03T09:00"); });
    m_desk->clock.at = SmallDesk::at("2025-11-04T09:00"); // before any book is in force
    const CaseView view = opened(id);
    QVERIFY(view.assessment.clause.isEmpty());
    QCOMPARE(view.merchantLevel, 0);
    m_desk->claim(m_desk->lin, id);
    QCOMPARE_FAULT(m_desk->commands.rule(m_desk->as(m_desk->lin), id, SmallDesk::bandRuling()), NoRuleBook);
}

void TstOpenCase::saysWhyACaseCannotBeClaimed()
{
    const auto inOrder = [this](bool on) {
        must(DeskCommands(m_desk->desk).setSetting({ownerActor(), {}, {}, {}}, QStringLiteral("serve_next"), on ? "true" : "false"), "setting");
    };
    // Whatever is said beforehand is what claiming would say.
    const auto refusal = [this](const Person &who, domain::CaseId id) { return must(OpenCase(m_desk->desk)(m_desk->actor(who), id), "open").claimRefusal; };
    const domain::CaseId first = m_desk->admit(QStringLiteral("D-1"));
    const domain::CaseId second = m_desk->admit(QStringLiteral("D-2"), [](domain::CaseFile &file) { file.merchant.id = QStringLiteral("m-9"); });
    QVERIFY(!refusal(m_desk->lin, first) && !refusal(m_desk->lin, second)); // everybody chooses here
    must(DeskCommands(m_desk->desk).addConflict(m_desk->as(m_desk->lin), m_desk->lin.name, QStringLiteral("douyin"), QStringLiteral("m-9")), "conflict");
    QVERIFY(refusal(m_desk->lin, second) && refusal(m_desk->lin, second)->fault == CommandFault::ConflictOfInterest);
    QCOMPARE_FAULT(m_desk->commands.claim(m_desk->as(m_desk->lin), second), ConflictOfInterest);
    QVERIFY(!refusal(m_desk->chen, second));

    inOrder(true);
    QVERIFY(!refusal(m_desk->chen, first)); // it comes next
    QVERIFY(refusal(m_desk->chen, second) && refusal(m_desk->chen, second)->fault == CommandFault::ServedInOrder);
    QCOMPARE(refusal(m_desk->chen, second)->text, QStringLiteral("D-1"));
    QCOMPARE_FAULT(m_desk->commands.claim(m_desk->as(m_desk->chen), second), ServedInOrder);
    QVERIFY(!refusal(m_desk->xu, second)); // supervisors choose
    must(m_desk->commands.park(m_desk->as(m_desk->xu), first, m_desk->clock.at.plusMs(domain::hourMs)), "park");
    QVERIFY(refusal(m_desk->chen, first) && !refusal(m_desk->chen, second)); // what is parked does not come next
    inOrder(false);
    must(m_desk->commands.assign(m_desk->as(m_desk->xu), second, m_desk->zhou.name), "assign");
    QVERIFY(refusal(m_desk->chen, second) && refusal(m_desk->chen, second)->fault == CommandFault::ReservedForOther);
    QCOMPARE(refusal(m_desk->chen, second)->who, m_desk->zhou.name);
    QVERIFY(!refusal(m_desk->zhou, second));
    QVERIFY(!refusal(m_desk->zheng, second)); // who claims nothing is told nothing
    m_desk->claim(m_desk->zhou, second);
    QVERIFY(!refusal(m_desk->chen, second)); // it does not wait any more
    QCOMPARE(m_desk->header(first).version, qint64(2)); // looking writes nothing: admitted, parked
}

QObject *make_tst_opencase();
QObject *make_tst_opencase()
{
    return new TstOpenCase;
}

#include "tst_opencase.moc"
