// SPDX-License-Identifier: GPL-3.0-or-later
#include "samplecase.h"

#include <domain/policy.h>

#include <QtCore/QFile>
#include <QtTest/QtTest>

using namespace arb::domain;
using namespace arb::tests;

namespace {

QJsonObject shippedObject()
{
    return QJsonDocument::fromJson(shippedJson()).object();
}

/// Place of clause @p id in the file.
int clauseIndex(const char *id)
{
    const QJsonArray rows = shippedObject().value(QStringLiteral("clauses")).toArray();
    for (int n = 0; n < rows.size(); ++n) {
        if (rows.at(n).toObject().value(QStringLiteral("id")).toString() == str(id))
            return n;
    }
    qFatal("no clause %s", id);
}

struct BadBook
{
    const char *name;
    const char *path; // steps into the shipped book, {clause} = quality_confirmed
    const char *with; // JSON value in an array; "[]" removes
    const char *pointer;
};

constexpr BadBook badBooks[] = {
    {"another format", "format", "[2]", "/format"},
    {"no id", "id", "[]", "/id"},
    {"empty version", "version", R"([""])", "/version"},
    {"no platform", "platform", "[]", "/platform"},
    {"no day", "effectiveFrom", R"(["January"])", "/effectiveFrom"},
    {"no last day", "effectiveTo", R"(["soon"])", "/effectiveTo"},
    {"ends before it begins", "effectiveTo", R"(["2025-12-31"])", "/effectiveTo"},
    {"element without label", "elements/2/labelZh", "[]", "/elements/2/labelZh"},
    {"element without burden", "elements/2/burden", R"(["court"])", "/elements/2/burden"},
    {"element twice", "elements/1/code", R"(["defect_shown"])", "/elements/1/code"},
    {"unknown conduct", "penalties/3/code", R"(["rudeness"])", "/penalties/3/code"},
    {"conduct twice", "penalties/3/code", R"(["liable"])", "/penalties/3/code"},
    {"points that are none", "penalties/0/points", "[-1]", "/penalties/0/points"},
    {"points as text", "penalties/0/points", R"(["1"])", "/penalties/0/points"},
    {"ladder that falls", "ladder/3/fromPoints", "[5]", "/ladder/3"},
    {"ladder with a gap", "ladder/3/level", "[4]", "/ladder/3"},
    {"ladder not from zero", "ladder/0/fromPoints", "[1]", "/ladder/0"},
    {"ratio above the whole", "freshRatio/1/refundPercent", "[101]", "/freshRatio/1"},
    {"ratio out of order", "freshRatio/1/upToPercent", "[5]", "/freshRatio/1"},
    {"no clauses", "clauses", "[[]]", "/clauses"},
    {"clause id twice", "clauses/{clause}/id", R"(["duplicate_filing"])", "/clauses/{clause}/id"},
    {"clause without English title", "clauses/{clause}/titleEn", "[]", "/clauses/{clause}/titleEn"},
    {"clause without source", "clauses/{clause}/source", "[]", "/clauses/{clause}/source"},
    {"undeclared element", "clauses/{clause}/elements/0", R"(["good_mood"])", "/clauses/{clause}/elements"},
    {"no condition", "clauses/{clause}/when", "[]", "/clauses/{clause}/when/fact"},
    {"empty all", "clauses/{clause}/when", R"([{"all":[]}])", "/clauses/{clause}/when/all"},
    {"unknown fact", "clauses/{clause}/when/all/2/fact", R"(["moonPhase"])", "/clauses/{clause}/when/all/2/fact"},
    {"finding of no declared element", "clauses/{clause}/when/all/3/not/fact", R"(["finding:defect_shwon"])", "/clauses/{clause}/when/all/3/not/fact"},
    {"unknown operator", "clauses/{clause}/when/all/2/op", R"(["like"])", "/clauses/{clause}/when/all/2/op"},
    {"value that does not fit", "clauses/{clause}/when/all/0/value", R"(["quality_defect"])", "/clauses/{clause}/when/all/0/value"},
    {"unknown outcome", "clauses/{clause}/suggest/outcome", R"(["apology"])", "/clauses/{clause}/suggest/outcome"},
    {"blame that does not add up", "clauses/{clause}/suggest/blame/merchant", "[90]", "/clauses/{clause}/suggest/blame"},
    {"unknown refund", "clauses/{clause}/suggest/refund", R"(["double"])", "/clauses/{clause}/suggest/refund"},
    {"unknown payer", "clauses/{clause}/suggest/returnFreight", R"(["aunt"])", "/clauses/{clause}/suggest/returnFreight"},
    {"unreadable clock", "clauses/{clause}/suggest/executeBy", R"(["soon"])", "/clauses/{clause}/suggest/executeBy"},
    {"unknown conduct suggested", "clauses/{clause}/suggest/conduct/0", R"(["rudeness"])", "/clauses/{clause}/suggest/conduct/0"},
    {"no example that fires", "clauses/{clause}/examples/fires", "[[]]", "/clauses/{clause}/examples/fires"},
    {"example with an unknown fact", "clauses/{clause}/examples/fires/0/moonPhase", "[1]", "/clauses/{clause}/examples/fires/0/moonPhase"},
    {"example that does not fire", "clauses/{clause}/examples/fires/0/withinSevenDays", "[false]", "/clauses/{clause}/examples/fires/0"},
    {"counter-example that fires", "clauses/{clause}/examples/not/0/withinSevenDays", "[true]", "/clauses/{clause}/examples/not/0"},
    {"empty ladder", "ladder", "[[]]", "/ladder"},
    {"ladder that is no list", "ladder", "[{}]", "/ladder"},
    {"nothing for being liable", "penalties", R"([[{"code":"late_shipment","points":1,"labelZh":"x","labelEn":"x"}]])", "/penalties"},
    {"no points at all", "penalties", "[[]]", "/penalties"},
    {"misspelt key of the book", "effectiveTill", R"(["2027-01-01"])", "/effectiveTill"},
    {"misspelt key of an element", "elements/2/lableEn", R"(["x"])", "/elements/2/lableEn"},
    {"misspelt key of a penalty", "penalties/0/point", "[1]", "/penalties/0/point"},
    {"misspelt key of a level", "ladder/0/frompoints", "[0]", "/ladder/0/frompoints"},
    {"misspelt key of a ratio", "freshRatio/0/upto", "[10]", "/freshRatio/0/upto"},
    {"misspelt key of a clause", "clauses/{clause}/needApproval", "[true]", "/clauses/{clause}/needApproval"},
    {"misspelt key of a suggestion", "clauses/{clause}/suggest/freight", R"(["buyer"])", "/clauses/{clause}/suggest/freight"},
    {"misspelt key of the blame", "clauses/{clause}/suggest/blame/seller", "[0]", "/clauses/{clause}/suggest/blame/seller"},
    {"misspelt key of a test", "clauses/{clause}/when/all/2/values", "[1]", "/clauses/{clause}/when/all/2/values"},
    {"two things beside a not", "clauses/{clause}/when/all/3/fact", R"(["type"])", "/clauses/{clause}/when/all/3/fact"},
    {"misspelt key of the examples", "clauses/{clause}/examples/fire", "[[]]", "/clauses/{clause}/examples/fire"},
    {"unknown trust", "clauses/{clause}/trust", R"(["O3"])", "/clauses/{clause}/trust"},
    {"no priority", "clauses/{clause}/priority", "[]", "/clauses/{clause}/priority"},
    {"priority between", "clauses/{clause}/priority", "[42.5]", "/clauses/{clause}/priority"},
    {"yes and no as text", "clauses/{clause}/suggest/countsTowardMetrics", R"(["yes"])", "/clauses/{clause}/suggest/countsTowardMetrics"},
    {"applies to nobody knows", "appliesTo", R"(["all"])", "/appliesTo"},
    {"a reason that is none", "clauses/{clause}/when/all/0/value", R"([["quality_defetc"]])", "/clauses/{clause}/when/all/0/value"},
    {"more than text", "clauses/{clause}/when/all/2", R"([{"fact":"daysSinceSigned","op":"gt","value":"7"}])", "/clauses/{clause}/when/all/2/value"},
    {"a return without money", "clauses/{clause}/suggest/refund", R"(["none"])", "/clauses/{clause}/suggest/refund"},
    {"money where nothing is accepted", "clauses/{clause}/suggest/outcome", R"(["not_accepted"])", "/clauses/{clause}/suggest/refund"},
    {"full refund without its reason", "clauses/{clause}/suggest/outcome", R"(["refund_full"])", "/clauses/{clause}/suggest/noReturnReason"},
    {"full refund of a part", "clauses/{clause}/suggest", R"([{"outcome":"refund_full","refund":"goods","noReturnReason":"agreed"}])",
     "/clauses/{clause}/suggest/refund"},
    {"reason for no return with a return", "clauses/{clause}/suggest/noReturnReason", R"(["agreed"])", "/clauses/{clause}/suggest/noReturnReason"},
    {"conduct of the execution", "clauses/{clause}/suggest/conduct/0", R"(["late_execution"])", "/clauses/{clause}/suggest/conduct/0"},
    {"counted though nobody is to blame", "clauses/{clause}/suggest/blame", "[{}]", "/clauses/{clause}/suggest/countsTowardMetrics"},
    {"no table for the fresh", "freshRatio", "[]", "/freshRatio"},
    {"no cap for gifts", "giftCap", "[]", "/giftCap"},
    {"cap above the whole", "giftCap/listedPercent", "[101]", "/giftCap/listedPercent"},
};

} // namespace

