// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storecontract.h"

#include <random>

namespace arb::tests {

/// A desk full of cases in every situation that a queue asks about, at random from a seed; and questions about them.
class RandomQueue
{
public:
    RandomQueue(const ContractStores &stores, quint32 seed);

    /// Admits @p cases new ones; their ids come in no order.
    void admit(int cases);
    /// Changes @p cases of them, chosen at random.
    void stir(int cases);
    /// @p texts: with words and buyers too.
    usecases::QueueQuery query(bool texts);
    const QList<domain::CaseId> &ids() const { return m_ids; }

private:
    int below(int end) { return static_cast<int>(m_random() % static_cast<quint32>(end)); }
    bool rarely(int oneIn) { return below(oneIn) == 0; }
    domain::UtcMs moment() { return contractNow.plusMs((below(97) - 48) * domain::hourMs); }
    domain::PersonId person() { return m_people.at(below(static_cast<int>(m_people.size()))).id; }
    QString oneOf(const QStringList &texts) { return texts.at(below(static_cast<int>(texts.size()))); }
    QStringList some(const QStringList &texts);
    void change(usecases::CaseHeader &row);

    ContractStores m_stores;
    std::mt19937 m_random;
    QList<usecases::Person> m_people;
    QList<domain::CaseId> m_ids;
    int m_number = 0;
};

/// What a difference between two answers is told by.
QString describe(const usecases::QueueQuery &query);

} // namespace arb::tests
