// SPDX-License-Identifier: GPL-3.0-or-later
#include "citing/citehandle.h"
#include "viewing/exhibittext.h"
#include "viewing/trackdelegate.h"
#include "viewing/trackmodel.h"

#include <ui/viewers.h>

#include <presentation/formats.h>

#include <domain/textlines.h>

#include <QtWidgets/QListView>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QStackedWidget>

namespace arb::ui {

namespace {

/// Where the scans of the return leg are in case.json.
QString wayBackPointer()
{
    return QStringLiteral("/return/logistics/");
}

/// A parcel's way, out and back. A selected scan is the citation: out by its index, back by its place in case.json.
class LogisticsViewer final : public ViewerWidget
{
    Q_OBJECT

public:
    explicit LogisticsViewer(EvidenceLoader &evidence, QWidget *parent)
        : ViewerWidget(evidence, parent)
    {
        setObjectName(QStringLiteral("logisticsViewer"));
        m_pages = new QStackedWidget(this);
        auto *list = new CitableList(m_pages);
        connect(list, &CitableList::dragWanted, this, &ViewerWidget::dragWanted);
        m_view = list;
        m_view->setObjectName(QStringLiteral("logisticsList"));
        m_model = new TrackModel(this);
        m_view->setModel(m_model);
        m_view->setItemDelegate(new TrackDelegate(*m_model, *m_view));
        m_view->setResizeMode(QListView::Adjust);
        m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
        m_view->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
        m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        m_view->setFrameShape(QFrame::NoFrame);
        m_text = new QPlainTextEdit(m_pages);
        m_text->setReadOnly(true);
        m_text->setFrameShape(QFrame::NoFrame);
        m_pages->addWidget(m_view);
        m_pages->addWidget(m_text);
        setContent(m_pages);
        setFocusProxy(m_view);
        connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &ViewerWidget::citationChanged);
        LogisticsViewer::retranslate();
    }

    std::optional<domain::Citation> currentCitation() const override
    {
        if (isBroken())
            return std::nullopt;
        domain::Citation citation;
        if (!shown().exhibitId.isEmpty()) {
            citation.exhibit = shown().exhibitId;
            citation.sha256 = shown().sha256;
            return citation;
        }
        const QModelIndex index = m_view->currentIndex();
        if (!index.isValid() || m_model->row(index.row()).heading)
            return std::nullopt;
        const TrackModel::Row &row = m_model->row(index.row());
        if (row.back)
            citation.fact = wayBackPointer() + QString::number(row.scan);
        else
            citation.logistics = row.scan;
        return citation;
    }

    void goTo(const domain::Citation &citation, const QString &) override
    {
        const int row = rowFor(citation);
        if (row < 0)
            return;
        m_view->setCurrentIndex(m_model->index(row));
        m_view->scrollTo(m_model->index(row), QAbstractItemView::PositionAtCenter);
    }

    void showCited(const QList<domain::Citation> &citations) override
    {
        QHash<int, int> numbers;
        int number = 0;
        for (const domain::Citation &citation : citations) {
            ++number;
            if (const int row = rowFor(citation); row >= 0)
                numbers.insert(row, number);
        }
        m_model->setCited(numbers);
    }

protected:
    void begin() override
    {
        retranslate();
        if (shown().exhibitId.isEmpty()) {
            m_pages->setCurrentWidget(m_view);
            m_model->setTracks(shown().track, shown().wayBack);
            ready();
            return;
        }
        m_ticket = loader().bytes(shown().sha256, wordsCap, this, [this](const Shown<QByteArray> &bytes) {
            if (!bytes) {
                showBroken(bytes.error());
                return;
            }
            if (const auto track = trackFrom(*bytes)) {
                m_pages->setCurrentWidget(m_view);
                m_model->setTracks(*track, {});
            } else {
                QStringList lines = domain::textLines(*bytes);
                for (QString &line : lines)
                    line = presentation::visibleText(line);
                m_text->setPlainText(lines.join(QLatin1Char('\n')));
                m_pages->setCurrentWidget(m_text);
            }
            ready();
        });
    }

    void end() override
    {
        loader().cancel(m_ticket);
        m_ticket = 0;
        m_model->setTracks({}, {});
        m_text->clear();
    }

    void retranslate() override
    {
        m_view->setAccessibleName(tr("Parcel track"));
        m_text->setAccessibleName(tr("Parcel track"));
        m_model->languageChanged();
        m_view->doItemsLayout();
    }

private:
    int rowFor(const domain::Citation &citation) const
    {
        if (citation.logistics)
            return m_model->rowOf(false, *citation.logistics);
        if (citation.fact.startsWith(wayBackPointer()))
            return m_model->rowOf(true, citation.fact.mid(wayBackPointer().size()).toInt());
        return -1;
    }

    void ready()
    {
        Q_EMIT seen(shown().exhibitId);
        Q_EMIT citationChanged();
    }

    QStackedWidget *m_pages = nullptr;
    QListView *m_view = nullptr;
    QPlainTextEdit *m_text = nullptr;
    TrackModel *m_model = nullptr;
    EvidenceLoader::Ticket m_ticket = 0;
};

} // namespace

Viewer make_logistics()
{
    return {QStringLiteral("logistics"), QT_TRANSLATE_NOOP("arb::ui::Viewer", "Parcel track"),
            [](EvidenceLoader &loader, QWidget *parent) -> ViewerWidget * { return new LogisticsViewer(loader, parent); }};
}

} // namespace arb::ui

#include "logistics.moc"
