// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <usecases/opencase.h>

#include <QtCore/QString>
#include <QtCore/QStringList>

namespace arb::presentation {

/// "3 h 30 min left (due today 12:30)", or how late it is; empty without a deadline.
QString dueSentence(const usecases::CaseView &view, domain::UtcMs now);

/// What has run out and what follows from it, in whole sentences: the desk's own deadline, a party's evidence window, the
/// merchant's execution that the platform took over. In this order; empty when nothing has.
QStringList lateSentences(const usecases::CaseView &view, domain::UtcMs now);

/// Where the money came from that the platform paid in the merchant's place; empty when it did not.
QStringList takenOverSentences(const usecases::CaseView &view);

/// The case's tags without those that one of these sentences tells already.
QStringList tagsToTell(const usecases::CaseView &view);

} // namespace arb::presentation
