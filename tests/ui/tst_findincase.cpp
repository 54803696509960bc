// SPDX-License-Identifier: GPL-3.0-or-later
#include "seat.h"

#include "../../ui/casefile/evidencepane.h"
#include "../../ui/casefile/exhibitsearch.h"
#include "../../ui/casefile/findskeeper.h"
#include "../../ui/queue/queuepage.h"

#include <QtTest/QSignalSpy>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QPlainTextEdit>

using namespace arb;
using namespace arb::tests;

/// Search in the open case, what a machine read in its pictures included, and from there in all cases.
class TstFindInCase : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void wordsInAPictureAreFoundAndGoneTo();
    void theKeyGoesBackToItsField();
    void picturesNotOnShowAreReadAfterAWhile();
    void numbersOfPersonsAreHidden();
    void goesOnInAllCases();
    void theChatsSearchGoesOnInAllCases();
    void aCaseOpenedFromASearchShowsThePlace();
    void anotherCaseForgetsTheWords();
    void wordsOfExportsAndTextsAreFoundAndGoneTo();
    void aSearchWaitsForTheFiles();
    void filesThatCannotBeReadAreNamed();

private:
    static QByteArray shot() { return QByteArray(64, 'a'); }
    static domain::MachineReading reading(const char *text)
    {
        domain::MachineReading made;
        made.size = QSize(640, 480);
        made.bubbles = {{domain::ReadBubble::Side::Left, {{{{QString::fromUtf8(text), QRect(20, 80, 300, 30), 92}}}}}};
        return made;
    }
    domain::CaseId admit(const QString &caseNo = QStringLiteral("D-1"))
    {
        return m_desk->admit(caseNo, [](domain::CaseFile &file) {
            domain::Exhibit picture = file.exhibits.constFirst();
            picture.id = QStringLiteral("b2");
            picture.kind = domain::ExhibitKind::Image;
            picture.sha256 = shot();
            picture.facts = {};
            domain::Exhibit second = picture;
            second.id = QStringLiteral("b3");
            second.sha256 = QByteArray(64, 'd');
            file.exhibits = {picture, second};
        });
    }
    /// A case with an exported chat (b2) and a text (b3).
    domain::CaseId admitWords()
    {
        m_seat->loader.texts.insert(QByteArray(64, '2'), "hello\n\n说好了赔偿三倍");
        m_seat->loader.texts.insert(QByteArray(64, '3'), "first\n\nthird 打我电话13812345634\n");
        return m_desk->admit(QStringLiteral("D-3"), [](domain::CaseFile &file) {
            domain::Exhibit chat = file.exhibits.constFirst();
            chat.id = QStringLiteral("b2");
            chat.kind = domain::ExhibitKind::Chat;
            chat.sha256 = QByteArray(64, '2');
            chat.facts = {};
            domain::Exhibit text = chat;
            text.id = QStringLiteral("b3");
            text.kind = domain::ExhibitKind::Text;
            text.sha256 = QByteArray(64, '3');
            file.exhibits = {chat, text};
        });
    }
    const QList<usecases::CaseReading> &readings() const { return m_seat->session.view()->readings; }
    QLineEdit *field() const { return m_seat->find<QLineEdit>("findInCase"); }
    QListWidget *hits() const { return m_seat->find<QListWidget>("findHits"); }
    ui::EvidencePane *pane() const { return static_cast<ui::EvidencePane *>(m_seat->find("buyerPane")); }

    std::unique_ptr<SmallDesk> m_desk;
    std::unique_ptr<Seat> m_seat;
};

void TstFindInCase::init()
{
    m_desk = std::make_unique<SmallDesk>();
    m_seat = std::make_unique<Seat>(*m_desk, m_desk->lin);
    QVERIFY(m_seat->show());
    m_seat->loader.readings.insert(shot(), reading("你说过赔偿三倍"));
}

void TstFindInCase::cleanup()
{
    m_seat.reset();
    m_desk.reset();
}

