// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QJsonObject>
#include <QtCore/QList>
#include <QtCore/QMap>
#include <QtCore/QString>

#include <optional>

/// Bundles for tests, good ones and every sort of bad one. The zip is written byte by byte here, since no library writes
/// the broken ones, and since the reader should not be tested with its own library.
namespace arb::tests {

struct ZipPart
{
    QByteArray name, bytes;
    quint16 flags = 0x0800;
    quint16 method = 0;             ///< 8 deflates
    quint32 mode = 0100644;         ///< Unix mode
    std::optional<quint32> size;    ///< stated instead of the true one
    std::optional<QByteArray> localName; ///< in the local header instead of name
    bool wrongSum = false;
};

QByteArray zipOf(const QList<ZipPart> &parts);

/// case.json that is fine, with two exhibits: a text and a picture (evidence/statement.txt, evidence/photo.png).
QJsonObject plainCase(const QString &caseNo);
QByteArray statementBytes();
/// A picture of one pixel; @p salt makes it another file.
QByteArray pictureBytes(const QByteArray &salt = {});

/// The files of a bundle on their way to become a zip or a folder.
struct BundleParts
{
    QMap<QByteArray, QByteArray> data; ///< payload by name below data/, case.json excepted
    QByteArray caseText;
    QMap<QByteArray, QByteArray> tags; ///< further files beside the manifests
    QByteArray bagit = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";
    bool tagManifest = true;

    /// With bagit.txt and manifests made from what is there.
    QList<ZipPart> parts() const;
};
BundleParts plainBundle(const QString &caseNo = QStringLiteral("T-1"));
BundleParts bundleOf(const QJsonObject &caseJson);

void writeFile(const QString &path, const QByteArray &bytes);
/// Regular files only; @p parts with names a file system cannot have are not for this.
void writeFolder(const QString &path, const QList<ZipPart> &parts);

} // namespace arb::tests
