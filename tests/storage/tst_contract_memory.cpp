// SPDX-License-Identifier: GPL-3.0-or-later
#include <contracts/storecontract.h>
#include <memorystore.h>

using namespace arb::tests;

/// The fake keeps the contract that it stands in for.
class TstContractMemory : public StoreContract
{
    Q_OBJECT

protected:
    ContractStores fresh() override
    {
        m_store = std::make_shared<MemoryStore>();
        return another();
    }
    ContractStores another() override { return {m_store.get(), m_store.get(), m_store.get(), m_store.get(), m_store.get(), m_store.get(), m_store.get(), m_store.get(), m_store}; }
    void drop() override { m_store.reset(); }

private:
    std::shared_ptr<MemoryStore> m_store;
};

QObject *make_tst_contract_memory()
{
    return new TstContractMemory;
}

#include "tst_contract_memory.moc"
