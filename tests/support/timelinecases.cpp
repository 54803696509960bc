// SPDX-License-Identifier: GPL-3.0-or-later
#include "timelinecases.h"

#include <algorithm>
#include <array>
#include <random>

namespace arb::tests {

using namespace domain;

namespace {

/// How a device writes its times.
struct Camera
{
    QString name;
    qint64 wrongMs = 0;    ///< its clock is ahead by so much
    bool tellsZone = true; ///< "+08:00" behind the time
};

QString written(UtcMs at, const Camera &camera)
{
    const QString text = at.plusMs(camera.wrongMs).toRfc3339();
    return camera.tellsZone ? text : text.left(19);
}

class CaseMaker
{
public:
    CaseMaker(std::mt19937 &dice, int number) : m_dice(dice)
    {
        m_case.file.caseNo = QStringLiteral("TL-%1").arg(number, 3, 10, QLatin1Char('0'));
        m_case.file.platform = QStringLiteral("douyin");
        m_case.file.afterSale.reason = Reason::QualityDefect;
        m_buyerCamera = {QStringLiteral("Redphone %1").arg(number % 7), between(-8, 8) * minuteMs, true};
        m_filmCamera = {QStringLiteral("Bluecam %1").arg(number % 5), between(-8, 8) * minuteMs, true};
        const qint64 kind = between(0, 9);
        if (kind < 3)
            m_buyerCamera.tellsZone = false;
        if (kind == 3) { // set to UTC, and silent about it
            m_buyerCamera.tellsZone = false;
            m_buyerCamera.wrongMs -= 8 * hourMs;
        }
        if (kind == 5) // still has the zone of a journey
            m_buyerCamera.wrongMs += 3 * hourMs;
        if (kind == 4) // writes local time and calls it UTC, as some do in films
            m_filmCamera.wrongMs += 8 * hourMs;
    }

    LabelledCase make(const QList<TimelineRule> &plants)
    {
        makeRecord();
        makeExhibits();
        for (const TimelineRule rule : plants)
            plant(rule);
        labelCameras();
        m_case.extra.now = m_case.file.escalatedAt.plusMs(6 * dayMs);
        std::ranges::sort(m_case.file.logistics, {}, &LogisticsScan::at);
        return m_case;
    }

private:
    qint64 between(qint64 least, qint64 most)
    {
        // Own arithmetic: the library's distributions differ between machines.
        return least + static_cast<qint64>(m_dice() % static_cast<quint32>(most - least + 1));
    }
    bool oneIn(int chances) { return between(1, chances) == 1; }

    void scan(UtcMs at, const char *event)
    {
        m_case.file.logistics.append({at, QStringLiteral("Hub"), QString::fromLatin1(event), {}});
    }

    void makeRecord()
    {
        CaseFile &file = m_case.file;
        const UtcMs ordered = UtcMs::fromPlatform(QDate(2026, 9, 1), QTime(8, 0)).plusMs(between(0, 20 * 24 * 60) * minuteMs);
        const UtcMs shipped = ordered.plusMs(between(2 * 60, 40 * 60) * minuteMs);
        const UtcMs pickedUp = shipped.plusMs(between(10, 9 * 60) * minuteMs);
        const UtcMs outFor = pickedUp.plusMs(between(20 * 60, 70 * 60) * minuteMs);
        file.order.orderedAt = ordered;
        file.order.shippedAt = shipped;
        scan(shipped, "created");
        scan(pickedUp, "picked_up");
        scan(pickedUp.plusMs(between(60, 300) * minuteMs), "sorted");
        scan(pickedUp.plusMs(between(8 * 60, 19 * 60) * minuteMs), "in_transit");
        scan(outFor, "out_for_delivery");
        // Couriers send their scans together now and then.
        m_signed = outFor.plusMs(oneIn(12) ? -between(1, 20) * minuteMs : between(25, 6 * 60) * minuteMs);
        scan(m_signed, "signed");
        file.order.signedAt = m_signed;
        m_delivered = std::min(outFor, m_signed);
        file.afterSale.appliedAt = m_signed.plusMs(between(20 * 60, 5 * 24 * 60) * minuteMs);
        const UtcMs applied = file.afterSale.appliedAt;
        MerchantAnswer answer;
        answer.at = applied.plusMs(between(60, 40 * 60) * minuteMs);
        answer.decision = AnswerDecision::Refused;
        answer.text = QStringLiteral("买家已经签收，商品出库前经过检测，不同意退款");
        file.afterSale.answers = {answer};
        file.escalatedAt = answer.at->plusMs(between(60, 30 * 60) * minuteMs);
        if (!oneIn(3))
            file.evidenceClosedAt = file.escalatedAt.plusMs(48 * hourMs);
        m_term = file.evidenceClosedAt.value_or(file.escalatedAt.plusMs(48 * hourMs));
        makeChat();
    }

