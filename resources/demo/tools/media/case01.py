# SPDX-License-Identifier: GPL-3.0-or-later
"""Case 1: the smart band that does not switch on."""
import numpy as np
from PIL import Image

from . import photo
from . import scene as sc
from . import textures as tx
from .draw import Sheet
from .film import Film
from .hands import hand
from .labels import carton, gift_face, labelled, waybill
from .screens import phone, title

BW, BH, BD = 9.0, 16.0, 4.2  # the colour box, centimetres
WAYBILL = "JF260930771043"


def band_outline(s, cx, cy, k, screen="#0b0c0f"):
    """The band seen from the front: strap and capsule."""
    s.rect(cx - 52 * k, cy - 330 * k, 104 * k, 660 * k, "#23262b", radius=50 * k)
    for i in range(5):
        s.rect(cx - 12 * k, cy + (190 + i * 24) * k, 24 * k, 9 * k, "#111317", radius=4 * k)
    s.rect(cx - 66 * k, cy - 150 * k, 132 * k, 300 * k, "#15171b", "#5c626b", 3 * k, radius=62 * k)
    s.rect(cx - 52 * k, cy - 134 * k, 104 * k, 268 * k, screen, radius=50 * k)


def front(s, w, h):
    s.rect(0, 0, w, h * .012, "#19c2a0")
    s.text(w / 2, h * .13, "沃律", w * .13, "#ffffff", "c", heavy=1.5)
    s.text(w / 2, h * .20, "智能手环", w * .085, "#c9d2da", "c")
    band_outline(s, w / 2, h * .53, w / 560, "#10343a")
    s.text(w / 2, h * .52, "10:08", w * .07, "#7ff0d8", "c")
    s.text(w / 2, h * .56, "8,214 步", w * .034, "#7ff0d8", "c")
    s.text(w * .08, h * .91, "标准版 · 曜石黑", w * .055, "#aeb8c2")
    s.text(w * .08, h * .95, "血氧心率监测  14 天续航", w * .04, "#7e8a95")


def side(s, w, h):
    s.rect(0, 0, w, h * .012, "#19c2a0")
    s.text(w / 2, h * .12, "智能手环", w * .14, "#dfe6ec", "c")
    for i, t in enumerate(["1.62 英寸彩屏", "50 米防水", "心率 血氧 睡眠", "磁吸充电"]):
        s.text(w * .12, h * (.3 + i * .08), "· " + t, w * .10, "#aab4be")
    s.rect(w * .12, h * .74, w * .76, h * .16, "#ffffff")
    s.text(w * .5, h * .80, "型号 WL-B9", w * .09, "#222222", "c")
    s.text(w * .5, h * .86, "生产日期 2026.05", w * .08, "#222222", "c")


def lid(s, w, h):
    s.text(w / 2, h * .62, "沃律 智能手环", w * .1, "#dfe6ec", "c")


def seal(old_glue):
    """The round seal half on the front, half on the lid; below it, an older trace of glue."""
    def draw(s, w, h):
        if old_glue:
            s.circle(w * .53, h * .40, w * .165, "#b9b29a", alpha=.42)
            s.circle(w * .53, h * .40, w * .165, line="#d7cfb4", lw=5, alpha=.7)
            for i in range(9):
                s.line([(w * (.40 + i * .033), h * .2), (w * (.39 + i * .036), h * .62)], "#cfc7ac", 2, .5)
        s.circle(w / 2, h * .16, w * .15, "#e9edef", alpha=.93)
        s.circle(w / 2, h * .16, w * .15, line="#b3bcc2", lw=2)
        s.text(w / 2, h * .27, "封口贴", w * .045, "#55626c", "c")
    return draw


