// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/casefile.h>
#include <domain/codes.h>
#include <domain/desknote.h>
#include <domain/dispute.h>
#include <domain/outcomes.h>
#include <domain/ruling.h>
#include <domain/timelinerules.h>
#include <domain/viewing.h>

#include <QtCore/QFile>
#include <QtCore/QMap>
#include <QtCore/QSet>
#include <QtTest/QtTest>

using namespace arb::domain;

namespace {

struct KnownEnum
{
    QStringList codes;
    bool sound = false; ///< enum order, no doubles, both ways
    int values = 0;
};

template<typename E>
KnownEnum known(E last)
{
    KnownEnum result;
    result.sound = true;
    result.values = static_cast<int>(last) + 1;
    int expected = 0;
    for (const CodeRow<E> &row : codeTable<E>()) {
        const QString code = QString::fromLatin1(row.code);
        result.sound = result.sound && static_cast<int>(row.value) == expected++ && !result.codes.contains(code)
            && fromCode<E>(code) == row.value && toCode(row.value) == code;
        result.codes.append(code);
    }
    return result;
}

/// Every domain enum with codes, by its name and its last value: a value without a code is found by counting.
QMap<QString, KnownEnum> knownEnums()
{
    return {
        {QStringLiteral("DisputeState"), known(DisputeState::Suspended)},
        {QStringLiteral("DisputeEvent"), known(DisputeEvent::Resume)},
        {QStringLiteral("Party"), known(Party::Platform)},
        {QStringLiteral("TradeKind"), known(TradeKind::Virtual)},
        {QStringLiteral("AfterSaleType"), known(AfterSaleType::PriceProtection)},
        {QStringLiteral("Reason"), known(Reason::Other)},
        {QStringLiteral("AnswerDecision"), known(AnswerDecision::Silent)},
        {QStringLiteral("SevenDayReturn"), known(SevenDayReturn::ExcludedUnconfirmed)},
        {QStringLiteral("ExhibitKind"), known(ExhibitKind::Text)},
        {QStringLiteral("CaseFlag"), known(CaseFlag::HighValue)},
        {QStringLiteral("LinkKind"), known(LinkKind::Earlier)},
        {QStringLiteral("OutcomeCode"), known(OutcomeCode::NotAccepted)},
        {QStringLiteral("FundSource"), known(FundSource::PlatformAdvance)},
        {QStringLiteral("FreightPayer"), known(FreightPayer::Platform)},
        {QStringLiteral("NoReturnReason"), known(NoReturnReason::DifferenceOnly)},
        {QStringLiteral("Verdict"), known(Verdict::NotEnough)},
        {QStringLiteral("LegKind"), known(LegKind::Coupon)},
        {QStringLiteral("ConductCode"), known(ConductCode::Counterfeit)},
        {QStringLiteral("TaskKind"), known(TaskKind::Notice)},
        {QStringLiteral("ToneChannel"), known(ToneChannel::Luma)},
        {QStringLiteral("ViewFit"), known(ViewFit::Fill)},
        {QStringLiteral("CompareMode"), known(CompareMode::Overlay)},
        {QStringLiteral("MarkShape"), known(MarkShape::Moment)},
        {QStringLiteral("DerivedHow"), known(DerivedHow::Ocr)},
        {QStringLiteral("NoteVisibility"), known(NoteVisibility::MayBeQuoted)},
        {QStringLiteral("TimelineRule"), known(TimelineRule::FutureTime)},
    };
}

/// The words of @p line as a set, so that the order in the documents does not matter.
QSet<QString> words(const char *line)
{
    const QStringList list = QString::fromLatin1(line).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    return {list.begin(), list.end()};
}

} // namespace

class TstCodes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tablesAreSound_data();
    void tablesAreSound();
    void areThosePublished_data();
    void areThosePublished();
    void frozenCodesOnlyGrow();
    void unknownCodesAreNothing();
};

void TstCodes::tablesAreSound_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &name : knownEnums().keys())
        QTest::newRow(qPrintable(name)) << name;
}

void TstCodes::tablesAreSound()
{
    QFETCH(QString, name);
    const KnownEnum found = knownEnums().value(name);
    QVERIFY(found.sound);
    QCOMPARE(found.codes.size(), found.values);
}

/// The lists of the published formats, typed from their description.
void TstCodes::areThosePublished_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QSet<QString>>("codes");
    const auto row = [](const char *name, const char *codes) { QTest::newRow(name) << QString::fromLatin1(name) << words(codes); };
    row("TradeKind", "normal live presale custom cross_border second_hand service virtual");
    row("AfterSaleType", "return_refund refund_shipped refund_unshipped exchange resend repair price_protection");
    row("Reason", "quality_defect not_as_described wrong_item missing_item damaged not_received late_shipment seven_day_no_reason "
                  "counterfeit fresh_food gift_missing track_abnormal refused_at_door no_longer_wanted other");
    row("AnswerDecision", "agreed refused partial silent");
    row("Party", "buyer merchant creator platform");
    row("SevenDayReturn", "yes no excluded_unconfirmed");
    row("ExhibitKind", "image video chat document logistics text");
    row("CaseFlag", "regulator media injury food_safety minor high_value");
    row("LinkKind", "duplicate same_sku same_buyer earlier");
    row("OutcomeCode", "refund_full refund_partial return_and_refund exchange resend repair reject_claim not_enough_evidence not_accepted");
    row("FundSource", "order_funds reserve deposit platform_advance");
    row("FreightPayer", "buyer merchant platform");
    row("NoReturnReason", "not_received cannot_be_returned must_not_circulate agreed merchant_will_not_help difference_only");
    row("Verdict", "proved not_proved not_enough");
    row("LegKind", "refund compensation freight_refund coupon");
    row("ConductCode", "liable unfounded_refusal late_shipment no_answer late_execution false_evidence fraud_shipment counterfeit");
    row("DisputeState", "Queued Claimed AwaitingEvidence Negotiating AwaitingApproval Ruled Executing Closed Appealed Withdrawn Suspended");
}

void TstCodes::areThosePublished()
{
    QFETCH(QString, name);
    QFETCH(QSet<QString>, codes);
    const QStringList found = knownEnums().value(name).codes;
    QCOMPARE(QSet<QString>(found.begin(), found.end()), codes);
}

void TstCodes::frozenCodesOnlyGrow()
{
    QFile file(QStringLiteral(ARB_SOURCE_DIR "/tests/architecture/frozen_codes.txt"));
    QVERIFY(file.open(QIODevice::ReadOnly | QIODevice::Text));
    QMap<QString, QStringList> frozen;
    while (!file.atEnd()) {
        const QString line = QString::fromUtf8(file.readLine()).trimmed();
        if (line.isEmpty() || line.startsWith(QLatin1Char('#')))
            continue;
        const QStringList parts = line.split(QLatin1Char(' '));
        QCOMPARE(parts.size(), 2);
        frozen[parts.at(0)].append(parts.at(1));
    }
    const auto all = knownEnums();
    for (auto it = all.begin(); it != all.end(); ++it)
        QVERIFY2(frozen.value(it.key()) == it.value().codes, qPrintable(it.key()));
}

void TstCodes::unknownCodesAreNothing()
{
    QVERIFY(!fromCode<Party>(QString()));
    QVERIFY(!fromCode<Party>(QStringLiteral("Buyer")));
    QVERIFY(!fromCode<OutcomeCode>(QStringLiteral("refund_full ")));
}

QObject *make_tst_codes();
QObject *make_tst_codes()
{
    return new TstCodes;
}

#include "tst_codes.moc"
