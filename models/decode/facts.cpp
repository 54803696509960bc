// SPDX-License-Identifier: GPL-3.0-or-later
#include <decode/facts.h>

#include <decode/film.h>
#include <decode/limits.h>

#include "parts.h"
#include "pictures/codecs.h"
#include "pictures/metadata.h"
#include "pictures/preview.h"

#include <exception>

namespace arb::decode {

namespace {

Outcome<PictureSize> sizeOfPicture(FileFormat format, Bytes bytes)
{
    switch (format) {
    case FileFormat::Jpeg: return sizeOfJpeg(bytes);
    case FileFormat::Png: return sizeOfPng(bytes);
    case FileFormat::Webp: return sizeOfWebp(bytes);
    case FileFormat::Heif:
    case FileFormat::Avif: return sizeOfHeif(bytes);
    case FileFormat::Unknown:
    case FileFormat::Pdf:
    case FileFormat::Mp4:
    case FileFormat::Matroska:
    case FileFormat::Avi:
    case FileFormat::MpegTs: break;
    }
    return DecodeError::UnknownFormat;
}

/// Both as stored, for a preview is not turned either; HEIC and AVIF come out turned, so theirs is not looked at.
bool differsFromItsPreview(FileFormat format, Bytes bytes, Bytes preview)
{
    if (preview.empty() || sniff(preview) != FileFormat::Jpeg)
        return false;
    constexpr PictureSize enough{400, 400};
    constexpr std::int64_t mostPixels = 4'000'000;
    const Outcome<PictureSize> size = sizeOfJpeg(preview);
    if (!size || std::int64_t{size->width} * size->height > mostPixels)
        return false;
    const Outcome<RawPicture> small = decodeJpeg(preview, enough);
    Outcome<RawPicture> picture = DecodeError::UnknownFormat;
    if (format == FileFormat::Jpeg)
        picture = decodeJpeg(bytes, enough);
    else if (format == FileFormat::Png)
        picture = decodePng(bytes);
    else if (format == FileFormat::Webp)
        picture = decodeWebp(bytes);
    return small && picture && !small->damaged && !picture->damaged && previewDiffers(small->bitmap, picture->bitmap);
}

/// A PNG's own texts count where neither EXIF nor XMP says anything.
void completeFromTexts(const PngTexts &texts, Facts &facts)
{
    if (facts.software.empty())
        facts.software = plainFact(texts.software);
    if (facts.capturedAt.empty())
        facts.capturedAt = writtenFact(plainFact(texts.creationTime));
}

Outcome<Facts> factsOfPicture(int fd, FileFormat format)
{
    const Outcome<std::vector<std::byte>> bytes = readAll(fd, limits::maxPictureBytes);
    if (!bytes)
        return bytes.error();
    const Outcome<PictureSize> size = sizeOfPicture(format, *bytes);
    if (!size)
        return size.error();
    const PictureMetadata meta = readMetadata(*bytes);
    const bool turned = meta.orientation >= 5 && format != FileFormat::Heif && format != FileFormat::Avif;
    Facts facts;
    facts.format = format;
    facts.width = turned ? size->height : size->width;
    facts.height = turned ? size->width : size->height;
    facts.hasPlace = meta.hasPlace;
    facts.latitudeE6 = meta.latitudeE6;
    facts.longitudeE6 = meta.longitudeE6;
    facts.thumbnailDiffers = differsFromItsPreview(format, *bytes, meta.preview);
    facts.contentCredentials = carriesContentCredentials(FileBytes(fd), format);
    facts.capturedAt = meta.capturedAt;
    facts.modifiedAt = meta.modifiedAt;
    facts.device = meta.device;
    facts.software = meta.software;
    if (format == FileFormat::Png)
        completeFromTexts(textsOfPng(*bytes), facts);
    return facts;
}

Outcome<Facts> factsOfFilm(int fd, FileFormat format)
{
    const Outcome<std::unique_ptr<Film>> film = Film::open(fd);
    if (!film)
        return film.error();
    const FilmInfo &info = (*film)->info();
    Facts facts;
    facts.format = format;
    facts.width = info.width;
    facts.height = info.height;
    facts.durationUs = info.durationUs;
    facts.frames = static_cast<std::int64_t>(info.ptsUs.size());
    if (!info.ptsUs.empty()) {
        facts.firstPtsUs = info.ptsUs.front();
        facts.lastPtsUs = info.ptsUs.back();
    }
    facts.hasSound = info.hasSound;
    facts.soundKind = info.soundKind;
    facts.hiddenFrames = info.hiddenFrames;
    facts.holdsSecondRecording = info.holdsSecondRecording;
    facts.contentCredentials = carriesContentCredentials(FileBytes(fd), format);
    facts.capturedAt = info.capturedAt;
    facts.modifiedAt = format == FileFormat::Mp4 ? modifiedTimeOfMp4(FileBytes(fd)) : std::string();
    facts.device = info.device;
    facts.software = info.software;
    return facts;
}

} // namespace

Outcome<Facts> readFacts(int fd)
{
    try {
        const FileFormat format = sniff(fd);
        if (isPicture(format))
            return factsOfPicture(fd, format);
        if (isVideo(format))
            return factsOfFilm(fd, format);
        Facts facts;
        facts.format = format;
        return facts;
    } catch (const std::exception &) {
        return DecodeError::NoMemory;
    }
}

} // namespace arb::decode
