// SPDX-License-Identifier: GPL-3.0-or-later
#include "../../ui/citing/citationmime.h"
#include "../../ui/citing/citehandle.h"
#include "../../ui/casefile/notespanel.h"
#include "../../ui/ruling/findingssheet.h"
#include "../../ui/ruling/rulingpanel.h"

#include "fakeevidence.h"

#include <presentingdesk.h>

#include <domain/casejson.h>

#include <presentation/recordwords.h>

#include <ui/viewers.h>

#include <QtGui/QContextMenuEvent>
#include <QtGui/QDragEnterEvent>
#include <QtGui/QDropEvent>
#include <QtGui/QMouseEvent>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QListView>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QTreeWidget>

#include <algorithm>
#include <functional>

using namespace arb;
using namespace arb::tests;

/// Citations on their way: dragged from where they are seen to a finding or into a text, and by keyboard.
class TstCiting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void travelsWithItsReference();
    void otherCasesAndStrangersAreRefused_data();
    void otherCasesAndStrangersAreRefused();
    void everyKindFallsEverywhere_data();
    void everyKindFallsEverywhere();
    void bothFactsOfAClashFallTogether();
    void dropOnARowCitesUnderIt();
    void dropOnATextWritesTheReference();
    void oneClickGoesThere();
    void droppedTwiceIsCitedOnce();
    void keyCitesIntoTheText();
    void otherBytesSaySo();
    void otherTextsSaySo();
    void changedPlacesHaveASign();
    void messagesWithADigestAreGoneTo();
    void handleIsClickedOrDragged();
    void menuCitesWhatIsOnShow();
    void shiftChoosesARangeOfMessages();
    void goesToARangeInAFile();

private:
    const domain::CaseFile &file() const { return m_desk->session.view()->record.file; }
    QPlainTextEdit *reasons() const { return m_panel->findChild<QPlainTextEdit *>(QStringLiteral("reasonsZh")); }
    QTreeWidget *rows() const { return m_panel->findChild<QTreeWidget *>(QStringLiteral("findings")); }
    QList<domain::Citation> cited() const
    {
        QList<domain::Citation> all;
        for (const domain::Finding &finding : m_presenter->draft().findings)
            all += finding.citations;
        return all;
    }
    static bool drop(QWidget *target, QPoint at, const QMimeData &data);

    std::unique_ptr<PresentingDesk> m_desk;
    std::unique_ptr<presentation::RulingPresenter> m_presenter;
    std::unique_ptr<ui::RulingPanel> m_panel;
};

