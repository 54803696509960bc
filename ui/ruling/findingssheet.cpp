// SPDX-License-Identifier: GPL-3.0-or-later
#include "findingssheet.h"

#include "citedrow.h"

#include "../citing/citationmime.h"
#include "../shell/accessibleroles.h"

#include <presentation/formats.h>
#include <presentation/labels.h>
#include <presentation/recordwords.h>
#include <presentation/rulingwords.h>

#include <ui/theme.h>

#include <QtGui/QDropEvent>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTreeWidget>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

namespace arb::ui {

namespace {

using presentation::FindingRow;

constexpr int rowRole = Qt::UserRole;          // index into the presenter's rows
constexpr int citationRole = Qt::UserRole + 1; // index into the finding's citations, -1 on the row itself
constexpr int fewestLines = 2;
constexpr int mostLines = 7;
constexpr int rowHeight = 24;                  // pixels: the least that a mouse hits well

struct VerdictKey
{
    domain::Verdict verdict;
    const char *sign; ///< shown on the row and the button; the key that sets it
};
constexpr VerdictKey verdictKeys[] = {{domain::Verdict::Proved, "+"}, {domain::Verdict::NotProved, "-"}, {domain::Verdict::NotEnough, "0"}};

std::optional<domain::Verdict> verdictOf(int key)
{
    switch (key) {
    case Qt::Key_Plus: case Qt::Key_Equal: return domain::Verdict::Proved;
    case Qt::Key_Minus: return domain::Verdict::NotProved;
    case Qt::Key_0: return domain::Verdict::NotEnough;
    }
    return std::nullopt;
}

QString plainAction(QString text)
{
    return text.left(70).replace(u'&', QStringLiteral("&&")).replace(u'\n', u' ');
}

} // namespace

FindingsSheet::FindingsSheet(presentation::Session &session, presentation::RulingPresenter &presenter, QWidget *parent)
    : QWidget(parent), m_session(session), m_presenter(presenter), m_title(new QLabel(this)), m_tree(new QTreeWidget(this)),
      m_shareLabel(new QLabel(this)), m_share(new QLineEdit(this)), m_text(new QPlainTextEdit(this)), m_add(new QComboBox(this)),
      m_cite(new QPushButton(this)), m_citeRecord(new QPushButton(this)), m_remove(new QPushButton(this))
{
    setObjectName(QStringLiteral("findingsSheet"));
    m_tree->setObjectName(QStringLiteral("findings"));
    m_tree->setHeaderHidden(true);
    m_tree->setRootIsDecorated(false);
    m_tree->setItemsExpandable(false);
    m_tree->setIndentation(14);
    m_tree->setUniformRowHeights(true);
    m_tree->setItemDelegate(new CitedRowDelegate(m_tree));
    m_tree->setTextElideMode(Qt::ElideRight);
    m_tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_tree->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_tree->setTabKeyNavigation(false);
    m_tree->installEventFilter(this);
    m_tree->viewport()->setAcceptDrops(true);
    m_tree->viewport()->installEventFilter(this);
    m_share->setObjectName(QStringLiteral("share"));
    m_share->setMaximumWidth(110);
    m_text->setObjectName(QStringLiteral("findingText"));
    m_text->setTabChangesFocus(true);
    m_text->setFixedHeight(46);
    takeCitations(m_text, [this](const QMimeData *brought) { return citeDropped(brought); }, [this] { return citeOnShow(); });
    m_add->setObjectName(QStringLiteral("addFinding"));
    m_add->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_add->setMinimumContentsLength(6);
    m_cite->setObjectName(QStringLiteral("cite"));
    m_citeRecord->setObjectName(QStringLiteral("citeRecord"));
    m_remove->setObjectName(QStringLiteral("removeFinding"));

    auto *verdicts = new QHBoxLayout;
    verdicts->setSpacing(4);
    for (size_t n = 0; n < m_verdicts.size(); ++n) {
        auto *button = new QPushButton(this);
        button->setObjectName(QString(QStringLiteral("verdict_") + domain::toCode(verdictKeys[n].verdict)));
        button->setCheckable(true);
        connect(button, &QPushButton::clicked, this, [this, n] { setVerdict(verdictKeys[n].verdict); });
        m_verdicts[n] = button;
        verdicts->addWidget(button, 1);
    }
    auto *shares = new QHBoxLayout;
    shares->addWidget(m_shareLabel, 1);
    shares->addWidget(m_share);
    auto *cites = new QHBoxLayout;
    cites->setSpacing(4);
    cites->addWidget(m_cite, 1);
    cites->addWidget(m_citeRecord, 1);
    cites->addWidget(m_remove);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_title);
    layout->addWidget(m_tree);
    layout->addLayout(verdicts);
    layout->addLayout(shares);
    layout->addWidget(m_text);
    layout->addLayout(cites);
    layout->addWidget(m_add);

