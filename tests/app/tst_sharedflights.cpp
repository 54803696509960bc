// SPDX-License-Identifier: GPL-3.0-or-later
#include "../../app/evidence/mediaports.h"
#include "../../app/evidence/pooledloader.h"
#include "../media/decodedesk.h"

#include <QtCore/QSemaphore>
#include <QtTest/QTest>

#include <mutex>

#include <fcntl.h>

using namespace arb;

namespace {

class EmptyFiles final : public usecases::EvidenceVault
{
public:
    domain::Result<void, usecases::VaultError> putFile(const QString &, const QByteArray &) override { return domain::Failure{usecases::VaultError::NotWritable}; }
    domain::Result<QByteArray, usecases::VaultError> putBytes(const QByteArray &) override { return domain::Failure{usecases::VaultError::NotWritable}; }
    void settle(const QList<QByteArray> &) override {}
    void withdraw(const QList<QByteArray> &) override {}
    domain::Result<int, usecases::VaultError> open(const QByteArray &) override { return ::open("/dev/null", O_RDONLY | O_CLOEXEC); }
    bool contains(const QByteArray &) override { return true; }
};

/// Decodes when it is let.
class HeldPictures final : public ui::PictureSource
{
public:
    ui::Shown<ui::Picture> picture(int, QSize target, const ui::Asking &) const override
    {
        {
            const std::lock_guard guard(m_mutex);
            m_begun.append(target);
        }
        m_go.acquire();
        return ui::Picture{{QImage(target, QImage::Format_RGB32)}, target * 2, false};
    }
    QList<QSize> begun() const
    {
        const std::lock_guard guard(m_mutex);
        return m_begun;
    }
    void let(int pictures) { m_go.release(pictures); }

private:
    mutable std::mutex m_mutex;
    mutable QList<QSize> m_begun;
    mutable QSemaphore m_go;
};

} // namespace

/// What is decoded ahead serves whoever wants to see it before it is there.
class TstSharedFlights : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoComesMeanwhileWaitsForTheSame();
    void whoWantsMoreDoesNot();

private:
    struct Stage
    {
        EmptyFiles vault;
        media::DecodeService decoder{tests::realDecoder()};
        HeldPictures pictures;
        app::MediaDocumentSource documents{decoder};
        app::PooledEvidenceLoader loader{vault, decoder, pictures, documents};
        QList<QSize> seen;
        void show(const QByteArray &sha256, QSize target)
        {
            loader.picture(sha256, target, &loader, [this](const ui::Shown<ui::Picture> &picture) { seen.append(picture ? picture->levels.constFirst().size() : QSize()); });
        }
    };
};

void TstSharedFlights::whoComesMeanwhileWaitsForTheSame()
{
    Stage stage;
    stage.loader.prefetch({"a"}, QSize(640, 500));
    QTRY_COMPARE(stage.pictures.begun().size(), 1);
    stage.show("a", QSize(640, 480));
    stage.pictures.let(1);
    QTRY_COMPARE(stage.seen, QList<QSize>{QSize(640, 500)});
    QCOMPARE(stage.pictures.begun().size(), 1);
}

void TstSharedFlights::whoWantsMoreDoesNot()
{
    Stage stage;
    stage.loader.prefetch({"a"}, QSize(640, 300));
    QTRY_COMPARE(stage.pictures.begun().size(), 1);
    stage.show("a", QSize(640, 480));
    QTRY_COMPARE(stage.pictures.begun().size(), 2);
    stage.pictures.let(2);
    QTRY_COMPARE(stage.seen, QList<QSize>{QSize(640, 480)});
}

QObject *make_tst_sharedflights();
QObject *make_tst_sharedflights()
{
    return new TstSharedFlights;
}

#include "tst_sharedflights.moc"
