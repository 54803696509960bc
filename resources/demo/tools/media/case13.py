# SPDX-License-Identifier: GPL-3.0-or-later
"""Case 13: drawn patches of a reddened cheek, a clinic slip without a seal, a quality report."""
import numpy as np
from PIL import Image

from . import photo
from . import scene as sc
from . import textures as tx
from .draw import Sheet
from .forms import Form


def cheek(seed, flip):
    """Skin of a cheek alone: pores, fine lines, a flush with small raised spots. No face."""
    w, h = 2304, 1728
    y, x = np.mgrid[0:h, 0:w].astype(np.float32)
    u, v = x / w, y / h
    skin = np.ones((h, w, 3), np.float32) * tx.col("#e3b497")
    skin *= (.95 + .08 * tx.fbm(w, h, 5, seed, 5))[..., None]
    flush = np.exp(-(((u - .5) / .26) ** 2 + ((v - .52) / .30) ** 2) * 1.2) * (.55 + .75 * tx.fbm(w, h, 9, seed + 1, 5))
    skin = tx.mix(skin, np.ones_like(skin) * tx.col("#cf5b4c"), np.clip(flush, 0, 1) * .72)
    rng = np.random.default_rng(seed)
    bumps = np.zeros((h, w), np.float32)
    for _ in range(70):
        cx, cy, r = rng.normal(.5, .13) * w, rng.normal(.52, .14) * h, rng.uniform(9, 26)
        x0, x1, y0, y1 = int(max(0, cx - 90)), int(min(w, cx + 90)), int(max(0, cy - 90)), int(min(h, cy + 90))
        if x0 >= x1 or y0 >= y1:
            continue
        g = np.exp(-((x[y0:y1, x0:x1] - cx) ** 2 + (y[y0:y1, x0:x1] - cy) ** 2) / (2 * r * r))
        bumps[y0:y1, x0:x1] += g * r * .35
        skin[y0:y1, x0:x1] = tx.mix(skin[y0:y1, x0:x1], np.ones((y1 - y0, x1 - x0, 3)) * tx.col("#c03e38"), g * .55)
    pores = -np.clip(tx.noise(w, h, 230, seed + 3) - .66, 0, 1) * 5 - np.clip(tx.noise(w, h, 420, seed + 4) - .7, 0, 1) * 3
    lines = tx.fbm(w, h, 60, seed + 5, 3, aspect=.5) * 2.2
    big = 300 * np.sqrt(np.clip(1 - ((u - .47) / .95) ** 2 - ((v - .5) / 1.05) ** 2, .02, 1))
    a = tx.relief(big + bumps + pores + lines, skin, (-.55, -.45, .8), ambient=.58, gloss=.05, shine=14)
    hair = Sheet(w, h)
    for i in range(46):
        x0 = w * .955 + rng.normal(0, 34)
        hair.smooth([(x0, -20), (x0 + rng.normal(10, 18), h * .3), (x0 + rng.normal(-24, 22), h * .62), (x0 + rng.normal(-46, 26), h * .86), (x0 + rng.normal(-70, 30), h * 1.1)], "#2a1d17", rng.uniform(2, 5), .8, close=False)
    r = hair.array().astype(np.float32) / 255
    a = tx.mix(np.clip(a, 0, 1), r[..., :3], tx.blur(r[..., 3], 1))
    return a[:, ::-1] if flip else a


def cheek_photo(seed, flip, taken):
    def make(path):
        photo.save(photo.finish(cheek(seed, flip), seed, noise=.014, gain=(1.02, 1, .95)), path, taken, "c", quality=80)
    return make


