# SPDX-License-Identifier: GPL-3.0-or-later
"""A small layer over cairo: sheets of pixels with text, boxes and pasted pictures."""
import math

import cairo
import numpy as np
from PIL import Image

FONT = "WenQuanYi Micro Hei"


def rgb(color):
    """'#rrggbb' or a tuple of 0..255 to cairo's 0..1."""
    if isinstance(color, str):
        color = color.lstrip("#")
        return tuple(int(color[i:i + 2], 16) / 255 for i in (0, 2, 4))
    return tuple(c / 255 for c in color[:3])


class Pen:
    """Text and shapes on any cairo context; also used for PDF pages."""

    def __init__(self, ctx):
        self.c = ctx
        ctx.select_font_face(FONT)

    def color(self, color, alpha=1.0):
        self.c.set_source_rgba(*rgb(color), alpha)

    def width_of(self, text, size):
        self.c.set_font_size(size)
        return self.c.text_extents(text).x_advance

    def text(self, x, y, text, size, color="#222222", align="l", alpha=1.0, heavy=0.0, face=None):
        """Baseline at y. `heavy` strokes the outline as well, since the font has no bold face; the text itself is
        shown as text, so that a PDF has it in its text layer."""
        c = self.c
        c.select_font_face(face or FONT)
        c.set_font_size(size)
        if align != "l":
            w = c.text_extents(text).x_advance
            x -= w / 2 if align == "c" else w
        self.color(color, alpha)
        c.move_to(x, y)
        c.show_text(text)
        if heavy:
            c.new_path()
            c.move_to(x, y)
            c.text_path(text)
            c.set_line_width(heavy)
            c.set_line_join(cairo.LINE_JOIN_ROUND)
            c.stroke()
        c.new_path()

    def wrap(self, text, size, width):
        lines, cur = [], ""
        for part in text.split("\n"):
            cur = ""
            for ch in part:
                if cur and self.width_of(cur + ch, size) > width and ch not in "，。；：、！？）》”":
                    lines.append(cur)
                    cur = ch
                else:
                    cur += ch
            lines.append(cur)
        return lines

    def para(self, x, y, text, size, width, color="#222222", lead=1.55):
        """Wrapped text; gives the baseline after the last line."""
        for line in self.wrap(text, size, width):
            self.text(x, y, line, size, color)
            y += size * lead
        return y

    def rect(self, x, y, w, h, fill=None, line=None, lw=1.0, alpha=1.0, radius=0.0):
        c = self.c
        if radius:
            r = min(radius, w / 2, h / 2)
            c.new_sub_path()
            c.arc(x + w - r, y + r, r, -math.pi / 2, 0)
            c.arc(x + w - r, y + h - r, r, 0, math.pi / 2)
            c.arc(x + r, y + h - r, r, math.pi / 2, math.pi)
            c.arc(x + r, y + r, r, math.pi, 1.5 * math.pi)
            c.close_path()
        else:
            c.rectangle(x, y, w, h)
        self.paint(fill, line, lw, alpha)

    def paint(self, fill=None, line=None, lw=1.0, alpha=1.0):
        if fill is not None:
            self.color(fill, alpha)
            self.c.fill_preserve()
        if line is not None:
            self.color(line, alpha)
            self.c.set_line_width(lw)
            self.c.stroke_preserve()
        self.c.new_path()

    def circle(self, x, y, r, fill=None, line=None, lw=1.0, alpha=1.0):
        self.c.new_sub_path()
        self.c.arc(x, y, r, 0, 2 * math.pi)
        self.paint(fill, line, lw, alpha)

    def line(self, points, color="#222222", lw=1.0, alpha=1.0, close=False, fill=None, dash=None):
        c = self.c
        c.new_path()
        for p in points:
            c.line_to(*p)
        if close:
            c.close_path()
        c.set_line_cap(cairo.LINE_CAP_ROUND)
        c.set_line_join(cairo.LINE_JOIN_ROUND)
        c.set_dash(dash or [])
        self.paint(fill, color, lw, alpha)
        c.set_dash([])

    def smooth(self, points, color=None, lw=1.0, alpha=1.0, close=True, fill=None):
        """A closed or open curve through the points (Catmull-Rom)."""
        c, n = self.c, len(points)
        get = (lambda i: points[i % n]) if close else (lambda i: points[min(max(i, 0), n - 1)])
        c.new_path()
        c.move_to(*points[0])
        for i in range(n if close else n - 1):
            p0, p1, p2, p3 = get(i - 1), get(i), get(i + 1), get(i + 2)
            c.curve_to(p1[0] + (p2[0] - p0[0]) / 6, p1[1] + (p2[1] - p0[1]) / 6,
                       p2[0] - (p3[0] - p1[0]) / 6, p2[1] - (p3[1] - p1[1]) / 6, p2[0], p2[1])
        if close:
            c.close_path()
        c.set_line_cap(cairo.LINE_CAP_ROUND)
        self.paint(fill, color, lw, alpha)


class Sheet(Pen):
    """A picture to draw on; pixels, origin top left."""

    def __init__(self, w, h, fill=None):
        self.w, self.h = int(w), int(h)
        self.surface = cairo.ImageSurface(cairo.FORMAT_ARGB32, self.w, self.h)
        super().__init__(cairo.Context(self.surface))
        if fill is not None:
            self.rect(0, 0, self.w, self.h, fill)

    def array(self):
        """RGBA, straight alpha, uint8."""
        self.surface.flush()
        a = np.frombuffer(self.surface.get_data(), np.uint8).reshape(self.h, self.surface.get_stride() // 4, 4)
        a = a[:, :self.w].astype(np.float32)
        alpha = a[..., 3:4]
        out = np.concatenate([a[..., 2::-1], alpha], axis=2)
        out[..., :3] = np.where(alpha > 0, out[..., :3] * 255 / np.maximum(alpha, 1), 0)
        return np.clip(out + 0.5, 0, 255).astype(np.uint8)

    def image(self, mode="RGBA"):
        return Image.fromarray(self.array(), "RGBA").convert(mode)

    def paste(self, img, x, y, w=None, h=None, turn=0.0):
        """Draws a PIL picture, scaled to w x h, turned by degrees around its middle."""
        src = surface_of(img)
        w = w or img.width
        h = h or img.height
        c = self.c
        c.save()
        c.translate(x + w / 2, y + h / 2)
        c.rotate(math.radians(turn))
        c.scale(w / img.width, h / img.height)
        c.set_source_surface(src, -img.width / 2, -img.height / 2)
        c.get_source().set_filter(cairo.FILTER_GOOD)
        c.paint()
        c.restore()


def surface_of(img):
    a = np.asarray(img.convert("RGBA")).astype(np.uint16)
    al = a[..., 3:4]
    pre = (a[..., :3] * al + 127) // 255
    buf = np.ascontiguousarray(np.concatenate([pre[..., ::-1], al], axis=2).astype(np.uint8))
    return cairo.ImageSurface.create_for_data(memoryview(buf).cast("B"), cairo.FORMAT_ARGB32, img.width, img.height)
