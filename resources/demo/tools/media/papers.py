# SPDX-License-Identifier: GPL-3.0-or-later
"""Papers, phone screens and flat things of the background cases: one for each kind of case that cites one."""
import subprocess
import tempfile
from pathlib import Path

import numpy as np
from PIL import Image

from . import photo
from . import textures as tx
from .cloth import place, tag
from .draw import Sheet
from .forms import Form
from .screens import phone, title

W, H = 1600, 1200
CASES = Path(__file__).resolve().parents[2] / "cases"


# --- documents -----------------------------------------------------------------------------------------------------

def paper(name, right, rows, notes, sign, seal, sub="", widths=(150, 345)):
    """A maker of one A4 page: a table of two columns, notes, names, a seal."""
    def make(path):
        p = Form(path, name.replace(" ", ""))
        p.head(name, sub, right)
        p.table(list(widths), rows, head=False, height=30, align="cl")
        for note in notes:
            p.note(note, 11)
        p.y += 40
        p.row(*sign)
        p.stamp(430, p.y + 30, *seal, 54)
        p.foot(1, 1, right)
        p.done()
    return make


PAPERS = {
    "bg-custom-order.pdf": paper("定 制 确 认 单", "定制单 DZ-0417", [
        ["商品", "定制遮光窗帘 2.8×2.6 m·灰"], ["尺寸", "宽 2.80 m，高 2.60 m，买家在下单页填写"], ["色号", "07 深灰，买家收到色卡后选定"],
        ["确认", "买家已单独勾选“定制裁剪，不支持七天无理由”"], ["裁剪", "确认后第二日裁剪"]],
        ["裁剪开始后尺寸和色号不能更改；质量问题不受此限。"], ("制单：孔月", "复核：施然"), ("窗帘定制车间", "定制专用章")),
    "bg-invoice.pdf": paper("销 售 票 据", "记账联", [
        ["货物名称", "化妆品一批（未列品名、批号）"], ["数量", "1 批"], ["金额", "以实际结算为准"], ["销售方", "（未填写）"], ["购买方", "（未填写）"]],
        ["本联内容以开具方存根为准。"], ("开票人：陈**", "复核人：周**"), ("日用品批发部", "业务专用章")),
    "bg-delivery-note.pdf": paper("发 货 单", "仓库留存联", [
        ["商品", "黄铜摆件 貔貅·净重 1.1 kg"], ["数量", "1 件"], ["出库称重", "（未填写）"], ["打包录像", "无"], ["装箱", "防震纸箱一只"]],
        ["物流信息以承运方记录为准。"], ("发货人：刘**", "复核人：（未签）"), ("饰品发货仓", "发货专用章")),
    "bg-code-check.pdf": paper("激 活 记 录 查 询 回 复", "软件方客户服务部", [
        ["查询商品", "办公软件激活码 一年·单机"], ["激活状态", "已激活"], ["激活设备", "与查询人设备不同"], ["激活时间", "早于查询人的下单时间"]],
        ["经查，该激活码在查询人下单之前已在其他设备上激活，不能再次使用。"], ("经办：贺岚", "复核：许成"), ("软件方客户服务部", "查询专用章")),
    "bg-shipping-test.pdf": paper("出 货 检 测 单", "二手优选 检测台 02", [
        ["机型", "云雀 P30 Pro 256GB"], ["串号", "86**********417"], ["外观", "九五新"], ["电池健康", "92 %"], ["功能", "正常"], ["检测日期", "2026 年 9 月 19 日"]],
        ["电池健康由本店检测软件读取，未使用设备自带读数。"], ("检测：高远", "复核：（未签）"), ("二手优选检测台", "出货专用章")),
    "bg-service-report.pdf": paper("服 务 网 点 检 测 单", "家电特约服务网点", [
        ["产品", "无线吸尘器 家用"], ["送检原因", "开机约一分钟自动停机"], ["外观", "无磕碰、无拆机痕迹"], ["拆检", "电机、主板未见水痕"], ["电池", "满电后带载电压骤降"], ["结论", "电池故障，没有进水，非人为损坏"]],
        ["属质保范围内的性能故障，更换电池组后可恢复使用。"], ("检测：吕青", "审核：蔡文斌"), ("家电特约服务网点", "检测专用章")),
    "bg-police-receipt.pdf": paper("受 案 回 执", "江公（受）字〔2026〕10234 号", [
        ["报案人", "银月珠宝"], ["报案事由", "包裹在运输途中疑似被调包"], ["受案情况", "已经受理，案件办理中"], ["物证要求", "原包装由收件人保管，等候调取"]],
        ["本回执仅证明已受理报案，不作为责任认定的依据。"], ("经办人：（签名）",), ("江州市公安局受案专用", "受案回执")),
    "bg-outbound-check.pdf": paper("出 库 检 验 记 录", "极电数码 打包台 05", [
        ["商品", "云雀手机 128G·黑"], ["亮屏测试", "通过，屏幕和边角完好，附序列号照片"], ["封装", "气柱袋满充，外箱六面完好"], ["封箱称重", "0.62 kg"], ["揽收称重", "0.62 kg，承运方签字"], ["签收", "外箱完好，收件人当面验视后签收，有签字"]],
        ["从亮屏测试到封箱、贴单由同一人在监控下连续完成，监控编号 K05。"], ("检验：郭宁", "承运方：（签字）"), ("极电数码仓储部", "出库专用章")),
}


