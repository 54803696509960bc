// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QJsonValue>
#include <QtCore/QStringView>

namespace arb::domain {

/// Control characters but tab, line feed and return: what no text of a case may hold. Case files are refused with them,
/// so a text that has some could never be exported.
bool hasControl(QStringView text);
/// The same of every text and key inside @p value.
bool hasControlInside(const QJsonValue &value);

} // namespace arb::domain
