// SPDX-License-Identifier: GPL-3.0-or-later
#include <media/filmsearch.h>

#include "helper/answers.h"
#include "helper/pool.h"

#include <decode/format.h>

#include <sys/stat.h>

namespace arb::media {

namespace wire = decode::wire;
using domain::Failure;

namespace {

constexpr int mostSteps = 20'000; ///< about three hours; whatever is not done then is no film of an exhibit

/// Ends the helper with the search: what strangers' films left in its memory is no use to anybody.
struct SearchHelper
{
    HelperPool::Lease lease;
    ~SearchHelper()
    {
        if (lease)
            lease->end();
    }
};

template<typename Found>
using StepReader = Media<SearchStep<Found>> (*)(HelperAnswer &&answer, qint64 maxPixels);

template<typename Found>
Media<QList<Found>> searchOnce(const DecodeService &service, const QString &origin, int file, wire::Op op, StepReader<Found> read, const Abandoned &abandoned,
                               const SearchProgress &progress)
{
    HelperPool &helpers = service.helpers();
    const DecodeLimits limits = helpers.limits();
    const auto patience = [&limits] { return QDeadlineTimer(limits.filmSeconds * 1000); };
    Media<HelperPool::Lease> leased = helpers.lease(origin, patience(), abandoned);
    if (!leased)
        return Failure{leased.error()};
    SearchHelper helper{std::move(*leased)};
    wire::Request request;
    request.op = op;
    request.background = 1;
    request.maxPixels = limits.maxPixels;
    request.maxBytes = limits.maxBytes;
    for (int step = 0, permille = 0; step < mostSteps; ++step) {
        request.a = step == 0 ? 0 : 1;
        Media<HelperAnswer> answer = helper.lease->ask(request, step == 0 ? file : -1, patience(), helpers.orClosed(abandoned));
        if (!answer)
            return Failure{answer.error()};
        Media<SearchStep<Found>> told = read(std::move(*answer), limits.maxPixels);
        if (!told)
            return Failure{told.error()};
        if (told->done)
            return std::move(told->found);
        if (told->permille < permille) // whoever goes back never arrives
            return Failure{MediaError::HelperDied};
        permille = told->permille;
        if (progress)
            progress(permille);
        if (helpers.orClosed(abandoned)())
            return Failure{MediaError::Abandoned};
    }
    return Failure{MediaError::TimedOut};
}

template<typename Found>
Media<QList<Found>> search(const DecodeService &service, const QString &origin, int fd, wire::Op op, StepReader<Found> read, const Abandoned &abandoned,
                           const SearchProgress &progress)
{
    const FileHandle file = reopened(fd);
    struct stat status = {};
    if (!file.isOpen() || ::fstat(file.fd(), &status) != 0 || !S_ISREG(status.st_mode))
        return Failure{MediaError::Unreadable};
    if (decode::isPicture(decode::sniff(file.fd())) && status.st_size > service.helpers().limits().maxBytes)
        return Failure{MediaError::TooManyBytes};
    for (int attempt = 0;; ++attempt) {
        Media<QList<Found>> found = searchOnce(service, origin, file.fd(), op, read, abandoned, progress);
        if (found || found.error() != MediaError::HelperDied || attempt >= HelperPool::mostRestarts)
            return found;
    }
}

} // namespace

Media<QList<domain::FilmHint>> findInterruptions(const DecodeService &service, const QString &origin, int fd, const Abandoned &abandoned,
                                                 const SearchProgress &progress)
{
    return search<domain::FilmHint>(service, origin, fd, wire::Op::Interruptions, hintsFrom, abandoned, progress);
}

Media<QList<domain::FoundCode>> findCodes(const DecodeService &service, const QString &origin, int fd, const Abandoned &abandoned, const SearchProgress &progress)
{
    return search<domain::FoundCode>(service, origin, fd, wire::Op::ReadCodes, codesFrom, abandoned, progress);
}

} // namespace arb::media
