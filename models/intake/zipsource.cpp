// SPDX-License-Identifier: GPL-3.0-or-later
#include "bundlesource.h"
#include "pathrules.h"
#include "posixfile.h"
#include "zipdirectory.h"

#include <cerrno>
#include <cstdio>
#include <cstring>

#include <zip.h>

#include <fcntl.h>
#include <sys/stat.h>

namespace arb::intake {

using domain::Failure;

namespace {

constexpr qsizetype zipChunk = 256 * 1024;

struct ZipCloser
{
    void operator()(zip_t *archive) const { zip_discard(archive); }
    void operator()(zip_file_t *file) const { zip_fclose(file); }
};

std::optional<IntakeError> entryFault(const ZipEntry &entry, const IntakeLimits &limits)
{
    const QByteArrayView bare = entry.isFolder() ? QByteArrayView(entry.name).chopped(1) : QByteArrayView(entry.name);
    if (auto fault = nameFault(bare))
        return fault;
    const QString name = shownName(bare);
    if (entry.isEncrypted())
        return IntakeError{IntakeFault::Encrypted, name, {}};
    const quint32 type = (entry.attributes >> 16) & S_IFMT;
    if (type == S_IFLNK)
        return IntakeError{IntakeFault::Link, name, {}};
    if (type != 0 && type != (entry.isFolder() ? quint32{S_IFDIR} : quint32{S_IFREG}))
        return IntakeError{IntakeFault::SpecialFile, name, {}};
    if (entry.isFolder())
        return entry.size == 0 ? std::nullopt : std::optional(IntakeError{IntakeFault::BadZip, name, QStringLiteral("folder_with_bytes")});
    if (entry.method != ZIP_CM_STORE && entry.method != ZIP_CM_DEFLATE)
        return IntakeError{IntakeFault::UnsupportedCompression, name, QString::number(entry.method)};
    if (entry.size > limits.ratioFromBytes && entry.size / limits.maxRatio > entry.packed)
        return IntakeError{IntakeFault::TooCompressed, name, QString::number(limits.maxRatio)};
    return std::nullopt;
}

/// A zip read by libzip, whose view of names and sizes agrees with our own reading of the directory.
class ZipSource final : public BundleSource
{
public:
    explicit ZipSource(StopFlag stop) : m_stop(stop) {}
    std::optional<IntakeError> open(const QString &path, const IntakeLimits &limits);
    Taken read(const QString &name, const Take &take) override;

private:
    std::optional<IntakeError> openArchive(Fd file, const QList<ZipEntry> &entries);

    StopFlag m_stop;
    std::unique_ptr<zip_t, ZipCloser> m_archive;
    QList<zip_uint64_t> m_indexes; ///< by place in files()
};

std::optional<IntakeError> ZipSource::open(const QString &path, const IntakeLimits &limits)
{
    Fd file = openFile(path, O_RDONLY | O_NONBLOCK);
    struct stat status = {};
    if (!file.isOpen() || ::fstat(file.get(), &status) != 0 || !S_ISREG(status.st_mode))
        return IntakeError{IntakeFault::Unreadable, path, QString::fromLocal8Bit(std::strerror(errno))};
    const auto entries = readZipDirectory(file.get(), limits);
    if (!entries)
        return entries.error();
    NameBook names;
    qint64 packed = 0;
    for (qsizetype n = 0; n < entries->size(); ++n) {
        const ZipEntry &entry = entries->at(n);
        if (auto fault = entryFault(entry, limits))
            return fault;
        const QString name = QString::fromUtf8(entry.isFolder() ? entry.name.chopped(1) : entry.name);
        if (auto fault = names.add(name, entry.isFolder()))
            return fault;
        packed += entry.packed;
        if (packed > status.st_size) // entries that lie over each other: many files out of the same packed bytes
            return IntakeError{IntakeFault::TooCompressed, name, QString::number(limits.maxRatio)};
        if (entry.isFolder())
            continue;
        if (auto fault = admit({name, entry.size}, limits))
            return fault;
        m_indexes.append(static_cast<zip_uint64_t>(n));
    }
    return openArchive(std::move(file), *entries);
}

std::optional<IntakeError> ZipSource::openArchive(Fd file, const QList<ZipEntry> &entries)
{
    std::FILE *stream = ::fdopen(file.get(), "rb");
    if (!stream)
        return IntakeError{IntakeFault::Unreadable, {}, {}};
    file.release();
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t *source = zip_source_filep_create(stream, 0, 0, &error); // closes the stream with itself
    if (source)
        m_archive.reset(zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error));
    if (!m_archive) {
        const QString detail = QString::fromUtf8(zip_error_strerror(&error));
        zip_error_fini(&error);
        const ZipEntry *bad = inconsistentEntry(::fileno(stream), entries);
        const QString entry = bad ? shownName(bad->name) : QString();
        if (source)
            zip_source_free(source);
        else
            std::fclose(stream);
        return IntakeError{IntakeFault::BadZip, entry, detail};
    }
    zip_error_fini(&error);
    if (zip_get_num_entries(m_archive.get(), 0) != entries.size())
        return IntakeError{IntakeFault::BadZip, {}, QStringLiteral("directory")};
    for (qsizetype n = 0; n < entries.size(); ++n) {
        zip_stat_t stat;
        zip_stat_init(&stat);
        const auto index = static_cast<zip_uint64_t>(n);
        const char *name = zip_get_name(m_archive.get(), index, ZIP_FL_ENC_RAW);
        const bool agrees = name && entries.at(n).name == name && zip_stat_index(m_archive.get(), index, 0, &stat) == 0
            && (stat.valid & ZIP_STAT_SIZE) != 0 && stat.size == static_cast<zip_uint64_t>(entries.at(n).size);
        if (!agrees)
            return IntakeError{IntakeFault::BadZip, shownName(entries.at(n).name), QStringLiteral("directory")};
    }
    return std::nullopt;
}

Taken ZipSource::read(const QString &name, const Take &take)
{
    const qsizetype place = placeOf(name);
    const qint64 size = files().at(place).size;
    const std::unique_ptr<zip_file_t, ZipCloser> file(zip_fopen_index(m_archive.get(), m_indexes.at(place), 0));
    if (!file)
        return Failure{IntakeError{IntakeFault::BadZip, name, QString::fromUtf8(zip_strerror(m_archive.get()))}};
    QByteArray chunk(zipChunk, Qt::Uninitialized);
    for (qint64 total = 0;;) {
        if (m_stop && *m_stop)
            return Failure{IntakeError{IntakeFault::Stopped, {}, {}}};
        const qint64 got = zip_fread(file.get(), chunk.data(), static_cast<zip_uint64_t>(chunk.size()));
        if (got < 0)
            return Failure{IntakeError{IntakeFault::BadZip, name, QString::fromUtf8(zip_file_strerror(file.get()))}};
        total += got;
        // Inflating stops here, whatever more the packed bytes would give.
        if (total > size || (got == 0 && total < size))
            return Failure{IntakeError{IntakeFault::SizeMismatch, name, QString::number(size)}};
        if (got == 0)
            return {};
        if (const Taken taken = take(QByteArrayView(chunk.constData(), got)); !taken)
            return taken;
    }
}

} // namespace

OpenedSource openZipSource(const QString &path, const IntakeLimits &limits, StopFlag stop)
{
    auto source = std::make_unique<ZipSource>(stop);
    if (const auto fault = source->open(path, limits))
        return Failure{*fault};
    return std::unique_ptr<BundleSource>(std::move(source));
}

} // namespace arb::intake
