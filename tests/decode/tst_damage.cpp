// SPDX-License-Identifier: GPL-3.0-or-later
#include "testfilms.h"

#include <decode/film.h>
#include <decode/filmsearch.h>

#include <QtCore/QList>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <utility>

using namespace arb;
using decode::FilmHint;

/// Bytes that were changed inside a film's pictures. The whole film is the truth: a frame that looks otherwise is damaged.
class TstDamage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void wholeFilmsAreNotDamaged_data();
    void wholeFilmsAreNotDamaged();
    void whatLooksOtherwiseIsTold_data();
    void whatLooksOtherwiseIsTold();
    void damageMakesNoOtherHint();
    void theShownFrameSaysSo();
    void whatIsMadeFromAFrameBetweenOthersSaysSoToo();
    void theOrderOfQuestionsChangesNothing_data();
    void theOrderOfQuestionsChangesNothing();

private:
    static constexpr int frames = 300, keyEvery = 100; ///< key frames 0, 100, 200; the damage lies in the second hundred
    QString path(const QString &name) const { return m_dir.filePath(name); }
    static std::vector<FilmHint> searched(const QString &file);
    /// Numbers of the frames that look otherwise than those of the whole film, or do not come.
    QList<int> changedFrames(const QString &file) const;
    bool hurt(const QString &to, int bytes) const;
    QTemporaryDir m_dir;
};

void TstDamage::initTestCase()
{
    QVERIFY(m_dir.isValid());
    tests::FilmRecipe recipe;
    recipe.frames = frames;
    recipe.codec = {QStringLiteral("-c:v"), QStringLiteral("libx264"), QStringLiteral("-preset"), QStringLiteral("fast"), QStringLiteral("-threads"),
                    QStringLiteral("1"), QStringLiteral("-g"), QString::number(keyEvery), QStringLiteral("-keyint_min"), QString::number(keyEvery),
                    QStringLiteral("-sc_threshold"), QStringLiteral("0"), QStringLiteral("-bf"), QStringLiteral("3"), QStringLiteral("-movflags"),
                    QStringLiteral("+faststart")};
    QVERIFY(tests::makeFilm(path(QStringLiteral("whole.mp4")), recipe));
    tests::FilmRecipe vp9;
    vp9.frames = frames;
    vp9.codec = {QStringLiteral("-c:v"), QStringLiteral("libvpx-vp9"), QStringLiteral("-deadline"), QStringLiteral("realtime"), QStringLiteral("-cpu-used"),
                 QStringLiteral("8"), QStringLiteral("-g"), QString::number(keyEvery)};
    QVERIFY(tests::makeFilm(path(QStringLiteral("whole.webm")), vp9));
    QVERIFY(tests::copyFilm(path(QStringLiteral("whole.mp4")), path(QStringLiteral("whole.ts"))));
    QVERIFY(hurt(path(QStringLiteral("flipped.mp4")), 3));
    QVERIFY(hurt(path(QStringLiteral("overwritten.mp4")), 700));
}

/// Three flipped bits, or @p bytes overwritten, half-way into the file: in the second of three groups of about the same size.
bool TstDamage::hurt(const QString &to, int bytes) const
{
    QFile whole(path(QStringLiteral("whole.mp4"))), file(to);
    if (!whole.open(QIODevice::ReadOnly) || !file.open(QIODevice::WriteOnly))
        return false;
    QByteArray content = whole.readAll();
    const qsizetype middle = content.size() / 2;
    for (int n = 0; n < bytes; ++n) {
        const qsizetype at = bytes > 3 ? middle + n : middle + n * 211;
        content[at] = static_cast<char>(bytes > 3 ? n * 31 : content[at] ^ 0x20);
    }
    return file.write(content) == content.size();
}

