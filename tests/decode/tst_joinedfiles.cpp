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
    void aCutAtAJoinIsTheJoin();
    void guessesLeaveNothingCertainOut();

private:
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

void TstJoinedFiles::whatIsNotShownIsSaid_data()
{
    QTest::addColumn<QString>("suffix");
    QTest::addColumn<QStringList>("muxed");
    const QStringList fragments{QStringLiteral("-movflags"), QStringLiteral("frag_keyframe+empty_moov")};
    QTest::newRow("MP4") << QStringLiteral("mp4") << QStringList();
    QTest::newRow("MP4, head first") << QStringLiteral("mp4") << QStringList{QStringLiteral("-movflags"), QStringLiteral("faststart")};
    QTest::newRow("MP4 in fragments") << QStringLiteral("mp4") << fragments;
    QTest::newRow("MOV") << QStringLiteral("mov") << QStringList();
    QTest::newRow("Matroska") << QStringLiteral("mkv") << QStringList();
    QTest::newRow("Matroska of unknown length") << QStringLiteral("mkv") << QStringList{QStringLiteral("-live"), QStringLiteral("1")};
}

void TstJoinedFiles::whatIsNotShownIsSaid()
{
    QFETCH(QString, suffix);
    QFETCH(QStringList, muxed);
    constexpr int frames = 60;
    tests::FilmRecipe recipe;
    recipe.frames = frames;
    const QString made = path(QStringLiteral("made.mp4")), longer = path(QStringLiteral("longer.mp4"));
    const QString first = path(QStringLiteral("first.") + suffix), second = path(QStringLiteral("second.") + suffix), two = path(QStringLiteral("two.") + suffix);
    QVERIFY(tests::makeFilm(made, recipe) && tests::copyFilm(made, first, muxed));
    recipe.frames = 2 * frames; // no frame of it may come in behind those of the first
    QVERIFY(tests::makeFilm(longer, recipe) && tests::copyFilm(longer, second, muxed));
    QFile joined(two);
    QVERIFY(joined.open(QIODevice::WriteOnly));
    for (const QString &part : {first, second}) {
        QFile single(part);
        QVERIFY(single.open(QIODevice::ReadOnly));
        QVERIFY(joined.write(single.readAll()) == single.size());
    }
    QVERIFY(joined.flush());
    const tests::OpenedFile alone(first), both(two);
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
    QCOMPARE(std::ranges::count_if(hints, isUnshown), 1);
    QVERIFY(isUnshown(hints.back()));
    QCOMPARE(std::ssize(info.ptsUs), std::ptrdiff_t{frames});
    QCOMPARE(hints.back().beforeFrame, std::int64_t{frames - 1});
    QCOMPARE(hints.back().afterFrame, std::int64_t{frames - 1});
    QCOMPARE(hints.back().toUs, info.ptsUs.back());
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
