# SPDX-License-Identifier: GPL-3.0-or-later
"""Case 12: the coffee machine came back with a cracked tank. Two films, tied by the serial plate."""
import numpy as np

from . import photo
from . import scene as sc
from . import textures as tx
from .draw import Sheet
from .film import Film
from .forms import Form
from .hands import hand
from .labels import carton, waybill

W, H = 864, 1536
SERIAL = "CY12-8830417"
CREAM = "#ece5d6"


def plate():
    s = Sheet(760, 400, "#d7dad9")
    s.rect(6, 6, 748, 388, line="#555555", lw=4)
    s.text(30, 76, "晨研 家用咖啡机", 54, "#222222", heavy=.6)
    s.text(30, 146, "型号 CY12   220V 50Hz 1350W", 38, "#222222")
    s.text(30, 246, f"S/N {SERIAL}", 66, "#111111", heavy=1.4)
    for i in range(60):
        if (i * 7919) % 5 > 1:
            s.rect(30 + i * 11.6, 280, 6 + (i % 3) * 2, 84, "#222222")
    return s.image("RGB")


def machine(place="", tank=True, lying=False):
    """20 wide, 30 high, 26 deep; the tank is its back part."""
    out = "superellipsoid{<.2,.2> scale <9.5,2.2,12.5> translate <0,2.2,0> " + sc.paint(CREAM, sc.SATIN) + "}"
    out += "superellipsoid{<.2,.2> scale <9.5,15,5.2> translate <0,15,6> " + sc.paint(CREAM, sc.SATIN) + "}"
    out += "superellipsoid{<.2,.25> scale <9.5,5,12.5> translate <0,25,0> " + sc.paint(CREAM, sc.SATIN) + "}"
    out += "cylinder{<0,17,-6>,<0,20.5,-6>,3.4 " + sc.paint("#b9bec1", "diffuse .4 specular .8 roughness .02 reflection .2") + "}"
    out += "sphere_sweep{linear_spline 2 <0,18,-9>,1.2 <0,17,-17>,1.0 " + sc.paint("#2e2a27", sc.SATIN) + "}"
    out += "box{<-7.5,4.35,-11.5>,<7.5,4.6,-1> " + sc.paint("#8b9094", "diffuse .5 specular .6 reflection .1") + "}"
    for i, x in enumerate((-5, 0, 5)):
        out += f"cylinder{{<{x},25.5,-12.3>,<{x},25.5,-12.8>,1.3 {sc.paint('#c9a36b' if i == 1 else '#d9d2c2', sc.SATIN)}}}"
    out += sc.panel(plate(), 7.6, 4.0, "translate <-8.6,5.8,.7>") if not lying else ""
    return f"union{{{out} {place}}}"


def tank(place="", cracked=False):
    """A clear plastic tank 15 x 20 x 7; `cracked`: a branching crack over its front and a chipped corner."""
    film = "texture{pigment{rgbft<.80,.90,.95,.25,.45>} finish{diffuse .35 specular .9 roughness .005 reflection .08}}"
    # plain walls: a rounded clear shell takes minutes a frame
    walls = [((-7.5, 0, -3.6), (7.5, 20, -3.25)), ((-7.5, 0, 3.25), (7.5, 20, 3.6)), ((-7.5, 0, -3.25), (-7.15, 20, 3.25)), ((7.15, 0, -3.25), (7.5, 20, 3.25))]
    walls = " ".join(f"box{{{sc.vec(a)},{sc.vec(b)}}}" for a, b in walls)
    chip = "box{<0,0,-6>,<6,6,6> rotate z*-24 translate <4.4,18.2,0>}"
    shell = f"difference{{union{{{walls}}} {chip} {film}}}" if cracked else f"union{{{walls} {film}}}"
    shell = f"object{{{shell} no_shadow}}"
    shell += "".join(f"cylinder{{<{x},0,{z}>,<{x},{17 if cracked and x > 0 else 20},{z}>,.3 {film} no_shadow}}" for x in (-7.35, 7.35) for z in (-3.45, 3.45))
    shell += "box{<-7.4,.5,-3.5>,<7.4,.6,3.5> " + sc.paint("#aebfc8") + "}"
    out = shell + "box{<-7.4,0,-3.5>,<7.4,.5,3.5> " + sc.paint("#c5ccd0", sc.SATIN) + "}"
    s = Sheet(700, 950)
    s.text(350, 520, "MAX", 40, "#2b5f86", "c")
    s.line([(220, 545), (480, 545)], "#2b5f86", 5)
    s.text(350, 830, "1.5 L", 44, "#2b5f86", "c")
    if cracked:
        rng = np.random.default_rng(4)
        pts = [(585, 60), (520, 190), (545, 300), (430, 420), (455, 560), (330, 690), (300, 880)]
        jag = []
        for a, b in zip(pts, pts[1:]):
            for k in range(6):
                jag.append((a[0] + (b[0] - a[0]) * k / 6 + rng.normal(0, 7), a[1] + (b[1] - a[1]) * k / 6))
        jag.append(pts[-1])
        s.line(jag, "#26343c", 11, .85)
        s.line([(x + 5, y - 2) for x, y in jag], "#ffffff", 6, .95)
        for p, q in (((545, 300), (650, 410)), ((430, 420), (240, 380)), ((455, 560), (600, 700)), ((330, 690), (130, 640)), ((240, 380), (110, 450))):
            s.line([p, ((p[0] + q[0]) / 2 + 18, (p[1] + q[1]) / 2 - 12), q], "#26343c", 7, .8)
            s.line([(p[0] + 4, p[1]), ((p[0] + q[0]) / 2 + 22, (p[1] + q[1]) / 2 - 12), (q[0] + 4, q[1])], "#ffffff", 4, .9)
    png = sc.image_file(s.image())
    out += f"polygon{{5,<0,0>,<1,0>,<1,1>,<0,1>,<0,0> texture{{pigment{{image_map{{png \"{png}\" interpolate 2}}}} finish{{diffuse .8}}}} scale <14,19,1> translate <-7,.5,-3.72> no_shadow}}"
    return f"union{{{out} {place}}}"


