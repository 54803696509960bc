// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/policy.h>

#include "rulebookdata.h"

#include <QtCore/QDate>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QSet>

#include <algorithm>

namespace arb::domain {

RuleBook::RuleBook() : m_data(std::make_shared<const Data>()) {}
RuleBook::RuleBook(std::shared_ptr<const Data> data) : m_data(std::move(data)) {}
QString RuleBook::id() const { return m_data->id; }
QString RuleBook::version() const { return m_data->version; }
QString RuleBook::effectiveFrom() const { return m_data->effectiveFrom; }
QString RuleBook::effectiveTo() const { return m_data->effectiveTo; }
bool RuleBook::appliesToUnfinished() const { return m_data->unfinished; }
QString RuleBook::platform() const { return m_data->platform; }
const QList<BookElement> &RuleBook::elements() const { return m_data->elements; }
const QList<BookClause> &RuleBook::clauses() const { return m_data->clauses; }
const QList<PenaltyRule> &RuleBook::penaltyRules() const { return m_data->penalties; }
const QList<StandingLevel> &RuleBook::ladder() const { return m_data->ladder; }

const BookClause *RuleBook::clause(const QString &id) const
{
    const auto found = std::ranges::find(m_data->clauses, id, &BookClause::id);
    return found == m_data->clauses.cend() ? nullptr : &*found;
}

int RuleBook::pointsFor(ConductCode code) const
{
    const auto found = std::ranges::find(m_data->penalties, code, &PenaltyRule::code);
    return found == m_data->penalties.cend() ? 0 : found->points;
}

namespace {

/// Reads one book; the first fault ends it and keeps its pointer.
class BookReader
{
public:
    std::optional<RuleBookError> fault;
    std::shared_ptr<RuleBook::Data> data = std::make_shared<RuleBook::Data>();

