# SPDX-License-Identifier: GPL-3.0-or-later
"""Case 8: signed for, yet nobody received it. The number the message went to ends in 71, the order's in 34."""
import numpy as np
from PIL import Image

from . import photo
from . import scene as sc
from . import textures as tx
from .draw import Sheet
from .screens import bubble, phone, stamp_time, title


def ticket(path):
    s = phone(2160, "#eef2f7", "21:06", battery=47)
    title(s, "我的行程", 176)
    y = 240
    for head, day, no, a, t1, b, t2, seat in (("去程", "2026-09-30 星期三", "K8417", "滨海", "13:42", "云溪", "19:08", "06 车 12F 号"),
                                              ("返程", "2026-10-07 星期三", "K8418", "云溪", "08:48", "滨海", "14:14", "03 车 08A 号")):
        s.rect(60, y, 960, 500, "#ffffff", radius=26)
        s.rect(60, y, 960, 84, "#2f6fb5", radius=26)
        s.rect(60, y + 50, 960, 34, "#2f6fb5")
        s.text(96, y + 58, head, 42, "#ffffff", heavy=.8)
        s.text(984, y + 58, day, 38, "#ffffff", "r")
        s.text(220, y + 190, a, 64, "#1b1d21", "c", heavy=1)
        s.text(860, y + 190, b, 64, "#1b1d21", "c", heavy=1)
        s.text(220, y + 270, t1, 56, "#2f6fb5", "c")
        s.text(860, y + 270, t2, 56, "#2f6fb5", "c")
        s.text(540, y + 176, no, 48, "#333333", "c")
        s.line([(370, y + 200), (710, y + 200), (686, y + 186)], "#9aa6b2", 4)
        s.text(540, y + 250, "约 5 小时 26 分", 30, "#8b95a0", "c")
        s.line([(90, y + 320), (990, y + 320)], "#dfe5ec", 3, dash=[14, 10])
        s.text(96, y + 384, "乘车人  钟**", 38)
        s.text(984, y + 384, seat, 38, "#333333", "r")
        s.text(96, y + 450, "状态  已出行" if head == "去程" else "状态  已检票", 36, "#3d8a57")
        y += 550
    s.text(540, y + 40, "行程信息由铁路客运凭证生成，仅供查看", 30, "#98a1ab", "c")
    s.image("RGB").save(path, optimize=True)
    print(f"  {path.name}")


def reply(path):
    s = phone(2340, "#f1f3f5", "09:11", battery=82)
    title(s, "飞驿快递 · 工单回复", 176)
    s.rect(48, 240, 984, 560, "#ffffff", radius=22)
    y = s.para(90, 320, "工单 GD1008-2271 网点回复", 44, 900)
    y = s.para(90, y + 16, "运单 FY260928733406：10 月 1 日 18:22 放置梧桐路代收点，系统状态为“已签收，代收点”。", 38, 900, "#333333")
    y = s.para(90, y + 8, "取件短信 10 月 1 日 18:24 发往手机尾号 71，发送成功。", 40, 900, "#111111")
    s.para(90, y + 8, "该件无本人取件记录，请收件人携带取件码到代收点查询。", 38, 900, "#333333")
    s.rect(48, 840, 984, 620, "#ffffff", radius=22)
    s.text(90, 912, "短信发送记录", 42, heavy=.8)
    for i, (a, b) in enumerate((("时间", "2026-10-01 18:24:07"), ("接收号码", "*********71"), ("模板", "代收点取件通知"), ("取件码", "8-3-****"), ("状态", "送达"), ("重发", "无"))):
        yy = 990 + i * 76
        s.line([(90, yy - 52), (990, yy - 52)], "#eceff2", 2)
        s.text(90, yy, a, 38, "#7b838c")
        s.text(990, yy, b, 38, "#222222", "r")
    s.rect(48, 1500, 984, 300, "#ffffff", radius=22)
    s.text(90, 1572, "处理网点", 42, heavy=.8)
    s.text(90, 1646, "滨海河东梧桐路营业点", 38, "#333333")
    s.text(90, 1710, "回复时间 2026-10-08 08:57", 38, "#333333")
    s.image("RGB").save(path, optimize=True)
    print(f"  {path.name}")


