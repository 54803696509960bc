// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <usecases/casecommands.h>

/// Commands as the desk remembers them: each id with what was wished and what was answered, so that a wish that arrives
/// twice is fulfilled once.
namespace arb::usecases {

/// Of who wishes what of which case: the same wish has the same digest.
QByteArray commandDigest(const Command &command, domain::CaseId id, const char *action, const QJsonObject &arguments);
/// The receipt of an earlier command with this @p id; nothing when there is none or no id; OtherContent when it was another
/// wish, BadValue for what cannot be an id.
Done<std::optional<Receipt>> earlierReceipt(CaseStore &cases, const QString &id, const QByteArray &digest);
/// What is remembered of @p command once it is done; nothing when it has no id.
std::optional<CommandRecord> commandRecord(const Command &command, const QByteArray &digest, const Receipt &receipt, domain::UtcMs now);
/// What @p record had answered, marked as a repetition.
Receipt receiptOf(const CommandRecord &record);

} // namespace arb::usecases
