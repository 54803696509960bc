// SPDX-License-Identifier: GPL-3.0-or-later
#include <intake/bagwriter.h>

#include "auditlines.h"
#include "posixfile.h"
#include "sealedzip.h"

#include <intake/bundlereader.h>

#include <domain/canonicaljson.h>

#include <QtCore/QCryptographicHash>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QUuid>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <limits>
#include <memory>

#include <zip.h>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace arb::intake {

using domain::Failure;
using domain::Result;

namespace {

constexpr zip_uint16_t firstDosDate = (0 << 9) | (1 << 5) | 1; ///< 1980-01-01: a time of writing would make two exports differ

/// Takes bytes nowhere: for checking.
class NoSink final : public EvidenceSink
{
public:
    Result<void, IntakeError> begin(const QString &) override { return {}; }
    Result<void, IntakeError> take(QByteArrayView) override { return {}; }
    Result<QJsonObject, IntakeError> end(const QByteArray &, domain::ExhibitKind) override { return QJsonObject(); }
};

Failure<IntakeError> writeFault(const QString &entry, const QString &detail)
{
    return Failure{IntakeError{IntakeFault::WriteFailed, entry, detail}};
}

/// Size and digest of a file that goes in.
Result<qint64, IntakeError> measure(BagFile &file)
{
    const QString entry = QStringLiteral("data/") + file.name;
    qint64 size = file.bytes.size();
    QCryptographicHash sum(QCryptographicHash::Sha256);
    if (file.path.isEmpty()) {
        sum.addData(file.bytes);
    } else {
        QFile source(file.path);
        if (!source.open(QIODevice::ReadOnly) || !sum.addData(&source))
            return Failure{IntakeError{IntakeFault::Unreadable, entry, source.errorString()}};
        size = source.size();
    }
    const QByteArray digest = sum.result().toHex();
    if (!file.sha256.isEmpty() && file.sha256 != digest)
        return Failure{IntakeError{IntakeFault::DigestMismatch, entry, QString::fromLatin1(file.sha256)}};
    file.sha256 = digest;
    return size;
}

QByteArray manifestLine(const QByteArray &digest, QString name)
{
    name.replace(u'%', QLatin1StringView("%25")).replace(u'\n', QLatin1StringView("%0A")).replace(u'\r', QLatin1StringView("%0D"));
    return digest + "  " + name.toUtf8() + '\n';
}

/// Payload in the order it is written, then the tag files around it.
Result<QList<BagFile>, IntakeError> layOut(const BagContent &content)
{
    QList<BagFile> payload{{QStringLiteral("case.json"), QByteArray(domain::canonicalJson(content.caseJson) + '\n'), {}, {}}};
    QList<BagFile> evidence = content.evidence;
    std::sort(evidence.begin(), evidence.end(), [](const BagFile &a, const BagFile &b) { return a.name < b.name; });
    payload += evidence;
    if (content.ruling)
        payload.append({QStringLiteral("ruling.json"), QByteArray(domain::canonicalJson(*content.ruling) + '\n'), {}, {}});
    if (!content.audit.isEmpty())
        payload.append({QStringLiteral("audit.jsonl"), auditLines(content.audit), {}, {}});
    if (content.earlier && !content.earlier->rulingJson.isEmpty())
        payload.append({QStringLiteral("earlier-rulings.jsonl"), content.earlier->rulingJson, {}, {}});
    if (content.earlier && !content.earlier->auditJsonl.isEmpty())
        payload.append({QStringLiteral("earlier-audit.jsonl"), content.earlier->auditJsonl, {}, {}});
    if (!content.examination.isEmpty())
        payload.append({QStringLiteral("examination.json"), QByteArray(domain::canonicalJson(domain::toJson(content.examination)) + '\n'), {}, {}});
    if (!content.notes.isEmpty() || !content.withheldNotes.isEmpty())
        payload.append({QStringLiteral("notes.json"), QByteArray(domain::canonicalJson(domain::notesToJson(content.notes, content.withheldNotes)) + '\n'), {}, {}});
    payload += content.letters;

    QByteArray manifest;
    qint64 bytes = 0;
    for (BagFile &file : payload) {
        const auto size = measure(file);
        if (!size)
            return Failure{size.error()};
        bytes += *size;
        file.name.prepend(QStringLiteral("data/"));
        manifest += manifestLine(file.sha256, file.name);
    }
    const auto text = [&](const char *key) { return content.caseJson.value(QLatin1StringView(key)).toString().toUtf8(); };
    QByteArray info = "Bag-Software-Agent: arbiter\nBagging-Date: " + content.at.toRfc3339().left(10).toLatin1() + "\nExternal-Identifier: "
        + text("platform") + ':' + text("caseNo").simplified() + "\nPayload-Oxum: " + QByteArray::number(bytes) + '.' + QByteArray::number(payload.size()) + '\n';
    if (const QString head = auditHeadText(content.audit); !head.isEmpty())
        info += "Arbiter-Audit-Head: " + head.toLatin1() + '\n';
    QList<BagFile> all{{QStringLiteral("bagit.txt"), "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n", {}, {}},
                       {QStringLiteral("bag-info.txt"), info, {}, {}},
                       {QStringLiteral("manifest-sha256.txt"), manifest, {}, {}}};
    QByteArray tags;
    for (const BagFile &file : all)
        tags += manifestLine(domain::sha256Hex(file.bytes), file.name);
    all.append({QStringLiteral("tagmanifest-sha256.txt"), tags, {}, {}});
    return all + payload;
}

struct ZipDiscard
{
    void operator()(zip_t *archive) const { zip_discard(archive); }
};

int isStopped(zip_t *, void *stop)
{
    return *static_cast<const std::atomic_bool *>(stop) ? 1 : 0;
}

Result<void, IntakeError> writeZip(const QString &path, const QList<BagFile> &files, const std::atomic_bool *stop)
{
    int code = 0;
    std::unique_ptr<zip_t, ZipDiscard> archive(zip_open(QFile::encodeName(path).constData(), ZIP_CREATE | ZIP_EXCL, &code));
    if (!archive)
        return writeFault(path, QString::fromLocal8Bit(std::strerror(errno)));
    for (const BagFile &file : files) {
        zip_source_t *source = file.path.isEmpty()
            ? zip_source_buffer(archive.get(), file.bytes.constData(), static_cast<zip_uint64_t>(file.bytes.size()), 0)
            : zip_source_file(archive.get(), QFile::encodeName(file.path).constData(), 0, -1);
        const zip_int64_t index = source ? zip_file_add(archive.get(), file.name.toUtf8().constData(), source, ZIP_FL_ENC_UTF_8) : -1;
        if (index < 0) {
            if (source)
                zip_source_free(source);
            return writeFault(file.name, QString::fromUtf8(zip_strerror(archive.get())));
        }
        const auto place = static_cast<zip_uint64_t>(index);
        const bool set = zip_set_file_compression(archive.get(), place, ZIP_CM_STORE, 0) == 0
            && zip_file_set_dostime(archive.get(), place, 0, firstDosDate, 0) == 0
            && zip_file_set_external_attributes(archive.get(), place, 0, ZIP_OPSYS_UNIX, 0100600U << 16) == 0;
        if (!set)
            return writeFault(file.name, QString::fromUtf8(zip_strerror(archive.get())));
    }
    if (stop) // the library only hands it back
        zip_register_cancel_callback_with_state(archive.get(), isStopped, nullptr, const_cast<std::atomic_bool *>(stop));
    if (zip_close(archive.get()) != 0) {
        if (stop && *stop)
            return Failure{IntakeError{IntakeFault::Stopped, {}, {}}};
        return writeFault(path, QString::fromUtf8(zip_strerror(archive.get())));
    }
    archive.release(); // zip_close has freed it
    return {};
}

/// What a desk with raised limits has sealed must be read as well: sizes are no question here, only wholeness.
ReadingRules ownRules()
{
    ReadingRules rules;
    rules.limits.maxFiles = rules.limits.maxFileBytes = rules.limits.maxBundleBytes = std::numeric_limits<qint64>::max() / 1024;
    return rules;
}

/// Nobody else may read it, it is on the disk, and it is what it should be.
Result<QByteArray, IntakeError> settleFile(const QString &path, const std::atomic_bool *stop)
{
    const Fd file = openFile(path, O_RDONLY);
    if (!file.isOpen() || ::fchmod(file.get(), 0600) != 0 || ::fsync(file.get()) != 0)
        return writeFault(path, QString::fromLocal8Bit(std::strerror(errno)));
    ReadingRules rules = ownRules();
    rules.stop = stop;
    auto reader = BundleReader::open(path, rules);
    if (!reader)
        return Failure{reader.error()};
    NoSink sink;
    if (const auto read = reader->read(sink); !read)
        return Failure{read.error()};
    if (const auto form = checkSealedZip(path); !form)
        return Failure{form.error()};
    QCryptographicHash sum(QCryptographicHash::Sha256);
    QFile whole(path);
    if (!whole.open(QIODevice::ReadOnly) || !sum.addData(&whole))
        return writeFault(path, whole.errorString());
    return sum.result().toHex();
}

} // namespace

