// SPDX-License-Identifier: GPL-3.0-or-later
#include <media/decodeservice.h>

#include "helper/pool.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>

namespace arb::media {

DecodeService::DecodeService(Options options)
    : m_pool(std::make_unique<HelperPool>(std::move(options)))
{
}

DecodeService::~DecodeService() = default;

QString DecodeService::programNear(const QString &folder)
{
    const QDir here(folder);
    for (const QString &place : {QStringLiteral("arbiter-decode"), QStringLiteral("../libexec/arbiter-decode"), QStringLiteral("../libexec/arbiter/arbiter-decode")}) {
        const QFileInfo file(here.filePath(place));
        if (file.isFile() && file.isExecutable())
            return file.canonicalFilePath();
    }
    return {};
}

Protection DecodeService::protection()
{
    return m_pool->protection();
}

bool DecodeService::awaitStandBy(int ms)
{
    return m_pool->awaitStandBy(QDeadlineTimer(ms));
}

DecodeLimits DecodeService::limits() const
{
    return m_pool->limits();
}

void DecodeService::setLimits(const DecodeLimits &limits)
{
    m_pool->setLimits(limits);
}

void DecodeService::tryAgain() const
{
    m_pool->tryAgain();
}

bool DecodeService::isGivenUp(int fd) const
{
    return m_pool->isGivenUp(fd);
}

void DecodeService::close()
{
    m_pool->close();
}

} // namespace arb::media
