// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <presentation/formats.h>

#include <ui/theme.h>

class QModelIndex;

namespace arb::ui {

/// How urgency looks wherever a row of the queue shows it: an icon and a colour beside the words.
struct UrgencyLook
{
    QString icon;
    QColor color;
};
UrgencyLook urgencyLook(presentation::Urgency urgency, const Tokens &tokens);
UrgencyLook urgencyLook(const QModelIndex &index, const Tokens &tokens); ///< of a row of the QueueModel

} // namespace arb::ui
