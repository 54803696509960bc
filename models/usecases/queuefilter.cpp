// SPDX-License-Identifier: GPL-3.0-or-later
#include <usecases/queuefilter.h>

#include "filternames.h"

#include <usecases/searchtext.h>

#include <domain/dispute.h>

#include <QtCore/QRegularExpression>

#include <algorithm>
#include <utility>

namespace arb::usecases {

using domain::Failure;

namespace {

struct Token
{
    QString text;
    bool word = false; ///< began with a quote: no colon makes a filter of it
};

/// Splits at white space; double quotes keep a value together and are dropped.
domain::Result<QList<Token>, FilterError> tokensOf(const QString &text)
{
    QList<Token> tokens;
    Token token;
    bool quoted = false;
    qsizetype begin = 0; // of the token being read
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar c = text.at(at);
        if (c == u'"') {
            token.word = token.word || at == begin;
            quoted = !quoted;
        } else if (c.isSpace() && !quoted) {
            if (!token.text.isEmpty())
                tokens.append(token);
            token = {};
            begin = at + 1;
        } else {
            token.text.append(c);
        }
    }
    if (quoted) // where the value ends nobody can know
        return Failure{FilterError{text.mid(begin), QStringLiteral("quote")}};
    if (!token.text.isEmpty())
        tokens.append(token);
    return tokens;
}

std::optional<qint64> durationMs(const QString &text)
{
    static const QRegularExpression shape(QStringLiteral("^(\\d{1,6})([mhd])$"));
    const auto match = shape.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const qint64 count = match.captured(1).toLongLong();
    switch (match.captured(2).at(0).unicode()) {
    case u'm': return count * domain::minuteMs;
    case u'h': return count * domain::hourMs;
    default: return count * domain::dayMs;
    }
}

bool readAmount(const QString &value, QueueFilter &filter)
{
    static const QRegularExpression shape(QStringLiteral("^(?:(>=|<=|=)?(\\d{1,15})|(\\d{1,15})\\.\\.(\\d{1,15}))$"));
    const auto match = shape.match(value);
    if (!match.hasMatch())
        return false;
    if (!match.captured(3).isEmpty()) {
        filter.amountMin = domain::Money(match.captured(3).toLongLong());
        filter.amountMax = domain::Money(match.captured(4).toLongLong());
        return true;
    }
    const domain::Money sum(match.captured(2).toLongLong());
    if (match.captured(1) != u"<=")
        filter.amountMin = sum;
    if (match.captured(1) != u">=")
        filter.amountMax = sum;
    return true;
}

/// Appends the code of what @p value calls by its code or its name.
template<typename E>
bool readCode(const QString &value, QStringList &codes)
{
    const auto found = valueCalled<E>(value);
    if (found)
        codes.append(domain::toCode(*found));
    return found.has_value();
}

/// No case is both, and the later of two does not simply win.
QString setYesOrNo(const QString &value, std::optional<bool> &flag)
{
    const bool yes = value == u"yes";
    if (flag && *flag != yes)
        return QStringLiteral("contradiction");
    flag = yes;
    return {};
}

/// One key:value; the stable name of what was expected when it does not fit, else empty.
QString readPair(const QString &key, const QString &value, QueueFilter &filter)
{
    const QString code = QStringLiteral("code");
    if (key == u"state") {
        const auto state = valueCalled<domain::DisputeState>(value);
        if (!state)
            return code;
        filter.states.append(*state);
    } else if (key == u"reason") {
        if (!readCode<domain::Reason>(value, filter.reasons))
            return code;
    } else if (key == u"type") {
        if (!readCode<domain::AfterSaleType>(value, filter.types))
            return code;
    } else if (key == u"category") {
        filter.categories.append(codeCalled(categoryNames(), value).value_or(value));
    } else if (key == u"platform") {
        filter.platforms.append(codeCalled(platformNames(), value).value_or(value));
    } else if (key == u"merchant") {
        filter.merchants.append(value);
    } else if (key == u"buyer") {
        filter.buyers.append(value);
    } else if (key == u"holder") {
        filter.holders.append(value);
    } else if (key == u"flag") {
        const auto tag = codeCalled(deskTagNames(), value); // rows and chips show both kinds under one name
        if (tag)
            filter.tags.append(*tag);
        else if (!readCode<domain::CaseFlag>(value, filter.flags))
            return code;
    } else if (key == u"tag") {
        filter.tags.append(codeCalled(deskTagNames(), value).value_or(value));
    } else if (key == u"amount") {
        return readAmount(value, filter) ? QString() : QStringLiteral("amount");
    } else if (key == u"due") {
        filter.dueWithinMs = durationMs(value.startsWith(u'<') ? value.mid(1) : value);
        return filter.dueWithinMs ? QString() : QStringLiteral("duration");
    } else if (key == u"overdue") {
        if (value != u"yes" && value != u"no")
            return QStringLiteral("yes or no");
        return setYesOrNo(value, filter.overdue);
    } else if (key == u"parked") {
        if (value != u"yes" && value != u"no")
            return QStringLiteral("yes or no");
        return setYesOrNo(value, filter.parked);
    } else if (key == u"reserved") {
        if (value == u"yes" || value == u"no")
            return setYesOrNo(value, filter.reserved);
        else
            filter.reservedFor.append(value);
    } else {
        return QStringLiteral("key");
    }
    return {};
}

} // namespace

