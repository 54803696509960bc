// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/viewers.h>

#include "shell/wrappedlabel.h"
#include "viewing/exhibittext.h"

#include <presentation/formats.h>
#include <presentation/labels.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QEvent>
#include <QtCore/QLocale>
#include <QtGui/QContextMenuEvent>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QStackedLayout>
#include <QtWidgets/QVBoxLayout>

namespace arb::ui {

namespace {

/// Another time it may go well: the machine was busy, or somebody mended it.
bool mayPass(ShowError error)
{
    switch (error) {
    case ShowError::Missing:
    case ShowError::Unreadable:
    case ShowError::TimedOut:
    case ShowError::NoMemory:
    case ShowError::NoTool:
    case ShowError::NoHelper:
    case ShowError::HelperDied: return true;
    case ShowError::Altered:
    case ShowError::Empty:
    case ShowError::UnknownFormat:
    case ShowError::Refused:
    case ShowError::TooManyBytes:
    case ShowError::TooLarge:
    case ShowError::TooManyFrames:
    case ShowError::TooMuchText:
    case ShowError::SoundOnly:
    case ShowError::Damaged:
    case ShowError::Abandoned: return false;
    }
    return false;
}

} // namespace

ViewerWidget::ViewerWidget(EvidenceLoader &loader, QWidget *parent)
    : QWidget(parent)
    , m_loader(loader)
{
    m_notice = new QLabel(this);
    m_notice->setObjectName(QStringLiteral("viewerNotice"));
    m_notice->setTextFormat(Qt::PlainText);
    m_notice->setWordWrap(true);
    m_notice->setMargin(4);
    m_notice->hide();
    m_messagePage = new QWidget(this);
    m_message = new QLabel(m_messagePage);
    m_message->setObjectName(QStringLiteral("viewerMessage"));
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    m_message->setAlignment(Qt::AlignCenter);
    m_message->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *middle = new QVBoxLayout(m_messagePage);
    middle->addStretch(1);
    middle->addWidget(m_message);
    m_again = new QPushButton(m_messagePage);
    m_again->setObjectName(QStringLiteral("tryAgain"));
    m_again->setText(tr("Try again"));
    m_again->hide();
    middle->addWidget(m_again, 0, Qt::AlignCenter);
    connect(m_again, &QPushButton::clicked, this, &ViewerWidget::loadAgain);
    middle->addStretch(1);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    outer->addWidget(m_notice);
    m_stack = new QStackedLayout;
    m_stack->addWidget(m_messagePage);
    outer->addLayout(m_stack, 1);
}

void ViewerWidget::show(const EvidenceRef &ref)
{
    if (!m_ref.exhibitId.isEmpty() || m_generation > 0)
        end();
    ++m_generation;
    m_ref = ref;
    m_error.reset();
    m_broken = false;
    setNotice({});
    setFurtherNotice({});
    showContent();
    begin();
}

void ViewerWidget::clear()
{
    end();
    ++m_generation;
    m_ref = {};
    m_error.reset();
    m_broken = false;
    setNotice({});
    setFurtherNotice({});
    showContent();
    Q_EMIT citationChanged();
}

void ViewerWidget::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        m_again->setText(tr("Try again"));
        explain();
        showNotices();
    }
    QWidget::changeEvent(event);
}

/// Whatever is shown can be cited from here; parts with a menu of their own keep it.
void ViewerWidget::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(QStringLiteral("viewerMenu"));
    QAction *cite = menu->addAction(tr("Cite this (C)"), this, &ViewerWidget::citeWanted);
    cite->setObjectName(QStringLiteral("citeThis"));
    cite->setEnabled(currentCitation().has_value());
    menu->popup(event->globalPos());
    event->accept();
}

bool ViewerWidget::isOwnSearch(const QKeyEvent &event) const
{
    if (!m_ownSearch || !m_ownSearch->isEnabled())
        return false;
    const bool isSlash = event.key() == Qt::Key_Slash && !(event.modifiers() & ~Qt::KeypadModifier);
    return event.matches(QKeySequence::Find) || (isSlash && m_ownSearch->shortcuts().contains(QKeySequence(Qt::Key_Slash)));
}

/// The window's filter has the same key: inside a viewer that can search it is the viewer's, or neither would act.
bool ViewerWidget::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && isOwnSearch(*static_cast<QKeyEvent *>(event))) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void ViewerWidget::keyPressEvent(QKeyEvent *event)
{
    if (isOwnSearch(*event))
        m_ownSearch->trigger();
    else
        QWidget::keyPressEvent(event);
}