class TstBadBooks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesBadBooks_data();
    void refusesBadBooks();
    void refusesWhatIsNoBook();
    void conductSuggestedNeedsPoints();
    void unfinishedIsAChoice();
};

void TstBadBooks::refusesBadBooks_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QJsonValue>("with");
    QTest::addColumn<QString>("pointer");
    const QString index = QString::number(clauseIndex("quality_confirmed"));
    for (const BadBook &bad : badBooks) {
        const QJsonArray value = QJsonDocument::fromJson(bad.with).array();
        QTest::newRow(bad.name) << str(bad.path).replace(QStringLiteral("{clause}"), index)
                                << (value.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(value.at(0)))
                                << str(bad.pointer).replace(QStringLiteral("{clause}"), index);
    }
}

void TstBadBooks::refusesBadBooks()
{
    QFETCH(QString, path);
    QFETCH(QJsonValue, with);
    QFETCH(QString, pointer);
    const QJsonObject bad = changed(QJsonValue(shippedObject()), path.split(u'/'), with).toObject();
    QVERIFY(bad != shippedObject());
    const auto parsed = parseRuleBook(QJsonDocument(bad).toJson(QJsonDocument::Compact));
    QVERIFY(!parsed.ok());
    QCOMPARE(parsed.error().pointer, pointer);
    QVERIFY(!parsed.error().what.isEmpty());
}

