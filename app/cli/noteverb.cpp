// SPDX-License-Identifier: GPL-3.0-or-later
#include "noteverb.h"

#include "caseshow.h"
#include "citedbytes.h"
#include "cli.h"

#include "../derivedfile.h"

#include <presentation/errortext.h>
#include <presentation/notewords.h>

#include <usecases/examination.h>
#include <usecases/opencase.h>
#include <usecases/readings.h>

#include <media/textreading.h>

#include <QtCore/QCoreApplication>

namespace arb::app {

namespace {

struct CliWords
{
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

/// --exhibit with --page, --frame and --pts, --region: a place in an exhibit. It answers no more than the words can be read.
struct PlaceWords
{
    std::optional<QString> exhibit, page, frame, pts, region;

    explicit PlaceWords(Arguments &arguments)
        : exhibit(arguments.takeOption(QStringLiteral("--exhibit"))), page(arguments.takeOption(QStringLiteral("--page"))),
          frame(arguments.takeOption(QStringLiteral("--frame"))), pts(arguments.takeOption(QStringLiteral("--pts"))),
          region(arguments.takeOption(QStringLiteral("--region")))
    {
    }
    bool isGiven() const { return exhibit || page || frame || pts || region; }

    struct Wrong
    {
        QString word;              ///< that cannot be read
        bool isBelowFirst = false; ///< a number before the first frame's

