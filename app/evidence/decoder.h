// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <media/decodeservice.h>
#include <usecases/deskpolicy.h>

namespace arb::app {

/// The helper that was built or installed with this program.
media::DecodeService::Options decoderOptions();
media::DecodeLimits decodeLimitsOf(const usecases::DeskPolicy &policy);

/// How evidence is decoded on this rung, and how to mend it where that is not the best: for doctor and About.
QString decoderSentence(media::Protection protection);

} // namespace arb::app
