// SPDX-License-Identifier: GPL-3.0-or-later
#include <bubbles.h>

#include <decode/picture.h>

#include <QtCore/QFile>
#include <QtCore/QHash>
#include <QtCore/QList>
#include <QtCore/QString>
#include <QtTest/QTest>

#include <cstdint>
#include <fcntl.h>
#include <optional>
#include <unistd.h>

using namespace arb;
using decode::BubbleSide;
using read::Box;

namespace {

constexpr int screenWidth = 1080, screenHeight = 1400;
constexpr int faceSide = 108, rim = 30, bubbleX = 162; ///< a face, its distance from the edge, and where bubbles begin beside it

/// Of a painted chat: its box, its colour, and the side it is painted on.
struct Painted
{
    Box box;
    std::uint32_t color;
    BubbleSide side;
    bool hasFace = false;
};

void fill(decode::Bitmap &picture, const Box &box, std::uint32_t color)
{
    for (int y = std::max(0, box.y); y < std::min(picture.height, box.bottom()); ++y) {
        for (int x = std::max(0, box.x); x < std::min(picture.width, box.right()); ++x)
            picture.row(y)[x] = 0xFF000000U | color;
    }
}

/// Bars as dense as words, with the grey rim that letters have.
void paintWords(decode::Bitmap &picture, const Box &bubble)
{
    for (int y = bubble.y + 30; y + 40 <= bubble.bottom() - 20; y += 56) {
        for (int x = bubble.x + 30; x + 30 <= bubble.right() - 20; x += 46) {
            for (const int row : {0, 16, 32}) {
                fill(picture, {x - 1, y + row - 1, 32, 7}, 0xF8F8F8);
                fill(picture, {x, y + row, 30, 5}, 0x191919);
            }
        }
    }
}

decode::Bitmap chat(std::uint32_t page, const QList<Painted> &bubbles)
{
    decode::Bitmap picture = decode::Bitmap::make(screenWidth, screenHeight);
    fill(picture, {0, 0, screenWidth, screenHeight}, page);
    for (const Painted &one : bubbles) {
        fill(picture, one.box, one.color);
        paintWords(picture, one.box);
        if (one.hasFace)
            fill(picture, {one.side == BubbleSide::Left ? rim : screenWidth - rim - faceSide, one.box.y, faceSide, faceSide}, 0x7A9CC6);
    }
    return picture;
}

Box onLeft(int y, int width, int height = 126)
{
    return {bubbleX, y, width, height};
}

Box onRight(int y, int width, int height = 126)
{
    return {screenWidth - bubbleX - width, y, width, height};
}

/// Of the bubble that was found where @p box is; nothing: there is none.
std::optional<BubbleSide> sideAt(const read::Layout &layout, const Box &box)
{
    for (const read::Bubble &bubble : layout.bubbles) {
        const Box &found = bubble.box;
        const bool holdsMiddle = found.x <= box.x + box.width / 2 && found.right() > box.x + box.width / 2 && found.y <= box.y + box.height / 2
            && found.bottom() > box.y + box.height / 2;
        if (holdsMiddle && found.width * 10 > box.width * 9)
            return bubble.side;
    }
    return std::nullopt;
}

decode::Bitmap shot(const QString &name)
{
    const QByteArray path = QFile::encodeName(QStringLiteral(ARB_SOURCE_DIR "/tests/data/ocr/") + name);
    const int fd = ::open(path.constData(), O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return {};
    auto picture = decode::decodePicture(fd, 0, 0);
    ::close(fd);
    return picture ? std::move(picture->bitmap) : decode::Bitmap();
}

} // namespace

/// Whose the bubbles of a screenshot are. A bubble without a side is laid beside the log as words of nobody.
class TstBubbles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shippedScreenshots_data();
    void shippedScreenshots();
    void whiteBubblesOnLightPages_data();
    void whiteBubblesOnLightPages();
    void whiteBubblesOnAWallpaper();
    void wideBubblesKeepTheirSide_data();
    void wideBubblesKeepTheirSide();
    void cardsOfThePlatformHaveNoSide();
};

/// sides.tsv was made from what painted the shots: which words are the buyer's and which the shop's.
void TstBubbles::shippedScreenshots_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("sides");
    QFile list(QStringLiteral(ARB_SOURCE_DIR "/tests/data/ocr/sides.tsv"));
    QVERIFY(list.open(QIODevice::ReadOnly));
    for (const QString &row : QString::fromUtf8(list.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
        const QStringList cells = row.split(QLatin1Char('\t'));
        if (!cells.first().endsWith(QStringLiteral(".png"))) // bubbles of the small JPEG run together
            continue;
        QTest::newRow(qPrintable(cells.first())) << cells.first() << cells.at(1);
    }
}

void TstBubbles::shippedScreenshots()
{
    QFETCH(QString, name);
    QFETCH(QString, sides);
    const decode::Bitmap picture = shot(name);
    QVERIFY(picture.pixels);
    const read::Layout layout = read::findBubbles(picture);
    QString found;
    for (const read::Bubble &bubble : layout.bubbles) {
        if (bubble.box.y > picture.height - 170) // where somebody would type
            continue;
        found += QLatin1Char(bubble.side == BubbleSide::Middle ? 'M' : bubble.side == BubbleSide::Left ? 'L' : 'R');
    }
    QCOMPARE(found, sides);
}

void TstBubbles::whiteBubblesOnLightPages_data()
{
    QTest::addColumn<std::uint32_t>("page");
    QTest::newRow("ededed") << std::uint32_t{0xEDEDED};
    QTest::newRow("f0f0f0") << std::uint32_t{0xF0F0F0};
    QTest::newRow("f5f5f5") << std::uint32_t{0xF5F5F5};
}

