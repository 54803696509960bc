// SPDX-License-Identifier: GPL-3.0-or-later
#include <intake/importrun.h>

#include "pathrules.h"

#include <QtCore/QFile>
#include <QtCore/QFileInfo>

#include <algorithm>
#include <filesystem>

namespace arb::intake {

namespace fs = std::filesystem;

namespace {

constexpr int maxSearchDepth = 16;

bool isBundleFolder(const QString &path)
{
    return path.endsWith(QStringLiteral(".arbcase"), Qt::CaseInsensitive) || QFileInfo::exists(path + QStringLiteral("/bagit.txt"))
        || QFileInfo::exists(path + QStringLiteral("/manifest-sha256.txt")) || QFileInfo::exists(path + QStringLiteral("/data/case.json"));
}

/// A file that somebody would expect to be taken in from a folder.
bool isInputName(const QByteArray &name)
{
    const QByteArray lower = name.toLower();
    return lower.endsWith(".arbcase") || lower.endsWith(".zip") || lower.endsWith(".jsonl");
}

bool isUtf8(const QByteArray &name)
{
    const auto fault = nameFault(QByteArrayView(name));
    return !fault || fault->code != IntakeFault::NameEncoding;
}

/// Whatever looks like an input is answered for: taken, or refused with its reason.
void search(const fs::path &folder, int depth, QList<ImportInput> &found) // NOLINT(misc-no-recursion): bounded
{
    const auto textOf = [](const fs::path &path) { return QString::fromUtf8(QByteArray::fromStdString(path.native())); };
    std::error_code error;
    std::vector<fs::path> entries;
    for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error))
        entries.push_back(at->path());
    if (error) {
        found.append({textOf(folder), IntakeError{IntakeFault::Unreadable, textOf(folder), QString::fromStdString(error.message())}});
        return;
    }
    std::sort(entries.begin(), entries.end());
    for (const fs::path &entry : entries) {
        const QByteArray leaf = QByteArray::fromStdString(entry.filename().native());
        const QString path = textOf(entry);
        const bool isFolder = fs::is_directory(entry, error); // follows links, to know what one stands for
        if (!isFolder && !isInputName(leaf))
            continue;
        if (!isUtf8(leaf))
            found.append({path, IntakeError{IntakeFault::NameEncoding, shownName(leaf), {}}});
        else if (fs::is_symlink(entry, error))
            found.append({path, IntakeError{IntakeFault::Link, path, {}}});
        else if (!isFolder || isBundleFolder(path))
            found.append({path, std::nullopt});
        else if (depth < maxSearchDepth)
            search(entry, depth + 1, found);
    }
}

} // namespace

QList<ImportInput> importInputs(const QString &path)
{
    if (!QFileInfo(path).isDir() || isBundleFolder(path))
        return {{path, std::nullopt}};
    QList<ImportInput> found;
    search(fs::path(QFile::encodeName(path).toStdString()), 0, found);
    return found;
}

} // namespace arb::intake
