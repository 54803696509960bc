// SPDX-License-Identifier: GPL-3.0-or-later
#include "framepictures.h"

#include <utility>

namespace arb::ui {

FramePictures::FramePictures(std::unique_ptr<FrameSource> source, const QList<qint64> &frames, QSize box, QObject *parent)
    : QThread(parent), m_source(std::move(source)), m_frames(frames), m_box(box)
{
    setObjectName(QStringLiteral("framePictures"));
}

FramePictures::~FramePictures()
{
    m_quit = true;
    wait(); // the source asks about abandonment all along, so this is short
}

QHash<qint64, QImage> FramePictures::pictures() const
{
    const std::lock_guard guard(m_lock);
    return m_pictures;
}

void FramePictures::leave()
{
    disconnect(this, &FramePictures::pictureRead, nullptr, nullptr);
    connect(this, &QThread::finished, this, &QObject::deleteLater);
    m_quit = true;
    if (isFinished())
        deleteLater();
}

void FramePictures::run()
{
    const auto abandoned = [this] { return m_quit.load(); };
    const Shown<FilmInfo> info = m_source->open(abandoned);
    if (!info)
        return;
    for (const qint64 frame : m_frames) {
        const Shown<FilmFrame> read = m_source->frameAt(frame, abandoned);
        if (!read)
            continue;
        const QSizeF square(read->image.width() * info->pixelAspect, read->image.height());
        const QImage small = read->image.scaled(square.scaled(m_box, Qt::KeepAspectRatio).toSize(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
        {
            const std::lock_guard guard(m_lock);
            m_pictures.insert(frame, small);
        }
        Q_EMIT pictureRead();
    }
}

} // namespace arb::ui
