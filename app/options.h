// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/result.h>

#include <QtCore/QString>
#include <QtCore/QStringList>

namespace arb::app {

/// The global part of the command line and what follows it. Parsed before any application object exists.
struct Options
{
    QString database, vault, as, language, commandId, screenshots;
    bool json = false, help = false, version = false, selfTest = false, newVault = false;
    QStringList words; ///< verb and its arguments; empty: the window
    /// `sqlite:…` in the XDG data folder, or what ARBITER_DB says.
    QString databaseOrDefault() const;
};

/// The word that is not understood.
domain::Result<Options, QString> parseOptions(const QStringList &arguments);

/// Arguments of one verb: positions and options, each taken once; what is left over is a wrong usage.
class Arguments
{
public:
    explicit Arguments(QStringList words) : m_words(std::move(words)) {}
    bool takeFlag(const QString &name);
    std::optional<QString> takeOption(const QString &name); ///< --name VALUE or --name=VALUE
    QStringList takeOptions(const QString &name);
    std::optional<QString> takePosition();                  ///< the next word that is no option
    QStringList takeRest();
    /// Empty when everything was understood; else the word that was not.
    QString leftOver() const { return m_words.isEmpty() ? QString() : m_words.constFirst(); }

private:
    QStringList m_words;
};

} // namespace arb::app
