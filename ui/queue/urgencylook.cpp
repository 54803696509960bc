// SPDX-License-Identifier: GPL-3.0-or-later
#include "urgencylook.h"

#include <presentation/queuemodel.h>

namespace arb::ui {

UrgencyLook urgencyLook(presentation::Urgency urgency, const Tokens &t)
{
    switch (urgency) {
    case presentation::Urgency::Overdue: return {QStringLiteral("circle-alert"), t.danger};
    case presentation::Urgency::Soon: return {QStringLiteral("alarm-clock"), t.warning};
    case presentation::Urgency::Calm: return {QStringLiteral("clock"), t.muted};
    case presentation::Urgency::None: return {QStringLiteral("pause"), t.muted};
    }
    return {};
}

UrgencyLook urgencyLook(const QModelIndex &index, const Tokens &t)
{
    return urgencyLook(static_cast<presentation::Urgency>(index.data(presentation::QueueModel::UrgencyRole).toInt()), t);
}

} // namespace arb::ui
