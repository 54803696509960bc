// SPDX-License-Identifier: GPL-3.0-or-later
#include "testdesk.h"

using namespace arb::tests;

class TstContractPostgresql : public StoreContract
{
    Q_OBJECT

protected:
    ContractStores fresh() override
    {
        m_desk = std::make_unique<PostgresqlDesk>();
        return storesOn(m_desk->address());
    }
    ContractStores another() override { return storesOn(m_desk->address()); }
    void drop() override { m_desk.reset(); }

private:
    std::unique_ptr<PostgresqlDesk> m_desk;
};

QObject *make_tst_contract_postgresql()
{
    return new TstContractPostgresql;
}

#include "tst_contract_postgresql.moc"
