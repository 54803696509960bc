# SPDX-License-Identifier: GPL-3.0-or-later
"""Scenes rendered with POV-Ray. One unit is one centimetre, y points up, the table top is y = 0."""
import hashlib
import os
import subprocess
import tempfile
from pathlib import Path

import numpy as np
from PIL import Image

from . import textures as tx

_work = Path(os.environ.get("MEDIA_CACHE") or tempfile.mkdtemp(prefix="media-"))
_work.mkdir(parents=True, exist_ok=True)


def image_file(img):
    """Stores a picture for POV-Ray under a name made from its content."""
    if isinstance(img, np.ndarray):
        img = tx.to_image(img)
    path = _work / (hashlib.sha1(img.tobytes() + str(img.size).encode()).hexdigest()[:16] + ".png")
    if not path.exists():
        img.save(path, compress_level=1)
    return path


def vec(*v):
    v = v[0] if len(v) == 1 else v
    return "<" + ",".join(f"{x:.4f}" for x in v) + ">"


def color(c):
    """'#rrggbb' as POV-Ray colour."""
    return "srgb " + vec(tx.col(c)) if isinstance(c, str) else "srgb " + vec(c)


def paint(c, extra="diffuse 0.8", normal=""):
    return f"texture{{pigment{{color {color(c)}}} {normal} finish{{{extra}}}}}"


MATT = "diffuse 0.82 specular 0.03 roughness 0.1"
SATIN = "diffuse 0.78 specular 0.18 roughness 0.03"
GLOSS = "diffuse 0.75 specular 0.5 roughness 0.008 reflection 0.05"


def picture(img, finish=MATT, flat="z"):
    """Texture from a picture on the unit square of the xy plane."""
    return (f"texture{{pigment{{image_map{{png \"{image_file(img)}\" interpolate 2}}}} finish{{{finish}}}}}")


def panel(img, w, h, place="", finish=MATT):
    """A flat picture w x h with its lower left corner at the origin, facing -z."""
    return (f"polygon{{5,<0,0>,<1,0>,<1,1>,<0,1>,<0,0> {picture(img, finish)} scale <{w:.3f},{h:.3f},1> {place}}}")


def flat(img, w, d, x, z, y=0.02, turn=0.0, finish=MATT):
    """A picture lying on the table, its middle at (x, z); its lower edge looks to the camera (-z)."""
    return panel(img, w, d, f"translate <{-w / 2:.3f},{-d / 2:.3f},0> rotate x*90 rotate y*{turn} translate {vec(x, y, z)}", finish)


def box(w, h, d, faces, place="", finish=MATT, core="#b98d5d"):
    """A closed box on the table, middle of its base at the origin. Faces: front top left right back (pictures)."""
    out = [f"box{{<{-w / 2 + .02},0,{-d / 2 + .02}>,<{w / 2 - .02},{h - .02},{d / 2 - .02}> {paint(core)}}}"]
    where = {
        "front": (w, h, f"translate <{-w / 2},0,{-d / 2}>"),
        "top": (w, d, f"rotate x*90 translate <{-w / 2},{h},{-d / 2}>"),
        "right": (d, h, f"rotate y*-90 translate <{w / 2},0,{-d / 2}>"),
        "left": (d, h, f"rotate y*90 translate <{-w / 2},0,{d / 2}>"),
        "back": (w, h, f"rotate y*180 translate <{w / 2},0,{d / 2}>"),
    }
    for name, img in faces.items():
        fw, fh, pl = where[name]
        out.append(panel(img, fw, fh, pl, finish))
    return "union{" + " ".join(out) + f" {place}}}"


