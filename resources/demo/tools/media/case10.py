# SPDX-License-Identifier: GPL-3.0-or-later
"""Case 10: the gift promised by mouth in the live room, from 1:12 to 1:20 of the replay."""
import numpy as np
from PIL import Image

from . import photo
from . import scene as sc
from . import textures as tx
from .draw import Sheet
from .film import Film
from .forms import Form

W, H = 720, 1280
CAPTION = "今晚下单都送杯套礼盒，价值 59 元"


def cup(place="", color="#8fa9bd"):
    out = "lathe{cubic_spline 9 <0,0>,<2.9,0>,<3.3,.2>,<3.45,1>,<3.45,14>,<3.3,15.6>,<2.7,16.6>,<2.65,17>,<0,17> " + sc.paint(color, sc.SATIN) + "}"
    out += "cylinder{<0,16.8,0>,<0,20,0>,2.75 " + sc.paint("#5b7185", sc.SATIN) + "} cylinder{<0,16.5,0>,<0,16.9,0>,2.85 " + sc.paint("#c9ced2", "diffuse .4 specular .8 reflection .25") + "}"
    out += "torus{1.5,.28 rotate x*90 translate <0,20.4,0> " + sc.paint("#5b7185", sc.SATIN) + "}"
    s = Sheet(1600, 400, color)
    s.text(1200, 230, "暖杯", 150, "#eef3f6", "c", heavy=1)
    s.text(1200, 320, "480 ml", 70, "#eef3f6", "c")
    out += (f"cylinder{{<0,5,0>,<0,11,0>,3.47 open texture{{pigment{{image_map{{png \"{sc.image_file(s.image('RGB'))}\" map_type 2 interpolate 2}} scale <1,6,1> translate y*5}} "
            f"finish{{{sc.SATIN}}}}}}}")
    return f"union{{{out} {place}}}"


def gift(place=""):
    s = Sheet(600, 600, "#b6403f")
    s.rect(30, 30, 540, 540, line="#ecc98a", lw=6)
    s.text(300, 280, "杯套礼盒", 100, "#f4dca6", "c", heavy=2)
    s.text(300, 380, "暖杯 × 阿柚", 54, "#f4dca6", "c")
    lid = Sheet(600, 200, "#a63736")
    return sc.box(16, 16, 5, {"front": s.image("RGB"), "top": lid.image("RGB"), "left": lid.image("RGB"), "right": lid.image("RGB")}, place, sc.SATIN, "#a63736")


def person(sway=0.0):
    """The host, drawn with soft round bodies."""
    skin, hair, coat = sc.paint("#e6b795", sc.MATT), sc.paint("#2d211d", sc.SATIN), sc.paint("#e8d3cf", sc.MATT, "normal{bumps .25 scale .8}")
    out = f"blob{{threshold .4 cylinder{{<-12,44,0>,<12,44,0>,10,1}} cylinder{{<0,44,0>,<0,8,0>,17,1}} cylinder{{<-15,43,0>,<-22,24,-4>,6.5,1}} cylinder{{<15,43,0>,<22,24,-4>,6.5,1}} {coat}}}"
    out += f"cylinder{{<0,46,0>,<0,58,0>,3.6 {skin}}} sphere{{0,1 scale <7.6,9.6,8> translate <{sway},64,-1> {skin}}}"
    out += f"sphere{{0,1 scale <9,10,9> translate <{sway},67,2> {hair}}} blob{{threshold .4 cylinder{{<-8,70,1>,<-9,44,3>,6,1}} cylinder{{<8,70,1>,<9,44,3>,6,1}} {hair}}}"
    out += f"sphere{{0,1 scale <8.6,4.4,6> translate <{sway},71.5,-4> {hair}}}"
    for d in (-1, 1):
        out += f"sphere{{0,1 scale <1.15,.75,.5> translate <{sway + d * 3},64.8,-8.2> {sc.paint('#fbf7f2')}}} sphere{{0,.62 translate <{sway + d * 3},64.8,-8.35> {sc.paint('#2a1c16', sc.GLOSS)}}}"
        out += f"sphere{{0,1 scale <1.5,.25,.4> translate <{sway + d * 3},66.9,-8.0> {hair}}} sphere{{0,1 scale <1.6,1,.4> translate <{sway + d * 4.4},61.6,-7.3> {sc.paint('#e79d8b')}}}"
    out += f"sphere{{0,1 scale <.7,1.3,.9> translate <{sway},62.6,-8.9> {skin}}} sphere{{0,1 scale <1.9,.6,.5> translate <{sway},59.2,-8.2> {sc.paint('#bb4b4b', sc.SATIN)}}}"
    return out


def arm(x0, x1, y1, z1):
    coat, skin = sc.paint("#e8d3cf", sc.MATT), sc.paint("#e6b795", sc.MATT)
    return (f"sphere_sweep{{linear_spline 3 <{x0},42,-2>,4.6 <{x0 * 1.25},28,-12>,4.1 <{x1 * 1.05},{y1 - 5},{z1}>,3.3 {coat}}} "
            f"sphere{{0,1 scale <2.6,3.2,2.4> translate <{x1},{y1},{z1 - 1}> {skin}}}")


