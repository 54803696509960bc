// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QList>
#include <QtCore/QRect>
#include <QtCore/QString>

/// What a search through a film or picture found. Hints for people who look, never verdicts: nothing that decides reads them.
/// Times are microseconds of the container's timestamps, not rebased; frames count from 0 in presentation order.
namespace arb::domain {

struct FilmHint
{
    enum class Kind {
        Interruption,  ///< the next frame does not continue the one before
        Dissolve,      ///< one view fades into another
        Covered,       ///< nothing could be seen for a while
        Flash,         ///< a few frames of another brightness, then the same view again
        Still,         ///< the same picture, pixel by pixel
        MissingFrames, ///< the clock goes on without frames
        SoundBreak,    ///< the sound has a hole, or ends before the pictures do
        Damaged,       ///< the file is damaged there: the pictures are not what was filmed, or are missing
        Joined,        ///< the clock of the file starts again: another recording follows
        Unshown,       ///< behind the last frame the file holds another recording, which is not shown
        Resized        ///< the pictures have another size from here on
    };
    Kind kind = Kind::Interruption;
    qint64 fromUs = 0, toUs = 0;
    qint64 beforeFrame = 0, afterFrame = 0; ///< the last before it and the first after it
    int strength = 1;                       ///< 1 to 1000: how far beyond what was expected; no probability
    bool operator==(const FilmHint &) const = default;
};

struct FoundCode
{
    enum class Symbology { Code128, Code39, Qr, Ean13, Ean8, Itf };
    QString text; ///< whatever the code says: a stranger's words
    Symbology symbology = Symbology::Code128;
    qint64 frame = 0;             ///< that shows it first; 0 in a picture
    qint64 ptsUs = 0, lastUs = 0; ///< of that frame, and of the last one that shows it without a break
    QRect region;                 ///< pixels of the upright full-size picture
    bool operator==(const FoundCode &) const = default;
};

} // namespace arb::domain
