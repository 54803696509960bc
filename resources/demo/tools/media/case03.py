# SPDX-License-Identifier: GPL-3.0-or-later
"""Case 3: twenty-four kiwi fruits, nine of them bad; one with a crescent scar that three photos show."""
import numpy as np

from . import photo
from . import traces
from . import scene as sc
from . import textures as tx
from .draw import Sheet
from .labels import carton, waybill

# Places in the 4 x 6 grid (row from the far side, column) of the nine bad ones; the first carries the scar.
BAD = [(1, 2), (0, 1), (0, 4), (1, 5), (2, 0), (2, 3), (3, 1), (3, 4), (3, 5)]
SCAR = BAD[0]
CLOSE = [BAD[0], BAD[1], BAD[5], BAD[6]]


def skin(seed, bad=False, scar=False):
    """The skin unrolled, 1024 x 512; north is the upper side as it lies in the photos."""
    w, h = 1024, 512
    rng = np.random.default_rng(seed)
    base = tx.mix(tx.col("#7d6a3c"), tx.col("#93804a"), tx.fbm(w, h, 8, seed, 5))
    base = base * (0.85 + .3 * tx.noise(w, h, 300, seed + 1, 1))[..., None]
    base = tx.mix(base, tx.col("#57452a"), np.clip((tx.noise(w, h, 170, seed + 2) - .72) * 5, 0, .8))
    y, x = np.mgrid[0:h, 0:w].astype(np.float32)
    lat, lon = (0.5 - y / h) * np.pi, (x / w - .5) * 2 * np.pi
    p = np.stack([np.cos(lat) * np.cos(lon), np.sin(lat), np.cos(lat) * np.sin(lon)], -1)
    if bad:
        c = np.array([rng.uniform(-.35, .35), 1, rng.uniform(-.35, .35)])
        c /= np.linalg.norm(c)
        ang = np.arccos(np.clip(p @ c, -1, 1))
        edge = 0.72 + .42 * (tx.fbm(w, h, 7, seed + 5, 4) - .5) * 2
        m = np.clip((edge - ang) * 6, 0, 1)
        dark = tx.mix(tx.col("#171009"), tx.col("#38240f"), tx.fbm(w, h, 14, seed + 6, 4))
        ring = np.exp(-((ang - edge) / .09) ** 2)
        base = tx.mix(base, tx.col("#4a3213"), ring * .85)
        base = tx.mix(base, dark, m * .97)
        mould = np.clip((tx.fbm(w, h, 22, seed + 8, 4) - .60) * 9, 0, 1) * np.clip((edge * .6 - ang) * 5, 0, 1)
        base = tx.mix(base, tx.col("#b9bfae"), mould * .75)
    if scar:
        # A pale crescent between the top and the equator, seen from both long sides.
        c = np.array([.30, .92, -.12])
        c /= np.linalg.norm(c)
        e1 = np.cross(c, [0, 0, 1.0])
        e1 /= np.linalg.norm(e1)
        e2 = np.cross(c, e1)
        a, b = p @ e1, p @ e2
        front = (p @ c) > 0
        outer = np.hypot(a, b) < .40
        inner = np.hypot(a - .15, b - .05) < .35
        m = tx.blur((outer & ~inner & front).astype(np.float32), 1.6)
        base = tx.mix(base, tx.col("#e6d6a4"), m * .96)
    return tx.to_image(base)


def fruit(cell, x, z, turn):
    seed = 100 + cell[0] * 6 + cell[1]
    bad, scar = cell in BAD, cell == SCAR
    if not bad:
        shape = "sphere{0,1}"
    else:
        rng = np.random.default_rng(seed)
        dx, dz = rng.uniform(-.3, .3, 2)
        shape = f"blob{{threshold .5 sphere{{0,1.42,2.0}} sphere{{<{dx:.2f},1.16,{dz:.2f}>,.95,-1.25}} sphere{{<{dx - .45:.2f},.98,{dz + .3:.2f}>,.6,-.7}} scale 1.06}}"
    tex = (f"texture{{pigment{{image_map{{png \"{sc.image_file(skin(seed, bad, scar))}\" map_type 1 interpolate 2}}}} "
           f"normal{{bumps .35 scale .035}} finish{{diffuse .8 specular .06 roughness .08}}}}")
    fit = "scale <3.05,2.35,2.45>" if not bad else "scale <3.0,2.05,2.4>"
    return f"object{{{shape} {tex} {fit} rotate y*{turn} translate <{x},{2.3 if not bad else 2.0},{z}>}}"


def grid(cells, ox=0.0, oz=0.0, step=(6.5, 5.6)):
    out = []
    rng = np.random.default_rng(7)
    turns = {(r, c): rng.uniform(-14, 14) for r in range(4) for c in range(6)}
    for r, c in cells:
        t = turns[r, c]
        out.append(fruit((r, c), (c - 2.5) * step[0] + ox + t * .02, (1.5 - r) * step[1] + oz + t * .015, 0 if (r, c) == SCAR else t))
    return "".join(out)


def label():
    return waybill("JF261007880316", "赵**", "", "临溪市西城区石桥路**号", "山里红果园", "红心猕猴桃 24 枚装", "2026-10-07", "2.86", "C03-15")