    connect(m_tree, &QTreeWidget::currentItemChanged, this, [this] {
        if (!m_filling)
            fillDetail();
    });
    connect(m_tree, &QTreeWidget::itemActivated, this, &FindingsSheet::activate);
    connect(m_tree, &QTreeWidget::itemClicked, this, [this](QTreeWidgetItem *item) {
        if (item->data(0, citationRole).toInt() >= 0)
            activate(item);
    });
    connect(m_share, &QLineEdit::textEdited, this, [this](const QString &text) {
        m_presenter.editFinding(currentRow(), [&](domain::Finding &finding) {
            if (domain::isPricedElement(finding.element))
                finding.sum = domain::Money::fromUserText(text);
            else
                finding.permille = presentation::shareFromText(text);
        });
    });
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        if (!m_filling)
            m_presenter.editFinding(currentRow(), [this](domain::Finding &finding) { finding.text = m_text->toPlainText(); });
    });
    connect(m_add, &QComboBox::activated, this, [this](int index) {
        const QString element = m_add->itemData(index).toString();
        m_presenter.addFinding(element);
        focusElement(element);
    });
    connect(m_cite, &QPushButton::clicked, this, &FindingsSheet::citeRequested);
    connect(m_citeRecord, &QPushButton::clicked, this, &FindingsSheet::citeRecord);
    connect(m_remove, &QPushButton::clicked, this, &FindingsSheet::removeCurrent);
    retranslate();
}

FindingRow FindingsSheet::currentRow() const
{
    const QTreeWidgetItem *item = m_tree->currentItem();
    const int index = item ? item->data(0, rowRole).toInt() : -1;
    return index >= 0 && index < m_presenter.findingRows().size() ? m_presenter.findingRows().at(index) : FindingRow();
}

const domain::Finding *FindingsSheet::currentFinding() const
{
    const int index = currentRow().finding;
    return index >= 0 && index < m_presenter.draft().findings.size() ? &m_presenter.draft().findings.at(index) : nullptr;
}

bool FindingsSheet::isOpen(const FindingRow &row) const
{
    if (row.finding < 0)
        return true;
    const domain::Finding &finding = m_presenter.draft().findings.at(row.finding);
    if (finding.verdict != domain::Verdict::Proved)
        return !finding.verdict;
    return (domain::isCountedElement(row.element) && !finding.permille) || (domain::isPricedElement(row.element) && !finding.sum);
}

void FindingsSheet::refresh()
{
    if (!m_session.view())
        return;
    m_filling = true;
    fillRows();
    fillChoices();
    m_filling = false;
    fillDetail();
}

