// SPDX-License-Identifier: GPL-3.0-or-later
#include "../presentation/words.h"
#include "seat.h"

#include "../../ui/casefile/timelinecanvas.h"
#include "../../ui/casefile/timelinepanel.h"

#include <timelinecases.h>

#include <cmath>
#include <memory>
#include <optional>

#include <QtGui/QWheelEvent>
#include <QtTest/QSignalSpy>
#include <QtWidgets/QListWidget>
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
    void bothThemesAndLanguagesPaint();
    void fiveThousandEventsStayQuick();
    void opensBelowTheEvidenceAndCites();

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
    seat.press(Qt::Key_Home);
    QVERIFY(panel->currentCitation());
    seat.trigger("cite");
    QTRY_VERIFY2(seat.toast().startsWith(QStringLiteral("Cited under")), qPrintable(seat.toast()));
    seat.press(Qt::Key_Escape);
    QTRY_VERIFY(!panel->isVisible());
}

QObject *make_tst_timeline();
QObject *make_tst_timeline()
{
    return new TstTimelineUi;
}

#include "tst_timeline.moc"