def courier_chat(path):
    s = phone(2340, "#ececec", "15:01", battery=64)
    title(s, "飞驿快递客服", 176)
    y = stamp_time(s, 230, "10 月 6 日 14:47")
    y = bubble(s, y, "你好，FY260928733406 显示已签收，可我没有收到", True)
    y = bubble(s, y, "您好，这边帮您查询，请稍等", name="小驿")
    y = bubble(s, y, "查询到该件 10 月 1 日放在梧桐路代收点，取件短信已经发送了", name="小驿")
    y = bubble(s, y, "发到哪个号码了？我手机一条都没有", True)
    y = stamp_time(s, y, "14:55")
    y = bubble(s, y, "抱歉，号码我这边显示不全，只能看到短信是发出成功的", name="小驿")
    y = bubble(s, y, "那有人取走了吗", True)
    y = bubble(s, y, "系统没有本人取件的记录，建议您联系发货商家提交工单核实", name="小驿")
    bubble(s, y, "好的，谢谢", True)
    s.rect(0, 2200, 1080, 140, "#f7f7f7")
    s.rect(120, 2226, 720, 84, "#ffffff", radius=16)
    s.image("RGB").save(path, optimize=True)
    print(f"  {path.name}")


def corridor(flat, more=""):
    """The corridor in front of a flat's door, seen from above; `more` stands in it."""
    door = tx.wood(700, 1300, 9, "#7d4f36", "#5a3523", 1)
    door = np.rot90(np.asarray(tx.to_image(tx.wood(1300, 700, 9, "#7d4f36", "#5a3523", 1))))
    s = Sheet(700, 1300)
    s.paste(Image.fromarray(np.ascontiguousarray(door)), 0, 0, 700, 1300)
    for x, y, w, h in ((90, 110, 520, 470), (90, 700, 520, 480)):
        s.rect(x, y, w, h, line="#3d2417", lw=12, alpha=.7)
        s.rect(x + 14, y + 14, w - 28, h - 28, line="#a06a48", lw=5, alpha=.6)
    s.circle(630, 660, 26, "#c7c9cb")
    s.text(350, 90, flat, 64, "#d9c48a", "c", heavy=1)
    body = sc.table(tx.tiles(1200, 1200, 4, "#bdb8ae", "#8f8a80", 3), 180)
    body += sc.panel(s.image("RGB"), 95, 205, "translate <-47,0,120>")
    body += "box{<-260,0,120.5>,<260,270,130> " + sc.paint("#ddd8cd") + "} box{<110,0,-100>,<120,270,130> " + sc.paint("#d3cec4") + "} box{<-170,0,-100>,<-160,270,130> " + sc.paint("#d8d3c9") + "}"
    body += sc.flat(tx.weave(500, 300, "#6b3b35", 3, 7), 75, 45, 0, 88, .6)
    return sc.render(body + more, 1280, 960, (40, 225, -70), (-5, 60, 90), 74, key=(0, 262, 20), power=.8, fill=.2, soft=30, warm=(1, .96, .86))


def chat(path):
    """The door camera: nothing lies in front of flat 1703."""
    img = corridor("1703")
    s = Sheet(1280, 960)
    s.paste(photo.finish(img, 81, noise=.03, vignette=.5), 0, 0)
    s.text(36, 66, "2026-10-06 08:21:44", 40, "#ffffff")
    s.text(36, 924, "门口 · 云视摄像机", 36, "#ffffff")
    photo.small(s.image("RGB"), path)


FILES = {
    "c08-b1-train-ticket.png": ticket,
    "c08-m1-courier-reply.png": reply,
    "c08-b2-courier-chat.png": courier_chat,
    "c08-x1-chat.jpg": chat,
}
