// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewing/filmbar.h"

#include "queue/flowlayout.h"
#include "shell/elidedlabel.h"

#include <ui/theme.h>

#include <QtCore/QEvent>
#include <QtGui/QIcon>
#include <QtGui/QKeyEvent>
#include <QtGui/QPixmap>
#include <QtGui/QResizeEvent>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>
#include <utility>

namespace arb::ui {

namespace {

constexpr int damageSignPixels = 14;
constexpr int mostSaidLines = 3; ///< the film itself needs the rest
constexpr int usualSaidLines = 2; ///< most that have their room before anything is said

/// The digits run while it plays; the fields beside them should not.
void showDigits(QLabel *label, const QString &text)
{
    const int width = label->fontMetrics().horizontalAdvance(text);
    if (width > label->minimumWidth() || text.isEmpty())
        label->setMinimumWidth(width);
    label->setText(text);
    label->setVisible(!text.isEmpty());
}

void keepRoom(QWidget *widget, bool keep)
{
    QSizePolicy policy = widget->sizePolicy();
    policy.setRetainSizeWhenHidden(keep);
    widget->setSizePolicy(policy);
}

} // namespace

FilmBar::FilmBar(QWidget *parent)
    : QWidget(parent), m_where(new QLabel(this)), m_whereFrame(new QLabel(this)), m_badge(new QLabel(this)), m_damaged(new QWidget(this)), m_damagedSign(new QLabel(m_damaged)),
      m_damagedWord(new QLabel(m_damaged)), m_said(new ElidedLabel(this)), m_place(new QLineEdit(this))
{
    setObjectName(QStringLiteral("filmBar"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    auto *row = new FlowLayout(nullptr, 8);
    column->addLayout(row);
    column->addWidget(m_said); // a line of its own: a flow has no width for what takes any
    auto *sign = new QHBoxLayout(m_damaged);
    sign->setContentsMargins(0, 0, 0, 0);
    sign->setSpacing(4);
    sign->addWidget(m_damagedSign);
    sign->addWidget(m_damagedWord);
    m_damaged->setObjectName(QStringLiteral("videoDamaged"));
    m_where->setObjectName(QStringLiteral("videoWhere"));
    m_whereFrame->setObjectName(QStringLiteral("videoWhereFrame"));
    m_said->setMostLines(mostSaidLines);
    m_said->setObjectName(QStringLiteral("videoSaid"));
    m_badge->setAutoFillBackground(true); // where there is no room at all it covers what is there
    m_badge->setObjectName(QStringLiteral("videoLeftOut"));
    m_place->setObjectName(QStringLiteral("videoPlace"));
    m_place->setMaxLength(20);
    m_place->setFixedWidth(m_place->fontMetrics().horizontalAdvance(QStringLiteral("00:00:00.000")) + 20);
    for (QLabel *label : {m_where, m_whereFrame, m_badge, m_damagedWord})
        label->setTextFormat(Qt::PlainText);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_where, m_whereFrame, m_place, m_damaged})
        row->addWidget(widget);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_where, m_whereFrame, m_badge, m_damaged})
        widget->hide(); // a flow leaves a gap for what is empty
    connect(m_place, &QLineEdit::returnPressed, this, &FilmBar::takeTyped);
    connect(m_place, &QLineEdit::textEdited, this, [this] {
        m_misread = false;
        showSaid();
    });
    retranslate();
    restyle();
}

void FilmBar::clear()
{
    m_spokenHeight = 0;
    keepRoom(m_damaged, false);
    m_damaged->hide();
    setWhere({});
    m_saidWords.clear();
    m_misread = false;
    showSaid();
    setLeftOut(0);
}

void FilmBar::setDamaged(bool damaged)
{
    if (damaged)
        keepRoom(m_damaged, true);
    m_damaged->setVisible(damaged);
}

void FilmBar::setWhere(const QString &time, const QString &frame)
{
    showDigits(m_where, time);
    showDigits(m_whereFrame, frame);
}

void FilmBar::setSaid(const QString &text)
{
    if (text == m_saidWords)
        return;
    m_saidWords = text;
    showSaid();
}

void FilmBar::setLeftOut(int percent)
{
    m_leftOut = percent;
    m_badge->setAccessibleName(tr("Frames left out: %1 %").arg(percent));
    m_badge->setVisible(percent > 0);
    placeBadge();
}

/// It comes and goes while the film plays: a line of its own would push the picture about. At the end of the first line that
/// has room for all its words, else short at the end of the one with most room.
void FilmBar::placeBadge()
{
    if (m_badge->isHidden())
        return;
    QList<QRect> lines; // what is taken of each
    for (const QWidget *widget : std::initializer_list<const QWidget *>{m_where, m_whereFrame, m_place, m_damaged}) {
        if (widget->isHidden() && !widget->sizePolicy().retainSizeWhenHidden())
            continue;
        const QRect box = widget->geometry();
        if (lines.isEmpty() || box.top() > lines.constLast().bottom())
            lines.append(box);
        else
            lines.last() |= box;
    }
    constexpr int between = 8;
    const QString words = m_badge->accessibleName(), brief = tr("%1 % left out").arg(m_leftOut);
    const auto roomBehind = [this](const QRect &line) { return width() - line.right() - 1 - between; };
    const int needed = m_badge->fontMetrics().horizontalAdvance(words) + 2;
    auto line = std::ranges::find_if(lines, [&](const QRect &each) { return roomBehind(each) >= needed; });
    const bool whole = line != lines.end();
    if (!whole)
        line = std::ranges::max_element(lines, {}, roomBehind);
    m_badge->setText(whole ? words : brief);
    const int wide = std::min(width(), whole ? needed : m_badge->fontMetrics().horizontalAdvance(brief) + 2);
    const int high = std::min(line->height(), m_badge->sizeHint().height());
    m_badge->setGeometry(width() - wide, line->center().y() - high / 2, wide, high);
    m_badge->raise();
}

