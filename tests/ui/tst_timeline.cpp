// SPDX-License-Identifier: GPL-3.0-or-later
#include "../presentation/words.h"
#include "fakeevidence.h"
#include "seat.h"

#include "../../ui/casefile/exportround.h"
#include "../../ui/casefile/timelinecanvas.h"
#include "../../ui/casefile/timelinepanel.h"

#include <timelinecases.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <optional>

#include <QtGui/QMouseEvent>
#include <QtGui/QWheelEvent>
#include <QtTest/QSignalSpy>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QTabBar>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QTreeView>

using namespace arb;
using namespace arb::tests;

/// The timeline in a window: keys, wheel, words, citing, and many events.
class TstTimelineUi : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_speaking.emplace(false); }
    void cleanup()
    {
        m_panel.reset();
        m_speaking.reset();
    }
    void keysWalkZoomAndPan();
    void theWheelKeepsWhatIsUnderThePointer();
    void clustersComeApart();
    void hintsAreWordsAndCiteBothFacts();
    void pointingTiesExhibits();
    void exhibitsPointBack();
    void listAndHintsTieAsWell();
    void eventsAndClashesAreDraggedAway();
    void longWordsAreReadWhole();
    void bothThemesAndLanguagesPaint();
    void fiveThousandEventsStayQuick();
    void exportedChatsHaveLanesOfTheirOwn();
    void exportsAreReadInTheBackground();
    void textsAreReadWithThem();
    void opensBelowTheEvidenceAndCites();
    void theKeyCitesBothFactsOfTheChosenHint();

private:
    static usecases::CaseView viewOf(const domain::CaseFile &file)
    {
        usecases::CaseView view;
        view.record.header.id = domain::CaseId(1);
        view.record.file = file;
        view.now = file.escalatedAt.plusMs(6 * domain::dayMs);
        return view;
    }
    void open(const domain::CaseFile &file)
    {
        m_panel = std::make_unique<ui::TimelinePanel>();
        m_panel->setCase(viewOf(file));
        m_panel->resize(1200, 300);
        m_panel->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
        m_panel->activateWindow();
        m_panel->focusTimeline();
    }
    ui::TimelineCanvas *canvas() const { return m_panel->findChild<ui::TimelineCanvas *>(); }
    const presentation::TimelineModel &times() const { return static_cast<const presentation::TimelineModel &>(*model()); }
    QAbstractItemModel *model() const { return m_panel->findChild<QTreeView *>()->model(); }

    std::optional<Speaking> m_speaking;
    std::unique_ptr<ui::TimelinePanel> m_panel;
};

void TstTimelineUi::keysWalkZoomAndPan()
{
    open(labelledCases(2).at(1).file);
    ui::TimelineCanvas *c = canvas();
    QTest::keyClick(c, Qt::Key_Home);
    QCOMPARE(c->current(), 0);
    QTest::keyClick(c, Qt::Key_J);
    QTest::keyClick(c, Qt::Key_Tab);
    QCOMPARE(c->current(), 2);
    QTest::keyClick(c, Qt::Key_K);
    QCOMPARE(c->current(), 1);
    QCOMPARE(m_panel->findChild<QTreeView *>()->currentIndex().row(), 1); // the list goes along
    QVERIFY(!c->accessibleDescription().isEmpty());
    QTest::keyClick(c, Qt::Key_End);
    QCOMPARE(c->current(), model()->rowCount() - 1);
    const double all = c->msPerPixel();
    QTest::keyClick(c, Qt::Key_Plus);
    QVERIFY(c->msPerPixel() < all);
    const domain::UtcMs left = c->leftEdge();
    QTest::keyClick(c, Qt::Key_Left);
    QVERIFY(c->leftEdge() < left);
    QTest::keyClick(c, Qt::Key_0);
    QCOMPARE(c->msPerPixel(), all);
    const int before = c->current();
    QTest::keyClick(c, Qt::Key_Up);
    QVERIFY(c->current() != before);
    QSignalSpy opened(m_panel.get(), &ui::TimelinePanel::openWanted);
    QTest::keyClick(c, Qt::Key_Home);
    QTest::keyClick(c, Qt::Key_Return);
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened.at(0).at(0).value<domain::Citation>(), *m_panel->currentCitation());
    QSignalSpy closed(m_panel.get(), &ui::TimelinePanel::closeWanted);
    QTest::keyClick(c, Qt::Key_Escape);
    QCOMPARE(closed.size(), 1);
}

