// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/answers.h"

#include <QtCore/QStringDecoder>

#include <algorithm>
#include <bit>
#include <cerrno>
#include <cmath>
#include <limits>

#include <sys/mman.h>
#include <unistd.h>

namespace arb::media {

namespace wire = decode::wire;
using domain::Failure;

MediaError errorFrom(decode::DecodeError error)
{
    using D = decode::DecodeError;
    switch (error) {
    case D::Empty: return MediaError::Empty;
    case D::Unreadable: return MediaError::Unreadable;
    case D::UnknownFormat: return MediaError::UnknownFormat;
    case D::Refused: return MediaError::Refused;
    case D::TooLarge: return MediaError::TooLarge;
    case D::Damaged: return MediaError::Damaged;
    case D::Abandoned: return MediaError::Abandoned;
    case D::TimedOut: return MediaError::TimedOut;
    case D::TooManyFrames: return MediaError::TooManyFrames;
    case D::NoMemory: return MediaError::NoMemory;
    }
    return MediaError::Damaged;
}

namespace {

constexpr std::int64_t longestUs = std::int64_t{1'000'000} * 86'400 * 365 * 200; ///< no film lasts 200 years

bool isTime(std::int64_t us)
{
    return us > -longestUs && us < longestUs;
}

bool sidesFit(std::int64_t width, std::int64_t height, qint64 maxPixels)
{
    return width > 0 && height > 0 && width <= decode::limits::maxSide && height <= decode::limits::maxSide && width * height <= maxPixels;
}

struct SharedPixels
{
    void *start = nullptr;
    std::size_t bytes = 0;
};

void forgetPixels(void *shared)
{
    const std::unique_ptr<SharedPixels> pixels(static_cast<SharedPixels *>(shared));
    ::munmap(pixels->start, pixels->bytes);
}

/// The helper's memory as an image, without a copy. Null when the numbers do not fit each other.
QImage imageOf(const HelperAnswer &answer, qint64 maxPixels)
{
    const std::int64_t width = answer.told.values[0], height = answer.told.values[1];
    if (!sidesFit(width, height, maxPixels) || answer.told.bytes != static_cast<std::uint64_t>(width * height) * 4)
        return {};
    auto shared = std::make_unique<SharedPixels>();
    shared->bytes = static_cast<std::size_t>(answer.told.bytes);
    // Private: older systems refuse to share what is sealed against writing. All at once: no fault for every page.
    shared->start = ::mmap(nullptr, shared->bytes, PROT_READ, MAP_PRIVATE | MAP_POPULATE, answer.memory.fd(), 0);
    if (shared->start == MAP_FAILED)
        return {};
    const auto *pixels = static_cast<const uchar *>(shared->start);
    return QImage(pixels, static_cast<int>(width), static_cast<int>(height), static_cast<qsizetype>(width) * 4, QImage::Format_RGB32,
                  forgetPixels, shared.release());
}

/// Small answers are read, not mapped.
bool readInto(const HelperAnswer &answer, void *to, std::size_t size)
{
    std::size_t done = 0;
    while (done < size) {
        const ssize_t got = ::pread(answer.memory.fd(), static_cast<char *>(to) + done, size - done, static_cast<off_t>(done));
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return false;
        done += static_cast<std::size_t>(got);
    }
    return true;
}

/// Exactly what a Facts string may be: short UTF-8 without control characters. False for anything else.
bool textFrom(const wire::FactsBlock::Text &text, std::string &to)
{
    if (text.size > text.bytes.size())
        return false;
    to.assign(text.bytes.data(), static_cast<std::size_t>(text.size));
    if (std::ranges::any_of(to, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }))
        return false;
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString decoded = decoder.decode(QByteArrayView(to.data(), static_cast<qsizetype>(to.size())));
    if (decoder.hasError() || decoded.toUtf8().size() != static_cast<qsizetype>(to.size())) // cut inside a character
        return false;
    return true;
}

bool isBool(std::int64_t number)
{
    return number == 0 || number == 1;
}

bool areFactsPossible(const wire::FactsBlock &block)
{
    constexpr std::int64_t intMost = std::numeric_limits<int>::max();
    return block.format >= 0 && block.format <= static_cast<std::int64_t>(decode::FileFormat::MpegTs) && block.width >= 0
        && block.width <= intMost && block.height >= 0 && block.height <= intMost && block.durationUs >= 0 && isTime(block.durationUs)
        && block.frames >= 0 && block.frames <= decode::limits::maxFrames && isTime(block.firstPtsUs) && isTime(block.lastPtsUs)
        && isBool(block.hasSound) && isBool(block.hasPlace) && isBool(block.thumbnailDiffers) && isBool(block.contentCredentials)
        && std::abs(block.latitudeE6) <= 90'000'000 && std::abs(block.longitudeE6) <= 180'000'000;
}

} // namespace

