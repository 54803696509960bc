// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QFile>
#include <QtCore/QProcess>
#include <QtCore/QStringList>
#include <QtCore/QtEndian>

#include <fcntl.h>
#include <unistd.h>

#include <cstring>
#include <functional>

/// Films whose frame number can be read from their pixels: 16 boxes along the top edge, box b white where bit b is set.
namespace arb::tests {

inline constexpr int filmWidth = 320;
inline constexpr int filmHeight = 180;
inline constexpr int filmBox = 20;

/// A descriptor that closes itself.
class OpenedFile
{
public:
    explicit OpenedFile(const QString &path) : m_fd(::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC)) {}
    ~OpenedFile()
    {
        if (m_fd >= 0)
            ::close(m_fd);
    }
    OpenedFile(const OpenedFile &) = delete;
    OpenedFile &operator=(const OpenedFile &) = delete;
    int fd() const { return m_fd; }

private:
    int m_fd;
};

/// The number in the boxes; @p pixel gives 0xAARRGGBB at x, y.
inline int frameNumberIn(const std::function<quint32(int, int)> &pixel, int box = filmBox)
{
    int number = 0;
    for (int bit = 0; bit < 16; ++bit) {
        if (((pixel(bit * box + box / 2, box / 2) >> 8) & 0xFF) > 128)
            number |= 1 << bit;
    }
    return number;
}

inline bool runTool(const QString &program, const QStringList &arguments)
{
    QProcess tool;
    tool.setStandardInputFile(QProcess::nullDevice());
    tool.start(program, arguments);
    return tool.waitForFinished(120'000) && tool.exitStatus() == QProcess::NormalExit && tool.exitCode() == 0;
}

inline QString boxFilter()
{
    QString filter = QStringLiteral("drawbox=x=0:y=0:w=%1:h=%2:color=black:t=fill").arg(filmWidth).arg(filmBox);
    for (int bit = 0; bit < 16; ++bit) {
        filter += QStringLiteral(",drawbox=x=%1:y=0:w=%2:h=%2:color=white:t=fill:enable='gte(mod(floor(n/%3),2),1)'")
                      .arg(bit * filmBox)
                      .arg(filmBox)
                      .arg(1 << bit);
    }
    return filter;
}

/// The number in the boxes of a film of filmWidth x filmHeight that was turned by @p rotation degrees clockwise.
inline int turnedFrameNumberIn(const std::function<quint32(int, int)> &pixel, int rotation)
{
    switch (rotation) {
    case 90: return frameNumberIn([&](int x, int y) { return pixel(filmHeight - 1 - y, x); });
    case 180: return frameNumberIn([&](int x, int y) { return pixel(filmWidth - 1 - x, filmHeight - 1 - y); });
    case 270: return frameNumberIn([&](int x, int y) { return pixel(y, filmWidth - 1 - x); });
    default: return frameNumberIn(pixel);
    }
}

/// Writes the first @p part of the bytes of @p from to @p to.
inline bool cutFile(const QString &from, const QString &to, double part)
{
    QFile whole(from), cut(to);
    if (!whole.open(QIODevice::ReadOnly) || !cut.open(QIODevice::WriteOnly))
        return false;
    const QByteArray bytes = whole.read(static_cast<qint64>(static_cast<double>(whole.size()) * part));
    return cut.write(bytes) == bytes.size();
}

/// The same streams in another file.
inline bool copyFilm(const QString &from, const QString &to, const QStringList &options = {})
{
    return runTool(QStringLiteral("ffmpeg"), QStringList{QStringLiteral("-v"), QStringLiteral("error"), QStringLiteral("-y"), QStringLiteral("-i"), from,
                                                         QStringLiteral("-c"), QStringLiteral("copy")}
                                                 + options + QStringList{to});
}

/// The film @p from, an MP4 of one track and no sound, with a display matrix of @p a, @p b, @p c and @p d (-1, 0 or 1): what is
/// stored at x, y is shown at a x + c y, b x + d y.
inline bool showFilmBy(const QString &from, const QString &to, int a, int b, int c, int d)
{
    QFile whole(from), other(to);
    if (!whole.open(QIODevice::ReadOnly) || !other.open(QIODevice::WriteOnly))
        return false;
    QByteArray bytes = whole.readAll();
    const qsizetype header = bytes.lastIndexOf("tkhd"); // what describes the track comes after the pictures
    constexpr qsizetype matrix = 44;                    // behind the name, in version 0
    if (header < 0 || bytes.at(header + 4) != 0 || header + matrix + 36 > bytes.size())
        return false;
    const int entries[] = {a, b, 0, c, d};
    for (qsizetype n = 0; n < 5; ++n) {
        const quint32 fixed = qToBigEndian(static_cast<quint32>(entries[n] * 65'536));
        std::memcpy(bytes.data() + header + matrix + 4 * n, &fixed, sizeof fixed);
    }
    return other.write(bytes) == bytes.size();
}

struct FilmRecipe
{
    int frames = 300;
    bool variableRate = false;
    bool sound = false;
    QStringList codec = {QStringLiteral("-c:v"), QStringLiteral("libx264"), QStringLiteral("-preset"), QStringLiteral("fast"),
                         QStringLiteral("-g"), QStringLiteral("250"), QStringLiteral("-keyint_min"), QStringLiteral("250"),
                         QStringLiteral("-sc_threshold"), QStringLiteral("0"), QStringLiteral("-bf"), QStringLiteral("3")};
};

/// Makes a film at 30 frames a second (or with gaps of 20 to 473 ms); false when ffmpeg is missing or fails.
inline bool makeFilm(const QString &path, const FilmRecipe &recipe)
{
    QString filter = boxFilter();
    if (recipe.variableRate)
        filter += QStringLiteral(",settb=1/90000,setpts='if(eq(N,0),0,PREV_OUTPTS+1800+mod(N*N*7919,40770))'");
    QStringList arguments{QStringLiteral("-v"), QStringLiteral("error"), QStringLiteral("-y"), QStringLiteral("-f"),
                          QStringLiteral("lavfi"), QStringLiteral("-i"),
                          QStringLiteral("testsrc2=s=%1x%2:r=30").arg(filmWidth).arg(filmHeight)};
    if (recipe.sound) {
        arguments << QStringLiteral("-f") << QStringLiteral("lavfi") << QStringLiteral("-i")
                  << QStringLiteral("sine=f=440:r=44100:d=%1").arg(recipe.frames / 30.0);
    }
    arguments << QStringLiteral("-vf") << filter << (recipe.sound ? QStringLiteral("-t") : QStringLiteral("-frames:v"))
              << (recipe.sound ? QString::number(recipe.frames / 30.0) : QString::number(recipe.frames));
    if (recipe.variableRate) {
        arguments << QStringLiteral("-fps_mode") << QStringLiteral("passthrough") << QStringLiteral("-enc_time_base")
                  << QStringLiteral("1/90000") << QStringLiteral("-video_track_timescale") << QStringLiteral("90000");
    }
    arguments << recipe.codec << QStringLiteral("-pix_fmt") << QStringLiteral("yuv420p");
    if (recipe.sound)
        arguments << QStringLiteral("-c:a") << QStringLiteral("aac");
    arguments << path;
    return runTool(QStringLiteral("ffmpeg"), arguments);
}

} // namespace arb::tests
