// SPDX-License-Identifier: GPL-3.0-or-later
#include <intake/evidencekind.h>

namespace arb::intake {

namespace {

bool isFilmContainer(QByteArrayView head)
{
    if (head.size() < 12)
        return false;
    const QByteArrayView box = head.sliced(4, 4);
    if (box == "moov" || box == "mdat" || box == "wide")
        return true; // QuickTime without a brand
    if (box != "ftyp")
        return false;
    const QByteArrayView brand = head.sliced(8, 4);
    for (const char *picture : {"avif", "avis", "heic", "heix", "heim", "heis", "hevc", "mif1", "msf1"}) {
        if (brand == picture)
            return false;
    }
    return true;
}

} // namespace

EvidenceKind make_video()
{
    EvidenceKind kind;
    kind.kind = domain::ExhibitKind::Video;
    kind.maxBytes = 512LL * 1024 * 1024;
    kind.types = {{"video/mp4", isFilmContainer},
                  {"video/webm", [](QByteArrayView head) { return head.startsWith("\x1A\x45\xDF\xA3"); }},
                  {"video/x-msvideo", [](QByteArrayView head) { return head.size() >= 12 && head.startsWith("RIFF") && head.sliced(8, 4) == "AVI "; }},
                  {"video/mp2t", [](QByteArrayView head) { return head.size() > 376 && head[0] == 'G' && head[188] == 'G' && head[376] == 'G'; }}};
    return kind;
}

} // namespace arb::intake
