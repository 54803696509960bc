// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

namespace arb::app {

/// Installs the translators of @p code ("zh_CN" or "en"), ours and Qt's, replacing those of an earlier call. Every
/// window hears LanguageChange at once.
void useLanguage(const QString &code);
/// What was asked for, else the desktop's language: Chinese where it begins with zh, English otherwise.
QString languageOr(const QString &wished);

} // namespace arb::app
