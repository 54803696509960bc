// SPDX-License-Identifier: GPL-3.0-or-later
#include "samplecase.h"

#include <domain/canonicaljson.h>
#include <domain/casejson.h>

#include <QtTest/QtTest>

using namespace arb::domain;
using namespace arb::tests;

namespace {

UtcMs at(const char *text)
{
    return *UtcMs::fromRfc3339(QString::fromLatin1(text));
}

} // namespace

class TstCaseJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheHead();
    void readsTheOrder();
    void readsPartiesAndAfterSale();
    void readsTheLists();
    void readsTheLeastCase();
    void firstAnswerCountsOnce();
    void keepsUnknownKeysAsOtherFacts();
    void paymentIsATimeOrAnOtherFact();
    void namesWhatIsWrong_data();
    void namesWhatIsWrong();
    void money();
    void lookups();
    void takesPersonalDataOutAndIn();
    void personalDataComesBackToTheByte_data();
    void personalDataComesBackToTheByte();
};

void TstCaseJson::readsTheHead()
{
    const CaseFile file = fullCase();
    QCOMPARE(file.caseNo, str("T-1"));
    QCOMPARE(file.platform, str("douyin"));
    QCOMPARE(file.escalatedAt, at("2026-10-07T12:30:00+08:00"));
    QCOMPARE(file.evidenceClosedAt, std::optional(at("2026-10-09T12:30:00+08:00")));
    QCOMPARE(file.tradeKind, TradeKind::Live);
    QCOMPARE(file.category, str("3c"));
    QCOMPARE(file.document, fullCaseJson());
    QVERIFY(file.otherFacts.isEmpty());
}

void TstCaseJson::readsTheOrder()
{
    const Order order = fullCase().order;
    QCOMPARE(order.orderNo, str("O-1"));
    QCOMPARE(order.product, str("Band"));
    QCOMPARE(order.sku, str("BAND-BK"));
    QCOMPARE(order.quantity, 2);
    QCOMPARE(order.price.fen(), qint64(29900));
    QCOMPARE(order.paid.fen(), qint64(26900));
    QCOMPARE(order.freight.fen(), qint64(600));
    QCOMPARE(order.alreadyRefunded.fen(), qint64(100));
    QCOMPARE(order.freightInsurance, std::optional(false));
    QCOMPARE(order.sevenDayReturn, std::optional(SevenDayReturn::ExcludedUnconfirmed));
    QCOMPARE(order.orderedAt, std::optional(at("2026-09-29T20:14:00+08:00")));
    QCOMPARE(order.paidAt, std::optional(at("2026-09-29T20:15:00+08:00")));
    QCOMPARE(order.promisedShipBy, std::optional(at("2026-10-01T20:14:00+08:00")));
    QCOMPARE(order.shippedAt, std::optional(at("2026-09-30T16:40:00+08:00")));
    QCOMPARE(order.signedAt, std::optional(at("2026-10-04T11:26:00+08:00")));
    QCOMPARE(order.signedBy, str("self"));
    QCOMPARE(order.carrier, str("Gale"));
    QCOMPARE(order.waybillNo, str("JF260930771043"));
    QCOMPARE(order.listing, (Listing{str("Band, sealed"), {str("new"), str("sealed")}, {str("evidence/l1.jpg")}}));
    QCOMPARE(order.items, (QList<OrderItem>{{str("BAND-BK"), str("Band"), 1, Money(20000)}, {str("STRAP"), str("Strap"), 2, Money(6900)}}));
    QCOMPARE(order.gifts, (QList<Gift>{{str("Film"), Money(900)}}));
}

