// SPDX-License-Identifier: GPL-3.0-or-later
#include "seat.h"

#include <QtTest/QSignalSpy>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPushButton>

using namespace arb;
using namespace arb::tests;
using domain::Party;

/// Letters from the window: where a ruling in effect is read, by key and by button, and why there is none elsewhere.
class TstLetters : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<SmallDesk>();
        m_seat = std::make_unique<Seat>(*m_desk, m_desk->lin);
        m_wishes.clear();
        ui::WindowServices services;
        services.writeLetter = [this](domain::CaseId id, Party addressee, const QString &path, const std::function<void(const QString &)> &then) {
            m_wishes.append({id, addressee, path});
            then(m_problem);
        };
        m_seat->window->setServices(services);
        QVERIFY(m_seat->show());
        m_seat->window->showDesk();
    }
    void cleanup()
    {
        m_seat.reset();
        m_desk.reset();
        m_problem.clear();
    }

    void areSavedWhereTheRulingIsRead();
    void arePossibleOnlyAfterARuling();

private:
    struct Wish
    {
        domain::CaseId id;
        Party addressee;
        QString path;
    };
    QFileDialog *fileDialog() const { return m_seat->find<QFileDialog>("letterFile"); }
    /// Chooses a place in the dialog that is open.
    void choose(const QString &path)
    {
        QFileDialog *dialog = fileDialog();
        QVERIFY(dialog);
        Q_EMIT dialog->fileSelected(path);
        dialog->close();
        QTRY_VERIFY(!fileDialog());
    }

    std::unique_ptr<SmallDesk> m_desk;
    std::unique_ptr<Seat> m_seat;
    QList<Wish> m_wishes;
    QString m_problem;
};

void TstLetters::areSavedWhereTheRulingIsRead()
{
    const domain::CaseId id = m_desk->inState(domain::DisputeState::Ruled, QStringLiteral("D-1"));
    QVERIFY(m_seat->open(id));
    auto *button = m_seat->find<QPushButton>("letters");
    QTRY_VERIFY(button->isVisible());
    QCOMPARE(m_seat->find<QAction>("letterBuyer")->shortcut(), QKeySequence(QStringLiteral("G, B")));

    m_seat->trigger("letterBuyer");
    QVERIFY(fileDialog());
    QCOMPARE(fileDialog()->acceptMode(), QFileDialog::AcceptSave);
    QVERIFY2(fileDialog()->selectedFiles().value(0).endsWith(QStringLiteral("/letter-D-1-buyer.pdf")), qPrintable(fileDialog()->selectedFiles().join(u' ')));
    choose(QStringLiteral("/somewhere/a.pdf"));
    QCOMPARE(m_wishes.size(), 1);
    QVERIFY(m_wishes.at(0).id == id && m_wishes.at(0).addressee == Party::Buyer);
    QCOMPARE(m_wishes.at(0).path, QStringLiteral("/somewhere/a.pdf"));
    QCOMPARE(m_seat->toast(), QStringLiteral("Written: /somewhere/a.pdf"));

    m_problem = QStringLiteral("the folder is full");
    QCOMPARE(button->menu()->actions().size(), 2);
    button->menu()->actions().at(1)->trigger();
    QVERIFY(fileDialog());
    QVERIFY(fileDialog()->selectedFiles().value(0).endsWith(QStringLiteral("/letter-D-1-merchant.pdf")));
    choose(QStringLiteral("/somewhere/b.pdf"));
    QCOMPARE(m_wishes.size(), 2);
    QVERIFY(m_wishes.at(1).id == id && m_wishes.at(1).addressee == Party::Merchant);
    QCOMPARE(m_seat->toast(), QStringLiteral("Not written: the folder is full"));
}

void TstLetters::arePossibleOnlyAfterARuling()
{
    const domain::CaseId id = m_desk->inState(domain::DisputeState::AwaitingApproval, QStringLiteral("D-2"));
    QVERIFY(m_seat->open(id));
    QTRY_VERIFY(m_seat->find("rulingSummary")->isVisible());
    QVERIFY(!m_seat->find("letters")->isVisible());
    m_seat->trigger("letterMerchant");
    QVERIFY(!fileDialog());
    QCOMPARE(m_seat->toast(), QStringLiteral("The ruling waits for approval: there is no letter before a second person has approved it."));
}

QObject *make_tst_letters();
QObject *make_tst_letters()
{
    return new TstLetters;
}

#include "tst_letters.moc"
