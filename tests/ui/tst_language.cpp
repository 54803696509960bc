// SPDX-License-Identifier: GPL-3.0-or-later
#include <presentingdesk.h>
#include "../presentation/words.h"
#include "fakeevidence.h"

#include <ui/mainwindow.h>

#include <QtCore/QRegularExpression>
#include <QtGui/QAction>
#include <QtTest/QTest>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QGroupBox>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QTabBar>

using namespace arb;
using namespace arb::tests;

/// The language is changed while each page is open: nothing that stands on screen stays in the old one. What the parties
/// wrote is in Latin letters here, so that every Chinese character on screen is the program's.
class TstLanguage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void everythingFollows_data();
    void everythingFollows();
    void personHasRoomInEitherLanguage();

private:
    domain::CaseId admit(const QString &caseNo);
    void speak(bool chinese);
    bool show(const QString &page);
    QStringList texts() const;
    QStringList strange(bool chinese) const;

    std::unique_ptr<PresentingDesk> m_desk;
    std::unique_ptr<FakeLoader> m_loader;
    std::unique_ptr<presentation::QueuePresenter> m_queue;
    std::unique_ptr<presentation::RulingPresenter> m_ruling;
    std::unique_ptr<ui::MainWindow> m_window;
    std::unique_ptr<Speaking> m_speaking;
};

