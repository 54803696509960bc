// SPDX-License-Identifier: GPL-3.0-or-later
#include "../presentation/words.h"
#include "seat.h"

#include <QtWidgets/QPushButton>

#include <optional>

using namespace arb;
using namespace arb::tests;
using usecases::StoreError;

/// The line across the window: what does not work, what works all the same, and that it goes by itself.
class TstBanner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void lostDatabaseIsToldUntilItAnswers();
    void lockedDatabaseLeavesTheRowsReadable();
    void readOnlyDatabaseIsToldUntilSomethingIsWritten();
    void triesAgainByKeyboard();
    void triesAgainByItself_data();
    void triesAgainByItself();

private:
    QWidget *banner() const { return m_seat->find("banner"); }
    QPushButton *again() const { return m_seat->find<QPushButton>("bannerAgain"); }
    QString text() const { return m_seat->find<QLabel>("bannerText")->text(); }
    void speak(bool chinese) { m_speaking.emplace(chinese); }
    /// Says the same in the language of now, to the eye and to a screen reader.
    bool readsInChinese() const
    {
        return QTest::qWaitFor([this] { return isChinese(text()) && !text().contains(QStringLiteral("database")) && isChinese(again()->text()); })
            && banner()->accessibleName() == text();
    }
    void note() const
    {
        m_seat->session.command(QStringLiteral("note"), [id = m_case](usecases::CaseCommands &commands, const usecases::Command &command) {
            return commands.note(command, id, QStringLiteral("seen"));
        });
    }
    bool cannotWrite()
    {
        m_desk->store.failWrites(StoreError::ReadOnly);
        note();
        return QTest::qWaitFor([this] { return banner()->isVisible(); });
    }

    std::unique_ptr<SmallDesk> m_desk;
    std::unique_ptr<Seat> m_seat;
    std::optional<Speaking> m_speaking;
    domain::CaseId m_case;
};

void TstBanner::init()
{
    speak(false);
    m_desk = std::make_unique<SmallDesk>();
    m_case = m_desk->admit(QStringLiteral("D-1"));
    m_desk->admit(QStringLiteral("D-2"));
    m_desk->claim(m_desk->lin, m_case);
    m_seat = std::make_unique<Seat>(*m_desk, m_desk->lin);
    QVERIFY(m_seat->show());
    QVERIFY(m_seat->open(m_case));
    QVERIFY(!banner()->isVisible());
}

void TstBanner::cleanup()
{
    m_seat.reset();
    m_desk.reset();
    m_speaking.reset();
}

void TstBanner::lostDatabaseIsToldUntilItAnswers()
{
    QVERIFY(m_seat->start());
    m_desk->store.goOffline();
    m_seat->session.heardOffline();
    QVERIFY(banner()->isVisible());
    QVERIFY2(text().startsWith(QStringLiteral("The database connection is lost")), qPrintable(text()));
    QVERIFY2(text().contains(QStringLiteral("Open evidence stays readable")), qPrintable(text()));
    QCOMPARE(banner()->accessibleName(), text());
    QTRY_VERIFY(m_seat->session.attempt() >= 3); // it tries by itself, and says how often
    QVERIFY2(text().contains(QStringLiteral("attempt %1").arg(m_seat->session.attempt())), qPrintable(text()));
    speak(true);
    QVERIFY2(readsInChinese(), qPrintable(text()));
    m_desk->store.comeBack();
    QTRY_VERIFY(!banner()->isVisible());
    QVERIFY(banner()->accessibleName().isEmpty());
}

void TstBanner::lockedDatabaseLeavesTheRowsReadable()
{
    QVERIFY(m_seat->start());
    m_seat->rows.setView(usecases::QueueView::All);
    QTRY_COMPARE(m_seat->rows.model().rowCount(), 2);
    m_seat->queue.failure = StoreError::Busy;
    m_seat->rows.refresh();
    QTRY_VERIFY(banner()->isVisible());
    QVERIFY2(text().startsWith(QStringLiteral("The database is busy")), qPrintable(text()));
    QVERIFY2(text().contains(QStringLiteral("can still be read and copied")), qPrintable(text()));
    QCOMPARE(banner()->accessibleName(), text());
    QCOMPARE(m_seat->rows.model().rowCount(), 2);
    speak(true);
    QVERIFY2(readsInChinese(), qPrintable(text()));
    m_seat->queue.failure.reset();
    QTRY_VERIFY(!banner()->isVisible()); // nobody pressed anything
}