# --- phone screens -------------------------------------------------------------------------------------------------

def card(s, y, rows, head=""):
    """A white card of rows (text, value, colour); gives the y below it."""
    h = 60 + 92 * len(rows) + (90 if head else 0)
    s.rect(40, y, 1000, h, "#ffffff", radius=24)
    ty = y + 84
    if head:
        s.text(90, ty, head, 44, heavy=.6)
        ty += 90
    for a, b, color in rows:
        s.text(90, ty, a, 40, "#5b6068")
        s.text(990, ty, b, 42, color or "#1b1d21", "r", heavy=.4 if color else 0)
        ty += 92
    return y + h + 36


def screen(head, cards, clock="10:24", battery=58):
    """A maker of a phone's screenshot: cards of rows."""
    def make(path):
        s = phone(1900, "#f1f2f5", clock, battery=battery)
        title(s, head)
        y = 240
        for c in cards:
            y = card(s, y, *c)
        s.image("RGB").save(path, optimize=True)
        print(f"  {path.name}")
    return make


RED = "#d8412f"
SCREENS = {
    "bg-pickup-failed.png": screen("上门取件", [
        ([("取件方式", "平台上门取件", ""), ("第 1 次预约", "下午 14:00–17:00", ""), ("结果", "取件失败 · 派单失败", RED)], "第 1 次"),
        ([("取件方式", "平台上门取件", ""), ("第 2 次预约", "上午 9:00–11:00", ""), ("结果", "取件失败 · 派单失败", RED)], "第 2 次")]),
    "bg-weights.png": screen("包裹与商品重量", [
        ([("商品", "水果燕麦 5 袋装", ""), ("单袋净含量", "400 g", ""), ("5 袋净含量", "2.00 kg", "")], "商品页"),
        ([("环节", "揽收称重", ""), ("重量（含纸箱）", "1.72 kg", RED)], "物流称重")]),
    "bg-parts-list.png": screen("包装清单", [
        ([("蓝牙耳机", "1 副", ""), ("充电盒", "1 个", ""), ("充电线", "1 根", RED), ("说明书", "1 本", "")], "蓝牙耳机 白 · 商品页")]),
    "bg-gift-page.png": screen("商品详情", [
        ([("洗发水套装", "送护发素", ""), ("活动", "下单即送护发素 1 瓶", RED), ("数量限制", "未标注", "")], "下单时的页面（截图）")]),
    "bg-price-drop.png": screen("商品详情", [
        ([("商品", "电暖器 油汀", ""), ("下单价", "¥400.00", ""), ("今日价", "¥360.00", RED), ("服务", "价保 15 天", "")], "同一链接 · 同一规格")]),
}


# --- flat things on a table ----------------------------------------------------------------------------------------

def table(seed=3):
    return tx.wood(W, H, seed, light="#c9a377", dark="#8c613a")


def piece(s):
    """A sheet as (rgb, alpha) to lay down."""
    a = s.array().astype(np.float32) / 255
    return a[..., :3], a[..., 3]


def store(path, a, seed):
    photo.save(photo.finish(a, seed), path, limit=300_000, quality=80)


def wrong_book(path):
    s = Sheet(640, 900, "#2f5d8a")
    s.rect(0, 0, 34, 900, "#264b70")
    s.text(330, 260, "编程入门", 104, "#ffffff", "c", heavy=2)
    s.text(330, 370, "从零写第一个程序", 44, "#d5e3f0", "c")
    s.rect(230, 450, 200, 84, "#f0c24b", radius=12)
    s.text(330, 508, "第 2 版", 50, "#26374a", "c", heavy=1)
    for i, w in enumerate((380, 300, 340, 220)):
        s.rect(130, 610 + i * 44, w, 16, "#6f9ac4", alpha=.8)
    a = table(5)
    place(a, piece(s), 440, 120, turn=4)
    store(path, a, 31)


