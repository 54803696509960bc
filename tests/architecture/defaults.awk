# SPDX-License-Identifier: GPL-3.0-or-later
# awk -f defaults.awk PASS=1 FILE... PASS=2 FILE...: a `default:` in a switch over one of our enums. In the first pass
# the names of our enums are learnt; in the second the nearest case label before a default tells what it switches over.
/^[ \t]*enum class [A-Za-z_]+/ && PASS == 1 {
    name = $0
    sub(/^[ \t]*enum class /, "", name)
    sub(/[^A-Za-z_0-9].*/, "", name)
    ours[name] = 1
}
PASS == 1 { next }
FNR == 1 { depth = 0; delete label; delete alias }
/using [A-Za-z_]+ = [A-Za-z_:]+;/ {
    short = $0; sub(/.*using /, "", short); full = short; sub(/ =.*/, "", short); sub(/.*= /, "", full); sub(/;.*/, "", full); sub(/.*::/, "", full)
    alias[short] = full
}
{ sub(/\/\/.*/, "") }
/(^|[^A-Za-z_])switch[ \t]*\(/ { depth++; label[depth] = ""; indent[depth] = match($0, /[^ ]/) }
depth > 0 && /^[ \t]*}/ && match($0, /[^ ]/) <= indent[depth] { depth-- }
depth > 0 && /(^|[^A-Za-z_])case [A-Za-z_0-9:]+::[A-Za-z_0-9]+[ \t]*:/ {
    name = $0
    sub(/.*case /, "", name)
    match(name, /[A-Za-z_0-9]+(::[A-Za-z_0-9]+)+/)
    name = substr(name, 1, RLENGTH)
    sub(/::[A-Za-z_0-9]+$/, "", name)
    sub(/.*::/, "", name)
    if (name in alias)
        name = alias[name]
    label[depth] = name
}
depth > 0 && /(^|[^A-Za-z_])default[ \t]*:/ {
    if (label[depth] in ours) {
        print FILENAME ":" FNR ": `default:` in a switch over our enum " label[depth] "; name every value, so that a new one does not compile unnoticed"
        bad = 1
    }
}
END { exit bad }
