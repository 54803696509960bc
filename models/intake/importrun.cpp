// SPDX-License-Identifier: GPL-3.0-or-later
#include <intake/importrun.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>

#include <algorithm>

#include <unistd.h>

namespace arb::intake {

using domain::Failure;
using domain::Result;
using usecases::StoreError;
using usecases::VaultError;

namespace {

constexpr qint64 spareBytes = 64LL * 1024 * 1024; ///< left free for the database and everybody else

IntakeFault faultOf(VaultError error)
{
    switch (error) {
    case VaultError::NoSpace: return IntakeFault::NoSpace;
    case VaultError::NotWritable: return IntakeFault::VaultNotWritable;
    case VaultError::NotNamed:
    case VaultError::Strange:
    case VaultError::Missing:
    case VaultError::Damaged:
    case VaultError::WrongDatabase:
    case VaultError::Broken: return IntakeFault::VaultBroken;
    }
    return IntakeFault::VaultBroken;
}

IntakeFault faultOf(StoreError error)
{
    switch (error) {
    case StoreError::Busy: return IntakeFault::StoreBusy;
    case StoreError::ReadOnly: return IntakeFault::StoreReadOnly;
    case StoreError::Offline: return IntakeFault::StoreOffline;
    case StoreError::Stale:
    case StoreError::Conflict:
    case StoreError::NotFound:
    case StoreError::Broken: return IntakeFault::StoreBroken;
    }
    return IntakeFault::StoreBroken;
}

/// Evidence of one input goes into staged files of the vault.
class StagingSink final : public EvidenceSink
{
public:
    StagingSink(Vault &vault, usecases::MediaInspector *inspector) : m_vault(vault), m_inspector(inspector) {}
    Result<void, IntakeError> begin(const QString &entry) override
    {
        auto staged = m_vault.stage();
        if (!staged)
            return Failure{IntakeError{faultOf(staged.error()), entry, {}}};
        m_entry = entry;
        m_current.emplace(std::move(staged).value());
        return {};
    }
    Result<void, IntakeError> take(QByteArrayView part) override
    {
        if (const auto written = m_current->write(part); !written)
            return Failure{IntakeError{faultOf(written.error()), m_entry, {}}};
        return {};
    }
    Result<QJsonObject, IntakeError> end(const QByteArray &sha256, domain::ExhibitKind kind) override
    {
        if (m_current->sha256() != sha256)
            return Failure{IntakeError{IntakeFault::VaultBroken, m_entry, {}}};
        QJsonObject facts;
        if (m_inspector && ::lseek(m_current->fd(), 0, SEEK_SET) == 0)
            facts = m_inspector->inspect(m_current->fd(), kind);
        bytes += m_current->size();
        m_current->close();
        files.push_back(std::move(*m_current));
        m_current.reset();
        return facts;
    }
    std::vector<StagedFile> files;
    qint64 bytes = 0;

private:
    Vault &m_vault;
    usecases::MediaInspector *m_inspector;
    QString m_entry;
    std::optional<StagedFile> m_current;
};

QList<ImportNote> notesOn(const domain::CaseFile &file)
{
    QList<ImportNote> notes;
    for (const domain::ChatMessage &message : file.chat) {
        if (!message.exhibit.isEmpty() && !domain::findExhibit(file, message.exhibit))
            notes.append({message.id, message.exhibit});
    }
    return notes;
}

using AdmitAnswer = Result<usecases::Admitted, usecases::AdmitError>;

bool isStoreError(const AdmitAnswer &answer)
{
    return !answer && answer.error().kind == usecases::AdmitError::Kind::Store;
}

} // namespace

struct ImportRun::State
{
    /// An input that passed every check and waits for its batch.
    struct Waiting
    {
        qsizetype place = 0; ///< in the results
        usecases::StagedCase staged;
        std::vector<StagedFile> files;
        QList<EmptyText> emptyTexts;

        QList<QByteArray> digests() const
        {
            QList<QByteArray> all;
            for (const StagedFile &file : files)
                all.append(file.sha256());
            return all;
        }
    };

