# SPDX-License-Identifier: GPL-3.0-or-later
"""A4 documents with a text layer, and red stamps."""
import math

import cairo
import numpy as np
from PIL import Image

from . import textures as tx
from .draw import FONT, Pen, Sheet, rgb, surface_of

MM = 72 / 25.4
W, H = 595.276, 841.89
RED = "#c8202a"


class Form(Pen):
    """A PDF of A4 pages; units are points, origin top left."""

    def __init__(self, path, title, author=""):
        self.pdf = cairo.PDFSurface(str(path), W, H)
        self.pdf.set_metadata(cairo.PDF_METADATA_TITLE, title)
        self.pdf.set_metadata(cairo.PDF_METADATA_AUTHOR, author)
        super().__init__(cairo.Context(self.pdf))
        self.path = path
        self.y = 60.0

    def head(self, title, sub="", right=""):
        self.text(W / 2, 74, title, 20, "#111111", "c", heavy=0.4)
        if sub:
            self.text(W / 2, 94, sub, 10, "#555555", "c")
        if right:
            self.text(W - 50, 52, right, 9, "#555555", "r")
        self.y = 116

    def row(self, *texts, size=10.5):
        step = (W - 100) / len(texts)
        for i, t in enumerate(texts):
            self.text(50 + i * step, self.y, t, size)
        self.y += size * 1.8

    def table(self, widths, rows, size=10, height=24, head=True, x=50, align=None):
        """Rows of texts between lines; widths in points."""
        c, total = self.c, sum(widths)
        y = self.y
        for i, row in enumerate(rows):
            lines = [self.wrap(str(t), size, w - 10) for t, w in zip(row, widths)]
            h = max(height, max(map(len, lines)) * size * 1.4 + 9)
            if head and i == 0:
                self.rect(x, y, total, h, "#eceff2")
            cx = x
            for k, (ls, w) in enumerate(zip(lines, widths)):
                self.rect(cx, y, w, h, line="#444444", lw=0.6)
                ty = y + h / 2 + size * 0.36 - (len(ls) - 1) * size * 0.7
                a = (align or "c" * len(widths))[k] if not (head and i == 0) else "c"
                for ln in ls:
                    self.text({"c": cx + w / 2, "l": cx + 6, "r": cx + w - 6}[a], ty, ln, size, align=a)
                    ty += size * 1.4
                cx += w
            y += h
        self.y = y + 16

    def note(self, text, size=10, color="#222222"):
        self.y = self.para(50, self.y, text, size, W - 100, color) + 4

    def foot(self, page, pages, left=""):
        self.text(50, H - 36, left, 8.5, "#777777")
        self.text(W - 50, H - 36, f"第 {page} 页 / 共 {pages} 页", 8.5, "#777777", "r")

    def picture(self, img, x, y, w, h):
        self.c.save()
        self.c.translate(x, y)
        self.c.scale(w / img.width, h / img.height)
        self.c.set_source_surface(surface_of(img), 0, 0)
        self.c.paint()
        self.c.restore()

    def stamp(self, x, y, name, bottom="", r=20 * MM, turn=-6.0, alpha=0.78, number=""):
        stamp(self.c, x, y, name, bottom, r, turn, alpha, number)

    def page(self):
        self.c.show_page()
        self.c.select_font_face(FONT)
        self.y = 60.0

    def done(self):
        self.pdf.finish()
        print(f"  {self.path.name}: {self.path.stat().st_size // 1024} KiB")


def stamp(c, x, y, name, bottom="", r=57.0, turn=-6.0, alpha=0.78, number=""):
    """A round seal: name on the arc, star, line below. Drawn as outlines, so it is no part of the text layer."""
    c.save()
    c.translate(x, y)
    c.rotate(math.radians(turn))
    c.set_source_rgba(*rgb(RED), alpha)
    c.new_path()
    c.arc(0, 0, r, 0, 2 * math.pi)
    c.set_line_width(r * 0.05)
    c.stroke()
    c.select_font_face(FONT)
    size = r * min(0.27, 2.9 / max(6, len(name)))
    span = math.radians(min(250, 22 + 24 * len(name)))
    for i, ch in enumerate(name):
        a = -span / 2 + span * i / (len(name) - 1)
        c.save()
        c.rotate(a)
        c.translate(0, -r * 0.70)
        c.scale(0.86, 1.18)
        c.set_font_size(size)
        e = c.text_extents(ch)
        c.move_to(-e.x_advance / 2, size * 0.35)
        c.text_path(ch)
        c.fill()
        c.restore()
    for i in range(10):
        rad = r * (0.29 if i % 2 == 0 else 0.112)
        a = math.pi * i / 5
        c.line_to(rad * math.sin(a), -rad * math.cos(a) - r * 0.02)
    c.close_path()
    c.fill()
    for text, dy, k in ((bottom, 0.52, 0.2), (number, 0.80, 0.11)):
        if text:
            c.set_font_size(r * k)
            e = c.text_extents(text)
            c.move_to(-e.x_advance / 2, r * dy)
            c.text_path(text)
            c.fill()
    c.new_path()
    c.restore()


def stamp_image(name, bottom, px=640, seed=5, wear=0.35, extra=None, number=""):
    """A seal as a bitmap with uneven ink, RGBA; `extra`(array of ink 0..1) may change the ink."""
    s = Sheet(px, px)
    stamp(s.c, px / 2, px / 2, name, bottom, px * 0.46, 0, 1.0, number)
    ink = s.array()[..., 3].astype(np.float32) / 255
    n = tx.fbm(px, px, 6, seed, 5)
    fine = tx.noise(px, px, px // 3, seed + 1)
    ink = tx.blur(ink, 0.8) * np.clip(1.15 - wear * np.clip((n - 0.42) * 5, 0, 1) - 0.3 * fine, 0, 1)
    if extra:
        ink = extra(ink)
    out = np.zeros((px, px, 4), np.float32)
    out[..., :3] = tx.col(RED)
    out[..., 3] = np.clip(ink, 0, 1) * 0.86
    return Image.fromarray((out * 255 + .5).astype(np.uint8), "RGBA")
