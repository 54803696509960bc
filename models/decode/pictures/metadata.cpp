// SPDX-License-Identifier: GPL-3.0-or-later
#include "pictures/metadata.h"

#include <exiv2/exiv2.hpp>

#include <algorithm>
#include <cctype>
#include <cmath>
#include <exception>
#include <mutex>
#include <optional>

namespace arb::decode {

namespace {

std::string exifText(const Exiv2::ExifData &exif, const char *key)
{
    const auto found = exif.findKey(Exiv2::ExifKey(key));
    return found == exif.end() ? std::string() : plainFact(found->toString());
}

bool isDigit(char c)
{
    return std::isdigit(static_cast<unsigned char>(c)) != 0;
}

/// "2026:10:08 21:04:05" or the same with other separators as "2026-10-08T21:04:05"; nothing when it does not look like
/// that or is no time of a calendar (cameras whose clock was never set write zeros).
std::string isoTime(const std::string &text)
{
    if (text.size() < 19)
        return {};
    std::string iso = text.substr(0, 19);
    for (std::size_t i = 0; i < iso.size(); ++i) {
        const bool separator = i == 4 || i == 7 || i == 10 || i == 13 || i == 16;
        if (separator == isDigit(iso[i]))
            return {};
    }
    const auto two = [&iso](std::size_t at) { return (iso[at] - '0') * 10 + (iso[at + 1] - '0'); };
    const int month = two(5), day = two(8);
    if (two(0) * 100 + two(2) < 1970 || month < 1 || month > 12 || day < 1 || day > 31 || two(11) > 23 || two(14) > 59 || two(17) > 60)
        return {};
    iso[4] = iso[7] = '-';
    iso[10] = 'T';
    iso[13] = iso[16] = ':';
    return iso;
}

/// "+08:00", "+0800" and "Z"; nothing for anything else.
std::string isoOffset(const std::string &text)
{
    if (text == "Z")
        return text;
    const bool colon = text.size() == 6 && text[3] == ':';
    if ((!colon && text.size() != 5) || (text[0] != '+' && text[0] != '-'))
        return {};
    const std::string digits = text.substr(1, 2) + text.substr(colon ? 4 : 3, 2);
    for (const char c : digits) {
        if (!isDigit(c))
            return {};
    }
    if (digits > "1459")
        return {};
    return text.substr(0, 3) + ":" + digits.substr(2);
}

/// A time with the offset that stands elsewhere, if it does.
std::string exifTime(const Exiv2::ExifData &exif, const char *time, const char *offset)
{
    const std::string iso = isoTime(exifText(exif, time));
    return iso.empty() ? iso : iso + isoOffset(exifText(exif, offset));
}

/// Degrees, minutes and seconds in millionths of a degree; nothing when one of them is no number or out of its range.
std::optional<std::int32_t> exifDegrees(const Exiv2::ExifData &exif, const char *key, const char *refKey, char positive, char negative,
                                        int most)
{
    const auto found = exif.findKey(Exiv2::ExifKey(key));
    const std::string ref = exifText(exif, refKey);
    if (found == exif.end() || found->count() != 3 || ref.size() != 1 || (ref[0] != positive && ref[0] != negative))
        return std::nullopt;
    double degrees = 0;
    double unit = 1;
    for (long part = 0; part < 3; ++part, unit *= 60) {
        const Exiv2::Rational number = found->toRational(part);
        if (number.second <= 0 || number.first < 0)
            return std::nullopt;
        const double value = static_cast<double>(number.first) / number.second;
        if (value > (part == 0 ? most : 60))
            return std::nullopt;
        degrees += value / unit;
    }
    if (degrees > most)
        return std::nullopt;
    return static_cast<std::int32_t>(std::lround(degrees * 1e6)) * (ref[0] == negative ? -1 : 1);
}

void readPlace(const Exiv2::ExifData &exif, PictureMetadata &meta)
{
    const auto latitude = exifDegrees(exif, "Exif.GPSInfo.GPSLatitude", "Exif.GPSInfo.GPSLatitudeRef", 'N', 'S', 90);
    const auto longitude = exifDegrees(exif, "Exif.GPSInfo.GPSLongitude", "Exif.GPSInfo.GPSLongitudeRef", 'E', 'W', 180);
    // Exactly 0, 0 is what receivers write that found no satellite.
    if (!latitude || !longitude || (*latitude == 0 && *longitude == 0))
        return;
    meta.hasPlace = true;
    meta.latitudeE6 = *latitude;
    meta.longitudeE6 = *longitude;
}

std::vector<std::byte> previewFrom(const Exiv2::ExifData &exif)
{
    constexpr long most = 1L << 20; // the EXIF standard allows 64 KiB
    const Exiv2::DataBuf data = Exiv2::ExifThumbC(exif).copy();
    if (data.pData_ == nullptr || data.size_ <= 0 || data.size_ > most)
        return {};
    const auto *begin = reinterpret_cast<const std::byte *>(data.pData_);
    return {begin, begin + data.size_};
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
    meta.capturedAt = exifTime(exif, "Exif.Photo.DateTimeOriginal", "Exif.Photo.OffsetTimeOriginal");
    meta.modifiedAt = exifTime(exif, "Exif.Image.DateTime", "Exif.Photo.OffsetTime");
    const std::string make = exifText(exif, "Exif.Image.Make");
    const std::string model = exifText(exif, "Exif.Image.Model");
    meta.device = make.empty() || model.starts_with(make) ? model : model.empty() ? make : make + " " + model;
    meta.software = exifText(exif, "Exif.Image.Software");
    readPlace(exif, meta);
    meta.preview = previewFrom(exif);
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

std::string isoFact(const std::string &text)
{
    const std::string iso = isoTime(text);
    if (iso.empty())
        return {};
    std::string rest = text.substr(19);
    if (rest.starts_with('.'))
        rest.erase(0, std::min(rest.find_first_not_of("0123456789", 1), rest.size()));
    return iso + isoOffset(rest);
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