    void makeChat()
    {
        static const std::array lines{u"你好，收到的手环屏幕是黑的，充不进电", u"亲，请拍照片看一下外包装和面单", u"照片已经发了，你们什么时候处理",
                                      u"好的", u"我们会在二十四小时内给您答复", u"哈哈哈哈哈哈哈哈哈哈哈哈"};
        UtcMs at = m_signed.plusMs(between(30, 120) * minuteMs);
        const int count = static_cast<int>(between(6, 20));
        for (int i = 0; i < count; ++i) {
            ChatMessage message;
            message.id = QStringLiteral("c%1").arg(i + 1);
            message.at = at;
            message.from = i % 2 == 0 ? Party::Buyer : Party::Merchant;
            message.text = QStringView(lines.at(static_cast<size_t>(i) % lines.size())).toString();
            m_case.file.chat.append(message);
            at = at.plusMs(between(1, 180) * minuteMs);
        }
        if (oneIn(8)) { // whoever reads the answer may repeat it, which looks just like an answer that knew of it
            ChatMessage repeated;
            repeated.id = QStringLiteral("repeated");
            repeated.at = m_case.file.afterSale.answers.first().at->plusMs(between(10, 200) * minuteMs);
            repeated.text = QStringLiteral("商品出库前经过检测，不同意退款？？");
            m_case.file.chat.append(repeated);
        }
    }

    Exhibit &addExhibit(Party party, ExhibitKind kind, UtcMs submitted)
    {
        Exhibit exhibit;
        exhibit.id = QStringLiteral("%1%2").arg(QLatin1Char(party == Party::Buyer ? 'b' : 'm')).arg(m_case.file.exhibits.size() + 1);
        exhibit.party = party;
        exhibit.kind = kind;
        exhibit.submittedAt = submitted;
        m_case.file.exhibits.append(exhibit);
        return m_case.file.exhibits.last();
    }

    /// In time, now and then in the last hour.
    UtcMs inTerm()
    {
        return oneIn(6) ? m_term.plusMs(-between(1, 50) * minuteMs) : m_case.file.escalatedAt.plusMs(between(5, 40 * 60) * minuteMs);
    }

    void take(Exhibit &exhibit, UtcMs at, const Camera &camera)
    {
        exhibit.facts = {{QStringLiteral("capturedAt"), written(at, camera)}, {QStringLiteral("device"), camera.name}};
        if (exhibit.kind == ExhibitKind::Video)
            exhibit.facts.insert(QStringLiteral("durationUs"), between(20, 240) * 1'000'000);
        m_takenBy.append({exhibit.id, at, camera});
    }

    void makeExhibits()
    {
        const qint64 untilApplied = (m_case.file.afterSale.appliedAt - m_signed) / minuteMs;
        const int pictures = static_cast<int>(between(1, 4));
        for (int i = 0; i < pictures; ++i) {
            Exhibit &picture = addExhibit(Party::Buyer, ExhibitKind::Image, inTerm());
            if (!oneIn(5)) // what went through a chat app says nothing
                take(picture, m_signed.plusMs(between(15, untilApplied) * minuteMs), m_buyerCamera);
        }
        if (!oneIn(3)) {
            Exhibit &film = addExhibit(Party::Buyer, ExhibitKind::Video, inTerm());
            film.element = QStringLiteral("unboxing_continuous");
            take(film, m_signed.plusMs(between(15, 180) * minuteMs), m_filmCamera);
        }
        addExhibit(Party::Merchant, ExhibitKind::Document, inTerm());
        Exhibit &shot = addExhibit(Party::Buyer, ExhibitKind::Image, inTerm()); // a screenshot: no device
        shot.facts = {{QStringLiteral("capturedAt"), m_case.file.order.orderedAt->plusMs(hourMs).toRfc3339()}};
        if (oneIn(2)) { // the merchant's pictures are older than the parcel, and may be
            Exhibit &packing = addExhibit(Party::Merchant, ExhibitKind::Image, inTerm());
            packing.facts = {{QStringLiteral("capturedAt"), m_case.file.order.shippedAt->plusMs(-hourMs).toRfc3339()},
                             {QStringLiteral("device"), QStringLiteral("Shopcam")}};
        }
    }

    // --- what is planted -------------------------------------------------------------------------------------------------

