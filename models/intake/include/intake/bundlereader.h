// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <intake/intakelimits.h>
#include <intake/schemacheck.h>

#include <usecases/caserecord.h>

#include <domain/audit.h>
#include <domain/casefile.h>

#include <QtCore/QByteArrayView>
#include <QtCore/QJsonObject>

#include <atomic>
#include <functional>
#include <memory>
#include <optional>

namespace arb::intake {

class BundleSource;

/// Where evidence goes while it is read. A reader feeds one file at a time; what it fed is worth nothing before the reader
/// has come to its end without an error.
class EvidenceSink
{
public:
    virtual ~EvidenceSink() = default;
    virtual domain::Result<void, IntakeError> begin(const QString &entry) = 0;
    virtual domain::Result<void, IntakeError> take(QByteArrayView bytes) = 0;
    /// The file is whole and has digest @p sha256. Answers what the file says about itself (Exhibit::facts), or nothing.
    virtual domain::Result<QJsonObject, IntakeError> end(const QByteArray &sha256, domain::ExhibitKind kind) = 0;
};

/// A text mark without a text, as earlier versions exported them. It comes along as it is: the record vouches for it and rulings may cite it.
struct EmptyText
{
    QString exhibit; ///< on which it stands
    QString place;   ///< JSON pointer in data/examination.json
};

/// A case that passed every check: digests, sizes and facts are filled in.
struct ReadCase
{
    domain::CaseFile file;
    QByteArray digest; ///< domain::caseDigest
    std::optional<usecases::EarlierRecord> earlier; ///< of a sealed export
    bool hasRuling = false;                         ///< of a sealed export
    QList<domain::AuditEntry> audit;                ///< of a sealed export, checked
    domain::Examination examination;                ///< of a sealed export
    QList<EmptyText> emptyTexts;                    ///< of the examination, in the file's order
    QList<domain::DeskNote> notes;                  ///< of a sealed export
    QList<QString> files;                           ///< names of the payload, in order
};

/// What all readers of one run share: limits, the compiled schema, the wish to stop.
struct ReadingRules
{
    IntakeLimits limits;
    Schema caseSchema = Schema::shipped(QStringLiteral("case"));
    const std::atomic_bool *stop = nullptr;
};

/// Reads one bundle, a zip or a folder. Checks everything and writes nothing; the sink decides where bytes go.
class BundleReader
{
public:
    /// Container and names are checked here, the rest by read(). @p rules must outlive the reader.
    static domain::Result<BundleReader, IntakeError> open(const QString &path, const ReadingRules &rules);
    BundleReader(BundleReader &&) noexcept;
    ~BundleReader();
    domain::Result<ReadCase, IntakeError> read(EvidenceSink &sink);
    /// Unpacked bytes of all files.
    qint64 totalBytes() const;

private:
    BundleReader(std::unique_ptr<BundleSource> source, const ReadingRules &rules);
    std::unique_ptr<BundleSource> m_source;
    const ReadingRules *m_rules;
};

/// Reads a case list: one case.json a line, files relative to the list, each line for itself.
class CaseListReader
{
public:
    static domain::Result<CaseListReader, IntakeError> open(const QString &path, const ReadingRules &rules);
    CaseListReader(CaseListReader &&) noexcept;
    ~CaseListReader();
    /// The next line that is not empty, as a case or why not; nothing after the last.
    std::optional<domain::Result<ReadCase, IntakeError>> next(EvidenceSink &sink);
    /// Of the line that next() answered last, from 1.
    int line() const;

private:
    struct State;
    explicit CaseListReader(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace arb::intake