void FindingsSheet::fillRows()
{
    const usecases::CaseView &view = *m_session.view();
    const FindingRow before = view.record.header.id == m_case ? currentRow() : FindingRow{.element = QStringLiteral("-")};
    const int citationBefore = m_tree->currentItem() ? m_tree->currentItem()->data(0, citationRole).toInt() : -1;
    m_case = view.record.header.id;
    m_tree->clear();
    QTreeWidgetItem *same = nullptr, *alike = nullptr, *open = nullptr;
    int lines = 0;
    const QList<FindingRow> &rows = m_presenter.findingRows();
    for (int n = 0; n < rows.size(); ++n) {
        const FindingRow &row = rows.at(n);
        const domain::Finding *finding = row.finding >= 0 ? &m_presenter.draft().findings.at(row.finding) : nullptr;
        QString sign = QStringLiteral("○");
        for (const VerdictKey &key : verdictKeys) {
            if (finding && finding->verdict == key.verdict)
                sign = QString::fromLatin1(key.sign);
        }
        const QString name = finding ? presentation::findingText(*finding, view.book) : presentation::elementName(row.element, view.book);
        QString text = name;
        if (row.needed && isOpen(row))
            text = tr("%1 – open, to be proved by the %2").arg(name, presentation::label(row.burden).toLower());
        else if (isOpen(row))
            text = tr("%1 – open").arg(name);
        auto *item = new QTreeWidgetItem(m_tree, {QStringLiteral("%1  %2").arg(sign, text)});
        item->setToolTip(0, text.toHtmlEscaped());
        item->setData(0, Qt::AccessibleTextRole, text);
        item->setSizeHint(0, QSize(0, rowHeight));
        item->setData(0, rowRole, n);
        item->setData(0, citationRole, -1);
        ++lines;
        for (int k = 0; finding && k < finding->citations.size(); ++k) {
            auto *cited = new QTreeWidgetItem(item, {presentation::citationText(finding->citations.at(k), view.record.file)});
            cited->setToolTip(0, cited->text(0).toHtmlEscaped());
            cited->setData(0, citedPartsRole, citedPartsData(presentation::citedParts(finding->citations.at(k), view.record.file)));
            // Said at the end of its words as well, which a narrow list cuts off.
            if (!presentation::whyNotThere(finding->citations.at(k), view.record.file).isEmpty())
                cited->setIcon(0, themedIcon(QStringLiteral("triangle-alert"), tokensFor(palette()).warning, 14));
            cited->setSizeHint(0, QSize(0, rowHeight));
            cited->setData(0, rowRole, n);
            cited->setData(0, citationRole, k);
            ++lines;
            if (row.finding == before.finding && row.element == before.element && k == citationBefore)
                same = cited;
        }
        item->setExpanded(true);
        if (row.element == before.element) {
            alike = alike ? alike : item;
            if (row.finding == before.finding && !same)
                same = item;
        }
        if (isOpen(row) && !open)
            open = item;
    }
    QTreeWidgetItem *current = same ? same : alike ? alike : open ? open : m_tree->topLevelItem(0);
    m_tree->setCurrentItem(current);
    m_tree->setFixedHeight(qBound(fewestLines, lines, mostLines) * rowHeight + 2 * m_tree->frameWidth());
    m_tree->scrollToItem(current);
}

/// The number that the element needs beside its verdict; what is being typed is not rewritten.
void FindingsSheet::fillNumber(const QString &element, const domain::Finding *finding)
{
    const bool priced = domain::isPricedElement(element);
    const bool shown = priced || domain::isCountedElement(element);
    m_shareLabel->setVisible(shown);
    m_share->setVisible(shown);
    m_shareLabel->setText(priced ? tr("Sum, in yuan") : tr("Share, e.g. 37.5 % or 9/24"));
    m_share->setAccessibleName(priced ? tr("Sum found on the evidence") : tr("Share counted on the evidence"));
    QString text;
    bool same = m_share->hasFocus();
    if (finding && priced && finding->sum) {
        text = finding->sum->toString();
        same = domain::Money::fromUserText(m_share->text()) == finding->sum;
    } else if (finding && !priced && finding->permille) {
        text = presentation::shareText(*finding->permille);
        same = presentation::shareFromText(m_share->text()) == finding->permille;
    }
    if (!same)
        m_share->setText(text);
}

