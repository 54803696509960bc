#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The demo: made through the use cases, its audit chain holds, and every page gives a picture.
. "$(dirname "$0")/common.sh"

"$arbiter" demo --dir "$home/demo" --cases 30 --prepare-only >"$home/said" 2>&1 || fail "the demo could not be made"
count=$("$arbiter" --db "sqlite:$home/demo/arbiter.db" queue --view all --count)
[ "$count" -ge 15 ] || fail "the demo has $count cases; there should be fifteen told ones at least"
"$arbiter" --db "sqlite:$home/demo/arbiter.db" verify --audit >/dev/null || fail "the demo's audit chain does not hold"

"$arbiter" --lang en demo --dir "$home/demo" --seed 9 --prepare-only >/dev/null 2>"$home/said" || fail "the demo that is there is not found"
grep -q -e --fresh "$home/said" || fail "another seed was asked for, and nobody said that the demo is the old one"
"$arbiter" demo --dir "$home/demo" --prepare-only >/dev/null 2>"$home/said" || fail "the demo that is there is not found"
! grep -q -e --fresh "$home/said" || fail "nothing was asked for that the demo is not"

"$arbiter" demo --dir "$home/demo" --screenshots "$home/pages" >"$home/said" 2>&1 || fail "no screenshots"
pages=0
for page in "$home"/pages/*.png; do
    [ -e "$page" ] || break
    # A page of one colour packs into a few kilobytes.
    [ "$(wc -c <"$page")" -gt 15000 ] || fail "$(basename "$page") is as good as blank"
    pages=$((pages + 1))
done
[ "$pages" -ge 4 ] || fail "$pages screenshots; there should be the pages in two languages and two themes"
