// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/policy.h>

#include <QtCore/QString>

namespace arb::presentation {

/// A condition that held, in words: "applied on day 2", "the merchant refused without a valid ground".
/// @p line carries the fact's name and its value as compact JSON; an unknown fact is shown as it is.
/// Elements are called by their names in @p book; times are those of @p file.
QString factText(const domain::TraceLine &line, const domain::RuleBook &book, const domain::CaseFile &file);

} // namespace arb::presentation
