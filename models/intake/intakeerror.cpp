// SPDX-License-Identifier: GPL-3.0-or-later
#include <intake/intakeerror.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QFileInfo>
#include <QtCore/QSet>

namespace arb::intake {

namespace {

struct Sentence
{
    IntakeFault code;
    const char *text; ///< %1 entry, %2 detail
};

// clang-format off
constexpr Sentence sentences[] = {
    {IntakeFault::NotFound, QT_TRANSLATE_NOOP("IntakeError", "There is no such file or folder. Check the path.")},
    {IntakeFault::Unreadable, QT_TRANSLATE_NOOP("IntakeError", "“%1” cannot be read (%2). Check the permissions and the disk.")},
    {IntakeFault::NotABundle, QT_TRANSLATE_NOOP("IntakeError", "This is no case bundle: neither a zip, nor a folder with bagit.txt, nor a .jsonl list.")},
    {IntakeFault::NoBundles, QT_TRANSLATE_NOOP("IntakeError", "There is no case in it: no bundle and no case list.")},
    {IntakeFault::Stopped, QT_TRANSLATE_NOOP("IntakeError", "Stopped before this one was taken in. Import it again when you like.")},
    {IntakeFault::NotAllowed, QT_TRANSLATE_NOOP("IntakeError", "This role may not import. Ask a reviewer or supervisor.")},
    {IntakeFault::BadZip, QT_TRANSLATE_NOOP("IntakeError", "The zip is damaged or inconsistent at “%1” (%2). Have it exported again.")},
    {IntakeFault::Encrypted, QT_TRANSLATE_NOOP("IntakeError", "“%1” is encrypted. Bundles must come without a password.")},
    {IntakeFault::UnsupportedCompression, QT_TRANSLATE_NOOP("IntakeError", "“%1” is packed in a way (method %2) that bundles do not use. Only stored and deflated files are read.")},
    {IntakeFault::Link, QT_TRANSLATE_NOOP("IntakeError", "“%1” is a link. Put the file itself in its place.")},
    {IntakeFault::SpecialFile, QT_TRANSLATE_NOOP("IntakeError", "“%1” is neither a file nor a folder. Take it out.")},
    {IntakeFault::SizeMismatch, QT_TRANSLATE_NOOP("IntakeError", "“%1” does not have the size that is stated (%2). Have the bundle exported again.")},
    {IntakeFault::TooManyFiles, QT_TRANSLATE_NOOP("IntakeError", "There are more files than the desk's limit of %2; it is passed at “%1”. Split the bundle, or ask an administrator.")},
    {IntakeFault::FileTooLarge, QT_TRANSLATE_NOOP("IntakeError", "“%1” is larger than the desk's limit of %2 bytes a file. Shorten it, or ask an administrator.")},
    {IntakeFault::BundleTooLarge, QT_TRANSLATE_NOOP("IntakeError", "The files together are larger than the desk's limit of %2 bytes; it is passed at “%1”.")},
    {IntakeFault::TooCompressed, QT_TRANSLATE_NOOP("IntakeError", "“%1” grows to more than %2 times its packed size, as a zip bomb does. Store it uncompressed if it is genuine.")},
    {IntakeFault::PathTraversal, QT_TRANSLATE_NOOP("IntakeError", "The name “%1” has an empty part, “.” or “..” in it. Names lead from the top of the bundle to the file, without detours.")},
    {IntakeFault::AbsolutePath, QT_TRANSLATE_NOOP("IntakeError", "The name “%1” is absolute. Names must be relative to the bundle.")},
    {IntakeFault::BackslashPath, QT_TRANSLATE_NOOP("IntakeError", "The name “%1” has a backslash. Folders are separated by “/”.")},
    {IntakeFault::DrivePath, QT_TRANSLATE_NOOP("IntakeError", "The name “%1” begins with a drive letter. Names must be relative to the bundle.")},
    {IntakeFault::ControlInName, QT_TRANSLATE_NOOP("IntakeError", "The name “%1” has control characters in it. Rename the file.")},
    {IntakeFault::NameEncoding, QT_TRANSLATE_NOOP("IntakeError", "The name “%1” is not UTF-8. Pack the bundle with a program that writes names in UTF-8.")},
    {IntakeFault::ReservedName, QT_TRANSLATE_NOOP("IntakeError", "The name “%1” is not possible on every system (%2). Rename the file.")},
    {IntakeFault::PathTooLong, QT_TRANSLATE_NOOP("IntakeError", "The name “%1” is longer than %2 bytes. Rename the file.")},
    {IntakeFault::DuplicateName, QT_TRANSLATE_NOOP("IntakeError", "The names “%1” and “%2” are the same, at least where case or the form of accents does not count. Rename one.")},
    {IntakeFault::BagitMissing, QT_TRANSLATE_NOOP("IntakeError", "bagit.txt is missing at the top of the bundle. Pack the contents of the folder, not the folder itself.")},
    {IntakeFault::BagitBad, QT_TRANSLATE_NOOP("IntakeError", "“%1” is not what a bag needs (%2). See the format of bundles.")},
    {IntakeFault::ManifestMissing, QT_TRANSLATE_NOOP("IntakeError", "“%1” is missing. Every bundle carries a list of its files with their SHA-256.")},
    {IntakeFault::ManifestBad, QT_TRANSLATE_NOOP("IntakeError", "“%1” has a line that cannot be read: %2.")},
    {IntakeFault::FetchRefused, QT_TRANSLATE_NOOP("IntakeError", "The bundle wants files to be fetched from elsewhere (“%1”). Put all files into the bundle.")},
    {IntakeFault::NotInManifest, QT_TRANSLATE_NOOP("IntakeError", "“%1” is in the bundle but not in %2. Add it to the list or take it out.")},
    {IntakeFault::NotNamed, QT_TRANSLATE_NOOP("IntakeError", "“%1” is in the bundle but case.json does not name it. Name it as an exhibit or take it out.")},
    {IntakeFault::FileMissing, QT_TRANSLATE_NOOP("IntakeError", "“%1”, which %2 names, is missing.")},
    {IntakeFault::DigestMismatch, QT_TRANSLATE_NOOP("IntakeError", "“%1” is not the file that was listed: its digest differs from the one in %2. Have the bundle exported again.")},
    {IntakeFault::BadJson, QT_TRANSLATE_NOOP("IntakeError", "“%1” is not valid JSON (%2).")},
    {IntakeFault::DuplicateKey, QT_TRANSLATE_NOOP("IntakeError", "“%1” has the key %2 twice. Keep one of them.")},
    {IntakeFault::JsonTooDeep, QT_TRANSLATE_NOOP("IntakeError", "“%1” is nested deeper than 64 levels at %2.")},
    {IntakeFault::JsonNumber, QT_TRANSLATE_NOOP("IntakeError", "“%1” has a number at %2 that cannot be kept exactly. Write it as text.")},
    {IntakeFault::JsonControl, QT_TRANSLATE_NOOP("IntakeError", "“%1” has control characters (%2). Take them out.")},
    {IntakeFault::JsonTooLarge, QT_TRANSLATE_NOOP("IntakeError", "“%1” is larger than a text of this kind may be (%2).")},
    {IntakeFault::JsonTooMany, QT_TRANSLATE_NOOP("IntakeError", "“%1” has more than %2 values, more than any case needs.")},
    {IntakeFault::UnknownFormat, QT_TRANSLATE_NOOP("IntakeError", "“%1” has format %2; this program reads format 1. A newer version of the program may read it.")},
    {IntakeFault::SchemaViolation, QT_TRANSLATE_NOOP("IntakeError", "“%1” does not fit the format: %2.")},
    {IntakeFault::EvidenceType, QT_TRANSLATE_NOOP("IntakeError", "The content of “%1” is not of the kind that is stated (%2).")},
    {IntakeFault::EvidenceTooLarge, QT_TRANSLATE_NOOP("IntakeError", "“%1” is larger than a file of its kind may be (%2 bytes).")},
    {IntakeFault::EvidenceEmpty, QT_TRANSLATE_NOOP("IntakeError", "“%1” is empty.")},
    {IntakeFault::EvidenceBad, QT_TRANSLATE_NOOP("IntakeError", "“%1” cannot be used as evidence of its kind (%2).")},
    {IntakeFault::AuditBroken, QT_TRANSLATE_NOOP("IntakeError", "The record in “%1” was changed or cut: the first bad entry is %2.")},
    {IntakeFault::ContainerChanged, QT_TRANSLATE_NOOP("IntakeError", "The zip is not as it was sealed: it differs at “%1”, byte %2, although the files in it are whole. Take the sealed file itself, not one packed anew.")},
    {IntakeFault::NoSpace, QT_TRANSLATE_NOOP("IntakeError", "There is no room left for the evidence. Free some space and import again.")},
    {IntakeFault::VaultNotWritable, QT_TRANSLATE_NOOP("IntakeError", "The evidence vault cannot be written. Check its permissions and import again.")},
    {IntakeFault::VaultBroken, QT_TRANSLATE_NOOP("IntakeError", "The evidence vault does not answer as it should. Check the disk and import again.")},
    {IntakeFault::WriteFailed, QT_TRANSLATE_NOOP("IntakeError", "“%1” could not be written (%2). Check the folder and the space left.")},
    {IntakeFault::StoreBusy, QT_TRANSLATE_NOOP("IntakeError", "The database was busy for too long. Import it again.")},
    {IntakeFault::StoreReadOnly, QT_TRANSLATE_NOOP("IntakeError", "The database takes no writes at the moment. Check space and permissions, then import again.")},
    {IntakeFault::StoreOffline, QT_TRANSLATE_NOOP("IntakeError", "The connection to the database was lost. Import it again when it is back; what was in already is then reported as present.")},
    {IntakeFault::StoreBroken, QT_TRANSLATE_NOOP("IntakeError", "The database refused the case. The log says why.")},
};
// clang-format on

} // namespace

QString shownText(const QString &text)
{
    QString out;
    for (const QChar c : text.left(300)) {
        const bool hidden = c.category() == QChar::Other_Format || c.category() == QChar::Other_Control || c == QChar::LineSeparator
            || c == QChar::ParagraphSeparator;
        out += hidden ? QStringLiteral("\\u%1").arg(c.unicode(), 4, 16, QLatin1Char('0')) : QString(c);
    }
    return out;
}

IntakeError namedAfter(IntakeError error, const QString &path)
{
    if (error.entry.isEmpty())
        error.entry = QFileInfo(path).fileName();
    return error;
}

bool isOfInput(IntakeFault fault)
{
    static const QSet<int> others{int(IntakeFault::NotFound), int(IntakeFault::Unreadable), int(IntakeFault::NotABundle), int(IntakeFault::NoBundles),
                                  int(IntakeFault::Stopped), int(IntakeFault::NotAllowed), int(IntakeFault::NoSpace),
                                  int(IntakeFault::VaultNotWritable), int(IntakeFault::VaultBroken), int(IntakeFault::WriteFailed),
                                  int(IntakeFault::StoreBusy), int(IntakeFault::StoreReadOnly), int(IntakeFault::StoreOffline),
                                  int(IntakeFault::StoreBroken)};
    return !others.contains(int(fault));
}

QString describe(const IntakeError &error)
{
    for (const Sentence &sentence : sentences) {
        if (sentence.code == error.code) {
            // Both at once, so that a "%2" inside a name is not taken for a place.
            const QString text = QCoreApplication::translate("IntakeError", sentence.text);
            if (text.contains(QLatin1StringView("%1")))
                return text.contains(QLatin1StringView("%2")) ? text.arg(shownText(error.entry), shownText(error.detail)) : text.arg(shownText(error.entry));
            QString filled = text;
            return filled.replace(QLatin1StringView("%2"), shownText(error.detail));
        }
    }
    return domain::toCode(error.code);
}

} // namespace arb::intake

