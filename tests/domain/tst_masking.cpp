// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/masking.h>

#include <QtTest/QtTest>

using namespace arb::domain;

class TstMasking : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void masksNames_data();
    void masksNames();
    void masksPhones_data();
    void masksPhones();
    void masksAddresses_data();
    void masksAddresses();
    void masksInsideText_data();
    void masksInsideText();
    void hidesEnoughOfEveryPhone();
};

namespace {

void textRow(const char *name, const char *text, const char *expected)
{
    QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(expected);
}

void textColumns()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
}

} // namespace

void TstMasking::masksNames_data()
{
    textColumns();
    textRow("two characters", "张三", "张*");
    textRow("three characters", "李晓雯", "李**");
    textRow("one character shows nothing", "李", "*");
    textRow("nothing", "", "");
    textRow("blanks", "   ", "");
    textRow("blanks around", " 张三 ", "张*");
    textRow("a long name does not tell its length", "Alexander", "A****");
    textRow("a rare family name outside the basic plane", "𠮷田", "𠮷*");
    textRow("that one alone", "𠮷", "*");
}

void TstMasking::masksNames()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(maskName(text), expected);
}

void TstMasking::masksPhones_data()
{
    textColumns();
    textRow("mobile", "13812345634", "138******34");
    textRow("with a country code", "+8613812345634", "+86*********34");
    textRow("ten digits hide all", "0213456789", "**********");
    textRow("short", "110", "***");
    textRow("nothing", "", "");
}

void TstMasking::masksPhones()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(maskPhone(text), expected);
}

void TstMasking::hidesEnoughOfEveryPhone()
{
    for (int size = 1; size <= 20; ++size) {
        const QString masked = maskPhone(QString(size, u'7'));
        QCOMPARE(int(masked.size()), size);
        QVERIFY2(masked.count(u'*') >= qMin(size, 6), qPrintable(masked)); // the national waybill standard
    }
}

void TstMasking::masksAddresses_data()
{
    textColumns();
    textRow("down to the road", "江州市临江区桐花路18号3栋502室", "江州市临江区桐花路***");
    textRow("avenue", "滨海市高新区云栖大道66号仓", "滨海市高新区云栖大道***");
    textRow("no street", "某某小区五号楼一单元三零一", "某某小区***");
    textRow("nothing", "", "");
}

void TstMasking::masksAddresses()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    const QString masked = maskAddress(text);
    QCOMPARE(masked, expected);
    QVERIFY(!masked.contains(QStringLiteral("502")));
}

void TstMasking::masksInsideText_data()
{
    textColumns();
    textRow("a mobile number among words", "我的电话13812345634，请打", "我的电话138******34，请打");
    textRow("two of them", "13812345634或13912345678", "138******34或139******78");
    textRow("written in groups", "打 138 1234 5634 找我", "打 138********34 找我");
    textRow("written with hyphens", "打138-1234-5634", "打138********34");
    textRow("with a country code", "打+8613812345634", "打+86*********34");
    textRow("an identity number", "身份证11010119900307123X号", "身份证110*************3X号");
    textRow("an order number stays", "订单6926092920141001", "订单6926092920141001");
    textRow("a waybill stays", "单号JF260930771043", "单号JF260930771043");
    textRow("a waybill that holds a phone-like run stays", "JF13812345634", "JF13812345634");
    textRow("a longer run of digits stays", "138123456345", "138123456345");
    textRow("no mobile prefix", "12812345634", "12812345634");
    textRow("sums and dates stay", "2026-10-12 付了 26900 元", "2026-10-12 付了 26900 元");
    textRow("nothing", "", "");
}

void TstMasking::masksInsideText()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(maskInText(text), expected);
}

QObject *make_tst_masking();
QObject *make_tst_masking()
{
    return new TstMasking;
}

#include "tst_masking.moc"
