// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace arb::app {

class Cli;
class Arguments;

/// `letter`: writes the letter that tells one side how its case was decided.
int letterVerb(Cli &cli, Arguments &arguments);

} // namespace arb::app
