// SPDX-License-Identifier: GPL-3.0-or-later
#include "seat.h"

using namespace arb;
using namespace arb::tests;

/// What is decoded before anybody asks: the open case's other pictures, then the first of the case that stands next.
class TstLookAhead : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ownPicturesThenTheNextCases();
};

static domain::Exhibit picture(const char *id, domain::Party party, char digit)
{
    domain::Exhibit exhibit;
    exhibit.id = QString::fromLatin1(id);
    exhibit.party = party;
    exhibit.kind = domain::ExhibitKind::Image;
    exhibit.file = QStringLiteral("evidence/%1.jpg").arg(exhibit.id);
    exhibit.sha256 = QByteArray(64, digit);
    exhibit.submittedAt = domain::UtcMs(1'791'400'000'000);
    return exhibit;
}

void TstLookAhead::ownPicturesThenTheNextCases()
{
    SmallDesk desk;
    Seat seat(desk, desk.lin);
    for (const char digit : {'1', '2', '3', '4', '5', '6', '7'})
        seat.loader.pictures.insert(QByteArray(64, digit), FakeLoader::fullPicture(numberedFrame(1)));
    const domain::CaseId first = desk.admit(QStringLiteral("D-1"), [](domain::CaseFile &file) {
        file.exhibits = {picture("b1", domain::Party::Buyer, '1'), picture("b2", domain::Party::Buyer, '2'), picture("m1", domain::Party::Merchant, '3')};
    });
    desk.admit(QStringLiteral("D-2"), [](domain::CaseFile &file) {
        file.exhibits = {picture("b1", domain::Party::Buyer, '4'), picture("b2", domain::Party::Buyer, '5'), picture("b3", domain::Party::Buyer, '6'),
                         picture("m1", domain::Party::Merchant, '7')};
    });
    QVERIFY(seat.show());
    QVERIFY(seat.start());
    QTRY_COMPARE(seat.rows.model().rowCount(), 2);
    QVERIFY(seat.open(first));
    // Of the next case not the third picture of a side: nobody begins there.
    const QList<QByteArray> expected{QByteArray(64, '2'), QByteArray(64, '4'), QByteArray(64, '5'), QByteArray(64, '7')};
    QTRY_COMPARE(seat.loader.prefetched, expected);
    // As large as a viewer will ask for, or nothing of it is used.
    for (const QSize window : {QSize(1366, 768), QSize(1920, 1080)}) {
        seat.window->resize(window);
        seat.trigger("nextExhibit");
        seat.loader.askedTargets.clear();
        seat.trigger("previousExhibit");
        QTRY_VERIFY(!seat.loader.askedTargets.isEmpty());
        const QSize asked = seat.loader.askedTargets.constFirst();
        QVERIFY(!asked.isEmpty());
        QTRY_COMPARE(seat.loader.prefetchTarget.expandedTo(asked), seat.loader.prefetchTarget);
    }
}

QObject *make_tst_lookahead();
QObject *make_tst_lookahead()
{
    return new TstLookAhead;
}

#include "tst_lookahead.moc"
