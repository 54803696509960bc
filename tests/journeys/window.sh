#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# A new desk: made by verbs, opened in the real window, both languages by key, closed by key.
. "$(dirname "$0")/common.sh"

desk=sqlite:$home/desk.db
"$arbiter" --db "$desk" db init >/dev/null || fail "db init"
"$arbiter" --db "$desk" user add lin --role reviewer >/dev/null || fail "user add"
"$arbiter" --db "$desk" --self-test >"$home/said" 2>&1 || fail "--self-test found something"

open_window --db "$desk" --as lin --lang en
remembers() { grep -qx "language=$1" "$home/config/arbiter.ini"; }
press ctrl+l
until_true 10 remembers zh_CN || fail "Ctrl+L did not change the language to Chinese"
press ctrl+l
until_true 10 remembers en || fail "Ctrl+L did not change the language back"
close_window

"$arbiter" --db "$desk" verify --audit >/dev/null || fail "the audit chain does not hold after the window was open"
