// SPDX-License-Identifier: GPL-3.0-or-later
#include "words.h"

#include <presentingdesk.h>

#include <presentation/recordwords.h>
#include <presentation/rulingpresenter.h>

#include <QtCore/QJsonDocument>

using namespace arb;
using namespace arb::presentation;
using namespace arb::tests;
using domain::Money;
using domain::Verdict;

/// The ruling while it is being written: what is kept, what refuses signing, what the findings change.
class TstRulingPresenter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<PresentingDesk>();
        m_presenter = std::make_unique<RulingPresenter>(m_desk->session);
    }

    void steadyTypingIsSaved();
    void whatIsNoSumRefusesSigning();
    void aTypedSumIsKept();
    void anOutcomeNotChosenStaysSo();
    void theSheetListsWhatTheClauseNeeds();
    void aCitationAloneProvesNothing();
    void aTextIsCitedOnce();
    void aMarkThatGoesLeavesItsPlace();
    void aCountedShareMakesTheSuggestion();
    void aFindingLeadsToAnotherSuggestion();
    void countingFollowsTheBlame();
    void untickedConductComesBack();
    void saysWhatIsMissingInTheOrderOfTheForm();
    void saysWhyNobodyWorksHere();
    void tooltipSaysWhyItStandsStill();

private:
    bool reopen() { return m_desk->open(m_desk->session.view()->record.header.id); }
    FindingRow row(const QString &element) const
    {
        for (const FindingRow &row : m_presenter->findingRows()) {
            if (row.element == element)
                return row;
        }
        return FindingRow{.element = element};
    }
    QStringList missing() const
    {
        QStringList sentences;
        for (const Hindrance &hindrance : m_presenter->hindrances())
            sentences.append(hindrance.sentence);
        return sentences;
    }
    std::unique_ptr<PresentingDesk> m_desk;
    std::unique_ptr<RulingPresenter> m_presenter;
};

void TstRulingPresenter::steadyTypingIsSaved()
{
    m_desk->hold();
    // A key at every look: there is never a pause.
    QTRY_VERIFY_WITH_TIMEOUT((m_presenter->edit([](domain::Ruling &ruling) { ruling.reasonsZh.append(u'a'); }), !m_desk->journal.written.isEmpty()), 5000);
}

