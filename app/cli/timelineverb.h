// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace arb::app {

class Cli;
class Arguments;

/// `timeline`: a case's events by time with their lanes, and what does not fit together. Personal data is masked as in `show`.
int showTimeline(Cli &cli, Arguments &arguments);

} // namespace arb::app
