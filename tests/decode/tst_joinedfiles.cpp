// SPDX-License-Identifier: GPL-3.0-or-later
#include "testfilms.h"

#include <decode/film.h>
#include <decode/filmsearch.h>
#include <decode/wire.h>

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <vector>

using namespace arb;
using decode::FilmHint;

/// Two files put behind each other: what is not shown has to be said.
class TstJoinedFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_dir.isValid()); }
    void whatIsNotShownIsSaid_data();
    void whatIsNotShownIsSaid();
    void whatWasCutShortEndsWhereItWasCut_data();
    void whatWasCutShortEndsWhereItWasCut();
    void nothingBehindIsNothingSaid_data();
    void nothingBehindIsNothingSaid();
    void aCutAtAJoinIsTheJoin();
    void guessesLeaveNothingCertainOut();

private:
    static constexpr int frames = 60; ///< of the first; of the second twice as many
    bool makeTwo(const QString &suffix, const QStringList &muxed) const; ///< first.… and second.…
    QByteArray bytesOf(const QString &name) const;
    bool write(const QString &name, const QByteArray &bytes) const;
    QString path(const QString &name) const { return m_dir.filePath(name); }
    static std::vector<FilmHint> hintsOf(int fd);
    QTemporaryDir m_dir;
};

std::vector<FilmHint> TstJoinedFiles::hintsOf(int fd)
{
    auto search = decode::InterruptionSearch::open(fd);
    if (!search)
        return {FilmHint{}}; // no test expects it
    decode::Outcome<bool> done = false;
    while (done && !*done)
        done = (*search)->goOn(std::chrono::milliseconds(500));
    return done ? (*search)->take() : std::vector<FilmHint>{FilmHint{}};
}

bool TstJoinedFiles::makeTwo(const QString &suffix, const QStringList &muxed) const
{
    tests::FilmRecipe recipe;
    recipe.codec.replace(recipe.codec.size() - 1, suffix == QStringLiteral("avi") ? QStringLiteral("0") : QStringLiteral("3"));
    for (const bool isSecond : {false, true}) {
        recipe.frames = isSecond ? 2 * frames : frames; // no frame of it may come in behind those of the first
        const QString made = path(QStringLiteral("made.mp4")), name = isSecond ? QStringLiteral("second.") : QStringLiteral("first.");
        if (!tests::makeFilm(made, recipe) || !tests::copyFilm(made, path(name + suffix), muxed))
            return false;
    }
    return true;
}