void TstCaseJson::readsPartiesAndAfterSale()
{
    const CaseFile file = fullCase();
    QCOMPARE(file.buyer, (PartyInfo{str("b-9"), str("Wang Wu"), str("13800000034"), str("Somewhere 5"), {40, 3, 1, 1, 90}}));
    QCOMPARE(file.merchant, (PartyInfo{str("m-7"), str("Wolv Digital"), str("02100000000"), str("Warehouse 2"), {}}));
    QVERIFY(file.creator.has_value());
    QCOMPARE(file.creator->name, str("Li Si"));

    const AfterSale &sale = file.afterSale;
    QCOMPARE(sale.no, str("A-1"));
    QCOMPARE(sale.type, AfterSaleType::ReturnRefund);
    QCOMPARE(sale.reason, Reason::QualityDefect);
    QCOMPARE(sale.quantity, 1);
    QCOMPARE(sale.claimed.fen(), qint64(26900));
    QCOMPARE(sale.appliedAt, at("2026-10-06T19:52:00+08:00"));
    QCOMPARE(sale.merchantDueAt, std::optional(at("2026-10-08T19:52:00+08:00")));
    QCOMPARE(sale.buyerHasGoods, std::optional(true));
    QCOMPARE(sale.answers.size(), qsizetype(2));
    QCOMPARE(sale.answers.at(0), (MerchantAnswer{1, at("2026-10-07T10:05:00+08:00"), AnswerDecision::Refused, str("signed_means_accepted"), str("signed")}));
    QCOMPARE(sale.answers.at(1), (MerchantAnswer{2, at("2026-10-08T10:00:00+08:00"), AnswerDecision::Partial, str("returned_damaged"), str("broken")}));
}

void TstCaseJson::readsTheLists()
{
    const CaseFile file = fullCase();
    QVERIFY(file.returnLeg.has_value());
    QCOMPARE(file.returnLeg->waybillNo, str("R-1"));
    QCOMPARE(file.returnLeg->carrier, str("Gale"));
    QCOMPARE(file.returnLeg->signedBy, str("gate"));
    QCOMPARE(file.returnLeg->shippedAt, std::optional(at("2026-10-07T18:00:00+08:00")));
    QCOMPARE(file.returnLeg->signedAt, std::optional(at("2026-10-08T09:00:00+08:00")));
    QCOMPARE(file.returnLeg->logistics, (QList<LogisticsScan>{{at("2026-10-07T18:00:00+08:00"), str("Hub"), str("picked_up"), str("up")}}));
    QCOMPARE(file.logistics.size(), qsizetype(2));
    QCOMPARE(file.logistics.at(1), (LogisticsScan{at("2026-10-04T11:26:00+08:00"), str("Door"), str("signed"), str("signed")}));
    QCOMPARE(file.chat.at(0), (ChatMessage{str("m1"), at("2026-10-05T09:00:00+08:00"), Party::Buyer, str("black screen"), str("b1"), {}, {}, {}}));
    QCOMPARE(file.chat.at(1), (ChatMessage{str("m2"), at("2026-10-05T09:01:00+08:00"), Party::Merchant, {}, {},
                                           at("2026-10-05T09:02:00+08:00"), at("2026-10-05T09:01:30+08:00"), str("m1")}));
    const Exhibit video{str("b1"), Party::Buyer, ExhibitKind::Video, str("evidence/c01-b1.mp4"), QByteArray(64, 'a'), str("unboxing"), str("defect"),
                        at("2026-10-07T12:31:00+08:00"), 0, {}};
    QCOMPARE(file.exhibits.at(0), video); // the digest in lower case
    QCOMPARE(file.exhibits.at(2).kind, ExhibitKind::Document);
    QCOMPARE(file.notes, (QList<CaseNote>{{at("2026-10-07T12:40:00+08:00"), str("intake"), str("called")}}));
    QCOMPARE(file.flags, (QList<CaseFlag>{CaseFlag::Media, CaseFlag::HighValue}));
    QCOMPARE(file.links, (QList<CaseLink>{{str("T-0"), LinkKind::SameSku}}));
}

