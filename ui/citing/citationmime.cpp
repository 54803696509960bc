// SPDX-License-Identifier: GPL-3.0-or-later
#include "citing/citationmime.h"

#include <presentation/recordwords.h>

#include <domain/casejson.h>

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtGui/QDrag>
#include <QtGui/QDropEvent>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QPlainTextEdit>

namespace arb::ui {

namespace {

constexpr qsizetype mostCitationBytes = 64 * 1024; // from another program anything may come

bool bringsCitation(const QMimeData *data)
{
    return data && data->hasFormat(QString::fromLatin1(citationMimeType));
}

/// The field's ear: drops land on the viewport, keys on the field.
class CitationTaker final : public QObject
{
public:
    CitationTaker(QPlainTextEdit *field, std::function<QString(const QMimeData *)> take, std::function<QString()> cite)
        : QObject(field), m_field(field), m_take(std::move(take)), m_cite(std::move(cite))
    {
        field->installEventFilter(this);
        field->viewport()->installEventFilter(this);
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        switch (event->type()) {
        case QEvent::DragEnter:
        case QEvent::DragMove:
        case QEvent::Drop: return drop(static_cast<QDropEvent *>(event));
        case QEvent::ShortcutOverride:
        case QEvent::KeyPress: return watched == m_field && press(static_cast<QKeyEvent *>(event));
        default: return false;
        }
    }

private:
    bool drop(QDropEvent *event)
    {
        if (!bringsCitation(event->mimeData()) || m_field->isReadOnly() || !m_field->isEnabled())
            return false;
        event->setDropAction(Qt::CopyAction);
        event->accept();
        if (event->type() != QEvent::Drop)
            return true;
        const QString reference = m_take(event->mimeData()); // may write into the field's document: the cursor comes after
        write(m_field->cursorForPosition(event->position().toPoint()), reference);
        return true;
    }

    bool press(QKeyEvent *event)
    {
        if (event->key() != Qt::Key_C || event->modifiers() != (Qt::ControlModifier | Qt::ShiftModifier))
            return false;
        event->accept();
        if (event->type() == QEvent::KeyPress) {
            const QString reference = m_cite();
            write(m_field->textCursor(), reference);
        }
        return true;
    }

    /// A word of its own, whatever stands around it.
    void write(QTextCursor cursor, const QString &reference)
    {
        if (reference.isEmpty())
            return;
        const QChar before = m_field->document()->characterAt(cursor.selectionStart() - 1);
        const bool needsSpace = cursor.selectionStart() > 0 && !before.isSpace();
        cursor.insertText(needsSpace ? QString(u' ' + reference) : reference);
        m_field->setTextCursor(cursor);
        m_field->setFocus(Qt::OtherFocusReason);
    }

    QPlainTextEdit *m_field;
    std::function<QString(const QMimeData *)> m_take;
    std::function<QString()> m_cite;
};

} // namespace

std::unique_ptr<QMimeData> citationMime(const QList<domain::Citation> &citations, const domain::CaseFile &file)
{
    auto data = std::make_unique<QMimeData>();
    QJsonArray places;
    QStringList references;
    for (const domain::Citation &citation : citations) {
        places.append(domain::toJson(citation));
        references.append(presentation::citationReference(citation, file));
    }
    const QJsonObject sent{{QStringLiteral("case"), file.caseNo}, {QStringLiteral("citations"), places}};
    data->setData(QString::fromLatin1(citationMimeType), QJsonDocument(sent).toJson(QJsonDocument::Compact));
    data->setText(references.join(QLatin1Char(' ')));
    return data;
}

QList<domain::Citation> citationsIn(const QMimeData *data, const QString &caseNo)
{
    const QByteArray bytes = bringsCitation(data) ? data->data(QString::fromLatin1(citationMimeType)) : QByteArray();
    if (bytes.isEmpty() || bytes.size() > mostCitationBytes)
        return {};
    const QJsonObject sent = QJsonDocument::fromJson(bytes).object();
    const QJsonArray places = sent.value(QLatin1StringView("citations")).toArray();
    if (sent.value(QLatin1StringView("case")).toString() != caseNo || places.size() > mostCitations)
        return {};
    QList<domain::Citation> citations;
    for (const QJsonValue &place : places) {
        const auto citation = domain::citationFromJson(place.toObject());
        if (!citation)
            return {};
        citations.append(*citation);
    }
    return citations;
}

void dragCitations(QWidget *source, const QList<domain::Citation> &citations, const domain::CaseFile &file)
{
    if (citations.isEmpty())
        return;
    auto *drag = new QDrag(source); // Qt lets go of it
    drag->setMimeData(citationMime(citations, file).release());
    drag->exec(Qt::CopyAction);
}

void takeCitations(QPlainTextEdit *field, std::function<QString(const QMimeData *)> take, std::function<QString()> cite)
{
    new CitationTaker(field, std::move(take), std::move(cite)); // lives with the field
}

} // namespace arb::ui
