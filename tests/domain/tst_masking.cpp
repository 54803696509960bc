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
    void hidesWhatIsKnown_data();
    void hidesWhatIsKnown();
    void masksAreValues();
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

void TstMasking::hidesWhatIsKnown_data()
{
    textColumns();
    textRow("a name among words", "请张三丰先生签收，张三丰不在", "请张**先生签收，张**不在");
    textRow("in a line of a table", "2026-10-01;张三丰;13812345634;好", "2026-10-01;张**;138******34;好");
    textRow("a Latin name in any case", "hello MARIA, Maria's phone", "hello M****, M****'s phone");
    textRow("not inside another word", "Mariana and Santamaria", "Mariana and Santamaria");
    textRow("beside Chinese", "找Maria退款", "找M****退款");
    textRow("a landline", "打 0755-88001234 转 1", "打 075********34 转 1");
    textRow("not inside a longer number", "0755-880012345", "0755-880012345");
    textRow("an address as a whole", "寄到江州市临江区桐花路18号3栋502室！", "寄到江州市临江区桐花路***！");
    textRow("the exact part of it", "桐花路那边，18号3栋502室", "桐花路那边，***");
    textRow("what is known of nobody", "本人签收，客服在", "本人签收，客服在");
    textRow("one character alone", "李树下", "李树下");
    textRow("masked once is masked", "张**，138******34，江州市临江区桐花路***", "张**，138******34，江州市临江区桐花路***");
    textRow("nothing", "", "");
}

void TstMasking::hidesWhatIsKnown()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    Masks masks;
    for (const char *name : {"张三丰", " Maria ", "李", "Bo", "本人", "客服", "王*", ""})
        masks.addName(QString::fromUtf8(name));
    masks.addPhone(QStringLiteral("0755-88001234"));
    masks.addAddress(QString::fromUtf8("江州市临江区桐花路18号3栋502室"));
    QCOMPARE(masks.hide(text), expected);
    QCOMPARE(masks.hide(expected), expected);
    QCOMPARE(Masks::nothing().hide(text), text);
    QCOMPARE(Masks().hide(text), maskInText(text));
}

void TstMasking::masksAreValues()
{
    Masks one, other;
    one.addName(QString::fromUtf8("张三"));
    one.addName(QString::fromUtf8("张三丰")); // the longer goes first, whenever it came
    QCOMPARE(one.hide(QString::fromUtf8("张三丰和张三")), QString::fromUtf8("张**和张*"));
    other.addName(QString::fromUtf8("张三丰"));
    QVERIFY(one != other);
    other.addName(QString::fromUtf8("张三"));
    other.addName(QString::fromUtf8("张三"));
    QVERIFY(one == other);
    QVERIFY(Masks::nothing().hidesNothing() && !Masks().hidesNothing() && Masks() != Masks::nothing());
    Masks told;
    told.addName(QString::fromUtf8("李四光"), QStringLiteral("**"));
    QCOMPARE(told.hide(QString::fromUtf8("签收人：李四光")), QString::fromUtf8("签收人：**"));
    Masks crowd;
    for (int n = 0; n < 300; ++n)
        crowd.addName(QStringLiteral("name%1").arg(n));
    QCOMPARE(crowd.hide(QStringLiteral("name7 name299")), QStringLiteral("n**** name299"));
}

QObject *make_tst_masking();
QObject *make_tst_masking()
{
    return new TstMasking;
}

#include "tst_masking.moc"