QByteArray TstJoinedFiles::bytesOf(const QString &name) const
{
    QFile file(path(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool TstJoinedFiles::write(const QString &name, const QByteArray &bytes) const
{
    QFile file(path(name));
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.flush();
}

void TstJoinedFiles::whatIsNotShownIsSaid_data()
{
    QTest::addColumn<QString>("suffix");
    QTest::addColumn<QStringList>("muxed");
    const QStringList fragments{QStringLiteral("-movflags"), QStringLiteral("frag_keyframe+empty_moov")};
    QTest::addColumn<QByteArray>("between");
    const QString mp4 = QStringLiteral("mp4"), mov = QStringLiteral("mov"), mkv = QStringLiteral("mkv"), avi = QStringLiteral("avi");
    const QStringList headFirst{QStringLiteral("-movflags"), QStringLiteral("faststart")}, live{QStringLiteral("-live"), QStringLiteral("1")};
    const QByteArray nothing, zeros(1000, '\0'), junk(333, '\x47');
    QTest::newRow("MP4") << mp4 << QStringList() << nothing;
    QTest::newRow("MP4, head first") << mp4 << headFirst << nothing;
    QTest::newRow("MP4 in fragments") << mp4 << fragments << nothing;
    QTest::newRow("MP4, zeros between") << mp4 << QStringList() << zeros;
    QTest::newRow("MP4, head first, anything between") << mp4 << headFirst << junk;
    QTest::newRow("MOV, the second without its first part") << mov << headFirst << nothing;
    QTest::newRow("Matroska") << mkv << QStringList() << nothing;
    QTest::newRow("Matroska of unknown length") << mkv << live << nothing;
    QTest::newRow("Matroska, zeros between") << mkv << QStringList() << zeros;
    QTest::newRow("Matroska of unknown length, anything between") << mkv << live << junk;
    QTest::newRow("AVI") << avi << QStringList() << nothing;
    QTest::newRow("AVI, zeros between") << avi << QStringList() << zeros;
}

void TstJoinedFiles::whatIsNotShownIsSaid()
{
    QFETCH(QString, suffix);
    QFETCH(QStringList, muxed);
    QFETCH(QByteArray, between);
    QVERIFY(makeTwo(suffix, muxed));
    const QString first = QStringLiteral("first.") + suffix, second = QStringLiteral("second.") + suffix, two = QStringLiteral("two.") + suffix;
    const QByteArray behind = bytesOf(second);
    QVERIFY(write(two, bytesOf(first) + between + behind.mid(suffix == QStringLiteral("mov") ? behind.indexOf("moov") - 4 : 0)));
    const tests::OpenedFile alone(path(first)), both(path(two));
    const auto isUnshown = [](const FilmHint &hint) { return hint.kind == FilmHint::Kind::Unshown; };
    QVERIFY(std::ranges::none_of(hintsOf(alone.fd()), isUnshown));
    auto film = decode::Film::open(both.fd());
    QVERIFY(film.ok());
    const decode::FilmInfo &info = (*film)->info();
    const std::vector<FilmHint> hints = hintsOf(both.fd());
    for (const int at : {frames - 1, 0, frames / 2}) {
        const auto frame = (*film)->frameAt(at);
        QVERIFY(frame.ok());
        QCOMPARE(tests::frameNumberIn([&](int x, int y) { return frame->bitmap.row(y)[x]; }), at);
    }
    QVERIFY(info.holdsSecondRecording);
    QCOMPARE(std::ranges::count_if(hints, isUnshown), 1);
    QVERIFY(isUnshown(hints.back()));
    QCOMPARE(std::ssize(info.ptsUs), std::ptrdiff_t{frames});
    QCOMPARE(hints.back().beforeFrame, std::int64_t{frames - 1});
    QCOMPARE(hints.back().afterFrame, std::int64_t{frames - 1});
    QCOMPARE(hints.back().toUs, info.ptsUs.back());
}

void TstJoinedFiles::whatWasCutShortEndsWhereItWasCut_data()
{
    QTest::addColumn<QString>("suffix");
    QTest::addColumn<QStringList>("muxed");
    const QStringList none, headFirst{QStringLiteral("-movflags"), QStringLiteral("faststart")}, live{QStringLiteral("-live"), QStringLiteral("1")};
    QTest::newRow("MP4, head first") << QStringLiteral("mp4") << headFirst;
    QTest::newRow("Matroska") << QStringLiteral("mkv") << none;
    QTest::newRow("Matroska of unknown length") << QStringLiteral("mkv") << live;
    QTest::newRow("AVI") << QStringLiteral("avi") << none;
}

/// No picture of the second comes in among those of the first.
void TstJoinedFiles::whatWasCutShortEndsWhereItWasCut()
{
    QFETCH(QString, suffix);
    QFETCH(QStringList, muxed);
    QVERIFY(makeTwo(suffix, muxed));
    const QString second = QStringLiteral("second.") + suffix, two = QStringLiteral("two.") + suffix;
    const QByteArray first = bytesOf(QStringLiteral("first.") + suffix);
    for (const int percent : {50, 70, 90}) {
        QVERIFY(write(two, first.left(first.size() * percent / 100) + bytesOf(second)));
        const tests::OpenedFile both(path(two));
        auto film = decode::Film::open(both.fd());
        QVERIFY(film.ok());
        const decode::FilmInfo &info = (*film)->info();
        QVERIFY(!info.ptsUs.empty() && std::ssize(info.ptsUs) <= frames);
        for (int at = 0; at < static_cast<int>(std::ssize(info.ptsUs)); ++at) {
            const auto frame = (*film)->frameAt(at);
            if (!frame.ok() || frame->damaged)
                continue;
            const long byTime = std::lround(static_cast<double>(frame->ptsUs - info.ptsUs.front()) * 30.0 / 1e6); // some before it may be cut off
            QCOMPARE(tests::frameNumberIn([&](int x, int y) { return frame->bitmap.row(y)[x]; }), static_cast<int>(byTime));
        }
        QCOMPARE(std::ranges::count(hintsOf(both.fd()), FilmHint::Kind::Unshown, &FilmHint::kind), 1);
    }
}

void TstJoinedFiles::nothingBehindIsNothingSaid_data()
{
    QTest::addColumn<QString>("suffix");
    QTest::addColumn<QStringList>("muxed");
    QTest::addColumn<QByteArray>("behind");
    const QStringList none, headFirst{QStringLiteral("-movflags"), QStringLiteral("faststart")}, live{QStringLiteral("-live"), QStringLiteral("1")};
    const QByteArray zeros(5000, '\0'), words("ftyp moov RIFF AVI \x1A\x45\xDF\xA3 matroska, as anything may have it");
    for (const QByteArray &behind : {QByteArray(), zeros, words}) {
        QTest::addRow("MP4, %d", static_cast<int>(behind.size())) << QStringLiteral("mp4") << none << behind;
        QTest::addRow("MP4, head first, %d", static_cast<int>(behind.size())) << QStringLiteral("mp4") << headFirst << behind;
        QTest::addRow("Matroska, %d", static_cast<int>(behind.size())) << QStringLiteral("mkv") << none << behind;
        QTest::addRow("Matroska of unknown length, %d", static_cast<int>(behind.size())) << QStringLiteral("mkv") << live << behind;
        QTest::addRow("AVI, %d", static_cast<int>(behind.size())) << QStringLiteral("avi") << none << behind;
    }
}

/// Also not of one that was cut short, or that has something else behind it.
void TstJoinedFiles::nothingBehindIsNothingSaid()
{
    QFETCH(QString, suffix);
    QFETCH(QStringList, muxed);
    QFETCH(QByteArray, behind);
    QVERIFY(makeTwo(suffix, muxed));
    const QString name = QStringLiteral("odd.") + suffix;
    const QByteArray whole = bytesOf(QStringLiteral("first.") + suffix);
    const bool needsItsEnd = suffix == QStringLiteral("mp4") && muxed.isEmpty(); // where the head is
    for (const int percent : {100, needsItsEnd ? 100 : 60}) {
        QVERIFY(write(name, whole.left(whole.size() * percent / 100) + behind));
        const tests::OpenedFile one(path(name));
        const auto film = decode::Film::open(one.fd());
        QVERIFY(film.ok());
        QVERIFY(!(*film)->info().holdsSecondRecording);
        QCOMPARE(std::ranges::count(hintsOf(one.fd()), FilmHint::Kind::Unshown, &FilmHint::kind), 0);
    }
}

/// The picture jumps because another recording begins: that is one thing, not two.
void TstJoinedFiles::aCutAtAJoinIsTheJoin()
{
    using K = FilmHint::Kind;
    const FilmHint cut{K::Interruption, 960'000, 1'000'000, 24, 25, 300}, later{K::Interruption, 1'960'000, 2'000'000, 49, 50, 300};
    const FilmHint dark{K::Covered, 500'000, 1'000'000, 12, 25, 300}, join{K::Joined, 960'000, 1'000'000, 24, 25, 1000};
    const std::vector<FilmHint> hints = decode::hintsTogether({cut, later, dark}, {join});
    QVERIFY((hints == std::vector<FilmHint>{dark, join, later}));
    QVERIFY((decode::hintsTogether({cut}, {}) == std::vector<FilmHint>{cut}));
}

void TstJoinedFiles::guessesLeaveNothingCertainOut()
{
    using K = FilmHint::Kind;
    constexpr std::int64_t many = 3'000;
    std::vector<FilmHint> guessed, joins;
    for (std::int64_t n = 0; n < many; ++n) {
        guessed.push_back({K::Flash, n * 40'000, n * 40'000 + 40'000, n, n + 1, 100});
        joins.push_back({K::Joined, n * 40'000, n * 40'000 + 40'000, n, n + 1, 1000});
    }
    const FilmHint join{K::Joined, 2'990 * 40'000, 2'991 * 40'000, 2'990, 2'991, 1000}, unshown{K::Unshown, many * 40'000, many * 40'000, many, many, 1000};
    const std::vector<FilmHint> hints = decode::hintsTogether(guessed, {join, unshown});
    QCOMPARE(hints.size(), decode::wire::mostHints);
    QVERIFY(std::ranges::is_sorted(hints, {}, &FilmHint::fromUs));
    QVERIFY(hints.at(hints.size() - 2) == join && hints.back() == unshown);
    QVERIFY(hints.at(decode::wire::mostHints - 3) == guessed.at(decode::wire::mostHints - 3)); // of the guesses, the first
    joins.push_back(unshown);
    const std::vector<FilmHint> toldOnly = decode::hintsTogether(guessed, joins);
    QCOMPARE(toldOnly.size(), decode::wire::mostHints);
    QVERIFY(toldOnly.back() == unshown);
    QVERIFY(std::ranges::none_of(toldOnly, [](const FilmHint &hint) { return hint.kind == K::Flash; }));
}

QObject *make_tst_joinedfiles();
QObject *make_tst_joinedfiles()
{
    return new TstJoinedFiles;
}

#include "tst_joinedfiles.moc"