void FindingsSheet::fillDetail()
{
    m_filling = true;
    const FindingRow row = currentRow();
    const domain::Finding *finding = currentFinding();
    const bool any = m_tree->topLevelItemCount() > 0;
    for (size_t n = 0; n < m_verdicts.size(); ++n) {
        m_verdicts[n]->setChecked(finding && finding->verdict == verdictKeys[n].verdict);
        m_verdicts[n]->setEnabled(any);
    }
    fillNumber(any ? row.element : QString(), finding);
    m_text->setEnabled(any);
    const QString text = finding ? finding->text : QString();
    if (m_text->toPlainText() != text)
        m_text->setPlainText(text);
    m_remove->setEnabled(finding);
    m_filling = false;
}

void FindingsSheet::fillChoices()
{
    m_add->clear();
    for (const presentation::FindingChoice &choice : m_presenter.findingChoices()) {
        const QString name = presentation::elementName(choice.element, m_session.view()->book);
        m_add->addItem(choice.changes ? tr("%1 (could change the suggestion)").arg(name) : name, choice.element);
    }
    m_add->setCurrentIndex(-1);
}

void FindingsSheet::setVerdict(domain::Verdict verdict)
{
    if (m_tree->topLevelItemCount() == 0)
        return;
    m_presenter.editFinding(currentRow(), [verdict](domain::Finding &finding) { finding.verdict = verdict; });
    fillDetail(); // pressed twice: the button stays down
}

void FindingsSheet::activate(QTreeWidgetItem *item)
{
    const domain::Finding *finding = currentFinding();
    const int citation = item->data(0, citationRole).toInt();
    if (finding && citation >= 0 && citation < finding->citations.size())
        Q_EMIT citationChosen(finding->citations.at(citation));
    else if (m_share->isVisible() && isOpen(currentRow()))
        m_share->setFocus(Qt::OtherFocusReason);
    else
        m_text->setFocus(Qt::OtherFocusReason);
}

void FindingsSheet::removeCurrent()
{
    const QTreeWidgetItem *item = m_tree->currentItem();
    const int finding = currentRow().finding;
    if (!item || finding < 0)
        return;
    const int citation = item->data(0, citationRole).toInt();
    if (citation >= 0)
        m_presenter.removeCitation(finding, citation);
    else
        m_presenter.removeFinding(finding);
}

QString FindingsSheet::cite(const domain::Citation &citation)
{
    if (m_session.view())
        m_reference = presentation::citationReference(citation, m_session.view()->record.file);
    return m_presenter.cite(currentRow(), citation);
}

QString FindingsSheet::citeDropped(const QMimeData *brought)
{
    const usecases::CaseView *view = m_session.view();
    const QList<domain::Citation> citations = view ? citationsIn(brought, view->record.file.caseNo) : QList<domain::Citation>();
    if (citations.isEmpty() || m_tree->topLevelItemCount() == 0)
        return {};
    QStringList references;
    for (const domain::Citation &citation : citations) {
        cite(citation);
        references.append(m_reference);
    }
    return references.join(QLatin1Char(' '));
}

QString FindingsSheet::citeOnShow()
{
    m_reference.clear();
    Q_EMIT citeRequested(); // answered by cite() before this goes on
    return m_reference;
}

/// On a row the citation goes under that row, elsewhere under the chosen one.
bool FindingsSheet::takeDrop(QDropEvent *event)
{
    const usecases::CaseView *view = m_session.view();
    if (!view || citationsIn(event->mimeData(), view->record.file.caseNo).isEmpty())
        return false;
    event->setDropAction(Qt::CopyAction);
    event->accept();
    if (event->type() != QEvent::Drop)
        return true;
    if (QTreeWidgetItem *item = m_tree->itemAt(event->position().toPoint()))
        m_tree->setCurrentItem(item);
    citeDropped(event->mimeData());
    return true;
}

void FindingsSheet::citeRecord()
{
    const usecases::CaseView *view = m_session.view();
    if (!view)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(QStringLiteral("recordPlaces"));
    for (const QString &pointer : presentation::recordPlaces(view->record.file)) {
        menu->addAction(plainAction(presentation::recordText(view->record.file, pointer)), this, [this, pointer] {
            domain::Citation citation;
            citation.fact = pointer;
            cite(citation);
        });
    }
    menu->popup(m_citeRecord->mapToGlobal(QPoint(0, m_citeRecord->height())));
}

