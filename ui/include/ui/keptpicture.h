// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <usecases/casecommands.h>

#include <domain/machinereading.h>

#include <QtGui/QImage>

#include <optional>

namespace arb::ui {

/// A picture made of a place in an exhibit, packed for CaseCommands::derive(). @p image is the whole frame, page or picture that
/// @p place names (exhibit and digest must be set), upright and in full size; a region in it is cut out. PNG, so that nothing of
/// it is lost, and in memory: what parties showed lies in no file but the vault's. For a large picture it takes up to a second:
/// not on the window's thread. Nothing when the region is not in the picture or there is no memory for it.
std::optional<usecases::SupplementFile> keepPicture(const QImage &image, const domain::Citation &place);

/// What a machine read in the exhibit, page or frame that @p place names, packed for CaseCommands::derive() as a text; of a region only
/// the words in it. It says what it is; numbers of persons are hidden and all others left out, as wherever a number would stand without
/// its piece of the picture. Nothing when no words were read there.
std::optional<usecases::SupplementFile> keepReadWords(const domain::MachineReading &reading, const domain::Citation &place, const domain::CaseFile &file);

} // namespace arb::ui
