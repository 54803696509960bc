// SPDX-License-Identifier: GPL-3.0-or-later
#include "serverbackup.h"

#include <QtCore/QLoggingCategory>
#include <QtCore/QProcess>
#include <QtCore/QStandardPaths>

namespace arb::storage {

using domain::Failure;

namespace {

// The answer names what happened; a tool's own words are for whoever asks: QT_LOGGING_RULES=arbiter.storage.backup.info=true
Q_LOGGING_CATEGORY(backupLog, "arbiter.storage.backup", QtWarningMsg)

/// What a tool's own words mean; it has no codes.
BackupFault faultOf(const QByteArray &words)
{
    struct Row
    {
        const char *part;
        BackupFault fault;
    };
    static constexpr Row rows[] = {
        {"server version mismatch", BackupFault::NoTool}, {"unsupported version", BackupFault::NoTool},
        {"No space left", BackupFault::NoSpace}, {"could not open output file", BackupFault::NotWritable},
        {"does not appear to be a valid archive", BackupFault::NotADesk}, {"input file is too short", BackupFault::NotADesk},
        {"appears to be a text format dump", BackupFault::NotADesk}, {"unexpected end of file", BackupFault::Damaged},
        {"could not uncompress", BackupFault::Damaged}, {"could not read from input file", BackupFault::Damaged},
        {"lock timeout", BackupFault::Busy}, {"connection to server", BackupFault::Offline}, {"password authentication failed", BackupFault::Offline},
    };
    for (const Row &row : rows) {
        if (words.contains(row.part))
            return row.fault;
    }
    return BackupFault::Broken;
}

domain::Result<QByteArray, BackupFault> runServerTool(const QString &name, const QStringList &arguments, const QString &password)
{
    const QString executable = QStandardPaths::findExecutable(name);
    if (executable.isEmpty())
        return Failure{BackupFault::NoTool};
    QProcess tool;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8")); // the words above
    if (!password.isEmpty())
        environment.insert(QStringLiteral("PGPASSWORD"), password);
    tool.setProcessEnvironment(environment);
    tool.setStandardInputFile(QProcess::nullDevice());
    tool.start(executable, arguments, QIODevice::ReadOnly);
    if (!tool.waitForFinished(-1) || tool.exitStatus() != QProcess::NormalExit || tool.exitCode() != 0) {
        const QByteArray words = tool.readAllStandardError();
        qCInfo(backupLog).noquote() << name << "failed:" << words.left(words.indexOf('\n'));
        return Failure{faultOf(words)};
    }
    return tool.readAllStandardOutput();
}

QString connectionTo(const DatabaseAddress &address)
{
    return QString(QStringLiteral("--dbname=") + address.toString());
}

/// The first row of @p table in the backup, by column: pg_restore prints it as COPY data.
domain::Result<QHash<QByteArray, QByteArray>, BackupFault> rowInBackup(const QString &backup, const QString &table, bool last)
{
    const auto text = runServerTool(QStringLiteral("pg_restore"), {QStringLiteral("--data-only"), QStringLiteral("--table"), table, QStringLiteral("--file=-"), backup}, {});
    if (!text)
        return Failure{text.error()};
    const qsizetype copy = text->indexOf("\nCOPY ");
    const qsizetype open = text->indexOf('(', copy), close = text->indexOf(')', copy), end = text->indexOf("\n\\.", copy);
    if (copy < 0 || open < 0 || close < open || end < close)
        return QHash<QByteArray, QByteArray>();
    const QByteArrayList columns = text->mid(open + 1, close - open - 1).replace(' ', "").split(',');
    const QByteArrayList rows = text->mid(text->indexOf('\n', close) + 1, end - text->indexOf('\n', close) - 1).split('\n');
    const QByteArrayList values = (last ? rows.constLast() : rows.constFirst()).split('\t');
    QHash<QByteArray, QByteArray> row;
    for (qsizetype n = 0; n < std::min(columns.size(), values.size()); ++n)
        row.insert(columns.at(n), values.at(n));
    return row;
}

domain::Result<std::optional<DeskFacts>, BackupFault> factsOfBackup(const QString &backup)
{
    const auto desk = rowInBackup(backup, QStringLiteral("desk"), false);
    if (!desk)
        return Failure{desk.error()};
    const auto step = rowInBackup(backup, QStringLiteral("schema_migration"), true);
    if (!step)
        return Failure{step.error()};
    if (desk->isEmpty() || step->isEmpty())
        return std::optional<DeskFacts>();
    return std::optional(DeskFacts{desk->value("database_id").toLongLong(), step->value("number").toInt(), step->value("min_compatible").toInt()});
}

/// What stands at @p address: nothing when the database is empty; NotFound when there is none.
domain::Result<std::optional<DeskFacts>, BackupFault> factsOfServer(const DatabaseAddress &address, const QString &password)
{
    OpenOptions options;
    options.readOnly = true;
    options.anySchema = true;
    options.password = password;
    const auto database = Database::open(address, options);
    if (!database)
        return Failure{database.error().fault == OpenFault::NotFound ? BackupFault::NotFound : BackupFault::Offline};
    const auto version = (*database)->schemaVersion();
    if (!version)
        return Failure{BackupFault::Broken};
    if (*version == 0) // something that is no desk is somebody else's
        return (*database)->isEmpty() ? std::optional<DeskFacts>() : std::optional(DeskFacts{});
    return std::optional(DeskFacts{(*database)->databaseId(), *version, 0});
}

bool makeDatabase(const DatabaseAddress &address, const QString &password)
{
    DatabaseAddress maintenance = address;
    maintenance.name = QStringLiteral("postgres");
    return runServerTool(QStringLiteral("createdb"),
                         {QStringLiteral("--no-password"), QStringLiteral("--encoding=UTF8"), QStringLiteral("--template=template0"),
                          QString(QStringLiteral("--maintenance-db=") + maintenance.toString()), QStringLiteral("--"), address.name},
                         password)
        .ok();
}

} // namespace

domain::Result<void, BackupFault> dumpServer(const DatabaseAddress &address, const QString &password, const QString &file)
{
    const auto dumped = runServerTool(QStringLiteral("pg_dump"),
                                      {QStringLiteral("--no-password"), QStringLiteral("--format=custom"), QStringLiteral("--no-owner"),
                                       QStringLiteral("--no-privileges"), QString(QStringLiteral("--file=") + file), connectionTo(address)},
                                      password);
    if (!dumped)
        return Failure{dumped.error()};
    const auto facts = factsOfBackup(file);
    if (!facts)
        return Failure{facts.error()};
    return *facts ? domain::Result<void, BackupFault>() : Failure{BackupFault::Broken};
}

domain::Result<QString, BackupFault> restoreServer(const DatabaseAddress &address, const Replacement &wish)
{
    const auto backup = factsOfBackup(wish.backup);
    if (!backup)
        return Failure{backup.error()};
    const auto standing = factsOfServer(address, wish.password);
    const bool missing = !standing && standing.error() == BackupFault::NotFound;
    if (!standing && !missing)
        return Failure{standing.error()};
    if (const auto unfit = unfitBackup(*backup, missing ? std::nullopt : *standing, wish))
        return Failure{*unfit};
    if (missing && !makeDatabase(address, wish.password))
        return Failure{BackupFault::NotWritable};
    const auto restored = runServerTool(QStringLiteral("pg_restore"),
                                        {QStringLiteral("--no-password"), QStringLiteral("--clean"), QStringLiteral("--if-exists"), QStringLiteral("--no-owner"),
                                         QStringLiteral("--no-privileges"), QStringLiteral("--single-transaction"), QStringLiteral("--exit-on-error"),
                                         connectionTo(address), wish.backup},
                                        wish.password);
    if (!restored)
        return Failure{restored.error()};
    return QString();
}

} // namespace arb::storage