Media<HelperPicture> pictureFrom(HelperAnswer &&answer, qint64 maxPixels)
{
    const auto &values = answer.told.values;
    // A scaled decode shows less than the file has, never more.
    const bool possible = sidesFit(values[2], values[3], maxPixels) && values[0] <= values[2] && values[1] <= values[3] && isBool(values[4]);
    QImage image = possible ? imageOf(answer, maxPixels) : QImage();
    if (image.isNull())
        return Failure{MediaError::HelperDied};
    return HelperPicture{std::move(image), QSize(static_cast<int>(values[2]), static_cast<int>(values[3])), values[4] != 0};
}

Media<MediaFilmInfo> filmFrom(HelperAnswer &&answer, qint64 maxPixels)
{
    const auto &values = answer.told.values;
    const std::uint64_t count = answer.told.bytes / sizeof(qint64);
    const auto aspect = std::bit_cast<double>(values[3]), rate = std::bit_cast<double>(values[4]);
    const bool possible = sidesFit(values[0], values[1], maxPixels) && values[2] >= 0 && values[2] < 360 && values[2] % 90 == 0
        && aspect >= 0.1 && aspect <= 10.0 && std::isfinite(rate) && rate > 0 && values[5] >= 0 && isTime(values[5]) && isBool(values[6])
        && answer.told.bytes % sizeof(qint64) == 0 && count > 0 && count <= static_cast<std::uint64_t>(decode::limits::maxFrames);
    if (!possible)
        return Failure{MediaError::HelperDied};
    MediaFilmInfo info;
    info.ptsUs.resize(static_cast<qsizetype>(count));
    if (!readInto(answer, info.ptsUs.data(), static_cast<std::size_t>(answer.told.bytes)) || !std::ranges::is_sorted(info.ptsUs)
        || !isTime(info.ptsUs.constFirst()) || !isTime(info.ptsUs.constLast()))
        return Failure{MediaError::HelperDied};
    info.size = QSize(static_cast<int>(values[0]), static_cast<int>(values[1]));
    info.rotation = static_cast<int>(values[2]);
    info.pixelAspect = aspect;
    info.framesPerSecond = rate;
    info.durationUs = values[5];
    info.hasSound = values[6] != 0;
    return info;
}

Media<MediaFrame> frameFrom(HelperAnswer &&answer, qint64 maxPixels)
{
    QImage image = imageOf(answer, maxPixels);
    if (image.isNull())
        return Failure{MediaError::HelperDied};
    return MediaFrame{std::move(image), answer.told.values[2], answer.told.values[3]};
}

Media<MediaSound> soundFrom(HelperAnswer &&answer)
{
    constexpr std::uint64_t sampleBytes = 4, most = 4 << 20; // stereo of 16 bits; no codec packs 20 seconds into one chunk
    if (answer.told.bytes % sampleBytes != 0 || answer.told.bytes > most || !isTime(answer.told.values[0]))
        return Failure{MediaError::HelperDied};
    MediaSound sound{QByteArray(static_cast<qsizetype>(answer.told.bytes), Qt::Uninitialized), answer.told.values[0]};
    if (!readInto(answer, sound.pcm.data(), static_cast<std::size_t>(answer.told.bytes)))
        return Failure{MediaError::HelperDied};
    return sound;
}

Media<decode::Facts> factsFrom(HelperAnswer &&answer)
{
    wire::FactsBlock block;
    decode::Facts facts;
    if (answer.told.bytes != sizeof block || !readInto(answer, &block, sizeof block) || !areFactsPossible(block)
        || !textFrom(block.capturedAt, facts.capturedAt) || !textFrom(block.modifiedAt, facts.modifiedAt)
        || !textFrom(block.device, facts.device) || !textFrom(block.software, facts.software))
        return Failure{MediaError::HelperDied};
    facts.format = static_cast<decode::FileFormat>(block.format);
    facts.width = static_cast<int>(block.width);
    facts.height = static_cast<int>(block.height);
    facts.durationUs = block.durationUs;
    facts.frames = block.frames;
    facts.firstPtsUs = block.firstPtsUs;
    facts.lastPtsUs = block.lastPtsUs;
    facts.hasSound = block.hasSound != 0;
    facts.hasPlace = block.hasPlace != 0;
    facts.latitudeE6 = static_cast<std::int32_t>(block.latitudeE6);
    facts.longitudeE6 = static_cast<std::int32_t>(block.longitudeE6);
    facts.thumbnailDiffers = block.thumbnailDiffers != 0;
    facts.contentCredentials = block.contentCredentials != 0;
    return facts;
}

} // namespace arb::media
