// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/codes.h>

#include <QtCore/QString>

namespace arb::intake {

/// Why an input is not let in. The codes (domain::toCode) are stable and go into --json; sentences come from describe().
enum class IntakeFault {
    // the input as a whole
    NotFound, Unreadable, NotABundle, NoBundles, Stopped, NotAllowed,
    // the container
    BadZip, Encrypted, UnsupportedCompression, Link, SpecialFile, SizeMismatch,
    TooManyFiles, FileTooLarge, BundleTooLarge, TooCompressed,
    // names
    PathTraversal, AbsolutePath, BackslashPath, DrivePath, ControlInName, NameEncoding, ReservedName, PathTooLong, DuplicateName,
    // the bag
    BagitMissing, BagitBad, ManifestMissing, ManifestBad, FetchRefused, NotInManifest, NotNamed, FileMissing, DigestMismatch,
    // texts
    BadJson, DuplicateKey, JsonTooDeep, JsonNumber, JsonControl, JsonTooLarge, JsonTooMany, UnknownFormat, SchemaViolation,
    // evidence
    EvidenceType, EvidenceTooLarge, EvidenceEmpty, EvidenceBad,
    // a sealed export
    AuditBroken, ContainerChanged,
    // our own side
    NoSpace, VaultNotWritable, VaultBroken, WriteFailed, StoreBusy, StoreReadOnly, StoreOffline, StoreBroken
};

/// One refusal: the entry (a name inside the input, empty for the input itself) and what a sentence needs beside it.
struct IntakeError
{
    IntakeFault code = IntakeFault::Unreadable;
    QString entry;
    QString detail; ///< a number, pointer, digest or other name; never a sentence
    bool operator==(const IntakeError &) const = default;
};

/// @p error, where it names no entry, about the input at @p path itself: by the last part of its name.
IntakeError namedAfter(IntakeError error, const QString &path);
/// The fault lies in what was handed in and can be mended there, rather than on our side.
bool isOfInput(IntakeFault fault);
/// Names of strangers as a terminal and a label may show them: control characters and direction marks as what they are.
QString shownText(const QString &text);
/// One or two sentences in the chosen language: what is wrong where, and what to do about it.
QString describe(const IntakeError &error);

} // namespace arb::intake

namespace arb::domain {
template<> std::span<const CodeRow<intake::IntakeFault>> codeTable<intake::IntakeFault>();
}