void ViewerWidget::setContent(QWidget *content)
{
    m_stack->addWidget(content);
    m_stack->setCurrentWidget(content);
    setFocusProxy(content);
}

QWidget *ViewerWidget::lendContent(const QString &words)
{
    QWidget *content = m_stack->widget(1);
    m_message->setText(words);
    m_stack->removeWidget(content);
    m_stack->setCurrentWidget(m_messagePage);
    return content;
}

void ViewerWidget::takeBackContent(QWidget *content)
{
    m_stack->addWidget(content);
    if (m_broken)
        explain();
    else
        m_stack->setCurrentWidget(content);
}

void ViewerWidget::showBroken(ShowError error)
{
    if (error == ShowError::Abandoned)
        return;
    m_error = error;
    m_broken = true;
    explain();
    setNotice({});
    turnTo(m_messagePage, m_message);
    Q_EMIT citationChanged();
    Q_EMIT broke();
}

void ViewerWidget::explain()
{
    if (!m_error)
        return;
    const QString name = presentation::visibleText(m_ref.caption.isEmpty() ? m_ref.fileName : m_ref.caption);
    // Nothing is said of the stored bytes beyond the reason: they may be missing, altered, or not checked yet.
    // %1 may hold "%2" of a party's making: both places are filled in one go.
    m_message->setText(tr("\"%1\" cannot be shown: %2. Other exhibits are not affected; you can ask the %3 to hand it in again.")
                           .arg(breakable(name), showErrorText(*m_error, m_loader.limits(), m_ref.kind == domain::ExhibitKind::Video),
                                presentation::label(m_ref.party).toLower()));
    m_message->setAccessibleName(m_message->text());
    m_again->setVisible(mayPass(*m_error));
}

void ViewerWidget::loadAgain()
{
    loader().tryAgain();
    show(EvidenceRef(m_ref));
    Q_EMIT triedAgain();
}

void ViewerWidget::showContent()
{
    if (m_stack->count() > 1 && m_stack->currentIndex() != 1)
        turnTo(m_stack->widget(1), m_contentFocus);
}

/// Whoever reads here goes on reading there: a hidden page must never keep the keyboard.
void ViewerWidget::turnTo(QWidget *page, QWidget *focus)
{
    const QWidget *before = QApplication::focusWidget();
    const bool readerInside = before && isAncestorOf(before);
    if (page == m_messagePage && m_stack->currentWidget() != m_messagePage)
        m_contentFocus = focusProxy();
    m_stack->setCurrentWidget(page);
    setFocusProxy(focus);
    if (readerInside)
        focus->setFocus();
}

void ViewerWidget::setNotice(const std::function<QString()> &words)
{
    m_noticeWords = words;
    showNotices();
}

void ViewerWidget::setFurtherNotice(const std::function<QString()> &words)
{
    m_furtherWords = words;
    showNotices();
}

void ViewerWidget::showNotices()
{
    QStringList lines;
    for (const auto &words : {m_noticeWords, m_furtherWords}) {
        const QString line = words ? words() : QString();
        if (!line.isEmpty())
            lines.append(line);
    }
    m_notice->setText(breakable(lines.join(QLatin1Char('\n'))));
    m_notice->setVisible(!lines.isEmpty());
}

void ViewerWidget::setCare(Care care)
{
    if (care == m_care)
        return;
    m_care = care;
    careChanged();
}

QAction *ViewerWidget::addViewerAction(const QString &objectName, const QList<QKeySequence> &keys,
                                       const std::function<void()> &run)
{
    auto *action = new QAction(this);
    action->setObjectName(objectName);
    action->setShortcuts(keys);
    // Inside the viewer only: Space and letters belong to buttons and lists elsewhere.
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(action);
    if (keys.contains(QKeySequence(QKeySequence::Find)))
        m_ownSearch = action;
    if (run)
        connect(action, &QAction::triggered, this, run);
    return action;
}

bool ViewerWidget::runKey(const QKeySequence &key)
{
    const QList<QAction *> own = actions();
    for (QAction *action : own) {
        if (action->isEnabled() && action->shortcuts().contains(key)) {
            action->trigger();
            return true;
        }
    }
    return false;
}

const Viewer *findViewer(const QString &code)
{
    for (const Viewer &viewer : viewers()) {
        if (viewer.code == code)
            return &viewer;
    }
    return nullptr;
}

const Viewer &viewerFor(domain::ExhibitKind kind)
{
    // Kinds and viewers share their codes; a test holds every kind against this.
    const Viewer *found = findViewer(domain::toCode(kind));
    return found ? *found : *findViewer(QStringLiteral("text"));
}

