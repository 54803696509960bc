// SPDX-License-Identifier: GPL-3.0-or-later
#include "../../ui/queue/queuedelegate.h"
#include "../../ui/queue/uniformlist.h"
#include "../presentation/words.h"
#include "seat.h"

#include <presentation/formats.h>
#include <presentation/queuewords.h>

#include <QtGui/QImage>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QDateTimeEdit>
#include <QtWidgets/QPushButton>

#include <optional>

using namespace arb;
using namespace arb::tests;

/// What is put aside, and what one may not claim: both are seen before a key is pressed.
class TstAside : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void parksTheOpenCaseByKey();
    void warnsOfATimeAfterTheDeadline();
    void parksByCtrlEnterFromAnyField();
    void asksNothingAboutAnothersCase();
    void rowsHaveRoomForEveryHold();
    void rowsSayWhyTheyStandThere();
    void reasonOfTheOrderIsReadToItsEnd();
    void parksUntilEvidenceFromAWaitingCase();
    void rowSaysThatAPartyIsKnown();
    void cannotClaimWhatIsNotForMe();
    void orderIsToldOnTheButton();

private:
    QString shownState(domain::CaseId id) const
    {
        const presentation::QueueModel &model = m_seat->rows.model();
        return model.index(model.rowOf(id), presentation::QueueModel::StateColumn).data().toString();
    }
    bool says(const QString &part) const
    {
        for (const QLabel *label : m_seat->window->findChildren<QLabel *>()) {
            if (label->isVisible() && label->text().contains(part))
                return true;
        }
        return false;
    }

    std::unique_ptr<SmallDesk> m_desk;
    std::unique_ptr<Seat> m_seat;
    std::optional<Speaking> m_speaking;
    domain::CaseId m_case;
};

void TstAside::init()
{
    m_speaking.emplace(false);
    m_desk = std::make_unique<SmallDesk>();
    m_case = m_desk->admit(QStringLiteral("D-1"));
}

void TstAside::cleanup()
{
    m_seat.reset();
    m_desk.reset();
    m_speaking.reset();
}

void TstAside::parksTheOpenCaseByKey()
{
    m_desk->claim(m_desk->lin, m_case);
    m_seat = std::make_unique<Seat>(*m_desk, m_desk->lin);
    QVERIFY(m_seat->show() && m_seat->start() && m_seat->open(m_case));
    m_seat->rows.setView(usecases::QueueView::All);
    m_seat->press(Qt::Key_S, Qt::ShiftModifier);
    QVERIFY(Seat::hasDialog());
    QCOMPARE(Seat::dialog()->objectName(), QStringLiteral("parkDialog"));
    // The desk has until Monday 12:30: an hour before that at first, and not a day from now.
    QCOMPARE(m_desk->header(m_case).deskDueAt, std::optional(SmallDesk::at("2026-10-12T12:30")));
    const auto *until = Seat::dialog()->findChild<QDateTimeEdit *>(QStringLiteral("parkUntil"));
    QCOMPARE(until->date(), QDate(2026, 10, 12));
    QCOMPARE(until->time(), QTime(11, 30));
    QVERIFY(!Seat::dialog()->findChild<QLabel *>(QStringLiteral("parkWarning"))->isVisible());
    QTest::keyClick(Seat::dialog(), Qt::Key_Return);
    QTRY_VERIFY(m_desk->header(m_case).parkedUntil.has_value());
    const usecases::CaseHeader row = m_desk->header(m_case);
    QVERIFY2(*row.parkedUntil == SmallDesk::at("2026-10-12T11:30"), qPrintable(row.parkedUntil->toRfc3339()));
    QVERIFY(row.holder.isNull() && row.reservedFor == m_desk->lin.id);
    QTRY_VERIFY2(m_seat->toast().contains(QStringLiteral("Parked: D-1")), qPrintable(m_seat->toast()));
    QTRY_VERIFY(says(QStringLiteral("Parked until today 11:30")));
    QTRY_COMPARE(shownState(m_case), QStringLiteral("Parked until today 11:30 · kept for 林晓"));
}

