// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli.h"

#include "../opentext.h"

#include <presentation/errortext.h>
#include <presentation/formats.h>
#include <presentation/labels.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QJsonDocument>

#include <cstdio>
#include <utility>

#include <unistd.h>

namespace arb::app {

namespace {

constexpr qint64 progressPauseMs = 100; ///< no eye reads faster, and a terminal may be slower than the work

struct CliWords
{
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

void write(FILE *stream, const QByteArray &bytes)
{
    std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), stream);
    std::fflush(stream);
}

} // namespace

Cli::Cli(Options options) : m_options(std::move(options)) {}
Cli::~Cli() = default;

void Cli::print(const QString &line)
{
    clearProgress();
    write(stdout, QByteArray(line.toUtf8() + '\n'));
}

void Cli::print(const QJsonObject &document)
{
    clearProgress();
    write(stdout, QByteArray(QJsonDocument(document).toJson(QJsonDocument::Compact) + '\n'));
}

void Cli::answer(const QJsonObject &document, const QString &line)
{
    json() ? print(document) : print(line);
}

void Cli::raw(const QByteArray &bytes)
{
    clearProgress();
    write(stdout, bytes);
}

void Cli::warn(const QString &sentence)
{
    clearProgress();
    QString line = sentence;
    line.replace(QLatin1Char('\n'), QLatin1Char(' '));
    write(stderr, QByteArray("arbiter: " + line.toUtf8() + '\n'));
}

int Cli::fail(const QString &sentence, int status)
{
    warn(sentence);
    return status;
}

namespace {

int statusOf(usecases::CommandFault fault)
{
    using enum usecases::CommandFault;
    if (fault == QueueEmpty)
        return Problems;
    // What was typed cannot be meant, whatever the desk holds.
    const bool words = fault == UnknownPerson || fault == PersonNeeded || fault == BadValue || fault == NoFrameThen || fault == RegionOutside
        || fault == SettingTooLarge || fault == TextMissing || fault == ViewNameUnfit || fault == ControlCharacters || fault == TagUnfit || fault == TagOfDesk || fault == TakesNoCases;
    return words ? WrongUsage : Failed;
}

} // namespace

int Cli::fail(const usecases::CommandError &error)
{
    using enum usecases::CommandFault;
    const bool notSigned = error.fault == RulingInvalid || error.fault == EvidenceWindowOpen;
    const QString sentence = presentation::commandLineText(error);
    return fail(notSigned ? presentation::joined(sentence, CliWords::tr("Nothing was written.")) : sentence, statusOf(error.fault));
}

int Cli::stopped()
{
    return fail(CliWords::tr("Stopped. Nothing half-done was left behind; run it again when you like."));
}

int Cli::fail(const storage::OpenError &error)
{
    return fail(openText(error, m_options.databaseOrDefault()));
}

int Cli::usage(const QString &word)
{
    const bool given = m_options.words.contains(word) || m_options.words.isEmpty();
    return fail(given ? CliWords::tr("not understood: %1. See: arbiter --help").arg(word)
                      : CliWords::tr("missing or not understood: %1. See: arbiter --help").arg(word),
                WrongUsage);
}

void Cli::progress(const QString &text)
{
    if (!isatty(STDERR_FILENO))
        return;
    if (text.isEmpty())
        return clearProgress();
    if (m_progressAge.isValid() && m_progressAge.elapsed() < progressPauseMs)
        return;
    write(stderr, QByteArray("\r\033[K" + text.toUtf8()));
    m_progressShown = true;
    m_progressAge.start();
}

void Cli::clearProgress()
{
    if (std::exchange(m_progressShown, false))
        write(stderr, "\r\033[K");
}

Workspace *Cli::workspace(const storage::OpenOptions &open)
{
    if (!m_workspace) {
        const QString address = m_options.databaseOrDefault();
        if (const auto parsed = storage::parseAddress(address); !parsed) {
            m_actorStatus = fail(addressText(parsed.error()), WrongUsage);
            return nullptr;
        }
        auto opened = Workspace::open(address, defaultVault(address, m_options.vault), open, false, m_options.newVault);
        if (!opened) {
            fail(opened.error());
            return nullptr;
        }
        m_workspace = std::move(opened).value();
    }
    return m_workspace.get();
}