void TstRulingPresenter::whatIsNoSumRefusesSigning()
{
    const Speaking english(false);
    m_desk->hold();
    m_presenter->setOutcome(domain::OutcomeCode::ReturnAndRefund);
    m_presenter->setRefundText(QStringLiteral("20,5"));
    QCOMPARE(m_presenter->draft().refund, Money(26'900));
    QCOMPARE(missing().constFirst(), QStringLiteral("the amount \"20,5\" is no sum of money"));
    QCOMPARE(m_presenter->hindrances().constFirst().place, RulingPlace::Amount);
    QVERIFY(!m_presenter->canSign());
    QVERIFY(m_presenter->consequenceLines().isEmpty()); // nobody knows them yet
    QVERIFY(reopen());
    QCOMPARE(m_presenter->refundText(), QStringLiteral("20,5")); // what is half typed survives reading the case again
    m_presenter->setRefundText(QStringLiteral("２０．５"));
    QCOMPARE(m_presenter->draft().refund, Money(2'050));
    QVERIFY(m_presenter->consequenceLines().constFirst().contains(QStringLiteral("¥20.50")));
    m_presenter->setRefundText(QStringLiteral("900"));
    QVERIFY(missing().contains(QStringLiteral("the refund must lie between nothing and the disputed sum of ¥269.00")));
    m_presenter->setRefundText(QString());
    QVERIFY(!m_presenter->refundReadable());
    m_presenter->setOutcome(domain::OutcomeCode::RejectClaim);
    QVERIFY(m_presenter->refundReadable()); // the outcome brings its own sum
}

void TstRulingPresenter::aTypedSumIsKept()
{
    const domain::CaseId id = m_desk->hold();
    m_presenter->setOutcome(domain::OutcomeCode::ReturnAndRefund);
    m_presenter->setRefundText(QStringLiteral("100"));
    QTRY_VERIFY(m_desk->journal.kept.contains(id) && m_desk->journal.kept.value(id).json.contains("\"refundFen\":10000"));
}

void TstRulingPresenter::anOutcomeNotChosenStaysSo()
{
    const domain::CaseId id = m_desk->hold();
    m_presenter->edit([](domain::Ruling &ruling) { ruling.reasonsZh = QStringLiteral("先写理由"); });
    m_presenter->cite(row(QStringLiteral("defect_shown")), photoCitation());
    QVERIFY(reopen());
    QVERIFY(!m_desk->journal.kept.value(id).json.contains("outcome"));
    QCOMPARE(m_presenter->draft().reasonsZh, QStringLiteral("先写理由"));
    QCOMPARE(m_presenter->draft().findings.size(), 1);
    QVERIFY(!m_presenter->outcomeChosen());
    m_presenter->setOutcome(domain::OutcomeCode::RejectClaim);
    QVERIFY(reopen());
    QVERIFY(m_presenter->outcomeChosen());
    QCOMPARE(m_presenter->draft().outcome, domain::OutcomeCode::RejectClaim);
}

void TstRulingPresenter::theSheetListsWhatTheClauseNeeds()
{
    m_desk->hold();
    QCOMPARE(m_presenter->findingRows().size(), 1);
    const FindingRow defect = m_presenter->findingRows().constFirst();
    QCOMPARE(defect.element, QStringLiteral("defect_shown"));
    QVERIFY(defect.needed);
    QCOMPARE(defect.finding, -1);
    m_presenter->addFinding(QString());
    QCOMPARE(m_presenter->findingRows().size(), 2);
    m_presenter->editFinding(defect, [](domain::Finding &finding) { finding.verdict = Verdict::NotEnough; });
    QCOMPARE(row(QStringLiteral("defect_shown")).finding, 1);
    m_presenter->removeFinding(1);
    QCOMPARE(row(QStringLiteral("defect_shown")).finding, -1); // the clause still needs it
    QCOMPARE(m_presenter->findingRows().size(), 2);
}

/// Its digest comes with signing, so the same message may stand there with one already; cited again it is cited anew.
void TstRulingPresenter::aMarkThatGoesLeavesItsPlace()
{
    m_desk->hold();
    domain::Citation marked, other;
    marked.exhibit = other.exhibit = QStringLiteral("b1");
    marked.frame = 2;
    marked.pts = 80'000;
    marked.region = QRect(1, 2, 30, 40);
    marked.mark = domain::MarkId(7);
    other.mark = domain::MarkId(8);
    m_presenter->cite(row(QStringLiteral("defect_shown")), marked);
    m_presenter->cite(row(QStringLiteral("defect_shown")), other);
    const domain::Ruling before = m_presenter->draft();
    m_presenter->forgetMark(domain::MarkId(9)); // of nothing that is cited
    QCOMPARE(m_presenter->draft(), before);
    m_presenter->forgetMark(domain::MarkId(7));
    marked.mark = {};
    QCOMPARE(m_presenter->draft().findings.constFirst().citations, (QList<domain::Citation>{marked, other}));
    domain::Mark there;
    there.id = other.mark;
    m_presenter->forgetMarksBut({there});
    QCOMPARE(m_presenter->draft().findings.constFirst().citations, (QList<domain::Citation>{marked, other}));
    m_presenter->forgetMarksBut({});
    other.mark = {};
    QCOMPARE(m_presenter->draft().findings.constFirst().citations, (QList<domain::Citation>{marked, other}));
}

void TstRulingPresenter::aTextIsCitedOnce()
{
    m_desk->hold();
    domain::Citation message;
    message.message = QStringLiteral("c1");
    const FindingRow defect = m_presenter->findingRows().constFirst();
    m_presenter->cite(defect, message);
    m_presenter->cite(m_presenter->findingRows().constFirst(), message);
    QCOMPARE(m_presenter->draft().findings.constFirst().citations, QList<domain::Citation>{message});
    m_presenter->edit([](domain::Ruling &ruling) { ruling.findings[0].citations[0].sha256 = QByteArray(64, 'e'); }); // sent back
    m_presenter->cite(m_presenter->findingRows().constFirst(), message);
    QCOMPARE(m_presenter->draft().findings.constFirst().citations, QList<domain::Citation>{message});
    domain::Citation scan;
    scan.logistics = 1;
    m_presenter->cite(m_presenter->findingRows().constFirst(), scan);
    QCOMPARE(m_presenter->draft().findings.constFirst().citations, (QList<domain::Citation>{message, scan}));
}

void TstRulingPresenter::aCitationAloneProvesNothing()
{
    const Speaking english(false);
    m_desk->hold();
    m_presenter->takeSuggestion();
    m_presenter->edit([](domain::Ruling &ruling) { ruling.reasonsZh = QStringLiteral("屏幕不亮"); });
    QCOMPARE(m_presenter->cite(m_presenter->findingRows().constFirst(), photoCitation()), QStringLiteral("defect_shown"));
    QVERIFY(!m_presenter->draft().findings.constFirst().verdict);
    QCOMPARE(m_presenter->cannotSignText(), QStringLiteral("Cannot sign yet: element \"The defect is shown\" is still open."));
    QCOMPARE(m_presenter->hindrances().constFirst().element, QStringLiteral("defect_shown"));
    m_presenter->editFinding(m_presenter->findingRows().constFirst(), [](domain::Finding &finding) { finding.verdict = Verdict::Proved; });
    QVERIFY2(m_presenter->canSign(), qPrintable(m_presenter->cannotSignText()));
    QSignalSpy done(&m_desk->session, &Session::done);
    m_presenter->sign(false);
    QVERIFY(done.wait(1000));
}

void TstRulingPresenter::aCountedShareMakesTheSuggestion()
{
    m_desk->hold([](domain::CaseFile &file) {
        file.category = QStringLiteral("fresh");
        file.afterSale.reason = domain::Reason::FreshFood;
        file.afterSale.type = domain::AfterSaleType::RefundShipped;
        file.afterSale.appliedAt = SmallDesk::at("2026-10-04T14:11");
    });
    QCOMPARE(m_presenter->assessment().clause, QStringLiteral("fresh_ratio"));
    QVERIFY(!m_presenter->assessment().suggestion);
    m_presenter->editFinding(row(QStringLiteral("bad_share")), [](domain::Finding &finding) { finding.verdict = Verdict::Proved; });
    QVERIFY(!m_presenter->assessment().suggestion);
    QCOMPARE(m_presenter->assessment().missing.size(), 1); // proved without its number is not concluded
    m_presenter->editFinding(row(QStringLiteral("bad_share")), [](domain::Finding &finding) { finding.permille = 375; });
    QVERIFY(m_presenter->assessment().suggestion);
    QCOMPARE(m_presenter->assessment().suggestion->refund, Money(13'450)); // half of 269.00
    QVERIFY(m_presenter->assessment().missing.isEmpty());
    m_presenter->takeSuggestion();
    QCOMPARE(m_presenter->draft().refund, Money(13'450));
}

void TstRulingPresenter::aFindingLeadsToAnotherSuggestion()
{
    m_desk->hold();
    const auto choices = m_presenter->findingChoices();
    const auto shown = std::ranges::find(choices, QStringLiteral("goods_shown"), &FindingChoice::element);
    QVERIFY(shown != choices.cend() && shown->changes);
    QCOMPARE(choices.constFirst().element, QString());
    m_presenter->addFinding(QStringLiteral("goods_shown"));
    m_presenter->editFinding(row(QStringLiteral("goods_shown")), [](domain::Finding &finding) { finding.verdict = Verdict::NotProved; });
    QCOMPARE(m_presenter->assessment().suggestion->outcome, domain::OutcomeCode::RejectClaim);
    QVERIFY(row(QStringLiteral("goods_shown")).needed);
}

void TstRulingPresenter::countingFollowsTheBlame()
{
    m_desk->hold();
    m_presenter->takeSuggestion();
    QVERIFY(m_presenter->draft().countsTowardMetrics);
    m_presenter->setBlame({.merchant = 0, .creator = 100, .platform = 0, .buyer = 0});
    QVERIFY(!m_presenter->draft().countsTowardMetrics);
    QVERIFY(m_presenter->conduct().isEmpty());
    m_presenter->setBlame({.merchant = 60, .creator = 0, .platform = 0, .buyer = 40});
    QVERIFY(m_presenter->draft().countsTowardMetrics);
}

void TstRulingPresenter::untickedConductComesBack()
{
    m_desk->hold();
    m_presenter->setOutcome(domain::OutcomeCode::Exchange);
    m_presenter->edit([](domain::Ruling &ruling) { ruling.clause = QString(); });
    const QList<domain::Conduct> liable{{domain::ConductCode::Liable, domain::Party::Merchant}};
    QCOMPARE(m_presenter->conduct(), liable); // though nothing is ticked: signing would write it
    m_presenter->setConduct(domain::ConductCode::NoAnswer, true);
    QCOMPARE(m_presenter->conduct().size(), 2);
    m_presenter->setConduct(domain::ConductCode::Liable, false);
    QCOMPARE(m_presenter->conduct(), (QList<domain::Conduct>{{domain::ConductCode::NoAnswer, domain::Party::Merchant}}));
    m_presenter->setConduct(domain::ConductCode::NoAnswer, false);
    QCOMPARE(m_presenter->conduct(), liable);
}

void TstRulingPresenter::saysWhatIsMissingInTheOrderOfTheForm()
{
    const Speaking english(false);
    m_desk->hold();
    QCOMPARE(m_presenter->cannotSignText(), QStringLiteral("Cannot sign yet: no outcome is chosen."));
    m_presenter->setOutcome(domain::OutcomeCode::RefundFull);
    QList<RulingPlace> places;
    for (const Hindrance &hindrance : m_presenter->hindrances())
        places.append(hindrance.place);
    QCOMPARE(places, (QList<RulingPlace>{RulingPlace::NoReturn, RulingPlace::Findings, RulingPlace::Findings, RulingPlace::Reasons, RulingPlace::Departure}));
}

void TstRulingPresenter::saysWhyNobodyWorksHere()
{
    const Speaking english(false);
    const domain::CaseId id = m_desk->desk.inState(domain::DisputeState::AwaitingEvidence, QStringLiteral("D-1"));
    QVERIFY(m_desk->open(id));
    QVERIFY2(m_presenter->notHeldText().contains(QStringLiteral("evidence window ends at")), qPrintable(m_presenter->notHeldText()));
    QCOMPARE(m_presenter->cannotSignText(), m_presenter->notHeldText());
    for (const domain::DisputeState state : {domain::DisputeState::Negotiating, domain::DisputeState::Closed}) {
        QVERIFY(m_desk->open(m_desk->desk.inState(state, QStringLiteral("D-%1").arg(int(state) + 10))));
        const QString why = m_presenter->notHeldText();
        QVERIFY2(why.contains(QStringLiteral("ake the next case")), qPrintable(why));
        QVERIFY2(!why.contains(QStringLiteral("Nothing was changed")), qPrintable(why)); // nobody tried to
    }
}

void TstRulingPresenter::tooltipSaysWhyItStandsStill()
{
    const Speaking chinese(true);
    const usecases::CaseRecord record = m_desk->desk.record(m_desk->desk.inState(domain::DisputeState::Suspended, QStringLiteral("D-1")));
    QCOMPARE(stateTip(record, m_desk->desk.clock.at), QStringLiteral("police，计时暂停"));
}

QObject *make_tst_rulingpresenter();
QObject *make_tst_rulingpresenter()
{
    return new TstRulingPresenter;
}

#include "tst_rulingpresenter.moc"