void TstCaseJson::readsTheLeastCase()
{
    const auto file = caseFileFromJson(parsedObject(R"json({
        "format": 1, "caseNo": "T-9", "platform": "taobao", "escalatedAt": "2026-10-07T12:30:00Z",
        "order": {"orderNo": "O", "product": "P", "paidFen": 1}, "buyer": {"id": "b"}, "merchant": {"id": "m"},
        "afterSale": {"no": "A", "type": "repair", "reason": "other", "claimedFen": 0, "appliedAt": "2026-10-07T12:00:00Z"},
        "exhibits": []})json"));
    QVERIFY(file.ok());
    QCOMPARE(file->tradeKind, TradeKind::Normal);
    QCOMPARE(file->order.quantity, 1);
    QVERIFY(!file->creator && !file->returnLeg && !file->evidenceClosedAt && !file->order.freightInsurance && !file->order.sevenDayReturn);
    QVERIFY(file->afterSale.answers.isEmpty());
    QVERIFY(!latestAnswer(*file));
    QCOMPARE(file->buyer.history, PartyHistory());
}

void TstCaseJson::firstAnswerCountsOnce()
{
    const QJsonObject full = fullCaseJson();
    const auto withoutList = caseFileFromJson(changed(full, "afterSale/answers", QJsonValue::Undefined));
    QVERIFY(withoutList.ok());
    QCOMPARE(withoutList->afterSale.answers.size(), qsizetype(1));
    QCOMPARE(withoutList->afterSale.answers.first().round, 1);

    const auto withoutFirst = caseFileFromJson(changed(full, "afterSale/merchantAnswer", QJsonValue::Undefined));
    QVERIFY(withoutFirst.ok());
    QCOMPARE(withoutFirst->afterSale.answers, fullCase().afterSale.answers);

    // The same instant in another offset is the same answer.
    QVERIFY(caseFileFromJson(changed(full, "afterSale/merchantAnswer/at", str("2026-10-07T02:05:00Z"))).ok());
}

void TstCaseJson::keepsUnknownKeysAsOtherFacts()
{
    QJsonObject json = fullCaseJson();
    json.insert(str("risk/score~"), QJsonObject{{str("b"), 2}, {str("a"), QJsonArray{1, 1.5}}});
    json = changed(json, "buyer/level", str("gold"));
    json = changed(json, "buyer/history/returns", 4);
    json = changed(json, "chat/1/emoji", true);
    json = changed(json, "order/listing/promise", QJsonValue());
    json = changed(json, "return/logistics/0/weight", 520);
    const auto file = caseFileFromJson(json);
    QVERIFY(file.ok());
    QMap<QString, QString> facts;
    for (const OtherFact &fact : file->otherFacts)
        facts.insert(fact.pointer, fact.value);
    const QMap<QString, QString> wanted{
        {str("/risk~1score~0"), str("{\"a\":[1,1.5],\"b\":2}")}, {str("/buyer/level"), str("\"gold\"")},
        {str("/buyer/history/returns"), str("4")},               {str("/chat/1/emoji"), str("true")},
        {str("/order/listing/promise"), str("null")},            {str("/return/logistics/0/weight"), str("520")},
    };
    QCOMPARE(facts, wanted);
    QCOMPARE(file->document, json);
}

