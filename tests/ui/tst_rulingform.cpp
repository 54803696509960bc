// SPDX-License-Identifier: GPL-3.0-or-later
#include "../../ui/ruling/rulingpanel.h"

#include <presentingdesk.h>

#include <ui/theme.h>

#include <QtGui/QWheelEvent>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QTreeWidget>

#include <algorithm>

using namespace arb;
using namespace arb::tests;
using domain::Verdict;

/// The ruling's form under the hands of a reviewer, in the width it has on the desk.
class TstRulingForm : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void verdictsByKey();
    void theShareIsAskedForWhereItIsNeeded();
    void refusedSumIsSaidAndFound();
    void keepingTheGoodsAsksWhy();
    void theWheelChangesNothing();
    void theFieldStaysInViewWhileTyping();
    void missingPartsAreLinks();
    void newEvidenceIsToldAndStandsInNobodysWay();
    void keysSayWhyTheyDoNothing();

private:
    template<typename W>
    W *find(const char *name) const
    {
        auto *widget = m_panel->findChild<W *>(QLatin1StringView(name));
        if (!widget)
            qFatal("no %s in the panel", name);
        return widget;
    }
    const domain::Ruling &draft() const { return m_presenter->draft(); }
    std::unique_ptr<PresentingDesk> m_desk;
    std::unique_ptr<presentation::RulingPresenter> m_presenter;
    std::unique_ptr<ui::RulingPanel> m_panel;
};

void TstRulingForm::init()
{
    m_desk = std::make_unique<PresentingDesk>();
    m_presenter = std::make_unique<presentation::RulingPresenter>(m_desk->session);
    m_panel = std::make_unique<ui::RulingPanel>(m_desk->session, *m_presenter);
    m_panel->resize(330, 700);
    m_panel->show();
    m_panel->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
}

void TstRulingForm::cleanup()
{
    m_panel.reset();
    m_presenter.reset();
    m_desk.reset();
}

void TstRulingForm::verdictsByKey()
{
    m_desk->hold();
    m_panel->focusFindings();
    auto *rows = find<QTreeWidget>("findings");
    QVERIFY(rows->hasFocus());
    QCOMPARE(rows->topLevelItemCount(), 1);
    QVERIFY(!rows->accessibleName().isEmpty());
    QTest::keyClick(rows, Qt::Key_Plus);
    QCOMPARE(draft().findings.constFirst().element, QStringLiteral("defect_shown"));
    QCOMPARE(draft().findings.constFirst().verdict, std::optional(Verdict::Proved));
    QTest::keyClick(rows, Qt::Key_0);
    QCOMPARE(draft().findings.constFirst().verdict, std::optional(Verdict::NotEnough));
    QTest::keyClick(rows, Qt::Key_Minus);
    QCOMPARE(draft().findings.constFirst().verdict, std::optional(Verdict::NotProved));
    QVERIFY(find<QAbstractButton>("verdict_not_proved")->isChecked());
    QVERIFY(!find<QAbstractButton>("verdict_proved")->isChecked());
    QTest::keyClick(rows, Qt::Key_Return); // to its text
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("dark"));
    QCOMPARE(draft().findings.constFirst().text, QStringLiteral("dark"));
    domain::Citation fact;
    fact.fact = QStringLiteral("/order/signedAt");
    m_panel->cite(fact);
    QCOMPARE(draft().findings.constFirst().citations, QList<domain::Citation>{fact});
    rows->setFocus();
    QTest::keyClick(rows, Qt::Key_Down); // the citation below its row
    QTest::keyClick(rows, Qt::Key_Delete);
    QVERIFY(draft().findings.constFirst().citations.isEmpty());
    QCOMPARE(draft().findings.size(), 1);
}

void TstRulingForm::theShareIsAskedForWhereItIsNeeded()
{
    m_desk->hold();
    QVERIFY(!find<QLineEdit>("share")->isVisible());
    m_presenter->addFinding(QStringLiteral("bad_share"));
    auto *rows = find<QTreeWidget>("findings");
    rows->setCurrentItem(rows->topLevelItem(1));
    auto *share = find<QLineEdit>("share");
    QVERIFY(share->isVisible());
    share->setFocus();
    QTest::keyClicks(share, QStringLiteral("9/24"));
    QCOMPARE(draft().findings.constFirst().permille, std::optional(375));
    QCOMPARE(share->text(), QStringLiteral("9/24"));
}

