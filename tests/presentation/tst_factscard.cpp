// SPDX-License-Identifier: GPL-3.0-or-later
#include <smalldesk.h>
#include "words.h"

#include <presentation/factscard.h>

#include <QtTest/QTest>

#include <algorithm>

using namespace arb;
using namespace arb::presentation;
using namespace arb::tests;

/// What a file says about itself, set against the case, in sentences that conclude nothing.
class TstFactsCard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void captureIsComparedWithTheOrder_data();
    void captureIsComparedWithTheOrder();
    void merchantsMayHaveOlderPictures();
    void missingTimeZoneIsUncertainty();
    void otherZonesAreToldHereToo();
    void changesAreHints();
    void silenceIsUsual();
    void placeIsCoarseUntilAskedFor();
    void fileIsDescribed();
    void filmsTellLengthAndEncoder();
    void soundThatIsNotPlayedIsNamed();
    void whatOfAFilmIsNotShownIsSaid();
    void soundWithoutPicturesIsNamed();
    void strangersWordsAreVisible();
    void hintsAreListed();
    void chineseHasNoEnglishLeft();

private:
    static domain::CaseFile caseFile()
    {
        domain::CaseFile file;
        file.caseNo = QStringLiteral("D-1");
        file.order.orderedAt = SmallDesk::at("2026-10-01T10:00");
        file.order.shippedAt = SmallDesk::at("2026-10-02T10:00");
        file.order.signedAt = SmallDesk::at("2026-10-04T10:00");
        file.afterSale.appliedAt = SmallDesk::at("2026-10-08T10:00");
        return file;
    }
    static domain::Exhibit exhibit(const QJsonObject &facts)
    {
        domain::Exhibit made;
        made.id = QStringLiteral("b1");
        made.submittedAt = SmallDesk::at("2026-10-09T10:00");
        made.facts = facts;
        return made;
    }
    static QJsonObject captured(const char *time) { return {{QStringLiteral("capturedAt"), QString::fromLatin1(time)}}; }
    static CardLine lineOf(const FactsCard &card, const char *label)
    {
        const auto found = std::ranges::find_if(card.lines, [&](const CardLine &line) { return line.label == QLatin1StringView(label); });
        return found == card.lines.cend() ? CardLine() : *found;
    }
};

void TstFactsCard::captureIsComparedWithTheOrder_data()
{
    QTest::addColumn<QByteArray>("time");
    QTest::addColumn<QString>("hint");
    QTest::addColumn<bool>("look");
    QTest::newRow("before the order") << QByteArray("2026-10-01T08:30:00+08:00") << QStringLiteral("Taken 1 h 30 min before the order.") << true;
    QTest::newRow("before dispatch") << QByteArray("2026-10-02T09:00:00+08:00") << QStringLiteral("Taken 1 h before the goods were dispatched.") << true;
    QTest::newRow("under way") << QByteArray("2026-10-03T08:00:00+08:00") << QStringLiteral("Taken 1 d 2 h before the parcel was signed for.") << true;
    QTest::newRow("seconds before signing") << QByteArray("2026-10-04T09:59:50+08:00") << QStringLiteral("Taken 10 s before the parcel was signed for.") << true;
    QTest::newRow("a minute before signing") << QByteArray("2026-10-04T09:59:00+08:00") << QStringLiteral("Taken 1 min before the parcel was signed for.") << true;
    QTest::newRow("after signing") << QByteArray("2026-10-07T10:00:00+08:00") << QStringLiteral("Taken 3 d after the parcel was signed for.") << false;
    QTest::newRow("after the claim") << QByteArray("2026-10-08T12:05:00+08:00") << QStringLiteral("Taken 2 h 5 min after the claim was filed.") << false;
    QTest::newRow("as it was handed in") << QByteArray("2026-10-09T10:00:00+08:00") << QStringLiteral("Taken 1 d after the claim was filed.") << false;
    QTest::newRow("later than it was handed in") << QByteArray("2026-10-09T10:20:00+08:00")
        << QStringLiteral("Taken 20 min after it was handed in, which cannot be: the device's clock is off or the file was changed.") << true;
}

void TstFactsCard::captureIsComparedWithTheOrder()
{
    QFETCH(QByteArray, time);
    QFETCH(QString, hint);
    QFETCH(bool, look);
    const Speaking english(false);
    const CardLine line = lineOf(factsCard(caseFile(), exhibit(captured(time.constData()))), "Taken");
    QCOMPARE(line.hint, hint);
    QCOMPARE(line.look, look);
}

