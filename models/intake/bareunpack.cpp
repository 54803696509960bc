// SPDX-License-Identifier: GPL-3.0-or-later
#include <intake/bareunpack.h>

#include <QtCore/QCryptographicHash>
#include <QtCore/QDir>
#include <QtCore/QFile>

#include <zip.h>

#include <fcntl.h>
#include <unistd.h>

namespace arb::intake {

namespace {

bool unpackOne(const QString &bundle, const QString &folder)
{
    int error = 0;
    zip_t *zip = zip_open(QFile::encodeName(bundle).constData(), ZIP_RDONLY, &error);
    if (!zip)
        return false;
    bool whole = true;
    for (zip_int64_t n = 0; whole && n < zip_get_num_entries(zip, 0); ++n) {
        zip_stat_t stat;
        zip_file_t *entry = zip_stat_index(zip, static_cast<zip_uint64_t>(n), 0, &stat) == 0 ? zip_fopen_index(zip, static_cast<zip_uint64_t>(n), 0) : nullptr;
        if (!entry) {
            whole = false;
            break;
        }
        QByteArray bytes(static_cast<qsizetype>(stat.size), Qt::Uninitialized);
        whole = zip_fread(entry, bytes.data(), stat.size) == static_cast<zip_int64_t>(stat.size);
        zip_fclose(entry);
        const QString name = QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
        const QByteArrayView inside(stat.name);
        if (!whole || !inside.startsWith("data/") || inside == "data/case.json")
            continue; // lists and case.json are read, not kept as files
        QFile file(folder + u'/' + name);
        whole = whole && file.open(QIODevice::WriteOnly | QIODevice::Unbuffered) && file.write(bytes) == bytes.size();
    }
    zip_discard(zip);
    return whole;
}

} // namespace

bool bareUnpack(const QStringList &bundles, const QString &folder, int batch)
{
    const int place = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (place < 0)
        return false;
    bool whole = true;
    for (qsizetype n = 0; whole && n < bundles.size(); ++n) {
        whole = unpackOne(bundles.at(n), folder);
        if ((n + 1) % batch == 0 || n + 1 == bundles.size())
            whole = ::syncfs(place) == 0 && whole;
    }
    ::close(place);
    return whole;
}

} // namespace arb::intake