std::vector<FilmHint> TstDamage::searched(const QString &file)
{
    const tests::OpenedFile opened(file);
    auto search = decode::InterruptionSearch::open(opened.fd());
    while (search.ok()) {
        const auto done = (*search)->goOn(std::chrono::milliseconds(500));
        if (!done)
            break;
        if (*done)
            return (*search)->take();
    }
    return {FilmHint{FilmHint::Kind::Flash, -1, -1, 0, 0, 1}}; // no test expects it
}

QList<int> TstDamage::changedFrames(const QString &file) const
{
    const tests::OpenedFile whole(path(QStringLiteral("whole.mp4"))), opened(file);
    auto truth = decode::Film::open(whole.fd());
    auto film = decode::Film::open(opened.fd());
    if (!truth || !film)
        return {};
    QList<int> changed;
    for (int at = 0; at < frames; ++at) {
        const auto right = (*truth)->frameAt(at);
        const auto shown = (*film)->frameAt(at);
        qint64 apart = 0;
        if (right && shown && shown->index == at) {
            for (int y = 0; y < tests::filmHeight; ++y) {
                for (int x = 0; x < tests::filmWidth; ++x)
                    apart += std::abs(int((right->bitmap.row(y)[x] >> 8) & 0xFF) - int((shown->bitmap.row(y)[x] >> 8) & 0xFF));
            }
        } else {
            apart = INT64_MAX;
        }
        if (apart > 0)
            changed.append(at);
    }
    return changed;
}

void TstDamage::wholeFilmsAreNotDamaged_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("MP4") << QStringLiteral("whole.mp4");
    QTest::newRow("WebM") << QStringLiteral("whole.webm");
    QTest::newRow("transport stream") << QStringLiteral("whole.ts");
}

void TstDamage::wholeFilmsAreNotDamaged()
{
    QFETCH(QString, file);
    for (const FilmHint &hint : searched(path(file)))
        QVERIFY(hint.kind != FilmHint::Kind::Damaged && hint.fromUs >= 0);
    const tests::OpenedFile opened(path(file));
    auto film = decode::Film::open(opened.fd());
    QVERIFY(film.ok());
    for (const int at : {0, 299, 150, 149, 148, 20, 250}) {
        const auto frame = (*film)->frameAt(at);
        QVERIFY(frame.ok());
        QVERIFY2(!frame->damaged, qPrintable(QString::number(at)));
    }
}

void TstDamage::whatLooksOtherwiseIsTold_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("three bits") << QStringLiteral("flipped.mp4");
    QTest::newRow("seven hundred bytes") << QStringLiteral("overwritten.mp4");
}

void TstDamage::whatLooksOtherwiseIsTold()
{
    QFETCH(QString, file);
    const QList<int> changed = changedFrames(path(file));
    QVERIFY(!changed.isEmpty());
    QVERIFY(changed.constFirst() > keyEvery && changed.constLast() < 2 * keyEvery); // the damage is where it was put
    std::vector<FilmHint> damage = searched(path(file));
    std::erase_if(damage, [](const FilmHint &hint) { return hint.kind != FilmHint::Kind::Damaged; });
    QVERIFY(!damage.empty());
    for (const int at : changed) {
        const bool told = std::ranges::any_of(damage, [at](const FilmHint &hint) { return hint.beforeFrame < at && at < hint.afterFrame; });
        QVERIFY2(told, qPrintable(QString::number(at)));
    }
    QVERIFY(damage.front().beforeFrame >= keyEvery);      // the key frame before it is whole
    QCOMPARE(damage.back().afterFrame, 2 * keyEvery);     // up to the key frame that heals it
    QVERIFY(std::abs(damage.back().toUs - 2 * keyEvery * 1'000'000LL / 30) <= 1);
    QVERIFY(changed.constFirst() - damage.front().beforeFrame <= 5); // not more than the frames around it: three B-frames at a time
}

