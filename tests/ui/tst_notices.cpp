// SPDX-License-Identifier: GPL-3.0-or-later
#include "../../ui/shell/elidedlabel.h"
#include "../presentation/words.h"
#include "seat.h"

#include <QtWidgets/QListWidget>
#include <QtWidgets/QPushButton>

#include <optional>

using namespace arb;
using namespace arb::tests;

/// What the window shows of others: notices with their count and their page, and who else looks at the open case.
class TstNotices : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void formerHolderIsToldAtOnce();
    void countFollowsLanguageAndReading();
    void enterReadsOneAndOpensItsCase();
    void pageReadsInBothLanguages_data();
    void pageReadsInBothLanguages();
    void whoElseLooksIsShown();
    void caseBehindAnotherPageIsNotLookedAt();

private:
    /// lin holds the case until xu takes it over.
    domain::CaseId takenOver(const QString &caseNo)
    {
        const domain::CaseId id = m_desk->admit(caseNo);
        m_desk->claim(m_desk->lin, id);
        takeOver(id);
        return id;
    }
    void takeOver(domain::CaseId id) { must(m_desk->commands.takeOver(m_desk->as(m_desk->xu), id, QStringLiteral("shift over")), "take over"); }
    qsizetype unread() { return m_desk->store.notices(m_desk->lin.id)->size(); }
    QPushButton *button() const { return m_seat->find<QPushButton>("noticesButton"); }
    /// The page, opened as the keys G N do.
    QListWidget *page()
    {
        m_seat->press(Qt::Key_G);
        m_seat->press(Qt::Key_N);
        return Seat::hasDialog() && Seat::dialog()->objectName() == QStringLiteral("noticesDialog") ? Seat::dialog()->findChild<QListWidget *>(QStringLiteral("noticesList")) : nullptr;
    }

    std::unique_ptr<SmallDesk> m_desk;
    std::unique_ptr<Seat> m_seat;
    std::optional<Speaking> m_speaking;
};

void TstNotices::init()
{
    m_speaking.emplace(false);
    m_desk = std::make_unique<SmallDesk>();
    m_seat = std::make_unique<Seat>(*m_desk, m_desk->lin);
    QVERIFY(m_seat->show());
    QVERIFY(!button()->isVisible());
}

void TstNotices::cleanup()
{
    m_seat.reset();
    m_desk.reset();
    m_speaking.reset();
}

void TstNotices::formerHolderIsToldAtOnce()
{
    const domain::CaseId id = m_desk->admit(QStringLiteral("D-1"));
    m_desk->claim(m_desk->lin, id);
    QVERIFY(m_seat->open(id));
    QVERIFY(m_seat->session.holdsOpenCase());
    QVERIFY(m_seat->start());
    takeOver(id);
    m_seat->rows.refresh(); // as its poll does when it sees a change: notices are not left to their own slower round
    QTRY_VERIFY2(m_seat->toast().contains(QStringLiteral("许文 took over D-1")), qPrintable(m_seat->toast()));
    QVERIFY2(m_seat->toast().contains(QStringLiteral("09:00")) && m_seat->toast().contains(QStringLiteral("shift over")), qPrintable(m_seat->toast()));
    QTRY_VERIFY(!m_seat->session.holdsOpenCase()); // the form is gone before anything is signed in vain
    QCOMPARE(unread(), 1); // a toast is not reading
}

void TstNotices::countFollowsLanguageAndReading()
{
    takenOver(QStringLiteral("D-1"));
    takenOver(QStringLiteral("D-2"));
    QVERIFY(m_seat->start());
    QTRY_VERIFY(button()->isVisible());
    QCOMPARE(button()->text(), QStringLiteral("2 notices"));
    QVERIFY2(m_seat->toast().endsWith(QStringLiteral("Unread in all: 2 notices.")), qPrintable(m_seat->toast())); // the one told is among them
    m_speaking.emplace(true);
    QTRY_COMPARE(button()->text(), QStringLiteral("2 条通知"));
    m_speaking.emplace(false);
    QTRY_COMPARE(button()->text(), QStringLiteral("2 notices"));
    QListWidget *list = page();
    QVERIFY(list && list->count() == 2);
    QTest::keyClick(list, Qt::Key_Delete); // put aside, without opening anything
    QTRY_COMPARE(list->count(), 1);
    QVERIFY2(list->item(0)->text().contains(QStringLiteral("D-2")), qPrintable(list->item(0)->text()));
    QTRY_COMPARE(unread(), 1);
    QCOMPARE(button()->text(), QStringLiteral("1 notice"));
    QTest::keyClick(list, Qt::Key_Delete);
    QTRY_COMPARE(unread(), 0);
    QTRY_VERIFY(!button()->isVisible());
    QVERIFY(!m_seat->session.view());
    Seat::dialog()->reject();
}