void TstBubbles::whiteBubblesOnLightPages()
{
    QFETCH(std::uint32_t, page);
    const QList<Painted> bubbles{{onLeft(100, 600, 186), 0xFFFFFF, BubbleSide::Left, true}, {onLeft(330, 400), 0xFFFFFF, BubbleSide::Left, true},
                                 {onRight(500, 500), 0x95EC69, BubbleSide::Right, true},    {onLeft(680, 160), 0xFFFFFF, BubbleSide::Left, true},
                                 {onRight(850, 600), 0x95EC69, BubbleSide::Right, true},    {onLeft(1050, 640, 240), 0xFFFFFF, BubbleSide::Left, true}};
    const read::Layout layout = read::findBubbles(chat(page, bubbles));
    QVERIFY2(read::distance(layout.page, page) <= 1, qPrintable(QString::number(layout.page, 16)));
    QCOMPARE(layout.bubbles.size(), static_cast<std::size_t>(bubbles.size()));
    for (std::size_t n = 0; n < layout.bubbles.size(); ++n) {
        const Painted &painted = bubbles.at(static_cast<qsizetype>(n));
        QCOMPARE(static_cast<int>(layout.bubbles[n].side), static_cast<int>(painted.side));
        QVERIFY2(read::distance(layout.bubbles[n].color, painted.color) <= 1, qPrintable(QString::number(layout.bubbles[n].color, 16)));
    }
}

void TstBubbles::whiteBubblesOnAWallpaper()
{
    const QList<Painted> bubbles{{onLeft(100, 600, 186), 0xFFFFFF, BubbleSide::Left}, {onRight(330, 500), 0xD9FDD3, BubbleSide::Right},
                                 {onLeft(500, 400), 0xFFFFFF, BubbleSide::Left},      {onRight(680, 300), 0xD9FDD3, BubbleSide::Right}};
    decode::Bitmap picture = chat(0xE5DDD5, {});
    for (int y = 10; y < screenHeight; y += 90) { // small things all over, also under and beside the bubbles
        for (int x = 20 + (y % 4) * 20; x < screenWidth; x += 110)
            fill(picture, {x, y, 34, 28}, 0xD3CAC0);
    }
    for (const Painted &one : bubbles) {
        fill(picture, one.box, one.color);
        paintWords(picture, one.box);
    }
    const read::Layout layout = read::findBubbles(picture);
    for (const Painted &one : bubbles) {
        const auto side = sideAt(layout, one.box);
        QVERIFY2(side, qPrintable(QString::number(one.box.y)));
        QCOMPARE(static_cast<int>(*side), static_cast<int>(one.side));
    }
    // A photograph behind it: nothing is told apart, and that is said, so that the page is read as it is.
    for (int y = 0; y < screenHeight; ++y) {
        for (int x = 0; x < screenWidth; ++x) {
            if (picture.row(y)[x] == 0xFFE5DDD5U || picture.row(y)[x] == 0xFFD3CAC0U)
                picture.row(y)[x] = 0xFF000000U | (static_cast<std::uint32_t>(x * 200 / screenWidth) << 16) | (static_cast<std::uint32_t>(y * 200 / screenHeight) << 8) | 0x60U;
        }
    }
    QVERIFY(read::findBubbles(picture).leftOut);
}

void TstBubbles::wideBubblesKeepTheirSide_data()
{
    QTest::addColumn<bool>("faces");
    QTest::newRow("beside faces") << true;
    QTest::newRow("by the others' edge") << false;
}

/// As wide as a party's bubbles get: as much is free on the other side.
void TstBubbles::wideBubblesKeepTheirSide()
{
    QFETCH(bool, faces);
    constexpr int widest = screenWidth - 2 * bubbleX;
    QList<Painted> bubbles{{onLeft(100, widest, 186), 0xFFFFFF, BubbleSide::Left, faces}, {onRight(330, widest - 40, 186), 0x95EC69, BubbleSide::Right, faces}};
    if (!faces)
        bubbles += {{onLeft(600, 300), 0xFFFFFF, BubbleSide::Left}, {onRight(800, 300), 0x95EC69, BubbleSide::Right}};
    const read::Layout layout = read::findBubbles(chat(0xEDEDED, bubbles));
    for (const Painted &one : bubbles) {
        const auto side = sideAt(layout, one.box);
        QVERIFY(side);
        QCOMPARE(static_cast<int>(*side), static_cast<int>(one.side));
    }
}

void TstBubbles::cardsOfThePlatformHaveNoSide()
{
    constexpr int widest = screenWidth - 2 * bubbleX;
    const Painted wide{onLeft(600, widest, 126), 0xFFF3C4, BubbleSide::Middle}, narrow{{400, 800, 280, 90}, 0xD0D0D0, BubbleSide::Middle};
    const QList<Painted> bubbles{{onLeft(100, 500), 0xFFFFFF, BubbleSide::Left, true}, {onRight(330, 500), 0x95EC69, BubbleSide::Right, true}, wide, narrow};
    const read::Layout layout = read::findBubbles(chat(0xEDEDED, bubbles));
    for (const Painted &one : bubbles) {
        const auto side = sideAt(layout, one.box);
        QVERIFY(side);
        QCOMPARE(static_cast<int>(*side), static_cast<int>(one.side));
    }
}

QObject *make_tst_bubbles();
QObject *make_tst_bubbles() { return new TstBubbles; }

#include "tst_bubbles.moc"
