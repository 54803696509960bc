// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateways.h"

#include "cli/caseshow.h"

#include <output/tables.h>

#include <QtCore/QDir>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

namespace arb::app {

using usecases::DeliveryState;

usecases::Delivery SpoolGateway::deliver(const usecases::ExecutionTask &task, domain::UtcMs now)
{
    if (!QDir().mkpath(m_folder))
        return {DeliveryState::Unreachable, QStringLiteral("the spool folder cannot be made")};
    QString name = task.idempotencyKey;
    name.replace(u'/', u'-');
    const QString path = m_folder + u'/' + name + QStringLiteral(".json");
    if (QFile::exists(path))
        return {DeliveryState::Delivered, {}};
    QJsonObject order = taskJson(task);
    order.insert(QStringLiteral("format"), 1);
    order.insert(QStringLiteral("ruling"), task.ruling.toString());
    order.insert(QStringLiteral("writtenAt"), now.toRfc3339());
    if (!output::writeWhole(path, QJsonDocument(order).toJson(QJsonDocument::Compact) + '\n'))
        return {DeliveryState::Unreachable, QStringLiteral("the spool folder takes no file")};
    return {DeliveryState::Delivered, {}};
}

usecases::Delivery DemoGateway::deliver(const usecases::ExecutionTask &task, domain::UtcMs)
{
    return {task.spec.kind == domain::TaskKind::Notice ? DeliveryState::Confirmed : DeliveryState::Delivered, {}};
}

QString spoolFolder(const QString &vaultRoot)
{
    const QString named = qEnvironmentVariable("ARBITER_SPOOL");
    return named.isEmpty() ? QString(vaultRoot + QStringLiteral("/spool")) : named;
}

std::unique_ptr<usecases::ExecutionGateway> gatewayFor(Workspace &space)
{
    if (space.time().isDemo())
        return std::make_unique<DemoGateway>();
    return std::make_unique<SpoolGateway>(spoolFolder(space.vaultRoot()));
}

} // namespace arb::app
