// SPDX-License-Identifier: GPL-3.0-or-later
#include "../presentation/words.h"
#include "seat.h"

#include <optional>

using namespace arb;
using namespace arb::tests;

/// The window at a desk that gives out cases in order.
class TstServeNext : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void refusalEndsWithTheCaseItNamed();
    void whatElseWasSaidStays();

private:
    bool isTold(const QString &words) const { return m_seat->find<QLabel>("toastText")->isVisible() && m_seat->toast().contains(words); }

    std::unique_ptr<SmallDesk> m_desk;
    std::unique_ptr<Seat> m_seat;
    std::optional<Speaking> m_speaking;
    domain::CaseId m_first, m_second;
};

void TstServeNext::init()
{
    m_speaking.emplace(false);
    m_desk = std::make_unique<SmallDesk>();
    must(usecases::DeskCommands(m_desk->desk).setSetting({usecases::ownerActor(), {}, {}, {}}, QStringLiteral("serve_next"), "true"), "setting");
    m_first = m_desk->admit(QStringLiteral("D-1"));
    m_second = m_desk->admit(QStringLiteral("D-2")); // the same in everything else: the lower id comes first
    m_seat = std::make_unique<Seat>(*m_desk, m_desk->lin);
    QVERIFY(m_seat->show());
}

void TstServeNext::cleanup()
{
    m_seat.reset();
    m_desk.reset();
    m_speaking.reset();
}

void TstServeNext::refusalEndsWithTheCaseItNamed()
{
    QVERIFY(m_seat->open(m_second));
    m_seat->trigger("claim");
    QTRY_VERIFY2(isTold(QStringLiteral("the next one for you is D-1")), qPrintable(m_seat->toast()));
    m_seat->press(Qt::Key_F2);
    QTRY_VERIFY(m_seat->session.holdsOpenCase());
    QCOMPARE(m_seat->session.view()->record.header.id, m_first);
    QTRY_VERIFY(!m_seat->find<QLabel>("toastText")->isVisible()); // it is here
}

void TstServeNext::whatElseWasSaidStays()
{
    m_seat->window->say([] { return QStringLiteral("written elsewhere"); });
    m_seat->press(Qt::Key_F2);
    QTRY_VERIFY(m_seat->session.holdsOpenCase());
    QCoreApplication::processEvents();
    QVERIFY(isTold(QStringLiteral("written elsewhere")));
}

QObject *make_tst_servenext();
QObject *make_tst_servenext()
{
    return new TstServeNext;
}

#include "tst_servenext.moc"
