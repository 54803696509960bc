// SPDX-License-Identifier: GPL-3.0-or-later
#include "../../ui/ruling/rulingpanel.h"
#include "../presentation/words.h"
#include "seat.h"

#include <domain/casejson.h>

#include <QtCore/QJsonDocument>
#include <QtTest/QSignalSpy>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListWidget>

#include <memory>
#include <optional>

using namespace arb;
using namespace arb::tests;

/// What was ruled before, read beside what is written now; its citations lead to the same places.
class TstEarlierRulings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void recalledRulingIsReadBesideTheForm();
    void nothingIsSignedOutOfView();
    void rulingOfAnEarlierRecordIsRead();

private:
    QComboBox *choice() const { return m_seat->find<QComboBox>("earlierRulings"); }
    QListWidget *cited() const { return m_seat->find<QListWidget>("rulingCitations"); }
    void choose(int row) const
    {
        choice()->setFocus();
        while (choice()->currentIndex() < row)
            QTest::keyClick(choice(), Qt::Key_Down);
        while (choice()->currentIndex() > row)
            QTest::keyClick(choice(), Qt::Key_Up);
    }
    static domain::Ruling citing(const char *fact)
    {
        domain::Ruling ruling = SmallDesk::bandRuling();
        domain::Citation place;
        place.fact = QString::fromLatin1(fact);
        ruling.findings[0].citations = {place};
        return ruling;
    }
    /// Lin's case, ruled and recalled: her form is open again.
    void openRecalled()
    {
        m_desk->claim(m_desk->lin, m_case);
        m_desk->rule(m_desk->lin, m_case, citing("/order/signedAt"));
        must(m_desk->commands.recall(m_desk->as(m_desk->lin), m_case, QStringLiteral("undo")), "recall");
        m_seat = std::make_unique<Seat>(*m_desk, m_desk->lin);
        QVERIFY(m_seat->show() && m_seat->start() && m_seat->open(m_case));
        QTRY_VERIFY(choice()->isVisible());
    }

    std::optional<Speaking> m_speaking;
    std::unique_ptr<SmallDesk> m_desk;
    std::unique_ptr<Seat> m_seat;
    domain::CaseId m_case;
};

void TstEarlierRulings::init()
{
    m_speaking.emplace(false);
    m_desk = std::make_unique<SmallDesk>();
    m_case = m_desk->admit();
}

void TstEarlierRulings::cleanup()
{
    m_seat.reset();
    m_desk.reset();
    m_speaking.reset();
}

void TstEarlierRulings::recalledRulingIsReadBesideTheForm()
{
    openRecalled();
    QCOMPARE(choice()->count(), 2);
    QVERIFY2(choice()->itemText(1).startsWith(QStringLiteral("Round 1 · 林晓")) && choice()->itemText(1).endsWith(QStringLiteral("recalled")),
             qPrintable(choice()->itemText(1)));
    QVERIFY(!cited()->isVisible()); // the form
    choose(1);
    QTRY_VERIFY(cited()->isVisible());
    QCOMPARE(cited()->count(), 1);
    QVERIFY2(cited()->item(0)->text().contains(QStringLiteral("Signed for")), qPrintable(cited()->item(0)->text()));
    const domain::Citation place = m_desk->record(m_case).rulings.constFirst().ruling.findings.constFirst().citations.constFirst();
    QSignalSpy chosen(m_seat->window->findChild<ui::RulingPanel *>(), &ui::RulingPanel::citationChosen);
    QTest::mouseClick(cited()->viewport(), Qt::LeftButton, {}, cited()->visualItemRect(cited()->item(0)).center());
    QVERIFY(!chosen.isEmpty());
    QCOMPARE(chosen.constFirst().constFirst().value<domain::Citation>(), place);
    chosen.clear();
    cited()->setFocus();
    cited()->setCurrentRow(0);
    QTest::keyClick(cited(), Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    // Read again, the case shows the same ruling still.
    QSignalSpy opened(&m_seat->session, &presentation::Session::caseOpened);
    m_seat->session.reopen();
    QVERIFY(opened.wait(5000));
    QCOMPARE(choice()->currentIndex(), 1);
    QVERIFY(cited()->isVisible());
    choose(0);
    QTRY_VERIFY(!cited()->isVisible());
}

void TstEarlierRulings::nothingIsSignedOutOfView()
{
    openRecalled();
    choose(1);
    QTRY_VERIFY(cited()->isVisible());
    m_seat->trigger("sign");
    QCOMPARE(choice()->currentIndex(), 0);
    QVERIFY(!cited()->isVisible());
    QVERIFY2(m_seat->toast().contains(QStringLiteral("press again to sign")), qPrintable(m_seat->toast()));
    QCOMPARE(m_desk->header(m_case).state, domain::DisputeState::Claimed);
    choose(1);
    m_seat->trigger("amount"); // where something is to be written, the form comes back by itself
    QCOMPARE(choice()->currentIndex(), 0);
}

void TstEarlierRulings::rulingOfAnEarlierRecordIsRead()
{
    usecases::CaseView view;
    view.record = m_desk->record(m_case);
    domain::Ruling ruling = citing("/order/signedAt");
    ruling.findings[0].citations[0].mark = domain::MarkId(7); // another desk's number
    view.record.earlier = usecases::EarlierRecord{
        QJsonDocument(domain::toJson(ruling)).toJson(QJsonDocument::Compact) + '\n',
        R"({"seq":1,"at":1700000000000,"actor":"system","action":"admit","payload":{}})" "\n"
        R"({"seq":2,"at":1700000001000,"actor":"Old Hand","action":"rule","payload":{}})" "\n"
        R"({"seq":3,"at":1700000002000,"actor":"Old Hand","action":"recall","payload":{}})" "\n"};
    const QList<presentation::EarlierRuling> read = presentation::earlierRulings(view);
    QCOMPARE(read.size(), 1);
    QVERIFY(read.at(0).cameIn);
    QVERIFY2(read.at(0).title.startsWith(QStringLiteral("Came in with the case · Old Hand")) && read.at(0).title.endsWith(QStringLiteral("Recalled")),
             qPrintable(read.at(0).title));
    QCOMPARE(read.at(0).citations.size(), 1);
    QCOMPARE(read.at(0).citations.at(0).fact, QStringLiteral("/order/signedAt"));
    QVERIFY(read.at(0).citations.at(0).mark.isNull());
    QVERIFY2(read.at(0).text.contains(QStringLiteral("269.00")), qPrintable(read.at(0).text));
}

QObject *make_tst_earlierrulings();
QObject *make_tst_earlierrulings()
{
    return new TstEarlierRulings;
}

#include "tst_earlierrulings.moc"