        int answer(Cli &cli) const
        {
            if (!isBelowFirst)
                return cli.usage(word);
            return cli.fail(CliWords::tr("not understood: %1. The frames of a film are numbered from 0. See: arbiter --help").arg(word), WrongUsage);
        }
    };
    /// Nothing, and in @p wrong why, otherwise.
    std::optional<domain::Citation> place(Wrong &wrong) const
    {
        domain::Citation place;
        place.exhibit = exhibit.value_or(QString());
        if (place.exhibit.isEmpty())
            return refuse(wrong, QStringLiteral("--exhibit"));
        bool whole = true;
        if (page) {
            place.page = page->toInt(&whole);
            if (!whole || *place.page < 1)
                return refuse(wrong, *page);
        }
        if (frame) {
            place.frame = frame->toLongLong(&whole);
            if (!whole)
                return refuse(wrong, *frame);
            if (*place.frame < 0) {
                wrong.isBelowFirst = true;
                return refuse(wrong, *frame);
            }
        }
        if (pts) {
            place.pts = pts->toLongLong(&whole);
            if (!whole)
                return refuse(wrong, *pts);
        }
        if (region) {
            QList<int> numbers;
            for (const QString &word : region->split(u',')) {
                numbers.append(word.trimmed().toInt(&whole));
                if (!whole || numbers.constLast() < 0 || numbers.constLast() > domain::mostMarkPixel)
                    return refuse(wrong, *region);
            }
            if (numbers.size() != 4 || numbers.at(2) < 1 || numbers.at(3) < 1)
                return refuse(wrong, *region);
            place.region = QRect(numbers.at(0), numbers.at(1), numbers.at(2), numbers.at(3));
        }
        return place;
    }

private:
    static std::nullopt_t refuse(Wrong &wrong, const QString &word)
    {
        wrong.word = word;
        return std::nullopt;
    }
};

int listNotes(Cli &cli, Arguments &arguments)
{
    const auto named = namedCase(cli, arguments, true);
    if (!named)
        return cli.actorStatus();
    const usecases::Desk desk = cli.workspace()->desk();
    const auto view = usecases::OpenCase(desk)(named->actor, named->id); // masked like everything that is shown
    if (!view)
        return cli.fail(view.error());
    CitedBytes bytes(desk.vault, view->record.file);
    if (cli.json()) {
        cli.print(notesJson(view->record, bytes));
        return Done;
    }
    if (view->record.notes.isEmpty())
        cli.print(CliWords::tr("The case has no notes."));
    for (const QString &line : noteLines(view->record, bytes))
        cli.print(line);
    return Done;
}

int removeNote(Cli &cli, Arguments &arguments)
{
    const auto ref = arguments.takePosition();
    const auto id = arguments.takePosition();
    if (!ref || !id || !arguments.leftOver().isEmpty())
        return cli.usage(!ref || !id ? QStringLiteral("note remove CASE ID") : arguments.leftOver());
    bool whole = false;
    const domain::NoteId note(id->toLongLong(&whole));
    if (!whole)
        return cli.usage(*id);
    Arguments rest({*ref});
    return onCase(cli, rest, [note](auto &commands, const auto &command, auto caseId) { return commands.removeNote(command, caseId, note); });
}

/// What `derive` makes of @p place: a picture, or a text of what a machine read there.
usecases::Done<DerivedReading> derivedOf(Workspace &space, const usecases::CaseRecord &record, const domain::Citation &place, bool byMachine)
{
    if (byMachine)
        return derivedReading(space, record, place);
    const auto picture = derivedFile(space, record, place);
    if (!picture)
        return domain::Failure{picture.error()};
    return DerivedReading{.file = *picture, .reading = {}, .isNew = false};
}

} // namespace

int noteVerb(Cli &cli, Arguments &arguments)
{
    const auto text = arguments.takeOption(QStringLiteral("--text")), code = arguments.takeOption(QStringLiteral("--visibility"));
    const PlaceWords words(arguments);
    if (!text) {
        const auto what = arguments.takePosition();
        if (what == QStringLiteral("list"))
            return listNotes(cli, arguments);
        if (what == QStringLiteral("remove"))
            return removeNote(cli, arguments);
        return cli.usage(QStringLiteral("--text"));
    }
    usecases::NoteWish wish{.text = *text};
    if (code) {
        const auto visibility = domain::fromCode<domain::NoteVisibility>(*code);
        if (!visibility)
            return cli.usage(*code);
        wish.visibility = *visibility;
    }
    if (words.isGiven()) {
        PlaceWords::Wrong wrong;
        wish.place = words.place(wrong);
        if (!wish.place)
            return wrong.answer(cli);
    }
    QStringList strayNames;
    const int status = onCase(cli, arguments, [&wish, &strayNames](auto &commands, const auto &command, auto id) {
        const auto done = commands.note(command, id, wish);
        if (done)
            strayNames = done->strayNames;
        return done;
    });
    if (!strayNames.isEmpty() && !cli.json())
        cli.print(presentation::strayNamesText(strayNames));
    return status;
}

int deriveVerb(Cli &cli, Arguments &arguments)
{
    const bool byMachine = arguments.takeFlag(QStringLiteral("--ocr"));
    const QString caption = arguments.takeOption(QStringLiteral("--caption")).value_or(QString());
    const PlaceWords words(arguments);
    PlaceWords::Wrong wrong;
    const auto place = words.place(wrong);
    if (!place)
        return wrong.answer(cli);
    if (!byMachine && !place->frame && !place->pts && !place->region)
        return cli.usage(QStringLiteral("--region"));
    const auto named = namedCase(cli, arguments);
    if (!named)
        return cli.actorStatus();
    Workspace &space = *cli.workspace();
    const usecases::Desk desk = space.desk();
    const auto record = desk.cases.record(named->id);
    if (!record)
        return cli.fail(usecases::CommandError(record.error()));
    if (const auto vault = space.vault().real(); !vault)
        return cli.fail(presentation::vaultText(vault.error()));
    const auto made = derivedOf(space, *record, *place, byMachine);
    if (!made)
        return cli.fail(made.error());
    usecases::SupplementFile file = made->file;
    file.caption = caption;
    const auto done = usecases::CaseCommands(desk).derive(cli.command(named->actor), named->id, file);
    if (done && made->isNew) // else the picture is read anew another time
        (void)usecases::keepReading(desk, file.derivedFrom->sha256, media::TextReading::recipe, made->reading).ok();
    if (!done || cli.json())
        return cli.finish(done);
    cli.print(CliWords::tr("%1: exhibit %2 was made.").arg(done->caseNo, done->exhibit));
    return Done;
}

} // namespace arb::app