void TstFactsCard::merchantsMayHaveOlderPictures()
{
    const Speaking english(false);
    domain::Exhibit older = exhibit(captured("2026-10-01T08:30:00+08:00"));
    older.party = domain::Party::Merchant;
    const CardLine line = lineOf(factsCard(caseFile(), older), "Taken");
    QCOMPARE(line.hint, QStringLiteral("Taken 1 h 30 min before the order."));
    QVERIFY(!line.look);
}

void TstFactsCard::missingTimeZoneIsUncertainty()
{
    const Speaking english(false);
    // Clocks show noon of the 4th somewhere from 14 h before that in UTC (22:00 of the 3rd, 06:00 here) to 12 h after it (08:00 of the 5th here).
    const CardLine unsure = lineOf(factsCard(caseFile(), exhibit(captured("2026-10-04T12:00:00"))), "Taken");
    QCOMPARE(unsure.value, QStringLiteral("2026-10-04 12:00:00, time zone not told"));
    QCOMPARE(unsure.hint, QStringLiteral("Here it was between 2026-10-04 06:00 and 2026-10-05 08:00, as no time zone is told: it may be before the parcel "
                                         "was signed for or after the parcel was signed for."));
    QVERIFY(!unsure.look);
    const CardLine sure = lineOf(factsCard(caseFile(), exhibit(captured("2026-09-20T12:00:00"))), "Taken");
    QCOMPARE(sure.hint, QStringLiteral("Whatever the time zone, it was taken before the order."));
    QVERIFY(sure.look);
    // A quarter of an hour before it was handed in: the hours after that are none.
    const CardLine fresh = lineOf(factsCard(caseFile(), exhibit(captured("2026-10-09T09:45:00"))), "Taken");
    QCOMPARE(fresh.hint, QStringLiteral("Whatever the time zone, it was taken after the claim was filed."));
    QVERIFY(!fresh.look);
    const CardLine impossible = lineOf(factsCard(caseFile(), exhibit(captured("2026-10-12T10:00:00"))), "Taken");
    QVERIFY(impossible.look);
}

void TstFactsCard::otherZonesAreToldHereToo()
{
    const Speaking english(false);
    const CardLine there = lineOf(factsCard(caseFile(), exhibit(captured("2026-10-06T04:00:00Z"))), "Taken");
    QCOMPARE(there.value, QStringLiteral("2026-10-06 04:00:00 UTC, here 2026-10-06 12:00:00"));
    QCOMPARE(there.hint, QStringLiteral("Taken 2 d 2 h after the parcel was signed for."));
}

void TstFactsCard::changesAreHints()
{
    const Speaking english(false);
    QJsonObject facts = captured("2026-10-07T10:00:00+08:00");
    facts.insert(QStringLiteral("modifiedAt"), QStringLiteral("2026-10-07T12:00:00+08:00"));
    facts.insert(QStringLiteral("software"), QStringLiteral("Adobe Photoshop 26.1"));
    const FactsCard card = factsCard(caseFile(), exhibit(facts));
    QCOMPARE(lineOf(card, "Last changed").hint, QStringLiteral("Saved again 2 h after it was taken; turning or shrinking does that too."));
    QVERIFY(!lineOf(card, "Last changed").look);
    QCOMPARE(lineOf(card, "Software").hint, QStringLiteral("Saved by Adobe Photoshop 26.1, which can change pictures; harmless changes leave this trace too."));
    QVERIFY(!lineOf(card, "Software").look);
    facts.insert(QStringLiteral("modifiedAt"), QStringLiteral("2026-10-09T11:00:00+08:00"));
    facts.insert(QStringLiteral("software"), QStringLiteral("MJ X2 12.0.1"));
    const FactsCard later = factsCard(caseFile(), exhibit(facts));
    QVERIFY(lineOf(later, "Last changed").look);
    QCOMPARE(lineOf(later, "Software").hint, QString());
    facts.insert(QStringLiteral("modifiedAt"), facts.value(QStringLiteral("capturedAt")));
    QCOMPARE(lineOf(factsCard(caseFile(), exhibit(facts)), "Last changed").hint, QString());
}

