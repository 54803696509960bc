// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <usecases/opencase.h>

class QWidget;

namespace arb::ui {

/// A case's timeline outside of the window, as it stands below the evidence there: for measuring. The canvas inside is called
/// "timelineCanvas"; nothing it wants is heard.
QWidget *makeTimelineView(const usecases::CaseView &view, QWidget *parent = nullptr);

} // namespace arb::ui
