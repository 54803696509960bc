// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "helper/worker.h"

#include <domain/filmfinds.h>
#include <domain/machinereading.h>
#include <media/filmreader.h>

#include <decode/facts.h>

#include <QtGui/QImage>

/// What a helper answered, checked number by number before anything is made of it; HelperDied where it cannot be true.
namespace arb::media {

MediaError errorFrom(decode::DecodeError error);

bool sidesFit(std::int64_t width, std::int64_t height, qint64 maxPixels);
/// Copies @p size bytes from @p from on: what is looked at afterwards cannot change any more.
bool readInto(const HelperAnswer &answer, void *to, std::size_t size, std::size_t from = 0);

Media<MediaFilmInfo> filmFrom(HelperAnswer &&answer, qint64 maxPixels);
Media<MediaFrame> frameFrom(HelperAnswer &&answer, qint64 maxPixels);
/// @p count: as many stretches as were asked for, or none at all where there is no sound.
Media<QList<MediaSoundPeak>> peaksFrom(HelperAnswer &&answer, int count);
Media<MediaSound> soundFrom(HelperAnswer &&answer);
Media<decode::Facts> factsFrom(HelperAnswer &&answer);

/// How far a search is, or what it found.
template<typename Found>
struct SearchStep
{
    bool done = false;
    int permille = 0;
    QList<Found> found; ///< by time; once done
};
Media<SearchStep<domain::FilmHint>> hintsFrom(HelperAnswer &&answer, qint64 maxPixels);
Media<SearchStep<domain::FoundCode>> codesFrom(HelperAnswer &&answer, qint64 maxPixels);

/// Lines and bubbles out of words.
Media<domain::MachineReading> readingFrom(HelperAnswer &&answer, qint64 maxPixels);

} // namespace arb::media
