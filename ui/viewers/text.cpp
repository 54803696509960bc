// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewing/exhibittext.h"
#include "viewing/searchbar.h"

#include <ui/viewers.h>

#include <presentation/formats.h>

#include <domain/soughtwords.h>
#include <domain/textlines.h>

#include <QtCore/QRunnable>
#include <QtCore/QThreadPool>
#include <QtCore/QTimer>
#include <QtGui/QTextBlock>
#include <QtGui/QTextCursor>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>
#include <atomic>
#include <memory>
#include <vector>

namespace arb::ui {

namespace {

constexpr qsizetype longestTextLine = 4000; ///< characters; the editor lays out a line whole, however little of it is in view
constexpr qsizetype filledAtOnce = 32'000;    ///< characters put into the editor between two turns of the event loop: some milliseconds
constexpr qsizetype mostTextHits = 10'000;

/// A text as it goes into the editor, made beside the window.
struct ReadText
{
    QString shown;                ///< with line ends added where a line is too long for the editor
    QString folded;               ///< without these, as it is searched
    std::vector<qsizetype> added; ///< where in `folded` they were added, ascending
    std::vector<int> blocks;      ///< of each line the editor's block, both from 0; empty when they are the same

    /// Of a place in `folded` the one in `shown`.
    qsizetype placed(qsizetype at) const { return at + std::distance(added.begin(), std::upper_bound(added.begin(), added.end(), at)); }
};

/// Nothing once @p left says that nobody waits.
std::shared_ptr<const ReadText> readWholeText(const QByteArray &bytes, const std::atomic<bool> &left)
{
    auto text = std::make_shared<ReadText>();
    QString whole;
    int block = 0;
    std::vector<int> blocks;
    const QStringList lines = domain::textLines(bytes);
    for (const QString &read : lines) {
        if (left)
            return {};
        const QString line = presentation::visibleText(read);
        if (!blocks.empty()) {
            whole += u'\n';
            text->shown += u'\n';
        }
        blocks.push_back(block++);
        for (qsizetype at = 0, end = 0; at < line.size(); at = end) {
            if (at > 0) {
                text->added.push_back(whole.size() + at);
                text->shown += u'\n';
                ++block;
            }
            end = std::min(at + longestTextLine, line.size());
            if (end < line.size() && line.at(end).isLowSurrogate())
                ++end;
            text->shown += QStringView(line).sliced(at, end - at);
        }
        whole += line;
    }
    if (!text->added.empty())
        text->blocks = std::move(blocks);
    text->folded = domain::foldedText(whole);
    return text;
}

/// Places in the editor's document.
struct TextHit
{
    qsizetype from = 0, end = 0;
};

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
        connect(m_edit->verticalScrollBar(), &QScrollBar::valueChanged, this, [this] { highlight(); });
        m_pool.setMaxThreadCount(1);
        m_fill.setInterval(0);
        connect(&m_fill, &QTimer::timeout, this, [this] { fillOn(); });
        TextViewer::retranslate();
    }
    ~TextViewer() override
    {
        *m_left = true;
        m_pool.waitForDone(); // a line's time
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
            m_pool.start(QRunnable::create([this, bytes = *bytes, left = m_left] {
                if (auto text = readWholeText(bytes, *left))
                    QMetaObject::invokeMethod(this, [this, text = std::move(text), left] { take(text, *left); }, Qt::QueuedConnection);
            }));
        });
    }

    void end() override
    {
        loader().cancel(m_ticket);
        m_ticket = 0;
        *std::exchange(m_left, std::make_shared<std::atomic<bool>>(false)) = true;
        m_fill.stop();
        m_text.reset();
        m_filled = 0;
        m_line = 0;
        m_hits.clear();
        m_search->clear();
        m_edit->setExtraSelections({});
        m_edit->clear();
    }

    void resizeEvent(QResizeEvent *event) override
    {
        ViewerWidget::resizeEvent(event);
        highlight();
    }

    void retranslate() override
    {
        const QString caption = presentation::visibleText(shown().caption);
        m_edit->setAccessibleName(caption.isEmpty() ? tr("Text") : tr("Text: %1").arg(caption));
        m_find->setText(tr("Search"));
        m_search->retranslate();
    }

