// SPDX-License-Identifier: GPL-3.0-or-later
#include <nastyfilters.h>
#include <presentingdesk.h>
#include "words.h"

#include <presentation/queuepresenter.h>

#include <domain/plaintext.h>

using namespace arb;
using namespace arb::presentation;
using namespace arb::tests;
using namespace arb::usecases;

/// Whatever is typed as a filter either narrows the queue or is answered by one clear sentence; the rows stay meanwhile.
class TstFilterNonsense : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void whoHoldsNothingIsNoStranger();
    void isToldOrTaken_data();
    void isToldOrTaken();
    void controlCharactersAreToldInTime();

private:
    QList<domain::CaseId> shown() const
    {
        QList<domain::CaseId> ids;
        for (int row = 0; row < m_queue->model().rowCount(); ++row)
            ids.append(m_queue->model().idAt(row));
        return ids;
    }
    /// By the store's own walk over the cases, without index or reader.
    QList<domain::CaseId> expected(const QueueFilter &filter)
    {
        QueueQuery query;
        query.filter = filter;
        query.me = m_desk->desk.lin.id;
        query.now = m_desk->desk.clock.at;
        QList<domain::CaseId> ids;
        const auto rows = m_desk->desk.store.queue(query);
        for (const CaseHeader &row : *rows)
            ids.append(row.id);
        return ids;
    }
    /// The refusal of @p line; empty when there is none.
    QString refusal(const QString &line)
    {
        QSignalSpy refused(m_queue.get(), &QueuePresenter::filterRefused);
        m_queue->setFilter(line);
        return refused.isEmpty() ? QStringLiteral("nothing was said") : refused.constLast().constFirst().toString();
    }
    static bool isClear(const QString &sentence)
    {
        for (const char *alien : {"sqlite", "fts5", "tsquery", "syntax", "near \""}) {
            if (sentence.contains(QLatin1StringView(alien), Qt::CaseInsensitive))
                return false;
        }
        return sentence.size() > 8 && sentence.size() < 300 && !domain::hasControl(sentence);
    }

    std::unique_ptr<PresentingDesk> m_desk;
    std::unique_ptr<QueuePresenter> m_queue;
};

void TstFilterNonsense::init()
{
    m_desk = std::make_unique<PresentingDesk>();
    for (int n = 1; n <= 4; ++n)
        m_desk->desk.admit(QStringLiteral("D-%1").arg(n));
    m_queue = std::make_unique<QueuePresenter>(m_desk->session);
    m_queue->start();
    QTRY_VERIFY(!m_queue->isFilling() && m_queue->model().rowCount() == 4);
}

void TstFilterNonsense::cleanup()
{
    m_queue.reset();
    m_desk.reset();
}

void TstFilterNonsense::whoHoldsNothingIsNoStranger()
{
    QSignalSpy noted(m_queue.get(), &QueuePresenter::filterRefused);
    const auto ask = [this](const QString &line) {
        QSignalSpy refreshed(m_queue.get(), &QueuePresenter::refreshed);
        m_queue->setFilter(line);
        return QTest::qWaitFor([&refreshed] { return !refreshed.isEmpty(); });
    };
    QVERIFY(ask(QStringLiteral("holder:") + m_desk->desk.chen.name));
    QVERIFY(shown().isEmpty());
    QCOMPARE(noted.constLast().constFirst().toString(), QString());
    QVERIFY(ask(QStringLiteral("reserved:Nobody")));
    QVERIFY(noted.constLast().constFirst().toString().contains(QStringLiteral("Nobody")));
    const qsizetype before = noted.size();
    m_queue->setFilter(QStringLiteral("state:asleep")); // another trouble, told instead; the choice stays
    QCOMPARE(noted.size(), before + 1);
    QVERIFY(ask(QString())); // and the next right word takes it away
    QCOMPARE(noted.constLast().constFirst().toString(), QString());
}

void TstFilterNonsense::isToldOrTaken_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("says");
    QTest::addColumn<QString>("nobody");
    int number = 0;
    for (const NastyFilter &nasty : nastyFilters())
        QTest::addRow("%d %s", ++number, qPrintable(nasty.name.simplified())) << nasty.line << nasty.says << nasty.nobody;
}

void TstFilterNonsense::isToldOrTaken()
{
    QFETCH(QString, line);
    QFETCH(QString, says);
    QFETCH(QString, nobody);
    const QList<domain::CaseId> before = shown();
    if (says.isEmpty()) {
        const Speaking chinese(true);
        QSignalSpy refreshed(m_queue.get(), &QueuePresenter::refreshed);
        QSignalSpy noted(m_queue.get(), &QueuePresenter::filterRefused);
        QCOMPARE(refusal(line), QString());
        QTRY_VERIFY(refreshed.count() > 0);
        const QString note = noted.constLast().constFirst().toString();
        QCOMPARE(note.isEmpty(), nobody.isEmpty());
        QVERIFY2(note.contains(nobody) && (note.isEmpty() || (isClear(note) && isChinese(note))), qPrintable(note));
        QVERIFY2(m_queue->trouble().isEmpty(), qPrintable(m_queue->trouble()));
        const auto filter = parseQueueFilter(line);
        QVERIFY(filter.ok());
        QCOMPARE(m_queue->choice().filter, line);
        QCOMPARE(shown(), expected(*filter));
        // Chips and saved views write the line anew: it means the same.
        const QString written = queueFilterText(*filter);
        const auto again = parseQueueFilter(written);
        QVERIFY(again.ok());
        QCOMPARE(queueFilterText(*again), written);
        QCOMPARE(expected(*again), expected(*filter));
        return;
    }
    {
        const Speaking english(false);
        const QString sentence = refusal(line);
        QVERIFY2(sentence.contains(says), qPrintable(sentence));
        QVERIFY2(isClear(sentence) && !isChinese(sentence), qPrintable(sentence));
    }
    {
        const Speaking chinese(true);
        const QString sentence = refusal(line);
        QVERIFY2(sentence.contains(says) && isChinese(sentence), qPrintable(sentence));
        QVERIFY2(isClear(sentence), qPrintable(sentence));
    }
    QCOMPARE(m_queue->choice().filter, QString());
    m_queue->refresh();
    QCoreApplication::processEvents();
    QCOMPARE(shown(), before);
    QCOMPARE(refusal(QStringLiteral("D-1")), QString()); // the next word takes it away
}

void TstFilterNonsense::controlCharactersAreToldInTime()
{
    for (const QString &line : controlFilters()) {
        {
            const Speaking english(false);
            const QString sentence = refusal(line);
            QVERIFY2(sentence.contains(QStringLiteral("control characters")) && isClear(sentence), qPrintable(sentence));
        }
        const Speaking chinese(true);
        const QString sentence = refusal(line);
        QVERIFY2(isChinese(sentence) && isClear(sentence), qPrintable(sentence));
        QCOMPARE(m_queue->choice().filter, QString()); // no database has seen it
    }
}

QObject *make_tst_filternonsense();
QObject *make_tst_filternonsense()
{
    return new TstFilterNonsense;
}

#include "tst_filternonsense.moc"
