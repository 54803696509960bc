// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewing/exhibittext.h"
#include "viewing/searchbar.h"

#include <ui/viewers.h>

#include <presentation/formats.h>

#include <domain/soughtwords.h>
#include <domain/textlines.h>

#include <QtGui/QFontDatabase>
#include <QtGui/QTextBlock>
#include <QtGui/QTextCursor>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QVBoxLayout>

namespace arb::ui {

namespace {

/// Plain text, read only; characters that hide or turn text around are visible marks.
class TextViewer final : public ViewerWidget
{
    Q_OBJECT

public:
    explicit TextViewer(EvidenceLoader &evidence, QWidget *parent)
        : ViewerWidget(evidence, parent)
    {
        setObjectName(QStringLiteral("textViewer"));
        auto *content = new QWidget(this);
        m_search = new SearchBar(content);
        m_edit = new QPlainTextEdit(content);
        m_edit->setObjectName(QStringLiteral("textContent"));
        m_edit->setReadOnly(true);
        m_edit->setFrameShape(QFrame::NoFrame);
        m_edit->setUndoRedoEnabled(false);
        m_edit->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        auto *column = new QVBoxLayout(content);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(0);
        column->addWidget(m_search);
        column->addWidget(m_edit, 1);
        setContent(content);
        setFocusProxy(m_edit);
        m_find = addViewerAction(QStringLiteral("viewerFind"), {QKeySequence(QKeySequence::Find)},
                                 [this] { m_search->beginTyping(); });
        connect(m_search, &SearchBar::wordsChanged, this, [this] { search(); });
        connect(m_search, &SearchBar::nextWanted, this, [this] { hop(1); });
        connect(m_search, &SearchBar::previousWanted, this, [this] { hop(-1); });
        TextViewer::retranslate();
    }

    std::optional<domain::Citation> currentCitation() const override
    {
        if (isBroken() || shown().exhibitId.isEmpty())
            return std::nullopt;
        domain::Citation citation;
        citation.exhibit = shown().exhibitId;
        citation.sha256 = shown().sha256;
        return citation;
    }

    /// The line that the search of the case found (usecases/casesearch.h), if one is named.
    void goTo(const domain::Citation &place, const QString &) override
    {
        m_line = place.message.startsWith(u'L') ? place.message.mid(1).toInt() : 0;
        arrive();
        m_edit->setFocus();
    }

protected:
    void begin() override
    {
        retranslate();
        m_ticket = loader().bytes(shown().sha256, wordsCap, this, [this](const Shown<QByteArray> &bytes) {
            if (!bytes) {
                showBroken(bytes.error());
                return;
            }
            QStringList lines = domain::textLines(*bytes);
            for (QString &line : lines)
                line = presentation::visibleText(line);
            m_edit->setPlainText(lines.join(QLatin1Char('\n')));
            m_folded = domain::foldedText(m_edit->toPlainText()); // of the document: its places are the cursor's
            m_isRead = true;
            arrive();
            Q_EMIT seen(shown().exhibitId);
            Q_EMIT citationChanged();
        });
    }

    void end() override
    {
        loader().cancel(m_ticket);
        m_ticket = 0;
        m_isRead = false;
        m_line = 0;
        m_hits.clear();
        m_search->clear();
        m_edit->clear();
        m_folded.clear();
        m_edit->setExtraSelections({});
    }

    void retranslate() override
    {
        const QString caption = presentation::visibleText(shown().caption);
        m_edit->setAccessibleName(caption.isEmpty() ? tr("Text") : tr("Text: %1").arg(caption));
        m_find->setText(tr("Search"));
        m_search->retranslate();
    }

private:
    void arrive()
    {
        const QTextBlock line = m_edit->document()->findBlockByNumber(m_line - 1);
        if (!m_isRead || !line.isValid())
            return;
        m_line = 0;
        QTextCursor cursor(line);
        cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
        m_edit->setTextCursor(cursor);
        m_edit->centerCursor();
    }

    void search()
    {
        m_hits.clear();
        m_hit = -1;
        const QString words = m_search->words();
        const domain::SoughtWords sought(words);
        for (auto place = sought.next(m_folded, 0); !place.isNone() && m_hits.size() < 10'000; place = sought.next(m_folded, place.end())) {
            QTextCursor hit(m_edit->document());
            hit.setPosition(static_cast<int>(place.from));
            hit.setPosition(static_cast<int>(place.end()), QTextCursor::KeepAnchor);
            m_hits.append(hit);
        }
        QList<QTextEdit::ExtraSelection> marks;
        for (const QTextCursor &hit : std::as_const(m_hits)) {
            QTextEdit::ExtraSelection mark;
            mark.cursor = hit;
            mark.format.setBackground(QColor(0xFF, 0xE0, 0x66));
            mark.format.setForeground(Qt::black);
            marks.append(mark);
        }
        m_edit->setExtraSelections(marks);
        m_search->showCount(0, words.isEmpty() ? -1 : static_cast<int>(m_hits.size()));
        hop(1);
    }

    void hop(int by)
    {
        if (m_hits.isEmpty())
            return;
        const auto count = static_cast<int>(m_hits.size());
        m_hit = m_hit < 0 ? (by > 0 ? 0 : count - 1) : (m_hit + by + count) % count;
        m_edit->setTextCursor(m_hits[m_hit]);
        m_edit->centerCursor();
        m_search->showCount(m_hit + 1, count);
    }

    SearchBar *m_search = nullptr;
    QPlainTextEdit *m_edit = nullptr;
    QAction *m_find = nullptr;
    EvidenceLoader::Ticket m_ticket = 0;
    QString m_folded; ///< the document's text, as it is searched
    QList<QTextCursor> m_hits;
    int m_hit = -1;
    bool m_isRead = false;
    int m_line = 0; ///< from 1: where to go once the file is there
};

} // namespace

Viewer make_text()
{
    return {QStringLiteral("text"), QT_TRANSLATE_NOOP("arb::ui::Viewer", "Text"),
            [](EvidenceLoader &loader, QWidget *parent) -> ViewerWidget * { return new TextViewer(loader, parent); }};
}

} // namespace arb::ui

#include "text.moc"
