# SPDX-License-Identifier: GPL-3.0-or-later
# awk -f places.awk FILE.ts: a numbered place (%1, %2, … %n) of a source text that its translation lost, or has more.
function places(text,    found, n, place)
{
    found = ""
    for (n = 1; n <= 9; n++)
        if (index(text, "%" n) || index(text, "%L" n))
            found = found " %" n
    return found
}
/<source>/ { source = ""; inSource = 1 }
inSource { source = source $0 "\n" }
/<\/source>/ { inSource = 0 }
/<translation/ { translation = ""; inTranslation = 1; plural = 0 }
inTranslation { translation = translation $0 "\n" }
/<\/translation>/ {
    inTranslation = 0
    if (translation !~ /type="/ && places(source) != places(translation)) {
        sub(/^[ \t]*<source>/, "", source)
        sub(/<\/source>\n$/, "", source)
        print FILENAME ":" FNR ": places differ:" places(source) " in the text," places(translation) " in its translation: " source
        bad = 1
    }
}
END { exit bad }
