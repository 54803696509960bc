# SPDX-License-Identifier: GPL-3.0-or-later
"""From a clean picture to a phone photo: light fall-off, noise, JPEG, capture data."""
import subprocess
import zlib
from io import BytesIO
from pathlib import Path

import numpy as np
from PIL import Image

from . import textures as tx

# Invented makes; the lens values are those of ordinary phones.
CAMERAS = {
    "a": ("Yunque", "YQ-P30 Pro", 5.6, 1.8),
    "b": ("Mingjing", "MJ X2", 4.7, 1.9),
    "c": ("Baihe", "BH Note 9", 5.1, 1.7),
}


def seed_of(name):
    return zlib.crc32(str(name).encode()) & 0xFFFF


def finish(img, seed, noise=0.012, vignette=0.22, gain=(1, 1, 1), soft=0.55, lift=0.0):
    """`img` PIL or float array; gives a PIL picture with a phone's look."""
    a = tx.from_image(img) if isinstance(img, Image.Image) else np.clip(img, 0, 1).astype(np.float32)
    h, w = a.shape[:2]
    rng = np.random.default_rng(seed)
    if soft:
        a = tx.from_image(tx.soften(tx.to_image(a), soft))
    y, x = np.mgrid[0:h, 0:w].astype(np.float32)
    cx, cy = w * rng.uniform(0.44, 0.56), h * rng.uniform(0.44, 0.56)
    r2 = ((x - cx) ** 2 + (y - cy) ** 2) / (0.25 * (w * w + h * h))
    a = a * (1 - vignette * r2)[..., None] * np.array(gain, np.float32)
    a = lift + a * (1 - lift)
    lum = rng.normal(0, noise, (h, w)).astype(np.float32)
    lum = 0.6 * lum + 0.8 * tx.resize(rng.normal(0, noise, (h // 2 + 1, w // 2 + 1)), w, h)
    for c in range(3):
        chroma = tx.resize(rng.normal(0, noise * 0.8, (h // 4 + 1, w // 4 + 1)), w, h)
        a[..., c] += lum * (1.2 - 0.6 * a[..., c]) + chroma
    return tx.to_image(a)


def save(img, path, taken=None, camera=None, orientation=1, quality=80, limit=760_000):
    """Writes a JPEG of at most `limit` bytes. `taken` 'YYYY:MM:DD hh:mm:ss' in +08:00, None: no capture data.
    With orientation 6 the pixels are stored lying down, as phones do."""
    path = Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    img = img.convert("RGB")
    if orientation == 6:
        img = img.transpose(Image.ROTATE_90)
    for q in range(quality, 40, -4):
        buf = BytesIO()
        img.save(buf, "JPEG", quality=q, subsampling=2, optimize=True)
        if buf.tell() <= limit:
            break
    path.write_bytes(buf.getvalue())
    if taken and camera:
        make, model, focal, fnum = CAMERAS[camera]
        rng = np.random.default_rng(seed_of(path.name))
        args = [f"-Make={make}", f"-Model={model}", f"-DateTimeOriginal={taken}", f"-CreateDate={taken}",
                f"-ModifyDate={taken}", "-OffsetTime=+08:00", "-OffsetTimeOriginal=+08:00",
                "-OffsetTimeDigitized=+08:00", f"-FocalLength={focal}", f"-FNumber={fnum}",
                f"-ISO={int(rng.choice([64, 100, 160, 250, 400]))}", f"-ExposureTime=1/{int(rng.choice([33, 50, 100, 120]))}",
                f"-Orientation#={orientation}", f"-ExifImageWidth={img.width}", f"-ExifImageHeight={img.height}"]
        subprocess.run(["exiftool", "-q", "-overwrite_original", *args, str(path)], check=True)
    print(f"  {path.name}: {img.width}x{img.height}, {path.stat().st_size // 1024} KiB")


def small(img, path, width=900, taken=None, camera=None):
    """The picture as a chat app sends it: 900 pixels wide, capture data stripped."""
    img = img.convert("RGB")
    img = img.resize((width, round(img.height * width / img.width)), Image.LANCZOS)
    save(img, path, taken, camera, quality=78, limit=160_000)
