// SPDX-License-Identifier: GPL-3.0-or-later
#include "background.h"

#include "backgroundcase.h"
#include "demo.h"
#include "schedule.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QJsonArray>
#include <QtCore/QMap>

#include <algorithm>
#include <cmath>

namespace arb::app::demo {

using domain::Failure;
using domain::UtcMs;

namespace {

constexpr int toldAtMost = 110;   ///< beyond that, cases are plain
constexpr int firstNumber = 2001; ///< D-26-2001 …; the fifteen have D-26-1001 …, earlier ones their own
constexpr int drawnPerEarlier = 8; ///< so many of the day's cases before another one of the past
constexpr int patience = 60;       ///< days a course may be moved back to end in time

QJsonArray list(const QJsonObject &from, const char *key)
{
    return from.value(QLatin1StringView(key)).toArray();
}

QString word(const QJsonObject &from, const char *key)
{
    return from.value(QLatin1StringView(key)).toString();
}

/// The whole part of a share of a sum in fen; a share such as 0.15 is a hair off in binary.
qint64 shareOf(qint64 fen, double share)
{
    return qint64(std::floor(double(fen) * share + 1e-6));
}

QString yuan(qint64 fen)
{
    return QStringLiteral("%1.%2").arg(fen / 100).arg(fen % 100, 2, 10, QLatin1Char('0'));
}

/// One case to come: its template, how it stands, and what a case of the past brings along.
struct Wish
{
    QJsonObject form;
    QString standing; ///< "template": as the template says; "light"; or a word of day.json
    QJsonObject earlier;
    bool brief = false; ///< few words and one picture, whatever was done with it
};

/// Makes the cases, one after the other, from one row of dice.
class Teller
{
public:
    Teller(const QJsonObject &catalogue, const QJsonObject &day, const QString &folder, quint64 seed, const domain::BusinessCalendar &calendar);
    Told<Background> tell(int count);
    Told<QList<Background::Model>> models();

private:
    QList<Wish> wishes(int count);
    QList<Wish> always();
    QList<Wish> earlier(const QStringList &numbers);
    Wish drawn(bool light);
    Wish drawnTo(const QString &standing);
    Told<Story> told(const Wish &wish);
    Story light(const Wish &wish);
    Casting cast(const Wish &wish);
    void castSameOrder(Casting &casting, Course &course) const;
    QJsonObject rulingOf(const Wish &wish, const Casting &casting) const;
    QJsonArray linesOf(const Wish &wish, const Casting &casting);
    Course courseFor(const Wish &wish, const QJsonArray &lines);
    QJsonObject shopOf(const QString &id) const;
    QJsonObject drawnShop(const QJsonObject &form);
    QJsonObject party(const QJsonObject &shop) const;
    void linkSameSku(QList<Story> &stories) const;