void TstAside::warnsOfATimeAfterTheDeadline()
{
    m_seat = std::make_unique<Seat>(*m_desk, m_desk->xu);
    QVERIFY(m_seat->show() && m_seat->start() && m_seat->open(m_case));
    m_seat->press(Qt::Key_S, Qt::ShiftModifier);
    QVERIFY(Seat::hasDialog());
    auto *until = Seat::dialog()->findChild<QDateTimeEdit *>(QStringLiteral("parkUntil"));
    const auto *warning = Seat::dialog()->findChild<QLabel *>(QStringLiteral("parkWarning"));
    until->setDateTime(QDateTime(QDate(2026, 10, 13), QTime(9, 0), Qt::UTC));
    QVERIFY(warning->isVisible());
    QCOMPARE(warning->text(), QStringLiteral("The case's deadline is today 12:30: it comes back then."));
    QCOMPARE(until->accessibleDescription(), warning->text());
    auto *evidence = Seat::dialog()->findChild<QCheckBox *>(QStringLiteral("parkUntilEvidence"));
    evidence->click();
    QVERIFY(!warning->isVisible()); // that says by itself what the longest is
    evidence->click();
    QVERIFY(warning->isVisible());
    QTest::keyClick(evidence, Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(m_desk->header(m_case).parkedUntil.has_value());
    QCOMPARE(m_desk->header(m_case).parkedUntil, std::optional(SmallDesk::at("2026-10-12T12:30")));
}

void TstAside::parksByCtrlEnterFromAnyField()
{
    m_seat = std::make_unique<Seat>(*m_desk, m_desk->xu);
    QVERIFY(m_seat->show() && m_seat->start() && m_seat->open(m_case));
    m_seat->press(Qt::Key_S, Qt::ShiftModifier);
    QVERIFY(Seat::hasDialog());
    auto *evidence = Seat::dialog()->findChild<QCheckBox *>(QStringLiteral("parkUntilEvidence"));
    evidence->setFocus();
    QTest::keyClick(evidence, Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(m_desk->header(m_case).parkedUntil.has_value());
}

/// Nobody is asked until when, to hear afterwards that it is not theirs to say.
void TstAside::asksNothingAboutAnothersCase()
{
    m_desk->claim(m_desk->chen, m_case);
    m_seat = std::make_unique<Seat>(*m_desk, m_desk->lin);
    QVERIFY(m_seat->show() && m_seat->start() && m_seat->open(m_case));
    for (const Qt::KeyboardModifiers keys : {Qt::KeyboardModifiers(Qt::ShiftModifier), Qt::KeyboardModifiers(Qt::NoModifier)}) { // park, skip
        m_seat->find<QLabel>("toastText")->clear();
        m_seat->press(Qt::Key_S, keys);
        QVERIFY(!Seat::dialog());
        QTRY_VERIFY2(m_seat->toast().contains(QStringLiteral("D-1: %1 holds this case until").arg(m_desk->chen.name)), qPrintable(m_seat->toast()));
        QVERIFY2(!m_seat->toast().contains(QStringLiteral("draft")), qPrintable(m_seat->toast()));
    }
    must(m_desk->commands.release(m_desk->as(m_desk->chen), m_case), "release");
    m_seat->session.reopen();
    QTRY_VERIFY(m_seat->session.view()->record.header.holder.isNull());
    m_seat->press(Qt::Key_S, Qt::ShiftModifier);
    QVERIFY(Seat::hasDialog());
}

/// On the desk's rows a hold is never cut, nor what stands beside it: in both languages, in a small window.
void TstAside::rowsHaveRoomForEveryHold()
{
    for (const bool chinese : {false, true}) {
        m_seat.reset();
        m_speaking.emplace(chinese);
        m_seat = std::make_unique<Seat>(*m_desk, m_desk->lin);
        m_seat->window->resize(1366, 768);
        QVERIFY(m_seat->show() && m_seat->start() && m_seat->open(m_case));
        const auto *rows = m_seat->find<ui::UniformList>("queueRows");
        QFont small = rows->font();
        small.setPixelSize(12);
        const QFontMetrics metrics(small);
        const int width = rows->viewport()->width() - 12 - 10 - 19; // margins and the sign
        const domain::UtcMs now = m_desk->clock.at;
        for (const QString &hold : presentation::longestHolds(now)) {
            for (const domain::UtcMs due : {now.plusMs(3 * domain::hourMs), now.plusMs(2 * domain::dayMs + 23 * domain::hourMs), now.plusMs(-2 * domain::dayMs - 23 * domain::hourMs)}) {
                const QString dueText = presentation::dueText(due, {}, now);
                const auto line = ui::QueueDelegate::thirdLine(dueText, hold, metrics, width);
                const QString shown = line.hold.isEmpty() ? line.above : line.hold;
                QVERIFY2(!shown.isEmpty() && hold.startsWith(shown), qPrintable(QStringLiteral("%1: %2 in %3").arg(hold, shown).arg(width)));
                QVERIFY(line.hold.isEmpty() != line.above.isEmpty());
                const QString left = dueText.section(QStringLiteral(" · "), 0, 0);
                QVERIFY2(dueText.startsWith(line.due) && line.due.startsWith(left), qPrintable(line.due)); // how long, with its word, in every row
                QVERIFY(metrics.horizontalAdvance(line.due) + metrics.horizontalAdvance(line.hold) <= width);
            }
        }
        const QString brief = QStringLiteral("P · q"), long1 = QString(30, u'W');
        QVERIFY(ui::QueueDelegate::thirdLine(QStringLiteral("1 h · today"), brief, metrics, width).hold == brief); // both have room
        const auto crowded = ui::QueueDelegate::thirdLine(QStringLiteral("due soon · 1 h · today"), long1, metrics, width);
        QVERIFY(crowded.due.startsWith(QStringLiteral("due soon · 1 h")) && crowded.hold.isEmpty());
        QVERIFY(crowded.above.startsWith(u'W') && metrics.horizontalAdvance(crowded.above) <= width);
    }
}

/// What moved a case is on its row, whole or in brief and never cut, in both languages and a small window.
void TstAside::rowsSayWhyTheyStandThere()
{
    for (const bool chinese : {false, true}) {
        m_seat.reset();
        m_speaking.emplace(chinese);
        m_seat = std::make_unique<Seat>(*m_desk, m_desk->lin);
        m_seat->window->resize(1366, 768);
        QVERIFY(m_seat->show() && m_seat->start() && m_seat->open(m_case));
        const auto *rows = m_seat->find<ui::UniformList>("queueRows");
        QFont small = rows->font();
        small.setPixelSize(12);
        const QFontMetrics metrics(small);
        const int inner = rows->viewport()->width() - 12 - 10, width = inner - 19, above = inner * 3 / 5;
        const domain::UtcMs now = m_desk->clock.at;
        for (const qint64 left : {3 * domain::hourMs + 30 * domain::minuteMs, 2 * domain::dayMs + 23 * domain::hourMs, -2 * domain::dayMs - 23 * domain::hourMs}) {
            for (const QStringList &flags : {QStringList(), QStringList{domain::toCode(domain::CaseFlag::Minor)}}) {
                usecases::CaseHeader row = m_desk->header(m_case);
                row.dueAt = now.plusMs(left);
                row.claimed = domain::Money(43'900);
                row.flags = flags;
                const QString due = presentation::leftText(row, now);
                const QStringList full = presentation::reasonsBesideTime(row, {}, now, false), brief = presentation::reasonsBesideTime(row, {}, now, true);
                QCOMPARE(full.size(), flags.size() + 1);
                const auto line = ui::QueueDelegate::whyLine(due, full, brief, metrics, width, above);
                QVERIFY(line.hold.isEmpty() != line.above.isEmpty());
                const QString shown = line.hold + line.above;
                QVERIFY2(shown.startsWith(full.first()) || shown.startsWith(brief.first()), qPrintable(shown));
                QCOMPARE(shown.endsWith(u'…'), !shown.contains(full.last()) && !shown.contains(brief.last())); // what is left out is told
                QVERIFY(metrics.horizontalAdvance(line.due) + metrics.horizontalAdvance(line.hold) <= width);
                QVERIFY(metrics.horizontalAdvance(line.above) <= above);
                const QString word = due.section(QStringLiteral(" · "), 0, due.count(QStringLiteral(" · ")) > 1 ? 1 : 0);
                QVERIFY2(line.due.startsWith(word), qPrintable(line.due));
                // Somebody works on it and is named above: then what has no room below stays away, and is never half there.
                const auto held = ui::QueueDelegate::whyLine(due, full, brief, metrics, width, 0);
                QVERIFY(held.above.isEmpty() && (held.hold.isEmpty() || held.hold == line.hold));
            }
        }
        // And it is painted: a desk that moves no case has another picture.
        QTRY_VERIFY(!m_seat->rows.model().index(0, presentation::QueueModel::CaseColumn).data(presentation::QueueModel::ReasonsRole).toStringList().isEmpty());
        auto *viewport = rows->viewport();
        const QImage moved = viewport->grab().toImage();
        usecases::DeskPolicy still = m_seat->rows.model().words().policy;
        still.rankMsPerHundredYuan = 0;
        m_seat->rows.model().setPolicy(still);
        QVERIFY(m_seat->rows.model().index(0, presentation::QueueModel::CaseColumn).data(presentation::QueueModel::ReasonsRole).toStringList().isEmpty());
        QVERIFY(viewport->grab().toImage() != moved);
    }
}

/// Why the marked row stands where it stands is on the panel to its end.
void TstAside::reasonOfTheOrderIsReadToItsEnd()
{
    const domain::CaseId high = m_desk->admit(QStringLiteral("D-2"), [](domain::CaseFile &file) {
        file.flags = {domain::CaseFlag::Injury, domain::CaseFlag::FoodSafety, domain::CaseFlag::Minor};
    });
    m_seat = std::make_unique<Seat>(*m_desk, m_desk->lin);
    m_seat->window->resize(1366, 768);
    QVERIFY(m_seat->show() && m_seat->start() && m_seat->open(high));
    auto *why = m_seat->find<QLabel>("queueWhy");
    QTRY_VERIFY(why->isVisible() && why->text().contains(QStringLiteral("minor involved")));
    QVERIFY(why->wordWrap());
    QTRY_VERIFY2(why->heightForWidth(why->width()) <= why->height(), qPrintable(QString::number(why->height())));
}

void TstAside::parksUntilEvidenceFromAWaitingCase()
{
    m_seat = std::make_unique<Seat>(*m_desk, m_desk->xu);
    QVERIFY(m_seat->show() && m_seat->start() && m_seat->open(m_case));
    auto *button = m_seat->find<QPushButton>("parkWaiting");
    QVERIFY(button->isVisible());
    button->click();
    QVERIFY(Seat::hasDialog());
    auto *evidence = Seat::dialog()->findChild<QCheckBox *>(QStringLiteral("parkUntilEvidence"));
    evidence->click();
    QVERIFY(!Seat::dialog()->findChild<QDateTimeEdit *>(QStringLiteral("parkUntil"))->isEnabled());
    QTest::keyClick(evidence, Qt::Key_Return);
    QTRY_VERIFY(m_desk->header(m_case).parkedUntil.has_value());
    QCOMPARE(m_desk->header(m_case).parkedUntil, m_desk->header(m_case).deskDueAt); // at the longest until its own deadline
    QTRY_VERIFY(says(QStringLiteral("Parked until")));
    m_seat->rows.choose({usecases::QueueView::All, QStringLiteral("parked:yes"), {}, false});
    QTRY_COMPARE(m_seat->rows.model().rowCount(), 1);
    m_seat->rows.choose({usecases::QueueView::All, QStringLiteral("parked:no"), {}, false});
    QTRY_COMPARE(m_seat->rows.model().rowCount(), 0);
}

void TstAside::rowSaysThatAPartyIsKnown()
{
    const usecases::Person &lin = m_desk->lin;
    must(m_desk->commands.claim(m_desk->as(lin), m_case), "claim");
    must(m_desk->commands.skip(m_desk->as(lin), m_case, QStringLiteral("know_party")), "skip");
    m_seat = std::make_unique<Seat>(*m_desk, lin);
    QVERIFY(m_seat->show() && m_seat->start());
    m_seat->rows.choose({usecases::QueueView::All, QString(), {}, false});
    QTRY_COMPARE(shownState(m_case), QStringLiteral("Not for you · conflict of interest"));
    m_seat->session.setActor(m_desk->actor(m_desk->chen));
    QTRY_VERIFY2(!shownState(m_case).contains(QStringLiteral("ot for you")), qPrintable(shownState(m_case)));
}

void TstAside::cannotClaimWhatIsNotForMe()
{
    must(usecases::DeskCommands(m_desk->desk).addConflict(m_desk->as(m_desk->lin), m_desk->lin.name, QStringLiteral("douyin"), QStringLiteral("m-1")), "conflict");
    m_seat = std::make_unique<Seat>(*m_desk, m_desk->lin);
    QVERIFY(m_seat->show() && m_seat->start() && m_seat->open(m_case));
    const auto *claim = m_seat->find<QPushButton>("claim");
    QVERIFY(claim->isVisible() && !claim->isEnabled());
    QVERIFY2(claim->accessibleDescription().contains(QStringLiteral("conflict-of-interest")), qPrintable(claim->accessibleDescription()));
    QVERIFY(says(claim->accessibleDescription()));
    QTRY_COMPARE(shownState(m_case), QStringLiteral("Not for you · conflict of interest"));
    m_seat->session.setActor(m_desk->actor(m_desk->chen));
    QVERIFY(m_seat->open(m_case));
    QVERIFY(claim->isEnabled() && claim->accessibleDescription().isEmpty());
    QTRY_VERIFY2(!shownState(m_case).contains(QStringLiteral("ot for you")), qPrintable(shownState(m_case)));
}

void TstAside::orderIsToldOnTheButton()
{
    const domain::CaseId second = m_desk->admit(QStringLiteral("D-2"));
    must(usecases::DeskCommands(m_desk->desk).setSetting({usecases::ownerActor(), {}, {}, {}}, QStringLiteral("serve_next"), "true"), "setting");
    m_seat = std::make_unique<Seat>(*m_desk, m_desk->lin);
    QVERIFY(m_seat->show() && m_seat->start() && m_seat->open(second));
    const auto *claim = m_seat->find<QPushButton>("claim");
    QVERIFY(claim->isVisible() && !claim->isEnabled());
    QVERIFY2(claim->accessibleDescription().contains(QStringLiteral("F2 takes the next")), qPrintable(claim->accessibleDescription()));
    QVERIFY(!m_seat->find<QPushButton>("parkWaiting")->isVisible()); // putting cases aside would be choosing, too
    QVERIFY(m_seat->open(m_case));
    QVERIFY(claim->isEnabled());
    m_speaking.emplace(true);
    QVERIFY(m_seat->open(second));
    QVERIFY2(isChinese(claim->accessibleDescription()), qPrintable(claim->accessibleDescription()));
}

QObject *make_tst_aside();
QObject *make_tst_aside()
{
    return new TstAside;
}

#include "tst_aside.moc"