void TstFactsCard::silenceIsUsual()
{
    const Speaking english(false);
    const CardLine line = lineOf(factsCard(caseFile(), exhibit({})), "Taken");
    QCOMPARE(line.hint, QStringLiteral("The file says nothing about itself; that is usual for what comes from chat apps."));
    QVERIFY(!line.look);
    // What names its program, brings credentials or another preview along does say something.
    for (const QJsonObject &facts : {QJsonObject{{QStringLiteral("software"), QStringLiteral("GIMP")}}, QJsonObject{{QStringLiteral("contentCredentials"), true}},
                                     QJsonObject{{QStringLiteral("thumbnailDiffers"), true}}}) {
        const CardLine untimed = lineOf(factsCard(caseFile(), exhibit(facts)), "Taken");
        QCOMPARE(untimed.value, QStringLiteral("not told"));
        QCOMPARE(untimed.hint, QString());
    }
}

void TstFactsCard::placeIsCoarseUntilAskedFor()
{
    const Speaking english(false);
    const QJsonObject facts{{QStringLiteral("hasPlace"), true}, {QStringLiteral("latitudeE6"), -31'230'139}, {QStringLiteral("longitudeE6"), 121'471'389}};
    const FactsCard coarse = factsCard(caseFile(), exhibit(facts));
    QVERIFY(coarse.placeIsCoarse);
    QCOMPARE(lineOf(coarse, "Place").value, QStringLiteral("near 31.2° S, 121.5° E"));
    const FactsCard exact = factsCard(caseFile(), exhibit(facts), PlaceDetail::Exact);
    QVERIFY(!exact.placeIsCoarse);
    QCOMPARE(lineOf(exact, "Place").value, QStringLiteral("31.23014° S, 121.47139° E"));
    QVERIFY(!factHints(caseFile(), exhibit(facts)).join(u' ').contains(QStringLiteral("31.23")));
    const FactsCard old = factsCard(caseFile(), exhibit({{QStringLiteral("hasPlace"), true}})); // came in before places were read
    QVERIFY(!old.placeIsCoarse);
    QCOMPARE(lineOf(old, "Place").value, QStringLiteral("the file tells one"));
}

void TstFactsCard::fileIsDescribed()
{
    const Speaking english(false);
    domain::Exhibit picture = exhibit({{QStringLiteral("width"), 2304}, {QStringLiteral("height"), 1728}, {QStringLiteral("format"), QStringLiteral("jpeg")},
                                       {QStringLiteral("thumbnailDiffers"), true}, {QStringLiteral("contentCredentials"), true}});
    picture.size = 379'412;
    picture.sha256 = QByteArray("0123456789ab") + QByteArray(48, 'x') + "cdef";
    const FactsCard card = factsCard(caseFile(), picture);
    QCOMPARE(lineOf(card, "Size in pixels").value, QStringLiteral("2304 × 1728"));
    QCOMPARE(lineOf(card, "File").value, QStringLiteral("JPEG · 379.4 kB"));
    QCOMPARE(lineOf(card, "SHA-256").value, QStringLiteral("0123456789ab…cdef"));
    QCOMPARE(lineOf(card, "SHA-256").copied.toLatin1(), picture.sha256);
    QVERIFY(lineOf(card, "Embedded preview").look);
    QCOMPARE(lineOf(card, "Content credentials").value, QStringLiteral("carried, unchecked"));
    QVERIFY(!lineOf(card, "Content credentials").look);
}

