#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Brings translations/*.ts up to date with the sources: translations/update.sh [FOLDER]
# With FOLDER the files there are updated instead (the check that they are current works on copies).
# Include paths matter: without them lupdate does not see the namespaces of classes, and the words would never be found.
set -eu
cd "$(dirname "$0")/.."
folder=${1:-translations}
lupdate=$(command -v lupdate6 || command -v /usr/lib/qt6/bin/lupdate || command -v lupdate)
sources=$(find app ui models \( -name '*.cpp' -o -name '*.h' \) | LC_ALL=C sort)
for language in zh_CN en; do
    plurals=''
    [ "$language" != en ] || plurals=-pluralonly # the sources are English: only their plurals need a translation
    # shellcheck disable=SC2086
    "$lupdate" -silent $plurals -I ui -I ui/include -I models/presentation/include -I models/usecases/include -I models/domain/include \
        -I models/intake/include -I app -no-obsolete -locations none $sources -source-language en -target-language "$language" \
        -ts "$folder/arbiter_$language.ts"
done
