// SPDX-License-Identifier: GPL-3.0-or-later
#include "crowd.h"

#include "demo.h"

#include <QtCore/QCoreApplication>

#include <algorithm>

namespace arb::app::demo {

using domain::Failure;
using domain::UtcMs;

namespace {

constexpr int sharesOf = 10'000;
constexpr qint64 hourMinutes = 60, dayMinutes = 24 * hourMinutes;
constexpr qint64 pastDays = 118;        ///< how far back what is over lies; the desk opened a little before
constexpr int shopsOfAKind = 120;       ///< for each platform and category
constexpr int firstCaseNumber = 1'000'001; ///< as many digits for all: the order of numbers is that of their texts
constexpr int firstShop = 40'001;
constexpr int firstBuyer = 2'000'001;
constexpr qint64 lowestPrice = 500;     ///< fen

QString padded(qint64 number, int digits)
{
    return QString::number(number).rightJustified(digits, u'0');
}

QJsonArray arrayOf(const QJsonObject &from, const char *key)
{
    return from.value(QLatin1StringView(key)).toArray();
}

} // namespace

Told<Crowd> Crowd::of(const QString &source, quint64 seed, const QHash<domain::CaseId, QString> &standings,
                      const std::vector<storage::CopyModel> &models, UtcMs now)
{
    const auto catalogue = readObject(source + QStringLiteral("/background.json"));
    if (!catalogue)
        return Failure{catalogue.error()};
    const auto day = readObject(source + QStringLiteral("/day.json"));
    if (!day)
        return Failure{day.error()};
    Crowd crowd(day->value(QStringLiteral("crowd")).toObject(), *catalogue, seed, models, now);
    crowd.sortModels(standings);
    if (crowd.m_byStanding.value(QStringLiteral("waiting")).isEmpty())
        return Failure{QCoreApplication::translate("Demo", "None of the demo's cases can be copied.")};
    return crowd;
}

Crowd::Crowd(const QJsonObject &day, const QJsonObject &catalogue, quint64 seed, std::vector<storage::CopyModel> models, UtcMs now)
    : m_day(day), m_buyers(arrayOf(catalogue, "buyers")), m_places(arrayOf(catalogue, "places")), m_dice(seed), m_models(std::move(models)), m_now(now)
{
}

void Crowd::sortModels(const QHash<domain::CaseId, QString> &standings)
{
    for (size_t n = 0; n < m_models.size(); ++n)
        m_byStanding[standings.value(m_models[n].id)].append(static_cast<quint16>(n));
}

Crowd::Room Crowd::roomOf(const storage::CopyModel &model, const QString &standing) const
{
    const bool over = standing == u"closed" || standing == u"withdrawn";
    const bool waits = standing == u"waiting" || standing == u"tagged" || standing == u"appealed";
    Room room{over ? -pastDays * dayMinutes : waits ? -8 * hourMinutes : -2 * dayMinutes, over ? 0 : 3 * dayMinutes};
    room.to = std::min(room.to, (m_now - model.lastAt) / domain::minuteMs - 1);
    if (model.nextDue && !over)
        room.from = std::max(room.from, -std::max<qint64>(0, *model.nextDue - m_now) / domain::minuteMs / 2);
    room.to = std::max<qint64>(0, room.to);
    return room;
}

void Crowd::draw(const QString &standing, int count)
{
    const QList<quint16> &models = m_byStanding[standing];
    if (models.isEmpty())
        return draw(QStringLiteral("waiting"), count);
    for (int n = 0; n < count; ++n) {
        const quint16 model = models.at(m_dice.below(models.size()));
        Room room = roomOf(m_models[model], standing);
        if (standing == u"waiting" && !m_dice.percent(10)) // most deadlines lie within the next days
            room.to = std::min(room.to, dayMinutes);
        const qint64 moved = m_dice.between(room.from, room.to);
        m_plans.push_back({m_models[model].admittedAt.plusMs(moved * domain::minuteMs).ms(), static_cast<quint32>(m_plans.size()), model,
                           static_cast<qint32>(moved)});
    }
}

void Crowd::plan(int count)
{
    m_plans.clear();
    m_plans.reserve(static_cast<size_t>(count));
    m_next = 0;
    m_buyerCount = std::max(1, count / 5 * 4); // some come again
    for (const QJsonValue &value : arrayOf(m_day, "standing")) {
        const QJsonObject standing = value.toObject();
        if (standing.value(QStringLiteral("word")) == QStringLiteral("waiting"))
            continue; // whatever is left
        qint64 many = standing.value(QStringLiteral("share")).toInteger() * count / sharesOf;
        if (const qint64 most = standing.value(QStringLiteral("atMost")).toInteger(); most > 0)
            many = std::min<qint64>(most, count / 100);
        draw(standing.value(QStringLiteral("word")).toString(), static_cast<int>(many));
    }
    draw(QStringLiteral("waiting"), count - static_cast<int>(m_plans.size()));
    std::ranges::sort(m_plans, std::less<>());
}

const Crowd::Shop &Crowd::shopFor(const storage::CopyModel &model)
{
    QList<Shop> &shops = m_shops[QString(model.platform + u'/' + model.category)];
    if (shops.isEmpty()) {
        const QJsonObject byCategory = m_day.value(QStringLiteral("shopLast")).toObject();
        const QJsonArray last = byCategory.value(byCategory.contains(model.category) ? model.category : QStringLiteral("other")).toArray();
        for (int n = 0; n < shopsOfAKind; ++n) {
            const int number = firstShop + m_shopNumber++;
            const QString place = m_dice.pick(m_places).toString();
            shops.append({QStringLiteral("sh-%1").arg(number),
                          QString(m_dice.pick(arrayOf(m_day, "shopFirst")).toString() + m_dice.pick(last).toString() + m_dice.pick(arrayOf(m_day, "shopKind")).toString()),
                          QStringLiteral("13900%1").arg(padded(number, 6)), QStringLiteral("%1%2号仓").arg(place).arg(1 + m_dice.below(90))});
        }
    }
    // A few shops have most of the cases.
    const qint64 thousandth = m_dice.below(1000);
    return shops.at(thousandth * thousandth * thousandth / 1'000'000 * shopsOfAKind / 1000);
}

std::optional<storage::CaseCopy> Crowd::next()
{
    if (m_next >= m_plans.size())
        return std::nullopt;
    const Plan &plan = m_plans[m_next];
    const int number = firstCaseNumber + static_cast<int>(m_next++);
    const storage::CopyModel &model = m_models[plan.model];
    const qint64 moved = plan.movedMinutes * domain::minuteMs;
    const Shop &shop = shopFor(model);
    const qint64 buyer = m_dice.below(m_buyerCount);
    storage::CaseCopy copy;
    copy.model = plan.model;
    copy.movedMs = moved;
    copy.caseNo = QStringLiteral("D-26-%1").arg(number);
    const QDate ordered = model.orderedAt.plusMs(moved).toPlatform().date();
    copy.orderNo = QStringLiteral("69%1%2%3").arg(padded(ordered.year() % 100 * 10'000 + ordered.month() * 100 + ordered.day(), 6))
                       .arg(1000 + m_dice.below(9000)).arg(number);
    copy.afterSaleNo = QStringLiteral("AS-%1").arg(number);
    if (!model.waybill.isEmpty())
        copy.waybill = QString(model.waybill.first(2) + padded(2609, 4) + padded(number, 8) + padded(m_dice.below(100), 2));
    copy.buyerId = QStringLiteral("by-%1").arg(firstBuyer + buyer);
    copy.buyerName = m_buyers.at(buyer % m_buyers.size()).toString();
    copy.buyerPhone = QStringLiteral("1390%1").arg(padded(buyer, 7));
    copy.buyerAddress = QStringLiteral("%1%2号%3栋%4室").arg(m_places.at(buyer % m_places.size()).toString()).arg(1 + buyer % 179)
                            .arg(1 + buyer % 19).arg(100 * (1 + buyer % 17) + 1 + buyer % 4);
    copy.shopId = shop.id;
    copy.shopName = shop.name;
    copy.shopPhone = shop.phone;
    copy.shopAddress = shop.address;
    if (!model.priceFixed) {
        // From half to nearly twice as much, and now and then a multiple of it.
        const qint64 percent = m_dice.percent(4) ? m_dice.between(300, 900) : m_dice.between(50, 190);
        copy.paid = domain::Money(std::max(lowestPrice, model.paid.fen() * percent / 10'000 * 100));
    }
    return copy;
}

} // namespace arb::app::demo
