// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewing/readingpanel.h"

#include <presentation/formats.h>
#include <presentation/readingcard.h>

#include <QtGui/QAction>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtWidgets/QLabel>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QStyledItemDelegate>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

namespace arb::ui {

namespace {

constexpr int panelWidth = 300; ///< beside the picture, which has at least as much
constexpr int lowList = 64;     ///< below the picture, which needs the rest: two lines and a half, or one with its piece
constexpr QSize pieceSize(260, 36);
constexpr int pieceRim = 4; ///< pixels of the picture around a line

/// The piece of the picture a line stands in; @p full is the size that boxes are in.
QPixmap pieceOf(const QImage &picture, const QRect &box, QSize full)
{
    if (picture.isNull() || full.isEmpty())
        return {};
    const double scale = static_cast<double>(picture.width()) / full.width();
    const QRect wide = box.adjusted(-pieceRim, -pieceRim, pieceRim, pieceRim);
    const QRect part(qRound(wide.x() * scale), qRound(wide.y() * scale), qRound(wide.width() * scale), qRound(wide.height() * scale));
    const QRect inside = part & picture.rect();
    if (inside.isEmpty())
        return {};
    return QPixmap::fromImage(picture.copy(inside).scaled(pieceSize, Qt::KeepAspectRatio, Qt::SmoothTransformation));
}

/// A line's piece above its words: beside them neither would have room.
class PieceAbove final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        if (!option->features.testFlag(QStyleOptionViewItem::HasDecoration))
            return;
        option->decorationPosition = QStyleOptionViewItem::Top;
        option->decorationAlignment = Qt::AlignLeft | Qt::AlignVCenter;
        option->decorationSize = pieceSize;
    }
};

} // namespace

ReadingPanel::ReadingPanel(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("readingPanel"));
    setAutoFillBackground(true); // nothing of the picture shines through
    m_words = new QLabel(this);
    m_words->setObjectName(QStringLiteral("readingWords"));
    m_words->setTextFormat(Qt::PlainText);
    m_words->setWordWrap(true);
    m_list = new QListWidget(this);
    m_list->setObjectName(QStringLiteral("readingLines"));
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setWordWrap(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setIconSize(pieceSize);
    m_list->setItemDelegate(new PieceAbove(m_list));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_words);
    column->addWidget(m_list, 1);
    m_offer = new QToolButton(this);
    m_offer->setObjectName(QStringLiteral("readingOffer"));
    m_offer->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_offer->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed); // a long language makes no panel wider
    column->addWidget(m_offer);
    auto *copy = new QAction(m_list);
    copy->setShortcut(QKeySequence(QKeySequence::Copy));
    copy->setShortcutContext(Qt::WidgetShortcut);
    m_list->addAction(copy);
    connect(copy, &QAction::triggered, this, [this] { copyLines(); });
    connect(m_list, &QListWidget::currentRowChanged, this, &ReadingPanel::lineChosen);
    setBelow(false);
    describe();
}

bool ReadingPanel::standsBelow(int pane)
{
    return pane < 2 * panelWidth;
}

void ReadingPanel::setBelow(bool below)
{
    setMinimumWidth(below ? 0 : panelWidth);
    setMaximumWidth(below ? QWIDGETSIZE_MAX : panelWidth);
    m_list->setMinimumHeight(below ? lowList / 2 : 0);
    m_list->setMaximumHeight(below ? lowList : QWIDGETSIZE_MAX);
}

void ReadingPanel::showState(State state)
{
    m_state = state;
    if (state != State::Done) {
        m_reading = {};
        m_list->clear();
    }
    describe();
}

void ReadingPanel::showReading(const domain::MachineReading &reading, const QImage &picture)
{
    m_state = State::Done;
    m_reading = reading;
    m_list->clear();
    for (const domain::ReadLine &line : reading.lines()) {
        const QString text = line.text();
        auto *item = new QListWidgetItem(presentation::visibleText(text), m_list);
        if (domain::holdsNumber(text))
            item->setIcon(QIcon(pieceOf(picture, line.box(), reading.size)));
    }
    describe();
}

void ReadingPanel::offer(QAction *action)
{
    m_offer->setDefaultAction(action);
}

QList<QRect> ReadingPanel::boxes() const
{
    QList<QRect> all;
    for (const domain::ReadLine &line : m_reading.lines())
        all.append(line.box());
    return all;
}

int ReadingPanel::current() const
{
    return m_list->currentRow();
}

void ReadingPanel::retranslate()
{
    m_list->setAccessibleName(tr("Lines read by a machine"));
    describe();
}

void ReadingPanel::describe()
{
    switch (m_state) {
    case State::Reading: m_words->setText(tr("The picture is being read …")); break;
    case State::Missing:
        m_words->setText(tr("Reading is not installed: the package tesseract-ocr-chi-sim brings it. Everything else works without it."));
        break;
    case State::Failed: m_words->setText(tr("The picture could not be read.")); break;
    case State::Done: m_words->setText(presentation::readingSentence(m_reading, presentation::shippedReadingRates())); break;
    }
    const bool hasLines = m_state == State::Done && m_list->count() > 0;
    m_list->setVisible(hasLines);
    m_offer->setVisible(hasLines);
}

void ReadingPanel::copyLines() const
{
    QStringList lines;
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->isSelected())
            lines.append(m_list->item(row)->text());
    }
    if (!lines.isEmpty())
        QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
}

QList<PageWord> pageWordsOf(const domain::MachineReading &reading)
{
    QList<PageWord> words;
    for (const domain::ReadLine &line : reading.lines()) {
        for (const domain::ReadWord &word : line.words)
            words.append({word.text, QRectF(word.box)});
    }
    return words;
}

} // namespace arb::ui
