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

/// Packets of 188 bytes, or of 192 with their time of arrival (AVCHD), or of 204 with their correction; the first may be cut or damaged.
bool isTransportStream(QByteArrayView head)
{
    const auto arePackets = [head](qsizetype at, qsizetype apart, int packets) {
        for (; packets > 0; --packets, at += apart) {
            if (at + 3 >= head.size() || head[at] != 'G' || (head[at + 3] & 0x30) == 0) // these bits are never 0 (ISO 13818-1, 2.4.3.3)
                return false;
        }
        return true;
    };
    for (const qsizetype apart : {188, 192, 204}) {
        for (qsizetype at = 0; at <= 2 * apart; ++at) {
            if (arePackets(at, apart, 5))
                return true;
        }
    }
    return arePackets(0, 188, 3); // a short one
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
                  {"video/mp2t", isTransportStream}};
    return kind;
}

} // namespace arb::intake
