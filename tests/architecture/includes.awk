# SPDX-License-Identifier: GPL-3.0-or-later
# awk -f includes.awk layers.txt FILE...: every include of FILE that its folder's row in the table does not allow.
BEGIN {
    modules = "domain usecases storage intake decode read media output presentation ui"
    foreign = "sqlite3.h libpq-fe.h zip.h nlohmann/ valijson/ boost/ libav libsw jpeglib.h jerror.h png.h webp/ libheif/ exiv2/ lcms2.h seccomp.h tesseract/ xlsxwriter qt6keychain/ sodium"
    split(modules, moduleList, " ")
    foreignCount = split(foreign, foreignList, " ")
    for (i in moduleList)
        isModule[moduleList[i]] = 1
}
function has(list, word) { return index(" " list " ", " " word " ") > 0 }
function startsWithOne(list, text,    parts, n, i)
{
    n = split(list, parts, " ")
    for (i = 1; i <= n; i++)
        if (substr(text, 1, length(parts[i])) == parts[i])
            return 1
    return 0
}
function fault(what)
{
    print FILENAME ":" FNR ": " what
    bad = 1
}
FNR == 1 {
    firstFile = (FILENAME == ARGV[1])
    row = ""
    best = 0
    for (folder in ours)
        if (substr(FILENAME, 1, length(folder) + 1) == folder "/" && length(folder) > best) {
            row = folder
            best = length(folder)
        }
}
firstFile {
    if ($0 ~ /^#/ || $0 !~ /:/)
        next
    split($0, column, " *: *")
    ours[column[1]] = column[2]
    qt[column[1]] = column[3]
    others[column[1]] = column[4]
    next
}
row == "" { next }
/^[ \t]*#[ \t]*include[ \t]*</ {
    name = $0
    sub(/^[^<]*</, "", name)
    sub(/>.*/, "", name)
    head = name
    sub(/\/.*/, "", head)
    if (head in isModule) {
        if (!has(ours[row], head))
            fault(row " may not include <" name ">; it may include the modules: " ours[row])
    } else if (head ~ /^Qt[A-Z]/) {
        if (!has(qt[row], head))
            fault(row " may not include <" name ">; it may use of Qt: " (qt[row] == "" ? "nothing" : qt[row]))
    } else if (head ~ /^Q[A-Za-z]/ || name ~ /^qt?[a-z]+\.h$/) {
        fault("<" name "> hides its module; write it as <QtCore/QString> is written")
    } else if (startsWithOne(foreign, name)) {
        if (!startsWithOne(others[row], name))
            fault(row " may not include <" name ">; of foreign libraries it may use: " (others[row] == "" ? "none" : others[row]))
    }
}
/^[ \t]*#[ \t]*include[ \t]*"/ {
    name = $0
    sub(/^[^"]*"/, "", name)
    sub(/".*/, "", name)
    depth = split(substr(FILENAME, length(row) + 2), unused, "/") - 1
    ups = gsub(/\.\.\//, "", name)
    if (ups > depth)
        fault("a private header is included from inside its own layer only, but this leaves " row)
}
END { exit bad }
