// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewing/canvasviewer.h"
#include "viewing/fittedlabel.h"
#include "viewing/pagefind.h"
#include "viewing/readingpanel.h"
#include "viewing/searchbar.h"

#include <presentation/formats.h>

#include <QtCore/QTimer>
#include <QtWidgets/QApplication>

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
        m_size = new FittedLabel(this);
        m_size->setObjectName(QStringLiteral("pictureSize"));
        bar()->addGap();
        bar()->addRest(m_size);
        buildReading();
        foldBar();
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

protected:
    void viewPlaced() override { describe(); } // who follows a linked picture says its own zoom
    void begin() override
    {
        waitForPixels();
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
        forgetReading();
        leaveExhibit();
        m_size->setTexts({});
    }

    void retranslate() override
    {
        CanvasViewer::retranslate();
        const QString caption = presentation::visibleText(shown().caption);
        const QString name = caption.isEmpty() ? tr("Picture") : tr("Picture: %1").arg(caption);
        setActionWords(m_readAction, tr("Words a machine reads in the picture"));
        setActionWords(m_keepWords, tr("Keep the reading as an exhibit"));
        m_find->setText(tr("Search"));
        m_search->retranslate();
        m_panel->retranslate();
        canvas()->setAccessibleName(isCovered() ? tr("%1, covered").arg(name) : name);
        describe();
    }

    void resizeEvent(QResizeEvent *event) override
    {
        CanvasViewer::resizeEvent(event);
        const bool below = ReadingPanel::standsBelow(width());
        m_panel->setBelow(below);
        putPanelsBelow(below);
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
    void buildReading()
    {
        m_panel = new ReadingPanel(this);
        m_panel->hide();
        addPanel(m_panel, true);
        m_search = new SearchBar(this);
        addPanel(m_search);
        m_search->hide(); // until somebody looks for words
        m_readAction = addViewerAction(QStringLiteral("viewReading"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_W)}, {});
        m_readAction->setCheckable(true);
        connect(m_readAction, &QAction::toggled, this, [this](bool on) {
            const QWidget *focus = QApplication::focusWidget();
            if (!on && focus && m_panel->isAncestorOf(focus))
                canvas()->setFocus(); // a hidden panel must not keep the keyboard
            m_panel->setVisible(on);
            if (on)
                readPicture();
            highlight();
        });
        bar()->addGlyph(m_readAction, Glyph::Text);
        m_find = addViewerAction(QStringLiteral("viewerFind"), {QKeySequence(QKeySequence::Find)}, [this] {
            m_search->show();
            m_search->beginTyping();
            readPicture();
        });
        m_keepWords = addViewerAction(QStringLiteral("viewKeepReading"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E)}, [this] { keepWords(); });
        m_panel->offer(m_keepWords);
        connect(m_panel, &ReadingPanel::lineChosen, this, [this] { highlight(); });
        connect(m_search, &SearchBar::wordsChanged, this, [this] { search(); });
        connect(m_search, &SearchBar::nextWanted, this, [this] { hop(1); });
        connect(m_search, &SearchBar::previousWanted, this, [this] { hop(-1); });
    }

    /// Asks once for each picture; the answer is kept by the loader.
    void readPicture()
    {
        if (m_reading != 0 || m_isRead || !canvas()->hasPicture())
            return;
        m_panel->showState(ReadingPanel::State::Reading);
        m_reading = loader().machineReading(shown().sha256, this, [this](const Shown<domain::MachineReading> &reading) {
            m_reading = 0;
            m_isRead = true;
            if (!reading) {
                m_panel->showState(reading.error() == ShowError::NoTool ? ReadingPanel::State::Missing : ReadingPanel::State::Failed);
                return;
            }
            const domain::MachineReading read = shown().masked ? domain::maskedReading(*reading) : *reading;
            m_words = pageWordsOf(read);
            m_panel->showReading(read, m_pixels);
            search();
        });
        if (m_reading == 0)
            m_panel->showState(ReadingPanel::State::Missing);
    }

    /// Nobody keeps words unseen: where they are not on show, they come on show first.
    void keepWords()
    {
        if (isBroken() || isCovered() || !canvas()->hasPicture() || shown().exhibitId.isEmpty())
            return;
        if (!m_readAction->isChecked()) {
            m_readAction->setChecked(true);
            return;
        }
        domain::Citation place;
        place.exhibit = shown().exhibitId;
        place.sha256 = shown().sha256;
        if (!m_panel->reading().bubbles.isEmpty())
            Q_EMIT readingTaken(m_panel->reading(), place);
    }

    void forgetReading()
    {
        loader().cancel(m_reading);
        m_reading = 0;
        m_isRead = false;
        m_words.clear();
        m_hits.clear();
        m_hit = -1;
        m_pixels = {};
        canvas()->setHighlights({}, -1);
        m_readAction->setChecked(false);
        m_panel->showState(ReadingPanel::State::Reading);
        m_search->clear();
        m_search->hide();
    }

    void search()
    {
        m_hits = findOnPage(m_search->words(), m_words);
        m_hit = m_hits.isEmpty() ? -1 : 0;
        m_search->showCount(m_hit + 1, m_search->words().isEmpty() || !m_isRead ? -1 : static_cast<int>(m_hits.size()));
        highlight();
    }

    void hop(int by)
    {
        if (m_hits.isEmpty())
            return;
        const auto count = static_cast<int>(m_hits.size());
        m_hit = (m_hit + by + count) % count;
        m_search->showCount(m_hit + 1, count);
        highlight();
    }

    /// What is searched for, or the lines while their list is open.
    void highlight()
    {
        QList<QRect> boxes;
        int current = -1;
        for (int n = 0; n < m_hits.size(); ++n) {
            if (n == m_hit)
                current = static_cast<int>(boxes.size());
            boxes += m_hits[n].boxes;
        }
        if (m_hits.isEmpty() && m_readAction->isChecked()) {
            boxes = m_panel->boxes();
            current = m_panel->current();
        }
        canvas()->setHighlights(boxes, current < boxes.size() ? current : -1);
        if (current >= 0 && current < boxes.size())
            canvas()->bringIntoView(boxes[current]);
    }

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
        m_pixels = picture->levels.first();
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
        const int zoom = qRound(canvas()->viewState().zoom * 100);
        //: pixels wide, pixels high, zoom in percent
        m_size->setTexts({tr("%1 × %2 · %3 %").arg(size.width()).arg(size.height()).arg(zoom), tr("%1 %").arg(zoom)});
    }

    FittedLabel *m_size = nullptr;
    QTimer m_soon;
    EvidenceLoader::Ticket m_first = 0, m_full = 0;
    bool m_isFull = false;

    ReadingPanel *m_panel = nullptr;
    SearchBar *m_search = nullptr;
    QAction *m_readAction = nullptr, *m_keepWords = nullptr, *m_find = nullptr;
    EvidenceLoader::Ticket m_reading = 0;
    bool m_isRead = false;
    QImage m_pixels; ///< the largest that is loaded: shared, not copied
    QList<PageWord> m_words;
    QList<PageHit> m_hits;
    int m_hit = -1;
};

} // namespace

Viewer make_image()
{
    return {QStringLiteral("image"), QT_TRANSLATE_NOOP("arb::ui::Viewer", "Picture"),
            [](EvidenceLoader &loader, QWidget *parent) -> ViewerWidget * { return new ImageViewer(loader, parent); }};
}

} // namespace arb::ui

#include "image.moc"
