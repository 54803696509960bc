// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace.h"

#include <usecases/ports.h>

#include <memory>

namespace arb::app {

/// One JSON file per task in a folder, named by its idempotency key, written whole: the house's payment and notice
/// systems fetch it there. A file that is there already counts as delivered (at least once, recognised by name).
class SpoolGateway final : public usecases::ExecutionGateway
{
public:
    explicit SpoolGateway(QString folder) : m_folder(std::move(folder)) {}
    usecases::Delivery deliver(const usecases::ExecutionTask &task, domain::UtcMs now) override;

private:
    QString m_folder;
};

/// The demo's outside world: letters arrive at once, everything else is taken on and waits for whoever acts.
class DemoGateway final : public usecases::ExecutionGateway
{
public:
    usecases::Delivery deliver(const usecases::ExecutionTask &task, domain::UtcMs now) override;
};

/// ARBITER_SPOOL, else the folder `spool` in the vault.
QString spoolFolder(const QString &vaultRoot);
/// The spool; the demo's own gateway in a demo.
std::unique_ptr<usecases::ExecutionGateway> gatewayFor(Workspace &space);

} // namespace arb::app
