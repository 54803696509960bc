# SPDX-License-Identifier: GPL-3.0-or-later
"""Simple hands for the films: soft shapes rendered from above, on nothing."""
import math

from PIL import Image

from . import scene as sc

SKIN = "#d9a583"

# Lines of one hand, forearm from below, fingers up; unit square 0..1. (points, width)
POSES = {
    "open": [([(.30, .58), (.22, .36), (.20, .22)], .085), ([(.41, .52), (.38, .26), (.38, .10)], .092),
             ([(.52, .52), (.53, .24), (.54, .07)], .092), ([(.62, .54), (.66, .30), (.69, .15)], .085),
             ([(.34, .74), (.14, .62), (.07, .48)], .10), ([(.38, .66), (.58, .64)], .26), ([(.42, .70), (.54, .70)], .26),
             ([(.47, .78), (.48, 1.2)], .21)],
    "point": [([(.40, .56), (.37, .34), (.38, .12)], .088), ([(.50, .54), (.54, .40), (.50, .34)], .095),
              ([(.59, .56), (.64, .44), (.60, .39)], .09), ([(.66, .60), (.70, .50), (.67, .46)], .08),
              ([(.34, .74), (.26, .58), (.33, .46)], .095), ([(.40, .66), (.58, .66)], .25), ([(.44, .72), (.54, .72)], .24),
              ([(.49, .80), (.50, 1.2)], .20)],
    "pinch": [([(.44, .56), (.36, .36), (.34, .20)], .09), ([(.52, .55), (.47, .34), (.42, .20)], .09),
              ([(.60, .56), (.58, .38), (.54, .26)], .088), ([(.66, .60), (.67, .46), (.64, .36)], .08),
              ([(.34, .74), (.20, .50), (.26, .24)], .10), ([(.40, .66), (.58, .66)], .25), ([(.44, .72), (.54, .72)], .24),
              ([(.49, .80), (.50, 1.2)], .20)],
}
_made = {}
TOOLS = {
    "knife": "cylinder{{<{0},.27,{1}>,<{2},.24,{3}>,.024 {4}}}".format(.335, .74, .50, .40, sc.paint("#d8a21e", sc.SATIN))
             + "box{<-.014,-.003,0>,<.014,.003,.13> rotate y*-24 translate <.328,.27,.75> " + sc.paint("#c9ced3", sc.GLOSS) + "}",
    "marker": "cylinder{<.30,.27,.79>,<.52,.25,.34>,.030 " + sc.paint("#1c4fb0", sc.SATIN) + "} cone{<.30,.27,.79>,.024,<.272,.27,.86>,.006 "
              + sc.paint("#e8e8e8", sc.SATIN) + "}",
}


def hand(size, pose="open", mirror=False, turn=0.0, sleeve="#54606e", tool=None):
    """An RGBA sprite of size x size pixels before turning; the right hand unless mirrored. `tool`: knife, marker."""
    key = (size, pose, mirror, round(turn, 1), sleeve, tool)
    if key in _made:
        return _made[key]
    parts, nails = [], []
    for k, (points, width) in enumerate(POSES[pose]):
        pts = [(x, 1 - y) for x, y in points]
        last = k == len(POSES[pose]) - 1
        palm = width > .2
        for i, (a, b) in enumerate(zip(pts, pts[1:])):
            lift = .12 if palm else .14 + .02 * i
            parts.append(f"cylinder{{<{a[0]},{lift},{a[1]}>,<{b[0]},{.12 if palm else lift + .01},{b[1]}>,{width * (.74 if palm else .98):.3f},1 scale <1,1,1>}}")
        if not palm and not last and pose != "point" or (pose == "point" and k == 0):
            (x1, y1), (x2, y2) = pts[-2], pts[-1]
            d = ((x2 - x1) ** 2 + (y2 - y1) ** 2) ** .5
            nails.append(f"sphere{{0,1 scale <.019,.008,.026> rotate y*{math.degrees(math.atan2(x2 - x1, y2 - y1)):.1f} "
                         f"translate <{x2 + (x2 - x1) / d * .012:.3f},.20,{y2 + (y2 - y1) / d * .012:.3f}> {sc.paint('#efc9b6', sc.SATIN)}}}")
    skin = ("texture{pigment{bozo color_map{[0 srgb <.86,.66,.53>][.6 srgb <.82,.60,.47>][1 srgb <.78,.53,.42>]} scale .16} "
            "normal{bumps .12 scale .012} finish{diffuse .8 specular .08 roughness .06}}")
    body = f"blob{{threshold .42 {' '.join(parts)} {skin}}} {' '.join(nails)}"
    body += f" cone{{<.485,.14,.09>,.145,<.49,.14,-.3>,.17 {sc.paint(sleeve, sc.MATT, 'normal{bumps .3 scale .02}')}}}"
    img = sc.cutout(TOOLS.get(tool, "") + body, size, size)
    if mirror:
        img = img.transpose(Image.FLIP_LEFT_RIGHT)
    if turn:
        img = img.rotate(turn, Image.BICUBIC, expand=True)
    _made[key] = img
    return img
