// SPDX-License-Identifier: GPL-3.0-or-later
#include "../presentation/words.h"
#include "seat.h"

#include <QtWidgets/QTableWidget>

using namespace arb;
using namespace arb::tests;

/// The sheet of keys names what the evidence desk can do, in both languages.
class TstKeySheet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesTheKeysOfTheEvidence_data();
    void namesTheKeysOfTheEvidence();
};

void TstKeySheet::namesTheKeysOfTheEvidence_data()
{
    QTest::addColumn<bool>("chinese");
    QTest::newRow("English") << false;
    QTest::newRow("Chinese") << true;
}

void TstKeySheet::namesTheKeysOfTheEvidence()
{
    QFETCH(bool, chinese);
    const Speaking speaking(chinese);
    SmallDesk desk;
    Seat seat(desk, desk.lin);
    QVERIFY(seat.show());
    seat.trigger("shortcuts");
    auto *sheet = seat.find<QDialog>("shortcutSheet");
    QVERIFY(sheet);
    const auto *table = sheet->findChild<QTableWidget *>();
    QStringList keys;
    for (int row = 0; row < table->rowCount(); ++row) {
        const QString key = table->item(row, 0)->text(), words = table->item(row, 1)->text();
        QVERIFY2(!key.isEmpty() && !words.isEmpty() && !words.endsWith(QStringLiteral(": ")) && !words.endsWith(QStringLiteral("：")), qPrintable(key + words));
        QVERIFY2(isChinese(words) == chinese, qPrintable(key + words));
        keys.append(key);
    }
    for (const char *key : {"T", "I", "W", "N", "Shift+N", "C", "Shift+C", "Ctrl+Shift+C", "F7", "Shift+F7", "F8", "Ctrl+Shift+W", "Ctrl+Shift+K", "Ctrl+K", "Y, T"})
        QVERIFY2(keys.contains(QLatin1StringView(key)), key);
    sheet->close();
}

QObject *make_tst_keysheet();
QObject *make_tst_keysheet()
{
    return new TstKeySheet;
}

#include "tst_keysheet.moc"
