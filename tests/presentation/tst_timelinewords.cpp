// SPDX-License-Identifier: GPL-3.0-or-later
#include "words.h"

#include <presentation/chatwords.h>
#include <presentation/timelinemodel.h>

#include <smalldesk.h>
#include <usecases/readings.h>
#include <timelinecases.h>

#include <QtCore/QSet>
#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <QtTest/QtTest>

using namespace arb;
using namespace arb::presentation;
using namespace arb::tests;

/// The timeline in words of both languages, and as a model.
class TstTimelineWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingHasWordsInBothLanguages();
    void wordlessFilmsAreNotCalledUnboxing();
    void unknownZonesAreToldAsUnknown();
    void theModelIsInOrder();
    void theDesksOwnStepsAreOnIt();
    void whatAMachineReadIsHeldAgainstTheClock();
    void exportsSayHowTheyDiffer();
    void reportsAreSummedUp();
};

void TstTimelineWords::everythingHasWordsInBothLanguages()
{
    for (const bool chinese : {false, true}) {
        const Speaking speaking(chinese);
        for (const auto &row : domain::codeTable<domain::TimelineLane>())
            QCOMPARE(isChinese(label(row.value)), chinese);
        for (const auto &row : domain::codeTable<domain::TimelineRule>())
            QCOMPARE(isChinese(label(row.value)), chinese);
        for (const auto &row : domain::codeTable<domain::TimelineWhat>()) {
            domain::TimelineEvent event;
            event.what = row.value;
            event.code = row.value == domain::TimelineWhat::DeskStep ? QStringLiteral("claim") : QStringLiteral("picked_up");
            if (row.value == domain::TimelineWhat::Answered)
                event.code = QStringLiteral("refused");
            event.exhibits = {QStringLiteral("b1")};
            const QString text = eventText(event);
            QVERIFY2(isChinese(text) == chinese && !text.isEmpty(), qPrintable(text));
        }
        QSet<domain::TimelineRule> told;
        for (const LabelledCase &one : labelledCases(60)) {
            const auto timeline = domain::timelineOf(one.file, one.extra);
            for (const domain::TimelineClash &clash : domain::clashesOf(timeline, one.file, one.extra)) {
                const QString text = clashText(clash, timeline);
                QVERIFY2(!text.contains(u'%'), qPrintable(text));
                QVERIFY2(!chinese || isChinese(text), qPrintable(text));
                told.insert(clash.rule);
            }
        }
        QCOMPARE(int(told.size()), int(domain::codeTable<domain::TimelineRule>().size()));
    }
}

/// Nobody said that it is the unboxing, so neither does the hint; it says what is not known.
void TstTimelineWords::wordlessFilmsAreNotCalledUnboxing()
{
    const Speaking english(false);
    domain::CaseFile file = labelledCases(1).at(0).file;
    domain::Exhibit film;
    film.id = QStringLiteral("f9");
    film.kind = domain::ExhibitKind::Video;
    film.submittedAt = file.escalatedAt.plusMs(-domain::minuteMs);
    film.facts.insert(QStringLiteral("capturedAt"), file.afterSale.appliedAt.plusMs(68 * domain::minuteMs).toRfc3339());
    file.exhibits = {film};
    const auto told = [&file] {
        const domain::CaseTimeline timeline = domain::timelineOf(file);
        for (const domain::TimelineClash &clash : domain::clashesOf(timeline, file)) {
            if (clash.rule == domain::TimelineRule::FilmAfterApplication)
                return clashText(clash, timeline);
        }
        return QString();
    };
    QVERIFY2(told().startsWith(QStringLiteral("The film f9, which came without words, was made ")), qPrintable(told()));
    QVERIFY2(told().contains(QStringLiteral("what the film shows")), qPrintable(told()));
    file.exhibits[0].caption = QStringLiteral("Unboxing");
    QVERIFY2(told().startsWith(QStringLiteral("The unboxing film f9 was made ")), qPrintable(told()));
}

