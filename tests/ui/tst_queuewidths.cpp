// SPDX-License-Identifier: GPL-3.0-or-later
#include "../../ui/queue/celldelegate.h"
#include "../../ui/queue/queuedelegate.h"
#include "../../ui/queue/queuepage.h"
#include "../../ui/queue/queuepanel.h"
#include "../../ui/queue/uniformlist.h"
#include "../../ui/queue/viewlist.h"
#include "../presentation/words.h"

#include <presentingdesk.h>

#include <presentation/labels.h>
#include <presentation/queuewords.h>

#include <QtGui/QAction>
#include <QtTest/QTest>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QToolButton>

using namespace arb;
using namespace arb::tests;
using presentation::QueueModel;

/// Nothing that matters is cut on the queue's page, in either language, on a small screen and a large one.
class TstQueueWidths : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void fitsASmallScreen();
    void holdsAreNeverCut_data();
    void holdsAreNeverCut();
    void whatMovedACaseIsNeverCut_data() { holdsAreNeverCut_data(); }
    void whatMovedACaseIsNeverCut();
    void reasonsAreBriefBeforeTheyAreCut();
    void chosenColumnsShowTheirWords();
    void widthsAreMadeAnewInAnotherLanguage();
    void namesAreCutBeforeCounts();
    void countsOfViewsAreNeverCut_data() { holdsAreNeverCut_data(); }
    void countsOfViewsAreNeverCut();

private:
    ui::UniformList *table() const { return m_page->findChild<ui::UniformList *>(QStringLiteral("queueTable")); }

    std::unique_ptr<PresentingDesk> m_desk;
    std::unique_ptr<presentation::QueuePresenter> m_queue;
    std::unique_ptr<ui::QueuePage> m_page;
};

void TstQueueWidths::init()
{
    m_desk = std::make_unique<PresentingDesk>();
    m_desk->desk.admit(QStringLiteral("D-1"));
    m_queue = std::make_unique<presentation::QueuePresenter>(m_desk->session);
    m_page = std::make_unique<ui::QueuePage>(m_desk->session, *m_queue);
    m_page->resize(1366, 700);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    m_queue->start();
    QTRY_COMPARE(m_queue->model().rowCount(), 1);
}

void TstQueueWidths::cleanup()
{
    m_page.reset();
    m_queue.reset();
    m_desk.reset();
}

void TstQueueWidths::fitsASmallScreen()
{
    QVERIFY2(m_page->minimumSizeHint().width() <= 1366, qPrintable(QString::number(m_page->minimumSizeHint().width())));
    QVERIFY(m_page->minimumSizeHint().height() <= 660); // the top bar needs the rest
    QTRY_COMPARE(m_page->size(), QSize(1366, 700));
    const QHeaderView *header = table()->header();
    QVERIFY2(header->length() <= table()->viewport()->width(), "the usual columns do not fit");
    for (const int column : table()->shownColumns())
        QVERIFY(header->sectionViewportPosition(column) + header->sectionSize(column) <= table()->viewport()->width());
}

void TstQueueWidths::holdsAreNeverCut_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<bool>("chinese");
    for (const bool chinese : {false, true}) {
        QTest::addRow("1366x768 %d", chinese) << QSize(1366, 700) << chinese; // less the bars
        QTest::addRow("1920x1080 %d", chinese) << QSize(1920, 1012) << chinese;
    }
}

/// The longest of what keeps cases from being taken: its first words whole on a small screen, all of it on a large one.
/// The buttons beside it have room for their words too.
void TstQueueWidths::holdsAreNeverCut()
{
    QFETCH(QSize, size);
    QFETCH(bool, chinese);
    const Speaking speaking(chinese);
    QCoreApplication::sendPostedEvents();
    m_page->resize(size);
    QTRY_COMPARE(m_page->size(), size);
    const QHeaderView *header = table()->header();
    const QFontMetrics metrics = table()->fontMetrics();
    const auto room = [&] { return header->sectionSize(QueueModel::StateColumn) - 2 * ui::cellMargin; };
    const domain::UtcMs now = m_desk->desk.clock.at;
    for (const QString &hold : presentation::longestHolds(now)) {
        const QString shown = ui::QueueDelegate::partsFitting(hold, metrics, room());
        QVERIFY2(!shown.isEmpty() && hold.startsWith(shown), qPrintable(QStringLiteral("%1: %2").arg(hold, shown)));
        QTRY_VERIFY2(size.width() < 1920 || ui::QueueDelegate::partsFitting(hold, metrics, room()) == hold, qPrintable(hold));
    }
    for (const auto &row : domain::codeTable<domain::DisputeState>())
        QVERIFY2(metrics.horizontalAdvance(presentation::label(row.value)) <= room(), row.code);
    usecases::CaseHeader awaiting;
    awaiting.state = domain::DisputeState::AwaitingEvidence;
    awaiting.waitsFor = usecases::partyBit(domain::Party::Merchant);
    QVERIFY2(metrics.horizontalAdvance(presentation::stateText(awaiting)) <= room(), "whom a case waits for is cut");
    QVERIFY2(header->length() <= table()->viewport()->width(), "the usual columns do not fit");
    QVERIFY(header->sectionSize(QueueModel::WhyColumn) >= 140);
    for (const char *name : {"saveView", "renameView", "removeView"}) {
        const auto *button = m_page->findChild<QToolButton *>(QLatin1StringView(name));
        QTRY_VERIFY2(button->width() >= button->sizeHint().width(), name);
        QTRY_VERIFY2(button->parentWidget()->rect().contains(button->geometry()), name);
    }
}

