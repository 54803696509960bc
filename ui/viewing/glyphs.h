// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGui/QIcon>
#include <QtGui/QPalette>

namespace arb::ui {

enum class Glyph {
    Fit, Fill, ActualSize, ZoomIn, ZoomOut, TurnLeft, TurnRight, Mirror, Magnifier, Tones, Region, Play, Pause, StepBack, StepForward,
    Sound, Muted, Previous, Next, Pencil, Rectangle, Ellipse, Arrow, Freehand, Text, Measure, Moment, SpanBegin, SpanEnd, Remove,
    SideBySide, Slider, Blink, Difference, Overlay, Pins, PinOut, Alone, Swap, Third,
    LoopFrom, LoopTo, LoopOff, Keep, FullScreen, More, Tie, Untie, Earlier, Later
};

/// A small line drawing in the palette's text colour, for the tool buttons of the viewers.
QIcon glyphIcon(Glyph glyph, const QPalette &palette);

} // namespace arb::ui
