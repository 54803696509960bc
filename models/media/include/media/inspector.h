// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <usecases/ports.h>

namespace arb::media {

/// What a file says about itself, for intake: width, height, durationUs, frames, hasSound, hasPlace, capturedAt, device,
/// software, format, pages; only what is known. Never fails: a file that cannot be read says nothing but "unreadable".
class FileInspector final : public usecases::MediaInspector
{
public:
    QJsonObject inspect(int fd, domain::ExhibitKind kind) override;
};

} // namespace arb::media
