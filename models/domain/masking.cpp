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
    static const QStringList words{QStringLiteral("本人"), QStringLiteral("代收"), QStringLiteral("驿站"), QStringLiteral("柜"), QStringLiteral("门口"),
                                   QStringLiteral("门卫"), QStringLiteral("保安"), QStringLiteral("物业"), QStringLiteral("前台"), QStringLiteral("仓库"),
                                   QStringLiteral("家人"), QStringLiteral("家属"), QStringLiteral("同事"), QStringLiteral("邻居"), QStringLiteral("收发室"),
                                   QStringLiteral("商家"), QStringLiteral("buyer"), QStringLiteral("self"), QStringLiteral("merchant")};
    const bool says = std::any_of(words.begin(), words.end(), [&](const QString &word) { return signer.contains(word); });
    return says ? maskInText(signer) : maskName(signer);
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

} // namespace arb::domain
