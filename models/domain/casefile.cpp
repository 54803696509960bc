// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/casefile.h>

#include <QtCore/QJsonArray>

#include <algorithm>

namespace arb::domain {

Money disputedSum(const CaseFile &file)
{
    return std::max(Money(0), std::min(file.afterSale.claimed, refundableBalance(file)));
}

Money refundableBalance(const CaseFile &file)
{
    return file.order.paid + file.order.freight - file.order.alreadyRefunded;
}

bool claimsTooMuch(const CaseFile &file)
{
    return file.afterSale.claimed > refundableBalance(file);
}

const MerchantAnswer *latestAnswer(const CaseFile &file)
{
    const QList<MerchantAnswer> &answers = file.afterSale.answers;
    const auto newest = std::max_element(answers.begin(), answers.end(), [](const MerchantAnswer &a, const MerchantAnswer &b) {
        return a.round < b.round;
    });
    return newest == answers.end() ? nullptr : &*newest;
}

bool isListingPicture(const CaseFile &file, const Exhibit &exhibit)
{
    if (exhibit.party != Party::Platform || !exhibit.id.startsWith(u"listing-") || !file.order.listing.images.contains(exhibit.file))
        return false;
    const QJsonArray named = file.document.value(QLatin1StringView("exhibits")).toArray();
    return std::none_of(named.begin(), named.end(), [&](const QJsonValue &one) {
        return one.toObject().value(QLatin1StringView("id")).toString() == exhibit.id;
    });
}

const Exhibit *findExhibit(const CaseFile &file, const QString &id)
{
    const auto found = std::find_if(file.exhibits.begin(), file.exhibits.end(), [&](const Exhibit &e) { return e.id == id; });
    return found == file.exhibits.end() ? nullptr : &*found;
}

const ChatMessage *findMessage(const CaseFile &file, const QString &id)
{
    const auto found = std::find_if(file.chat.begin(), file.chat.end(), [&](const ChatMessage &m) { return m.id == id; });
    return found == file.chat.end() ? nullptr : &*found;
}

} // namespace arb::domain
