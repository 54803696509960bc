// SPDX-License-Identifier: GPL-3.0-or-later
#include "../../ui/shell/elidedlabel.h"
#include "../presentation/words.h"
#include "seat.h"

#include <QtCore/QRegularExpression>
#include <QtWidgets/QDialog>

#include <optional>

using namespace arb;
using namespace arb::tests;

/// How long the case is one's own, and what becomes of those who slept through it.
class TstLease : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void countsDownWarnsAndEnds();
    void usedWindowRenews();
    void typingInADialogRenews();
    void whoSleptIsToldWhoHasTheCase();
    void takenAtTheMomentOfSigning();

private:
    QString lease() const { return m_seat->find<ui::ElidedLabel>("caseLease")->fullText(); }
    /// Seconds that the line says are left; -1 when it says none.
    int left() const
    {
        static const QRegularExpression shape(QStringLiteral("(\\d+):(\\d\\d)"));
        const auto match = shape.match(lease());
        return match.hasMatch() ? match.captured(1).toInt() * 60 + match.captured(2).toInt() : -1;
    }
    void pass(qint64 ms)
    {
        m_desk->advance(ms);
        m_seat->session.heardTime(m_desk->clock.at);
    }
    domain::UtcMs until() { return m_desk->header(m_case).leaseUntil.value_or(domain::UtcMs()); }

    std::unique_ptr<SmallDesk> m_desk;
    std::unique_ptr<Seat> m_seat;
    std::optional<Speaking> m_speaking;
    domain::CaseId m_case;
};

void TstLease::init()
{
    m_speaking.emplace(false);
    m_desk = std::make_unique<SmallDesk>();
    m_case = m_desk->admit(QStringLiteral("D-1"));
    m_desk->claim(m_desk->lin, m_case);
    m_seat = std::make_unique<Seat>(*m_desk, m_desk->lin);
    QVERIFY(m_seat->show());
    QVERIFY(m_seat->open(m_case));
}

void TstLease::cleanup()
{
    m_seat.reset();
    m_desk.reset();
    m_speaking.reset();
}

void TstLease::countsDownWarnsAndEnds()
{
    QWidget other; // the holder works in another window
    other.show();
    other.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&other));
    QTRY_VERIFY(!m_seat->window->isActiveWindow());
    const domain::UtcMs before = until();
    QVERIFY2(lease().startsWith(QStringLiteral("Held by you")), qPrintable(lease()));
    QVERIFY2(left() > 14 * 60 && left() <= 15 * 60, qPrintable(lease()));
    pass(11 * domain::minuteMs);
    QTRY_VERIFY2(left() > 0 && left() <= 4 * 60, qPrintable(lease()));
    QCOMPARE(until().ms(), before.ms()); // nobody is at the window: it renews nothing
    pass(2 * domain::minuteMs + 20'000);
    QTRY_VERIFY2(lease().startsWith(QStringLiteral("Hold ends in 1:")) || lease().startsWith(QStringLiteral("Hold ends in 0:")), qPrintable(lease()));
    QVERIFY2(lease().contains(QStringLiteral("renews it")), qPrintable(lease()));
    m_speaking.emplace(true);
    QTRY_VERIFY2(lease().startsWith(QStringLiteral("您的持有将在")), qPrintable(lease()));
    pass(2 * domain::minuteMs);
    QTRY_COMPARE(lease(), QStringLiteral("您的持有已结束，草稿已保存。请重新领取本案。"));
    m_speaking.emplace(false);
    QTRY_COMPARE(lease(), QStringLiteral("Hold ended, draft kept: claim again"));
    QCOMPARE(until().ms(), before.ms());
}

void TstLease::usedWindowRenews()
{
    QVERIFY(m_seat->window->isActiveWindow());
    const domain::UtcMs before = until();
    pass(9 * domain::minuteMs);
    QTRY_VERIFY2(left() > 0 && left() <= 6 * 60, qPrintable(lease()));
    QCOMPARE(until().ms(), before.ms()); // there is time yet
    pass(2 * domain::minuteMs);
    QTRY_COMPARE(until().ms(), m_desk->clock.at.plusMs(15 * domain::minuteMs).ms());
    QTRY_VERIFY2(left() > 14 * 60, qPrintable(lease()));
    QCOMPARE(m_desk->header(m_case).claimNo, m_seat->session.view()->record.header.claimNo);
}

/// Whoever writes a request for evidence is at work on the case.
void TstLease::typingInADialogRenews()
{
    QDialog dialog(m_seat->window.get());
    dialog.open();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    QTRY_COMPARE(QApplication::activeWindow(), &dialog);
    pass(11 * domain::minuteMs);
    QTRY_COMPARE(until().ms(), m_desk->clock.at.plusMs(15 * domain::minuteMs).ms());
}

void TstLease::whoSleptIsToldWhoHasTheCase()
{
    QVERIFY(m_seat->writeRuling());
    m_desk->advance(16 * domain::minuteMs);
    m_desk->claim(m_desk->chen, m_case); // what ran out is anybody's
    m_seat->trigger("signStay");
    QTRY_VERIFY2(m_seat->toast().contains(QStringLiteral("陈默 took this case at 2026-10-12 09:16")), qPrintable(m_seat->toast()));
    QVERIFY2(m_seat->toast().contains(QStringLiteral("kept as a draft")), qPrintable(m_seat->toast()));
    QVERIFY(m_desk->record(m_case).rulings.isEmpty());
    QCOMPARE(m_desk->header(m_case).holder, m_desk->chen.id);
    const auto *blocked = m_seat->find<QLabel>("cannotSignNow");
    QTRY_VERIFY2(blocked->isVisible() && blocked->text().contains(QStringLiteral("陈默")), qPrintable(blocked->text()));
    QVERIFY2(blocked->text().contains(QStringLiteral("kept as a draft")), qPrintable(blocked->text()));

    must(m_desk->commands.release(m_desk->as(m_desk->chen), m_case), "release");
    m_desk->claim(m_desk->lin, m_case);
    QVERIFY(m_seat->open(m_case));
    QCOMPARE(m_seat->ruling.draft().reasonsZh, SmallDesk::bandRuling().reasonsZh); // every word is here
    QTRY_VERIFY2(m_seat->ruling.canSign(), qPrintable(m_seat->ruling.cannotSignText()));
    m_seat->trigger("signStay");
    QTRY_COMPARE(m_desk->record(m_case).rulings.size(), 1);
}

void TstLease::takenAtTheMomentOfSigning()
{
    QVERIFY(m_seat->writeRuling());
    bool came = false;
    m_desk->store.beforeNextWrite([this, &came] { // between reading the case and writing the ruling
        came = true;
        m_desk->advance(16 * domain::minuteMs);
        m_desk->claim(m_desk->chen, m_case);
    });
    m_seat->trigger("signStay");
    QTRY_VERIFY2(m_seat->toast().contains(QStringLiteral("陈默, 2026-10-12 09:16")), qPrintable(m_seat->toast()));
    QVERIFY(came);
    QVERIFY2(m_seat->toast().contains(QStringLiteral("draft is kept")), qPrintable(m_seat->toast()));
    QVERIFY(m_desk->record(m_case).rulings.isEmpty());
    QCOMPARE(m_desk->header(m_case).holder, m_desk->chen.id);
    QVERIFY(m_seat->journal.kept.contains(m_case));
    QVERIFY(!m_seat->ruling.signing());
    QTRY_VERIFY(!m_seat->session.holdsOpenCase());
}

QObject *make_tst_lease();
QObject *make_tst_lease()
{
    return new TstLease;
}

#include "tst_lease.moc"
