// SPDX-License-Identifier: GPL-3.0-or-later
#include <smalldesk.h>

#include <usecases/queuefilter.h>
#include <usecases/tagwords.h>

#include <memory>

using namespace arb;
using namespace arb::tests;
using namespace arb::usecases;

/// What may be a tag, and who sets it.
class TstTags : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_desk = std::make_unique<SmallDesk>(); }

    void unfitTagsAreRefusedByName();
    void tagsOfTheDeskAreItsOwn();
    void oldTagsCanBeTakenOff();

private:
    std::unique_ptr<SmallDesk> m_desk;
};

void TstTags::unfitTagsAreRefusedByName()
{
    const domain::CaseId id = m_desk->admit();
    const auto given = [&](const QString &tag) { return m_desk->commands.tag(m_desk->as(m_desk->lin), id, {tag}, {}); };
    for (const QString &bad : {QString(), QStringLiteral("  "), QStringLiteral("two\nlines"), QStringLiteral("two\u2028lines"), QStringLiteral("a\tb"),
                               QStringLiteral("say \"so\""), QStringLiteral("hid\u200bden"), QString(41, u'x'), QString(5'000, u'x')}) {
        const auto refused = given(bad);
        QVERIFY2(!refused && refused.error().fault == CommandFault::TagUnfit, qPrintable(bad.left(50)));
        QCOMPARE(refused.error().text, bad.trimmed());
    }
    QVERIFY(m_desk->header(id).tags.isEmpty());
    QVERIFY_DONE(given(QStringLiteral("  two words ")));
    QVERIFY_DONE(given(QString(40, u'x')));
    QVERIFY_DONE(given(QStringLiteral("Needs a Specialist"))); // as the screen calls it
    QCOMPARE(m_desk->header(id).tags, QStringList({QStringLiteral("two words"), QString(40, u'x'), QStringLiteral("needs_specialist")}));
    const auto asked = parseQueueFilter(QStringLiteral("tag:\"two words\""));
    QVERIFY(asked && asked->tags == QStringList{QStringLiteral("two words")});
}

void TstTags::tagsOfTheDeskAreItsOwn()
{
    const domain::CaseId id = m_desk->admit();
    for (const char *tag : {"supervisor", "claims_too_much", "execution_overdue", "execution_failed", "buyer_did_not_return", " EXECUTION FAILED ", "执行未成功"}) {
        const QString word = QString::fromUtf8(tag);
        QCOMPARE_FAULT(m_desk->commands.tag(m_desk->as(m_desk->lin), id, {word}, {}), TagOfDesk);
        QCOMPARE_FAULT(m_desk->commands.tag(m_desk->as(m_desk->xu), id, {}, {word}), TagOfDesk);
    }
    m_desk->claim(m_desk->lin, id);
    must(m_desk->commands.handToSupervisor(m_desk->as(m_desk->lin), id, QStringLiteral("please look")), "hand over");
    QCOMPARE_FAULT(m_desk->commands.tag(m_desk->as(m_desk->lin), id, {QStringLiteral("later")}, {QStringLiteral("supervisor")}), TagOfDesk);
    QCOMPARE(m_desk->header(id).tags, QStringList{QStringLiteral("supervisor")}); // nothing of it was done
}

/// Before there were rules for them, tags could be anything.
void TstTags::oldTagsCanBeTakenOff()
{
    const QString old = QStringLiteral("say \"so\"") + QString(60, u'x');
    const auto removed = tagsToRemove({old, QStringLiteral("needs a specialist")});
    QVERIFY(removed);
    QCOMPARE(*removed, QStringList({old, QStringLiteral("needs a specialist"), QStringLiteral("needs_specialist")}));
    QCOMPARE(*tagsToRemove({QString()}), QStringList{QString()});
}

QObject *make_tst_tags();
QObject *make_tst_tags()
{
    return new TstTags;
}

#include "tst_tags.moc"
