// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <usecases/lease.h>

#include <QtCore/QString>

namespace arb::presentation {

/// "held by you · 12:41 left", in the last minutes "ends in 1:30 – do anything in it to keep it"; of another's case
/// "陈默 holds it until 09:42". Empty when nobody holds the case.
QString leaseText(const usecases::CaseHeader &header, const usecases::Lease &lease, domain::PersonId me, domain::UtcMs now);

} // namespace arb::presentation
