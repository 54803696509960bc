// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <media/mediaerror.h>

#include <QtCore/QString>
#include <QtCore/QStringList>

#include <functional>
#include <memory>

namespace arb::media {

/// How a party's file is kept from this program while it is decoded, weakest first. Every rung has those below it.
enum class Protection {
    Nothing,   ///< the helper program is missing or does not start: nothing is decoded
    Process,   ///< a process of its own with limits on memory, files and time: reduced protection
    Filter,    ///< and only the system calls that decoding needs (seccomp)
    Landlock,  ///< and no file by name
    Namespaces ///< and none of the system's files, processes and networks in sight (bubblewrap)
};

/// What one file may ask for; the desk's settings, capped by decode/limits.h.
struct DecodeLimits
{
    qint64 maxPixels = 100'000'000;
    qint64 maxBytes = qint64{256} << 20; ///< of a picture's file
    int pictureSeconds = 10;
    int filmSeconds = 20; ///< for each request to a film
    qint64 maxFrames = 2'000'000; ///< of a film; no setting
};

/// True when nobody waits for the answer any more; asked about every 50 ms, on the calling thread. May be empty.
using Abandoned = std::function<bool()>;

class HelperPool;

/// Where the files of parties are decoded: helper processes (arbiter-decode), locked in before they see the first byte, one
/// warm for each origin (case and party), so that nothing of one party is in reach of another's file. Starts none before it
/// is first asked. Functions of this module take it, block, and may be called from several threads at once; every one ends
/// within its limit of time. Does not decode anything itself.
class DecodeService
{
public:
    struct Options
    {
        QString program;                            ///< path of arbiter-decode; empty: it is missing
        Protection most = Protection::Namespaces;   ///< tests hold each rung to its word
        QStringList extraArguments = {};            ///< for test helpers
        int mostHelpers = 8;                        ///< at a time; the one that was idle longest goes first
        int idleMs = 60'000;                        ///< after so long without work a helper ends
        DecodeLimits limits = {};
    };

    explicit DecodeService(Options options);
    /// Ends all helpers. Nobody may be inside a call; close() sends them home first.
    ~DecodeService();
    DecodeService(const DecodeService &) = delete;
    DecodeService &operator=(const DecodeService &) = delete;

    /// arbiter-decode beside the program in @p folder, or where packages put such programs; empty when it is nowhere.
    static QString programNear(const QString &folder);

    /// The rung in force. Tries them at the first call: blocks for up to a few seconds where the system is odd.
    Protection protection();
    /// Waits, at most @p ms, until a helper that has seen no file stands by: the next film or party will not wait for it. False when
    /// none does.
    bool awaitStandBy(int ms);
    DecodeLimits limits() const;
    void setLimits(const DecodeLimits &limits);
    /// A file over which helpers broke off three times is refused at once from then on (HelperDied): this forgets which they are.
    void tryAgain() const;
    bool isGivenUp(int fd) const;
    /// Every call that waits, and every later one, ends with Abandoned.
    void close();

    HelperPool &helpers() const { return *m_pool; } ///< for this module

private:
    std::unique_ptr<HelperPool> m_pool;
};

} // namespace arb::media
