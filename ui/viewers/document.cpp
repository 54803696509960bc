// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewing/canvasviewer.h"
#include "viewing/fittedlabel.h"
#include "viewing/pagesearch.h"
#include "viewing/searchbar.h"

#include <presentation/formats.h>

#include <ui/theme.h>

#include <QtCore/QSignalBlocker>
#include <QtCore/QTimer>
#include <QtGui/QIcon>
#include <QtGui/QPainter>
#include <QtWidgets/QLabel>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QStyle>

#include <algorithm>
#include <functional>
#include <utility>

namespace arb::ui {

namespace {

constexpr int slowMs = 300, longMs = 5000; // waits that are told

constexpr int mostThumbnails = 200; ///< further pages are reached by number
constexpr QSize thumbnailSize(104, 134); ///< with its number
constexpr int thumbnailGap = 4;

/// PDF pages as pictures at 144 dpi, with thumbnails and search in the text layer.
class DocumentViewer final : public CanvasViewer
{
    Q_OBJECT

public:
    explicit DocumentViewer(EvidenceLoader &evidence, QWidget *parent)
        : CanvasViewer(evidence, Marks::OfPicture, parent)
    {
        setObjectName(QStringLiteral("documentViewer"));
        buildThumbnails();
        buildBar();
        connect(this, &ViewerWidget::uncovered, this, [this] {
            if (m_page > 0)
                Q_EMIT pageSeen(shown().exhibitId, m_page, m_pages);
        });
        DocumentViewer::retranslate();
    }

protected:
    void viewPlaced() override { tellZoom(); } // who follows a linked picture says its own zoom
    void begin() override
    {
        waitForPixels();
        retranslate();
        m_document = loader().document(shown().sha256, this, [this](const Shown<DocumentInfo> &info) {
            if (!info) {
                showBroken(info.error());
                return;
            }
            m_pages = info->pages;
            {
                const QSignalBlocker quiet(m_number);
                m_number->setRange(1, m_pages);
            }
            m_finder->setDocument(shown().sha256, m_pages);
            listThumbnails();
            describe();
            openPage(m_wanted);
            search(); // what was typed meanwhile
        });
    }

    void end() override
    {
        leaveExhibit(); // while it is still known which page stands here
        for (const EvidenceLoader::Ticket ticket : {m_document, m_pageTicket, m_thumbTicket})
            loader().cancel(ticket);
        m_document = m_pageTicket = m_thumbTicket = 0;
        m_pages = m_page = 0;
        m_wanted = m_keptPage = 1;
        m_isTurned = m_isAtHit = false;
        m_finder->setDocument({}, 0);
        m_thumbnails->clear();
        m_zoom->setTexts({});
        showThumbnails();
        m_search->clear();
    }

    void retranslate() override
    {
        CanvasViewer::retranslate();
        setActionWords(m_previous, tr("Previous page"));
        setActionWords(m_next, tr("Next page"));
        m_find->setText(tr("Search"));
        m_search->retranslate();
        m_number->setAccessibleName(tr("Page"));
        m_thumbnails->setAccessibleName(tr("Pages"));
        for (int row = 0; row < m_thumbnails->count(); ++row)
            m_thumbnails->item(row)->setData(Qt::AccessibleTextRole, tr("Page %1").arg(row + 1));
        describe();
        // The cover comes and goes by here, too.
        nameCanvas();
        sayFormer();
        showThumbnails();
    }

    void resizeEvent(QResizeEvent *event) override
    {
        CanvasViewer::resizeEvent(event);
        showThumbnails();
    }

    void restorePage(int page) override
    {
        if (m_isTurned || isTouched() || wasSent() || page < 1)
            return;
        m_isTurned = true; // once: what is told later is what was told from here
        m_keptPage = page;
        if (page != m_wanted)
            openPage(page);
    }

