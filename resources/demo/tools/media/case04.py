# SPDX-License-Identifier: GPL-3.0-or-later
"""Case 4: the stylus said to be missing. The merchant's blue cross on the tape ties the two films."""
import numpy as np
from PIL import Image

from . import photo
from . import scene as sc
from . import textures as tx
from .draw import Sheet
from .film import Film
from .forms import Form
from .hands import hand
from .labels import carton, gift_face, labelled, waybill

W, H = 864, 1536
BOX = (27, 7, 20)
EYE, LOOK = (0, 52, -20), (0, 0, 0)


def label():
    return waybill("ZH260922310457", "孙**", "", "临州市海西区学府路***号*舍", "简壳数码 青溪市仓", "保护壳+手写笔套装", "2026-09-22", "0.52", "Z19-04")


def next_label():
    """Of another order, packed before this one."""
    return waybill("ZH260922310442", "吕**", "", "浦南市云山区科苑路**号", "简壳数码 青溪市仓", "平板支架", "2026-09-22", "0.61", "P07-11")


def cross(s, x, y, k, broken=False):
    """The mark over the tape seam; broken: the two halves no longer meet."""
    gap, shift = (9 * k, 13 * k) if broken else (0, 0)
    n = 62 * k
    for sx in (-1, 1):
        if broken:
            s.line([(x + sx * n, y - n), (x + sx * gap * .9, y - gap)], "#1747a6", 9 * k, .92)
            s.line([(x + shift + sx * gap * .9, y + gap), (x + shift + sx * n, y + n)], "#1747a6", 9 * k, .92)
        else:
            s.line([(x + sx * n, y - n), (x - sx * n, y + n)], "#1747a6", 9 * k, .92)


def top(state, fine=1):
    """closed, taped, crossed, labelled, tampered (cut, taped again), slit (opened by the buyer)."""
    w, _, d = BOX
    img = carton(w, d, 51, "" if state == "closed" else "x")
    s = Sheet(*img.size)
    s.paste(img, 0, 0)
    k = 34
    if state == "closed":
        s.line([(0, s.h / 2), (s.w, s.h / 2)], "#5d4022", 4, .8)
    cx, cy = s.w * .2, s.h / 2
    if state in ("crossed", "labelled"):
        cross(s, cx, cy, 1.0)
    if state in ("tampered", "slit"):
        s.line([(0, cy + 3), (s.w * .3, cy - 2), (s.w * .7, cy + 4), (s.w, cy)], "#2c1c0e", 8, .95)
        for i in range(26):
            x = s.w * i / 26
            s.line([(x, cy - 5), (x + 12, cy + 6)], "#e9d9b8", 2, .7)
        cross(s, cx, cy, 1.0, broken=True)
        # a second, glossier layer of clear tape, a little askew and wider, with bubbles
        t = 5.4 * k
        s.c.save()
        s.c.translate(s.w / 2, cy + 14)
        s.c.rotate(-.012)
        s.rect(-s.w / 2 - 20, -t / 2, s.w + 40, t, "#f4f0e2", alpha=.26)
        s.line([(-s.w, -t / 2), (s.w, -t / 2)], "#ffffff", 4, .75)
        s.line([(-s.w, t / 2), (s.w, t / 2)], "#ffffff", 4, .75)
        rng = np.random.default_rng(3)
        for _ in range(46):
            s.circle(rng.uniform(-s.w / 2, s.w / 2), rng.uniform(-t / 2 + 8, t / 2 - 8), rng.uniform(2, 9), "#ffffff", alpha=.28)
        s.c.restore()
    if state == "slit":
        s.line([(0, cy - 4), (s.w, cy - 3)], "#1e1208", 9)
    if state in ("labelled", "tampered", "slit"):
        return labelled(s.image("RGB"), label(), s.w * .62 - 150, s.h * .5 - 224, 320, 448, fine)
    return s.image("RGB")