    const QJsonObject m_catalogue, m_day;
    const QString m_folder;
    Dice m_dice;
    const domain::BusinessCalendar &m_calendar;
    QHash<QString, QJsonObject> m_forms;
    QList<QJsonObject> m_drawable;
    QJsonArray m_shops;
    QHash<QString, QJsonObject> m_parties; ///< merchant of case.json by shop id: the same in all its cases
    QHash<QString, QString> m_cities;
    QHash<QString, QJsonObject> m_refiled; ///< case.json of the newest closed case of a template, for filing again
    QList<QPair<QString, QString>> m_linked; ///< case number and shop of those that are linked by what was sold
    int m_number = firstNumber;
    int m_standing = 0, m_waiting = 0; ///< how many were told so far
};

Teller::Teller(const QJsonObject &catalogue, const QJsonObject &day, const QString &folder, quint64 seed, const domain::BusinessCalendar &calendar)
    : m_catalogue(catalogue), m_day(day), m_folder(folder), m_dice(seed), m_calendar(calendar), m_shops(list(catalogue, "shops"))
{
    for (const QJsonValue &value : list(catalogue, "templates")) {
        const QJsonObject form = value.toObject();
        m_forms.insert(word(form, "id"), form);
        if (form.value(QStringLiteral("weight")).toInteger() > 0 && form.value(QStringLiteral("mayWait")).toBool())
            m_drawable.append(form);
    }
    // What a shop is stays the same in all of its cases, also in those of the fifteen's shops.
    const QJsonArray places = list(catalogue, "places");
    QJsonArray all = list(catalogue, "caseShops");
    for (const QJsonValue &shop : m_shops)
        all.append(shop);
    int n = 0;
    for (const QJsonValue &value : all) {
        const QJsonObject shop = value.toObject();
        const QString place = m_dice.pick(places).toString();
        QJsonObject party{{QStringLiteral("id"), word(shop, "id")}, {QStringLiteral("name"), word(shop, "name")},
                          {QStringLiteral("phone"), QStringLiteral("1390002%1").arg(2100 + ++n)},
                          {QStringLiteral("address"), QStringLiteral("%1%2号仓").arg(place).arg(1 + m_dice.below(90))}};
        party.insert(QStringLiteral("history"), partyHistory(m_dice, 900, 26'000, 90));
        if (const QJsonObject told = shop.value(QStringLiteral("party")).toObject(); !told.isEmpty())
            party = told;
        const QString address = word(party, "address");
        m_parties.insert(word(shop, "id"), party);
        m_cities.insert(word(shop, "id"), address.left(address.indexOf(u'市') + 1));
    }
}

// --- which cases ---------------------------------------------------------------------------------------------------

/// What must not be missing, as often as it says; before a case that files another one again, that other one.
QList<Wish> Teller::always()
{
    QList<Wish> all;
    for (const QJsonValue &value : list(m_catalogue, "templates")) {
        const QJsonObject form = value.toObject();
        for (qint64 n = 0; n < form.value(QStringLiteral("always")).toInteger(); ++n) {
            if (const QString first = word(form, "duplicateOf"); !first.isEmpty()) {
                Wish before{m_forms.value(first), QStringLiteral("template"), {}};
                before.form.insert(QStringLiteral("shops"), form.value(QStringLiteral("shops")));
                QJsonObject line = before.form.value(QStringLiteral("timeline")).toObject();
                line.insert(QStringLiteral("orderedDaysBefore"), form.value(QStringLiteral("timeline")).toObject().value(QStringLiteral("orderedDaysBefore")));
                before.form.insert(QStringLiteral("timeline"), line);
                before.form.insert(QStringLiteral("goods"), form.value(QStringLiteral("goods")));
                all.append(before);
            }
            all.append({form, QStringLiteral("template"), {}});
        }
    }
    return all;
}

QList<Wish> Teller::earlier(const QStringList &numbers)
{
    QList<Wish> all;
    for (const QString &number : numbers) {
        for (const QJsonValue &value : list(m_catalogue, "earlier")) {
            const QJsonObject entry = value.toObject();
            if (word(entry, "caseNo") == number)
                all.append({m_forms.value(word(entry, "template")), QStringLiteral("template"), entry});
        }
    }
    return all;
}

/// A case by weight; told ones stand as day.json says in turn.
Wish Teller::drawn(bool light)
{
    const QJsonArray standing = list(m_day, "standing");
    return drawnTo(light ? QStringLiteral("light") : standing.at(m_standing++ % standing.size()).toString());
}

Wish Teller::drawnTo(const QString &word)
{
    const bool needsApproval = word == u"approval";
    QList<QJsonObject> from;
    qint64 all = 0;
    for (const QJsonObject &form : m_drawable) {
        const QJsonArray steps = list(form, "steps");
        if (needsApproval && linesBefore(steps, QStringLiteral("approve")).size() == steps.size())
            continue;
        from.append(form);
        all += form.value(QStringLiteral("weight")).toInteger();
    }
    qint64 left = m_dice.below(all);
    for (const QJsonObject &form : from) {
        left -= form.value(QStringLiteral("weight")).toInteger();
        if (left < 0)
            return {form, word, {}};
    }
    return {m_drawable.constFirst(), word, {}};
}

/// The past that gives the fifteen's shops their points, what must be seen, the past that puts shops on the ladder's
/// upper steps; then the day's cases and a little more of the past, until there are enough.
QList<Wish> Teller::wishes(int count)
{
    const auto numbers = [](const QJsonArray &array) {
        QStringList all;
        for (const QJsonValue &value : array)
            all.append(value.toString());
        return all;
    };
    const QStringList first = numbers(list(m_day, "firstEarlier")), next = numbers(list(m_day, "ladderEarlier"));
    QStringList rest;
    for (const QJsonValue &entry : list(m_catalogue, "earlier")) {
        const QString number = word(entry.toObject(), "caseNo");
        if (!first.contains(number) && !next.contains(number))
            rest.append(number);
    }
    QList<Wish> all = earlier(first) + always() + earlier(next);
    QList<Wish> past = earlier(rest);
    for (int n = 1; all.size() < count; ++n) {
        if (n % (drawnPerEarlier + 1) == 0 && !past.isEmpty())
            all.append(past.takeFirst());
        else
            all.append(drawn(all.size() >= toldAtMost));
    }
    return all.mid(0, count);
}

// --- who and what --------------------------------------------------------------------------------------------------

QJsonObject Teller::shopOf(const QString &id) const
{
    for (const char *where : {"shops", "caseShops"}) {
        for (const QJsonValue &shop : list(m_catalogue, where)) {
            if (word(shop.toObject(), "id") == id)
                return shop.toObject();
        }
    }
    return {};
}

QJsonObject Teller::drawnShop(const QJsonObject &form)
{
    if (const QString one = word(form, "shop"); !one.isEmpty())
        return shopOf(one);
    const QJsonArray some = list(form, "shops");
    return some.isEmpty() ? m_dice.pick(m_shops).toObject() : shopOf(m_dice.pick(some).toString());
}

QJsonObject Teller::party(const QJsonObject &shop) const
{
    return m_parties.value(word(shop, "id"));
}

Casting Teller::cast(const Wish &wish)
{
    const QJsonObject &form = wish.form;
    Casting casting;
    casting.caseNo = wish.earlier.isEmpty() ? QStringLiteral("D-26-%1").arg(m_number++) : word(wish.earlier, "caseNo");
    casting.number = casting.caseNo.section(u'-', -1).toInt();
    const QJsonObject shop = wish.earlier.isEmpty() ? drawnShop(form) : shopOf(word(wish.earlier, "shop"));
    casting.shop = party(shop);
    casting.city = m_cities.value(word(shop, "id"));
    casting.platform = wish.earlier.isEmpty() ? word(form, "platform") : word(shop, "platform");
    casting.category = wish.earlier.contains(QStringLiteral("category")) ? word(wish.earlier, "category") : word(form, "category");
    casting.buyer = m_dice.pick(list(m_catalogue, "buyers")).toString();
    if (wish.earlier.contains(QStringLiteral("buyer")))
        casting.buyer = word(wish.earlier, "buyer");
    casting.place = m_dice.pick(list(m_catalogue, "places")).toString();
    const QJsonObject carrier = m_dice.pick(list(m_catalogue, "carriers")).toObject();
    casting.carrier = word(carrier, "name");
    casting.waybill = QStringLiteral("%1%2").arg(word(carrier, "prefix")).arg(260'900'000'000 + m_dice.below(9'000) * 10'000 + casting.number % 10'000);
    casting.goods = m_dice.pick(list(form, "goods")).toObject();
    if (wish.earlier.contains(QStringLiteral("goods")))
        casting.goods = wish.earlier.value(QStringLiteral("goods")).toObject();
    const QJsonArray price = list(casting.goods, "priceFen");
    casting.paidFen = m_dice.between(price.at(0).toInteger(), price.at(1).toInteger()) / 100 * 100;
    casting.claimedFen = shareOf(casting.paidFen, form.value(QStringLiteral("afterSale")).toObject().value(QStringLiteral("share")).toDouble(1));
    if (const QJsonObject first = m_refiled.value(word(form, "duplicateOf")); !first.isEmpty()) {
        casting.sameOrder = first.value(QStringLiteral("order")).toObject();
        casting.sameBuyer = first.value(QStringLiteral("buyer")).toObject();
        casting.shop = first.value(QStringLiteral("merchant")).toObject();
        casting.goods = casting.sameOrder;
        casting.paidFen = casting.sameOrder.value(QStringLiteral("paidFen")).toInteger();
        casting.claimedFen = first.value(QStringLiteral("afterSale")).toObject().value(QStringLiteral("claimedFen")).toInteger();
        casting.carrier = word(casting.sameOrder, "carrier");
        casting.waybill = word(casting.sameOrder, "waybillNo");
    }
    casting.words = {{QStringLiteral("product"), word(casting.goods, "product")}, {QStringLiteral("sku"), word(casting.goods, "sku")},
                     {QStringLiteral("paid"), yuan(casting.paidFen)}, {QStringLiteral("claimed"), yuan(casting.claimedFen)},
                     {QStringLiteral("shop"), word(casting.shop, "name")}, {QStringLiteral("carrier"), casting.carrier},
                     {QStringLiteral("waybill"), casting.waybill}};
    return casting;
}

/// A case that files another one again shares its order, so also the order's dates.
void Teller::castSameOrder(Casting &casting, Course &course) const
{
    if (casting.sameOrder.isEmpty())
        return;
    const auto at = [&](const char *key) { return UtcMs::fromRfc3339(word(casting.sameOrder, key)); };
    course.ordered = at("orderedAt").value_or(course.ordered);
    course.shipped = at("shippedAt");
    course.signedAt = at("signedAt");
}

QJsonObject Teller::rulingOf(const Wish &wish, const Casting &casting) const
{
    QJsonObject ruling = filled(wish.form.value(QStringLiteral("ruling")), casting.words).toObject();
    const qint64 refund = shareOf(casting.claimedFen, ruling.take(QStringLiteral("refundShare")).toDouble());
    ruling.insert(QStringLiteral("refundFen"), refund);
    QJsonArray legs;
    for (const QJsonValue &value : list(ruling, "legs")) {
        QJsonObject leg = value.toObject();
        const qint64 of = leg.take(QStringLiteral("of")).toString() == u"paid" ? casting.paidFen : refund;
        leg.insert(QStringLiteral("fen"), shareOf(of, leg.take(QStringLiteral("share")).toDouble()));
        legs.append(leg);
    }
    if (!legs.isEmpty())
        ruling.insert(QStringLiteral("legs"), legs);
    if (wish.earlier.contains(QStringLiteral("conduct"))) {
        QJsonArray conduct;
        for (const QJsonValue &code : list(wish.earlier, "conduct"))
            conduct.append(QJsonObject{{QStringLiteral("code"), code}, {QStringLiteral("party"), QStringLiteral("merchant")}});
        ruling.insert(QStringLiteral("conduct"), conduct);
    }
    return ruling;
}

/// @p ruling for a brief case: it cites no talk and no file that the case does not have, and its one reason is what was
/// found. A hundred thousand such cases are searched, and many words of each make a desk slow to build and large.
QJsonObject brief(QJsonObject ruling, const QJsonObject &caseJson)
{
    QStringList exhibits;
    for (const QJsonValue &exhibit : list(caseJson, "exhibits"))
        exhibits.append(word(exhibit.toObject(), "id"));
    QJsonArray findings;
    QString reason;
    for (const QJsonValue &value : list(ruling, "findings")) {
        QJsonObject finding = value.toObject();
        QJsonArray citations;
        for (const QJsonValue &cited : list(finding, "citations")) {
            const QJsonObject citation = cited.toObject();
            const bool there = !citation.contains(QStringLiteral("exhibit")) || exhibits.contains(word(citation, "exhibit"));
            if (there && !citation.contains(QStringLiteral("message")))
                citations.append(citation);
        }
        if (citations.isEmpty())
            citations.append(QJsonObject{{QStringLiteral("fact"), QStringLiteral("/afterSale/appliedAt")}});
        finding.insert(QStringLiteral("citations"), citations);
        const QString found = finding.take(QStringLiteral("text")).toString();
        if (reason.isEmpty())
            reason = found;
        findings.append(finding);
    }
    ruling.insert(QStringLiteral("findings"), findings);
    ruling.insert(QStringLiteral("reasons"), QJsonObject{{QStringLiteral("zh"), reason}});
    return ruling;
}

// --- what was done with it -----------------------------------------------------------------------------------------

/// The steps of a case that stands as @p wish says, as lines of a template; empty for one that waits.
QJsonArray Teller::linesOf(const Wish &wish, const Casting &casting)
{
    const QJsonArray all = list(wish.form, "steps");
    const auto line = [](double afterHours, const char *verb, QJsonObject more = {}) {
        more.insert(QStringLiteral("afterHours"), afterHours);
        more.insert(QStringLiteral("as"), QStringLiteral("@any"));
        more.insert(QStringLiteral("do"), QLatin1StringView(verb));
        return more;
    };
    const QString &how = wish.standing;
    if (how == u"template" || how == u"closed") {
        QJsonArray lines = all;
        if (word(wish.form, "endsAs") == u"Closed") // whatever is left of the tasks is done two hours after the last step
            lines.append(line(all.last().toObject().value(QStringLiteral("afterHours")).toDouble() + 2, "finish"));
        return lines;
    }
    if (how == u"executing")
        return linesBefore(all, QStringLiteral("taskDone"));
    if (how == u"approval")
        return linesBefore(all, QStringLiteral("approve"));
    if (how == u"evidence") {
        const QJsonObject wished = m_dice.pick(list(m_day, "requests")).toObject();
        return {line(26, "claim"), line(26.2, "request", {{QStringLiteral("wishes"), QJsonArray{wished}}})};
    }
    if (how == u"negotiating") {
        return {line(26, "claim"), line(26.1, "note", {{QStringLiteral("text"), m_dice.pick(list(m_day, "negotiations"))}}),
                line(26.2, "negotiate")};
    }
    if (how == u"appealed") {
        const bool merchantLost = rulingOf(wish, casting).value(QStringLiteral("blame")).toObject().value(QStringLiteral("merchant")).toInteger() > 0;
        const QString by = merchantLost ? QStringLiteral("merchant") : QStringLiteral("buyer");
        const QJsonValue text = m_dice.pick(m_day.value(QStringLiteral("appeals")).toObject().value(by).toArray());
        QJsonArray lines = linesBefore(all, QStringLiteral("taskDone"));
        lines.append(line(64, "appeal", {{QStringLiteral("by"), by}, {QStringLiteral("text"), text}}));
        return lines;
    }
    if (how == u"parked")
        return {line(26, "claim"), line(26.1, "note", {{QStringLiteral("text"), m_dice.pick(list(m_day, "notes"))}}), line(26.2, "park")};
    if (how == u"withdrawn")
        return {line(6, "withdraw", {{QStringLiteral("reason"), m_dice.pick(list(m_day, "withdrawals"))}})};
    if (how == u"suspended")
        return {line(20, "claim"), line(20.2, "suspend", {{QStringLiteral("reason"), m_dice.pick(list(m_day, "suspensions"))}})};
    if (how == u"tagged")
        return {line(26, "claim"), line(26.1, "tag", {{QStringLiteral("add"), m_dice.pick(list(m_day, "tags"))}}), line(26.2, "release")};
    return {};
}

/// When it happened: on its own dates, in its own past, so that its deadline fits the queue, or so that the steps end
/// on the last days before the demo's morning.
Course Teller::courseFor(const Wish &wish, const QJsonArray &lines)
{
    const Course course = courseOf(wish.form.value(QStringLiteral("timeline")).toObject(), demoStart(), m_dice);
    if (const auto at = UtcMs::fromRfc3339(word(wish.earlier, "escalatedAt")))
        return course.movedTo(*at);
    if (course.fixed)
        return course;
    if (lines.isEmpty() || wish.standing == u"parked" || wish.standing == u"tagged")
        return course.movedTo(escalationForQueue(m_waiting++, demoStart(), m_calendar, m_dice));
    if (wish.standing == u"template" || wish.standing == u"closed")
        return course;
    // The last working day before is Saturday the 10th, made up for the holiday; an appeal follows its ruling two days later.
    const QDate sitting = demoStart().toPlatform().date().addDays(wish.standing == u"appealed" ? -4 : -2);
    const UtcMs claim = UtcMs::fromPlatform(sitting, QTime(9, 30)).plusMs(m_dice.between(0, 6 * 60) * domain::minuteMs);
    return course.movedTo(claim.plusMs(-firstStepAfter(lines)));
}

Told<Story> Teller::told(const Wish &wish)
{
    static const QStringList reviewers{QStringLiteral("林晓"), QStringLiteral("陈默"), QStringLiteral("周岚")};
    Casting casting = cast(wish);
    const QJsonArray lines = linesOf(wish, casting);
    Course course = courseFor(wish, lines);
    const QJsonObject ruling = rulingOf(wish, casting);
    const QString reviewer = reviewers.at(m_dice.below(reviewers.size()));
    const Schedule schedule{.calendar = m_calendar, .dice = m_dice, .reviewer = reviewer,
                            .ruling = wish.brief ? brief(ruling, writeCase(wish.form, casting, course, m_dice, true)) : ruling,
                            .words = casting.words};
    QList<Step> steps = scheduled(lines, course.escalated, schedule);
    for (int days = 0; !steps.isEmpty() && steps.constLast().at >= demoStart().plusMs(-30 * domain::minuteMs); ++days) {
        if (course.fixed || days > patience)
            return Failure{QCoreApplication::translate("Demo", "%1 (%2) does not end before the demo's morning.").arg(casting.caseNo, word(wish.form, "id"))};
        course = course.moved(-domain::dayMs);
        steps = scheduled(lines, course.escalated, schedule);
    }
    for (Step &step : steps) {
        if (step.verb == u"park")
            step.what.insert(QStringLiteral("until"), demoStart().plusMs(6 * domain::hourMs).toRfc3339());
        if (step.verb == u"negotiate") // Saturday's talks go on until Monday afternoon
            step.what.insert(QStringLiteral("until"), step.at.plusMs(2 * domain::dayMs).toRfc3339());
    }
    if (wish.standing == u"claimed") // this very morning: the lease still runs
        steps.append({demoStart().plusMs(-m_dice.between(1, 12) * domain::minuteMs), reviewer, QStringLiteral("claim"), {}});
    castSameOrder(casting, course);
    QJsonObject caseJson = writeCase(wish.form, casting, course, m_dice, wish.brief);
    if (const QString links = word(wish.form, "links"); links == u"same_sku") {
        m_linked.append({casting.caseNo, word(casting.shop, "id")});
    } else if (links == u"duplicate") {
        const QString first = word(m_refiled.value(word(wish.form, "duplicateOf")), "caseNo");
        caseJson.insert(QStringLiteral("links"), QJsonArray{QJsonObject{{QStringLiteral("caseNo"), first}, {QStringLiteral("kind"), links}}});
    }
    if (wish.earlier.isEmpty() && word(wish.form, "endsAs") == u"Closed" && wish.standing == u"template")
        m_refiled.insert(word(wish.form, "id"), caseJson);
    Story story{.caseNo = casting.caseNo, .caseJson = caseJson, .folder = m_folder,
                .admitAt = course.escalated.plusMs(m_dice.between(1, 9) * domain::minuteMs), .steps = steps, .bundled = false};
    story.admitAt = admissionOf(story);
    return story;
}

Story Teller::light(const Wish &wish)
{
    const Casting casting = cast(wish);
    const Course course = courseFor(wish, {});
    return Story{.caseNo = casting.caseNo, .caseJson = writeCase(wish.form, casting, course, m_dice, true), .folder = m_folder,
                 .admitAt = course.escalated.plusMs(domain::minuteMs), .steps = {}, .bundled = false};
}

/// Each case is linked with those of the same goods that were handed in before it.
void Teller::linkSameSku(QList<Story> &stories) const
{
    QHash<QString, QString> shops;
    for (const auto &[caseNo, shop] : m_linked)
        shops.insert(caseNo, shop);
    for (Story &story : stories) {
        if (!shops.contains(story.caseNo))
            continue;
        QJsonArray links;
        for (const Story &other : stories) {
            if (shops.contains(other.caseNo) && shops.value(other.caseNo) == shops.value(story.caseNo) && other.admitAt < story.admitAt)
                links.append(QJsonObject{{QStringLiteral("caseNo"), other.caseNo}, {QStringLiteral("kind"), QStringLiteral("same_sku")}});
        }
        story.caseJson.insert(QStringLiteral("links"), links);
    }
}

Told<Background> Teller::tell(int count)
{
    Background background;
    const QList<Wish> all = wishes(count);
    for (const Wish &wish : all) {
        if (wish.form.isEmpty())
            return Failure{QCoreApplication::translate("Demo", "background.json names a template that it does not have.")};
        if (wish.standing == u"light") {
            background.light.append(light(wish));
            continue;
        }
        auto story = told(wish);
        if (!story)
            return Failure{story.error()};
        background.told.append(*story);
    }
    linkSameSku(background.told);
    std::ranges::stable_sort(background.light, {}, &Story::admitAt);
    return background;
}

/// As many of each standing as day.json says.
Told<QList<Background::Model>> Teller::models()
{
    QList<Background::Model> models;
    for (const QJsonValue &value : m_day.value(QStringLiteral("crowd")).toObject().value(QStringLiteral("standing")).toArray()) {
        const QString standing = word(value.toObject(), "word");
        for (qint64 n = 0; n < value.toObject().value(QStringLiteral("models")).toInteger(); ++n) {
            Wish wish = drawnTo(standing);
            wish.brief = true;
            auto story = told(wish);
            if (!story)
                return Failure{story.error()};
            models.append({standing, std::move(story).value()});
        }
    }
    return models;
}

} // namespace

Told<Background> backgroundStories(const QString &source, quint64 seed, int count, bool models, const domain::BusinessCalendar &calendar)
{
    if (count <= 0)
        return Background{};
    const auto catalogue = readObject(source + QStringLiteral("/background.json"));
    if (!catalogue)
        return Failure{catalogue.error()};
    const auto day = readObject(source + QStringLiteral("/day.json"));
    if (!day)
        return Failure{day.error()};
    Teller teller(*catalogue, *day, source + QStringLiteral("/background"), seed, calendar);
    auto background = teller.tell(count);
    if (!background || !models)
        return background;
    auto more = teller.models();
    if (!more)
        return Failure{more.error()};
    background->models = std::move(more).value();
    return background;
}

} // namespace arb::app::demo
