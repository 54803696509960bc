// SPDX-License-Identifier: GPL-3.0-or-later
#include "comparebar.h"

#include "../actions/actioncatalog.h"
#include "../shell/elidedlabel.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QEvent>
#include <QtCore/QSignalBlocker>
#include <QtGui/QActionGroup>
#include <QtWidgets/QDoubleSpinBox>
#include <QtWidgets/QMenu>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QToolButton>

#include <cmath>

namespace arb::ui {

using domain::CompareMode;

namespace {

struct ModeRow
{
    CompareMode mode;
    const char *action;
    Glyph glyph;
    double least, most, step;
    int decimals;
    int unit; ///< kept units to one that is shown
};

/// How each way of comparing is set: what the field shows is the kept value divided by its unit.
constexpr ModeRow modeRows[] = {
    {CompareMode::SideBySide, "compareSideBySide", Glyph::SideBySide, 0, 0, 0, 0, 1},
    {CompareMode::Slider, "compareSlider", Glyph::Slider, 0, 100, 1, 1, 10},
    {CompareMode::Blink, "compareBlink", Glyph::Blink, 100, 3000, 100, 0, 1},
    {CompareMode::Difference, "compareDifference", Glyph::Difference, 1, 32, 1, 1, 100},
    {CompareMode::Overlay, "compareOverlay", Glyph::Overlay, 0, 100, 5, 1, 10},
};

const ModeRow &rowOf(CompareMode mode)
{
    for (const ModeRow &row : modeRows) {
        if (row.mode == mode)
            return row;
    }
    return modeRows[0];
}

/// Words and keys of the window's own table.
void wordFromCatalog(QAction *action)
{
    for (const ActionRow &row : actionCatalog()) {
        if (action->objectName() != QLatin1StringView(row.id))
            continue;
        const QString text = QCoreApplication::translate("Action", row.text);
        const QString key = QKeySequence(QString::fromLatin1(row.keys), QKeySequence::PortableText).toString(QKeySequence::NativeText);
        action->setText(text);
        action->setToolTip(QStringLiteral("%1 (%2)").arg(text, key));
    }
}

} // namespace

CompareBar::CompareBar(QWidget *parent)
    : ViewBar(parent), m_pause(new QAction(this)), m_pinOut(new QAction(this)), m_pauseButton(nullptr), m_pinOutButton(nullptr), m_value(new QDoubleSpinBox(this)), m_pin(new QSpinBox(this)),
      m_words(new ElidedLabel(this))
{
    setObjectName(QStringLiteral("compareBar"));
    auto *group = new QActionGroup(this);
    for (const ModeRow &row : modeRows) {
        QAction *action = add(QString::fromLatin1(row.action), row.glyph, true);
        group->addAction(action);
        m_modes.append(action);
        connect(action, &QAction::triggered, this, [this, mode = row.mode] { Q_EMIT modeChosen(mode); });
    }
    m_modes.first()->setChecked(true);
    m_value->setObjectName(QStringLiteral("compareValue"));
    m_value->setKeyboardTracking(false);
    setMinimumHeight(m_value->sizeHint().height() + 4); // fields come and go, the pictures below do not jump
    m_value->hide();
    addRest(m_value);
    m_pause->setObjectName(QStringLiteral("comparePause"));
    m_pause->setCheckable(true);
    m_pauseButton = addGlyph(m_pause, Glyph::Pause);
    m_pauseButton->hide();
    add(QStringLiteral("comparePins"), Glyph::Pins, true);
    m_pin->setObjectName(QStringLiteral("comparePin"));
    m_pin->hide();
    addRest(m_pin);
    m_pinOut->setObjectName(QStringLiteral("comparePinOut"));
    m_pinOutButton = addGlyph(m_pinOut, Glyph::PinOut);
    m_pinOutButton->hide();
    addTies();
    add(QStringLiteral("compareAlone"), Glyph::Alone, true);
    add(QStringLiteral("compareSwap"), Glyph::Swap, false);
    add(QStringLiteral("compareThird"), Glyph::Third, true);
    m_words->setObjectName(QStringLiteral("compareWords"));
    addRest(m_words, 1);
    connect(m_value, &QDoubleSpinBox::valueChanged, this,
            [this](double shown) { Q_EMIT valueChosen(static_cast<int>(std::lround(shown * rowOf(m_mode).unit))); });
    connect(m_pin, &QSpinBox::valueChanged, this, [this](int number) { Q_EMIT pinPicked(number - 1); });
    retranslate();
}

QAction *CompareBar::add(const QString &id, Glyph glyph, bool checkable)
{
    auto *action = new QAction(this);
    action->setObjectName(id);
    action->setCheckable(checkable);
    wordFromCatalog(action);
    addGlyph(action, glyph);
    return action;
}

void CompareBar::addTies()
{
    const auto button = [this](QAction *action) {
        for (QToolButton *each : findChildren<QToolButton *>(QString(), Qt::FindDirectChildrenOnly)) {
            if (each->defaultAction() == action)
                m_tieButtons.append(each);
        }
    };
    m_tie = add(QStringLiteral("compareTie"), Glyph::Tie, false);
    m_untie = add(QStringLiteral("compareUntie"), Glyph::Untie, false);
    button(m_tie);
    button(m_untie);
    m_shiftButtons = {addShift("Earlier", Glyph::Earlier), addShift("Later", Glyph::Later)};
    showTie(false, false, false);
}

/// One frame by the button, ten and a hundred in the list beside it.
QToolButton *CompareBar::addShift(const char *way, Glyph glyph)
{
    QToolButton *button = nullptr;
    QMenu *more = nullptr;
    for (const int frames : {1, 10, 100}) {
        auto *action = new QAction(this);
        action->setObjectName(QStringLiteral("compare%1%2").arg(QLatin1StringView(way)).arg(frames));
        wordFromCatalog(action);
        if (button) {
            more->addAction(action);
        } else {
            button = addGlyph(action, glyph);
            more = new QMenu(button);
            button->setMenu(more);
            button->setPopupMode(QToolButton::MenuButtonPopup);
        }
        m_shifts.append(action);
    }
    return button;
}

QAction *CompareBar::action(const QString &id) const
{
    return findChild<QAction *>(id, Qt::FindDirectChildrenOnly);
}

void CompareBar::showMode(CompareMode mode, int value)
{
    m_mode = mode;
    const ModeRow &row = rowOf(mode);
    action(QString::fromLatin1(row.action))->setChecked(true);
    const QSignalBlocker quiet(m_value); // being shown is no wish, and a rounded number no value
    m_value->setDecimals(row.decimals);
    m_value->setRange(row.least, row.most);
    m_value->setSingleStep(row.step);
    m_value->setValue(static_cast<double>(value) / row.unit);
    m_value->setVisible(mode != CompareMode::SideBySide);
    m_pauseButton->setVisible(mode == CompareMode::Blink && !m_calm);
    nameValue();
}

void CompareBar::setOverlaying(bool possible)
{
    for (QAction *mode : m_modes)
        mode->setEnabled(possible || mode == m_modes.first());
    action(QStringLiteral("comparePins"))->setEnabled(possible);
}

void CompareBar::showPins(int count, int chosen, bool setting)
{
    action(QStringLiteral("comparePins"))->setChecked(setting);
    const QSignalBlocker quiet(m_pin);
    m_pin->setRange(count > 0 ? 1 : 0, count);
    m_pin->setValue(chosen + 1);
    m_pin->setVisible(setting && count > 0);
    m_pinOutButton->setVisible(setting && count > 0);
}

void CompareBar::showTie(bool possible, bool tied, bool shiftable)
{
    m_tie->setEnabled(possible);
    m_untie->setEnabled(tied);
    for (QToolButton *button : m_tieButtons)
        button->setVisible(possible);
    for (QAction *shift : m_shifts)
        shift->setEnabled(shiftable);
    for (QToolButton *button : m_shiftButtons)
        button->setVisible(shiftable);
}

void CompareBar::showPaused(bool paused, bool calm)
{
    m_calm = calm;
    m_pause->setChecked(paused);
    m_pauseButton->setVisible(m_mode == CompareMode::Blink && !calm);
    setGlyph(m_pause, paused ? Glyph::Play : Glyph::Pause);
    m_pause->setText(paused ? tr("Go on blinking") : tr("Stop blinking; Space then shows the other side"));
    m_pause->setToolTip(m_pause->text());
}

void CompareBar::say(const QString &words, const QString &inFull)
{
    if (words == m_words->fullText() && inFull == saidInFull())
        return;
    m_words->setFullText(words);
    m_words->setAccessibleName(inFull);
    m_words->setOwnTip(inFull == words ? QString() : inFull);
}

QString CompareBar::saidInFull() const
{
    return m_words->accessibleName();
}

QString CompareBar::said() const
{
    return m_words->fullText();
}

void CompareBar::nameValue()
{
    QString name, unit;
    switch (m_mode) {
    case CompareMode::SideBySide: break;
    case CompareMode::Slider: name = tr("Where the edge is"), unit = tr(" %"); break;
    case CompareMode::Blink: name = tr("How long each side is on show"), unit = tr(" ms"); break;
    case CompareMode::Difference: name = tr("How much differences are amplified"), unit = tr(" ×"); break;
    case CompareMode::Overlay: name = tr("How much of the right picture is on show"), unit = tr(" %"); break;
    }
    m_value->setSuffix(unit);
    m_value->setAccessibleName(name);
    m_value->setToolTip(name);
}

void CompareBar::retranslate()
{
    for (QAction *each : findChildren<QAction *>(QString(), Qt::FindDirectChildrenOnly))
        wordFromCatalog(each);
    m_pinOut->setText(tr("Take the chosen pin out (Backspace)"));
    m_pinOut->setToolTip(m_pinOut->text());
    m_pin->setAccessibleName(tr("Chosen pin"));
    m_pin->setToolTip(tr("The chosen pin. Shift+Enter moves it to the cross in the middle."));
    QAction *alone = action(QStringLiteral("compareAlone"));
    alone->setToolTip(alone->toolTip() + QLatin1Char('\n') + tr("Or hold Alt. The views stay linked, in their new alignment."));
    showPaused(m_pause->isChecked(), m_calm);
    nameValue();
}

void CompareBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    ViewBar::changeEvent(event);
}

} // namespace arb::ui
