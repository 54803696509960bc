// SPDX-License-Identifier: GPL-3.0-or-later
#include <presentation/timelinemodel.h>

#include <presentation/formats.h>

#include <utility>

namespace arb::presentation {

namespace {

QString wordsIn(const usecases::CaseReading &reading, const domain::CaseFile &file)
{
    QString text = domain::readingText(reading.reading);
    for (const domain::TranscriptMatch &match : reading.matches.value_or(QList<domain::TranscriptMatch>())) {
        // A title may be a part of any message: it does not quote that one.
        const bool found = match.kind == domain::TranscriptMatch::Kind::Found && !match.sideUnknown;
        if (const domain::ChatMessage *message = found ? domain::findMessage(file, match.message) : nullptr)
            text += message->text + u'\n';
    }
    return text;
}

} // namespace

domain::TimelineExtra timelineExtra(const usecases::CaseView &view, const QList<domain::ExportedChat> &exports)
{
    domain::TimelineExtra extra;
    for (const domain::AuditEntry &entry : view.record.audit)
        extra.steps.append({entry.at, entry.action, entry.actor});
    for (const usecases::EvidenceRequest &request : view.record.requests) {
        if (request.state != usecases::RequestState::Cancelled)
            extra.terms.append({request.party, request.askedAt, request.dueAt, request.element});
    }
    for (const usecases::CaseReading &reading : view.readings)
        extra.words.append({reading.exhibit, wordsIn(reading, view.record.file)});
    for (const domain::ExportedChat &chat : exports) {
        if (!chat.words.isEmpty())
            extra.words.append({chat.exhibit, chat.words});
    }
    extra.exports = exports;
    extra.now = view.now;
    extra.reopened = view.record.header.round > 1;
    return extra;
}

TimelineModel::TimelineModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void TimelineModel::setCase(const domain::CaseFile &file, const domain::TimelineExtra &extra)
{
    domain::CaseTimeline timeline = domain::timelineOf(file, extra);
    QList<domain::TimelineClash> clashes = domain::clashesOf(timeline, file, extra);
    if (timeline.events == m_timeline.events && clashes == m_clashes)
        return;
    beginResetModel();
    m_timeline = std::move(timeline);
    m_clashes = std::move(clashes);
    m_clashesAt.clear();
    for (int i = 0; i < m_clashes.size(); ++i) {
        const domain::TimelineClash &clash = m_clashes.at(i);
        for (const int event : QList<int>{clash.first, clash.second} + clash.others)
            m_clashesAt[event].append(i);
    }
    endResetModel();
}

void TimelineModel::clear()
{
    beginResetModel();
    m_timeline = {};
    m_clashes.clear();
    m_clashesAt.clear();
    endResetModel();
}

void TimelineModel::languageChanged()
{
    if (rowCount() == 0)
        return;
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

QList<domain::Citation> TimelineModel::citationsOf(int event) const
{
    if (event < 0 || event >= m_timeline.events.size() || !m_timeline.events.at(event).isCitable())
        return {};
    return {m_timeline.events.at(event).citation};
}

QList<domain::Citation> TimelineModel::citationsOfClash(int clash) const
{
    if (clash < 0 || clash >= m_clashes.size())
        return {};
    return citationsOf(m_clashes.at(clash).first) + citationsOf(m_clashes.at(clash).second);
}

Qt::ItemFlags TimelineModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.isValid() && m_timeline.events.at(index.row()).isCitable() ? flags | Qt::ItemIsDragEnabled : flags;
}

int TimelineModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_timeline.events.size());
}

int TimelineModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant TimelineModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const domain::TimelineEvent &event = m_timeline.events.at(index.row());
    if (role == Qt::AccessibleTextRole) {
        QStringList lines{eventLine(event)};
        for (const int clash : clashesAt(index.row()))
            lines.append(clashText(m_clashes.at(clash), m_timeline));
        return lines.join(QLatin1Char('\n'));
    }
    if (role == Qt::ToolTipRole)
        return eventLine(event).toHtmlEscaped();
    if (role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(index.column())) {
    case TimeColumn: {
        const QString text = dateTimeText(event.at);
        return event.certainty == domain::TimeCertainty::Exact ? text : QString(u'≈' + text);
    }
    case LaneColumn: return laneText(event);
    case WhatColumn: {
        const QString text = eventText(event);
        return clashesAt(index.row()).isEmpty() ? text : QString(u"⚠ " + text);
    }
    case ColumnCount: break;
    }
    return {};
}

QVariant TimelineModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case TimeColumn: return tr("Time");
    case LaneColumn: return tr("Source");
    case WhatColumn: return tr("What");
    case ColumnCount: break;
    }
    return {};
}

} // namespace arb::presentation