namespace {

/// In kilobytes below a megabyte, so that no limit is told as 0.
QString sizeLimitText(qint64 bytes)
{
    constexpr double kilobyte = 1024, megabyte = 1024 * kilobyte;
    const auto limit = static_cast<double>(bytes);
    const char *text = limit < megabyte ? QT_TRANSLATE_NOOP("arb::ui::ShowError", "its file is larger than the limit of %1 KB")
                                        : QT_TRANSLATE_NOOP("arb::ui::ShowError", "its file is larger than the limit of %1 MB");
    return QCoreApplication::translate("arb::ui::ShowError", text).arg(QLocale().toString(limit / (limit < megabyte ? kilobyte : megabyte), 'g', 4));
}

} // namespace

QString showErrorText(ShowError error, const EvidenceLimits &limits, bool isFilm)
{
    const auto say = [](const char *text) { return QCoreApplication::translate("arb::ui::ShowError", text); };
    switch (error) {
    case ShowError::Missing: return say(QT_TRANSLATE_NOOP("arb::ui::ShowError", "the file is not in the evidence store"));
    case ShowError::Altered:
        return say(QT_TRANSLATE_NOOP("arb::ui::ShowError", "the bytes in the evidence store do not match their checksum"));
    case ShowError::Empty: return say(QT_TRANSLATE_NOOP("arb::ui::ShowError", "the file is empty"));
    case ShowError::Unreadable: return say(QT_TRANSLATE_NOOP("arb::ui::ShowError", "the file could not be read"));
    case ShowError::UnknownFormat:
        return say(QT_TRANSLATE_NOOP("arb::ui::ShowError", "its content is not in a format that can be shown here"));
    case ShowError::Refused:
        return say(QT_TRANSLATE_NOOP("arb::ui::ShowError", "it is encrypted or uses a variant that is not let in"));
    case ShowError::TooManyBytes:
        if (limits.bytes <= 0)
            return say(QT_TRANSLATE_NOOP("arb::ui::ShowError", "its file is larger than the limits allow"));
        return sizeLimitText(limits.bytes);
    case ShowError::TooLarge:
        if (limits.pixels <= 0)
            return say(QT_TRANSLATE_NOOP("arb::ui::ShowError", "it is larger than the limits allow"));
        return say(QT_TRANSLATE_NOOP("arb::ui::ShowError", "it is larger than the limit of %1 million pixels"))
            .arg(QLocale().toString(static_cast<double>(limits.pixels) / 1e6, 'g', 6));
    case ShowError::TooManyFrames:
        if (limits.frames <= 0)
            return say(QT_TRANSLATE_NOOP("arb::ui::ShowError", "it has more frames than the limits allow"));
        return say(QT_TRANSLATE_NOOP("arb::ui::ShowError", "it has more frames than the limit of %1")).arg(QLocale().toString(limits.frames));
    case ShowError::TooMuchText:
        return say(QT_TRANSLATE_NOOP("arb::ui::ShowError", "it has more text than the limit of %1 MB")).arg(wordsCap / (1024 * 1024));
    case ShowError::NoMemory:
        return say(QT_TRANSLATE_NOOP("arb::ui::ShowError", "it takes more memory to decode than the decoder may have"));
    case ShowError::SoundOnly: return say(QT_TRANSLATE_NOOP("arb::ui::ShowError", "this file holds sound, but no pictures"));
    case ShowError::Damaged: return say(QT_TRANSLATE_NOOP("arb::ui::ShowError", "the file is damaged"));
    case ShowError::TimedOut: {
        const int seconds = isFilm ? limits.filmSeconds : limits.pictureSeconds;
        if (seconds <= 0)
            return say(QT_TRANSLATE_NOOP("arb::ui::ShowError", "it took longer than the limit allows"));
        return say(QT_TRANSLATE_NOOP("arb::ui::ShowError", "it took longer than the limit of %1 seconds")).arg(seconds);
    }
    case ShowError::NoTool:
        return say(QT_TRANSLATE_NOOP("arb::ui::ShowError", "the program that reads it (poppler-utils) is not installed"));
    case ShowError::NoHelper:
        return say(QT_TRANSLATE_NOOP("arb::ui::ShowError", "the program that decodes files of parties (arbiter-decode) is missing or does not start"));
    case ShowError::HelperDied:
        return say(QT_TRANSLATE_NOOP("arb::ui::ShowError", "it could not be decoded: the decoder broke off over it, three times"));
    case ShowError::Abandoned: return say(QT_TRANSLATE_NOOP("arb::ui::ShowError", "it was put aside"));
    }
    return {};
}

} // namespace arb::ui