BOX = (40, 30, 34)


def label(back=True):
    return waybill("FY261003991248", "晨**", "", "浦南市云山区工业园**栋 售后仓", "方** 江州市临江区", "咖啡机退货", "2026-10-03", "6.72", "P21-09")


def parcel(place="", dent=False):
    w, h, d = BOX
    top = carton(w, d, 71, "x", label=label(), label_at=(.5, .52), label_cm=13, dpi=26)
    side = carton(w, h, 72, "", dpi=26)
    if dent:
        s = Sheet(*top.size)
        s.paste(top, 0, 0)
        rng = np.random.default_rng(2)
        x0, y0 = s.w, s.h
        s.smooth([(x0 + 20, y0 - 300), (x0 - 90, y0 - 250), (x0 - 220, y0 - 200), (x0 - 280, y0 - 90), (x0 - 330, y0 + 20), (x0 + 30, y0 + 30)], fill="#6a4a2a", alpha=.42)
        for k in range(9):
            s.line([(x0 - 20 - k * 32, y0), (x0 - 120 - rng.uniform(-40, 40), y0 - 150 - rng.uniform(-30, 40)), (x0, y0 - 20 - k * 30)], "#4a3118" if k % 2 else "#e2c298", 4, .75)
        top = s.image("RGB")
    f = {"top": top, "front": side, "left": carton(d, h, 73, "", dpi=26), "right": carton(d, h, 74, "", dpi=26)}
    body = sc.box(w, h, d, f)
    if dent:
        cut = f"sphere{{0,1 scale <10,7,9> translate <{w / 2 + 1.5},{h + 1.5},{-d / 2 - 1}>}}"
        tex = f"texture{{pigment{{image_map{{png \"{sc.image_file(tx.cardboard(500, 500, 75, '#9c7243'))}\"}} scale 20 rotate x*45}} normal{{wrinkles 1.1 scale 2.2}} finish{{diffuse .75}}}}"
        inner = f"intersection{{box{{<{-w / 2 + .05},.1,{-d / 2 + .05}>,<{w / 2 - .05},{h - .05},{d / 2 - .05}>}} object{{{cut} scale 1.05 inverse}} {tex}}}"
        faces = body.replace("box{", "box{", 1)
        solid = faces[faces.index("polygon"):].rstrip("} ")
        body = f"union{{{inner} object{{union{{{solid}}}}} clipped_by{{object{{{cut} inverse}}}}}}}}"
    return f"object{{{body} {place}}}"


def carton_open(place=""):
    w, h, d = BOX
    return sc.open_box(w, h, d, tx.cardboard(700, 700, 31), place, (120, 115, 112, 115), .42)


def shot(body, bench=False, eye=(0, 74, -66), look=(0, 11, 0), angle=38):
    t = tx.paper(1400, 1400, 4, "#a9adab") if bench else tx.tiles(1600, 1600, 22, "#cdc6b8", "#a49c8d", 3)
    wall = "plane{-z,-75 " + sc.paint("#c9ccc8" if bench else "#e3dccb") + "}"
    return sc.render(sc.table(t, 130) + wall + body, W, H, eye, look, angle, key=(-70, 130, -40), power=1.1, warm=(1, 1, 1) if bench else (1, .96, .9), soft=60)


HIGH = (0, 104, -44)


