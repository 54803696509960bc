// SPDX-License-Identifier: GPL-3.0-or-later
#include "../../app/deskwindow.h"
#include "../../app/language.h"
#include "bundlebyhand.h"
#include "demodesk.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace arb;
using namespace arb::tests;

/// `arbiter queue` prints the rows of the window, in its order. (storage.queuerows asks at random, on both engines.)
class TstQueueVerb : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void printsTheRowsOfTheWindow();
};

void TstQueueVerb::printsTheRowsOfTheWindow()
{
    DemoDesk demo;
    demo.close();
    const QTemporaryDir home;
    const QString address = QStringLiteral("sqlite:%1/arbiter.db").arg(demo.wish().dir), vault = app::demoVault(demo.wish().dir);
    app::useLanguage(QStringLiteral("en"));
    QString problem;
    const auto desk = app::DeskWindow::open(address, vault, QStringLiteral("林晓"), false, &problem);
    QVERIFY2(desk, qPrintable(problem));
    desk->start();
    presentation::QueuePresenter &queue = desk->queue();
    QTRY_VERIFY_WITH_TIMEOUT(!queue.isFilling(), 10'000);

    const auto shown = [&queue] {
        QStringList numbers;
        for (int row = 0; row < queue.model().rowCount(); ++row)
            numbers.append(queue.model().index(row, presentation::QueueModel::CaseColumn).data().toString());
        return numbers;
    };
    const auto printed = [&](const presentation::QueueChoice &choice) {
        QStringList words{QStringLiteral("--db"), address, QStringLiteral("--vault"), vault, QStringLiteral("--as"), QStringLiteral("林晓"),
                          QStringLiteral("queue"), QStringLiteral("--json"), QStringLiteral("--view"), domain::toCode(choice.view),
                          QStringLiteral("--sort"), domain::toCode(choice.sort)};
        if (!choice.filter.isEmpty())
            words += QStringList{QStringLiteral("--filter"), choice.filter};
        if (choice.descending)
            words.append(QStringLiteral("--descending"));
        const Ran ran = runArbiter(home.path(), words);
        QStringList numbers;
        for (const QByteArray &line : ran.out.split('\n')) {
            if (!line.isEmpty())
                numbers.append(QJsonDocument::fromJson(line).object().value(QLatin1StringView("caseNo")).toString());
        }
        return ran.status == 0 ? numbers : QStringList{QString::fromUtf8(ran.err)};
    };
    using usecases::QueueSort;
    using usecases::QueueView;
    const presentation::QueueChoice choices[] = {
        {QueueView::Waiting, {}, QueueSort::Rank, false},
        {QueueView::All, {}, QueueSort::CaseNo, true},
        {QueueView::All, {}, QueueSort::Merchant, false},
        {QueueView::All, QStringLiteral("amount:>=20000 state:queued"), QueueSort::Labels, true},
        {QueueView::All, QStringLiteral("手环"), QueueSort::Product, false},
        {QueueView::HighValue, {}, QueueSort::Holder, true},
    };
    QSignalSpy refreshed(&queue, &presentation::QueuePresenter::refreshed);
    for (const presentation::QueueChoice &choice : choices) {
        refreshed.clear();
        queue.choose(choice);
        QTRY_VERIFY_WITH_TIMEOUT(refreshed.count() > 0, 10'000);
        QTRY_COMPARE_WITH_TIMEOUT(shown(), printed(choice), 10'000);
        QVERIFY2(!shown().isEmpty(), qPrintable(choice.filter));
    }
}

QObject *make_tst_queueverb()
{
    return new TstQueueVerb;
}

#include "tst_queueverb.moc"
