// SPDX-License-Identifier: GPL-3.0-or-later
#include "samplecase.h"

#include <domain/outcomes.h>

#include <QtCore/QCryptographicHash>
#include <QtTest/QTest>

#include <algorithm>

using namespace arb::domain;
using namespace arb::tests;

/// Where a ruling may point: at what the case has, and inside an exhibit at a place that is there.
class TstCitations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void acceptsGoodCitations_data();
    void acceptsGoodCitations();
    void placesLieInsideTheExhibit_data();
    void placesLieInsideTheExhibit();
    void textsHaveDigests_data();
    void textsHaveDigests();
    void digestsLeavePersonalDataOut();
    void whatIsGoneHasNoDigest();
    void keysTellPlacesApart();
    void digestsOfTextsAreTakenAway();
};

namespace {

/// Where @p ruling cites what is not there.
QStringList citationFaults(const Ruling &ruling, const CaseFile &file)
{
    QStringList wheres;
    for (const RulingFault &fault : checkRuling(ruling, file)) {
        if (fault.problem == RulingProblem::CitationUnknown || fault.problem == RulingProblem::CitationNotOne
            || fault.problem == RulingProblem::CitationDigestDiffers || fault.problem == RulingProblem::RegionWithoutFrame)
            wheres.append(fault.where);
    }
    return wheres;
}

} // namespace

void TstCitations::acceptsGoodCitations_data()
{
    QTest::addColumn<QString>("json");
    for (const char *json : {R"({"exhibit": "b1"})", R"({"exhibit": "b1", "frame": 0, "pts": -5, "region": [0, 0, 1, 1]})",
                             R"({"exhibit": "b2", "region": [10, 10, 20, 20]})", R"({"exhibit": "m1", "page": 2, "region": [1, 1, 9, 9]})",
                             R"({"exhibit": "m2"})", R"({"message": "m2"})", R"({"message": "m1", "messageEnd": "m2"})", R"({"logistics": 1})", R"({"fact": "/order/signedAt"})",
                             R"({"fact": "/return/logistics/0/event"})", R"({"fact": "/afterSale/merchantAnswer"})",
                             R"({"exhibit": "b1", "sha256": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"})"})
        QTest::newRow(json) << str(json);
}

void TstCitations::acceptsGoodCitations()
{
    QFETCH(QString, json);
    const auto citation = citationFromJson(QJsonDocument::fromJson(json.toUtf8()).object());
    QVERIFY(citation.ok());
    Ruling ruling;
    ruling.findings = {{{}, Verdict::Proved, str("seen"), {}}};
    ruling.findings[0].citations = {*citation};
    QCOMPARE(citationFaults(ruling, fullCase()), QStringList());
}