    void plant(TimelineRule rule)
    {
        CaseFile &file = m_case.file;
        switch (rule) {
        case TimelineRule::PhotoBeforeDelivery: {
            Exhibit &picture = addExhibit(Party::Buyer, ExhibitKind::Image, inTerm());
            const qint64 early = oneIn(2) ? between(15, 16 * 60) : between(16 * 60, 6 * 24 * 60);
            take(picture, m_delivered.plusMs(-early * minuteMs), m_buyerCamera);
            add(rule, picture.id, toldLikely(m_takenBy.last()) + clockSkewMs < m_delivered.ms());
            return;
        }
        case TimelineRule::FilmAfterApplication: {
            const qint64 room = (file.escalatedAt - file.afterSale.appliedAt) / minuteMs;
            Exhibit &film = addExhibit(Party::Buyer, ExhibitKind::Video, m_term.plusMs(-between(1, 60) * minuteMs));
            film.caption = QStringLiteral("全程开箱视频");
            take(film, file.afterSale.appliedAt.plusMs(between(35, std::max<qint64>(40, room)) * minuteMs), m_filmCamera);
            const qint64 length = film.facts.value(QLatin1String("durationUs")).toInteger() / 1000;
            add(rule, film.id, toldLikely(m_takenBy.last()) - length - clockSkewMs > file.afterSale.appliedAt.ms());
            return;
        }
        case TimelineRule::DispatchBeforeScan:
            file.order.shippedAt = firstScan("picked_up").plusMs(-between(13 * 60, 60 * 60) * minuteMs);
            if (*file.order.shippedAt < *file.order.orderedAt) // nobody ships what nobody ordered
                file.order.orderedAt = file.order.shippedAt->plusMs(-hourMs);
            add(rule, {}, true);
            return;
        case TimelineRule::EvidenceAfterDeadline:
            add(rule, addExhibit(oneIn(2) ? Party::Buyer : Party::Merchant, ExhibitKind::Document, m_term.plusMs(between(5, 3 * 24 * 60) * minuteMs)).id, true);
            return;
        case TimelineRule::QuotedBeforeSaid: {
            ChatMessage later;
            later.id = QStringLiteral("later");
            later.from = Party::Buyer;
            later.at = file.afterSale.answers.first().at->plusMs(between(10, 300) * minuteMs);
            later.text = QStringLiteral("其实是我自己不小心摔坏的，能不能通融一下");
            file.chat.append(later);
            file.afterSale.answers.first().text = QStringLiteral("买家承认：“其实是我自己不小心摔坏的 能不能通融一下！”因此不同意退款");
            add(rule, {}, true);
            return;
        }
        case TimelineRule::DeviceClockOff:
            // Two pictures that were handed in soon after they were taken, by a clock that is far ahead: labelCameras() tells.
            m_filmCamera = {QStringLiteral("Greycam"), between(3, 30) * hourMs, !oneIn(3)};
            for (int i = 0; i < 2; ++i) {
                const UtcMs taken = m_case.file.escalatedAt.plusMs(between(5, 30 * 60) * minuteMs);
                take(addExhibit(Party::Buyer, ExhibitKind::Image, taken.plusMs(between(3, 90) * minuteMs)), taken, m_filmCamera);
            }
            return;
        case TimelineRule::ScanOrder: {
            const qint64 early = between(35, 20 * 60) * minuteMs;
            m_signed = firstScan("out_for_delivery").plusMs(-early);
            for (LogisticsScan &scanned : file.logistics) {
                if (scanned.event == u"signed")
                    scanned.at = m_signed;
            }
            file.order.signedAt = m_signed;
            m_delivered = std::min(m_delivered, m_signed);
            add(rule, {}, true);
            return;
        }
        case TimelineRule::ApplicationBeforeOrder:
            // The order was changed in the record, and everything the application's time belongs to stayed.
            file.order.orderedAt = file.afterSale.appliedAt.plusMs(between(2, 24 * 60) * minuteMs);
            add(rule, {}, true);
            return;
        case TimelineRule::FutureTime: {
            ChatMessage message;
            message.id = QStringLiteral("future");
            message.at = file.escalatedAt.plusMs(6 * dayMs + between(6, 1000) * minuteMs);
            message.text = QStringLiteral("在吗");
            file.chat.append(message);
            add(rule, message.id, true);
            return;
        }
        }
    }

    void add(TimelineRule rule, const QString &subject, bool decidable) { m_case.planted.append({rule, subject, decidable}); }

    UtcMs firstScan(const char *event) const
    {
        return std::ranges::find(m_case.file.logistics, QLatin1StringView(event), &LogisticsScan::event)->at;
    }

    struct Taken
    {
        QString exhibit;
        UtcMs at;
        Camera camera;
    };
    /// Where a reader of the file would put it: a time without a zone in platform time.
    static qint64 toldLikely(const Taken &taken) { return taken.at.ms() + taken.camera.wrongMs; }