void TstBadBooks::refusesWhatIsNoBook()
{
    for (const char *text : {"", "{", "[]", "42", "null"}) {
        const auto parsed = parseRuleBook(text);
        QVERIFY2(!parsed.ok(), text);
        QVERIFY2(!parsed.error().what.isEmpty(), text);
    }
}

void TstBadBooks::conductSuggestedNeedsPoints()
{
    QJsonObject object = shippedObject();
    QJsonArray penalties = object.value(QStringLiteral("penalties")).toArray();
    QCOMPARE(penalties.last().toObject().value(QStringLiteral("code")).toString(), str("counterfeit"));
    penalties.removeLast();
    object.insert(QStringLiteral("penalties"), penalties);
    const auto parsed = parseRuleBook(QJsonDocument(object).toJson());
    QVERIFY(!parsed.ok());
    QCOMPARE(parsed.error().pointer, QStringLiteral("/clauses/%1/suggest/conduct/1").arg(clauseIndex("counterfeit_unproven_source")));
}

void TstBadBooks::unfinishedIsAChoice()
{
    const auto shipped = parseRuleBook(shippedJson());
    QVERIFY(shipped.ok());
    QVERIFY(!shipped->appliesToUnfinished());
    QJsonObject object = shippedObject();
    object.insert(QStringLiteral("appliesTo"), QStringLiteral("unfinished"));
    const auto parsed = parseRuleBook(QJsonDocument(object).toJson());
    QVERIFY(parsed.ok());
    QVERIFY(parsed->appliesToUnfinished());
}

QObject *make_tst_badbooks();
QObject *make_tst_badbooks()
{
    return new TstBadBooks;
}

#include "tst_badbooks.moc"
