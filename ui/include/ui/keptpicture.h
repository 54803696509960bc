// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <usecases/casecommands.h>

#include <QtGui/QImage>

#include <optional>

namespace arb::ui {

/// A picture made of a place in an exhibit, packed for CaseCommands::derive(). @p image is the whole frame, page or picture that
/// @p place names (exhibit and digest must be set), upright and in full size; a region in it is cut out. PNG, so that nothing of
/// it is lost, and in memory: what parties showed lies in no file but the vault's. For a large picture it takes up to a second:
/// not on the window's thread. Nothing when the region is not in the picture or there is no memory for it.
std::optional<usecases::SupplementFile> keepPicture(const QImage &image, const domain::Citation &place);

} // namespace arb::ui
