// SPDX-License-Identifier: GPL-3.0-or-later
#include "decodedesk.h"

#include "../decode/labelledtakes.h"
#include "../decode/testfilms.h"

#include <media/filmreader.h>
#include <media/filmsearch.h>
#include <media/inspector.h>

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtGui/QImage>
#include <QtGui/QPainter>
#include <QtTest/QTest>

#include <algorithm>
#include <cstdlib>

#include <sys/resource.h>

#include <BitMatrix.h>
#include <MultiFormatWriter.h>

using namespace arb;
using domain::FilmHint;
using domain::FoundCode;
using media::MediaError;
using media::Protection;

/// Searches through the real helper with all locks on, on files as parties hand them in; and through helpers that lie.
class TstFilmSearch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void codesAreReadFromPictures_data();
    void codesAreReadFromPictures();
    void theSameLabelTwiceIsRead();
    void labelsFarAwayAreRead();
    void mirroredQrCodesAreRead();
    void picturesWithoutCodesHaveNone();
    void codesAreReadFromFilms();
    void encodedCutsAreFound();
    void brokenSoundIsTold();
    void lateSoundIsTold_data();
    void lateSoundIsTold();
    void wholeSoundIsNot();
    void secondRecordingIsToldWhateverTheSoundDoes();
    void progressIsHeardAndLeavingEnds();
    void picturesHaveNoInterruptions();
    void damageIsToldThroughTheHelper();
    void onlyWhatNobodyWaitsForStandsBack();
    void noLieIsBelieved_data();
    void noLieIsBelieved();
    void strangeTextsAreMadePlain();

private:
    QString path(const QString &name) const { return m_dir.filePath(name); }
    static QImage label(ZXing::BarcodeFormat format, const std::string &text, QSize size);
    QTemporaryDir m_dir;
};

/// A code on a grey desk, its upper left corner at 200, 100.
QImage TstFilmSearch::label(ZXing::BarcodeFormat format, const std::string &text, QSize size)
{
    const ZXing::BitMatrix bits = ZXing::MultiFormatWriter(format).setMargin(10).encode(text, size.width(), size.height());
    QImage code(bits.width(), bits.height(), QImage::Format_RGB32);
    for (int y = 0; y < bits.height(); ++y) {
        for (int x = 0; x < bits.width(); ++x)
            code.setPixel(x, y, bits.get(x, y) ? qRgb(20, 20, 20) : qRgb(240, 240, 240));
    }
    QImage desk(1280, 720, QImage::Format_RGB32);
    desk.fill(QColor(120, 130, 120));
    QPainter(&desk).drawImage(200, 100, code);
    return desk;
}

void TstFilmSearch::initTestCase()
{
    QVERIFY(m_dir.isValid());
    QVERIFY(label(ZXing::BarcodeFormat::Code128, "SF1234567890123", {600, 150}).save(path(QStringLiteral("bars.png"))));
    QVERIFY(label(ZXing::BarcodeFormat::QRCode, "https://example.org/t?no=SF1234567890123", {300, 300}).save(path(QStringLiteral("qr.jpg")), "JPG", 80));
    QImage empty(640, 480, QImage::Format_RGB32);
    empty.fill(Qt::gray);
    QVERIFY(empty.save(path(QStringLiteral("empty.png"))));
}

void TstFilmSearch::codesAreReadFromPictures_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("rung");
    QTest::addColumn<int>("symbology");
    QTest::addColumn<QString>("text");
    for (const Protection rung : {Protection::Process, Protection::Filter, Protection::Landlock, Protection::Namespaces}) {
        QTest::addRow("Code 128, rung %d", int(rung)) << QStringLiteral("bars.png") << int(rung) << int(FoundCode::Symbology::Code128) << QStringLiteral("SF1234567890123");
        QTest::addRow("QR, rung %d", int(rung)) << QStringLiteral("qr.jpg") << int(rung) << int(FoundCode::Symbology::Qr)
                                                << QStringLiteral("https://example.org/t?no=SF1234567890123");
    }
}

