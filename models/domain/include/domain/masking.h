// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

/// Masks of personal data (the national waybill standard: at least one character of a name, six digits of a phone
/// number, building unit and room of an address are hidden).
namespace arb::domain {

QString maskName(const QString &name);       ///< 张三 → 张*
QString maskPhone(const QString &phone);     ///< 13812345634 → 138******34
QString maskAddress(const QString &address); ///< down to the street only
/// Who signed for a parcel: a name, unless the word says who or where it was (本人, 代收点, 门卫 …).
QString maskSigner(const QString &signer);
/// Phone and identity-card numbers inside free text, the rest unchanged. Order and waybill numbers are left alone.
QString maskInText(const QString &text);

} // namespace arb::domain
