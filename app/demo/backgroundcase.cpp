// SPDX-License-Identifier: GPL-3.0-or-later
#include "backgroundcase.h"

#include <QtCore/QJsonArray>

#include <algorithm>

namespace arb::app::demo {

using domain::UtcMs;

QString filled(QString text, const QHash<QString, QString> &words)
{
    for (auto it = words.cbegin(); it != words.cend(); ++it)
        text.replace(QString(u'{' + it.key() + u'}'), it.value());
    return text;
}

QJsonValue filled(const QJsonValue &value, const QHash<QString, QString> &words)
{
    if (value.isString())
        return filled(value.toString(), words);
    if (value.isArray()) {
        QJsonArray array;
        for (const QJsonValue &item : value.toArray())
            array.append(filled(item, words));
        return array;
    }
    if (value.isObject()) {
        QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            it.value() = filled(QJsonValue(it.value()), words);
        return object;
    }
    return value;
}

QJsonObject partyHistory(Dice &dice, qint64 fewest, qint64 most, int days)
{
    const qint64 orders = dice.between(fewest, most);
    const qint64 afterSales = orders / dice.between(9, 30);
    const qint64 interventions = afterSales / dice.between(6, 18);
    return {{QStringLiteral("orders"), orders}, {QStringLiteral("afterSales"), afterSales}, {QStringLiteral("interventions"), interventions},
            {QStringLiteral("upheld"), interventions * dice.between(20, 75) / 100}, {QStringLiteral("windowDays"), days}};
}

namespace {

constexpr int longPause = 5 * 60; ///< minutes without a word: the other side had to decide something

/// One case being written: the parts of case.json, each from template, casting and moments.
class CaseWriter
{
public:
    CaseWriter(const QJsonObject &form, const Casting &casting, const Course &course, Dice &dice)
        : m_form(form), m_cast(casting), m_course(course), m_dice(dice)
    {
    }
    QJsonObject write(bool light);

private:
    QString text(const QJsonObject &from, const char *key) const { return filled(from.value(QLatin1StringView(key)).toString(), m_cast.words); }
    QJsonObject order();
    QJsonObject buyer();
    QJsonObject afterSale();
    QJsonArray logistics(bool light);
    QJsonArray chat();
    QJsonArray notes();
    UtcMs talkBegins(const QJsonArray &lines) const;
    UtcMs moment(const QString &name) const;
    UtcMs saidAt(const QJsonObject &line, UtcMs before);
    bool virtualGoods() const { return m_form.value(QStringLiteral("timeline")).toObject().value(QStringLiteral("virtual")).toBool(); }
    QString signedBy() const { return m_form.value(QStringLiteral("order")).toObject().value(QStringLiteral("signedBy")).toString(QStringLiteral("本人")); }
    QJsonArray exhibits(bool light);

