# SPDX-License-Identifier: GPL-3.0-or-later
"""Case 5: the baby's set without its trousers; the packing slip says so on page 2."""
import numpy as np

from . import photo
from . import textures as tx
from .cloth import TOP, TROUSERS, VEST, cloth, place
from .draw import Sheet
from .forms import Form

CREAM, GREEN = "#efe3cb", "#9db58f"


def dots(color):
    def draw(s):
        rng = np.random.default_rng(2)
        for i in range(9):
            for j in range(10):
                s.circle(s.w * (i + .5 + (j % 2) * .5) / 9, s.h * (j + .5) / 10, s.w * .011, color)
    return draw


def ribs(s):
    for i in range(28):
        x = s.w * (.16 + i * .025)
        s.line([(x, 0), (x, s.h)], "#7f9872", s.w * .003, .45)


def bear(s):
    x, y, k = s.w * .5, s.h * .5, s.w * .12
    for dx in (-.75, .75):
        s.circle(x + dx * k, y - .75 * k, .38 * k, "#b98a5c")
    s.circle(x, y, k, "#b98a5c")
    s.circle(x, y + .3 * k, .42 * k, "#ecd3b0")
    for dx in (-.38, .38):
        s.circle(x + dx * k, y - .15 * k, .1 * k, "#3a2a1c")
    s.circle(x, y + .15 * k, .13 * k, "#3a2a1c")


def top_piece(w):
    return cloth(w, w, TOP, CREAM, 3, 4, extra=bear, seams=[[(.25, .38), (.22, .25), (.24, .12)], [(.75, .38), (.78, .25), (.76, .12)], [(.27, .88), (.5, .9), (.73, .88)]])


def vest_piece(w):
    return cloth(w, w, VEST, GREEN, 4, 4, extra=ribs, seams=[[(.21, .88), (.5, .9), (.79, .88)]])


def trousers_piece(w):
    return cloth(w, int(w * 1.15), TROUSERS, CREAM, 6, 4, extra=dots("#9db58f"), seams=[[(.22, .11), (.5, .12), (.78, .11)]])


def bag(w, h, sticker=True):
    """An unopened inner bag of clear film with folded cloth in it."""
    a = np.ones((h, w, 3), np.float32) * tx.col("#e4dcc9")
    fold = np.zeros((h, w), np.float32)
    y, x = np.mgrid[0:h, 0:w].astype(np.float32)
    m = ((x > w * .08) & (x < w * .92) & (y > h * .12) & (y < h * .92)).astype(np.float32)
    green = ((y > h * .5) & (y < h * .9)).astype(np.float32)
    a = tx.mix(a, np.ones_like(a) * tx.col(CREAM), tx.blur(m, 6))
    a = tx.mix(a, np.ones_like(a) * tx.col(GREEN), tx.blur(m * green, 6))
    crease = tx.fbm(w, h, 7, 5, 5)
    fold = tx.blur(m, 20) * 14 + np.abs(crease - .5) * 42
    s = Sheet(w, h)
    s.rect(w * .02, h * .02, w * .96, h * .96, line="#ffffff", lw=5, alpha=.5, radius=10)
    s.rect(0, h * .055, w, h * .018, "#c23b3b", alpha=.75)
    s.text(w * .06, h * .115, "注意：塑料袋请远离婴幼儿", w * .032, "#777777")
    if sticker:
        x0, y0, sw, sh = w * .50, h * .16, w * .40, h * .22
        s.rect(x0, y0, sw, sh, "#fdfdfb")
        s.rect(x0, y0, sw, sh, line="#bbbbbb", lw=2)
        s.text(x0 + sw * .08, y0 + sh * .30, "萌芽童装", sh * .17, "#333333")
        s.text(x0 + sw * .08, y0 + sh * .55, "婴儿套装 90 码", sh * .15, "#333333")
        s.text(x0 + sw * .08, y0 + sh * .86, "2 件", sh * .28, "#111111", heavy=2)
        s.text(x0 + sw * .5, y0 + sh * .86, "内袋 09-4", sh * .13, "#555555")
    r = s.array().astype(np.float32) / 255
    out = tx.relief(fold, a, (-.5, -.5, .75), ambient=.55, gloss=.35, shine=40)
    out = tx.mix(out, r[..., :3], r[..., 3])
    return out, np.ones((h, w), np.float32) * .98


