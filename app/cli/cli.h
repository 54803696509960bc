// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "../options.h"
#include "../workspace.h"

#include <usecases/casecommands.h>

#include <domain/codes.h>

#include <QtCore/QElapsedTimer>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>

#include <functional>
#include <memory>
#include <optional>

namespace arb::app {

/// Exit status of every verb.
enum Status { Done = 0, Failed = 1, WrongUsage = 2, Problems = 3 };

/// What the verbs share: where output goes, the workspace, who acts. A verb returns a Status.
class Cli
{
public:
    explicit Cli(Options options);
    ~Cli();

    const Options &options() const { return m_options; }
    bool json() const { return m_options.json; }
    void print(const QString &line);
    void print(const QJsonObject &document); ///< one line, compact
    void answer(const QJsonObject &document, const QString &line); ///< the one that was asked for
    void raw(const QByteArray &bytes);
    int fail(const QString &sentence, int status = Failed);
    int fail(const usecases::CommandError &error);
    int fail(const storage::OpenError &error);
    void warn(const QString &sentence); ///< to stderr; the verb goes on
    int stopped(); ///< what Ctrl+C ends with: a sentence, status 1
    int usage(const QString &word); ///< "not understood: …", or "missing: …" when the word was not given; status 2
    /// Progress to stderr, on a terminal only, at most ten times a second; gone before anything else is printed.
    void progress(const QString &text);

    /// The workspace of --db, opened at the first call; the sentence is printed when it cannot be.
    Workspace *workspace(const storage::OpenOptions &open = {});
    void closeWorkspace() { m_workspace.reset(); }
    /// Who acts: --as, or the desk owner where @p ownerMay; a sentence and nothing otherwise.
    std::optional<usecases::Actor> actor(bool ownerMay);
    /// The same once every word was understood; what is left over is a wrong usage.
    std::optional<usecases::Actor> actor(const Arguments &rest, bool ownerMay);
    /// What a verb ends with when workspace(), actor() or caseOf() had nothing to answer.
    int actorStatus() const { return m_actorStatus; }
    usecases::Command command(const usecases::Actor &actor) const;
    std::optional<domain::CaseId> caseOf(const std::optional<QString> &ref);
    /// A wrong usage found while reading who, which case or when: the sentence is printed, actorStatus() says so.
    void refuse(const QString &word) { m_actorStatus = usage(word); }
    void refuse(const usecases::CommandError &error) { m_actorStatus = fail(error); }
    void refuseSentence(const QString &sentence) { m_actorStatus = fail(sentence, WrongUsage); }
    /// Prints a receipt, or the error.
    int finish(const usecases::Done<usecases::Receipt> &done);

private:
    void clearProgress();

    Options m_options;
    std::unique_ptr<Workspace> m_workspace;
    int m_actorStatus = Failed;
    QElapsedTimer m_progressAge;
    bool m_progressShown = false;
    domain::Money m_approvalLimit; ///< of who acts
};

/// A verb: what it does, how it is used, who may go without --as.
struct Verb
{
    const char *name;
    const char *usage;
    const char *purpose; ///< English, context "Help"
    int (*run)(Cli &, Arguments &);
};
std::span<const Verb> deskVerbs();
std::span<const Verb> caseVerbs();
std::span<const Verb> queueVerbs();
std::span<const Verb> rulingVerbs();
std::span<const Verb> fileVerbs();
std::span<const Verb> policyVerbs();
std::span<const Verb> benchVerbs();
const Verb *findVerb(const QString &name);
QString helpText();
/// The codes of an enum's values, as they are typed.
template<typename E>
QStringList codesOf()
{
    QStringList codes;
    for (const auto &row : domain::codeTable<E>())
        codes.append(QString::fromLatin1(row.code));
    return codes;
}
/// What views, sorts and filters there are; how a clock is written; how a table's columns are told; which variables count. For
/// help and manual page.
QString queueHelp();
QString clockHelp();
QString tableHelp();
QString environmentHelp();
QString verbHelp(const Verb &verb);

/// A time as a person types it: RFC 3339, or a clock spec counted from now.
std::optional<domain::UtcMs> timeOf(Cli &cli, const QString &text);
/// --until TIME, or --until evidence: then no time. Nothing, and Cli::actorStatus(), when it cannot be read.
std::optional<std::optional<domain::UtcMs>> untilOption(Cli &cli, Arguments &arguments);

/// --reason TEXT. Nothing, and the sentence printed, when it is missing or blank: a wrong usage.
std::optional<QString> reasonOption(Cli &cli, Arguments &arguments);

struct NamedCase
{
    usecases::Actor actor;
    domain::CaseId id;
};
/// Who acts on which case, the line's last word. Nothing, and Cli::actorStatus(), otherwise.
std::optional<NamedCase> namedCase(Cli &cli, Arguments &arguments, bool ownerMay = false);

using CaseStep = std::function<usecases::Done<usecases::Receipt>(usecases::CaseCommands &, const usecases::Command &, domain::CaseId)>;
/// What most verbs do: the named case, one command on it, its receipt.
int onCase(Cli &cli, Arguments &arguments, const CaseStep &step);

/// A verb that is one of CaseCommands' commands and nothing else: CASE.
template<auto command>
int given(Cli &cli, Arguments &arguments)
{
    return onCase(cli, arguments, [](auto &commands, const auto &with, auto id) { return (commands.*command)(with, id); });
}

/// The same with its reason: CASE --reason TEXT.
template<auto command>
int reasoned(Cli &cli, Arguments &arguments)
{
    const auto reason = reasonOption(cli, arguments);
    if (!reason)
        return WrongUsage;
    return onCase(cli, arguments, [&reason](auto &commands, const auto &with, auto id) { return (commands.*command)(with, id, *reason); });
}

QJsonObject receiptJson(const usecases::Receipt &receipt);

} // namespace arb::app