private:
    bool isFilled() const { return m_text && m_filled == m_text->shown.size(); }

    void take(const std::shared_ptr<const ReadText> &text, bool left)
    {
        if (left)
            return;
        m_text = text;
        m_filled = 0;
        fillOn();
        if (!isFilled())
            m_fill.start();
        Q_EMIT seen(shown().exhibitId);
        Q_EMIT citationChanged();
    }

    /// The editor takes a long text apart: piece by piece, so that the window goes on meanwhile.
    void fillOn()
    {
        const QStringView piece = QStringView(m_text->shown).sliced(m_filled, std::min(filledAtOnce, m_text->shown.size() - m_filled));
        QTextCursor end(m_edit->document());
        end.movePosition(QTextCursor::End);
        end.insertText(piece.toString());
        if (m_filled == 0) // what goes into an empty editor takes its cursor along
            m_edit->moveCursor(QTextCursor::Start);
        m_filled += piece.size();
        if (!isFilled())
            return;
        m_fill.stop();
        arrive();
        if (!m_search->words().isEmpty())
            search();
    }

    void arrive()
    {
        if (!isFilled() || m_line < 1)
            return;
        const auto known = static_cast<std::size_t>(m_line - 1);
        const QTextBlock line = m_edit->document()->findBlockByNumber(known < m_text->blocks.size() ? m_text->blocks[known] : m_line - 1);
        if (!line.isValid())
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
        if (!isFilled())
            return; // is done then
        const QString words = m_search->words();
        const domain::SoughtWords sought(words);
        for (auto place = sought.next(m_text->folded, 0); !place.isNone() && m_hits.size() < mostTextHits; place = sought.next(m_text->folded, place.end()))
            m_hits.append({m_text->placed(place.from), m_text->placed(place.end())});
        m_search->showCount(0, words.isEmpty() ? -1 : static_cast<int>(m_hits.size()));
        hop(1);
        highlight();
    }

    QTextCursor cursorOf(const TextHit &hit) const
    {
        QTextCursor cursor(m_edit->document());
        cursor.setPosition(static_cast<int>(hit.from));
        cursor.setPosition(static_cast<int>(hit.end), QTextCursor::KeepAnchor);
        return cursor;
    }

    /// What is in view: the editor goes through all selections at every painting.
    void highlight()
    {
        QList<QTextEdit::ExtraSelection> marks;
        if (!m_hits.isEmpty()) {
            const QRect view = m_edit->viewport()->rect();
            const int from = m_edit->cursorForPosition(view.topLeft()).position(), end = m_edit->cursorForPosition(view.bottomRight()).position();
            for (auto hit = std::ranges::lower_bound(m_hits, from, {}, &TextHit::end); hit != m_hits.cend() && hit->from <= end; ++hit) {
                QTextEdit::ExtraSelection mark;
                mark.cursor = cursorOf(*hit);
                mark.format.setBackground(QColor(0xFF, 0xE0, 0x66));
                mark.format.setForeground(Qt::black);
                marks.append(mark);
            }
        }
        m_edit->setExtraSelections(marks);
    }

    void hop(int by)
    {
        if (m_hits.isEmpty())
            return;
        const auto count = static_cast<int>(m_hits.size());
        m_hit = m_hit < 0 ? (by > 0 ? 0 : count - 1) : (m_hit + by + count) % count;
        m_edit->setTextCursor(cursorOf(m_hits.at(m_hit)));
        m_edit->centerCursor();
        highlight();
        m_search->showCount(m_hit + 1, count);
    }

    SearchBar *m_search = nullptr;
    QPlainTextEdit *m_edit = nullptr;
    QAction *m_find = nullptr;
    EvidenceLoader::Ticket m_ticket = 0;
    QThreadPool m_pool;
    std::shared_ptr<std::atomic<bool>> m_left = std::make_shared<std::atomic<bool>>(false); ///< nobody waits for what is being read
    std::shared_ptr<const ReadText> m_text;
    QTimer m_fill;
    qsizetype m_filled = 0; ///< of m_text->shown, in the editor
    QList<TextHit> m_hits;     ///< in order
    int m_hit = -1;
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