    void fillPlace(domain::Citation &citation) const override { citation.page = m_page; }
    bool isPlaceOnShow(const domain::Citation &citation) const override { return m_page > 0 && citation.page.value_or(1) == m_page; }
    int pageOnShow() const override { return m_page; }
    bool standAtHit() override
    {
        if (!std::exchange(m_isAtHit, false))
            return false;
        highlight();
        return true;
    }
    bool mayCover() const override { return true; }
    void travel(const domain::Citation &citation) override
    {
        if (isPlaceOnShow(citation))
            arrived();
        else
            goToPage(citation.page.value_or(1));
    }

private:
    void buildThumbnails()
    {
        m_thumbnails = new QListWidget(this);
        m_thumbnails->setObjectName(QStringLiteral("documentPages"));
        m_thumbnails->setIconSize(QSize(84, 110));
        m_thumbnails->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        m_thumbnails->setFixedWidth(thumbnailSize.width() + 2 * thumbnailGap + style()->pixelMetric(QStyle::PM_ScrollBarExtent, nullptr, m_thumbnails));
        m_thumbnails->setFrameShape(QFrame::NoFrame);
        m_thumbnails->setViewMode(QListView::IconMode);
        m_thumbnails->setFlow(QListView::TopToBottom);
        m_thumbnails->setWrapping(false);
        m_thumbnails->setMovement(QListView::Static);
        m_thumbnails->setSpacing(thumbnailGap);
        m_thumbnails->hide();
        connect(m_thumbnails, &QListWidget::currentRowChanged, this, [this](int row) {
            if (row >= 0 && row + 1 != m_wanted)
                goToPage(row + 1);
        });
        addPanel(m_thumbnails, true);
        m_search = new SearchBar(this);
        addPanel(m_search);
        m_finder = new PageSearch(loader(), this);
        connect(m_finder, &PageSearch::found, this, [this](int page) {
            if (!m_finder->currentHit())
                hop(1);
            else if (page == m_page)
                highlight();
        });
        connect(m_finder, &PageSearch::progressed, this, [this] { tellSearch(); });
        connect(m_search, &SearchBar::wordsChanged, this, [this] { search(); });
        connect(m_search, &SearchBar::nextWanted, this, [this] { hop(1); });
        connect(m_search, &SearchBar::previousWanted, this, [this] { hop(-1); });
    }

    void buildBar()
    {
        m_previous = addViewerAction(QStringLiteral("documentPrevious"), {Qt::Key_PageUp}, [this] { goToPage(m_wanted - 1); });
        m_next = addViewerAction(QStringLiteral("documentNext"), {Qt::Key_PageDown}, [this] { goToPage(m_wanted + 1); });
        m_find = addViewerAction(QStringLiteral("viewerFind"), {QKeySequence(QKeySequence::Find)},
                                 [this] { m_search->beginTyping(); });
        bar()->addGap();
        m_zoom = new FittedLabel(this);
        m_zoom->setObjectName(QStringLiteral("documentZoom"));
        bar()->addRest(m_zoom);
        connect(canvas(), &PictureCanvas::viewStateChanged, this, [this](const ViewState &, bool byReader) {
            m_isAtHit = m_isAtHit && !byReader;
            tellZoom();
        });
        bar()->addGlyph(m_previous, Glyph::Previous);
        m_number = new QSpinBox(this);
        m_number->setObjectName(QStringLiteral("documentPage"));
        m_number->setRange(1, 1);
        m_number->setButtonSymbols(QAbstractSpinBox::NoButtons);
        m_number->setKeyboardTracking(false);
        connect(m_number, &QSpinBox::valueChanged, this, [this](int page) { goToPage(page); });
        bar()->addRest(m_number);
        m_count = new QLabel(this);
        m_count->setTextFormat(Qt::PlainText);
        bar()->addRest(m_count);
        bar()->addGlyph(m_next, Glyph::Next);
        foldBar();
        bar()->setRank({m_previous, m_next}, 1);
    }

    /// Where they would take half of the room, pages are turned by the buttons; and no page is shown that lies under a cover.
    void showThumbnails()
    {
        const bool visible = m_pages > 1 && !isCovered() && width() >= 3 * m_thumbnails->width();
        if (!visible && m_thumbnails->hasFocus())
            canvas()->setFocus(); // a hidden list must not keep the keyboard
        m_thumbnails->setVisible(visible);
    }

    void nameCanvas()
    {
        const QString caption = presentation::visibleText(shown().caption);
        const QString name = m_page > 0 ? tr("Page %1 of %2: %3").arg(m_page).arg(m_pages).arg(caption) : caption;
        canvas()->setAccessibleName(isCovered() ? tr("%1, covered").arg(name) : name);
    }

