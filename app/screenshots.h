// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

#include <functional>

namespace arb::app {

class DeskWindow;

/// Walks through the pages in both languages and both themes and writes one PNG of each into @p folder, 1366x768.
/// Answers an exit status; @p tell hears each file's name.
int takeScreenshots(DeskWindow &desk, const QString &folder, const std::function<void(const QString &)> &tell);

} // namespace arb::app
