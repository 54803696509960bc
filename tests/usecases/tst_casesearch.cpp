// SPDX-License-Identifier: GPL-3.0-or-later
#include <smalldesk.h>

#include <usecases/casesearch.h>
#include <usecases/readings.h>

#include <QtTest/QTest>

using namespace arb;
using namespace arb::tests;
using namespace arb::usecases;

/// Search in one case: where words stand, and what of it a machine read.
class TstCaseSearch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void findsEveryKindOfText();
    void aReadingHasItsLinesPlace();
    void textsWithAllWordsComeAlone();
    void wordsOverLinesHaveTheBubblesPlace();
    void numbersOfPersonsAreHidden();
    void whatAnotherReaderReadIsReadAnew();
    void matchesAreLookedForApart();

private:
    static QByteArray shot() { return QByteArray(64, 'c'); }
    void read(const QList<domain::ReadLine> &lines)
    {
        domain::MachineReading reading;
        reading.size = QSize(400, 800);
        reading.bubbles = {{domain::ReadBubble::Side::Left, lines}};
        QVERIFY(keepReading(m_desk->desk, shot(), QStringLiteral("r-1"), reading));
    }
    static domain::ReadLine line(const char *text, int y) { return {{{QString::fromUtf8(text), QRect(20, y, 300, 30), 92}}}; }
    CaseView view() const { return must(OpenCase(m_desk->desk)(m_desk->actor(m_desk->lin), m_case), "open"); }
    QList<CaseHit> search(const char *words) const { return searchCase(view(), {QString::fromUtf8(words)}); }

    std::unique_ptr<SmallDesk> m_desk;
    domain::CaseId m_case;
};

void TstCaseSearch::init()
{
    m_desk = std::make_unique<SmallDesk>();
    m_case = m_desk->admit(QStringLiteral("D-1"), [](domain::CaseFile &file) {
        domain::Exhibit picture = file.exhibits.constFirst();
        picture.id = QStringLiteral("b8");
        picture.kind = domain::ExhibitKind::Image;
        picture.sha256 = shot();
        picture.caption = QString::fromUtf8("聊天截图银杏");
        file.exhibits.append(picture);
        domain::ChatMessage message;
        message.id = QStringLiteral("q1");
        message.at = file.escalatedAt;
        message.text = QString::fromUtf8("银杏颜色的那款没有货");
        file.chat.append(message);
        file.notes.append({file.escalatedAt, QStringLiteral("platform"), QString::fromUtf8("客服记录：银杏款")});
        if (!file.afterSale.answers.isEmpty())
            file.afterSale.answers[0].text = QString::fromUtf8("银杏款不退");
    });
}

void TstCaseSearch::findsEveryKindOfText()
{
    read({line("你说银杏款可以退", 40)});
    QList<CaseHit::Where> kinds;
    for (const CaseHit &hit : search("银杏"))
        kinds.append(hit.where);
    using W = CaseHit::Where;
    QVERIFY(kinds.contains(W::Chat) && kinds.contains(W::Note) && kinds.contains(W::Caption));
    QCOMPARE(kinds.constFirst(), W::Chat);
    QCOMPARE(kinds.constLast(), W::Reading); // an aid comes last
    QCOMPARE(search("银杏").constFirst().place.message, QStringLiteral("q1"));
    QVERIFY(search("梧桐").isEmpty());
    QVERIFY(searchCase(view(), {}).isEmpty());
    QVERIFY(searchCase(view(), {QStringLiteral("!?")}).isEmpty());
}

void TstCaseSearch::aReadingHasItsLinesPlace()
{
    read({line("你好", 40), line("赔偿三倍", 80)});
    const QList<CaseHit> hits = search("三倍");
    QCOMPARE(hits.size(), 1);
    QVERIFY(hits.constFirst().where == CaseHit::Where::Reading);
    QCOMPARE(hits.constFirst().place.exhibit, QStringLiteral("b8"));
    QCOMPARE(hits.constFirst().place.sha256, shot());
    QCOMPARE(hits.constFirst().place.region, std::optional(QRect(20, 80, 300, 30)));
}

void TstCaseSearch::textsWithAllWordsComeAlone()
{
    read({line("银杏没有货", 40)});
    const QList<CaseHit> both = searchCase(view(), {QString::fromUtf8("银杏"), QString::fromUtf8("没有货")});
    QCOMPARE(both.size(), 2); // the message and the picture; the notes have one of the two
    const QList<CaseHit> one = searchCase(view(), {QString::fromUtf8("银杏"), QString::fromUtf8("不在这里")});
    QVERIFY(one.size() > 2);
}

void TstCaseSearch::wordsOverLinesHaveTheBubblesPlace()
{
    read({line("你说过赔偿", 40), line("三倍的", 80)});
    const QList<CaseHit> hits = search("赔偿三倍");
    QCOMPARE(hits.size(), 1);
    QCOMPARE(hits.constFirst().place.region, std::optional(QRect(20, 40, 300, 70)));
}

void TstCaseSearch::numbersOfPersonsAreHidden()
{
    read({line("打我电话13812345634", 40)});
    QCOMPARE(view().readings.size(), 1);
    QCOMPARE(view().readings.constFirst().exhibit, QStringLiteral("b8"));
    QVERIFY(search("13812345634").isEmpty());
    QCOMPARE(search("打我电话").constFirst().text, QString::fromUtf8("打我电话138******34"));
    // The program itself keeps what was read.
    QCOMPARE(keptReading(m_desk->desk, shot(), QStringLiteral("r-1"))->bubbles.constFirst().text(), QString::fromUtf8("打我电话13812345634"));
    const QList<StoredReading> stored = *m_desk->store.machineReadings(m_case);
    QCOMPARE(readingsOf(m_desk->record(m_case).file, stored, true).constFirst().reading.bubbles.constFirst().text(), QString::fromUtf8("打我电话13812345634"));
}

void TstCaseSearch::whatAnotherReaderReadIsReadAnew()
{
    QCOMPARE(keptReading(m_desk->desk, shot(), QStringLiteral("r-1")), std::nullopt);
    read({line("你好", 40)});
    QVERIFY(keptReading(m_desk->desk, shot(), QStringLiteral("r-1")));
    QCOMPARE(keptReading(m_desk->desk, shot(), QStringLiteral("r-2")), std::nullopt);
    QVERIFY(keepReading(m_desk->desk, QByteArray(64, '9'), QStringLiteral("r-1"), {})); // of no case: not kept, and no error
    QCOMPARE(keptReading(m_desk->desk, QByteArray(64, '9'), QStringLiteral("r-1")), std::nullopt);
    m_desk->store.failWrites(StoreError::ReadOnly);
    QVERIFY(!keepReading(m_desk->desk, shot(), QStringLiteral("r-1"), {}));
}

void TstCaseSearch::matchesAreLookedForApart()
{
    read({line("银杏颜色的那款没有货", 40)});
    const CaseView opened = view();
    QVERIFY(!opened.readings.constFirst().matches); // a long log would keep whoever opens the case waiting
    const CaseReading laid = matched(opened.readings.constFirst(), opened.record.file.chat);
    QCOMPARE(laid.matches->size(), 1);
    QVERIFY(laid.matches->constFirst().kind == domain::TranscriptMatch::Kind::Found);
    QCOMPARE(laid.matches->constFirst().message, QStringLiteral("q1"));
}

QObject *make_tst_casesearch();
QObject *make_tst_casesearch()
{
    return new TstCaseSearch;
}

#include "tst_casesearch.moc"
