// SPDX-License-Identifier: GPL-3.0-or-later
#include "../../ui/shell/elidedlabel.h"
#include "../presentation/words.h"
#include "seat.h"

#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTabBar>

#include <optional>

using namespace arb;
using namespace arb::tests;

/// Somebody else writes to the open case: the window shows it by itself, and nothing jumps under the hands.
class TstFollowCase : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void claimedElsewhereIsSeen();
    void takenOverFromAnotherIsSeen();
    void nothingJumpsUnderTheHands();

private:
    std::unique_ptr<SmallDesk> m_desk;
    std::unique_ptr<Seat> m_seat;
    std::optional<Speaking> m_speaking;
    domain::CaseId m_case;
};

void TstFollowCase::init()
{
    m_speaking.emplace(false);
    m_desk = std::make_unique<SmallDesk>();
    m_case = m_desk->admit(QStringLiteral("D-1"));
    m_seat = std::make_unique<Seat>(*m_desk, m_desk->lin);
    QVERIFY(m_seat->show());
    QVERIFY(m_seat->start());
}

void TstFollowCase::cleanup()
{
    m_seat.reset();
    m_desk.reset();
    m_speaking.reset();
}

void TstFollowCase::claimedElsewhereIsSeen()
{
    QVERIFY(m_seat->open(m_case));
    auto *claim = m_seat->find<QPushButton>("claim");
    QTRY_VERIFY(claim->isVisible());
    const QString waiting = m_seat->find<QLabel>("caseState")->text();
    m_desk->claim(m_desk->chen, m_case); // tells nobody: lin has nothing to do with it
    QTRY_VERIFY(!claim->isVisible());
    QVERIFY(m_seat->find<QLabel>("caseState")->text() != waiting);
    const QString lease = m_seat->find<ui::ElidedLabel>("caseLease")->fullText();
    QVERIFY2(lease.contains(QStringLiteral("陈默")), qPrintable(lease));
    const QString blocked = m_seat->find<QLabel>("cannotSignNow")->text();
    QVERIFY2(blocked.contains(QStringLiteral("陈默")), qPrintable(blocked));
}

void TstFollowCase::takenOverFromAnotherIsSeen()
{
    m_desk->claim(m_desk->chen, m_case);
    QVERIFY(m_seat->open(m_case));
    must(m_desk->commands.takeOver(m_desk->as(m_desk->xu), m_case, QStringLiteral("ill")), "take over");
    const auto *lease = m_seat->find<ui::ElidedLabel>("caseLease");
    QTRY_VERIFY2(lease->fullText().contains(QStringLiteral("许文")), qPrintable(lease->fullText()));
}

void TstFollowCase::nothingJumpsUnderTheHands()
{
    m_desk->claim(m_desk->lin, m_case);
    QVERIFY(m_seat->open(m_case));
    auto *exhibits = m_seat->find<QTabBar>("buyerExhibits");
    QVERIFY(exhibits->count() > 1);
    exhibits->setCurrentIndex(1);
    auto *reasons = m_seat->find<QPlainTextEdit>("reasonsZh");
    reasons->setFocus(Qt::OtherFocusReason);
    QTRY_VERIFY(reasons->hasFocus());
    QTest::keyClicks(reasons, QStringLiteral("half a sentence"));
    QTextCursor marked = reasons->textCursor();
    marked.setPosition(5);
    marked.setPosition(9, QTextCursor::KeepAnchor);
    reasons->setTextCursor(marked);
    must(m_desk->commands.note(m_desk->as(m_desk->xu), m_case, QStringLiteral("look at the seal")), "note");
    QTRY_COMPARE(m_seat->session.view()->record.notes.size(), 1);
    QCOMPARE(reasons->toPlainText(), QStringLiteral("half a sentence"));
    QVERIFY(reasons->hasFocus());
    QCOMPARE(reasons->textCursor().anchor(), 5);
    QCOMPARE(reasons->textCursor().position(), 9);
    QCOMPARE(exhibits->currentIndex(), 1);
}

QObject *make_tst_followcase();
QObject *make_tst_followcase()
{
    return new TstFollowCase;
}

#include "tst_followcase.moc"
