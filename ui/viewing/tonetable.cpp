// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewing/tonetable.h"

#include <algorithm>
#include <cmath>

namespace arb::ui {

namespace {

/// ITU-R BT.601, rounded.
int lumaOf(QRgb pixel)
{
    return (qRed(pixel) * 299 + qGreen(pixel) * 587 + qBlue(pixel) * 114 + 500) / 1000;
}

template<typename Change>
void changePixels(QImage &image, const QRect &area, Change change)
{
    for (int y = area.top(); y <= area.bottom(); ++y) {
        auto *row = reinterpret_cast<QRgb *>(image.scanLine(y));
        for (int x = area.left(); x <= area.right(); ++x) {
            if (qAlpha(row[x]) == 255)
                row[x] = change(row[x]);
        }
    }
}

} // namespace

ToneTable toneTable(const domain::Tone &tone)
{
    ToneTable table{};
    const double range = std::max(1, tone.white - tone.black);
    const double exponent = 100.0 / std::max(1, tone.gammaPercent);
    for (int value = 0; value < 256; ++value) {
        double level = std::clamp((value - tone.black) / range, 0.0, 1.0);
        level = std::clamp(std::pow(level, exponent) + tone.brightness / 100.0, 0.0, 1.0);
        if (tone.inverted)
            level = 1.0 - level;
        table[static_cast<size_t>(value)] = static_cast<uchar>(std::lround(level * 255.0));
    }
    return table;
}

void applyTone(QImage &image, const QRect &area, const domain::Tone &tone)
{
    using Channel = domain::ToneChannel;
    const ToneTable table = toneTable(tone);
    const auto at = [&table](int value) { return static_cast<int>(table[static_cast<size_t>(value)]); };
    const auto grey = [](int value) { return qRgb(value, value, value); };
    const QRect inside = area & image.rect();
    switch (tone.channel) {
    case Channel::All:
        changePixels(image, inside, [at](QRgb p) { return qRgb(at(qRed(p)), at(qGreen(p)), at(qBlue(p))); });
        break;
    case Channel::Red: changePixels(image, inside, [at, grey](QRgb p) { return grey(at(qRed(p))); }); break;
    case Channel::Green: changePixels(image, inside, [at, grey](QRgb p) { return grey(at(qGreen(p))); }); break;
    case Channel::Blue: changePixels(image, inside, [at, grey](QRgb p) { return grey(at(qBlue(p))); }); break;
    case Channel::Luma: changePixels(image, inside, [at, grey](QRgb p) { return grey(at(lumaOf(p))); }); break;
    }
}

} // namespace arb::ui
