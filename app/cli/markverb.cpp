// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli.h"
#include "markverb.h"

#include <usecases/examination.h>

#include <QtCore/QCoreApplication>

namespace arb::app {

namespace {

struct CliWords
{
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

/// "x,y,…" as whole numbers; nothing when it is something else.
std::optional<QList<int>> numbersOf(const QString &text)
{
    QList<int> numbers;
    for (const QString &word : text.split(u',')) {
        bool whole = false;
        numbers.append(word.trimmed().toInt(&whole));
        if (!whole)
            return std::nullopt;
    }
    return numbers;
}

/// Rectangle and ellipse are written like a citation's region, everything else by its points.
std::optional<QList<QPoint>> pointsOf(domain::MarkShape shape, const QString &text)
{
    const auto numbers = numbersOf(text);
    if (!numbers || numbers->size() % 2 != 0)
        return std::nullopt;
    QList<QPoint> points;
    for (qsizetype n = 0; n < numbers->size(); n += 2)
        points.append(QPoint(numbers->at(n), numbers->at(n + 1)));
    const bool box = shape == domain::MarkShape::Rectangle || shape == domain::MarkShape::Ellipse;
    if (box && points.size() == 2) {
        if (points.at(1).x() < 1 || points.at(1).y() < 1 || points.at(1).x() > domain::mostMarkPixel || points.at(1).y() > domain::mostMarkPixel)
            return std::nullopt;
        points[1] += points.at(0);
    }
    return points;
}

int removeMark(Cli &cli, Arguments &arguments, const QString &text)
{
    bool whole = false;
    const domain::MarkId mark(text.toLongLong(&whole));
    if (!whole)
        return cli.usage(text);
    const auto named = namedCase(cli, arguments);
    if (!named)
        return cli.actorStatus();
    const usecases::Desk desk = cli.workspace()->desk();
    const auto removed = usecases::ExaminationCommands(desk).removeMark(cli.command(named->actor), named->id, mark);
    if (!removed)
        return cli.fail(removed.error());
    cli.answer(QJsonObject{{QStringLiteral("removed"), mark.toString()}}, CliWords::tr("Mark %1 was removed.").arg(mark.toString()));
    return Done;
}

/// The frames that are marked, by number and time of the container; nothing when a number is missing or is none.
std::optional<domain::FilmPlace> filmPlaceOf(const QString &frame, const std::optional<QString> &pts, const std::optional<QString> &frameEnd,
                                             const std::optional<QString> &ptsEnd)
{
    if (!pts || frameEnd.has_value() != ptsEnd.has_value())
        return std::nullopt;
    QList<qint64> numbers;
    for (const QString &text : {frame, *pts, frameEnd.value_or(frame), ptsEnd.value_or(*pts)}) {
        bool whole = false;
        numbers.append(text.toLongLong(&whole));
        if (!whole)
            return std::nullopt;
    }
    return domain::FilmPlace{numbers.at(0), numbers.at(1), numbers.at(2), numbers.at(3)};
}

} // namespace

int markEvidence(Cli &cli, Arguments &arguments)
{
    if (const auto id = arguments.takeOption(QStringLiteral("--remove")))
        return removeMark(cli, arguments, *id);
    const auto exhibit = arguments.takeOption(QStringLiteral("--exhibit")), code = arguments.takeOption(QStringLiteral("--shape")),
               at = arguments.takeOption(QStringLiteral("--at")), page = arguments.takeOption(QStringLiteral("--page"));
    const QString note = arguments.takeOption(QStringLiteral("--note")).value_or(QString());
    const auto frame = arguments.takeOption(QStringLiteral("--frame")), pts = arguments.takeOption(QStringLiteral("--pts")),
               frameEnd = arguments.takeOption(QStringLiteral("--frame-end")), ptsEnd = arguments.takeOption(QStringLiteral("--pts-end"));
    const auto shape = domain::fromCode<domain::MarkShape>(code.value_or(QString()));
    const bool isMoment = shape == domain::MarkShape::Moment;
    if (!exhibit || !code || isMoment == at.has_value())
        return cli.usage(!exhibit ? QStringLiteral("--exhibit") : !code ? QStringLiteral("--shape") : QStringLiteral("--at"));
    if (!shape)
        return cli.usage(*code);
    const auto points = isMoment ? QList<QPoint>() : pointsOf(*shape, *at);
    if (!points)
        return cli.usage(*at);
    domain::Mark draft;
    if (frame) {
        draft.film = filmPlaceOf(*frame, pts, frameEnd, ptsEnd);
        if (!draft.film)
            return cli.usage(QStringLiteral("--pts"));
    }
    bool whole = true;
    draft.page = page ? page->toInt(&whole) : 0;
    if (!whole || (page && draft.page < 1))
        return cli.usage(*page);
    const auto named = namedCase(cli, arguments);
    if (!named)
        return cli.actorStatus();
    const usecases::Desk desk = cli.workspace()->desk();
    const auto record = desk.cases.record(named->id);
    if (!record)
        return cli.fail(usecases::CommandError(record.error()));
    if (const domain::Exhibit *known = domain::findExhibit(record->file, *exhibit))
        draft.sha256 = known->sha256;
    draft.exhibit = *exhibit;
    draft.shape = *shape;
    draft.points = *points;
    draft.note = note;
    const auto added = usecases::ExaminationCommands(desk).addMark(cli.command(named->actor), named->id, draft);
    if (!added)
        return cli.fail(added.error());
    cli.answer(QJsonObject{{QStringLiteral("mark"), added->toString()}}, CliWords::tr("Mark %1 was made.").arg(added->toString()));
    return Done;
}

} // namespace arb::app
