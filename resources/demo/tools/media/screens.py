# SPDX-License-Identifier: GPL-3.0-or-later
"""Phone screens: status bar, cards, bubbles. 1080 pixels wide."""
from .draw import Sheet


def phone(height=2340, ground="#f4f5f7", clock="19:31", dark=False, battery=63):
    s = Sheet(1080, height, ground)
    ink = "#ffffff" if dark else "#1b1d21"
    s.text(64, 76, clock, 40, ink, heavy=1)
    for i in range(4):
        s.rect(760 + i * 14, 74 - 10 - i * 7, 9, 10 + i * 7, ink)
    s.text(826, 76, "5G", 32, ink)
    s.rect(900, 46, 64, 30, line=ink, lw=3, radius=8)
    s.rect(905, 51, 54 * battery / 100, 20, ink, radius=4)
    s.rect(966, 54, 5, 14, ink)
    s.text(984, 76, str(battery), 30, ink)
    s.rect(390, height - 26, 300, 9, "#888888", radius=5)
    return s


def title(s, text, y=170, ink="#1b1d21", back=True):
    if back:
        s.line([(74, y - 32), (52, y - 12), (74, y + 8)], ink, 6)
    s.text(540, y, text, 46, ink, "c", heavy=1)


def bubble(s, y, text, mine=False, size=38, color=None, name=None, ink="#1b1d21"):
    """A chat bubble with its avatar; gives the y below it."""
    lines = s.wrap(text, size, 640)
    w = max(s.width_of(ln, size) for ln in lines) + 56
    h = len(lines) * size * 1.5 + 40
    ax = 1080 - 36 - 84 if mine else 36
    s.rect(ax, y, 84, 84, "#3f7d5c" if mine else "#3a6ea5", radius=42)
    s.text(ax + 42, y + 56, "我" if mine else (name or "客服")[0], 40, "#ffffff", "c")
    x = 1080 - 144 - w if mine else 144
    s.rect(x, y, w, h, color or ("#a9e3b9" if mine else "#ffffff"), radius=18)
    ty = y + 20 + size * 1.08
    for ln in lines:
        s.text(x + 28, ty, ln, size, ink)
        ty += size * 1.5
    return y + max(h, 84) + 36


def stamp_time(s, y, text):
    s.text(540, y + 26, text, 28, "#9a9da3", "c")
    return y + 66
