// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/result.h>
#include <domain/time.h>

#include <QtCore/QJsonObject>
#include <QtCore/QList>
#include <QtCore/QString>

/// A demo case as it is told: what is handed in, and what people did with it until the demo's morning.
namespace arb::app::demo {

/// One step of a case: who does what and when. `verb` is one of player.cpp's table; `what` is its line of seed.json.
struct Step
{
    domain::UtcMs at;
    QString as; ///< a person's name, or "system"
    QString verb;
    QJsonObject what;
};

struct Story
{
    QString caseNo;
    QJsonObject caseJson; ///< case.json without digests
    QString folder;       ///< where the files that caseJson and the steps name lie
    domain::UtcMs admitAt;
    QList<Step> steps; ///< in the order of time
    bool bundled = false; ///< handed in as a sealed bundle, through the import
};

/// A sentence about what keeps a story from being told.
template<typename T>
using Told = domain::Result<T, QString>;

/// The folder that the program's demo comes from: beside the installed program, or in the sources.
QString sourceFolder();
/// The JSON object of @p file, or a sentence that names it.
Told<QJsonObject> readObject(const QString &file);
/// Where @p file (as a case names it) lies in @p folder; empty when it is not there.
QString sourceOf(const QString &folder, const QString &file);

/// When @p story comes in: once everything in it is there, though before anybody works on it.
domain::UtcMs admissionOf(const Story &story);

/// The cases told in @p source/cases, ordered by folder name.
Told<QList<Story>> storiesIn(const QString &source);

} // namespace arb::app::demo
