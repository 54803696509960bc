# SPDX-License-Identifier: GPL-3.0-or-later
"""Case 7: the air fryer that stops after forty seconds."""
from . import photo
from . import scene as sc
from . import textures as tx
from .draw import Sheet
from .film import Film
from .forms import Form
from .hands import hand

W, H = 864, 1536
SERIAL = "CY5L2606-01772"


def display(state):
    s = Sheet(900, 330, "#0a0b0d")
    dim = "#23272c"
    if state == "on":
        s.text(300, 215, "200", 170, "#f4f7fa", "c", face="DejaVu Sans Mono")
        s.text(470, 150, "℃", 60, "#f4f7fa")
        s.text(640, 215, "15", 150, "#f4f7fa", "c", face="DejaVu Sans Mono")
        s.text(750, 215, "分", 54, "#f4f7fa")
    elif state == "e2":
        s.text(450, 225, "E2", 200, "#ff4a3d", "c", face="DejaVu Sans Mono", heavy=3)
    s.circle(90, 60, 20, "#ff9a1f" if state == "on" else dim)
    s.text(124, 72, "加热", 34, "#ffb04d" if state == "on" else "#444a51")
    for i, t in enumerate(["薯条", "鸡翅", "蛋挞", "烤鱼", "电源"]):
        s.text(120 + i * 165, 304, t, 34, "#cfd6dd" if state != "off" else "#3a4047", "c")
    return s.image("RGB")


def fryer(state):
    shell = sc.paint("#efe9dc", sc.SATIN)
    out = f"superellipsoid{{<.35,.22> scale <13.5,15,14> translate y*16 {shell}}}"
    out += "box{<-13.2,.2,-13>,<13.2,2,13> " + sc.paint("#2b2d30", sc.SATIN) + "}"
    scr = sc.picture(display(state), "diffuse .35 emission .75 specular .3 roughness .01" if state != "off" else "diffuse .6 specular .3 roughness .01")
    out += (f"union{{superellipsoid{{<.12,.12> scale <9.2,3.7,.5> {sc.paint('#0d0e10', sc.GLOSS)}}} "
            f"polygon{{5,<0,0>,<1,0>,<1,1>,<0,1>,<0,0> {scr} scale <17,6.2,1> translate <-8.5,-3.1,-.53>}} rotate x*5 translate <0,24.3,-14.0>}}")
    out += "superellipsoid{<.2,.2> scale <11,8,.8> translate <0,10.5,-13.6> " + sc.paint("#e6dfd0", sc.SATIN) + "}"
    out += "superellipsoid{<.3,.4> scale <2.3,1.5,4.6> translate <0,13,-17.5> " + sc.paint("#efe9dc", sc.SATIN) + "}"
    out += "superellipsoid{<.3,.4> scale <1.4,1.52,2.6> translate <0,13.05,-18.5> " + sc.paint("#c9a36b", sc.SATIN) + "}"
    s = Sheet(800, 330, "#dcdedd")
    s.rect(4, 4, 792, 322, line="#555555", lw=3)
    s.text(30, 74, "厨悦 空气炸锅 5L", 50, "#222222")
    s.text(30, 140, "型号 CY-5L  220V 50Hz 1500W", 38, "#222222")
    s.text(30, 222, f"机身号 {SERIAL}", 52, "#111111", heavy=1)
    s.text(30, 294, "执行标准 GB 4706.1", 36, "#222222")
    out += sc.panel(s.image("RGB"), 7.2, 2.97, "translate <-9.8,4.1,-14.48>")
    glow = "light_source{<0,6,-15> color srgb <.9,.4,.1>*.35 fade_distance 5 fade_power 2 shadowless}" if state == "on" else ""
    wall = "plane{-z,-34 texture{pigment{image_map{png \"" + str(sc.image_file(tx.tiles(1200, 1200, 3, "#e2e5e2", "#b9bdb9", 4))) + "\" interpolate 2} scale 60 translate <-30,-4,0>} finish{diffuse .8 specular .2 roughness .02}}}"
    cable = "sphere_sweep{cubic_spline 5 <15,3,10>,.4 <15,2,12>,.4 <24,.6,18>,.4 <30,3,30>,.4 <30,20,34>,.4 " + sc.paint("#e8e8e6", sc.SATIN) + "}"
    cable += "box{<24,18,32.6>,<34,27,34> " + sc.paint("#f2f3f2", sc.SATIN) + "} box{<27.5,19.5,31>,<31,23,33> " + sc.paint("#e4e4e2", sc.SATIN) + "}"
    return sc.table(tx.fbm(1400, 1400, 30, 4, 5)[..., None] ** 1.2 * tx.col("#8e8983") + .12, 60, "diffuse .75 specular .35 roughness .02 reflection .05") + wall + cable + out + glow


def shot(state, eye=(2, 31, -66), look=(0, 17, -4), angle=34, w=W, h=H):
    return sc.render(fryer(state), w, h, eye, look, angle, key=(-50, 90, -60), power=1.0, fill=.35)