def box(worn, place="", sealed=True):
    def lid_draw(s, w, h):
        lid(s, w, h)
        if sealed:
            seal(worn > 0)(s, w, h)
    f = {"front": gift_face(BW, BH, "#1d2730", front, worn=worn, seed=11),
         "right": gift_face(BD, BH, "#1d2730", side, worn=worn, seed=12),
         "left": gift_face(BD, BH, "#1d2730", side, worn=worn, seed=13),
         "top": gift_face(BW, BD, "#1d2730", lid_draw, worn=worn, seed=14),
         "back": gift_face(BW, BH, "#1d2730", lambda s, w, h: None, worn=worn, seed=15)}
    return sc.box(BW, BH, BD, f, place, sc.SATIN, "#1d2730")


def label():
    return waybill(WAYBILL, "李**", "0011", "江州市临江区桐花路**号*栋***室", "沃律数码专营店 滨海市高新区", "智能手环 ×1", "2026-09-30", "0.31", "L07-22")


def new_box(path):
    bench = tx.paper(1500, 1500, 4, "#c9cccb") * tx.fbm(1500, 1500, 5, 8, 5)[..., None] ** .15
    body = sc.table(bench, 120)
    body += box(0, "rotate y*-24 translate <-1,0,2>")
    body += "cylinder{<15,0,8>,<15,4.8,8>,5 " + sc.paint("#c9a66e", sc.GLOSS) + "} cylinder{<15,-.1,8>,<15,4.85,8>,3.6 " + sc.paint("#8f6b3d") + "}"
    body += sc.flat(tx.cardboard(900, 700, 6), 26, 20, -22, 16, 0.3, 18)
    body += sc.flat(tx.cardboard(900, 700, 7), 26, 20, -21, 15, 0.6, 11)
    body += "box{<-60,0,34>,<60,1,60> " + sc.paint("#7d868c") + "}"
    img = sc.render(body, 2304, 1728, (5, 27, -40), (1, 6, 0), 42, key=(-40, 110, -60), warm=(1, 1, 1))
    photo.save(photo.finish(img, 3, gain=(.98, 1, 1.03)), path)


def worn_corner(path):
    body = sc.table(tx.wood(1600, 1600, 3), 90)
    body += box(0.85, "rotate y*34")
    img = sc.render(body, 2304, 1728, (3.5, 26, -19), (-.2, 13.4, 0), 40, key=(-40, 90, -30), tilt=4)
    photo.save(photo.finish(img, 4), path, "2026:10:06 19:40:12", "a")


def listing(path):
    body = "plane{y,0 " + sc.paint("#dfe9ee", "diffuse .85 reflection .06") + "} plane{z,60 " + sc.paint("#e6eef2") + "}"
    body += box(0, "rotate y*-28 translate <-5,0,0>")
    # shrink film around the box
    body += (f"box{{<{-BW / 2 - .12},0,{-BD / 2 - .12}>,<{BW / 2 + .12},{BH + .12},{BD / 2 + .12}> rotate y*-28 translate <-5,0,0> "
             "texture{pigment{rgbt<1,1,1,.93>} normal{wrinkles .35 scale <2,6,2>} finish{diffuse .15 specular .9 roughness .01 reflection .04}} no_shadow}")
    img = sc.render(body, 1600, 1600, (3, 15, -44), (1, 8.5, 0), 38, key=(-40, 80, -70), warm=(1, 1, 1), soft=70, power=1.0, fill=0.3)
    s = Sheet(1600, 1600)
    s.paste(img, 0, 0)
    s.text(1000, 330, "智能手环", 96, "#16323c", heavy=2)
    s.text(1000, 410, "标准版 · 曜石黑", 52, "#35545f")
    for i, t in enumerate(["血氧心率监测", "14 天续航", "50 米防水"]):
        s.rect(1004, 480 + i * 92, 330, 68, "#16323c", radius=34, alpha=.9)
        s.text(1169, 528 + i * 92, t, 38, "#ffffff", "c")
    s.rect(0, 1420, 1600, 180, "#0f7f6d")
    s.text(90, 1535, "全新未拆封", 84, "#ffffff", heavy=2)
    s.text(620, 1530, "原厂塑封 · 24 小时内发货 · 整机质保一年", 42, "#d6f4ec")
    photo.save(s.image("RGB"), path, quality=86, limit=600_000)


