// SPDX-License-Identifier: GPL-3.0-or-later
#include <intake/evidencekind.h>

#include <algorithm>
#include <initializer_list>

namespace arb::intake {

namespace {

/// Brands of the ISO container that are still pictures; a film's brand is none of these.
bool hasPictureBrand(QByteArrayView head, std::initializer_list<const char *> brands)
{
    if (head.size() < 12 || head.sliced(4, 4) != "ftyp")
        return false;
    return std::any_of(brands.begin(), brands.end(), [&](const char *brand) { return head.sliced(8, 4) == brand; });
}

} // namespace

EvidenceKind make_image()
{
    EvidenceKind kind;
    kind.kind = domain::ExhibitKind::Image;
    kind.maxBytes = 64LL * 1024 * 1024;
    kind.types = {{"image/jpeg", [](QByteArrayView head) { return head.startsWith("\xFF\xD8\xFF"); }},
                  {"image/png", [](QByteArrayView head) { return head.startsWith("\x89PNG\r\n\x1A\n"); }},
                  {"image/webp", [](QByteArrayView head) { return head.size() >= 12 && head.startsWith("RIFF") && head.sliced(8, 4) == "WEBP"; }},
                  {"image/avif", [](QByteArrayView head) { return hasPictureBrand(head, {"avif", "avis"}); }},
                  {"image/heic", [](QByteArrayView head) { return hasPictureBrand(head, {"heic", "heix", "heim", "heis", "hevc", "mif1", "msf1"}); }}};
    return kind;
}

} // namespace arb::intake
