#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# rules.sh RULE [ROOT]: checks one rule of the house over the source tree; silence and status 0 when it is kept.
# rules.sh --list: the rules. Every message ends with the rule, so that a reader knows what was broken.
set -u
LC_ALL=C
export LC_ALL
here=$(cd "$(dirname "$0")" && pwd)
rules='includes spdx size sql sleeps defaults paths frozen top text translations habits names'
[ "${1:-}" != --list ] || {
    echo "$rules"
    exit 0
}
rule=${1:?usage: rules.sh RULE [ROOT]}
root=${2:-$here/../..}
cd "$root" || exit 2

# What belongs to the tree: what git knows, or, in an unpacked archive, all that is not built.
tree()
{
    if [ -e .git ] && git ls-files >/dev/null 2>&1; then
        git ls-files | while IFS= read -r file; do
            [ ! -f "$file" ] || printf '%s\n' "$file"
        done
    else
        find . -type f ! -path './build/*' ! -path './.git/*' | sed 's|^\./||' | sort
    fi
}
code() { tree | grep -E '\.(cpp|h)$'; }
ours() { code | grep -E '^(app|ui|models)/'; }
# Text by its name. Demo evidence and hostile samples are data, not text.
text()
{
    tree | grep -E '(^|/)(dev|LICENSE|CMakeLists\.txt|\.[a-z-]+)$|(^|/)\.ci/|\.(cpp|h|sql|sh|awk|cmake|json|md|txt|svg|ts|py|desktop|xml|supp)$' \
        | grep -vE '^tests/data/|/evidence/'
}

bad=0
# Each line of stdin is a fault: shows the first of them, and fails when there is one.
faults()
{
    found=$(cat)
    [ -n "$found" ] || return 0
    printf '%s\n' "$found" | head -n 40
    return 1
}
# search PATTERN: grep over the files named on stdin, with line numbers; nothing when there are no files.
search()
{
    files=$(cat)
    # shellcheck disable=SC2086  # names hold no blanks: the rule `names` sees to it
    [ -z "$files" ] || grep -nE "$1" /dev/null $files
}

case $rule in
includes)
    says='a layer includes only what its row in tests/architecture/layers.txt allows'
    # shellcheck disable=SC2046
    awk -f "$here/includes.awk" "$here/layers.txt" $(ours) /dev/null | faults || bad=1
    ;;
spdx)
    says='every source file names the licence in its first three lines: SPDX-License-Identifier: GPL-3.0-or-later'
    for file in $(tree | grep -E '\.(cpp|h|sql|sh|awk|cmake|py)$|(^|/)CMakeLists\.txt$|^dev$|^\.ci/(run|.*\.sh)$'); do
        head -n 3 "$file" | grep -q 'SPDX-License-Identifier: GPL-3.0-or-later' || {
            echo "$file"
            bad=1
        }
    done
    ;;
size)
    says='a source file has at most 600 lines: split it where a reader would'
    for file in $(code); do
        lines=$(wc -l <"$file")
        [ "$lines" -le 600 ] || {
            echo "$file: $lines lines"
            bad=1
        }
    done
    ;;
sql)
    says='SQL lives in models/storage only'
    ours | grep -v '^models/storage/' \
        | search '"[^"]*(SELECT [^"]* FROM |INSERT INTO |DELETE FROM |UPDATE [a-z_]+ SET |(CREATE|DROP|ALTER) (TABLE|INDEX|DATABASE)|PRAGMA [a-z])' | faults || bad=1
    ;;
sleeps)
    says='a test waits for a signal or a condition, never for a time (QTRY_…, QSignalSpy); ui and presentation never sleep'
    # The killers draw the moment of the kill at random: that is the test, not a wait for something.
    code | grep -E '^(tests|ui|models/presentation)/' | grep -vE '^tests/(storage/tst_(kill|migration)|intake/tst_killimport)\.cpp$' \
        | search '(QThread::m?u?sleep|QTest::qSleep|QTest::qWait|[^A-Za-z]u?sleep|nanosleep|sleep_for|sleep_until) *\(' | faults || bad=1
    ;;
defaults)
    says='no default: over our enums'
    # shellcheck disable=SC2046
    awk -f "$here/defaults.awk" PASS=1 $(ours) /dev/null PASS=2 $(ours) /dev/null | faults || bad=1
    ;;
