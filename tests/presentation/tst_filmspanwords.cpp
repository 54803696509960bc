// SPDX-License-Identifier: GPL-3.0-or-later
#include <smalldesk.h>
#include "words.h"

#include <presentation/filmspanwords.h>

#include <QtTest/QTest>

#include <algorithm>

using namespace arb;
using namespace arb::presentation;
using namespace arb::tests;

/// The line of the facts card that sets a film's length against the order's times.
class TstFilmSpanWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void beginAndEndAreTold();
    void crossedTimesAreHints();
    void partsOfSecondsGoTogether();
    void uncertaintyIsSaid();
    void lengthAloneIsSaid();
    void cardHasTheLine();
    void chineseHasNoEnglishLeft();

private:
    static domain::CaseFile caseFile()
    {
        domain::CaseFile file;
        file.caseNo = QStringLiteral("D-1");
        file.order.signedAt = SmallDesk::at("2026-10-04T10:00");
        file.afterSale.appliedAt = SmallDesk::at("2026-10-04T12:00");
        return file;
    }
    static domain::Exhibit film(const char *capturedAt, qint64 seconds)
    {
        domain::Exhibit made;
        made.id = QStringLiteral("b1");
        made.kind = domain::ExhibitKind::Video;
        made.submittedAt = SmallDesk::at("2026-10-04T14:00");
        made.facts = {{QStringLiteral("capturedAt"), QString::fromLatin1(capturedAt)}, {QStringLiteral("durationUs"), seconds * 1'000'000}};
        return made;
    }
};

void TstFilmSpanWords::beginAndEndAreTold()
{
    const Speaking english(false);
    const auto line = filmSpanLine(caseFile(), film("2026-10-04T02:30:00Z", 42));
    QVERIFY(line);
    QCOMPARE(line->label, QStringLiteral("By its length"));
    QCOMPARE(line->value, QStringLiteral("from 2026-10-04 10:30:00 to 2026-10-04 10:30:42"));
    QCOMPARE(line->hint, QString());
    QVERIFY(!line->look);
}

void TstFilmSpanWords::crossedTimesAreHints()
{
    const Speaking english(false);
    const QString caveat = QStringLiteral(" Some devices tell when a recording ended, not when it began: then all of it lies 1 min earlier.");
    const auto claimed = filmSpanLine(caseFile(), film("2026-10-04T11:59:30+08:00", 60));
    QVERIFY(claimed);
    QCOMPARE(claimed->hint, QStringLiteral("It would have ended 30 s after the claim was filed, though it began before.").append(caveat));
    QVERIFY(!claimed->look); // filming on while filing is nothing odd
    const auto across = filmSpanLine(caseFile(), film("2026-10-04T09:59:50+08:00", 60));
    QCOMPARE(across->hint, QStringLiteral("It would have begun before the parcel was signed for and ended 50 s after.").append(caveat));
    QVERIFY(across->look);
    const auto beyond = filmSpanLine(caseFile(), film("2026-10-04T13:59:30+08:00", 60));
    QVERIFY(beyond->hint.startsWith(QStringLiteral("It would have ended 30 s after it was handed in, which cannot be:")));
    QVERIFY(beyond->look);
}

void TstFilmSpanWords::partsOfSecondsGoTogether()
{
    const Speaking english(false);
    domain::Exhibit exhibit = film("2026-10-04T09:59:50+08:00", 10);
    exhibit.facts[QStringLiteral("durationUs")] = 10'400'000; // 0.4 s beyond signing at 10:00:00
    const auto across = filmSpanLine(caseFile(), exhibit);
    QVERIFY(across);
    QCOMPARE(across->value, QStringLiteral("from 2026-10-04 09:59:50 to 2026-10-04 10:00:01"));
    QVERIFY2(across->hint.contains(QStringLiteral("signed for and ended 1 s after.")), qPrintable(across->hint));
    QVERIFY2(across->hint.contains(QStringLiteral("all of it lies 11 s earlier.")), qPrintable(across->hint));
    QCOMPARE(spanLengthText(59'400), QStringLiteral("1 min"));
    QCOMPARE(spanLengthText(59'000), QStringLiteral("59 s"));
    QCOMPARE(spanLengthText(0), QStringLiteral("0 s"));
}

void TstFilmSpanWords::uncertaintyIsSaid()
{
    const Speaking english(false);
    const auto line = filmSpanLine(caseFile(), film("2026-10-04T11:00:00", 60));
    QVERIFY(line);
    QCOMPARE(line->value, QStringLiteral("1 min; when is uncertain, as no time zone is told"));
    QVERIFY(line->hint.contains(QStringLiteral("It may have ended after the claim was filed, though it began before; that depends on the time zone.")));
    QVERIFY(!line->look);
}

void TstFilmSpanWords::lengthAloneIsSaid()
{
    const Speaking english(false);
    QVERIFY(!filmSpanLine(caseFile(), film("", 7'200))); // exactly the two hours there were
    const auto line = filmSpanLine(caseFile(), film("", 7'260));
    QVERIFY(line);
    QCOMPARE(line->value, QStringLiteral("2 h 1 min; the file does not tell when"));
    QCOMPARE(line->hint, QStringLiteral("It is 1 min longer than the time between signing for the parcel and filing the claim."));
    QVERIFY(line->look);
}

void TstFilmSpanWords::cardHasTheLine()
{
    const Speaking english(false);
    const domain::Exhibit exhibit = film("2026-10-04T11:59:30+08:00", 60);
    const FactsCard card = factsCard(caseFile(), exhibit);
    const auto found = std::ranges::find(card.lines, QStringLiteral("By its length"), &CardLine::label);
    QVERIFY(found != card.lines.cend());
    QVERIFY(*found == *filmSpanLine(caseFile(), exhibit));
}

void TstFilmSpanWords::chineseHasNoEnglishLeft()
{
    const Speaking chinese(true);
    for (const char *time : {"2026-10-04T09:59:50+08:00", "2026-10-04T11:59:30+08:00", "2026-10-04T13:59:30+08:00", "2026-10-04T11:00:00"}) {
        const auto line = filmSpanLine(caseFile(), film(time, 60));
        QVERIFY(line);
        QVERIFY2(isChinese(line->label), qPrintable(line->label));
        QVERIFY2(isChinese(line->hint), qPrintable(line->hint));
    }
    QVERIFY(isChinese(filmSpanLine(caseFile(), film("", 9'000))->hint));
}

QObject *make_tst_filmspanwords();
QObject *make_tst_filmspanwords()
{
    return new TstFilmSpanWords;
}

#include "tst_filmspanwords.moc"
