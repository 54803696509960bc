# SPDX-License-Identifier: GPL-3.0-or-later
"""Case 11: the campaign's coupon that was not taken off."""
from . import photo
from .draw import Sheet
from .forms import Form
from .screens import phone, title


def cooker(s, x, y, k):
    s.rect(x, y + 60 * k, 300 * k, 220 * k, "#565b60", radius=60 * k)
    s.rect(x + 10 * k, y, 280 * k, 100 * k, "#6b7177", radius=50 * k)
    s.rect(x + 80 * k, y + 130 * k, 140 * k, 80 * k, "#15181b", radius=12 * k)
    s.text(x + 150 * k, y + 184 * k, "4 L", 44 * k, "#cfe7ea", "c")
    s.rect(x + 110 * k, y + 14 * k, 80 * k, 16 * k, "#9aa1a7", radius=8 * k)


def campaign(path):
    s = phone(2340, "#fdeee6", "09:10", battery=88)
    title(s, "国庆会场", 176)
    s.rect(0, 220, 1080, 560, "#d8412f")
    s.text(540, 350, "国庆家电节", 104, "#fff0d8", "c", heavy=3)
    s.rect(80, 400, 920, 200, "#fff6e6", radius=30)
    s.text(540, 488, "满 500 减 60", 84, "#d8412f", "c", heavy=2)
    s.text(540, 560, "平台券 · 下单自动抵扣", 40, "#a8604e", "c")
    s.text(540, 660, "10 月 1 日 0 点 至 7 日 24 点", 50, "#fff0d8", "c", heavy=.6)
    s.text(540, 730, "每人限用一次，与店铺券可叠加", 34, "#ffd9c4", "c")
    for i, (n, p, c) in enumerate((("电饭煲 4L 曜石灰", "599.00", "#565b60"), ("破壁机 静音款", "699.00", "#8fa18b"), ("电热水壶 1.7L", "169.00", "#c0a27a"))):
        y = 830 + i * 400
        s.rect(48, y, 984, 370, "#ffffff", radius=26)
        s.rect(78, y + 30, 310, 310, "#f1f3f4", radius=16)
        cooker(s, 118, y + 70, .77)
        s.text(420, y + 90, n, 46, heavy=.5)
        s.text(420, y + 150, "拾光家电" if i == 0 else "平台自选", 34, "#8b8f94")
        if i < 2:
            s.rect(420, y + 178, 240, 52, "#fdeee6", radius=10)
            s.text(540, y + 216, "满 500 减 60", 32, "#d8412f", "c")
        s.text(420, y + 316, "¥" + p, 60, "#d8412f", heavy=1)
        s.rect(800, y + 262, 200, 74, "#d8412f", radius=37)
        s.text(900, y + 312, "去购买", 38, "#ffffff", "c")
    s.image("RGB").save(path, optimize=True)
    print(f"  {path.name}")


def checkout_sheet():
    s = phone(2340, "#f3f4f6", "09:12", battery=88)
    title(s, "确认订单", 176)
    s.rect(36, 230, 1008, 190, "#ffffff", radius=22)
    s.text(80, 310, "何**   尾号 0021", 44, heavy=.6)
    s.text(80, 376, "北原市长宁区枫叶路**号", 36, "#666b71")
    s.rect(36, 450, 1008, 390, "#ffffff", radius=22)
    s.text(80, 520, "拾光家电", 40, heavy=.5)
    s.rect(80, 560, 240, 240, "#f1f3f4", radius=14)
    cooker(s, 110, 600, .6)
    s.text(350, 616, "电饭煲 4L", 44)
    s.text(350, 680, "曜石灰 × 1", 36, "#8b8f94")
    s.text(1000, 780, "¥599.00", 48, align="r")
    s.rect(36, 870, 1008, 480, "#ffffff", radius=22)
    for i, (a, b, c) in enumerate((("商品金额", "¥599.00", "#222222"), ("运费", "¥0.00", "#222222"), ("店铺优惠", "无可用", "#8b8f94"), ("平台优惠", "优惠 0.00 元", "#d8412f"), ("应付金额", "¥599.00", "#222222"))):
        y = 950 + i * 88
        s.text(80, y, a, 40, "#555a60")
        s.text(1000, y, b, 46 if i > 2 else 40, c, "r", heavy=.6 if i > 2 else 0)
        if i:
            s.line([(80, y - 62), (1000, y - 62)], "#eef0f2", 2)
    s.rect(36, 1380, 1008, 130, "#ffffff", radius=22)
    s.text(80, 1460, "支付方式", 40, "#555a60")
    s.text(1000, 1460, "余额", 40, align="r")
    s.rect(0, 2130, 1080, 210, "#ffffff")
    s.text(60, 2240, "合计 ¥599.00", 54, "#d8412f", heavy=1)
    s.rect(680, 2170, 350, 110, "#d8412f", radius=55)
    s.text(855, 2242, "提交订单", 46, "#ffffff", "c")
    return s


def checkout(path):
    checkout_sheet().image("RGB").save(path, optimize=True)
    print(f"  {path.name}")


def chat(path):
    photo.small(checkout_sheet().image("RGB").crop((0, 0, 1080, 1520)), path)


def amounts(path):
    p = Form(path, "订单金额明细 6926100309141111", "平台订单服务")
    p.head("订单金额明细", "由平台订单服务生成", "订单 6926100309141111")
    p.row("店铺：拾光家电", "商品：电饭煲 4L 曜石灰 × 1")
    p.row("提交时间：2026-10-03 09:12:26", "支付时间：2026-10-03 09:12:51")
    p.y += 4
    p.table([165, 110, 110, 110], [["项目", "应计（元）", "实计（元）", "差额（元）"], ["商品标价", "599.00", "599.00", "0.00"], ["运费", "0.00", "0.00", "0.00"], ["店铺优惠", "0.00", "0.00", "0.00"],
                                   ["平台券 满 500 减 60", "-60.00", "0.00", "60.00"], ["应付合计", "539.00", "599.00", "60.00"]], height=28)
    p.note("标价记录（该商品该规格）：")
    p.table([190, 110, 195], [["生效时间", "标价（元）", "变更方"], ["2026-09-12 10:00", "599.00", "店铺"], ["2026-10-03 09:12（下单时）", "599.00", "未变更"], ["2026-10-05 16:00（申请时）", "599.00", "未变更"]])
    p.note("券核销日志：")
    p.table([150, 120, 225], [["时间", "动作", "结果"], ["2026-10-03 09:12:26", "查询可用券", "命中 1 张：满 500 减 60"], ["2026-10-03 09:12:26", "核销", "超时，未返回（代码 5032）"], ["2026-10-03 09:12:27", "降级下单", "按未用券提交"]])
    p.note("说明：本明细为系统记录，未含人工调整。", color="#666666")
    p.foot(1, 1, "订单 6926100309141111")
    p.done()


FILES = {
    "c11-b1-campaign.png": campaign,
    "c11-b2-checkout.png": checkout,
    "c11-p2-amounts.pdf": amounts,
    "c11-x1-chat.jpg": chat,
}
