# SPDX-License-Identifier: GPL-3.0-or-later
"""Clothes as shaded flat pieces: an outline, folds, seams."""
import numpy as np
from PIL import Image

from . import textures as tx
from .draw import Sheet


def mask_of(w, h, points, soft=1.2):
    s = Sheet(w, h)
    s.smooth([(x * w, y * h) for x, y in points], fill="#ffffff")
    return tx.blur(s.array()[..., 3].astype(np.float32) / 255, soft)


def folds(w, h, seed, count=9, spread=0.16, top=0.42, strength=1.0):
    """Heights of folds that fan out from the waist (at `top` of the height)."""
    rng = np.random.default_rng(seed)
    y, x = np.mgrid[0:h, 0:w].astype(np.float32)
    u, v = x / w, y / h
    out = np.zeros((h, w), np.float32)
    fan = np.clip((v - top) / (1 - top), 0, 1)
    for i in range(count):
        c0 = 0.5 + (i - (count - 1) / 2) / count * 0.42 + rng.normal(0, .012)
        c1 = 0.5 + (i - (count - 1) / 2) / count * 0.92 + rng.normal(0, .03)
        c = c0 + (c1 - c0) * fan + 0.012 * np.sin(v * 9 + i)
        width = spread * (0.16 + 0.32 * fan) * rng.uniform(.7, 1.3)
        out += rng.uniform(.5, 1.0) * np.exp(-((u - c) / width) ** 2 * 4) * np.clip((v - top + .02) * 6, 0, 1)
    crumple = tx.fbm(w, h, 5, seed + 4, 4, aspect=.7) * 0.9
    return (out * w * 0.011 + crumple * w * 0.022) * strength


def cloth(w, h, points, color, seed=1, weave=3, fold=None, seams=None, extra=None):
    """RGB float and alpha of a piece of clothing. `seams`: open lines in unit coordinates; `extra`(sheet) draws prints."""
    m = mask_of(w, h, points)
    height = (fold if fold is not None else folds(w, h, seed, strength=.6)) + tx.blur(m, w / 90) * w * 0.018
    for line in seams or []:
        s = Sheet(w, h)
        s.smooth([(x * w, y * h) for x, y in line], "#ffffff", w * 0.006, close=False)
        height = height - tx.blur(s.array()[..., 3].astype(np.float32) / 255, w / 700 + .8) * w * 0.003
    yy, xx = np.mgrid[0:h, 0:w]
    thread = 0.97 + 0.03 * np.sin(xx * 2 * np.pi / weave) * np.sin(yy * 2 * np.pi / weave)
    albedo = np.ones((h, w, 3), np.float32) * tx.col(color) * (thread * (0.96 + .06 * tx.fbm(w, h, 8, seed + 2, 4)))[..., None]
    if extra:
        s = Sheet(w, h)
        extra(s)
        a = s.array().astype(np.float32) / 255
        albedo = tx.mix(albedo, a[..., :3], a[..., 3])
    return tx.relief(height, albedo, (-.55, -.5, .8), ambient=.5), m


DRESS = [(.43, .052), (.41, .045), (.37, .058), (.29, .088), (.20, .13), (.13, .24), (.10, .31), (.19, .345), (.24, .28), (.29, .25), (.315, .33), (.325, .40),
         (.28, .52), (.20, .72), (.13, .93), (.20, .965), (.35, .98), (.5, .985), (.65, .98), (.80, .965), (.87, .93), (.80, .72), (.72, .52), (.675, .40),
         (.685, .33), (.71, .25), (.76, .28), (.81, .345), (.90, .31), (.87, .24), (.80, .13), (.71, .088), (.63, .058), (.59, .045), (.57, .052), (.55, .085),
         (.5, .10), (.45, .085)]
TOP = [(.38, .08), (.30, .06), (.20, .12), (.03, .42), (.15, .52), (.25, .38), (.26, .94), (.5, .96), (.74, .94), (.75, .38), (.85, .52), (.97, .42), (.80, .12),
       (.70, .06), (.62, .08), (.5, .15)]
VEST = [(.36, .04), (.28, .05), (.26, .2), (.20, .36), (.20, .93), (.35, .96), (.5, .94), (.65, .96), (.80, .93), (.80, .36), (.74, .2), (.72, .05), (.64, .04), (.56, .28), (.5, .42), (.44, .28)]
TROUSERS = [(.24, .04), (.5, .05), (.76, .04), (.80, .3), (.86, .94), (.74, .97), (.60, .95), (.53, .50), (.5, .40), (.47, .50), (.40, .95), (.26, .97), (.14, .94), (.20, .3)]
SHIRT = TOP


def dress(w, h, color="#8497b0", seed=5, back=False):
    seams = [[(.325, .405), (.5, .42), (.675, .405)], [(.30, .09), (.29, .17), (.29, .25)], [(.70, .09), (.71, .17), (.71, .25)]]
    if back:
        seams.append([(.5, .10), (.5, .40)])

    def buttons(s):
        for i in range(0 if back else 4):
            s.circle(w * .5, h * (.14 + i * .065), w * .011, "#d9dde3")
            s.circle(w * .5, h * (.14 + i * .065), w * .004, "#8d95a0")
        s.line([(w * .325, h * .405), (w * .675, h * .405)], "#5d6f88", h * .006, .5)
    return cloth(w, h, DRESS, color, seed, 3, folds(w, h, seed, 9, .16, .41), seams, buttons)


def place(base, piece, x, y, w=None, turn=0.0, strength=.45, r=16, light=1.0):
    """Lays a (rgb, alpha) piece on the base array with its shadow."""
    rgb, a = piece
    img = Image.fromarray((np.clip(np.dstack([rgb * light, a]), 0, 1) * 255).astype(np.uint8), "RGBA")
    if w:
        img = img.resize((int(w), int(img.height * w / img.width)), Image.LANCZOS)
    if turn:
        img = img.rotate(turn, Image.BICUBIC, expand=True)
    arr = np.asarray(img).astype(np.float32) / 255
    tx.shadow(base, arr[..., 3], x, y, r, 10, 14, strength)
    return tx.over(base, arr[..., :3], arr[..., 3], x, y)


def tag(lines, w=220, h=300, color="#f7f7f5", size=26, seed=3, icons=False):
    """A small sewn label or a paper tag: (rgb, alpha)."""
    s = Sheet(w, h, color)
    y = size * 1.7
    for ln in lines:
        s.text(w / 2, y, ln, size, "#333333", "c")
        y += size * 1.5
    if icons:
        u = w / 6
        yy = h - u * 1.6
        s.line([(u * .6, yy), (u * .8, yy + u * .7), (u * 1.6, yy + u * .7), (u * 1.8, yy)], "#333333", 3)
        s.rect(u * 2.3, yy, u * .8, u * .8, line="#333333", lw=3)
        s.circle(u * 2.7, yy + u * .4, u * .3, line="#333333", lw=3)
        s.line([(u * 3.6, yy + u * .8), (u * 4, yy), (u * 4.4, yy + u * .8)], "#333333", 3, close=True)
        s.circle(u * 5.2, yy + u * .4, u * .38, line="#333333", lw=3)
    a = s.array()[..., :3].astype(np.float32) / 255 * (0.95 + .06 * tx.fbm(w, h, 8, seed, 3))[..., None]
    return a, np.ones((h, w), np.float32)