paths)
    says='no path of one machine in the tree: it must build anywhere'
    tree | grep -vE '\.(svg|png|jpg|jpeg|webp|pdf|mp4|heic|avif|zip|arbcase)$' \
        | search '(^|[^A-Za-z0-9._~-])/(work|farm|home|root|Users)/|/tmp/[A-Za-z0-9]+/|\.\./shared[/]|[/]\.library/' \
        | grep -av '^Binary file' | faults || bad=1
    ;;
frozen)
    says='stored codes may only be added: tests/architecture/frozen_codes.txt never loses a line, and the program knows each (tst_codes compares them both ways)'
    list=tests/architecture/frozen_codes.txt
    if [ ! -f $list ]; then
        echo "$list is missing"
        bad=1
    else
        sort $list | uniq -d | grep -v '^$' | grep -v '^#' | sed 's/$/: twice in the list/' | faults || bad=1
        # Every line any commit has taken out and that is not there now.
        if [ -e .git ] && git log -1 >/dev/null 2>&1; then
            git log -p --no-color --format= -- $list | sed -n 's/^-\([A-Z][A-Za-z]* [A-Za-z_]*\)$/\1/p' | sort -u \
                | while IFS= read -r line; do
                    grep -qxF "$line" $list || echo "$list: '$line' was taken out"
                done | faults || bad=1
        fi
        grep -E '^[A-Z][A-Za-z]* [A-Za-z_]+$' $list | while read -r _ code; do
            grep -qF "\"$code\"" models/domain/*.cpp || echo "no code table of the domain has \"$code\""
        done | faults || bad=1
    fi
    ;;
top)
    says='the top folder holds only what docs/architecture.md names'
    tree | sed 's|/.*|/|' | sort -u \
        | grep -vxE 'CMakeLists\.txt|CMakePresets\.json|LICENSE|README\.md|dev|\.gitignore|\.gitattributes|\.editorconfig|\.clang-format|\.clang-tidy|(app|ui|models|resources|translations|tests|docs|packaging|\.ci)/' | faults || bad=1
    ;;
text)
    says='a text file ends with one newline and has neither carriage returns nor a byte-order mark'
    files=
    for file in $(text); do
        [ -s "$file" ] || continue
        files="$files $file"
        [ -z "$(tail -c 1 "$file")" ] || {
            echo "$file: no newline at the end"
            bad=1
        }
    done
    # One process for all files: a thousand of them would take minutes to start.
    for file in $(grep -l "$(printf '\r')" $files /dev/null); do
        echo "$file: carriage returns"
        bad=1
    done
    for file in $(LC_ALL=C awk 'FNR == 1 && substr($0, 1, 3) == "\357\273\277" { print FILENAME }' $files /dev/null); do
        echo "$file: begins with a byte-order mark"
        bad=1
    done
    ;;
translations)
    says='every text is translated into zh_CN (translations/arbiter_zh_CN.ts)'
    list=translations/arbiter_zh_CN.ts
    if [ -f $list ] && grep -q '<message' $list; then
        for kind in unfinished obsolete vanished; do
            count=$(grep -c "type=\"$kind\"" $list)
            [ "$count" = 0 ] || {
                echo "$list: $count texts are $kind"
                bad=1
            }
        done
        # %1 and %n of a text must come back in its translation. XML comes one element a line, except for long texts.
        awk -f "$here/places.awk" $list || bad=1
    fi
    ;;
habits)
    says='connect by member pointer; QSettings in app only; no QVariantMap in a public header; no nested event loops; no work on the thread pool that Qt paints with (docs/architecture.md)'
    {
        ours | search '(^|[^A-Z_])(SIGNAL|SLOT) *\('
        ours | grep -v '^app/' | search '(processEvents *\(|<QtCore/QSettings>)'
        ours | grep '/include/' | search 'QVariantMap'
        ours | grep '^models/' | search 'qApp|QApplication'
        ours | search 'QThreadPool::globalInstance|QtConcurrent::'
    } | faults || bad=1
    ;;
names)
    says='file names are ASCII without blanks; source files are lower case; none is called manager, helper or util'
    {
        tree | grep -E '[^A-Za-z0-9._/+-]'
        code | grep -E '[A-Z]'
        code | grep -E '(manager|helper|util)s?\.(cpp|h)$'
    } | faults || bad=1
    ;;
*)
    echo "rules.sh: no rule '$rule'; there are: $rules" >&2
    exit 2
    ;;
esac
[ "$bad" = 0 ] || echo "Rule broken ($rule): $says"
exit $bad
