#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# .ci/postgres.sh COMMAND...: runs COMMAND with ARB_TEST_PG naming a PostgreSQL server of its own.
# The server lives in a new folder under /tmp, listens on a socket in there and on no port, keeps nothing, and is
# stopped and deleted when COMMAND ends, however it ends. PostgreSQL refuses to run as root: then it runs as the
# user postgres, or nobody.
set -euo pipefail
[ $# -gt 0 ] || {
    echo "usage: .ci/postgres.sh COMMAND..." >&2
    exit 2
}

bin=$(find /usr/lib/postgresql -mindepth 2 -maxdepth 2 -name bin 2>/dev/null | sort -V | tail -n 1)
[ -n "$bin" ] && [ -x "$bin/initdb" ] || bin=$(dirname "$(command -v initdb || echo /nowhere/initdb)")
[ -x "$bin/initdb" ] || {
    echo "postgres.sh: there is no PostgreSQL server here (Debian package postgresql-15)" >&2
    exit 1
}

# A socket's path may have 107 bytes, so not in TMPDIR, which may be deep.
folder=$(mktemp -d /tmp/arb-pg.XXXXXX)
as=()
if [ "$(id -u)" = 0 ]; then
    user=nobody
    getent passwd postgres >/dev/null && user=postgres
    chown "$user" "$folder"
    as=(setpriv --reuid="$user" --regid="$(id -g "$user")" --clear-groups --no-new-privs)
fi
server() { (cd "$folder" && env HOME="$folder" LC_ALL=C.UTF-8 "${as[@]}" "$bin/$1" "${@:2}"); }

# shellcheck disable=SC2317  # the trap calls it
stop()
{
    # Immediate: the data are thrown away, and a test that hangs must not hold the server up.
    server pg_ctl stop --pgdata="$folder/data" --mode=immediate --silent >/dev/null 2>&1 || true
    rm -rf "$folder"
}
trap stop EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM

server initdb --pgdata="$folder/data" --username=arbiter --auth=trust --encoding=UTF8 --locale=C.UTF-8 --no-sync \
    >"$folder/initdb.log" 2>&1 || {
    cat "$folder/initdb.log" >&2
    exit 1
}
# fsync off: what is tested is that a client killed at any moment loses nothing, not what a power cut does to a server.
server pg_ctl start --pgdata="$folder/data" --wait --timeout=60 --silent --log="$folder/server.log" \
    --options="-c listen_addresses='' -c unix_socket_directories='$folder' -c port=5432 -c fsync=off -c max_connections=200" \
    >/dev/null || {
    cat "$folder/server.log" >&2
    exit 1
}
export ARB_TEST_PG="postgresql://arbiter@/postgres?host=$folder"

# In the background and in a process group of its own: a signal is acted on at once, and ends what COMMAND has started.
setsid "$@" <&0 &
child=$!
# shellcheck disable=SC2317  # the traps call it
end()
{
    kill -TERM -- "-$child" 2>/dev/null || true
    wait "$child" 2>/dev/null || true
    exit "$1"
}
trap 'end 129' HUP
trap 'end 130' INT
trap 'end 143' TERM
status=0
wait "$child" || status=$?
if [ "$status" != 0 ] && grep -q -E 'PANIC|terminated by signal' "$folder/server.log"; then
    tail -n 20 "$folder/server.log" >&2
fi
exit "$status"
