# SPDX-License-Identifier: GPL-3.0-or-later
"""Case 9: a forged paper trail. One bitmap of a seal stands on the papers of two companies."""
import numpy as np
from PIL import Image

from . import photo
from . import scene as sc
from . import textures as tx
from .draw import Sheet, surface_of
from .forms import H as PAGE_H
from .forms import MM, Form
from .forms import W as PAGE_W
from .forms import stamp_image

SEAL_MM = 42


def seal():
    """Worn ring, a notch at four o'clock, a blot at nine: both papers carry exactly these pixels."""
    def marks(ink):
        n = ink.shape[0]
        y, x = np.mgrid[0:n, 0:n].astype(np.float32) / n - .5
        ang = np.degrees(np.arctan2(y, x))
        r = np.hypot(x, y)
        notch = (np.abs(ang - 31) < 3.4) & (r > .40)
        ink = np.where(notch, 0.02, ink)
        blot = np.hypot((x + .318) * 1.0, (y - .045) * 1.25) + .012 * (tx.noise(n, n, 40, 9) - .5)
        ink = np.maximum(ink, np.clip((.034 - blot) * 90, 0, 1))
        spot = np.hypot(x + .275, y - .085)
        ink = np.maximum(ink, np.clip((.011 - spot) * 120, 0, 1))
        # the first half of the name hardly printed
        fade = np.clip((ang + 180) / 75, 0, 1)
        left = (ang < -85) & (ang > -180) & (r < .405) & (r > .2)
        return ink * np.where(left, .12 + .35 * (1 - fade) * tx.fbm(n, n, 8, 4, 3), 1)
    return stamp_image("盛禾商贸有限公司", "业务专用章", 700, 5, .5, marks, "4103270058261")


SEAL = seal()


def jar_base(path):
    """The jar lies upside down: batch number etched into its bottom."""
    n = 1400
    s = Sheet(n, n)
    s.circle(n / 2, n / 2, n * .47, line="#ffffff", lw=10)
    s.circle(n / 2, n / 2, n * .36, line="#ffffff", lw=5)
    s.text(n / 2, n * .42, "澜溪 LANXI", 92, "#ffffff", "c", heavy=1)
    s.text(n / 2, n * .56, "LX5K0712", 158, "#ffffff", "c", face="DejaVu Sans Mono", heavy=3)
    s.text(n / 2, n * .66, "EXP 2029/07", 70, "#ffffff", "c", face="DejaVu Sans Mono")
    s.text(n / 2, n * .76, "50 ml", 60, "#ffffff", "c")
    ink = s.array()[..., 3].astype(np.float32) / 255
    base = np.ones((n, n, 3), np.float32) * tx.col("#dfe6e2") * (.95 + .06 * tx.fbm(n, n, 6, 3, 4))[..., None]
    rough = tx.noise(n, n, 420, 5)
    img = tx.relief(-tx.blur(ink, 1.6) * 5 + rough * .6, tx.mix(base, np.ones_like(base) * tx.col("#65706c"), ink * (.62 + .3 * rough)), ambient=.6)
    body = sc.table(tx.weave(1400, 1400, "#c9b7a4", 6, 10, .3), 40)
    body += "cylinder{<0,0,0>,<0,1.6,0>,3.75 " + sc.paint("#b9954f", "diffuse .4 specular .8 roughness .02 reflection .25") + "}"
    body += "lathe{cubic_spline 8 <3.4,1.4>,<3.5,1.6>,<3.72,2.2>,<3.75,4>,<3.7,5.2>,<3.5,5.65>,<3.2,5.75>,<0,5.75> " + sc.paint("#e2e9e5", sc.GLOSS) + "}"
    body += f"disc{{<0,5.76,0>,y,3.35 texture{{pigment{{image_map{{png \"{sc.image_file(img)}\" interpolate 2}} translate <-.5,-.5,0> rotate x*90 scale 6.9 rotate y*-7}} finish{{{sc.SATIN}}}}}}}"
    out = sc.render(body, 2304, 1728, (1.2, 17, -8), (0, 4.8, -.1), 38, key=(-20, 40, -10), soft=18, tilt=-3)
    photo.save(photo.finish(out, 91, noise=.014), path, "2026:09:28 08:40:52", "a", quality=84)


