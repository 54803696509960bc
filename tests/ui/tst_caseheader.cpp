// SPDX-License-Identifier: GPL-3.0-or-later
#include "../presentation/words.h"
#include "seat.h"

#include <ui/theme.h>

#include <optional>

using namespace arb;
using namespace arb::tests;

/// What stands above the evidence, read without seeing colours.
class TstCaseHeader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void urgencyIsSignWordAndColour();

private:
    QString due() const { return m_seat->find<QLabel>("caseDue")->text(); }
    QColor dueColor() const { return m_seat->find<QLabel>("caseDue")->palette().color(QPalette::WindowText); }
    /// The sign of that name, in that colour, stands before the words.
    bool signIs(const char *icon, const QColor &color) const
    {
        const auto *sign = m_seat->find<QLabel>("caseDueSign");
        return sign->isVisible() && sign->pixmap().toImage() == ui::themedIcon(QLatin1StringView(icon), color, 14).pixmap(14, 14).toImage();
    }
    void leave(qint64 ms) { m_seat->session.heardTime(m_desk->header(m_case).dueAt->plusMs(-ms)); }

    std::unique_ptr<SmallDesk> m_desk;
    std::unique_ptr<Seat> m_seat;
    std::optional<Speaking> m_speaking;
    domain::CaseId m_case;
};

void TstCaseHeader::init()
{
    m_speaking.emplace(false);
    m_desk = std::make_unique<SmallDesk>();
    m_case = m_desk->admit(QStringLiteral("D-1"));
    m_seat = std::make_unique<Seat>(*m_desk, m_desk->lin);
    QVERIFY(m_seat->show());
    QVERIFY(m_seat->open(m_case));
}

void TstCaseHeader::cleanup()
{
    m_seat.reset();
    m_desk.reset();
    m_speaking.reset();
}

void TstCaseHeader::urgencyIsSignWordAndColour()
{
    QVERIFY(m_desk->header(m_case).dueAt);
    const ui::Tokens &t = ui::tokensFor(m_seat->window->palette());
    leave(5 * domain::hourMs); // calm: soon begins four hours before
    QTRY_VERIFY2(signIs("clock", t.muted), qPrintable(due()));
    QVERIFY2(!due().contains(QStringLiteral("soon")), qPrintable(due()));
    leave(3 * domain::hourMs);
    QTRY_VERIFY2(due().startsWith(QStringLiteral("due soon · ")), qPrintable(due()));
    QVERIFY(signIs("alarm-clock", t.warning));
    QCOMPARE(dueColor(), t.warning);
    m_speaking.emplace(true);
    QTRY_VERIFY2(due().startsWith(QStringLiteral("即将到期 · ")), qPrintable(due()));
    m_speaking.emplace(false);
    leave(-2 * domain::hourMs);
    QTRY_VERIFY2(due().startsWith(QStringLiteral("overdue ")), qPrintable(due()));
    QVERIFY(signIs("circle-alert", t.danger));
    QCOMPARE(dueColor(), t.danger);
}

QObject *make_tst_caseheader();
QObject *make_tst_caseheader()
{
    return new TstCaseHeader;
}

#include "tst_caseheader.moc"
