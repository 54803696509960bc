// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchverb.h"

#include "cli.h"

#include <presentation/casehits.h>
#include <presentation/errortext.h>
#include <presentation/formats.h>

#include <domain/casejson.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>

namespace arb::app {

namespace {

struct CliWords
{
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

QString codeOf(usecases::CaseHit::Where where)
{
    using W = usecases::CaseHit::Where;
    switch (where) {
    case W::Chat: return QStringLiteral("chat");
    case W::Answer: return QStringLiteral("answer");
    case W::Note: return QStringLiteral("note");
    case W::Caption: return QStringLiteral("caption");
    case W::Export: return QStringLiteral("export");
    case W::Text: return QStringLiteral("text");
    case W::Reading: return QStringLiteral("machine_reading");
    }
    return {};
}

QString codeOf(usecases::VaultError why)
{
    using enum usecases::VaultError;
    switch (why) {
    case Missing: return QStringLiteral("missing");
    case Damaged: return QStringLiteral("damaged");
    case NotNamed:
    case Strange:
    case NoSpace:
    case WrongDatabase:
    case NotWritable:
    case Broken: return QStringLiteral("no_vault"); // of every file alike
    }
    return {};
}

void printSearchJson(Cli &cli, const usecases::CaseView &view, const usecases::WholeSearch &search)
{
    QJsonArray found, notSearched;
    for (const usecases::CaseHit &hit : search.hits) {
        const bool placed = hit.place != domain::Citation();
        found.append(QJsonObject{{QStringLiteral("where"), codeOf(hit.where)},
                                 {QStringLiteral("text"), hit.text},
                                 {QStringLiteral("place"),
                                  placed ? QJsonValue(domain::toJson(domain::withoutTextDigest(hit.place))) : QJsonValue()}});
    }
    for (const usecases::NotSearched &file : search.notSearched)
        notSearched.append(QJsonObject{{QStringLiteral("exhibit"), file.exhibit}, {QStringLiteral("reason"), codeOf(file.why)}});
    cli.print(QJsonObject{{QStringLiteral("caseNo"), view.record.header.caseNo}, {QStringLiteral("hits"), found},
                          {QStringLiteral("notSearched"), notSearched}});
}

} // namespace

int searchVerb(Cli &cli, Arguments &arguments)
{
    const QString typed = arguments.takeOption(QStringLiteral("--text")).value_or(QString()).trimmed();
    const QStringList words = presentation::soughtWords(typed);
    const auto named = namedCase(cli, arguments, true);
    if (!named)
        return cli.actorStatus();
    if (typed.isEmpty())
        return cli.usage(QStringLiteral("--text"));
    if (usecases::searchPhrases(words).isEmpty()) // signs only, as in the queue's field
        return cli.fail(presentation::errorText(usecases::FilterError{typed, QStringLiteral("word")}), WrongUsage);
    const usecases::Desk desk = cli.workspace()->desk();
    const auto view = usecases::OpenCase(desk)(named->actor, named->id);
    if (!view)
        return cli.fail(view.error());
    const usecases::WholeSearch search = usecases::searchWholeCase(desk, *view, words);
    if (cli.json()) {
        printSearchJson(cli, *view, search);
        return Done;
    }
    QString text = search.hits.isEmpty() ? CliWords::tr("Not found in this case.") + QLatin1Char('\n') : QString();
    for (const usecases::CaseHit &hit : search.hits)
        text += presentation::hitLine(hit, view->record.file) + QLatin1Char('\n');
    for (const usecases::NotSearched &file : search.notSearched)
        text += CliWords::tr("Not searched: %1 (%2)").arg(presentation::visibleText(file.exhibit), presentation::errorText(file.why)) + QLatin1Char('\n');
    cli.raw(text.toUtf8());
    return Done;
}

} // namespace arb::app