void FindingsSheet::focusOpen()
{
    for (int n = 0; n < m_tree->topLevelItemCount(); ++n) {
        if (isOpen(m_presenter.findingRows().at(n))) {
            m_tree->setCurrentItem(m_tree->topLevelItem(n));
            break;
        }
    }
    if (m_tree->topLevelItemCount() > 0)
        m_tree->setFocus(Qt::ShortcutFocusReason);
    else
        m_add->setFocus(Qt::ShortcutFocusReason);
}

void FindingsSheet::focusElement(const QString &element)
{
    const QList<FindingRow> &rows = m_presenter.findingRows();
    for (int n = 0; n < rows.size() && n < m_tree->topLevelItemCount(); ++n) {
        if (rows.at(n).element != element)
            continue;
        m_tree->setCurrentItem(m_tree->topLevelItem(n));
        if (isOpen(rows.at(n)))
            break;
    }
    m_tree->setFocus(Qt::ShortcutFocusReason);
}

bool FindingsSheet::eventFilter(QObject *watched, QEvent *event)
{
    const bool isDrop = event->type() == QEvent::DragEnter || event->type() == QEvent::DragMove || event->type() == QEvent::Drop;
    if (watched == m_tree->viewport() && isDrop)
        return takeDrop(static_cast<QDropEvent *>(event));
    if (watched != m_tree || (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride))
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool plain = !(key->modifiers() & (Qt::ControlModifier | Qt::AltModifier));
    const auto verdict = plain ? verdictOf(key->key()) : std::nullopt;
    if (!verdict && key->key() != Qt::Key_Delete)
        return QWidget::eventFilter(watched, event);
    if (event->type() == QEvent::ShortcutOverride) {
        event->accept();
        return true;
    }
    if (verdict)
        setVerdict(*verdict);
    else
        removeCurrent();
    return true;
}

void FindingsSheet::retranslate()
{
    m_title->setText(tr("Findings (F)"));
    m_tree->setAccessibleName(tr("Findings"));
    m_tree->setAccessibleDescription(tr("+ proved, - not proved, 0 not enough to tell, Enter to write, Delete to remove"));
    m_text->setToolTip(tr("Ctrl+Shift+C cites the place on show and writes it here"));
    for (size_t n = 0; n < m_verdicts.size(); ++n) {
        const QString word = presentation::label(verdictKeys[n].verdict);
        const QString sign = QString::fromLatin1(verdictKeys[n].sign);
        m_verdicts[n]->setText(QStringLiteral("%1 %2").arg(sign, word));
        m_verdicts[n]->setAccessibleName(tr("Verdict: %1").arg(word));
        m_verdicts[n]->setToolTip(tr("%1 (%2 in the list)").arg(word, sign));
    }
    m_text->setPlaceholderText(tr("What the evidence shows"));
    m_text->setAccessibleName(tr("What the evidence shows"));
    m_add->setPlaceholderText(tr("Another finding …"));
    nameChoice(m_add, tr("Add another finding"));
    m_cite->setText(tr("Cite this (C)"));
    m_cite->setToolTip(tr("Cite the place on show under the chosen finding"));
    m_citeRecord->setText(tr("Cite the record"));
    m_citeRecord->setToolTip(tr("Cite a line of the case's record under the chosen finding (Shift+C)"));
    m_remove->setText(tr("Remove"));
    m_remove->setAccessibleName(tr("Remove the chosen finding or citation"));
    QFont title = font();
    title.setPixelSize(14);
    title.setWeight(QFont::DemiBold);
    m_title->setFont(title);
    refresh();
}

void FindingsSheet::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::PaletteChange && m_tree->topLevelItemCount() > 0)
        refresh(); // its signs have a colour
    QWidget::changeEvent(event);
}

} // namespace arb::ui