void TstRulingForm::refusedSumIsSaidAndFound()
{
    m_desk->hold();
    m_presenter->takeSuggestion();
    auto *amount = find<QLineEdit>("amount");
    m_panel->focusAmount();
    QTest::keyClicks(amount, QStringLiteral("20,5"));
    QVERIFY(find<QLabel>("cannotSign")->text().contains(QStringLiteral("20,5")));
    find<QPlainTextEdit>("reasonsZh")->setFocus();
    QCOMPARE(amount->text(), QStringLiteral("20,5"));
    m_panel->sign(false);
    QVERIFY(amount->hasFocus());
    QVERIFY(!m_presenter->signing());
    amount->selectAll();
    QTest::keyClicks(amount, QStringLiteral("20.5"));
    QCOMPARE(draft().refund, domain::Money(2'050)); // at once: what it leads to is on show before anybody signs
}

void TstRulingForm::keepingTheGoodsAsksWhy()
{
    m_desk->hold();
    m_panel->chooseOutcome(2);
    auto *keys = find<QMenu>("noReturnKeys");
    QTRY_VERIFY(keys->isVisible());
    QTest::keyClick(keys, Qt::Key_3);
    QCOMPARE(draft().noReturnReason, std::optional(domain::NoReturnReason::MustNotCirculate));
    QCOMPARE(draft().outcome, domain::OutcomeCode::RefundFull);
    QVERIFY(!keys->isVisible());
    m_panel->chooseOutcome(3); // answered already
    QVERIFY(!keys->isVisible());
}

void TstRulingForm::theWheelChangesNothing()
{
    ui::applyTheme(*qobject_cast<QApplication *>(QCoreApplication::instance()), ui::ThemeMode::Light); // the style keeps the wheel quiet
    m_desk->hold();
    m_presenter->takeSuggestion();
    for (const char *name : {"blame", "clause", "outboundFreight"}) {
        auto *box = find<QComboBox>(name);
        box->setFocus();
        const int before = box->currentIndex();
        QWheelEvent wheel(QPointF(5, 5), box->mapToGlobal(QPointF(5, 5)), {}, QPoint(0, -120), Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(box, &wheel);
        QCOMPARE(box->currentIndex(), before);
    }
}

void TstRulingForm::theFieldStaysInViewWhileTyping()
{
    m_desk->hold();
    m_presenter->takeSuggestion();
    m_presenter->editFinding(m_presenter->findingRows().constFirst(), [](domain::Finding &finding) {
        finding.verdict = Verdict::Proved;
        finding.citations.append(photoCitation());
    });
    QVERIFY(!find<QLabel>("consequences")->isVisible());
    m_panel->sign(false); // goes to the reasons, which are all that is missing
    auto *reasons = find<QPlainTextEdit>("reasonsZh");
    QVERIFY(reasons->hasFocus());
    QTRY_COMPARE(reasons->visibleRegion().boundingRect().height(), reasons->height());
    QTest::keyClicks(reasons, QStringLiteral("a"));
    QTRY_VERIFY(find<QLabel>("consequences")->isVisible());
    QCoreApplication::processEvents();
    QTRY_COMPARE(reasons->visibleRegion().boundingRect().height(), reasons->height());
}

void TstRulingForm::missingPartsAreLinks()
{
    m_desk->hold();
    m_panel->chooseOutcome(4);
    auto *blocked = find<QLabel>("cannotSign");
    const QString text = blocked->text();
    QCOMPARE(text.count(QStringLiteral("<a href")), m_presenter->hindrances().size());
    QVERIFY(m_presenter->hindrances().size() >= 3);
    Q_EMIT blocked->linkActivated(QString::number(m_presenter->hindrances().size() - 2));
    QVERIFY(find<QPlainTextEdit>("reasonsZh")->hasFocus());
}

void TstRulingForm::newEvidenceIsToldAndStandsInNobodysWay()
{
    const domain::CaseId id = m_desk->hold();
    auto *told = find<QLabel>("unseenExhibits");
    QVERIFY(!told->isVisible()); // what came with the case is not new
    const auto before = m_presenter->hindrances().size();
    const usecases::SupplementFile file{.id = QStringLiteral("n1"), .party = domain::Party::Merchant, .kind = domain::ExhibitKind::Image, .fileName = QStringLiteral("box.jpg"),
                                        .caption = {}, .element = {}, .path = {}, .sha256 = QByteArray(64, 'e'), .size = 9, .facts = {}};
    must(m_desk->desk.commands.supplement(m_desk->desk.as(m_desk->desk.chen), id, file), "supplement");
    QVERIFY(m_desk->open(id));
    domain::CaseCoverage known = domain::nothingOpened(m_desk->session.view()->record.file);
    m_panel->setCoverage(known);
    QTRY_VERIFY(told->isVisible());
    QVERIFY2(told->accessibleName().startsWith(QStringLiteral("1 new exhibit")), qPrintable(told->accessibleName()));
    QCOMPARE(m_presenter->hindrances().size(), before);
    QSignalSpy led(m_panel.get(), &ui::RulingPanel::citationChosen);
    Q_EMIT told->linkActivated(QStringLiteral("0"));
    QCOMPARE(led.count(), 1);
    QCOMPARE(led.at(0).at(0).value<domain::Citation>().exhibit, QStringLiteral("n1"));
    const auto open = [&known](const QString &exhibit) {
        const auto item = std::ranges::find(known.items, exhibit, &domain::CoverageItem::exhibit);
        QVERIFY(item != known.items.end());
        item->firstAt = domain::UtcMs(1000);
    };
    open(QStringLiteral("b1"));
    m_panel->setCoverage(known);
    QVERIFY(told->isVisible());
    open(QStringLiteral("n1"));
    m_panel->setCoverage(known);
    QVERIFY(!told->isVisible());
}

void TstRulingForm::keysSayWhyTheyDoNothing()
{
    QVERIFY(m_desk->open(m_desk->desk.inState(domain::DisputeState::AwaitingEvidence, QStringLiteral("D-1"))));
    QSignalSpy said(m_panel.get(), &ui::RulingPanel::said);
    m_panel->chooseOutcome(1);
    m_panel->sign(true);
    m_panel->focusAmount();
    QCOMPARE(said.count(), 3);
    QVERIFY(!m_presenter->outcomeChosen());
    for (const QList<QVariant> &sentence : said)
        QCOMPARE(sentence.constFirst().toString(), m_presenter->notHeldText());
    QVERIFY(find<QLabel>("cannotSignNow")->isVisible());
    QCOMPARE(find<QLabel>("cannotSignNow")->text(), m_presenter->notHeldText());
}

QObject *make_tst_rulingform();
QObject *make_tst_rulingform()
{
    return new TstRulingForm;
}

#include "tst_rulingform.moc"