void TstTimelineWords::unknownZonesAreToldAsUnknown()
{
    const Speaking english(false);
    const auto told = *domain::toldTime(QStringLiteral("2026-10-05T10:00:00"));
    domain::TimelineEvent event;
    event.certainty = domain::TimeCertainty::ZoneUnknown;
    event.at = told.at;
    event.earliest = told.earliest;
    event.latest = told.latest;
    QCOMPARE(eventTimeText(event), QStringLiteral("2026-10-05 10:00:00 if the clock showed platform time; no zone is told, so between 2026-10-05 04:00 and 2026-10-06 06:00"));
}

void TstTimelineWords::theModelIsInOrder()
{
    const Speaking english(false);
    TimelineModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const LabelledCase one = labelledCases(2).at(1);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    model.setCase(one.file, one.extra);
    QCOMPARE(reset.size(), 1);
    model.setCase(one.file, one.extra);
    QCOMPARE(reset.size(), 1); // the same again changes nothing
    QVERIFY(!model.clashes().isEmpty());
    const domain::TimelineClash &clash = model.clashes().constFirst();
    QVERIFY(model.clashesAt(clash.first).contains(0) && model.clashesAt(clash.second).contains(0));
    QVERIFY(model.index(clash.first, 0).data(Qt::AccessibleTextRole).toString().contains(clashText(clash, model.timeline())));
    for (int row = 1; row < model.rowCount(); ++row)
        QVERIFY(model.index(row - 1, 0).data().toString().remove(u'≈') <= model.index(row, 0).data().toString().remove(u'≈'));
}

void TstTimelineWords::theDesksOwnStepsAreOnIt()
{
    const Speaking english(false);
    SmallDesk small;
    const domain::CaseId id = small.admit();
    small.claim(small.lin, id);
    const auto view = usecases::OpenCase(small.desk)(small.actor(small.lin), id);
    QVERIFY(view);
    const domain::TimelineExtra extra = timelineExtra(*view);
    QCOMPARE(extra.now, std::optional(view->now));
    TimelineModel model;
    model.setCase(view->record.file, extra);
    QStringList texts;
    for (int row = 0; row < model.rowCount(); ++row)
        texts.append(model.index(row, TimelineModel::WhatColumn).data().toString());
    QVERIFY2(texts.contains(QStringLiteral("Claimed · %1").arg(small.lin.name)), qPrintable(texts.join(u'\n')));
}

void TstTimelineWords::whatAMachineReadIsHeldAgainstTheClock()
{
    // A screenshot that was handed in before the message in it was written; the reader missed a character of it.
    SmallDesk small;
    const QByteArray shot(64, 'c');
    const domain::CaseId id = small.admit(QStringLiteral("D-1"), [&shot](domain::CaseFile &file) {
        file.chat.clear();
        domain::ChatMessage message;
        message.id = QStringLiteral("late");
        message.from = domain::Party::Merchant;
        message.text = QString::fromUtf8("明天给你寄一个新的手环");
        message.at = file.escalatedAt.plusMs(-domain::hourMs);
        file.chat.append(message);
        domain::Exhibit picture = file.exhibits.constFirst();
        picture.id = QStringLiteral("b8");
        picture.kind = domain::ExhibitKind::Image;
        picture.sha256 = shot;
        picture.facts = {};
        picture.submittedAt = message.at.plusMs(-domain::dayMs);
        file.exhibits = {picture};
    });
    const auto quotes = [&small, id](bool matched) {
        auto view = usecases::OpenCase(small.desk)(small.actor(small.lin), id);
        int count = 0;
        if (!view)
            return -1;
        for (usecases::CaseReading &reading : view->readings)
            reading = matched ? usecases::matched(std::move(reading), view->record.file.chat) : reading;
        const domain::TimelineExtra extra = timelineExtra(*view);
        const domain::CaseTimeline timeline = domain::timelineOf(view->record.file, extra);
        for (const domain::TimelineClash &clash : domain::clashesOf(timeline, view->record.file, extra)) {
            if (clash.rule != domain::TimelineRule::QuotedBeforeSaid)
                continue;
            ++count;
            if (clash.certain || timeline.events.at(clash.first).citation.exhibit != u"b8" || timeline.events.at(clash.second).message != u"late")
                return -1;
        }
        return count;
    };
    // @p doubted was read with little confidence, between the others.
    const auto read = [&small, &shot](const char *before, const char *doubted = "", const char *after = "") {
        domain::ReadLine line;
        int x = 10;
        for (const char *text : {before, doubted, after}) {
            if (*text != 0)
                line.words.append({QString::fromUtf8(text), QRect(x, 20, 60, 20), text == doubted ? 20 : 93});
            x += 60;
        }
        domain::MachineReading reading;
        reading.size = QSize(300, 400);
        reading.bubbles = {{domain::ReadBubble::Side::Left, {line}}};
        return usecases::keepReading(small.desk, shot, QStringLiteral("r"), reading).ok();
    };
    QCOMPARE(quotes(true), 0); // nothing was read yet
    QVERIFY(read("明天给你寄一个新的手环"));
    QCOMPARE(quotes(false), 1); // word for word, the words alone suffice
    QCOMPARE(quotes(true), 1);
    QVERIFY(read("明天给你", "奇", "一个新的手环")); // with a character misread, the match does
    QCOMPARE(quotes(false), 0);
    QVERIFY(read("收到了谢谢你们的好意思"));
    QCOMPARE(quotes(true), 0); // honest words
}