void TstFindInCase::wordsInAPictureAreFoundAndGoneTo()
{
    QVERIFY(m_seat->open(admit()));
    m_seat->trigger("findInCase");
    QVERIFY(field()->hasFocus());
    field()->setText(QString::fromUtf8("赔偿三倍"));
    QTRY_COMPARE(hits()->count(), 1); // as soon as the picture on show is read
    QVERIFY2(hits()->item(0)->text().startsWith(QStringLiteral("Machine reading, no evidence by itself · b2")), qPrintable(hits()->item(0)->text()));
    m_seat->trigger("nextExhibit");
    QTRY_COMPARE(pane()->current()->exhibitId, QStringLiteral("b3"));
    field()->setFocus();
    QTest::keyClick(field(), Qt::Key_Return);
    QTRY_COMPARE(pane()->current()->exhibitId, QStringLiteral("b2"));
    field()->setText(QString::fromUtf8("黑屏"));
    QTRY_VERIFY(hits()->count() == 1 && hits()->item(0)->text().startsWith(QStringLiteral("Chat · ")));
    field()->setText(QStringLiteral("nowhere"));
    QTRY_COMPARE(m_seat->find<QLabel>("findInCaseCount")->text(), QStringLiteral("Not found in this case"));
    field()->setFocus();
    QTest::keyClick(field(), Qt::Key_Escape);
    QVERIFY(!m_seat->find("findPanel")->isVisible());
}

/// Whoever reads a hit comes back with the same key, and types the next words over the last.
void TstFindInCase::theKeyGoesBackToItsField()
{
    QVERIFY(m_seat->open(admit()));
    m_seat->trigger("findInCase");
    field()->setText(QString::fromUtf8("赔偿三倍"));
    pane()->viewer()->setFocus();
    QVERIFY(!field()->hasFocus());
    m_seat->trigger("findInCase");
    QVERIFY(m_seat->find("findPanel")->isVisible());
    QVERIFY(field()->hasFocus());
    QCOMPARE(field()->selectedText(), QString::fromUtf8("赔偿三倍"));
    m_seat->trigger("findInCase"); // and stays there
    QVERIFY(m_seat->find("findPanel")->isVisible() && field()->hasFocus());
    m_seat->press(Qt::Key_Escape);
    QVERIFY(!m_seat->find("findPanel")->isVisible());
}

void TstFindInCase::picturesNotOnShowAreReadAfterAWhile()
{
    m_seat->loader.readings.insert(QByteArray(64, 'd'), reading("请加我的号码"));
    auto *quiet = m_seat->find<QTimer>("readingRound");
    QVERIFY(quiet);
    quiet->setInterval(0);
    QVERIFY(m_seat->open(admit()));
    QTRY_COMPARE(readings().size(), 2);
    QCOMPARE(readings().at(1).exhibit, QStringLiteral("b3"));
    QTRY_VERIFY(readings().at(0).matches && readings().at(1).matches); // laid beside the log by the session's runner
    QVERIFY(readings().at(0).matches->constFirst().kind == domain::TranscriptMatch::Kind::NotInLog);
}

void TstFindInCase::numbersOfPersonsAreHidden()
{
    m_seat->loader.readings.insert(shot(), reading("打我电话13812345634"));
    QVERIFY(m_seat->open(admit()));
    QTRY_COMPARE(readings().size(), 1);
    QCOMPARE(readings().constFirst().reading.bubbles.constFirst().text(), QString::fromUtf8("打我电话138******34"));
    QTRY_COMPARE(pane()->finds()->finds().reading.lineCount(), 1);
    QVERIFY(!domain::readingText(pane()->finds()->finds().reading).contains(QStringLiteral("13812345634")));
    // And in the viewer's own list of what was read.
    pane()->viewer()->findChild<QAction *>(QStringLiteral("viewReading"))->setChecked(true);
    auto *lines = pane()->viewer()->findChild<QListWidget *>(QStringLiteral("readingLines"));
    QTRY_COMPARE(lines->count(), 1);
    QVERIFY(!lines->item(0)->text().contains(QStringLiteral("13812345634")));
}

