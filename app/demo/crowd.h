// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "background.h"
#include "dice.h"

#include <storage/casecopies.h>

#include <QtCore/QHash>
#include <QtCore/QJsonArray>

#include <tuple>
#include <vector>

namespace arb::app::demo {

/// Fills a desk with very many light cases (day.json, "crowd"): how many stand how, when each came in, whose it is. Each
/// is a copy of one of the models, which were told to their end before.
class Crowd
{
public:
    /// @p standings: what each of @p cases, the models in the database, was told as. @p now: the demo's morning.
    static Told<Crowd> of(const QString &source, quint64 seed, const QHash<domain::CaseId, QString> &standings,
                          const std::vector<storage::CopyModel> &models, domain::UtcMs now);

    /// Decides on @p count copies; they come out of next() in the order of their admission.
    void plan(int count);
    /// For the thread that makes the copies.
    std::optional<storage::CaseCopy> next();

private:
    /// How far a model may be moved, in whole minutes: nothing lies in the future, and what waits for a time still waits.
    struct Room
    {
        qint64 from = 0, to = 0;
    };
    struct Plan
    {
        qint64 admittedAt;
        quint32 order; ///< keeps those of one moment in the order in which they were drawn
        quint16 model;
        qint32 movedMinutes;
        bool operator<(const Plan &other) const { return std::tie(admittedAt, order) < std::tie(other.admittedAt, other.order); }
    };
    struct Shop
    {
        QString id, name, phone, address;
    };

    Crowd(const QJsonObject &day, const QJsonObject &catalogue, quint64 seed, std::vector<storage::CopyModel> models, domain::UtcMs now);
    void sortModels(const QHash<domain::CaseId, QString> &standings);
    Room roomOf(const storage::CopyModel &model, const QString &standing) const;
    void draw(const QString &standing, int count);
    const Shop &shopFor(const storage::CopyModel &model);

    QJsonObject m_day;
    QJsonArray m_buyers, m_places;
    Dice m_dice;
    std::vector<storage::CopyModel> m_models;
    domain::UtcMs m_now;
    QHash<QString, QList<quint16>> m_byStanding;
    std::vector<Plan> m_plans;
    size_t m_next = 0;
    qint64 m_buyerCount = 1;
    QHash<QString, QList<Shop>> m_shops; ///< by platform and category
    int m_shopNumber = 0;
};

} // namespace arb::app::demo
