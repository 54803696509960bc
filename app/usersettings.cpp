// SPDX-License-Identifier: GPL-3.0-or-later
#include "usersettings.h"

#include <QtCore/QStandardPaths>

#include <algorithm>

namespace arb::app {

std::unique_ptr<QSettings> userSettings()
{
    const QString named = qEnvironmentVariable("ARBITER_CONFIG_DIR");
    const QString folder = named.isEmpty() ? QString(QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + QStringLiteral("/arbiter")) : named;
    return std::make_unique<QSettings>(folder + QStringLiteral("/arbiter.ini"), QSettings::IniFormat);
}

qint64 pictureBudget(const QSettings *settings)
{
    constexpr qint64 usual = 192, least = 16, most = 16 * 1024;
    const qint64 wanted = settings ? settings->value(QStringLiteral("pictureCacheMegabytes"), usual).toLongLong() : usual;
    return std::clamp(wanted, least, most) * 1024 * 1024;
}

} // namespace arb::app