namespace arb::domain {

template<>
std::span<const CodeRow<intake::IntakeFault>> codeTable<intake::IntakeFault>()
{
    using F = intake::IntakeFault;
    static constexpr CodeRow<F> rows[] = {
        {F::NotFound, "not_found"}, {F::Unreadable, "unreadable"}, {F::NotABundle, "not_a_bundle"}, {F::NoBundles, "no_bundles"},
        {F::Stopped, "stopped"}, {F::NotAllowed, "not_allowed"}, {F::BadZip, "bad_zip"}, {F::Encrypted, "encrypted"},
        {F::UnsupportedCompression, "unsupported_compression"}, {F::Link, "link"}, {F::SpecialFile, "special_file"},
        {F::SizeMismatch, "size_mismatch"}, {F::TooManyFiles, "too_many_files"}, {F::FileTooLarge, "file_too_large"},
        {F::BundleTooLarge, "bundle_too_large"}, {F::TooCompressed, "too_compressed"}, {F::PathTraversal, "path_traversal"},
        {F::AbsolutePath, "absolute_path"}, {F::BackslashPath, "backslash_path"}, {F::DrivePath, "drive_path"},
        {F::ControlInName, "control_in_name"}, {F::NameEncoding, "name_encoding"}, {F::ReservedName, "reserved_name"},
        {F::PathTooLong, "path_too_long"}, {F::DuplicateName, "duplicate_name"}, {F::BagitMissing, "bagit_missing"},
        {F::BagitBad, "bagit_bad"}, {F::ManifestMissing, "manifest_missing"}, {F::ManifestBad, "manifest_bad"},
        {F::FetchRefused, "fetch_refused"}, {F::NotInManifest, "not_in_manifest"}, {F::NotNamed, "not_named"},
        {F::FileMissing, "file_missing"}, {F::DigestMismatch, "digest_mismatch"}, {F::BadJson, "bad_json"},
        {F::DuplicateKey, "duplicate_key"}, {F::JsonTooDeep, "json_too_deep"}, {F::JsonNumber, "json_number"},
        {F::JsonControl, "json_control"}, {F::JsonTooLarge, "json_too_large"}, {F::JsonTooMany, "json_too_many"}, {F::UnknownFormat, "unknown_format"},
        {F::SchemaViolation, "schema_violation"}, {F::EvidenceType, "evidence_type"}, {F::EvidenceTooLarge, "evidence_too_large"},
        {F::EvidenceEmpty, "evidence_empty"}, {F::EvidenceBad, "evidence_bad"}, {F::AuditBroken, "audit_broken"},
        {F::ContainerChanged, "container_changed"},
        {F::NoSpace, "no_space"}, {F::VaultNotWritable, "vault_not_writable"}, {F::VaultBroken, "vault_broken"},
        {F::WriteFailed, "write_failed"}, {F::StoreBusy, "store_busy"}, {F::StoreReadOnly, "store_read_only"},
        {F::StoreOffline, "store_offline"}, {F::StoreBroken, "store_broken"}};
    return rows;
}

} // namespace arb::domain
