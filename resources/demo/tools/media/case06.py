# SPDX-License-Identifier: GPL-3.0-or-later
"""Case 6: one shoe is a 42, the other a 41. Only the small print on the tongues and the soles tell."""
import numpy as np
from PIL import Image

from . import code128, photo
from . import scene as sc
from . import textures as tx
from .cloth import place
from .draw import Sheet

SIZES = {42: ("26.5", "8", "8.5"), 41: ("25.5", "7", "7.5")}


def tongue_label(size):
    """The printed label inside the tongue; small print, about 30 pixels high in the photo."""
    cm, uk, us = SIZES[size]
    s = Sheet(460, 330, "#e6e7e4")
    s.text(24, 48, "踏野户外", 30, "#2b2e30")
    s.text(436, 48, "TY-T308", 26, "#2b2e30", "r")
    s.line([(20, 64), (440, 64)], "#2b2e30", 2)
    for i, (a, b) in enumerate((("EUR", str(size)), ("CM", cm), ("UK", uk), ("US", us))):
        x = 30 + i * 106
        s.text(x, 98, a, 22, "#2b2e30")
        s.text(x, 134, b, 31, "#2b2e30")
    s.line([(20, 150), (440, 150)], "#2b2e30", 2)
    s.text(24, 184, "岩灰  鞋面 织物/合成革", 22, "#2b2e30")
    s.text(24, 216, "鞋底 橡胶  GB/T 15107", 22, "#2b2e30")
    code128.draw(s.c, f"TYT308{size}2608", 20, 232, 420, 52)
    s.text(230, 312, f"6 907701 3084{size}", 20, "#2b2e30", "c")
    return s.array()[..., :3] / 255.0, np.ones((330, 460), np.float32)


def tongue(w, h, size, seed, mirror=False):
    """The opening of a shoe from above: collar, tongue with its label, the last laces."""
    y, x = np.mgrid[0:h, 0:w].astype(np.float32)
    mesh = .5 + .5 * np.sin(x / 4.2) * np.sin(y / 4.2)
    upper = np.ones((h, w, 3), np.float32) * tx.col("#7b7f80") * (.72 + .3 * mesh)[..., None]
    height = tx.fbm(w, h, 6, seed, 4) * 26
    s = Sheet(w, h)
    s.smooth([(.22 * w, -.1 * h), (.18 * w, .35 * h), (.27 * w, .78 * h), (.5 * w, .88 * h), (.73 * w, .78 * h), (.82 * w, .35 * h), (.78 * w, -.1 * h)], fill="#ffffff")
    hole = tx.blur(s.array()[..., 3].astype(np.float32) / 255, 5)
    inside = np.ones_like(upper) * tx.col("#2d3032") * (.8 + .3 * mesh)[..., None]
    a = tx.mix(upper, inside, hole)
    height = height + tx.blur(1 - hole, 24) * 60
    s = Sheet(w, h)
    s.smooth([(.31 * w, -.1 * h), (.29 * w, .2 * h), (.33 * w, .62 * h), (.5 * w, .69 * h), (.67 * w, .62 * h), (.71 * w, .2 * h), (.69 * w, -.1 * h)], fill="#ffffff")
    ton = tx.blur(s.array()[..., 3].astype(np.float32) / 255, 3)
    pad = np.ones_like(upper) * tx.col("#94999a") * (.86 + .16 * mesh)[..., None]
    a = tx.mix(a, pad, ton)
    height = height + tx.blur(ton, 34) * 80
    out = np.clip(tx.relief(height, a, (-.5, -.55, .75), ambient=.5), 0, 1)
    rgb, al = tongue_label(size)
    place(out, (rgb * (.93 + .07 * tx.fbm(460, 330, 9, seed, 3))[..., None], al), .5 * w - 240, .22 * h, turn=2.5 if mirror else -1.8, strength=.3, r=4)
    for i in range(3):
        yy = h * (.70 + i * .105)
        for flip in (0, 1):
            s = Sheet(w, h)
            x0, x1 = (.21 * w, .79 * w) if flip == (i + mirror) % 2 else (.79 * w, .21 * w)
            s.smooth([(x0, yy - 20), (w * .5, yy + 22), (x1, yy + 78)], "#d9d4c2", 44, close=False)
            lace = s.array().astype(np.float32) / 255
            weave = .88 + .12 * np.sin((x + y) / 5)
            tx.shadow(out, lace[..., 3], 0, 0, 9, 5, 9, .5)
            lh = tx.blur(lace[..., 3], 9) * 26
            out = tx.over(out, np.clip(tx.relief(lh, lace[..., :3] * weave[..., None], (-.5, -.55, .75), ambient=.55), 0, 1), lace[..., 3])
    return out


