// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QList>
#include <QtCore/QSize>
#include <QtCore/QString>
#include <QtCore/QStringList>
#include <QtGui/QImage>

namespace arb::app {

/// How a made-up screenshot of a chat looks.
struct ShotStyle
{
    bool dark = false;
    int fontPx = 42;          ///< of the messages, on a screen 1080 wide
    QSize size{1080, 2340};   ///< painted at 1080 x 2340 and shrunk when this is smaller
};

/// A screenshot and every word painted in it.
struct ChatShot
{
    QImage image;
    QStringList texts; ///< from the top: title, clock times and messages, a message without its line breaks
};

/// Noto Sans CJK SC is installed: with another font the shots would be others.
bool mayPaintChatShots();

/// Number @p number of the shots of @p style, the same pixels wherever the font is the same. Buyer and seller talk of parcels,
/// amounts and waybill numbers. For measuring what the reader reads; never evidence.
ChatShot paintChatShot(const ShotStyle &style, int number);

} // namespace arb::app
