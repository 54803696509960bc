// SPDX-License-Identifier: GPL-3.0-or-later
#include "pictures/metadata.h"

#include <exiv2/exiv2.hpp>

#include <cctype>
#include <exception>
#include <mutex>

namespace arb::decode {

namespace {

std::string exifText(const Exiv2::ExifData &exif, const char *key)
{
    const auto found = exif.findKey(Exiv2::ExifKey(key));
    return found == exif.end() ? std::string() : plainFact(found->toString());
}

/// "2026:10:08 21:04:05" as "2026-10-08T21:04:05"; nothing when it does not look like that.
std::string isoTime(const std::string &exif)
{
    if (exif.size() < 19)
        return {};
    std::string iso = exif.substr(0, 19);
    for (std::size_t i = 0; i < iso.size(); ++i) {
        const bool separator = i == 4 || i == 7 || i == 10 || i == 13 || i == 16;
        if (separator == (std::isdigit(static_cast<unsigned char>(iso[i])) != 0))
            return {};
    }
    iso[4] = iso[7] = '-';
    iso[10] = 'T';
    iso[13] = iso[16] = ':';
    return iso;
}

std::string isoOffset(const std::string &text)
{
    const bool good = text.size() == 6 && (text[0] == '+' || text[0] == '-') && text[3] == ':';
    return good || text == "Z" ? text : std::string();
}

PictureMetadata metadataFrom(const Exiv2::ExifData &exif)
{
    PictureMetadata meta;
    const auto orientation = exif.findKey(Exiv2::ExifKey("Exif.Image.Orientation"));
    if (orientation != exif.end() && orientation->count() > 0) {
        const auto value = orientation->toLong();
        if (value >= 1 && value <= 8)
            meta.orientation = static_cast<int>(value);
    }
    meta.capturedAt = isoTime(exifText(exif, "Exif.Photo.DateTimeOriginal"));
    if (!meta.capturedAt.empty())
        meta.capturedAt += isoOffset(exifText(exif, "Exif.Photo.OffsetTimeOriginal"));
    const std::string make = exifText(exif, "Exif.Image.Make");
    const std::string model = exifText(exif, "Exif.Image.Model");
    meta.device = make.empty() || model.starts_with(make) ? model : model.empty() ? make : make + " " + model;
    meta.software = exifText(exif, "Exif.Image.Software");
    meta.hasPlace = exif.findKey(Exiv2::ExifKey("Exif.GPSInfo.GPSLatitude")) != exif.end();
    return meta;
}

std::mutex &metadataLock()
{
    static std::mutex lock;
    return lock;
}

} // namespace

std::string plainFact(const std::string &text)
{
    std::string plain;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte == 0)
            break;
        if (byte >= 0x20 && byte != 0x7F)
            plain.push_back(c);
    }
    if (plain.size() > 200) {
        std::size_t end = 200;
        while (end > 0 && (static_cast<unsigned char>(plain[end]) & 0xC0) == 0x80)
            --end;
        plain.resize(end);
    }
    const std::size_t first = plain.find_first_not_of(' ');
    const std::size_t last = plain.find_last_not_of(' ');
    return first == std::string::npos ? std::string() : plain.substr(first, last - first + 1);
}

PictureMetadata readMetadata(Bytes bytes)
{
    const std::lock_guard guard(metadataLock());
    static const bool ready = [] {
        Exiv2::LogMsg::setLevel(Exiv2::LogMsg::mute);
        Exiv2::enableBMFF(true); // without it HEIC and AVIF have no keys and say so nowhere
        Exiv2::XmpParser::initialize();
        return true;
    }();
    static_cast<void>(ready);
    try {
        const auto image = Exiv2::ImageFactory::open(reinterpret_cast<const Exiv2::byte *>(bytes.data()),
                                                     static_cast<long>(bytes.size()));
        if (image.get() == nullptr)
            return {};
        image->readMetadata();
        return metadataFrom(image->exifData());
    } catch (const std::exception &) {
        return {};
    }
}

} // namespace arb::decode