def slip_image():
    s = Sheet(1100, 1560, "#f7f5ee")
    s.text(550, 110, "鹿鸣社区卫生服务站", 58, "#222222", "c", heavy=1)
    s.text(550, 186, "门 诊 就 诊 单", 50, "#222222", "c")
    s.line([(70, 220), (1030, 220)], "#222222", 3)
    blue = "#23388a"
    s.text(80, 300, "姓名：", 38)
    s.text(200, 298, "谢**", 44, blue)
    s.text(430, 300, "性别：", 38)
    s.text(550, 298, "女", 44, blue)
    s.text(720, 300, "年龄：", 38)
    s.text(840, 298, "26", 44, blue)
    s.text(80, 384, "就诊日期：", 38)
    s.text(280, 380, "2026 年 10 月", 44, blue)
    s.text(570, 382, "3", 58, blue, heavy=4)
    s.text(562, 384, "8", 50, blue, alpha=.55)
    s.text(566, 380, "5", 52, blue, alpha=.6, heavy=1)
    s.line([(556, 344), (618, 392)], blue, 5, .85)
    s.line([(560, 394), (612, 342), (622, 388)], blue, 3.5, .7)
    s.text(640, 380, "日", 44, blue)
    s.line([(70, 420), (1030, 420)], "#888888", 2)
    for i, (a, b) in enumerate((("主诉：", "面部泛红、轻度瘙痒 2 天"), ("现病史：", "使用新护肤品后出现，无发热"), ("查体：", "双侧面颊片状红斑，散在小丘疹"), ("初步诊断：", "接触性皮炎？"), ("处理：", "停用可疑产品，冷敷，外用药膏 bid"))):
        y = 500 + i * 110
        s.text(80, y, a, 38)
        s.text(270, y, b, 42, blue)
        s.line([(260, y + 18), (1020, y + 18)], "#bbbbbb", 1.5)
    s.text(80, 1120, "复诊：一周后，不适随诊", 38)
    s.text(620, 1260, "医师签名：", 38)
    s.smooth([(810, 1256), (840, 1216), (858, 1270), (890, 1226), (906, 1262), (950, 1230), (990, 1262)], blue, 5, close=False)
    s.text(620, 1340, "（盖章处）", 38, "#999999")
    s.rect(600, 1170, 430, 250, line="#c4c4c4", lw=2, alpha=.8)
    s.text(550, 1510, "本单未加盖公章无效", 30, "#777777", "c")
    a = s.array()[..., :3] / 255.0
    # where the date was scraped, the paper is rough and lighter
    y, x = np.mgrid[0:1560, 0:1100].astype(np.float32)
    rub = np.exp(-(((x - 588) / 62) ** 2 + ((y - 366) / 42) ** 2) * 1.3)
    a = tx.mix(a, np.ones_like(a) * np.array([.99, .985, .95]), rub * .42 * (.5 + tx.noise(1100, 1560, 330, 3)))
    crease = np.zeros((1560, 1100), np.float32) - 3.2 * np.exp(-((y - 780) / 5) ** 2) - 2.6 * np.exp(-((x - 560) / 5) ** 2) + tx.fbm(1100, 1560, 4, 6, 3) * 26
    return tx.to_image(tx.relief(crease, a, (-.5, -.5, .8), ambient=.62))


def slip(path):
    body = sc.table(tx.wood(1600, 1600, 33, "#8a5f3f", "#5d3c26", 4), 60) + sc.flat(slip_image(), 14.8, 21, 0, 0, .05, 4)
    img = sc.render(body, 1728, 2304, (1.0, 30, -7), (0, 0, -.6), 38, key=(-40, 60, 10), tilt=2)
    photo.save(photo.finish(img, 133, noise=.013), path, "2026:10:05 09:02:14", "c", orientation=6, quality=82)


def report(path):
    p = Form(path, "检验报告 QY260718", "清颜护肤")
    no = "报告编号 JC-2026-07-2284"
    p.head("检 验 报 告", "青禾日化检测中心", no)
    p.table([90, 158, 90, 157], [["样品名称", "清颜精华液 30 ml", "批号", "QY260718"], ["委托单位", "清颜护肤", "生产日期", "2026 年 7 月 18 日"], ["样品数量", "6 瓶", "收样日期", "2026 年 7 月 24 日"], ["检验类别", "委托检验", "检验日期", "2026 年 7 月 25 日至 30 日"]], head=False, height=28)
    p.table([40, 175, 125, 95, 60], [["序号", "检验项目", "标准要求", "检验结果", "单项"], ["1", "菌落总数 (CFU/mL)", "≤ 1000", "< 10", "合格"], ["2", "霉菌和酵母菌总数", "≤ 100", "< 10", "合格"], ["3", "铅 (mg/kg)", "≤ 10", "未检出", "合格"],
                                      ["4", "汞 (mg/kg)", "≤ 1", "未检出", "合格"], ["5", "砷 (mg/kg)", "≤ 2", "未检出", "合格"], ["6", "pH（25 °C）", "5.0 – 7.0", "5.9", "合格"], ["7", "感官、外观", "均匀、无异味", "符合", "合格"]], height=26)
    p.note("检验结论：所检项目符合《化妆品安全技术规范》要求。", 12)
    p.note("本报告仅对来样负责；检验项目不包括个体过敏反应。", color="#555555")
    p.y += 40
    p.row("检验：金苗", "审核：陆明远", "批准：韩江")
    p.stamp(430, p.y + 4, "青禾日化检测中心", "检验检测专用章", 56)
    p.foot(1, 1, no)
    p.done()


def chat(path):
    photo.small(photo.finish(cheek(131, False)[250:1550, 300:2000], 135, noise=.015), path)


FILES = {
    "c13-b1-cheek-left.jpg": cheek_photo(131, False, "2026:10:03 09:05:10"),
    "c13-b2-cheek-right.jpg": cheek_photo(132, True, "2026:10:03 09:05:44"),
    "c13-b3-clinic-slip.jpg": slip,
    "c13-m1-quality-report.pdf": report,
    "c13-x1-chat.jpg": chat,
}