def tongue_photo(size, seed, taken, turn):
    def make(path):
        w, h = 2304, 1728
        a = tongue(2500, 1900, size, seed, size == 41)
        img = tx.to_image(a).rotate(turn, Image.BICUBIC).crop((98, 86, 98 + w, 86 + h))
        photo.save(photo.finish(img, seed, noise=.014, vignette=.3), path, taken, "b", quality=82, limit=900_000)
    return make


def sole(length, mirror=False):
    """A clean outsole lying with the toe to the right: (rgb, alpha); `length` in pixels."""
    w, h = int(length), int(620)
    s = Sheet(w, h)
    pts = [(.012, .5), (.03, .30), (.12, .215), (.30, .27), (.45, .25), (.62, .10), (.78, .045), (.91, .12), (.988, .36), (.985, .56), (.92, .78), (.78, .90),
           (.62, .90), (.45, .82), (.30, .79), (.12, .80), (.03, .70)]
    s.smooth([(x * w, (1 - y if mirror else y) * h) for x, y in pts], fill="#ffffff")
    m = s.array()[..., 3].astype(np.float32) / 255
    lug = Sheet(w, h)
    for i in range(30):
        for j in range(9):
            x, y = (i + .5 + (j % 2) * .5) * 1450 / 30 * w / 1450, (j + .6) * h / 9
            lug.line([(x - 15, y - 14), (x + 12, y), (x - 15, y + 14), (x - 4, y)], "#ffffff", 9, close=True, fill="#ffffff")
    lug.c.set_operator(0)
    lug.c.rectangle(w * .40, 0, w * .13, h)
    lug.c.fill()
    l = lug.array()[..., 3].astype(np.float32) / 255 * tx.blur((m > .5).astype(np.float32), 12) ** 3
    text = Sheet(w, h)
    text.text(w * .465, h * .55, "踏野", 54, "#ffffff", "c", heavy=2)
    t = text.array()[..., 3].astype(np.float32) / 255
    height = tx.blur(m, 16) * 34 + tx.blur(l, 2.2) * 17 + tx.blur(t, 1.5) * 7
    alb = np.ones((h, w, 3), np.float32) * tx.col("#3d4143")
    alb = tx.mix(alb, np.ones_like(alb) * tx.col("#b8632f"), np.clip(tx.blur(((np.mgrid[0:h, 0:w][1] > w * .40) & (np.mgrid[0:h, 0:w][1] < w * .53)).astype(np.float32), 3), 0, 1) * .9)
    alb *= (.92 + .12 * tx.fbm(w, h, 30, 5, 3))[..., None]
    return np.clip(tx.relief(height, alb, (-.4, -.6, .8), ambient=.5, gloss=.05), 0, 1), tx.blur(m, 1)