std::optional<usecases::Actor> Cli::actor(bool ownerMay)
{
    Workspace *space = workspace();
    if (!space)
        return std::nullopt; // workspace() has said why
    if (m_options.as.isEmpty()) {
        if (ownerMay)
            return usecases::ownerActor();
        m_actorStatus = fail(usecases::CommandError(usecases::CommandFault::PersonNeeded));
        return std::nullopt;
    }
    const usecases::Desk desk = space->desk();
    const auto person = desk.person(m_options.as);
    if (!person) {
        m_actorStatus = fail(person.error());
        return std::nullopt;
    }
    m_approvalLimit = person->approvalLimit;
    return usecases::Actor{*person, false, false};
}

std::optional<usecases::Actor> Cli::actor(const Arguments &rest, bool ownerMay)
{
    if (rest.leftOver().isEmpty())
        return actor(ownerMay);
    refuse(rest.leftOver());
    return std::nullopt;
}

usecases::Command Cli::command(const usecases::Actor &actor) const
{
    return {actor, m_options.commandId, {}, {}};
}

std::optional<domain::CaseId> Cli::caseOf(const std::optional<QString> &ref)
{
    if (!ref) {
        m_actorStatus = fail(CliWords::tr("Which case? Name its case number."), WrongUsage);
        return std::nullopt;
    }
    const usecases::Desk desk = workspace()->desk();
    const auto found = desk.caseByRef(*ref);
    if (!found) {
        m_actorStatus = fail(found.error());
        return std::nullopt;
    }
    return *found;
}

std::optional<domain::UtcMs> timeOf(Cli &cli, const QString &text)
{
    if (const auto at = domain::UtcMs::fromRfc3339(text))
        return at;
    if (const auto spec = domain::ClockSpec::parse(text)) {
        const usecases::Desk desk = cli.workspace()->desk();
        const auto calendar = desk.calendar();
        if (calendar) {
            if (const auto due = calendar->due(desk.clock.now(), *spec))
                return due->at;
        }
    }
    return std::nullopt;
}

std::optional<std::optional<domain::UtcMs>> untilOption(Cli &cli, Arguments &arguments)
{
    using Until = std::optional<domain::UtcMs>;
    const auto text = arguments.takeOption(QStringLiteral("--until"));
    if (text == QStringLiteral("evidence"))
        return Until();
    if (!text || !cli.workspace()) {
        if (!text)
            cli.refuse(QStringLiteral("--until"));
        return std::nullopt;
    }
    const auto at = timeOf(cli, *text);
    if (!at) {
        cli.refuse(*text);
        return std::nullopt;
    }
    return at;
}

std::optional<QString> reasonOption(Cli &cli, Arguments &arguments)
{
    auto reason = arguments.takeOption(QStringLiteral("--reason"));
    if (reason && !reason->trimmed().isEmpty())
        return reason;
    cli.fail(CliWords::tr("A reason is needed: --reason TEXT"), WrongUsage);
    return std::nullopt;
}

std::optional<NamedCase> namedCase(Cli &cli, Arguments &arguments, bool ownerMay)
{
    const auto ref = arguments.takePosition();
    const auto actor = cli.actor(arguments, ownerMay);
    const auto id = actor ? cli.caseOf(ref) : std::nullopt;
    return id ? std::optional(NamedCase{*actor, *id}) : std::nullopt;
}

int onCase(Cli &cli, Arguments &arguments, const CaseStep &step)
{
    const auto named = namedCase(cli, arguments);
    if (!named)
        return cli.actorStatus();
    const usecases::Desk desk = cli.workspace()->desk();
    usecases::CaseCommands commands(desk);
    return cli.finish(step(commands, cli.command(named->actor), named->id));
}

QJsonObject receiptJson(const usecases::Receipt &receipt)
{
    QJsonObject object{{QStringLiteral("caseNo"), receipt.caseNo},
                       {QStringLiteral("state"), domain::toCode(receipt.state)},
                       {QStringLiteral("version"), receipt.version},
                       {QStringLiteral("repeated"), receipt.repeated}};
    if (!receipt.exhibit.isEmpty())
        object.insert(QStringLiteral("exhibit"), receipt.exhibit);
    if (!receipt.note.isNull())
        object.insert(QStringLiteral("note"), receipt.note.toString());
    if (!receipt.strayNames.isEmpty())
        object.insert(QStringLiteral("strayNames"), QJsonArray::fromStringList(receipt.strayNames));
    if (!receipt.ruling.isNull()) {
        object.insert(QStringLiteral("ruling"), receipt.ruling.toString());
        object.insert(QStringLiteral("needsApproval"), receipt.needsApproval);
        object.insert(QStringLiteral("approvalWhy"), QJsonArray::fromStringList(receipt.approvalWhy.split(u',', Qt::SkipEmptyParts)));
    }
    return object;
}