void TstNotices::enterReadsOneAndOpensItsCase()
{
    const domain::CaseId first = takenOver(QStringLiteral("D-1"));
    takenOver(QStringLiteral("D-2"));
    QVERIFY(m_seat->start());
    QTRY_VERIFY(button()->isVisible());
    QListWidget *list = page();
    QVERIFY(list && list->hasFocus());
    QTest::keyClick(list, Qt::Key_Return);
    QTRY_VERIFY(m_seat->session.view());
    QCOMPARE(m_seat->session.view()->record.header.id, first);
    QTRY_VERIFY(!Seat::dialog());
    QTRY_COMPARE(unread(), 1); // the other one waits
    QCOMPARE(button()->text(), QStringLiteral("1 notice"));
}

void TstNotices::pageReadsInBothLanguages_data()
{
    QTest::addColumn<bool>("chinese");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("says");
    QTest::newRow("English") << false << QStringLiteral("Notices") << QStringLiteral("许文 took over D-1, today 09:00.");
    QTest::newRow("Chinese") << true << QStringLiteral("通知") << QStringLiteral("接手 D-1");
}

void TstNotices::pageReadsInBothLanguages()
{
    QFETCH(bool, chinese);
    QFETCH(QString, title);
    QFETCH(QString, says);
    m_speaking.emplace(chinese);
    takenOver(QStringLiteral("D-1"));
    QVERIFY(m_seat->start());
    QTRY_VERIFY(button()->isVisible());
    QListWidget *list = page();
    QVERIFY(list && list->count() == 1);
    const QString row = list->item(0)->text();
    QVERIFY2(row.contains(says) && row.contains(QStringLiteral("许文")) && row.contains(QStringLiteral("09:00")) && row.contains(QStringLiteral("shift over")), qPrintable(row));
    QCOMPARE(Seat::dialog()->windowTitle(), title);
    QCOMPARE(list->accessibleName(), title);
    for (const QPushButton *choice : Seat::dialog()->findChildren<QPushButton *>())
        QVERIFY2(choice->objectName().isEmpty() || isChinese(choice->text()) == chinese, qPrintable(choice->text()));
    Seat::dialog()->reject();
}

void TstNotices::whoElseLooksIsShown()
{
    const domain::CaseId id = m_desk->admit(QStringLiteral("D-1"));
    QVERIFY(m_seat->open(id));
    QVERIFY(m_seat->start());
    const auto *line = m_seat->find<ui::ElidedLabel>("casePresence");
    QVERIFY(!line->isVisible()); // oneself is nobody else
    usecases::QueueCommands others(m_desk->desk);
    QVERIFY_DONE(others.lookAt(m_desk->actor(m_desk->chen), id));
    QTRY_VERIFY(line->isVisible());
    QVERIFY2(line->fullText().startsWith(QStringLiteral("陈默 is looking at this case")), qPrintable(line->fullText()));
    m_speaking.emplace(true);
    QTRY_COMPARE(line->fullText(), QStringLiteral("陈默 也在查看本案。"));
    QVERIFY_DONE(others.lookAt(m_desk->actor(m_desk->chen), domain::CaseId()));
    QTRY_VERIFY(!line->isVisible());
}

void TstNotices::caseBehindAnotherPageIsNotLookedAt()
{
    const domain::CaseId id = m_desk->admit(QStringLiteral("D-1"));
    QVERIFY(m_seat->open(id));
    QVERIFY(m_seat->start());
    usecases::QueueCommands others(m_desk->desk);
    const auto seen = [&] {
        const auto people = others.others(m_desk->actor(m_desk->chen));
        return people ? people->size() : qsizetype(-1);
    };
    QTRY_COMPARE(seen(), 1);
    m_seat->trigger("queuePage");
    QTRY_COMPARE(seen(), 0);
    m_seat->trigger("focusQueue"); // back at the desk
    QTRY_COMPARE(seen(), 1);
}

QObject *make_tst_notices();
QObject *make_tst_notices()
{
    return new TstNotices;
}

#include "tst_notices.moc"
