// SPDX-License-Identifier: GPL-3.0-or-later
// arbiter-read: the process that reads words in pictures of parties. Started by arbiter, never by a person.
//   arbiter-read --serve [--without landlock] [--without filter]    forks helpers, asked on descriptor 3
// A program of its own, because the reader brings many libraries along that a decoder has no use for.
#include <decode/worker.h>
#include <read/textreader.h>

#include <cstdio>
#include <cstdlib>
#include <string_view>

#include <sys/resource.h>
#include <unistd.h>

namespace {

constexpr int wrongUse = 2;
constexpr int politeness = 10; ///< reading is never what somebody waits for

/// Read when the thread library is loaded, so only a new start takes it: one picture, one thread.
void beAlone(char **argv)
{
    if (std::getenv("OMP_THREAD_LIMIT") != nullptr)
        return;
    ::setenv("OMP_THREAD_LIMIT", "1", 1);
    ::execv(argv[0], argv); // the window starts it by its whole name; should it fail, it reads with several threads
}

} // namespace

int main(int argc, char **argv)
{
    arb::decode::LockWish wish;
    char **rest = argc > 1 ? arb::decode::takeWishes(argv + 2, wish) : nullptr;
    if (rest == nullptr || *rest != nullptr || std::string_view(argv[1]) != "--serve") {
        std::fputs("arbiter-read reads words in pictures for arbiter, which starts it itself.\n", stderr);
        return wrongUse;
    }
    beAlone(argv);
    ::setpriority(PRIO_PROCESS, 0, politeness);
    arb::read::TextReader reader;
    arb::decode::serveLockedIn(wish, &reader);
    return 0;
}