    State(const usecases::AdmitCases &admission, Vault &bytes, usecases::MediaInspector *looker, ImportOptions wishes)
        : admit(admission), vault(bytes), inspector(looker), options(std::move(wishes))
    {
        rules.limits = options.limits;
        rules.stop = options.stop;
    }

    bool stopped() const { return options.stop && *options.stop; }
    void refuse(const QString &input, const IntakeError &error);
    void takePath(const QString &path);
    void takeBundle(const QString &path);
    void takeList(const QString &path);
    void keep(const QString &input, ReadCase read, StagingSink &sink);
    void commit();
    QList<AdmitAnswer> admitAll(const QList<usecases::StagedCase> &cases) const;
    void conclude(Waiting &waiting, const AdmitAnswer &answer);
    void finish(qsizetype place);
    void report() const;

    usecases::AdmitCases admit;
    Vault &vault;
    usecases::MediaInspector *inspector;
    ImportOptions options;
    ReadingRules rules;
    usecases::Actor actor;
    QList<ImportResult> results;
    std::vector<Waiting> batch;
    qint64 batchBytes = 0;
    ImportProgress progress;
    QHash<QString, qsizetype> admitted; ///< "platform:caseNo" → place of the input that was imported
};

void ImportRun::State::refuse(const QString &input, const IntakeError &error)
{
    ImportResult result;
    result.input = input;
    result.error = error;
    results.append(result);
    finish(results.size() - 1);
}

void ImportRun::State::finish(qsizetype place)
{
    ++progress.inputs;
    progress.of = std::max(progress.of, progress.inputs);
    if (options.onResult)
        options.onResult(results.at(place));
    report();
}

void ImportRun::State::report() const
{
    if (options.onProgress)
        options.onProgress(progress);
}

void ImportRun::State::takePath(const QString &path)
{
    if (stopped())
        return refuse(path, {IntakeFault::Stopped, {}, {}});
    if (path.endsWith(QStringLiteral(".jsonl"), Qt::CaseInsensitive))
        return takeList(path);
    const QFileInfo info(path);
    if (info.exists() && !info.isFile() && !info.isDir())
        return refuse(path, {IntakeFault::SpecialFile, path, {}});
    if (info.isFile() && !path.endsWith(QStringLiteral(".arbcase"), Qt::CaseInsensitive)) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return refuse(path, {IntakeFault::Unreadable, path, file.errorString()});
        if (!file.read(2).startsWith("PK"))
            return refuse(path, {IntakeFault::NotABundle, {}, {}});
    }
    takeBundle(path);
}

void ImportRun::State::takeBundle(const QString &path)
{
    auto reader = BundleReader::open(path, rules);
    if (!reader)
        return refuse(path, reader.error());
    if (reader->totalBytes() > vault.freeBytes() - spareBytes)
        return refuse(path, {IntakeFault::NoSpace, {}, {}});
    StagingSink sink(vault, inspector);
    auto read = reader->read(sink);
    if (!read)
        return refuse(path, read.error());
    keep(path, std::move(read).value(), sink);
}

void ImportRun::State::takeList(const QString &path)
{
    auto reader = CaseListReader::open(path, rules);
    if (!reader)
        return refuse(path, reader.error());
    for (bool any = false;; any = true) {
        if (stopped())
            return refuse(path, {IntakeFault::Stopped, {}, {}});
        StagingSink sink(vault, inspector);
        auto read = reader->next(sink);
        if (!read && !any)
            refuse(path, {IntakeFault::NoBundles, {}, {}});
        if (!read)
            return;
        const QString input = QStringLiteral("%1:%2").arg(path).arg(reader->line());
        if (*read)
            keep(input, std::move(*read).value(), sink);
        else
            refuse(input, read->error());
    }
}

void ImportRun::State::keep(const QString &input, ReadCase read, StagingSink &sink)
{
    ImportResult result;
    result.input = input;
    result.platform = read.file.platform;
    result.caseNo = read.file.caseNo;
    results.append(result);
    progress.bytes += sink.bytes;
    batchBytes += sink.bytes;
    batch.push_back({results.size() - 1, {std::move(read.file), read.digest, std::move(read.earlier), std::move(read.examination), std::move(read.notes)}, std::move(sink.files),
                     std::move(read.emptyTexts)});
    if (static_cast<int>(batch.size()) >= options.batchInputs || batchBytes >= options.batchBytes)
        commit();
}

