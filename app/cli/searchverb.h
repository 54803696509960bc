// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace arb::app {

class Arguments;
class Cli;

/// `search`: where in a case words stand, what a machine read in its pictures included, and called so. Masked as in `show`.
int searchVerb(Cli &cli, Arguments &arguments);

} // namespace arb::app
