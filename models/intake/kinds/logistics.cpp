// SPDX-License-Identifier: GPL-3.0-or-later
#include <intake/evidencekind.h>

#include "words.h"

namespace arb::intake {

namespace {

/// One scan, shaped as in logistics[] of case.json.
bool isLogisticsScan(const QJsonObject &item)
{
    return isTime(item, "at", true) && isText(item, "place", false) && isText(item, "event", false) && isText(item, "text", false);
}

} // namespace

EvidenceKind make_logistics()
{
    EvidenceKind kind;
    kind.kind = domain::ExhibitKind::Logistics;
    kind.maxBytes = maxWordBytes;
    kind.types = {{"text/plain", beginsAsWords}};
    kind.check = [](const QByteArray &content) { return listFault(content, isLogisticsScan); };
    return kind;
}

} // namespace arb::intake
