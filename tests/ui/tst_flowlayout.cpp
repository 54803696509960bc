// SPDX-License-Identifier: GPL-3.0-or-later
#include "../../ui/queue/flowlayout.h"
#include "../../ui/viewing/filmbar.h"

#include <QtTest/QTest>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>

#include <cstdlib>

using namespace arb;

/// Widgets side by side in lines: what is lower than its line stands in the middle of it.
class TstFlowLayout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linesAreCenteredAndFollowEachOther();
    void fieldOfTheFilmBarStandsLevel();
    void badgeOfTheFilmBarMovesNothing();
};

static QWidget *fixedBox(QWidget *parent, QSize size)
{
    auto *made = new QLabel(parent);
    made->setFixedSize(size);
    made->show(); // layouts pass over what is hidden, and all is until it is shown
    return made;
}

void TstFlowLayout::linesAreCenteredAndFollowEachOther()
{
    QWidget window;
    auto *layout = new ui::FlowLayout(&window, 10);
    QWidget *low = fixedBox(&window, QSize(60, 16)), *high = fixedBox(&window, QSize(60, 30)), *second = fixedBox(&window, QSize(60, 20));
    for (QWidget *widget : {low, high, second})
        layout->addWidget(widget);
    layout->setGeometry(QRect(5, 7, 140, 100)); // room for two: 60 + 10 + 60
    QCOMPARE(low->geometry(), QRect(5, 7 + 7, 60, 16));
    QCOMPARE(high->geometry(), QRect(75, 7, 60, 30));
    QCOMPARE(second->geometry(), QRect(5, 7 + 30 + 10, 60, 20));
    QCOMPARE(layout->heightForWidth(140), 60);
}

void TstFlowLayout::fieldOfTheFilmBarStandsLevel()
{
    ui::FilmBar bar;
    bar.setWhere(QStringLiteral("0:01.000 / 0:20.000 · frame 25 / 499"));
    bar.resize(600, 40);
    bar.show();
    QVERIFY(QTest::qWaitForWindowExposed(&bar));
    const QRect field = bar.findChild<QLineEdit *>(QStringLiteral("videoPlace"))->geometry();
    const QRect where = bar.findChild<QLabel *>(QStringLiteral("videoWhere"))->geometry();
    QVERIFY(where.right() < field.left());
    QVERIFY2(std::abs(field.center().y() - where.center().y()) <= 1, qPrintable(QStringLiteral("%1 %2").arg(field.center().y()).arg(where.center().y())));
}

void TstFlowLayout::badgeOfTheFilmBarMovesNothing()
{
    ui::FilmBar bar;
    bar.setWhere(QStringLiteral("0:01.000 / 0:20.000"), QStringLiteral("frame 25 / 499"));
    bar.show();
    QVERIFY(QTest::qWaitForWindowExposed(&bar));
    const auto *badge = bar.findChild<QLabel *>(QStringLiteral("videoLeftOut"));
    const QWidget *const others[] = {bar.findChild<QWidget *>(QStringLiteral("videoWhere")), bar.findChild<QWidget *>(QStringLiteral("videoWhereFrame")),
                                     bar.findChild<QWidget *>(QStringLiteral("videoPlace"))};
    for (int width = 300; width <= 700; width += 20) {
        bar.setLeftOut(0);
        QVERIFY(!badge->isVisible());
        bar.resize(width, bar.heightForWidth(width));
        QCoreApplication::processEvents();
        const int height = bar.heightForWidth(width), least = bar.minimumSizeHint().height();
        QList<QRect> places;
        for (const QWidget *other : others)
            places.append(other->geometry());
        bar.setLeftOut(12);
        QCoreApplication::processEvents();
        QCOMPARE(bar.heightForWidth(width), height);
        QCOMPARE(bar.minimumSizeHint().height(), least);
        QVERIFY(badge->isVisible());
        QVERIFY2(bar.rect().contains(badge->geometry()), qPrintable(QString::number(width)));
        QVERIFY(badge->text().contains(QStringLiteral("12 %")));
        QVERIFY(badge->fontMetrics().horizontalAdvance(badge->text()) <= badge->width());
        for (qsizetype n = 0; n < places.size(); ++n) {
            QCOMPARE(others[n]->geometry(), places.at(n));
            QVERIFY2(badge->text() != badge->accessibleName() || !badge->geometry().intersects(places.at(n)), qPrintable(QString::number(width)));
        }
    }
    QCOMPARE(badge->text(), badge->accessibleName()); // 700 are enough for all of it
}

QObject *make_tst_flowlayout();
QObject *make_tst_flowlayout()
{
    return new TstFlowLayout;
}

#include "tst_flowlayout.moc"
