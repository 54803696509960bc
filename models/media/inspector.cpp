// SPDX-License-Identifier: GPL-3.0-or-later
#include <media/inspector.h>

#include <media/document.h>
#include <media/filmreader.h>

#include "helper/answers.h"
#include "helper/pool.h"

#include <QtCore/QJsonArray>

namespace arb::media {

namespace {

QString intakeOrigin()
{
    return QStringLiteral("intake");
}

/// Films are indexed to the last frame for it, and take a film's time.
Media<decode::Facts> factsOf(const DecodeService &service, int fd, bool film)
{
    HelperPool &helpers = service.helpers();
    const DecodeLimits limits = helpers.limits();
    const FileHandle file = reopened(fd);
    if (!file.isOpen())
        return domain::Failure{MediaError::Unreadable};
    decode::wire::Request request;
    request.op = decode::wire::Op::Facts;
    request.maxPixels = limits.maxPixels;
    request.maxBytes = limits.maxBytes;
    return helpers.ask(intakeOrigin(), request, file.fd(), film ? limits.filmSeconds : limits.pictureSeconds, {}, [](HelperAnswer &&answer) {
        return factsFrom(std::move(answer));
    });
}

void insertText(QJsonObject &facts, const QString &key, const std::string &text)
{
    if (!text.empty())
        facts.insert(key, QString::fromStdString(text));
}

void insertNumber(QJsonObject &facts, const QString &key, qint64 number)
{
    if (number > 0)
        facts.insert(key, number);
}

void insertTrue(QJsonObject &facts, const QString &key, bool value)
{
    if (value)
        facts.insert(key, true);
}

} // namespace

QJsonObject FileInspector::inspect(int fd, domain::ExhibitKind kind)
{
    const bool media = kind == domain::ExhibitKind::Image || kind == domain::ExhibitKind::Video
        || kind == domain::ExhibitKind::Document;
    const decode::FileFormat format = decode::sniff(fd);
    QJsonObject facts;
    if (format == decode::FileFormat::Unknown) {
        insertTrue(facts, QStringLiteral("unreadable"), media);
        insertTrue(facts, QStringLiteral("soundOnly"), media && decode::holdsOnlySound(fd));
        return facts;
    }
    facts.insert(QStringLiteral("format"), QString::fromLatin1(decode::formatName(format)));
    if (format == decode::FileFormat::Pdf) {
        const Media<MediaDocument> document = readDocument(m_service, fd);
        insertNumber(facts, QStringLiteral("pages"), document ? document->pages : 0);
        QJsonArray sizes;
        for (const QSize &size : document ? document->sizes : QList<QSize>())
            sizes.append(QJsonArray{size.width(), size.height()});
        if (!sizes.isEmpty())
            facts.insert(QStringLiteral("pageSizes"), sizes);
        if (!document && document.error() != MediaError::NoTool && document.error() != MediaError::NoHelper)
            facts.insert(QStringLiteral("unreadable"), true);
        return facts;
    }
    const Media<decode::Facts> found = factsOf(m_service, fd, decode::isVideo(format));
    if (!found && found.error() == MediaError::NoHelper)
        return facts; // nobody looked: nothing is said of the file
    if (!found) {
        facts.insert(QStringLiteral("unreadable"), true);
        insertTrue(facts, QStringLiteral("soundOnly"), found.error() == MediaError::SoundOnly);
        return facts;
    }
    insertNumber(facts, QStringLiteral("width"), found->width);
    insertNumber(facts, QStringLiteral("height"), found->height);
    insertNumber(facts, QStringLiteral("durationUs"), found->durationUs);
    insertNumber(facts, QStringLiteral("frames"), found->frames);
    if (decode::isVideo(found->format)) {
        facts.insert(QStringLiteral("firstPtsUs"), static_cast<qint64>(found->firstPtsUs));
        facts.insert(QStringLiteral("lastPtsUs"), static_cast<qint64>(found->lastPtsUs));
        facts.insert(QStringLiteral("hasSound"), found->hasSound);
        if (!found->hasSound)
            insertText(facts, QStringLiteral("unplayedSound"), found->soundKind);
        if (found->hiddenFrames > 0)
            facts.insert(QStringLiteral("hiddenFrames"), static_cast<qint64>(found->hiddenFrames));
        insertTrue(facts, QStringLiteral("secondRecording"), found->holdsSecondRecording);
    }
    if (found->hasPlace) {
        facts.insert(QStringLiteral("hasPlace"), true);
        facts.insert(QStringLiteral("latitudeE6"), found->latitudeE6);
        facts.insert(QStringLiteral("longitudeE6"), found->longitudeE6);
    }
    insertTrue(facts, QStringLiteral("thumbnailDiffers"), found->thumbnailDiffers);
    insertTrue(facts, QStringLiteral("contentCredentials"), found->contentCredentials);
    insertText(facts, QStringLiteral("capturedAt"), found->capturedAt);
    insertText(facts, QStringLiteral("modifiedAt"), found->modifiedAt);
    insertText(facts, QStringLiteral("device"), found->device);
    insertText(facts, QStringLiteral("software"), found->software);
    return facts;
}

QList<qint64> FileInspector::frameTimes(int fd)
{
    FilmReader film(m_service, intakeOrigin());
    const Media<MediaFilmInfo> info = film.open(fd);
    return info ? info->ptsUs : QList<qint64>();
}

} // namespace arb::media
