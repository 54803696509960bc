# SPDX-License-Identifier: GPL-3.0-or-later
"""Films: stills of one scene in its states, a hand-held camera path, hands that pass, a sound track."""
import subprocess
import tempfile
from pathlib import Path

import numpy as np
from PIL import Image, ImageFilter

from . import sound
from .photo import seed_of


def ease(t):
    t = min(1.0, max(0.0, t))
    return t * t * (3 - 2 * t)


def along(keys, t):
    """Eased interpolation in a list of (time, value…)."""
    if t <= keys[0][0]:
        return np.array(keys[0][1:], float)
    for a, b in zip(keys, keys[1:]):
        if t <= b[0]:
            k = ease((t - a[0]) / max(1e-6, b[0] - a[0]))
            return np.array(a[1:], float) * (1 - k) + np.array(b[1:], float) * k
    return np.array(keys[-1][1:], float)


class Film:
    """Times in seconds. Stills share one size; positions are in pixels of the stills."""

    def __init__(self, path, seconds, size=(720, 1280), fps=12, turn_tag=0, sway=1.0, limit=1_850_000, grain=2.0):
        self.path, self.seconds, self.size, self.fps = Path(path), seconds, size, fps
        self.turn_tag, self.sway, self.limit, self.grain = turn_tag, sway, limit, grain
        self.fine = {}
        self.stills, self.camera, self.layers, self.after, self.sounds = [], [], [], [], []
        self.seed = seed_of(self.path.name)
        self.hum = 0.0

    def still(self, at, img, fade=0.4, fine=1):
        """From `at` on this picture is seen, faded in. `fine`: so many times as large as the others, for what the camera comes close
        to; nothing moves over it, and there is no fading from or to another size."""
        self.stills.append((at, img.convert("RGB"), fade))
        self.fine[at] = fine

    def cam(self, *keys):
        """Keys (t, cx, cy, zoom, degrees): the still's point in the middle; zoom 1 fits the width."""
        self.camera += keys

    def sprite(self, img, *keys, cast=True):
        """A picture moved along keys (t, x, y) of its middle, seen from the first to the last key."""
        shade = None
        if cast:
            pad = 40
            base = Image.new("L", (img.width + 2 * pad, img.height + 2 * pad), 0)
            base.paste(img.getchannel("A").point(lambda v: v * 0.42), (pad, pad))
            shade = (base.filter(ImageFilter.GaussianBlur(16)), pad)
        self.layers.append((img, keys, shade))

    def draw(self, fn):
        """fn(picture, t) paints on a copy of the still before the camera looks at it."""
        self.layers.append((fn, None, None))

    def overlay(self, fn):
        """fn(picture, t) paints on the finished frame."""
        self.after.append(fn)

    def sound(self, *events):
        self.sounds += events

    def _base(self, t):
        now = None
        for i, (at, img, fade) in enumerate(self.stills):
            if t >= at or i == 0:
                k = ease((t - at) / fade) if fade and i else 1.0
                now = img if k >= 1 or now is None else Image.blend(now, img, k)
        return now.copy()

    def _frame(self, n, noise):
        t = n / self.fps
        img = self._base(t)
        for what, keys, shade in self.layers:
            if keys is None:
                img = what(img, t) or img
                continue
            if not keys[0][0] <= t <= keys[-1][0]:
                continue
            x, y = along(keys, t)
            x, y = int(x - what.width / 2), int(y - what.height / 2)
            if shade:
                img.paste((18, 12, 8), (x - shade[1] + 14, y - shade[1] + 20), shade[0])
            img.paste(what, (x, y), what)
        fine = self.fine[max((at for at, _, _ in self.stills if at <= t), default=self.stills[0][0])]
        w, h = self.size
        cx, cy, zoom, deg = along(self.camera, t) if self.camera else (img.width / 2 / fine, img.height / 2 / fine, 1.0, 0.0)
        s = self.sway
        cx += s * (5 * np.sin(t * 0.9 + 1) + 3 * np.sin(t * 2.1))
        cy += s * (4 * np.sin(t * 0.7) + 3 * np.sin(t * 1.7 + 2))
        deg += s * 0.35 * np.sin(t * 0.55 + 0.5)
        cx, cy = cx * fine, cy * fine
        # the view never leaves the still
        tilt = abs(np.sin(np.radians(deg)))
        k = min(img.width / w / zoom, img.width / (w + h * tilt), img.height / (h + w * tilt))
        hw, hh = (w + h * tilt) * k / 2, (h + w * tilt) * k / 2
        cx, cy = min(max(cx, hw), img.width - hw), min(max(cy, hh), img.height - hh)
        c, q = np.cos(np.radians(deg)) * k, np.sin(np.radians(deg)) * k
        img = img.transform((w, h), Image.AFFINE, (c, -q, cx - c * w / 2 + q * h / 2, q, c, cy - q * w / 2 - c * h / 2), Image.BILINEAR)
        for fn in self.after:
            img = fn(img, t) or img
        if self.grain:
            a = np.asarray(img).astype(np.int16) + noise[n % len(noise)]
            img = Image.fromarray(np.clip(a, 0, 255).astype(np.uint8))
        return img

    def write(self):
        w, h = self.size
        rng = np.random.default_rng(self.seed)
        noise = [rng.normal(0, self.grain, (h, w, 1)).astype(np.int16) for _ in range(3)] if self.grain else []
        audio = 28 if self.seconds < 70 else 22
        rate = int(self.limit * 8 / self.seconds / 1000 - audio - 3)
        turn = {0: None, 90: Image.ROTATE_270, -90: Image.ROTATE_90}[self.turn_tag]
        ew, eh = (h, w) if turn is not None else (w, h)
        with tempfile.TemporaryDirectory(prefix="film-") as tmp:
            wav, raw = Path(tmp) / "a.wav", Path(tmp) / "v.mp4"
            sound.write(wav, self.seconds, self.sounds, self.seed, self.hum)
            cmd = ["ffmpeg", "-y", "-v", "error", "-f", "rawvideo", "-pix_fmt", "rgb24", "-s", f"{ew}x{eh}", "-r", str(self.fps), "-i", "-",
                   "-i", str(wav), "-c:v", "libx264", "-preset", "slow", "-crf", "25", "-maxrate", f"{rate}k", "-bufsize", f"{rate * 6}k",
                   "-g", str(self.fps * 8), "-pix_fmt", "yuv420p", "-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709",
                   "-vf", "scale=out_color_matrix=bt709", "-c:a", "aac", "-b:a", f"{audio}k", "-ac", "1", "-t", str(self.seconds),
                   "-map_metadata", "-1", "-movflags", "+faststart", str(raw)]
            enc = subprocess.Popen(cmd, stdin=subprocess.PIPE)
            for n in range(int(self.seconds * self.fps)):
                img = self._frame(n, noise)
                enc.stdin.write((img.transpose(turn) if turn is not None else img).tobytes())
            enc.stdin.close()
            if enc.wait():
                raise RuntimeError("ffmpeg failed")
            tag = ["-metadata:s:v:0", f"rotate={self.turn_tag % 360}"] if turn is not None else []
            subprocess.run(["ffmpeg", "-y", "-v", "error", "-i", str(raw), "-c", "copy", *tag, "-movflags", "+faststart", str(self.path)], check=True)
        print(f"  {self.path.name}: {self.seconds} s, {self.path.stat().st_size // 1024} KiB")
