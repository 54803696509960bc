# SPDX-License-Identifier: GPL-3.0-or-later
"""Code 128, set B: the bar code printed on every waybill label of the demo."""

# One string of six bar/space widths per symbol value; the last is the stop symbol (seven widths).
WIDTHS = (
    "212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232 122132 "
    "122231 113222 123122 123221 223211 221132 221231 213212 223112 312131 311222 321122 321221 312212 "
    "322112 322211 212123 212321 232121 111323 131123 131321 112313 132113 132311 211313 231113 231311 "
    "112133 112331 132131 113123 113321 133121 313121 211331 231131 213113 213311 213131 311123 311321 "
    "331121 312113 312311 332111 314111 221411 431111 111224 111422 121124 121421 141122 141221 112214 "
    "112412 122114 122411 142112 142211 241211 221114 413111 241112 134111 111242 121142 121241 114212 "
    "124112 124211 411212 421112 421211 212141 214121 412121 111143 111341 131141 114113 114311 411113 "
    "411311 113141 114131 311141 411131 211412 211214 211232 2331112"
).split()
START_B = 104
STOP = 106


def modules(text):
    """Widths of bars and spaces in turn (a bar first), without quiet zones."""
    values = [START_B]
    for ch in text:
        if not 32 <= ord(ch) <= 126:
            raise ValueError(f"Code 128-B cannot hold {ch!r}")
        values.append(ord(ch) - 32)
    check = START_B + sum(i * v for i, v in enumerate(values[1:], 1))
    values += [check % 103, STOP]
    return [int(d) for v in values for d in WIDTHS[v]]


def draw(ctx, text, x, y, width, height):
    """Draws the code in black into a cairo context; `width` includes ten modules of quiet zone on each side."""
    widths = modules(text)
    unit = width / (sum(widths) + 20)
    at = x + 10 * unit
    ctx.set_source_rgb(0.04, 0.04, 0.05)
    for i, w in enumerate(widths):
        if i % 2 == 0:
            ctx.rectangle(at, y, w * unit, height)
            ctx.fill()
        at += w * unit
