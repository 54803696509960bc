// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

class QComboBox;

namespace arb::ui {

/// From now on assistive technology is told what our own canvases are: pictures, where Qt says a filler, which screen readers pass
/// over. Each canvas calls it before it is named, since Qt keeps what it said first; more often than once does nothing.
void installAccessibleRoles();

/// What is chosen in @p box, for whoever cannot see where it stands and has no label before it. On Linux Qt tells a combo box by what
/// it holds and leaves its name to a label, so the name is told as its description, too.
void nameChoice(QComboBox *box, const QString &name);

} // namespace arb::ui