    /// The page number says what was asked for: until that is there, the page before it is not to be read as it.
    void sayFormer()
    {
        const bool isFormer = m_page > 0 && m_wanted != m_page;
        canvas()->setFormer(isFormer ? tr("Still page %1").arg(m_page) : QString());
    }

    void describe()
    {
        //: after the page number: "of 7"
        m_count->setText(m_pages > 0 ? tr("of %1").arg(m_pages) : QString());
        m_previous->setEnabled(m_wanted > 1);
        m_next->setEnabled(m_wanted < m_pages);
        tellZoom();
    }

    /// Where there is no room for both, the page number stays.
    void tellZoom()
    {
        if (canvas()->hasPicture()) //: the zoom in percent
            m_zoom->setTexts({tr("%1 %").arg(qRound(canvas()->viewState().zoom * 100)), QString()});
    }

    void goToPage(int page)
    {
        m_isTurned = true;
        openPage(page);
    }

    void openPage(int page)
    {
        m_wanted = std::max(1, m_pages > 0 ? std::min(page, m_pages) : page);
        if (m_pages == 0)
            return; // asked for before the document was open
        loader().cancel(m_pageTicket);
        const int wanted = m_wanted;
        m_pageTicket = loader().page(shown().sha256, wanted, this,
                                     [this, wanted](const Shown<Picture> &picture) { takePage(wanted, picture); });
        tellSlowness(wanted);
        sayFormer();
        const QSignalBlocker quietNumber(m_number);
        const QSignalBlocker quietList(m_thumbnails);
        m_number->setValue(m_wanted);
        m_thumbnails->setCurrentRow(m_wanted <= m_thumbnails->count() ? m_wanted - 1 : -1); // further on, none is that page's
        describe();
    }

    /// Of a page that takes the place of another; of the first one the empty pane tells.
    void tellSlowness(int page)
    {
        const auto tell = [this, ticket = m_pageTicket](int afterMs, const std::function<QString()> &words) {
            QTimer::singleShot(afterMs, this, [this, ticket, words] {
                if (ticket != 0 && m_pageTicket == ticket && m_page > 0)
                    setNotice(words);
            });
        };
        tell(slowMs, [page] { return tr("Page %1 is being read …").arg(page); });
        tell(longMs, [page] { return tr("Page %1 is being read … this takes long.").arg(page); });
    }

    void takePage(int page, const Shown<Picture> &picture)
    {
        m_pageTicket = 0;
        if (!picture) {
            if (m_page == 0)
                showBroken(picture.error());
            else
                setNotice([this, page, error = picture.error()] { return tr("Page %1 cannot be shown: %2.").arg(page).arg(showErrorText(error, loader().limits())); });
            return;
        }
        setNotice({});
        const bool first = m_page == 0;
        const bool turned = m_page != page;
        if (turned && !first) {
            leavePage();
            canvas()->setTool(std::nullopt);
            canvas()->setRegion(std::nullopt);
            canvas()->chooseMark({});
            Q_EMIT pageTurning();
        }
        m_page = page;
        canvas()->setPicture(picture->levels, picture->fullSize, 1.0, !first);
        sayFormer();
        if (turned)
            cameOnShow(first); // names it, too
        tellZoom();
        highlight();
        m_isAtHit = m_finder->currentHit() && m_finder->currentHit()->page == page;
        arrived();
        if (!isCovered())
            Q_EMIT pageSeen(shown().exhibitId, page, m_pages);
        Q_EMIT citationChanged();
        keepPage();
    }

    /// The page that the document will be opened at.
    void keepPage()
    {
        if (m_page == m_keptPage || shown().exhibitId.isEmpty())
            return;
        m_keptPage = m_page;
        domain::ExhibitView left{shown().exhibitId, shown().sha256, 0, {}};
        left.lastPage = m_page;
        Q_EMIT viewLeft(left);
    }

    void listThumbnails()
    {
        showThumbnails();
        // Its number stands below a sheet also where there is no picture of it, or not yet.
        QImage sheet(m_thumbnails->iconSize(), QImage::Format_RGB32);
        sheet.fill(palette().color(QPalette::Base));
        const QIcon empty(thumbnailOf(sheet));
        for (int page = 1; m_pages > 1 && page <= std::min(m_pages, mostThumbnails); ++page) {
            auto *item = new QListWidgetItem(empty, QString::number(page), m_thumbnails);
            item->setTextAlignment(Qt::AlignHCenter);
            item->setSizeHint(thumbnailSize);
            item->setData(Qt::AccessibleTextRole, tr("Page %1").arg(page));
        }
        loadThumbnail(1);
    }

