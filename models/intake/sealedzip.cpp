// SPDX-License-Identifier: GPL-3.0-or-later
#include "sealedzip.h"

#include "pathrules.h"
#include "posixfile.h"
#include "zipdirectory.h"

#include <QtCore/QtEndian>

#include <algorithm>
#include <limits>

#include <fcntl.h>

namespace arb::intake {

using domain::Failure;
using domain::Result;

namespace {

constexpr qint64 fits32 = 0xffffffff; ///< this and more is written into a 64-bit field
constexpr qint64 fits16 = 0xffff;
constexpr qint64 localHeaderSize = 30;
constexpr quint16 plainVersion = 10, wideVersion = 45;

/// A piece of the archive as it ought to be.
class Expected
{
public:
    template<typename T>
    void put(T value)
    {
        const T little = qToLittleEndian(value);
        bytes.append(reinterpret_cast<const char *>(&little), sizeof little);
    }
    void put16(qint64 value) { put(static_cast<quint16>(std::min(value, fits16))); }
    void put32(qint64 value) { put(static_cast<quint32>(std::min(value, fits32))); }
    void put64(qint64 value) { put(static_cast<quint64>(value)); }
    QByteArray bytes;
};

bool isWide(const ZipEntry &entry)
{
    return entry.size >= fits32 || entry.packed >= fits32;
}

/// What both headers of an entry have in common, from the version needed to the length of the name.
void putEntry(Expected &out, const ZipEntry &entry, quint16 version)
{
    const bool ascii = std::ranges::all_of(entry.name, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    out.put(version);
    out.put(quint16(ascii ? 0 : 0x0800));
    out.put(quint16(0)); // stored
    out.put(quint16(0)); // midnight
    out.put(quint16(1 << 5 | 1)); // of 1980-01-01
    out.put(entry.sum);
}

/// @p wide: with a field for 64-bit sizes. The library writes one, too, where it could not know how long a file would get.
QByteArray localHeader(const ZipEntry &entry, bool wide)
{
    Expected out;
    out.put(quint32(0x04034b50));
    putEntry(out, entry, wide ? wideVersion : plainVersion);
    out.put32(isWide(entry) ? fits32 : entry.packed);
    out.put32(isWide(entry) ? fits32 : entry.size);
    out.put16(entry.name.size());
    out.put16(wide ? 20 : 0);
    out.bytes += entry.name;
    if (wide) {
        out.put(quint16(1));
        out.put(quint16(16));
        out.put64(entry.size);
        out.put64(entry.packed);
    }
    return out.bytes;
}

QByteArray directoryEntry(const ZipEntry &entry, bool wide)
{
    Expected extra;
    for (const qint64 value : {entry.size, entry.packed, entry.offset}) {
        if (value >= fits32)
            extra.put64(value);
    }
    Expected out;
    out.put(quint32(0x02014b50));
    out.put(quint16(3 << 8 | 63));
    putEntry(out, entry, wide || !extra.bytes.isEmpty() ? wideVersion : plainVersion);
    out.put32(entry.packed);
    out.put32(entry.size);
    out.put16(entry.name.size());
    out.put16(extra.bytes.isEmpty() ? 0 : extra.bytes.size() + 4);
    out.put16(0); // comment
    out.put16(0); // disk
    out.put16(0); // internal attributes
    out.put(quint32(0100600U << 16));
    out.put32(entry.offset);
    out.bytes += entry.name;
    if (!extra.bytes.isEmpty()) {
        out.put(quint16(1));
        out.put16(extra.bytes.size());
        out.bytes += extra.bytes;
    }
    return out.bytes;
}

QByteArray endRecords(const QList<ZipEntry> &entries, qint64 start, qint64 size)
{
    const auto isFar = [](const ZipEntry &entry) { return isWide(entry) || entry.offset >= fits32; };
    Expected out;
    if (std::ranges::any_of(entries, isFar) || start > fits32 || entries.size() > fits16) {
        out.put(quint32(0x06064b50));
        out.put64(44); // what follows of this record
        out.put(wideVersion);
        out.put(wideVersion);
        out.put64(0); // two numbers of disks
        out.put64(entries.size());
        out.put64(entries.size());
        out.put64(size);
        out.put64(start);
        out.put(quint32(0x07064b50));
        out.put32(0);
        out.put64(start + size);
        out.put32(1);
    }
    out.put(quint32(0x06054b50));
    out.put32(0);
    out.put16(entries.size());
    out.put16(entries.size());
    out.put32(size);
    out.put32(start);
    out.put16(0); // comment
    return out.bytes;
}

/// The bytes at @p offset are @p expected; otherwise @p name and the first place that differs.
Result<void, IntakeError> matches(int fd, qint64 offset, const QByteArray &expected, const QByteArray &name)
{
    const auto found = bytesAt(fd, offset, expected.size());
    if (!found)
        return Failure{found.error()};
    const auto first = std::ranges::mismatch(*found, expected).in1 - found->cbegin();
    if (first == expected.size())
        return {};
    return Failure{IntakeError{IntakeFault::ContainerChanged, shownName(name), QString::number(offset + first)}};
}

} // namespace

Result<void, IntakeError> checkSealedZip(const QString &path)
{
    const Fd file = openFile(path, O_RDONLY);
    if (!file.isOpen())
        return Failure{IntakeError{IntakeFault::Unreadable, path, {}}};
    IntakeLimits limits;
    limits.maxFiles = std::numeric_limits<qint64>::max() / 1024; // what a desk with raised limits has sealed
    const auto entries = readZipDirectory(file.get(), limits);
    if (!entries)
        return Failure{entries.error()};
    qint64 at = 0;
    QList<QByteArray> directory;
    for (const ZipEntry &entry : *entries) {
        if (entry.offset != at)
            return Failure{IntakeError{IntakeFault::ContainerChanged, shownName(entry.name), QString::number(at)}};
        const auto start = bytesAt(file.get(), at, localHeaderSize);
        if (!start)
            return Failure{start.error()};
        const bool wide = start->at(28) != 0 || start->at(29) != 0; // it has an extra field
        const QByteArray local = localHeader(entry, wide);
        if (const auto same = matches(file.get(), at, local, entry.name); !same)
            return same;
        directory.append(directoryEntry(entry, wide));
        at += local.size() + entry.packed;
    }
    const qint64 start = at;
    for (qsizetype n = 0; n < directory.size(); ++n) {
        if (const auto same = matches(file.get(), at, directory.at(n), entries->at(n).name); !same)
            return same;
        at += directory.at(n).size();
    }
    const QByteArray end = endRecords(*entries, start, at - start);
    if (const auto same = matches(file.get(), at, end, {}); !same)
        return same;
    char more = 0;
    if (readSomeAt(file.get(), &more, 1, at + end.size()) != 0)
        return Failure{IntakeError{IntakeFault::ContainerChanged, {}, QString::number(at + end.size())}};
    return {};
}

} // namespace arb::intake