QList<AdmitAnswer> ImportRun::State::admitAll(const QList<usecases::StagedCase> &cases) const
{
    QList<AdmitAnswer> answers = admit(actor, cases);
    // All failed together: another import took a number in between, or one case is one the database will not have.
    const bool apart = !answers.isEmpty() && isStoreError(answers.constFirst())
        && (answers.constFirst().error().store == StoreError::Conflict || answers.constFirst().error().store == StoreError::Broken);
    if (!apart)
        return answers;
    answers.clear();
    for (const usecases::StagedCase &one : cases) {
        QList<AdmitAnswer> answer = admit(actor, {one});
        for (int again = 0; again < 2 && isStoreError(answer.constFirst()) && answer.constFirst().error().store == StoreError::Conflict; ++again)
            answer = admit(actor, {one});
        answers.append(answer.constFirst());
    }
    return answers;
}

void ImportRun::State::commit()
{
    std::vector<StagedFile *> files;
    QList<usecases::StagedCase> cases;
    QList<QByteArray> digests;
    for (Waiting &waiting : batch) {
        for (StagedFile &file : waiting.files)
            files.push_back(&file);
        digests += waiting.digests();
        cases.append(waiting.staged);
    }
    const auto published = files.empty() ? Result<void, VaultError>() : vault.publish(files);
    if (!published) {
        vault.withdraw(digests);
        for (const Waiting &waiting : batch) {
            results[waiting.place].error = IntakeError{faultOf(published.error()), {}, {}};
            finish(waiting.place);
        }
    } else if (!batch.empty()) {
        const QList<AdmitAnswer> answers = admitAll(cases);
        QList<QByteArray> settled, withdrawn;
        for (size_t n = 0; n < batch.size(); ++n) {
            const AdmitAnswer &answer = answers.at(static_cast<qsizetype>(n));
            conclude(batch[n], answer);
            (answer && answer->outcome == usecases::AdmitOutcome::Imported ? settled : withdrawn) += batch[n].digests();
        }
        vault.settle(settled);
        vault.withdraw(withdrawn);
        for (const Waiting &waiting : batch)
            finish(waiting.place);
    }
    batch.clear();
    batchBytes = 0;
}

void ImportRun::State::conclude(Waiting &waiting, const AdmitAnswer &answer)
{
    ImportResult &result = results[waiting.place];
    const QString key = result.platform + u':' + result.caseNo;
    if (answer) {
        const bool fresh = answer->outcome == usecases::AdmitOutcome::Imported;
        result.state = fresh ? ImportState::Imported : ImportState::AlreadyPresent;
        result.id = answer->id;
        if (fresh) {
            admitted.insert(key, waiting.place);
            result.notes = notesOn(waiting.staged.file);
            result.emptyTexts = waiting.emptyTexts;
        } else if (result.id.isNull() && admitted.contains(key)) // the same case twice in one batch
            result.id = results.at(admitted.value(key)).id;
        return;
    }
    if (answer.error().kind == usecases::AdmitError::Kind::NumberTaken) {
        result.state = ImportState::Conflict;
        result.ours = answer.error().ours;
        result.theirs = answer.error().theirs;
        if (admitted.contains(key))
            result.other = results.at(admitted.value(key)).input;
        return;
    }
    result.error = IntakeError{faultOf(answer.error().store.value_or(StoreError::Broken)), {}, {}};
}

ImportRun::ImportRun(const usecases::AdmitCases &admit, Vault &vault, usecases::MediaInspector *inspector, ImportOptions options)
    : m_state(std::make_unique<State>(admit, vault, inspector, std::move(options)))
{
}

ImportRun::~ImportRun() = default;

