// SPDX-License-Identifier: GPL-3.0-or-later
#include "derivedfile.h"

#include "evidence/mediaports.h"

#include <media/document.h>
#include <media/filmreader.h>
#include <media/picture.h>
#include <media/textreading.h>

#include <usecases/filmplaces.h>
#include <usecases/readings.h>

#include <ui/keptpicture.h>
#include <ui/viewers.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QFile>

#include <optional>

#include <sys/mman.h>
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

/// Does the region of @p place, if it has one, lie in what is shown there?
usecases::Done<void> regionLiesIn(const domain::Citation &place, QSize size)
{
    if (!place.region || QRect(QPoint(), size).contains(*place.region))
        return {};
    CommandError error(CommandFault::RegionOutside, place.exhibit);
    error.closest = QStringLiteral("%1 × %2").arg(size.width()).arg(size.height());
    return Failure{error};
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
    if ((!place.frame && !place.pts) || info->ptsUs.isEmpty())
        return Failure{CommandError(CommandFault::BadValue, QStringLiteral("--frame"))};
    if (place.frame && (*place.frame < 0 || *place.frame >= info->ptsUs.size()))
        return Failure{CommandError(CommandFault::BadValue, QString::number(*place.frame))};
    if (const auto fault = usecases::settleFilmPlace(place, info->ptsUs))
        return Failure{usecases::placeRefused(place.exhibit, *fault)};
    const qint64 number = place.frame.value_or(-1);
    const auto frame = film.frameAt(number);
    if (!frame)
        return notShown(showErrorFrom(frame.error()));
    // Where the one that was asked for cannot be decoded, the film shows another: that is not what the exhibit would be said to be.
    if (frame->index != number)
        return Failure{CommandError(CommandFault::EvidenceRefused,
                                    CliWords::tr("Frame %1 cannot be decoded; the film shows frame %2 in its place.").arg(number).arg(frame->index))};
    return frame->image;
}

/// The source that a place names, opened, until this goes.
struct OpenSource
{
    domain::Citation place;
    domain::ExhibitKind kind = domain::ExhibitKind::Image;
    QString origin;
    int fd = -1;

    OpenSource() = default;
    OpenSource(const OpenSource &) = delete;
    OpenSource &operator=(const OpenSource &) = delete;
    ~OpenSource()
    {
        if (fd >= 0)
            ::close(fd);
    }
};

usecases::Done<void> openSource(Workspace &space, const usecases::CaseRecord &record, const domain::Citation &wish, OpenSource &source)
{
    const domain::Exhibit *exhibit = domain::findExhibit(record.file, wish.exhibit);
    if (!exhibit)
        return Failure{CommandError(CommandFault::BadValue, wish.exhibit)};
    source.place = wish;
    source.place.sha256 = exhibit->sha256;
    source.kind = exhibit->kind;
    const auto file = space.vault().open(exhibit->sha256);
    if (!file)
        return notShown(showErrorFrom(file.error()));
    source.fd = *file;
    source.origin = QStringLiteral("%1/%2").arg(record.header.id.toString(), domain::toCode(exhibit->party));
    if (exhibit->kind == domain::ExhibitKind::Document && !source.place.page)
        source.place.page = 1;
    return {};
}

/// The whole frame, page or picture; of a frame its time is added to the place, or its number.
usecases::Done<QImage> wholeOf(Workspace &space, OpenSource &source)
{
    const media::DecodeService &decoder = space.decoder();
    if (source.kind == domain::ExhibitKind::Video)
        return frameOf(decoder, source.origin, source.fd, source.place);
    if (source.kind == domain::ExhibitKind::Document)
        return fullSize(media::readPage(decoder, source.origin, source.fd, *source.place.page));
    return fullSize(media::readPicture(decoder, source.origin, source.fd, {}));
}

usecases::Done<domain::MachineReading> readIn(Workspace &space, const QString &origin, int fd)
{
    media::TextReading reader(media::TextReading::optionsNear(QCoreApplication::applicationDirPath()));
    reader.setLimits(space.decodeLimits());
    const auto reading = reader.read(origin, fd);
    if (!reading && reading.error() == media::MediaError::NoTool)
        return Failure{CommandError(CommandFault::EvidenceRefused, CliWords::tr("Reading is not installed: the package tesseract-ocr-chi-sim brings it."))};
    if (!reading)
        return Failure{CommandError(CommandFault::EvidenceRefused, CliWords::tr("It cannot be read: %1.").arg(ui::showErrorText(showErrorFrom(reading.error()))))};
    return *reading;
}

/// Pages and frames are read as the pictures they are shown as. In memory: what parties showed lies in no file but the vault's.
usecases::Done<domain::MachineReading> readWhole(Workspace &space, OpenSource &source)
{
    const auto image = wholeOf(space, source);
    if (!image)
        return Failure{image.error()};
    domain::Citation whole = source.place;
    whole.region.reset();
    const auto picture = ui::keepPicture(*image, whole);
    QFile memory;
    const int fd = ::memfd_create("picture", MFD_CLOEXEC);
    if (fd < 0 || !memory.open(fd, QIODevice::ReadWrite, QFileDevice::AutoCloseHandle) || !picture || memory.write(picture->bytes) != picture->size
        || !memory.flush())
        return notShown(ui::ShowError::NoMemory);
    return readIn(space, source.origin, memory.handle());
}

} // namespace

usecases::Done<usecases::SupplementFile> derivedFile(Workspace &space, const usecases::CaseRecord &record, const domain::Citation &wish)
{
    OpenSource source;
    if (const auto opened = openSource(space, record, wish, source); !opened)
        return Failure{opened.error()};
    const auto image = wholeOf(space, source);
    if (!image)
        return Failure{image.error()};
    if (const auto lies = regionLiesIn(wish, image->size()); !lies)
        return Failure{lies.error()};
    const auto kept = ui::keepPicture(*image, source.place);
    if (!kept)
        return Failure{CommandError(CommandFault::BadValue, wish.exhibit)};
    return *kept;
}

usecases::Done<DerivedReading> derivedReading(Workspace &space, const usecases::CaseRecord &record, const domain::Citation &wish)
{
    OpenSource source;
    if (const auto opened = openSource(space, record, wish, source); !opened)
        return Failure{opened.error()};
    const bool isPicture = source.kind == domain::ExhibitKind::Image;
    if (!isPicture && source.kind != domain::ExhibitKind::Video && source.kind != domain::ExhibitKind::Document)
        return Failure{CommandError(CommandFault::BadValue, wish.exhibit)};
    DerivedReading made;
    const auto before = isPicture ? usecases::keptReading(space.desk(), source.place.sha256, media::TextReading::recipe) : std::nullopt;
    if (before) {
        made.reading = *before;
    } else {
        const auto reading = isPicture ? readIn(space, source.origin, source.fd) : readWhole(space, source);
        if (!reading)
            return Failure{reading.error()};
        made.reading = *reading;
        made.isNew = isPicture;
    }
    if (const auto lies = regionLiesIn(wish, made.reading.size); !lies)
        return Failure{lies.error()};
    const auto kept = ui::keepReadWords(made.reading, source.place, record.file);
    if (!kept)
        return Failure{CommandError(CommandFault::EvidenceRefused, CliWords::tr("No words were read there."))};
    made.file = *kept;
    return made;
}

} // namespace arb::app
