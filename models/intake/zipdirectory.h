// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <intake/intakelimits.h>

#include <domain/result.h>

#include <QtCore/QList>

namespace arb::intake {

/// One entry of a zip's central directory, as it is written there.
struct ZipEntry
{
    QByteArray name; ///< raw bytes; may hold a NUL, which the library's interface cannot show
    quint16 flags = 0, method = 0;
    quint32 attributes = 0; ///< external; the upper half is a Unix mode
    quint32 sum = 0; ///< CRC-32
    qint64 packed = 0, size = 0;
    qint64 offset = 0; ///< of the local header

    bool isFolder() const { return name.endsWith('/'); }
    bool isEncrypted() const { return (flags & 0x2041) != 0; }
};

/// Reads the central directory by hand: what the library hides (NULs in names, which names clash) must be seen to be
/// refused. It only ever refuses; the bytes are read by the library, whose view must then agree with this one.
domain::Result<QList<ZipEntry>, IntakeError> readZipDirectory(int fd, const IntakeLimits &limits);

/// Exactly @p size bytes from @p offset on, or BadZip: the file ends before.
domain::Result<QByteArray, IntakeError> bytesAt(int fd, qint64 offset, qint64 size);

/// The first entry whose own header is not what the directory says of it, where the library only says that one is not.
const ZipEntry *inconsistentEntry(int fd, const QList<ZipEntry> &entries);

} // namespace arb::intake
