// SPDX-License-Identifier: GPL-3.0-or-later
#include <usecases/readings.h>

#include <usecases/searchtext.h>

#include <QtCore/QSet>

#include <algorithm>
#include <utility>

namespace arb::usecases {

using domain::Failure;

namespace {

constexpr int mostLookedInto = 100; ///< cases whose words are read again to tell whose they are: more than a screen shows
constexpr int casesAtOnce = 50; ///< a fiftieth of a second or so; other work goes on between portions

} // namespace

QList<CaseReading> readingsOf(const domain::CaseFile &file, const QList<StoredReading> &stored, const domain::Masks &masks)
{
    QList<CaseReading> readings;
    for (const domain::Exhibit &exhibit : file.exhibits) {
        const auto found = std::ranges::find(stored, exhibit.sha256, &StoredReading::sha256);
        if (found != stored.cend())
            readings.append({exhibit.id, exhibit.sha256, domain::maskedReading(found->reading, masks), {}});
    }
    return readings;
}

CaseReading matched(CaseReading reading, const QList<domain::ChatMessage> &log)
{
    reading.matches = domain::matchTranscript(reading.reading, log);
    return reading;
}

std::optional<domain::MachineReading> keptReading(const Desk &desk, const QByteArray &sha256, const QString &reader)
{
    auto kept = desk.examination.machineReading(sha256);
    if (!kept || !*kept || (*kept)->reader != reader)
        return std::nullopt;
    return std::move((*kept)->reading);
}

Done<void> keepReading(const Desk &desk, const QByteArray &sha256, const QString &reader, const domain::MachineReading &reading)
{
    const auto saved = desk.examination.saveReading({sha256, reader, reading, desk.clock.now()});
    if (!saved && saved.error() != StoreError::NotFound)
        return Failure{CommandError(saved.error())};
    return {};
}

Stored<QList<domain::CaseId>> foundByMachine(const Desk &desk, const QList<domain::CaseId> &ids, const QStringList &words,
                                             const std::function<bool()> &abandoned)
{
    const QList<SearchPhrase> phrases = searchPhrases(words);
    QList<domain::CaseId> found;
    const auto with = phrases.isEmpty() || ids.isEmpty() ? Stored<QList<domain::CaseId>>(found) : desk.examination.casesWithReadings(ids);
    if (!with)
        return Failure{with.error()};
    const QSet<domain::CaseId> read(with->cbegin(), with->cend());
    int left = mostLookedInto;
    for (const domain::CaseId id : ids) {
        if (!read.contains(id))
            continue;
        if (left-- == 0 || (abandoned && abandoned()))
            break;
        const auto text = desk.examination.readSearchText(id);
        if (!text)
            return Failure{text.error()};
        if (*text && onlyInReadings(phrases, (*text)->tokens.split(u' ', Qt::SkipEmptyParts), (*text)->readings))
            found.append(id);
    }
    return found;
}

Done<bool> indexKeptReadings(const Desk &desk)
{
    const auto more = desk.examination.indexReadings(casesAtOnce);
    return more ? Done<bool>(*more) : Done<bool>(Failure{CommandError(more.error())});
}

} // namespace arb::usecases
