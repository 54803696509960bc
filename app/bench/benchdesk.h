// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench.h"

namespace arb::app {

QList<BenchLine> benchStart(const BenchContext &context, QString *problem);
QList<BenchLine> benchQueue(const BenchContext &context, QString *problem);
QList<BenchLine> benchOpenCase(const BenchContext &context, QString *problem);
QList<BenchLine> benchQueueScale(const BenchContext &context, QString *problem);
QList<BenchLine> benchClaims(const BenchContext &context, QString *problem);
QList<BenchLine> benchClaimsPostgresql(const BenchContext &context, QString *problem);
QList<BenchLine> benchPictures(const BenchContext &context, QString *problem);
QList<BenchLine> benchFilms(const BenchContext &context, QString *problem);
QList<BenchLine> benchTimeline(const BenchContext &context, QString *problem);
QList<BenchLine> benchChat(const BenchContext &context, QString *problem);
QList<BenchLine> benchChatImport(const BenchContext &context, QString *problem);
QList<BenchLine> benchOcr(const BenchContext &context, QString *problem);
QList<BenchLine> benchImport(const BenchContext &context, QString *problem);

} // namespace arb::app
