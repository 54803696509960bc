// SPDX-License-Identifier: GPL-3.0-or-later
#include "casestencil.h"

#include "rows.h"

#include <domain/canonicaljson.h>
#include <domain/casejson.h>

#include <usecases/searchtext.h>

#include <algorithm>

namespace arb::storage {

using domain::UtcMs;

namespace {

constexpr qint64 firstTime = 1'500'000'000'000, lastTime = 2'500'000'000'000; ///< what is taken for ms: 2017 … 2049
constexpr int idLowBits = 22;
constexpr qsizetype timeLength = 25; ///< 2026-10-12T09:00:00+08:00
constexpr qsizetype msDigits = 13;

bool isTime(qint64 value)
{
    return value >= firstTime && value < lastTime;
}

bool isDigit(const QByteArray &text, qsizetype at)
{
    return at >= 0 && at < text.size() && text.at(at) >= '0' && text.at(at) <= '9';
}

const ModelTable *tableOf(const QList<ModelTable> &tables, const char *name)
{
    const auto found = std::ranges::find_if(tables, [name](const ModelTable &table) { return table.table.name == name; });
    return found == tables.cend() ? nullptr : &*found;
}

qsizetype rowsOf(const QList<ModelTable> &tables, const char *name)
{
    const ModelTable *table = tableOf(tables, name);
    return table ? table->rows.size() : 0;
}

QByteArray yuan(domain::Money sum)
{
    return QByteArray::number(sum.fen() / 100) + '.' + QByteArray::number(sum.fen() % 100).rightJustified(2, '0');
}

std::optional<UtcMs> earlier(std::optional<UtcMs> a, const QVariant &b)
{
    if (b.isNull())
        return a;
    const UtcMs other(b.toLongLong());
    return a && *a < other ? a : other;
}

/// When time moves the case by itself: what it waits for, or tasks that are under way.
std::optional<UtcMs> nextDueOf(const QList<ModelTable> &tables)
{
    const ModelTable &dispute = *tableOf(tables, "dispute");
    const auto state = domain::fromCode<domain::DisputeState>(dispute.value(0, "state").toString());
    std::optional<UtcMs> due = earlier({}, dispute.value(0, "parked_until"));
    if (state == domain::DisputeState::Claimed)
        due = earlier(due, dispute.value(0, "lease_until"));
    if (state == domain::DisputeState::AwaitingEvidence || state == domain::DisputeState::Negotiating || state == domain::DisputeState::Ruled)
        due = earlier(due, dispute.value(0, "due_at"));
    if (const ModelTable *tasks = tableOf(tables, "execution_task")) {
        for (qsizetype row = 0; row < tasks->rows.size(); ++row) {
            const QString task = tasks->value(row, "state").toString();
            if (task == u"pending")
                due = earlier(due, tasks->value(row, "not_before"));
            if (task == u"pending" || task == u"sent")
                due = earlier(due, tasks->value(row, "due_at"));
        }
    }
    if (const ModelTable *requests = tableOf(tables, "evidence_request")) {
        for (qsizetype row = 0; row < requests->rows.size(); ++row) {
            if (requests->value(row, "state").toString() == u"open")
                due = earlier(due, requests->value(row, "due_at"));
        }
    }
    return due;
}

} // namespace

CaseStencil::CaseStencil(const QList<ModelTable> &tables, domain::CaseFile file, const domain::RankWeights &weights)
    : m_file(std::move(file)), m_weights(weights)
{
    m_values.resize(FirstOwnGap);
    readFacts(tables);
    collectIds(tables);
    collectNeedles(tables);
    const QByteArray document = domain::canonicalJson(domain::withPersonalData(m_file.document, domain::personalData(m_file)));
    m_document = cut(document);
    cutPlaces();
    cutTables(tables);
    cutRulingTexts(tables);
    // Put back what was cut out: whatever does not come out again was cut in the wrong place.
    setTimes(0);
    m_faithful = m_faithful && m_document.filled(m_values) == document && domain::sha256Hex(document) == m_values[BundleGap];
    for (size_t n = 0; n < m_places.size(); ++n)
        m_faithful = m_faithful && m_places[n].first.filled(m_values) == m_citedTexts[n].first;
    m_faithful = m_faithful && document.count(m_values[ShopNameGap]) == 1 && rowsOf(tables, "case_link") == 0;
}

void CaseStencil::readFacts(const QList<ModelTable> &tables)
{
    const ModelTable &dispute = *tableOf(tables, "dispute");
    const ModelTable &audit = *tableOf(tables, "audit_entry");
    m_model.id = domain::CaseId(dispute.value(0, "id").toLongLong());
    m_model.state = domain::fromCode<domain::DisputeState>(dispute.value(0, "state").toString()).value_or(domain::DisputeState::Queued);
    m_model.platform = m_file.platform;
    m_model.category = m_file.category;
    m_model.waybill = m_file.order.waybillNo;
    m_model.orderedAt = m_file.order.orderedAt.value_or(m_file.escalatedAt);
    m_model.admittedAt = UtcMs(audit.value(0, "at").toLongLong());
    m_model.lastAt = UtcMs(audit.value(audit.rows.size() - 1, "at").toLongLong());
    m_model.nextDue = nextDueOf(tables);
    m_model.paid = m_file.order.paid;
    m_claimed = m_file.afterSale.claimed;
    m_price = m_file.order.price;
    m_rank = dispute.value(0, "rank").toLongLong();
    const QVariant due = dispute.value(0, "due_at");
    m_rankParts = {.dueAt = due.isNull() ? std::nullopt : std::optional(UtcMs(due.toLongLong())), .escalatedAt = m_file.escalatedAt,
                   .claimed = m_claimed, .flags = splitList(dispute.value(0, "flags").toString()), .finished = !domain::isOpen(m_model.state)};
    const QByteArray document = tableOf(tables, "case_document")->value(0, "json").toByteArray();
    m_model.priceFixed = rowsOf(tables, "ruling") > 0 || !m_file.order.items.isEmpty() || domain::claimsTooMuch(m_file)
        || m_model.paid <= domain::Money() || document.contains(yuan(m_model.paid)) || document.contains(yuan(m_claimed))
        || domain::rank(m_rankParts, m_weights) != m_rank;
}

void CaseStencil::collectIds(const QList<ModelTable> &tables)
{
    for (const char *name : {"dispute", "evidence_request", "ruling", "execution_task", "penalty_point", "desk_note", "mark"}) {
        const ModelTable *table = tableOf(tables, name);
        for (qsizetype row = 0; table && row < table->rows.size(); ++row)
            m_ids.append(table->value(row, "id").toLongLong());
    }
    std::ranges::sort(m_ids);
    m_newIds.resize(static_cast<size_t>(m_ids.size()));
}

void CaseStencil::collectNeedles(const QList<ModelTable> &tables)
{
    const auto add = [this](const QString &text, int gap, const QByteArray &before = {}, const QByteArray &after = {}) {
        m_values[static_cast<size_t>(gap)] = text.toUtf8();
        if (!text.isEmpty())
            m_needles.push_back({before, text.toUtf8(), after, gap});
    };
    const auto sum = [&](domain::Money money, int gap, const char *key) {
        add(QString::number(money.fen()), gap, QByteArray("\"") + key + "\":");
    };
    add(m_file.caseNo, CaseNoGap);
    add(m_file.order.orderNo, OrderNoGap);
    add(m_file.afterSale.no, AfterSaleNoGap);
    add(m_file.order.waybillNo, WaybillGap);
    add(m_file.buyer.id, BuyerIdGap);
    add(m_file.buyer.name, BuyerNameGap, "\"", "\"");
    add(m_file.buyer.phone, BuyerPhoneGap);
    add(m_file.buyer.address, BuyerAddressGap);
    add(m_file.merchant.id, ShopIdGap);
    add(m_file.merchant.name, ShopNameGap);
    add(m_file.merchant.phone, ShopPhoneGap);
    add(m_file.merchant.address, ShopAddressGap);
    sum(m_file.order.paid, PaidGap, "paidFen");
    sum(m_file.order.price, PriceGap, "priceFen");
    sum(m_file.afterSale.claimed, ClaimedGap, "claimedFen");
    add(tableOf(tables, "dispute")->value(0, "bundle_digest").toString(), BundleGap);
    for (const qint64 id : std::as_const(m_ids)) {
        m_values.push_back({});
        add(QString::number(id), static_cast<int>(m_values.size()) - 1);
    }
    if (const ModelTable *rulings = tableOf(tables, "ruling")) {
        for (qsizetype row = 0; row < rulings->rows.size(); ++row) {
            const QByteArray json = rulings->value(row, "ruling_json").toByteArray();
            const auto ruling = domain::rulingFromJson(jsonObject(json));
            m_faithful = m_faithful && ruling && domain::rulingDigest(*ruling) == domain::sha256Hex(json);
            m_values.push_back({});
            add(QString::fromLatin1(domain::sha256Hex(json)), static_cast<int>(m_values.size()) - 1);
        }
    }
    collectPlaces(tables);
    std::ranges::stable_sort(m_needles, std::greater<>(), [](const Needle &needle) { return needle.before.size() + needle.text.size(); });
}

/// Digests of cited messages, scans and facts: a copy's texts have other times and numbers, so its digests are its own.
void CaseStencil::collectPlaces(const QList<ModelTable> &tables)
{
    QList<domain::Citation> cited;
    const auto citesIn = [&cited](const auto &ruling) {
        for (const domain::Finding &finding : ruling.findings)
            cited += finding.citations;
    };
    const ModelTable *rulings = tableOf(tables, "ruling"), *drafts = tableOf(tables, "draft"), *notes = tableOf(tables, "desk_note");
    for (qsizetype row = 0; rulings && row < rulings->rows.size(); ++row) {
        if (const auto ruling = domain::rulingFromJson(jsonObject(rulings->value(row, "ruling_json").toByteArray())))
            citesIn(*ruling);
    }
    for (qsizetype row = 0; drafts && row < drafts->rows.size(); ++row) {
        if (const auto draft = domain::draftFromJson(jsonObject(drafts->value(row, "json").toByteArray())))
            citesIn(draft->ruling);
    }
    for (qsizetype row = 0; notes && row < notes->rows.size(); ++row) {
        // The record holds a digest of the whole note, which is not made anew.
        const auto place = domain::citationFromJson(jsonObject(notes->value(row, "place").toByteArray()));
        m_faithful = m_faithful && !(place && place->exhibit.isEmpty() && !place->sha256.isEmpty());
    }
    for (const domain::Citation &citation : std::as_const(cited)) {
        const QByteArray text = domain::citedText(citation, m_file);
        const QByteArray digest = domain::sha256Hex(text);
        const bool isKnown = std::ranges::any_of(m_citedTexts, [&](const auto &known) { return known.first == text; });
        if (text.isEmpty() || citation.sha256 != digest || isKnown)
            continue;
        m_values.push_back(digest);
        m_needles.push_back({{}, digest, {}, static_cast<int>(m_values.size()) - 1});
        m_citedTexts.emplace_back(text, static_cast<int>(m_values.size()) - 1);
    }
}

/// Sums stand in them without the key that tells one sum from another, so these stay as they are.
void CaseStencil::cutPlaces()
{
    for (const auto &[text, gap] : m_citedTexts)
        m_places.emplace_back(cut(text), gap);
    m_model.priceFixed = m_model.priceFixed || !m_places.empty();
}

int CaseStencil::timeGap(qint64 ms, bool text)
{
    const auto found = std::ranges::find_if(m_times, [=](const Time &time) { return time.ms == ms && time.text == text; });
    if (found != m_times.end())
        return found->gap;
    m_values.push_back({});
    m_times.push_back({ms, text, static_cast<int>(m_values.size()) - 1});
    return m_times.back().gap;
}

const CaseStencil::Needle *CaseStencil::needleAt(const QByteArray &text, qsizetype at) const
{
    for (const Needle &needle : m_needles) {
        const QByteArrayView rest = QByteArrayView(text).sliced(at);
        if (!rest.startsWith(needle.text))
            continue;
        const qsizetype end = at + needle.text.size();
        const bool inNumber = (isDigit(text, at) && isDigit(text, at - 1)) || (isDigit(text, end - 1) && isDigit(text, end));
        // A cell that holds nothing but the text stands for itself, without what surrounds it in JSON.
        const bool whole = at == 0 && end == text.size();
        const bool framed = QByteArrayView(text).first(at).endsWith(needle.before) && rest.sliced(needle.text.size()).startsWith(needle.after);
        if (!inNumber && (framed || whole))
            return &needle;
    }
    return nullptr;
}

Stencil CaseStencil::cut(const QByteArray &text)
{
    Stencil stencil;
    qsizetype from = 0, at = 0;
    const auto gap = [&](int which, qsizetype length) {
        if (at > from)
            stencil.add({text.sliced(from, at - from)});
        stencil.add({{}, which});
        at += length;
        from = at;
    };
    while (at < text.size()) {
        const bool numberBegins = isDigit(text, at) && !isDigit(text, at - 1);
        if (numberBegins && at + timeLength <= text.size() && text.at(at + 4) == '-' && text.at(at + 10) == 'T') {
            const QByteArray moment = text.sliced(at, timeLength);
            const auto time = UtcMs::fromRfc3339(QString::fromLatin1(moment));
            if (time && rfc3339(time->ms()) == moment) {
                gap(timeGap(time->ms(), true), timeLength);
                continue;
            }
        }
        if (numberBegins && at > 0 && QByteArrayView(":,[").contains(text.at(at - 1)) && isDigit(text, at + msDigits - 1) && !isDigit(text, at + msDigits)) {
            bool number = false;
            const qint64 value = text.sliced(at, msDigits).toLongLong(&number);
            if (number && isTime(value)) {
                gap(timeGap(value, false), msDigits);
                continue;
            }
        }
        if (const Needle *needle = needleAt(text, at))
            gap(needle->gap, needle->text.size());
        else
            ++at;
    }
    if (at > from)
        stencil.add({text.sliced(from)});
    return stencil;
}

CaseStencil::Cell CaseStencil::cut(const ModelTable &table, qsizetype column, const QVariant &value, qsizetype row)
{
    using enum Cell::Kind;
    const QByteArray &name = table.table.columns.at(column);
    const bool dispute = table.table.name == "dispute", audit = table.table.name == "audit_entry";
    if (dispute && name == "claimed_fen")
        return {Claimed, 0};
    if (dispute && name == "disputed_fen")
        return {Disputed, 0};
    if (dispute && name == "rank")
        return {Rank, 0};
    if (dispute && name == "audit_hash")
        return {Head, 0};
    if (audit && name == "prev")
        return {Prev, row};
    if (audit && name == "hash")
        return {Hash, row};
    if (name == "tokens")
        return {Tokens, 0};
    if (value.isNull())
        return {Null, 0};
    if (value.typeId() != QMetaType::QString) {
        const qint64 number = value.toLongLong();
        if (const qsizetype place = m_ids.indexOf(number); place >= 0)
            return {Id, place};
        return {isTime(number) ? Time : Integer, number};
    }
    m_stencils.push_back(cut(value.toString().toUtf8()));
    return {Text, static_cast<qint64>(m_stencils.size()) - 1};
}

void CaseStencil::cutTables(const QList<ModelTable> &tables)
{
    const int firstRuling = FirstOwnGap + static_cast<int>(m_ids.size());
    for (const ModelTable &table : tables) {
        std::vector<Cell> cells;
        for (qsizetype row = 0; row < table.rows.size(); ++row) {
            for (qsizetype column = 0; column < table.table.columns.size(); ++column) {
                cells.push_back(cut(table, column, table.rows.at(row).at(column), row));
                if (table.table.columns.at(column) == "ruling_json" && table.table.name == "ruling")
                    m_rulings.emplace_back(m_stencils.size() - 1, firstRuling + static_cast<int>(row));
            }
            if (table.table.name == "audit_entry") {
                Entry entry;
                entry.entry.seq = table.value(row, "seq").toLongLong();
                entry.entry.at = UtcMs(table.value(row, "at").toLongLong());
                entry.entry.actor = table.value(row, "actor").toString();
                entry.entry.action = table.value(row, "action").toString();
                entry.payload = cut(table.value(row, "payload").toString().toUtf8());
                m_audit.push_back(entry);
            }
            if (table.table.name == "penalty_point") {
                m_points.push_back({table.value(row, "platform").toString().toUtf8(), table.value(row, "code").toString().toUtf8(),
                                    table.value(row, "points").toLongLong(), table.value(row, "at").toLongLong()});
            }
        }
        m_cells.push_back(std::move(cells));
    }
    m_hashes.resize(m_audit.size() + 1);
}

/// Each by itself, as it stands within the ruling: what is cut there is cut here.
void CaseStencil::cutRulingTexts(const QList<ModelTable> &tables)
{
    const auto names = [&](const char *table, qint64 ruling, const char *decision) {
        const ModelTable *found = tableOf(tables, table);
        for (qsizetype row = 0; found && row < found->rows.size(); ++row) {
            if (found->value(row, "ruling_id").toLongLong() == ruling && (!decision || found->value(row, "decision").toString() == QLatin1StringView(decision)))
                return true;
        }
        return false;
    };
    const ModelTable *rulings = tableOf(tables, "ruling"); // by id
    for (qsizetype row = 0; rulings && row < rulings->rows.size(); ++row) {
        const qint64 id = rulings->value(row, "id").toLongLong();
        if (names("ruling_recall", id, nullptr) || names("ruling_approval", id, "returned"))
            continue;
        const auto ruling = domain::rulingFromJson(jsonObject(rulings->value(row, "ruling_json").toByteArray()));
        for (const QString &text : ruling ? usecases::searchableTexts(*ruling) : QStringList())
            m_rulingTexts.push_back(cut(text.toUtf8()));
    }
}

QStringList CaseStencil::rulingTexts() const
{
    QStringList texts;
    for (const Stencil &text : m_rulingTexts)
        texts.append(QString::fromUtf8(text.filled(m_values)));
    return texts;
}

QByteArray CaseStencil::rfc3339(qint64 ms)
{
    const qint64 local = ms / domain::secondMs + domain::platformOffsetSeconds;
    constexpr qint64 daySeconds = 24 * 3600;
    const qint64 day = local / daySeconds;
    QByteArray &text = m_days[day];
    if (text.isEmpty())
        text = QDate(1970, 1, 1).addDays(day).toString(Qt::ISODate).toLatin1() + 'T';
    const int second = static_cast<int>(local % daySeconds);
    const int parts[] = {second / 3600, second / 60 % 60, second % 60};
    QByteArray moment = text;
    for (int n = 0; n < 3; ++n) {
        moment += static_cast<char>('0' + parts[n] / 10);
        moment += static_cast<char>('0' + parts[n] % 10);
        moment += n < 2 ? ":" : "+08:00";
    }
    return moment;
}

// --- copying -------------------------------------------------------------------------------------------------------

void CaseStencil::setTimes(qint64 movedMs)
{
    for (const Time &time : m_times)
        m_values[static_cast<size_t>(time.gap)] = time.text ? rfc3339(time.ms + movedMs) : QByteArray::number(time.ms + movedMs);
}

/// An id is made of ms and of bits that tell ids of the same ms apart: those are the copy's ordinal, so within the copy
/// each id takes another ms, in the model's order.
void CaseStencil::setIds(qint64 movedMs, qint64 ordinal)
{
    qint64 before = 0;
    for (qsizetype n = 0; n < m_ids.size(); ++n) {
        before = std::max((m_ids.at(n) >> idLowBits) + movedMs, before + 1);
        m_newIds[static_cast<size_t>(n)] = (before << idLowBits) | ordinal;
        m_values[static_cast<size_t>(FirstOwnGap + n)] = QByteArray::number(m_newIds[static_cast<size_t>(n)]);
    }
}

void CaseStencil::setFile(const CaseCopy &copy)
{
    m_file.caseNo = copy.caseNo;
    m_file.order.orderNo = copy.orderNo;
    m_file.afterSale.no = copy.afterSaleNo;
    m_file.order.waybillNo = copy.waybill;
    m_file.buyer.id = copy.buyerId;
    m_file.merchant.id = copy.shopId;
    m_file.merchant.name = copy.shopName;
    const QString *texts[] = {&copy.caseNo, &copy.orderNo, &copy.afterSaleNo, &copy.waybill, &copy.buyerId, &copy.buyerName, &copy.buyerPhone,
                              &copy.buyerAddress, &copy.shopId, &copy.shopName, &copy.shopPhone, &copy.shopAddress};
    for (int gap = CaseNoGap; gap <= ShopAddressGap; ++gap)
        m_values[static_cast<size_t>(gap)] = texts[gap]->toUtf8();
    m_file.order.paid = m_model.paid;
    m_file.order.price = m_price;
    m_file.afterSale.claimed = m_claimed;
    if (copy.paid && !m_model.priceFixed) {
        const auto share = [&](domain::Money sum) { return domain::Money(sum.fen() * copy.paid->fen() / m_model.paid.fen()); };
        m_file.order.paid = *copy.paid;
        m_file.order.price = share(m_price);
        m_file.afterSale.claimed = share(m_claimed);
    }
    m_values[PaidGap] = QByteArray::number(m_file.order.paid.fen());
    m_values[PriceGap] = QByteArray::number(m_file.order.price.fen());
    m_values[ClaimedGap] = QByteArray::number(m_file.afterSale.claimed.fen());
}

void CaseStencil::setDigests()
{
    for (const auto &[text, gap] : m_places) // first: rulings hold them
        m_values[static_cast<size_t>(gap)] = domain::sha256Hex(text.filled(m_values));
    m_values[BundleGap] = domain::sha256Hex(m_document.filled(m_values));
    for (const auto &[stencil, gap] : m_rulings)
        m_values[static_cast<size_t>(gap)] = domain::sha256Hex(m_stencils[stencil].filled(m_values));
}

void CaseStencil::chainAudit(qint64 movedMs)
{
    m_hashes[0] = domain::emptyAuditHead().hash;
    for (size_t n = 0; n < m_audit.size(); ++n) {
        domain::AuditEntry entry = m_audit[n].entry;
        entry.scope = m_newIds[static_cast<size_t>(m_ids.indexOf(m_model.id.value()))];
        entry.at = entry.at.plusMs(movedMs);
        entry.payload = m_audit[n].payload.filled(m_values);
        entry.prev = m_hashes[n];
        m_hashes[n + 1] = domain::auditHash(entry);
    }
}

void CaseStencil::write(const Cell &cell, qint64 movedMs, BulkRows &into) const
{
    const auto text = [&into](const QByteArray &bytes) { into.addText([&bytes](QByteArray &texts) { texts += bytes; }); };
    switch (cell.kind) {
    case Cell::Kind::Null: return into.addNull();
    case Cell::Kind::Integer: return into.addInteger(cell.integer);
    case Cell::Kind::Time: return into.addInteger(cell.integer + movedMs);
    case Cell::Kind::Id: return into.addInteger(m_newIds[static_cast<size_t>(cell.integer)]);
    case Cell::Kind::Text:
        return into.addText([&](QByteArray &texts) { m_stencils[static_cast<size_t>(cell.integer)].fill(m_values, texts); });
    case Cell::Kind::Claimed: return into.addInteger(m_file.afterSale.claimed.fen());
    case Cell::Kind::Disputed: return into.addInteger(domain::disputedSum(m_file).fen());
    case Cell::Kind::Rank: return into.addInteger(m_newRank);
    case Cell::Kind::Prev: return text(m_hashes[static_cast<size_t>(cell.integer)]);
    case Cell::Kind::Hash: return text(m_hashes[static_cast<size_t>(cell.integer) + 1]);
    case Cell::Kind::Head: return text(m_hashes.back());
    case Cell::Kind::Tokens: return text(m_tokens);
    }
}

void CaseStencil::copy(const CaseCopy &copy, qint64 ordinal, std::vector<BulkRows> &into, MonthlyPoints &months)
{
    setTimes(copy.movedMs);
    setIds(copy.movedMs, ordinal);
    setFile(copy);
    setDigests();
    chainAudit(copy.movedMs);
    m_tokens = usecases::searchColumn(m_file, rulingTexts()).toUtf8();
    m_newRank = m_rank + copy.movedMs;
    if (m_file.afterSale.claimed != m_claimed) {
        domain::RankParts parts = m_rankParts;
        if (parts.dueAt)
            parts.dueAt = parts.dueAt->plusMs(copy.movedMs);
        parts.escalatedAt = parts.escalatedAt.plusMs(copy.movedMs);
        parts.claimed = m_file.afterSale.claimed;
        m_newRank = domain::rank(parts, m_weights);
    }
    for (size_t table = 0; table < m_cells.size(); ++table) {
        for (const Cell &cell : m_cells[table])
            write(cell, copy.movedMs, into[table]);
    }
    for (const Point &point : m_points) {
        auto &[points, events] = months[{point.platform, m_values[ShopIdGap], platformMonth(UtcMs(point.at + copy.movedMs)), point.code}];
        points += point.points;
        ++events;
    }
}

} // namespace arb::storage