def front_label(genuine):
    s = Sheet(1200, 640, "#f5f6f3")
    tracking, heavy = (26, 0) if genuine else (14, 4)
    x = 600 - (5 * 104 + 4 * tracking) / 2
    for i, ch in enumerate("LANXI"):
        s.text(x + 52, 220, ch, 150 if genuine else 156, "#284238", "c", face="DejaVu Serif", heavy=heavy)
        x += 104 + tracking
    s.text(600, 330, "澜 溪", 96, "#284238", "c", heavy=0 if genuine else 1.6)
    s.line([(330, 376), (870, 376)], "#b9954f", 4 if genuine else 7)
    s.text(600, 450, "山茶修护面霜" if genuine else "山茶修护面霜", 64, "#38564a", "c")
    s.text(600, 540, "净含量 50 ml" if genuine else "净含量 50ml", 46, "#5b7468", "c")
    return s.image("RGB")


def jar(x, genuine):
    """A jar with the label wrapped over its front quarter."""
    wrap = Sheet(4000, 700, "#f5f6f3")
    wrap.paste(front_label(genuine), 2400, 30, 1200, 640)
    out = "cylinder{<0,4.1,0>,<0,6.4,0>,3.93 " + sc.paint("#b9954f" if genuine else "#c39a45", "diffuse .4 specular .8 roughness .02 reflection .22") + "}"
    out += "lathe{cubic_spline 8 <0,0>,<3.2,0>,<3.6,.1>,<3.8,.5>,<3.8,3.6>,<3.72,4>,<3.6,4.15>,<0,4.15> " + sc.paint("#f5f6f3", sc.SATIN) + "}"
    out += (f"cylinder{{<0,.55,0>,<0,3.75,0>,3.87 open texture{{pigment{{image_map{{png \"{sc.image_file(wrap.image('RGB'))}\" map_type 2 interpolate 2}} "
            f"scale <1,3.2,1> translate y*.55}} finish{{{sc.SATIN}}}}} rotate y*0}}")
    return f"union{{{out} translate x*{x}}}"


def pair(w, h, eye, look, angle, seed, tilt=0.0):
    body = sc.table(tx.weave(1400, 1400, "#c9b7a4", 6, 10, .3), 40)
    s = Sheet(500, 150, "#f7e08a")
    s.text(250, 105, "专柜", 88, "#333333", "c")
    t = Sheet(500, 150, "#f7e08a")
    t.text(250, 105, "本单", 88, "#333333", "c")
    body += jar(-5.2, True) + jar(5.2, False) + sc.flat(s.image("RGB"), 4, 1.2, -5.2, -6.4) + sc.flat(t.image("RGB"), 4, 1.2, 5.2, -6.2, turn=4)
    return photo.finish(sc.render(body, w, h, eye, look, angle, key=(-25, 40, -40), soft=20, tilt=tilt), seed)


def lettering(path):
    photo.save(pair(2304, 1728, (.4, 9, -25), (0, 2.3, -1.5), 44, 92, 1.5), path, "2026:09:28 08:46:20", "a", quality=84)


def chat(path):
    photo.small(pair(1600, 1000, (.2, 5, -20), (0, 2.4, -1), 40, 93, -2), path)