/// The key is younger than the format: whoever wrote something else there is still read, and loses nothing.
void TstCaseJson::paymentIsATimeOrAnOtherFact()
{
    const auto without = caseFileFromJson(changed(fullCaseJson(), "order/paidAt", QJsonValue(QJsonValue::Undefined)));
    QVERIFY(without.ok() && !without->order.paidAt && without->otherFacts.isEmpty());
    for (const QJsonValue &value :
         {QJsonValue(1'790'683'200), QJsonValue(str("yesterday")), QJsonValue(str("2026-09-29T20:15:00")), QJsonValue()}) {
        const QJsonObject json = changed(fullCaseJson(), "order/paidAt", value);
        const auto file = caseFileFromJson(json);
        QVERIFY(file.ok());
        QVERIFY(!file->order.paidAt);
        QCOMPARE(file->otherFacts.size(), 1);
        QCOMPARE(file->otherFacts.constFirst().pointer, str("/order/paidAt"));
        QCOMPARE(file->document, json);
    }
}

void TstCaseJson::namesWhatIsWrong_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *path, const QJsonValue &value, const char *pointer, const char *expected) {
        QTest::newRow(name) << QString::fromLatin1(path) << value << QString::fromLatin1(pointer) << QString::fromLatin1(expected);
    };
    const QJsonValue gone(QJsonValue::Undefined);
    for (const char *key : {"format", "caseNo", "platform", "escalatedAt", "order", "buyer", "merchant", "afterSale", "exhibits"}) {
        const QByteArray pointer = QByteArray("/") + key;
        row(QByteArray(QByteArray("no ") + key).constData(), key, gone, pointer.constData(), "required");
    }
    for (const char *path : {"order/orderNo", "order/product", "order/paidFen", "buyer/id", "merchant/id", "afterSale/no", "afterSale/type",
                             "afterSale/reason", "afterSale/claimedFen", "afterSale/appliedAt", "exhibits/0/id", "exhibits/0/party",
                             "exhibits/0/kind", "exhibits/0/file", "exhibits/0/sha256", "exhibits/0/submittedAt", "chat/0/id", "chat/0/at",
                             "chat/0/from", "logistics/0/at", "links/0/caseNo", "links/0/kind", "notes/0/at", "afterSale/answers/0/round",
                             "afterSale/answers/0/decision"}) {
        const QByteArray pointer = QByteArray("/") + path;
        row(QByteArray(QByteArray("no ") + path).constData(), path, gone, pointer.constData(), "required");
    }
    row("format 2", "format", 2, "/format", "range");
    row("format text", "format", str("1"), "/format", "integer");
    row("caseNo number", "caseNo", 1, "/caseNo", "string");
    row("caseNo null", "caseNo", QJsonValue(), "/caseNo", "string");
    row("time without offset", "escalatedAt", str("2026-10-07T12:30:00"), "/escalatedAt", "time");
    row("time number", "order/signedAt", 5, "/order/signedAt", "time");
    row("evidenceClosedAt", "evidenceClosedAt", str("soon"), "/evidenceClosedAt", "time");
    row("tradeKind", "tradeKind", str("auction"), "/tradeKind", "code");
    row("reason", "afterSale/reason", str("Damaged"), "/afterSale/reason", "code");
    row("decision", "afterSale/answers/0/decision", str("maybe"), "/afterSale/answers/0/decision", "code");
    row("fraction", "order/paidFen", 1.5, "/order/paidFen", "integer");
    row("money as text", "order/paidFen", str("269.00"), "/order/paidFen", "integer");
    row("negative money", "afterSale/claimedFen", -1, "/afterSale/claimedFen", "range");
    row("money above 2^53", "order/paidFen", 1e16, "/order/paidFen", "range");
    row("quantity 0", "order/quantity", 0, "/order/quantity", "range");
    row("quantity beyond int", "order/quantity", 3e9, "/order/quantity", "range");
    row("history negative", "buyer/history/orders", -1, "/buyer/history/orders", "range");
    row("order is a list", "order", QJsonArray(), "/order", "object");
    row("chat is an object", "chat", QJsonObject(), "/chat", "array");
    row("message is text", "chat/1", str("hi"), "/chat/1", "object");
    row("claims hold a number", "order/listing/claims/1", 7, "/order/listing/claims/1", "string");
    row("insurance is text", "order/freightInsurance", str("yes"), "/order/freightInsurance", "boolean");
    row("short digest", "exhibits/1/sha256", str("abc"), "/exhibits/1/sha256", "digest");
    row("digest with other letters", "exhibits/1/sha256", QString(64, QLatin1Char('g')), "/exhibits/1/sha256", "digest");
    row("exhibit twice", "exhibits/1/id", str("b1"), "/exhibits/1/id", "unique");
    row("message twice", "chat/1/id", str("m1"), "/chat/1/id", "unique");
    row("round twice", "afterSale/answers/1/round", 2, "/afterSale/answers/1/round", "unique");
    row("round 0", "afterSale/answers/0/round", 0, "/afterSale/answers/0/round", "range");
    row("two first answers", "afterSale/merchantAnswer/text", str("other"), "/afterSale/answers/1", "same_as_merchantAnswer");
    row("unknown flag", "flags/1", str("vip"), "/flags/1", "code");
    row("link kind", "links/0/kind", str("friend"), "/links/0/kind", "code");
}

