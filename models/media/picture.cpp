// SPDX-License-Identifier: GPL-3.0-or-later
#include <media/picture.h>

#include "helper/arrivingpicture.h"
#include "helper/pool.h"

#include <utility>

#include <sys/stat.h>

namespace arb::media {

Media<MediaPicture> readPicture(const DecodeService &service, const QString &origin, int fd, QSize target, const Abandoned &abandoned)
{
    HelperPool &helpers = service.helpers();
    const DecodeLimits limits = helpers.limits();
    const FileHandle file = reopened(fd);
    struct stat status = {};
    if (!file.isOpen() || ::fstat(file.fd(), &status) != 0 || !S_ISREG(status.st_mode))
        return domain::Failure{MediaError::Unreadable};
    if (status.st_size > limits.maxBytes)
        return domain::Failure{MediaError::TooManyBytes};
    decode::wire::Request request;
    request.op = decode::wire::Op::Picture;
    request.a = target.isEmpty() ? 0 : target.width();
    request.b = target.isEmpty() ? 0 : target.height();
    request.maxPixels = limits.maxPixels;
    request.maxBytes = limits.maxBytes;
    request.c = 1;
    ArrivingPicture arriving(limits.maxPixels);
    return helpers.ask(origin, request, file.fd(), limits.pictureSeconds, abandoned,
                       [&arriving](HelperAnswer &&answer) { return arriving.finish(answer); },
                       [&arriving](HelperAnswer &&part) { return arriving.take(std::move(part)); });
}

} // namespace arb::media