    /// With an edge: white pages lie on a white list.
    QPixmap thumbnailOf(const QImage &page) const
    {
        const qreal dense = devicePixelRatioF();
        QPixmap small = QPixmap::fromImage(page.scaled(m_thumbnails->iconSize() * dense, Qt::KeepAspectRatio, Qt::SmoothTransformation));
        QPainter painter(&small);
        painter.setPen(QPen(tokensFor(palette()).divider, dense));
        painter.drawRect(small.rect().adjusted(0, 0, -1, -1));
        painter.end();
        small.setDevicePixelRatio(dense);
        return small;
    }

    /// One after the other, so that the page somebody waits for is never behind a queue of small ones.
    void loadThumbnail(int page)
    {
        if (page > m_thumbnails->count())
            return;
        m_thumbTicket = loader().page(shown().sha256, page, this, [this, page](const Shown<Picture> &picture) {
            QListWidgetItem *item = m_thumbnails->item(page - 1);
            if (picture && item)
                item->setIcon(QIcon(thumbnailOf(picture->levels.last())));
            loadThumbnail(page + 1);
        });
    }

    void search()
    {
        m_finder->begin({}, 1);
        highlight();
        m_search->setReading(0, 0);
        m_search->showCount(0, -1);
        if (m_pages > 0 && !m_search->words().isEmpty())
            m_finder->begin(m_search->words(), m_page > 0 ? m_page : m_wanted);
    }

    /// While pages are still being read, no count is the last word.
    void tellSearch()
    {
        const bool isReading = m_finder->isReading();
        m_search->setTextless(m_finder->textless(), m_pages);
        m_search->setUnread(m_finder->unread());
        m_search->setReading(isReading ? m_finder->searched() : 0, isReading ? m_pages : 0);
        m_search->showCount(m_finder->current() + 1, static_cast<int>(m_finder->hits().size()));
    }

    void hop(int by)
    {
        if (!m_finder->step(by))
            return;
        if (const int page = m_finder->currentHit()->page; page != m_wanted)
            goToPage(page);
        else
            highlight();
        m_search->showCount(m_finder->current() + 1, static_cast<int>(m_finder->hits().size()));
    }

    /// The hits of the page on show; the chosen one stands out and is brought into view.
    void highlight()
    {
        QList<QRect> boxes;
        int current = -1;
        const PageSearch::Hit *chosen = m_finder->currentHit();
        for (const PageSearch::Hit &hit : m_finder->hits()) {
            if (hit.page != m_page)
                continue;
            if (&hit == chosen)
                current = static_cast<int>(boxes.size());
            boxes += hit.boxes;
        }
        canvas()->setHighlights(boxes, current);
        if (current >= 0)
            canvas()->bringIntoView(boxes[current]);
    }

    QListWidget *m_thumbnails = nullptr;
    SearchBar *m_search = nullptr;
    PageSearch *m_finder = nullptr;
    QSpinBox *m_number = nullptr;
    FittedLabel *m_zoom = nullptr;
    QLabel *m_count = nullptr;
    QAction *m_previous = nullptr, *m_next = nullptr, *m_find = nullptr;
    EvidenceLoader::Ticket m_document = 0, m_pageTicket = 0, m_thumbTicket = 0;
    int m_pages = 0;
    int m_page = 0;   ///< on show, from 1; 0 none
    int m_wanted = 1; ///< asked for last
    int m_keptPage = 1; ///< that it would be opened at
    bool m_isAtHit = false;  ///< the page came on show with the chosen hit, and nobody has moved it since
    bool m_isTurned = false; ///< somebody chose the page, now or when it was left
};

} // namespace

Viewer make_document()
{
    return {QStringLiteral("document"), QT_TRANSLATE_NOOP("arb::ui::Viewer", "Document"),
            [](EvidenceLoader &loader, QWidget *parent) -> ViewerWidget * { return new DocumentViewer(loader, parent); }};
}

} // namespace arb::ui

#include "document.moc"
