// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <decode/bitmap.h>
#include <decode/outcome.h>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace arb::decode {

/// A stretch without pictures.
struct FilmGap
{
    std::int64_t fromUs = 0, toUs = 0; ///< like FilmInfo::ptsUs
};

/// What is known of a film once it is open. Times are microseconds of the container's timestamps, not rebased.
struct FilmInfo
{
    int width = 0;  ///< upright pixels, before pixel aspect
    int height = 0;
    int rotation = 0;         ///< degrees clockwise that were applied: 0, 90, 180, 270
    bool mirrored = false;    ///< left to right, after that: applied as well
    double pixelAspect = 1.0; ///< width of an upright pixel over its height
    double framesPerSecond = 0.0; ///< average
    /// From the first frame to the end of the last one, which lasts as long as the file says, else as is usual in it; to the end
    /// of the sound that can be heard where that goes on behind it.
    std::int64_t durationUs = 0;
    std::vector<std::int64_t> ptsUs; ///< of every frame in presentation order
    std::vector<std::int64_t> keyFrames; ///< numbers of those that decode by themselves, rising; none in some that are cut out of longer ones
    /// Rising, what the index can tell without decoding: frames much farther apart than usual, packets that arrived damaged, and
    /// what the file promises beyond its last frame (then fromUs is the end of the film: it is cut off).
    std::vector<FilmGap> gaps;
    bool hasSound = false; ///< that can be heard
    std::string soundKind; ///< what the coding of its sound is called ("aac"), also where it cannot be heard; empty: the film has none
    std::int64_t hiddenFrames = 0; ///< frames with the very time of another one, of which one is shown
    bool holdsSecondRecording = false; ///< behind this one, which the film is not made of
    std::string capturedAt, device, software; ///< as in Facts
};

struct FilmFrame
{
    Bitmap bitmap; ///< upright
    std::int64_t index = 0;
    std::int64_t ptsUs = 0;
    bool damaged = false; ///< the decoder noticed damage in it or in what it was made from; it may also notice none
};

/// A film, frame by frame: exact to the frame also at variable rates and backwards. Nothing is ever opened by name; a
/// playlist in disguise is refused. One thread at a time. Keeps decoded frames up to limits::frameCacheBytes.
class Film
{
public:
    /// Indexes the whole film. Reads @p fd (duplicated; the caller keeps its own).
    static Outcome<std::unique_ptr<Film>> open(int fd, const Abandoned &abandoned = {});
    ~Film();
    Film(const Film &) = delete;
    Film &operator=(const Film &) = delete;

    const FilmInfo &info() const;
    /// The frame on show at @p us; before the first frame it is 0.
    std::int64_t indexAt(std::int64_t us) const;
    /// Exactly frame @p index (brought into range). Where damage left a hole, the next frame that exists: see its index.
    Outcome<FilmFrame> frameAt(std::int64_t index, const Abandoned &abandoned = {});
    /// The same, not larger than it has to be to cover the box (upright pixels, before pixel aspect): see decode/halving.h.
    Outcome<FilmFrame> frameCovering(std::int64_t index, int boxWidth, int boxHeight, const Abandoned &abandoned = {});
    /// On the way to frame @p index: the nearest kept frame from its key frame on, or the key frame itself. Decodes one frame at
    /// most, by a decoder of its own, so that the other one keeps its place. See its index. Damaged: there is none; a film that is
    /// cut out of a longer one has no key before its first.
    Outcome<FilmFrame> nearestAtOnce(std::int64_t index, const Abandoned &abandoned = {});
    /// The key frame at or before @p us (before the first key: the first picture there is; see its index), upright, in the shape it is shown (pixel aspect applied), as large as fits into the box.
    Outcome<FilmFrame> thumbnail(std::int64_t us, int boxWidth, int boxHeight, const Abandoned &abandoned = {});

private:
    struct Private;
    explicit Film(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

/// Sound as 16-bit stereo at 48,000 Hz, interleaved.
struct PcmChunk
{
    std::int64_t ptsUs = 0; ///< of the first sample
    std::vector<std::int16_t> samples; ///< empty at the end
};

/// Loudest sample either way of a stretch of sound, of both channels.
struct SoundPeak
{
    std::int16_t low = 0, high = 0;
};
/// Of @p count equal stretches between two times. Empty where there is no sound that can be decoded. Of sound longer than a few
/// minutes only the beginning of each stretch is heard, so that the work stays bounded. Reads @p fd (duplicated).
Outcome<std::vector<SoundPeak>> soundPeaks(int fd, std::int64_t fromUs, std::int64_t toUs, int count, const Abandoned &abandoned = {});

/// The sound of a film, read on its own so that pictures and sound never wait for each other. One thread at a time.
class Sound
{
public:
    static constexpr int sampleRate = 48'000;
    static constexpr int channels = 2;

    /// Refused when there is none. Reads @p fd (duplicated).
    static Outcome<std::unique_ptr<Sound>> open(int fd);
    ~Sound();
    Sound(const Sound &) = delete;
    Sound &operator=(const Sound &) = delete;

    /// The next chunk begins at @p us or at the first sound after it.
    void seek(std::int64_t us);
    Outcome<PcmChunk> next();

private:
    struct Private;
    explicit Sound(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace arb::decode
