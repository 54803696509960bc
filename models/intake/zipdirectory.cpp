// SPDX-License-Identifier: GPL-3.0-or-later
#include "zipdirectory.h"

#include "pathrules.h"
#include "posixfile.h"

#include <QtCore/QtEndian>

#include <algorithm>
#include <array>
#include <limits>

#include <sys/stat.h>

namespace arb::intake {

using domain::Failure;
using domain::Result;

namespace {

constexpr qint64 endRecordSize = 22;
constexpr qint64 maxComment = 65'535;
constexpr qint64 entrySize = 46;
constexpr quint32 localSignature = 0x04034b50, endSignature = 0x06054b50, entrySignature = 0x02014b50, end64Signature = 0x06064b50, locatorSignature = 0x07064b50;

template<typename T>
T number(const QByteArray &bytes, qint64 offset)
{
    return qFromLittleEndian<T>(bytes.constData() + offset);
}

IntakeError badZip(const char *what, const QString &entry = {})
{
    return {IntakeFault::BadZip, entry, QString::fromLatin1(what)};
}

struct Place
{
    qint64 entries = 0, size = 0, offset = 0;
    qint64 end = 0; ///< where the record after the directory begins
};

Result<Place, IntakeError> zip64Place(int fd, qint64 endOffset)
{
    if (endOffset < 20)
        return Failure{badZip("zip64")};
    const auto locator = bytesAt(fd, endOffset - 20, 20);
    if (!locator || number<quint32>(*locator, 0) != locatorSignature)
        return Failure{badZip("zip64")};
    const auto offset = number<quint64>(*locator, 8);
    if (offset > static_cast<quint64>(endOffset) - 20 || static_cast<quint64>(endOffset) - 20 - offset < 56)
        return Failure{badZip("zip64")};
    const auto record = bytesAt(fd, static_cast<qint64>(offset), 56);
    if (!record || number<quint32>(*record, 0) != end64Signature)
        return Failure{badZip("zip64")};
    const quint64 entries = number<quint64>(*record, 32);
    const quint64 size = number<quint64>(*record, 40);
    const quint64 start = number<quint64>(*record, 48);
    const auto most = static_cast<quint64>(std::numeric_limits<qint64>::max());
    if (entries > most || size > most || start > most)
        return Failure{badZip("zip64")};
    return Place{static_cast<qint64>(entries), static_cast<qint64>(size), static_cast<qint64>(start), static_cast<qint64>(offset)};
}

Result<Place, IntakeError> findDirectory(int fd, qint64 fileSize)
{
    const qint64 tailSize = std::min(fileSize, endRecordSize + maxComment);
    const auto tail = bytesAt(fd, fileSize - tailSize, tailSize);
    if (!tail)
        return Failure{tail.error()};
    for (qint64 at = tailSize - endRecordSize; at >= 0; --at) {
        if (number<quint32>(*tail, at) != endSignature || at + endRecordSize + number<quint16>(*tail, at + 20) != tailSize)
            continue;
        if (number<quint16>(*tail, at + 4) != 0 || number<quint16>(*tail, at + 6) != 0)
            return Failure{badZip("several_disks")};
        const qint64 offset = fileSize - tailSize + at;
        Place place{number<quint16>(*tail, at + 10), number<quint32>(*tail, at + 12), number<quint32>(*tail, at + 16), offset};
        if (place.entries == 0xffff || place.size == 0xffffffff || place.offset == 0xffffffff)
            return zip64Place(fd, offset);
        return place;
    }
    return Failure{badZip("no_directory")};
}

/// Sizes and offset that did not fit into 32 bits, from the extra field 0x0001; false when one is promised but not there.
bool readZip64Sizes(const QByteArray &extra, ZipEntry &entry)
{
    constexpr qint64 elsewhere = 0xffffffff;
    const std::array<qint64 *, 3> values{&entry.size, &entry.packed, &entry.offset};
    const auto isElsewhere = [](const qint64 *value) { return *value == elsewhere; };
    for (qsizetype at = 0; at + 4 <= extra.size();) {
        const qsizetype length = number<quint16>(extra, at + 2);
        if (at + 4 + length > extra.size())
            return false;
        if (number<quint16>(extra, at) != 0x0001) {
            at += 4 + length;
            continue;
        }
        qsizetype from = at + 4;
        for (qint64 *value : values) {
            if (!isElsewhere(value))
                continue;
            if (from + 8 > at + 4 + length)
                return false;
            const quint64 wide = number<quint64>(extra, from);
            if (wide > static_cast<quint64>(std::numeric_limits<qint64>::max()))
                return false;
            *value = static_cast<qint64>(wide);
            from += 8;
        }
        return true;
    }
    return std::none_of(values.begin(), values.end(), isElsewhere);
}

} // namespace

Result<QByteArray, IntakeError> bytesAt(int fd, qint64 offset, qint64 size)
{
    QByteArray bytes(static_cast<qsizetype>(size), Qt::Uninitialized);
    for (qint64 done = 0; done < size;) {
        const qint64 got = readSomeAt(fd, bytes.data() + done, size - done, offset + done);
        if (got <= 0)
            return Failure{badZip("cut_short")};
        done += got;
    }
    return bytes;
}

Result<QList<ZipEntry>, IntakeError> readZipDirectory(int fd, const IntakeLimits &limits)
{
    struct stat status = {};
    if (::fstat(fd, &status) != 0 || status.st_size < endRecordSize)
        return Failure{badZip("too_short")};
    const auto place = findDirectory(fd, status.st_size);
    if (!place)
        return Failure{place.error()};
    // Folders count four to a file; more entries than that are nobody's bundle.
    if (place->entries > limits.maxFiles * 4 + 64)
        return Failure{IntakeError{IntakeFault::TooManyFiles, {}, QString::number(limits.maxFiles)}};
    const qint64 mostBytes = place->entries * (entrySize + 3 * 65'535);
    if (place->offset > place->end || place->size != place->end - place->offset || place->size > mostBytes)
        return Failure{badZip("directory")};
    const auto directory = bytesAt(fd, place->offset, place->size);
    if (!directory)
        return Failure{directory.error()};
    QList<ZipEntry> entries;
    qint64 at = 0;
    for (qint64 n = 0; n < place->entries; ++n) {
        if (at + entrySize > directory->size() || number<quint32>(*directory, at) != entrySignature)
            return Failure{badZip("directory")};
        const qint64 nameSize = number<quint16>(*directory, at + 28);
        const qint64 extraSize = number<quint16>(*directory, at + 30);
        const qint64 next = at + entrySize + nameSize + extraSize + number<quint16>(*directory, at + 32);
        if (next > directory->size())
            return Failure{badZip("directory")};
        ZipEntry entry;
        entry.flags = number<quint16>(*directory, at + 8);
        entry.method = number<quint16>(*directory, at + 10);
        entry.sum = number<quint32>(*directory, at + 16);
        entry.packed = number<quint32>(*directory, at + 20);
        entry.size = number<quint32>(*directory, at + 24);
        entry.attributes = number<quint32>(*directory, at + 38);
        entry.offset = number<quint32>(*directory, at + 42);
        entry.name = directory->sliced(at + entrySize, nameSize);
        if (!readZip64Sizes(directory->sliced(at + entrySize + nameSize, extraSize), entry))
            return Failure{badZip("zip64", shownName(entry.name))};
        entries.append(entry);
        at = next;
    }
    if (at != directory->size())
        return Failure{badZip("directory")};
    return entries;
}

const ZipEntry *inconsistentEntry(int fd, const QList<ZipEntry> &entries)
{
    constexpr qint64 localSize = 30;
    constexpr quint16 sizesFollow = 0x0008;
    for (const ZipEntry &entry : entries) {
        const auto local = bytesAt(fd, entry.offset, localSize);
        if (!local || number<quint32>(*local, 0) != localSignature)
            return &entry;
        const auto name = bytesAt(fd, entry.offset + localSize, number<quint16>(*local, 26));
        const bool sizes = (entry.flags & sizesFollow) != 0 || number<quint32>(*local, 18) == 0xffffffff
            || (number<quint32>(*local, 14) == entry.sum && number<quint32>(*local, 18) == entry.packed && number<quint32>(*local, 22) == entry.size);
        if (!name || *name != entry.name || !sizes || number<quint16>(*local, 6) != entry.flags || number<quint16>(*local, 8) != entry.method)
            return &entry;
    }
    return nullptr;
}

} // namespace arb::intake
