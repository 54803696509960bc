// SPDX-License-Identifier: GPL-3.0-or-later
#include "findpanel.h"

#include <presentation/casehits.h>
#include <presentation/formats.h>
#include <presentation/whendone.h>

#include <ui/theme.h>
#include <ui/viewers.h>

#include <usecases/queuefilter.h>
#include <usecases/searchtext.h>

#include <QtCore/QEvent>
#include <QtGui/QAction>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QApplication>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

namespace arb::ui {

namespace {

constexpr qsizetype mostHitLines = 500; ///< more nobody reads; the count tells how many there are

constexpr qsizetype mostUnsearchedNamed = 5;

bool hasPlace(const usecases::CaseHit &hit)
{
    return hit.place != domain::Citation();
}

} // namespace

FindPanel::FindPanel(presentation::Session &session, EvidenceLoader &loader, QWidget *parent)
    : QWidget(parent), m_session(session), m_field(new QLineEdit(this)), m_count(new QLabel(this)), m_everywhere(new QToolButton(this)),
      m_close(new QToolButton(this)), m_list(new QListWidget(this)), m_unsearched(new QLabel(this)), m_files(new ExhibitSearch(loader, this))
{
    setObjectName(QStringLiteral("findPanel"));
    m_field->setObjectName(QStringLiteral("findInCase"));
    m_field->setClearButtonEnabled(true);
    m_count->setObjectName(QStringLiteral("findInCaseCount"));
    m_count->setTextFormat(Qt::PlainText);
    m_everywhere->setObjectName(QStringLiteral("findEverywhere"));
    m_close->setObjectName(QStringLiteral("findClose"));
    m_list->setObjectName(QStringLiteral("findHits"));
    m_list->setWordWrap(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setResizeMode(QListView::Adjust);
    m_unsearched->setObjectName(QStringLiteral("findUnsearched"));
    m_unsearched->setTextFormat(Qt::PlainText);
    m_unsearched->setWordWrap(true);
    m_unsearched->setContentsMargins(8, 0, 8, 4);
    m_unsearched->hide();
    for (QToolButton *button : {m_everywhere, m_close}) {
        button->setAutoRaise(true);
        button->setMinimumSize(26, 24);
    }
    auto *head = new QHBoxLayout;
    head->setContentsMargins(8, 2, 4, 0);
    head->addWidget(m_field, 1);
    head->addWidget(m_count);
    head->addWidget(m_everywhere);
    head->addWidget(m_close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addLayout(head);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_unsearched);
    connect(m_field, &QLineEdit::textChanged, this, [this] {
        m_jumps = false;
        m_everywhere->setEnabled(!presentation::soughtWords(m_field->text()).isEmpty()); // needs no answer from here
        search();
    });
    connect(m_list, &QListWidget::itemActivated, this, &FindPanel::open);
    auto *everywhere = new QAction(this); // the key is the chat's own: what is searched for there and here goes on alike
    everywhere->setObjectName(QStringLiteral("findAllCases"));
    everywhere->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A));
    everywhere->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(everywhere);
    connect(everywhere, &QAction::triggered, m_everywhere, &QToolButton::click);
    connect(m_everywhere, &QToolButton::clicked, this, [this] {
        const QStringList words = presentation::soughtWords(m_field->text());
        if (!words.isEmpty())
            Q_EMIT allCasesWanted(words);
    });
    connect(m_close, &QToolButton::clicked, this, &FindPanel::closeWanted);
    connect(&session, &presentation::Session::readingsChanged, this, &FindPanel::searchRecord);
    connect(m_files, &ExhibitSearch::found, this, [this](const QList<usecases::CaseHit> &hits) {
        m_fileHits = usecases::bestHits(m_fileHits + hits);
        gather();
    });
    connect(m_files, &ExhibitSearch::passedOver, this, &FindPanel::showUnsearched);
    connect(m_files, &ExhibitSearch::finished, this, &FindPanel::gather);
    retranslate();
    restyle();
    fill();
}

FindPanel::~FindPanel()
{
    if (m_abandoned)
        *m_abandoned = true;
}

