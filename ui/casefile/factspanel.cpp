// SPDX-License-Identifier: GPL-3.0-or-later
#include "factspanel.h"

#include "../queue/flowlayout.h"

#include <ui/theme.h>

#include <QtCore/QEvent>
#include <QtCore/QPointer>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtGui/QHideEvent>
#include <QtGui/QIcon>
#include <QtGui/QKeyEvent>
#include <QtGui/QPixmap>
#include <QtGui/QResizeEvent>
#include <QtWidgets/QApplication>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>
#include <utility>

namespace arb::ui {

namespace {

constexpr int signPixels = 14;
constexpr int usualHeight = 190; // of a pane that is 400 high on the smallest screen: the picture keeps the larger part
constexpr int leastHeight = 96, leastRevealed = 150; // its heading and two lines, where a film needs the room; a find
constexpr int wideEnough = 480; // for pictures as large as they come

/// A frame as a whole: there may be a small picture of it.
bool isFrame(const presentation::CardPlace &place)
{
    return place.region.isEmpty() && place.message.isEmpty();
}

bool isPlainEscape(const QKeyEvent &event)
{
    return event.key() == Qt::Key_Escape && event.modifiers() == Qt::NoModifier;
}

QLabel *cardLabel(QWidget *parent, bool selectable)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    if (selectable)
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

void setTextColor(QLabel *label, const QColor &color)
{
    QPalette colors = label->palette();
    colors.setColor(QPalette::WindowText, color);
    colors.setColor(QPalette::Text, color);
    label->setPalette(colors);
}

} // namespace

FactsPanel::FactsPanel(QWidget *parent)
    : QWidget(parent), m_title(new QLabel(this)), m_none(new QLabel), m_reveal(new QPushButton(this)), m_copy(new QPushButton(this)),
      m_scroll(new QScrollArea(this)), m_page(new QWidget), m_grid(new QGridLayout(m_page))
{
    setObjectName(QStringLiteral("factsCard"));
    m_title->setTextFormat(Qt::PlainText);
    m_none->setParent(m_page);
    m_none->setTextFormat(Qt::PlainText);
    m_none->setWordWrap(true);
    m_reveal->setObjectName(QStringLiteral("revealPlace"));
    m_copy->setObjectName(QStringLiteral("copyFacts"));
    m_scroll->setObjectName(QStringLiteral("factsCardLines"));
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidget(m_page);
    m_page->setAutoFillBackground(false); // the card's own ground shows
    m_scroll->viewport()->setAutoFillBackground(false);
    setAttribute(Qt::WA_StyledBackground);
    m_grid->setContentsMargins(8, 2, 8, 6);
    m_grid->setHorizontalSpacing(8);
    m_grid->setVerticalSpacing(2);
    m_grid->setColumnStretch(2, 1);
    m_grid->addWidget(m_none, 0, 0, 1, 3);
    m_grid->setAlignment(Qt::AlignTop); // a short card keeps its lines together
    auto *head = new QHBoxLayout;
    head->setContentsMargins(8, 4, 8, 2);
    head->setSpacing(6);
    head->addWidget(m_title, 1);
    head->addWidget(m_reveal);
    head->addWidget(m_copy);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_scroll, 1);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    qApp->installEventFilter(this); // the theme: a style sheet holds one's own palette back, and with it the news of another
    connect(m_reveal, &QPushButton::clicked, this, &FactsPanel::revealPlace);
    connect(m_copy, &QPushButton::clicked, this, &FactsPanel::copyAll);
    fill();
}

QSize FactsPanel::sizeHint() const
{
    return {300, std::max(usualHeight, std::min(neededHeight(), m_mostHeight))};
}

QSize FactsPanel::minimumSizeHint() const
{
    return {200, m_revealed.isEmpty() ? leastHeight : std::max(leastRevealed, std::min(neededHeight(), m_mostHeight))};
}

void FactsPanel::setMostHeight(int pixels)
{
    if (std::exchange(m_mostHeight, pixels) != pixels)
        updateGeometry();
}

