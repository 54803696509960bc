// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

namespace arb::intake {

struct JsonTree
{
    nlohmann::json root;
};

} // namespace arb::intake
