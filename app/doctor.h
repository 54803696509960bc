// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "options.h"

#include <QtCore/QList>
#include <QtCore/QString>

namespace arb::app {

/// One thing `doctor` looked at, with what to do where something is missing.
struct DoctorLine
{
    enum class State { Good, Note, Missing } state = State::Good;
    QString key;  ///< stable English word for --json
    QString text;
};

/// Versions, drivers, codecs, fonts, tools, sandbox, the database of @p options.
QList<DoctorLine> examine(const Options &options);
QString doctorMark(DoctorLine::State state);
QString doctorStateCode(DoctorLine::State state);

/// Said where --as is taken at its word.
QString unprotectedSentence();

} // namespace arb::app
