// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "story.h"

#include <domain/calendar.h>

namespace arb::app::demo {

/// The cases around the told ones: made from templates (background.json), so that the desk looks like a working day.
struct Background
{
    QList<Story> told;  ///< with a past of their own
    QList<Story> light; ///< waiting cases with few words and shared files, for desks of thousands; ordered by admission
    /// Cases with few words in every state, told as any other, that very many are copied from (crowd.h).
    struct Model
    {
        QString standing; ///< a word of day.json
        Story story;
    };
    QList<Model> models;
};

/// @p count cases from @p source/background.json; the same seed and count make the same ones. Deadlines lie around
/// demoStart(): a few overdue, several today, most in the next two days. @p models: those too, beyond the count.
Told<Background> backgroundStories(const QString &source, quint64 seed, int count, bool models, const domain::BusinessCalendar &calendar);

} // namespace arb::app::demo
