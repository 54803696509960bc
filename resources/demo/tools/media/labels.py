# SPDX-License-Identifier: GPL-3.0-or-later
"""Waybill labels and the faces of cartons."""
import numpy as np
from PIL import Image

from . import code128
from . import textures as tx
from .draw import Sheet

CARRIERS = {"JF": ("疾风速运", "#1f2d3d"), "FY": ("飞驿快递", "#123a6b"), "ZH": ("中禾速递", "#1d4d36")}


def waybill(number, receiver, tail, place, sender, goods, date, weight="0.50", route="A12-07", carrier=None):
    """A 100 x 140 mm thermal label at 8 pixels a millimetre; names and numbers masked as real labels have them."""
    s = Sheet(800, 1120, "#fbfbf8")
    name, tint = CARRIERS[number[:2]]
    name = carrier or name
    s.rect(4, 4, 792, 1112, line="#333333", lw=3)
    s.text(30, 76, name, 56, tint, heavy=2)
    s.text(770, 46, "标准快递", 26, "#333333", "r")
    s.text(770, 82, date, 22, "#555555", "r")
    s.line([(4, 104), (796, 104)], "#333333", 2)
    s.text(400, 196, route, 84, "#111111", "c", heavy=3)
    s.line([(4, 224), (796, 224)], "#333333", 2)
    code128.draw(s.c, number, 20, 246, 760, 150)
    s.text(400, 446, " ".join(number[i:i + 4] for i in range(0, len(number), 4)), 42, "#111111", "c", face="DejaVu Sans Mono")
    s.line([(4, 472), (796, 472)], "#333333", 2)
    s.circle(56, 540, 32, "#222222")
    s.text(56, 553, "收", 36, "#ffffff", "c")
    s.text(110, 530, f"{receiver}   尾号 {tail}" if tail else f"{receiver}   1**********", 38, heavy=1)
    s.para(110, 580, place, 32, 660)
    s.line([(4, 672), (796, 672)], "#333333", 2)
    s.circle(56, 724, 28, line="#222222", lw=3)
    s.text(56, 736, "寄", 32, "#222222", "c")
    s.text(110, 720, sender, 32)
    s.text(110, 762, "发货专线 4**-***-**66", 26, "#555555")
    s.line([(4, 790), (796, 790)], "#333333", 2)
    s.text(30, 842, f"内件：{goods}", 32)
    s.text(30, 892, f"重量 {weight} kg    件数 1/1", 30, "#333333")
    s.line([(4, 920), (796, 920)], "#333333", 2)
    code128.draw(s.c, number, 250, 944, 520, 90)
    s.text(510, 1072, number, 28, "#111111", "c", face="DejaVu Sans Mono")
    draw_dots(s, 45, 936, 130, number)
    s.text(110, 1100, "扫码查件", 20, "#444444", "c")
    return s.image("RGB")


def draw_dots(s, x, y, size, seed_text):
    """A block that looks like a matrix code but holds no data."""
    rng = np.random.default_rng(sum(map(ord, seed_text)))
    n = 21
    u = size / n
    for i in range(n):
        for j in range(n):
            corner = (i < 7 and j < 7) or (i < 7 and j > 13) or (i > 13 and j < 7)
            if not corner and rng.random() < 0.5:
                s.rect(x + j * u, y + i * u, u + .3, u + .3, "#111111")
    for a, b in ((0, 0), (14, 0), (0, 14)):
        s.rect(x + a * u, y + b * u, 7 * u, 7 * u, "#111111")
        s.rect(x + (a + 1) * u, y + (b + 1) * u, 5 * u, 5 * u, "#fbfbf8")
        s.rect(x + (a + 2) * u, y + (b + 2) * u, 3 * u, 3 * u, "#111111")


def carton(w_cm, h_cm, seed=1, tape="x", color="#b98d5d", label=None, label_at=(0.5, 0.5), label_cm=10, turn=0.0,
           prints=None, dpi=34, crease=0.0):
    """One face of a shipping carton. tape 'x' runs across, 'y' up and down, '' none; `prints`(sheet, scale) draws on it."""
    w, h = int(w_cm * dpi), int(h_cm * dpi)
    a = tx.cardboard(w, h, seed, color)
    if crease:
        a *= (1 - crease * np.clip(tx.fbm(w, h, 9, seed + 8, 3) - 0.55, 0, 1) * 2)[..., None]
    s = Sheet(w, h)
    if prints:
        prints(s, dpi)
    if tape:
        t = 4.6 * dpi
        y0, x0 = (h - t) / 2, (w - t) / 2
        band = (0, y0, w, t) if tape == "x" else (x0, 0, t, h)
        s.rect(*band, fill="#cfae7c", alpha=0.42)
        mid = [(0, h / 2), (w, h / 2)] if tape == "x" else [(w / 2, 0), (w / 2, h)]
        s.line(mid, "#5d4022", 3, 0.75)
        edge = ([(0, y0), (w, y0)], [(0, y0 + t), (w, y0 + t)]) if tape == "x" else ([(x0, 0), (x0, h)], [(x0 + t, 0), (x0 + t, h)])
        for e in edge:
            s.line(e, "#fff2d8", 2, 0.55)
    if label is not None:
        lw, lh = label_cm * dpi, label_cm * 1.4 * dpi
        x, y = label_at[0] * w - lw / 2, label_at[1] * h - lh / 2
        s.paste(label, x, y, lw, lh, turn)
    top = s.array().astype(np.float32) / 255
    return tx.to_image(tx.over(a, top[..., :3], top[..., 3]))


def labelled(face, label, x, y, w, h, fine=1):
    """The face, `fine` times as large, with a label on it at x, y (its size w by h) that is drawn at that size: for a close look."""
    big = face.resize((face.width * fine, face.height * fine), Image.BICUBIC) if fine > 1 else face
    s = Sheet(*big.size)
    s.paste(big, 0, 0)
    s.paste(label, x * fine, y * fine, w * fine, h * fine)
    return s.image("RGB")


def gift_face(w_cm, h_cm, base, draw, dpi=60, worn=0.0, seed=1, gloss=0.0):
    """A printed face of a product box. `worn` 0..1 rubs the corners and edges down to white board."""
    w, h = int(w_cm * dpi), int(h_cm * dpi)
    s = Sheet(w, h, base)
    draw(s, w, h)
    a = s.array()[..., :3].astype(np.float32) / 255
    a *= (0.97 + 0.05 * tx.fbm(w, h, 5, seed, 4))[..., None]
    if worn:
        y, x = np.mgrid[0:h, 0:w].astype(np.float32)
        dx, dy = np.minimum(x, w - 1 - x) / dpi, np.minimum(y, h - 1 - y) / dpi
        edge, corner = np.minimum(dx, dy), np.hypot(dx, dy)
        n = tx.fbm(w, h, 26, seed + 3, 5)
        m = np.clip((0.10 * worn * (0.3 + n) - edge) / 0.05, 0, 1) * np.clip((n - 0.38) * 6, 0, 1)
        m = np.maximum(m, np.clip((0.75 * worn * (0.45 + n) - corner) / 0.12, 0, 1))
        scuff = np.clip((tx.fbm(w, h, 40, seed + 9, 3, aspect=0.3) - 0.64) * 9, 0, 1) * np.clip(1.2 - corner / 1.6, 0, 1) * worn
        m = np.maximum(m, scuff * 0.5)
        board = tx.col("#e9e4d8")[None, None] * (0.86 + 0.2 * tx.fbm(w, h, 60, seed + 5, 3))[..., None]
        a = tx.mix(a, board, np.clip(m, 0, 1))
    return tx.to_image(a)
