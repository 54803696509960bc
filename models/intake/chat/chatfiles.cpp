// SPDX-License-Identifier: GPL-3.0-or-later
#include <intake/chatfiles.h>

#include <intake/chatlog.h>

namespace arb::intake {

domain::ChatLog ChatFiles::readChat(const QByteArray &bytes)
{
    return intake::readChat(bytes);
}

} // namespace arb::intake
