// SPDX-License-Identifier: GPL-3.0-or-later
#include <usecases/deskcommands.h>

#include "commandstep.h"

namespace arb::usecases {

using domain::Failure;

namespace {

constexpr int portion = 5'000; ///< cases a transaction: others must not wait long for the writer
constexpr int mostRounds = 3;
constexpr char appliedKey[] = "rank_applied"; ///< the weights that all stored ranks were made with

QByteArray textOf(const domain::RankWeights &weights)
{
    return '"' + QByteArray::number(weights.msPerHundredYuan) + '/' + QByteArray::number(weights.amountCapMs) + '/' + QByteArray::number(weights.riskMs)
        + '"';
}

Done<qint64> rankAll(const Desk &desk, const domain::RankWeights &weights)
{
    qint64 changed = 0;
    domain::CaseId last;
    for (;;) {
        const auto done = desk.cases.rerank(weights, last, portion);
        if (!done)
            return Failure{CommandError(done.error())};
        changed += done->changed;
        if (done->last.isNull())
            return changed;
        last = done->last;
    }
}

} // namespace

Done<qint64> applyRankWeights(const Desk &desk)
{
    const auto rows = desk.store.settings();
    if (!rows)
        return Failure{CommandError(rows.error())};
    const domain::RankWeights weights = rankWeightsOf(DeskPolicy::fromSettings(*rows));
    const QByteArray wanted = textOf(weights);
    // A desk where nobody ever changed a weight has no row: its ranks were made with the first ones.
    if (rows->value(QString::fromLatin1(appliedKey), textOf(rankWeightsOf(DeskPolicy()))) == wanted)
        return 0;
    // A command that began under the old weights may write an old rank behind the first round.
    qint64 all = 0;
    for (int round = 0; round < mostRounds; ++round) {
        const auto changed = rankAll(desk, weights);
        if (!changed)
            return Failure{changed.error()};
        all += *changed;
        if (*changed == 0)
            break;
    }
    DeskChange applied; // no act of a person: the change of the weight is in the audit already
    applied.setting = qMakePair(QString::fromLatin1(appliedKey), wanted);
    if (const auto stored = desk.store.apply(applied); !stored)
        return Failure{CommandError(stored.error())};
    return all;
}

} // namespace arb::usecases
