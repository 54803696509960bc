# shellcheck shell=sh
# SPDX-License-Identifier: GPL-3.0-or-later
# For the journeys: `. common.sh "$@"` gives a home of its own, the program, and words to drive its window with.
set -eu
arbiter=$1
home=$(mktemp -d)
export XDG_DATA_HOME="$home/data" XDG_CONFIG_HOME="$home/config" XDG_STATE_HOME="$home/state" XDG_CACHE_HOME="$home/cache"
export XDG_RUNTIME_DIR="$home/run" ARBITER_CONFIG_DIR="$home/config" LC_ALL=C.UTF-8 QT_QPA_PLATFORM=xcb
unset ARBITER_DB ARBITER_VAULT WAYLAND_DISPLAY
mkdir -m 700 "$XDG_RUNTIME_DIR"
program=''
leave()
{
    status=$?
    if [ -n "$program" ]; then
        kill -KILL "$program" 2>/dev/null || :
        wait "$program" 2>/dev/null || :
    fi
    [ "$status" = 0 ] || { [ ! -s "$home/said" ] || sed 's/^/  program: /' "$home/said" >&2; }
    rm -rf "$home"
    exit "$status"
}
trap leave EXIT
trap 'exit 130' INT TERM

fail()
{
    echo "$(basename "$0"): $*" >&2
    exit 1
}

# until_true SECONDS COMMAND...: asks again until COMMAND succeeds; fails when the time is over or the program has ended.
until_true()
{
    rest=$(($1 * 10))
    shift
    until "$@" >/dev/null 2>&1; do
        rest=$((rest - 1))
        [ "$rest" -gt 0 ] || return 1
        [ -z "$program" ] || kill -0 "$program" 2>/dev/null || return 1
        sleep 0.1
    done
}

# open_window ARGUMENTS...: starts the program and waits until its window is there; `window` is its id.
open_window()
{
    "$arbiter" "$@" >"$home/said" 2>&1 &
    program=$!
    until_true 60 xdotool search --onlyvisible --pid "$program" || fail "no window appeared"
    window=$(xdotool search --onlyvisible --pid "$program" | tail -n 1)
    # There is no window manager here, so nobody else gives the window the keys.
    xdotool windowfocus --sync "$window"
}

# press KEY...: real keys, to whatever has the focus.
press() { xdotool key --delay 50 "$@"; }

has_ended() { ! kill -0 "$program" 2>/dev/null; }

# close_window: the program must end by itself, with status 0.
close_window()
{
    press ctrl+q
    rest=200
    until has_ended; do
        rest=$((rest - 1))
        [ "$rest" -gt 0 ] || fail "Ctrl+Q did not end the program"
        sleep 0.1
    done
    status=0
    wait "$program" || status=$?
    program=''
    [ "$status" = 0 ] || fail "the program ended with status $status"
}