int FactsPanel::neededHeight() const
{
    const qsizetype at = lineOf(m_revealed);
    if (at < 0)
        return 0;
    const Row &row = m_rows.at(at);
    const presentation::CardLine &line = m_card.lines.at(at);
    int labels = 0;
    for (const Row &each : m_rows)
        labels = std::max(labels, each.label->isHidden() ? 0 : each.label->sizeHint().width() + m_grid->horizontalSpacing());
    const QMargins around = m_grid->contentsMargins();
    const int whole = width() - around.left() - around.right() - m_scroll->verticalScrollBar()->sizeHint().width();
    const int text = std::max(1, whole - (row.label->isHidden() ? 0 : labels));
    int high = layout()->itemAt(0)->sizeHint().height() + around.top() + around.bottom() + row.value->heightForWidth(text);
    if (!line.hint.isEmpty())
        high += m_grid->verticalSpacing() + row.hint->heightForWidth(text);
    if (line.places.isEmpty())
        return high;
    // The pictures come later; their room is there before, so that nothing jumps.
    const int pictures = std::ranges::any_of(line.places, isFrame) ? pictureBox().height() + fontMetrics().height() + 12 : 0;
    return high + m_grid->verticalSpacing() + std::max(pictures, row.places->layout()->heightForWidth(std::max(1, whole)));
}

/// Two of them stand side by side in any pane; in a narrow one they leave the height to the words.
QSize FactsPanel::pictureBox() const
{
    return width() < wideEnough ? QSize(96, 54) : QSize(128, 72);
}

void FactsPanel::setPictures(const QHash<qint64, QImage> &pictures)
{
    m_picturesCame = m_picturesCame || pictures.size() > m_pictures.size();
    m_pictures = pictures;
}

void FactsPanel::setCard(const QString &key, Source source)
{
    if (key != m_key) {
        m_place = presentation::PlaceDetail::Coarse;
        m_scroll->ensureVisible(0, 0);
        m_revealed.clear();
        updateGeometry();
    }
    m_key = key;
    m_source = std::move(source);
    fill();
}

void FactsPanel::fill()
{
    m_card = m_source ? m_source(m_place) : presentation::FactsCard();
    m_title->setText(tr("What the file says"));
    m_none->setText(tr("This is part of the platform's record; there is no file behind it."));
    m_none->setVisible(!m_source);
    m_reveal->setText(tr("Show exact place"));
    m_reveal->setToolTip(tr("The exact place is personal data; it is hidden again with the next exhibit."));
    m_reveal->setVisible(m_card.placeIsCoarse);
    m_copy->setText(tr("Copy"));
    m_copy->setToolTip(tr("Copies these lines, with the whole digest"));
    m_copy->setAccessibleName(tr("Copy what the file says"));
    m_copy->setVisible(m_source != nullptr);
    m_scroll->setAccessibleName(m_title->text());
    while (m_rows.size() < m_card.lines.size())
        m_rows.append(makeRow(static_cast<int>(m_rows.size())));
    for (int n = 0; n < m_rows.size(); ++n) {
        const Row &row = m_rows.at(n);
        const bool used = n < m_card.lines.size();
        row.label->setVisible(used && !m_card.lines.at(n).label.isEmpty());
        row.value->setVisible(used);
        row.hint->setVisible(used && !m_card.lines.at(n).hint.isEmpty());
        row.sign->setVisible(used && m_card.lines.at(n).look);
        row.places->setVisible(used && !m_card.lines.at(n).places.isEmpty());
        if (used)
            fillRow(row, m_card.lines.at(n));
    }
    if (!m_revealed.isEmpty())
        updateGeometry();
    restyle();
}

FactsPanel::Row FactsPanel::makeRow(int index)
{
    const Row row{cardLabel(m_page, false), cardLabel(m_page, true), new QLabel(m_page), cardLabel(m_page, true), new QWidget(m_page)};
    row.label->setWordWrap(false);
    row.label->setBuddy(row.value);
    row.label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    row.value->setObjectName(QStringLiteral("factValue"));
    row.hint->setObjectName(QStringLiteral("factHint"));
    row.sign->setObjectName(QStringLiteral("factSign"));
    row.sign->setAlignment(Qt::AlignRight | Qt::AlignTop);
    new FlowLayout(row.places, 4);
    const int line = 1 + 3 * index;
    m_grid->addWidget(row.label, line, 0);
    m_grid->addWidget(row.value, line, 1, 1, 2);
    m_grid->addWidget(row.sign, line + 1, 0);
    m_grid->addWidget(row.hint, line + 1, 1, 1, 2);
    m_grid->addWidget(row.places, line + 2, 0, 1, 3);
    return row;
}

/// What a find means has the whole width: it takes fewer lines, and the film keeps the more room.
void FactsPanel::spread(const Row &row, bool wide)
{
    int line = 0, column = 0, rows = 0, columns = 0;
    m_grid->getItemPosition(m_grid->indexOf(row.value), &line, &column, &rows, &columns);
    const int wanted = wide ? 0 : 1;
    if (column == wanted)
        return;
    m_grid->removeWidget(row.value);
    m_grid->removeWidget(row.hint);
    m_grid->addWidget(row.value, line, wanted, 1, 3 - wanted);
    m_grid->addWidget(row.hint, line + 1, wanted, 1, 3 - wanted);
}

