// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/casefile.h>

namespace arb::domain {

/// A phone's last digits that somebody names ("尾号 71", "phone ending in 71") and that are not those of the order's phone.
struct PhoneTail
{
    QString digits;  ///< two to six, as written
    QString message; ///< the chat message that names it first; empty when @ref exhibit names it
    QString exhibit; ///< the exhibit whose caption names it first
    bool operator==(const PhoneTail &) const = default;
};

/// The phone endings named in chat and captions of @p file that differ from the end of the receiver's phone, each once, in
/// reading order: a pick-up message that went to another phone shows here without anybody's number being revealed. Endings
/// of bank cards are not phones. Of a masked phone only the digits that are left can be compared. Empty when the order
/// carries no phone.
QList<PhoneTail> otherPhoneTails(const CaseFile &file);

} // namespace arb::domain