    void read(const QJsonObject &book);

private:
    bool fail(const QString &pointer, const char *what)
    {
        if (!fault)
            fault = RuleBookError{pointer, QString::fromLatin1(what)};
        return false;
    }
    QString text(const QJsonObject &object, const char *key, const QString &at, bool needed = true);
    /// A misspelt key must not silently change what a book says.
    void onlyKeys(const QJsonObject &object, const QString &at, std::initializer_list<const char *> keys);
    QJsonArray list(const QJsonObject &object, const char *key, const QString &at);
    QJsonObject inner(const QJsonObject &object, const char *key, const QString &at);
    bool flag(const QJsonObject &object, const char *key, const QString &at);
    bool declared(const QString &element) const
    {
        return std::ranges::find(data->elements, element, &BookElement::code) != data->elements.cend();
    }
    template<typename E>
    E code(const QJsonValue &value, const QString &at, E fallback);
    void readElements(const QJsonArray &rows);
    void readPenalties(const QJsonArray &rows);
    void readLadder(const QJsonArray &rows);
    void readFresh(const QJsonArray &rows);
    void readGiftCap(const QJsonObject &caps);
    void readClauses(const QJsonArray &rows);
    void readTest(const QJsonObject &object, const QString &at, Condition &condition);
    Condition readCondition(const QJsonValue &value, const QString &at);
    void readSuggestion(const QJsonObject &object, const QString &at, ClauseRule &rule);
    QList<Facts> readExamples(const QJsonArray &rows, const QString &at);
    void tryExamples();
};

QString BookReader::text(const QJsonObject &object, const char *key, const QString &at, bool needed)
{
    const QJsonValue value = object.value(QLatin1StringView(key));
    if (value.isString() && (!needed || !value.toString().isEmpty()))
        return value.toString();
    if (needed || !value.isUndefined())
        fail(QString(at + u'/' + QLatin1StringView(key)), QT_TRANSLATE_NOOP("RuleBook", "text"));
    return {};
}

void BookReader::onlyKeys(const QJsonObject &object, const QString &at, std::initializer_list<const char *> keys)
{
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (std::ranges::none_of(keys, [&](const char *key) { return it.key() == QLatin1StringView(key); }))
            fail(QString(at + u'/' + it.key()), QT_TRANSLATE_NOOP("RuleBook", "a known key"));
    }
}

QJsonArray BookReader::list(const QJsonObject &object, const char *key, const QString &at)
{
    const QJsonValue value = object.value(QLatin1StringView(key));
    if (!value.isUndefined() && !value.isArray())
        fail(QString(at + u'/' + QLatin1StringView(key)), QT_TRANSLATE_NOOP("RuleBook", "a list"));
    return value.toArray();
}

QJsonObject BookReader::inner(const QJsonObject &object, const char *key, const QString &at)
{
    const QJsonValue value = object.value(QLatin1StringView(key));
    if (!value.isUndefined() && !value.isObject())
        fail(QString(at + u'/' + QLatin1StringView(key)), QT_TRANSLATE_NOOP("RuleBook", "an object"));
    return value.toObject();
}

bool BookReader::flag(const QJsonObject &object, const char *key, const QString &at)
{
    const QJsonValue value = object.value(QLatin1StringView(key));
    if (!value.isUndefined() && !value.isBool())
        fail(QString(at + u'/' + QLatin1StringView(key)), QT_TRANSLATE_NOOP("RuleBook", "true or false"));
    return value.toBool();
}

template<typename E>
E BookReader::code(const QJsonValue &value, const QString &at, E fallback)
{
    const auto found = fromCode<E>(value.toString());
    if (!found)
        fail(at, QT_TRANSLATE_NOOP("RuleBook", "code"));
    return found.value_or(fallback);
}

void BookReader::readElements(const QJsonArray &rows)
{
    for (qsizetype n = 0; n < rows.size(); ++n) {
        const QString at = QStringLiteral("/elements/%1").arg(n);
        const QJsonObject row = rows.at(n).toObject();
        onlyKeys(row, at, {"code", "labelZh", "labelEn", "burden"});
        data->elements.append({text(row, "code", at), text(row, "labelZh", at), text(row, "labelEn", at),
                               code<Party>(row.value(QStringLiteral("burden")), QString(at + QStringLiteral("/burden")), Party::Buyer)});
        if (std::ranges::count(data->elements, data->elements.constLast().code, &BookElement::code) > 1)
            fail(QString(at + QStringLiteral("/code")), QT_TRANSLATE_NOOP("RuleBook", "a code used once"));
    }
}

void BookReader::readPenalties(const QJsonArray &rows)
{
    for (qsizetype n = 0; n < rows.size(); ++n) {
        const QString at = QStringLiteral("/penalties/%1").arg(n);
        const QJsonObject row = rows.at(n).toObject();
        onlyKeys(row, at, {"code", "points", "labelZh", "labelEn"});
        PenaltyRule rule;
        rule.code = code<ConductCode>(row.value(QStringLiteral("code")), QString(at + QStringLiteral("/code")), ConductCode::Liable);
        rule.points = row.value(QStringLiteral("points")).toInt(-1);
        rule.labelZh = text(row, "labelZh", at);
        rule.labelEn = text(row, "labelEn", at);
        if (rule.points < 0 || rule.points > 100)
            fail(QString(at + QStringLiteral("/points")), QT_TRANSLATE_NOOP("RuleBook", "0 to 100"));
        if (std::ranges::find(data->penalties, rule.code, &PenaltyRule::code) != data->penalties.cend())
            fail(QString(at + QStringLiteral("/code")), QT_TRANSLATE_NOOP("RuleBook", "a code used once"));
        data->penalties.append(rule);
    }
}

void BookReader::readLadder(const QJsonArray &rows)
{
    for (qsizetype n = 0; n < rows.size(); ++n) {
        const QString at = QStringLiteral("/ladder/%1").arg(n);
        const QJsonObject row = rows.at(n).toObject();
        onlyKeys(row, at, {"level", "fromPoints", "nameZh", "nameEn", "effectZh", "effectEn"});
        StandingLevel level{row.value(QStringLiteral("level")).toInt(-1), row.value(QStringLiteral("fromPoints")).toInt(-1),
                            text(row, "nameZh", at), text(row, "nameEn", at), text(row, "effectZh", at, false), text(row, "effectEn", at, false)};
        const bool rises = data->ladder.isEmpty() ? level.fromPoints == 0 : level.fromPoints > data->ladder.constLast().fromPoints;
        if (level.level != n || !rises)
            fail(at, QT_TRANSLATE_NOOP("RuleBook", "levels from 0 upwards with rising points"));
        data->ladder.append(level);
    }
}

void BookReader::readFresh(const QJsonArray &rows)
{
    for (qsizetype n = 0; n < rows.size(); ++n) {
        const QJsonObject row = rows.at(n).toObject();
        onlyKeys(row, QStringLiteral("/freshRatio/%1").arg(n), {"upToPercent", "refundPercent"});
        const FreshStep step{row.value(QStringLiteral("upToPercent")).toInt(-1) * 10, row.value(QStringLiteral("refundPercent")).toInt(-1)};
        if (step.upToTenths <= 0 || step.upToTenths > 1000 || step.refundPercent < 0 || step.refundPercent > 100)
            fail(QStringLiteral("/freshRatio/%1").arg(n), QT_TRANSLATE_NOOP("RuleBook", "percent"));
        if (!data->freshRatio.isEmpty() && step.upToTenths <= data->freshRatio.constLast().upToTenths)
            fail(QStringLiteral("/freshRatio/%1").arg(n), QT_TRANSLATE_NOOP("RuleBook", "rising shares"));
        data->freshRatio.append(step);
    }
}

void BookReader::readGiftCap(const QJsonObject &caps)
{
    if (caps.isEmpty())
        return;
    onlyKeys(caps, QStringLiteral("/giftCap"), {"listedPercent", "unlistedPercent"});
    const auto percent = [&](const char *key) {
        const int value = caps.value(QLatin1StringView(key)).toInt(-1);
        if (value < 0 || value > 100)
            fail(QStringLiteral("/giftCap/%1").arg(QLatin1StringView(key)), QT_TRANSLATE_NOOP("RuleBook", "percent"));
        return value;
    };
    data->giftCap = GiftCap{percent("listedPercent"), percent("unlistedPercent")};
}

namespace {

/// Could a fact of this name ever have this value? Closed codes that are misspelt would never be met.
bool fitsFact(const QString &fact, const QJsonValue &value)
{
    const QString code = value.toString();
    if (fact.startsWith(u"finding:"))
        return fromCode<Verdict>(code).has_value();
    if (fact == u"reason" || fact == u"reasonFound")
        return fromCode<Reason>(code).has_value();
    if (fact == u"type")
        return fromCode<AfterSaleType>(code).has_value();
    if (fact == u"tradeKind")
        return fromCode<TradeKind>(code).has_value();
    if (fact == u"sevenDayReturn")
        return fromCode<SevenDayReturn>(code).has_value();
    if (fact == u"answerDecision")
        return fromCode<AnswerDecision>(code).has_value();
    return value.isString() || value.isBool() || value.isDouble();
}

bool fitsOperator(const Condition &condition)
{
    const auto fits = [&](const QJsonValue &value) { return fitsFact(condition.fact, value); };
    switch (condition.op) {
    case ConditionOp::In:
        return condition.value.isArray() && !condition.value.toArray().isEmpty() && std::ranges::all_of(condition.value.toArray(), fits);
    case ConditionOp::Lt: case ConditionOp::Le: case ConditionOp::Gt: case ConditionOp::Ge:
        return condition.value.toInteger(0) == condition.value.toInteger(1); // an integer needs no default
    case ConditionOp::Exists:
        return condition.value.isBool();
    case ConditionOp::Eq: case ConditionOp::Ne:
        return fits(condition.value);
    case ConditionOp::All: case ConditionOp::Any: case ConditionOp::Not:
        break;
    }
    return true;
}

} // namespace

void BookReader::readTest(const QJsonObject &object, const QString &at, Condition &condition)
{
    static const QMap<QString, ConditionOp> operators{
        {QStringLiteral("eq"), ConditionOp::Eq}, {QStringLiteral("ne"), ConditionOp::Ne}, {QStringLiteral("in"), ConditionOp::In},
        {QStringLiteral("lt"), ConditionOp::Lt}, {QStringLiteral("le"), ConditionOp::Le}, {QStringLiteral("gt"), ConditionOp::Gt},
        {QStringLiteral("ge"), ConditionOp::Ge}, {QStringLiteral("exists"), ConditionOp::Exists}};
    onlyKeys(object, at, {"fact", "op", "value"});
    condition.fact = text(object, "fact", at);
    const QString op = text(object, "op", at);
    if (!fault && !operators.contains(op))
        fail(QString(at + QStringLiteral("/op")), QT_TRANSLATE_NOOP("RuleBook", "one of eq ne in lt le gt ge exists"));
    if (!fault && !isFactName(condition.fact))
        fail(QString(at + QStringLiteral("/fact")), QT_TRANSLATE_NOOP("RuleBook", "a known fact"));
    // A misspelt element would never be found by anybody, and its clause never apply.
    static const QString finding = QStringLiteral("finding:");
    if (!fault && condition.fact.startsWith(finding) && !declared(condition.fact.mid(finding.size())))
        fail(QString(at + QStringLiteral("/fact")), QT_TRANSLATE_NOOP("RuleBook", "a declared element"));
    data->asked.insert(condition.fact);
    condition.op = operators.value(op, ConditionOp::Eq);
    condition.value = object.value(QStringLiteral("value"));
    if (!fault && !fitsOperator(condition))
        fail(QString(at + QStringLiteral("/value")), QT_TRANSLATE_NOOP("RuleBook", "a value that fits the fact and the operator"));
}

Condition BookReader::readCondition(const QJsonValue &value, const QString &at)
{
    Condition condition;
    const QJsonObject object = value.toObject();
    for (const auto &[key, op] : {std::pair(QStringLiteral("all"), ConditionOp::All), std::pair(QStringLiteral("any"), ConditionOp::Any)}) {
        if (!object.contains(key))
            continue;
        condition.op = op;
        const QJsonArray parts = object.value(key).toArray();
        if (parts.isEmpty() || object.size() != 1)
            fail(QString(at + u'/' + key), QT_TRANSLATE_NOOP("RuleBook", "a list of conditions"));
        for (qsizetype n = 0; n < parts.size(); ++n)
            condition.parts.push_back(readCondition(parts.at(n), QStringLiteral("%1/%2/%3").arg(at, key).arg(n)));
        return condition;
    }
    if (object.contains(QStringLiteral("not"))) {
        onlyKeys(object, at, {"not"});
        condition.op = ConditionOp::Not;
        condition.parts.push_back(readCondition(object.value(QStringLiteral("not")), QString(at + QStringLiteral("/not"))));
        return condition;
    }
    readTest(object, at, condition);
    return condition;
}

void BookReader::readSuggestion(const QJsonObject &object, const QString &at, ClauseRule &rule)
{
    static const QMap<QString, RefundRule> refunds{{QStringLiteral("none"), RefundRule::None},
                                                   {QStringLiteral("disputed"), RefundRule::Disputed},
                                                   {QStringLiteral("claimed"), RefundRule::Claimed},
                                                   {QStringLiteral("goods"), RefundRule::Goods},
                                                   {QStringLiteral("gift_value"), RefundRule::GiftValue},
                                                   {QStringLiteral("fresh_ratio"), RefundRule::FreshRatio},
                                                   {QStringLiteral("shared_loss"), RefundRule::SharedLoss}};
    onlyKeys(object, at, {"outcome", "blame", "refund", "countsTowardMetrics", "conduct", "outboundFreight", "returnFreight",
                          "fundSource", "noReturnReason", "reasonFound", "executeBy"});
    Suggestion &to = rule.suggestion;
    const auto at2 = [&](const char *key) { return QString(at + u'/' + QLatin1StringView(key)); };
    to.outcome = code<OutcomeCode>(object.value(QStringLiteral("outcome")), at2("outcome"), OutcomeCode::ReturnAndRefund);
    const QJsonObject blame = inner(object, "blame", at);
    onlyKeys(blame, at2("blame"), {"merchant", "creator", "platform", "buyer"});
    to.blame = {blame.value(QStringLiteral("merchant")).toInt(), blame.value(QStringLiteral("creator")).toInt(),
                blame.value(QStringLiteral("platform")).toInt(), blame.value(QStringLiteral("buyer")).toInt()};
    if (!to.blame.nobody() && to.blame.sum() != 100)
        fail(at2("blame"), QT_TRANSLATE_NOOP("RuleBook", "shares that add up to 100"));
    const QString refund = text(object, "refund", at);
    if (!fault && !refunds.contains(refund))
        fail(at2("refund"), QT_TRANSLATE_NOOP("RuleBook", "none, disputed, claimed, goods, gift_value, fresh_ratio or shared_loss"));
    rule.refund = refunds.value(refund, RefundRule::None);
    const auto payer = [&](const char *key) -> std::optional<FreightPayer> {
        const QJsonValue value = object.value(QLatin1StringView(key));
        return value.isUndefined() ? std::nullopt : std::optional(code<FreightPayer>(value, at2(key), FreightPayer::Merchant));
    };
    rule.outboundAsOrdered = object.value(QStringLiteral("outboundFreight")).toString() == u"as_ordered";
    if (!rule.outboundAsOrdered)
        to.outboundFreight = payer("outboundFreight");
    to.returnFreight = payer("returnFreight");
    if (const QJsonValue value = object.value(QStringLiteral("fundSource")); !value.isUndefined())
        to.fundSource = code<FundSource>(value, at2("fundSource"), FundSource::OrderFunds);
    if (const QJsonValue value = object.value(QStringLiteral("noReturnReason")); !value.isUndefined())
        to.noReturnReason = code<NoReturnReason>(value, at2("noReturnReason"), NoReturnReason::Agreed);
    if (const QJsonValue value = object.value(QStringLiteral("reasonFound")); !value.isUndefined())
        to.reasonFound = code<Reason>(value, at2("reasonFound"), Reason::Other);
    to.countsTowardMetrics = flag(object, "countsTowardMetrics", at);
    to.executeBy = text(object, "executeBy", at, false);
    if (!to.executeBy.isEmpty() && !ClockSpec::parse(to.executeBy))
        fail(at2("executeBy"), QT_TRANSLATE_NOOP("RuleBook", "a clock spec"));
    const QJsonArray conduct = list(object, "conduct", at);
    for (qsizetype n = 0; n < conduct.size(); ++n)
        to.conduct.append(code<ConductCode>(conduct.at(n), QStringLiteral("%1/conduct/%2").arg(at).arg(n), ConductCode::Liable));
}

QList<Facts> BookReader::readExamples(const QJsonArray &rows, const QString &at)
{
    QList<Facts> examples;
    for (qsizetype n = 0; n < rows.size(); ++n) {
        Facts facts;
        const QJsonObject row = rows.at(n).toObject();
        for (auto it = row.begin(); it != row.end(); ++it) {
            if (!isFactName(it.key()))
                fail(QStringLiteral("%1/%2/%3").arg(at).arg(n).arg(it.key()), QT_TRANSLATE_NOOP("RuleBook", "a known fact"));
            facts.insert(it.key(), it.value());
        }
        examples.append(facts);
    }
    if (examples.isEmpty())
        fail(at, QT_TRANSLATE_NOOP("RuleBook", "at least one example"));
    return examples;
}

void BookReader::readClauses(const QJsonArray &rows)
{
    QSet<QString> ids;
    for (qsizetype n = 0; n < rows.size() && !fault; ++n) {
        const QString at = QStringLiteral("/clauses/%1").arg(n);
        const QJsonObject row = rows.at(n).toObject();
        ClauseRule rule;
        onlyKeys(row, at, {"id", "priority", "titleZh", "titleEn", "textZh", "textEn", "source", "trust", "needsApproval", "elements",
                           "when", "suggest", "examples"});
        constexpr qint64 highest = 1'000'000;
        const qint64 priority = row.value(QStringLiteral("priority")).toInteger(highest + 1);
        rule.priority = static_cast<int>(priority);
        if (priority > highest || priority < -highest) // without one, the order in the file would decide
            fail(QString(at + QStringLiteral("/priority")), QT_TRANSLATE_NOOP("RuleBook", "a whole number"));
        BookClause &clause = rule.clause;
        clause.id = text(row, "id", at);
        clause.titleZh = text(row, "titleZh", at);
        clause.titleEn = text(row, "titleEn", at);
        clause.textZh = text(row, "textZh", at);
        clause.textEn = text(row, "textEn", at);
        clause.source = text(row, "source", at);
        clause.trust = text(row, "trust", at);
        if (!QStringList{QStringLiteral("O"), QStringLiteral("O2"), QStringLiteral("S"), QStringLiteral("I"), QStringLiteral("EA")}.contains(clause.trust))
            fail(QString(at + QStringLiteral("/trust")), QT_TRANSLATE_NOOP("RuleBook", "O, O2, S, I or EA"));
        clause.needsApproval = flag(row, "needsApproval", at);
        const QJsonArray elements = list(row, "elements", at);
        for (const QJsonValue &element : elements) {
            clause.elements.append(element.toString());
            if (!declared(element.toString()))
                fail(QString(at + QStringLiteral("/elements")), QT_TRANSLATE_NOOP("RuleBook", "declared elements"));
        }
        if (ids.contains(clause.id))
            fail(QString(at + QStringLiteral("/id")), QT_TRANSLATE_NOOP("RuleBook", "an id used once"));
        ids.insert(clause.id);
        rule.when = readCondition(row.value(QStringLiteral("when")), QString(at + QStringLiteral("/when")));
        readSuggestion(inner(row, "suggest", at), QString(at + QStringLiteral("/suggest")), rule);
        const QJsonObject examples = inner(row, "examples", at);
        onlyKeys(examples, QString(at + QStringLiteral("/examples")), {"fires", "not"});
        rule.fires = readExamples(examples.value(QStringLiteral("fires")).toArray(), QString(at + QStringLiteral("/examples/fires")));
        rule.silent = readExamples(examples.value(QStringLiteral("not")).toArray(), QString(at + QStringLiteral("/examples/not")));
        data->clauses.append(clause);
        data->rules.push_back(std::move(rule));
    }
    if (rows.isEmpty())
        fail(QStringLiteral("/clauses"), QT_TRANSLATE_NOOP("RuleBook", "at least one clause"));
}

void BookReader::tryExamples()
{
    for (size_t n = 0; n < data->rules.size() && !fault; ++n) {
        const ClauseRule &rule = data->rules.at(n);
        for (qsizetype k = 0; k < rule.fires.size(); ++k) {
            if (!holds(rule.when, rule.fires.at(k), rule.clause.id, nullptr))
                fail(QStringLiteral("/clauses/%1/examples/fires/%2").arg(n).arg(k), QT_TRANSLATE_NOOP("RuleBook", "facts on which the clause applies"));
        }
        for (qsizetype k = 0; k < rule.silent.size(); ++k) {
            if (holds(rule.when, rule.silent.at(k), rule.clause.id, nullptr))
                fail(QStringLiteral("/clauses/%1/examples/not/%2").arg(n).arg(k), QT_TRANSLATE_NOOP("RuleBook", "facts on which the clause does not apply"));
        }
    }
}

void BookReader::read(const QJsonObject &book)
{
    if (book.value(QStringLiteral("format")).toInt() != 1) {
        fail(QStringLiteral("/format"), QT_TRANSLATE_NOOP("RuleBook", "1"));
        return;
    }
    onlyKeys(book, {}, {"format", "id", "version", "platform", "effectiveFrom", "effectiveTo", "appliesTo", "assumptions", "note",
                        "elements", "penalties", "ladder", "freshRatio", "giftCap", "clauses"});
    data->id = text(book, "id", {});
    data->version = text(book, "version", {});
    data->platform = text(book, "platform", {});
    data->effectiveFrom = text(book, "effectiveFrom", {});
    data->effectiveTo = text(book, "effectiveTo", {}, false);
    if (!fault && !QDate::fromString(data->effectiveFrom, Qt::ISODate).isValid())
        fail(QStringLiteral("/effectiveFrom"), QT_TRANSLATE_NOOP("RuleBook", "yyyy-MM-dd"));
    const bool ends = !data->effectiveTo.isEmpty();
    if (!fault && ends && (!QDate::fromString(data->effectiveTo, Qt::ISODate).isValid() || data->effectiveTo < data->effectiveFrom))
        fail(QStringLiteral("/effectiveTo"), QT_TRANSLATE_NOOP("RuleBook", "yyyy-MM-dd, not before effectiveFrom"));
    const QString appliesTo = text(book, "appliesTo", {}, false);
    data->unfinished = appliesTo == u"unfinished";
    if (!data->unfinished && !appliesTo.isEmpty() && appliesTo != u"new")
        fail(QStringLiteral("/appliesTo"), QT_TRANSLATE_NOOP("RuleBook", "new or unfinished"));
    readElements(list(book, "elements", {}));
    readPenalties(list(book, "penalties", {}));
    readLadder(list(book, "ladder", {}));
    readFresh(list(book, "freshRatio", {}));
    readGiftCap(inner(book, "giftCap", {}));
    if (!fault)
        readClauses(list(book, "clauses", {}));
    if (!fault)
        tryExamples();
    if (!fault)
        fault = unsoundness(*data);
    std::ranges::stable_sort(data->rules, std::ranges::greater(), &ClauseRule::priority);
}

} // namespace

Result<RuleBook, RuleBookError> parseRuleBook(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError || !document.isObject())
        return Failure{RuleBookError{QString(), QStringLiteral("a JSON object (offset %1)").arg(error.offset)}};
    BookReader reader;
    reader.read(document.object());
    if (reader.fault)
        return Failure{*reader.fault};
    return RuleBook(std::shared_ptr<const RuleBook::Data>(reader.data));
}

} // namespace arb::domain
