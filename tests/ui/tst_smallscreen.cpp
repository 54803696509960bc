// SPDX-License-Identifier: GPL-3.0-or-later
#include "../../ui/shell/wrappedlabel.h"
#include "../presentation/words.h"
#include "seat.h"

#include <QtTest/QSignalSpy>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QToolButton>

#include <algorithm>
#include <memory>
#include <optional>

using namespace arb;
using namespace arb::tests;

/// A screen of 1366 by 768 pixels is enough for everything that can be open at once.
class TstSmallscreen : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup()
    {
        m_seat.reset();
        m_desk.reset();
        m_speaking.reset();
    }
    void everyPanelAtOnceFits_data();
    void everyPanelAtOnceFits();
    void thePanelWithTheKeyboardIsInView();
    void aSinglePanelNeedsNoScrolling();
    void longWordsOfStrangersWidenNothing();
    void wordsBreakOnlyWhereNothingElseDoes();

private:
    /// A held case whose product has a very long name, everything of the window closed.
    void open(bool chinese)
    {
        m_speaking.emplace(chinese);
        m_desk = std::make_unique<SmallDesk>();
        const domain::CaseId id = m_desk->admit(QStringLiteral("D-1"), [](domain::CaseFile &file) {
            file.order.product = QString(300, QLatin1Char('W'));
            file.order.listing.title = QString(300, QLatin1Char('W'));
        });
        m_desk->claim(m_desk->lin, id);
        m_seat = std::make_unique<Seat>(*m_desk, m_desk->lin);
        m_seat->window->resize(1366, 768);
        QVERIFY(m_seat->show() && m_seat->start() && m_seat->open(id));
    }
    /// Is all of @p widget, or as much as there is room for, within the part that is scrolled to?
    static bool isInView(const QScrollArea *area, const QWidget *widget)
    {
        const QRect place(widget->mapTo(area->viewport(), QPoint()), widget->size());
        const QRect seen = area->viewport()->rect();
        return seen.contains(place) || (place.height() > seen.height() && place.intersects(seen));
    }

    std::optional<Speaking> m_speaking;
    std::unique_ptr<SmallDesk> m_desk;
    std::unique_ptr<Seat> m_seat;
};

void TstSmallscreen::everyPanelAtOnceFits_data()
{
    QTest::addColumn<bool>("chinese");
    QTest::addRow("en") << false;
    QTest::addRow("zh") << true;
}

void TstSmallscreen::everyPanelAtOnceFits()
{
    QFETCH(bool, chinese);
    open(chinese);
    for (const char *panel : {"factsCard", "compareThird", "timeline", "notes", "findInCase"})
        m_seat->trigger(panel);
    for (const char *panel : {"timelinePanel", "notesPanel", "findPanel"})
        QTRY_VERIFY2(m_seat->find(panel)->isVisible(), panel);
    const auto text = [](QSize size) { return QStringLiteral("%1 x %2").arg(size.width()).arg(size.height()); };
    const QSize screen(1366, 768);
    const auto fits = [&] { return m_seat->window->minimumSizeHint().boundedTo(screen) == m_seat->window->minimumSizeHint(); };
    QTRY_VERIFY2(fits(), qPrintable(text(m_seat->window->minimumSizeHint())));
    QVERIFY2(m_seat->window->size() == screen, qPrintable(text(m_seat->window->size())));
}

/// What a key opened is where its typing goes, so it is seen.
void TstSmallscreen::thePanelWithTheKeyboardIsInView()
{
    open(false);
    for (const char *panel : {"timeline", "notes", "findInCase"})
        m_seat->trigger(panel);
    const auto *area = m_seat->find<QScrollArea>("belowEvidence");
    auto *field = m_seat->find<QLineEdit>("findInCase");
    QTRY_VERIFY(field->hasFocus() && isInView(area, field));
    auto *notes = m_seat->find<QListWidget>("notesList");
    notes->setFocus();
    QTRY_VERIFY(isInView(area, notes));
    field->setFocus();
    QTRY_VERIFY(isInView(area, field));
    for (const char *close : {"timelineClose", "notesClose", "findClose"}) {
        QVERIFY2(area->isVisible(), close);
        m_seat->find<QToolButton>(close)->click();
    }
    QTRY_VERIFY(!area->isVisible()); // the evidence has all the room
}

