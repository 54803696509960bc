// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/evidenceports.h>

#include <domain/ruling.h>

#include <usecases/ports.h>

#include <QtCore/QHash>
#include <QtCore/QString>

#include <optional>

namespace arb::app {

/// What the evidence vault still has of the exhibits that are cited. Each is read whole, once, when the first place in it is asked
/// about: a place in a file that is gone, or is another one by now, must not be told as if it could be looked up.
class CitedBytes
{
public:
    /// Both must outlive it.
    CitedBytes(usecases::EvidenceVault &vault, const domain::CaseFile &file) : m_vault(vault), m_file(file) {}

    /// Nothing: the file is as it was handed in, @p citation is of no file, or nobody said where the vault is.
    std::optional<ui::ShowError> fault(const domain::Citation &citation);
    /// @p text of @p citation with the fault of its file, in the window's words.
    QString marked(const QString &text, const domain::Citation &citation);
    /// For JSON: "missing", "altered", "unreadable"; empty: no fault.
    QString faultCode(const domain::Citation &citation);

private:
    usecases::EvidenceVault &m_vault;
    const domain::CaseFile &m_file;
    QHash<QByteArray, std::optional<ui::ShowError>> m_faults; ///< by digest
};

} // namespace arb::app
