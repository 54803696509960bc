// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/keptpicture.h>

#include <presentation/session.h>

#include <QtCore/QObject>
#include <QtCore/QThreadPool>

namespace arb::ui {

/// Packs pictures that are to become exhibits beside the window, one after the other. Gives no command.
class PictureKeeper : public QObject
{
    Q_OBJECT

public:
    explicit PictureKeeper(QObject *parent = nullptr);
    ~PictureKeeper() override;

    /// keepPicture() with these; @p about is the case it was asked for in, whatever is open by then.
    void keep(const QImage &whole, const domain::Citation &place, const presentation::Session::About &about);

Q_SIGNALS:
    void packed(const arb::usecases::SupplementFile &kept, const arb::presentation::Session::About &about);
    void failed(const arb::presentation::Session::About &about);

private:
    QThreadPool m_pool;
};

} // namespace arb::ui
