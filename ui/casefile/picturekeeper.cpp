// SPDX-License-Identifier: GPL-3.0-or-later
#include "picturekeeper.h"

namespace arb::ui {

PictureKeeper::PictureKeeper(QObject *parent) : QObject(parent)
{
    m_pool.setMaxThreadCount(1); // a picture may be large
}

PictureKeeper::~PictureKeeper()
{
    m_pool.waitForDone();
}

void PictureKeeper::keep(const QImage &whole, const domain::Citation &place, const presentation::Session::About &about)
{
    m_pool.start([this, whole, place, about] {
        const auto kept = keepPicture(whole, place);
        QMetaObject::invokeMethod(this, [this, kept, about] {
            if (kept)
                Q_EMIT packed(*kept, about);
            else
                Q_EMIT failed(about);
        }, Qt::QueuedConnection);
    });
}

} // namespace arb::ui