void TstCaseJson::namesWhatIsWrong()
{
    QFETCH(QString, path);
    QFETCH(QJsonValue, value);
    const auto file = caseFileFromJson(changed(fullCaseJson(), path.toLatin1().constData(), value));
    QVERIFY(!file.ok());
    QTEST(file.error().pointer, "pointer");
    QTEST(file.error().expected, "expected");
}

void TstCaseJson::money()
{
    CaseFile file = fullCase(); // paid 26900, freight 600, back already 100
    QCOMPARE(refundableBalance(file).fen(), qint64(27400));
    QCOMPARE(disputedSum(file).fen(), qint64(26900));
    QVERIFY(!claimsTooMuch(file));
    file.afterSale.claimed = Money(27401);
    QVERIFY(claimsTooMuch(file));
    QCOMPARE(disputedSum(file).fen(), qint64(27400));
    file.order.alreadyRefunded = Money(30000);
    QCOMPARE(disputedSum(file).fen(), qint64(0));
}

void TstCaseJson::lookups()
{
    const CaseFile file = fullCase();
    QCOMPARE(latestAnswer(file)->round, 2);
    QCOMPARE(findExhibit(file, str("m1"))->file, str("evidence/c01-m1.pdf"));
    QVERIFY(!findExhibit(file, str("zz")));
    QCOMPARE(findMessage(file, str("m2"))->replyTo, str("m1"));
    QVERIFY(!findMessage(file, str("b1")));
}

void TstCaseJson::takesPersonalDataOutAndIn()
{
    const QJsonObject full = fullCaseJson();
    const QList<PersonalData> data = personalData(fullCase());
    const QList<PersonalData> wanted{{Party::Buyer, str("Wang Wu"), str("13800000034"), str("Somewhere 5")},
                                     {Party::Merchant, {}, str("02100000000"), str("Warehouse 2")},
                                     {Party::Creator, str("Li Si"), str("13900000000"), str("Studio 1")}};
    QCOMPARE(data, wanted);

    const QJsonObject bare = withoutPersonalData(full);
    const QByteArray text = canonicalJson(bare);
    for (const char *secret : {"Wang Wu", "13800000034", "Somewhere 5", "02100000000", "Warehouse 2", "Li Si", "13900000000", "Studio 1"})
        QVERIFY2(!text.contains(secret), secret);
    QVERIFY(text.contains("Wolv Digital")); // a shop's name is public
    QCOMPARE(bare.value(str("buyer")).toObject().keys(), (QStringList{str("history"), str("id")}));
    QVERIFY(personalData(*caseFileFromJson(bare)).isEmpty());
}

void TstCaseJson::personalDataComesBackToTheByte_data()
{
    QTest::addColumn<QJsonObject>("document");
    QTest::newRow("full") << fullCaseJson();
    QTest::newRow("no creator") << changed(fullCaseJson(), "creator", QJsonValue::Undefined);
    QTest::newRow("no phone") << changed(fullCaseJson(), "buyer/phone", QJsonValue::Undefined);
    QTest::newRow("empty phone") << changed(fullCaseJson(), "buyer/phone", QString());
    QTest::newRow("merchant without name") << changed(fullCaseJson(), "merchant/name", QJsonValue::Undefined);
}

void TstCaseJson::personalDataComesBackToTheByte()
{
    QFETCH(QJsonObject, document);
    const auto file = caseFileFromJson(document);
    QVERIFY(file.ok());
    const QJsonObject back = withPersonalData(withoutPersonalData(document), personalData(*file));
    QCOMPARE(canonicalJson(back), canonicalJson(document));
}

QObject *make_tst_casejson();
QObject *make_tst_casejson()
{
    return new TstCaseJson;
}

#include "tst_casejson.moc"
