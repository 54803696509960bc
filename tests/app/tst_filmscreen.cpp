// SPDX-License-Identifier: GPL-3.0-or-later
#include "../../app/evidence/mediaports.h"
#include "../../app/evidence/pooledloader.h"
#include "../../ui/viewing/filmtimeline.h"
#include "../../ui/viewing/picturecanvas.h"
#include "../decode/testfilms.h"
#include "../media/decodedesk.h"

#include <ui/viewers.h>

#include <QtCore/QRandomGenerator>
#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace arb;

/// A real film through the real helper, read from what stands on the screen.
class TstFilmscreen : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsTheFrameAskedFor_data();
    void showsTheFrameAskedFor();
};

/// A folder of files as a vault: a digest is just a name here.
class FilmFolder final : public usecases::EvidenceVault
{
public:
    explicit FilmFolder(QString folder) : m_folder(std::move(folder)) {}
    domain::Result<void, usecases::VaultError> putFile(const QString &, const QByteArray &) override
    {
        return domain::Failure{usecases::VaultError::NotWritable};
    }
    domain::Result<QByteArray, usecases::VaultError> putBytes(const QByteArray &) override { return domain::Failure{usecases::VaultError::NotWritable}; }
    void settle(const QList<QByteArray> &) override {}
    void withdraw(const QList<QByteArray> &) override {}
    domain::Result<int, usecases::VaultError> open(const QByteArray &name) override
    {
        const int fd = ::open(QFile::encodeName(pathOf(name)).constData(), O_RDONLY | O_CLOEXEC);
        if (fd < 0)
            return domain::Failure{usecases::VaultError::Missing};
        return fd;
    }
    bool contains(const QByteArray &name) override { return QFile::exists(pathOf(name)); }
    QString pathOf(const QByteArray &name) const { return m_folder + u'/' + QString::fromLatin1(name); }

private:
    QString m_folder;
};

void TstFilmscreen::showsTheFrameAskedFor_data()
{
    QTest::addColumn<bool>("variableRate");
    QTest::newRow("constant rate") << false;
    QTest::newRow("variable rate") << true;
}

void TstFilmscreen::showsTheFrameAskedFor()
{
    QFETCH(bool, variableRate);
    QTemporaryDir dir;
    FilmFolder vault(dir.path());
    tests::FilmRecipe recipe;
    recipe.frames = 300;
    recipe.variableRate = variableRate;
    QVERIFY(tests::makeFilm(vault.pathOf("film.mp4"), recipe));
    media::DecodeService decoder(tests::realDecoder());
    app::MediaPictureSource pictures(decoder);
    app::MediaDocumentSource documents(decoder);
    app::PooledEvidenceLoader loader(vault, decoder, pictures, documents);
    std::unique_ptr<ui::ViewerWidget> viewer(ui::findViewer(QStringLiteral("video"))->create(loader, nullptr));
    viewer->resize(660, 560);
    viewer->QWidget::show();
    ui::EvidenceRef ref;
    ref.exhibitId = QStringLiteral("B1");
    ref.sha256 = "film.mp4";
    ref.kind = domain::ExhibitKind::Video;
    QSignalSpy seen(viewer.get(), &ui::ViewerWidget::seen);
    viewer->show(ref);
    QVERIFY(seen.wait(20'000));

    auto *canvas = viewer->findChild<ui::PictureCanvas *>();
    auto *timeline = viewer->findChild<ui::FilmTimeline *>();
    const auto onScreen = [canvas] {
        const QImage shown = canvas->grab().toImage();
        return tests::frameNumberIn([&](int x, int y) { return static_cast<quint32>(shown.pixel(canvas->toWidget().map(QPointF(x, y)).toPoint())); });
    };
    QCOMPARE(timeline->maximum(), 299);
    QCOMPARE(onScreen(), 0);
    QRandomGenerator random(11);
    for (int n = 0; n < 60; ++n) {
        const int target = static_cast<int>(random.bounded(300));
        timeline->setValue(target);
        QTRY_COMPARE_WITH_TIMEOUT(viewer->property("frameIndex").toInt(), target, 20'000);
        QCOMPARE(onScreen(), target);
    }
    timeline->setValue(150);
    QTRY_COMPARE_WITH_TIMEOUT(onScreen(), 150, 20'000);
    auto *forward = viewer->findChild<QAction *>(QStringLiteral("videoStepForward"));
    auto *back = viewer->findChild<QAction *>(QStringLiteral("videoStepBack"));
    for (int n = 1; n <= 60; ++n) {
        forward->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(onScreen(), 150 + n, 20'000);
    }
    for (int n = 209; n >= 60; --n) {
        back->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(onScreen(), n, 20'000);
    }
}

QObject *make_tst_filmscreen();
QObject *make_tst_filmscreen()
{
    return new TstFilmscreen;
}

#include "tst_filmscreen.moc"
