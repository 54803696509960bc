// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <usecases/queuestore.h>

#include <algorithm>

namespace arb::tests {

/// A queue store that passes everything on, and can be told to fail or to be counted.
class ForwardQueue final : public usecases::QueueStore
{
public:
    template<typename T>
    using Stored = usecases::Stored<T>;

    explicit ForwardQueue(usecases::QueueStore &to) : m_to(to) {}

    std::optional<usecases::StoreError> failure; ///< of everything that reads cases
    int searches = 0, readings = 0, textOrders = 0;
    qint64 cursorShift = 0; ///< added to what entries() answers

    Stored<usecases::ChangeCursor> entries(usecases::ChangeCursor since, const std::function<bool(const usecases::QueueEntry &)> &entry) override
    {
        ++readings;
        if (failure)
            return domain::Failure{*failure};
        const auto cursor = m_to.entries(std::max<qint64>(0, since - cursorShift), entry);
        return cursor ? Stored<usecases::ChangeCursor>(*cursor + cursorShift) : cursor;
    }
    Stored<qint64> caseCount() override { return m_to.caseCount(); }
    Stored<QList<usecases::CaseHeader>> rows(std::span<const domain::CaseId> ids) override
    {
        if (failure)
            return domain::Failure{*failure};
        return m_to.rows(ids);
    }
    Stored<QList<domain::CaseId>> search(const QList<usecases::SearchPhrase> &phrases, int limit) override
    {
        ++searches;
        return m_to.search(phrases, limit);
    }
    Stored<void> byText(usecases::QueueSort text, const std::function<bool(domain::CaseId, bool tie)> &row) override
    {
        ++textOrders;
        return m_to.byText(text, row);
    }
    Stored<QList<domain::CaseId>> ofBuyers(const QStringList &buyers) override { return m_to.ofBuyers(buyers); }
    Stored<void> touch(domain::PersonId person, domain::CaseId caseId, domain::UtcMs now) override { return m_to.touch(person, caseId, now); }
    Stored<QList<usecases::Presence>> presence(domain::UtcMs since) override { return m_to.presence(since); }
    Stored<QList<usecases::Notice>> notices(domain::PersonId person) override { return m_to.notices(person); }
    Stored<void> readNotices(domain::PersonId person, const QList<domain::NoteId> &ids) override { return m_to.readNotices(person, ids); }
    Stored<QList<usecases::SavedView>> savedViews(domain::PersonId person) override { return m_to.savedViews(person); }
    Stored<void> saveView(const usecases::SavedView &view) override { return m_to.saveView(view); }
    Stored<void> removeView(domain::PersonId person, const QString &name) override { return m_to.removeView(person, name); }
    Stored<void> skips(domain::UtcMs from, domain::UtcMs to, const std::function<bool(const SkipFact &)> &row) override
    {
        return m_to.skips(from, to, row);
    }

private:
    usecases::QueueStore &m_to;
};

} // namespace arb::tests
