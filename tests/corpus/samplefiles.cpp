// SPDX-License-Identifier: GPL-3.0-or-later
#include "samplefiles.h"

#include <QtCore/QBuffer>
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QMap>
#include <QtCore/QProcess>
#include <QtCore/QRandomGenerator>
#include <QtCore/QTemporaryDir>
#include <QtGui/QImage>
#include <QtGui/QPainter>
#include <QtGui/QPdfWriter>

#include <libheif/heif.h>

#include <webp/encode.h>

#include <algorithm>

namespace arb::corpus {

namespace {

/// Not smooth and not random: it has to compress to some tens of kilobytes in every format.
QImage sampleImage(int width, int height, quint32 seed)
{
    QRandomGenerator random(seed);
    QImage image(width, height, QImage::Format_RGB32);
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            const int noise = static_cast<int>(random.bounded(24));
            image.setPixel(x, y, qRgb((x * 255 / width + noise) & 0xFF, (y * 255 / height + noise) & 0xFF, ((x ^ y) + noise) & 0xFF));
        }
    }
    return image;
}

QByteArray encoded(const QImage &image, const char *format, int quality)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format, quality);
    return bytes;
}

QByteArray webpOf(const QImage &image)
{
    const QImage rgb = image.convertToFormat(QImage::Format_RGBA8888);
    uint8_t *out = nullptr;
    const size_t size = WebPEncodeRGBA(rgb.constBits(), rgb.width(), rgb.height(), static_cast<int>(rgb.bytesPerLine()), 60.0F, &out);
    const QByteArray bytes(reinterpret_cast<const char *>(out), static_cast<qsizetype>(size));
    WebPFree(out);
    return bytes;
}

heif_error appendHeif(heif_context *, const void *data, size_t size, void *into)
{
    static_cast<QByteArray *>(into)->append(static_cast<const char *>(data), static_cast<qsizetype>(size));
    return {heif_error_Ok, heif_suberror_Unspecified, nullptr};
}

QByteArray heifOf(const QImage &image, heif_compression_format compression)
{
    QByteArray bytes;
    heif_context *context = heif_context_alloc();
    heif_encoder *encoder = nullptr;
    heif_image *picture = nullptr;
    if (heif_context_get_encoder_for_format(context, compression, &encoder).code == heif_error_Ok
        && heif_image_create(image.width(), image.height(), heif_colorspace_RGB, heif_chroma_interleaved_RGB, &picture).code == heif_error_Ok) {
        heif_image_add_plane(picture, heif_channel_interleaved, image.width(), image.height(), 8);
        int stride = 0;
        uint8_t *plane = heif_image_get_plane(picture, heif_channel_interleaved, &stride);
        const QImage rgb = image.convertToFormat(QImage::Format_RGB888);
        for (int y = 0; y < rgb.height(); ++y)
            std::copy_n(rgb.constScanLine(y), rgb.width() * 3, plane + y * stride);
        if (heif_context_encode_image(context, picture, encoder, nullptr, nullptr).code == heif_error_Ok) {
            heif_writer writer{1, appendHeif};
            heif_context_write(context, &writer, &bytes);
        }
    }
    if (picture)
        heif_image_release(picture);
    if (encoder)
        heif_encoder_release(encoder);
    heif_context_free(context);
    return bytes;
}

QByteArray pdfOf(const QImage &image, int pages)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPageSize(QPageSize(QPageSize::A5));
    QPainter painter(&writer);
    for (int page = 1; page <= pages; ++page) {
        painter.drawText(200, 400, QStringLiteral("Page %1 of %2, an invoice in words").arg(page).arg(pages));
        painter.drawImage(QRect(200, 800, 3000, 2200), image);
        if (page < pages)
            writer.newPage();
    }
    painter.end();
    return bytes;
}

QByteArray bigEndian(quint32 value)
{
    QByteArray bytes;
    for (int shift = 24; shift >= 0; shift -= 8)
        bytes.append(static_cast<char>((value >> shift) & 0xFF));
    return bytes;
}

quint32 crcOf(const QByteArray &bytes)
{
    quint32 sum = 0xFFFFFFFFU;
    for (const char c : bytes) {
        sum ^= static_cast<quint8>(c);
        for (int bit = 0; bit < 8; ++bit)
            sum = (sum >> 1) ^ ((sum & 1U) != 0 ? 0xEDB88320U : 0U);
    }
    return ~sum;
}

