// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace arb::app {

class Cli;
class Arguments;

/// `chat`: the platform's log or an exported chat, line by line, with what was not understood and where the two differ.
int chat(Cli &cli, Arguments &arguments);

} // namespace arb::app
