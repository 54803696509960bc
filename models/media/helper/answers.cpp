// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/answers.h"

#include "helper/newimage.h"

#include <QtCore/QStringDecoder>

#include <algorithm>
#include <bit>
#include <cerrno>
#include <cmath>
#include <cstring>
#include <functional>
#include <limits>
#include <vector>

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
    case D::SoundOnly: return MediaError::SoundOnly;
    }
    return MediaError::Damaged;
}

bool sidesFit(std::int64_t width, std::int64_t height, qint64 maxPixels)
{
    return width > 0 && height > 0 && width <= decode::limits::maxSide && height <= decode::limits::maxSide && width * height <= maxPixels;
}

bool readInto(const HelperAnswer &answer, void *to, std::size_t size, std::size_t from)
{
    if (answer.mapped && from <= answer.mapped->size() && size <= answer.mapped->size() - from) {
        std::memcpy(to, static_cast<const char *>(answer.mapped->data()) + from, size);
        return true;
    }
    std::size_t done = 0;
    while (done < size) {
        const ssize_t got = ::pread(answer.memory.fd(), static_cast<char *>(to) + done, size - done, static_cast<off_t>(from + done));
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return false;
        done += static_cast<std::size_t>(got);
    }
    return true;
}

namespace {

constexpr std::int64_t longestUs = std::int64_t{1'000'000} * 86'400 * 365 * 200; ///< no film lasts 200 years

bool isTime(std::int64_t us)
{
    return us > -longestUs && us < longestUs;
}

/// The helper's pixels, copied. Null when the numbers do not fit each other.
QImage imageOf(const HelperAnswer &answer, qint64 maxPixels)
{
    const std::int64_t width = answer.told.values[0], height = answer.told.values[1];
    if (!sidesFit(width, height, maxPixels) || answer.told.bytes != static_cast<std::uint64_t>(width * height) * 4)
        return {};
    QImage image = newImage(QSize(static_cast<int>(width), static_cast<int>(height)));
    // Rows of four-byte pixels have no padding, neither there nor here.
    if (image.isNull() || !readInto(answer, image.bits(), static_cast<std::size_t>(answer.told.bytes)))
        return {};
    return image;
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

/// Frames, key frames and gaps of a film: as many as there can be, and as many as came.
bool areCountsPossible(const wire::Answer &told)
{
    const std::int64_t frames = told.values[7], keys = told.values[8], gaps = told.values[9];
    const bool possible = frames > 0 && frames <= decode::limits::maxFrames && keys >= 0 && keys <= frames && gaps >= 0
        && gaps <= static_cast<std::int64_t>(decode::limits::maxGaps);
    return possible && told.bytes == static_cast<std::uint64_t>(frames + keys + 2 * gaps) * sizeof(qint64) + sizeof(wire::FactsBlock::Text);
}

/// Each number above the one before.
bool isRising(const QList<qint64> &numbers)
{
    return std::ranges::adjacent_find(numbers, std::greater_equal<>()) == numbers.cend();
}

bool areFactsPossible(const wire::FactsBlock &block)
{
    constexpr std::int64_t intMost = std::numeric_limits<int>::max();
    return block.format >= 0 && block.format <= static_cast<std::int64_t>(decode::FileFormat::MpegTs) && block.width >= 0
        && block.width <= intMost && block.height >= 0 && block.height <= intMost && block.durationUs >= 0 && isTime(block.durationUs)
        && block.frames >= 0 && block.frames <= decode::limits::maxFrames && isTime(block.firstPtsUs) && isTime(block.lastPtsUs)
        && isBool(block.hasSound) && isBool(block.hasPlace) && isBool(block.thumbnailDiffers) && isBool(block.contentCredentials) && isBool(block.holdsSecondRecording)
        && block.hiddenFrames >= 0 && block.hiddenFrames <= decode::limits::maxFrames
        && std::abs(block.latitudeE6) <= 90'000'000 && std::abs(block.longitudeE6) <= 180'000'000;
}

bool isHintPossible(const wire::HintBlock &block)
{
    return block.kind >= 0 && block.kind <= static_cast<std::int64_t>(domain::FilmHint::Kind::Resized) && isTime(block.fromUs) && isTime(block.toUs)
        && block.fromUs <= block.toUs && block.beforeFrame >= 0 && block.beforeFrame <= block.afterFrame
        && block.afterFrame < decode::limits::maxFrames && block.strength >= 1 && block.strength <= 1000;
}

bool isCodePossible(const wire::CodeBlock &block, std::int64_t width, std::int64_t height)
{
    return block.symbology >= 0 && block.symbology <= static_cast<std::int64_t>(domain::FoundCode::Symbology::Itf) && block.frame >= 0
        && block.frame < decode::limits::maxFrames && isTime(block.ptsUs) && isTime(block.lastUs) && block.ptsUs <= block.lastUs && block.x >= 0
        && block.y >= 0 && block.width >= 1 && block.height >= 1 && block.width <= width && block.height <= height && block.x <= width - block.width
        && block.y <= height - block.height && block.text.size >= 1 && block.text.size <= block.text.bytes.size();
}

/// What every step of a search tells; at its end also as many whole blocks as there may be. False where it cannot be.
template<typename Block, typename Found>
bool stepFrom(const HelperAnswer &answer, std::size_t most, SearchStep<Found> &step, std::vector<Block> &blocks)
{
    const auto &told = answer.told;
    if (!isBool(told.values[0]) || told.values[1] < 0 || told.values[1] > 1000 || told.bytes % sizeof(Block) != 0
        || told.bytes / sizeof(Block) > most || (told.values[0] == 0 && told.bytes != 0))
        return false;
    step.done = told.values[0] == 1;
    step.permille = static_cast<int>(told.values[1]);
    blocks.resize(static_cast<std::size_t>(told.bytes) / sizeof(Block));
    return blocks.empty() || readInto(answer, blocks.data(), blocks.size() * sizeof(Block));
}

} // namespace

Media<MediaFilmInfo> filmFrom(HelperAnswer &&answer, qint64 maxPixels)
{
    const auto &values = answer.told.values;
    const auto aspect = std::bit_cast<double>(values[3]), rate = std::bit_cast<double>(values[4]);
    const bool possible = sidesFit(values[0], values[1], maxPixels) && values[2] >= 0 && values[2] < 360 && values[2] % 90 == 0
        && aspect >= 0.1 && aspect <= 10.0 && std::isfinite(rate) && rate > 0 && values[5] >= 0 && isTime(values[5]) && isBool(values[6])
        && areCountsPossible(answer.told);
    if (!possible)
        return Failure{MediaError::HelperDied};
    MediaFilmInfo info;
    info.ptsUs.resize(static_cast<qsizetype>(values[7]));
    info.keyFrames.resize(static_cast<qsizetype>(values[8]));
    QList<qint64> ends(static_cast<qsizetype>(values[9] * 2));
    const auto frameBytes = static_cast<std::size_t>(info.ptsUs.size()) * sizeof(qint64), keyBytes = static_cast<std::size_t>(info.keyFrames.size()) * sizeof(qint64),
               endBytes = static_cast<std::size_t>(ends.size()) * sizeof(qint64);
    wire::FactsBlock::Text kind;
    std::string soundKind;
    const bool read = readInto(answer, info.ptsUs.data(), frameBytes) && readInto(answer, info.keyFrames.data(), keyBytes, frameBytes)
        && readInto(answer, ends.data(), endBytes, frameBytes + keyBytes) && readInto(answer, &kind, sizeof kind, frameBytes + keyBytes + endBytes);
    if (!read || !textFrom(kind, soundKind) || !std::ranges::is_sorted(info.ptsUs) || !isTime(info.ptsUs.constFirst()) || !isTime(info.ptsUs.constLast()))
        return Failure{MediaError::HelperDied};
    if (!isRising(info.keyFrames) || (!info.keyFrames.isEmpty() && (info.keyFrames.constFirst() < 0 || info.keyFrames.constLast() >= values[7])))
        return Failure{MediaError::HelperDied};
    // One gap after the other, and each from somewhere to somewhere later.
    if (!isRising(ends) || (!ends.isEmpty() && (!isTime(ends.constFirst()) || !isTime(ends.constLast()))))
        return Failure{MediaError::HelperDied};
    for (qsizetype n = 0; n < ends.size(); n += 2)
        info.gaps.append({ends[n], ends[n + 1]});
    info.size = QSize(static_cast<int>(values[0]), static_cast<int>(values[1]));
    info.rotation = static_cast<int>(values[2]);
    info.pixelAspect = aspect;
    info.framesPerSecond = rate;
    info.durationUs = values[5];
    info.hasSound = values[6] != 0;
    info.unplayedSound = QString::fromStdString(soundKind);
    return info;
}

Media<MediaFrame> frameFrom(HelperAnswer &&answer, qint64 maxPixels)
{
    QImage image = imageOf(answer, maxPixels);
    if (image.isNull() || !isBool(answer.told.values[4]))
        return Failure{MediaError::HelperDied};
    return MediaFrame{std::move(image), answer.told.values[2], answer.told.values[3], answer.told.values[4] != 0};
}

Media<QList<MediaSoundPeak>> peaksFrom(HelperAnswer &&answer, int count)
{
    static_assert(sizeof(MediaSoundPeak) == 2 * sizeof(qint16));
    const bool none = answer.told.bytes == 0; // a film without sound
    QList<MediaSoundPeak> peaks(none ? 0 : count);
    const std::size_t bytes = static_cast<std::size_t>(peaks.size()) * sizeof(MediaSoundPeak);
    const bool possible = answer.told.bytes == bytes && readInto(answer, peaks.data(), bytes);
    if (!possible || std::ranges::any_of(peaks, [](const MediaSoundPeak &peak) { return peak.low > peak.high; }))
        return Failure{MediaError::HelperDied};
    return peaks;
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
        || !textFrom(block.device, facts.device) || !textFrom(block.software, facts.software) || !textFrom(block.soundKind, facts.soundKind))
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
    facts.hiddenFrames = block.hiddenFrames;
    facts.holdsSecondRecording = block.holdsSecondRecording != 0;
    return facts;
}

