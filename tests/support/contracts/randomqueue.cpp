// SPDX-License-Identifier: GPL-3.0-or-later
#include "randomqueue.h"

#include <algorithm>

namespace arb::tests {

using namespace usecases;
using domain::DisputeState;

namespace {

QStringList texts(std::initializer_list<const char *> list)
{
    QStringList all;
    for (const char *text : list)
        all.append(QString::fromUtf8(text));
    return all;
}

template<typename E>
QStringList codes()
{
    QStringList all;
    for (const auto &row : domain::codeTable<E>())
        all.append(QString::fromLatin1(row.code));
    return all;
}

template<typename E>
E valueAt(int number)
{
    const auto rows = domain::codeTable<E>();
    return rows[static_cast<size_t>(number) % rows.size()].value;
}

const QStringList &platforms()
{
    static const QStringList all = texts({"douyin", "taobao"});
    return all;
}
const QStringList &categories()
{
    static const QStringList all = texts({"3c", "fresh", "食品", "a"});
    return all;
}
const QStringList &merchantIds()
{
    static const QStringList all = texts({"m-1", "m-2", "m-3"});
    return all;
}
const QStringList &merchantNames()
{
    static const QStringList all = texts({"Wolv", "wolv", "沃律数码", "𠮷野家", "m-1", "\uE000 shop"});
    return all;
}
const QStringList &buyers()
{
    static const QStringList all = texts({"b-1", "b-2", "b-3", "b-4"});
    return all;
}
const QStringList &products()
{
    static const QStringList all = texts({"智能手环 Band", "手机壳", "Band", "阳澄湖大闸蟹", "无线耳机 Pro"});
    return all;
}
const QStringList &tags()
{
    static const QStringList all = texts({"加急", "vip", "x"});
    return all;
}

} // namespace

RandomQueue::RandomQueue(const ContractStores &stores, quint32 seed) : m_stores(stores), m_random(seed)
{
    for (const char *name : {"林晓", "陈默", "Zoe", "anna"})
        m_people.append(contractPerson(1001 + m_people.size(), name));
    for (const Person &person : std::as_const(m_people)) {
        if (!m_stores.desk->apply(addingPerson(person)))
            qFatal("the person was not added");
    }
}

QStringList RandomQueue::some(const QStringList &of)
{
    QStringList chosen{oneOf(of)};
    if (rarely(2))
        chosen.append(oneOf(of));
    if (rarely(20))
        chosen.append(QStringLiteral("nothing of the kind"));
    return chosen;
}

void RandomQueue::change(CaseHeader &row)
{
    row.state = valueAt<DisputeState>(below(32));
    row.appealRound = row.state == DisputeState::Appealed || rarely(6);
    row.holder = row.state == DisputeState::Claimed || rarely(5) ? person() : domain::PersonId();
    row.leaseUntil = row.state == DisputeState::Claimed ? std::optional(moment()) : std::nullopt;
    row.reservedFor = rarely(4) ? person() : domain::PersonId();
    row.reservedUntil = row.reservedFor.isNull() || rarely(3) ? std::nullopt : std::optional(moment());
    row.parkedUntil = rarely(8) ? std::optional(moment()) : std::nullopt;
    row.dueAt = rarely(5) ? std::nullopt : std::optional(moment());
    row.deskDueAt = rarely(5) ? std::nullopt : std::optional(moment());
    row.rank = rarely(3) ? row.rank : (below(40) - 20) * domain::hourMs;
    row.tags.clear();
    for (const QString &tag : tags()) {
        if (rarely(5))
            row.tags.append(tag);
    }
}

void RandomQueue::admit(int cases)
{
    QList<Admission> admissions;
    for (int n = 0; n < cases; ++n) {
        const int number = ++m_number;
        qint64 id = 0;
        do
            id = 1'000'000 + below(1'000'000);
        while (m_ids.contains(domain::CaseId(id)));
        const QString caseNo = QStringLiteral("%1-%2").arg(rarely(2) ? u'C' : u'c').arg(number / 2); // numbers occur twice
        Admission admission = contractAdmission(id, caseNo, (below(40) - 20) * domain::hourMs);
        CaseHeader &row = admission.header;
        row.platform = platforms().at(number % 2);
        row.category = oneOf(categories());
        row.merchantId = oneOf(merchantIds());
        row.merchantName = oneOf(merchantNames());
        row.buyerId = oneOf(buyers());
        row.product = oneOf(products());
        row.type = valueAt<domain::AfterSaleType>(below(32));
        row.reason = valueAt<domain::Reason>(below(32));
        row.claimed = domain::Money(below(8) * 25'000);
        row.escalatedAt = moment();
        for (const QString &flag : codes<domain::CaseFlag>()) {
            if (rarely(8))
                row.flags.append(flag);
        }
        admission.file.platform = row.platform;
        admission.file.category = row.category;
        admission.file.order.product = row.product;
        admission.file.merchant.id = row.merchantId;
        admission.file.merchant.name = row.merchantName;
        admission.file.buyer.id = row.buyerId;
        m_ids.append(row.id);
        admissions.append(admission);
    }
    if (!m_stores.intake->addMany(admissions))
        qFatal("the random cases were not admitted");
    for (qsizetype n = m_ids.size() - cases; n < m_ids.size(); ++n) {
        if (!rarely(4)) // the rest stays as it came
            stir(1);
    }
}

void RandomQueue::stir(int cases)
{
    for (int n = 0; n < cases; ++n) {
        const auto header = m_stores.cases->header(m_ids.at(below(static_cast<int>(m_ids.size()))));
        if (!header)
            qFatal("the random case is gone");
        Transition move = contractMove(*header, header->state);
        change(move.after);
        if (move.after.state == DisputeState::AwaitingEvidence) {
            for (const domain::Party party : {domain::Party::Buyer, domain::Party::Merchant, domain::Party::Creator}) {
                if (rarely(2))
                    continue;
                EvidenceRequest request;
                request.id = domain::RequestId(5'000'000 + header->id.value() * 100 + header->version * 4 + static_cast<int>(party));
                request.party = party;
                request.askedAt = request.dueAt = moment();
                request.askedBy = m_people.constFirst().name;
                move.newRequests.append(request);
            }
        }
        if (const auto done = m_stores.cases->apply(move); !done)
            qFatal("the random move was refused: %d", int(done.error()));
    }
}

QueueQuery RandomQueue::query(bool withTexts)
{
    QueueQuery query;
    query.view = valueAt<QueueView>(rarely(3) ? int(QueueView::All) : below(9));
    query.sort = valueAt<QueueSort>(below(15));
    query.descending = rarely(2);
    query.limit = rarely(4) ? 1 + below(20) : 0;
    query.me = rarely(5) ? domain::PersonId() : person();
    query.now = contractNow.plusMs((below(49) - 24) * domain::hourMs + below(3) - 1); // on, just before and just after a moment
    QueueFilter &filter = query.filter;
    if (rarely(6))
        filter.states = {valueAt<DisputeState>(below(32)), valueAt<DisputeState>(below(32))};
    if (rarely(8))
        filter.reasons = some(codes<domain::Reason>());
    if (rarely(8))
        filter.types = some(codes<domain::AfterSaleType>());
    if (rarely(6))
        filter.categories = some(categories());
    if (rarely(6))
        filter.platforms = some(platforms());
    if (rarely(6))
        filter.merchants = some(rarely(2) ? merchantIds() : merchantNames());
    if (rarely(6))
        filter.holders = some({m_people.at(0).name, m_people.at(2).name});
    if (rarely(6))
        filter.flags = some(codes<domain::CaseFlag>());
    if (rarely(6))
        filter.tags = some(tags());
    if (rarely(6))
        filter.amountMin = domain::Money(below(8) * 25'000);
    if (rarely(6))
        filter.amountMax = domain::Money(below(8) * 25'000);
    if (rarely(6))
        filter.dueWithinMs = below(30) * domain::hourMs;
    if (rarely(6))
        filter.overdue = rarely(2);
    if (rarely(6))
        filter.parked = rarely(2);
    if (rarely(6))
        filter.reserved = rarely(2);
    if (rarely(8))
        filter.reservedFor = some({m_people.at(1).name, m_people.at(3).name});
    if (withTexts && rarely(4))
        filter.words = {oneOf(texts({"手环", "band", "耳", "c-1", "Wolv", "阳澄湖", "b-2", "...", "沃律数码 x"}))};
    if (withTexts && rarely(6))
        filter.buyers = some(buyers());
    return query;
}

QString describe(const QueueQuery &query)
{
    const QueueFilter &filter = query.filter;
    QStringList parts{domain::toCode(query.view), domain::toCode(query.sort), QString::number(query.descending), QString::number(query.limit),
                      query.me.toString(), QString::number(query.now.ms() - contractNow.ms())};
    for (const DisputeState state : filter.states)
        parts.append(domain::toCode(state));
    for (const QStringList &list : {filter.words, filter.reasons, filter.types, filter.categories, filter.platforms, filter.merchants,
                                    filter.buyers, filter.holders, filter.reservedFor, filter.flags, filter.tags})
        parts.append(list.join(u'|'));
    parts.append(QString::number(filter.amountMin.value_or(domain::Money(-1)).fen()));
    parts.append(QString::number(filter.amountMax.value_or(domain::Money(-1)).fen()));
    parts.append(QString::number(filter.dueWithinMs.value_or(-1)));
    for (const std::optional<bool> &is : {filter.overdue, filter.parked, filter.reserved})
        parts.append(is ? QString::number(*is) : QStringLiteral("-"));
    return parts.join(u' ');
}

} // namespace arb::tests
