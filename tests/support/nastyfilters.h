// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QList>
#include <QtCore/QString>

/// What people, scripts and spreadsheets put into filter fields: signs that SQL and full-text indexes understand, numbers
/// that do not fit, characters that are none.
namespace arb::tests {

struct NastyFilter
{
    QString name;
    QString line;
    QString says;   ///< what the refusal must name; empty: the line is a filter like any other
    QString nobody; ///< a name in such a filter that no account has: it finds nothing, and a note names it
};

inline QList<NastyFilter> nastyFilters()
{
    QList<NastyFilter> all;
    const auto taken = [&all](const char *name, const QString &line) { all.append({QString::fromLatin1(name), line, {}, {}}); };
    const auto told = [&all](const char *name, const QString &line, const QString &says) { all.append({QString::fromLatin1(name), line, says, {}}); };
    const auto strange = [&all](const char *name, const QString &line, const QString &nobody) { all.append({QString::fromLatin1(name), line, {}, nobody}); };
    for (const char *line : {"'; DROP TABLE dispute; --", "' OR 1=1 --", "\"\"", "a\"b c\"d", "NEAR(", "a NEAR/3 b", "AND", "OR OR", "NOT", "a OR",
                             "a*b*", "^a", ":red", "{a b}", "$1", "@x", "a & b | !c", "\t \n", "NULL", "D-1 %"})
        taken(line, QString::fromLatin1(line));
    for (const char *line : {"'", "%", "_", "\\", "*", ":", ":::", "(((", ")", "-", "--", "+", "/*", "?", "&", "|", "!", "<->", "% * ;", "parked:no %"}) {
        const QString text = QString::fromLatin1(line);
        told(line, text, text.startsWith(u'p') ? QStringLiteral("%") : text);
    }
    for (const char *line : {"merchant:%", "buyer:\"a b' OR 1=1 --\"", "tag:_", "category:NULL", "platform:';--", "merchant:a:b", "amount:5..5", "buyer:b-1 buyer:b-1",
                             "amount:>=0", "amount:=0", "amount:999999999999999", "due:0m", "due:<999999d"})
        taken(line, QString::fromLatin1(line));
    told("overdue twice", QStringLiteral("overdue:no overdue:yes"), QStringLiteral("overdue:yes"));
    taken("Chinese with signs", QStringLiteral("手* OR \"环\""));
    taken("full-width signs", QStringLiteral("：“手环”％＿"));
    told("emoji", QStringLiteral("😀👩‍👩‍👧 buyer:😀"), QStringLiteral("😀👩‍👩‍👧"));
    strange("emoji for a name", QStringLiteral("holder:😀"), QStringLiteral("😀"));
    strange("quote in a name", QStringLiteral("holder:O'Brien"), QStringLiteral("O'Brien"));
    strange("kept for nobody known", QStringLiteral("D-1 reserved:\"a % b\""), QStringLiteral("a % b"));
    taken("half an emoji", QStringLiteral("buyer:") + QChar(0xde00));
    told("half an emoji alone", QString(QChar(0xd83d)), QString(QChar(0xd83d)));
    told("accents only", QString(200, QChar(0x301)), QString(60, QChar(0x301)));
    taken("turned around", QStringLiteral("\u202Egnp.exe"));
    told("no character", QString(QChar(0xffff)) + QChar(0xfeff), QStringLiteral("U+FEFF"));
    taken("very long word", QString(100'000, u'x'));
    taken("very long name", QStringLiteral("buyer:") + QString(100'000, u'x'));
    taken("very many words", QStringLiteral("w1 ").repeated(400));
    strange("very many names", QStringLiteral("holder:n ").repeated(400), QStringLiteral("n"));

    for (const char *line : {"colour:red", "http://example.com", "STATE:queued", "sql:SELECT", "select*from:x", "'state':queued", "state:asleep", "state:", "state:'queued'", "type:%",
                             "reason:*", "flag:vip'", "amount:-5", "amount:>=-1", "amount:1e9", "amount:5.50", "amount:100..", "amount:..100", "amount:..", "amount:1..2..3", "amount:NaN",
                             "amount:0x10", "amount:>=99999999999999999999", "amount:\"1 000\"", "amount:' OR 1=1", "due:soon", "due:-5h", "due:1.5h", "due:24", "due:9999999d", "due:<<3d",
                             "overdue:maybe", "overdue:YES", "buyer:", "tag:\"\"", "holder:\"", "amount:", "due:", "overdue:", "amount:500..100"}) {
        const QString text = QString::fromLatin1(line);
        const bool known = !text.startsWith(QStringLiteral("colour")) && !text.startsWith(QStringLiteral("http")) && !text.startsWith(QStringLiteral("STATE"))
            && !text.startsWith(QStringLiteral("sql")) && !text.startsWith(QStringLiteral("select")) && !text.startsWith(u'\'');
        const QString token = text.section(u' ', 0, 0).remove(u'"');
        QString says = known ? token.section(u':', 1) : token.section(u':', 0, 0);
        if (says.isEmpty())
            says = token.section(u':', 0, 0);
        told(line, text, says);
    }
    for (const char *line : {"\"", "\"a b", "buyer:\"b 1", "tag:\"a\"\" b"})
        told(line, QString::fromLatin1(line), QString::fromLatin1(line));
    told("full-width figures", QStringLiteral("amount:９９"), QStringLiteral("９９"));
    told("Arabic figures", QStringLiteral("due:٣h"), QStringLiteral("٣h"));
    told("very long key", QString(100'000, u'k') + QStringLiteral(":x"), QStringLiteral("kkkk"));
    told("very long code", QStringLiteral("state:") + QString(100'000, u's'), QStringLiteral("ssss"));
    told("turned around", QStringLiteral("due:\u202Eh5"), QStringLiteral("U+202E"));
    return all;
}

/// Lines that no field takes: control characters are in no text of a case.
inline QStringList controlFilters()
{
    return {QStringLiteral("D-1") + QChar(0), QChar(0) + QStringLiteral("D-1"), QStringLiteral("buyer:b") + QChar(0) + QStringLiteral("1"), QStringLiteral("holder:") + QChar(1),
            QStringLiteral("\"a ") + QChar(0x1b) + QStringLiteral("[31m\"")};
}

} // namespace arb::tests
