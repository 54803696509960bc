# SPDX-License-Identifier: GPL-3.0-or-later
"""Case 2: the dress in lamp light, in daylight, with a grey card. One colour of cloth, several lights."""
import numpy as np

from . import photo
from . import traces
from . import textures as tx
from .cloth import dress, place, tag
from .draw import Sheet

BLUE = "#8497b0"


def label(k=1.0):
    return tag(["织禾女装", "雾蓝 M 165/88A", "面料 棉 62% 麻 38%", "轻柔手洗"], int(270 * k), int(250 * k), size=int(25 * k), icons=True)


def tint(a, gain, falloff=None):
    a = a * np.array(gain, np.float32)
    return a * falloff[..., None] if falloff is not None else a


def lamp(path):
    w, h = 2304, 1728
    a = tx.weave(w, h, "#cfc6b6", 4, 9, .18)
    a[:, :] *= (0.9 + .15 * tx.fbm(w, h, 3, 6, 3))[..., None]
    place(a, dress(1250, 1640, BLUE, 5), 300, 60, turn=-6, strength=.55)
    place(a, label(1.25), 1600, 1150, turn=9, strength=.4, r=8)
    # the foot and shade of a bedside lamp at the right edge
    s = Sheet(w, h)
    s.smooth([(1900, -40), (2380, -40), (2420, 560), (1830, 520)], fill="#f3e2b4")
    s.rect(2090, 500, 60, 420, "#6a5230")
    s.smooth([(1980, 900), (2120, 870), (2270, 900), (2280, 980), (2120, 1010), (1970, 980)], fill="#7a6038")
    r = s.array().astype(np.float32) / 255
    tx.shadow(a, r[..., 3], 0, 0, 40, -30, 40, .5)
    a = tx.mix(a, r[..., :3], r[..., 3])
    y, x = np.mgrid[0:h, 0:w].astype(np.float32)
    d2 = ((x - 2080) / w) ** 2 + ((y - 420) / w) ** 2
    a = tint(a, (1.08, .93, .60), 0.45 + 0.85 / (1 + 5.5 * d2))
    glow = np.exp(-(((x - 2110) / 420) ** 2 + ((y - 240) / 420) ** 2))
    a += glow[..., None] * np.array([.55, .42, .18])
    photo.save(photo.finish(a, 21, noise=.022, vignette=.35, gain=(.97, 1.0, 1.0)), path, "2026:10:05 20:47:33", "b")


def daylight(path):
    w, h = 1728, 2304
    a = tx.wood(w, h, 14, "#d9c9ae", "#b79d78", 7)
    place(a, dress(1420, 1900, BLUE, 5), 140, 180, turn=3, strength=.45)
    place(a, label(1.05), 1230, 250, turn=-7, strength=.35, r=8)
    y, x = np.mgrid[0:h, 0:w].astype(np.float32)
    bars = 0.86 + .2 * np.clip(1.2 - np.abs(((x + y * .35) / w - .55) * 2.0), 0, 1)
    frame = 1 - .2 * np.exp(-(((x + y * .35) / w - .86) / .02) ** 2)
    a = tint(a, (1.0, 1.0, 1.01), bars * frame)
    photo.save(photo.finish(a, 22, noise=.009), path, "2026:10:06 10:12:05", "b", orientation=6)


def grey_card(path):
    w, h = 2304, 1728
    a = tx.paper(w, h, 5, "#e3e1dc")
    place(a, dress(1250, 1640, BLUE, 5), 160, 40, turn=2, strength=.4)
    for color, y, name in (("#808080", 240, "18% 灰卡"), ("#f3f3f2", 880, "白卡")):
        s = Sheet(560, 520, color)
        s.text(280, 480, name, 40, "#222222" if name == "白卡" else "#f0f0f0", "c")
        place(a, (s.array()[..., :3] / 255.0, np.ones((520, 560), np.float32)), 1560, y, turn=-1.5, strength=.4, r=10)
    photo.save(photo.finish(a, 23, noise=.008, vignette=.12), path, "2026:10:09 09:56:41", "c")
    traces.credentials(path)


def listing(back):
    def make(path):
        w = h = 1600
        a = tx.paper(w, h, 9, "#eceae5")
        y, x = np.mgrid[0:h, 0:w].astype(np.float32)
        a *= (1.02 - .12 * ((x - 300) / w) ** 2 - .06 * (y / h))[..., None]
        place(a, dress(1130, 1480, BLUE, 5, back), 250, 70, strength=.4)
        s = Sheet(w, h)
        s.text(80, 140, "雾蓝", 88, "#465a74", heavy=1.5)
        s.text(80, 205, "棉麻连衣裙 背面" if back else "棉麻连衣裙", 40, "#6a7a8e")
        s.rect(1130, 1480, 410, 72, "#465a74", radius=36)
        s.text(1335, 1530, "自然光拍摄 未调色", 38, "#ffffff", "c")
        r = s.array().astype(np.float32) / 255
        a = tx.mix(a, r[..., :3], r[..., 3])
        photo.save(photo.finish(a, 24 + back, noise=.003, vignette=.05, soft=.3), path, limit=500_000, quality=88)
    return make


def chat(path):
    """The corner of the dress on a sofa in lamp light, as sent while complaining."""
    w, h = 1200, 900
    a = tx.weave(w, h, "#b9a68b", 8, 11, .25)
    place(a, dress(1500, 1960, BLUE, 5), -250, -560, turn=14, strength=.6)
    y, x = np.mgrid[0:h, 0:w].astype(np.float32)
    a = tint(a, (1.06, .93, .60), 0.6 + .5 * np.exp(-(((x - 200) / 700) ** 2 + ((y - 100) / 600) ** 2)))
    photo.small(photo.finish(a, 27, noise=.02), path)


FILES = {
    "c02-b1-lamp.jpg": lamp,
    "c02-b2-daylight.jpg": daylight,
    "c02-m1-grey-card.jpg": grey_card,
    "c02-p1-listing-front.jpg": listing(False),
    "c02-p2-listing-back.jpg": listing(True),
    "c02-x1-chat.jpg": chat,
}