def reply(path):
    p = Form(path, "关于批号查询的复函", "澜溪化妆品")
    p.head("澜溪化妆品（江州）有限公司", "消费者服务部", "复函编号 LXF-2026-1006-18")
    p.text(PAGE_W / 2, 150, "关于批号查询的复函", 17, align="c")
    p.y = 196
    p.note("沈女士：", 12)
    for t in ("您于 2026 年 9 月 27 日提交的批号查询已收悉。经核对我公司生产与出厂记录，现答复如下：",
              "一、我公司“澜溪山茶修护面霜 50 ml”批号规则为两位字母、一位年份数字、一位产线字母和四位流水号。",
              "二、您提供的批号 LX5K0712，我公司没有生产记录，该批号不存在。",
              "三、您所附照片中瓶身字体的字距、笔画粗细与我公司印刷版不一致。",
              "四、我公司在该平台仅授权两家店铺销售，名单见公司公告，“莱芙美妆”不在其列。"):
        p.note("　　" + t, 11.5)
        p.y += 6
    p.y += 4
    p.note("　　本函仅就批号与印刷作说明，供您处理售后使用。", 11.5)
    p.y += 70
    p.text(545, p.y, "澜溪化妆品（江州）有限公司", 11.5, align="r")
    p.text(545, p.y + 22, "2026 年 10 月 6 日", 11.5, align="r")
    p.stamp(455, p.y + 4, "澜溪化妆品江州有限公司", "消费者服务专用章", 56, 5)
    p.foot(1, 1, "LXF-2026-1006-18")
    p.done()


def scan_page(draw, seed, dpi=170):
    """One page as an office scanner sees it."""
    w, h = int(PAGE_W / 72 * dpi), int(PAGE_H / 72 * dpi)
    s = Sheet(w, h, "#fdfdfa")
    s.c.scale(dpi / 72, dpi / 72)
    draw(s)
    a = s.array()[..., :3].astype(np.float32) / 255
    ink = 1 - (1 - a) * (.93 + .1 * tx.noise(w, h, 500, seed))[..., None]
    ink *= (.985 + .02 * tx.fbm(w, h, 3, seed, 3))[..., None]
    rng = np.random.default_rng(seed)
    for _ in range(60):
        x, y = int(rng.integers(0, w - 3)), int(rng.integers(0, h - 3))
        ink[y:y + 2, x:x + 2] *= rng.uniform(.5, .9)
    y = np.linspace(0, 1, h)[:, None]
    ink *= (1 - .10 * np.exp(-np.linspace(0, w, w)[None] / 14) * (.5 + .5 * y))[..., None]
    img = tx.to_image(ink).rotate(.35 if seed % 2 else -.25, Image.BICUBIC, fillcolor=(250, 250, 247))
    return img


def seal_at(p, x, y, turn=0.0):
    d = SEAL_MM * MM
    p.c.save()
    p.c.translate(x, y)
    p.c.rotate(np.radians(turn))
    p.c.scale(d / SEAL.width, d / SEAL.height)
    p.c.set_source_surface(surface_of(SEAL), -SEAL.width / 2, -SEAL.height / 2)
    p.c.paint()
    p.c.restore()


