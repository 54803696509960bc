# SPDX-License-Identifier: GPL-3.0-or-later
"""What phones and programs leave inside a JPEG beside the picture. Needs ExifTool and FFmpeg only; same input, same bytes."""
import struct
import subprocess
import tempfile
from pathlib import Path


def place(path, latitude, longitude):
    """Where it was taken, in degrees, north and east."""
    subprocess.run(["exiftool", "-q", "-overwrite_original", f"-GPSLatitude={latitude}", "-GPSLatitudeRef=N",
                    f"-GPSLongitude={longitude}", "-GPSLongitudeRef=E", str(path)], check=True)


def preview(path, of):
    """The small picture of `of` as the embedded preview, 160 pixels wide."""
    with tempfile.TemporaryDirectory() as folder:
        small = Path(folder) / "small.jpg"
        subprocess.run(["ffmpeg", "-v", "error", "-y", "-i", str(of), "-vf", "scale=160:-2", "-q:v", "5", "-bitexact",
                        str(small)], check=True)
        subprocess.run(["exiftool", "-q", "-overwrite_original", f"-ThumbnailImage<={small}", str(path)], check=True)


def credentials(path):
    """An empty C2PA manifest store in an APP11 segment: enough to say that credentials are carried."""
    path = Path(path)
    uuid = bytes.fromhex("63327061" "0011" "0010" "8000" "00AA00389B71")
    body = uuid + b"\x03" + b"c2pa\0"
    description = struct.pack(">I4s", 8 + len(body), b"jumd") + body
    box = struct.pack(">I4s", 8 + len(description), b"jumb") + description
    segment = b"JP" + struct.pack(">HI", 1, 1) + box
    data = path.read_bytes()
    at = 2
    while data[at:at + 2] in (b"\xFF\xE0", b"\xFF\xE1"):
        at += 2 + struct.unpack(">H", data[at + 2:at + 4])[0]
    path.write_bytes(data[:at] + b"\xFF\xEB" + struct.pack(">H", 2 + len(segment)) + segment + data[at:])
