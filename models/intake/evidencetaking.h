// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bagcheck.h"

#include <intake/bundlereader.h>

namespace arb::intake {

/// How a file named by case.json is fed.
using FeedFile = std::function<Taken(const QString &file, const Take &take)>;

/// Feeds every file that exhibits name to @p sink, once each, and fills in sizes, digests and facts. Checks the digests of
/// case.json and of @p listed (manifests, by file), and that the content is of the stated kind. @p prefix goes before a
/// file's name in errors.
Taken takeEvidence(domain::CaseFile &file, const QString &prefix, const QHash<QString, ListedDigests> &listed, const IntakeLimits &limits,
                   const FeedFile &feed, EvidenceSink &sink);

} // namespace arb::intake
