// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/evidenceports.h>

#include <QtCore/QHash>
#include <QtCore/QThread>

#include <atomic>
#include <mutex>

namespace arb::ui {

/// Reads small pictures of some exact frames of a film in the background, from a source of its own. What cannot be read is
/// left out.
class FramePictures final : public QThread
{
    Q_OBJECT

public:
    /// Each at most @p box, with square pixels.
    FramePictures(std::unique_ptr<FrameSource> source, const QList<qint64> &frames, QSize box, QObject *parent = nullptr);
    ~FramePictures() override;
    QHash<qint64, QImage> pictures() const; ///< by frame, those that are read so far
    /// Nothing more is wanted; it tells nothing any more and goes in its own time.
    void leave();

Q_SIGNALS:
    void pictureRead();

protected:
    void run() override;

private:
    std::unique_ptr<FrameSource> m_source; ///< touched by run() only
    const QList<qint64> m_frames;
    const QSize m_box;
    std::atomic<bool> m_quit = false;
    mutable std::mutex m_lock;
    QHash<qint64, QImage> m_pictures;
};

} // namespace arb::ui
