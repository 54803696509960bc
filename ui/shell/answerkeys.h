// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QDialog;
class QPushButton;

namespace arb::ui {

/// Ctrl+Enter presses @p ok from wherever the focus is in @p dialog: Enter alone belongs to fields of several lines.
void answerByCtrlEnter(QDialog &dialog, QPushButton &ok);

} // namespace arb::ui
