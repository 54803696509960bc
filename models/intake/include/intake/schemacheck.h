// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <intake/strictjson.h>
namespace arb::intake {
inline domain::Result<void, JsonFault> checkSchema(const QJsonObject &, const QString &) { return {}; }
}
