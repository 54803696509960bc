// SPDX-License-Identifier: GPL-3.0-or-later
#include "options.h"

#include <QtCore/QStandardPaths>

namespace arb::app {

namespace {

struct ValueOption
{
    const char *name;
    QString Options::*field;
};
constexpr ValueOption valueOptions[] = {{"--db", &Options::database},     {"--vault", &Options::vault},
                                        {"--as", &Options::as},           {"--lang", &Options::language},
                                        {"--command-id", &Options::commandId}, {"--screenshots", &Options::screenshots}};
struct FlagOption
{
    const char *name;
    bool Options::*field;
};
constexpr FlagOption flagOptions[] = {{"--json", &Options::json}, {"--help", &Options::help}, {"-h", &Options::help},
                                      {"--version", &Options::version}, {"--self-test", &Options::selfTest}, {"--new-vault", &Options::newVault}};

} // namespace

QString Options::databaseOrDefault() const
{
    if (!database.isEmpty())
        return database;
    const QString environment = qEnvironmentVariable("ARBITER_DB");
    if (!environment.isEmpty())
        return environment;
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/arbiter");
    return QString(QStringLiteral("sqlite:") + folder + QStringLiteral("/arbiter.db"));
}

domain::Result<Options, QString> parseOptions(const QStringList &arguments)
{
    Options options;
    for (qsizetype n = 0; n < arguments.size(); ++n) {
        const QString &word = arguments.at(n);
        bool known = false;
        // Global options may stand before and after the verb; --json after it is the common habit.
        for (const FlagOption &row : flagOptions) {
            if (word == QLatin1StringView(row.name)) {
                options.*row.field = true;
                known = true;
            }
        }
        for (const ValueOption &row : valueOptions) {
            const QLatin1StringView name(row.name);
            if (word == name) {
                if (n + 1 >= arguments.size())
                    return domain::Failure{word};
                options.*row.field = arguments.at(++n);
                known = true;
            } else if (word.startsWith(name) && word.size() > name.size() && word.at(name.size()) == u'=') {
                options.*row.field = word.mid(name.size() + 1);
                known = true;
            }
            if (known)
                break;
        }
        if (known)
            continue;
        if (options.words.isEmpty() && word.startsWith(u'-'))
            return domain::Failure{word};
        options.words.append(word);
    }
    if (!options.language.isEmpty() && options.language != u"zh_CN" && options.language != u"en")
        return domain::Failure{QString(QStringLiteral("--lang ") + options.language)};
    return options;
}

bool Arguments::takeFlag(const QString &name)
{
    return m_words.removeAll(name) > 0;
}

std::optional<QString> Arguments::takeOption(const QString &name)
{
    const QStringList all = takeOptions(name);
    return all.isEmpty() ? std::nullopt : std::optional(all.constLast());
}

QStringList Arguments::takeOptions(const QString &name)
{
    QStringList values;
    for (qsizetype n = 0; n < m_words.size();) {
        if (m_words.at(n) == name && n + 1 < m_words.size()) {
            values.append(m_words.at(n + 1));
            m_words.remove(n, 2);
        } else if (m_words.at(n).startsWith(QString(name + u'='))) {
            values.append(m_words.takeAt(n).mid(name.size() + 1));
        } else {
            ++n;
        }
    }
    return values;
}

std::optional<QString> Arguments::takePosition()
{
    for (qsizetype n = 0; n < m_words.size(); ++n) {
        if (!m_words.at(n).startsWith(QStringLiteral("--")))
            return m_words.takeAt(n);
    }
    return std::nullopt;
}

QStringList Arguments::takeRest()
{
    QStringList rest;
    while (auto word = takePosition())
        rest.append(*word);
    return rest;
}

} // namespace arb::app