void TstFindInCase::goesOnInAllCases()
{
    QVERIFY(m_seat->start());
    QVERIFY(m_seat->open(admit()));
    m_seat->trigger("findInCase");
    QVERIFY(!m_seat->find("findEverywhere")->isEnabled()); // nothing to search for yet
    field()->setText(QString::fromUtf8("黑屏 \"two words\""));
    m_seat->find<QAction>("findAllCases")->trigger();
    QTRY_VERIFY(m_seat->find("queuePage")->isVisible());
    QCOMPARE(m_seat->rows.choice().filter, QString::fromUtf8("黑屏 \"two words\""));
    QCOMPARE(m_seat->rows.choice().view, usecases::QueueView::All);
}

void TstFindInCase::theChatsSearchGoesOnInAllCases()
{
    ui::EvidenceRef ref;
    ref.kind = domain::ExhibitKind::Chat;
    domain::ChatMessage message;
    message.id = QStringLiteral("m1");
    message.text = QString::fromUtf8("黑屏");
    ref.chat = {message};
    const std::unique_ptr<ui::ViewerWidget> viewer(ui::findViewer(QStringLiteral("chat"))->create(m_seat->loader, nullptr));
    viewer->show(ref);
    QSignalSpy wanted(viewer.get(), &ui::ViewerWidget::allCasesWanted);
    auto *all = viewer->findChild<QAction *>(QStringLiteral("chatSearchAll"));
    QVERIFY(all && !all->isEnabled() && !all->shortcut().isEmpty());
    viewer->findChild<QLineEdit *>(QStringLiteral("viewerSearch"))->setText(QStringLiteral(" not in the log "));
    QVERIFY(all->isEnabled());
    all->trigger();
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.constFirst().constFirst().toStringList(), QStringList({QStringLiteral("not in the log")})); // one phrase, as it was typed
}

void TstFindInCase::aCaseOpenedFromASearchShowsThePlace()
{
    const domain::CaseId id = admit();
    QVERIFY(m_seat->start());
    m_seat->rows.setFilter(QString::fromUtf8("黑屏"));
    m_seat->trigger("queuePage");
    QSignalSpy opened(&m_seat->session, &presentation::Session::caseOpened);
    Q_EMIT static_cast<ui::QueuePage *>(m_seat->find("queuePage"))->caseChosen(id);
    QTRY_COMPARE(opened.size(), 1);
    QTRY_VERIFY2(m_seat->toast().contains(QStringLiteral("Found in: Chat.")), qPrintable(m_seat->toast()));
    QTRY_VERIFY(pane()->current()->exhibitId.isEmpty() && pane()->current()->kind == domain::ExhibitKind::Chat);
    QVERIFY(!m_seat->find("findPanel")->isVisible()); // it takes no room unasked
}

void TstFindInCase::anotherCaseForgetsTheWords()
{
    const domain::CaseId first = admit(), second = admit(QStringLiteral("D-2"));
    QVERIFY(m_seat->open(first));
    m_seat->trigger("findInCase");
    field()->setText(QString::fromUtf8("黑屏"));
    QTRY_COMPARE(hits()->count(), 1);
    QVERIFY(m_seat->open(second));
    QVERIFY(field()->text().isEmpty());
    QCOMPARE(hits()->count(), 0);
}

