// SPDX-License-Identifier: GPL-3.0-or-later
#include "footprint.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QDateTime>
#include <QtCore/QDirIterator>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>

#include <utility>

namespace arb::corpus {

namespace {

QString tellOf(const QFileInfo &info)
{
    if (info.isSymLink())
        return QStringLiteral("link to ") + info.symLinkTarget();
    if (info.isDir())
        return QStringLiteral("folder");
    QFile file(info.filePath());
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (info.isFile() && file.open(QIODevice::ReadOnly))
        hash.addData(&file);
    return QStringLiteral("%1 %2 %3").arg(info.size()).arg(info.lastModified().toMSecsSinceEpoch()).arg(QString::fromLatin1(hash.result().toHex()));
}

} // namespace

Footprint::Footprint(QStringList folders) : m_folders(std::move(folders)), m_before(look()) {}

QMap<QString, QString> Footprint::look() const
{
    QMap<QString, QString> found;
    for (const QString &folder : m_folders) {
        QDirIterator walk(folder, QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
        while (walk.hasNext()) {
            const QFileInfo info(walk.next());
            found.insert(info.filePath(), tellOf(info));
        }
    }
    return found;
}

QStringList Footprint::changes() const
{
    const QMap<QString, QString> now = look();
    QStringList changed;
    for (auto at = now.cbegin(); at != now.cend(); ++at) {
        if (m_before.value(at.key()) != *at)
            changed.append(at.key());
    }
    for (auto at = m_before.cbegin(); at != m_before.cend(); ++at) {
        if (!now.contains(at.key()))
            changed.append(at.key());
    }
    return changed;
}

} // namespace arb::corpus