void TstSmallscreen::aSinglePanelNeedsNoScrolling()
{
    open(false);
    m_seat->trigger("notes");
    auto *panel = m_seat->find("notesPanel");
    const auto *area = m_seat->find<QScrollArea>("belowEvidence");
    QTRY_VERIFY(panel->isVisible() && panel->height() >= panel->minimumSizeHint().height());
    QTRY_VERIFY(area->viewport()->rect().contains(QRect(panel->mapTo(area->viewport(), QPoint()), panel->size())));
}

/// An address without a blank, a name of 150 letters, a tag of thousands: what does not wrap by itself is wrapped.
void TstSmallscreen::longWordsOfStrangersWidenNothing()
{
    m_speaking.emplace(false);
    m_desk = std::make_unique<SmallDesk>();
    const QString name = QStringLiteral("Shop") + QString(150, u'W');
    const domain::CaseId id = m_desk->admit(QStringLiteral("D-1"), [&name](domain::CaseFile &file) { file.merchant.name = name; });
    m_desk->claim(m_desk->lin, id);
    const QString address = QStringLiteral("https") + QString(5'000, u'x');
    const usecases::EvidenceWish wish{{domain::Party::Buyer}, QStringLiteral("waybill_of_return"), address, SmallDesk::at("2026-10-12T11:00")};
    must(m_desk->commands.requestEvidence(m_desk->as(m_desk->lin), id, {wish}), "request");
    m_seat = std::make_unique<Seat>(*m_desk, m_desk->lin);
    m_seat->window->resize(1366, 768);
    QVERIFY(m_seat->show() && m_seat->start() && m_seat->open(id));
    auto *notice = m_seat->find<ui::WrappedLabel>("caseNotice");
    QTRY_VERIFY(notice->isVisible());
    QVERIFY(notice->text().contains(address)); // to be read out, too
    const auto shortened = [notice] {
        const QStringList lines = notice->shownLines();
        return lines.size() <= 8 && std::ranges::any_of(lines, [](const QString &line) { return line.endsWith(u'…'); });
    };
    QTRY_VERIFY(shortened());
    QTRY_VERIFY2(notice->heightForWidth(notice->width()) <= notice->height(), qPrintable(QString::number(notice->height())));
    QVERIFY(!notice->toolTip().isEmpty());
    const auto *heading = m_seat->find<QLabel>("merchantHeading");
    QTRY_VERIFY2(heading->text().endsWith(u'…'), qPrintable(heading->text())); // and not under the buttons
    QVERIFY(heading->accessibleName().contains(name));
    const int width = m_seat->window->minimumSizeHint().width();
    QVERIFY2(width <= 1366, qPrintable(QString::number(width)));
    QCOMPARE(m_seat->window->size(), QSize(1366, 768));
}

void TstSmallscreen::wordsBreakOnlyWhereNothingElseDoes()
{
    const QString plain = QStringLiteral("The parties have until tomorrow 09:00; no ruling before that. 买家在退回后没有把运单号交上来，平台将按规则处理这件事情。");
    QCOMPARE(ui::breakable(plain), plain);
    QString broken = ui::breakable(QString(100, u'x'));
    QCOMPARE(broken.count(QChar(0x200b)), 4); // after 24, 48, 72 and 96
    QCOMPARE(broken.remove(QChar(0x200b)), QString(100, u'x'));
    QLabel label;
    label.setWordWrap(true);
    label.setText(ui::breakable(QString(5'000, u'W')));
    QVERIFY(label.minimumSizeHint().width() <= label.fontMetrics().horizontalAdvance(QString(26, u'W')));
}

QObject *make_tst_smallscreen();
QObject *make_tst_smallscreen()
{
    return new TstSmallscreen;
}

#include "tst_smallscreen.moc"
