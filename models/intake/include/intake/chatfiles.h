// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <usecases/ports.h>

namespace arb::intake {

/// The importers (intake/chatlog.h) behind the use cases' port: what a citation of a message is held against is what the
/// viewer shows. Has no state; reads nothing but the bytes it is given, told nothing about them.
class ChatFiles final : public usecases::ChatReader
{
public:
    domain::ChatLog readChat(const QByteArray &bytes) override;
};

} // namespace arb::intake