def parts(path):
    """The list of parts with a tick at each, and the screws that were in the bag: 16 of 24."""
    s = Sheet(820, 900, "#fbfbf7")
    s.text(410, 100, "简易书架 五层 · 配件清单", 50, "#222222", "c", heavy=1)
    for i, (name, n, has) in enumerate((("层板", "5", "5"), ("立柱", "4", "4"), ("层板托", "20", "20"), ("偏心螺丝", "24", "16"), ("扳手", "1", "1"))):
        y = 170 + i * 120
        s.rect(50, y, 720, 120, line="#444444", lw=2)
        s.text(80, y + 74, name, 46)
        s.text(470, y + 74, "应有 " + n, 42, "#444444", "c")
        s.text(660, y + 74, "实有 " + has, 42, "#c3342b" if n != has else "#3d7a4b", "c", heavy=1 if n != has else 0)
    s.text(410, 840, "说明书第 2 页", 32, "#777777", "c")
    a = table(6)
    place(a, piece(s), 90, 130, turn=3)
    rng = np.random.default_rng(8)
    for i in range(16):
        x, y = 1060 + (i % 4) * 115, 240 + (i // 4) * 190
        k = Sheet(70, 150, None)
        k.rect(29, 40, 12, 100, "#9aa0a5", radius=4)
        for j in range(9):
            k.line([(27, 52 + j * 10), (43, 47 + j * 10)], "#6d7377", 2)
        k.circle(35, 26, 24, "#b9bec2", "#7f858a", 2)
        k.line([(22, 26), (48, 26)], "#5d6368", 4)
        k.line([(35, 13), (35, 39)], "#5d6368", 4)
        place(a, piece(k), int(x + rng.integers(-8, 8)), int(y + rng.integers(-10, 10)), turn=float(rng.uniform(-40, 40)), r=5)
    store(path, a, 32)


def labels(path):
    """The hang tag says 130, the sewn label 120."""
    a = tx.weave(W, H, "#33415a", 4, 7, .25)
    place(a, tag(["儿童校服裤", "", "尺码", "130", "", "适合身高", "125–135 cm"], 430, 640, "#f4efe2", 54), 260, 250, turn=5)
    place(a, tag(["校服裤", "120/56", "涤棉", "轻柔手洗"], 420, 420, "#fafaf8", 56), 920, 380, turn=-4)
    store(path, a, 33)


def crooked_seam(path):
    """The corner of a grey sheet whose stitches run off the edge."""
    y, x = np.mgrid[0:H, 0:W].astype(np.float32)
    a = tx.weave(W, H, "#b9bdc3", 4, 6, .3)
    a *= np.where(y > H * .74, .88, 1)[..., None]
    s = Sheet(W, H, None)
    for i in range(64):
        px = i * W / 64
        bend = 70 * np.exp(-((px - W * .58) / 170) ** 2)
        py = H * .66 - bend
        s.line([(px, py), (px + 15, py - 1)], "#f4f4f0", 7)
        s.line([(px, py + 5), (px + 15, py + 4)], "#7d8289", 2)
    s.line([(0, H * .74), (W, H * .74)], "#8b9097", 5)
    rgb, alpha = piece(s)
    store(path, tx.mix(a, rgb, alpha), 34)


def film_frame(second, box, mirror=False):
    """A maker of a still from the film of case 1, cut to a part: the same goods, bought by others."""
    def make(path):
        with tempfile.TemporaryDirectory() as folder:
            png = Path(folder) / "frame.png"
            subprocess.run(["ffmpeg", "-v", "error", "-ss", str(second), "-i", CASES / "c01/evidence/c01-b1-unboxing.mp4", "-frames:v", "1", png], check=True)
            img = Image.open(png).convert("RGB").crop(box)
        img = img.transpose(Image.FLIP_LEFT_RIGHT) if mirror else img
        img = img.resize((img.width * 2, img.height * 2), Image.LANCZOS)
        photo.save(photo.finish(img, second), path, limit=300_000, quality=80)
    return make


FLAT = {
    "bg-photo-17.jpg": film_frame(90, (120, 40, 620, 1000), True),
    "bg-photo-18.jpg": film_frame(80, (160, 340, 600, 880)),
    "bg-photo-19.jpg": wrong_book,
    "bg-photo-20.jpg": parts,
    "bg-photo-21.jpg": labels,
    "bg-photo-22.jpg": crooked_seam,
}
FILES = PAPERS | SCREENS | FLAT
