// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialect.h"

namespace arb::storage {

std::unique_ptr<Dialect> makeDialect(const DatabaseAddress &address)
{
    switch (address.engine) {
    case Engine::SQLite: return makeSqliteDialect(address);
    case Engine::PostgreSQL: return makePostgresqlDialect(address);
    }
    return nullptr;
}

} // namespace arb::storage
