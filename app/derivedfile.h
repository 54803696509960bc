// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace.h"

#include <usecases/casecommands.h>

#include <domain/machinereading.h>
#include <domain/ruling.h>

namespace arb::app {

/// The frame, the page's region or the picture's region that @p place names, decoded in a helper and packed as a picture that
/// CaseCommands::derive() takes. A frame is named by its number, by the time at which it begins, or by both. EvidenceRefused with a
/// sentence when it cannot be shown, BadValue when there is no such place, NoFrameThen when no frame begins at that time.
usecases::Done<usecases::SupplementFile> derivedFile(Workspace &space, const usecases::CaseRecord &record, const domain::Citation &place);

/// What a machine read there, as a text.
struct DerivedReading
{
    usecases::SupplementFile file;
    domain::MachineReading reading; ///< of the whole exhibit, page or frame
    bool isNew = false;             ///< of a picture that had not been read before: to be kept, so that no picture is read twice
};

/// In the exhibit, page, frame or region that @p place names; of a picture what the desk keeps of an earlier reading, where there is one.
/// Errors as those of derivedFile(); EvidenceRefused as well when reading is not installed or nothing is read there.
usecases::Done<DerivedReading> derivedReading(Workspace &space, const usecases::CaseRecord &record, const domain::Citation &place);

} // namespace arb::app
