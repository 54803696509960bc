// SPDX-License-Identifier: GPL-3.0-or-later
#include "pictures/metadata.h"

#include <exiv2/exiv2.hpp>

#include <algorithm>
#include <cctype>
#include <charconv>
#include <cmath>
#include <exception>
#include <mutex>
#include <optional>
#include <sstream>

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

/// How many bytes the character of UTF-8 is long that @p text begins with; 0 when it begins with none (Unicode, table 3-7).
std::size_t characterLength(std::string_view text)
{
    const auto byte = [text](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
    const unsigned lead = byte(0);
    if (lead < 0x80)
        return text.empty() ? 0 : 1;
    const std::size_t length = lead >= 0xC2 && lead <= 0xDF ? 2 : (lead & 0xF0U) == 0xE0 ? 3 : lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
    const unsigned least = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    const unsigned most = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    if (length == 0 || byte(1) < least || byte(1) > most)
        return 0;
    for (std::size_t i = 2; i < length; ++i) {
        if ((byte(i) & 0xC0U) != 0x80)
            return 0;
    }
    return length;
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

void takePlace(std::optional<std::int32_t> latitude, std::optional<std::int32_t> longitude, PictureMetadata &meta)
{
    // Exactly 0, 0 is what receivers write that found no satellite.
    if (!latitude || !longitude || (*latitude == 0 && *longitude == 0))
        return;
    meta.hasPlace = true;
    meta.latitudeE6 = *latitude;
    meta.longitudeE6 = *longitude;
}

std::string deviceOf(const std::string &make, const std::string &model)
{
    return make.empty() || model.starts_with(make) ? model : model.empty() ? make : make + " " + model;
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
    if (meta.capturedAt.empty()) // when the picture came to be as numbers: of a camera's the same moment
        meta.capturedAt = exifTime(exif, "Exif.Photo.DateTimeDigitized", "Exif.Photo.OffsetTimeDigitized");
    meta.modifiedAt = exifTime(exif, "Exif.Image.DateTime", "Exif.Photo.OffsetTime");
    meta.device = deviceOf(exifText(exif, "Exif.Image.Make"), exifText(exif, "Exif.Image.Model"));
    meta.software = exifText(exif, "Exif.Image.Software");
    takePlace(exifDegrees(exif, "Exif.GPSInfo.GPSLatitude", "Exif.GPSInfo.GPSLatitudeRef", 'N', 'S', 90),
              exifDegrees(exif, "Exif.GPSInfo.GPSLongitude", "Exif.GPSInfo.GPSLongitudeRef", 'E', 'W', 180), meta);
    meta.preview = previewFrom(exif);
    return meta;
}

std::string xmpText(const Exiv2::XmpData &xmp, const char *key)
{
    const auto found = xmp.findKey(Exiv2::XmpKey(key));
    return found == xmp.end() ? std::string() : plainFact(found->toString());
}

/// "31,13.8083S" and "31,13,48S" in millionths of a degree; nothing for anything else.
std::optional<std::int32_t> xmpDegrees(const std::string &text, char positive, char negative, int most)
{
    if (text.empty() || (text.back() != positive && text.back() != negative))
        return std::nullopt;
    const char *at = text.data();
    const char *const end = at + text.size() - 1;
    double degrees = 0;
    double unit = 1;
    for (int part = 0; part < 3; ++part, unit *= 60) {
        double value = 0;
        const auto read = std::from_chars(at, end, value, std::chars_format::fixed);
        if (read.ec != std::errc() || !(value >= 0 && value <= (part == 0 ? most : 60)))
            return std::nullopt;
        degrees += value / unit;
        at = read.ptr;
        if (at == end)
            break;
        if (*at != ',' || part == 2)
            return std::nullopt;
        ++at;
    }
    if (unit < 60 || degrees > most) // degrees alone are not in the rules of XMP
        return std::nullopt;
    return static_cast<std::int32_t>(std::lround(degrees * 1e6)) * (text.back() == negative ? -1 : 1);
}

/// What programs write beside EXIF or in its place; it counts only where EXIF says nothing, and never turns a picture.
void completeFromXmp(const Exiv2::XmpData &xmp, PictureMetadata &meta)
{
    for (const char *key : {"Xmp.exif.DateTimeOriginal", "Xmp.photoshop.DateCreated", "Xmp.exif.DateTimeDigitized", "Xmp.xmp.CreateDate"}) {
        if (meta.capturedAt.empty())
            meta.capturedAt = isoFact(xmpText(xmp, key));
    }
    if (meta.modifiedAt.empty())
        meta.modifiedAt = isoFact(xmpText(xmp, "Xmp.xmp.ModifyDate"));
    if (meta.device.empty())
        meta.device = deviceOf(xmpText(xmp, "Xmp.tiff.Make"), xmpText(xmp, "Xmp.tiff.Model"));
    if (meta.software.empty())
        meta.software = xmpText(xmp, "Xmp.xmp.CreatorTool");
    if (!meta.hasPlace)
        takePlace(xmpDegrees(xmpText(xmp, "Xmp.exif.GPSLatitude"), 'N', 'S', 90), xmpDegrees(xmpText(xmp, "Xmp.exif.GPSLongitude"), 'E', 'W', 180), meta);
}

struct ToldToExiv2
{
    Exiv2::ExifData exif;
    Exiv2::XmpData xmp;
};

/// Nothing when the file is damaged.
ToldToExiv2 readByExiv2(Bytes bytes)
{
    try {
        const auto image = Exiv2::ImageFactory::open(reinterpret_cast<const Exiv2::byte *>(bytes.data()),
                                                     static_cast<long>(bytes.size()));
        if (image.get() == nullptr)
            return {};
        image->readMetadata();
        return {image->exifData(), image->xmpData()};
    } catch (const std::exception &) {
        return {};
    }
}

/// What exiv2 did not find in a HEIC or AVIF, as libheif finds it: exiv2 0.27 knows no base offsets in the table of items, which
/// libheif itself and so most programs write.
void completeFromHeif(Bytes bytes, ToldToExiv2 &told)
{
    if (!told.exif.empty() && !told.xmp.empty())
        return;
    try {
        const MetadataPackets packets = packetsOfHeif(bytes);
        if (told.exif.empty() && !packets.exif.empty())
            Exiv2::ExifParser::decode(told.exif, reinterpret_cast<const Exiv2::byte *>(packets.exif.data()),
                                      static_cast<std::uint32_t>(packets.exif.size()));
        if (told.xmp.empty() && !packets.xmp.empty())
            Exiv2::XmpParser::decode(told.xmp, packets.xmp);
    } catch (const std::exception &) { // damaged: what was read until then is told
    }
}

std::mutex &metadataLock()
{
    static std::mutex lock;
    return lock;
}

} // namespace

bool isUtf8(std::string_view text)
{
    while (!text.empty()) {
        const std::size_t length = characterLength(text);
        if (length == 0)
            return false;
        text.remove_prefix(length);
    }
    return true;
}

std::string plainFact(const std::string &text)
{
    using namespace std::string_view_literals;
    constexpr std::size_t most = 200;
    constexpr std::string_view unknown = "\xEF\xBF\xBD"sv, byteOrder = "\xEF\xBB\xBF"sv;
    std::string plain;
    for (std::string_view rest = text; !rest.empty() && plain.size() <= most;) {
        const auto byte = static_cast<unsigned char>(rest.front());
        const std::size_t length = characterLength(rest);
        const std::string_view character = length == 0 ? unknown : rest.substr(0, length);
        if (byte == 0)
            break;
        if (byte >= 0x20 && byte != 0x7F && character != byteOrder)
            plain += character;
        rest.remove_prefix(std::max<std::size_t>(length, 1));
    }
    if (plain.size() > most) {
        std::size_t end = most;
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
    constexpr std::size_t minutes = 16; // "2026-10-08T21:04"; seconds may be left out
    std::string whole = text;
    if (whole.size() == minutes || (whole.size() > minutes && (whole[minutes] == '+' || whole[minutes] == '-' || whole[minutes] == 'Z')))
        whole.insert(minutes, ":00");
    const std::string iso = isoTime(whole);
    if (iso.empty())
        return {};
    std::string rest = whole.substr(19);
    if (rest.starts_with('.'))
        rest.erase(0, std::min(rest.find_first_not_of("0123456789", 1), rest.size()));
    return iso + isoOffset(rest);
}

std::string writtenFact(const std::string &text)
{
    if (const std::string iso = isoFact(text); !iso.empty())
        return iso;
    std::vector<std::string> words;
    std::istringstream stream(text);
    for (std::string word; stream >> word;)
        words.push_back(word);
    constexpr std::string_view days = "Mon,Tue,Wed,Thu,Fri,Sat,Sun,", months = "JanFebMarAprMayJunJulAugSepOctNovDec";
    if (!words.empty() && words[0].size() == 4 && days.find(words[0]) != std::string_view::npos)
        words.erase(words.begin());
    if (words.size() != 4 && words.size() != 5)
        return {};
    const std::size_t month = words[1].size() == 3 ? months.find(words[1]) : std::string_view::npos;
    if (month == std::string_view::npos || month % 3 != 0 || words[0].size() > 2 || words[2].size() != 4 || (words[3].size() != 5 && words[3].size() != 8))
        return {};
    const std::string number = std::to_string(month / 3 + 1), zone = words.size() == 5 ? words[4] : std::string();
    const bool universal = zone == "GMT" || zone == "UTC" || zone == "UT";
    return isoFact(words[2] + (number.size() < 2 ? "-0" : "-") + number + (words[0].size() < 2 ? "-0" : "-") + words[0] + "T" + words[3]
                   + (words[3].size() == 5 ? ":00" : "") + (universal ? "Z" : zone));
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
        ToldToExiv2 told = readByExiv2(bytes);
        if (const FileFormat format = sniff(bytes); format == FileFormat::Heif || format == FileFormat::Avif)
            completeFromHeif(bytes, told);
        PictureMetadata meta = metadataFrom(told.exif);
        completeFromXmp(told.xmp, meta);
        return meta;
    } catch (const std::exception &) {
        return {};
    }
}

} // namespace arb::decode
