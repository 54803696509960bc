// SPDX-License-Identifier: GPL-3.0-or-later
#include "derivedfile.h"

#include "evidence/mediaports.h"

#include <media/document.h>
#include <media/filmreader.h>
#include <media/picture.h>

#include <ui/keptpicture.h>
#include <ui/viewers.h>

#include <QtCore/QCoreApplication>

#include <unistd.h>

namespace arb::app {

using domain::Failure;
using usecases::CommandError;
using usecases::CommandFault;

namespace {

struct CliWords
{
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

Failure<CommandError> notShown(ui::ShowError error)
{
    return Failure{CommandError(CommandFault::EvidenceRefused, CliWords::tr("It cannot be shown: %1.").arg(ui::showErrorText(error)))};
}

/// Its first level, which is full size.
usecases::Done<QImage> fullSize(const media::Media<media::MediaPicture> &found)
{
    if (!found)
        return notShown(showErrorFrom(found.error()));
    return found->levels.constFirst();
}

usecases::Done<QImage> frameOf(const media::DecodeService &decoder, const QString &origin, int fd, domain::Citation &place)
{
    media::FilmReader film(decoder, origin);
    const auto info = film.open(fd);
    if (!info)
        return notShown(showErrorFrom(info.error()));
    const qint64 number = place.frame.value_or(-1);
    if (number < 0 || number >= info->ptsUs.size())
        return Failure{CommandError(CommandFault::BadValue, QString::number(number))};
    place.pts = info->ptsUs.at(number);
    const auto frame = film.frameAt(number);
    if (!frame)
        return notShown(showErrorFrom(frame.error()));
    // Where the one that was asked for cannot be decoded, the film shows another: that is not what the exhibit would be said to be.
    if (frame->index != number)
        return Failure{CommandError(CommandFault::EvidenceRefused,
                                    CliWords::tr("Frame %1 cannot be decoded; the film shows frame %2 in its place.").arg(number).arg(frame->index))};
    return frame->image;
}

} // namespace

usecases::Done<usecases::SupplementFile> derivedFile(Workspace &space, const usecases::CaseRecord &record, const domain::Citation &wish)
{
    const domain::Exhibit *source = domain::findExhibit(record.file, wish.exhibit);
    if (!source)
        return Failure{CommandError(CommandFault::BadValue, wish.exhibit)};
    domain::Citation place = wish;
    place.sha256 = source->sha256;
    const auto file = space.vault().open(source->sha256);
    if (!file)
        return notShown(showErrorFrom(file.error()));
    const QString origin = QStringLiteral("%1/%2").arg(record.header.id.toString(), domain::toCode(source->party));
    const bool isFilm = source->kind == domain::ExhibitKind::Video, isDocument = source->kind == domain::ExhibitKind::Document;
    if (isDocument && !place.page)
        place.page = 1;
    const media::DecodeService &decoder = space.decoder();
    const auto image = isFilm ? frameOf(decoder, origin, *file, place)
                              : isDocument ? fullSize(media::readPage(decoder, origin, *file, *place.page))
                                           : fullSize(media::readPicture(decoder, origin, *file, {}));
    ::close(*file);
    if (!image)
        return Failure{image.error()};
    const auto kept = ui::keepPicture(*image, place);
    if (!kept)
        return Failure{CommandError(CommandFault::BadValue, wish.exhibit)};
    return *kept;
}

} // namespace arb::app