void TstFactsCard::filmsTellLengthAndEncoder()
{
    const Speaking english(false);
    domain::Exhibit film = exhibit({{QStringLiteral("durationUs"), 83'450'000}, {QStringLiteral("frames"), 2086}, {QStringLiteral("software"), QStringLiteral("Lavf60.3.100")}});
    film.kind = domain::ExhibitKind::Video;
    const FactsCard card = factsCard(caseFile(), film);
    QCOMPARE(lineOf(card, "Length").value, QStringLiteral("1:23.4 · 2086 frames"));
    film.facts.insert(QStringLiteral("durationUs"), qint64{5'400'000'000});
    QCOMPARE(lineOf(factsCard(caseFile(), film), "Length").value, QStringLiteral("1:30:00.0 · 2086 frames"));
    QCOMPARE(lineOf(card, "Written by").hint, QStringLiteral("Written again by a converter, as chat apps do."));
}

void TstFactsCard::soundThatIsNotPlayedIsNamed()
{
    const Speaking english(false);
    domain::Exhibit film = exhibit({{QStringLiteral("durationUs"), 2'000'000}, {QStringLiteral("frames"), 50}, {QStringLiteral("hasSound"), false}});
    film.kind = domain::ExhibitKind::Video;
    QVERIFY(lineOf(factsCard(caseFile(), film), "Sound").value.isEmpty()); // a silent film
    film.facts.insert(QStringLiteral("unplayedSound"), QStringLiteral("dts"));
    const FactsCard card = factsCard(caseFile(), film);
    QCOMPARE(lineOf(card, "Sound").value, QStringLiteral("not played (dts)"));
    QVERIFY(lineOf(card, "Sound").look);
    // Also where only what is remarkable is told.
    QVERIFY(factHints(caseFile(), film).contains(QStringLiteral("Sound: not played (dts). The film has sound, of a kind that cannot be played here.")));
}

void TstFactsCard::whatOfAFilmIsNotShownIsSaid()
{
    const Speaking english(false);
    domain::Exhibit film = exhibit({{QStringLiteral("durationUs"), 2'000'000}, {QStringLiteral("frames"), 50}});
    film.kind = domain::ExhibitKind::Video;
    QVERIFY(lineOf(factsCard(caseFile(), film), "Second recording").value.isEmpty());
    QVERIFY(lineOf(factsCard(caseFile(), film), "Frames with one time").value.isEmpty());
    film.facts.insert(QStringLiteral("secondRecording"), true);
    film.facts.insert(QStringLiteral("hiddenFrames"), 3);
    const FactsCard card = factsCard(caseFile(), film);
    QCOMPARE(lineOf(card, "Second recording").value, QStringLiteral("behind the end of this one, not shown"));
    QCOMPARE(lineOf(card, "Frames with one time").value, QStringLiteral("3 not shown"));
    QVERIFY(lineOf(card, "Second recording").look && lineOf(card, "Frames with one time").look);
}

void TstFactsCard::soundWithoutPicturesIsNamed()
{
    const Speaking english(false);
    domain::Exhibit film = exhibit({{QStringLiteral("format"), QStringLiteral("mp4")}, {QStringLiteral("unreadable"), true}});
    film.kind = domain::ExhibitKind::Video;
    QCOMPARE(lineOf(factsCard(caseFile(), film), "Content").value, QStringLiteral("could not be read"));
    film.facts.insert(QStringLiteral("soundOnly"), true);
    const FactsCard card = factsCard(caseFile(), film);
    QCOMPARE(lineOf(card, "Content").value, QStringLiteral("sound, but no pictures"));
    QCOMPARE(std::ranges::count(card.lines, QStringLiteral("File"), &CardLine::label), 1);
}

void TstFactsCard::strangersWordsAreVisible()
{
    const Speaking english(false);
    const FactsCard card = factsCard(caseFile(), exhibit({{QStringLiteral("device"), QStringLiteral("Phone\u202e9")}}));
    QCOMPARE(lineOf(card, "Device").value, QStringLiteral("Phone⟦U+202E⟧9"));
}

void TstFactsCard::hintsAreListed()
{
    const Speaking english(false);
    QCOMPARE(factHints(caseFile(), exhibit(captured("2026-10-07T10:00:00+08:00"))),
             QStringList{QStringLiteral("Taken: 2026-10-07 10:00:00 +08:00. Taken 3 d after the parcel was signed for.")});
}

void TstFactsCard::chineseHasNoEnglishLeft()
{
    const Speaking chinese(true);
    QJsonObject facts{{QStringLiteral("capturedAt"), QStringLiteral("2026-10-04T12:00:00")}, {QStringLiteral("modifiedAt"), QStringLiteral("2026-10-12T12:00:00Z")},
                      {QStringLiteral("hasPlace"), true}, {QStringLiteral("latitudeE6"), 31'000'000}, {QStringLiteral("longitudeE6"), 121'000'000},
                      {QStringLiteral("thumbnailDiffers"), true}, {QStringLiteral("contentCredentials"), true}};
    for (const CardLine &line : factsCard(caseFile(), exhibit(facts)).lines) {
        QVERIFY2(isChinese(line.label), qPrintable(line.label));
        QVERIFY2(isChinese(line.hint), qPrintable(line.hint));
    }
}

QObject *make_tst_factscard()
{
    return new TstFactsCard;
}

#include "tst_factscard.moc"