def open_box(w, h, d, img, place="", flaps=(100, 110, 95, 105), lip=0.45):
    """An open carton; `flaps` are the angles of front, back, left, right flap outward from shut."""
    t = 0.25
    tex = f"texture{{pigment{{image_map{{png \"{image_file(img)}\" interpolate 2}} scale 30 rotate x*35 rotate y*20}} finish{{{MATT}}}}}"
    walls = [((-w / 2, 0, -d / 2), (w / 2, h, -d / 2 + t)), ((-w / 2, 0, d / 2 - t), (w / 2, h, d / 2)),
             ((-w / 2, 0, -d / 2), (-w / 2 + t, h, d / 2)), ((w / 2 - t, 0, -d / 2), (w / 2, h, d / 2)),
             ((-w / 2, 0, -d / 2), (w / 2, t, d / 2))]
    out = [f"box{{{vec(a)},{vec(b)}}}" for a, b in walls]
    f = d * lip
    out.append(f"box{{<{-w / 2},0,0>,<{w / 2},{t},{f}> rotate x*{-flaps[0]} translate <0,{h},{-d / 2}>}}")
    out.append(f"box{{<{-w / 2},0,{-f}>,<{w / 2},{t},0> rotate x*{flaps[1]} translate <0,{h},{d / 2}>}}")
    f = min(w, d) * lip
    out.append(f"box{{<0,0,{-d / 2}>,<{f},{t},{d / 2}> rotate z*{flaps[2]} translate <{-w / 2},{h},0>}}")
    out.append(f"box{{<{-f},0,{-d / 2}>,<0,{t},{d / 2}> rotate z*{-flaps[3]} translate <{w / 2},{h},0>}}")
    return "union{" + " ".join(out) + f" {tex} {place}}}"


def table(tex, size=120, finish="diffuse 0.8 specular 0.06 roughness 0.06", turn=0):
    """The table top: a picture repeated over the plane."""
    return (f"plane{{y,0 texture{{pigment{{image_map{{png \"{image_file(tex)}\" interpolate 2}} rotate x*90 "
            f"scale {size} translate <{size * .37},0,{size * .21}> rotate y*{turn}}} finish{{{finish}}}}}}}")


def tube(points, r, texture):
    """A round cord through the points: cylinders and balls, much quicker to render than a swept sphere."""
    p = [np.array(q, float) for q in points]
    get = lambda i: p[min(max(i, 0), len(p) - 1)]
    fine = []
    for i in range(len(p) - 1):
        a, b, c, d = get(i - 1), get(i), get(i + 1), get(i + 2)
        for t in np.arange(0, 1, .25):
            fine.append(.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t ** 3))
    fine.append(p[-1])
    out = [f"cylinder{{{vec(a)},{vec(b)},{r}}} sphere{{{vec(b)},{r}}}" for a, b in zip(fine, fine[1:])]
    return "union{" + " ".join(out) + f" {texture}}}"


def turned(radius, height, texture, rows=120, cols=240):
    """A body of revolution as a mesh: radius(angle, y) for angles 0..2 pi, y 0..height (arrays); texture in (u, v)."""
    y, a = np.meshgrid(np.linspace(0, height, rows), np.linspace(0, 2 * np.pi, cols), indexing="ij")
    r = radius(a, y)
    p = np.stack([r * np.cos(a), y, r * np.sin(a)], -1)
    n = np.cross(np.gradient(p, axis=0), np.gradient(p, axis=1))
    uv = np.stack([a / (2 * np.pi), y / height], -1)
    idx = np.arange(rows * cols).reshape(rows, cols)
    faces = np.concatenate([np.stack([idx[:-1, :-1], idx[1:, :-1], idx[1:, 1:]], -1).reshape(-1, 3), np.stack([idx[:-1, :-1], idx[1:, 1:], idx[:-1, 1:]], -1).reshape(-1, 3)])
    rows_of = lambda m: ",".join(vec(v) for v in m.reshape(-1, 3))
    return (f"mesh2{{vertex_vectors{{{p.size // 3},{rows_of(p)}}} normal_vectors{{{n.size // 3},{rows_of(n / np.linalg.norm(n, axis=-1, keepdims=True))}}} "
            f"uv_vectors{{{uv.size // 2},{','.join(f'<{u:.5f},{v:.5f}>' for u, v in uv.reshape(-1, 2))}}} "
            f"face_indices{{{len(faces)},{','.join(f'<{i},{j},{k}>' for i, j, k in faces)}}} uv_mapping {texture}}}")


