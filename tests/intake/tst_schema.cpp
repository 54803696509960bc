// SPDX-License-Identifier: GPL-3.0-or-later
#include "bundlemaker.h"

#include <intake/schemacheck.h>

#include <domain/casefile.h>
#include <domain/penalty.h>
#include <domain/ruling.h>

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtTest/QTest>

namespace arb::tests {

using intake::checkSchema;
using intake::parseStrictObject;

namespace {

QByteArray fileBytes(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s cannot be read", qPrintable(path));
    return file.readAll();
}

/// "pointer what", or nothing when it fits.
QString misfit(const QByteArray &text, const char *schema)
{
    const auto object = parseStrictObject(text);
    if (!object)
        return intake::describe(object.error(), QStringLiteral("case.json"));
    const auto fits = checkSchema(*object, QString::fromLatin1(schema));
    return fits ? QString() : QString(fits.error().pointer + u' ' + fits.error().what);
}

QString misfit(const QJsonObject &object, const char *schema)
{
    return misfit(QJsonDocument(object).toJson(), schema);
}

QJsonObject changed(const QString &pointer, const QJsonValue &value)
{
    // Two levels are enough here.
    QJsonObject object = plainCase(QStringLiteral("T-1"));
    const QStringList steps = pointer.mid(1).split(u'/');
    if (steps.size() == 1) {
        object.insert(steps.at(0), value);
        return object;
    }
    QJsonObject child = object.value(steps.at(0)).toObject();
    child.insert(steps.at(1), value);
    object.insert(steps.at(0), child);
    return object;
}

template<typename E>
QStringList codesOf()
{
    QStringList codes;
    for (const auto &row : domain::codeTable<E>())
        codes.append(QString::fromLatin1(row.code));
    codes.sort();
    return codes;
}

QStringList enumAt(const QJsonObject &schema, const QString &path)
{
    QJsonValue value = schema;
    for (const QString &step : path.split(u'/'))
        value = value.isArray() ? value.toArray().at(step.toInt()) : value.toObject().value(step);
    QStringList codes;
    for (const QJsonValue &code : value.toArray())
        codes.append(code.toString());
    codes.sort();
    return codes;
}

} // namespace

class TstSchema : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shippedFilesFit();
    void misfitsAreNamed_data();
    void misfitsAreNamed();
    void unknownKeysAndOpenCodesPass();
    void hostileTextsDoNotCrash();
    void everyKeyOfTheListIsRequired();
    void codesAreThoseOfTheProgram();
    void printsTheSchemaAsItIsShipped();
};

void TstSchema::shippedFilesFit()
{
    const QDir policies(QStringLiteral(ARB_SOURCE_DIR "/resources/policy"));
    const QDir years(QStringLiteral(ARB_SOURCE_DIR "/resources/calendar"));
    int files = 0;
    for (const QString &name : policies.entryList({QStringLiteral("*.json")}))
        files += misfit(fileBytes(policies.filePath(name)), "policy").isEmpty() ? 1 : 1000;
    for (const QString &name : years.entryList({QStringLiteral("*.json")}))
        files += misfit(fileBytes(years.filePath(name)), "calendar").isEmpty() ? 1 : 1000;
    QVERIFY(files >= 2 && files < 1000);
    const QDir demo(QStringLiteral(ARB_SOURCE_DIR "/resources/demo/cases"));
    for (const QString &name : demo.entryList({QStringLiteral("c*")})) {
        // The demo's files get their digests when it is made.
        QJsonObject object = QJsonDocument::fromJson(fileBytes(demo.filePath(name + QStringLiteral("/case.json")))).object();
        QJsonArray exhibits = object.value(QStringLiteral("exhibits")).toArray();
        for (qsizetype n = 0; n < exhibits.size(); ++n) {
            QJsonObject exhibit = exhibits.at(n).toObject();
            exhibit.insert(QStringLiteral("sha256"), QString(64, u'0'));
            exhibits.replace(n, exhibit);
        }
        object.insert(QStringLiteral("exhibits"), exhibits);
        QCOMPARE(misfit(object, "case"), QString());
        QCOMPARE(misfit(fileBytes(demo.filePath(name + QStringLiteral("/ruling.json"))), "ruling"), QString());
    }
}