void TstBanner::readOnlyDatabaseIsToldUntilSomethingIsWritten()
{
    QVERIFY(m_seat->start());
    QVERIFY(cannotWrite());
    QVERIFY2(text().startsWith(QStringLiteral("The database takes no changes")), qPrintable(text()));
    QVERIFY2(text().contains(QStringLiteral("Reading, searching and exporting work as before")), qPrintable(text()));
    QCOMPARE(banner()->accessibleName(), text());
    m_seat->rows.setView(usecases::QueueView::All);
    m_seat->rows.setFilter(QStringLiteral("D-2")); // and so it is
    QTRY_VERIFY(m_seat->rows.model().rowCount() == 1 && m_seat->rows.model().index(0, presentation::QueueModel::CaseColumn).data().toString() == QStringLiteral("D-2"));
    QVERIFY(banner()->isVisible());
    speak(true);
    QVERIFY2(readsInChinese(), qPrintable(text()));
    m_desk->store.failWrites({});
    note();
    QTRY_VERIFY(!banner()->isVisible());
    QCOMPARE(m_desk->record(m_case).notes.size(), 1);
}

void TstBanner::triesAgainByKeyboard()
{
    QVERIFY(cannotWrite());
    QVERIFY(again()->focusPolicy() & Qt::TabFocus);
    again()->setFocus(Qt::TabFocusReason);
    QTRY_VERIFY(again()->hasFocus());
    m_seat->press(Qt::Key_Tab);
    QVERIFY(!again()->hasFocus()); // it holds nobody fast
    m_seat->press(Qt::Key_Backtab, Qt::ShiftModifier);
    QVERIFY(again()->hasFocus());
    QCoreApplication::processEvents(); // the case is read again after the refusal
    QSignalSpy opened(&m_seat->session, &presentation::Session::caseOpened);
    m_seat->press(Qt::Key_Space);
    QVERIFY(opened.wait(5000));
    QCoreApplication::processEvents();
    QVERIFY(banner()->isVisible()); // still true
    QVERIFY(m_desk->record(m_case).notes.isEmpty());
    m_desk->store.failWrites({});
    again()->setFocus(Qt::TabFocusReason);
    m_seat->press(Qt::Key_Space);
    QTRY_VERIFY(!banner()->isVisible());
}

void TstBanner::triesAgainByItself_data()
{
    QTest::addColumn<StoreError>("error");
    QTest::newRow("busy") << StoreError::Busy;
    QTest::newRow("read only") << StoreError::ReadOnly;
}

void TstBanner::triesAgainByItself()
{
    QFETCH(const StoreError, error);
    auto *again = m_seat->window->findChild<QTimer *>(QStringLiteral("writeAgain"));
    QVERIFY(again && again->interval() <= 5000);
    again->setInterval(5);
    QVERIFY(!again->isActive()); // nothing is written while all is well
    m_desk->store.failWrites(error);
    note();
    QTRY_VERIFY(banner()->isVisible());
    QSignalSpy tried(again, &QTimer::timeout);
    QTRY_VERIFY(tried.count() >= 2); // and goes on trying
    QVERIFY(banner()->isVisible());
    m_desk->store.failWrites({});
    QTRY_VERIFY(!banner()->isVisible()); // nobody pressed anything
    QTRY_VERIFY(!again->isActive());
    QVERIFY(m_desk->record(m_case).notes.isEmpty()); // what was refused stays refused
}

QObject *make_tst_banner();
QObject *make_tst_banner()
{
    return new TstBanner;
}

#include "tst_banner.moc"