void TstTimelineUi::theWheelKeepsWhatIsUnderThePointer()
{
    open(labelledCases(2).at(1).file);
    ui::TimelineCanvas *c = canvas();
    c->setCurrent(3);
    const QPointF place = c->placeOf(3);
    QWheelEvent in(place, c->mapToGlobal(place), QPoint(), QPoint(0, 240), Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
    const double before = c->msPerPixel();
    QCoreApplication::sendEvent(c, &in);
    QVERIFY(c->msPerPixel() < before);
    QVERIFY(std::abs(c->placeOf(3).x() - place.x()) < 1.0);
    // Dragging moves the ground with the pointer.
    const QPoint from(600, 5), to(500, 5);
    QTest::mousePress(c, Qt::LeftButton, {}, from);
    QTest::mouseMove(c, to);
    QTest::mouseRelease(c, Qt::LeftButton, {}, to);
    QVERIFY(std::abs(c->placeOf(3).x() - (place.x() - 100)) < 1.5);
}

void TstTimelineUi::clustersComeApart()
{
    domain::CaseFile file = labelledCases(1).at(0).file;
    for (int i = 0; i < 40; ++i) {
        domain::ChatMessage message;
        message.id = QStringLiteral("near%1").arg(i);
        message.at = file.escalatedAt.plusMs(i * domain::secondMs);
        file.chat.append(message);
    }
    open(file);
    ui::TimelineCanvas *c = canvas();
    const auto &model = static_cast<const presentation::TimelineModel &>(*this->model());
    int first = 0;
    while (model.timeline().events.at(first).message != u"near0")
        ++first;
    QVERIFY(c->grab().width() > 0); // signs are those that were painted
    const double before = c->msPerPixel();
    QTest::mouseDClick(c, Qt::LeftButton, {}, c->placeOf(first).toPoint());
    QVERIFY(c->msPerPixel() < before / 10);
}

void TstTimelineUi::hintsAreWordsAndCiteBothFacts()
{
    const domain::CaseFile file = labelledCases(2).at(1).file; // a picture before the delivery
    open(file);
    auto *hints = m_panel->findChild<QListWidget *>(QStringLiteral("timelineHints"));
    QVERIFY(hints->count() > 0);
    const auto &model = static_cast<const presentation::TimelineModel &>(*this->model());
    const domain::TimelineClash clash = model.clashes().constFirst();
    QVERIFY(hints->item(0)->text().contains(presentation::clashText(clash, model.timeline())));
    hints->setCurrentRow(0);
    QSignalSpy cited(m_panel.get(), &ui::TimelinePanel::citeWanted);
    m_panel->findChild<QToolButton *>(QStringLiteral("timelineCite"))->click();
    QCOMPARE(cited.size(), 1);
    const auto citations = cited.at(0).at(0).value<QList<domain::Citation>>();
    QCOMPARE(citations, (QList<domain::Citation>{model.timeline().events.at(clash.first).citation, model.timeline().events.at(clash.second).citation}));
}

void TstTimelineUi::pointingTiesExhibits()
{
    open(labelledCases(2).at(1).file);
    const auto &model = static_cast<const presentation::TimelineModel &>(*this->model());
    const int submitted = model.timeline().indexOf(domain::TimelineWhat::Submitted);
    QSignalSpy tied(m_panel.get(), &ui::TimelinePanel::exhibitsTied);
    canvas()->setCurrent(submitted);
    QVERIFY(!tied.isEmpty());
    QCOMPARE(tied.last().at(0).toStringList(), model.timeline().events.at(submitted).exhibits);
}

/// What is pointed at in the panes is ringed here.
void TstTimelineUi::exhibitsPointBack()
{
    open(labelledCases(2).at(1).file);
    const int submitted = times().timeline().indexOf(domain::TimelineWhat::Submitted), ordered = times().timeline().indexOf(domain::TimelineWhat::Ordered);
    QVERIFY(submitted >= 0 && ordered >= 0);
    const QString exhibit = times().timeline().events.at(submitted).exhibits.constFirst();
    const QImage before = canvas()->grab().toImage();
    m_panel->pointOut(exhibit);
    QVERIFY(canvas()->isTied(submitted));
    QVERIFY(!canvas()->isTied(ordered));
    QVERIFY(canvas()->grab().toImage() != before);
    m_panel->pointOut({});
    QVERIFY(!canvas()->isTied(submitted));
    QCOMPARE(canvas()->grab().toImage(), before);
}

void TstTimelineUi::listAndHintsTieAsWell()
{
    open(labelledCases(2).at(1).file); // a picture before the delivery
    QSignalSpy tied(m_panel.get(), &ui::TimelinePanel::exhibitsTied);
    const int submitted = times().timeline().indexOf(domain::TimelineWhat::Submitted);
    auto *list = m_panel->findChild<QTreeView *>();
    Q_EMIT list->entered(model()->index(submitted, 0)); // as the pointer does it
    QCOMPARE(tied.last().at(0).toStringList(), times().timeline().events.at(submitted).exhibits);
    auto *hints = m_panel->findChild<QListWidget *>(QStringLiteral("timelineHints"));
    Q_EMIT hints->entered(hints->model()->index(0, 0));
    const domain::TimelineClash clash = times().clashes().constFirst();
    for (const int event : {clash.first, clash.second}) {
        for (const QString &exhibit : times().timeline().events.at(event).exhibits)
            QVERIFY2(tied.last().at(0).toStringList().contains(exhibit), qPrintable(exhibit));
    }
    QEvent leave(QEvent::Leave);
    QApplication::sendEvent(hints->viewport(), &leave);
    QCOMPARE(tied.last().at(0).toStringList(), QStringList());
}

/// With the button held, by @p way from @p from of @p widget.
static void dragBy(QWidget *widget, QPoint from, QPoint way)
{
    QTest::mousePress(widget, Qt::LeftButton, {}, from);
    for (const QPoint place : {from + way / 2, from + way}) {
        QMouseEvent move(QEvent::MouseMove, place, widget->mapToGlobal(place), Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(widget, &move);
    }
    QTest::mouseRelease(widget, Qt::LeftButton, {}, from + way);
}

void TstTimelineUi::eventsAndClashesAreDraggedAway()
{
    open(labelledCases(2).at(1).file);
    QSignalSpy dragged(m_panel.get(), &ui::TimelinePanel::dragWanted);
    const auto last = [&dragged] { return dragged.last().at(0).value<QList<domain::Citation>>(); };
    const QPoint far(0, 2 * QApplication::startDragDistance() + 2);
    const int ordered = times().timeline().indexOf(domain::TimelineWhat::Ordered);
    QVERIFY(ordered >= 0);
    ui::TimelineCanvas *c = canvas();
    c->setCurrent(ordered);
    for (int n = 0; n < 12; ++n)
        c->zoom(1.6); // until it stands alone
    c->repaint(); // signs are those that were painted
    const domain::UtcMs left = c->leftEdge();
    dragBy(c, c->placeOf(ordered).toPoint(), far);
    QCOMPARE(dragged.size(), 1);
    QCOMPARE(last(), QList<domain::Citation>{times().timeline().events.at(ordered).citation});
    QCOMPARE(c->leftEdge(), left); // the ground stays
    auto *list = m_panel->findChild<QTreeView *>();
    const int submitted = times().timeline().indexOf(domain::TimelineWhat::Submitted);
    list->scrollTo(model()->index(submitted, 0));
    dragBy(list->viewport(), list->visualRect(model()->index(submitted, 0)).center(), far);
    QCOMPARE(dragged.size(), 2);
    QCOMPARE(last(), QList<domain::Citation>{times().timeline().events.at(submitted).citation});
    auto *hints = m_panel->findChild<QListWidget *>(QStringLiteral("timelineHints"));
    dragBy(hints->viewport(), hints->visualItemRect(hints->item(0)).center(), far);
    QCOMPARE(dragged.size(), 3);
    const domain::TimelineClash clash = times().clashes().constFirst();
    QCOMPARE(last(), (QList<domain::Citation>{times().timeline().events.at(clash.first).citation, times().timeline().events.at(clash.second).citation}));
}

void TstTimelineUi::longWordsAreReadWhole()
{
    domain::CaseFile file = labelledCases(1).at(0).file;
    domain::ChatMessage message;
    message.id = QStringLiteral("long");
    message.at = file.escalatedAt;
    message.text = QStringLiteral("the parcel was open when it came and the seal was gone ").repeated(3) + QStringLiteral("END");
    file.chat.append(message);
    open(file);
    auto *whole = m_panel->findChild<QLabel *>(QStringLiteral("timelineWhole"));
    QVERIFY(!whole->isVisible());
    int at = 0;
    while (times().timeline().events.at(at).message != u"long")
        ++at;
    canvas()->setCurrent(at);
    QVERIFY(whole->isVisible());
    QCOMPARE(whole->text(), presentation::eventLine(times().timeline().events.at(at)));
    QVERIFY(whole->wordWrap());
}

void TstTimelineUi::bothThemesAndLanguagesPaint()
{
    open(labelledCases(2).at(1).file);
    const QImage light = canvas()->grab().toImage();
    m_speaking.emplace(true);
    QTRY_VERIFY(isChinese(m_panel->findChild<QToolButton *>(QStringLiteral("timelineCite"))->accessibleName()));
    QVERIFY(canvas()->grab().toImage() != light);
    QPalette dark;
    dark.setColor(QPalette::Window, QColor(20, 22, 25));
    dark.setColor(QPalette::Base, QColor(20, 22, 25));
    dark.setColor(QPalette::WindowText, Qt::white);
    dark.setColor(QPalette::Text, Qt::white);
    m_panel->setPalette(dark);
    QVERIFY(canvas()->grab().toImage().pixelColor(canvas()->width() / 2, canvas()->height() - 4).lightness() < 128);
}

/// No limit of time: those are in `bench timeline`. What is in view bounds the work, so zooming in must not cost more.
void TstTimelineUi::fiveThousandEventsStayQuick()
{
    open(longCase(5000));
    QVERIFY(model()->rowCount() > 5000);
    ui::TimelineCanvas *c = canvas();
    QTest::keyClick(c, Qt::Key_End);
    for (int i = 0; i < 20; ++i) {
        QTest::keyClick(c, i < 10 ? Qt::Key_Plus : Qt::Key_Left);
        c->repaint();
    }
    QCOMPARE(c->current(), model()->rowCount() - 1);
}

void TstTimelineUi::exportedChatsHaveLanesOfTheirOwn()
{
    domain::CaseFile file = labelledCases(1).at(0).file;
    for (const char *id : {"x1", "x2"}) {
        domain::Exhibit exhibit;
        exhibit.id = QString::fromLatin1(id);
        exhibit.kind = domain::ExhibitKind::Chat;
        exhibit.sha256 = QByteArray(64, id[1]);
        file.exhibits.append(exhibit);
    }
    domain::ChatMessage message;
    message.at = file.escalatedAt;
    message.text = QStringLiteral("You promised me a new one");
    const domain::ChatLog log = domain::chatLogOf({message});
    open(file);
    const int before = model()->rowCount();
    m_panel->setCase(viewOf(file), {{QStringLiteral("x1"), domain::datedMessages(log, nullptr, {})}, {QStringLiteral("x2"), domain::datedMessages(log, nullptr, {})}});
    QCOMPARE(model()->rowCount(), before + 2);
    QList<int> exported;
    for (int event = 0; event < model()->rowCount(); ++event) {
        if (times().timeline().events.at(event).lane == domain::TimelineLane::Export)
            exported.append(event);
    }
    QCOMPARE(exported.size(), 2);
    QVERIFY(canvas()->placeOf(exported[0]).y() < canvas()->placeOf(exported[1]).y());
    QCOMPARE(model()->index(exported[0], presentation::TimelineModel::LaneColumn).data().toString(), QStringLiteral("Export x1"));
    canvas()->grab();
    canvas()->setCurrent(exported[1]);
    QSignalSpy opened(m_panel.get(), &ui::TimelinePanel::openWanted);
    QTest::keyClick(canvas(), Qt::Key_Return);
    QCOMPARE(opened.size(), 1);
    const auto place = opened.at(0).at(0).value<domain::Citation>();
    QCOMPARE(place.exhibit, QStringLiteral("x2"));
    QCOMPARE(place.message, times().timeline().events.at(exported[1]).message);
}

void TstTimelineUi::exportsAreReadInTheBackground()
{
    domain::CaseFile file = labelledCases(1).at(0).file;
    domain::Exhibit exhibit;
    exhibit.id = QStringLiteral("x1");
    exhibit.kind = domain::ExhibitKind::Chat;
    exhibit.sha256 = "export";
    file.exhibits.append(exhibit);
    FakeLoader loader;
    loader.texts.insert("export", R"([{"id":"e1","at":"2026-10-05T09:00:00+08:00","from":"buyer","text":"You promised me a new one"}])");
    ui::ExportRound reader(loader);
    QSignalSpy read(&reader, &ui::ExportRound::readFurther);
    domain::ChatReading reading;
    const auto readings = [&reading](const domain::Exhibit &) { return reading; };
    usecases::CaseView view = viewOf(file);
    reader.follow(view, readings);
    QVERIFY(reader.exports().isEmpty()); // nobody waited
    QTRY_COMPARE(read.size(), 1);
    QCOMPARE(reader.exports().size(), 1);
    QCOMPARE(reader.exports().first().exhibit, QStringLiteral("x1"));
    QVERIFY(loader.maskedAsked);
    const int asked = loader.chatsRead;
    reader.follow(view, readings); // nothing new
    QCOMPARE(loader.chatsRead, asked);
    QCOMPARE(reader.exports().size(), 1);
    reading.dayOrder = domain::DayOrder::MonthDayYear; // somebody turned the dates
    reader.follow(view, readings);
    QTRY_COMPARE(read.size(), 2);
    QCOMPARE(loader.readingAsked, reading);
    QCOMPARE(reader.exports().size(), 1);
    view.unmasked = true;
    reader.follow(view, readings);
    QVERIFY(reader.exports().isEmpty());
    QTRY_COMPARE(read.size(), 3);
    QVERIFY(!loader.maskedAsked);
    reader.follow(view, readings);
    reader.leave();
    QVERIFY(reader.exports().isEmpty());
}

/// What a text says, and what an export repeats of the log, is compared with what was said later.
void TstTimelineUi::textsAreReadWithThem()
{
    domain::CaseFile file = labelledCases(1).at(0).file;
    domain::ChatMessage message;
    message.id = QStringLiteral("late");
    message.at = file.escalatedAt;
    message.from = domain::Party::Merchant;
    message.text = QStringLiteral("We will send you another one tomorrow");
    file.chat = {message};
    const auto add = [&file](const char *id, domain::ExhibitKind kind, const char *sha256) {
        domain::Exhibit exhibit;
        exhibit.id = QString::fromLatin1(id);
        exhibit.kind = kind;
        exhibit.party = domain::Party::Buyer;
        exhibit.sha256 = sha256;
        exhibit.submittedAt = file.escalatedAt.plusMs(-domain::hourMs);
        file.exhibits.append(exhibit);
    };
    add("t1", domain::ExhibitKind::Text, "text");
    add("x1", domain::ExhibitKind::Chat, "export");
    add("t2", domain::ExhibitKind::Text, "missing");
    FakeLoader loader;
    loader.texts.insert("text", "They wrote: we will send you another one tomorrow!");
    loader.chats.insert("export", domain::chatLogOf(file.chat));
    ui::ExportRound reader(loader);
    QSignalSpy read(&reader, &ui::ExportRound::readFurther);
    const usecases::CaseView view = viewOf(file);
    reader.follow(view, [](const domain::Exhibit &) { return domain::ChatReading(); });
    QTRY_COMPARE(read.size(), 2);
    QCOMPARE(reader.exports().size(), 2);
    QCOMPARE(reader.exports().at(0).exhibit, QStringLiteral("t1"));
    QVERIFY(reader.exports().at(0).events.isEmpty());
    QCOMPARE(reader.exports().at(1).words, QString(message.text + u'\n'));
    const domain::TimelineExtra extra = presentation::timelineExtra(view, reader.exports());
    const domain::CaseTimeline timeline = domain::timelineOf(file, extra);
    QStringList quoting;
    for (const domain::TimelineClash &clash : domain::clashesOf(timeline, file, extra)) {
        if (clash.rule == domain::TimelineRule::QuotedBeforeSaid && timeline.events.at(clash.second).message == u"late")
            quoting += timeline.events.at(clash.first).exhibits;
    }
    quoting.sort();
    QCOMPARE(quoting, (QStringList{QStringLiteral("t1"), QStringLiteral("x1")}));
}

void TstTimelineUi::opensBelowTheEvidenceAndCites()
{
    SmallDesk desk;
    const domain::CaseId id = desk.admit();
    desk.claim(desk.lin, id);
    Seat seat(desk, desk.lin);
    QVERIFY(seat.show());
    QVERIFY(seat.open(id));
    auto *panel = seat.find<ui::TimelinePanel>("timelinePanel");
    QVERIFY(panel && !panel->isVisible());
    seat.trigger("timeline");
    QTRY_VERIFY(panel->isVisible() && panel->hasFocusInside());
    QVERIFY(seat.find("buyerExhibits") && seat.find("buyerExhibits")->isVisible()); // the evidence stays in view
    // The exhibit on show is ringed, and so is the one whose tab is under the pointer.
    auto *c = panel->findChild<ui::TimelineCanvas *>();
    const auto &times = static_cast<const presentation::TimelineModel &>(*panel->findChild<QTreeView *>()->model());
    const int submitted = times.timeline().indexOf(domain::TimelineWhat::Submitted);
    QVERIFY(submitted >= 0);
    QVERIFY(c->isTied(submitted));
    seat.trigger("otherSide"); // nothing of the other side's was handed in at that time
    QTRY_VERIFY(!c->isTied(submitted));
    auto *tabs = seat.find<QTabBar>("buyerExhibits");
    const QPoint over = tabs->tabRect(0).center();
    QMouseEvent move(QEvent::MouseMove, over, tabs->mapToGlobal(over), Qt::NoButton, Qt::NoButton, Qt::NoModifier);
    QApplication::sendEvent(tabs, &move);
    QVERIFY(c->isTied(submitted));
    QEvent leave(QEvent::Leave);
    QApplication::sendEvent(tabs, &leave);
    QVERIFY(!c->isTied(submitted));
    panel->focusTimeline();
    seat.press(Qt::Key_Home);
    QVERIFY(panel->currentCitation());
    seat.trigger("cite");
    QTRY_VERIFY2(seat.toast().startsWith(QStringLiteral("Cited under")), qPrintable(seat.toast()));
    seat.press(Qt::Key_Escape);
    QTRY_VERIFY(!panel->isVisible());
}

void TstTimelineUi::theKeyCitesBothFactsOfTheChosenHint()
{
    SmallDesk desk;
    const domain::CaseId id = desk.admit(QStringLiteral("D-1"), [](domain::CaseFile &file) {
        file.order.orderedAt = file.afterSale.appliedAt.plusMs(2 * 60 * 60'000); // applied for before it was ordered
    });
    desk.claim(desk.lin, id);
    Seat seat(desk, desk.lin);
    QVERIFY(seat.show());
    QVERIFY(seat.open(id));
    seat.trigger("timeline");
    auto *panel = seat.find<ui::TimelinePanel>("timelinePanel");
    QTRY_VERIFY(panel->isVisible() && panel->hasFocusInside());
    const auto &times = static_cast<const presentation::TimelineModel &>(*panel->findChild<QTreeView *>()->model());
    int clash = 0;
    while (clash < times.clashes().size() && times.clashes().at(clash).rule != domain::TimelineRule::ApplicationBeforeOrder)
        ++clash;
    QVERIFY(clash < times.clashes().size());
    seat.press(Qt::Key_Home); // an event was chosen before: it is not what the hint is about
    QVERIFY(panel->currentCitation());
    auto *hints = panel->findChild<QListWidget *>(QStringLiteral("timelineHints"));
    hints->setFocus();
    hints->setCurrentRow(clash);
    seat.trigger("cite");
    QTRY_VERIFY2(seat.toast().startsWith(QStringLiteral("Cited under")), qPrintable(seat.toast()));
    QStringList facts;
    for (const domain::Finding &finding : seat.ruling.draft().findings) {
        for (const domain::Citation &citation : finding.citations)
            facts.append(citation.fact);
    }
    facts.sort();
    QCOMPARE(facts, QStringList({QStringLiteral("/afterSale/appliedAt"), QStringLiteral("/order/orderedAt")}));
}

QObject *make_tst_timeline();
QObject *make_tst_timeline()
{
    return new TstTimelineUi;
}

#include "tst_timeline.moc"
