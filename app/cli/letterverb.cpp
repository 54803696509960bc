// SPDX-License-Identifier: GPL-3.0-or-later
#include "letterverb.h"

#include "cli.h"

#include "../letterfile.h"
#include "../reportfile.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QFileInfo>

namespace arb::app {

namespace {

struct CliWords
{
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

/// A letter goes to one of the two sides; creators and the platform get none.
std::optional<domain::Party> addresseeOf(const QString &code)
{
    const auto party = domain::fromCode<domain::Party>(code);
    return party == domain::Party::Buyer || party == domain::Party::Merchant ? party : std::nullopt;
}

} // namespace

int letterVerb(Cli &cli, Arguments &arguments)
{
    const auto code = arguments.takeOption(QStringLiteral("--party"));
    const auto addressee = code ? addresseeOf(*code) : std::nullopt;
    if (!addressee)
        return cli.usage(code.value_or(QStringLiteral("--party")));
    const auto out = arguments.takeOption(QStringLiteral("--out"));
    const bool force = arguments.takeFlag(QStringLiteral("--force"));
    const auto named = namedCase(cli, arguments, true);
    if (!named)
        return cli.actorStatus();
    const auto letter = letterAbout(cli.workspace()->desk(), named->actor, named->id, *addressee);
    if (!letter)
        return cli.fail(letter.error());
    const QString path = out.value_or(letter->fileName);
    const QFileInfo there(path); // a link that leads nowhere stands there too
    if (!force && (there.exists() || there.isSymLink()))
        return cli.fail(CliWords::tr("%1 exists already; nothing was overwritten. Choose another name, or add --force to replace it.").arg(path));
    if (const auto done = output::writeWhole(path, letterBytes(*letter)); !done)
        return cli.fail(writeText(done.error(), path));
    cli.answer(QJsonObject{{QStringLiteral("file"), path}, {QStringLiteral("party"), *code}},
               CliWords::tr("The letter is in %1; the ruling goes along in it for programs.").arg(path));
    return Done;
}

} // namespace arb::app