/// As the window system would tell it; was it taken?
bool TstCiting::drop(QWidget *target, QPoint at, const QMimeData &data)
{
    QDragEnterEvent enter(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    enter.ignore();
    QApplication::sendEvent(target, &enter);
    QDropEvent fall(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    fall.ignore();
    QApplication::sendEvent(target, &fall);
    return enter.isAccepted() && fall.isAccepted();
}

static domain::Citation spanOf(const char *exhibit)
{
    domain::Citation citation;
    citation.exhibit = QString::fromLatin1(exhibit);
    citation.frame = 12;
    citation.pts = 1'080'000;
    citation.frameEnd = 24;
    citation.ptsEnd = 2'080'000;
    return citation;
}

void TstCiting::init()
{
    m_desk = std::make_unique<PresentingDesk>();
    m_presenter = std::make_unique<presentation::RulingPresenter>(m_desk->session);
    m_panel = std::make_unique<ui::RulingPanel>(m_desk->session, *m_presenter);
    m_panel->resize(330, 900);
    m_panel->show();
    m_panel->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
    m_desk->hold([](domain::CaseFile &content) {
        domain::Exhibit film;
        film.id = QStringLiteral("f1");
        film.kind = domain::ExhibitKind::Video;
        film.file = QStringLiteral("evidence/f1");
        film.sha256 = QByteArray(64, 'f');
        film.facts = {{QStringLiteral("firstPtsUs"), 80'000}};
        content.exhibits.append(film);
    });
}

void TstCiting::cleanup()
{
    m_panel.reset();
    m_presenter.reset();
    m_desk.reset();
}

void TstCiting::travelsWithItsReference()
{
    const domain::Citation span = spanOf("f1");
    const auto data = ui::citationMime({span}, file());
    QCOMPARE(ui::citationsIn(data.get(), file().caseNo), QList<domain::Citation>{span});
    QCOMPARE(data->text(), QStringLiteral("[f1 0:01.000–0:02.000]")); // from the first frame, at 80 ms
    domain::Citation range;
    range.message = QStringLiteral("m4");
    range.messageEnd = QStringLiteral("m9");
    QCOMPARE(presentation::citationReference(range, file()), QStringLiteral("[chat m4–m9]"));
    domain::Citation region;
    region.exhibit = QStringLiteral("b1");
    region.page = 3;
    region.region = QRect(10, 20, 30, 40);
    QCOMPARE(presentation::citationReference(region, file()), QStringLiteral("[b1 page 3 region 10, 20]"));
    domain::Citation fact;
    fact.fact = QStringLiteral("/order/signedAt");
    QCOMPARE(presentation::citationReference(fact, file()), QStringLiteral("[Signed for]"));
    domain::Citation scan;
    scan.logistics = 2;
    QCOMPARE(presentation::citationReference(scan, file()), QStringLiteral("[scan 3]"));
}

void TstCiting::otherCasesAndStrangersAreRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("another case") << QByteArray(R"({"case": "D-2", "citations": [{"exhibit": "b1"}]})");
    QTest::newRow("no JSON") << QByteArray("x");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no citation") << QByteArray(R"({"case": "D-1", "citations": [{"exhibit": 5}]})");
    QTest::newRow("unknown key") << QByteArray(R"({"case": "D-1", "citations": [{"exhibit": "b1", "frames": 5}]})");
    QTest::newRow("one of two") << QByteArray(R"({"case": "D-1", "citations": [{"exhibit": "b1"}, {"exhibit": 5}]})");
    QTest::newRow("none") << QByteArray(R"({"case": "D-1", "citations": []})");
    QTest::newRow("too many") << QByteArray(R"({"case": "D-1", "citations": [)" + QByteArray(R"({"exhibit": "b1"},)").repeated(16) + R"({"exhibit": "b1"}]})");
    QTest::newRow("endless") << QByteArray(100'000, ' ');
}

void TstCiting::otherCasesAndStrangersAreRefused()
{
    QFETCH(QByteArray, bytes);
    QMimeData data;
    data.setData(QString::fromLatin1(ui::citationMimeType), bytes);
    QVERIFY(ui::citationsIn(&data, QStringLiteral("D-1")).isEmpty());
    QVERIFY(!drop(rows()->viewport(), QPoint(5, 5), data));
    drop(reasons()->viewport(), QPoint(5, 5), data);
    QVERIFY(cited().isEmpty());
    QCOMPARE(reasons()->toPlainText(), QString());
}

void TstCiting::everyKindFallsEverywhere_data()
{
    QTest::addColumn<domain::Citation>("citation");
    const auto row = [](const char *name, const std::function<void(domain::Citation &)> &make) {
        domain::Citation citation;
        make(citation);
        QTest::newRow(name) << citation;
    };
    const auto ofFilm = [](domain::Citation &c) {
        c.exhibit = QStringLiteral("f1");
        c.sha256 = QByteArray(64, 'f');
        c.frame = 12;
        c.pts = 560'000;
    };
    const auto ofPicture = [](domain::Citation &c) {
        c.exhibit = QStringLiteral("b1");
        c.sha256 = QByteArray(64, 'a');
        c.region = QRect(10, 20, 30, 40);
    };
    row("exhibit", [](domain::Citation &c) { c.exhibit = QStringLiteral("b1"); });
    row("picture region", ofPicture);
    row("page region", [&](domain::Citation &c) {
        ofPicture(c);
        c.page = 3;
    });
    row("film frame", ofFilm);
    row("film span", [&](domain::Citation &c) {
        ofFilm(c);
        c.frameEnd = 24;
        c.ptsEnd = 1'040'000;
    });
    row("region on a frame", [&](domain::Citation &c) {
        ofFilm(c);
        c.region = QRect(1, 2, 30, 40);
    });
    row("mark", [&](domain::Citation &c) {
        ofPicture(c);
        c.mark = domain::MarkId(7);
    });
    row("message", [](domain::Citation &c) { c.message = QStringLiteral("m4"); });
    row("range of messages", [](domain::Citation &c) {
        c.message = QStringLiteral("m4");
        c.messageEnd = QStringLiteral("m9");
    });
    row("message of a file", [](domain::Citation &c) {
        c.exhibit = QStringLiteral("b1");
        c.sha256 = QByteArray(64, 'a');
        c.message = QStringLiteral("L2");
    });
    row("scan", [](domain::Citation &c) { c.logistics = 2; });
    row("fact", [](domain::Citation &c) { c.fact = QStringLiteral("/order/signedAt"); });
}

/// Each kind, as it travels, onto each place that takes citations.
void TstCiting::everyKindFallsEverywhere()
{
    QFETCH(domain::Citation, citation);
    const auto data = ui::citationMime({citation}, file());
    const QString reference = presentation::citationReference(citation, file());
    QVERIFY(!reference.isEmpty());
    QVERIFY(drop(rows()->viewport(), QPoint(5, 5), *data));
    QCOMPARE(cited(), QList<domain::Citation>{citation});
    QVERIFY(drop(reasons()->viewport(), QPoint(5, 5), *data));
    QCOMPARE(reasons()->toPlainText(), reference);
    auto *text = m_panel->findChild<QPlainTextEdit *>(QStringLiteral("findingText"));
    QVERIFY(drop(text->viewport(), QPoint(3, 3), *data));
    QCOMPARE(text->toPlainText(), reference);
    QCOMPARE(cited(), QList<domain::Citation>{citation}); // the same place once
    ui::NotesPanel notes;
    notes.setCase(*m_desk->session.view(), m_desk->session.actor().person);
    notes.resize(300, 200);
    notes.show();
    QSignalSpy dropped(&notes, &ui::NotesPanel::placeDropped);
    QVERIFY(drop(notes.findChild<QListWidget *>(QStringLiteral("notesList"))->viewport(), QPoint(5, 5), *data));
    QCOMPARE(dropped.size(), 1);
    QCOMPARE(dropped.at(0).at(0).value<domain::Citation>(), citation);
    QMimeData strange;
    strange.setText(QStringLiteral("words"));
    QVERIFY(!drop(&notes, QPoint(5, 5), strange));
    QCOMPARE(dropped.size(), 1);
}

void TstCiting::bothFactsOfAClashFallTogether()
{
    domain::Citation scan, fact;
    scan.logistics = 2;
    fact.fact = QStringLiteral("/order/signedAt");
    const auto data = ui::citationMime({scan, fact}, file());
    QCOMPARE(data->text(), QStringLiteral("[scan 3] [Signed for]"));
    QVERIFY(drop(reasons()->viewport(), QPoint(5, 5), *data));
    QCOMPARE(reasons()->toPlainText(), QStringLiteral("[scan 3] [Signed for]"));
    QCOMPARE(cited(), (QList<domain::Citation>{scan, fact}));
}

void TstCiting::dropOnARowCitesUnderIt()
{
    m_presenter->addFinding(QStringLiteral("bad_share"));
    QCOMPARE(rows()->topLevelItemCount(), 2);
    rows()->setCurrentItem(rows()->topLevelItem(0));
    const QRect second = rows()->visualItemRect(rows()->topLevelItem(1));
    QVERIFY(drop(rows()->viewport(), second.center(), *ui::citationMime({spanOf("f1")}, file())));
    const QList<domain::Finding> findings = m_presenter->draft().findings;
    const auto under = std::ranges::find(findings, QStringLiteral("bad_share"), &domain::Finding::element);
    QVERIFY(under != findings.cend());
    QCOMPARE(under->citations, QList<domain::Citation>{spanOf("f1")});
    QCOMPARE(cited().size(), 1);
}

void TstCiting::dropOnATextWritesTheReference()
{
    reasons()->setPlainText(QStringLiteral("seal"));
    QVERIFY(drop(reasons()->viewport(), QPoint(reasons()->viewport()->width() - 2, 8), *ui::citationMime({spanOf("f1")}, file())));
    QCOMPARE(reasons()->toPlainText(), QStringLiteral("seal [f1 0:01.000–0:02.000]"));
    QCOMPARE(m_presenter->draft().reasonsZh, reasons()->toPlainText());
    QCOMPARE(cited(), QList<domain::Citation>{spanOf("f1")}); // under the chosen finding
    auto *text = m_panel->findChild<QPlainTextEdit *>(QStringLiteral("findingText"));
    QVERIFY(drop(text->viewport(), QPoint(3, 3), *ui::citationMime({photoCitation()}, file())));
    QCOMPARE(text->toPlainText(), QStringLiteral("[b1]"));
    QCOMPARE(m_presenter->draft().findings.constFirst().text, QStringLiteral("[b1]"));
    QCOMPARE(cited().size(), 2);
}

void TstCiting::oneClickGoesThere()
{
    QVERIFY(!m_panel->findChild<ui::FindingsSheet *>()->cite(spanOf("f1")).isEmpty());
    QTRY_COMPARE(cited().size(), 1);
    QTRY_COMPARE(rows()->topLevelItem(0)->childCount(), 1);
    QSignalSpy led(m_panel.get(), &ui::RulingPanel::citationChosen);
    const auto click = [this](const QTreeWidgetItem *item) {
        QTest::mouseClick(rows()->viewport(), Qt::LeftButton, Qt::NoModifier, rows()->visualItemRect(item).center());
    };
    click(rows()->topLevelItem(0));
    QCOMPARE(led.count(), 0); // a finding is chosen only
    click(rows()->topLevelItem(0)->child(0));
    QCOMPARE(led.count(), 1);
    QCOMPARE(led.at(0).at(0).value<domain::Citation>(), cited().constFirst());
}

void TstCiting::droppedTwiceIsCitedOnce()
{
    const auto data = ui::citationMime({photoCitation()}, file());
    QVERIFY(drop(rows()->viewport(), QPoint(5, 5), *data));
    QVERIFY(drop(rows()->viewport(), QPoint(5, 5), *data));
    QCOMPARE(cited(), QList<domain::Citation>{photoCitation()});
}

void TstCiting::keyCitesIntoTheText()
{
    connect(m_panel.get(), &ui::RulingPanel::citeRequested, m_panel.get(), [this] { m_panel->cite(photoCitation()); });
    reasons()->setFocus();
    QTest::keyClicks(reasons(), QStringLiteral("see"));
    QTest::keyClick(reasons(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(reasons()->toPlainText(), QStringLiteral("see [b1]"));
    QCOMPARE(cited(), QList<domain::Citation>{photoCitation()});
    QTest::keyClicks(reasons(), QStringLiteral("c")); // a letter like any other
    QCOMPARE(reasons()->toPlainText(), QStringLiteral("see [b1]c"));
    QCOMPARE(cited().size(), 1);
    m_panel->disconnect(); // nothing is on show
    QTest::keyClick(reasons(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(reasons()->toPlainText(), QStringLiteral("see [b1]c"));
}

void TstCiting::otherBytesSaySo()
{
    domain::Citation citation = spanOf("f1");
    citation.sha256 = QByteArray(64, 'f');
    QVERIFY(!domain::meansOtherBytes(citation, file()));
    QCOMPARE(presentation::whyNotThere(citation, file()), QString());
    const QString before = presentation::citationText(citation, file());
    citation.sha256 = QByteArray(64, 'e');
    QVERIFY(domain::meansOtherBytes(citation, file()));
    QVERIFY(presentation::whyNotThere(citation, file()).contains(QStringLiteral("f1")));
    QVERIFY(presentation::citationText(citation, file()) != before);
    // A viewer that shows these bytes goes nowhere for others.
    FakeLoader loader;
    QImage photo(400, 300, QImage::Format_RGB32);
    photo.fill(Qt::darkGreen);
    loader.pictures.insert(QByteArray(64, 'f'), FakeLoader::fullPicture(photo));
    const std::unique_ptr<ui::ViewerWidget> viewer(ui::findViewer(QStringLiteral("image"))->create(loader, nullptr));
    viewer->resize(300, 300);
    ui::EvidenceRef ref;
    ref.exhibitId = QStringLiteral("f1");
    ref.sha256 = QByteArray(64, 'f');
    QSignalSpy seen(viewer.get(), &ui::ViewerWidget::seen);
    viewer->show(ref);
    QVERIFY(seen.count() > 0 || seen.wait(5000));
    const auto stood = viewer->viewState();
    citation.region = QRect(10, 10, 20, 20);
    citation.view = *stood;
    citation.view->rotation = 90.0;
    viewer->goTo(citation, {});
    QCOMPARE(viewer->viewState(), stood);
    citation.sha256 = QByteArray(64, 'f');
    viewer->goTo(citation, {});
    QVERIFY(viewer->viewState() != stood);
}

/// Messages, scans and facts say so, too; what was taken away is not said to have changed.
void TstCiting::otherTextsSaySo()
{
    domain::CaseFile content = *domain::caseFileFromJson(SmallDesk::bandJson(QStringLiteral("D-1")));
    domain::Citation message, scan, fact;
    message.message = QStringLiteral("c1");
    scan.logistics = 1;
    fact.fact = QStringLiteral("/order/signedAt");
    for (domain::Citation citation : {message, scan, fact}) {
        const QString text = presentation::citationText(citation, content);
        QCOMPARE(presentation::whyNotThere(citation, content), QString()); // stored without a digest
        citation.sha256 = domain::placeDigest(citation, content);
        QCOMPARE(presentation::whyNotThere(citation, content), QString());
        QCOMPARE(presentation::citationText(citation, content), text);
        citation.sha256 = QByteArray(64, 'e');
        QCOMPARE(presentation::citationText(citation, content), QString(text + QStringLiteral(" (changed since it was cited)")));
        QVERIFY(presentation::whyNotThere(citation, content).contains(QStringLiteral("has changed since it was cited")));
        domain::CaseFile hidden = content;
        hidden.placesBeforeMasking.emplace(); // nobody can compare
        QCOMPARE(presentation::whyNotThere(citation, hidden), QString());
        QCOMPARE(presentation::citationText(citation, hidden), text);
    }
    message.message = QStringLiteral("c9");
    message.sha256 = QByteArray(64, 'e');
    QCOMPARE(presentation::citationText(message, content), QStringLiteral("Chat c9 (no longer in the record)"));
    QCOMPARE(presentation::whyNotThere(message, content), QStringLiteral("[chat c9] is no longer in the record."));
}

/// A list is narrow, and what is said at the end of a place's words is cut off first.
void TstCiting::changedPlacesHaveASign()
{
    domain::Citation changed = spanOf("f1");
    changed.sha256 = QByteArray(64, 'e');
    auto *sheet = m_panel->findChild<ui::FindingsSheet *>();
    sheet->cite(photoCitation());
    QTRY_COMPARE(rows()->topLevelItem(0)->childCount(), 1);
    sheet->cite(changed);
    QTRY_COMPARE(rows()->topLevelItem(0)->childCount(), 2);
    QVERIFY(rows()->topLevelItem(0)->child(0)->icon(0).isNull());
    QVERIFY(!rows()->topLevelItem(0)->child(1)->icon(0).isNull());
    QVERIFY(!presentation::whyNotThere(changed, file()).isEmpty());
}

/// The case's own chat has no file, so its viewer has nothing to compare a message's digest with.
void TstCiting::messagesWithADigestAreGoneTo()
{
    FakeLoader loader;
    const std::unique_ptr<ui::ViewerWidget> viewer(ui::findViewer(QStringLiteral("chat"))->create(loader, nullptr));
    viewer->resize(400, 300);
    const domain::CaseFile content = *domain::caseFileFromJson(SmallDesk::bandJson(QStringLiteral("D-1")));
    ui::EvidenceRef ref;
    ref.kind = domain::ExhibitKind::Chat;
    domain::ChatMessage second = content.chat.constFirst();
    second.id = QStringLiteral("c2");
    ref.chat = content.chat + QList<domain::ChatMessage>{second};
    viewer->show(ref);
    domain::Citation citation;
    for (const char *id : {"c2", "c1"}) {
        citation.message = QString::fromLatin1(id);
        citation.sha256 = QByteArray(64, 'c');
        viewer->goTo(citation, {});
        QTRY_VERIFY(viewer->currentCitation() && viewer->currentCitation()->message == citation.message);
    }
}

void TstCiting::handleIsClickedOrDragged()
{
    ui::CiteHandle handle;
    handle.resize(24, 24);
    handle.show();
    QSignalSpy clicked(&handle, &QToolButton::clicked), dragged(&handle, &ui::CiteHandle::dragWanted);
    QTest::mouseClick(&handle, Qt::LeftButton, {}, QPoint(5, 5));
    QCOMPARE(clicked.size(), 1);
    QCOMPARE(dragged.size(), 0);
    QTest::mousePress(&handle, Qt::LeftButton, {}, QPoint(5, 5));
    QMouseEvent move(QEvent::MouseMove, QPointF(5 + QApplication::startDragDistance(), 5), handle.mapToGlobal(QPointF(5 + QApplication::startDragDistance(), 5)),
                     Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&handle, &move);
    QTest::mouseRelease(&handle, Qt::LeftButton, {}, QPoint(15, 5));
    QCOMPARE(dragged.size(), 1);
    QCOMPARE(clicked.size(), 1);
    QTest::keyClick(&handle, Qt::Key_Space);
    QCOMPARE(clicked.size(), 2);
}

namespace {

ui::EvidenceRef someChat()
{
    ui::EvidenceRef ref;
    ref.kind = domain::ExhibitKind::Chat;
    for (int n = 1; n <= 4; ++n) {
        domain::ChatMessage message;
        message.id = QStringLiteral("m%1").arg(n);
        message.at = domain::UtcMs(1'791'766'800'000 + n * 60'000);
        message.from = n % 2 == 0 ? domain::Party::Merchant : domain::Party::Buyer;
        message.text = QStringLiteral("words");
        ref.chat.append(message);
    }
    return ref;
}

} // namespace

void TstCiting::menuCitesWhatIsOnShow()
{
    FakeLoader loader;
    const std::unique_ptr<ui::ViewerWidget> viewer(ui::findViewer(QStringLiteral("chat"))->create(loader, nullptr));
    viewer->show(someChat());
    QSignalSpy wanted(viewer.get(), &ui::ViewerWidget::citeWanted);
    const auto open = [&] {
        QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(1, 1), QPoint(1, 1));
        QApplication::sendEvent(viewer.get(), &event);
        return viewer->findChild<QMenu *>(QStringLiteral("viewerMenu"));
    };
    QMenu *menu = open();
    QVERIFY(menu);
    QVERIFY(!menu->actions().constFirst()->isEnabled()); // no message is chosen
    delete menu;
    auto *list = viewer->findChild<QListView *>(QStringLiteral("chatList"));
    list->setCurrentIndex(list->model()->index(2, 0));
    menu = open();
    QVERIFY(menu);
    QVERIFY(menu->actions().constFirst()->isEnabled());
    menu->actions().constFirst()->trigger();
    QCOMPARE(wanted.size(), 1);
    delete menu;
}

void TstCiting::shiftChoosesARangeOfMessages()
{
    FakeLoader loader;
    const std::unique_ptr<ui::ViewerWidget> viewer(ui::findViewer(QStringLiteral("chat"))->create(loader, nullptr));
    viewer->resize(400, 500);
    viewer->QWidget::show();
    viewer->show(someChat());
    auto *list = viewer->findChild<QListView *>(QStringLiteral("chatList"));
    list->setCurrentIndex(list->model()->index(2, 0)); // a day's row, m1, m2
    QTest::keyClick(list, Qt::Key_Down, Qt::ShiftModifier);
    const auto range = viewer->currentCitation();
    QVERIFY(range);
    QCOMPARE(range->message, QStringLiteral("m2"));
    QCOMPARE(range->messageEnd, QStringLiteral("m3"));
    QVERIFY(range->exhibit.isEmpty());
    QTest::keyClick(list, Qt::Key_Down);
    QCOMPARE(viewer->currentCitation()->message, QStringLiteral("m4"));
    QCOMPARE(viewer->currentCitation()->messageEnd, QString());
    viewer->goTo(*range, {});
    QCOMPARE(viewer->currentCitation(), range);
}

void TstCiting::goesToARangeInAFile()
{
    FakeLoader loader;
    loader.texts.insert(QByteArray(64, 'c'), "A: one\nB: two\nA: three\n");
    const std::unique_ptr<ui::ViewerWidget> viewer(ui::findViewer(QStringLiteral("chat"))->create(loader, nullptr));
    ui::EvidenceRef ref;
    ref.exhibitId = QStringLiteral("l1");
    ref.sha256 = QByteArray(64, 'c');
    ref.kind = domain::ExhibitKind::Chat;
    viewer->show(ref);
    domain::Citation range;
    range.exhibit = ref.exhibitId;
    range.sha256 = ref.sha256;
    range.message = QStringLiteral("L2");
    range.messageEnd = QStringLiteral("L3");
    viewer->goTo(range, {}); // before the file is there
    QTRY_COMPARE(viewer->currentCitation(), std::optional(range));
    domain::Citation other = range;
    other.sha256 = QByteArray(64, 'd');
    other.message = QStringLiteral("L1");
    viewer->goTo(other, {});
    QCOMPARE(viewer->currentCitation(), std::optional(range));
}

QObject *make_tst_citing();
QObject *make_tst_citing()
{
    return new TstCiting;
}

#include "tst_citing.moc"
