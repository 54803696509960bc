// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/viewers.h>

#include <QtCore/QLocale>
#include <QtTest/QTest>

using namespace arb;
using ui::ShowError;

/// Why something is not shown, in words: a refusal names the limit that refused.
class TstShowErrors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void limitsAreNamed();
    void everyErrorHasWordsOfItsOwn();
};

void TstShowErrors::limitsAreNamed()
{
    const ui::EvidenceLimits limits{100'000'000, qint64{256} << 20, 2'000'000};
    QCOMPARE(ui::showErrorText(ShowError::TooLarge, limits), QStringLiteral("it is larger than the limit of 100 million pixels"));
    QCOMPARE(ui::showErrorText(ShowError::TooLarge, {2'500'000, 1, 1}), QStringLiteral("it is larger than the limit of 2.5 million pixels"));
    QCOMPARE(ui::showErrorText(ShowError::TooManyBytes, limits), QStringLiteral("its file is larger than the limit of 256 MB"));
    QCOMPARE(ui::showErrorText(ShowError::TooManyBytes, {1, 3 << 19, 1}), QStringLiteral("its file is larger than the limit of 1.5 MB"));
    QCOMPARE(ui::showErrorText(ShowError::TooManyBytes, {1, 500 << 10, 1}), QStringLiteral("its file is larger than the limit of 500 KB"));
    QCOMPARE(ui::showErrorText(ShowError::TooManyBytes, {1, 512, 1}), QStringLiteral("its file is larger than the limit of 0.5 KB"));
    QCOMPARE(ui::showErrorText(ShowError::TooManyBytes), QStringLiteral("its file is larger than the limits allow"));
    QCOMPARE(ui::showErrorText(ShowError::TooLarge), QStringLiteral("it is larger than the limits allow"));
    QCOMPARE(ui::showErrorText(ShowError::TooManyFrames, limits), QStringLiteral("it has more frames than the limit of 2,000,000"));
    QCOMPARE(ui::showErrorText(ShowError::TooMuchText, limits), QStringLiteral("it has more text than the limit of 16 MB"));
    const ui::EvidenceLimits timed{.pictureSeconds = 10, .filmSeconds = 20};
    QCOMPARE(ui::showErrorText(ShowError::TimedOut, timed), QStringLiteral("it took longer than the limit of 10 seconds"));
    QCOMPARE(ui::showErrorText(ShowError::TimedOut, timed, true), QStringLiteral("it took longer than the limit of 20 seconds"));
    QCOMPARE(ui::showErrorText(ShowError::TimedOut), QStringLiteral("it took longer than the limit allows"));
    QCOMPARE(ui::showErrorText(ShowError::SoundOnly, limits), QStringLiteral("this file holds sound, but no pictures"));
    QVERIFY(!ui::showErrorText(ShowError::NoMemory, limits).contains(QStringLiteral("pixels")));
}

void TstShowErrors::everyErrorHasWordsOfItsOwn()
{
    QStringList words;
    for (int code = int(ShowError::Missing); code <= int(ShowError::Abandoned); ++code)
        words.append(ui::showErrorText(ShowError(code), {1, 1, 1}));
    QVERIFY(!words.contains(QString()));
    QCOMPARE(words.removeDuplicates(), 0);
}

QObject *make_tst_showerrors();
QObject *make_tst_showerrors()
{
    return new TstShowErrors;
}

#include "tst_showerrors.moc"