def packing(path):
    f = Film(path, 65, limit=1_300_000)
    m = machine("rotate y*14")
    start = shot(m + tank("translate <0,0,17>"), eye=(0, 46, -70), look=(0, 14, 0))
    serial = shot(machine("rotate y*6"), eye=(-4, 13, -46), look=(-4, 8.5, 0), angle=30)
    tnk = shot(tank("rotate y*-10 translate <0,0,-8>") + machine("rotate y*14 translate <17,0,22>"), eye=(0, 34, -62), look=(2, 11, -4))
    empty = shot(carton_open() + machine("translate <-38,0,-2>"))
    inside = shot(carton_open() + f"union{{{machine(lying=True)} rotate x*-90 translate <-4,13,15>}}", eye=HIGH, angle=36)
    both = shot(carton_open() + f"union{{{machine(lying=True)} rotate x*-90 translate <-4,13,15>}}" + tank("rotate y*82 translate <13.6,.5,-3>"), eye=HIGH, angle=36)
    closed = shot(parcel())
    for at, img in ((0, start), (9, serial), (16, tnk), (27, start), (32, empty), (38.6, inside), (46, both), (54, closed)):
        f.still(at, img, .5 if at else 0)
    f.cam((0, 432, 800, 1.05, 0), (8, 432, 790, 1.15, 0), (10, 432, 800, 1.0, 0), (14, 432, 800, 1.25, 0), (16.5, 432, 780, 1.1, 0), (20, 432, 760, 1.45, 0), (24, 432, 740, 1.5, 1), (28, 432, 790, 1.05, 0),
          (38, 432, 780, 1.05, 0), (43, 432, 800, 1.35, 0), (50, 450, 800, 1.3, 0), (55, 432, 780, 1.0, 0), (60, 432, 700, 1.5, 0), (65, 432, 700, 1.55, 0))
    sl = "#8a8f63"
    left, right, point = hand(420, "open", False, -62, sl), hand(420, "open", True, 62, sl), hand(420, "point", False, 14, sl)
    f.sprite(point, (10.8, 800, 1850), (12.2, 560, 1050), (14.4, 600, 1050), (15.6, 850, 1900))
    f.sprite(left, (15, -300, 1250), (16.4, 120, 980), (26.6, 120, 960), (28, -300, 1300))
    f.sprite(right, (15, 1200, 1250), (16.4, 760, 980), (19, 760, 960), (20.5, 1200, 1300))
    f.sprite(point, (20.4, 900, 1900), (21.6, 560, 900), (24.5, 480, 1000), (25.6, 900, 1900))
    for a, b in ((37.4, 40.4), (44.8, 47.6), (52.6, 55.6)):
        f.sprite(left, (a, -300, 1250), (a + 1.2, 170, 900), (a + 1.9, 190, 900), (b, -300, 1300))
        f.sprite(right, (a, 1200, 1250), (a + 1.2, 700, 900), (a + 1.9, 680, 900), (b, 1200, 1300))
    f.sound((1, "voice", 4), (11, "voice", 3), (17, "knock", .2), (20.5, "voice", 4), (33, "rustle", 2), (39, "knock", .3), (46.3, "knock", .2), (48, "voice", 3), (53, "rustle", 2), (55.8, "tape", 2.4), (60, "tape", 1.2))
    f.write()