void TstTimelineWords::exportsSayHowTheyDiffer()
{
    const Speaking english(false);
    domain::TimelineEvent event;
    event.lane = domain::TimelineLane::Export;
    event.what = domain::TimelineWhat::ExportMessage;
    event.exhibits = {QStringLiteral("b3")};
    event.party = domain::Party::Merchant;
    event.text = QStringLiteral("90 yuan \u202E");
    event.logged = QStringLiteral("30 yuan");
    event.code = QStringLiteral("altered");
    event.at = domain::UtcMs::fromPlatform(QDate(2026, 10, 5), QTime(9, 0));
    QCOMPARE(eventText(event), QStringLiteral("Merchant: 90 yuan ⟦U+202E⟧ (similar, differs here; the log has: 30 yuan)"));
    event.certainty = domain::TimeCertainty::DeviceClock;
    event.logged.clear();
    event.code = QStringLiteral("only_in_export");
    event.party = domain::Party::Platform;
    event.name = QStringLiteral("Ann");
    event.text = QStringLiteral("%1");
    QCOMPARE(eventLine(event), QStringLiteral("about 2026-10-05 09:00:00, Export b3: Ann: %1 (only in the export)"));
    event.certainty = domain::TimeCertainty::ZoneUnknown;
    event.earliest = event.at.plusMs(-6 * domain::hourMs);
    event.latest = event.at.plusMs(20 * domain::hourMs);
    QVERIFY(eventTimeText(event).endsWith(QStringLiteral("it may be between 2026-10-05 03:00 and 2026-10-06 05:00")));
    event.what = domain::TimelineWhat::ExportRest;
    event.code = QStringLiteral("99000");
    QVERIFY(eventText(event).startsWith(QStringLiteral("99000 further")));
    domain::TimelineEvent handedIn;
    handedIn.lane = domain::TimelineLane::Evidence;
    handedIn.what = domain::TimelineWhat::Submitted;
    domain::TimelineClash late;
    late.first = 0;
    late.second = 1;
    late.apartMs = 3 * domain::hourMs;
    late.certain = true;
    QVERIFY(clashText(late, {{event, handedIn}}).contains(QStringLiteral("A message in b3 is dated 3 h after b3 was handed in: a clock is off, or the file was changed.")));
}

void TstTimelineWords::reportsAreSummedUp()
{
    const Speaking english(false);
    domain::ChatLog log;
    log.messages.resize(3);
    QCOMPARE(chatSummaryParts(log, nullptr), QStringList{QStringLiteral("Messages: 3")});
    domain::ChatDifferences differences;
    differences.same = 45;
    differences.moved = 1;
    log.notUnderstood = {{2, 1, domain::ChatFault::NoHead, QString()}, {7, 1, domain::ChatFault::NoHead, QString()}};
    log.messages[2].doubts = domain::ChatDoubt::NoSeconds;
    QCOMPARE(chatSummaryParts(log, &differences),
             (QStringList{QStringLiteral("45 same"), QStringLiteral("1 moved"), QStringLiteral("2 not understood"), QStringLiteral("no seconds")}));
}

QObject *make_tst_timelinewords();
QObject *make_tst_timelinewords()
{
    return new TstTimelineWords;
}

#include "tst_timelinewords.moc"
