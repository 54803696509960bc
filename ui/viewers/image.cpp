// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewing/canvasviewer.h"

#include <presentation/formats.h>

#include <QtCore/QTimer>
#include <QtWidgets/QLabel>

#include <functional>
#include <utility>

namespace arb::ui {

namespace {

constexpr int fullAfterMs = 150; // the first pixels are on the screen by then

/// Still pictures: first a decode that fits the pane, the full resolution right after it, so that 1:1 is there at once.
class ImageViewer final : public CanvasViewer
{
    Q_OBJECT

public:
    explicit ImageViewer(EvidenceLoader &evidence, QWidget *parent)
        : CanvasViewer(evidence, Marks::OfPicture, parent)
    {
        setObjectName(QStringLiteral("imageViewer"));
        m_size = new QLabel(this);
        m_size->setTextFormat(Qt::PlainText);
        bar()->addGap();
        bar()->addRest(m_size);
        m_soon.setSingleShot(true);
        m_soon.setInterval(fullAfterMs);
        connect(&m_soon, &QTimer::timeout, this, [this] { loadFull(); });
        connect(this, &ViewerWidget::uncovered, this, [this] {
            if (!m_isFull)
                m_soon.start();
        });
        connect(canvas(), &PictureCanvas::sharperWanted, this, [this] { loadFull(); });
        connect(canvas(), &PictureCanvas::viewStateChanged, this, [this] { describe(); });
        ImageViewer::retranslate();
    }

    void setViewState(const ViewState &state) override
    {
        CanvasViewer::setViewState(state);
        describe(); // who follows a linked picture says its own zoom
    }

protected:
    void begin() override
    {
        m_first = loader().picture(shown().sha256, paneTarget(), this,
                                   [this](const Shown<Picture> &picture) { take(picture, false); });
        retranslate();
    }

    void end() override
    {
        m_soon.stop();
        loader().cancel(m_first);
        loader().cancel(m_full);
        m_first = m_full = 0;
        m_isFull = false;
        leaveExhibit();
        m_size->clear();
    }

    void retranslate() override
    {
        CanvasViewer::retranslate();
        const QString caption = presentation::visibleText(shown().caption);
        const QString name = caption.isEmpty() ? tr("Picture") : tr("Picture: %1").arg(caption);
        canvas()->setAccessibleName(isCovered() ? tr("%1, covered").arg(name) : name);
        describe();
    }

    bool isPlaceOnShow(const domain::Citation &) const override { return canvas()->hasPicture(); }
    void travel(const domain::Citation &) override { arrived(); }
    bool mayCover() const override { return true; }
    void withAllPixels(std::function<void(const QImage &)> then) override
    {
        if (m_isFull) {
            CanvasViewer::withAllPixels(std::move(then));
            return;
        }
        // What is on show stays as it is; these pixels are for whoever asked.
        loader().picture(shown().sha256, {}, this, [this, then = std::move(then), asked = generation()](const Shown<Picture> &picture) {
            if (isFresh(asked) && picture && picture->isFull())
                then(picture->levels.constFirst());
            else if (isFresh(asked) && !picture)
                setNotice([this, error = picture.error()] { return tr("The full resolution cannot be shown: %1.").arg(showErrorText(error, loader().limits())); });
        });
    }

private:
    void take(const Shown<Picture> &picture, bool full)
    {
        if (!picture) {
            // The scaled picture stays when only the full one fails (memory, say).
            if (full)
                setNotice([this, error = picture.error()] { return tr("The full resolution cannot be shown: %1.").arg(showErrorText(error, loader().limits())); });
            else
                showBroken(picture.error());
            return;
        }
        const bool first = !canvas()->hasPicture();
        m_isFull = picture->isFull();
        canvas()->setPicture(picture->levels, picture->fullSize, 1.0, !first);
        if (picture->damaged)
            setNotice([] { return tr("The file is damaged; what could be read is shown."); });
        if (first)
            cameOnShow(true);
        if (!m_isFull)
            m_soon.start();
        Q_EMIT citationChanged();
        describe();
        arrived();
    }

    void loadFull()
    {
        if (m_isFull || m_full != 0 || isCovered() || !canvas()->hasPicture())
            return;
        m_full = loader().picture(shown().sha256, {}, this, [this](const Shown<Picture> &picture) { take(picture, true); });
    }

    void describe()
    {
        if (!canvas()->hasPicture())
            return;
        const QSize size = canvas()->fullSize();
        //: pixels wide, pixels high, zoom in percent
        m_size->setText(tr("%1 × %2 · %3 %")
                            .arg(size.width())
                            .arg(size.height())
                            .arg(qRound(canvas()->viewState().zoom * 100)));
    }

    QLabel *m_size = nullptr;
    QTimer m_soon;
    EvidenceLoader::Ticket m_first = 0, m_full = 0;
    bool m_isFull = false;
};

} // namespace

Viewer make_image()
{
    return {QStringLiteral("image"), QT_TRANSLATE_NOOP("arb::ui::Viewer", "Picture"),
            [](EvidenceLoader &loader, QWidget *parent) -> ViewerWidget * { return new ImageViewer(loader, parent); }};
}

} // namespace arb::ui

#include "image.moc"
