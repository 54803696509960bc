# SPDX-License-Identifier: GPL-3.0-or-later
"""Case 15: the buyer's "photo" is the listing picture: turned 2 degrees, scaled to 0.94, cropped, with a crack drawn on it."""
import tempfile
from pathlib import Path

import numpy as np
from PIL import Image

from . import photo
from . import traces
from . import scene as sc
from . import textures as tx
from .draw import Sheet


def glaze(seed):
    """Moon white with iron spots; every cup its own pattern."""
    w, h = 2048, 700
    a = tx.mix(tx.col("#e4e6df"), tx.col("#d3d9d4"), tx.fbm(w, h, 7, seed, 5))
    rng = np.random.default_rng(seed)
    s = Sheet(w, h)
    for _ in range(150):
        s.circle(rng.uniform(0, w), rng.uniform(60, h - 60), float(rng.choice([4, 5, 6, 8, 11, 15], p=[.3, .25, .2, .12, .08, .05])), "#6b4a2c", alpha=rng.uniform(.55, .95))
    sp = s.array().astype(np.float32) / 255
    a = tx.mix(a, np.ones_like(a) * tx.col("#a58a63"), np.clip(tx.blur(sp[..., 3], 7) * 1.3, 0, .6))
    a = tx.mix(a, sp[..., :3], tx.blur(sp[..., 3], 1.2))
    y = np.linspace(0, 1, h)[:, None] + .03 * (tx.fbm(w, h, 9, seed + 5, 3) - .5)
    a = tx.mix(a, np.ones_like(a) * tx.col("#8d6a47"), np.clip((y - .93) * 20, 0, 1))
    return tx.to_image(a)


def cup(seed, turn=0):
    g = f"pigment{{image_map{{png \"{sc.image_file(glaze(seed))}\" map_type 2 interpolate 2}} scale <1,9.2,1> rotate y*{turn}}} normal{{bumps .12 scale 1.4}} finish{{diffuse .78 specular .6 roughness .006 reflection .05}}"
    out = f"lathe{{cubic_spline 13 <0,.15>,<2.4,0>,<2.9,.15>,<3.4,1.0>,<3.75,2.4>,<3.95,4.5>,<4.0,6.8>,<4.02,8.6>,<3.95,8.95>,<3.82,8.9>,<3.74,8.4>,<3.6,2.2>,<0,1> texture{{{g}}}}}"
    out += f"sphere_sweep{{cubic_spline 7 <3.2,8,0>,.45 <3.8,7.3,0>,.5 <5.8,7.4,0>,.52 <6.7,5.6,0>,.52 <5.7,3.4,0>,.5 <3.7,2.7,0>,.5 <3,2.2,0>,.45 texture{{{g}}} rotate y*-28}}"
    return out


def cloth():
    return sc.table(tx.weave(1600, 1600, "#8d8f86", 15, 13, .42), 34, "diffuse .8")


def listing_picture():
    body = cloth() + cup(501) + "plane{-z,-45 " + sc.paint("#b8b2a6") + "}"
    body += "sphere_sweep{cubic_spline 6 <-16,.3,8>,.25 <-13,.4,9>,.25 <-9,2.5,10>,.22 <-7,6,9>,.2 <-9,9,9>,.15 <-10,12,9>,.1 " + sc.paint("#6d5a3d") + "}"
    body += "".join(f"sphere{{0,1 scale <1.3,.12,.6> rotate z*{r} translate <{x},{y},{z}> {sc.paint('#7f8f6a')}}}" for x, y, z, r in ((-8, 4, 9, 30), (-6.2, 6.4, 9, 60), (-9.6, 8.2, 9, -20), (-8.4, 9.8, 8.8, 40), (-10.4, 10.8, 9, 10)))
    return sc.render(body, 2000, 2000, (-1, 15, -27), (.6, 4.4, 0), 34, key=(-30, 45, -22), soft=22, warm=(1, .98, .94))


def listing(path):
    img = photo.finish(listing_picture(), 151, noise=.004, vignette=.12, soft=.3)
    photo.save(img, path, quality=92, limit=900_000)


def stolen():
    """The listing picture as saved from the page (with its JPEG losses), then edited."""
    from io import BytesIO
    img = photo.finish(listing_picture(), 151, noise=.004, vignette=.12, soft=.3)
    buf = BytesIO()
    img.save(buf, "JPEG", quality=92, subsampling=2)
    img = Image.open(BytesIO(buf.getvalue())).convert("RGB")
    w = img.width
    k = .94
    img = img.rotate(2.0, Image.BICUBIC).resize((round(w * k), round(w * k)), Image.LANCZOS)
    return img


def crack_on(img, crop):
    """Paints the crack over the body of the cup, then crops the borders off."""
    rng = np.random.default_rng(8)
    pts = [(1010, 660), (985, 740), (1018, 815), (962, 905), (990, 1000), (930, 1090), (948, 1180), (905, 1265)]

    def jagged(points, amp):
        out = []
        for a, b in zip(points, points[1:]):
            for j in range(9):
                out.append((a[0] + (b[0] - a[0]) * j / 9 + rng.normal(0, amp), a[1] + (b[1] - a[1]) * j / 9 + rng.normal(0, amp * .6)))
        return out + [points[-1]]

    main = jagged(pts, 3.5)
    branch = [jagged([(1018, 815), (1075, 862), (1098, 930)], 3), jagged([(930, 1090), (868, 1120), (846, 1178)], 3)]
    s = Sheet(*img.size)
    s.paste(img, 0, 0)
    s.line([(x + 3.5, y + 1) for x, y in main], "#ffffff", 3.5, .6)
    for i, (a, b) in enumerate(zip(main, main[1:])):
        s.line([a, b], "#2a211a", 7.5 - 5 * i / len(main), .93)
    for br in branch:
        s.line(br, "#33291f", 3, .85)
    return s.image("RGB").crop(crop)


def crack(path):
    img = stolen()
    n = img.width
    img = crack_on(img, (70, 84, n - 78, n - 66))
    photo.save(img, path, quality=88, limit=800_000)
    with tempfile.TemporaryDirectory() as folder:  # the editor left the preview of what it had cropped closer
        closer = Path(folder) / "closer.jpg"
        chat(closer)
        traces.preview(path, closer)


def before(path):
    body = sc.table(tx.cardboard(1200, 1200, 9, "#b3a58d"), 60) + cup(777, 40)
    body += "box{<-30,0,18>,<30,14,34> " + sc.paint("#a78052", sc.MATT) + "}" + "sphere{0,1 scale <9,3,6> translate <-13,1,6> " + sc.paint("#e9ecec", sc.MATT, "normal{bumps 1.5 scale 1.1}") + "}"
    img = sc.render(body, 2304, 1728, (-3, 17, -27), (.4, 4.2, 0), 38, key=(30, 60, -30), warm=(1, 1, 1), tilt=-2)
    photo.save(photo.finish(img, 153, gain=(.98, 1, 1.02)), path, "2026:10:05 09:52:18", "c", quality=82)


def chat(path):
    img = stolen()
    n = img.width
    photo.small(crack_on(img, (420, 420, n - 420, n - 330)), path)


FILES = {
    "c15-b1-crack.jpg": crack,
    "c15-m1-before-shipping.jpg": before,
    "c15-p1-listing.jpg": listing,
    "c15-x1-chat.jpg": chat,
}
