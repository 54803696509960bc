// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <intake/strictjson.h>

#include <usecases/deskpolicy.h>

namespace arb::intake {

/// How much one input may be; what is above is refused while it is read. Bytes are unpacked bytes.
struct IntakeLimits
{
    qint64 maxFiles = 500; ///< of evidence
    qint64 maxFileBytes = 512LL * 1024 * 1024;
    qint64 maxBundleBytes = 2048LL * 1024 * 1024;
    qint64 maxRatio = 200;                       ///< unpacked : packed, of files above ratioFromBytes
    qint64 ratioFromBytes = 1024 * 1024;
    qint64 maxTagBytes = 4 * 1024 * 1024;        ///< of each of bagit.txt, bag-info.txt and the manifests
    qint64 maxAuditBytes = 64LL * 1024 * 1024;
    JsonLimits json;

    static IntakeLimits of(const usecases::DeskPolicy &policy)
    {
        IntakeLimits limits;
        limits.maxFiles = policy.maxFiles;
        limits.maxFileBytes = policy.maxFileBytes;
        limits.maxBundleBytes = policy.maxBundleBytes;
        limits.maxRatio = policy.maxRatio;
        return limits;
    }
};

} // namespace arb::intake