void TstFilmSearch::codesAreReadFromPictures()
{
    QFETCH(QString, name);
    QFETCH(int, rung);
    QFETCH(int, symbology);
    QFETCH(QString, text);
    const media::DecodeService service(tests::realDecoder(Protection(rung)));
    const tests::OpenedFile file(path(name));
    const auto codes = media::findCodes(service, QStringLiteral("case/buyer"), file.fd());
    QVERIFY2(codes.ok(), codes.ok() ? "" : qPrintable(QString::number(int(codes.error()))));
    QCOMPARE(codes->size(), 1);
    const FoundCode &code = codes->constFirst();
    QCOMPARE(code.text, text);
    QCOMPARE(int(code.symbology), symbology);
    QVERIFY(QRect(200, 100, 620, 320).contains(code.region));
    QVERIFY(code.region.width() > 150);
}

void TstFilmSearch::theSameLabelTwiceIsRead()
{
    // Carriers print their number twice; the library's own way to read several codes ends the process over it.
    QImage desk = label(ZXing::BarcodeFormat::Code128, "SF1234567890123", {600, 120});
    const QImage again = desk.copy(200, 100, 600, 120);
    QPainter(&desk).drawImage(300, 400, again);
    QPainter(&desk).drawImage(900, 30, label(ZXing::BarcodeFormat::QRCode, "two", {200, 200}).copy(200, 100, 200, 200));
    QVERIFY(desk.save(path(QStringLiteral("twice.png"))));
    const media::DecodeService service(tests::realDecoder());
    const tests::OpenedFile file(path(QStringLiteral("twice.png")));
    const auto codes = media::findCodes(service, QStringLiteral("case/buyer"), file.fd());
    QVERIFY2(codes.ok(), codes.ok() ? "" : qPrintable(QString::number(int(codes.error()))));
    QStringList texts;
    for (const FoundCode &code : *codes)
        texts.append(code.text);
    texts.sort();
    QCOMPARE(texts, QStringList({QStringLiteral("SF1234567890123"), QStringLiteral("two")}));
}

/// Bars one and a half pixels wide, in a picture and in a film.
void TstFilmSearch::labelsFarAwayAreRead()
{
    const QImage desk = label(ZXing::BarcodeFormat::Code128, "SF1234567890123", {600, 150});
    QVERIFY(desk.scaled(desk.size() / 2, Qt::IgnoreAspectRatio, Qt::SmoothTransformation).save(path(QStringLiteral("far.png"))));
    QVERIFY(tests::runTool(QStringLiteral("ffmpeg"),
                           {QStringLiteral("-v"), QStringLiteral("error"), QStringLiteral("-y"), QStringLiteral("-loop"), QStringLiteral("1"), QStringLiteral("-t"),
                            QStringLiteral("1"), QStringLiteral("-i"), path(QStringLiteral("far.png")), QStringLiteral("-c:v"), QStringLiteral("libx264"),
                            QStringLiteral("-qp"), QStringLiteral("4"), QStringLiteral("-pix_fmt"), QStringLiteral("yuv420p"), path(QStringLiteral("far.mp4"))}));
    const media::DecodeService service(tests::realDecoder());
    for (const QString &name : {QStringLiteral("far.png"), QStringLiteral("far.mp4")}) {
        const tests::OpenedFile file(path(name));
        const auto codes = media::findCodes(service, QStringLiteral("case/buyer"), file.fd());
        QVERIFY2(codes.ok(), qPrintable(name));
        QVERIFY2(codes->size() == 1, qPrintable(name));
        QCOMPARE(codes->constFirst().text, QStringLiteral("SF1234567890123"));
        QVERIFY(QRect(100, 50, 310, 85).contains(codes->constFirst().region)); // in pixels of the file
    }
}

