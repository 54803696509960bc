// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/evidenceports.h>

namespace arb::app {

/// An exported chat as the window shows it, read as @p reading says, beside @p platform where that has messages. @p masks: those of the case, so that
/// they do not look like differences. Where nothing else tells day from month, @p platform may settle it. Any thread.
ui::ReadChat readChatOf(const QByteArray &bytes, const domain::ChatReading &reading, const QList<domain::ChatMessage> &platform, const domain::Masks &masks);

} // namespace arb::app