def fruit_box(x, z, turn, with_label=True):
    def prints(s, k):
        s.text(2.2 * k, 4.2 * k, "红心猕猴桃", 3.0 * k, "#2f6b2b", heavy=2)
        s.text(2.4 * k, 6.4 * k, "山里红果园  24 枚装", 1.3 * k, "#2f6b2b")
    top = carton(34, 20, 41, "", "#e6ddc6", label() if with_label else None, (.74, .5), 10.4, 0, prints, 40)
    f = {"top": top, "front": carton(34, 9, 42, "", "#e6ddc6"), "left": carton(20, 9, 43, "", "#e6ddc6"), "right": carton(20, 9, 44, "", "#e6ddc6")}
    return sc.box(34, 9, 20, f, f"rotate y*{turn} translate <{x},0,{z}>", core="#e6ddc6")


def floor():
    return sc.table(tx.tiles(1600, 1600, 5, "#d3cfc6", "#9c978c", 2), 90)


def all24(path):
    body = floor() + grid([(r, c) for r in range(4) for c in range(6)], -2.5, 7)
    body += fruit_box(8.5, -19.5, -3)
    img = sc.render(body, 2560, 1920, (1, 60, -34), (0, 0, -4.2), 48, key=(-60, 100, 20), tilt=1.5)
    photo.save(photo.finish(img, 31), path, "2026:10:09 12:41:20", "a", limit=1_100_000, quality=84)


def close(path, eye, taken, seed, key):
    spots = {CLOSE[0]: (-3.4, 2.9), CLOSE[1]: (3.5, 3.0), CLOSE[2]: (-3.3, -3.0), CLOSE[3]: (3.6, -2.8)}
    body = floor() + "".join(fruit(c, x, z, 8 * i) for i, (c, (x, z)) in enumerate(spots.items()))
    img = sc.render(body, 2304, 1728, eye, (0, 1.6, 0), 44, key=key, tilt=-2)
    photo.save(photo.finish(img, seed), path, taken, "a")


def close_a(path):
    close(path, (1.5, 21, -17), "2026:10:09 12:44:02", 32, (-60, 90, -20))


def close_b(path):
    close(path, (-2, 17, 20), "2026:10:09 12:45:37", 33, (60, 90, 30))


def scale_photo(path):
    s = Sheet(700, 240, "#10181a")
    s.rect(60, 40, 580, 160, "#9fb7a0", radius=10)
    s.text(600, 168, "1.042", 130, "#1a241c", "r", face="DejaVu Sans Mono")
    s.text(625, 168, "kg", 40, "#1a241c", "r")
    body = floor() + "superellipsoid{<.15,.15> scale <13,1.6,14> translate <0,1.6,0> " + sc.paint("#e8eaea", sc.SATIN) + "}"
    body += "cylinder{<0,3.1,3>,<0,3.9,3>,11.5 " + sc.paint("#c6cccf", "diffuse .5 specular .6 roughness .02 reflection .12") + "}"
    body += sc.flat(s.image("RGB"), 13, 4.2, 0, -11, 3.22)
    spots = [(-6.4, 6.5), (.2, 7.6), (6.6, 6.2), (-7.4, .6), (-.6, 1.6), (6.1, .4), (-3.8, -4.2), (3, -3.9), (9, -3.0)]
    body += "".join("object{" + fruit(c, x, z + .3, 20 * i) + " translate y*3.8}" for i, (c, (x, z)) in enumerate(zip(BAD, spots)))
    img = sc.render(body, 2048, 1536, (2, 36, -27), (0, 2, -1.5), 46, key=(-50, 90, 0), tilt=2)
    photo.save(photo.finish(img, 34), path, "2026:10:09 12:50:11", "a")


def shipping(path):
    good = "".join(fruit((9, i), (i % 6 - 2.5) * 5.2, (1.5 - i // 6) * 4.7 + 12, 9 * (i % 5) - 18) for i in range(24))
    tray = sc.open_box(34, 9, 22, tx.to_image(tx.cardboard(700, 700, 8, "#e6ddc6")), "translate <0,0,12>", (125, 120, 120, 120), .3)
    body = sc.table(tx.cardboard(1200, 1200, 9, "#a7a49c"), 80) + tray + f"union{{{good} translate y*4.2}}" + fruit_box(2, -17, 4)
    img = sc.render(body, 2304, 1728, (0, 58, -36), (0, 0, -1), 46, key=(-30, 110, 0), warm=(1, 1, .98))
    photo.save(photo.finish(img, 35, gain=(.98, 1, 1.02)), path, "2026:10:07 11:20:44", "c", limit=900_000)
    traces.place(path, 35.76214, 109.43287)


def chat(path):
    body = floor() + grid(BAD[1:3] + BAD[5:6], 0, 0, (3.6, 3.2))
    img = sc.render(body, 1200, 900, (0, 26, -14), (0, 1, 1), 40, key=(-60, 90, -20))
    photo.small(photo.finish(img, 36), path)


FILES = {
    "c03-b1-all-24.jpg": all24,
    "c03-b2-close-a.jpg": close_a,
    "c03-b3-close-b.jpg": close_b,
    "c03-b4-scale.jpg": scale_photo,
    "c03-m1-shipping.jpg": shipping,
    "c03-x1-chat.jpg": chat,
}
