// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <decode/continuity.h>
#include <decode/outcome.h>

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

/// Searches that go through a whole film (or over a picture) in slices, so that whoever asked hears how far they are and can
/// call them off. One thread at a time; each reads its file (duplicated) by itself and leaves the film that is played alone.
namespace arb::decode {

/// Interruptions, gaps in the time stamps, holes in the sound, and where the decoder found damage: there, and at its edges, the
/// pictures say nothing about the film, so that nothing else is told of them.
class InterruptionSearch
{
public:
    static Outcome<std::unique_ptr<InterruptionSearch>> open(int fd, const Abandoned &abandoned = {});
    ~InterruptionSearch();
    InterruptionSearch(const InterruptionSearch &) = delete;
    InterruptionSearch &operator=(const InterruptionSearch &) = delete;

    /// Works for about @p slice; true when it came to the end. A damaged end is an end.
    Outcome<bool> goOn(std::chrono::milliseconds slice, const Abandoned &abandoned = {});
    int permille() const; ///< of the way
    /// By time, once it came to the end; of an odd film no more than wire::mostHints.
    std::vector<FilmHint> take();

private:
    struct Private;
    explicit InterruptionSearch(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

/// One list by time, of no more than wire::mostHints: what was guessed from pictures, stamps and sound, and what the file itself tells
/// (@p certain: Joined, Unshown, Resized), none of which is left out for guesses. A cut where one of these is is told once, as that.
std::vector<FilmHint> hintsTogether(std::vector<FilmHint> guessed, std::vector<FilmHint> certain);

enum class Symbology { Code128, Code39, Qr, Ean13, Ean8, Itf };

/// A bar code and where it stands in the upright full-size picture or frame.
struct FoundCode
{
    std::string text; ///< at most 200 bytes of UTF-8 without control characters; never empty
    Symbology symbology = Symbology::Code128;
    std::int64_t frame = 0; ///< that shows it first; 0 in a picture
    std::int64_t ptsUs = 0, lastUs = 0; ///< of that frame, and of the last one that was read without a break
    int x = 0, y = 0, width = 1, height = 1;
};

/// Bar codes in a picture, or in frames of a film: about four a second, more often where one was seen. What shows none is looked at
/// enlarged as well (a film every two seconds, and nothing beyond four million pixels): labels far away. What shows no QR code is
/// looked at mirrored as well (a film twice a second): selfie cameras. A code is placed in the file's own picture either way.
class CodeSearch
{
public:
    static Outcome<std::unique_ptr<CodeSearch>> open(int fd, const Abandoned &abandoned = {});
    ~CodeSearch();
    CodeSearch(const CodeSearch &) = delete;
    CodeSearch &operator=(const CodeSearch &) = delete;

    Outcome<bool> goOn(std::chrono::milliseconds slice, const Abandoned &abandoned = {});
    int permille() const;
    int width() const; ///< of the upright full-size picture, once it came to the end
    int height() const;
    /// By time; no more than wire::mostCodes.
    std::vector<FoundCode> take();

private:
    struct Private;
    explicit CodeSearch(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace arb::decode