def neighbour():
    """The parcel of another order at the edge of the bench; its label lies across."""
    w, h, d = 16, 3, 11.5
    plain = carton(w, d, 57, "")
    face = labelled(plain, next_label().transpose(Image.ROTATE_90), plain.width / 2 - 224, plain.height / 2 - 160, 448, 320, 3)
    side = carton(w, h, 58, "")
    return sc.box(w, h, d, {"top": face, "front": side, "left": carton(d, h, 59, ""), "right": carton(d, h, 59, "")}, "translate <2,0,-21.5>")


def parcel(state, place="", fine=1):
    w, h, d = BOX
    side = carton(w, h, 52, "")
    return sc.box(w, h, d, {"top": top(state, fine), "front": side, "left": carton(d, h, 53, ""), "right": carton(d, h, 54, "")}, place)


def case_box(place):
    def draw(s, w, h):
        s.rect(w * .08, h * .07, w * .84, h * .80, "#2f4a40", radius=40)
        s.circle(w * .18, h * .15, w * .035, "#20262c")
        s.text(w / 2, h * .5, "简壳", w * .13, "#dfe6ec", "c")
        s.text(w / 2, h * .58, "平板保护壳", w * .06, "#b8c4ce", "c")
    return sc.box(23, 1.4, 16, {"top": gift_face(23, 16, "#e9ecee", lambda s, w, h: None, 40, seed=2)}, place, core="#e9ecee") + \
        f"union{{{sc.flat(gift_face(16, 22, '#e9ecee', draw, 40, seed=3), 16, 22, 0, 0, 0, 90)} translate y*1.42 {place}}}"


def pen_box(place):
    def draw(s, w, h):
        s.rect(w * .04, h * .18, w * .92, h * .64, "#f7f8f9", radius=20)
        s.line([(w * .34, h * .5), (w * .9, h * .5)], "#c3c9ce", h * .2)
        s.line([(w * .9, h * .5), (w * .94, h * .5)], "#444b52", h * .06)
        s.text(w * .07, h * .58, "手写笔", h * .26, "#2a3138")
    return f"union{{box{{<-9,0,-1.7>,<9,1.9,1.7> {sc.paint('#d5dade', sc.SATIN)}}} {sc.flat(gift_face(18, 3.4, '#dfe4e8', draw, 50, seed=4), 18, 3.4, 0, 0, 1.92)} {place}}}"


def shot(body, eye=EYE, look=LOOK, angle=34, bench=False, fine=1):
    top_tex = tx.paper(1400, 1400, 4, "#b7b9b6") if bench else tx.wood(1600, 1600, 61, "#d8c3a0", "#ae8c62", 6)
    if bench:
        body += neighbour()
    return sc.render(sc.table(top_tex, 90) + body, W * fine, H * fine, eye, look, angle, key=(-50, 90, 5), power=1.15,
                     warm=(1, 1, 1) if bench else (1, .97, .92), aa=fine == 1)


def opened():
    w, h, d = BOX
    return sc.open_box(w, h, d, tx.cardboard(700, 700, 31), "", (122, 118, 112, 115))


SLOT = "box{<-11,0,-3>,<11,.6,3> translate <0,.3,-6.3> " + sc.paint("#d9c6a2", sc.MATT) + "}"
PAD = "box{<-13,.25,-9.6>,<13,1.0,9.6> " + sc.paint("#cbb184", sc.MATT, "normal{wrinkles .6 scale 2}") + "}"