void TstSchema::misfitsAreNamed_data()
{
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *pointer, const QJsonValue &value, const char *expected) {
        QTest::addRow("%s %d", pointer, int(value.type())) << QString::fromLatin1(pointer) << value << QString::fromLatin1(expected);
    };
    row("/caseNo", QJsonValue::Undefined, "/caseNo required");
    row("/caseNo", 5, "/caseNo type");
    row("/caseNo", QString(), "/caseNo length");
    row("/order/paidFen", QJsonValue::Undefined, "/order/paidFen required");
    row("/order/paidFen", -1, "/order/paidFen range");
    row("/order/paidFen", 1.5, "/order/paidFen type");
    row("/order/paidFen", QStringLiteral("12900"), "/order/paidFen type");
    row("/order/freightInsurance", 1, "/order/freightInsurance type");
    row("/afterSale/type", QStringLiteral("magic"), "/afterSale/type code");
    row("/tradeKind", QStringLiteral("Live"), "/tradeKind code");
    row("/flags", QJsonArray{QStringLiteral("media"), QStringLiteral("odd")}, "/flags/1 code");
    row("/chat", QJsonArray{QJsonObject{{QStringLiteral("id"), QStringLiteral("1")}, {QStringLiteral("from"), QStringLiteral("buyer")}}}, "/chat/0/at required");
    row("/exhibits", QJsonValue::Null, "/exhibits type");
}

void TstSchema::misfitsAreNamed()
{
    QFETCH(QString, pointer);
    QFETCH(QJsonValue, value);
    QFETCH(QString, expected);
    QCOMPARE(misfit(changed(pointer, value), "case"), expected);
}

void TstSchema::unknownKeysAndOpenCodesPass()
{
    QCOMPARE(misfit(changed(QStringLiteral("/x/y~z"), QJsonArray{1.5, QJsonValue::Null}), "case"), QString());
    QCOMPARE(misfit(changed(QStringLiteral("/category"), QStringLiteral("meteorites")), "case"), QString());
    QCOMPARE(misfit(changed(QStringLiteral("/order/couponFen"), 1.0), "case"), QString());
    for (const QJsonValue &paid :
         {QJsonValue(5), QJsonValue(QStringLiteral("2026-10-01T10:00:00+08:00")), QJsonValue()}) // younger than the format
        QCOMPARE(misfit(changed(QStringLiteral("/order/paidAt"), paid), "case"), QString());
    QByteArray text = QJsonDocument(changed(QStringLiteral("/quantity"), 1)).toJson();
    QCOMPARE(misfit(QByteArray(text).replace("12900", "12900.0"), "case").section(u' ', 1), QStringLiteral("type"));
}

