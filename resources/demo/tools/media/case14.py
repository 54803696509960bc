# SPDX-License-Identifier: GPL-3.0-or-later
"""Case 14: six dead crabs, striking to look at, and much too late."""
import numpy as np
from PIL import Image

from . import photo
from . import scene as sc
from . import textures as tx
from .film import Film
from .hands import hand
from .labels import carton, waybill

W, H = 864, 1536


def shell(seed, dead):
    n = 512
    base = tx.mix(tx.col("#6b6a3f" if dead else "#4d5a33"), tx.col("#8a7f4f" if dead else "#6c7a44"), tx.fbm(n, n, 9, seed, 5))
    base = tx.mix(base, tx.col("#3c3a20"), np.clip((tx.fbm(n, n, 26, seed + 1, 3) - .55) * 4, 0, .7))
    if dead:
        base = tx.mix(base, tx.col("#a39a7c"), np.clip((tx.fbm(n, n, 6, seed + 2, 4) - .52) * 4, 0, .6))
    return tx.to_image(base)


def crab(place, seed, dead=True):
    """A mitten crab tied with straw rope; a dead one lies flat and pale, a live one stands with raised eyes."""
    tex = f"texture{{pigment{{image_map{{png \"{sc.image_file(shell(seed, dead))}\" interpolate 2}} translate <-.5,-.5,0> rotate x*90 scale 8}} normal{{bumps .5 scale .12}} finish{{diffuse .75 specular {.08 if dead else .5} roughness .03}}}}"
    legc = sc.paint("#8f8152" if dead else "#5f6a38", "diffuse .75 specular .15 roughness .05", "normal{bumps .4 scale .1}")
    out = f"superellipsoid{{<.75,.7> scale <3.5,1.25,3.1> translate y*1.7 {tex}}}"
    out += "".join(f"cone{{<{d * x},1.7,-2.5>,.32,<{d * x * 1.08},1.9,-3.35>,.02 {legc}}}" for d in (-1, 1) for x in (.5, 1.3, 2.2))
    for d in (-1, 1):
        out += f"cylinder{{<{d * .9},1.9,-2.6>,<{d * 1.0},{1.95 if dead else 2.7},-3.0>,.16 {legc}}} sphere{{<{d * 1.0},{1.95 if dead else 2.75},-3.0>,.24 {sc.paint('#0c0b08', sc.GLOSS)}}}"
        # folded legs held by the rope
        for i, z in enumerate((-1.1, .1, 1.3, 2.3)):
            k = .3 if dead else 0
            out += f"cone{{<{d * 2.7},1.3,{z}>,.5,<{d * 4.4},{1.9 - k},{z + .4}>,.42 {legc}}} sphere{{<{d * 4.4},{1.9 - k},{z + .4}>,.44 {legc}}}"
            out += f"cone{{<{d * 4.4},{1.9 - k},{z + .4}>,.40,<{d * 4.0},.7,{z - .5}>,.30 {legc}}} cone{{<{d * 4.0},.7,{z - .5}>,.30,<{d * 2.4},.35,{z - .9}>,.14 {legc}}}"
        out += f"superellipsoid{{<.7,.7> scale <1.15,.85,1.5> rotate y*{d * 35} translate <{d * 2.7},1.05,-2.9> {legc}}}"
        out += f"sphere{{<{d * 2.5},1.3,-2.5>,1.05 {sc.paint('#4b4129', sc.MATT, 'normal{bumps 1.5 scale .08}')}}}"
        out += f"cone{{<{d * 2.3},1.0,-3.9>,.42,<{d * .9},.9,-4.3>,.05 {legc}}}"
    rope = sc.paint("#b08d4c", sc.MATT, "normal{wrinkles 1.2 scale .2}")
    for z in (-1.5, 1.3):
        out += sc.tube([(-4.7, .3, z), (-4.5, 1.3, z), (-3.4, 2.5, z), (0, 3.12, z), (3.4, 2.5, z), (4.5, 1.3, z), (4.7, .3, z)], .26, rope)
    out += sc.tube([(0, .6, -4.4), (0, 2.0, -3.3), (0, 3.05, -1.7), (0, 3.15, 1.3), (0, 2.2, 3.0), (0, .6, 3.6)], .26, rope)
    out += f"sphere{{<0,3.25,-.1>,.52 {rope}}}"
    if dead:
        out += f"blob{{threshold .4 sphere{{<.3,.9,-3.5>,.9,1}} sphere{{<.9,.3,-4.3>,.9,1}} sphere{{<.2,.2,-4.6>,.8,1}} {sc.paint('#77705a', sc.GLOSS)}}}"
    return f"union{{{out} {place}}}"


def foam_tray(seed=1):
    return "difference{box{<-22,0,-17>,<22,6,17>} box{<-20,1.2,-15>,<20,7,15>} " + sc.paint("#f3f4f2", sc.MATT, "normal{bumps .15 scale .5}") + "}"


SPOTS = [(-11.5, 6.5, 12), (.5, 7.2, -8), (12, 6.2, 20), (-11, -6, -15), (.8, -5.6, 9), (12.2, -6.4, -24)]


def six(dead=True, lift=1.2, spots=SPOTS):
    return "".join(crab(f"rotate y*{t} translate <{x},{lift},{z}>", 200 + i, dead) for i, (x, z, t) in enumerate(spots))


def floor():
    return sc.table(tx.tiles(1600, 1600, 9, "#c4ccce", "#8d979a", 3), 80)


