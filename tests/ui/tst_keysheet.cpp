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
    void wordsAreNotCut_data() { namesTheKeysOfTheEvidence_data(); }
    void wordsAreNotCut();
};

/// Over a window of its own.
struct OpenSheet
{
    OpenSheet()
    {
        if (seat.show())
            seat.trigger("shortcuts");
        sheet = seat.find<QDialog>("shortcutSheet");
    }
    SmallDesk desk;
    Seat seat{desk, desk.lin};
    QDialog *sheet = nullptr; ///< the window's
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
    const OpenSheet open;
    QVERIFY(open.sheet);
    const QTableWidget *table = open.sheet->findChild<QTableWidget *>();
    QStringList keys;
    for (int row = 0; row < table->rowCount(); ++row) {
        const QString key = table->item(row, 0)->text(), words = table->item(row, 1)->text();
        QVERIFY2(!key.isEmpty() && !words.isEmpty() && !words.endsWith(QStringLiteral(": ")) && !words.endsWith(QStringLiteral("：")), qPrintable(key + words));
        QVERIFY2(isChinese(words) == chinese, qPrintable(key + words));
        keys.append(key);
    }
    for (const char *key : {"T", "I", "W", "N", "Shift+N", "C", "Shift+C", "Ctrl+Shift+C", "F7", "Shift+F7", "F8", "Ctrl+Shift+W", "Ctrl+Shift+E", "Ctrl+Shift+K", "Ctrl+K", "Y, T"})
        QVERIFY2(keys.contains(QLatin1StringView(key)), key);
    open.sheet->close();
}

/// However narrow the sheet: what has no room in one line goes on in the next.
void TstKeySheet::wordsAreNotCut()
{
    QFETCH(bool, chinese);
    const Speaking speaking(chinese);
    const OpenSheet open;
    QVERIFY(open.sheet);
    const QTableWidget *table = open.sheet->findChild<QTableWidget *>();
    const auto isWhole = [table] {
        const QAbstractItemView *view = table; // which asks how high the wrapped words are
        bool all = true;
        for (int row = 0; row < table->rowCount(); ++row)
            all = all && table->rowHeight(row) >= view->sizeHintForRow(row);
        return all;
    };
    QTRY_VERIFY(isWhole());
    const int wide = table->columnWidth(1), low = table->rowHeight(0);
    open.sheet->resize(table->columnWidth(0) + 200, 600);
    QTRY_VERIFY(table->columnWidth(1) < wide);
    QTRY_VERIFY(isWhole());
    int tall = 0;
    for (int row = 0; row < table->rowCount(); ++row)
        tall += table->rowHeight(row) > low ? 1 : 0;
    QVERIFY(tall > 0);
    open.sheet->close();
}

QObject *make_tst_keysheet();
QObject *make_tst_keysheet()
{
    return new TstKeySheet;
}

#include "tst_keysheet.moc"
