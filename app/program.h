// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "options.h"

namespace arb::app {

class Cli;

/// The whole program: parses, chooses between window and verb, answers the exit status.
int runProgram(int argc, char **argv);
/// `arbiter demo`: makes the workspace and opens it in the window.
int runDemo(Cli &cli, Arguments &arguments);
/// A completion script for bash that knows every verb and global option.
QString completionScript();
/// The manual page in roff, made of the same tables as --help.
QString manualPage();

} // namespace arb::app