def app():
    s = phone(2340, "#0f1418", "19:31", dark=True, battery=58)
    title(s, "我的设备", 190, "#e8edf0")
    s.rect(48, 260, 984, 380, "#1b2329", radius=36)
    band_outline(s, 230, 450, .44)
    s.text(390, 400, "沃律手环 WL-B9-4C71", 46, "#f2f5f7")
    s.text(390, 468, "未连接", 38, "#ff8a70")
    s.text(390, 530, "上次同步：从未", 34, "#8d99a3")
    for i, (a, b) in enumerate([("步数", "--"), ("心率", "--"), ("睡眠", "--")]):
        s.rect(48 + i * 336, 1290, 312, 260, "#1b2329", radius=30)
        s.text(204 + i * 336, 1380, a, 36, "#8d99a3", "c")
        s.text(204 + i * 336, 1470, b, 64, "#5b6770", "c")
    s.rect(90, 780, 900, 360, "#2a343c", radius=36)
    s.text(540, 880, "设备未响应，请充电后重试", 48, "#ffffff", "c", heavy=.6)
    s.text(540, 950, "错误码 E-102", 34, "#9aa6af", "c")
    s.line([(90, 1010), (990, 1010)], "#3c4852", 2)
    s.text(315, 1092, "取消", 44, "#9aa6af", "c")
    s.text(765, 1092, "重新连接", 44, "#35d0b0", "c")
    s.line([(540, 1010), (540, 1140)], "#3c4852", 2)
    for i, t in enumerate(["首页", "健康", "设备", "我的"]):
        s.circle(135 + 270 * i, 2170, 24, "#35d0b0" if i == 2 else "#4a5660")
        s.text(135 + 270 * i, 2246, t, 32, "#35d0b0" if i == 2 else "#7d8993", "c")
    return s.image("RGB")


def screenshot(path):
    app().save(path, optimize=True)
    print(f"  {path.name}")


def chat(path):
    photo.small(app().crop((0, 130, 1080, 1290)), path)


# ---- the film -------------------------------------------------------------------------------------------------

W, H = 864, 1536
EYE, LOOK = (0, 52, -22), (0, 0, -1)


def shot(body, eye=EYE, look=LOOK, angle=33, fine=1):
    return sc.render(sc.table(tx.wood(1600, 1600, 3), 90) + body, W * fine, H * fine, eye, look, angle, key=(-50, 90, -10), power=1.2, aa=fine == 1)


def parcel(cut, fine=1):
    plain = carton(24, 17, 21, "x")
    top = labelled(plain, label(), plain.width / 2 - 163.2, plain.height / 2 - 228.48, 326.4, 456.96, fine)
    if cut:
        s = Sheet(*top.size)
        s.paste(top, 0, 0)
        y = top.height / 2
        s.line([(0, y - 2), (top.width * .30, y + 3)], "#2a1a0c", 7)
        s.line([(top.width * .70, y + 2), (top.width, y - 3)], "#2a1a0c", 7)
        top = s.image("RGB")
    side = carton(24, 9, 22, "")
    return sc.box(24, 9, 17, {"top": top, "front": side, "right": carton(17, 9, 23, ""), "left": carton(17, 9, 24, "")}, "translate <0,0,-1> rotate y*3")