def goods(path):
    w, h = 2304, 1728
    a = tx.weave(w, h, "#a9b3bd", 7, 10, .2)
    place(a, top_piece(960), 90, 120, turn=5)
    place(a, vest_piece(900), 1080, 30, turn=-6)
    place(a, bag(900, 760), 1240, 900, turn=4)
    photo.save(photo.finish(a, 51, gain=(1.02, 1, .96)), path, "2026:10:05 16:38:20", "c", quality=78)


def listing(path):
    w = h = 1600
    a = tx.paper(w, h, 3, "#f4efe6")
    place(a, top_piece(760), 40, 200)
    place(a, vest_piece(700), 830, 190)
    place(a, trousers_piece(640), 480, 820)
    s = Sheet(w, h)
    s.text(80, 130, "婴儿三件套", 84, "#5f7452", heavy=1.5)
    s.text(80, 190, "上衣 + 马甲 + 裤子", 42, "#7b8a70")
    s.rect(1180, 1460, 340, 80, "#5f7452", radius=40)
    s.text(1350, 1515, "三件装", 46, "#ffffff", "c")
    r = s.array().astype(np.float32) / 255
    a = tx.mix(a, r[..., :3], r[..., 3])
    photo.save(photo.finish(a, 52, noise=.003, vignette=.05, soft=.3), path, quality=88, limit=500_000)


def outbound(path):
    p = Form(path, "出库单 CK2610030187", "萌芽童装")
    p.head("出 库 单", "萌芽童装 华中仓", "出库单号 CK2610030187")
    p.row("订单渠道：线上店铺", "出库日期：2026-10-03 13:20")
    p.row("承运商：飞驿快递", "运单号：FY261003662105")
    p.row("收货人：陶**", "收货地址：青禾市文昌区百花街**号")
    p.y += 6
    p.table([50, 215, 80, 70, 80], [["行", "商品", "规格", "数量", "单位"], ["1", "婴儿三件套（上衣、马甲、裤子）", "90 码", "1", "套"]])
    p.row("合计：共 3 件（1 套）", "包裹数：1", size=12)
    p.y += 10
    p.note("备注：发货前已按套装规格核对数量。")
    p.y += 16
    p.row("制单：钱小米", "仓库：华中仓", "打印：2026-10-03 13:05")
    p.stamp(450, p.y + 52, "萌芽童装经营部", "出库专用章", 50)
    p.foot(1, 2, "出库单 CK2610030187")
    p.page()
    p.head("拣 货 明 细", "出库单 CK2610030187 附页", "第 2 页")
    p.table([36, 130, 64, 52, 52, 90, 71], [["行", "拣货项", "规格", "应拣", "实拣", "库位 / 说明", "拣货员"],
                                            ["1", "婴儿上衣 米色小熊", "90 码", "1", "1", "B-12-03", "周"], ["2", "婴儿马甲 豆绿", "90 码", "1", "1", "B-12-07", "周"],
                                            ["3", "婴儿裤 米色圆点", "裤 90 码", "1", "0", "缺货 待补", "周"]], height=30)
    p.note("缺货登记：裤 90 码 缺货 待补，预计 10 月 6 日到货。")
    p.y += 14
    p.table([124, 124, 124, 123], [["拣货", "复核", "打包", "出库确认"], ["周", "", "罗", "钱小米"], ["10-03 13:12", "", "10-03 13:18", "10-03 13:20"]], height=30)
    p.foot(2, 2, "出库单 CK2610030187")
    p.done()


def chat(path):
    w, h = 1200, 900
    a = tx.weave(w, h, "#a9b3bd", 7, 8, .2)
    place(a, bag(860, 720), 150, 80, turn=-5)
    photo.small(photo.finish(a, 53), path)


FILES = {
    "c05-b1-goods.jpg": goods,
    "c05-m1-outbound.pdf": outbound,
    "c05-p1-listing.jpg": listing,
    "c05-x1-chat.jpg": chat,
}
