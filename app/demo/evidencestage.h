// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "story.h"

#include <usecases/admitcase.h>
#include <usecases/casecommands.h>
#include <usecases/desk.h>

#include <QtCore/QHash>

namespace arb::app::demo {

/// What is known of a file once its bytes are in the vault.
struct StagedFile
{
    QByteArray sha256;
    qint64 size = 0;
    QJsonObject facts;
};

/// Puts the demo's files into the vault and fills cases in with their digests. Each file is read once, however many
/// cases share it.
class EvidenceStage
{
public:
    explicit EvidenceStage(const usecases::Desk &desk) : m_desk(desk) {}
    Told<StagedFile> put(const QString &path, domain::ExhibitKind kind);
    /// After the last case is in: every file that was put has its row.
    void settle();
    /// The story's case, ready to be admitted. Exhibits whose file is missing are left out with a warning: a demo
    /// without one picture is better than none.
    Told<usecases::StagedCase> stage(const Story &story);

    /// Writes the story as a bundle at @p path, as another desk would hand it over.
    Told<void> writeBundle(const Story &story, const QString &path) const;

private:
    const usecases::Desk &m_desk;
    QHash<QString, StagedFile> m_known;
};

} // namespace arb::app::demo
