// SPDX-License-Identifier: GPL-3.0-or-later
// The child of `bench pictures`: two large pictures in step, and steps from one prefetched picture to the next.
#include "bench.h"

#include "../evidence/mediaports.h"
#include "../evidence/pooledloader.h"

#include <media/decodeservice.h>

#include <ui/viewers.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QElapsedTimer>
#include <QtCore/QEventLoop>
#include <QtCore/QFile>
#include <QtCore/QTimer>
#include <QtWidgets/QHBoxLayout>

#include <cmath>
#include <cstdio>
#include <ctime>

#include <fcntl.h>

namespace arb::app {

namespace {

/// A folder of files as a vault: a digest is just a name here.
class FolderVault final : public usecases::EvidenceVault
{
public:
    explicit FolderVault(QString folder) : m_folder(std::move(folder)) {}
    domain::Result<void, usecases::VaultError> putFile(const QString &, const QByteArray &) override { return domain::Failure{usecases::VaultError::NotWritable}; }
    domain::Result<QByteArray, usecases::VaultError> putBytes(const QByteArray &) override { return domain::Failure{usecases::VaultError::NotWritable}; }
    void settle(const QList<QByteArray> &) override {}
    void withdraw(const QList<QByteArray> &) override {}
    domain::Result<int, usecases::VaultError> open(const QByteArray &name) override
    {
        const int fd = ::open(QFile::encodeName(pathOf(name)).constData(), O_RDONLY | O_CLOEXEC);
        return fd < 0 ? domain::Result<int, usecases::VaultError>(domain::Failure{usecases::VaultError::Missing}) : domain::Result<int, usecases::VaultError>(fd);
    }
    bool contains(const QByteArray &name) override { return QFile::exists(pathOf(name)); }

private:
    QString pathOf(const QByteArray &name) const { return m_folder + u'/' + QString::fromLatin1(name).section(u'-', 0, 0) + QStringLiteral(".jpg"); }
    QString m_folder;
};

ui::EvidenceRef refOf(const QByteArray &name)
{
    ui::EvidenceRef ref;
    ref.exhibitId = QString::fromLatin1(name);
    ref.sha256 = name;
    return ref;
}

bool waitUntil(const std::function<bool()> &done, int ms = 20'000)
{
    QElapsedTimer timer;
    timer.start();
    while (!done() && timer.elapsed() < ms)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 5);
    return done();
}

double cpuMs()
{
    timespec now{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

/// Zooms in and out and pans, both panes each time; the CPU time of painting both.
QList<double> paintInStep(ui::ViewerWidget &left, ui::ViewerWidget &right)
{
    QList<double> times;
    auto *leftCanvas = left.findChild<QWidget *>(QStringLiteral("pictureCanvas"));
    auto *rightCanvas = right.findChild<QWidget *>(QStringLiteral("pictureCanvas"));
    constexpr int steps = 240;
    for (int step = 0; leftCanvas && rightCanvas && step < steps; ++step) {
        ui::ViewState state = *left.viewState();
        state.fit = domain::ViewFit::Free;
        state.zoom = 0.11 * std::pow(1.9 / 0.11, (1 + std::sin(step * 0.13)) / 2);
        state.center = QPointF(4000 + 2500 * std::sin(step * 0.31), 3000 + 1900 * std::cos(step * 0.17));
        left.setViewState(state);
        right.setViewState(state);
        const double before = cpuMs();
        leftCanvas->repaint();
        rightCanvas->repaint();
        times.append(cpuMs() - before);
    }
    return times;
}

QList<double> switchPrefetched(ui::EvidenceLoader &loader, ui::ViewerWidget &viewer, QSize target)
{
    QList<double> times;
    for (int step = 0; step < 20; ++step) {
        const QByteArray name = "12-" + QByteArray::number(step);
        loader.prefetch({name}, target);
        QElapsedTimer quiet;
        quiet.start();
        waitUntil([&] { return quiet.elapsed() > 600; });
        bool seen = false;
        const auto heard = QObject::connect(&viewer, &ui::ViewerWidget::seen, &viewer, [&] { seen = true; });
        QElapsedTimer timer;
        timer.start();
        viewer.show(refOf(name));
        if (!waitUntil([&] { return seen; }))
            return {};
        if (auto *canvas = viewer.findChild<QWidget *>(QStringLiteral("pictureCanvas")))
            canvas->repaint();
        times.append(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        QObject::disconnect(heard);
    }
    return times;
}

} // namespace

int workOnPicturesInWindow(const QString &folder)
{
    FolderVault vault(folder);
    media::DecodeService service({media::DecodeService::programNear(QCoreApplication::applicationDirPath())});
    MediaPictureSource pictures(service);
    MediaDocumentSource documents(service);
    PooledEvidenceLoader loader(vault, service, pictures, documents);
    QWidget window;
    auto *row = new QHBoxLayout(&window);
    row->setContentsMargins(0, 0, 0, 0);
    ui::ViewerWidget *left = ui::viewerFor(domain::ExhibitKind::Image).create(loader, &window);
    ui::ViewerWidget *right = ui::viewerFor(domain::ExhibitKind::Image).create(loader, &window);
    row->addWidget(left);
    row->addWidget(right);
    window.resize(1920, 940);
    window.show();
    left->show(refOf("48-left"));
    right->show(refOf("48-right"));
    if (!waitUntil([&] { return left->viewState() && right->viewState(); }))
        return 1;
    for (ui::ViewerWidget *viewer : {left, right}) { // at 100 % the full resolution is asked for
        ui::ViewState state = *viewer->viewState();
        state.zoom = 1.0;
        state.fit = domain::ViewFit::Free;
        viewer->setViewState(state);
    }
    qint64 most = 0;
    waitUntil([&] {
        most = std::max(most, loader.cachedBytes());
        return loader.cachedBytes() > qint64{8000} * 6000 * 4;
    }, 8000);
    QElapsedTimer settle;
    settle.start();
    waitUntil([&] { return settle.elapsed() > 3000; });
    const QList<double> painted = paintInStep(*left, *right);
    left->clear();
    const QList<double> switched = switchPrefetched(loader, *right, right->size());
    most = std::max(most, loader.cachedBytes());
    if (painted.isEmpty() || switched.isEmpty())
        return 1;
    std::printf("%.3f\n%.3f\n%.1f\n%.1f\n", p95(painted), p95(switched), static_cast<double>(most) / (1 << 20), static_cast<double>(loader.budgetBytes()) / (1 << 20));
    return 0;
}

} // namespace arb::app
