// SPDX-License-Identifier: GPL-3.0-or-later
#include "samplecase.h"

#include <domain/canonicaljson.h>
#include <domain/casejson.h>

#include <QtCore/QRandomGenerator>
#include <QtTest/QtTest>

using namespace arb::domain;
using namespace arb::tests;

namespace {

QJsonObject fullRulingJson()
{
    return parsedObject(R"json({
      "commandId": "cmd-1", "outcome": "refund_partial", "blame": {"merchant": 60, "buyer": 40},
      "refundFen": 122700, "funding": [{"source": "deposit", "fen": 100000}, {"source": "platform_advance", "fen": 22700}],
      "freight": {"outbound": "merchant", "return": "buyer"}, "reasonFound": "damaged", "noReturnReason": "cannot_be_returned",
      "clause": "both-at-fault", "countsTowardMetrics": true, "items": [{"sku": "BAND-BK", "quantity": 2}],
      "legs": [{"kind": "refund", "fen": 122700, "to": "buyer"}, {"kind": "compensation", "fen": 500, "to": "buyer", "from": "merchant"}],
      "executeBy": "workdays:2", "conduct": [{"code": "liable", "party": "merchant"}],
      "findings": [{"element": "defect", "verdict": "proved", "text": "cracked", "fen": 18000, "citations": [
          {"exhibit": "b1", "sha256": "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "region": [10, 20, 300, 400], "frame": 7, "pts": 233333},
          {"exhibit": "m1", "page": 2, "mark": "8123456789012345678",
           "view": {"zoom": 500000000, "x": 12500000, "y": 0, "rotation": 90000000, "mirrored": true, "fit": "free",
                    "tone": {"black": 3, "white": 250, "gammaPercent": 120, "brightness": -5, "inverted": false, "channel": "luma"}}}, {"message": "m2"}, {"logistics": 0}, {"fact": "/order/signedAt"}]},
        {"verdict": "not_enough", "text": "", "citations": []}],
      "reasons": {"zh": "双方均有过错", "en": "Both at fault"}, "departure": "the tank was not wrapped"
    })json");
}

Ruling read(const QJsonObject &json)
{
    const auto ruling = rulingFromJson(json);
    if (ruling)
        return *ruling;
    Ruling unreadable;
    unreadable.commandId = QStringLiteral("unreadable at %1").arg(ruling.error().pointer);
    return unreadable;
}

/// Some ruling that a program could make, from a seeded generator.
class RandomRuling
{
public:
    explicit RandomRuling(quint32 seed) : m_random(seed) {}

    Ruling make()
    {
        Ruling ruling;
        ruling.commandId = text();
        ruling.outcome = any<OutcomeCode>();
        const int merchant = number(101);
        ruling.blame = {merchant, 0, 100 - merchant, 0};
        ruling.refund = Money(number(1'000'000));
        for (int i = number(3); i > 0; --i)
            ruling.funding.append({any<FundSource>(), Money(1 + number(1000))});
        ruling.outboundFreight = maybe<FreightPayer>();
        ruling.returnFreight = maybe<FreightPayer>();
        ruling.reasonFound = maybe<Reason>();
        ruling.noReturnReason = maybe<NoReturnReason>();
        if (number(2) == 0)
            ruling.clause = text();
        ruling.countsTowardMetrics = number(2) == 0;
        for (int i = number(3); i > 0; --i)
            ruling.items.append({text(), 1 + number(9)});
        for (int i = number(3); i > 0; --i)
            ruling.legs.append({any<LegKind>(), Money(number(5000)), any<Party>(), maybe<Party>()});
        ruling.executeBy = text();
        for (int i = number(3); i > 0; --i)
            ruling.conduct.append({any<ConductCode>(), any<Party>()});
        for (int i = number(4); i > 0; --i)
            ruling.findings.append(finding());
        ruling.reasonsZh = text();
        ruling.reasonsEn = text();
        ruling.departure = text();
        return ruling;
    }

