// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <media/filmreader.h>
#include <ui/evidenceports.h>
#include <usecases/ports.h>

/// Joins what the viewers ask for (ui) to what turns bytes into pixels (media). Values are carried over; nothing else.
namespace arb::app {

ui::ShowError showErrorFrom(media::MediaError error);
ui::ShowError showErrorFrom(usecases::VaultError error);

/// The decoder must outlive these.
class MediaPictureSource final : public ui::PictureSource
{
public:
    explicit MediaPictureSource(const media::DecodeService &decoder) : m_decoder(decoder) {}
    ui::Shown<ui::Picture> picture(int fd, QSize target, const ui::Asking &asking) const override;

private:
    const media::DecodeService &m_decoder;
};

class MediaDocumentSource final : public ui::DocumentSource
{
public:
    explicit MediaDocumentSource(const media::DecodeService &decoder) : m_decoder(decoder) {}
    ui::Shown<ui::DocumentInfo> info(int fd) const override;
    ui::Shown<ui::Picture> page(int fd, int page, const ui::Asking &asking) const override;
    ui::Shown<QList<QList<ui::PageWord>>> pageWords(int fd, int first, int count) const override;

private:
    const media::DecodeService &m_decoder;
};

/// A film of the vault; opened, verified and indexed on the thread that plays it.
class MediaFrameSource final : public ui::FrameSource
{
public:
    MediaFrameSource(usecases::EvidenceVault &vault, const media::DecodeService &decoder, const QString &origin, const QByteArray &sha256,
                     media::FilmReader::Effort effort = media::FilmReader::Effort::Shown);
    ui::Shown<ui::FilmInfo> open(const Abandoned &abandoned) override;
    ui::Shown<ui::FilmFrame> frameAt(qint64 index, const Abandoned &abandoned) override;
    ui::Shown<ui::FilmFrame> frameCovering(qint64 index, QSize box, const Abandoned &abandoned) override;
    ui::Shown<ui::FilmFrame> nearestAtOnce(qint64 index, const Abandoned &abandoned) override;
    ui::Shown<ui::FilmFrame> thumbnail(qint64 us, QSize box, const Abandoned &abandoned) override;
    /// Once the film is open, also on another thread while it plays.
    ui::Shown<QList<ui::SoundPeak>> peaks(int count, const Abandoned &abandoned) override;
    void seekSound(qint64 us) override;
    ui::SoundChunk nextSound() override;

private:
    usecases::EvidenceVault &m_vault;
    QByteArray m_sha256;
    media::FilmReader m_reader;
};

} // namespace arb::app
