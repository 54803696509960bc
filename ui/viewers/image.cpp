// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewing/canvasviewer.h"

#include <presentation/formats.h>

#include <QtWidgets/QLabel>

namespace arb::ui {

namespace {

/// Still pictures: first a decode that fits the pane, the full resolution when somebody looks closer.
class ImageViewer final : public CanvasViewer
{
    Q_OBJECT

public:
    explicit ImageViewer(EvidenceLoader &evidence, QWidget *parent)
        : CanvasViewer(evidence, parent)
    {
        setObjectName(QStringLiteral("imageViewer"));
        m_size = new QLabel(this);
        m_size->setTextFormat(Qt::PlainText);
        bar()->addGap();
        bar()->addRest(m_size);
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
        loader().cancel(m_first);
        loader().cancel(m_full);
        m_first = m_full = 0;
        m_isFull = false;
        canvas()->clear();
        forgetPlaces();
        m_size->clear();
    }

    void retranslate() override
    {
        CanvasViewer::retranslate();
        const QString caption = presentation::visibleText(shown().caption);
        canvas()->setAccessibleName(caption.isEmpty() ? tr("Picture") : tr("Picture: %1").arg(caption));
        describe();
    }

    bool isPlaceOnShow(const domain::Citation &) const override { return canvas()->hasPicture(); }
    void travel(const domain::Citation &) override { arrived(); }

private:
    void take(const Shown<Picture> &picture, bool full)
    {
        if (!picture) {
            // The scaled picture stays when only the full one fails (memory, say).
            if (full)
                setNotice([error = picture.error()] { return tr("The full resolution cannot be shown: %1.").arg(showErrorText(error)); });
            else
                showBroken(picture.error());
            return;
        }
        const bool first = !canvas()->hasPicture();
        m_isFull = picture->isFull();
        canvas()->setPicture(picture->levels, picture->fullSize, 1.0, !first);
        if (picture->damaged)
            setNotice([] { return tr("The file is damaged; what could be read is shown."); });
        if (first) {
            Q_EMIT pictureReplaced();
            Q_EMIT seen(shown().exhibitId);
        }
        Q_EMIT citationChanged();
        describe();
        arrived();
    }

    void loadFull()
    {
        if (m_isFull || m_full != 0 || !canvas()->hasPicture())
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