/// Why a case stands where it stands: what moved it, whole; the deadline has a column of its own.
void TstQueueWidths::whatMovedACaseIsNeverCut()
{
    QFETCH(QSize, size);
    QFETCH(bool, chinese);
    const Speaking speaking(chinese);
    QCoreApplication::sendPostedEvents();
    m_page->resize(size);
    QTRY_COMPARE(m_page->size(), size);
    const QFontMetrics metrics = table()->fontMetrics();
    const auto room = [&] { return table()->header()->sectionSize(QueueModel::WhyColumn) - 2 * ui::cellMargin; };
    usecases::CaseHeader row;
    row.claimed = row.disputed = domain::Money(129'900);
    row.dueAt = row.deskDueAt = m_desk->desk.clock.at.plusMs(domain::hourMs);
    const QString one = presentation::rankWords(row, {}, m_desk->desk.clock.at);
    QCOMPARE(one.count(QStringLiteral(" · ")), 1);
    QTRY_VERIFY2(one.startsWith(ui::QueueDelegate::reasonsFitting(one, metrics, room())), qPrintable(one));
    row.flags = {domain::toCode(domain::CaseFlag::Injury)};
    const QString two = presentation::rankWords(row, {}, m_desk->desk.clock.at);
    QCOMPARE(two.count(QStringLiteral(" · ")), 2);
    const QString shown = ui::QueueDelegate::reasonsFitting(two, metrics, room());
    QVERIFY2(two.startsWith(shown) || (shown.endsWith(QStringLiteral(" …")) && two.startsWith(shown.chopped(2))), qPrintable(shown));
    QCOMPARE(shown.endsWith(u'…'), !shown.contains(two.section(QStringLiteral(" · "), 1, 1)));
}

/// At 1366, in English: who is involved is whole in brief, where how much earlier that is has no room.
void TstQueueWidths::reasonsAreBriefBeforeTheyAreCut()
{
    const Speaking english(false);
    const QFontMetrics metrics = table()->fontMetrics();
    usecases::CaseHeader row;
    row.dueAt = row.deskDueAt = m_desk->desk.clock.at.plusMs(domain::hourMs);
    row.flags = {domain::toCode(domain::CaseFlag::Minor)};
    const QString full = presentation::rankWords(row, {}, m_desk->desk.clock.at), moved = full.section(QStringLiteral(" · "), 0, -2);
    const QStringList brief = presentation::reasonsBesideTime(row, {}, m_desk->desk.clock.at, true);
    QCOMPARE(brief, QStringList{presentation::label(domain::CaseFlag::Minor)});
    const auto shown = [&](int width) { return ui::QueueDelegate::reasonsFitting(full, brief, metrics, width); };
    QCOMPARE(shown(metrics.horizontalAdvance(full)), full);
    QCOMPARE(shown(metrics.horizontalAdvance(moved)), moved); // the deadline has a column of its own
    QCOMPARE(shown(metrics.horizontalAdvance(moved) - 1), brief.constFirst());
    QCOMPARE(shown(metrics.horizontalAdvance(brief.constFirst())), brief.constFirst());
    const QStringList two{QStringLiteral("one"), QStringLiteral("two")};
    const QString first = QStringLiteral("one …");
    QCOMPARE(ui::QueueDelegate::reasonsFitting(full, two, metrics, metrics.horizontalAdvance(first)), first); // what is left out is told
    for (const domain::CaseFlag flag : {domain::CaseFlag::Minor, domain::CaseFlag::Injury}) // and there is room for that
        QVERIFY(metrics.horizontalAdvance(presentation::label(flag)) <= table()->header()->sectionSize(QueueModel::WhyColumn) - 2 * ui::cellMargin);
}

void TstQueueWidths::chosenColumnsShowTheirWords()
{
    const Speaking english(false);
    QCoreApplication::sendPostedEvents();
    QTRY_VERIFY(!m_queue->facets().platforms.isEmpty());
    QHeaderView *header = table()->header();
    for (const int column : {QueueModel::TypeColumn, QueueModel::CategoryColumn, QueueModel::PlatformColumn})
        m_page->findChild<QAction *>(QStringLiteral("column_%1").arg(column))->trigger();
    const QFontMetrics metrics = table()->fontMetrics();
    const auto hasRoom = [&](int column, const QString &word) { return metrics.horizontalAdvance(word) + 2 * ui::cellMargin <= header->sectionSize(column); };
    for (const auto &row : domain::codeTable<domain::AfterSaleType>())
        QVERIFY2(hasRoom(QueueModel::TypeColumn, presentation::label(row.value)), row.code);
    for (const QString &code : m_queue->facets().categories)
        QVERIFY2(hasRoom(QueueModel::CategoryColumn, presentation::categoryLabel(code)), qPrintable(code));
    for (const QString &code : m_queue->facets().platforms)
        QVERIFY2(hasRoom(QueueModel::PlatformColumn, presentation::platformLabel(code)), qPrintable(code));
    header->resizeSection(QueueModel::TypeColumn, 60); // the reader's own stays, also in a later window
    m_page->findChild<QAction *>(QStringLiteral("column_%1").arg(QueueModel::LabelsColumn))->trigger();
    QCOMPARE(header->sectionSize(QueueModel::TypeColumn), 60);
    ui::QueuePage later(m_desk->session, *m_queue);
    later.restoreColumns(m_page->columnsState());
    QCOMPARE(later.findChild<ui::UniformList *>(QStringLiteral("queueTable"))->header()->sectionSize(QueueModel::TypeColumn), 60);
}

void TstQueueWidths::widthsAreMadeAnewInAnotherLanguage()
{
    QByteArray state;
    {
        const Speaking chinese(true);
        QCoreApplication::sendPostedEvents();
        state = m_page->columnsState();
    }
    const Speaking english(false);
    QCoreApplication::sendPostedEvents();
    const int wanted = table()->header()->sectionSize(QueueModel::StateColumn), reasons = table()->header()->sectionSize(QueueModel::ReasonColumn);
    ui::QueuePage later(m_desk->session, *m_queue);
    later.resize(m_page->size());
    later.show();
    later.restoreColumns(state);
    const QHeaderView *header = later.findChild<ui::UniformList *>(QStringLiteral("queueTable"))->header();
    QTRY_COMPARE(header->sectionSize(QueueModel::StateColumn), wanted);
    QCOMPARE(header->sectionSize(QueueModel::ReasonColumn), reasons);
    table()->header()->resizeSection(QueueModel::StateColumn, 90); // the reader's own
    later.restoreColumns(m_page->columnsState());
    QCOMPARE(header->sectionSize(QueueModel::StateColumn), 90);
}

void TstQueueWidths::namesAreCutBeforeCounts()
{
    const QFontMetrics metrics = m_page->fontMetrics();
    const QString name = QStringLiteral("Waiting for the merchant"), text = name + QStringLiteral(" (1,000,000)");
    const int whole = metrics.horizontalAdvance(text);
    QCOMPARE(ui::withNameElided(text, name, metrics, whole), text);
    const QString cut = ui::withNameElided(text, name, metrics, whole - 20);
    QVERIFY2(cut.startsWith(u'W') && cut.endsWith(QStringLiteral("… (1,000,000)")), qPrintable(cut));
    QVERIFY2(metrics.horizontalAdvance(cut) <= whole - 20, qPrintable(cut));
    QVERIFY(ui::withNameElided(text, name, metrics, 1).endsWith(QStringLiteral(" (1,000,000)")));
}

/// Beside a name that is longer than the list, on the page and on the desk.
void TstQueueWidths::countsOfViewsAreNeverCut()
{
    QFETCH(QSize, size);
    QFETCH(bool, chinese);
    const Speaking speaking(chinese);
    QCoreApplication::sendPostedEvents();
    m_page->resize(size);
    ui::QueuePanel panel(m_desk->session, *m_queue);
    panel.resize(220, 600); // as narrow as the desk lets it be
    panel.show();
    m_queue->saveView(QStringLiteral("Everything of the merchants that were late more than twice"));
    QTRY_COMPARE(m_queue->savedViews().size(), 1);
    QTRY_COMPARE(m_queue->savedViews().constFirst().count, 1);
    const auto *views = m_page->findChild<ui::ViewList *>();
    const auto *list = views->findChild<QListWidget *>(QStringLiteral("viewList"));
    const int last = list->count() - 1;
    const QString whole = list->item(last)->text(), name = m_queue->savedViews().constFirst().view.name;
    QVERIFY2(whole.startsWith(name) && whole.contains(u'1'), qPrintable(whole));
    const QString count = whole.mid(name.size());
    const QString onPage = views->shownText(last);
    QVERIFY2(onPage != whole && onPage.startsWith(u'E') && onPage.endsWith(QString(u'…' + count)), qPrintable(onPage));
    QVERIFY(list->fontMetrics().horizontalAdvance(onPage) <= list->viewport()->width());
    QVERIFY(list->item(last)->toolTip().startsWith(name)); // there it is whole
    auto *choice = panel.findChild<ui::ViewChoice *>(QStringLiteral("queueViews"));
    choice->setCurrentIndex(last);
    QTRY_COMPARE(choice->width(), panel.width() - 8); // less the margin
    const QString onDesk = choice->shownText();
    QVERIFY2(onDesk != whole && onDesk.startsWith(u'E') && onDesk.endsWith(QString(u'…' + count)), qPrintable(onDesk));
    QVERIFY(choice->fontMetrics().horizontalAdvance(onDesk) < choice->width());
}

QObject *make_tst_queuewidths();
QObject *make_tst_queuewidths()
{
    return new TstQueueWidths;
}

#include "tst_queuewidths.moc"
