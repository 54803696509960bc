// SPDX-License-Identifier: GPL-3.0-or-later
#include <presentation/queuewords.h>

#include <presentation/formats.h>
#include <presentation/labels.h>

#include <usecases/casecommands.h>

#include <domain/rank.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QDateTime>

#include <utility>

namespace arb::presentation {

namespace {

struct RankWords
{
    Q_DECLARE_TR_FUNCTIONS(Queue)
};

QString dueWord(const domain::RankParts &parts, domain::UtcMs now)
{
    const QString at = shortTimeText(domain::rankDue(parts), now);
    if (!parts.dueAt)
        return RankWords::tr("no deadline: stands as if due %1").arg(at);
    return *parts.dueAt < now ? RankWords::tr("overdue since %1").arg(at) : RankWords::tr("due %1").arg(at);
}

struct ToldReasons
{
    QStringList moved;
    QStringList due; ///< at most one; last: it stands in a column of its own, and what is cut off on a narrow screen is the end
};

ToldReasons toldReasons(const usecases::CaseHeader &row, const usecases::DeskPolicy &policy, domain::UtcMs now, bool brief)
{
    const domain::RankParts parts = usecases::rankPartsOf(row);
    const domain::RankWeights weights{.msPerHundredYuan = policy.rankMsPerHundredYuan, .amountCapMs = policy.rankAmountCapMs, .riskMs = policy.rankRiskMs};
    const QString risk = QStringLiteral("risk:");
    //: What moved a case forward in the queue and by how long, e.g. "¥439.00: 40 min earlier".
    const auto moved = [](const QString &what, qint64 ms) { return RankWords::tr("%1: %2 earlier").arg(what, durationText(ms)); };
    ToldReasons told;
    for (const QString &code : domain::rankReasons(parts, weights, now)) {
        if (code == u"finished") {
            told.moved.append(RankWords::tr("finished: after all that wait"));
        } else if (code == u"amount") {
            const qint64 bonus = domain::rankAmountBonus(parts, weights);
            //: In a row of the queue, where the sum that moved the case forward stands as well, e.g. "40 min earlier".
            told.moved.append(brief ? RankWords::tr("%1 earlier").arg(durationText(bonus)) : moved(moneyText(parts.claimed), bonus));
        } else if (code.startsWith(risk)) {
            const auto flag = domain::fromCode<domain::CaseFlag>(code.mid(risk.size()));
            const QString name = flag ? label(*flag) : visibleText(code.mid(risk.size()));
            told.moved.append(brief ? name : moved(name, weights.riskMs));
        } else {
            told.due = {brief && !parts.dueAt ? RankWords::tr("no deadline") : dueWord(parts, now)};
        }
    }
    return told;
}

/// The case is offered to somebody else.
QStringList conflictWords(const usecases::CaseHeader &row, bool conflict)
{
    return conflict && domain::isWaiting(row.state) ? QStringList{RankWords::tr("not for you"), RankWords::tr("conflict of interest")} : QStringList();
}

} // namespace

QString foundByMachineText(const QString &why)
{
    QStringList parts{RankWords::tr("found in machine reading"), why};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

QString conflictKey(const usecases::CaseHeader &row)
{
    return QString(row.platform + u':' + row.merchantId);
}

QString rankWords(const usecases::CaseHeader &row, const usecases::DeskPolicy &policy, domain::UtcMs now)
{
    const ToldReasons told = toldReasons(row, policy, now, false);
    return (told.moved + told.due).join(QStringLiteral(" · "));
}

QStringList reasonsBesideTime(const usecases::CaseHeader &row, const usecases::DeskPolicy &policy, domain::UtcMs now, bool brief)
{
    const ToldReasons told = toldReasons(row, policy, now, brief);
    const bool timeSaysIt = row.dueAt && row.state != domain::DisputeState::Suspended; // "paused" says no deadline
    return timeSaysIt ? told.moved : told.moved + told.due;
}

QString holdText(const usecases::CaseHeader &row, domain::UtcMs now, bool conflict, bool brief)
{
    QStringList words = conflictWords(row, conflict);
    const bool parked = usecases::isParked(row, now), kept = usecases::isReserved(row, now);
    if (parked) {
        const QString until = shortTimeText(*row.parkedUntil, now);
        //: In a narrow row of the queue: put aside until then, e.g. "parked, today 14:20".
        words.append(brief ? RankWords::tr("parked, %1").arg(until) : RankWords::tr("parked until %1").arg(until));
    }
    if (kept)
        words.append(RankWords::tr("kept for %1").arg(row.reservedForName));
    if (kept && !(parked && row.reservedUntil == row.parkedUntil))
        words.append(RankWords::tr("until %1").arg(shortTimeText(*row.reservedUntil, now)));
    QString text = words.join(QStringLiteral(" · "));
    if (!text.isEmpty())
        text[0] = text.at(0).toUpper();
    return text;
}

QString standingText(const usecases::CaseHeader &row, domain::UtcMs now, bool conflict)
{
    const QString hold = holdText(row, now, conflict);
    QStringList words{hold};
    if (hold.isEmpty() || row.state != domain::DisputeState::Queued) // that a case waits is said by what it waits for
        words.append(stateText(row));
    words.append(row.holderName);
    words.removeAll(QString());
    return words.join(QStringLiteral(" · "));
}

QStringList longestHolds(domain::UtcMs now)
{
    // Seen from the year's first day, so that all end in it: the few that end in another year are no measure.
    const int year = now.toPlatform().date().year();
    const domain::UtcMs first = domain::UtcMs::fromPlatform(QDate(year, 1, 1), QTime(20, 0));
    QList<domain::UtcMs> ends{first.plusMs(domain::dayMs)};
    for (int month = 1; month <= 12; ++month) // the months' names differ in length
        ends.append(domain::UtcMs::fromPlatform(QDate(year, month, 28), QTime(20, 0)));
    QStringList holds{holdText({}, first, true)};
    for (const domain::UtcMs end : std::as_const(ends)) {
        usecases::CaseHeader parked, kept;
        parked.parkedUntil = parked.reservedUntil = kept.reservedUntil = end;
        parked.reservedFor = kept.reservedFor = domain::PersonId(1);
        parked.reservedForName = kept.reservedForName = QStringLiteral("欧阳娜娜"); // the longest that is common
        holds.append({holdText(parked, first, false), holdText(kept, first, false)});
    }
    return holds;
}

QString asideText(const usecases::CaseHeader &row, domain::UtcMs now, bool conflict)
{
    QStringList words = conflictWords(row, conflict);
    const bool parked = usecases::isParked(row, now), kept = usecases::isReserved(row, now);
    if (parked)
        words.append(RankWords::tr("parked until %1").arg(shortTimeText(*row.parkedUntil, now)));
    if (parked && kept && row.reservedUntil == row.parkedUntil) // whoever put it aside may take it up earlier
        words.append(RankWords::tr("kept for %1").arg(row.reservedForName));
    else if (kept)
        words.append(RankWords::tr("kept for %1 until %2").arg(row.reservedForName, shortTimeText(*row.reservedUntil, now)));
    return words.join(QStringLiteral(" · "));
}

QString earlierReturnText(const usecases::CaseHeader &row, domain::UtcMs wished, domain::UtcMs now)
{
    const auto latest = usecases::latestReturn(row, now);
    if (!latest || wished <= *latest)
        return {};
    const auto due = row.deskDueAt ? row.deskDueAt : row.dueAt;
    const QString at = shortTimeText(*latest, now);
    return *due > now ? RankWords::tr("The case's deadline is %1: it comes back then.").arg(at)
                      : RankWords::tr("The case is late already: it comes back %1 at the latest.").arg(at);
}

QStringList asideSentences(const usecases::CaseHeader &row, domain::UtcMs now)
{
    QStringList sentences;
    if (usecases::isParked(row, now))
        sentences.append(RankWords::tr("Parked until %1; it comes back by itself, or earlier when evidence arrives.").arg(shortTimeText(*row.parkedUntil, now)));
    if (usecases::isReserved(row, now))
        sentences.append(RankWords::tr("Kept for %1 until %2.").arg(row.reservedForName, shortTimeText(*row.reservedUntil, now)));
    return sentences;
}

} // namespace arb::presentation
