// SPDX-License-Identifier: GPL-3.0-or-later
#include "bundlemaker.h"

#include <domain/canonicaljson.h>

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QtEndian>

#include <array>

namespace arb::tests {

namespace {

quint32 crc32(const QByteArray &bytes)
{
    quint32 sum = 0xffffffff;
    for (const char c : bytes) {
        sum ^= static_cast<unsigned char>(c);
        for (int bit = 0; bit < 8; ++bit)
            sum = (sum >> 1) ^ ((sum & 1) != 0 ? 0xedb88320U : 0U);
    }
    return ~sum;
}

template<typename T>
void put(QByteArray &out, T value)
{
    const T little = qToLittleEndian(value);
    out.append(reinterpret_cast<const char *>(&little), sizeof little);
}

/// What local and central header have in common, from the version needed to the extra field's length.
void putCommon(QByteArray &out, const ZipPart &part, const QByteArray &packed, const QByteArray &name)
{
    put<quint16>(out, 20);
    put<quint16>(out, part.flags);
    put<quint16>(out, part.method);
    put<quint16>(out, 0);
    put<quint16>(out, 33);
    put<quint32>(out, crc32(part.bytes) ^ (part.wrongSum ? 1U : 0U));
    put<quint32>(out, static_cast<quint32>(packed.size()));
    put<quint32>(out, part.size.value_or(static_cast<quint32>(part.bytes.size())));
    put<quint16>(out, static_cast<quint16>(name.size()));
    put<quint16>(out, 0);
}

QByteArray manifestOf(const QMap<QByteArray, QByteArray> &files)
{
    QByteArray lines;
    for (auto it = files.begin(); it != files.end(); ++it)
        lines += domain::sha256Hex(it.value()) + "  " + it.key() + '\n';
    return lines;
}

} // namespace

QByteArray zipOf(const QList<ZipPart> &parts)
{
    QByteArray out, directory;
    for (const ZipPart &part : parts) {
        QByteArray packed = part.bytes;
        if (part.method == 8) { // a zlib stream without its head and check sum is a raw one
            const QByteArray zlib = qCompress(part.bytes, 9);
            packed = zlib.mid(6, zlib.size() - 10);
        }
        const auto offset = static_cast<quint32>(out.size());
        put<quint32>(out, 0x04034b50);
        putCommon(out, part, packed, part.localName.value_or(part.name));
        out += part.localName.value_or(part.name) + packed;
        put<quint32>(directory, 0x02014b50);
        put<quint16>(directory, 3 << 8 | 20);
        putCommon(directory, part, packed, part.name);
        put<quint16>(directory, 0);
        put<quint16>(directory, 0);
        put<quint16>(directory, 0);
        put<quint32>(directory, part.mode << 16);
        put<quint32>(directory, offset);
        directory += part.name;
    }
    const auto start = static_cast<quint32>(out.size());
    out += directory;
    put<quint32>(out, 0x06054b50);
    put<quint32>(out, 0);
    put<quint16>(out, static_cast<quint16>(parts.size()));
    put<quint16>(out, static_cast<quint16>(parts.size()));
    put<quint32>(out, static_cast<quint32>(directory.size()));
    put<quint32>(out, start);
    put<quint16>(out, 0);
    return out;
}

QByteArray statementBytes()
{
    return "外包装没有破损，内盒一角磨白。\n";
}

QByteArray pictureBytes(const QByteArray &salt)
{
    static const QByteArray png = QByteArray::fromBase64("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
    return png + salt;
}

QJsonObject plainCase(const QString &caseNo)
{
    const auto exhibit = [](const char *id, const char *party, const char *kind, const char *file, const QByteArray &bytes) {
        return QJsonObject{{QStringLiteral("id"), QString::fromLatin1(id)},
                           {QStringLiteral("party"), QString::fromLatin1(party)},
                           {QStringLiteral("kind"), QString::fromLatin1(kind)},
                           {QStringLiteral("file"), QString::fromLatin1(file)},
                           {QStringLiteral("sha256"), QString::fromLatin1(domain::sha256Hex(bytes))},
                           {QStringLiteral("submittedAt"), QStringLiteral("2026-10-09T20:07:00+08:00")}};
    };
    return {{QStringLiteral("format"), 1},
            {QStringLiteral("caseNo"), caseNo},
            {QStringLiteral("platform"), QStringLiteral("douyin")},
            {QStringLiteral("escalatedAt"), QStringLiteral("2026-10-11T16:20:00+08:00")},
            {QStringLiteral("order"), QJsonObject{{QStringLiteral("orderNo"), QString(u'O' + caseNo)}, {QStringLiteral("product"), QStringLiteral("台灯")},
                                                  {QStringLiteral("paidFen"), 12900}}},
            {QStringLiteral("buyer"), QJsonObject{{QStringLiteral("id"), QStringLiteral("by-1")}, {QStringLiteral("phone"), QStringLiteral("13900010011")}}},
            {QStringLiteral("merchant"), QJsonObject{{QStringLiteral("id"), QStringLiteral("sh-1")}, {QStringLiteral("name"), QStringLiteral("灯火家居")}}},
            {QStringLiteral("afterSale"), QJsonObject{{QStringLiteral("no"), QStringLiteral("AS-1")}, {QStringLiteral("type"), QStringLiteral("return_refund")},
                                                      {QStringLiteral("reason"), QStringLiteral("damaged")}, {QStringLiteral("claimedFen"), 12900},
                                                      {QStringLiteral("appliedAt"), QStringLiteral("2026-10-09T20:05:00+08:00")}}},
            {QStringLiteral("exhibits"), QJsonArray{exhibit("b1", "buyer", "text", "evidence/statement.txt", statementBytes()),
                                                    exhibit("m1", "merchant", "image", "evidence/photo.png", pictureBytes(caseNo.toUtf8()))}}};
}

QList<ZipPart> BundleParts::parts() const
{
    QMap<QByteArray, QByteArray> payload{{"data/case.json", caseText}};
    for (auto it = data.begin(); it != data.end(); ++it)
        payload.insert("data/" + it.key(), it.value());
    QMap<QByteArray, QByteArray> top = tags;
    if (!bagit.isEmpty())
        top.insert("bagit.txt", bagit);
    if (!top.contains("manifest-sha256.txt"))
        top.insert("manifest-sha256.txt", manifestOf(payload));
    if (tagManifest && !top.contains("tagmanifest-sha256.txt"))
        top.insert("tagmanifest-sha256.txt", manifestOf(top));
    QList<ZipPart> parts;
    for (const auto &files : {top, payload}) {
        for (auto it = files.begin(); it != files.end(); ++it) {
            ZipPart part;
            part.name = it.key();
            part.bytes = it.value();
            parts.append(part);
        }
    }
    return parts;
}

BundleParts bundleOf(const QJsonObject &caseJson)
{
    BundleParts parts;
    parts.caseText = QJsonDocument(caseJson).toJson();
    parts.data.insert("evidence/statement.txt", statementBytes());
    parts.data.insert("evidence/photo.png", pictureBytes(caseJson.value(QStringLiteral("caseNo")).toString().toUtf8()));
    return parts;
}

BundleParts plainBundle(const QString &caseNo)
{
    return bundleOf(plainCase(caseNo));
}

void writeFile(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("%s is not written: %s", qPrintable(path), qPrintable(file.errorString()));
}

void writeFolder(const QString &path, const QList<ZipPart> &parts)
{
    for (const ZipPart &part : parts)
        writeFile(path + u'/' + QString::fromUtf8(part.name), part.bytes);
}

} // namespace arb::tests