/// As selfie cameras store them, in a picture and in a film; the code stands where it is in the file's own picture.
void TstFilmSearch::mirroredQrCodesAreRead()
{
    const QString text = QStringLiteral("https://example.org/t?no=SF1234567890123"); // the library by itself reads it from one side only
    const QImage desk = label(ZXing::BarcodeFormat::QRCode, text.toStdString(), {300, 300});
    QVERIFY(desk.save(path(QStringLiteral("asitis.png"))));
    QVERIFY(desk.mirrored(true, false).save(path(QStringLiteral("selfie.png"))));
    QVERIFY(
        tests::runTool(QStringLiteral("ffmpeg"),
                       {QStringLiteral("-v"), QStringLiteral("error"), QStringLiteral("-y"), QStringLiteral("-loop"), QStringLiteral("1"),
                        QStringLiteral("-t"), QStringLiteral("2"), QStringLiteral("-i"), path(QStringLiteral("selfie.png")),
                        QStringLiteral("-c:v"), QStringLiteral("libx264"), QStringLiteral("-qp"), QStringLiteral("4"),
                        QStringLiteral("-pix_fmt"), QStringLiteral("yuv420p"), path(QStringLiteral("selfie.mp4"))}));
    QVERIFY(tests::showFilmBy(path(QStringLiteral("selfie.mp4")), path(QStringLiteral("turnedback.mp4")), -1, 0, 0, 1));
    const media::DecodeService service(tests::realDecoder());
    const tests::OpenedFile asItIs(path(QStringLiteral("asitis.png")));
    const auto direct = media::findCodes(service, QStringLiteral("case/buyer"), asItIs.fd());
    QVERIFY(direct.ok());
    QCOMPARE(direct->size(), 1);
    const QRect upright = direct->constFirst().region;
    QVERIFY(QRect(200, 100, 300, 300).contains(upright)); // not the same distance from any two edges
    const QRect reflected(1280 - upright.x() - upright.width(), upright.y(), upright.width(), upright.height());
    for (const QString &name : {QStringLiteral("selfie.png"), QStringLiteral("selfie.mp4"), QStringLiteral("turnedback.mp4")}) {
        const tests::OpenedFile file(path(name));
        const auto codes = media::findCodes(service, QStringLiteral("case/buyer"), file.fd());
        QVERIFY2(codes.ok(), qPrintable(name));
        QVERIFY2(codes->size() == 1, qPrintable(name));
        const FoundCode &code = codes->constFirst();
        QCOMPARE(code.text, text);
        QCOMPARE(int(code.symbology), int(FoundCode::Symbology::Qr));
        const QRect &expected = name.startsWith(QLatin1String("turnedback")) ? upright : reflected;
        constexpr int about = 3;
        QVERIFY2(expected.adjusted(-about, -about, about, about).contains(code.region)
                     && code.region.adjusted(-about, -about, about, about).contains(expected),
                 qPrintable(name));
        if (name.endsWith(QLatin1String(".mp4"))) {
            QCOMPARE(code.frame, 0);
            QVERIFY2(code.lastUs > 1'500'000, qPrintable(name)); // followed to the end, and told once
        }
    }
}

void TstFilmSearch::picturesWithoutCodesHaveNone()
{
    const media::DecodeService service(tests::realDecoder());
    const tests::OpenedFile file(path(QStringLiteral("empty.png")));
    const auto codes = media::findCodes(service, QStringLiteral("case/buyer"), file.fd());
    QVERIFY(codes.ok());
    QVERIFY(codes->isEmpty());
}