QStringList queueFilterKeys()
{
    return QStringLiteral("state type reason category platform amount due overdue parked reserved merchant buyer holder flag tag").split(u' ');
}

QStringList deskTags()
{
    QStringList codes;
    for (const CodeName &row : deskTagNames())
        codes.append(QString::fromLatin1(row.code));
    return codes;
}

std::optional<FilterError> strangerIn(const QueueFilter &filter, const QList<Person> &people)
{
    const std::pair<const char *, const QStringList &> named[] = {{"holder", filter.holders}, {"reserved", filter.reservedFor}};
    for (const auto &[key, names] : named) {
        for (const QString &name : names) {
            if (std::ranges::find(people, name, &Person::name) == people.cend())
                return FilterError{QStringLiteral("%1:%2").arg(QLatin1StringView(key), name), QStringLiteral("person")};
        }
    }
    return std::nullopt;
}

domain::Result<QueueFilter, FilterError> parseQueueFilter(const QString &text)
{
    const auto tokens = tokensOf(text);
    if (!tokens)
        return Failure{tokens.error()};
    QueueFilter filter;
    for (const auto &[token, word] : *tokens) {
        const qsizetype colon = token.indexOf(u':');
        if (word || colon <= 0) {
            filter.words.append(token);
            continue;
        }
        const QString value = token.mid(colon + 1);
        QString expected = readPair(token.left(colon), value, filter);
        if (value.trimmed().isEmpty() && expected != u"key") // no case has nothing for a name: the queue would only look empty
            expected = QStringLiteral("value");
        if (!expected.isEmpty())
            return Failure{FilterError{token, expected}};
    }
    if (filter.amountMin && filter.amountMax && *filter.amountMin > *filter.amountMax) { // no sum is both
        const QString range = QStringLiteral("amount:%1..%2").arg(filter.amountMin->fen()).arg(filter.amountMax->fen());
        return Failure{FilterError{range, QStringLiteral("range")}};
    }
    if (!filter.words.isEmpty() && searchPhrases(filter.words).isEmpty()) // texts are found by letters and figures
        return Failure{FilterError{filter.words.join(u' '), QStringLiteral("word")}};
    return filter;
}

namespace {

QString pairText(const char *key, QString value)
{
    value.remove(u'"');
    const bool blank = std::ranges::any_of(value, [](QChar c) { return c.isSpace(); });
    return QStringLiteral("%1:%2").arg(QLatin1StringView(key), blank ? QString(u'"' + value + u'"') : value);
}

QString yesOrNo(bool yes)
{
    return yes ? QStringLiteral("yes") : QStringLiteral("no");
}

QString durationText(qint64 ms)
{
    if (ms % domain::dayMs == 0)
        return QStringLiteral("<%1d").arg(ms / domain::dayMs);
    return ms % domain::hourMs == 0 ? QStringLiteral("<%1h").arg(ms / domain::hourMs) : QStringLiteral("<%1m").arg(ms / domain::minuteMs);
}

QString amountText(const QueueFilter &filter)
{
    if (filter.amountMin && filter.amountMax)
        return QStringLiteral("%1..%2").arg(filter.amountMin->fen()).arg(filter.amountMax->fen());
    return filter.amountMin ? QStringLiteral(">=%1").arg(filter.amountMin->fen()) : QStringLiteral("<=%1").arg(filter.amountMax->fen());
}

} // namespace

QString queueFilterText(const QueueFilter &filter)
{
    QStringList tokens;
    for (const domain::DisputeState state : filter.states)
        tokens.append(pairText("state", domain::toCode(state)));
    const std::pair<const char *, const QStringList &> lists[] = {
        {"type", filter.types}, {"reason", filter.reasons}, {"category", filter.categories}, {"platform", filter.platforms},
        {"merchant", filter.merchants}, {"buyer", filter.buyers}, {"holder", filter.holders}, {"reserved", filter.reservedFor}, {"flag", filter.flags}, {"tag", filter.tags}};
    for (const auto &[key, values] : lists) {
        for (const QString &value : values)
            tokens.append(pairText(key, value));
    }
    if (filter.amountMin || filter.amountMax)
        tokens.append(pairText("amount", amountText(filter)));
    if (filter.dueWithinMs)
        tokens.append(pairText("due", durationText(*filter.dueWithinMs)));
    if (filter.overdue)
        tokens.append(pairText("overdue", yesOrNo(*filter.overdue)));
    if (filter.parked)
        tokens.append(pairText("parked", yesOrNo(*filter.parked)));
    if (filter.reserved)
        tokens.append(pairText("reserved", yesOrNo(*filter.reserved)));
    for (QString word : filter.words) {
        word.remove(u'"');
        const bool quote = std::ranges::any_of(word, [](QChar c) { return c.isSpace() || c == u':'; });
        tokens.append(quote ? QString(u'"' + word + u'"') : word);
    }
    return tokens.join(u' ');
}

} // namespace arb::usecases