def authorisation(path):
    from io import BytesIO

    import cairo

    def one(p):
        p.text(PAGE_W / 2, 120, "销售授权书", 30, "#111111", "c", heavy=.6)
        p.text(PAGE_W - 70, 160, "授权编号：SH-LX-2025-0417", 10.5, align="r")
        y = 210
        for t in ("　　盛禾商贸有限公司系“澜溪”品牌护肤系列产品的区域经销商，兹授权：", "　　莱芙美妆（以下称“被授权方”）", "　　在线上平台开设的店铺内销售“澜溪”品牌下列产品：",
                  "　　　　1. 山茶修护面霜 50 ml", "　　　　2. 山茶柔润水 150 ml", "　　　　3. 山茶净澈洁面乳 120 g",
                  "　　被授权方应从授权方或授权方指定的渠道进货，不得转授权，不得以低于约定的价格销售。", "　　授权方对被授权方的店铺经营不承担连带责任。",
                  "　　本授权书一式两份，双方各执一份，复印无效。"):
            y = p.para(78, y, t, 13, PAGE_W - 150, lead=1.9) + 4
        p.text(PAGE_W / 2, PAGE_H - 50, "第 1 页 共 2 页", 9, "#555555", "c")

    def two(p):
        p.text(78, 110, "（接上页）", 11, "#555555")
        y = 150
        for t in ("　　授权区域：线上平台店铺", "　　授权性质：非独家", "　　授权期限：自 2025 年 4 月 1 日起，有效期至 2026 年 3 月 31 日。", "　　期满未续签的，本授权书自动失效。",
                  "　　授权方如需提前终止授权，应提前三十日书面通知被授权方。"):
            y = p.para(78, y, t, 13, PAGE_W - 150, lead=1.9) + 6
        p.text(330, 520, "授权方：盛禾商贸有限公司", 13)
        p.text(330, 550, "代表：", 13)
        p.smooth([(378, 545), (392, 530), (400, 552), (412, 534), (420, 548), (440, 536), (452, 549)], "#1b1f3a", 1.6, close=False)
        p.text(330, 580, "日期：2025 年 4 月 1 日", 13)
        seal_at(p, 440, 548)
        p.text(PAGE_W / 2, PAGE_H - 50, "第 2 页 共 2 页", 9, "#555555", "c")

    pdf = cairo.PDFSurface(str(path), PAGE_W, PAGE_H)
    pdf.set_metadata(cairo.PDF_METADATA_TITLE, "扫描件")
    for i, draw in enumerate((one, two)):
        img = scan_page(draw, 71 + i)
        buf = BytesIO()
        img.save(buf, "JPEG", quality=82)
        srf = surface_of(img)
        srf.set_mime_data(cairo.MIME_TYPE_JPEG, buf.getvalue())
        c = cairo.Context(pdf)
        c.scale(PAGE_W / img.width, PAGE_H / img.height)
        c.set_source_surface(srf, 0, 0)
        c.paint()
        c.show_page()
    pdf.finish()
    print(f"  {path.name}: {path.stat().st_size // 1024} KiB")


def invoice(path):
    p = Form(path, "购货发票", "广通供应链有限公司")
    p.text(PAGE_W / 2, 70, "购 货 发 票", 24, "#8a2a22", "c", heavy=.4)
    p.line([(200, 80), (395, 80)], "#8a2a22", 1.2)
    p.line([(200, 83), (395, 83)], "#8a2a22", .6)
    p.text(545, 60, "号码 0268817420", 10, "#8a2a22", "r")
    p.text(545, 78, "开票日期 2026 年 8 月 19 日", 10, "#8a2a22", "r")
    p.y = 104
    p.table([90, 405], [["购买方", "莱芙美妆   纳税人识别号 9141****MA4*****7Q"], ["销售方", "广通供应链有限公司   纳税人识别号 9132****MA1*****3K"]], head=False, height=30, align="cl")
    p.y -= 10
    p.table([150, 60, 45, 45, 65, 70, 60], [["货物名称", "规格", "单位", "数量", "单价", "金额", "税额"], ["*化妆品*澜溪山茶修护面霜", "50 ml", "瓶", "40", "380.53", "15,221.24", "1,978.76"],
                                            ["*化妆品*澜溪山茶柔润水", "150 ml", "瓶", "20", "168.14", "3,362.83", "437.17"], ["合计", "", "", "60", "", "18,584.07", "2,415.93"]], height=28)
    p.y -= 10
    p.table([90, 405], [["价税合计", "贰万壹仟元整    （小写）21,000.00"], ["备注", "送货单 GT-0819-06"]], head=False, height=30, align="cl")
    p.row("收款人：柳青", "复核：宋岩", "开票人：柳青")
    p.text(545, p.y + 26, "销售方（盖章）：广通供应链有限公司", 11, align="r")
    seal_at(p, 440, p.y + 50, 4)
    p.foot(1, 1, "第二联 购买方留存")
    p.done()


FILES = {
    "c09-b1-batch-code.jpg": jar_base,
    "c09-b2-lettering.jpg": lettering,
    "c09-b3-brand-reply.pdf": reply,
    "c09-m1-authorisation.pdf": authorisation,
    "c09-m2-invoice.pdf": invoice,
    "c09-x1-chat.jpg": chat,
}