void TstDamage::damageMakesNoOtherHint()
{
    // The boxes of the number make the whole film jump here and there: outside the damage that is told as ever.
    const std::vector<FilmHint> whole = searched(path(QStringLiteral("whole.mp4")));
    for (const QString &file : {QStringLiteral("flipped.mp4"), QStringLiteral("overwritten.mp4")}) {
        const std::vector<FilmHint> hints = searched(path(file));
        const auto damage = std::ranges::find(hints, FilmHint::Kind::Damaged, &FilmHint::kind);
        QVERIFY(damage != hints.end());
        const auto isNear = [&damage](const FilmHint &hint) { return hint.afterFrame >= damage->beforeFrame && hint.beforeFrame <= damage->afterFrame; };
        QCOMPARE(std::ranges::count_if(hints, isNear), 1); // itself
        QVERIFY(std::ranges::count_if(whole, isNear) > 0);
        const auto isFarBefore = [&damage](const FilmHint &hint) { return hint.afterFrame < damage->beforeFrame - 30; };
        QCOMPARE(std::ranges::count_if(hints, isFarBefore), std::ranges::count_if(whole, isFarBefore));
    }
}

void TstDamage::theShownFrameSaysSo()
{
    const QList<int> changed = changedFrames(path(QStringLiteral("overwritten.mp4")));
    QVERIFY(!changed.isEmpty());
    const tests::OpenedFile opened(path(QStringLiteral("overwritten.mp4")));
    auto film = decode::Film::open(opened.fd());
    QVERIFY(film.ok());
    QList<int> told; // played from the key frame before it, as a person does
    for (int at = keyEvery; at < 2 * keyEvery; ++at) {
        if ((*film)->frameAt(at)->damaged)
            told.append(at);
    }
    for (const int number : changed)
        QVERIFY2(told.contains(number), qPrintable(QString::number(number)));
    QVERIFY(!(*film)->frameAt(2 * keyEvery + 5)->damaged);
    QVERIFY(!(*film)->frameAt(keyEvery)->damaged);
    QVERIFY(!(*film)->frameAt(50)->damaged);
    QVERIFY((*film)->frameAt(changed.constFirst())->damaged); // known by now
    // A jump to the end of what was made from it tells the same.
    auto jumping = decode::Film::open(opened.fd());
    QVERIFY(jumping.ok());
    QVERIFY((*jumping)->frameAt(told.constLast())->damaged);
}

/// H.264 makes frames from some of those that stand between others. Wherever in a group the damage is, once the decoder notices it no
/// frame that looks otherwise passes for whole.
void TstDamage::whatIsMadeFromAFrameBetweenOthersSaysSoToo()
{
    QFile whole(path(QStringLiteral("whole.mp4")));
    QVERIFY(whole.open(QIODevice::ReadOnly));
    const QByteArray content = whole.readAll();
    const auto pixelsOf = [](const decode::FilmFrame &frame) {
        return QByteArray(reinterpret_cast<const char *>(frame.bitmap.row(0)), qsizetype{4} * frame.bitmap.width * frame.bitmap.height);
    };
    QList<QByteArray> truth;
    const tests::OpenedFile sound(path(QStringLiteral("whole.mp4")));
    auto film = decode::Film::open(sound.fd());
    QVERIFY(film.ok());
    for (int at = 0; at < 2 * keyEvery; ++at) {
        const auto frame = (*film)->frameAt(at);
        QVERIFY(frame.ok());
        truth.append(pixelsOf(*frame));
    }
    constexpr int places = 10, bytes = 60;
    int noticed = 0;
    for (int place = 0; place < places; ++place) {
        QByteArray hurt = content;
        const qsizetype from = content.size() * (38 + 2 * place) / 100; // in the second of three groups of about the same size
        for (qsizetype at = from; at < from + bytes; ++at)
            hurt[at] = static_cast<char>(at * 31);
        QFile file(path(QStringLiteral("hurt.mp4")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(hurt), hurt.size());
        file.close();
        const tests::OpenedFile opened(path(QStringLiteral("hurt.mp4")));
        auto broken = decode::Film::open(opened.fd());
        QVERIFY(broken.ok());
        QCOMPARE((*broken)->info().ptsUs.size(), std::size_t{frames});
        bool told = false;
        QList<int> passed; // for whole, and are not
        for (int at = keyEvery - 10; at < 2 * keyEvery; ++at) {
            const auto frame = (*broken)->frameAt(at);
            if (!frame.ok() || frame->index != at || frame->damaged)
                told = true;
            else if (pixelsOf(*frame) != truth.at(at))
                passed.append(at);
        }
        noticed += told ? 1 : 0;
        QVERIFY2(!told || passed.isEmpty(), qPrintable(QStringLiteral("damage %1: %2 frames").arg(place).arg(passed.size())));
    }
    QVERIFY2(noticed >= places / 2, qPrintable(QString::number(noticed)));
}

void TstDamage::theOrderOfQuestionsChangesNothing_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<double>("at");
    QTest::addColumn<int>("bytes");
    QTest::newRow("inside a group") << QStringLiteral("whole.mp4") << 0.5 << 700;
    QTest::newRow("over a key frame") << QStringLiteral("whole.mp4") << 0.31 << 9000;
    QTest::newRow("transport stream, over a key frame") << QStringLiteral("whole.ts") << 0.31 << 9000;
    QTest::newRow("the end") << QStringLiteral("whole.mp4") << 0.9 << 6000;
}

