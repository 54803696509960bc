// SPDX-License-Identifier: GPL-3.0-or-later
#include <decode/worker.h>

#include <cstring>
#include <string_view>

#include <fcntl.h>
#include <unistd.h>

namespace arb::decode {

namespace {

constexpr int controlSocket = 3;

/// Libraries grumble about damaged files; a full pipe or a full disk behind it must not stop a decoder.
void hush()
{
    const int nowhere = ::open("/dev/null", O_RDWR | O_CLOEXEC);
    for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        if (nowhere >= 0)
            ::dup2(nowhere, stream);
        else
            ::close(stream);
    }
    if (nowhere > STDERR_FILENO)
        ::close(nowhere);
}

} // namespace

char **takeWishes(char **argument, LockWish &wish)
{
    while (*argument != nullptr && std::strcmp(*argument, "--without") == 0) {
        ++argument;
        const std::string_view what = *argument == nullptr ? "" : *argument;
        if (what == "landlock")
            wish.landlock = false;
        else if (what == "filter")
            wish.filter = false;
        else
            return nullptr;
        ++argument;
    }
    return argument;
}

void serveLockedIn(const LockWish &wish, PictureReader *reader)
{
    hush();
    warmUp();
    forkHelpers(controlSocket, [&wish, reader](int socket) { serve(socket, lockDown(wish), reader); });
}

} // namespace arb::decode
