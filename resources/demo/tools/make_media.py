#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the pictures, films and documents of the demo cases.

make_media.py [c01 c02 … background] [--only PART]
Without a case: all. --only: files whose name contains PART. MEDIA_CACHE=<folder under /tmp> keeps rendered scenes."""
import argparse
import importlib
import sys
from pathlib import Path

sys.dont_write_bytecode = True
HERE = Path(__file__).resolve().parent
DEMO = HERE.parent
CASES = [f"c{n:02d}" for n in range(1, 16)] + ["background"]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("cases", nargs="*", metavar="case")
    parser.add_argument("--only", default="")
    args = parser.parse_args()
    for case in args.cases or CASES:
        if case not in CASES:
            parser.error(f"unknown case {case}")
        module = importlib.import_module("media." + (case if case == "background" else "case" + case[1:]))
        folder = DEMO / "background" if case == "background" else DEMO / "cases" / case / "evidence"
        folder.mkdir(parents=True, exist_ok=True)
        print(case, flush=True)
        for name, make in module.FILES.items():
            if args.only in name:
                make(folder / name)
                sys.stdout.flush()


if __name__ == "__main__":
    main()
