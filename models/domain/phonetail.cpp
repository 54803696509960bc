// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/phonetail.h>

#include <QtCore/QRegularExpression>

#include <algorithm>

namespace arb::domain {

namespace {

QString digitsAtEnd(const QString &phone)
{
    qsizetype first = phone.size();
    while (first > 0 && phone.at(first - 1) >= u'0' && phone.at(first - 1) <= u'9')
        --first;
    return phone.mid(first);
}

/// True when @p named may be the end of the same phone: what both know is equal.
bool sameEnd(const QString &named, const QString &own)
{
    const qsizetype known = std::min(named.size(), own.size());
    return QStringView(named).last(known) == QStringView(own).last(known);
}

QStringList namedTails(const QString &text)
{
    static const QRegularExpression tail(
        QStringLiteral("(?:尾号|(?:phone|number|mobile)\\s+ending\\s+(?:in|with))\\s*(?:是|为|：|:)?\\s*([0-9]{2,6})(?![0-9])"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression card(QStringLiteral("卡|账户|账号|card|account"), QRegularExpression::CaseInsensitiveOption);
    QStringList tails;
    auto found = tail.globalMatch(text);
    while (found.hasNext()) {
        const auto match = found.next();
        // "银行卡尾号 1234", "尾号 1234 的储蓄卡": money's way, not a phone's.
        const QStringView before = QStringView(text).first(match.capturedStart()).last(std::min<qsizetype>(match.capturedStart(), 4));
        const QStringView behind = QStringView(text).mid(match.capturedEnd()).first(std::min<qsizetype>(text.size() - match.capturedEnd(), 6));
        if (!card.match(before.toString()).hasMatch() && !card.match(behind.toString()).hasMatch())
            tails.append(match.captured(1));
    }
    return tails;
}

} // namespace

QList<PhoneTail> otherPhoneTails(const CaseFile &file)
{
    const QString own = digitsAtEnd(file.buyer.phone.trimmed());
    if (own.size() < 2)
        return {};
    QList<PhoneTail> others;
    const auto look = [&](const QString &text, const QString &message, const QString &exhibit) {
        for (const QString &digits : namedTails(text)) {
            const bool told = std::ranges::any_of(others, [&](const PhoneTail &other) { return other.digits == digits; });
            if (!told && !sameEnd(digits, own))
                others.append({digits, message, exhibit});
        }
    };
    for (const ChatMessage &message : file.chat)
        look(message.text, message.id, {});
    for (const Exhibit &exhibit : file.exhibits)
        look(exhibit.caption, {}, exhibit.id);
    return others;
}

} // namespace arb::domain
