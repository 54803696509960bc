// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

/// For `arbiter bench films`: bare libav on the film at @p path as somebody would write it who trusts the file, with two decoder
/// threads. Prints a line "CPU ms, wall ms" for each thing done. @p task: "first" opens it and shows the first frame; "decode"
/// decodes frames [first] to [last] without showing them; "seek" goes to each of @p frames exactly and shows it. A frame is shown
/// when it lies in memory as 32-bit pixels. Status of the program.
int timeFilm(std::string_view task, const char *path, const std::vector<const char *> &frames);