void FindPanel::beginTyping(const QString &words)
{
    if (!words.isEmpty())
        m_field->setText(words);
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

void FindPanel::jump(const QStringList &words)
{
    usecases::QueueFilter filter;
    filter.words = words;
    const QString text = usecases::queueFilterText(filter);
    if (m_field->text() != text)
        m_field->setText(text); // begins a search, too, which the next overtakes
    m_jumps = true;
    search();
}

void FindPanel::caseChanged()
{
    const domain::CaseId now = m_session.view() ? m_session.view()->record.header.id : domain::CaseId();
    if (now != m_case) { // what was sought in another case says nothing of this one
        m_case = now;
        m_hits.clear();
        m_recordHits.clear();
        m_fileHits.clear();
        m_field->clear();
        fill();
    }
    search();
}

bool FindPanel::hasFocusInside() const
{
    const QWidget *focus = QApplication::focusWidget();
    return focus && isAncestorOf(focus);
}

void FindPanel::search()
{
    const QStringList words = presentation::soughtWords(m_field->text());
    m_fileHits.clear();
    m_recordDone = false;
    if (words.isEmpty() || !m_session.view())
        m_files->stop();
    else
        m_files->begin(*m_session.view(), words, m_readings);
    searchRecord();
}

void FindPanel::searchRecord()
{
    const int run = ++m_run;
    if (m_abandoned)
        *m_abandoned = true; // or each letter typed would wait until those before it were searched for
    m_abandoned.reset();
    const QStringList words = presentation::soughtWords(m_field->text());
    const auto take = [this](const QList<usecases::CaseHit> &hits) {
        m_recordHits = hits;
        m_recordDone = true;
        gather();
    };
    if (words.isEmpty() || !m_session.view()) {
        take({});
        return;
    }
    m_abandoned = std::make_shared<std::atomic<bool>>(false);
    const auto future = m_session.reader().run([view = *m_session.view(), words, abandoned = m_abandoned](const usecases::Desk &) {
        return abandoned->load() ? QList<usecases::CaseHit>() : usecases::searchCase(view, words, [abandoned] { return abandoned->load(); });
    });
    presentation::whenDone(this, future, [this, run, take](const QList<usecases::CaseHit> &hits) {
        if (run == m_run)
            take(hits);
    });
}

/// What the record has comes first; what files have follows as they are read.
void FindPanel::gather()
{
    if (!m_recordDone)
        return;
    m_hits = usecases::bestHits(m_recordHits + m_fileHits);
    fill();
    jumpIfSure();
}

/// Not before a place is sure to be among the best: one with all that is sought, or any once everything was searched.
void FindPanel::jumpIfSure()
{
    const auto first = std::ranges::find_if(m_hits, hasPlace);
    const auto sought = usecases::searchPhrases(presentation::soughtWords(m_field->text())).size();
    if (!m_jumps || (!isDone() && (first == m_hits.cend() || first->held < sought)))
        return;
    m_jumps = false;
    if (first != m_hits.cend())
        Q_EMIT jumped(*first, static_cast<int>(m_hits.size()));
}

void FindPanel::fill()
{
    const int before = m_list->currentRow();
    m_list->clear();
    if (const usecases::CaseView *view = m_session.view()) {
        for (const usecases::CaseHit &hit : m_hits.first(std::min(m_hits.size(), mostHitLines)))
            m_list->addItem(presentation::hitLine(hit, view->record.file));
    }
    if (m_list->count() > 0)
        m_list->setCurrentRow(std::clamp(before, 0, m_list->count() - 1));
    const bool sought = !presentation::soughtWords(m_field->text()).isEmpty();
    m_everywhere->setEnabled(sought);
    const auto count = static_cast<int>(m_hits.size());
    if (!sought)
        m_count->clear();
    else if (m_hits.isEmpty())
        m_count->setText(isDone() ? tr("Not found in this case") : tr("Searching …"));
    else
        m_count->setText(isDone() ? tr("%n hit(s)", nullptr, count) : tr("%n hit(s) so far", nullptr, count));
    showUnsearched();
}

/// What is sought may stand in these: that nothing was found in them says nothing.
void FindPanel::showUnsearched()
{
    const QList<UnsearchedFile> &files = m_files->unsearched();
    QStringList named;
    for (const UnsearchedFile &file : files.first(std::min(files.size(), mostUnsearchedNamed)))
        named.append(QStringLiteral("%1 (%2)").arg(presentation::visibleText(file.exhibit), showErrorText(file.why)));
    if (files.size() > mostUnsearchedNamed)
        named.append(QStringLiteral("…"));
    m_unsearched->setText(files.isEmpty() ? QString()
                                          : tr("%n file(s) could not be searched: %1", nullptr, static_cast<int>(files.size())).arg(named.join(QStringLiteral(", "))));
    m_unsearched->setVisible(!files.isEmpty());
}

void FindPanel::open()
{
    const int row = m_list->currentRow();
    if (row >= 0 && row < m_hits.size() && hasPlace(m_hits.at(row)))
        Q_EMIT openWanted(m_hits.at(row).place);
}

void FindPanel::retranslate()
{
    m_field->setPlaceholderText(tr("Search in this case"));
    m_field->setAccessibleName(tr("Search in this case"));
    m_list->setAccessibleName(tr("Hits in this case"));
    const auto name = [](QToolButton *button, const QString &words) {
        button->setToolTip(words);
        button->setAccessibleName(words);
    };
    name(m_everywhere, tr("Search all cases for these words (Ctrl+Shift+A)"));
    name(m_close, tr("Close the search (Esc)"));
    fill();
}

void FindPanel::restyle()
{
    const QColor ink = palette().color(QPalette::Text);
    m_everywhere->setIcon(themedIcon(QStringLiteral("search"), ink, 16));
    m_close->setIcon(themedIcon(QStringLiteral("x"), ink, 16));
}

void FindPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::PaletteChange)
        restyle();
    QWidget::changeEvent(event);
}

void FindPanel::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT closeWanted();
    } else if (enter && m_field->hasFocus()) {
        open();
    } else if (event->key() == Qt::Key_Down && m_field->hasFocus()) {
        m_list->setFocus(Qt::TabFocusReason);
    } else {
        QWidget::keyPressEvent(event);
    }
}

} // namespace arb::ui
