// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/masking.h>

#include <QtCore/QRegularExpression>
#include <QtCore/QStringList>

#include <algorithm>

namespace arb::domain {

namespace {

constexpr qsizetype keptBefore = 3;
constexpr qsizetype keptAfter = 2;
constexpr qsizetype leastHidden = 6; ///< national waybill standard

/// Words that tell who or where somebody was, and are nobody's name.
bool tellsARole(const QString &name)
{
    static const QStringList words{QStringLiteral("本人"), QStringLiteral("代收"), QStringLiteral("驿站"), QStringLiteral("柜"), QStringLiteral("门口"),
                                   QStringLiteral("门卫"), QStringLiteral("保安"), QStringLiteral("物业"), QStringLiteral("前台"), QStringLiteral("仓库"),
                                   QStringLiteral("家人"), QStringLiteral("家属"), QStringLiteral("同事"), QStringLiteral("邻居"), QStringLiteral("收发室"),
                                   QStringLiteral("商家"), QStringLiteral("buyer"), QStringLiteral("self"), QStringLiteral("merchant")};
    return std::any_of(words.begin(), words.end(), [&](const QString &word) { return name.contains(word); });
}

/// The same of those in chats, where they are the whole name.
bool isARole(const QString &name)
{
    static const QStringList roles{QStringLiteral("买家"), QStringLiteral("卖家"), QStringLiteral("客服"), QStringLiteral("用户"), QStringLiteral("顾客"),
                                   QStringLiteral("客户"), QStringLiteral("平台"), QStringLiteral("系统"), QStringLiteral("达人"), QStringLiteral("主播"),
                                   QStringLiteral("匿名"), QStringLiteral("匿名用户"), QStringLiteral("匿名买家"), QStringLiteral("你"), QStringLiteral("您"), QStringLiteral("seller"),
                                   QStringLiteral("customer"), QStringLiteral("creator"), QStringLiteral("platform"), QStringLiteral("system"), QStringLiteral("user"),
                                   QStringLiteral("service"), QStringLiteral("support"), QStringLiteral("you")};
    return tellsARole(name) || roles.contains(name, Qt::CaseInsensitive);
}

/// Scripts without blanks between words; a half of a character outside the basic plane is mostly one of these.
bool isWrittenClose(QChar c)
{
    return c.unicode() >= 0x2e80 || c.isSurrogate();
}

/// A letter or digit with which a word of other scripts goes on.
bool goesOn(QChar c)
{
    return !isWrittenClose(c) && c.isLetterOrNumber();
}

/// Every place of @p words in @p text that is no part of a longer word becomes @p shown.
QString withHidden(const QString &text, const QString &words, const QString &shown)
{
    const bool hasCases = std::any_of(words.begin(), words.end(), [](QChar c) { return c.toLower() != c.toUpper(); });
    const auto next = [&](qsizetype from) { return text.indexOf(words, from, hasCases ? Qt::CaseInsensitive : Qt::CaseSensitive); };
    QString out;
    qsizetype done = 0;
    for (qsizetype at = next(0), end = 0; at >= 0; at = next(end)) {
        end = at + words.size();
        const bool goesOnBefore = at > 0 && goesOn(words.front()) && goesOn(text.at(at - 1));
        const bool goesOnBehind = end < text.size() && goesOn(words.back()) && goesOn(text.at(end));
        if (goesOnBefore || goesOnBehind) {
            end = at + 1;
            continue;
        }
        out += QStringView(text).sliced(done, at - done);
        out += shown;
        done = end;
    }
    if (done == 0)
        return text;
    return out += QStringView(text).sliced(done);
}

} // namespace

QString maskName(const QString &name)
{
    const QString trimmed = name.trimmed();
    if (trimmed.isEmpty())
        return {};
    // The first character (both halves of it outside the basic plane) stays, everything after it is one star each.
    const qsizetype first = trimmed.at(0).isHighSurrogate() && trimmed.size() > 1 ? 2 : 1;
    const qsizetype hidden = trimmed.size() - first;
    return hidden > 0 ? QString(trimmed.left(first) + QString(qMin<qsizetype>(hidden, 4), u'*')) : QStringLiteral("*");
}

QString maskPhone(const QString &phone)
{
    const QString trimmed = phone.trimmed();
    if (trimmed.size() < keptBefore + keptAfter + leastHidden)
        return QString(trimmed.size(), u'*');
    return trimmed.left(keptBefore) + QString(trimmed.size() - keptBefore - keptAfter, u'*') + trimmed.right(keptAfter);
}

QString maskAddress(const QString &address)
{
    // Down to the street: what follows the road, street, lane, town or village is building, unit and room.
    static const QRegularExpression street(QStringLiteral("^(.*?(?:路|街|大道|巷|弄|镇|乡|村|道))"));
    const QString trimmed = address.trimmed();
    if (trimmed.isEmpty())
        return {};
    if (const auto match = street.match(trimmed); match.hasMatch())
        return match.captured(1) + QStringLiteral("***");
    return trimmed.left(trimmed.size() / 3) + QStringLiteral("***");
}

QString maskSigner(const QString &signer)
{
    return tellsARole(signer) ? maskInText(signer) : maskName(signer);
}

QString maskInText(const QString &text)
{
    // A mobile number or identity number standing by itself: longer digit runs and codes with letters are order and
    // waybill numbers, which the desk must be able to read.
    // People also write a mobile number in groups of three, four and four, and with the country's +86.
    static const QRegularExpression personal(QStringLiteral(
        "(?<![0-9A-Za-z])(\\d{17}[0-9Xx]|(?:\\+86[ -]?)?1[3-9]\\d[ -]?\\d{4}[ -]?\\d{4})(?![0-9A-Za-z])"));
    QString out;
    qsizetype last = 0;
    auto found = personal.globalMatch(text);
    while (found.hasNext()) {
        const auto match = found.next();
        out += QStringView(text).mid(last, match.capturedStart() - last);
        out += maskPhone(match.captured(1));
        last = match.capturedEnd();
    }
    out += QStringView(text).mid(last);
    return out;
}

Masks Masks::nothing()
{
    Masks masks;
    masks.m_open = true;
    return masks;
}

void Masks::addName(const QString &name, const QString &shown)
{
    const QString trimmed = name.trimmed();
    const bool close = std::any_of(trimmed.begin(), trimmed.end(), isWrittenClose);
    const qsizetype least = close ? 2 : 3;
    if (trimmed.toUcs4().size() >= least && !trimmed.contains(u'*') && !isARole(trimmed))
        add(trimmed, shown.isEmpty() ? maskName(trimmed) : shown);
}

void Masks::addPhone(const QString &phone)
{
    constexpr qsizetype least = 7;
    const QString trimmed = phone.trimmed();
    if (trimmed.size() >= least && !trimmed.contains(u'*'))
        add(trimmed, maskPhone(trimmed));
}

void Masks::addAddress(const QString &address)
{
    constexpr qsizetype least = 6, leastExact = 4;
    const QString trimmed = address.trimmed();
    if (trimmed.size() < least || trimmed.contains(u'*'))
        return;
    const QString masked = maskAddress(trimmed), stars = QStringLiteral("***");
    add(trimmed, masked);
    const QString exact = trimmed.sliced(masked.size() - stars.size()).trimmed();
    if (exact.size() >= leastExact)
        add(exact, stars);
}

void Masks::add(const QString &words, const QString &shown)
{
    const bool known = std::any_of(m_known.cbegin(), m_known.cend(), [&](const Known &one) { return one.words == words; });
    if (known || m_known.size() >= mostKnown)
        return;
    const auto behind = std::find_if(m_known.cbegin(), m_known.cend(), [&](const Known &one) { return one.words.size() < words.size(); });
    m_known.insert(behind, {words, shown});
}

QString Masks::hide(const QString &text) const
{
    if (m_open)
        return text;
    QString hidden = text;
    for (const Known &known : m_known)
        hidden = withHidden(hidden, known.words, known.shown);
    return maskInText(hidden);
}

} // namespace arb::domain