def band(x, z, turn, led=None, dark=True):
    """The band lying face up; its charging cradle with a lamp when `led` is given."""
    g = sc.paint("#1d2024", sc.SATIN)
    out = f"box{{<-.95,0,-11>,<.95,.35,11> {g}}} cylinder{{<0,0,-11>,<0,.35,-11>,.95 {g}}} cylinder{{<0,0,11>,<0,.35,11>,.95 {g}}}"
    out += "".join(f"cylinder{{<0,.3,{-10.2 + i * .9}>,<0,.37,{-10.2 + i * .9}>,.22 {sc.paint('#08090a')}}}" for i in range(6))
    out += "superellipsoid{<.5,.35> scale <1.45,.62,2.5> translate y*.75 " + sc.paint("#0c0d10", "diffuse .6 specular .5 roughness .01 reflection .03") + "}"
    out += "superellipsoid{<.3,.2> scale <1.15,.05,2.1> translate y*1.36 " + sc.paint("#010102", "diffuse .2 specular .6 roughness .004 reflection .035") + "}"
    if led is not None:
        out += "superellipsoid{<.3,.4> scale <2.2,.5,3.3> translate y*.35 " + sc.paint("#e9ebec", sc.SATIN) + "}"
        out += "sphere_sweep{cubic_spline 6 <0,.3,3>,.32 <0,.3,3.4>,.32 <3,.3,9>,.32 <1,.3,14>,.32 <8,.3,22>,.32 <14,.3,40>,.32 " + sc.paint("#d7d9da", sc.SATIN) + "}"
        glow = "pigment{color srgb <.25,.95,.35>} finish{ambient 0 emission 2.2}" if led else "pigment{color srgb <.22,.25,.22>}"
        out += f"cylinder{{<0,.8,-2.95>,<0,.95,-2.95>,.22 texture{{{glow}}}}}"
        if led:
            out += "light_source{<0,1.6,-3.2> color srgb <.1,.5,.15>*.5 fade_distance 1.5 fade_power 2}"
    return f"union{{{out} rotate y*{turn} translate <{x},0,{z}>}}"


