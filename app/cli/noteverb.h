// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace arb::app {

class Cli;
class Arguments;

/// `note`: writes a note of the desk, lists a case's notes, or removes one.
int noteVerb(Cli &cli, Arguments &arguments);
/// `derive`: makes an exhibit of a place in another one.
int deriveVerb(Cli &cli, Arguments &arguments);

} // namespace arb::app