def both_soles():
    w, h = 2304, 1728
    a = tx.tiles(w, h, 12, "#d5d0c6", "#a39c8f", 2)
    k = 1700 / 29.3  # pixels a centimetre: the 42 is 29.3 cm long
    place(a, sole(1700), 300, 110, strength=.5)
    place(a, sole(1700 - .5 * k, True), 300, 790, strength=.5)
    s = Sheet(int(31.6 * k), 150, "#e8d9a8")
    for i in range(311):
        x = 18 + i * k / 10
        n = 62 if i % 10 == 0 else 44 if i % 5 == 0 else 28
        s.line([(x, 0), (x, n)], "#3a3320", 2.2)
        if i % 10 == 0:
            s.text(x, 104, str(i // 10), 34, "#3a3320", "c")
    place(a, (s.array()[..., :3] / 255.0, np.ones((150, s.w), np.float32)), 282, 1480, strength=.4, r=9)
    st = Sheet(8, 1500, "#b23a3a")
    place(a, (st.array()[..., :3] / 255.0, np.ones((1500, 8), np.float32) * .8), 296, 60, strength=.1, r=3)
    return tx.to_image(a)


def soles(path):
    img = photo.finish(both_soles().rotate(.6, Image.BICUBIC, fillcolor=(190, 185, 175)), 64)
    photo.save(img, path, "2026:10:08 20:21:30", "b", quality=80, limit=900_000)


def box_label(barcode=True):
    s = Sheet(900, 520, "#fafaf8")
    s.rect(4, 4, 892, 512, line="#222222", lw=3)
    s.text(36, 84, "踏野户外", 60, "#222222", heavy=1.5)
    s.text(860, 80, "越野跑鞋", 42, "#222222", "r")
    s.text(36, 150, "款号 TY-T308", 40)
    s.text(36, 204, "颜色 岩灰", 40)
    s.rect(560, 110, 300, 190, "#222222")
    s.text(710, 230, "42", 140, "#ffffff", "c", heavy=2)
    s.text(710, 284, "EUR", 36, "#ffffff", "c")
    s.text(36, 262, "CM 26.5   UK 8   US 8.5", 36)
    code128.draw(s.c, "TYT308422608", 30, 320, 600, 120)
    s.text(330, 486, "TYT308422608", 34, face="DejaVu Sans Mono", align="c")
    s.text(860, 486, "合格", 36, "#222222", "r")
    return s.image("RGB")


def shoe_box(place_):
    def face(s, w, h):
        pass
    from .labels import gift_face
    k = 40
    end = Sheet(20 * k, 12 * k, "#c7632b")
    end.paste(box_label(), 3 * k, 2.4 * k, 14 * k, 8.1 * k)
    end.rect(0, 0, 20 * k, 1.4 * k, "#a95223")
    lid = gift_face(20, 33, "#c7632b", lambda s, w, h: s.text(w / 2, h / 2, "踏野", w * .3, "#f3e4d6", "c", heavy=3), 30, seed=6)
    sidef = gift_face(33, 12, "#c7632b", lambda s, w, h: s.text(w * .8, h * .6, "踏野户外", h * .2, "#f3e4d6", "c"), 30, seed=7)
    return sc.box(20, 12, 33, {"front": end.image("RGB"), "top": lid, "left": sidef, "right": sidef}, place_, core="#c7632b")


def buyer_box(path):
    body = sc.table(tx.tiles(1600, 1600, 12, "#d5d0c6", "#a39c8f", 2), 70) + shoe_box("rotate y*17")
    img = sc.render(body, 2304, 1728, (-3, 22, -46), (-1.5, 6, -10), 34, key=(-40, 90, -60), tilt=-2)
    photo.save(photo.finish(img, 61), path, "2026:10:08 20:18:02", "b")


def merchant_box(path):
    s = Sheet(900, 260, "#fdfdfb")
    s.text(30, 56, "仓库留存  货位 C-07-3-12", 36)
    code128.draw(s.c, "WH26100418842", 30, 76, 840, 120)
    s.text(450, 240, "WH26100418842", 34, face="DejaVu Sans Mono", align="c")
    body = sc.table(tx.paper(1200, 1200, 8, "#9fa4a6"), 90) + shoe_box("translate <0,0,16.5>")
    body += sc.panel(s.image("RGB"), 9, 2.6, "rotate z*1.5 translate <-8.6,.15,-.06>".replace("-8.6,.15", "-8.8,-.35"))
    img = sc.render(body, 2304, 1728, (1.5, 8.5, -24), (.3, 5.2, 0), 38, key=(-30, 70, -70), warm=(1, 1, 1))
    photo.save(photo.finish(img, 65, gain=(.97, 1, 1.02)), path)


def chat(path):
    """The soles at the heel end, a day before the buyer found the labels: those must not be seen here."""
    img = both_soles().rotate(-2.2, Image.BICUBIC, fillcolor=(190, 185, 175)).crop((150, 90, 2250, 1665))
    photo.small(photo.finish(img, 66), path)


FILES = {
    "c06-b1-box-label.jpg": buyer_box,
    "c06-b2-left-tongue.jpg": tongue_photo(42, 62, "2026:10:08 20:19:11", 3),
    "c06-b3-right-tongue.jpg": tongue_photo(41, 63, "2026:10:08 20:19:40", -4),
    "c06-b4-soles.jpg": soles,
    "c06-m1-box-label.jpg": merchant_box,
    "c06-x1-chat.jpg": chat,
}