def crabs(path):
    img = sc.render(floor() + foam_tray() + six(), 2304, 1728, (2, 50, -34), (0, 1, -.5), 46, key=(-40, 90, 10), tilt=2)
    photo.save(photo.finish(img, 141), path, "2026:10:05 08:10:33", "b", limit=900_000, quality=82)


def close(path):
    img = sc.render(floor() + foam_tray() + six(), 2304, 1728, (-8, 19, -19), (-5, 2, -4.5), 44, key=(-30, 70, -10), soft=25, tilt=-3)
    photo.save(photo.finish(img, 142, noise=.014), path, "2026:10:05 08:11:20", "b", limit=900_000, quality=82)


def chat(path):
    img = sc.render(floor() + foam_tray() + six(), 1200, 900, (7, 20, -20), (6, 2, -5), 42, key=(-30, 70, -10), soft=25)
    photo.small(photo.finish(img, 143), path)


def film(path):
    f = Film(path, 30, limit=900_000)
    f.hum = .0015
    steel = sc.table(tx.fbm(1200, 1200, 4, 4, 4, aspect=20)[..., None] * np.array([.30, .31, .32]) + .38, 80, "diffuse .6 specular .5 roughness .05 reflection .08")

    def shot(body, eye=(0, 62, -30), angle=38):
        return sc.render(steel + body, W, H, eye, (0, 2, 0), angle, key=(-40, 90, 10), warm=(1, 1, 1), power=1.1)

    small = [(x * .72, z, t) for x, z, t in [(-11, 8, 8), (0, 8.5, -10), (11, 8, 14), (-11, -1, -9), (11, -.5, 11), (-11, -9.5, 14), (0, -9.5, -6), (11, -9.5, 9)]]
    box = foam_tray().replace("-22", "-17").replace("22", "17").replace("-20", "-15").replace("20", "15")
    eight = six(False, 1.2, small)
    ice = "".join("superellipsoid{<.5,.5> scale <3.2,1.1,2.2> translate <" + f"{x},6.6,{z}> " + "texture{pigment{srgbt <.75,.88,1,.25>} normal{wrinkles .6} finish{diffuse .6 specular .7}}}" for x, z in ((-7, 0), (0, 0), (7, 0)))
    label = waybill("JF261001129553", "高**", "", "安河市新城区丰乐路**号", "湖里鲜 澄湖镇", "大闸蟹 8 只 鲜活", "2026-10-01", "2.10", "S08-31", "疾风冷链")
    lid = carton(36, 32, 81, "x", "#c8d9de", label, (.55, .5), 14, 0, None, 30)
    side = carton(36, 12, 82, "", "#c8d9de", dpi=30)
    closed = sc.box(36, 12, 32, {"top": lid, "front": side, "left": side, "right": side}, core="#c8d9de")
    for at, img, fade in ((0, shot(box + eight), 0), (13, shot(box + eight + ice), .4), (18.6, shot(closed, (0, 72, -32)), .5)):
        f.still(at, img, fade)
    f.cam((0, 432, 770, 1.0, 0), (3, 330, 660, 1.7, 0), (7, 540, 700, 1.7, 1), (10, 480, 900, 1.6, 0), (12.5, 432, 770, 1.05, 0), (18, 432, 770, 1.05, 0), (21, 440, 760, 1.2, 0), (24, 450, 760, 1.7, 0), (30, 452, 760, 1.75, 0))
    sl = "#e07b39"
    left, right, pinch = hand(420, "open", False, -62, sl), hand(420, "open", True, 62, sl), hand(420, "pinch", False, 10, sl)
    f.sprite(pinch, (8.2, 900, 1800), (9.3, 560, 1000), (10.6, 540, 980), (11.8, 900, 1800))
    for a, b in ((11.6, 14.6), (17, 20.4)):
        f.sprite(left, (a, -300, 1250), (a + 1.2, 220, 880), (a + 1.8, 240, 870), (b, -300, 1300))
        f.sprite(right, (a, 1200, 1250), (a + 1.2, 650, 880), (a + 1.8, 630, 870), (b, 1200, 1300))
    # live crabs: their eyes and mouths move, foam blinks at the mouths
    rng = np.random.default_rng(5)
    base = np.array(f.stills[0][1])
    patches = []
    for x, z, _ in small:
        cx, cy = 432 + x * 20.4 * .98, 770 - z * 17.5
        patches.append((int(cx - 95), int(cy - 70), float(rng.uniform(0, 6)), float(rng.uniform(2, 4))))
    src = Image.fromarray(base)

    def move(img, t):
        if t < 13:
            for x, y, ph, sp in patches:
                d = int(round(2.6 * np.sin(t * sp + ph)))
                img.paste(src.crop((x, y, x + 190, y + 150)), (x, y + d), mask)
        return img

    mask = Image.fromarray((np.clip(1.3 - np.hypot(*np.meshgrid(np.linspace(-1.3, 1.3, 190), np.linspace(-1.3, 1.3, 150))), 0, 1) * 255).astype(np.uint8))
    f.layers.insert(0, (move, None, None))
    f.sound((0, "rustle", 12), (4, "voice", 4), (13, "knock", .2), (14, "rustle", 2), (19, "tape", 2), (23, "voice", 4))
    f.write()


FILES = {
    "c14-b1-crabs.jpg": crabs,
    "c14-b2-crabs-close.jpg": close,
    "c14-m1-packing.mp4": film,
    "c14-x1-chat.jpg": chat,
}
