// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/canonicaljson.h>

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtTest/QtTest>

#include <bit>

using namespace arb::domain;

class TstCanonicalJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void publishedVectors_data();
    void publishedVectors();
    void publishedNumbers_data();
    void publishedNumbers();
    void scalars();
    void isStable();
    void sha256();
};

/// RFC 8785 sections 3.2.2 and 3.2.3 and the test data of its reference implementation.
void TstCanonicalJson::publishedVectors_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QByteArray>("output");
    QTest::newRow("3.2.2") << QByteArray(R"json({
        "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
        "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
        "literals": [null, true, false]})json")
                           << QByteArray(R"json({"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"})json");
    QTest::newRow("3.2.3 sorting") << QByteArray(R"json({
        "\u20ac": "Euro Sign", "\r": "Carriage Return", "\ufb33": "Hebrew Letter Dalet With Dagesh", "1": "One",
        "\ud83d\ude00": "Emoji: Grinning Face", "\u0080": "Control", "\u00f6": "Latin Small Letter O With Diaeresis"})json")
                                   << QByteArray("{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\xc2\x80\":\"Control\","
                                                 "\"\xc3\xb6\":\"Latin Small Letter O With Diaeresis\",\"\xe2\x82\xac\":\"Euro Sign\","
                                                 "\"\xf0\x9f\x98\x80\":\"Emoji: Grinning Face\","
                                                 "\"\xef\xac\xb3\":\"Hebrew Letter Dalet With Dagesh\"}");
    QTest::newRow("arrays") << QByteArray(R"json([56, {"d": true, "10": null, "1": []}])json")
                            << QByteArray(R"json([56,{"1":[],"10":null,"d":true}])json");
    QTest::newRow("french") << QByteArray(R"json({"peach": "This sorting order", "p\u00e9ch\u00e9": "is wrong according to French",
        "p\u00eache": "but canonicalization MUST", "sin": "ignore locale"})json")
                            << QByteArray(R"json({"peach":"This sorting order","péché":"is wrong according to French","pêche":"but canonicalization MUST","sin":"ignore locale"})json");
    QTest::newRow("structures") << QByteArray(R"json({"1": {"f": {"f": "hi","F": 5} ,"\n": 56.0}, "10": { }, "": "empty", "a": { }, "111": [ {"e": "yes","E": "no" } ], "A": { }})json")
                                << QByteArray(R"json({"":"empty","1":{"\n":56,"f":{"F":5,"f":"hi"}},"10":{},"111":[{"E":"no","e":"yes"}],"A":{},"a":{}})json");
    QTest::newRow("unicode is not normalised") << QByteArray(R"json({"Unnormalized Unicode":"A\u030a"})json")
                                               << QByteArray("{\"Unnormalized Unicode\":\"A\xcc\x8a\"}");
    QTest::newRow("every short escape") << QByteArray(R"json(["\b\t\n\f\r\"\\\/\u0000\u001f\u007f"])json")
                                        << QByteArray("[\"\\b\\t\\n\\f\\r\\\"\\\\/\\u0000\\u001f\x7f\"]");
}

void TstCanonicalJson::publishedVectors()
{
    QFETCH(QByteArray, input);
    QFETCH(QByteArray, output);
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(input, &error);
    QCOMPARE(error.error, QJsonParseError::NoError);
    const QJsonValue value = document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
    QCOMPARE(canonicalJson(value), output);
}

/// RFC 8785 appendix B: the bits of a double and how it is written.
void TstCanonicalJson::publishedNumbers_data()
{
    QTest::addColumn<quint64>("bits");
    QTest::addColumn<QByteArray>("text");
    const auto row = [](quint64 bits, const char *text) { QTest::newRow(text) << bits << QByteArray(text); };
    row(0x0000000000000000, "0");
    QTest::newRow("minus zero") << quint64(0x8000000000000000) << QByteArray("0");
    row(0x0000000000000001, "5e-324");
    row(0x8000000000000001, "-5e-324");
    row(0x7fefffffffffffff, "1.7976931348623157e+308");
    row(0xffefffffffffffff, "-1.7976931348623157e+308");
    row(0x4340000000000000, "9007199254740992");
    row(0xc340000000000000, "-9007199254740992");
    row(0x4430000000000000, "295147905179352830000");
    row(0x44b52d02c7e14af5, "9.999999999999997e+22");
    row(0x44b52d02c7e14af6, "1e+23");
    row(0x44b52d02c7e14af7, "1.0000000000000001e+23");
    row(0x444b1ae4d6e2ef4e, "999999999999999700000");
    row(0x444b1ae4d6e2ef4f, "999999999999999900000");
    row(0x444b1ae4d6e2ef50, "1e+21");
    row(0x3eb0c6f7a0b5ed8c, "9.999999999999997e-7");
    row(0x3eb0c6f7a0b5ed8d, "0.000001");
    row(0x41b3de4355555553, "333333333.3333332");
    row(0x41b3de4355555554, "333333333.33333325");
    row(0x41b3de4355555555, "333333333.3333333");
    row(0x41b3de4355555556, "333333333.3333334");
    row(0x41b3de4355555557, "333333333.33333343");
    row(0xbecbf647612f3696, "-0.0000033333333333333333");
    row(0x43143ff3c1cb0959, "1424953923781206.2");
}

void TstCanonicalJson::publishedNumbers()
{
    QFETCH(quint64, bits);
    QTEST(canonicalJson(QJsonValue(std::bit_cast<double>(bits))), "text");
}

void TstCanonicalJson::scalars()
{
    QCOMPARE(canonicalJson(QJsonValue(26900)), QByteArray("26900"));
    QCOMPARE(canonicalJson(QJsonValue(qint64(9007199254740991))), QByteArray("9007199254740991"));
    QCOMPARE(canonicalJson(QJsonValue(qint64(-9007199254740991))), QByteArray("-9007199254740991"));
    QCOMPARE(canonicalJson(QJsonValue(true)), QByteArray("true"));
    QCOMPARE(canonicalJson(QJsonValue()), QByteArray("null"));
    QCOMPARE(canonicalJson(QJsonValue(QString())), QByteArray("\"\""));
    QCOMPARE(canonicalJson(QJsonObject()), QByteArray("{}"));
    QCOMPARE(canonicalJson(QJsonArray()), QByteArray("[]"));
}

void TstCanonicalJson::isStable()
{
    const QByteArray once = canonicalJson(QJsonObject{{QStringLiteral("b"), QJsonArray{1, QStringLiteral("二")}}, {QStringLiteral("a"), false}});
    QCOMPARE(once, QByteArray("{\"a\":false,\"b\":[1,\"二\"]}"));
    QCOMPARE(canonicalJson(QJsonDocument::fromJson(once).object()), once);
}

void TstCanonicalJson::sha256()
{
    QCOMPARE(sha256Hex("abc"), QByteArray("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")); // FIPS 180-4
    QCOMPARE(sha256Hex(QByteArray()), QByteArray("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
}

QObject *make_tst_canonicaljson();
QObject *make_tst_canonicaljson()
{
    return new TstCanonicalJson;
}

#include "tst_canonicaljson.moc"
