# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures of the background cases: goods with assorted defects. Other cases use them at other times, so all but the
test sheet carry no capture data."""
import numpy as np

from . import case10, papers, photo
from . import scene as sc
from . import textures as tx
from .cloth import SHIRT, cloth, place
from .draw import Sheet
from .labels import carton, gift_face

W, H = 2048, 1536
WOOD = dict(light="#c9a377", dark="#8c613a")


def oak():
    return sc.table(tx.wood(1600, 1600, 3), 90)


def shoot(body, eye, look, angle=44, seed=1, tilt=0.0, **kw):
    return photo.finish(sc.render(body, W, H, eye, look, angle, key=kw.pop("key", (-40, 80, -20)), tilt=tilt, **kw), seed)


def store(path, img, taken, camera="b", **kw):
    photo.save(img, path, taken, camera, limit=420_000, quality=78, **kw)


def put(a, draw, soft=.8):
    """Draws on a float picture through a sheet."""
    h, w = a.shape[:2]
    s = Sheet(w, h)
    draw(s)
    r = s.array().astype(np.float32) / 255
    return tx.mix(a, r[..., :3], tx.blur(r[..., 3], soft))


def phone_glass(path):
    s = Sheet(700, 1480, "#0b0d11")
    s.rect(0, 0, 700, 1480, "#141922")
    s.text(350, 330, "09:26", 130, "#dfe6ef", "c")
    rng = np.random.default_rng(3)
    cx, cy = 470, 960
    rays = sorted(rng.uniform(0, 2 * np.pi, 17))
    ends = []
    for a in rays:
        pts, r = [(cx, cy)], 0
        while r < rng.uniform(500, 1300):
            r += rng.uniform(40, 90)
            pts.append((cx + r * np.cos(a) + rng.normal(0, 9), cy + r * np.sin(a) + rng.normal(0, 9)))
        ends.append(pts)
        s.line(pts, "#e9f1f8", 3.2, .9)
    for p, q in zip(ends, ends[1:] + ends[:1]):
        for k in range(1, min(len(p), len(q), 8)):
            if rng.random() < .75:
                s.line([p[k], q[k]], "#dfe9f2", 2, .75)
    s.circle(cx, cy, 26, "#f4f8fb", alpha=.9)
    body = sc.table(tx.weave(1400, 1400, "#8a6d57", 4, 9, .3), 50)
    body += "superellipsoid{<.12,.12> scale <3.7,.42,7.8> translate y*.42 rotate y*-14 " + sc.paint("#26282c", sc.GLOSS) + "}"
    body += sc.flat(s.image("RGB"), 7.0, 14.8, 0, 0, .86, -14, "diffuse .75 specular .6 roughness .006 reflection .06")
    store(path, shoot(body, (1, 24, -13), (0, 0, -.5), 40, 1), None)


def shirt(path):
    a = tx.wood(W, H, 8, **WOOD)

    def stain(s):
        rng = np.random.default_rng(2)
        for _ in range(34):
            s.circle(s.w * (.56 + rng.normal(0, .045)), s.h * (.52 + rng.normal(0, .06)), s.w * rng.uniform(.008, .045), "#7a4a1e", alpha=.34)
        for _ in range(20):
            s.circle(s.w * (.58 + rng.normal(0, .10)), s.h * (.56 + rng.normal(0, .11)), s.w * rng.uniform(.003, .008), "#7a4a1e", alpha=.6)
    place(a, cloth(1480, 1480, SHIRT, "#f2f2ef", 3, 4, extra=stain, seams=[[(.25, .38), (.22, .25), (.24, .12)], [(.75, .38), (.78, .25), (.76, .12)], [(.27, .9), (.5, .92), (.73, .9)]]), 280, 30, turn=4)
    store(path, photo.finish(a, 2), None)


def wrong_cup(path):
    s = Sheet(700, 480, "#fbfbf8")
    s.text(350, 90, "订单：保温杯 雾霾蓝 ×1", 46, align="c")
    s.rect(230, 130, 240, 300, "#8fa9bd", radius=40)
    body = oak() + case10.cup("rotate y*20 translate <-5,0,2>", "#d98b4a") + sc.flat(s.image("RGB"), 12, 8.2, 8, -5, turn=-12)
    store(path, shoot(body, (2, 26, -34), (1, 6, 0), 44, 3), None)


def tin(path):
    s = Sheet(2000, 700, "#3d6b4f")
    s.text(1500, 300, "云岭红茶", 150, "#f0dfae", "c", heavy=2)
    s.text(1500, 420, "净含量 150 克", 70, "#f0dfae", "c")
    s.rect(0, 40, 2000, 16, "#d8b869")
    s.rect(0, 640, 2000, 16, "#d8b869")
    def dented(a, y):
        d = lambda at, h, w, k, deep: deep * np.exp(-(((a - at) / w) ** 2 + ((y - h) / k) ** 2))
        return 5 - d(4.98, 6.6, .30, 2.0, 1.25) + d(4.98, 6.6, .50, 3.1, .22) - d(4.25, 3.0, .16, 1.0, .5)

    label = sc.image_file(s.image("RGB"))
    tex = f"texture{{pigment{{image_map{{png \"{label}\" interpolate 2}}}} finish{{diffuse .7 specular .7 roughness .012 reflection .06}}}}"
    body = oak() + sc.turned(dented, 12, tex)
    body += "cylinder{<0,12,0>,<0,12.15,0>,5 " + sc.paint("#d8b869", sc.GLOSS) + "} torus{4.9,.16 translate y*12.1 " + sc.paint("#d8b869", sc.GLOSS) + "} cylinder{<0,12,0>,<0,13.4,0>,4.6 " + sc.paint("#3d6b4f", sc.GLOSS) + "}"
    store(path, shoot(body, (2, 17, -27), (0, 6, 0), 40, 4, key=(-50, 40, -30)), None)


def smooth(profile, n=60):
    y = np.linspace(0, profile[0][-1], n)
    r = np.interp(y, *profile)
    for _ in range(12):
        r[1:-1] = (r[:-2] + 2 * r[1:-1] + r[2:]) / 4
    return r


def flowers(path):
    body = sc.table(tx.weave(1400, 1400, "#d9d3c8", 4, 9, .2), 60)
    profile = [0, 1, 5, 10, 13, 15.2], [3.4, 4.2, 4.4, 3.0, 2.5, 3.3]
    body += sc.turned(lambda a, y: np.interp(y, np.linspace(0, 15.2, 60), smooth(profile)), 15.2, sc.paint("#7f95a1", sc.GLOSS), 60, 90)
    rng = np.random.default_rng(6)
    for i in range(9):
        a = i * 2 * np.pi / 9 + rng.normal(0, .15)
        r, d = rng.uniform(8, 14), rng.uniform(4, 12)
        pts = [(0, 2, 0), (.8 * np.cos(a), 14, .8 * np.sin(a)), (r * .5 * np.cos(a), 19, r * .5 * np.sin(a)), (r * .9 * np.cos(a), 17, r * .9 * np.sin(a)), (r * np.cos(a), d, r * np.sin(a))]
        body += sc.tube(pts, .22, sc.paint("#6d6a3a"))
        hx, hy, hz = pts[-1]
        petals = "".join(f"sphere{{0,1 scale <.75,.28,1.7> translate z*1.4 rotate x*{rng.uniform(30, 75):.0f} rotate y*{k * 45 + rng.uniform(-9, 9):.0f}}}" for k in range(8))
        c = ["#a5794f", "#8f5d4b", "#b08c62"][i % 3]
        body += f"union{{{petals} sphere{{0,.8}} rotate z*180 translate <{hx:.2f},{hy:.2f},{hz:.2f}> {sc.paint(c, sc.MATT, 'normal{wrinkles .9 scale .4}')}}}"
    for _ in range(12):
        body += f"sphere{{0,1 scale <1.3,.1,.7> rotate y*{rng.uniform(0, 180):.0f} translate <{rng.uniform(-17, 17):.1f},.1,{rng.uniform(-14, 8):.1f}> {sc.paint('#9a6a48', sc.MATT, 'normal{wrinkles 1 scale .3}')}}}"
    store(path, shoot(body, (3, 26, -42), (0, 9, 0), 44, 5), None)


def torn(path):
    top = carton(30, 22, 91, "x")
    a = tx.from_image(top)
    h, w = a.shape[:2]
    rng = np.random.default_rng(3)
    hole = [(w * (.70 + .17 * np.cos(t) * rng.uniform(.6, 1.1)), h * (.45 + .27 * np.sin(t) * rng.uniform(.6, 1.1))) for t in np.linspace(0, 2 * np.pi, 26)[:-1]]
    a = put(a, lambda s: (s.line(hole, "#e6cfa6", 26, close=True, fill="#e6cfa6"), s.line(hole, "#caa877", 10, close=True), s.line([(x * .96 + w * .70 * .04, y * .94 + h * .45 * .06) for x, y in hole], "#1d140c", 4, close=True, fill="#1d140c")), 1)
    side = carton(30, 16, 92, "")
    body = oak() + sc.box(30, 16, 22, {"top": tx.to_image(a), "front": side, "left": side, "right": side}, "rotate y*-16")
    for x, z, r in ((4, -1, 30), (9, 3, 70), (10, -2, 140)):
        body += f"box{{<-2.2,0,-.08>,<2.2,2.4,.08> rotate x*-38 rotate y*{r} translate <{x},15.9,{z}> {sc.paint('#b98d5d', sc.MATT, 'normal{wrinkles 1 scale .8}')}}}"
    store(path, shoot(body, (2, 48, -36), (0, 10, 0), 42, 6), None)


def power_bank(path):
    body = oak() + "superellipsoid{<.25,.25> scale <3.6,1.15,7.4> translate y*1.15 rotate y*24 " + sc.paint("#e3e5e4", sc.SATIN) + "}"
    s = Sheet(560, 1160)
    s.text(280, 160, "澎电", 96, "#5b6166", "c")
    s.text(280, 230, "20000 mAh", 52, "#7d8388", "c")
    s.rect(130, 830, 300, 170, "#101214", radius=24)
    s.text(280, 950, "--", 90, "#1d2124", "c")
    png = sc.image_file(s.image())
    body += f"polygon{{5,<0,0>,<1,0>,<1,1>,<0,1>,<0,0> texture{{pigment{{image_map{{png \"{png}\" interpolate 2}}}} finish{{diffuse .8}}}} scale <5.6,11.6,1> translate <-2.8,-5.8,0> rotate x*90 rotate y*24 translate y*2.32}}"
    body += sc.tube([(3, 1, -6.3), (4, 1, -9), (9, .4, -10), (13, .4, -4), (12, .4, 3), (9.5, .5, 7)], .25, sc.paint("#f2f2f0", sc.SATIN))
    body += "superellipsoid{<.2,.2> scale <3.2,.4,6.6> translate y*.4 rotate y*-20 translate <12,0,11> " + sc.paint("#15171a", sc.GLOSS) + "}"
    store(path, shoot(body, (2, 27, -22), (3, 0, 1), 44, 7), None)


def test_sheet(path):
    s = Sheet(1100, 1500, "#f8f8f4")
    s.text(550, 110, "二手手机检测单", 62, "#222222", "c", heavy=1)
    rows = [("机型", "云雀 P30 Pro 256GB"), ("串号", "86**********417"), ("外观", "九五新，边框一处轻微划痕"), ("屏幕", "无拆修，触控正常"), ("电池健康", "81 %"), ("循环次数", "612"), ("摄像头", "正常"), ("面容/指纹", "正常"), ("进水标", "未变色"), ("结论", "功能正常，电池需关注")]
    for i, (a, b) in enumerate(rows):
        y = 190 + i * 104
        s.rect(80, y, 260, 104, "#eceff0", "#444444", 2)
        s.rect(340, y, 680, 104, None, "#444444", 2)
        s.text(210, y + 66, a, 42, align="c")
        s.text(370, y + 68, b, 60 if a == "电池健康" else 42, "#b3261e" if a == "电池健康" else "#222222", heavy=1 if a == "电池健康" else 0)
    s.text(80, 1330, "检测人：庞立    2026-09-22", 40)
    from .forms import stamp
    stamp(s.c, 850, 1330, "江州拾趣旧机检测站", "检测专用章", 130)
    body = sc.table(tx.wood(1600, 1600, 33, "#8a5f3f", "#5d3c26", 4), 60) + sc.flat(s.image("RGB"), 15, 20.4, 0, 0, .05, -5)
    img = photo.finish(sc.render(body, 1536, 2048, (-1, 30, -8), (0, 0, -.4), 38, key=(-40, 60, 10)), 8)
    store(path, img, "2026:09:22 15:06:41", "a", orientation=6)


def bottle(path):
    body = sc.table(tx.tiles(1400, 1400, 5, "#d8d4cb", "#a9a296", 3), 60)
    s = Sheet(1600, 500, "#f3efe2")
    s.text(1200, 230, "柚子洗发露", 110, "#5f7a3a", "c", heavy=1)
    s.text(1200, 330, "500 ml", 70, "#5f7a3a", "c")
    profile = [0, .3, 2, 13, 15.4, 16.4, 18], [2.9, 3.3, 3.4, 3.4, 2.8, 1.4, 1.25]
    b = sc.turned(lambda a, y: np.interp(y, np.linspace(0, 18, 60), smooth(profile)), 18, sc.paint("#b9cf8a", sc.GLOSS), 60, 90)
    b += "disc{<0,.02,0>,-y,2.9 " + sc.paint("#a9c07c", sc.GLOSS) + "}"
    b += f"cylinder{{<0,3,0>,<0,11.5,0>,3.45 open texture{{pigment{{image_map{{png \"{sc.image_file(s.image('RGB'))}\" map_type 2 interpolate 2}} scale <1,8.5,1> translate y*3}} finish{{{sc.SATIN}}}}}}}"
    b += "cylinder{<.25,17.3,0>,<.5,20.4,0>,1.75 " + sc.paint("#f4f4ee", sc.SATIN) + "}"
    body += f"union{{{b} rotate y*-30 rotate z*-90 translate <-11,3.4,2> rotate y*-14}}"
    blobs = [(9, 0, 1.5, 3.2), (12, 0, -1, 4.2), (15, 0, -4, 3.6), (10, 0, -5, 3.4), (6, 0, -4, 2.6), (13, 0, -8, 2.6), (3, 0, -5.5, 1.8), (17.5, 0, -7, 1.6), (10, 0, -.5, 4)]
    body += "blob{threshold .3 " + "".join(f"sphere{{<{x},{y},{z}>,{r},1}}" for x, y, z, r in blobs) + " scale <1,.16,1> translate y*.05  " + sc.paint("#c3d592", "diffuse .6 specular .9 roughness .004 reflection .1") + "}"
    store(path, shoot(body, (4, 30, -32), (3, 1, -1), 46, 9), None)


def plate(path):
    body = oak() + "difference{union{cylinder{<0,.2,0>,<0,.8,0>,5.4} lathe{cubic_spline 12 <0,.2>,<5,.2>,<6,.0>,<6.3,.5>,<9,1.3>,<11.6,2.5>,<11.9,2.75>,<11.6,2.85>,<8.8,1.7>,<6,.95>,<4,.8>,<0,.8>}} "
    chip = "sphere{0,1 scale <1.7,2.2,1.1> rotate y*-30 translate <6.9,2.6,-9.9>} sphere{0,1 scale <.9,1.6,.8> translate <8.3,2.7,-9.0>} sphere{0,.55 translate <5.3,2.6,-10.7>}"
    rough = sc.paint("#cfc4b0", sc.MATT, "normal{bumps 1.4 scale .15}")
    body += f"object{{union{{{chip}}} {rough}}} {sc.paint('#eef0ee', sc.GLOSS)}}}"
    body += "torus{10.9,.09 scale <1,.4,1> translate y*2.52 " + sc.paint("#3f6b9c", sc.SATIN) + "}"
    body += f"superellipsoid{{<.6,.6> scale <.8,.25,.45> rotate y*30 translate <9.5,.2,-13> {sc.paint('#eef0ee', sc.GLOSS)}}} sphere{{0,1 scale <.35,.15,.25> translate <11.6,.1,-12> {sc.paint('#eef0ee', sc.GLOSS)}}}"
    store(path, shoot(body, (3, 26, -28), (1.5, 0, -2), 44, 10, key=(-30, 60, -10)), None)


def seam(path):
    y, x = np.mgrid[0:H, 0:W].astype(np.float32)
    base = tx.weave(W, H, "#4c5a4a", 4, 7, .35)
    line = H * .52 + 40 * np.sin(x / 420) + 12 * tx.fbm(W, H, 12, 3, 3)
    open_ = np.clip(1 - np.abs((x - W * .56) / (W * .26)), 0, 1) ** .7 * 62
    gap = np.clip((open_ - np.abs(y - line)) / 8, 0, 1)
    height = 26 * np.tanh((y - line) / 46) + tx.fbm(W, H, 6, 5, 4) * 55 - gap * 30
    a = np.clip(tx.relief(height, base, (-.4, -.6, .75), ambient=.5), 0, 1)
    a = tx.mix(a, np.ones_like(a) * tx.col("#14120f"), gap * .95)
    rng = np.random.default_rng(4)

    def threads(s):
        for i in range(95):
            px = W * (.56 + rng.normal(0, .12))
            py = float(line[0, int(np.clip(px, 0, W - 1))]) + rng.choice([-1, 1]) * rng.uniform(5, 45)
            pts, ang = [(px, py)], rng.uniform(0, 6.28)
            for _ in range(5):
                ang += rng.normal(0, .7)
                pts.append((pts[-1][0] + 26 * np.cos(ang), pts[-1][1] + 26 * np.sin(ang)))
            s.smooth(pts, rng.choice(["#a9b39c", "#6d7a66", "#d6d6c6"]), rng.uniform(1.5, 3.5), .9, close=False)
        for i in range(60):
            px = W * i / 60
            if abs(px - W * .56) > W * .22:
                py = float(line[0, int(px)]) - 64
                s.line([(px, py), (px + 20, py + 2)], "#c9cbb6", 7)
        s.rect(W * .05, H * .08, 330, 150, "#2c352b", radius=8)
        s.text(W * .05 + 165, H * .08 + 98, "木舟 帆布包", 46, "#c9cbb6", "c")
    store(path, photo.finish(put(a, threads, .6), 11), None)


def shoe(path):
    y, x = np.mgrid[0:H, 0:W].astype(np.float32)
    u, v = (x - W * .5) / W, (y - H * .55) / H
    dome = 900 * np.sqrt(np.clip(1 - (u / .62) ** 2 - (v / .72) ** 2, .0, 1))
    inside = np.clip((1 - (u / .62) ** 2 - (v / .72) ** 2) * 30, 0, 1)
    leather = np.ones((H, W, 3), np.float32) * tx.col("#5d3320") * (.92 + .12 * tx.fbm(W, H, 8, 4, 5))[..., None]
    rng = np.random.default_rng(9)
    s = Sheet(W, H)
    for _ in range(26):
        px, py, an = W * (.60 + rng.normal(0, .06)), H * (.45 + rng.normal(0, .07)), -.5 + rng.normal(0, .16)
        n = rng.uniform(60, 330)
        s.line([(px, py), (px + n * np.cos(an), py + n * np.sin(an))], "#d3ad86", rng.uniform(2, 9), .9)
    m = s.array().astype(np.float32) / 255
    leather = tx.mix(leather, m[..., :3], m[..., 3] * np.clip(.4 + tx.fbm(W, H, 60, 3, 3), 0, 1))
    height = tx.blur(dome, 10) * .5 + tx.noise(W, H, 380, 4) * 2 - m[..., 3] * 3
    cap = Sheet(W, H)
    cap.smooth([(W * .10, H * .99), (W * .26, H * .72), (W * .5, H * .64), (W * .74, H * .72), (W * .9, H * .99)], "#ffffff", 10, close=False)
    height -= tx.blur(cap.array()[..., 3].astype(np.float32) / 255, 3) * 8
    out = np.clip(tx.relief(height, leather, (-.5, -.6, .7), ambient=.42, gloss=.5, shine=26), 0, 1)
    floor = tx.tiles(W, H, 6, "#cfd0cc", "#9c9d98", 3)
    tx.shadow(floor, inside, 0, 0, 40, 20, 40, .6)
    a = tx.over(floor, out, tx.blur(inside, 2))
    store(path, photo.finish(a, 12), None)


def toy(path):
    red = sc.paint("#d23b32", sc.GLOSS)
    body = sc.table(tx.wood(1600, 1600, 3), 60)
    body += f"superellipsoid{{<.3,.3> scale <9,2.4,4.4> translate y*4 {red}}} superellipsoid{{<.4,.3> scale <4.6,2.6,3.8> translate <-1,7.2,0> {sc.paint('#9fc3d8', sc.GLOSS)}}} superellipsoid{{<.4,.3> scale <4.8,.5,4.0> translate <-1,9.6,0> {red}}}"

    def wheel(t):
        return f"union{{cylinder{{<0,0,-.7>,<0,0,.7>,2.3 {sc.paint('#1d1d1f', sc.SATIN, 'normal{bumps .4 scale .2}')}}} cylinder{{<0,0,-.75>,<0,0,.75>,1.2 {sc.paint('#f0c93a', sc.SATIN)}}} {t}}}"
    body += wheel("translate <5.2,2.3,-4.4>") + wheel("translate <5.2,2.3,4.4>") + wheel("translate <-5.4,2.3,4.4>")
    body += f"cylinder{{<-5.4,2.6,-4.2>,<-5.4,2.5,-5.6>,.35 {sc.paint('#c9ccce', sc.GLOSS)}}}" + wheel("rotate x*90 translate <-12,.8,-9>")
    body += f"box{{<-.9,0,-.35>,<.9,.3,.35> rotate y*30 translate <-8,0,-11> {red}}} box{{<-.4,0,-.25>,<.5,.25,.25> rotate y*-40 translate <-5.6,0,-9.4> {red}}}"
    store(path, shoot(body, (-6, 19, -33), (-2, 3, -1), 44, 13), None)


def lamp(path):
    metal = sc.paint("#2f6f68", sc.SATIN)
    body = sc.table(tx.wood(1600, 1600, 14, "#d9c9ae", "#b79d78", 5), 80) + "plane{-z,-40 " + sc.paint("#d8d6cf") + "}"
    body += f"cylinder{{<0,0,0>,<0,1.4,0>,7 {metal}}}"
    body += sc.tube([(0, 1, 0), (0, 12, 0), (.6, 17, 0), (5.5, 20.5, 0), (7, 18.5, 0), (4.5, 22, .5), (-3, 31, 1)], .7, sc.paint("#c9ccce", sc.GLOSS))
    body += f"union{{cone{{<0,0,0>,2.2,<0,-7,0>,6.5 open}} sphere{{0,2.2}} rotate z*58 rotate x*-14 translate <-3.6,31.6,1> {metal}}}"
    store(path, shoot(body, (3, 22, -56), (0, 15, 0), 44, 14), None)


def bread(path):
    n = 900
    y, x = np.mgrid[0:n, 0:n].astype(np.float32)
    crumb = tx.mix(tx.col("#f0dcae"), tx.col("#dcbf86"), tx.fbm(n, n, 30, 3, 4)) * (.86 + .2 * tx.noise(n, n, 110, 4))[..., None]
    edge = np.minimum(np.minimum(x, n - x), np.minimum(y, n - y))
    crumb = tx.mix(crumb, np.ones_like(crumb) * tx.col("#9a6230"), np.clip(1.4 - edge / 24, 0, 1))
    d = np.hypot(x - 560, y - 380) / 230 + (tx.fbm(n, n, 8, 6, 4) - .5) * 1.1
    d2 = np.hypot(x - 250, y - 640) / 120 + (tx.fbm(n, n, 9, 7, 4) - .5) * 1.1
    m = np.maximum(np.clip((1 - d) * 3, 0, 1), np.clip((1 - d2) * 3, 0, 1))
    mould = tx.mix(tx.col("#dfe3d6"), tx.col("#5b7a5c"), np.clip((m - .35) * 2 * (.5 + tx.fbm(n, n, 40, 8, 3)), 0, 1))
    face = tx.to_image(tx.mix(crumb, mould, m * .95))
    crust = sc.paint("#a86c34", sc.MATT, "normal{bumps .4 scale .3}")
    slice_ = f"superellipsoid{{<.25,.2> scale <5.6,.75,5.6> translate y*.75 {crust}}}" + sc.flat(face, 10.8, 10.8, 0, 0, 1.515)
    s = Sheet(600, 300, "#f3e2b8")
    s.text(300, 130, "麦香吐司", 90, "#8a5423", "c", heavy=1)
    s.text(300, 220, "生产 09-28  保质 7 天", 50, "#8a5423", "c")
    body = sc.table(tx.weave(1400, 1400, "#e6e0d2", 4, 9, .2), 40) + f"union{{{slice_} rotate y*15 translate <-5,0,-2>}}" + f"union{{{slice_} rotate y*-35 translate <7.5,0,3>}}" + sc.flat(s.image("RGB"), 7, 3.5, 7, -8, .1, -8)
    store(path, shoot(body, (1, 26, -19), (1, 0, -.5), 42, 15, tilt=2), None)


def seal(path):
    def face(s, w, h):
        s.text(w / 2, h * .3, "清颜 面膜", w * .1, "#41584d", "c", heavy=2)
        s.text(w / 2, h * .4, "25 ml × 10 片", w * .05, "#41584d", "c")

    def lid(s, w, h):
        s.rect(w * .40, h * .0, w * .2, h * .62, "#e9e2c8", alpha=.95)
        s.text(w * .5, h * .3, "封签", w * .045, "#9a3a34", "c")
        edge = [(w * .40, h * .62)] + [(w * (.40 + .2 * i / 12), h * (.62 + (.05 if i % 2 else -.03))) for i in range(13)] + [(w * .6, h * .62)]
        s.line(edge, "#b9ad88", 5)
        s.rect(w * .40, h * .62, w * .2, h * .3, "#cfc7b2", alpha=.45)
        for i in range(12):
            s.line([(w * (.41 + i * .016), h * .64), (w * (.40 + i * .017), h * .9)], "#f6f3e8", 3, .7)
    f = {"front": gift_face(18, 13, "#dfe9e1", face, seed=1), "top": gift_face(18, 9, "#dfe9e1", lid, seed=2), "left": gift_face(9, 13, "#dfe9e1", lambda s, w, h: None, seed=3), "right": gift_face(9, 13, "#dfe9e1", lambda s, w, h: None, seed=4)}
    body = oak() + sc.box(18, 12.4, 9, {k: v for k, v in f.items() if k != "top"}, "rotate y*18", core="#3a3226")
    body += f"union{{box{{<-9,0,-9>,<9,.08,0> {sc.paint('#dfe9e1')}}} {sc.panel(f['top'], 18, 9, 'rotate x*90 translate <-9,.1,-9>')} rotate x*24 translate <0,12.5,4.5> rotate y*18}}"
    body += f"polygon{{5,<0,0>,<3.4,0>,<3.2,3>,<.2,2.6>,<0,0> rotate x*70 rotate y*40 translate <7,.4,-10> {sc.paint('#e9e2c8')}}}"
    store(path, shoot(body, (2, 32, -27), (0, 8.5, 0), 42, 16), None)


def third_floor(path):
    """The courier's picture: the parcel before a door of the third floor."""
    from . import case08
    sign = Sheet(300, 300, "#2f6f68")
    sign.text(150, 200, "3F", 150, "#ffffff", "c", heavy=4)
    img = case08.corridor("301", sc.panel(sign.image("RGB"), 26, 26, "translate <56,62,119.8>") + "box{<-60,0,55>,<-16,34,90> " + sc.paint("#b98d5d") + "} box{<-60,34,70>,<-16,34.4,75> " + sc.paint("#e6d3ae") + "}")
    store(path, photo.finish(img, 23, noise=.03, vignette=.5), None)


