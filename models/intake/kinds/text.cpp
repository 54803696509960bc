// SPDX-License-Identifier: GPL-3.0-or-later
#include <intake/evidencekind.h>

#include "words.h"

namespace arb::intake {

EvidenceKind make_text()
{
    EvidenceKind kind;
    kind.kind = domain::ExhibitKind::Text;
    kind.maxBytes = maxWordBytes;
    kind.types = {{"text/plain", beginsAsWords}};
    kind.check = wordsFault;
    return kind;
}

} // namespace arb::intake