void TstSchema::hostileTextsDoNotCrash()
{
    // std::regex runs out of stack on these; the schema file has patterns and formats at both places.
    const QString digits(50'000, u'1');
    QCOMPARE(misfit(changed(QStringLiteral("/escalatedAt"), digits), "case"), QStringLiteral("/escalatedAt length"));
    QCOMPARE(misfit(changed(QStringLiteral("/platform"), digits), "case"), QStringLiteral("/platform length"));
    QCOMPARE(misfit(changed(QStringLiteral("/order/product"), QString(2'000'000, u'字')), "case"), QStringLiteral("/order/product length"));
    QVERIFY(intake::schemaText(QStringLiteral("case")).contains("\"pattern\""));
}

void TstSchema::everyKeyOfTheListIsRequired()
{
    for (const char *key : {"format", "caseNo", "platform", "escalatedAt", "order", "buyer", "merchant", "afterSale", "exhibits"})
        QCOMPARE(misfit(changed(QString(u'/' + QLatin1StringView(key)), QJsonValue::Undefined), "case"), QString(u'/' + QLatin1StringView(key) + u" required"));
    for (const char *key : {"order/orderNo", "order/product", "order/paidFen", "buyer/id", "merchant/id", "afterSale/no", "afterSale/type",
                            "afterSale/reason", "afterSale/claimedFen", "afterSale/appliedAt"})
        QCOMPARE(misfit(changed(QString(u'/' + QLatin1StringView(key)), QJsonValue::Undefined), "case"), QString(u'/' + QLatin1StringView(key) + u" required"));
}

void TstSchema::codesAreThoseOfTheProgram()
{
    const QJsonObject file = QJsonDocument::fromJson(intake::schemaText(QStringLiteral("case"))).object();
    const auto inCase = [&file](const char *path) { return enumAt(file, QString::fromLatin1(path)); };
    QCOMPARE(inCase("properties/tradeKind/enum"), codesOf<domain::TradeKind>());
    QCOMPARE(inCase("definitions/afterSale/properties/type/enum"), codesOf<domain::AfterSaleType>());
    QCOMPARE(inCase("definitions/afterSale/properties/reason/enum"), codesOf<domain::Reason>());
    QCOMPARE(inCase("definitions/answer/properties/decision/enum"), codesOf<domain::AnswerDecision>());
    QCOMPARE(inCase("definitions/party/enum"), codesOf<domain::Party>());
    QCOMPARE(inCase("definitions/exhibit/properties/kind/enum"), codesOf<domain::ExhibitKind>());
    QCOMPARE(inCase("definitions/exhibit/properties/derivedFrom/properties/how/enum"), codesOf<domain::DerivedHow>());
    QCOMPARE(inCase("definitions/order/properties/sevenDayReturn/enum"), codesOf<domain::SevenDayReturn>());
    QCOMPARE(inCase("properties/flags/items/enum"), codesOf<domain::CaseFlag>());
    QCOMPARE(inCase("properties/links/items/properties/kind/enum"), codesOf<domain::LinkKind>());
    const QJsonObject ruling = QJsonDocument::fromJson(intake::schemaText(QStringLiteral("ruling"))).object();
    const auto inRuling = [&ruling](const char *path) { return enumAt(ruling, QString::fromLatin1(path)); };
    QCOMPARE(inRuling("properties/outcome/enum"), codesOf<domain::OutcomeCode>());
    QCOMPARE(inRuling("properties/funding/items/properties/source/enum"), codesOf<domain::FundSource>());
    QCOMPARE(inRuling("properties/noReturnReason/enum"), codesOf<domain::NoReturnReason>());
    QCOMPARE(inRuling("properties/legs/items/properties/kind/enum"), codesOf<domain::LegKind>());
    QCOMPARE(inRuling("properties/conduct/items/properties/code/enum"), codesOf<domain::ConductCode>());
    QCOMPARE(inRuling("definitions/payer/enum"), codesOf<domain::FreightPayer>());
    QCOMPARE(inRuling("definitions/finding/properties/verdict/enum"), codesOf<domain::Verdict>());
    QCOMPARE(inRuling("properties/reasonFound/enum"), codesOf<domain::Reason>());
    QCOMPARE(inRuling("definitions/view/properties/fit/enum"), codesOf<domain::ViewFit>());
    QCOMPARE(inRuling("definitions/tone/properties/channel/enum"), codesOf<domain::ToneChannel>());
    const QJsonObject examination = QJsonDocument::fromJson(intake::schemaText(QStringLiteral("examination"))).object();
    QCOMPARE(enumAt(examination, QStringLiteral("definitions/mark/properties/shape/enum")), codesOf<domain::MarkShape>());
    QCOMPARE(enumAt(examination, QStringLiteral("definitions/pairView/properties/mode/enum")), codesOf<domain::CompareMode>());
    for (const QString &shared : {QStringLiteral("view"), QStringLiteral("tone"), QStringLiteral("markId"), QStringLiteral("sha256")}) {
        const auto inBoth = [&shared](const QJsonObject &schema) { return schema.value(QLatin1StringView("definitions")).toObject().value(shared); };
        QCOMPARE(inBoth(examination), inBoth(ruling));
    }
}

void TstSchema::printsTheSchemaAsItIsShipped()
{
    for (const char *name : {"case", "ruling", "examination", "policy", "calendar"})
        QCOMPARE(intake::schemaText(QString::fromLatin1(name)), fileBytes(QStringLiteral(ARB_SOURCE_DIR "/resources/schema/%1-1.json").arg(QLatin1StringView(name))));
    QCOMPARE(intake::schemaText(QStringLiteral("../x")), QByteArray());
}

} // namespace arb::tests

QObject *make_tst_schema();
QObject *make_tst_schema()
{
    return new arb::tests::TstSchema;
}

#include "tst_schema.moc"