    Citation citation()
    {
        Citation citation;
        citation.exhibit = text();
        if (number(2) == 0)
            citation.sha256 = sha256Hex(QByteArray::number(number(1000)));
        if (number(2) == 0)
            citation.region = QRect(number(5000), number(5000), 1 + number(500), 1 + number(500));
        if (number(2) == 0)
            citation.page = 1 + number(9);
        if (number(2) == 0)
            citation.frame = number(100000);
        if (number(2) == 0)
            citation.pts = number(100000) - 50000;
        if (number(2) == 0)
            citation.frameEnd = number(100000);
        if (number(2) == 0)
            citation.ptsEnd = number(100000) - 50000;
        citation.messageEnd = text();
        citation.message = text();
        if (number(2) == 0)
            citation.logistics = number(20);
        citation.fact = text();
        if (number(2) == 0)
            citation.mark = MarkId((qint64(1 + number(1'000'000)) << 42) + number(1'000'000));
        if (number(2) == 0) {
            ViewState view;
            view.zoom = (1 + number(1'000'000'000)) / 1e9;
            view.center = QPointF(number(1'000'000'000) / 1e6, -number(1'000'000) / 1e6);
            view.rotation = number(360'000'000) / 1e6;
            view.fit = any<ViewFit>();
            citation.view = view;
        }
        return citation;
    }

private:
    int number(int below) { return m_random.bounded(below); }
    template<typename E>
    E any()
    {
        const auto rows = codeTable<E>();
        return rows[static_cast<size_t>(number(static_cast<int>(rows.size())))].value;
    }
    template<typename E>
    std::optional<E> maybe()
    {
        return number(3) == 0 ? std::nullopt : std::optional(any<E>());
    }
    QString text()
    {
        static const char16_t letters[] = u"aZ09 /~\"\\\n\t裁决，é€\u2028x-";
        QString made;
        for (int i = number(8); i > 0; --i)
            made.append(QChar(letters[number(static_cast<int>(std::size(letters)) - 1)]));
        return made;
    }
    Finding finding()
    {
        Finding finding{text(), any<Verdict>(), text(), {}, number(2) == 0 ? std::nullopt : std::optional(number(1001)), {}};
        if (number(3) == 0)
            finding.sum = Money(number(100'000));
        for (int i = number(3); i > 0; --i)
            finding.citations.append(citation());
        return finding;
    }

    QRandomGenerator m_random;
};

} // namespace

class TstRulingJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEverything();
    void readsTheLeastRuling();
    void shorthandOfOneSource_data();
    void shorthandOfOneSource();
    void clauseAbsentOrNone();
    void ownKeysPass();
    void namesWhatIsWrong_data();
    void namesWhatIsWrong();
    void roundTrips();
    void citationsRoundTrip();
    void draftsLeaveOutWhatIsNotChosen();
};

void TstRulingJson::draftsLeaveOutWhatIsNotChosen()
{
    RulingDraft draft;
    draft.ruling.reasonsZh = str("只写了理由");
    draft.ruling.findings = {{str("bad_share"), {}, str("still counting"), {}, 375}};
    const QJsonObject object = toJson(draft);
    QVERIFY(!object.contains(str("outcome")));
    const auto back = draftFromJson(object);
    QVERIFY(back);
    QVERIFY(*back == draft);
    QVERIFY(!rulingFromJson(object)); // no ruling yet
    draft.outcomeChosen = true;
    draft.ruling.outcome = OutcomeCode::RejectClaim;
    const auto chosen = draftFromJson(toJson(draft));
    QVERIFY(chosen && *chosen == draft);
    const auto whole = draftFromJson(fullRulingJson()); // what was recalled comes back as a draft
    QVERIFY(whole && whole->outcomeChosen);
}

void TstRulingJson::readsEverything()
{
    const Ruling ruling = read(fullRulingJson());
    QCOMPARE(ruling.commandId, str("cmd-1"));
    QCOMPARE(ruling.outcome, OutcomeCode::RefundPartial);
    QCOMPARE(ruling.blame, (Blame{.merchant = 60, .creator = 0, .platform = 0, .buyer = 40}));
    QCOMPARE(ruling.refund.fen(), qint64(122700));
    QCOMPARE(ruling.funding, (QList<Funding>{{FundSource::Deposit, Money(100000)}, {FundSource::PlatformAdvance, Money(22700)}}));
    QCOMPARE(ruling.outboundFreight, std::optional(FreightPayer::Merchant));
    QCOMPARE(ruling.returnFreight, std::optional(FreightPayer::Buyer));
    QCOMPARE(ruling.reasonFound, std::optional(Reason::Damaged));
    QCOMPARE(ruling.noReturnReason, std::optional(NoReturnReason::CannotBeReturned));
    QCOMPARE(ruling.clause, std::optional(str("both-at-fault")));
    QVERIFY(ruling.countsTowardMetrics);
    QCOMPARE(ruling.items, (QList<RulingItem>{{str("BAND-BK"), 2}}));
    QCOMPARE(ruling.legs, (QList<MoneyLeg>{{LegKind::Refund, Money(122700), Party::Buyer, {}},
                                           {LegKind::Compensation, Money(500), Party::Buyer, Party::Merchant}}));
    QCOMPARE(ruling.executeBy, str("workdays:2"));
    QCOMPARE(ruling.conduct, (QList<Conduct>{{ConductCode::Liable, Party::Merchant}}));
    QCOMPARE(ruling.findings.size(), qsizetype(2));
    const Finding &finding = ruling.findings.at(0);
    QCOMPARE(finding.sum, std::optional(Money(18'000)));
    QCOMPARE(finding.element, str("defect"));
    QCOMPARE(finding.verdict, std::optional(Verdict::Proved));
    QCOMPARE(finding.text, str("cracked"));
    QCOMPARE(finding.citations.at(0), (Citation{.exhibit = str("b1"), .sha256 = QByteArray(64, 'a'), .region = QRect(10, 20, 300, 400), .page = {},
                                                .frame = 7, .pts = 233333, .frameEnd = {}, .ptsEnd = {}, .message = {}, .messageEnd = {}, .logistics = {}, .fact = {}, .mark = {}, .view = {}}));
    QCOMPARE(finding.citations.at(1).page, std::optional(2));
    QCOMPARE(finding.citations.at(1).mark, MarkId(8'123'456'789'012'345'678));
    const ViewState looked{.zoom = 0.5, .center = {12.5, 0}, .rotation = 90, .mirrored = true, .fit = ViewFit::Free,
                           .tone = {.black = 3, .white = 250, .gammaPercent = 120, .brightness = -5, .inverted = false, .channel = ToneChannel::Luma}};
    QCOMPARE(finding.citations.at(1).view, std::optional(looked));
    QCOMPARE(finding.citations.at(2).message, str("m2"));
    QCOMPARE(finding.citations.at(3).logistics, std::optional(0));
    QCOMPARE(finding.citations.at(4).fact, str("/order/signedAt"));
    QCOMPARE(ruling.findings.at(1).verdict, std::optional(Verdict::NotEnough));
    QCOMPARE(ruling.reasonsZh, str("双方均有过错"));
    QCOMPARE(ruling.reasonsEn, str("Both at fault"));
    QCOMPARE(ruling.departure, str("the tank was not wrapped"));
}

void TstRulingJson::readsTheLeastRuling()
{
    const auto ruling = rulingFromJson(parsedObject(R"json({"outcome": "not_accepted", "countsTowardMetrics": false})json"));
    QVERIFY(ruling.ok());
    Ruling wanted;
    wanted.outcome = OutcomeCode::NotAccepted;
    QCOMPARE(*ruling, wanted);
}

void TstRulingJson::shorthandOfOneSource_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<int>("refund");
    QTest::addColumn<int>("parts");
    QTest::addColumn<QString>("code");
    QTest::newRow("order funds need no entry") << str("original_route") << 26900 << 0 << QString();
    QTest::newRow("deposit") << str("deposit") << 26900 << 1 << str("deposit");
    QTest::newRow("reserve") << str("reserve") << 26900 << 1 << str("reserve");
    QTest::newRow("advance") << str("platform_advance") << 26900 << 1 << str("platform_advance");
    QTest::newRow("nothing to fund") << str("deposit") << 0 << 0 << QString();
}

void TstRulingJson::shorthandOfOneSource()
{
    QFETCH(QString, source);
    QFETCH(int, refund);
    QFETCH(int, parts);
    QFETCH(QString, code);
    QJsonObject json = changed(fullRulingJson(), "funding", QJsonValue::Undefined);
    json.insert(str("refundSource"), source);
    json.insert(str("refundFen"), refund);
    const Ruling ruling = read(json);
    QCOMPARE(ruling.commandId, str("cmd-1"));
    QCOMPARE(ruling.funding.size(), qsizetype(parts));
    if (parts == 1) {
        QCOMPARE(toCode(ruling.funding.first().source), code);
        QCOMPARE(ruling.funding.first().sum.fen(), qint64(refund));
        // Both forms at once are fine when they say the same.
        json.insert(str("funding"), QJsonArray{QJsonObject{{str("source"), code}, {str("fen"), refund}}});
        QCOMPARE(read(json), ruling);
    }
}

void TstRulingJson::clauseAbsentOrNone()
{
    QCOMPARE(read(changed(fullRulingJson(), "clause", QJsonValue::Undefined)).clause, std::nullopt);
    QCOMPARE(read(changed(fullRulingJson(), "clause", QJsonValue())).clause, std::optional(QString()));
    QCOMPARE(read(changed(fullRulingJson(), "clause", QString())).clause, std::optional(QString()));
}

void TstRulingJson::ownKeysPass()
{
    QJsonObject json = fullRulingJson();
    json = changed(json, "x-ticket", 5);
    json = changed(json, "findings/0/x-colour", str("red"));
    json = changed(json, "findings/0/citations/0/x-note", QJsonObject());
    QCOMPARE(read(json), read(fullRulingJson()));
}

void TstRulingJson::namesWhatIsWrong_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *path, const QJsonValue &value, const char *expected, const char *pointer = nullptr) {
        const QByteArray name = QByteArray(path) + " " + expected + " " + (pointer ? pointer : "");
        QTest::newRow(name.constData()) << QString::fromLatin1(path) << value << QString(QLatin1Char('/') + QString::fromLatin1(pointer ? pointer : path))
                                        << QString::fromLatin1(expected);
    };
    const QJsonValue gone(QJsonValue::Undefined);
    row("outcome", gone, "required");
    row("outcome", str("refund"), "code");
    row("countsTowardMetrics", gone, "required");
    row("countsTowardMetrics", str("yes"), "boolean");
    row("commandId", 5, "string");
    row("refundFen", 1.5, "integer");
    row("refundFen", -1, "range");
    row("refundFen", str("100"), "integer");
    row("blame/merchant", 101, "range");
    row("blame/buyer", -1, "range");
    row("blame", 100, "object");
    row("freight/outbound", str("creator"), "code");
    row("funding/0/source", str("original_route"), "code");
    row("funding/0/fen", gone, "required");
    row("refundSource", str("order_funds"), "code");
    row("refundSource", str("reserve"), "same_as_funding");
    row("reasonFound", str("x"), "code");
    row("noReturnReason", str("x"), "code");
    row("clause", 5, "string");
    row("items/0/sku", gone, "required");
    row("items/0/quantity", 0, "range");
    row("legs/0/kind", str("bonus"), "code");
    row("legs/0/fen", gone, "required");
    row("conduct/0/code", str("late"), "code");
    row("conduct/0/party", str("carrier"), "code");
    row("findings", QJsonObject(), "array");
    row("findings/0/fen", -1, "range");
    row("findings/0/fen", str("180"), "integer");
    row("findings/0/verdict", gone, "required");
    row("findings/0/permille", 1001, "range");
    row("findings/0/citations/0", str("b1"), "object");
    row("findings/0/citations/0/region", QJsonArray{1, 2, 3}, "array");
    row("findings/0/citations/0/region", QJsonArray{1, 2, 0, 4}, "range", "findings/0/citations/0/region/2");
    row("findings/0/citations/0/region", QJsonArray{-1, 2, 3, 4}, "range", "findings/0/citations/0/region/0");
    row("findings/0/citations/0/region", QJsonArray{1, 2.5, 3, 4}, "integer", "findings/0/citations/0/region/1");
    row("findings/0/citations/0/region", QJsonArray{1, 2, 3, 4e9}, "range", "findings/0/citations/0/region/3");
    row("findings/0/citations/0/sha256", str("12"), "digest");
    row("findings/0/citations/1/mark", 812, "string");
    row("findings/0/citations/1/mark", str("0"), "name");
    row("findings/0/citations/1/mark", str("012"), "name");
    row("findings/0/citations/1/mark", str("9223372036854775808"), "name");
    row("findings/0/citations/1/view/zoom", 0, "range");
    row("findings/0/citations/1/view/tone/white", 3, "range");
    row("findings/0/citations/1/view/angle", 3, "known_key");
    row("findings/0/citations/1/page", 0, "range");
    row("findings/0/citations/0/frame", -1, "range");
    row("findings/0/citations/3/logistics", -1, "range");
    row("reasons", str("because"), "object");
    row("reasons/zh", 1, "string");
    // A key that nobody knows is refused wherever it stands.
    row("refundfen", 1, "known_key");
    row("blame/seller", 10, "known_key");
    row("freight/back", str("buyer"), "known_key");
    row("funding/0/sum", 1, "known_key");
    row("items/0/count", 1, "known_key");
    row("legs/0/sum", 1, "known_key");
    row("conduct/0/points", 1, "known_key");
    row("findings/0/note", str("x"), "known_key");
    row("findings/0/citations/0/rect", 1, "known_key");
    row("reasons/de", str("x"), "known_key");
}

void TstRulingJson::namesWhatIsWrong()
{
    QFETCH(QString, path);
    QFETCH(QJsonValue, value);
    const auto ruling = rulingFromJson(changed(fullRulingJson(), path.toLatin1().constData(), value));
    QVERIFY(!ruling.ok());
    QTEST(ruling.error().pointer, "pointer");
    QTEST(ruling.error().expected, "expected");
}

void TstRulingJson::roundTrips()
{
    QCOMPARE(read(toJson(read(fullRulingJson()))), read(fullRulingJson()));
    RandomRuling random(20261012);
    for (int i = 0; i < 3000; ++i) {
        const Ruling ruling = random.make();
        const QByteArray stored = QJsonDocument(toJson(ruling)).toJson(QJsonDocument::Compact);
        const Ruling back = read(QJsonDocument::fromJson(stored).object());
        QVERIFY2(back == ruling, stored.constData());
        QCOMPARE(canonicalJson(toJson(back)), canonicalJson(toJson(ruling)));
    }
}

void TstRulingJson::citationsRoundTrip()
{
    RandomRuling random(7);
    for (int i = 0; i < 500; ++i) {
        const Citation citation = random.citation();
        const auto back = citationFromJson(toJson(citation));
        QVERIFY(back.ok());
        QCOMPARE(*back, citation);
    }
    QCOMPARE(citationFromJson(parsedObject(R"json({"exhibit": "a", "seite": 1})json")).error().pointer, str("/seite"));
}

QObject *make_tst_rulingjson();
QObject *make_tst_rulingjson()
{
    return new TstRulingJson;
}

#include "tst_rulingjson.moc"
