// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <media/decodeservice.h>

#include <usecases/ports.h>

namespace arb::media {

/// What a file says about itself, for intake: width, height, durationUs, frames, firstPtsUs, lastPtsUs, hasSound (that can be heard),
/// unplayedSound (without it: what the coding of the sound is called that the film has all the same), hasPlace with latitudeE6 and
/// longitudeE6 (millionths of a degree, north and east positive), capturedAt, modifiedAt, device, software, hiddenFrames (with the very time of another one, of which one is shown), secondRecording
/// (behind the film, which is not made of it), thumbnailDiffers,
/// contentCredentials, format, pages, pageSizes (pixels at 144 dpi); only what is known or true.
/// Never fails: a file that cannot be read says nothing but "unreadable", and "soundOnly" where it holds
/// sound and no pictures.
class FileInspector final : public usecases::MediaInspector
{
public:
    /// The service must outlive it.
    explicit FileInspector(const DecodeService &service) : m_service(service) {}
    QJsonObject inspect(int fd, domain::ExhibitKind kind) override;
    QList<qint64> frameTimes(int fd) override;

private:
    const DecodeService &m_service;
};

} // namespace arb::media
