#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# selftest.sh RULES.SH NEEDED.SH: breaks every rule once, in a tree made for it, and fails when a breach goes unseen or
# the untouched tree is blamed. A guard that cannot fail guards nothing.
set -u
rules=$1
needed=$2
tree=$(mktemp -d)
trap 'rm -rf "$tree"' EXIT
failures=0
licence='// SPDX-License-Identifier: GPL-3.0-or-later'

clean()
{
    rm -rf "$tree"
    mkdir -p "$tree/models/domain/include/domain" "$tree/models/storage" "$tree/ui/queue" "$tree/app" "$tree/tests/domain" \
        "$tree/tests/architecture" "$tree/translations"
    printf '%s\n#pragma once\nenum class Mood { Good, Bad };\n' "$licence" >"$tree/models/domain/include/domain/mood.h"
    printf '%s\n#include <domain/mood.h>\n#include <QtCore/QString>\nint f(Mood m)\n{\n    switch (m) {\n    case Mood::Good: return 1;\n    case Mood::Bad: return 2;\n    }\n    return 0;\n}\nconst char *code = "good";\n' \
        "$licence" >"$tree/models/domain/mood.cpp"
    printf '%s\n#include "../wishes.h"\n' "$licence" >"$tree/ui/queue/queue.cpp"
    printf '%s\n' "$licence" >"$tree/ui/wishes.h"
    printf 'Mood good\n' >"$tree/tests/architecture/frozen_codes.txt"
    printf '<message>\n<source>%%1 cases</source>\n<translation>%%1 x</translation>\n</message>\n' >"$tree/translations/arbiter_zh_CN.ts"
}

