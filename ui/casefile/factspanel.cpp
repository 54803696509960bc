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
#include <QtGui/QPixmap>
#include <QtWidgets/QApplication>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QVBoxLayout>

#include <utility>

namespace arb::ui {

namespace {

constexpr int signPixels = 14;

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
    return {300, 190}; // of a pane that is 400 high on the smallest screen: the picture keeps the larger part
}

QSize FactsPanel::minimumSizeHint() const
{
    return {200, m_revealed.isEmpty() ? 96 : 150}; // its heading and two lines, where a film needs the room; a find with a picture
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
        for (QWidget *part : {row.label, row.value})
            part->setVisible(used);
        row.hint->setVisible(used && !m_card.lines.at(n).hint.isEmpty());
        row.sign->setVisible(used && m_card.lines.at(n).look);
        row.places->setVisible(used && !m_card.lines.at(n).places.isEmpty());
        if (used)
            fillRow(row, m_card.lines.at(n));
    }
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
    new FlowLayout(row.places, 4); // with pictures on them, one button may fill the width
    const int line = 1 + 3 * index;
    m_grid->addWidget(row.label, line, 0);
    m_grid->addWidget(row.value, line, 1, 1, 2);
    m_grid->addWidget(row.sign, line + 1, 0);
    m_grid->addWidget(row.hint, line + 1, 1, 1, 2);
    m_grid->addWidget(row.places, line + 2, 0, 1, 3);
    return row;
}

void FactsPanel::fillRow(const Row &row, const presentation::CardLine &line)
{
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
    QList<QPushButton *> buttons = row.places->findChildren<QPushButton *>(QString(), Qt::FindDirectChildrenOnly);
    while (buttons.size() < line.places.size()) {
        auto *button = new QPushButton(row.places);
        button->setObjectName(QStringLiteral("factPlace"));
        row.places->layout()->addWidget(button);
        buttons.append(button);
    }
    for (int n = 0; n < buttons.size(); ++n) {
        QPushButton *button = buttons.at(n);
        const bool used = n < line.places.size();
        button->setVisible(used);
        button->disconnect(this);
        if (!used)
            continue;
        const presentation::CardPlace place = line.places.at(n);
        button->setText(place.words);
        const QImage picture = place.region.isEmpty() && place.message.isEmpty() ? m_pictures.value(place.frame) : QImage();
        button->setIcon(picture.isNull() ? QIcon() : QIcon(QPixmap::fromImage(picture)));
        if (!picture.isNull())
            button->setIconSize(picture.size());
        button->setAccessibleName(tr("%1: %2").arg(place.words, line.value));
        connect(button, &QPushButton::clicked, this, [this, place] { Q_EMIT placeWanted(place); });
    }
}

/// What has the keyboard stays in view when lines grow or pictures come.
void FactsPanel::refresh()
{
    const QPointer<QWidget> focus = QApplication::focusWidget();
    const bool inside = focus && m_page->isAncestorOf(focus);
    const bool inView = inside && !focus->visibleRegion().isEmpty();
    fill();
    if (std::exchange(m_picturesCame, false) && !inside)
        showLine(m_revealed); // the pictures of what was pointed out come after it
    if (!inView)
        return;
    QMetaObject::invokeMethod(this, [this, focus] {
        if (focus && m_page->isAncestorOf(focus))
            m_scroll->ensureWidgetVisible(focus, 0, 2);
    }, Qt::QueuedConnection);
}

QPushButton *FactsPanel::firstPlace(const QString &find) const
{
    for (int n = 0; n < m_card.lines.size(); ++n) {
        if (!find.isEmpty() && m_card.lines.at(n).find == find)
            return m_rows.at(n).places->findChild<QPushButton *>(QStringLiteral("factPlace"), Qt::FindDirectChildrenOnly);
    }
    return nullptr;
}

void FactsPanel::reveal(const QString &find)
{
    QPushButton *button = firstPlace(find);
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
        for (int n = 0; n < m_card.lines.size(); ++n) {
            if (find.isEmpty() || m_card.lines.at(n).find != find)
                continue;
            const Row &row = m_rows.at(n);
            const QRect whole = row.value->geometry() | row.hint->geometry() | row.places->geometry();
            m_scroll->ensureVisible(whole.left(), whole.top(), 0, 2);
            m_scroll->ensureVisible(whole.left(), whole.bottom(), 0, 2); // where not all fits, its pictures, which have the keyboard
        }
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

void FactsPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        fill();
    if (event->type() == QEvent::PaletteChange)
        restyle();
    QWidget::changeEvent(event);
}

} // namespace arb::ui