def film(path):
    f = Film(path, 102, turn_tag=90)
    inside = sc.box(17, 3, 10, {"top": tx.paper(600, 400, 3, "#e4e0d6")}, "translate <0,.3,-1>", core="#e4e0d6")
    lying = box(1.0, "translate <0,-8,0> rotate x*90 translate <0,2.4,0> rotate y*90")
    carton_open = sc.open_box(24, 9, 17, tx.cardboard(700, 700, 31), "translate <0,0,-1> rotate y*3", (118, 112, 108, 112))
    # the face of the lying colour box looks up: front face (-z) turned to +y
    flat_box = "translate <0,-8,0> rotate x*90 translate <0,3.6,-1>"
    near = shot(parcel(False, 3), fine=2)
    a = near.resize((W, H), Image.LANCZOS)
    b = shot(parcel(True))
    c = shot(carton_open + f"box{{<-10,.3,-8>,<10,1.6,6> translate <0,0,-.5> {sc.paint('#d9c9a8', sc.MATT, 'normal{wrinkles .8 scale 1.5}')}}}" + box(1.0, flat_box + " rotate y*84"))
    d = shot(box(1.0, flat_box + " translate y*-1.4 rotate y*10"), (0, 40, -17), (0, 1, -1), 34)
    e = shot(box(1.0, "rotate y*-33 translate <0,0,1>"), (1, 34, -22), (0, 9, 0), 34)
    tray = sc.box(9, 2.4, 16, {"top": tx.paper(500, 800, 5, "#202326")}, "translate <-6.5,0,2> rotate y*4", core="#202326")
    g = shot(tray + band(5, 0, 6), (0, 40, -16), (0, 0, 0), 34)
    off = shot(tray + band(2, 0, 4, led=False), (0, 36, -15), (1, 0, 0), 33)
    on = shot(tray + band(2, 0, 4, led=True), (0, 36, -15), (1, 0, 0), 33)
    f.still(0, a, 0)
    f.still(2, near, 0, 2)  # its bar code can be read by a program
    for at, img, fade in ((10.5, a, 0), (17, b, .5), (22.5, c, .6), (30.2, d, .6), (39.5, e, .7), (50, d, .6), (53, g, .7), (70, off, .7), (74.5, on, .25)):
        f.still(at, img, fade)
    f.cam((0, 432, 800, 1.02, 0), (2, 432, 790, 1.06, 1), (5, 424, 650, 2.5, 1), (8.5, 426, 652, 2.55, 0), (11, 432, 780, 1.1, 0), (22, 432, 790, 1.08, 0),
          (30, 432, 770, 1.15, 1), (32, 432, 760, 1.25, 0), (36, 400, 640, 1.9, 2), (39, 500, 900, 1.8, 0), (41, 440, 700, 1.35, 0), (44, 440, 560, 1.9, 0),
          (48, 450, 580, 1.95, -1), (50, 432, 760, 1.2, 0), (55, 470, 760, 1.15, 0), (60, 520, 760, 1.5, 1), (68, 530, 770, 1.55, 0), (72, 470, 780, 1.2, 0),
          (78, 480, 800, 1.7, 0), (88, 480, 790, 1.75, 1), (95, 480, 780, 1.6, 0), (102, 470, 780, 1.3, 0))
    left, right = hand(430, "open", False, -62), hand(430, "open", True, 62)
    knife = hand(430, "pinch", False, 20, tool="knife")
    point = hand(420, "point", False, 14)
    f.sprite(knife, (11, 900, 1650), (12.5, 560, 1010), (14.5, 320, 1010), (15.3, 640, 1010), (16.8, 860, 1010), (18.3, 1000, 1700))
    f.sprite(left, (19.5, -250, 1100), (21.3, 130, 880), (22.6, 240, 850), (23.6, 20, 820), (25, -300, 1000))
    f.sprite(right, (19.5, 1120, 1100), (21.3, 740, 880), (22.6, 620, 850), (23.6, 840, 820), (25, 1200, 1000))
    f.sprite(left, (27.5, -250, 1150), (29.4, 210, 900), (30.4, 200, 900), (31.6, 40, 1000), (33, -300, 1300))
    f.sprite(right, (27.5, 1120, 1150), (29.4, 650, 900), (30.4, 660, 900), (31.6, 830, 1000), (33, 1200, 1300))
    f.sprite(right, (38.2, 1200, 1300), (39.4, 640, 860), (40.2, 660, 900), (42, 1200, 1250))
    f.sprite(point, (33.6, 700, 1800), (35, 330, 930), (36.2, 340, 920), (37.4, 640, 1280), (38.3, 640, 1270), (39.4, 800, 1800))
    f.sprite(point, (43.6, 800, 1900), (45, 520, 800), (46.8, 500, 790), (48, 800, 1900))
    f.sprite(right, (48.9, 1200, 1300), (50, 640, 860), (53.2, 560, 860), (54.5, 1200, 1300))
    f.sprite(left, (51.2, -300, 1300), (52.6, 260, 860), (53.4, 240, 860), (54.6, -300, 1300))
    f.sprite(point, (56, 900, 1900), (57.6, 690, 940), (58, 683, 935), (67.5, 685, 938), (69, 900, 1900))
    f.sprite(right, (68.4, 1200, 1300), (70, 600, 900), (71, 640, 920), (73, 1200, 1400))
    f.sprite(point, (79, 900, 1900), (80.6, 650, 960), (81, 645, 955), (92.5, 648, 957), (94, 900, 1900))
    f.sound((0.5, "rustle", 1.5), (3, "knock", .2), (12.6, "tape", 2), (15.3, "tape", 1.5), (20.5, "rustle", 4), (28, "rustle", 2), (31, "knock", .2),
            (34, "voice", 3), (40, "knock", .2), (44.2, "voice", 3.5), (50.5, "rustle", 3), (54, "knock", .2), (58, "click", .1), (61, "voice", 4), (67.4, "click", .1),
            (70.6, "knock", .2), (74.4, "click", .1), (81, "click", .1), (84, "voice", 5), (92.4, "click", .1), (96, "voice", 4))
    f.write()


FILES = {
    "c01-b1-unboxing.mp4": film,
    "c01-b2-app-screenshot.png": screenshot,
    "c01-b3-worn-corner.jpg": worn_corner,
    "c01-m1-new-box.jpg": new_box,
    "c01-p1-listing.jpg": listing,
    "c01-x1-chat.jpg": chat,
}