def room(extra, w=W, h=H, sway=0.0):
    wall = tx.paper(1000, 1000, 4, "#d9c9bd")
    body = f"plane{{-z,-70 texture{{pigment{{image_map{{png \"{sc.image_file(wall)}\"}} scale 90}} finish{{diffuse .7}}}}}}"
    for i, (x, c) in enumerate(((-34, "#8fa9bd"), (-24, "#d99a8a"), (-14, "#9fb38c"), (20, "#d8c38c"), (30, "#8fa9bd"), (40, "#c9a3b5"))):
        body += cup(f"scale .8 translate <{x},70,60>", c)
    body += "box{<-50,67,52>,<50,70,70> " + sc.paint("#b48a5f") + "} cylinder{<30,96,69>,<30,96,68>,9 texture{pigment{color srgb <1,.92,.75>} finish{emission .9}}}"
    body += "box{<-60,0,-30>,<60,14,-8> " + sc.paint("#f1ece4", sc.SATIN) + "} box{<-62,14,-34>,<62,15.5,-6> " + sc.paint("#d5b48a", sc.SATIN) + "}"
    body += cup("translate <-19,15.5,-22>") + cup("translate <-28,15.5,-18>", "#d99a8a") + person(sway) + extra
    return sc.render(body, w, h, (0, 52, -104), (0, 47, 0), 46, key=(-40, 100, -110), power=.95, fill=.4, soft=60)


def scenes(w=W, h=H):
    return {"talk": room(arm(-17, -10, 27, -22) + arm(17, 12, 26, -22), w, h),
            "cup": room(arm(-17, -10, 27, -22) + arm(17, 12, 40, -26) + cup("scale .95 translate <12,33,-28>"), w, h),
            "gift": room(arm(-17, -9.5, 36, -26) + arm(17, 9.5, 36, -26) + gift("translate <0,33,-28>"), w, h)}


COMMENTS = ["小*鱼：多少钱呀", "晚*风：雾霾蓝好看", "Z**：装热水能保多久", "木*子：已拍", "阿*：主播今天好早", "念*：有没有优惠券", "大*王：480 毫升够用吗", "星*：已下单两个",
            "柠*檬：密封好不好", "云*：能放冰块吗", "豆*：盖子能拆洗吗", "月*：上次买的很好用", "七*：有赠品吗", "安*：拍了拍了", "南*：几号发货", "橙*：礼盒真的都送吗", "清*：冲"]


def live(img, t, caption=None, clock=None):
    """The live room's layer: host, viewers, comments, goods card and the caption strip."""
    s = Sheet(W, H)
    s.rect(24, 40, 300, 76, "#000000", alpha=.35, radius=38)
    s.circle(64, 78, 32, "#e0a08c")
    s.text(64, 90, "柚", 34, "#ffffff", "c")
    s.text(108, 72, "阿柚直播间", 26, "#ffffff")
    s.text(108, 102, f"{28641 + int(t) * 7} 观看", 19, "#e6e6e6")
    s.text(696, 86, clock or "回放", 22, "#ffffff", "r")
    s.rect(24, 136, 150, 34, "#d63a4a", radius=17, alpha=.85)
    s.text(99, 160, "专场 暖杯", 21, "#ffffff", "c")
    n = int(t / 6)
    for i in range(4):
        text = COMMENTS[(n + i) % len(COMMENTS)]
        w = s.width_of(text, 23) + 32
        s.rect(24, 880 + i * 50, w, 42, "#000000", alpha=.34, radius=21)
        s.text(40, 909 + i * 50, text, 23, "#ffffff")
    s.rect(470, 905, 226, 164, "#ffffff", radius=14, alpha=.94)
    s.rect(486, 921, 84, 84, "#d7e1e9", radius=8)
    s.rect(514, 936, 28, 56, "#8fa9bd", radius=8)
    s.text(584, 950, "保温杯", 24, "#222222")
    s.text(584, 984, "480 ml", 20, "#777777")
    s.text(584, 1018, "¥199.00", 25, "#d63a4a", heavy=.5)
    s.rect(486, 1024, 194, 34, "#d63a4a", radius=17)
    s.text(583, 1048, "去看看", 21, "#ffffff", "c")
    if caption:
        s.rect(20, 1098, 680, 84, "#1a1a1a", alpha=.82, radius=10)
        s.text(360, 1152, caption, 37, "#ffe27a", "c", heavy=.8)
    s.rect(24, 1204, 430, 52, "#000000", alpha=.35, radius=26)
    s.text(48, 1238, "说点什么……", 24, "#dddddd")
    o = s.image()
    img.paste(o, (0, 0), o)
    return img


SUBS = [(3, 10, "欢迎新进来的朋友，今天是暖杯专场"), (14, 22, "这款 480 毫升，雾霾蓝最好看"), (26, 34, "早上装热水，到晚上还是温的"), (40, 48, "盖子可以整个拆下来洗"), (55, 63, "价格在左下角小黄车，199 元"),
        (72, 80, CAPTION), (88, 96, "还没拍的抓紧，库存不多了"), (104, 112, "颜色有三个，备注就可以"), (122, 131, "发货都在四十八小时以内"), (138, 146, "谢谢大家，下一个产品马上来")]


