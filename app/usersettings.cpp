// SPDX-License-Identifier: GPL-3.0-or-later
#include "usersettings.h"

#include <QtCore/QStandardPaths>

namespace arb::app {

std::unique_ptr<QSettings> userSettings()
{
    const QString named = qEnvironmentVariable("ARBITER_CONFIG_DIR");
    const QString folder = named.isEmpty() ? QString(QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + QStringLiteral("/arbiter")) : named;
    return std::make_unique<QSettings>(folder + QStringLiteral("/arbiter.ini"), QSettings::IniFormat);
}

} // namespace arb::app
