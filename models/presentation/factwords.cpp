// SPDX-License-Identifier: GPL-3.0-or-later
#include <presentation/factwords.h>

#include <presentation/formats.h>
#include <presentation/labels.h>

#include <QtCore/QCoreApplication>

#include <span>

namespace arb::presentation {

namespace {

struct Facts
{
    Q_DECLARE_TR_FUNCTIONS(Facts)
};

/// A fact that is true or false, in the words of each.
struct YesNo
{
    const char *fact, *yes, *no;
};
constexpr YesNo yesNo[] = {
    {"signed", QT_TRANSLATE_NOOP("Facts", "signed for"), QT_TRANSLATE_NOOP("Facts", "never signed for")},
    {"signedByReceiver", QT_TRANSLATE_NOOP("Facts", "signed for by the receiver"), QT_TRANSLATE_NOOP("Facts", "not signed for by the receiver")},
    {"hasPickupScan", QT_TRANSLATE_NOOP("Facts", "picked up by the carrier"), QT_TRANSLATE_NOOP("Facts", "no pick-up scan")},
    {"hasReturnLeg", QT_TRANSLATE_NOOP("Facts", "the goods are on their way back"), QT_TRANSLATE_NOOP("Facts", "nothing sent back")},
    {"shippedLate", QT_TRANSLATE_NOOP("Facts", "shipped after the promised time"), QT_TRANSLATE_NOOP("Facts", "shipped in time")},
    {"merchantSilent", QT_TRANSLATE_NOOP("Facts", "the merchant did not answer"), QT_TRANSLATE_NOOP("Facts", "the merchant answered")},
    {"refusalUnfounded", QT_TRANSLATE_NOOP("Facts", "refused without a valid ground"), QT_TRANSLATE_NOOP("Facts", "no unfounded refusal")},
    {"withinSevenDays", QT_TRANSLATE_NOOP("Facts", "within seven days of signing"), QT_TRANSLATE_NOOP("Facts", "more than seven days after signing")},
    {"windowRolled", QT_TRANSLATE_NOOP("Facts", "the last day was a rest day"), QT_TRANSLATE_NOOP("Facts", "the last day was a working day")},
    {"partialClaim", QT_TRANSLATE_NOOP("Facts", "claims a part of what was paid"), QT_TRANSLATE_NOOP("Facts", "claims all that was paid")},
    {"duplicate", QT_TRANSLATE_NOOP("Facts", "ruled before for the same order"), QT_TRANSLATE_NOOP("Facts", "not ruled before")},
    {"appealRound", QT_TRANSLATE_NOOP("Facts", "an appeal"), QT_TRANSLATE_NOOP("Facts", "the first hearing")},
    {"freightInsurance", QT_TRANSLATE_NOOP("Facts", "with freight insurance"), QT_TRANSLATE_NOOP("Facts", "no freight insurance")},
    {"evidenceTimedOutBuyer", QT_TRANSLATE_NOOP("Facts", "the buyer's evidence did not come in time"), QT_TRANSLATE_NOOP("Facts", "no evidence of the buyer is overdue")},
    {"evidenceTimedOutMerchant", QT_TRANSLATE_NOOP("Facts", "the merchant's evidence did not come in time"), QT_TRANSLATE_NOOP("Facts", "no evidence of the merchant is overdue")},
};

template<typename E>
QString codeWord(const QString &code)
{
    const auto value = domain::fromCode<E>(code);
    return value ? label(*value) : code;
}

QString named(const QString &fact, const QString &value)
{
    if (fact == u"reason")
        return Facts::tr("filed as %1").arg(codeWord<domain::Reason>(value));
    if (fact == u"reasonFound")
        return Facts::tr("found: %1").arg(codeWord<domain::Reason>(value));
    if (fact == u"type")
        return codeWord<domain::AfterSaleType>(value);
    if (fact == u"tradeKind")
        return codeWord<domain::TradeKind>(value);
    if (fact == u"answerDecision")
        return Facts::tr("merchant: %1").arg(codeWord<domain::AnswerDecision>(value));
    if (fact == u"answerReason")
        return Facts::tr("ground given: %1").arg(merchantReasonLabel(value));
    if (fact == u"sevenDayReturn")
        return Facts::tr("seven-day label: %1").arg(codeWord<domain::SevenDayReturn>(value));
    if (fact == u"category")
        return categoryLabel(value);
    if (fact == u"platform")
        return platformLabel(value);
    return QStringLiteral("%1 = %2").arg(fact, value);
}

QString counted(const QString &fact, qint64 value)
{
    if (fact == u"daysSinceSigned")
        return Facts::tr("applied on day %1 after signing").arg(value);
    if (fact == u"hoursSignedToApplied")
        return Facts::tr("applied %1 h after signing").arg(value);
    if (fact == u"hoursNoticeToApplied")
        return Facts::tr("applied %1 h after the pick-up notice").arg(value);
    if (fact == u"hoursWithoutPickup")
        return Facts::tr("no pick-up for %1 h after shipping").arg(value);
    if (fact == u"answerRound")
        return Facts::tr("the merchant's answer %1").arg(value);
    if (fact == u"badShare")
        return Facts::tr("%1 % spoilt").arg(static_cast<double>(value) / 10.0, 0, 'f', 1);
    if (fact == u"merchantShare")
        return Facts::tr("merchant's share %1 %").arg(value);
    if (fact == u"claimedFen")
        return Facts::tr("claimed %1").arg(moneyText(domain::Money(value)));
    if (fact == u"disputedFen")
        return Facts::tr("in dispute %1").arg(moneyText(domain::Money(value)));
    if (fact == u"paidFen")
        return Facts::tr("paid %1").arg(moneyText(domain::Money(value)));
    if (fact == u"freightFen")
        return Facts::tr("outbound freight %1").arg(moneyText(domain::Money(value)));
    if (fact == u"lossFen")
        return Facts::tr("loss %1").arg(moneyText(domain::Money(value)));
    if (fact == u"giftValueFen")
        return Facts::tr("gift worth %1").arg(moneyText(domain::Money(value)));
    return QStringLiteral("%1 = %2").arg(fact).arg(value);
}

} // namespace

QString factText(const domain::TraceLine &line, const domain::RuleBook &book, const domain::CaseFile &file)
{
    // The rule counts hours begun; whoever reads gets the figure that stands with the signing time.
    if (line.fact == u"hoursSignedToApplied" && file.order.signedAt)
        return Facts::tr("applied %1 after signing").arg(durationText(file.afterSale.appliedAt - *file.order.signedAt));
    if (line.value == u"true" || line.value == u"false") {
        for (const YesNo &row : yesNo) {
            if (line.fact == QLatin1StringView(row.fact))
                return Facts::tr(line.value == u"true" ? row.yes : row.no);
        }
    }
    bool number = false;
    const qint64 value = line.value.toLongLong(&number);
    if (number)
        return counted(line.fact, value);
    QString text = line.value;
    if (text.size() >= 2 && text.startsWith(u'"') && text.endsWith(u'"'))
        text = text.mid(1, text.size() - 2);
    if (line.fact.startsWith(u"finding:")) {
        return Facts::tr("%1: %2").arg(elementName(line.fact.mid(8), book), codeWord<domain::Verdict>(text));
    }
    return named(line.fact, text);
}

} // namespace arb::presentation