QByteArray chunk(const QByteArray &type, const QByteArray &data)
{
    const QByteArray body = type + data;
    return bigEndian(static_cast<quint32>(data.size())) + body + bigEndian(crcOf(body));
}

/// A PNG that claims @p width x @p height of @p kind (bit depth, colour type) and has @p rows zero bytes behind it.
QByteArray pngClaiming(quint32 width, quint32 height, const char *kind, qsizetype rows)
{
    return QByteArray::fromHex("89504e470d0a1a0a") + chunk("IHDR", bigEndian(width) + bigEndian(height) + QByteArray::fromHex(kind) + QByteArray(3, '\0'))
        + chunk("IDAT", qCompress(QByteArray(rows, '\0'), 9).mid(4)) + chunk("IEND", {});
}

/// The size of a JPEG's frame header replaced by a lie.
QByteArray jpegClaiming(QByteArray jpeg, const char *size)
{
    const qsizetype frame = jpeg.indexOf(QByteArray::fromHex("ffc0"));
    if (frame > 0)
        jpeg.replace(frame + 5, 4, QByteArray::fromHex(size));
    return jpeg;
}

/// Scans without end: each a few bytes, each a whole pass over the picture.
QByteArray scansOf(const QByteArray &jpeg)
{
    const qsizetype scan = jpeg.indexOf(QByteArray::fromHex("ffda"));
    if (scan < 0)
        return jpeg;
    const QByteArray head = QByteArray(jpeg.left(scan)).replace(QByteArray::fromHex("ffc0"), QByteArray::fromHex("ffc2"));
    return head + QByteArray::fromHex("ffda000c03010002000300000000").repeated(20'000) + QByteArray::fromHex("ffd9");
}

QByteArray pdfBomb()
{
    const QByteArray stream = qCompress(QByteArray("0 0 m 500 500 l S ").repeated(2'000'000), 9).mid(4);
    return "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
           "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 500 500]/Contents 4 0 R>>endobj\n4 0 obj<</Filter/FlateDecode/Length "
        + QByteArray::number(stream.size()) + ">>stream\n" + stream + "\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";
}

QByteArray pdfWithPage(const char *mediaBox)
{
    return QByteArray("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
                      "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[")
        + mediaBox + "]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";
}

/// Two seconds with sound; empty where there is no ffmpeg or it lacks the encoder.
QByteArray filmOf(const QString &ending, const QStringList &codecs)
{
    const QTemporaryDir place;
    const QString path = place.filePath(QStringLiteral("film.") + ending);
    QProcess tool;
    tool.setStandardInputFile(QProcess::nullDevice());
    tool.start(QStringLiteral("ffmpeg"), QStringList{QStringLiteral("-v"), QStringLiteral("error"), QStringLiteral("-f"), QStringLiteral("lavfi"), QStringLiteral("-i"),
                                                     QStringLiteral("testsrc2=s=160x120:r=15:d=2"), QStringLiteral("-f"), QStringLiteral("lavfi"), QStringLiteral("-i"),
                                                     QStringLiteral("sine=f=440:d=2")}
                                             + codecs + QStringList{QStringLiteral("-pix_fmt"), QStringLiteral("yuv420p"), path});
    QFile made(path);
    const bool done = tool.waitForFinished(60'000) && tool.exitStatus() == QProcess::NormalExit && tool.exitCode() == 0;
    return done && made.open(QIODevice::ReadOnly) ? made.readAll() : QByteArray();
}

void addFilms(QMap<QString, QByteArray> &files)
{
    const QMap<QString, QByteArray> films{
        {QStringLiteral("film.mp4"), filmOf(QStringLiteral("mp4"), {QStringLiteral("-c:v"), QStringLiteral("libx264"), QStringLiteral("-c:a"), QStringLiteral("aac"),
                                                                    QStringLiteral("-movflags"), QStringLiteral("+faststart")})},
        {QStringLiteral("clip.webm"), filmOf(QStringLiteral("webm"), {QStringLiteral("-c:v"), QStringLiteral("libvpx"), QStringLiteral("-c:a"), QStringLiteral("libvorbis")})}};
    for (auto film = films.cbegin(); film != films.cend(); ++film) {
        if (!film->isEmpty())
            files.insert(film.key(), *film);
    }
}

/// A chat as exporters write it, in @p lines messages.
QByteArray chatText(int lines)
{
    QString text;
    for (int n = 0; n < lines; ++n) {
        text += QStringLiteral("%1  2026-10-01 12:%2:%3\n第 %4 句：杯子碎了，看图。\n\n")
                    .arg(n % 2 == 0 ? QStringLiteral("小雨") : QStringLiteral("客服"))
                    .arg(n / 60 % 60, 2, 10, QLatin1Char('0'))
                    .arg(n % 60, 2, 10, QLatin1Char('0'))
                    .arg(n);
    }
    return text.toUtf8();
}

QMap<QString, QByteArray> wholeFiles(quint32 seed)
{
    const QImage image = sampleImage(320, 240, seed);
    QMap<QString, QByteArray> files{{QStringLiteral("photo.jpg"), encoded(image, "JPG", 85)},
                                    {QStringLiteral("shot.png"), encoded(image.scaled(160, 120), "PNG", -1)},
                                    {QStringLiteral("photo.webp"), webpOf(image)},
                                    {QStringLiteral("photo.heic"), heifOf(image, heif_compression_HEVC)},
                                    {QStringLiteral("photo.avif"), heifOf(image.scaled(160, 120), heif_compression_AV1)},
                                    {QStringLiteral("talk.txt"), chatText(300)},
                                    {QStringLiteral("paper.pdf"), pdfOf(image, 2)}};
    addFilms(files);
    return files;
}

/// All that the file says of its pictures, and of the first of them a few bytes.
QByteArray headOfFilm(const QByteArray &mp4)
{
    constexpr qsizetype name = 4, ofTheFirst = 20;
    return mp4.left(mp4.indexOf("mdat") + name + ofTheFirst);
}

QMap<QString, QByteArray> oddFiles(const QMap<QString, QByteArray> &whole)
{
    const QByteArray jpeg = whole.value(QStringLiteral("photo.jpg")), png = whole.value(QStringLiteral("shot.png"));
    const QByteArray svg = "<svg xmlns='http://www.w3.org/2000/svg'><image href='file:///etc/passwd'/></svg>";
    return {{QStringLiteral("empty.jpg"), {}},
            {QStringLiteral("words.jpg"), QByteArray("only words\n").repeated(200)},
            {QStringLiteral("svg-inside.jpg"), svg},
            {QStringLiteral("drawing.svg"), svg},
            {QStringLiteral("sign.ico"), QByteArray::fromHex("000001000100101000000100200068040000160000") + QByteArray(1128, '\0')},
            {QStringLiteral("film.mng"), QByteArray::fromHex("8a4d4e470d0a1a0a") + QByteArray(400, '\1')},
            {QStringLiteral("old.gif"), "GIF89a" + QByteArray::fromHex("0a000a00800000ffffff00000021f90400000000002c00000000")},
            {QStringLiteral("scan.tif"), "II*" + QByteArray(200, '\0')},
            {QStringLiteral("raw.bmp"), "BM" + QByteArray(500, '\7')},
            {QStringLiteral("playlist.mp4"), "#EXTM3U\n#EXTINF:10,\nfile:///etc/passwd\n#EXT-X-ENDLIST\n"},
            {QStringLiteral("film-head-only.mp4"), headOfFilm(whole.value(QStringLiteral("film.mp4")))},
            {QStringLiteral("png-named.jpg"), png},
            {QStringLiteral("jpeg-named.pdf"), jpeg},
            {QStringLiteral("pdf-named.png"), whole.value(QStringLiteral("paper.pdf"))},
            {QStringLiteral("png-900-megapixels.png"), pngClaiming(30'000, 30'000, "0100", 100'000)},
            {QStringLiteral("png-400-megapixels-rgb.png"), pngClaiming(20'000, 20'000, "0802", 4'000'000)},
            {QStringLiteral("png-99-megapixels-short.png"), pngClaiming(9'900, 10'000, "0802", 1'000'000)},
            {QStringLiteral("png-endless-row.png"), pngClaiming(70'000, 1, "0802", 10'000)},
            {QStringLiteral("png-no-size.png"), pngClaiming(0, 10, "0802", 100)},
            {QStringLiteral("jpeg-claims-65000.jpg"), jpegClaiming(jpeg, "fde8fde8")},
            {QStringLiteral("jpeg-claims-9000.jpg"), jpegClaiming(jpeg, "23282328")},
            {QStringLiteral("jpeg-claims-nothing.jpg"), jpegClaiming(jpeg, "00000000")},
            {QStringLiteral("jpeg-scans.jpg"), scansOf(jpeg)},
            {QStringLiteral("pdf-bomb.pdf"), pdfBomb()},
            {QStringLiteral("pdf-huge-page.pdf"), pdfWithPage("0 0 200000 200000")},
            {QStringLiteral("pdf-turned-inside-out.pdf"), pdfWithPage("500 500 0 0")},
            {QStringLiteral("pdf-no-numbers.pdf"), pdfWithPage("nan inf 1e99 -1")},
            {QStringLiteral("chat-deep.json"), QByteArray("[").repeated(200'000)},
            {QStringLiteral("chat-one-line.txt"), QByteArray("x").repeated(200'000)},
            {QStringLiteral("chat-script.html"), "<html><body onload=\"alert(1)\"><script src=\"file:///etc/passwd\"></script><div class=\"message\">" + QByteArray("<div>").repeated(50'000)},
            {QStringLiteral("chat-no-text.txt"), QByteArray::fromHex("fffe00d800dc00d8").repeated(500)},
            {QStringLiteral("sound.wav"), "RIFF" + QByteArray::fromHex("24000000") + "WAVEfmt " + QByteArray(500, '\0')},
            {QStringLiteral("noise.bin"), qCompress(QByteArray(9'999, 'x'), 9)}};
}

bool write(const QDir &folder, const QString &name, const QByteArray &bytes, int *count)
{
    QFile file(folder.filePath(name));
    ++*count;
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

} // namespace

int writeSamples(const QString &path, int everyKb, quint32 seed, QString *problem)
{
    if (!QDir().mkpath(path)) {
        *problem = QStringLiteral("cannot make %1").arg(path);
        return -1;
    }
    const QDir folder(path);
    const QMap<QString, QByteArray> whole = wholeFiles(seed), odd = oddFiles(whole);
    QRandomGenerator random(seed);
    int count = 0;
    bool good = true;
    for (auto file = whole.cbegin(); file != whole.cend(); ++file) {
        if (file->size() < 1024) {
            *problem = QStringLiteral("no encoder made %1").arg(file.key());
            return -1;
        }
        good &= write(folder, file.key(), *file, &count);
        const QString stem = file.key().section(u'.', 0, 0), ending = file.key().section(u'.', 1);
        for (qsizetype kb = everyKb; kb * 1024 < file->size(); kb += everyKb)
            good &= write(folder, QStringLiteral("%1-cut-%2k.%3").arg(stem).arg(kb, 3, 10, QLatin1Char('0')).arg(ending), file->left(kb * 1024), &count);
        for (const int size : {1, 3, 8, 12, 30, 100, 500})
            good &= write(folder, QStringLiteral("%1-cut-%2b.%3").arg(stem).arg(size, 3, 10, QLatin1Char('0')).arg(ending), file->left(size), &count);
        for (int round = 0; round < 64 / everyKb + 4; ++round) {
            QByteArray bytes = *file;
            // Half of the rounds hurt the head, where sizes and tables stand.
            const quint32 reach = round % 2 == 0 ? std::min<quint32>(2'000, static_cast<quint32>(bytes.size())) : static_cast<quint32>(bytes.size());
            for (int flip = 0; flip <= round % 20; ++flip)
                bytes[static_cast<qsizetype>(random.bounded(reach))] = static_cast<char>(random.bounded(256));
            good &= write(folder, QStringLiteral("%1-flip-%2.%3").arg(stem).arg(round, 2, 10, QLatin1Char('0')).arg(ending), bytes, &count);
        }
    }
    for (auto file = odd.cbegin(); file != odd.cend(); ++file)
        good &= write(folder, file.key(), *file, &count);
    if (!good) {
        *problem = QStringLiteral("cannot write into %1").arg(path);
        return -1;
    }
    return count;
}

} // namespace arb::corpus