void TstCitations::placesLieInsideTheExhibit_data()
{
    QTest::addColumn<QString>("json");
    QTest::addColumn<QString>("where"); ///< empty: it is there
    const auto row = [](const char *json, const char *where) { QTest::newRow(json) << str(json) << str(where); };
    row(R"({"exhibit": "b2", "region": [0, 0, 100, 80]})", "");
    row(R"({"exhibit": "b2", "region": [0, 0, 101, 80]})", "/region");
    row(R"({"exhibit": "b2", "region": [90, 70, 5, 11]})", "/region");
    row(R"({"exhibit": "b1", "frame": 59, "region": [0, 0, 640, 360]})", "");
    row(R"({"exhibit": "b1", "frame": 60})", "/frame");
    row(R"({"exhibit": "b1", "pts": 40000})", "");
    row(R"({"exhibit": "b1", "pts": 2040000})", "");
    row(R"({"exhibit": "b1", "pts": 39999})", "/pts");
    row(R"({"exhibit": "b1", "pts": 2040001})", "/pts");
    row(R"({"exhibit": "b1", "frame": 3, "region": [0, 0, 641, 5]})", "/region");
    row(R"({"exhibit": "b1", "region": [0, 0, 9, 9]})", "/region"); // of which frame?
    row(R"({"exhibit": "b1", "pts": 140000, "region": [0, 0, 9, 9]})", "");
    row(R"({"exhibit": "b1", "frame": 3, "pts": 140000, "frameEnd": 59, "ptsEnd": 2006667, "region": [0, 0, 9, 9]})", "");
    row(R"({"exhibit": "b1", "frame": 3, "frameEnd": 9})", "");
    row(R"({"exhibit": "b1", "pts": 140000, "ptsEnd": 2040000})", "");
    row(R"({"exhibit": "b1", "frame": 3, "frameEnd": 60})", "/frameEnd");
    row(R"({"exhibit": "b1", "frame": 3, "frameEnd": 3})", "/frameEnd"); // one frame has no end
    row(R"({"exhibit": "b1", "frame": 3, "frameEnd": 2})", "/frameEnd");
    row(R"({"exhibit": "b1", "frameEnd": 2})", "/frameEnd");
    row(R"({"exhibit": "b1", "pts": 140000, "ptsEnd": 139999})", "/ptsEnd");
    row(R"({"exhibit": "b1", "pts": 140000, "ptsEnd": 2040001})", "/ptsEnd");
    row(R"({"exhibit": "b1", "frame": 3, "pts": 140000, "frameEnd": 9})", "/ptsEnd"); // the end by number and by time
    row(R"({"exhibit": "b2", "frame": 0})", "/frame"); // a picture
    row(R"({"exhibit": "b2", "message": "L1"})", "/message");
    row(R"({"message": "m1", "messageEnd": "m2"})", "");
    row(R"({"message": "m2", "messageEnd": "m1"})", "/messageEnd");
    row(R"({"message": "m2", "messageEnd": "m2"})", "/messageEnd");
    row(R"({"message": "m1", "messageEnd": "m9"})", "/messageEnd");
    row(R"({"logistics": 1, "messageEnd": "m2"})", "/messageEnd");
    row(R"({"exhibit": "m1", "page": 3})", "");
    row(R"({"exhibit": "m1", "page": 4})", "/page");
    row(R"({"exhibit": "m1", "page": 2, "region": [0, 0, 1684, 1190]})", ""); // across
    row(R"({"exhibit": "m1", "page": 1, "region": [0, 0, 1684, 1190]})", "/region");
    row(R"({"exhibit": "m1", "region": [0, 0, 5, 5]})", "/region"); // of which page?
    row(R"({"exhibit": "b2", "mark": "7", "region": [0, 0, 100, 80]})", "");
    row(R"({"message": "m2", "mark": "7"})", "/mark");
    row(R"({"fact": "/order/signedAt", "view": {"zoom": 1, "x": 0, "y": 0, "rotation": 0, "fit": "fit"}})", "/view");
}

void TstCitations::placesLieInsideTheExhibit()
{
    QFETCH(QString, json);
    QFETCH(QString, where);
    CaseFile file = fullCase();
    const auto facts = [&file](const char *id) -> QJsonObject & {
        return std::find_if(file.exhibits.begin(), file.exhibits.end(), [id](const Exhibit &exhibit) { return exhibit.id == str(id); })->facts;
    };
    facts("b1") = parsedObject(R"({"width": 640, "height": 360, "frames": 60, "firstPtsUs": 40000, "lastPtsUs": 2006667, "durationUs": 2000000})");
    facts("b2") = parsedObject(R"({"width": 100, "height": 80})");
    facts("m1") = parsedObject(R"({"pages": 3, "pageSizes": [[1190, 1684], [1684, 1190]]})");
    Ruling ruling;
    ruling.findings = {{{}, Verdict::Proved, str("seen"), {}}};
    ruling.findings[0].citations = {*citationFromJson(QJsonDocument::fromJson(json.toUtf8()).object())};
    QCOMPARE(citationFaults(ruling, file), where.isEmpty() ? QStringList() : QStringList(str("/findings/0/citations/0") + where));
}

void TstCitations::textsHaveDigests_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("text"); ///< what is cited, in its RFC 8785 form, by hand
    QTest::addColumn<QByteArray>("path"); ///< of case.json, where a change makes it another
    const auto row = [](const char *json, const QByteArray &text, const char *path) {
        QTest::newRow(json) << QByteArray(json) << text << QByteArray(path);
    };
    const QByteArray first(R"({"at":"2026-10-05T09:00:00+08:00","exhibit":"b1","from":"buyer","id":"m1","text":"black screen"})");
    const QByteArray second(R"({"at":"2026-10-05T09:01:00+08:00","editedAt":"2026-10-05T09:01:30+08:00","from":"merchant","id":"m2",)"
                            R"("recalledAt":"2026-10-05T09:02:00+08:00","replyTo":"m1","text":""})");
    row(R"({"message": "m1"})", first, "chat/0/text");
    row(R"({"message": "m2"})", second, "chat/1/text");
    row(R"({"message": "m1", "messageEnd": "m2"})", '[' + first + ',' + second + ']', "chat/1/text");
    row(R"({"logistics": 1})", R"({"at":"2026-10-04T11:26:00+08:00","event":"signed","place":"Door","text":"signed"})",
        "logistics/1/place");
    row(R"({"fact": "/return/logistics/0"})", R"({"at":"2026-10-07T18:00:00+08:00","event":"picked_up","place":"Hub","text":"up"})",
        "return/logistics/0/text");
    row(R"({"fact": "/order/signedBy"})", R"("self")", "order/signedBy");
    row(R"({"fact": "/merchant/id"})", R"("m-7")", "merchant/id");
}

