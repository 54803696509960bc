// SPDX-License-Identifier: GPL-3.0-or-later
#include "citedbytes.h"

#include "../evidence/mediaports.h"

#include <ui/viewers.h>

#include <QtCore/QCoreApplication>

#include <unistd.h>

namespace arb::app {

namespace {

struct CitedWords
{
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

std::optional<ui::ShowError> faultOfFile(usecases::EvidenceVault &vault, const QByteArray &sha256)
{
    const auto opened = vault.open(sha256); // which compares the digest
    if (!opened)
        return opened.error() == usecases::VaultError::NotNamed ? std::nullopt : std::optional(showErrorFrom(opened.error()));
    ::close(*opened);
    return std::nullopt;
}

} // namespace

std::optional<ui::ShowError> CitedBytes::fault(const domain::Citation &citation)
{
    const domain::Exhibit *exhibit = citation.exhibit.isEmpty() ? nullptr : domain::findExhibit(m_file, citation.exhibit);
    if (!exhibit || exhibit->sha256.isEmpty())
        return std::nullopt;
    const auto known = m_faults.constFind(exhibit->sha256);
    return known != m_faults.cend() ? *known : *m_faults.insert(exhibit->sha256, faultOfFile(m_vault, exhibit->sha256));
}

QString CitedBytes::marked(const QString &text, const domain::Citation &citation)
{
    const auto found = fault(citation);
    return found ? CitedWords::tr("%1 (cannot be shown: %2)").arg(text, ui::showErrorText(*found)) : text;
}

QString CitedBytes::faultCode(const domain::Citation &citation)
{
    const auto found = fault(citation);
    if (!found)
        return {};
    return *found == ui::ShowError::Missing ? QStringLiteral("missing") : *found == ui::ShowError::Altered ? QStringLiteral("altered") : QStringLiteral("unreadable");
}

} // namespace arb::app