int Cli::finish(const usecases::Done<usecases::Receipt> &done)
{
    if (!done)
        return fail(done.error());
    usecases::Receipt receipt = *done;
    if (receipt.repeated) { // what it answered then may be history: a recalled ruling is not in force
        if (const auto header = workspace()->desk().cases.header(receipt.caseId)) {
            receipt.state = header->state;
            receipt.version = header->version;
        }
    }
    if (json()) {
        print(receiptJson(receipt));
        return Done;
    }
    QString line = QStringLiteral("%1: %2").arg(receipt.caseNo, presentation::label(receipt.state));
    if (done->needsApproval) {
        QStringList why;
        for (const QString &code : done->approvalWhy.split(u',', Qt::SkipEmptyParts))
            why.append(presentation::approvalReasonLabel(code, m_approvalLimit));
        line = QStringLiteral("%1 (%2)").arg(line, why.join(QStringLiteral("; ")));
    }
    if (done->repeated)
        line = CliWords::tr("%1 (already done by this command id)").arg(line);
    print(line);
    return Done;
}

const Verb *findVerb(const QString &name)
{
    for (const auto verbs : {deskVerbs(), caseVerbs(), queueVerbs(), rulingVerbs(), fileVerbs(), policyVerbs(), benchVerbs()}) {
        for (const Verb &verb : verbs) {
            if (name == QLatin1StringView(verb.name))
                return &verb;
        }
    }
    return nullptr;
}

QString verbHelp(const Verb &verb)
{
    return QStringLiteral("arbiter %1\n  %2").arg(QString::fromUtf8(verb.usage), QCoreApplication::translate("Help", verb.purpose));
}

QString queueHelp()
{
    return CliWords::tr("The queue's views: %1. Sorts: %2. The filter: words, and key:value with the keys state reason type category platform "
                        "merchant buyer holder flag tag; amount:>=100000 or amount:100..200 in fen; due:<24h; overdue:yes; parked:yes; "
                        "reserved:yes or reserved:NAME.")
        .arg(codesOf<usecases::QueueView>().join(u' '), codesOf<usecases::QueueSort>().join(u' '));
}

QString clockHelp()
{
    return CliWords::tr("Clocks: hours:48; days:7, natural days later at the same time; fulldays:7, counted from the day after until 24:00 of the "
                        "seventh, with :roll moved past rest days; workdays:3; daily:09:00-18:00:4h, which runs inside the window only.");
}

QString tableHelp()
{
    return CliWords::tr("A chat that is a table, such as CSV: chat --file FILE --map says what its columns mean, by number from 1 or by the name in the first row: "
                        "at from text id attachment replyTo; where the day and the time of day stand in two columns, at is the day and clock the time of day. "
                        "For example: chat --file FILE --map at=1,clock=2,from=3,text=4");
}

QString environmentHelp()
{
    return CliWords::tr("ARBITER_DB and ARBITER_VAULT name the database and the vault, ARBITER_CONFIG_DIR the folder of the settings. "
                        "PostgreSQL's password comes from PGPASSWORD or .pgpass.");
}

QString helpText()
{
    QString text = CliWords::tr("arbiter – the dispute-arbitration desk. Without a verb the window opens.") + QStringLiteral("\n\n")
        + QStringLiteral("arbiter [--db ADDRESS] [--vault DIR [--new-vault]] [--as NAME] [--lang zh_CN|en] [--json] [--command-id ID] VERB ...\n\n");
    for (const auto verbs : {deskVerbs(), caseVerbs(), queueVerbs(), rulingVerbs(), fileVerbs(), policyVerbs(), benchVerbs()}) {
        for (const Verb &verb : verbs)
            text += verbHelp(verb) + QLatin1Char('\n');
    }
    text += QStringLiteral("arbiter open [FILE|CASE] | arbiter --self-test\n    ")
        + CliWords::tr("opens the window (as without a verb), with CASE or with the case of a bundle, which is imported first; --self-test opens it, "
                        "waits until it is usable and ends") + QLatin1Char('\n');
    text += QLatin1Char('\n') + queueHelp() + QStringLiteral("\n\n") + clockHelp() + QStringLiteral("\n\n") + tableHelp() + QStringLiteral("\n\n") + environmentHelp() + QLatin1Char('\n');
    text += QLatin1Char('\n') + CliWords::tr("Exit status: 0 done, 1 failed, 2 wrong usage, 3 checked and found problems.");
    return text;
}

} // namespace arb::app