def film(path):
    f = Film(path, 150, fps=12, sway=.25, grain=0)
    pics = scenes(864, 1536)
    for at, name in ((0, "talk"), (13, "cup"), (36, "talk"), (40, "cup"), (51, "talk"), (71.6, "gift"), (80.4, "talk"), (87, "cup"), (98, "talk"), (121, "cup"), (133, "talk")):
        f.still(at, pics[name], .5)
    f.cam((0, 432, 768, 1.0, 0), (30, 432, 760, 1.03, 0), (70, 432, 768, 1.0, 0), (72.5, 432, 770, 1.08, 0), (80, 432, 770, 1.08, 0), (82, 432, 768, 1.0, 0), (150, 432, 764, 1.02, 0))

    def layer(img, t):
        caption = next((c for a, b, c in SUBS if a <= t < b), None)
        return live(img, t, caption, f"09-28 20:{14 + int((t + 31) // 60):02d}:{int(t + 31) % 60:02d}")
    f.overlay(layer)
    f.sound(*[(a, "voice", b - a) for a, b, _ in SUBS if a != 72], (71.9, "beep", .3, 880), (72.4, "beep", .3, 1175), (73, "voice", 6.5), (79.6, "beep", .3, 880))
    f.write()


def screenshot(path):
    img = Image.new("RGB", (W, H))
    img.paste(scenes(864, 1536)["gift"].resize((W, H), Image.LANCZOS))
    live(img, 76, CAPTION, "20:16")
    s = Sheet(1080, 1920)
    s.paste(img, 0, 0, 1080, 1920)
    s.rect(0, 0, 1080, 56, "#000000", alpha=.5)
    s.text(40, 42, "20:16", 34, "#ffffff")
    s.text(1040, 42, "71%", 32, "#ffffff", "r")
    s.image("RGB").save(path, optimize=True)
    print(f"  {path.name}: {path.stat().st_size // 1024} KiB")


def chat(path):
    img = Image.new("RGB", (W, H))
    img.paste(scenes(864, 1536)["gift"].resize((W, H), Image.LANCZOS))
    live(img, 76, CAPTION, "20:16")
    photo.small(img.crop((0, 560, 720, 1270)), path)


def order(path):
    p = Form(path, "推广合作单", "暖杯日用")
    p.head("推 广 合 作 单", "暖杯日用  ×  阿柚直播间", "单号 TG-2026-0918-07")
    p.table([120, 375], [["合作方式", "直播专场，按成交结算"], ["推广商品", "保温杯 480 ml（雾霾蓝、奶橘、豆绿）"], ["直播时间", "2026 年 9 月 28 日 19:30 — 23:00"], ["直播价", "199.00 元"],
                         ["佣金", "实收金额的 18%"], ["优惠", "无店铺券，平台券以平台规则为准"], ["赠品", ""], ["口播要点", "保温十二小时、盖可拆洗、四十八小时内发货"], ["售后", "由店铺按平台规则处理"],
                         ["其他约定", "达人口播应与本单一致；另行承诺的，由达人自行承担"]], head=False, height=38, size=11, align="cl")
    p.y += 16
    p.row("甲方：暖杯日用", "乙方：阿柚直播间", size=11.5)
    p.row("日期：2026 年 9 月 18 日", "日期：2026 年 9 月 18 日", size=11.5)
    p.stamp(170, p.y + 8, "暖杯日用百货商行", "合同专用章", 52)
    p.stamp(420, p.y + 4, "阿柚文化传媒工作室", "业务专用章", 52, 8)
    p.foot(1, 1, "TG-2026-0918-07")
    p.done()


def listing(path):
    body = "plane{y,0 " + sc.paint("#e9e4dc", "diffuse .85 reflection .04") + "} plane{-z,-50 " + sc.paint("#efe9e0") + "}"
    body += cup("translate <-3,0,0>") + cup("scale .94 translate <7,0,10>", "#d99a8a") + cup("scale .92 translate <15,0,17>", "#9fb38c")
    img = sc.render(body, 1600, 1600, (-2, 17, -52), (5.5, 11, 4), 36, key=(-50, 80, -60), soft=60, power=1.0)
    s = Sheet(1600, 1600)
    s.paste(img, 0, 0)
    s.text(90, 190, "暖杯 保温杯", 100, "#4a6074", heavy=2)
    s.text(94, 270, "480 ml · 雾霾蓝", 54, "#6a8094")
    s.rect(0, 1440, 1600, 160, "#5b7185")
    s.text(90, 1545, "长效保温 12 小时 · 盖可拆洗 · 48 小时内发货", 58, "#ffffff")
    photo.save(s.image("RGB"), path, quality=86, limit=500_000)


FILES = {
    "c10-b1-screenshot.png": screenshot,
    "c10-m1-promotion-order.pdf": order,
    "c10-p1-replay.mp4": film,
    "c10-p2-listing.jpg": listing,
    "c10-x1-chat.jpg": chat,
}