def render(body, w, h, eye, look, angle=48, key=(-70, 110, -50), warm=(1.0, 0.97, 0.92), power=1.25, fill=0.42,
           sky=(0.72, 0.75, 0.79), soft=45, tilt=0.0, aa=True, radiosity=True, quality=1.0):
    """Renders and gives a PIL picture. `key` is the soft main light; `tilt` turns the camera around its axis."""
    rad = ("radiosity{pretrace_start 0.08 pretrace_end 0.02 count 50 nearest_count 6 error_bound 0.7 "
           "recursion_limit 1 low_error_factor 0.7 gray_threshold 0.3 brightness 1.0}") if radiosity else ""
    amb = "0" if radiosity else "0.35"
    n = 5
    text = f"""#version 3.7;
global_settings{{assumed_gamma 1.0 max_trace_level 6 {rad}}}
#default{{finish{{ambient {amb} diffuse 0.8}}}}
background{{color srgb {vec(sky)}}}
camera{{perspective location {vec(eye)} right x*{w}/{h} up y direction z angle {angle if w >= h else angle} look_at {vec(look)} rotate 0 }}
light_source{{{vec(key)} color rgb {vec(np.array(warm) * power)} area_light {vec(soft, 0, 0)},{vec(0, soft * .7, soft * .7)},{n},{n} adaptive 1 jitter circular orient}}
light_source{{<80,90,-90> color rgb {vec(np.array((.85, .92, 1.0)) * fill)} shadowless}}
{body}
"""
    if tilt:
        text = text.replace("rotate 0 }", "}").replace("direction z", f"sky <{np.sin(np.radians(tilt)):.5f},{np.cos(np.radians(tilt)):.5f},0>  direction z")
    name = hashlib.sha1(f"{text}{w}{h}{aa}".encode()).hexdigest()[:20]
    png, pov = _work / f"r{name}.png", _work / f"r{name}.pov"
    if not png.exists():
        pov.write_text(text)
        cmd = ["povray", f"+I{pov}", f"+O{png}", f"+W{w}", f"+H{h}", "-D", "-GA", "+WT2"]
        cmd += ["+A0.15", "+AM2", "+R2"] if aa else ["-A"]
        run = subprocess.run(cmd, capture_output=True, text=True)
        if run.returncode or not png.exists():
            raise RuntimeError("\n".join(l for l in run.stderr.splitlines() if "rror" in l)[-1500:] + f"\n{pov}")
    return Image.open(png).convert("RGB")


def cutout(body, w, h, light=(-0.5, 1.4, 0.7)):
    """The unit square of the xz plane seen from straight above, on nothing (RGBA)."""
    text = f"""#version 3.7;
global_settings{{assumed_gamma 1.0}}
#default{{finish{{ambient 0.42 diffuse 0.7}}}}
camera{{orthographic location <.5,5,.5> right x*{w / h:.4f} up y direction -y sky z look_at <.5,0,.5>}}
light_source{{{vec(np.array(light) * 10)} color rgb <1.0,.97,.93>*0.95 area_light <2,0,0>,<0,2,0>,4,4 adaptive 1 jitter circular orient}}
{body}
"""
    name = hashlib.sha1(f"{text}{w}{h}".encode()).hexdigest()[:20]
    png, pov = _work / f"c{name}.png", _work / f"c{name}.pov"
    if not png.exists():
        pov.write_text(text)
        run = subprocess.run(["povray", f"+I{pov}", f"+O{png}", f"+W{w}", f"+H{h}", "+UA", "-D", "-GA", "+A0.1", "+AM2", "+R2"], capture_output=True, text=True)
        if run.returncode:
            raise RuntimeError(run.stderr[-1500:])
    return Image.open(png).convert("RGBA").transpose(Image.FLIP_LEFT_RIGHT)
