// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QMap>
#include <QtCore/QString>
#include <QtCore/QStringList>

namespace arb::corpus {

/// What lies in some folders, to see afterwards whether anybody wrote there: size, time and digest of every file, the
/// folders and links themselves too.
class Footprint
{
public:
    explicit Footprint(QStringList folders);
    /// Paths that came, went or changed since.
    QStringList changes() const;

private:
    QMap<QString, QString> look() const;
    QStringList m_folders;
    QMap<QString, QString> m_before;
};

} // namespace arb::corpus
