// SPDX-License-Identifier: GPL-3.0-or-later
#include "../../ui/queue/queuepage.h"
#include "../presentation/words.h"
#include <presentingdesk.h>

#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QToolButton>

#include <optional>

using namespace arb;
using namespace arb::tests;

/// The fields of the queue's chips: each says what it does not understand, in the language of now, and filters by nothing
/// new meanwhile; a name may be any text, and a holder that nobody is gets a note.
class TstChipNonsense : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void sumsAndTimesAreTold_data();
    void sumsAndTimesAreTold();
    void anyNameIsTaken_data();
    void anyNameIsTaken();
    void controlCharactersAreTold();

private:
    QWidget *open(const char *chip)
    {
        m_page->findChild<QToolButton *>(QLatin1StringView(chip))->click();
        return QApplication::activePopupWidget();
    }

    std::unique_ptr<PresentingDesk> m_desk;
    std::unique_ptr<presentation::QueuePresenter> m_queue;
    std::unique_ptr<ui::QueuePage> m_page;
    std::optional<Speaking> m_speaking;
};

void TstChipNonsense::init()
{
    m_speaking.emplace(false);
    m_desk = std::make_unique<PresentingDesk>();
    m_desk->desk.admit(QStringLiteral("D-1"));
    m_queue = std::make_unique<presentation::QueuePresenter>(m_desk->session);
    m_page = std::make_unique<ui::QueuePage>(m_desk->session, *m_queue);
    m_page->resize(1366, 700);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    m_queue->start();
    QTRY_VERIFY(!m_queue->isFilling() && m_queue->model().rowCount() == 1);
}

void TstChipNonsense::cleanup()
{
    m_page.reset();
    m_queue.reset();
    m_desk.reset();
    m_speaking.reset();
}

void TstChipNonsense::sumsAndTimesAreTold_data()
{
    QTest::addColumn<QString>("chip");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("typed");
    int number = 0;
    for (const char *field : {"chipFrom", "chipTo"}) {
        for (const char *typed : {"-5", "--", "1e9", "NaN", "0x10", "1.999", "1.2.3", "'; DROP TABLE x; --", "%", "\"", "*", "99999999999999999999999", "5..10", "lots", "¥", "😀"})
            QTest::addRow("%d %s", ++number, field) << QStringLiteral("chip_amount") << QString::fromLatin1(field) << QString::fromUtf8(typed);
    }
    for (const char *typed : {"soon", "-5h", "1.5h", "24", "9999999d", "٣h", "h", "5w", "3d'; --", "%", "due:3d", "😀"})
        QTest::addRow("%d chipDue", ++number) << QStringLiteral("chip_deadline") << QStringLiteral("chipDue") << QString::fromUtf8(typed);
    QTest::addRow("%d very long", ++number) << QStringLiteral("chip_amount") << QStringLiteral("chipFrom") << QString(20'000, u'9');
    QTest::addRow("%d very long", ++number) << QStringLiteral("chip_deadline") << QStringLiteral("chipDue") << QString(20'000, u'h');
}

void TstChipNonsense::sumsAndTimesAreTold()
{
    QFETCH(QString, chip);
    QFETCH(QString, field);
    QFETCH(QString, typed);
    for (const bool chinese : {false, true}) {
        m_speaking.emplace(chinese);
        QWidget *popup = open(qPrintable(chip));
        QVERIFY(popup);
        auto *line = popup->findChild<QLineEdit *>(field);
        const auto *note = popup->findChild<QLabel *>(QStringLiteral("chipNote"));
        const auto *button = m_page->findChild<QToolButton *>(chip);
        const QString before = button->accessibleName();
        line->setText(typed);
        QVERIFY(note->isVisible());
        QCOMPARE(button->accessibleName(), before); // filters by nothing new
        QVERIFY2(note->text().contains(typed.left(20).trimmed()), qPrintable(note->text()));
        QVERIFY2(note->text().size() < 300, "the sentence holds everything that was typed");
        QCOMPARE(isChinese(note->text()), chinese);
        QCOMPARE(popup->accessibleDescription(), note->text());
        line->clear(); // what is not there filters by nothing
        QVERIFY(!note->isVisible());
        popup->close();
    }
    QTRY_COMPARE(m_queue->choice().filter, QString());
    QVERIFY(m_queue->trouble().isEmpty());
    QCOMPARE(m_queue->model().rowCount(), 1);
}

void TstChipNonsense::anyNameIsTaken_data()
{
    QTest::addColumn<QString>("chip");
    QTest::addColumn<QString>("typed");
    for (const char *chip : {"chip_merchant", "chip_buyer", "chip_holder"}) {
        int number = 0;
        for (const char *typed : {"'; DROP TABLE x; --", "%", "_", "O'Brien", "a:b", "😀", "NEAR(a b)", "*", "\\", "state:queued", "NULL", "\u202Egnp"})
            QTest::addRow("%s %d", chip, ++number) << QString::fromLatin1(chip) << QString::fromUtf8(typed);
        QTest::addRow("%s very long", chip) << QString::fromLatin1(chip) << QString(20'000, u'n');
    }
}

void TstChipNonsense::anyNameIsTaken()
{
    QFETCH(QString, chip);
    QFETCH(QString, typed);
    QWidget *popup = open(qPrintable(chip));
    QVERIFY(popup);
    popup->findChild<QLineEdit *>(QStringLiteral("chipNames"))->setText(typed);
    popup->close();
    QTRY_VERIFY(!m_queue->choice().filter.isEmpty());
    const auto filter = usecases::parseQueueFilter(m_queue->choice().filter);
    QVERIFY(filter.ok());
    const QStringList &names = chip == u"chip_merchant" ? filter->merchants : chip == u"chip_buyer" ? filter->buyers : filter->holders;
    QCOMPARE(names, QStringList{typed}); // as it was typed, and nothing else
    QVERIFY(filter->words.isEmpty() && filter->states.isEmpty());
    QTRY_COMPARE(m_queue->model().rowCount(), 0);
    QVERIFY2(m_queue->trouble().isEmpty(), qPrintable(m_queue->trouble()));
    const auto *note = m_page->findChild<QLabel *>(QStringLiteral("filterNote"));
    QCOMPARE(note->isVisible(), chip == u"chip_holder"); // merchants and buyers may have any name
    QVERIFY2(!note->isVisible() || note->text().contains(QStringLiteral("Nobody at this desk")), qPrintable(note->text()));
}

void TstChipNonsense::controlCharactersAreTold()
{
    QWidget *popup = open("chip_buyer");
    QVERIFY(popup);
    popup->findChild<QLineEdit *>(QStringLiteral("chipNames"))->setText(QString(QStringLiteral("b") + QChar(1)));
    popup->close();
    const auto *note = m_page->findChild<QLabel *>(QStringLiteral("filterNote"));
    QTRY_VERIFY(note->isVisible());
    QVERIFY2(note->text().contains(QStringLiteral("control characters")), qPrintable(note->text()));
    QCOMPARE(m_queue->choice().filter, QString());
    QCOMPARE(m_queue->model().rowCount(), 1);
}

QObject *make_tst_chipnonsense();
QObject *make_tst_chipnonsense()
{
    return new TstChipNonsense;
}

#include "tst_chipnonsense.moc"