void TstLanguage::init()
{
    m_desk = std::make_unique<PresentingDesk>();
    m_loader = std::make_unique<FakeLoader>();
    m_loader->pictures.insert(QByteArray(64, '1'), FakeLoader::fullPicture(numberedFrame(1)));
    m_queue = std::make_unique<presentation::QueuePresenter>(m_desk->session);
    m_ruling = std::make_unique<presentation::RulingPresenter>(m_desk->session);
    ui::WindowServices services;
    services.demo = true; // its banner and buttons are texts, too
    m_window = std::make_unique<ui::MainWindow>(m_desk->session, *m_queue, *m_ruling, *m_loader, services);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TstLanguage::cleanup()
{
    m_window.reset();
    m_ruling.reset();
    m_queue.reset();
    m_loader.reset();
    m_desk.reset();
    m_speaking.reset();
}

domain::CaseId TstLanguage::admit(const QString &caseNo)
{
    return m_desk->desk.admit(caseNo, [](domain::CaseFile &file) {
        file.order.product = QStringLiteral("Band");
        file.order.carrier = QStringLiteral("Carrier");
        file.order.signedBy = QStringLiteral("Ann");
        file.buyer.name = QStringLiteral("Ann");
        file.merchant.name = QStringLiteral("Shop");
        for (domain::OrderItem &item : file.order.items)
            item.title = QStringLiteral("Band");
        domain::Exhibit &photo = file.exhibits.first();
        photo.kind = domain::ExhibitKind::Image;
        photo.caption = QStringLiteral("photo");
        photo.sha256 = QByteArray(64, '1');
    });
}

void TstLanguage::speak(bool chinese)
{
    m_speaking.reset();
    m_speaking = std::make_unique<Speaking>(chinese);
}

/// Opens what @p page names and waits until it stands there.
bool TstLanguage::show(const QString &page)
{
    const domain::CaseId id = admit(QStringLiteral("D-1"));
    if (page == u"nothing")
        return m_window->findChild<QAction *>(QStringLiteral("approvals"))->trigger(), true;
    if (page == u"waiting")
        return m_desk->open(id);
    const auto negotiate = [this](domain::CaseId which) {
        m_desk->desk.claim(m_desk->desk.lin, which);
        return m_desk->desk.commands.startNegotiation(m_desk->desk.as(m_desk->desk.lin), which, {}).ok();
    };
    if (page == u"negotiation")
        return negotiate(id) && m_desk->open(id);
    m_desk->desk.claim(m_desk->desk.lin, id);
    if (!m_desk->open(id))
        return false;
    if (page == u"lost connection") {
        m_desk->desk.store.goOffline();
        m_desk->session.heardOffline();
        return m_window->findChild<QLabel *>(QStringLiteral("bannerText"))->isVisible();
    }
    m_ruling->takeSuggestion();
    m_ruling->edit([](domain::Ruling &ruling) {
        domain::Citation place;
        place.exhibit = QStringLiteral("b1");
        ruling.findings = {{QStringLiteral("defect_shown"), domain::Verdict::Proved, QStringLiteral("dark"), {place}}};
        ruling.reasonsZh = ruling.reasonsEn = QStringLiteral("dark");
    });
    const auto *consequences = m_window->findChild<QLabel *>(QStringLiteral("consequences"));
    if (page == u"form")
        return QTest::qWaitFor([&] { return consequences->isVisible() && !consequences->text().isEmpty(); });
    QSignalSpy done(&m_desk->session, &presentation::Session::done);
    m_ruling->sign(false);
    const auto *offer = m_window->findChild<QLabel *>(QStringLiteral("toastOffer"));
    if (!done.wait(1000) || !QTest::qWaitFor([&] { return offer->isVisible(); }))
        return false;
    if (page == u"signed") {
        if (!QTest::qWaitFor([this] { return !m_window->findChild<QLabel *>(QStringLiteral("rulingSummary"))->text().isEmpty(); }))
            return false;
        m_window->findChild<QAction *>(QStringLiteral("amount"))->trigger(); // says why it does nothing here
        return m_window->findChild<QLabel *>(QStringLiteral("toastText"))->isVisible();
    }
    m_desk->session.setActor(m_desk->desk.actor(m_desk->desk.xu));
    m_window->showReports();
    const auto *table = m_window->findChild<QAbstractItemView *>(QStringLiteral("merchantTable"));
    return QTest::qWaitFor([&] { return table->model()->rowCount() > 0; });
}

QStringList TstLanguage::texts() const
{
    QStringList texts{m_window->windowTitle()};
    for (const QWidget *widget : m_window->findChildren<QWidget *>()) {
        if (!widget->isVisible())
            continue;
        if (const auto *label = qobject_cast<const QLabel *>(widget))
            texts.append(label->text());
        else if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
            texts.append(button->text());
        else if (const auto *box = qobject_cast<const QGroupBox *>(widget))
            texts.append(box->title());
        else if (const auto *header = qobject_cast<const QHeaderView *>(widget)) {
            for (int section = 0; header->model() && section < header->count(); ++section)
                texts.append(header->model()->headerData(section, header->orientation()).toString());
        } else if (const auto *combo = qobject_cast<const QComboBox *>(widget)) {
            for (int n = 0; n < combo->count(); ++n)
                texts.append(combo->itemText(n));
        } else if (const auto *tabs = qobject_cast<const QTabBar *>(widget)) {
            for (int n = 0; n < tabs->count(); ++n)
                texts.append(tabs->tabText(n));
        }
    }
    return texts;
}

/// Texts that are not in the language of now: Chinese in English, or words of only Latin letters in Chinese.
QStringList TstLanguage::strange(bool chinese) const
{
    static const QRegularExpression tags(QStringLiteral("<[^>]*>"));
    static const QRegularExpression data(QStringLiteral("林晓|\\b(Band|Carrier|Ann|Shop|photo|dark|D-\\d|JF\\d+|b1|UTC)\\b"));
    static const QRegularExpression word(QStringLiteral("[A-Za-z]{2,}"));
    QStringList found;
    for (const QString &text : texts()) {
        QString own = text;
        own.remove(tags).remove(data);
        const bool bad = chinese ? !isChinese(own) && own.contains(word) : isChinese(own);
        if (bad)
            found.append(text);
    }
    return found;
}

void TstLanguage::everythingFollows_data()
{
    QTest::addColumn<QString>("page");
    QTest::addColumn<bool>("toChinese");
    for (const char *page : {"nothing", "waiting", "negotiation", "form", "signed", "lost connection", "reports"}) {
        QTest::addRow("%s, to Chinese", page) << QString::fromLatin1(page) << true;
        QTest::addRow("%s, to English", page) << QString::fromLatin1(page) << false;
    }
}

void TstLanguage::everythingFollows()
{
    QFETCH(QString, page);
    QFETCH(bool, toChinese);
    speak(!toChinese);
    QVERIFY(show(page));
    QVERIFY2(QTest::qWaitFor([&] { return strange(!toChinese).isEmpty(); }), qPrintable(strange(!toChinese).join(QStringLiteral(" | "))));
    speak(toChinese);
    QVERIFY2(QTest::qWaitFor([&] { return strange(toChinese).isEmpty(); }, 2000), qPrintable(strange(toChinese).join(QStringLiteral(" | "))));
}

/// "林晓 · 裁决员" is narrower than what it is called in English.
void TstLanguage::personHasRoomInEitherLanguage()
{
    speak(true);
    ui::WindowServices services;
    services.people = {m_desk->desk.lin};
    ui::MainWindow window(m_desk->session, *m_queue, *m_ruling, *m_loader, services);
    window.resize(1366, 700);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    const auto *person = window.findChild<QComboBox *>(QStringLiteral("person"));
    const auto words = [person] { return person->fontMetrics().horizontalAdvance(person->currentText()); };
    const int chinese = words();
    speak(false);
    QTRY_VERIFY(words() > chinese);
    QTRY_VERIFY2(person->width() >= words() + 12, qPrintable(QString::number(person->width())));
}

QObject *make_tst_language();
QObject *make_tst_language()
{
    return new TstLanguage;
}

#include "tst_language.moc"