    const QJsonObject &m_form;
    const Casting &m_cast;
    const Course &m_course;
    Dice &m_dice;
};

QJsonObject CaseWriter::order()
{
    if (!m_cast.sameOrder.isEmpty())
        return m_cast.sameOrder;
    const QString product = m_cast.goods.value(QStringLiteral("product")).toString();
    const QString sku = m_cast.goods.value(QStringLiteral("sku")).toString();
    QJsonObject order{{QStringLiteral("orderNo"), QStringLiteral("69%1%2%3").arg(m_course.ordered.toPlatform().toString(QStringLiteral("yyMMdd")))
                                                      .arg(1000 + m_dice.below(9000)).arg(m_cast.number, 5, 10, QLatin1Char('0'))},
                      {QStringLiteral("product"), product},
                      {QStringLiteral("sku"), sku},
                      {QStringLiteral("quantity"), 1},
                      {QStringLiteral("priceFen"), m_cast.paidFen},
                      {QStringLiteral("paidFen"), m_cast.paidFen},
                      {QStringLiteral("freightFen"), 0},
                      {QStringLiteral("freightInsurance"), m_dice.percent(30)},
                      {QStringLiteral("sevenDayReturn"), QStringLiteral("yes")},
                      {QStringLiteral("orderedAt"), m_course.ordered.toRfc3339()},
                      {QStringLiteral("promisedShipBy"), m_course.promisedShipBy.toRfc3339()}};
    if (m_course.shipped) {
        order.insert(QStringLiteral("shippedAt"), m_course.shipped->toRfc3339());
        if (!virtualGoods()) {
            order.insert(QStringLiteral("carrier"), m_cast.carrier);
            order.insert(QStringLiteral("waybillNo"), m_cast.waybill);
        }
    }
    if (m_course.signedAt) {
        order.insert(QStringLiteral("signedAt"), m_course.signedAt->toRfc3339());
        order.insert(QStringLiteral("signedBy"), QStringLiteral("本人"));
    }
    order.insert(QStringLiteral("listing"), QJsonObject{{QStringLiteral("title"), QString(product + u' ' + sku)},
                                                        {QStringLiteral("claims"), QJsonArray()}, {QStringLiteral("images"), QJsonArray()}});
    const QJsonObject own = m_form.value(QStringLiteral("order")).toObject();
    for (auto it = own.begin(); it != own.end(); ++it)
        order.insert(it.key(), it.value());
    return order;
}

QJsonObject CaseWriter::buyer()
{
    if (!m_cast.sameBuyer.isEmpty())
        return m_cast.sameBuyer;
    return {{QStringLiteral("id"), QStringLiteral("by-%1").arg(30000 + m_cast.number)},
            {QStringLiteral("name"), m_cast.buyer},
            {QStringLiteral("phone"), QStringLiteral("139000%1").arg(30000 + m_cast.number % 10000)},
            {QStringLiteral("address"), QStringLiteral("%1%2号%3栋%4室").arg(m_cast.place).arg(1 + m_dice.below(180)).arg(1 + m_dice.below(20))
                                            .arg(100 * (1 + m_dice.below(18)) + 1 + m_dice.below(4))},
            {QStringLiteral("history"), partyHistory(m_dice, 3, 320, 365)}};
}

QJsonObject CaseWriter::afterSale()
{
    const QJsonObject form = m_form.value(QStringLiteral("afterSale")).toObject();
    QJsonObject sale{{QStringLiteral("no"), QStringLiteral("AS-%1").arg(m_cast.number)},
                     {QStringLiteral("type"), form.value(QStringLiteral("type"))},
                     {QStringLiteral("reason"), form.value(QStringLiteral("reason"))},
                     {QStringLiteral("quantity"), 1},
                     {QStringLiteral("claimedFen"), m_cast.claimedFen},
                     {QStringLiteral("appliedAt"), m_course.applied.toRfc3339()},
                     {QStringLiteral("merchantDueAt"), m_course.merchantDue.toRfc3339()},
                     {QStringLiteral("buyerHasGoods"), m_course.signedAt.has_value()}};
    const QJsonObject answer = m_form.value(QStringLiteral("merchantAnswer")).toObject();
    if (m_course.answered && !answer.isEmpty() && answer.value(QStringLiteral("decision")).toString() != u"silent") {
        QJsonObject given = filled(QJsonValue(answer), m_cast.words).toObject();
        given.insert(QStringLiteral("at"), m_course.answered->toRfc3339());
        sale.insert(QStringLiteral("merchantAnswer"), given);
    }
    return sale;
}

/// @p light leaves the way between the ends out.
QJsonArray CaseWriter::logistics(bool light)
{
    QJsonArray scans;
    const QJsonObject line = m_form.value(QStringLiteral("timeline")).toObject();
    if (!m_course.shipped || virtualGoods())
        return scans;
    const QString &from = m_cast.city;
    const QString to = m_cast.place.left(m_cast.place.indexOf(u'市') + 1);
    const auto scan = [&](UtcMs at, const QString &place, const QString &event, const QString &words) {
        scans.append(QJsonObject{{QStringLiteral("at"), at.toRfc3339()}, {QStringLiteral("place"), place},
                                 {QStringLiteral("event"), event}, {QStringLiteral("text"), words}});
    };
    scan(*m_course.shipped, from, QStringLiteral("created"), QStringLiteral("商家已打单，等待揽收"));
    if (!line.value(QStringLiteral("pickedUp")).toBool(true))
        return scans;
    const QString last = line.value(QStringLiteral("lastEvent")).toString();
    const bool arrived = m_course.signedAt || !last.isEmpty();
    // Without an end of its own the parcel was still on its way when the case came up.
    const UtcMs end = m_course.signedAt.value_or(last.isEmpty() ? m_course.escalated : m_course.applied.plusMs(-40 * domain::minuteMs));
    const qint64 way = qMax(end - *m_course.shipped, domain::hourMs);
    scan(m_course.shipped->plusMs(way / 12), from, QStringLiteral("picked_up"), QStringLiteral("快递员已揽收，单号 %1").arg(m_cast.waybill));
    if (!light) {
        scan(m_course.shipped->plusMs(way / 4), QString(from + QStringLiteral("转运中心")), QStringLiteral("in_transit"), QStringLiteral("快件已发往%1转运中心").arg(to));
        scan(m_course.shipped->plusMs(way * 7 / 10), QString(to + QStringLiteral("转运中心")), QStringLiteral("sorted"), QStringLiteral("快件到达%1转运中心").arg(to));
    }
    if (!arrived)
        return scans;
    const qint64 notice = qint64(line.value(QStringLiteral("noticeBeforeSignedHours")).toDouble(2.5) * double(domain::hourMs));
    if (!light)
        scan(end.plusMs(-qMin(notice, way / 8)), to, QStringLiteral("out_for_delivery"), QStringLiteral("快递员正在派送，请保持电话畅通"));
    if (last == u"refused_at_door")
        scan(end, to, last, QStringLiteral("收件人拒收，快件退回途中"));
    else if (!last.isEmpty())
        scan(end, to, last, QStringLiteral("快件处理中"));
    else
        scan(end, to, QStringLiteral("signed"), QStringLiteral("已签收，签收人：%1").arg(signedBy()));
    return scans;
}

/// When the talk begins: a long pause in it is the merchant's decision, otherwise most of it comes before the
/// application. It neither begins before the goods are there nor goes on after the escalation.
UtcMs CaseWriter::talkBegins(const QJsonArray &lines) const
{
    qint64 minutes = 0, untilPause = -1;
    for (const QJsonValue &line : lines) {
        const qint64 pause = line.toObject().value(QStringLiteral("afterMinutes")).toInteger();
        if (pause >= longPause && untilPause < 0)
            untilPause = minutes + pause;
        minutes += pause;
    }
    UtcMs begin = m_course.applied.plusMs(-minutes * 4 / 5 * domain::minuteMs);
    if (untilPause >= 0 && m_course.answered)
        begin = m_course.answered->plusMs((3 - untilPause) * domain::minuteMs);
    else if (m_course.signedAt && m_course.applied > *m_course.signedAt)
        begin = std::max(begin, m_course.signedAt->plusMs(9 * domain::minuteMs));
    return std::min(begin, m_course.escalated.plusMs(-(minutes + 20 + lines.size()) * domain::minuteMs));
}

/// The moment that a line of the talk names.
UtcMs CaseWriter::moment(const QString &name) const
{
    const QHash<QString, UtcMs> moments{{QStringLiteral("ordered"), m_course.ordered},
                                        {QStringLiteral("shipped"), m_course.shipped.value_or(m_course.ordered)},
                                        {QStringLiteral("signed"), m_course.signedAt.value_or(m_course.applied)},
                                        {QStringLiteral("applied"), m_course.applied},
                                        {QStringLiteral("answered"), m_course.answered.value_or(m_course.applied)},
                                        {QStringLiteral("due"), m_course.merchantDue},
                                        {QStringLiteral("escalated"), m_course.escalated}};
    return moments.value(name, m_course.applied);
}

UtcMs CaseWriter::saidAt(const QJsonObject &line, UtcMs before)
{
    const QString after = line.value(QStringLiteral("after")).toString();
    const qint64 minutes = line.value(QStringLiteral("afterMinutes")).toInteger();
    if (after.isEmpty())
        return before.plusMs(minutes * domain::minuteMs);
    const QTime time = QTime::fromString(line.value(QStringLiteral("time")).toString(), QStringLiteral("HH:mm"));
    if (!time.isValid()) {
        const UtcMs at = moment(after).plusMs(minutes * domain::minuteMs);
        return minutes < 0 ? at : inDaytime(at, m_dice);
    }
    return UtcMs::fromPlatform(moment(after).toPlatform().date().addDays(line.value(QStringLiteral("days")).toInt()), time);
}

/// Lines that name their moment keep it, as long as nothing was said later; the others follow, and nobody writes at night.
QJsonArray CaseWriter::chat()
{
    QJsonArray messages;
    const QJsonArray lines = m_form.value(QStringLiteral("chat")).toArray();
    UtcMs at = talkBegins(lines);
    for (const QJsonValue &value : lines) {
        const QJsonObject line = value.toObject();
        const UtcMs before = at;
        at = saidAt(line, at).plusMs(m_dice.between(4, 55) * domain::secondMs);
        if (!line.contains(QStringLiteral("after")))
            at = std::max(inDaytimeAfter(before, at, m_dice), before.plusMs(domain::secondMs));
        else if (!messages.isEmpty())
            at = std::max(at, before.plusMs(domain::minuteMs));
        messages.append(QJsonObject{{QStringLiteral("id"), QStringLiteral("msg-%1").arg(messages.size() + 1, 3, 10, QLatin1Char('0'))},
                                    {QStringLiteral("at"), at.toRfc3339()},
                                    {QStringLiteral("from"), line.value(QStringLiteral("from"))},
                                    {QStringLiteral("text"), text(line, "text")}});
    }
    return messages;
}

QJsonArray CaseWriter::notes()
{
    QJsonArray notes;
    for (const QJsonValue &value : m_form.value(QStringLiteral("statement")).toArray()) {
        notes.append(QJsonObject{{QStringLiteral("at"), m_course.escalated.toRfc3339()},
                                 {QStringLiteral("from"), value.toObject().value(QStringLiteral("from"))},
                                 {QStringLiteral("text"), text(value.toObject(), "text")}});
    }
    return notes;
}

QJsonArray CaseWriter::exhibits(bool light)
{
    QJsonArray exhibits;
    const QJsonArray files = m_form.value(QStringLiteral("files")).toArray();
    for (const QJsonValue &value : files) {
        const QJsonObject file = value.toObject();
        if (light && (!exhibits.isEmpty() || file.value(QStringLiteral("kind")).toString() != u"image"))
            continue;
        const QString party = file.value(QStringLiteral("party")).toString();
        UtcMs at = m_course.applied.plusMs((3 + m_dice.below(20)) * domain::minuteMs);
        if (party == u"merchant")
            at = m_course.answered.value_or(m_course.escalated);
        else if (party == u"platform")
            at = m_course.escalated;
        QJsonObject exhibit{{QStringLiteral("id"), file.value(QStringLiteral("id"))},
                            {QStringLiteral("party"), party},
                            {QStringLiteral("kind"), file.value(QStringLiteral("kind"))},
                            {QStringLiteral("file"), QString(QStringLiteral("evidence/") + file.value(QStringLiteral("file")).toString().section(u'/', -1))},
                            {QStringLiteral("caption"), text(file, "caption")},
                            {QStringLiteral("submittedAt"), at.toRfc3339()}};
        if (file.contains(QStringLiteral("element")))
            exhibit.insert(QStringLiteral("element"), file.value(QStringLiteral("element")));
        exhibits.append(exhibit);
    }
    return exhibits;
}

QJsonObject CaseWriter::write(bool light)
{
    return {{QStringLiteral("format"), 1},
            {QStringLiteral("caseNo"), m_cast.caseNo},
            {QStringLiteral("platform"), m_cast.platform},
            {QStringLiteral("escalatedAt"), m_course.escalated.toRfc3339()},
            {QStringLiteral("tradeKind"), m_form.value(QStringLiteral("tradeKind")).toString(QStringLiteral("normal"))},
            {QStringLiteral("category"), m_cast.category},
            {QStringLiteral("order"), order()},
            {QStringLiteral("buyer"), buyer()},
            {QStringLiteral("merchant"), m_cast.shop},
            {QStringLiteral("afterSale"), afterSale()},
            {QStringLiteral("logistics"), logistics(light)},
            {QStringLiteral("chat"), light ? QJsonArray() : chat()},
            {QStringLiteral("exhibits"), exhibits(light)},
            {QStringLiteral("notes"), light ? QJsonArray() : notes()},
            {QStringLiteral("flags"), m_form.value(QStringLiteral("flags")).toArray()},
            {QStringLiteral("links"), QJsonArray()}};
}

} // namespace

QJsonObject writeCase(const QJsonObject &form, const Casting &casting, const Course &course, Dice &dice, bool light)
{
    return CaseWriter(form, casting, course, dice).write(light);
}

} // namespace arb::app::demo
