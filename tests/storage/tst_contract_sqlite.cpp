// SPDX-License-Identifier: GPL-3.0-or-later
#include "testdesk.h"

#include <QtCore/QTemporaryDir>

using namespace arb::tests;

class TstContractSqlite : public StoreContract
{
    Q_OBJECT

protected:
    ContractStores fresh() override
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_address = newSqliteDesk(m_folder->path());
        return storesOn(m_address);
    }
    ContractStores another() override { return storesOn(m_address); }
    void drop() override { m_folder.reset(); }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    arb::storage::DatabaseAddress m_address;
};

QObject *make_tst_contract_sqlite()
{
    return new TstContractSqlite;
}

#include "tst_contract_sqlite.moc"
