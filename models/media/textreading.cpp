// SPDX-License-Identifier: GPL-3.0-or-later
#include <media/textreading.h>

#include "helper/answers.h"
#include "helper/pool.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>

#include <fcntl.h>
#include <sys/stat.h>

namespace arb::media {

namespace wire = decode::wire;
using domain::Failure;

namespace {

constexpr int mostReaders = 2; ///< one reads, one stands by for the next case
constexpr int readerIdleMs = 20'000;

DecodeService::Options helperOptions(const TextReading::Options &options)
{
    DecodeService::Options made;
    made.program = options.program;
    made.most = options.most;
    made.extraArguments = options.extraArguments;
    made.mostHelpers = mostReaders;
    made.idleMs = readerIdleMs;
    made.limits = options.limits;
    return made;
}

} // namespace

TextReading::TextReading(const Options &options)
    : m_program(options.program), m_data(options.data), m_helpers(helperOptions(options))
{
}

TextReading::Options TextReading::optionsNear(const QString &folder)
{
    Options options;
    const QDir here(folder);
    for (const QString &place : {QStringLiteral("arbiter-read"), QStringLiteral("../libexec/arbiter-read"), QStringLiteral("../libexec/arbiter/arbiter-read")}) {
        const QFileInfo file(here.filePath(place));
        if (options.program.isEmpty() && file.isFile() && file.isExecutable())
            options.program = file.canonicalFilePath();
    }
    for (const QString &place : {QStringLiteral("/usr/share/tesseract-ocr/5/tessdata"), QStringLiteral("/usr/share/tesseract-ocr/4.00/tessdata"),
                                 QStringLiteral("/usr/share/tessdata"), QStringLiteral("/usr/local/share/tessdata")}) {
        const QFileInfo file(place + QStringLiteral("/chi_sim.traineddata"));
        if (options.data.isEmpty() && file.isFile() && file.isReadable())
            options.data = file.canonicalFilePath();
    }
    return options;
}

Media<domain::MachineReading> TextReading::readOnce(const QString &origin, int file, const Abandoned &abandoned) const
{
    HelperPool &helpers = m_helpers.helpers();
    const QDeadlineTimer deadline(seconds * 1000);
    Media<HelperPool::Lease> helper = helpers.lease(origin, deadline, abandoned);
    if (!helper)
        return Failure{helper.error()};
    const FileHandle data(::open(QFile::encodeName(m_data).constData(), O_RDONLY | O_CLOEXEC));
    if (!data.isOpen())
        return Failure{MediaError::NoTool};
    wire::Request request;
    request.op = wire::Op::LearnToRead;
    const Media<HelperAnswer> learnt = (*helper)->ask(request, data.fd(), deadline, helpers.orClosed(abandoned));
    if (!learnt) // damaged data is as good as none
        return Failure{learnt.error() == MediaError::Damaged || learnt.error() == MediaError::Empty ? MediaError::NoTool : learnt.error()};
    const DecodeLimits limits = helpers.limits();
    request.op = wire::Op::ReadText;
    request.maxPixels = limits.maxPixels;
    request.maxBytes = limits.maxBytes;
    Media<HelperAnswer> answer = (*helper)->ask(request, file, deadline, helpers.orClosed(abandoned));
    if (!answer)
        return Failure{answer.error()};
    Media<domain::MachineReading> reading = readingFrom(std::move(*answer), limits.maxPixels);
    if (!reading)
        (*helper)->end(); // it lied
    return reading;
}

Media<domain::MachineReading> TextReading::read(const QString &origin, int fd, const Abandoned &abandoned) const
{
    if (!isThere())
        return Failure{MediaError::NoTool};
    const FileHandle file = reopened(fd);
    struct stat status = {};
    if (!file.isOpen() || ::fstat(file.fd(), &status) != 0 || !S_ISREG(status.st_mode))
        return Failure{MediaError::Unreadable};
    HelperPool &helpers = m_helpers.helpers();
    if (status.st_size > helpers.limits().maxBytes)
        return Failure{MediaError::TooManyBytes};
    while (!helpers.isGivenUp(file.fd())) {
        Media<domain::MachineReading> reading = readOnce(origin, file.fd(), abandoned);
        if (reading || reading.error() != MediaError::HelperDied || !helpers.mayRestartOver(file.fd()))
            return reading;
    }
    return Failure{MediaError::HelperDied};
}

} // namespace arb::media
