// SPDX-License-Identifier: GPL-3.0-or-later
#include "chippopup.h"

#include <presentation/errortext.h>
#include <presentation/formats.h>

#include <ui/theme.h>

#include <QtGui/QKeyEvent>
#include <QtGui/QScreen>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QRadioButton>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

namespace arb::ui {

namespace {

QString sumText(const std::optional<domain::Money> &sum)
{
    return sum ? sum->toString() : QString();
}

/// What the field takes and the filter line means alike: "90m", "24h", "3d".
QString durationCode(const std::optional<qint64> &ms)
{
    usecases::QueueFilter only;
    only.dueWithinMs = ms;
    return ms ? usecases::queueFilterText(only).section(u'<', 1) : QString();
}

} // namespace

ChipPopup::ChipPopup(Chip chip, const usecases::QueueFilter &filter, const usecases::QueueFacets &facets, QWidget *parent)
    : QFrame(parent, Qt::Popup), m_chip(chip), m_filter(filter), m_layout(new QVBoxLayout(this)), m_note(new QLabel(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("chipPopup"));
    setAccessibleName(chipName(chip));
    setFrameShape(QFrame::StyledPanel);
    setMinimumWidth(230);
    m_layout->setContentsMargins(10, 8, 10, 8);
    m_note->setObjectName(QStringLiteral("chipNote"));
    m_note->setWordWrap(true);
    m_note->setTextFormat(Qt::PlainText);
    m_note->hide();
    switch (chip) {
    case Chip::Amount: addAmount(); break;
    case Chip::Deadline: addDeadline(); break;
    case Chip::Aside:
        addAside();
        addNames();
        break;
    case Chip::Merchant:
    case Chip::Buyer:
    case Chip::Holder: addNames(); break;
    case Chip::State:
    case Chip::Type:
    case Chip::Reason:
    case Chip::Category:
    case Chip::Platform:
    case Chip::Labels: addChoices(chipChoices(chip, facets)); break;
    }
    m_layout->addWidget(m_note);
    auto *clear = new QPushButton(tr("Do not filter by this"), this);
    clear->setObjectName(QStringLiteral("chipClear"));
    connect(clear, &QPushButton::clicked, this, [this] {
        clearChip(m_chip, m_filter);
        tell();
        close();
    });
    m_layout->addWidget(clear);
}

void ChipPopup::addChoices(const QList<ChipChoice> &choices)
{
    auto *list = new QListWidget(this);
    list->setObjectName(QStringLiteral("chipChoices"));
    list->setAccessibleName(chipName(m_chip));
    list->setFrameShape(QFrame::NoFrame);
    list->setMinimumHeight(qBound(60, static_cast<int>(choices.size()) * 24 + 8, 320));
    QStringList chosen = chipCodes(m_chip, m_filter);
    const auto add = [list](const ChipChoice &choice, bool ticked) {
        auto *item = new QListWidgetItem(choice.label, list);
        item->setData(Qt::UserRole, choice.code);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(ticked ? Qt::Checked : Qt::Unchecked);
    };
    for (const ChipChoice &choice : choices)
        add(choice, chosen.removeAll(choice.code) > 0);
    for (const QString &code : std::as_const(chosen)) // asked for, though no case has it now
        add({code, presentation::visibleText(code)}, true);
    if (list->count() == 0)
        complain(tr("No case has one."));
    list->setCurrentRow(0);
    connect(list, &QListWidget::itemChanged, this, [this, list] {
        QStringList codes;
        for (int row = 0; row < list->count(); ++row) {
            if (list->item(row)->checkState() == Qt::Checked)
                codes.append(list->item(row)->data(Qt::UserRole).toString());
        }
        setChipCodes(m_chip, codes, m_filter);
        tell();
    });
    list->installEventFilter(this);
    m_layout->addWidget(list);
    setFocusProxy(list);
}

QLineEdit *ChipPopup::addField(const QString &objectName, const QString &label, const QString &text, const std::function<void()> &changed)
{
    auto *name = new QLabel(label, this);
    auto *field = new QLineEdit(text, this);
    field->setObjectName(objectName);
    field->setAccessibleName(label);
    name->setBuddy(field);
    connect(field, &QLineEdit::textChanged, this, changed);
    connect(field, &QLineEdit::returnPressed, this, &QWidget::close);
    m_layout->addWidget(name);
    m_layout->addWidget(field);
    if (!focusProxy())
        setFocusProxy(field);
    return field;
}

void ChipPopup::addNames()
{
    const QString label = m_chip == Chip::Merchant ? tr("Number or name of the merchant; several with commas between")
        : m_chip == Chip::Aside                    ? tr("Kept for: name of the person; several with commas between")
        : m_chip == Chip::Buyer                    ? tr("Number of the buyer; several with commas between")
                                                   : tr("Name of the person; several with commas between");
    addField(QStringLiteral("chipNames"), label, chipCodes(m_chip, m_filter).join(QStringLiteral(", ")), [this] {
        QStringList names;
        QString text = findChild<QLineEdit *>(QStringLiteral("chipNames"))->text();
        for (const QString &part : text.replace(u'，', u',').split(u',')) {
            if (const QString name = part.trimmed(); !name.isEmpty())
                names.append(name);
        }
        setChipCodes(m_chip, names, m_filter);
        tell();
    });
}

void ChipPopup::addAmount()
{
    const auto read = [this] {
        readAmount(findChild<QLineEdit *>(QStringLiteral("chipFrom"))->text(), findChild<QLineEdit *>(QStringLiteral("chipTo"))->text());
    };
    addField(QStringLiteral("chipFrom"), tr("At least, in yuan"), sumText(m_filter.amountMin), read);
    addField(QStringLiteral("chipTo"), tr("At most, in yuan"), sumText(m_filter.amountMax), read);
}

void ChipPopup::readAmount(const QString &from, const QString &to)
{
    std::optional<domain::Money> sums[2];
    const QString texts[] = {from.trimmed(), to.trimmed()};
    for (int n = 0; n < 2; ++n) {
        if (texts[n].isEmpty())
            continue;
        sums[n] = domain::Money::fromUserText(texts[n]);
        if (!sums[n] || sums[n]->fen() < 0) {
            complain(tr("\"%1\" is no sum. Write it like 1299 or 1,299.50.").arg(presentation::typedText(texts[n])));
            return;
        }
    }
    if (sums[0] && sums[1] && *sums[1] < *sums[0]) {
        complain(tr("No sum is at least %1 and at most %2.").arg(presentation::moneyText(*sums[0]), presentation::moneyText(*sums[1])));
        return;
    }
    m_filter.amountMin = sums[0];
    m_filter.amountMax = sums[1];
    tell();
}

void ChipPopup::addDeadline()
{
    struct Preset
    {
        const char *name;
        QString label;
        std::optional<bool> overdue;
        std::optional<qint64> within;
    };
    const Preset presets[] = {{"overdue", tr("Overdue"), true, {}},
                              {"4h", tr("Within 4 hours"), false, 4 * domain::hourMs},
                              {"24h", tr("Within 24 hours"), false, domain::dayMs},
                              {"3d", tr("Within 3 days"), false, 3 * domain::dayMs}};
    for (const Preset &preset : presets) {
        auto *button = new QRadioButton(preset.label, this);
        button->setObjectName(QStringLiteral("due_%1").arg(QLatin1StringView(preset.name)));
        button->setChecked(m_filter.overdue == preset.overdue && m_filter.dueWithinMs == preset.within);
        connect(button, &QRadioButton::clicked, this, [this, overdue = preset.overdue, within = preset.within] {
            m_filter.overdue = overdue;
            m_filter.dueWithinMs = within;
            tell();
        });
        m_layout->addWidget(button);
        if (!focusProxy())
            setFocusProxy(button);
    }
    addField(QStringLiteral("chipDue"), tr("Or due within: 90m, 24h, 3d"), durationCode(m_filter.dueWithinMs),
             [this] { readDuration(findChild<QLineEdit *>(QStringLiteral("chipDue"))->text().trimmed()); });
}

void ChipPopup::addAside()
{
    struct Preset
    {
        const char *name;
        QString label;
        std::optional<bool> parked, reserved;
    };
    const Preset presets[] = {{"parked", tr("Parked"), true, {}},
                              {"reserved", tr("Kept for somebody"), {}, true},
                              {"neither", tr("Neither parked nor kept"), false, false}};
    for (const Preset &preset : presets) {
        auto *button = new QRadioButton(preset.label, this);
        button->setObjectName(QStringLiteral("aside_%1").arg(QLatin1StringView(preset.name)));
        button->setChecked(m_filter.parked == preset.parked && m_filter.reserved == preset.reserved);
        connect(button, &QRadioButton::clicked, this, [this, parked = preset.parked, reserved = preset.reserved] {
            m_filter.parked = parked;
            m_filter.reserved = reserved;
            tell();
        });
        m_layout->addWidget(button);
        if (!focusProxy())
            setFocusProxy(button);
    }
}

void ChipPopup::readDuration(const QString &text)
{
    if (text.isEmpty()) {
        m_filter.dueWithinMs.reset();
        tell();
        return;
    }
    QString value = text;
    const auto read = usecases::parseQueueFilter(QStringLiteral("due:<") + value.remove(u'<').remove(u' '));
    if (!read || !read->dueWithinMs) {
        complain(presentation::errorText(usecases::FilterError{QStringLiteral("due:") + text, QStringLiteral("duration")}));
        return;
    }
    m_filter.dueWithinMs = read->dueWithinMs;
    m_filter.overdue.reset();
    tell();
}

void ChipPopup::complain(const QString &sentence)
{
    m_note->setText(sentence);
    m_note->setVisible(true);
    setAccessibleDescription(sentence);
    adjustSize();
    keepOnScreen();
}

void ChipPopup::keepOnScreen()
{
    const QRect room = screen()->availableGeometry();
    move(std::max(room.left(), std::min(x(), room.right() + 1 - width())), std::max(room.top(), std::min(y(), room.bottom() + 1 - height())));
}

void ChipPopup::tell()
{
    m_note->hide();
    setAccessibleDescription({});
    Q_EMIT edited(m_filter);
}

bool ChipPopup::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            close();
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

void ChipPopup::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QFrame::keyPressEvent(event);
}

} // namespace arb::ui
