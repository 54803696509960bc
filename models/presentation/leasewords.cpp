// SPDX-License-Identifier: GPL-3.0-or-later
#include <presentation/leasewords.h>

#include <presentation/formats.h>

#include <QtCore/QCoreApplication>

namespace arb::presentation {

namespace {

struct LeaseWords
{
    Q_DECLARE_TR_FUNCTIONS(Lease)
};

/// "12:41": minutes and seconds, whole ones.
QString countdown(qint64 ms)
{
    const qint64 seconds = ms / 1000;
    return QStringLiteral("%1:%2").arg(seconds / 60).arg(seconds % 60, 2, 10, QLatin1Char('0'));
}

} // namespace

QString leaseText(const usecases::CaseHeader &header, const usecases::Lease &lease, domain::PersonId me, domain::UtcMs now)
{
    const bool mine = header.holder == me && !me.isNull();
    switch (lease.phase) {
    case usecases::LeasePhase::None:
        return {};
    case usecases::LeasePhase::Running:
    case usecases::LeasePhase::Grace:
        if (!mine)
            return LeaseWords::tr("%1 holds it until %2").arg(header.holderName, shortTimeText(*header.leaseUntil, now));
        return lease.phase == usecases::LeasePhase::Running ? LeaseWords::tr("Held by you · %1 left").arg(countdown(lease.leftMs))
                                                            : LeaseWords::tr("Hold ends in %1: any act renews it").arg(countdown(lease.leftMs));
    case usecases::LeasePhase::Over:
        return mine ? LeaseWords::tr("Hold ended, draft kept: claim again")
                    : LeaseWords::tr("The hold of %1 has ended; the case is free").arg(header.holderName);
    }
    return {};
}

} // namespace arb::presentation