Media<SearchStep<domain::FilmHint>> hintsFrom(HelperAnswer &&answer, qint64)
{
    SearchStep<domain::FilmHint> step;
    std::vector<wire::HintBlock> blocks;
    if (!stepFrom(answer, wire::mostHints, step, blocks) || !std::ranges::all_of(blocks, isHintPossible)
        || !std::ranges::is_sorted(blocks, {}, &wire::HintBlock::fromUs))
        return Failure{MediaError::HelperDied};
    for (const wire::HintBlock &block : blocks) {
        step.found.append({static_cast<domain::FilmHint::Kind>(block.kind), block.fromUs, block.toUs, block.beforeFrame, block.afterFrame,
                           static_cast<int>(block.strength)});
    }
    return step;
}

Media<SearchStep<domain::FoundCode>> codesFrom(HelperAnswer &&answer, qint64 maxPixels)
{
    SearchStep<domain::FoundCode> step;
    std::vector<wire::CodeBlock> blocks;
    if (!stepFrom(answer, wire::mostCodes, step, blocks))
        return Failure{MediaError::HelperDied};
    const std::int64_t width = answer.told.values[2], height = answer.told.values[3];
    if (step.done && !sidesFit(width, height, maxPixels))
        return Failure{MediaError::HelperDied};
    for (const wire::CodeBlock &block : blocks) {
        if (!isCodePossible(block, width, height))
            return Failure{MediaError::HelperDied};
        // A code may say anything, also what is no text: that is the stranger's doing, not the helper's.
        QString text = QString::fromUtf8(block.text.bytes.data(), static_cast<qsizetype>(block.text.size));
        text.removeIf([](QChar c) { return c.category() == QChar::Other_Control; });
        const QRect region(static_cast<int>(block.x), static_cast<int>(block.y), static_cast<int>(block.width), static_cast<int>(block.height));
        step.found.append({text, static_cast<domain::FoundCode::Symbology>(block.symbology), block.frame, block.ptsUs, block.lastUs, region});
    }
    if (!std::ranges::is_sorted(step.found, {}, &domain::FoundCode::ptsUs))
        return Failure{MediaError::HelperDied};
    return step;
}

} // namespace arb::media
