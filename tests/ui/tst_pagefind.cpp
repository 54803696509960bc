// SPDX-License-Identifier: GPL-3.0-or-later
#include "../../ui/viewing/pagefind.h"

#include <QtTest/QTest>

using namespace arb;

/// Words of a paper and where they stand: what a search marks on the page.
class TstPageFind : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void titlesSetWithBlanksAreFound();
    void partOfAWordIsAPartOfItsBox();
    void hitsGoOverTheEndOfALine();
    void neverOverlaps();
    void nothingIsFoundForNothing();

private:
    static ui::PageWord word(const QString &text, QRectF box) { return {text, box}; }
};

void TstPageFind::titlesSetWithBlanksAreFound()
{
    const QList<ui::PageWord> words{word(QStringLiteral("购"), {480, 95, 48, 56}), word(QStringLiteral("货"), {541, 95, 48, 56}),
                                    word(QStringLiteral("发票"), {601, 95, 96, 56})};
    const QList<ui::PageHit> hits = ui::findOnPage(QStringLiteral("购货 发票"), words);
    QCOMPARE(hits.size(), 1);
    QCOMPARE(hits[0].boxes, QList<QRect>{QRect(480, 95, 217, 56)});
}

void TstPageFind::partOfAWordIsAPartOfItsBox()
{
    const QList<ui::PageWord> words{word(QStringLiteral("Invoice-4711"), {100, 10, 120, 20})};
    const QList<ui::PageHit> hits = ui::findOnPage(QStringLiteral("INVOICE"), words);
    QCOMPARE(hits.size(), 1);
    QCOMPARE(hits[0].boxes, QList<QRect>{QRect(100, 10, 70, 20)}); // seven of twelve letters
}

void TstPageFind::hitsGoOverTheEndOfALine()
{
    const QList<ui::PageWord> words{word(QStringLiteral("return"), {400, 10, 60, 20}), word(QStringLiteral("and"), {10, 40, 30, 20}),
                                    word(QStringLiteral("refund"), {50, 40, 60, 20})};
    const QList<ui::PageHit> hits = ui::findOnPage(QStringLiteral("return and refund"), words);
    QCOMPARE(hits.size(), 1);
    QCOMPARE(hits[0].boxes, (QList<QRect>{QRect(400, 10, 60, 20), QRect(10, 40, 100, 20)}));
}

void TstPageFind::neverOverlaps()
{
    const QList<ui::PageWord> words{word(QStringLiteral("哈哈哈哈哈"), {0, 0, 50, 10})};
    const QList<ui::PageHit> hits = ui::findOnPage(QStringLiteral("哈哈"), words);
    QCOMPARE(hits.size(), 2);
    QCOMPARE(hits[1].boxes, QList<QRect>{QRect(20, 0, 20, 10)});
}

void TstPageFind::nothingIsFoundForNothing()
{
    const QList<ui::PageWord> words{word(QStringLiteral("a"), {0, 0, 5, 5})};
    QVERIFY(ui::findOnPage(QStringLiteral("  "), words).isEmpty());
    QVERIFY(ui::findOnPage(QStringLiteral("b"), words).isEmpty());
    QVERIFY(ui::findOnPage(QStringLiteral("a"), {}).isEmpty());
}

QObject *make_tst_pagefind();
QObject *make_tst_pagefind()
{
    return new TstPageFind;
}

#include "tst_pagefind.moc"
