// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace arb::app {

class Cli;
class Arguments;

/// `mark`: points something out on an exhibit of a case, or removes a mark.
int markEvidence(Cli &cli, Arguments &arguments);

} // namespace arb::app
