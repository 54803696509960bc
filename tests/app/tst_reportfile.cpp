// SPDX-License-Identifier: GPL-3.0-or-later
#include "../../app/language.h"
#include "../../app/reportfile.h"
#include "demodesk.h"

#include <presentation/tablemodel.h>

#include <usecases/reports.h>

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtTest/QTest>

using namespace arb;
using namespace arb::tests;

/// The penalty report says the same on the screen, in the file and in JSON, to the row, and in both languages.
class TstReportFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fileEqualsScreen_data();
    void fileEqualsScreen();
    void jsonKeysNeverFollowTheLanguage();
    void wrongWishes();
};

void TstReportFile::fileEqualsScreen_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("zh") << QStringLiteral("zh_CN");
    QTest::newRow("en") << QStringLiteral("en");
}

void TstReportFile::fileEqualsScreen()
{
    QFETCH(QString, language);
    app::useLanguage(language);
    DemoDesk desk;
    const auto table = usecases::runReport(desk.desk(), usecases::ownerActor(), QStringLiteral("merchant_penalties"), {});
    QVERIFY(table);
    QVERIFY(table->rows.size() > 10);
    presentation::TableModel model;
    model.setTable(*table);
    const auto bytes = app::writeTable(*table, QStringLiteral("csv"), {}, false);
    QVERIFY(bytes);
    const QStringList lines = QString::fromUtf8(*bytes).split(QStringLiteral("\r\n"), Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), qsizetype(model.rowCount() + 1));
    for (int row = -1; row < model.rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column) {
            const QString text = row < 0 ? model.headerData(column, Qt::Horizontal).toString() : model.index(row, column).data().toString();
            cells.append(text.contains(u',') ? QString(u'"' + text + u'"') : text);
        }
        QCOMPARE(lines.at(row + 1), cells.join(u','));
    }
    app::useLanguage(QStringLiteral("en"));
}

void TstReportFile::jsonKeysNeverFollowTheLanguage()
{
    DemoDesk desk;
    const auto table = usecases::runReport(desk.desk(), usecases::ownerActor(), QStringLiteral("merchant_penalties"), {});
    QVERIFY(table);
    app::useLanguage(QStringLiteral("zh_CN"));
    const auto chinese = app::writeTable(*table, QStringLiteral("json"), {}, false);
    app::useLanguage(QStringLiteral("en"));
    const auto english = app::writeTable(*table, QStringLiteral("json"), {}, false);
    QCOMPARE(*chinese, *english);
    const QJsonObject first = QJsonDocument::fromJson(*english).object().value(QLatin1String("rows")).toArray().at(0).toObject();
    QVERIFY(first.value(QLatin1String("validPoints")).isDouble());
    QCOMPARE(first.value(QLatin1String("platform")).toString().contains(u' '), false);
}

void TstReportFile::wrongWishes()
{
    const usecases::Table empty;
    QVERIFY(app::writeTable(empty, QStringLiteral("docx"), {}, false).error().startsWith(u'-'));
    QVERIFY(app::writeTable(empty, QStringLiteral("xlsx"), {}, false).error().startsWith(u'-')); // a workbook needs a file
    QVERIFY(!app::writeTable(empty, QStringLiteral("csv"), QStringLiteral("/nowhere/at/all.csv"), false));
}

QObject *make_tst_reportfile()
{
    return new TstReportFile;
}

#include "tst_reportfile.moc"