bool FilmBar::event(QEvent *event)
{
    const bool done = QWidget::event(event);
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Resize)
        placeBadge(); // the others have their places by now
    return done;
}

void FilmBar::setTypingEnabled(bool enabled)
{
    m_place->setEnabled(enabled);
    if (!enabled) {
        m_place->clear();
        m_misread = false;
        showSaid();
    }
}

void FilmBar::beginTyping()
{
    m_place->setFocus(Qt::ShortcutFocusReason);
    m_place->selectAll();
}

void FilmBar::takeTyped()
{
    const std::optional<TypedPlace> place = readFilmPlace(m_place->text());
    m_misread = !place;
    showSaid();
    if (!place)
        return;
    m_place->clear();
    Q_EMIT placeTyped(*place);
    Q_EMIT typingLeft();
}

QString FilmBar::misreadText()
{
    return tr("Type a time such as 0:37.2, or a frame such as #1110.");
}

void FilmBar::showSaid()
{
    m_said->setFullText(m_misread ? misreadText() : m_saidWords);
    keepSaidRoom();
}

/// Two sentences as long as its own, in as many lines as that takes here.
int FilmBar::usualSaidHeight() const
{
    const int needed = 2 * m_said->fontMetrics().horizontalAdvance(misreadText());
    const int room = std::max(1, width());
    return m_said->heightOf(std::clamp((needed + room - 1) / room, 1, m_low ? 1 : usualSaidLines));
}

void FilmBar::keepSaidRoom()
{
    if (m_spokenHeight > 0 || !m_said->fullText().isEmpty())
        m_spokenHeight = std::max(m_spokenHeight, m_said->heightIn(width()));
    m_said->setMinimumHeight(m_tight ? tightSaidHeight() : std::max(m_spokenHeight, usualSaidHeight()));
    m_said->setVisible(!m_tight || m_spokenHeight > 0);
}

int FilmBar::tightSaidHeight() const
{
    return m_spokenHeight > 0 ? m_said->heightOf(1) : 0;
}

void FilmBar::setTight(bool tight)
{
    m_tight = tight;
    fitSaid();
}

void FilmBar::fitSaid()
{
    m_said->setMostLines(m_low || m_tight ? 1 : mostSaidLines);
    keepSaidRoom();
}

void FilmBar::setLow(bool low)
{
    if (std::exchange(m_low, low) == low)
        return;
    fitField();
    m_spokenHeight = std::min(m_spokenHeight, 1); // as in another width
    fitSaid();
}

/// Without the space around its words it is hardly higher than the words beside it.
void FilmBar::fitField()
{
    m_place->setMaximumHeight(m_low ? m_place->fontMetrics().height() + 4 : QWIDGETSIZE_MAX);
}

int FilmBar::spareHeight() const
{
    const int spare = std::max(m_spokenHeight, usualSaidHeight()) - tightSaidHeight();
    return m_spokenHeight > 0 ? spare : spare + layout()->spacing(); // the line goes altogether
}

void FilmBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (event->size().width() == event->oldSize().width())
        return;
    m_spokenHeight = std::min(m_spokenHeight, 1); // its words break elsewhere; that there were some counts on
    keepSaidRoom();
}

void FilmBar::restyle()
{
    const Tokens &t = tokensFor(palette());
    m_damagedSign->setPixmap(themedIcon(QStringLiteral("triangle-alert"), t.warning, damageSignPixels).pixmap(damageSignPixels, damageSignPixels));
    QPalette colors = m_damagedWord->palette();
    colors.setColor(QPalette::WindowText, t.warning);
    m_damagedWord->setPalette(colors);
}

void FilmBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        restyle();
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        fitField();
        keepSaidRoom();
    }
}

void FilmBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_place->hasFocus()) {
        m_place->clear();
        m_misread = false;
        showSaid();
        Q_EMIT typingLeft();
        return;
    }
    QWidget::keyPressEvent(event);
}

void FilmBar::retranslate()
{
    m_place->setPlaceholderText(tr("Go to"));
    m_place->setAccessibleName(tr("Go to a time or frame"));
    m_place->setToolTip(misreadText());
    m_badge->setToolTip(tr("This computer is too slow to show every frame in time. Those that are shown are shown at their time; pause and step to see all."));
    m_damagedWord->setText(tr("Damaged"));
    m_damaged->setAccessibleName(m_damagedWord->text());
    m_damaged->setToolTip(tr("The file is damaged here: this picture is not what was filmed."));
    m_damaged->setAccessibleDescription(m_damaged->toolTip());
    m_where->setMinimumWidth(0);
    m_whereFrame->setMinimumWidth(0);
    setLeftOut(m_leftOut);
    showSaid();
}

} // namespace arb::ui