void TstFilmSearch::codesAreReadFromFilms()
{
    // Two seconds of an empty desk, then two with the label.
    QImage desk(1280, 720, QImage::Format_RGB32);
    desk.fill(QColor(120, 130, 120));
    QVERIFY(desk.save(path(QStringLiteral("desk.png"))));
    const QString film = path(QStringLiteral("label.mp4"));
    QVERIFY(tests::runTool(QStringLiteral("ffmpeg"),
                           {QStringLiteral("-v"), QStringLiteral("error"), QStringLiteral("-y"), QStringLiteral("-loop"), QStringLiteral("1"), QStringLiteral("-t"),
                            QStringLiteral("2"), QStringLiteral("-i"), path(QStringLiteral("desk.png")), QStringLiteral("-loop"), QStringLiteral("1"),
                            QStringLiteral("-t"), QStringLiteral("2"), QStringLiteral("-i"), path(QStringLiteral("bars.png")), QStringLiteral("-filter_complex"),
                            QStringLiteral("[0:v]fps=25,format=yuv420p[a];[1:v]fps=25,format=yuv420p[b];[a][b]concat=n=2:v=1[v]"), QStringLiteral("-map"), QStringLiteral("[v]"), QStringLiteral("-c:v"), QStringLiteral("libx264"),
                            film}));
    const media::DecodeService service(tests::realDecoder());
    const tests::OpenedFile file(film);
    const auto codes = media::findCodes(service, QStringLiteral("case/buyer"), file.fd());
    QVERIFY(codes.ok());
    QCOMPARE(codes->size(), 1); // seen many times, told once
    const FoundCode &code = codes->constFirst();
    QCOMPARE(code.text, QStringLiteral("SF1234567890123"));
    QVERIFY2(code.ptsUs >= 2'000'000 && code.ptsUs <= 2'600'000, qPrintable(QString::number(code.ptsUs)));
    QVERIFY(code.frame >= 50 && code.frame <= 65);
    QVERIFY(code.lastUs > code.ptsUs + 1'000'000);
    QVERIFY(QRect(200, 100, 620, 320).contains(code.region));

    // To be shown mirrored: the code stands where it is in the upright picture.
    const QString mirrored = path(QStringLiteral("mirrored.mp4"));
    QVERIFY(tests::showFilmBy(film, mirrored, -1, 0, 0, 1));
    const tests::OpenedFile other(mirrored);
    const auto there = media::findCodes(service, QStringLiteral("case/buyer"), other.fd());
    QVERIFY(there.ok());
    QCOMPARE(there->size(), 1);
    QCOMPARE(there->constFirst().text, code.text);
    const QRect &region = there->constFirst().region;
    QCOMPARE(region, QRect(1280 - code.region.x() - code.region.width(), code.region.y(), code.region.width(), code.region.height()));
}

void TstFilmSearch::encodedCutsAreFound()
{
    tests::TakeScore sum;
    const media::DecodeService service(tests::realDecoder());
    for (const int number : {1, 3, 5, 9, 11, 13}) {
        const tests::LabelledTake take = tests::makeTake(number);
        QFile raw(path(QStringLiteral("take.raw")));
        QVERIFY(raw.open(QIODevice::WriteOnly));
        constexpr int scale = 4;
        for (int frame = 0; frame < static_cast<int>(take.frames.size()); ++frame) {
            const std::vector<std::uint8_t> large = tests::drawLarge(take, frame, scale);
            QCOMPARE(raw.write(reinterpret_cast<const char *>(large.data()), static_cast<qint64>(large.size())), static_cast<qint64>(large.size()));
        }
        raw.close();
        const QString film = path(QStringLiteral("take.mp4"));
        QVERIFY(tests::runTool(QStringLiteral("ffmpeg"),
                               {QStringLiteral("-v"), QStringLiteral("error"), QStringLiteral("-y"), QStringLiteral("-f"), QStringLiteral("rawvideo"),
                                QStringLiteral("-pix_fmt"), QStringLiteral("gray"), QStringLiteral("-s"), QStringLiteral("384x216"), QStringLiteral("-r"),
                                QStringLiteral("30"), QStringLiteral("-i"), raw.fileName(), QStringLiteral("-c:v"), QStringLiteral("libx264"),
                                QStringLiteral("-threads"), QStringLiteral("1"), QStringLiteral("-b:v"), QStringLiteral("250k"), QStringLiteral("-pix_fmt"), QStringLiteral("yuv420p"), film}));
        const tests::OpenedFile file(film);
        const auto found = media::findInterruptions(service, QStringLiteral("case/buyer"), file.fd());
        QVERIFY(found.ok());
        std::vector<decode::FilmHint> hints;
        for (const FilmHint &hint : *found)
            hints.push_back({static_cast<decode::FilmHint::Kind>(hint.kind), hint.fromUs, hint.toUs, hint.beforeFrame, hint.afterFrame, hint.strength});
        tests::score(take, hints, sum);
    }
    qInfo("encoded at 250 kbit/s: %d of %d cuts found, %d false", sum.allFound(), sum.allCuts(), sum.allFalse());
    QVERIFY(sum.allCuts() >= 8);
    QVERIFY(sum.allFound() * 8 > sum.allCuts() * 6);
    QVERIFY(sum.allFalse() * 8 < sum.allCuts() * 3);
}

