// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QSettings>

#include <memory>

namespace arb::app {

/// The user's looks and habits (language, theme, person, window): an INI file in ARBITER_CONFIG_DIR or the XDG config
/// folder. Never the desk's policy, never a secret.
std::unique_ptr<QSettings> userSettings();
/// Bytes of decoded pictures that the window keeps at hand ("pictureCacheMegabytes"; 192 when it says nothing, at least 16).
qint64 pictureBudget(const QSettings *settings);

} // namespace arb::app
