// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QJsonValue>

namespace arb::domain {

/// RFC 8785 (JSON Canonicalization Scheme) bytes of @p value: UTF-8, keys by UTF-16 code units, no white space.
/// Our own formats have integers within ±2^53 only; a fraction in a foreign key is written as ECMAScript writes it.
QByteArray canonicalJson(const QJsonValue &value);

/// SHA-256 as 64 lower-case hex digits.
QByteArray sha256Hex(const QByteArray &bytes);

} // namespace arb::domain