void FactsPanel::fillRow(const Row &row, const presentation::CardLine &line)
{
    spread(row, line.label.isEmpty() && !line.hint.isEmpty() && !line.look);
    row.label->setText(line.label);
    row.value->setText(line.value);
    row.value->setAccessibleName(line.label.isEmpty() ? line.value : QStringLiteral("%1: %2").arg(line.label, line.value));
    row.value->setToolTip(line.copied.toHtmlEscaped());
    row.hint->setText(line.hint);
    row.hint->setAccessibleName(line.look ? tr("Worth a second look: %1").arg(line.hint) : line.hint);
    row.sign->setToolTip(tr("Worth a second look"));
    fillPlaces(row, line);
}

/// Buttons are kept and given other words, so that the keyboard stays where it is while a search goes on.
void FactsPanel::fillPlaces(const Row &row, const presentation::CardLine &line)
{
    QList<QToolButton *> buttons = row.places->findChildren<QToolButton *>(QString(), Qt::FindDirectChildrenOnly);
    while (buttons.size() < line.places.size()) {
        auto *button = new QToolButton(row.places); // these can have their words below the picture
        button->setObjectName(QStringLiteral("factPlace"));
        button->setFocusPolicy(Qt::StrongFocus);
        row.places->layout()->addWidget(button);
        buttons.append(button);
    }
    for (int n = 0; n < buttons.size(); ++n) {
        QToolButton *button = buttons.at(n);
        const bool used = n < line.places.size();
        button->setVisible(used);
        button->disconnect(this);
        if (!used)
            continue;
        const presentation::CardPlace place = line.places.at(n);
        button->setText(place.words);
        const QImage picture = isFrame(place) ? m_pictures.value(place.frame) : QImage();
        button->setIcon(picture.isNull() ? QIcon() : QIcon(QPixmap::fromImage(picture)));
        button->setToolButtonStyle(picture.isNull() ? Qt::ToolButtonTextOnly : Qt::ToolButtonTextUnderIcon);
        if (!picture.isNull())
            button->setIconSize(picture.size().scaled(pictureBox().boundedTo(picture.size()), Qt::KeepAspectRatio));
        button->setAccessibleName(tr("%1: %2").arg(place.words, line.value));
        connect(button, &QToolButton::clicked, this, [this, place] { Q_EMIT placeWanted(place); });
    }
    row.places->updateGeometry(); // at once: told by its own layout it comes too late for a page that scrolls, which then cuts off words
}

/// What has the keyboard stays in view when lines grow or pictures come.
void FactsPanel::refresh()
{
    const QPointer<QWidget> focus = QApplication::focusWidget();
    const bool inside = focus && m_page->isAncestorOf(focus);
    const bool inView = inside && !focus->visibleRegion().isEmpty();
    fill();
    const qsizetype revealed = lineOf(m_revealed);
    const bool isAtRevealed = inside && revealed >= 0 && m_rows.at(revealed).places->isAncestorOf(focus);
    if (std::exchange(m_picturesCame, false) && (!inside || isAtRevealed)) {
        showLine(m_revealed); // the pictures of what was pointed out come after it
        return;
    }
    if (!inView)
        return;
    QMetaObject::invokeMethod(this, [this, focus, isAtRevealed] {
        const bool stays = isAtRevealed && focus && !focus->visibleRegion().isEmpty(); // the words above it are being read
        if (focus && m_page->isAncestorOf(focus) && !stays)
            m_scroll->ensureWidgetVisible(focus, 0, 2);
    }, Qt::QueuedConnection);
}

/// -1: there is none.
qsizetype FactsPanel::lineOf(const QString &find) const
{
    const auto found = std::ranges::find(m_card.lines, find, &presentation::CardLine::find);
    return find.isEmpty() || found == m_card.lines.cend() ? -1 : std::distance(m_card.lines.cbegin(), found);
}

QList<presentation::CardPlace> FactsPanel::currentPlaces() const
{
    const QWidget *focus = QApplication::focusWidget();
    for (qsizetype n = 0; focus && n < std::min(m_rows.size(), m_card.lines.size()); ++n) {
        const Row &row = m_rows.at(n);
        const QList<presentation::CardPlace> &places = m_card.lines.at(n).places;
        if (focus == row.value || focus == row.hint)
            return places;
        // In the order of the places: fillPlaces() gives them theirs so.
        const qsizetype at = row.places->findChildren<QToolButton *>(QString(), Qt::FindDirectChildrenOnly).indexOf(focus);
        if (at >= 0)
            return places.mid(at, 1);
    }
    return {};
}

