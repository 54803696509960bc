# SPDX-License-Identifier: GPL-3.0-or-later
"""Surfaces made of numbers: wood, cloth, tiles, cardboard, and shading of height fields. Arrays are float 0..1."""
import numpy as np
from PIL import Image, ImageFilter


def resize(a, w, h, how=Image.BICUBIC):
    return np.asarray(Image.fromarray(a.astype(np.float32), "F").resize((w, h), how))


def noise(w, h, cells, seed, aspect=1.0):
    """Smooth noise 0..1 with about `cells` bumps across the width."""
    rng = np.random.default_rng(seed)
    gw, gh = max(2, int(cells)), max(2, int(cells * h / w * aspect))
    return np.clip(resize(rng.random((gh, gw)), w, h), 0, 1)


def fbm(w, h, cells, seed, octaves=5, aspect=1.0, gain=0.5):
    out, amp, total = np.zeros((h, w), np.float32), 1.0, 0.0
    for i in range(octaves):
        c = cells * 2 ** i
        if c > w or c * h / w * aspect > h:
            break
        out += amp * noise(w, h, c, seed * 31 + i, aspect)
        total += amp
        amp *= gain
    return out / total


def mix(a, b, t):
    t = np.asarray(t)[..., None] if np.ndim(t) == 2 else t
    return np.asarray(a) * (1 - t) + np.asarray(b) * t


def col(color):
    color = color.lstrip("#")
    return np.array([int(color[i:i + 2], 16) / 255 for i in (0, 2, 4)], np.float32)


def to_image(a):
    a = np.clip(a, 0, 1)
    return Image.fromarray((a * 255 + 0.5).astype(np.uint8))


def from_image(img, mode="RGB"):
    return np.asarray(img.convert(mode)).astype(np.float32) / 255


