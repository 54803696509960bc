// SPDX-License-Identifier: GPL-3.0-or-later
#include <intake/evidencekind.h>

namespace arb::intake {

EvidenceKind make_document()
{
    EvidenceKind kind;
    kind.kind = domain::ExhibitKind::Document;
    kind.maxBytes = 64LL * 1024 * 1024;
    kind.types = {{"application/pdf", [](QByteArrayView head) { return head.startsWith("%PDF-"); }}};
    return kind;
}

} // namespace arb::intake
