// SPDX-License-Identifier: GPL-3.0-or-later
#include "pictures/color.h"

#define CMS_NO_REGISTER_KEYWORD 1 // no word of C++ any more
#include <lcms2.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>
#include <numeric>
#include <optional>
#include <span>
#include <system_error>
#include <thread>
#include <vector>

namespace arb::decode {

namespace {

struct ProfileFree
{
    void operator()(void *profile) const { cmsCloseProfile(profile); }
};
struct ContextFree
{
    void operator()(cmsContext context) const { cmsDeleteContext(context); }
};
struct TransformFree
{
    void operator()(void *transform) const { cmsDeleteTransform(transform); }
};
struct CurveFree
{
    void operator()(cmsToneCurve *curve) const { cmsFreeToneCurve(curve); }
};
using Context = std::unique_ptr<_cmsContext_struct, ContextFree>;
using Profile = std::unique_ptr<void, ProfileFree>;
using Transform = std::unique_ptr<void, TransformFree>;

/// A transform with what it lives on; the order of members is the order of release, backwards.
struct Converter
{
    Context context;
    Transform transform;
};

void ignoreLcmsMessage(cmsContext, cmsUInt32Number, const char *) {}

Profile profileOfPrimaries(cmsContext context, ColorProfile::Primaries primaries)
{
    const cmsCIExyY white{0.3127, 0.3290, 1.0};
    cmsCIExyYTRIPLE corners{};
    switch (primaries) {
    case ColorProfile::Primaries::Unsaid: return nullptr;
    case ColorProfile::Primaries::DisplayP3:
        corners = {{0.680, 0.320, 1.0}, {0.265, 0.690, 1.0}, {0.150, 0.060, 1.0}};
        break;
    case ColorProfile::Primaries::Bt2020:
        corners = {{0.708, 0.292, 1.0}, {0.170, 0.797, 1.0}, {0.131, 0.046, 1.0}};
        break;
    }
    const std::array<cmsFloat64Number, 5> srgbCurve{2.4, 1.0 / 1.055, 0.055 / 1.055, 1.0 / 12.92, 0.04045};
    const std::unique_ptr<cmsToneCurve, CurveFree> curve(cmsBuildParametricToneCurve(context, 4, srgbCurve.data()));
    if (!curve)
        return nullptr;
    std::array<cmsToneCurve *, 3> curves{curve.get(), curve.get(), curve.get()};
    return Profile(cmsCreateRGBProfileTHR(context, &white, &corners, curves.data()));
}

Profile profileFrom(cmsContext context, const ColorProfile &given, cmsColorSpaceSignature space)
{
    if (given.icc.empty() || given.icc.size() > maxProfileBytes)
        return space == cmsSigRgbData ? profileOfPrimaries(context, given.primaries) : nullptr;
    Profile profile(cmsOpenProfileFromMemTHR(context, given.icc.data(), static_cast<cmsUInt32Number>(given.icc.size())));
    if (!profile || cmsGetColorSpace(profile.get()) != space)
        return nullptr;
    const cmsProfileClassSignature kind = cmsGetDeviceClass(profile.get());
    const bool device = kind == cmsSigInputClass || kind == cmsSigDisplayClass || kind == cmsSigOutputClass || kind == cmsSigColorSpaceClass;
    return device ? std::move(profile) : nullptr;
}

/// From @p format in the profile's colours to 0x__RRGGBB in sRGB; no transform when the profile is not usable.
Converter converterFor(const ColorProfile &given, cmsColorSpaceSignature space, cmsUInt32Number format)
{
    Converter made;
    made.context.reset(cmsCreateContext(nullptr, nullptr));
    if (!made.context)
        return made;
    cmsSetLogErrorHandlerTHR(made.context.get(), ignoreLcmsMessage);
    const Profile source = profileFrom(made.context.get(), given, space);
    const Profile target(source ? cmsCreate_sRGBProfileTHR(made.context.get()) : nullptr);
    if (!target)
        return made;
    // Without a cache several threads may use one transform.
    made.transform.reset(cmsCreateTransformTHR(made.context.get(), source.get(), format, target.get(), TYPE_BGRA_8,
                                               INTENT_PERCEPTUAL, cmsFLAGS_NOCACHE));
    return made;
}

/// Many cameras attach sRGB itself; then there is nothing to do.
bool changesNothing(cmsHTRANSFORM transform)
{
    constexpr std::array<std::uint32_t, 5> steps{0, 32, 96, 176, 255};
    std::array<std::uint32_t, 125> before{}, after{};
    for (std::size_t n = 0; n < before.size(); ++n)
        before[n] = 0xFF000000U | (steps[n / 25] << 16) | (steps[n / 5 % 5] << 8) | steps[n % 5];
    after = before;
    cmsDoTransform(transform, before.data(), after.data(), static_cast<cmsUInt32Number>(before.size()));
    for (std::size_t n = 0; n < before.size(); ++n) {
        for (const int shift : {0, 8, 16}) {
            const int was = static_cast<int>((before[n] >> shift) & 0xFF), became = static_cast<int>((after[n] >> shift) & 0xFF);
            if (std::abs(was - became) > 1)
                return false;
        }
    }
    return true;
}

/// No transform where there is nothing to do.
Converter srgbConverterFor(const ColorProfile &profile)
{
    if (profile.icc.empty() && profile.primaries == ColorProfile::Primaries::Unsaid)
        return {};
    Converter made = converterFor(profile, cmsSigRgbData, TYPE_BGRA_8);
    if (made.transform && changesNothing(made.transform.get()))
        made.transform.reset();
    return made;
}

using GreyTable = std::array<std::uint32_t, 256>;

/// What each grey is in sRGB; nothing where there is nothing to do.
std::optional<GreyTable> greyTableFor(const ColorProfile &profile)
{
    const Converter converter = profile.ofGrey && !profile.icc.empty() ? converterFor(profile, cmsSigGrayData, TYPE_GRAY_8) : Converter();
    if (!converter.transform)
        return std::nullopt;
    std::array<std::uint8_t, 256> before{};
    std::iota(before.begin(), before.end(), std::uint8_t{0});
    GreyTable after{};
    cmsDoTransform(converter.transform.get(), before.data(), after.data(), static_cast<cmsUInt32Number>(before.size()));
    bool changes = false;
    for (std::size_t grey = 0; grey < after.size(); ++grey) {
        changes = changes || std::abs(static_cast<int>(after[grey] & 0xFF) - static_cast<int>(grey)) > 1;
        after[grey] |= 0xFF000000U;
    }
    return changes ? std::optional(after) : std::nullopt;
}

void convertRows(cmsHTRANSFORM transform, Bitmap &bitmap, int first, int last)
{
    for (int y = first; y < last; ++y)
        cmsDoTransform(transform, bitmap.row(y), bitmap.row(y), static_cast<cmsUInt32Number>(bitmap.width));
}

/// Large pictures in blocks of rows, one to a thread; where no thread can be had the work is done here.
void convertInBlocks(cmsHTRANSFORM transform, Bitmap &bitmap, int rows)
{
    constexpr std::int64_t pixelsOfOneThread = 1'000'000;
    const auto useful = static_cast<int>(std::int64_t{bitmap.width} * rows / pixelsOfOneThread);
    const int blocks = std::clamp(std::min(useful, static_cast<int>(std::thread::hardware_concurrency())), 1, 4);
    std::vector<std::thread> threads;
    for (int block = 1; block < blocks; ++block) {
        const int first = static_cast<int>(std::int64_t{rows} * block / blocks);
        const int last = static_cast<int>(std::int64_t{rows} * (block + 1) / blocks);
        try {
            threads.emplace_back([transform, &bitmap, first, last] { convertRows(transform, bitmap, first, last); });
        } catch (const std::system_error &) {
            convertRows(transform, bitmap, first, last);
        }
    }
    convertRows(transform, bitmap, 0, rows / blocks);
    for (std::thread &thread : threads)
        thread.join();
}

void subtractInk(Bitmap &bitmap, int rows, bool inverted)
{
    for (int y = 0; y < rows; ++y) {
        std::uint32_t *row = bitmap.row(y);
        for (int x = 0; x < bitmap.width; ++x) {
            const auto *bytes = reinterpret_cast<const unsigned char *>(row + x);
            const auto light = [&](int i) { return static_cast<std::uint32_t>(inverted ? bytes[i] : 255 - bytes[i]); };
            row[x] = 0xFF000000U | ((light(0) * light(3) / 255) << 16) | ((light(1) * light(3) / 255) << 8) | (light(2) * light(3) / 255);
        }
    }
}

} // namespace

void convertToSrgb(Bitmap &bitmap, const ColorProfile &profile)
{
    if (const std::optional<GreyTable> greys = greyTableFor(profile)) {
        const std::span pixels(bitmap.pixels.get(), static_cast<std::size_t>(bitmap.width) * static_cast<std::size_t>(bitmap.height));
        std::ranges::transform(pixels, pixels.begin(), [&greys](std::uint32_t pixel) { return (*greys)[pixel & 0xFF]; });
    } else if (const Converter converter = srgbConverterFor(profile); converter.transform)
        convertInBlocks(converter.transform.get(), bitmap, bitmap.height);
}

bool isSrgb(const ColorProfile &profile)
{
    return !greyTableFor(profile) && !srgbConverterFor(profile).transform;
}

void convertInkToSrgb(Bitmap &bitmap, int rows, bool inverted, const ColorProfile &profile)
{
    const Converter converter = converterFor(profile, cmsSigCmykData, inverted ? TYPE_CMYK_8_REV : TYPE_CMYK_8);
    if (!converter.transform) {
        subtractInk(bitmap, rows, inverted);
        return;
    }
    convertInBlocks(converter.transform.get(), bitmap, rows);
    for (int y = 0; y < rows; ++y) {
        for (int x = 0; x < bitmap.width; ++x)
            bitmap.row(y)[x] |= 0xFF000000U; // where black was
    }
}

} // namespace arb::decode