def buyer(path):
    f = Film(path, 48, limit=1_000_000)
    a = shot(parcel("tampered"))
    a2 = shot(parcel("slit"))
    b = shot(opened() + PAD + case_box("scale <.98,1,.80> translate <0,1,2>"))
    c = shot(opened() + PAD + SLOT)
    d = shot(opened().replace("union{", "union{", 1) + PAD + SLOT, (0, 34, -12), (0, 0, -1), 34)
    e = shot(case_box("rotate y*8 translate <0,0,0>"), (0, 46, -18), (0, 0, 0), 34)
    f.still(0, a, 0)
    for at, img in ((10.2, a2), (14.3, b), (24.2, c), (33, e), (41, c)):
        f.still(at, img, .5)
    f.cam((0, 432, 780, 1.0, 0), (3, 432, 770, 1.05, 0), (8, 440, 760, 1.12, 1), (14, 432, 780, 1.05, 0), (20, 432, 760, 1.25, 0), (25, 432, 770, 1.2, 0),
          (29, 432, 800, 1.5, 1), (32, 432, 780, 1.2, 0), (36, 432, 760, 1.2, 0), (41, 432, 780, 1.2, 0), (48, 432, 790, 1.5, -1))
    left, right = hand(430, "open", False, -62, "#7a3f46"), hand(430, "open", True, 62, "#7a3f46")
    knife, point = hand(430, "pinch", False, 20, "#7a3f46", "knife"), hand(420, "point", False, 12, "#7a3f46")
    f.sprite(knife, (6.5, 950, 1650), (7.6, 220, 1010), (9.8, 760, 1010), (11, 1050, 1600))
    f.sprite(left, (11.5, -260, 1100), (13.2, 180, 880), (14.3, 250, 850), (15.2, 20, 820), (16.5, -300, 1000))
    f.sprite(right, (11.5, 1120, 1100), (13.2, 690, 880), (14.3, 610, 850), (15.2, 840, 820), (16.5, 1200, 1000))
    f.sprite(left, (21.4, -260, 1200), (23.2, 240, 880), (24.3, 240, 880), (26, -300, 1300))
    f.sprite(right, (21.4, 1120, 1200), (23.2, 640, 880), (24.3, 640, 880), (26, 1200, 1300))
    f.sprite(point, (26.4, 700, 1850), (27.6, 330, 1090), (29.5, 560, 1090), (30.8, 700, 1850))
    f.sprite(right, (31.4, 1200, 1300), (33.1, 600, 900), (35, 1200, 1300))
    f.sprite(left, (39.3, -300, 1300), (41.1, 260, 900), (43, -300, 1300))
    f.sound((1, "voice", 4), (7.6, "tape", 2.2), (12.6, "rustle", 3), (22, "rustle", 3), (26.5, "voice", 4), (32, "rustle", 2), (33.4, "knock", .2), (42, "voice", 4.5))
    f.write()


def packing(path):
    f = Film(path, 40, limit=900_000)
    f.hum = .001
    near_empty = shot(opened() + PAD, bench=True, fine=3)
    empty = near_empty.resize((W, H), Image.LANCZOS)
    near_label = shot(parcel("labelled", fine=3), bench=True, fine=3)
    one = shot(opened() + PAD + case_box("scale <.98,1,.80> translate <0,1,2>"), bench=True)
    two = shot(opened() + PAD + case_box("scale <.98,1,.80> translate <0,1,2>") + pen_box("translate <0,2.4,-6.2>"), bench=True)
    f.still(0, near_empty, 0, 3)  # both bar codes can be read by a program
    for at, img in ((2, empty), (4.2, one), (9.2, two), (15.6, shot(parcel("closed"), bench=True)), (20.4, shot(parcel("taped"), bench=True)),
                    (26.0, shot(parcel("crossed"), bench=True)), (31.2, near_label.resize((W, H), Image.LANCZOS))):
        f.still(at, img, 0 if at == 2 else .4)
    f.still(33.5, near_label, 0, 3)
    f.cam((0, 440, 1190, 2.2, 0), (1.4, 444, 1190, 2.25, 0), (3.4, 432, 780, 1.05, 0), (8, 432, 780, 1.1, 0), (12, 432, 830, 1.4, 0), (15, 432, 780, 1.1, 0), (22, 400, 770, 1.2, 0), (26, 330, 760, 1.5, 0),
          (29, 330, 760, 1.5, 0), (33.5, 480, 760, 1.3, 0), (35.6, 532, 660, 2.6, 0), (38.4, 534, 662, 2.65, 0), (40, 500, 740, 1.6, 0))
    sl = "#2f5d4c"
    left, right = hand(430, "open", False, -62, sl), hand(430, "open", True, 62, sl)
    pinch, marker = hand(430, "pinch", False, 10, sl), hand(430, "pinch", False, 16, sl, "marker")
    carried = sc.cutout(f"union{{{pen_box('')} scale .052 rotate y*90 rotate y*90 translate <.5,0,.5>}}", 620, 620)
    for h, x0, x1 in ((left, -260, 230), (right, 1120, 640)):
        f.sprite(h, (2.2, x0, 1200), (3.8, x1, 880), (4.4, x1, 870), (6, x0, 1300))
        f.sprite(h, (13.2, x0, 1100), (14.8, x1, 870), (15.8, x1, 850), (17, x0, 1100))
    f.sprite(carried, (7, 1150, 1300), (8.8, 440, 985), (9.5, 432, 985))
    f.sprite(pinch, (7, 1290, 1450), (8.8, 580, 1135), (9.5, 572, 1135), (11, 1100, 1700))
    f.sprite(right, (17.4, -260, 820), (18.2, 60, 800), (20.2, 760, 800), (21.4, 1200, 900))
    f.sprite(marker, (23.2, 800, 1750), (24, 195, 830), (24.7, 300, 950), (25.1, 300, 830), (25.9, 195, 950), (27, 800, 1750))
    f.sprite(right, (29.6, 1200, 1300), (31, 640, 880), (31.8, 640, 860), (33.4, 1200, 1300))

    def clock(img, t):
        s = Sheet(720, 60)
        s.rect(16, 8, 430, 46, "#000000", alpha=.45)
        s.text(28, 42, f"2026-09-22 10:4{6 + int(t // 60)}:{int(12 + t) % 60:02d}  打包台 03", 26, "#ffffff")
        o = s.image()
        img.paste(o, (0, 20), o)
    f.overlay(clock)
    f.sound((4.2, "knock", .2), (9.3, "knock", .2), (13.5, "rustle", 2.5), (18.2, "tape", 2.2), (24, "pen", .7), (25.1, "pen", .8), (31, "rustle", 1), (34, "click", .1))
    f.write()


