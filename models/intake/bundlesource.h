// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <intake/intakelimits.h>

#include <domain/result.h>

#include <QtCore/QByteArrayView>
#include <QtCore/QHash>
#include <QtCore/QList>
#include <QtCore/QString>

#include <atomic>
#include <functional>
#include <memory>

namespace arb::intake {

using Taken = domain::Result<void, IntakeError>;
using Take = std::function<Taken(QByteArrayView)>;
using StopFlag = const std::atomic_bool *; ///< may be null

struct SourceEntry
{
    QString name; ///< passed nameFault() and NameBook
    qint64 size = 0;
};

/// The files of one bundle, wherever they lie. Names, links, counts and sizes are checked before it exists; that the bytes
/// are as many as stated, when they are read.
class BundleSource
{
public:
    virtual ~BundleSource() = default;
    const QList<SourceEntry> &files() const { return m_files; }
    bool has(const QString &name) const { return m_places.contains(name); }
    qint64 sizeOf(const QString &name) const { return m_files.at(m_places.value(name)).size; }
    /// Feeds the bytes of @p name, in pieces, until the end or until @p take refuses.
    virtual Taken read(const QString &name, const Take &take) = 0;
    /// The whole file when it has at most @p cap bytes; @p tooLarge otherwise.
    domain::Result<QByteArray, IntakeError> readWhole(const QString &name, qint64 cap, IntakeFault tooLarge);

protected:
    /// Counts a file against the limits and remembers it.
    std::optional<IntakeError> admit(const SourceEntry &entry, const IntakeLimits &limits);
    qsizetype placeOf(const QString &name) const { return m_places.value(name, -1); }

private:
    QList<SourceEntry> m_files;
    QHash<QString, qsizetype> m_places;
    qint64 m_bytes = 0;
    qint64 m_evidence = 0;
};

using OpenedSource = domain::Result<std::unique_ptr<BundleSource>, IntakeError>;
OpenedSource openZipSource(const QString &path, const IntakeLimits &limits, StopFlag stop);
/// The folder and everything in it; links are refused.
OpenedSource openFolderSource(const QString &path, const IntakeLimits &limits, StopFlag stop);
/// A folder whose contents nobody lists: files are looked at when they are asked for (case lists).
class LooseFolder
{
public:
    LooseFolder(const QString &path, const IntakeLimits &limits, StopFlag stop);
    ~LooseFolder();
    /// Feeds @p name, a checked relative name; @p namedBy goes into FileMissing.
    Taken read(const QString &name, const QString &namedBy, const Take &take) const;

private:
    struct Folder;
    std::unique_ptr<Folder> m_folder;
    IntakeLimits m_limits;
    StopFlag m_stop;
};

} // namespace arb::intake
