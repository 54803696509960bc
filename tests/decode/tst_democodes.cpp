// SPDX-License-Identifier: GPL-3.0-or-later
#include "testfilms.h"

#include <decode/filmsearch.h>

#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QSet>
#include <QtTest/QTest>

#include <chrono>

using namespace arb;

/// What the bar codes in the demo's films are there to show: the order's waybill, another one beside it, none at all.
class TstDemoCodes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void filmsShowTheirLabels_data();
    void filmsShowTheirLabels();

private:
    static QString folderOf(const QString &number) { return QStringLiteral(ARB_SOURCE_DIR "/resources/demo/cases/") + number; }
    static std::vector<decode::FoundCode> codesIn(const QString &film);
};

void TstDemoCodes::filmsShowTheirLabels_data()
{
    QTest::addColumn<QString>("number");
    QTest::addColumn<QString>("film");
    QTest::addColumn<bool>("own");
    QTest::addColumn<int>("others");
    QTest::newRow("unboxing of case 1") << QStringLiteral("c01") << QStringLiteral("c01-b1-unboxing.mp4") << true << 0;
    QTest::newRow("packing of case 4, beside another parcel") << QStringLiteral("c04") << QStringLiteral("c04-m1-packing.mp4") << true << 1;
    QTest::newRow("fault of case 7") << QStringLiteral("c07") << QStringLiteral("c07-b1-fault.mp4") << false << 0;
    QTest::newRow("packing of case 14") << QStringLiteral("c14") << QStringLiteral("c14-m1-packing.mp4") << true << 0;
}

std::vector<decode::FoundCode> TstDemoCodes::codesIn(const QString &film)
{
    std::vector<decode::FoundCode> codes;
    const tests::OpenedFile opened(film);
    auto search = decode::CodeSearch::open(opened.fd());
    while (search.ok()) {
        const auto done = (*search)->goOn(std::chrono::milliseconds(500));
        if (!done.ok())
            break;
        for (decode::FoundCode &code : (*search)->take())
            codes.push_back(std::move(code));
        if (*done)
            return codes;
    }
    return {decode::FoundCode{"the search failed"}};
}

void TstDemoCodes::filmsShowTheirLabels()
{
    QFETCH(QString, number);
    QFETCH(QString, film);
    QFETCH(bool, own);
    QFETCH(int, others);
    QFile file(folderOf(number) + QStringLiteral("/case.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString waybill = QJsonDocument::fromJson(file.readAll()).object().value(u"order").toObject().value(u"waybillNo").toString();
    QVERIFY(!waybill.isEmpty());
    QSet<QString> found;
    for (const decode::FoundCode &code : codesIn(folderOf(number) + QStringLiteral("/evidence/") + film))
        found.insert(QString::fromStdString(code.text));
    QCOMPARE(found.remove(waybill), own);
    QVERIFY2(found.size() == others, qPrintable(QStringList(found.values()).join(u' ')));
}

QObject *make_tst_democodes();
QObject *make_tst_democodes()
{
    return new TstDemoCodes;
}

#include "tst_democodes.moc"
