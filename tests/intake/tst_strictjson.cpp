// SPDX-License-Identifier: GPL-3.0-or-later
#include <intake/strictjson.h>

#include <QtCore/QJsonArray>
#include <QtTest/QTest>

namespace arb::tests {

using intake::IntakeFault;
using intake::parseStrictObject;

class TstStrictJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatIsFine();
    void refuses_data();
    void refuses();
    void namesTheLineAndThePlace();
    void keepsNumbersExactly();
    void boundsDepthCountAndSize();
};

void TstStrictJson::readsWhatIsFine()
{
    const auto read = parseStrictObject("\r\n {\"a\": [1, -2, 3.5, true, null, {}], \"中文\": \"\\u4e2d\\n\\ud83d\\ude00\", \"x\": 1e3}\n\t");
    QVERIFY(read);
    const QJsonObject object = *read;
    QCOMPARE(object.value(QStringLiteral("a")).toArray().size(), 6);
    QCOMPARE(object.value(QStringLiteral("中文")).toString(), QStringLiteral("中\n😀"));
    QCOMPARE(object.value(QStringLiteral("x")).toDouble(), 1000.0);
}

void TstStrictJson::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("code");
    const auto row = [](const char *name, const QByteArray &text, IntakeFault code = IntakeFault::BadJson) { QTest::newRow(name) << text << int(code); };
    row("nothing", "");
    row("blanks", "  \n");
    row("text", "\"a\"");
    row("number", "1");
    row("comma at the end", "{\"a\":1,}");
    row("comment", "{/**/}");
    row("single quotes", "{'a':1}");
    row("bare key", "{a:1}");
    row("point first", "{\"a\":.5}");
    row("plus", "{\"a\":+1}");
    row("zero first", "{\"a\":01}");
    row("nan", "{\"a\":NaN}");
    row("raw line feed in a text", "{\"a\":\"x\ny\"}");
    row("raw tab in a text", "{\"a\":\"x\ty\"}");
    row("half a pair", "{\"a\":\"\\ud800\"}");
    row("bad escape", "{\"a\":\"\\x41\"}");
    row("overlong utf-8", "{\"a\":\"\xC0\xAF\"}");
    row("bad utf-8 after an escape", "{\"a\":\"\\n\xFF\"}");
    row("closed twice", "{}}");
    row("two values", "{} {}");
    row("never closed", "{\"a\":[");
    row("nul after it", QByteArray("{}\0", 3), IntakeFault::JsonControl);
    row("nul inside", QByteArray("{\"a\":\"\0\"}", 9), IntakeFault::JsonControl);
    row("escaped nul", "{\"a\":\"\\u0000\"}", IntakeFault::JsonControl);
    row("escaped bell in a key", "{\"\\u0007\":1}", IntakeFault::JsonControl);
    row("delete", "{\"a\":\"\\u007f\"}", IntakeFault::JsonControl);
    row("twice", "{\"a\":1,\"a\":1}", IntakeFault::DuplicateKey);
    row("twice by escape", "{\"a\":1,\"\\u0061\":2}", IntakeFault::DuplicateKey);
    row("twice deep inside", "{\"a\":[{\"b\":{\"c\":1,\"c\":2}}]}", IntakeFault::DuplicateKey);
    row("2^53 + 1", "{\"a\":9007199254740993}", IntakeFault::JsonNumber);
    row("-2^53 - 1", "{\"a\":-9007199254740993}", IntakeFault::JsonNumber);
    row("64 bits", "{\"a\":18446744073709551615}", IntakeFault::JsonNumber);
    row("100 digits", "{\"a\":1" + QByteArray(100, '0') + "}", IntakeFault::JsonNumber);
    row("whole beyond 2^53, with an exponent", "{\"a\":1e20}", IntakeFault::JsonNumber);
    row("whole beyond 2^53, with a point", "{\"a\":-123456789012345678.5}", IntakeFault::JsonNumber);
    row("control of the second kind", "{\"a\":\"\xC2\x9B\"}", IntakeFault::JsonControl);
    row("beyond any number", "{\"a\":1e999}", IntakeFault::JsonNumber);
}

void TstStrictJson::refuses()
{
    QFETCH(QByteArray, text);
    QFETCH(int, code);
    const auto read = parseStrictObject(text);
    QVERIFY(!read);
    QCOMPARE(domain::toCode(read.error().code), domain::toCode(IntakeFault(code)));
    const QString sentence = intake::describe(read.error(), QStringLiteral("one.json"));
    QVERIFY2(sentence.contains(QStringLiteral("one.json")) && !sentence.contains(QStringLiteral("%1")), qPrintable(sentence));
}

void TstStrictJson::namesTheLineAndThePlace()
{
    const auto broken = parseStrictObject("{\n \"a\": 1,\n \"b\": [1, 2, x]\n}");
    QVERIFY(!broken);
    QCOMPARE(broken.error().line, 3);
    QCOMPARE(broken.error().column, 14);
    QCOMPARE(broken.error().pointer, QStringLiteral("/b/2"));
    const auto twice = parseStrictObject("{\"list\":[{},{\"a/b~c\":1,\"a/b~c\":2}]}");
    QCOMPARE(twice.error().pointer, QStringLiteral("/list/1/a~1b~0c"));
}

void TstStrictJson::keepsNumbersExactly()
{
    const auto read = parseStrictObject("{\"most\":9007199254740992,\"least\":-9007199254740992,\"zero\":-0}");
    QVERIFY(read);
    QCOMPARE(read->object().value(QStringLiteral("most")).toInteger(), Q_INT64_C(9007199254740992));
    QCOMPARE(read->object().value(QStringLiteral("least")).toInteger(), Q_INT64_C(-9007199254740992));
    QCOMPARE(read->object().value(QStringLiteral("zero")).toInteger(7), 0);
}

void TstStrictJson::boundsDepthCountAndSize()
{
    const auto nested = [](int levels) { return QByteArray("{\"a\":" + QByteArray(levels - 1, '[') + QByteArray(levels - 1, ']') + '}'); };
    QVERIFY(parseStrictObject(nested(64)));
    QCOMPARE(parseStrictObject(nested(65)).error().code, IntakeFault::JsonTooDeep);
    QCOMPARE(parseStrictObject("{\"a\":" + QByteArray(4'000'000, '[')).error().code, IntakeFault::JsonTooDeep);
    QCOMPARE(parseStrictObject("{\"a\":[" + QByteArray("0,").repeated(300'000) + "0]}").error().code, IntakeFault::JsonTooMany);
    QCOMPARE(parseStrictObject("{\"a\":1}", {.maxBytes = 6}).error().code, IntakeFault::JsonTooLarge);
    QVERIFY(parseStrictObject("{\"a\":1}", {.maxBytes = 7}));
}

} // namespace arb::tests

QObject *make_tst_strictjson();
QObject *make_tst_strictjson()
{
    return new arb::tests::TstStrictJson;
}

#include "tst_strictjson.moc"