/// Which frame stands for a place, and whether it is damaged, is a matter of the film.
void TstDamage::theOrderOfQuestionsChangesNothing()
{
    QFETCH(QString, file);
    QFETCH(double, at);
    QFETCH(int, bytes);
    QFile whole(path(file));
    QVERIFY(whole.open(QIODevice::ReadOnly));
    QByteArray content = whole.readAll();
    const auto begin = static_cast<qsizetype>(static_cast<double>(content.size()) * at);
    for (qsizetype n = begin; n < std::min(begin + bytes, content.size()); ++n)
        content[n] = static_cast<char>(n * 31);
    QFile hurtFile(path(QStringLiteral("asked-") + file));
    QVERIFY(hurtFile.open(QIODevice::WriteOnly));
    QCOMPARE(hurtFile.write(content), content.size());
    hurtFile.close();
    const tests::OpenedFile opened(hurtFile.fileName());
    const auto answer = [](decode::Film &film, int number) {
        const auto frame = film.frameAt(number);
        return frame ? std::pair(static_cast<qint64>(frame->index), frame->damaged) : std::pair(qint64{-1}, false);
    };
    auto played = decode::Film::open(opened.fd());
    QVERIFY(played.ok());
    const int count = static_cast<int>((*played)->info().ptsUs.size());
    QVERIFY(count > 200);
    QList<std::pair<qint64, bool>> answers;
    for (int number = 0; number < count; ++number)
        answers.append(answer(**played, number));
    // A transport stream loses such packets whole, before a decoder sees them.
    const bool told = std::ranges::any_of(answers, [](const auto &each) { return each.second; });
    QVERIFY(told || file.endsWith(QStringLiteral(".ts")));
    // Backwards, by leaps, and once more where all is known: as it was.
    auto backwards = decode::Film::open(opened.fd());
    auto leaping = decode::Film::open(opened.fd());
    QVERIFY(backwards.ok() && leaping.ok());
    for (int n = 0; n < count; ++n) {
        const int last = count - 1 - n, leap = n * 89 % count;
        QVERIFY2(answer(**backwards, last) == answers.at(last), qPrintable(QString::number(last)));
        QVERIFY2(answer(**leaping, leap) == answers.at(leap), qPrintable(QString::number(leap)));
    }
    for (int number = 0; number < count; number += 7)
        QVERIFY2(answer(**played, number) == answers.at(number), qPrintable(QString::number(number)));
}

QObject *make_tst_damage();
QObject *make_tst_damage()
{
    return new TstDamage;
}

#include "tst_damage.moc"