def weights(path):
    p = Form(path, "称重对照说明", "简壳数码")
    p.head("套装称重对照说明", "简壳数码 仓储部", "编号 CZ-20260930-04")
    p.row("商品：平板保护壳 + 手写笔套装", "订单运单：中禾速递 ZH260922310457")
    p.row("测量日期：2026 年 9 月 30 日", "电子秤：分度 0.01 kg，检定有效期至 2027 年 3 月")
    p.y += 6
    p.table([60, 205, 115, 115], [["序号", "测量内容", "读数 (kg)", "备注"], ["1", "外箱、气泡垫", "0.12", "空箱"], ["2", "保护壳（含彩盒）", "0.31", ""],
                                  ["3", "手写笔（含笔盒）", "0.09", ""], ["4", "整套封箱（1+2+3）", "0.52", "与揽收称重一致"], ["5", "缺手写笔封箱（1+2）", "0.43", "相差 0.09"]])
    p.note("物流称重记录（摘自承运方查询）：")
    p.table([165, 190, 140], [["时间", "环节", "重量 (kg)"], ["2026-09-22 17:35", "青溪市揽收", "0.52"], ["2026-09-24 07:50", "临州市海西区末端网点入库", "0.52"]])
    p.note("说明：包裹自揽收至末端网点重量均为 0.52 kg，与整套重量相同；若缺少手写笔，重量应为 0.43 kg。封箱时我仓在胶带接缝处以蓝色记号笔画十字，见打包视频。")
    p.y += 20
    p.row("称重人：何志远", "复核人：吴桐")
    p.stamp(440, p.y + 60, "简壳数码经营部", "仓储专用章", 52)
    p.text(370, p.y + 78, "2026 年 9 月 30 日", 10.5)
    p.foot(1, 1, "简壳数码 内部测量记录")
    p.done()


def chat(path):
    body = sc.table(tx.wood(1600, 1600, 61, "#d8c3a0", "#ae8c62", 6), 90) + opened() + PAD + SLOT + case_box("scale .9 rotate y*14 translate <14,0,-22>")
    img = sc.render(body, 1200, 900, (4, 50, -40), (3, 0, -6), 48, key=(-50, 90, 5))
    photo.small(photo.finish(img, 42), path)


FILES = {
    "c04-b1-unboxing.mp4": buyer,
    "c04-m1-packing.mp4": packing,
    "c04-m2-weights.pdf": weights,
    "c04-x1-chat.jpg": chat,
}