def unpacking(path):
    f = Film(path, 80, limit=1_500_000)
    f.hum = .001
    closed = shot(parcel(dent=True), True)
    corner = shot(parcel("rotate y*38", dent=True), True, (8, 60, -62), (5, 22, -6), 34)
    opened = shot(carton_open() + f"union{{{machine(lying=True)} rotate x*-90 translate <-4,13,15>}}" + tank("rotate y*82 translate <13.6,.5,-3>", True), True, HIGH, (0, 11, 0), 36)
    out = shot(carton_open("translate <0,0,34>") + machine("rotate y*10 translate <-7,0,-18>"), True, (0, 66, -80), (0, 12, 0), 40)
    plate_s = shot(machine("rotate y*6"), True, (-4, 13, -46), (-4, 8.5, 0), 30)
    crack = shot(machine("rotate y*4 translate <-8,0,11>") + tank("rotate y*-9 translate <5.5,0,-10>", True), True, (0, 30, -72), (-1.5, 12, 0), 32)
    crack2 = shot(machine("rotate y*4 translate <-8,0,11>") + tank("rotate y*-9 translate <5.5,0,-10>", True), True, (4, 20, -54), (3, 10, -6), 32)
    for at, img in ((0, closed), (8.5, corner), (15, closed), (22, opened), (33, out), (40, plate_s), (47.4, crack), (58, crack2), (72, crack)):
        f.still(at, img, .5 if at else 0)
    f.cam((0, 432, 760, 1.0, 0), (3, 432, 700, 1.35, 0), (7, 500, 800, 1.3, 0), (9, 432, 760, 1.05, 0), (13, 480, 800, 1.35, 0), (15.5, 432, 770, 1.0, 0), (24, 432, 790, 1.1, 0), (31, 450, 800, 1.35, 0), (34, 432, 800, 1.05, 0),
          (41, 432, 800, 1.1, 0), (46, 432, 800, 1.25, 0), (48, 432, 790, 1.1, 0), (56, 450, 800, 1.2, 0), (59, 432, 780, 1.1, 0), (68, 450, 780, 1.35, 0), (80, 432, 790, 1.05, 0))
    sl = "#31475e"
    left, right, point, knife = hand(420, "open", False, -62, sl), hand(420, "open", True, 62, sl), hand(420, "point", False, 14, sl), hand(420, "pinch", False, 20, sl, "knife")
    f.sprite(point, (4.4, 900, 1900), (5.6, 700, 1130), (7.4, 690, 1110), (8.4, 950, 1900))
    f.sprite(point, (10, 900, 1900), (11.2, 560, 1050), (13.6, 500, 1040), (14.8, 950, 1900))
    f.sprite(knife, (16.2, 1000, 1600), (17.4, 180, 960), (19.8, 800, 960), (20.8, 1100, 1500))
    for a, b in ((20.6, 23.6), (31.8, 34.8), (46.2, 49.4)):
        f.sprite(left, (a, -300, 1250), (a + 1.2, 170, 900), (a + 1.9, 190, 900), (b, -300, 1300))
        f.sprite(right, (a, 1200, 1250), (a + 1.2, 700, 900), (a + 1.9, 680, 900), (b, 1200, 1300))
    f.sprite(point, (42, 900, 1900), (43.2, 560, 1060), (45, 600, 1060), (46, 900, 1900))
    f.sprite(point, (60.5, 1000, 1900), (61.8, 640, 900), (66, 560, 1080), (67.4, 1000, 1900))

    def clock(img, t):
        s = Sheet(720, 60)
        s.rect(16, 8, 470, 46, "#000000", alpha=.45)
        s.text(28, 42, f"2026-10-06 15:{22 + int((t + 5) // 60):02d}:{int(t + 5) % 60:02d}  售后拆包 02", 26, "#ffffff")
        o = s.image()
        img.paste(o, (0, 20), o)
    f.overlay(clock)
    f.sound((2, "voice", 3), (11, "voice", 2.5), (17.4, "tape", 2.4), (21.5, "rustle", 2), (33.4, "knock", .3), (43, "voice", 2), (48, "knock", .3), (51, "voice", 4), (62, "click", .1), (63, "voice", 4))
    f.write()


def quote(path):
    p = Form(path, "配件报价单", "晨研咖啡器具")
    p.head("配 件 报 价 单", "晨研咖啡器具 售后服务部", "单号 PJ-20261007-12")
    p.row("机型：家用咖啡机 CY12", f"机身序列号：{SERIAL}")
    p.row("退回运单：飞驿快递 FY261003991248", "收货日期：2026 年 10 月 6 日")
    p.y += 6
    p.table([40, 170, 95, 60, 65, 65], [["序号", "配件", "料号", "数量", "单价（元）", "金额（元）"], ["1", "水箱 1.5 L（含盖）", "CY12-WT-02", "1", "180.00", "180.00"], ["2", "更换工时", "—", "—", "0.00", "0.00"], ["", "合计", "", "", "", "180.00"]], height=30)
    p.note("情况说明：主机外观与功能检查正常；水箱前壁贯穿裂纹，右上角缺损，不可修复，需整件更换。")
    p.note("报价有效期 30 天。机身序列号与发货记录一致。")
    p.y += 50
    p.row("检查人：段宏", "2026 年 10 月 7 日")
    p.stamp(430, p.y - 6, "晨研咖啡器具有限公司", "售后专用章", 54)
    p.foot(1, 1, "PJ-20261007-12")
    p.done()


def chat(path):
    body = sc.table(tx.tiles(1600, 1600, 22, "#cdc6b8", "#a49c8d", 3), 130) + carton_open() + f"union{{{machine(lying=True)} rotate x*-90 translate <-4,13,15>}}"
    img = sc.render(body, 1200, 900, (3, 104, -44), (0, 11, 0), 42, key=(-70, 130, -40), warm=(1, .96, .9), soft=60)
    photo.small(photo.finish(img, 122), path)


FILES = {
    "c12-b1-return-packing.mp4": packing,
    "c12-m1-unpacking.mp4": unpacking,
    "c12-m2-parts-quote.pdf": quote,
    "c12-x1-chat.jpg": chat,
}