void TstFilmSearch::brokenSoundIsTold()
{
    // One second of sound, then none, under three seconds of pictures.
    const QString film = path(QStringLiteral("broken.mp4"));
    QVERIFY(tests::runTool(QStringLiteral("ffmpeg"), {QStringLiteral("-v"), QStringLiteral("error"), QStringLiteral("-y"), QStringLiteral("-f"), QStringLiteral("lavfi"),
                                                      QStringLiteral("-i"), QStringLiteral("testsrc2=s=320x180:r=25:d=4"), QStringLiteral("-f"), QStringLiteral("lavfi"),
                                                      QStringLiteral("-i"), QStringLiteral("sine=f=440:d=1"), QStringLiteral("-c:v"), QStringLiteral("libx264"),
                                                      QStringLiteral("-pix_fmt"), QStringLiteral("yuv420p"), QStringLiteral("-c:a"), QStringLiteral("aac"), film}));
    const media::DecodeService service(tests::realDecoder());
    const tests::OpenedFile file(film);
    const auto found = media::findInterruptions(service, QStringLiteral("case/buyer"), file.fd());
    QVERIFY(found.ok());
    const auto hint = std::ranges::find(*found, FilmHint::Kind::SoundBreak, &FilmHint::kind);
    QVERIFY(hint != found->end());
    QVERIFY2(std::abs(hint->fromUs - 1'000'000) < 100'000, qPrintable(QString::number(hint->fromUs)));
    QCOMPARE(hint->afterFrame, 99);
}

void TstFilmSearch::lateSoundIsTold_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("late");
    QTest::addColumn<bool>("told");
    QTest::newRow("1.5 s, Matroska") << QStringLiteral("late.mkv") << QStringLiteral("1.5") << true;
    QTest::newRow("1.5 s, MP4") << QStringLiteral("late.mp4") << QStringLiteral("1.5") << true;
    QTest::newRow("half a second") << QStringLiteral("nearly.mkv") << QStringLiteral("0.5") << false;
}