def stones(path):
    """An opened parcel with a stone and crumpled newspaper in it."""
    from . import case12
    rock = sc.paint("#7d7a74", sc.MATT, "normal{bumps 1.2 scale 1.4}")
    body = case12.carton_open() + f"sphere{{0,1 scale <8,5.5,6.5> rotate y*30 translate <3,6,-2> {rock}}} sphere{{0,1 scale <5,4,6> rotate y*-20 translate <-5,5,3> {rock}}}"
    rng = np.random.default_rng(12)
    for _ in range(16):
        x, z, r = rng.uniform(-14, 14), rng.uniform(-10, 10), rng.uniform(2.5, 4.5)
        body += f"superellipsoid{{<.7,.5> scale <{r:.1f},{r * .5:.1f},{r:.1f}> rotate <{rng.uniform(-40, 40):.0f},{rng.uniform(0, 180):.0f},{rng.uniform(-40, 40):.0f}> translate <{x:.1f},3,{z:.1f}> {sc.paint('#cfcabd', sc.MATT, 'normal{wrinkles 1.6 scale .7}')}}}"
    img = sc.render(sc.table(tx.tiles(1600, 1600, 22, "#cdc6b8", "#a49c8d", 3), 130) + body, 1600, 1200, (3, 92, -44), (0, 8, 0), 38, key=(-70, 130, -40), soft=60)
    store(path, photo.finish(img, 24), None)


MAKERS = [phone_glass, shirt, wrong_cup, tin, flowers, torn, power_bank, test_sheet, bottle, plate, seam, shoe, toy, lamp, bread, seal]
FILES = {f"bg-photo-{i:02d}.jpg": make for i, make in enumerate(MAKERS, 1)}
FILES |= {"bg-photo-23.jpg": third_floor, "bg-photo-24.jpg": stones} | papers.FILES
