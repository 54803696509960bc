#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# translations.sh ROOT: the .ts files hold exactly the texts of the sources. translations/update.sh on copies must change
# nothing; otherwise a text was added, changed or taken out without it.
set -eu
root=$1
copies=$(mktemp -d)
trap 'rm -rf "$copies"' EXIT
cp "$root"/translations/*.ts "$copies"
"$root/translations/update.sh" "$copies"
stale=0
for file in "$root"/translations/*.ts; do
    diff -u0 "$file" "$copies/$(basename "$file")" >"$copies/difference" && continue
    head -n 30 "$copies/difference"
    stale=1
done
[ "$stale" = 0 ] || {
    echo "Rule broken (translations.current): translations/*.ts and the texts of the sources differ; run translations/update.sh, translate what is new, commit"
    exit 1
}