# breach RULE FILE LINE...: adds the lines to FILE and wants RULE to say so.
breach()
{
    rule=$1
    file=$2
    shift 2
    clean
    said=$("$rules" "$rule" "$tree") || {
        echo "selftest: the untouched tree already breaks '$rule': $said"
        failures=$((failures + 1))
        return
    }
    mkdir -p "$(dirname "$tree/$file")"
    [ $# = 0 ] || printf '%s\n' "$@" >>"$tree/$file"
    if said=$("$rules" "$rule" "$tree"); then
        echo "selftest: '$rule' did not see the breach in $file: $*"
        failures=$((failures + 1))
    elif ! printf '%s\n' "$said" | grep -q "Rule broken ($rule): ."; then
        echo "selftest: '$rule' fails without naming the rule: $said"
        failures=$((failures + 1))
    fi
}
# kept RULE FILE LINE...: the lines are allowed.
kept()
{
    rule=$1
    file=$2
    shift 2
    clean
    mkdir -p "$(dirname "$tree/$file")"
    printf '%s\n' "$@" >>"$tree/$file"
    said=$("$rules" "$rule" "$tree") || {
        echo "selftest: '$rule' blames what is allowed: $said"
        failures=$((failures + 1))
    }
}

breach includes models/domain/mood.cpp '#include <usecases/ports.h>'
breach includes models/domain/mood.cpp '#include <QtWidgets/QLabel>'
breach includes models/domain/mood.cpp '#include <QString>'
breach includes ui/queue/queue.cpp '#include <storage/database.h>'
breach includes ui/queue/queue.cpp '#include <QtSql/QSqlQuery>'
breach includes ui/queue/queue.cpp '#include "../../models/domain/mood.h"'
breach includes app/main.cpp '#include <sqlite3.h>'
kept includes app/main.cpp '#include <storage/database.h>' '#include <QtWidgets/QApplication>' '#include <vector>'
kept includes models/storage/session.cpp '#include <sqlite3.h>' '#include <domain/mood.h>'
breach spdx app/main.cpp 'int main() {}'
breach size ui/queue/long.cpp "$licence" "$(awk 'BEGIN { for (i = 0; i < 600; i++) print "int x" i ";" }')"
breach sql ui/queue/queue.cpp 'auto q = "SELECT id FROM dispute";'
breach sql app/main.cpp 'auto q = "PRAGMA journal_mode";'
kept sql models/storage/session.cpp 'auto q = "SELECT id FROM dispute";'
kept sql ui/queue/queue.cpp 'auto q = tr("Select a case from the list");'
breach sleeps tests/domain/tst_mood.cpp 'QTest::qWait(500);'
breach sleeps tests/domain/tst_mood.cpp 'std::this_thread::sleep_for(1s);'
breach sleeps ui/queue/queue.cpp 'QThread::msleep(5);'
kept sleeps tests/domain/tst_mood.cpp 'QTest::qWaitFor([] { return true; });'
breach defaults ui/queue/queue.cpp 'void g(Mood m) {' '    switch (m) {' '    case domain::Mood::Good: break;' '    default: break;' '    }' '}'
breach defaults ui/queue/queue.cpp 'using M = domain::Mood;' 'void g(M m) {' '    switch (m) {' '    case M::Good: break;' '    default:' '        break;' '    }' '}'
kept defaults ui/queue/queue.cpp 'void g(int m) {' '    switch (m) {' '    case Qt::Key_A: break;' '    default: break;' '    }' '}'
breach paths docs/building.md "Run /home""/ann/arbiter/dev."
breach paths CMakeLists.txt "set(DIR /work""/main)"
kept paths docs/building.md 'The server makes a folder under /tmp; see docs/work/plan.'
breach frozen tests/architecture/frozen_codes.txt 'Mood sad'
breach frozen tests/architecture/frozen_codes.txt 'Mood good'
breach top notes.txt 'something'
breach top scratch/x.cpp "$licence"
clean
printf 'no newline' >"$tree/README.md"
"$rules" text "$tree" >/dev/null && {
    echo "selftest: 'text' did not see a missing newline"
    failures=$((failures + 1))
}
breach text README.md "$(printf 'line\r')"
breach translations translations/arbiter_zh_CN.ts '<message>' '<source>x</source>' '<translation type="unfinished"></translation>' '</message>'
breach translations translations/arbiter_zh_CN.ts '<message>' '<source>%1 of %2</source>' '<translation>%1</translation>' '</message>'
kept translations translations/arbiter_zh_CN.ts '<message>' '<source>%1 of %2</source>' '<translation>%2, %1</translation>' '</message>'
breach habits ui/queue/queue.cpp 'connect(a, SIGNAL(x()), b, SLOT(y()));'
breach habits ui/queue/queue.cpp '#include <QtCore/QSettings>'
breach habits models/domain/include/domain/mood.h 'QVariantMap all();'
breach habits ui/queue/queue.cpp 'QThreadPool::globalInstance()->start(work);'
breach names ui/queue/queuemanager.cpp "$licence"
breach names "docs/my file.md" 'x'

# A frozen code that a commit takes out again.
clean
if command -v git >/dev/null; then
    (
        cd "$tree" || exit 1
        git init -q . && git config user.email a@example.org && git config user.name a
        printf 'Mood good\nMood fine\n' >tests/architecture/frozen_codes.txt
        git add -A && git commit -qm one
        printf 'Mood good\n' >tests/architecture/frozen_codes.txt
        git commit -qam two
    ) || failures=$((failures + 1))
    "$rules" frozen "$tree" >/dev/null && {
        echo "selftest: 'frozen' did not see a code that history had"
        failures=$((failures + 1))
    }
fi

# A program is no layer: whatever layer it is said to be, it needs what that layer may not.
shell=$(command -v git || command -v grep)
"$needed" domain "$shell" >/dev/null && {
    echo "selftest: 'needed' lets the domain use the libraries of $shell"
    failures=$((failures + 1))
}
"$needed" nonsense "$shell" >/dev/null && {
    echo "selftest: 'needed' knows a layer named nonsense"
    failures=$((failures + 1))
}

[ "$failures" = 0 ] || echo "selftest: $failures breaches of the house rules were judged wrongly"
[ "$failures" = 0 ]
