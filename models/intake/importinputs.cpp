// SPDX-License-Identifier: GPL-3.0-or-later
#include <intake/importrun.h>

#include <QtCore/QDir>
#include <QtCore/QFileInfo>

namespace arb::intake {

namespace {

constexpr int maxSearchDepth = 16;

bool isBundleFolder(const QString &path)
{
    return path.endsWith(QStringLiteral(".arbcase"), Qt::CaseInsensitive) || QFileInfo::exists(path + QStringLiteral("/bagit.txt"))
        || QFileInfo::exists(path + QStringLiteral("/data/case.json"));
}

void search(const QDir &folder, int depth, QStringList &found) // NOLINT(misc-no-recursion): bounded
{
    const auto entries = folder.entryInfoList(QDir::Files | QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks, QDir::Name);
    for (const QFileInfo &entry : entries) {
        if (entry.isDir() && isBundleFolder(entry.filePath()))
            found.append(entry.filePath());
        else if (entry.isDir() && depth < maxSearchDepth)
            search(QDir(entry.filePath()), depth + 1, found);
        else if (entry.isFile() && entry.fileName().endsWith(QStringLiteral(".arbcase"), Qt::CaseInsensitive))
            found.append(entry.filePath());
    }
}

} // namespace

QStringList importInputs(const QString &path)
{
    if (!QFileInfo(path).isDir() || isBundleFolder(path))
        return {path};
    QStringList found;
    search(QDir(path), 0, found);
    return found;
}

} // namespace arb::intake