QList<ImportResult> ImportRun::operator()(const usecases::Actor &actor, const QStringList &paths)
{
    State &state = *m_state;
    state.actor = actor;
    state.results.clear();
    state.admitted.clear();
    state.progress = {};
    const bool allowed = usecases::permitted(actor, usecases::Permission::Import);
    for (const QString &path : paths) {
        if (!allowed) {
            state.refuse(path, {IntakeFault::NotAllowed, {}, {}});
            continue;
        }
        const QList<ImportInput> inputs = importInputs(path);
        state.progress.of += inputs.size();
        if (inputs.isEmpty())
            state.refuse(path, {IntakeFault::NoBundles, {}, {}});
        for (const ImportInput &input : inputs)
            input.refused ? state.refuse(input.path, *input.refused) : state.takePath(input.path);
    }
    state.commit();
    return state.results;
}

namespace {

struct ImportWords
{
    Q_DECLARE_TR_FUNCTIONS(ImportResult)
};

} // namespace

namespace {

constexpr qsizetype mostPlaces = 5; ///< a line, not a list

template<typename Item, typename Words>
QString placesText(const QList<Item> &items, Words words)
{
    QStringList places;
    for (const Item &item : items.first(std::min(mostPlaces, items.size())))
        places.append(words(item));
    if (items.size() > mostPlaces)
        places.append(QStringLiteral("…"));
    return places.join(QStringLiteral(", "));
}

QString withNotes(const QString &line, const QList<ImportNote> &notes)
{
    if (notes.isEmpty())
        return line;
    const auto words = [](const ImportNote &note) { return QStringLiteral("%1 → %2").arg(shownText(note.message), shownText(note.exhibit)); };
    return ImportWords::tr("%1 Messages of the chat name evidence that is not there: %2.").arg(line, placesText(notes, words));
}

QString withEmptyTexts(const QString &line, const QList<EmptyText> &marks)
{
    if (marks.isEmpty())
        return line;
    const auto words = [](const EmptyText &mark) { return QStringLiteral("%1 (%2)").arg(shownText(mark.exhibit), mark.place); };
    return ImportWords::tr("%1 Text marks without a text were kept as they are, so that what cites them still opens: %2.").arg(line, placesText(marks, words));
}

} // namespace

QString describe(const ImportResult &result)
{
    const QString input = shownText(result.input);
    switch (result.state) {
    case ImportState::Imported: return withEmptyTexts(withNotes(ImportWords::tr("%1: case %2 was imported.").arg(input, result.caseNo), result.notes), result.emptyTexts);
    case ImportState::AlreadyPresent: return ImportWords::tr("%1: case %2 is already present.").arg(input, result.caseNo);
    case ImportState::Conflict: {
        const QString ours = QString::fromLatin1(result.ours.first(std::min<qsizetype>(12, result.ours.size())));
        const QString theirs = QString::fromLatin1(result.theirs.first(std::min<qsizetype>(12, result.theirs.size())));
        if (!result.other.isEmpty())
            return ImportWords::tr("%1: case %2 (%3) came in from “%5” with other content (%4). The first one stays; correct the case number of one of them.")
                .arg(input, result.caseNo, ours, theirs, shownText(result.other));
        return ImportWords::tr("%1: case %2 (%3) is stored with other content (%4). The stored one stays; give new evidence as a supplement, or correct the case number.")
            .arg(input, result.caseNo, ours, theirs);
    }
    case ImportState::Refused: break;
    }
    if (!result.error)
        return {};
    const IntakeError error = namedAfter(*result.error, result.input);
    QString why = describe(error);
    if (!isOfInput(error.code))
        return ImportWords::tr("%1 was not imported: %2 Nothing was written.").arg(input, why);
    if (why.endsWith(u'.') || why.endsWith(u'。'))
        why.chop(1);
    return ImportWords::tr("%1 was not imported: %2 (at %3). Nothing was written. Correct it and import again.").arg(input, why, shownText(error.entry));
}

} // namespace arb::intake

namespace arb::domain {

template<>
std::span<const CodeRow<intake::ImportState>> codeTable<intake::ImportState>()
{
    static constexpr CodeRow<intake::ImportState> rows[] = {{intake::ImportState::Imported, "imported"},
                                                            {intake::ImportState::AlreadyPresent, "already_present"},
                                                            {intake::ImportState::Conflict, "conflict"},
                                                            {intake::ImportState::Refused, "refused"}};
    return rows;
}

} // namespace arb::domain
