// SPDX-License-Identifier: GPL-3.0-or-later
#include "../presentation/words.h"

#include "../../ui/casefile/timelinecanvas.h"
#include "../../ui/casefile/timelinepanel.h"

#include <timelinecases.h>

#include <memory>
#include <optional>

#include <QtTest/QtTest>
#include <QtWidgets/QLabel>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QTreeView>

using namespace arb;
using namespace arb::tests;

/// What of a case's times is in view: on opening, beyond the edges, on a small screen.
class TstTimelineView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_speaking.emplace(false); }
    void cleanup()
    {
        m_panel.reset();
        m_speaking.reset();
    }
    void opensOnTheCasesOwnTime();
    void edgesTellWhatIsBeyond();
    void allIsAllHoweverFar();
    void noLaneIsLowerThanItsName();
    void theLastLaneIsWhole();
    void theChosenRowIsSeenWhole();

private:
    static domain::CaseFile resetClocks()
    {
        domain::CaseFile file = labelledCases(1).at(0).file;
        for (const char *clock : {"1970-01-01T00:00:00+08:00", "2040-01-01T00:00:00+08:00"}) {
            domain::Exhibit picture;
            picture.id = QStringLiteral("r%1").arg(file.exhibits.size());
            picture.submittedAt = file.escalatedAt;
            picture.facts.insert(QStringLiteral("capturedAt"), QString::fromLatin1(clock));
            file.exhibits.append(picture);
        }
        return file;
    }
    void open(const domain::CaseFile &file, QSize size = {1200, 300})
    {
        usecases::CaseView view;
        view.record.header.id = domain::CaseId(1);
        view.record.file = file;
        view.now = file.escalatedAt.plusMs(6 * domain::dayMs);
        m_panel = std::make_unique<ui::TimelinePanel>();
        m_panel->setCase(view);
        m_panel->resize(size);
        m_panel->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
        m_panel->activateWindow();
        m_panel->focusTimeline();
    }
    ui::TimelineCanvas *canvas() const { return m_panel->findChild<ui::TimelineCanvas *>(); }
    QTreeView *list() const { return m_panel->findChild<QTreeView *>(); }
    const presentation::TimelineModel &times() const { return static_cast<const presentation::TimelineModel &>(*list()->model()); }
    int count() const { return times().rowCount(); }
    bool isInView(const ui::TimelineCanvas &canvas, int event) const
    {
        return times().timeline().events.at(event).at >= canvas.leftEdge() && canvas.placeOf(event).x() <= canvas.width();
    }

    std::optional<Speaking> m_speaking;
    std::unique_ptr<ui::TimelinePanel> m_panel;
};

/// One clock that says 1970 and one that says 2040 leave the case where it is.
void TstTimelineView::opensOnTheCasesOwnTime()
{
    open(resetClocks());
    const ui::TimelineCanvas *c = canvas();
    QVERIFY(count() > 10);
    for (int event = 1; event < count() - 1; ++event)
        QVERIFY2(isInView(*c, event), qPrintable(QString::number(event)));
    QVERIFY(!isInView(*c, 0));
    QVERIFY(!isInView(*c, count() - 1));
    // And in a smaller window, too.
    m_panel->resize(900, 300);
    QTRY_VERIFY(m_panel->width() <= 1000);
    for (int event = 1; event < count() - 1; ++event)
        QVERIFY2(isInView(*c, event), qPrintable(QString::number(event)));
}

void TstTimelineView::edgesTellWhatIsBeyond()
{
    using enum ui::TimelineCanvas::Edge;
    open(resetClocks());
    ui::TimelineCanvas *c = canvas();
    const int last = count() - 1;
    QCOMPARE(c->countBeyond(Left), 1);
    QCOMPARE(c->countBeyond(Right), 1);
    QVERIFY(c->accessibleDescription().contains(u'1'));
    QVERIFY(c->countPlace(Left).right() < c->countPlace(Right).left());
    const double own = c->msPerPixel();
    // By the pointer.
    QTest::mouseClick(c, Qt::LeftButton, {}, c->countPlace(Left).center().toPoint());
    QCOMPARE(c->current(), 0);
    QVERIFY(isInView(*c, 0));
    QCOMPARE(list()->currentIndex().row(), 0);
    QCOMPARE(c->countBeyond(Left), 0);
    QVERIFY(c->countPlace(Left).isEmpty());
    QCOMPARE(c->countBeyond(Right), last);
    // By keys: back to the nearest, the own time, and the other end.
    QTest::keyClick(c, Qt::Key_PageDown);
    QCOMPARE(c->current(), 1);
    QVERIFY(isInView(*c, 1));
    QTest::keyClick(c, Qt::Key_D);
    QCOMPARE(c->msPerPixel(), own);
    QCOMPARE(c->countBeyond(Left), 1);
    QTest::keyClick(c, Qt::Key_PageDown);
    QCOMPARE(c->current(), last);
    QVERIFY(isInView(*c, last));
    QTest::keyClick(c, Qt::Key_PageDown); // there is nothing more
    QCOMPARE(c->current(), last);
    m_panel->findChild<QToolButton *>(QStringLiteral("timelineOwn"))->click();
    QCOMPARE(c->msPerPixel(), own);
    // By the list.
    list()->setCurrentIndex(list()->model()->index(0, 0));
    QVERIFY(isInView(*c, 0));
}