def film(path):
    f = Film(path, 58, limit=1_300_000)
    off, on, e2 = shot("off"), shot("on"), shot("e2")
    f.still(0, off, 0)
    f.still(.8, on, .15)
    t = 40.8
    f.still(t, e2, .1)
    for i in range(6):
        f.still(t + .8 + i * 1.6, off if i % 2 == 0 else e2, .08)
    f.still(t + 10.4, e2, .08)
    f.cam((0, 432, 640, 1.35, 0), (4, 432, 640, 1.15, 0), (10, 432, 760, 1.0, 0), (18, 432, 740, 1.05, 1), (26, 440, 560, 1.45, 0), (36, 436, 540, 1.5, -1), (41, 434, 535, 1.6, 0),
          (47, 432, 530, 1.7, 0), (50, 400, 900, 1.6, 0), (52, 330, 1010, 2.4, 0), (55.5, 330, 1010, 2.4, 0), (58, 432, 600, 1.4, 0))
    point = hand(420, "point", False, 10, "#3f4b63")
    f.sprite(point, (0, 700, 850), (.5, 668, 790), (1.1, 668, 790), (2.6, 900, 1700))
    f.sound((.8, "beep", .25, 1900), (1.2, "fan", 40.2), (t, "beep", .3, 1500), *[(t + .8 + i * 1.6, "beep", .3, 1500) for i in range(6)], (44, "voice", 3.5), (12, "voice", 3), (52, "voice", 3))
    f.hum = .001
    f.write()


def report(path):
    p = Form(path, "检测报告单 WX20261006-031", "厨悦特约服务网点")
    no = "检测单号 WX20261006-031"
    p.head("产 品 检 测 单", "厨悦小家电 滨海河东特约服务网点", no)
    p.table([90, 158, 90, 157], [["送检人", "马**", "联系电话", "尾号 0017"], ["产品", "空气炸锅 5L 奶白", "型号", "CY-5L"], ["机身号", SERIAL, "购买日期", "2026 年 8 月 22 日"],
                                 ["送检日期", "2026 年 10 月 6 日", "质保", "整机一年，在保"]], head=False, height=28)
    p.note("用户描述：通电约四十秒后停止加热，屏幕显示 E2，断电重启后重复出现。")
    p.note("外观检查：外壳完好，无磕碰、进水、拆机痕迹；易碎贴完整；炸篮、发热管无异物。")
    p.y += 10
    p.row("接机人：邹凯", "接机时间：2026-10-06 09:40")
    p.foot(1, 3, no)
    p.page()
    p.head("检测过程与结论", "", no)
    p.table([40, 210, 130, 115], [["序号", "项目", "标准", "实测"], ["1", "绝缘电阻", "≥ 2 MΩ", "26 MΩ"], ["2", "发热管阻值（冷态）", "30 – 34 Ω", "32.1 Ω"], ["3", "风机运转", "正常", "正常"],
                                  ["4", "温度传感器阻值（25 °C）", "100 kΩ ± 3%", "100.8 kΩ"], ["5", "温控板输出（加热 40 秒后）", "持续", "中断，报 E2"], ["6", "温控板焊点放大检查", "饱满", "Q3 引脚虚焊"]], height=28)
    p.text(50, p.y + 10, "检测结论：", 12)
    p.rect(50, p.y + 22, 495, 60, line="#333333", lw=1)
    p.text(66, p.y + 60, "温控板虚焊，非人为损坏。", 17, heavy=.3)
    p.y += 108
    p.note("处理意见：属质保范围内性能故障，更换温控板后可恢复使用，预计维修时间 5 个工作日。")
    p.y += 150
    p.row("检测人：邹凯", "审核人：丁慧兰", "2026 年 10 月 6 日")
    p.stamp(430, p.y + 10, "滨海河东特约服务网点", "检测专用章", 56)
    p.foot(2, 3, no)
    p.page()
    p.head("附：照片说明与声明", "", no)
    img = sc.render(fryer("e2"), 900, 675, (2, 27, -46), (0, 19, -8), 40, key=(-50, 90, -60), power=1.0, fill=.35)
    p.picture(img, 110, p.y, 375, 281)
    p.y += 305
    p.text(W_MID, p.y, "图 1  通电 41 秒时的显示", 10, align="c")
    p.y += 34
    p.note("1. 本检测单仅对送检样机负责。")
    p.note("2. 样机已由送检人取回，未更换部件。")
    p.note("3. 涂改、无章无效。")
    p.foot(3, 3, no)
    p.done()


W_MID = 297.6


def chat(path):
    img = sc.render(fryer("e2"), 1200, 900, (6, 30, -44), (0, 20, -8), 42, key=(-50, 90, -60), power=.9, fill=.3, tilt=3)
    photo.small(photo.finish(img, 72, noise=.02, gain=(1.05, 1, .9)), path)


FILES = {
    "c07-b1-fault.mp4": film,
    "c07-b2-service-report.pdf": report,
    "c07-x1-chat.jpg": chat,
}
