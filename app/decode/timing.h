// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// For `arbiter bench pictures`: decodes the JPEG at @p path so that it covers @p width x @p height (0 x 0: full size) and
/// prints how many milliseconds each round took. @p bare: libjpeg-turbo and nothing else, at the DCT scale that just covers;
/// otherwise our own decoder, in this process and without locks. Status of the program.
int timeDecoding(const char *path, bool bare, int width, int height, int rounds);
