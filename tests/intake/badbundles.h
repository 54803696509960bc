// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bundlemaker.h"

#include <intake/intakeerror.h>
#include <intake/intakelimits.h>

#include <functional>

/// Every sort of bundle that is refused, each bad in one way.
namespace arb::tests {

struct Bad
{
    const char *name;
    intake::IntakeFault code;
    QString entry;
    std::function<QList<ZipPart>()> parts;
    bool folder = false; ///< a folder can be bad in the same way
    std::function<void(intake::IntakeLimits &)> limits = {};
};

/// Rows about the zip itself, about names, the bag's own files, the texts, and evidence and seals.
QList<Bad> badContainers();
QList<Bad> badNames();
QList<Bad> badBags();
QList<Bad> badTexts();
QList<Bad> badEvidence();
QList<Bad> allBad();

/// case.json with another value at a key of one exhibit (undefined removes it).
QJsonObject withExhibit(QJsonObject object, int n, const char *key, const QJsonValue &value);
/// A file more.
ZipPart extra(const QByteArray &name, const QByteArray &bytes = "x");

} // namespace arb::tests
