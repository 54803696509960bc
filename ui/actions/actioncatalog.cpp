// SPDX-License-Identifier: GPL-3.0-or-later
#include "actioncatalog.h"

#include <QtCore/QtGlobal>

namespace arb::ui {

std::span<const ActionRow> actionCatalog()
{
    static constexpr ActionRow rows[] = {
        {"takeNext", QT_TRANSLATE_NOOP("Action", "Take next case"), "F2"},
        {"claim", QT_TRANSLATE_NOOP("Action", "Claim the open case"), "L"},
        {"takeOver", QT_TRANSLATE_NOOP("Action", "Take the open case over from its holder"), "Shift+L"},
        {"nextCase", QT_TRANSLATE_NOOP("Action", "Next case in the queue"), "J"},
        {"previousCase", QT_TRANSLATE_NOOP("Action", "Previous case in the queue"), "K"},
        {"filter", QT_TRANSLATE_NOOP("Action", "Filter the queue"), "/ | Ctrl+F"},
        {"findInCase", QT_TRANSLATE_NOOP("Action", "Search in the open case"), "Ctrl+Shift+F"},
        {"queuePage", QT_TRANSLATE_NOOP("Action", "Go to the queue"), "G, Q"},
        {"focusQueue", QT_TRANSLATE_NOOP("Action", "Go to the list on the desk"), "G, D"},
        {"notices", QT_TRANSLATE_NOOP("Action", "Go to the notices"), "G, N"},
        {"reports", QT_TRANSLATE_NOOP("Action", "Go to the reports"), "G, R"},
        {"approvals", QT_TRANSLATE_NOOP("Action", "Go to the approvals"), "G, A"},
        {"cycle", QT_TRANSLATE_NOOP("Action", "Next part of the window"), "F6"},
        {"nextExhibit", QT_TRANSLATE_NOOP("Action", "Next exhibit of this side"), "]"},
        {"previousExhibit", QT_TRANSLATE_NOOP("Action", "Previous exhibit of this side"), "["},
        {"otherSide", QT_TRANSLATE_NOOP("Action", "The other side's evidence"), "X"},
        {"link", QT_TRANSLATE_NOOP("Action", "Link or unlink both sides' views"), "Z"},
        {"factsCard", QT_TRANSLATE_NOOP("Action", "What the file says about itself"), "I"},
        {"timeline", QT_TRANSLATE_NOOP("Action", "The case's times on one clock"), "T"},
        {"compareSideBySide", QT_TRANSLATE_NOOP("Action", "Compare side by side"), "Y, Y"},
        {"compareSlider", QT_TRANSLATE_NOOP("Action", "Compare with a slider"), "Y, S"},
        {"compareBlink", QT_TRANSLATE_NOOP("Action", "Compare by blinking"), "Y, B"},
        {"compareDifference", QT_TRANSLATE_NOOP("Action", "Compare by difference"), "Y, D"},
        {"compareOverlay", QT_TRANSLATE_NOOP("Action", "Compare one through the other"), "Y, O"},
        {"comparePins", QT_TRANSLATE_NOOP("Action", "Set anchor pins"), "Y, P"},
        {"compareAlone", QT_TRANSLATE_NOOP("Action", "Move this picture alone"), "Y, A"},
        {"compareTie", QT_TRANSLATE_NOOP("Action", "Tie both films here"), "Y, T"},
        {"compareUntie", QT_TRANSLATE_NOOP("Action", "Untie the films"), "Y, U"},
        {"compareEarlier1", QT_TRANSLATE_NOOP("Action", "Tie this film one frame earlier"), "Y, Left"},
        {"compareLater1", QT_TRANSLATE_NOOP("Action", "Tie this film one frame later"), "Y, Right"},
        {"compareEarlier10", QT_TRANSLATE_NOOP("Action", "Tie this film ten frames earlier"), "Y, Shift+Left"},
        {"compareLater10", QT_TRANSLATE_NOOP("Action", "Tie this film ten frames later"), "Y, Shift+Right"},
        {"compareEarlier100", QT_TRANSLATE_NOOP("Action", "Tie this film a hundred frames earlier"), "Y, Ctrl+Left"},
        {"compareLater100", QT_TRANSLATE_NOOP("Action", "Tie this film a hundred frames later"), "Y, Ctrl+Right"},
        {"compareSwap", QT_TRANSLATE_NOOP("Action", "Exchange the sides"), "Y, X"},
        {"compareThird", QT_TRANSLATE_NOOP("Action", "Listing picture between the sides"), "Y, L"},
        {"look", QT_TRANSLATE_NOOP("Action", "Look at a covered picture"), "O"},
        {"care", QT_TRANSLATE_NOOP("Action", "Cover pictures until asked: off, blurred, grey"), "Ctrl+B"},
        {"cite", QT_TRANSLATE_NOOP("Action", "Cite the place on show"), "C"},
        {"citeRecord", QT_TRANSLATE_NOOP("Action", "Cite a line of the record"), "Shift+C"},
        {"findings", QT_TRANSLATE_NOOP("Action", "Findings"), "F"},
        {"amount", QT_TRANSLATE_NOOP("Action", "Amount"), "A"},
        {"blame", QT_TRANSLATE_NOOP("Action", "Blame"), "B"},
        {"clause", QT_TRANSLATE_NOOP("Action", "Clause"), "P"},
        {"suggestion", QT_TRANSLATE_NOOP("Action", "Use the suggestion"), "U"},
        {"askEvidence", QT_TRANSLATE_NOOP("Action", "Ask for evidence"), "R"},
        {"skip", QT_TRANSLATE_NOOP("Action", "Skip with a reason"), "S"},
        {"park", QT_TRANSLATE_NOOP("Action", "Park the case until a time or until evidence arrives"), "Shift+S"},
        {"handOver", QT_TRANSLATE_NOOP("Action", "Hand to supervisor"), "E"},
        {"note", QT_TRANSLATE_NOOP("Action", "Write a note"), "N"},
        {"notes", QT_TRANSLATE_NOOP("Action", "The case's notes"), "Shift+N"},
        {"source", QT_TRANSLATE_NOOP("Action", "What this exhibit was made of"), "W"},
        {"history", QT_TRANSLATE_NOOP("Action", "The case's history"), "H"},
        {"letterBuyer", QT_TRANSLATE_NOOP("Action", "Save the letter to the buyer"), "G, B"},
        {"letterMerchant", QT_TRANSLATE_NOOP("Action", "Save the letter to the merchant"), "G, M"},
        {"sign", QT_TRANSLATE_NOOP("Action", "Sign and open next"), "Ctrl+Return | Ctrl+Enter"},
        {"signStay", QT_TRANSLATE_NOOP("Action", "Sign and stay"), "Ctrl+Shift+Return | Ctrl+Shift+Enter"},
        {"recall", QT_TRANSLATE_NOOP("Action", "Undo signing, recall the ruling"), "Ctrl+Z"},
        {"refresh", QT_TRANSLATE_NOOP("Action", "Read everything again"), "F5"},
        {"shortcuts", QT_TRANSLATE_NOOP("Action", "Keys"), "?"},
        {"language", QT_TRANSLATE_NOOP("Action", "Other language"), "Ctrl+L"},
        {"theme", QT_TRANSLATE_NOOP("Action", "Light or dark"), "Ctrl+D"},
        {"quit", QT_TRANSLATE_NOOP("Action", "Quit"), "Ctrl+Q"},
    };
    return rows;
}

} // namespace arb::ui
