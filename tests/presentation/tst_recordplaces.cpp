// SPDX-License-Identifier: GPL-3.0-or-later
#include "words.h"

#include <presentation/recordwords.h>

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtTest/QTest>

using namespace arb;
using namespace arb::tests;

/// Every place of a case's record that can be cited is called by words, with what stands there.
class TstRecordPlaces : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void placesInWords_data();
    void placesInWords();
    void referencesInWords();
    void longNotesAreCut();
    void hasNoBarePointersInChinese();

private:
    static domain::CaseFile file()
    {
        domain::CaseFile made;
        made.document = QJsonDocument::fromJson(R"json({
            "caseNo": "D-1", "tradeKind": "live", "evidenceClosedAt": "2026-10-09T15:00:00+08:00",
            "order": {"orderNo": "6926", "paidFen": 26900, "sku": "BAND", "signedAt": "2026-10-04T11:26:00+08:00", "coupons": [{"sum": 5}],
                      "items": [{"title": "band"}], "listing": {"claims": ["waterproof", "new", "warm"]}, "weightKg": 1.5, "fragile": true},
            "afterSale": {"merchantAnswer": {"decision": "refused", "at": "2026-10-07T10:05:00+08:00"},
                          "answers": [{"round": 2, "decision": "agreed", "at": "2026-10-12T10:05:00+08:00"}]},
            "return": {"logistics": [{"at": "2026-10-10T08:00:00+08:00", "event": "picked_up", "place": "江州"}]},
            "exhibits": [{"id": "b1", "party": "buyer", "kind": "video"}], "flags": ["media"],
            "notes": [{"at": "2026-10-07T12:40:00+08:00", "from": "buyer", "text": "first\nsecond"},
                      {"at": "2026-10-08T12:40:00+08:00", "from": "intake", "text": "called"}]
        })json").object();
        return made;
    }
    static QString words(const char *pointer) { return presentation::recordText(file(), QString::fromLatin1(pointer)); }
};

void TstRecordPlaces::placesInWords_data()
{
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *pointer, const char *expected) { QTest::newRow(pointer) << QString::fromUtf8(expected); };
    row("/evidenceClosedAt", "Evidence term ends: 2026-10-09 15:00");
    row("/notes/0", "Note 1: Buyer, 2026-10-07 12:40: first second");
    row("/notes/1", "Note 2: intake, 2026-10-08 12:40: called");
    row("/notes/1/text", "Note 2, words: called");
    row("/notes", "Notes");
    row("/notes/7", "Note 8"); // not there, as whoever cites it is told elsewhere
    row("/order", "Order");
    row("/order/sku", "Order, SKU: BAND");
    row("/order/items/0/title", "Order, item 1, title: band");
    row("/order/listing/claims/0", "Listing, first promise: waterproof");
    row("/order/listing/claims/2", "Listing, promise 3: warm");
    row("/exhibits", "List of exhibits");
    row("/exhibits/0/kind", "List of exhibits, no. 1, kind: Video");
    row("/afterSale/merchantAnswer", "Merchant's answer: refused");
    row("/afterSale/answers/0/at", "Merchant's answers, no. 1, time: 2026-10-12 10:05");
    row("/afterSale/answers/0/decision", "Merchant's answers, no. 1, decision: agreed");
    row("/return/logistics/0", "Scan 1 of the return's tracking: Picked up · 江州 · 2026-10-10 08:00");
    row("/order/coupons/0/sum", "the record's entry /order/coupons/0/sum: 5");
    row("/order/coupons", "the record's entry /order/coupons");
    row("/order/weightKg", "the record's entry /order/weightKg: 1.5"); // no whole number, and not cut to one
    row("/order/fragile", "the record's entry /order/fragile: yes");
}

void TstRecordPlaces::placesInWords()
{
    QFETCH(QString, expected);
    const Speaking english(false);
    QCOMPARE(words(QTest::currentDataTag()), expected);
}

void TstRecordPlaces::referencesInWords()
{
    const Speaking english(false);
    domain::Citation place;
    place.fact = QStringLiteral("/notes/1");
    QCOMPARE(presentation::citationReference(place, file()), QStringLiteral("[Note 2]"));
    QCOMPARE(presentation::citationText(place, file()), QStringLiteral("Note 2: intake, 2026-10-08 12:40: called"));
    place.fact = QStringLiteral("/evidenceClosedAt");
    QCOMPARE(presentation::citationReference(place, file()), QStringLiteral("[Evidence term ends]"));
    place.fact = QStringLiteral("/order/coupons");
    QCOMPARE(presentation::citationReference(place, file()), QStringLiteral("[the record's entry /order/coupons]"));
}

/// A screenful of it is enough to know it by.
void TstRecordPlaces::longNotesAreCut()
{
    domain::CaseFile made;
    const QJsonObject note{{QStringLiteral("at"), QStringLiteral("2026-10-07T12:40:00+08:00")}, {QStringLiteral("text"), QString(100'000, u'x')}};
    made.document.insert(QStringLiteral("notes"), QJsonArray{note});
    const QString text = presentation::recordText(made, QStringLiteral("/notes/0"));
    QVERIFY(text.size() < 700);
    QVERIFY(text.endsWith(QStringLiteral("xxx…")));
}

void TstRecordPlaces::hasNoBarePointersInChinese()
{
    const Speaking chinese(true);
    for (const char *pointer : {"/evidenceClosedAt", "/order/paidAt", "/notes/0", "/order", "/exhibits", "/afterSale/merchantAnswer", "/afterSale/answers/0/at", "/return/logistics/0"}) {
        const QString text = words(pointer);
        QVERIFY2(!text.contains(u'/') && isChinese(text), qPrintable(text));
    }
    QVERIFY2(isChinese(words("/order/coupons")), qPrintable(words("/order/coupons")));
}

QObject *make_tst_recordplaces();
QObject *make_tst_recordplaces()
{
    return new TstRecordPlaces;
}

#include "tst_recordplaces.moc"
