// SPDX-License-Identifier: GPL-3.0-or-later
// arbiter-decode: the process in which files of parties are decoded. Started by arbiter, never by a person.
//   arbiter-decode --serve [--without landlock] [--without filter]           forks helpers, asked on descriptor 3
//   arbiter-decode --tool [--without ...] pdfinfo|pdftocairo|pdftotext ARG... locks itself in, then becomes that program
//   arbiter-decode --time-film first|play|decode|seek FILE [NUMBER...]        for `arbiter bench films`: bare libav, likewise
//   arbiter-decode --time bare|own W H ROUNDS FILE                            for `arbiter bench pictures`: no locks, no socket
// --without exists for the tests of each rung of the ladder; whoever starts the helper could as well not start it.
#include "filmtiming.h"
#include "timing.h"

#include <decode/worker.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string_view>

#include <unistd.h>

namespace {

constexpr int wrongUse = 2;
constexpr int cannotStart = 126;

int becomeTool(const arb::decode::LockWish &wish, char **arguments)
{
    static constexpr std::array<std::string_view, 3> known{"pdfinfo", "pdftocairo", "pdftotext"};
    const std::string_view wanted = *arguments == nullptr ? "" : *arguments;
    for (const std::string_view name : known) {
        if (name != wanted)
            continue;
        std::array<char, 32> path{};
        std::snprintf(path.data(), path.size(), "/usr/bin/%s", *arguments);
        std::array<char, 24> locale{"LC_ALL=C.UTF-8"};
        std::array<char *, 2> environment{locale.data(), nullptr};
        arb::decode::lockDownTool(wish);
        ::execve(path.data(), arguments, environment.data());
        return cannotStart;
    }
    return wrongUse;
}

} // namespace

int main(int argc, char **argv)
{
    const std::string_view mode = argc > 1 ? argv[1] : "";
    arb::decode::LockWish wish;
    char **rest = argc > 1 ? arb::decode::takeWishes(argv + 2, wish) : nullptr;
    if (rest != nullptr && mode == "--serve" && *rest == nullptr) {
        arb::decode::serveLockedIn(wish);
        return 0;
    }
    if (rest != nullptr && mode == "--tool")
        return becomeTool(wish, rest);
    constexpr int timingWords = 7;
    if (mode == "--time" && argc == timingWords)
        return timeDecoding(argv[6], std::strcmp(argv[2], "bare") == 0, std::atoi(argv[3]), std::atoi(argv[4]), std::atoi(argv[5]));
    if (mode == "--time-film" && argc >= 4)
        return timeFilm(argv[2], argv[3], {argv + 4, argv + argc});
    std::fputs("arbiter-decode decodes pictures and films for arbiter, which starts it itself.\n", stderr);
    return wrongUse;
}