def blur(a, r):
    """Gaussian blur of a 2-D float array."""
    if r <= 0:
        return a
    r = float(r)
    h, w = a.shape
    f = max(1, int(r / 3))
    if f > 1:
        s = resize(a, max(2, w // f), max(2, h // f), Image.BOX)
        return resize(blur(s, r / f), w, h)
    n = int(3 * r + 1)
    k = np.exp(-np.arange(-n, n + 1) ** 2 / (2 * r * r))
    k /= k.sum()
    p = np.pad(a, ((n, n), (0, 0)), "edge")
    a = sum(k[i] * p[i:i + h] for i in range(2 * n + 1))
    p = np.pad(a, ((0, 0), (n, n)), "edge")
    return sum(k[i] * p[:, i:i + w] for i in range(2 * n + 1)).astype(np.float32)


def wood(w, h, seed=1, light="#c89b6a", dark="#8a5a33", planks=4):
    """Boards running across, with grain and gaps."""
    rng = np.random.default_rng(seed)
    out = np.zeros((h, w, 3), np.float32)
    edge = np.linspace(0, h, planks + 1).astype(int)
    for i in range(planks):
        ph = edge[i + 1] - edge[i]
        y = np.linspace(0, 1, ph)[:, None]
        warp = fbm(w, ph, 4, seed * 17 + i, 3) * 1.3
        rings = (y * rng.uniform(5, 9) + warp * 3 + fbm(w, ph, 3, seed + 91 * i, 2, aspect=6) * 2) * 6
        t = 0.5 + 0.5 * np.sin(rings)
        t = 0.45 * t + 0.35 * fbm(w, ph, 8, seed + i * 7, 5, aspect=14) + 0.2 * noise(w, ph, 60, seed + i, aspect=8)
        board = mix(col(light), col(dark), np.clip(t * 1.1 - 0.1, 0, 1)) * rng.uniform(0.9, 1.06)
        gap = np.minimum(np.arange(ph), np.arange(ph)[::-1])[:, None]
        board *= np.clip(0.35 + gap / 5, 0, 1)[..., None]
        out[edge[i]:edge[i + 1]] = board
    return np.clip(out, 0, 1)


def weave(w, h, color="#d8d2c6", seed=1, pitch=8, depth=0.25):
    """Plain-woven cloth."""
    y, x = np.mgrid[0:h, 0:w].astype(np.float32)
    wob = fbm(w, h, 20, seed, 3) * 3
    u, v = (x + wob) / pitch * np.pi, (y + wob) / pitch * np.pi
    over = np.sin(u) * np.sin(v)
    t = np.where(over > 0, np.abs(np.sin(u)), np.abs(np.sin(v)))
    t = t * (0.75 + 0.5 * noise(w, h, w // 6, seed + 1))
    a = col(color)[None, None] * (1 - depth + depth * t)[..., None]
    return np.clip(a * (0.94 + 0.12 * fbm(w, h, 5, seed + 5, 4))[..., None], 0, 1)


def tiles(w, h, seed=1, color="#cfd3d2", grout="#8f9190", n=5):
    y, x = np.mgrid[0:h, 0:w].astype(np.float32)
    size = w / n
    gx, gy = np.minimum(x % size, size - x % size), np.minimum(y % size, size - y % size)
    g = np.clip(np.minimum(gx, gy) / 4 - 0.6, 0, 1)
    cell = noise(n + 1, int(h / size) + 2, 30, seed)
    shade = 0.95 + 0.08 * cell[(y // size).astype(int), np.minimum((x // size).astype(int), n)]
    marble = fbm(w, h, 6, seed + 3, 5)
    a = mix(col(grout), col(color), g) * (shade * (0.93 + 0.12 * marble))[..., None]
    return np.clip(a, 0, 1)


def cardboard(w, h, seed=1, color="#b98d5d"):
    f = fbm(w, h, 6, seed, 6)
    lines = 0.985 + 0.015 * np.sin(np.arange(w) / 5.0)[None]
    speck = noise(w, h, w // 3, seed + 2)
    a = col(color)[None, None] * ((0.92 + 0.14 * f) * lines * (0.97 + 0.06 * speck))[..., None]
    return np.clip(a, 0, 1)


def paper(w, h, seed=1, color="#f4f2ec"):
    return np.clip(col(color)[None, None] * (0.965 + 0.05 * fbm(w, h, 4, seed, 5) + 0.01 * noise(w, h, w // 3, seed + 1))[..., None], 0, 1)


def relief(height, albedo, light=(-0.5, -0.6, 0.7), depth=1.0, ambient=0.45, gloss=0.0, shine=30):
    """Shades a height field (pixels high) seen from straight above. y points down, as in pictures."""
    gy, gx = np.gradient(height.astype(np.float32) * depth)
    n = np.stack([-gx, -gy, np.ones_like(gx)], axis=-1)
    n /= np.linalg.norm(n, axis=-1, keepdims=True)
    l = np.array(light, np.float32)
    l /= np.linalg.norm(l)
    d = np.clip(n @ l, 0, None) / l[2]
    out = albedo * (ambient + (1 - ambient) * d)[..., None]
    if gloss:
        half = l + np.array([0, 0, 1])
        half /= np.linalg.norm(half)
        out = out + gloss * (np.clip(n @ half, 0, 1) ** shine)[..., None]
    return np.clip(out, 0, 1.2)


def over(base, top, alpha, x=0, y=0):
    """Lays `top` (h, w, 3) with `alpha` (h, w) on `base` in place, clipped to the edges."""
    h, w = top.shape[:2]
    x, y = int(x), int(y)
    x0, y0, x1, y1 = max(0, x), max(0, y), min(base.shape[1], x + w), min(base.shape[0], y + h)
    if x0 >= x1 or y0 >= y1:
        return base
    t = top[y0 - y:y1 - y, x0 - x:x1 - x]
    a = alpha[y0 - y:y1 - y, x0 - x:x1 - x, None]
    base[y0:y1, x0:x1] = base[y0:y1, x0:x1] * (1 - a) + t * a
    return base


def shadow(base, alpha, x, y, r=18, dx=10, dy=14, strength=0.5):
    """Darkens `base` under a shape before the shape is laid on it."""
    pad = int(r * 3)
    m = blur(np.pad(alpha, pad), r) * strength
    return over(base, np.zeros(m.shape + (3,), np.float32), m, x - pad + dx, y - pad + dy)


def warp(img, corners, size, fill=(0, 0, 0, 0)):
    """PIL picture laid onto four corners (tl, tr, br, bl) of a canvas of `size`."""
    w, h = img.size
    src = [(0, 0), (w, 0), (w, h), (0, h)]
    rows = []
    for (x, y), (u, v) in zip(corners, src):
        rows.append([x, y, 1, 0, 0, 0, -u * x, -u * y])
        rows.append([0, 0, 0, x, y, 1, -v * x, -v * y])
    k = np.linalg.solve(np.array(rows, float), np.array(src, float).ravel())
    return img.convert("RGBA").transform(size, Image.PERSPECTIVE, tuple(k), Image.BICUBIC, fillcolor=fill)


def soften(img, r):
    return img.filter(ImageFilter.GaussianBlur(r))