QToolButton *FactsPanel::firstPlace(const QString &find) const
{
    const qsizetype at = lineOf(find);
    return at < 0 ? nullptr : m_rows.at(at).places->findChild<QToolButton *>(QStringLiteral("factPlace"), Qt::FindDirectChildrenOnly);
}

void FactsPanel::reveal(const QString &find)
{
    QToolButton *button = firstPlace(find);
    m_revealed = button ? find : QString();
    updateGeometry();
    if (button)
        button->setFocus(Qt::ShortcutFocusReason);
    showLine(find);
}

void FactsPanel::showLine(const QString &find)
{
    // The card may just have come, and its lines have grown: they find their places first.
    QMetaObject::invokeMethod(this, [this, find] {
        const qsizetype at = lineOf(find);
        if (at < 0)
            return;
        m_grid->activate();
        if (const int high = m_page->heightForWidth(m_page->width()); high > m_page->height())
            m_page->resize(m_page->width(), high); // the area's own turn comes later, and what it does not know of cannot be scrolled to
        const Row &row = m_rows.at(at);
        const int bottom = row.places->isHidden() ? row.value->geometry().bottom() : row.places->geometry().bottom();
        m_scroll->ensureVisible(0, bottom, 0, 2);
        m_scroll->ensureVisible(0, row.value->y(), 0, 2); // where not all fits, its words: they are to be read first
        if (const QToolButton *button = firstPlace(find); button && button->hasFocus() && button->visibleRegion().isEmpty())
            row.value->setFocus(Qt::OtherFocusReason); // the keyboard is never where nobody sees it; its next stop is the picture
    }, Qt::QueuedConnection);
}

void FactsPanel::revealPlace()
{
    const bool held = m_reveal->hasFocus();
    m_place = presentation::PlaceDetail::Exact;
    if (held)
        m_copy->setFocus(); // the button goes; the keyboard stays in the card
    fill();
}

void FactsPanel::copyAll()
{
    QStringList lines;
    for (const presentation::CardLine &line : m_card.lines) {
        const QString value = line.copied.isEmpty() ? line.value : line.copied;
        lines.append(line.label.isEmpty() ? QString(QStringLiteral("    ") + value) : QStringLiteral("%1: %2").arg(line.label, value));
        if (!line.hint.isEmpty())
            lines.append(QStringLiteral("    ") + line.hint);
    }
    QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
}

void FactsPanel::restyle()
{
    const Tokens &t = tokensFor(QApplication::palette()); // a style sheet of one's own holds one's palette back
    applySheet(this, QStringLiteral("#factsCard { background: %1; border-top: 1px solid %2; }").arg(t.surface.name(), t.divider.name()));
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    m_title->setFont(bold);
    setTextColor(m_title, t.text);
    setTextColor(m_none, t.muted);
    const QPixmap sign = themedIcon(QStringLiteral("circle-alert"), t.warning, signPixels).pixmap(signPixels, signPixels);
    for (int n = 0; n < m_rows.size(); ++n) {
        const Row &row = m_rows.at(n);
        const bool look = n < m_card.lines.size() && m_card.lines.at(n).look;
        setTextColor(row.label, t.muted);
        setTextColor(row.value, t.text);
        setTextColor(row.hint, look ? t.warning : t.muted);
        row.sign->setPixmap(sign);
    }
}

/// Whatever else Esc leaves around the card has its turn once the card is closed.
bool FactsPanel::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && isPlainEscape(*static_cast<QKeyEvent *>(event))) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void FactsPanel::keyPressEvent(QKeyEvent *event)
{
    if (isPlainEscape(*event))
        Q_EMIT closeWanted();
    else
        QWidget::keyPressEvent(event);
}

bool FactsPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ApplicationPaletteChange && watched == qApp)
        restyle();
    return QWidget::eventFilter(watched, event);
}

void FactsPanel::hideEvent(QHideEvent *event)
{
    if (!event->spontaneous() && m_place == presentation::PlaceDetail::Exact) {
        m_place = presentation::PlaceDetail::Coarse; // revealing is for this once
        fill();
    }
    QWidget::hideEvent(event);
}

void FactsPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (event->size().width() == event->oldSize().width())
        return;
    if (!m_pictures.isEmpty() && (event->size().width() < wideEnough) != (event->oldSize().width() < wideEnough))
        fill(); // pictures of another size
    else if (!m_revealed.isEmpty())
        updateGeometry(); // its words break elsewhere
}

void FactsPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        fill();
    if (event->type() == QEvent::FontChange)
        updateGeometry();
    if (event->type() == QEvent::PaletteChange)
        restyle();
    QWidget::changeEvent(event);
}

} // namespace arb::ui