void TstFindInCase::wordsOfExportsAndTextsAreFoundAndGoneTo()
{
    QVERIFY(m_seat->open(admitWords()));
    m_seat->trigger("findInCase");
    field()->setText(QStringLiteral("third"));
    QTRY_COMPARE(hits()->count(), 1);
    QCOMPARE(hits()->item(0)->text(), QString::fromUtf8("Text · b3 · line 3 · third 打我电话138******34"));
    field()->setFocus();
    QTest::keyClick(field(), Qt::Key_Return);
    QTRY_COMPARE(pane()->current()->exhibitId, QStringLiteral("b3"));
    auto *edit = pane()->viewer()->findChild<QPlainTextEdit *>(QStringLiteral("textContent"));
    QTRY_COMPARE(edit->textCursor().blockNumber(), 2);
    QVERIFY(edit->textCursor().selectedText().startsWith(QStringLiteral("third")));
    field()->setText(QString::fromUtf8("赔偿三倍"));
    QTRY_VERIFY(hits()->count() == 1 && hits()->item(0)->text() == QString::fromUtf8("Exported chat · b2 · L3 · 说好了赔偿三倍"));
    field()->setFocus();
    QTest::keyClick(field(), Qt::Key_Return);
    QTRY_COMPARE(pane()->current()->exhibitId, QStringLiteral("b2"));
    QTRY_COMPARE(pane()->viewer()->currentCitation() ? pane()->viewer()->currentCitation()->message : QString(), QStringLiteral("L3"));
}

/// Nothing is said to be missing while a file is still being read, and what is typed meanwhile does not have it read twice.
void TstFindInCase::aSearchWaitsForTheFiles()
{
    const domain::CaseId id = admitWords();
    QVERIFY(m_seat->open(id));
    QTRY_VERIFY(m_seat->loader.chatsRead > 0); // by the viewer
    const int before = m_seat->loader.chatsRead;
    usecases::CaseView view = *m_seat->session.view();
    ui::ExhibitSearch search(m_seat->loader);
    QSignalSpy found(&search, &ui::ExhibitSearch::found), finished(&search, &ui::ExhibitSearch::finished);
    search.begin(view, {QStringLiteral("hello")}, {});
    QVERIFY(!search.isDone());
    search.begin(view, {QString::fromUtf8("赔偿三倍")}, {});
    QTRY_COMPARE(finished.size(), 1);
    QVERIFY(search.isDone());
    QCOMPARE(m_seat->loader.chatsRead, before + 1);
    QCOMPARE(found.size(), 1);
    const auto hits = found.constFirst().constFirst().value<QList<usecases::CaseHit>>();
    QCOMPARE(hits.size(), 1);
    QCOMPARE(hits.constFirst().place.message, QStringLiteral("L3"));
    search.begin(view, {QStringLiteral("hello")}, {}); // kept as it was read
    QTRY_COMPARE(finished.size(), 2);
    QCOMPARE(m_seat->loader.chatsRead, before + 1);
    search.stop();
    search.begin(view, {QStringLiteral("hello")}, {});
    QTRY_COMPARE(finished.size(), 3);
    QCOMPARE(m_seat->loader.chatsRead, before + 2);
}

void TstFindInCase::filesThatCannotBeReadAreNamed()
{
    const domain::CaseId id = admitWords();
    m_seat->loader.texts.remove(QByteArray(64, '3'));
    QVERIFY(m_seat->open(id));
    m_seat->trigger("findInCase");
    auto *unsearched = m_seat->find<QLabel>("findUnsearched");
    QVERIFY(!unsearched->isVisible());
    field()->setText(QString::fromUtf8("赔偿三倍"));
    QTRY_VERIFY(unsearched->isVisible());
    QVERIFY2(unsearched->text().endsWith(QStringLiteral(": b3 (the file is not in the evidence store)")), qPrintable(unsearched->text()));
    QCOMPARE(unsearched->textFormat(), Qt::PlainText);
    QTRY_COMPARE(hits()->count(), 1); // what can be searched is
    field()->clear();
    QVERIFY(!unsearched->isVisible());
    m_seat->loader.texts.insert(QByteArray(64, '3'), "third");
    field()->setText(QStringLiteral("third"));
    QTRY_COMPARE(hits()->count(), 1);
    QVERIFY(!unsearched->isVisible());
}

QObject *make_tst_findincase();
QObject *make_tst_findincase()
{
    return new TstFindInCase;
}

#include "tst_findincase.moc"
