// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bundlesource.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QMap>

#include <memory>
#include <vector>

namespace arb::intake {

/// Digests of one file, by manifest file name ("manifest-sha256.txt").
using ListedDigests = QMap<QString, QByteArray>;

/// What a bag says of itself (RFC 8493), checked as far as that goes without reading the payload.
struct Bag
{
    QHash<QString, ListedDigests> payload; ///< by name, "data/…"
    QMap<QString, QString> info;           ///< bag-info.txt by label in lower case, since case does not count; of repeated labels the last
};

/// Checks bagit.txt, the manifests, the tag files' digests and that manifests and files name the same payload. Every
/// manifest there is counts; SHA-256 must be among them. fetch.txt is refused: what is not in the bundle is not there.
domain::Result<Bag, IntakeError> readBag(BundleSource &source, const IntakeLimits &limits);

/// Hashes a stream once for all manifests that list it.
class DigestCheck
{
public:
    DigestCheck(QString name, const ListedDigests &listed);
    void add(QByteArrayView bytes);
    /// After the last byte: the first manifest that says otherwise.
    Taken finish() const;
    /// SHA-256 of the stream, 64 lower-case hex digits.
    QByteArray sha256() const;

private:
    struct Sum { QCryptographicHash::Algorithm algorithm; std::unique_ptr<QCryptographicHash> hash; };
    const Sum *sumOf(QCryptographicHash::Algorithm algorithm) const;
    QString m_name;
    ListedDigests m_listed;
    std::vector<Sum> m_sums;
};

} // namespace arb::intake