    /// A clock that is hours off is a truth to be found, where its pictures show it; and no picture of it is to be called false.
    void labelCameras()
    {
        QStringList done;
        for (const Taken &one : std::as_const(m_takenBy)) {
            if (std::abs(one.camera.wrongMs) < hourMs || done.contains(one.camera.name))
                continue;
            done.append(one.camera.name);
            QList<Taken> all;
            std::ranges::copy_if(m_takenBy, std::back_inserter(all), [&](const Taken &taken) { return taken.camera.name == one.camera.name; });
            QStringList afterwards, before;
            for (const Taken &taken : std::as_const(all)) {
                const Exhibit &exhibit = *findExhibit(m_case.file, taken.exhibit);
                const qint64 length = exhibit.facts.value(QLatin1String("durationUs")).toInteger() / 1000;
                if (toldLikely(taken) - length - clockSkewMs > exhibit.submittedAt.ms())
                    afterwards.append(taken.exhibit);
                if (toldLikely(taken) + length + clockSkewMs < m_delivered.ms())
                    before.append(taken.exhibit);
            }
            add(TimelineRule::DeviceClockOff, one.camera.name, afterwards.size() >= 2 || (all.size() >= 2 && before.size() == all.size()));
            if (afterwards.size() == 1)
                add(TimelineRule::FutureTime, afterwards.first(), true);
        }
        hideEarlyPictures();
    }

    /// Two and more pictures of one camera that a wrong zone explains are told of as its clock (rule 4 of timelinerules.h).
    void hideEarlyPictures()
    {
        for (Planted &planted : m_case.planted) {
            if (planted.rule != TimelineRule::PhotoBeforeDelivery)
                continue;
            const auto its = std::ranges::find(m_takenBy, planted.subject, &Taken::exhibit);
            int pictures = 0, before = 0, withinZone = 0;
            for (const Taken &taken : std::as_const(m_takenBy)) {
                if (taken.camera.name != its->camera.name)
                    continue;
                ++pictures;
                const qint64 early = m_delivered.ms() - toldLikely(taken);
                before += early > clockSkewMs ? 1 : 0;
                withinZone += early > clockSkewMs && early <= zoneAheadMs ? 1 : 0;
            }
            if (pictures >= 2 && before == pictures && withinZone == pictures)
                planted.decidable = false;
        }
    }

    std::mt19937 &m_dice;
    LabelledCase m_case;
    Camera m_buyerCamera, m_filmCamera;
    UtcMs m_signed, m_delivered, m_term;
    QList<Taken> m_takenBy;
};

} // namespace

QList<LabelledCase> labelledCases(int count, quint32 seed)
{
    constexpr int rules = static_cast<int>(TimelineRule::FutureTime) + 1;
    std::mt19937 dice(seed);
    QList<LabelledCase> cases;
    for (int number = 0; number < count; ++number) {
        QList<TimelineRule> plants;
        if (number % 2 == 1) {
            const int first = number / 2 % rules, second = (first + 1 + number / 2 / rules % (rules - 1)) % rules;
            plants.append(static_cast<TimelineRule>(first));
            if (number % 4 == 1)
                plants.append(static_cast<TimelineRule>(second));
            // What moves the parcel comes before what is measured by it, what moves the order after all else.
            const auto turn = [](TimelineRule rule) {
                return rule == TimelineRule::ScanOrder ? 0 : rule == TimelineRule::ApplicationBeforeOrder ? 2 : 1;
            };
            std::ranges::sort(plants, {}, turn);
        }
        cases.append(CaseMaker(dice, number + 1).make(plants));
    }
    return cases;
}

QString subjectOf(const TimelineClash &clash, const CaseTimeline &timeline)
{
    const TimelineEvent &first = timeline.events.at(clash.first);
    if (clash.rule == TimelineRule::DeviceClockOff)
        return first.device;
    if (!first.citation.exhibit.isEmpty())
        return first.citation.exhibit;
    return first.message;
}

CaseFile longCase(int messages)
{
    std::mt19937 dice(7);
    LabelledCase one = CaseMaker(dice, 1).make({TimelineRule::PhotoBeforeDelivery, TimelineRule::EvidenceAfterDeadline});
    UtcMs at = *one.file.order.signedAt;
    for (int i = 0; i < messages; ++i) {
        ChatMessage message;
        message.id = QStringLiteral("n%1").arg(i);
        at = at.plusMs(static_cast<qint64>(dice() % 200) * secondMs);
        message.at = at;
        message.from = i % 3 == 0 ? Party::Merchant : Party::Buyer;
        message.text = QStringLiteral("第%1条消息").arg(i);
        one.file.chat.append(message);
    }
    return one.file;
}

} // namespace arb::tests
