// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <usecases/casecommands.h>

#include <QtGui/QImage>

#include <memory>
#include <optional>

class QTemporaryFile;

namespace arb::ui {

/// A picture made of a place in an exhibit, packed for CaseCommands::derive(). The bytes lie in a file that goes with the last
/// copy of it.
struct KeptPicture
{
    usecases::SupplementFile file;
    std::shared_ptr<QTemporaryFile> bytes;
};

/// @p image is the whole frame, page or picture that @p place names (exhibit and digest must be set), upright and in full size;
/// a region in it is cut out. PNG, so that nothing of it is lost. Blocks, for a large picture up to a second: not on the
/// window's thread. Nothing when the region is not in the picture or no file can be written.
std::optional<KeptPicture> keepPicture(const QImage &image, const domain::Citation &place);

} // namespace arb::ui