void TstFilmSearch::lateSoundIsTold()
{
    QFETCH(QString, name);
    QFETCH(QString, late);
    QFETCH(bool, told);
    QVERIFY(tests::runTool(QStringLiteral("ffmpeg"), {QStringLiteral("-v"), QStringLiteral("error"), QStringLiteral("-y"), QStringLiteral("-f"), QStringLiteral("lavfi"),
                                                      QStringLiteral("-i"), QStringLiteral("testsrc2=s=320x180:r=25:d=3"), QStringLiteral("-itsoffset"), late,
                                                      QStringLiteral("-f"), QStringLiteral("lavfi"), QStringLiteral("-i"), QStringLiteral("sine=f=440:d=%1").arg(3.0 - late.toDouble()),
                                                      QStringLiteral("-c:v"), QStringLiteral("libx264"), QStringLiteral("-bf"), QStringLiteral("0"),
                                                      QStringLiteral("-pix_fmt"), QStringLiteral("yuv420p"), QStringLiteral("-c:a"), QStringLiteral("aac"), path(name)}));
    const media::DecodeService service(tests::realDecoder());
    const tests::OpenedFile file(path(name));
    const auto found = media::findInterruptions(service, QStringLiteral("case/buyer"), file.fd());
    QVERIFY(found.ok());
    QCOMPARE(int(std::ranges::count(*found, FilmHint::Kind::SoundBreak, &FilmHint::kind)), told ? 1 : 0);
    if (!told)
        return;
    const auto hint = std::ranges::find(*found, FilmHint::Kind::SoundBreak, &FilmHint::kind);
    QCOMPARE(hint->beforeFrame, 0);
    QVERIFY2(std::abs(hint->toUs - hint->fromUs - 1'500'000) < 100'000, qPrintable(QString::number(hint->toUs - hint->fromUs)));
    QVERIFY2(std::abs(hint->afterFrame - 37) <= 2, qPrintable(QString::number(hint->afterFrame)));
}

void TstFilmSearch::wholeSoundIsNot()
{
    tests::FilmRecipe recipe;
    recipe.frames = 90;
    recipe.sound = true;
    QVERIFY(tests::makeFilm(path(QStringLiteral("sound.mp4")), recipe));
    const media::DecodeService service(tests::realDecoder());
    const tests::OpenedFile file(path(QStringLiteral("sound.mp4")));
    const auto found = media::findInterruptions(service, QStringLiteral("case/buyer"), file.fd());
    QVERIFY(found.ok());
    QVERIFY(std::ranges::find(*found, FilmHint::Kind::SoundBreak, &FilmHint::kind) == found->end());
    QVERIFY(std::ranges::find(*found, FilmHint::Kind::MissingFrames, &FilmHint::kind) == found->end());
}

/// Sound that goes on behind the last picture has its hints there, and they have to stay in order.
void TstFilmSearch::secondRecordingIsToldWhateverTheSoundDoes()
{
    const QString one = path(QStringLiteral("holed.mkv")), two = path(QStringLiteral("twice.mkv"));
    QVERIFY(tests::runTool(QStringLiteral("ffmpeg"), {QStringLiteral("-v"), QStringLiteral("error"), QStringLiteral("-y"), QStringLiteral("-f"), QStringLiteral("lavfi"),
                                                      QStringLiteral("-i"), QStringLiteral("testsrc2=s=320x180:r=25:d=1"), QStringLiteral("-f"), QStringLiteral("lavfi"),
                                                      QStringLiteral("-i"), QStringLiteral("sine=f=440:d=5"), QStringLiteral("-af"), QStringLiteral("aselect='lt(t,1.5)+gt(t,4)'"),
                                                      QStringLiteral("-c:v"), QStringLiteral("libx264"), QStringLiteral("-pix_fmt"), QStringLiteral("yuv420p"),
                                                      QStringLiteral("-c:a"), QStringLiteral("aac"), one}));
    QFile single(one), joined(two);
    QVERIFY(single.open(QIODevice::ReadOnly) && joined.open(QIODevice::WriteOnly));
    const QByteArray bytes = single.readAll();
    QVERIFY(joined.write(bytes + bytes) == 2 * bytes.size() && joined.flush());
    const media::DecodeService service(tests::realDecoder());
    const tests::OpenedFile file(two);
    const auto found = media::findInterruptions(service, QStringLiteral("case/buyer"), file.fd());
    QVERIFY(found.ok());
    const auto unshown = std::ranges::find(*found, FilmHint::Kind::Unshown, &FilmHint::kind);
    const auto silence = std::ranges::find(*found, FilmHint::Kind::SoundBreak, &FilmHint::kind);
    QVERIFY(unshown != found->end() && silence != found->end());
    QVERIFY(silence->fromUs > unshown->fromUs); // or this is no test
    QVERIFY(std::ranges::is_sorted(*found, {}, &FilmHint::fromUs));
    QVERIFY(media::FileInspector(service).inspect(file.fd(), domain::ExhibitKind::Video).value(QStringLiteral("secondRecording")).toBool());
    const tests::OpenedFile alone(one);
    QVERIFY(!media::FileInspector(service).inspect(alone.fd(), domain::ExhibitKind::Video).contains(QStringLiteral("secondRecording")));
}

void TstFilmSearch::progressIsHeardAndLeavingEnds()
{
    tests::FilmRecipe recipe;
    recipe.frames = 6'000; // more than one slice of half a second
    QVERIFY(tests::makeFilm(path(QStringLiteral("long.mp4")), recipe));
    const media::DecodeService service(tests::realDecoder());
    const tests::OpenedFile file(path(QStringLiteral("long.mp4")));
    QList<int> heard;
    const auto found = media::findInterruptions(
        service, QStringLiteral("case/buyer"), file.fd(), [&heard] { return !heard.isEmpty(); }, [&heard](int permille) { heard.append(permille); });
    QCOMPARE(heard.size(), 1);
    QVERIFY(heard.constFirst() > 0 && heard.constFirst() < 1000);
    QVERIFY(!found.ok());
    QCOMPARE(int(found.error()), int(MediaError::Abandoned));
}

void TstFilmSearch::picturesHaveNoInterruptions()
{
    const media::DecodeService service(tests::realDecoder());
    const tests::OpenedFile file(path(QStringLiteral("empty.png")));
    const auto found = media::findInterruptions(service, QStringLiteral("case/buyer"), file.fd());
    QVERIFY(!found.ok());
    QCOMPARE(int(found.error()), int(MediaError::UnknownFormat));
}

void TstFilmSearch::damageIsToldThroughTheHelper()
{
    tests::FilmRecipe recipe;
    recipe.frames = 300;
    recipe.codec = {QStringLiteral("-c:v"), QStringLiteral("libx264"), QStringLiteral("-threads"), QStringLiteral("1"), QStringLiteral("-g"), QStringLiteral("100"),
                    QStringLiteral("-keyint_min"), QStringLiteral("100"), QStringLiteral("-sc_threshold"), QStringLiteral("0"), QStringLiteral("-bf"), QStringLiteral("0"),
                    QStringLiteral("-movflags"), QStringLiteral("+faststart")}; // each frame is made from the one before, up to a key frame
    QVERIFY(tests::makeFilm(path(QStringLiteral("whole.mp4")), recipe));
    QFile whole(path(QStringLiteral("whole.mp4"))), hurt(path(QStringLiteral("hurt.mp4")));
    QVERIFY(whole.open(QIODevice::ReadOnly) && hurt.open(QIODevice::WriteOnly));
    QByteArray bytes = whole.readAll();
    for (qsizetype n = 0; n < 700; ++n) // in the second of three groups of frames
        bytes[bytes.size() / 2 + n] = static_cast<char>(n * 31);
    QCOMPARE(hurt.write(bytes), bytes.size());
    hurt.close();
    const media::DecodeService service(tests::realDecoder());
    const tests::OpenedFile file(hurt.fileName());
    const auto found = media::findInterruptions(service, QStringLiteral("case/buyer"), file.fd());
    QVERIFY(found.ok());
    const auto damage = std::ranges::find(*found, FilmHint::Kind::Damaged, &FilmHint::kind);
    QVERIFY(damage != found->end());
    QVERIFY(damage->beforeFrame >= 100);
    QCOMPARE(damage->afterFrame, 200);
    media::FilmReader reader(service, QStringLiteral("case/buyer"));
    QVERIFY(reader.open(file.fd()).ok());
    QVERIFY(reader.frameAt(199)->damaged); // the last before the key frame that heals it
    QVERIFY(!reader.frameAt(205)->damaged);
}

/// How nice each helper of this process is.
static QList<int> nicenessOfHelpers()
{
    QList<int> niceness;
    for (const pid_t helper : tests::helperProcesses())
        niceness.append(::getpriority(PRIO_PROCESS, static_cast<id_t>(helper)));
    return niceness;
}

void TstFilmSearch::onlyWhatNobodyWaitsForStandsBack()
{
    constexpr int behind = 15;
    tests::FilmRecipe recipe;
    recipe.frames = 6'000; // more than one slice of the search
    QVERIFY(tests::makeFilm(path(QStringLiteral("slow.mp4")), recipe));
    const media::DecodeService service(tests::realDecoder(Protection::Landlock)); // no wrapper between us and the helpers
    const tests::OpenedFile file(path(QStringLiteral("slow.mp4")));
    media::FilmReader shown(service, QStringLiteral("case/buyer"));
    QVERIFY(shown.open(file.fd()).ok());
    QVERIFY(shown.frameAt(3).ok());
    QCOMPARE(nicenessOfHelpers().count(behind), 0);
    QList<int> during;
    const auto found = media::findInterruptions(
        service, QStringLiteral("case/buyer"), file.fd(), [&during] { return !during.isEmpty(); }, [&during](int) { during = nicenessOfHelpers(); });
    QVERIFY(!found.ok());
    QCOMPARE(during.count(behind), 1); // the one that searches, not the one that shows
    QVERIFY(during.size() >= 2);
    QCOMPARE(nicenessOfHelpers().count(behind), 0); // it ended with the search
    media::FilmReader thumbnails(service, QStringLiteral("case/buyer"), media::FilmReader::Effort::Background);
    QVERIFY(thumbnails.open(file.fd()).ok());
    QCOMPARE(nicenessOfHelpers().count(behind), 1);
    QVERIFY(shown.frameAt(4).ok());
    QCOMPARE(nicenessOfHelpers().count(behind), 1);
}

void TstFilmSearch::noLieIsBelieved_data()
{
    QTest::addColumn<QString>("lie");
    QTest::addColumn<bool>("codes");
    for (const char *lie : {"hintkind", "hinttimes", "hintframes", "neverdone", "dies", "honest"})
        QTest::addRow("hints, %s", lie) << QString::fromLatin1(lie) << false;
    for (const char *lie : {"codeplace", "codetext", "neverdone", "dies", "honest"})
        QTest::addRow("codes, %s", lie) << QString::fromLatin1(lie) << true;
}

void TstFilmSearch::noLieIsBelieved()
{
    QFETCH(QString, lie);
    QFETCH(bool, codes);
    media::DecodeService::Options options = tests::lyingDecoder(lie);
    options.limits.filmSeconds = 10;
    const media::DecodeService service(options);
    const tests::OpenedFile file(path(QStringLiteral("empty.png")));
    const MediaError error = codes ? media::findCodes(service, QStringLiteral("a"), file.fd()).error()
                                   : media::findInterruptions(service, QStringLiteral("a"), file.fd()).error();
    QCOMPARE(int(error), int(MediaError::HelperDied));
}

void TstFilmSearch::strangeTextsAreMadePlain()
{
    media::DecodeService::Options options = tests::lyingDecoder(QStringLiteral("goodcode"));
    options.limits.filmSeconds = 10;
    const media::DecodeService service(options);
    const tests::OpenedFile file(path(QStringLiteral("empty.png")));
    const auto codes = media::findCodes(service, QStringLiteral("a"), file.fd());
    QVERIFY(codes.ok());
    QCOMPARE(codes->size(), 1);
    QCOMPARE(codes->constFirst().text, QString(QChar(0xFFFD)) + QStringLiteral("AB"));
    QCOMPARE(codes->constFirst().region, QRect(60, 40, 4, 8));
}

QObject *make_tst_filmsearch();
QObject *make_tst_filmsearch()
{
    return new TstFilmSearch;
}

#include "tst_filmsearch.moc"
