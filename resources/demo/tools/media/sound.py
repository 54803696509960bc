# SPDX-License-Identifier: GPL-3.0-or-later
"""Sound tracks from numbers: a quiet room, tape, knocks, clicks, tones."""
import wave

import numpy as np

RATE = 22050


def _env(n, attack, decay):
    t = np.arange(n) / RATE
    return np.minimum(1, t / max(attack, 1e-4)) * np.exp(-np.maximum(0, t - attack) / decay)


def _band(rng, n, lo, hi):
    f = np.fft.rfft(rng.normal(0, 1, n))
    hz = np.fft.rfftfreq(n, 1 / RATE)
    f[(hz < lo) | (hz > hi)] = 0
    out = np.fft.irfft(f, n)
    return out / (np.abs(out).max() + 1e-9)


def room(seconds, seed, hum=0.0):
    rng = np.random.default_rng(seed)
    n = int(seconds * RATE)
    f = np.fft.rfft(rng.normal(0, 1, n))
    hz = np.fft.rfftfreq(n, 1 / RATE)
    f *= 1 / np.maximum(hz, 40) ** 0.8 * (hz < 6000)
    a = np.fft.irfft(f, n)
    a = a / a.std() * 0.006
    t = np.arange(n) / RATE
    return a + hum * (np.sin(2 * np.pi * 50 * t) + 0.5 * np.sin(2 * np.pi * 100 * t))


def event(kind, seconds, rng, hz=1000.0):
    n = int(max(seconds, 0.05) * RATE)
    if kind == "tape":
        rip = _band(rng, n, 700, 8000) * (0.4 + 0.6 * np.abs(_band(rng, n, 8, 40)))
        return 0.35 * rip * np.minimum(1, np.arange(n) / 2000) * np.minimum(1, np.arange(n)[::-1] / 2500)
    if kind == "rustle":
        return 0.16 * _band(rng, n, 900, 7000) * np.clip(_band(rng, n, 2, 9), 0, 1)
    if kind == "knock":
        n = int(0.25 * RATE)
        return 0.5 * _band(rng, n, 70, 700) * _env(n, 0.003, 0.04)
    if kind == "click":
        n = int(0.06 * RATE)
        return 0.3 * _band(rng, n, 1500, 6000) * _env(n, 0.001, 0.008)
    if kind == "beep":
        t = np.arange(n) / RATE
        return 0.22 * np.sin(2 * np.pi * hz * t) * np.minimum(1, np.arange(n) / 150) * np.minimum(1, np.arange(n)[::-1] / 300)
    if kind == "fan":
        return 0.05 * _band(rng, n, 90, 1400) * np.minimum(1, np.arange(n) / (2.5 * RATE)) * np.minimum(1, np.arange(n)[::-1] / (1.5 * RATE))
    if kind == "pen":
        return 0.12 * _band(rng, n, 2500, 7500) * np.minimum(1, np.arange(n)[::-1] / 900)
    if kind == "voice":
        # A murmur with the rhythm of speech, without words.
        t = np.arange(n) / RATE
        pitch = 170 + 40 * np.sin(2 * np.pi * 0.7 * t) + 25 * np.interp(t, np.arange(0, seconds + 1, 0.25), rng.normal(0, 1, len(np.arange(0, seconds + 1, 0.25))))
        ph = 2 * np.pi * np.cumsum(pitch) / RATE
        tone = sum(np.sin(k * ph) / k for k in range(1, 7))
        gate = np.clip(np.interp(t, np.arange(0, seconds + 1, 0.11), rng.uniform(-0.5, 1.1, len(np.arange(0, seconds + 1, 0.11)))), 0, 1)
        return 0.07 * tone * gate
    raise ValueError(kind)


def write(path, seconds, events, seed, hum=0.0):
    """`events`: (at, kind, length[, hz])."""
    rng = np.random.default_rng(seed)
    a = room(seconds, seed, hum)
    for at, kind, length, *rest in events:
        e = event(kind, length, rng, *rest)
        i = int(at * RATE)
        e = e[:max(0, len(a) - i)]
        a[i:i + len(e)] += e
    data = (np.clip(a, -1, 1) * 32000).astype("<i2")
    with wave.open(str(path), "wb") as w:
        w.setnchannels(1)
        w.setsampwidth(2)
        w.setframerate(RATE)
        w.writeframes(data.tobytes())
