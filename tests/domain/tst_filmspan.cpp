// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/filmspan.h>

#include <QtTest/QTest>

using namespace arb;
using domain::FilmSpan;
using domain::FilmSpanFind;
using What = domain::FilmSpanFind::What;

/// A film's clock and length against signing, application and handing in.
class TstFilmSpan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endsAreCounted_data();
    void endsAreCounted();
    void zonesNotToldAreUncertain_data();
    void zonesNotToldAreUncertain();
    void lengthAloneIsCompared();
    void onlyFilmsHandedInHaveASpan();

private:
    static domain::UtcMs at(const char *time) { return *domain::UtcMs::fromRfc3339(QString::fromLatin1(time)); }
    /// Signed for at 10:00, claimed at 12:00, handed in at 14:00, all of one day.
    static domain::CaseFile caseFile()
    {
        domain::CaseFile file;
        file.order.signedAt = at("2026-10-04T10:00:00+08:00");
        file.afterSale.appliedAt = at("2026-10-04T12:00:00+08:00");
        return file;
    }
    static domain::Exhibit film(const QString &capturedAt, qint64 minutes)
    {
        domain::Exhibit made;
        made.kind = domain::ExhibitKind::Video;
        made.submittedAt = at("2026-10-04T14:00:00+08:00");
        made.facts = {{QStringLiteral("capturedAt"), capturedAt}, {QStringLiteral("durationUs"), minutes * 60'000'000}};
        return made;
    }
};

void TstFilmSpan::endsAreCounted_data()
{
    QTest::addColumn<QString>("begin");
    QTest::addColumn<int>("minutes");
    QTest::addColumn<QList<FilmSpanFind>>("finds");
    constexpr qint64 minute = 60'000;
    QTest::newRow("between signing and claim") << QStringLiteral("2026-10-04T10:30:00+08:00") << 20 << QList<FilmSpanFind>{};
    QTest::newRow("begins when it was signed for") << QStringLiteral("2026-10-04T10:00:00+08:00") << 20 << QList<FilmSpanFind>{};
    QTest::newRow("ends when it was claimed") << QStringLiteral("2026-10-04T11:40:00+08:00") << 20 << QList<FilmSpanFind>{};
    QTest::newRow("across the signing") << QStringLiteral("2026-10-04T09:50:00+08:00") << 25 << QList<FilmSpanFind>{{What::AcrossSigning, true, 15 * minute}};
    QTest::newRow("across the claim, in UTC") << QStringLiteral("2026-10-04T03:50:00Z") << 25 << QList<FilmSpanFind>{{What::AcrossApplication, true, 15 * minute}};
    QTest::newRow("after the claim") << QStringLiteral("2026-10-04T12:30:00+08:00") << 25 << QList<FilmSpanFind>{};
    QTest::newRow("beyond handing in") << QStringLiteral("2026-10-04T13:50:00+08:00") << 15 << QList<FilmSpanFind>{{What::EndsAfterHandedIn, true, 5 * minute}};
    QTest::newRow("longer than there was time") << QStringLiteral("2026-10-04T09:50:00+08:00") << 150
                                                << QList<FilmSpanFind>{{What::AcrossSigning, true, 140 * minute}, {What::AcrossApplication, true, 20 * minute}, {What::LongerThanAtHand, true, 30 * minute}};
}

void TstFilmSpan::endsAreCounted()
{
    QFETCH(QString, begin);
    QFETCH(int, minutes);
    QFETCH(QList<FilmSpanFind>, finds);
    const std::optional<FilmSpan> span = domain::filmSpanOf(caseFile(), film(begin, minutes));
    QVERIFY(span);
    QVERIFY(span->told && span->hasZone);
    QCOMPARE(span->begin, *domain::UtcMs::fromRfc3339(begin));
    QCOMPARE(span->end() - span->begin, minutes * 60'000LL);
    QVERIFY(span->finds == finds);
}

void TstFilmSpan::zonesNotToldAreUncertain_data()
{
    QTest::addColumn<QString>("reading");
    QTest::addColumn<QList<FilmSpanFind>>("finds");
    // Anything from 14 hours before (clocks at +14:00) to 12 hours after the reading as UTC, but over before 14:00 here, 06:00 UTC.
    QTest::newRow("the same day") << QStringLiteral("2026-10-04T11:00:00") << QList<FilmSpanFind>{{What::AcrossSigning, false, 0}, {What::AcrossApplication, false, 0}};
    QTest::newRow("two days before") << QStringLiteral("2026-10-02T11:00:00") << QList<FilmSpanFind>{};
    QTest::newRow("three days after: not even by the kindest reading")
        << QStringLiteral("2026-10-07T11:00:00") << QList<FilmSpanFind>{{What::EndsAfterHandedIn, true, (2 * 24 * 60 + 15 * 60 + 20) * 60'000LL}};
}

void TstFilmSpan::zonesNotToldAreUncertain()
{
    QFETCH(QString, reading);
    QFETCH(QList<FilmSpanFind>, finds);
    const std::optional<FilmSpan> span = domain::filmSpanOf(caseFile(), film(reading, 20));
    QVERIFY(span);
    QVERIFY(span->told && !span->hasZone);
    QVERIFY(span->begin <= span->latestBegin);
    QVERIFY2(span->finds == finds, qPrintable(QString::number(span->finds.isEmpty() ? -1 : span->finds.last().byMs)));
}

void TstFilmSpan::lengthAloneIsCompared()
{
    domain::Exhibit long1 = film(QString(), 121);
    const std::optional<FilmSpan> span = domain::filmSpanOf(caseFile(), long1);
    QVERIFY(span);
    QVERIFY(!span->told);
    QVERIFY(span->finds == (QList<FilmSpanFind>{{What::LongerThanAtHand, true, 60'000}}));
    long1.party = domain::Party::Merchant; // who had the goods before
    QVERIFY(domain::filmSpanOf(caseFile(), long1)->finds.isEmpty());
    QVERIFY(domain::filmSpanOf(caseFile(), film(QString(), 120))->finds.isEmpty());
    domain::CaseFile unsigned1 = caseFile();
    unsigned1.order.signedAt.reset();
    QVERIFY(domain::filmSpanOf(unsigned1, film(QString(), 500))->finds.isEmpty());
}

void TstFilmSpan::onlyFilmsHandedInHaveASpan()
{
    domain::Exhibit picture = film(QStringLiteral("2026-10-04T10:30:00+08:00"), 20);
    picture.kind = domain::ExhibitKind::Image;
    QVERIFY(!domain::filmSpanOf(caseFile(), picture));
    QVERIFY(!domain::filmSpanOf(caseFile(), film(QStringLiteral("2026-10-04T10:30:00+08:00"), 0)));
    const std::optional<FilmSpan> broken = domain::filmSpanOf(caseFile(), film(QStringLiteral("yesterday"), 1));
    QVERIFY(broken && !broken->told && broken->finds.isEmpty());
}

QObject *make_tst_filmspan();
QObject *make_tst_filmspan()
{
    return new TstFilmSpan;
}

#include "tst_filmspan.moc"