void TstCitations::textsHaveDigests()
{
    QFETCH(QByteArray, json);
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, path);
    Citation citation = *citationFromJson(QJsonDocument::fromJson(json).object());
    const CaseFile file = fullCase();
    QCOMPARE(citedText(citation, file), text);
    const QByteArray digest = QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex();
    QCOMPARE(placeDigest(citation, file), digest);
    const CaseFile other = *caseFileFromJson(arb::tests::changed(fullCaseJson(), path.constData(), str("other")));
    QVERIFY(!meansOtherBytes(citation, other)); // stored without a digest: nobody knows, and nobody says so
    QCOMPARE(checkCitation(citation, other), QList<RulingFault>());

    citation.sha256 = digest;
    QVERIFY(!meansOtherBytes(citation, file));
    QCOMPARE(checkCitation(citation, file), QList<RulingFault>());
    QVERIFY(meansOtherBytes(citation, other));
    QCOMPARE(checkCitation(citation, other), (QList<RulingFault>{{RulingProblem::CitationDigestDiffers, QString()}}));

    // Behind masks only what was noted before counts.
    CaseFile hidden = other;
    hidden.placesBeforeMasking.emplace();
    QVERIFY(placeDigest(citation, hidden).isEmpty());
    QVERIFY(!meansOtherBytes(citation, hidden));
    QCOMPARE(checkCitation(citation, hidden), QList<RulingFault>());
    hidden.placesBeforeMasking->insert(placeKey(citation), digest);
    QVERIFY(!meansOtherBytes(citation, hidden));
    hidden.placesBeforeMasking->insert(placeKey(citation), QByteArray(64, 'b'));
    QVERIFY(meansOtherBytes(citation, hidden));
}

/// Which goes one day, while the ruling stays.
void TstCitations::digestsLeavePersonalDataOut()
{
    Citation citation;
    citation.fact = str("/buyer");
    const CaseFile gone = *caseFileFromJson(arb::tests::changed(fullCaseJson(), "buyer/phone", QJsonValue(QJsonValue::Undefined)));
    QVERIFY(!placeDigest(citation, gone).isEmpty());
    QCOMPARE(placeDigest(citation, fullCase()), placeDigest(citation, gone));
    citation.fact = str("/buyer/phone");
    QVERIFY(placeDigest(citation, fullCase()).isEmpty());
}

void TstCitations::whatIsGoneHasNoDigest()
{
    const CaseFile file = fullCase();
    Citation message, scan, fact, list;
    message.message = str("m9");
    scan.logistics = 2;
    fact.fact = str("/order/colour");
    list.fact = str("/exhibits"); // grows with what parties hand in
    for (Citation citation : {message, scan, fact, list}) {
        QVERIFY(citedText(citation, file).isEmpty());
        QVERIFY(placeDigest(citation, file).isEmpty());
        citation.sha256 = QByteArray(64, 'c');
        QVERIFY(!meansOtherBytes(citation, file));
    }
    message.message = str("m2");
    message.messageEnd = str("m1"); // backwards
    QVERIFY(placeDigest(message, file).isEmpty());
}

void TstCitations::keysTellPlacesApart()
{
    QSet<QString> keys;
    int places = 0;
    const auto add = [&](const char *json) {
        keys.insert(placeKey(*citationFromJson(QJsonDocument::fromJson(json).object())));
        ++places;
    };
    add(R"({"message": "1"})");
    add(R"({"message": "12"})");
    add(R"({"message": "1", "messageEnd": "2"})");
    add(R"({"message": "12", "messageEnd": "3"})");
    add(R"({"message": "1", "messageEnd": "23"})");
    add(R"({"logistics": 1})");
    add(R"({"fact": "1"})");
    QCOMPARE(keys.size(), places);
}

void TstCitations::digestsOfTextsAreTakenAway()
{
    Citation message, file;
    message.message = str("m1");
    file.exhibit = str("b1");
    message.sha256 = file.sha256 = QByteArray(64, 'a');
    Ruling ruling;
    ruling.findings = {{{}, Verdict::Proved, str("seen"), {message, file}}};
    const QList<Citation> left = withoutTextDigests(ruling).findings.constFirst().citations;
    QVERIFY(left.constFirst().sha256.isEmpty());
    QCOMPARE(left.constFirst().message, str("m1"));
    QCOMPARE(left.constLast(), file);
}

QObject *make_tst_citations();
QObject *make_tst_citations()
{
    return new TstCitations;
}

#include "tst_citations.moc"