void TstTimelineView::allIsAllHoweverFar()
{
    using enum ui::TimelineCanvas::Edge;
    open(resetClocks());
    QTest::keyClick(canvas(), Qt::Key_0);
    for (int event = 0; event < count(); ++event)
        QVERIFY2(isInView(*canvas(), event), qPrintable(QString::number(event)));
    QCOMPARE(canvas()->countBeyond(Left) + canvas()->countBeyond(Right), 0);
    { // on a narrow canvas as well, and by hand: seventy years
        ui::TimelineCanvas narrow(times());
        narrow.resize(400, 200);
        narrow.refresh();
        const double own = narrow.msPerPixel();
        for (int turn = 0; turn < 60; ++turn)
            narrow.zoom(1 / 1.6);
        QVERIFY(narrow.msPerPixel() * 300 > 70.0 * 365 * domain::dayMs);
        narrow.showAll();
        for (int event = 0; event < count(); ++event)
            QVERIFY2(isInView(narrow, event), qPrintable(QString::number(event)));
        narrow.showOwn();
        QCOMPARE(narrow.msPerPixel(), own);
    }
    // A file may say any year.
    domain::CaseFile file = resetClocks();
    file.exhibits.last().facts.insert(QStringLiteral("capturedAt"), QStringLiteral("9998-01-01T00:00:00+08:00"));
    open(file, {800, 300});
    QTest::keyClick(canvas(), Qt::Key_0);
    QVERIFY(isInView(*canvas(), 0));
    QVERIFY(isInView(*canvas(), count() - 1));
    QVERIFY(!canvas()->grab().isNull());
}

void TstTimelineView::noLaneIsLowerThanItsName()
{
    open(labelledCases(1).at(0).file);
    ui::TimelineCanvas alone(times());
    QFont large = alone.font();
    for (const int points : {large.pointSize(), 24}) {
        large.setPointSize(std::max(points, 1));
        alone.setFont(large);
        for (const int height : {100, 157, 400}) {
            alone.resize(640, height);
            alone.refresh();
            QVERIFY2(alone.laneHeight() >= alone.fontMetrics().height(), qPrintable(QString::number(height)));
        }
    }
}

/// Also where there is no more room than for some of them: then it is scrolled to.
void TstTimelineView::theLastLaneIsWhole()
{
    open(labelledCases(1).at(0).file);
    ui::TimelineCanvas alone(times());
    alone.refresh();
    const auto *bar = alone.findChild<QScrollBar *>();
    QVERIFY(bar);
    constexpr double ring = 12; // around a sign that is chosen, with its pen
    for (const int height : {alone.wholeHeight(), 400}) {
        alone.resize(640, height);
        alone.refresh();
        QVERIFY(bar->isHidden());
        double lowest = 0;
        for (int event = 0; event < count(); ++event)
            lowest = std::max(lowest, alone.placeOf(event).y());
        QVERIFY(lowest > 0);
        QVERIFY2(lowest + ring <= height, qPrintable(QString::number(height - lowest)));
    }
    alone.resize(640, alone.minimumSizeHint().height());
    alone.refresh();
    QVERIFY(!bar->isHidden());
    constexpr double axis = 36, half = 10; // of a lane
    for (int event = 0; event < count(); ++event) {
        alone.setCurrent(event);
        const double y = alone.placeOf(event).y();
        QVERIFY2(y - half >= axis - 1 && y + ring <= alone.height(), qPrintable(QString::number(y)));
        QVERIFY(alone.placeOf(event).x() < alone.width() - bar->width());
    }
}

/// What it says in full takes room from the list, but never its row.
void TstTimelineView::theChosenRowIsSeenWhole()
{
    domain::CaseFile file = labelledCases(2).at(1).file; // with a hint
    domain::ChatMessage message;
    message.id = QStringLiteral("long");
    message.at = file.escalatedAt;
    message.text = QStringLiteral("the parcel was open when it came and the seal was gone ").repeated(7);
    file.chat.append(message);
    open(file, {760, 60});
    m_panel->resize(760, m_panel->minimumSizeHint().height());
    const auto *whole = m_panel->findChild<QLabel *>(QStringLiteral("timelineWhole"));
    const QTreeView *rows = list();
    for (int event = 0; event < count(); ++event) {
        canvas()->setCurrent(event);
        QCOMPARE(rows->currentIndex().row(), event);
        const auto isSeen = [&] {
            const QRect row = rows->visualRect(rows->currentIndex());
            return row.height() > 0 && row.top() >= 0 && row.bottom() <= rows->viewport()->rect().bottom() && rows->geometry().bottom() < whole->geometry().top();
        };
        QTRY_VERIFY2(isSeen(), qPrintable(QString::number(event)));
        QVERIFY(whole->isVisible() && whole->height() >= whole->fontMetrics().height());
    }
    int longest = 0;
    while (times().timeline().events.at(longest).message != u"long")
        ++longest;
    canvas()->setCurrent(longest);
    QVERIFY(!whole->toolTip().isEmpty()); // what has no room
}

QObject *make_tst_timelineview();
QObject *make_tst_timelineview()
{
    return new TstTimelineView;
}

#include "tst_timelineview.moc"