Result<QByteArray, IntakeError> writeBag(const QString &path, const BagContent &content, const std::atomic_bool *stop)
{
    const auto files = layOut(content);
    if (!files)
        return Failure{files.error()};
    const QFileInfo target(path);
    const QString beside = target.absolutePath() + QStringLiteral("/.") + target.fileName() + u'.' + QUuid::createUuid().toString(QUuid::Id128).left(8);
    const auto written = writeZip(beside, *files, stop);
    auto settled = written ? settleFile(beside, stop) : Result<QByteArray, IntakeError>(Failure{written.error()});
    if (settled && std::rename(QFile::encodeName(beside).constData(), QFile::encodeName(target.absoluteFilePath()).constData()) != 0)
        settled = writeFault(path, QString::fromLocal8Bit(std::strerror(errno)));
    if (!settled)
        QFile::remove(beside);
    else if (!syncFolder(target.absolutePath()))
        return writeFault(path, QString::fromLocal8Bit(std::strerror(errno)));
    return settled;
}

Result<SealedReport, IntakeError> verifySealed(const QString &path)
{
    const ReadingRules rules = ownRules();
    auto reader = BundleReader::open(path, rules);
    if (!reader)
        return Failure{reader.error()};
    NoSink sink;
    const auto read = reader->read(sink);
    if (!read)
        return Failure{read.error()};
    SealedReport report;
    report.platform = read->file.platform;
    report.caseNo = read->file.caseNo;
    report.digest = read->digest;
    report.files = read->files.size();
    report.auditEntries = read->audit.size();
    report.hasRuling = read->hasRuling;
    // Only last: what is said of the zip then stands beside contents that are whole.
    if (report.isSealed() && !QFileInfo(path).isDir()) {
        if (const auto form = checkSealedZip(path); !form)
            return Failure{form.error()};
    }
    return report;
}

} // namespace arb::intake
