// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewing/chatmodel.h"

#include <presentation/formats.h>

#include <domain/chatevents.h>
#include <domain/soughtwords.h>

#include <algorithm>
#include <utility>

namespace arb::ui {

namespace {

/// Days of platform time since 1970.
qint64 platformDay(domain::UtcMs at)
{
    const qint64 ms = at.ms() + qint64{domain::platformOffsetSeconds} * domain::secondMs;
    return ms >= 0 ? ms / domain::dayMs : (ms + 1) / domain::dayMs - 1;
}

qsizetype partCount(qsizetype size)
{
    return std::max<qsizetype>(1, (size + ChatModel::partSize - 1) / ChatModel::partSize);
}

/// Where a part begins: never inside a character.
qsizetype partBegin(QStringView text, qsizetype part)
{
    const qsizetype at = std::min(text.size(), part * ChatModel::partSize);
    return at > 0 && at < text.size() && text.at(at).isLowSurrogate() ? at - 1 : at;
}

/// A part of a text, safe to draw, with the differences inside it.
struct ShownPart
{
    QString text;
    QList<domain::CharSpan> differs;
};

/// @p spans: of the whole text, rising. Behind the end of the text there is nothing.
ShownPart shownPart(QStringView text, int part, const QList<domain::CharSpan> &spans)
{
    const qsizetype from = partBegin(text, part), to = partBegin(text, part + 1);
    const QString raw = text.sliced(from, to - from).toString();
    ShownPart shown{presentation::visibleText(raw), {}};
    qsizetype at = 0, atShown = 0;
    const auto goTo = [&raw, &at, &atShown](qsizetype place) { // what is hidden takes more room once it is made visible
        atShown += presentation::visibleText(raw.sliced(at, place - at)).size();
        at = place;
        return atShown;
    };
    for (const domain::CharSpan &span : spans) {
        const qsizetype first = std::clamp(span.from - from, at, raw.size());
        const qsizetype last = std::clamp(span.from + span.size - from, first, raw.size());
        if (first == last)
            continue;
        const qsizetype shownFirst = goTo(first);
        shown.differs.append({shownFirst, goTo(last) - shownFirst});
    }
    shown.text.replace(u'\r', u' ');
    return shown;
}

/// Puts the part of @p text that is on show into @p entry, where the other side has the words as long as @p besides.
void putText(ChatEntry &entry, QStringView text, int part, const QList<domain::CharSpan> &spans, qsizetype besides = 0)
{
    entry.parts = static_cast<int>(partCount(std::max(text.size(), besides)));
    entry.part = std::clamp(part, 0, entry.parts - 1);
    const ShownPart shown = shownPart(text, entry.part, spans);
    entry.text = shown.text;
    entry.differs = shown.differs;
}

} // namespace

ChatModel::ChatModel(QObject *parent)
    : QAbstractListModel(parent)
{
}

// --- what is shown -----------------------------------------------------------------------------------------------------

void ChatModel::setMessages(const QList<domain::ChatMessage> &messages)
{
    m_files.clear();
    take({std::make_shared<const domain::ChatLog>(domain::chatLogOf(messages)), nullptr}, messages, false);
}

void ChatModel::setRead(const ReadChat &read, const QList<domain::ChatMessage> &platform, const QHash<QString, QString> &files)
{
    m_files = files;
    take(read, platform, true);
}

void ChatModel::take(const ReadChat &read, const QList<domain::ChatMessage> &platform, bool isExport)
{
    beginResetModel();
    m_givenIds.clear(); // views of the log that goes now
    m_read = read;
    m_platform = platform;
    m_isExport = isExport;
    m_cited.clear();
    m_pictures.clear();
    m_parts.clear();
    m_loggedParts.clear();
    noteIds();
    noteReplies();
    noteDifferences();
    buildRows();
    endResetModel();
}

void ChatModel::noteIds()
{
    m_platformIds.clear();
    const domain::ChatLog &log = *m_read.log;
    m_givenIds.reserve(static_cast<qsizetype>(log.messages.size()));
    for (std::size_t n = 0; n < log.messages.size(); ++n) {
        const QStringView id = log.view(log.messages[n].givenId);
        if (!id.isEmpty() && !m_givenIds.contains(id)) // given twice: the first has it
            m_givenIds.insert(id, static_cast<int>(n));
    }
    if (!m_isExport)
        return;
    for (qsizetype n = 0; n < m_platform.size(); ++n) {
        if (!m_platformIds.contains(m_platform.at(n).id))
            m_platformIds.insert(m_platform.at(n).id, static_cast<int>(n));
    }
}

void ChatModel::noteReplies()
{
    m_replies.clear();
    m_loggedReplies.clear();
    for (qsizetype n = 0; m_isExport && n < m_platform.size(); ++n) {
        const QString &replyTo = m_platform.at(n).replyTo;
        if (const int answered = replyTo.isEmpty() ? -1 : m_platformIds.value(replyTo, -1); answered >= 0 && answered != n)
            m_loggedReplies[answered].append(n);
    }
    const domain::ChatLog &log = *m_read.log;
    for (std::size_t n = 0; n < log.messages.size(); ++n) {
        if (log.messages[n].replyTo.isEmpty())
            continue;
        const auto message = static_cast<qsizetype>(n);
        if (const qsizetype answered = messageOf(log.view(log.messages[n].replyTo).toString()); answered >= 0 && answered != message)
            m_replies[answered].append(message);
    }
}

void ChatModel::noteDifferences()
{
    m_differenceOf.assign(m_read.log->messages.size(), -1);
    if (!m_read.differences)
        return;
    for (std::size_t n = 0; n < m_read.differences->rows.size(); ++n) {
        const domain::ChatDifferenceRow &difference = m_read.differences->rows[n];
        if (difference.exported >= 0)
            m_differenceOf[static_cast<std::size_t>(difference.exported)] = static_cast<int>(n);
    }
}

std::optional<domain::UtcMs> ChatModel::shownAt(const ChatRow &shown) const
{
    if (shown.isLogged)
        return m_platform.at(shown.message).at;
    return m_read.log->messages[static_cast<std::size_t>(shown.message)].at;
}

int ChatModel::appendMessage(ChatRow::Kind kind, qsizetype message, TimeAbove &above)
{
    const ChatRow row{kind, kind == ChatRow::Kind::Missing, message, 0};
    if (const std::optional<domain::UtcMs> at = shownAt(row)) {
        // Days are those that the rows show. A silence is one by one clock: that of an export may be hours off.
        const qint64 ahead = row.isLogged || !m_read.differences ? 0 : m_read.differences->offsetMs.value_or(0);
        const qint64 loggedMs = at->ms() - ahead, gap = above.shown ? loggedMs - above.loggedMs : 0;
        if (!above.shown || platformDay(*at) != platformDay(*above.shown))
            m_rows.push_back({ChatRow::Kind::Day, row.isLogged, message, gap});
        else if (gap >= gapFromMs)
            m_rows.push_back({ChatRow::Kind::Gap, row.isLogged, message, gap});
        above = {at, loggedMs};
    }
    m_rows.push_back(row);
    return static_cast<int>(m_rows.size()) - 1;
}

void ChatModel::buildRows()
{
    const domain::ChatLog &log = *m_read.log;
    // What only the platform has stands behind the message that it follows there; -1 is the beginning.
    std::vector<std::pair<qsizetype, qsizetype>> missing;
    m_rowOfLogged.assign(static_cast<std::size_t>(m_read.differences ? m_platform.size() : 0), -1);
    if (m_read.differences && m_differencesShown) {
        qsizetype before = -1;
        for (const domain::ChatDifferenceRow &difference : m_read.differences->rows) {
            if (difference.agreement == domain::ChatAgreement::OnlyLog)
                missing.emplace_back(before, difference.logged);
            else if (difference.agreement != domain::ChatAgreement::Moved)
                before = std::max(before, difference.exported);
        }
    }
    m_rows.clear();
    m_rows.reserve(log.messages.size() + missing.size() + log.messages.size() / 8);
    m_rowOfMessage.assign(log.messages.size(), -1);
    TimeAbove above;
    std::size_t ghost = 0;
    const auto appendMissing = [&](qsizetype behind) {
        for (; ghost < missing.size() && missing[ghost].first <= behind; ++ghost)
            m_rowOfLogged[static_cast<std::size_t>(missing[ghost].second)] = appendMessage(ChatRow::Kind::Missing, missing[ghost].second, above);
    };
    appendMissing(-1);
    for (std::size_t n = 0; n < log.messages.size(); ++n) {
        const auto message = static_cast<qsizetype>(n);
        m_rowOfMessage[n] = appendMessage(ChatRow::Kind::Message, message, above);
        if (m_differenceOf[n] >= 0) {
            if (const qsizetype logged = m_read.differences->rows[static_cast<std::size_t>(m_differenceOf[n])].logged; logged >= 0)
                m_rowOfLogged[static_cast<std::size_t>(logged)] = m_rowOfMessage[n];
        }
        appendMissing(message);
    }
}

void ChatModel::setDifferencesShown(bool shown)
{
    if (shown == m_differencesShown)
        return;
    m_differencesShown = shown;
    if (!m_read.differences)
        return;
    beginResetModel();
    buildRows();
    endResetModel();
}

// --- rows ----------------------------------------------------------------------------------------------------------------

int ChatModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant ChatModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ChatRow &at = row(index.row());
    if (role == KindRole)
        return static_cast<int>(at.kind);
    if (at.kind == ChatRow::Kind::Day || at.kind == ChatRow::Kind::Gap)
        return role == Qt::DisplayRole || role == Qt::AccessibleTextRole ? breakText(at) : QVariant();
    if (role == MessageIdRole)
        return at.kind == ChatRow::Kind::Message ? m_read.log->id(m_read.log->messages[static_cast<std::size_t>(at.message)]) : QVariant();
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    const ChatEntry shown = entry(index.row());
    if (role == Qt::DisplayRole)
        return shown.text;
    QStringList spoken;
    if (index.row() > 0 && !isMessage(index.row() - 1) && row(index.row() - 1).kind != ChatRow::Kind::Missing)
        spoken.append(breakText(row(index.row() - 1))); // arrows go past the breaks
    spoken << differenceText(index.row()) << senderText(shown) << footText(shown) << quoteText(shown) << shown.text << loggedText(shown) << shown.attachment << partText(shown);
    spoken.removeAll(QString());
    return spoken.join(QStringLiteral(", "));
}

Qt::ItemFlags ChatModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    if (!isMessage(index.row()) && row(index.row()).kind != ChatRow::Kind::Missing)
        return Qt::ItemIsEnabled;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled;
}

ChatEntry ChatModel::platformEntry(qsizetype at) const
{
    const domain::ChatMessage &message = m_platform.at(at);
    ChatEntry entry;
    entry.id = message.id;
    entry.at = message.at;
    entry.party = message.from;
    entry.exhibit = message.exhibit;
    entry.replyTo = message.replyTo;
    entry.editedAt = message.editedAt;
    entry.recalledAt = message.recalledAt;
    entry.edited = message.editedAt.has_value();
    entry.recalled = message.recalledAt.has_value();
    entry.kind = message.from == domain::Party::Platform ? domain::LoggedKind::System : domain::LoggedKind::Text;
    return entry;
}

ChatEntry ChatModel::message(qsizetype at) const
{
    const domain::ChatLog &log = *m_read.log;
    const auto n = static_cast<std::size_t>(at);
    const domain::LoggedMessage &message = log.messages[n];
    ChatEntry entry;
    const domain::ChatDifferenceRow *difference = m_differencesShown && m_differenceOf[n] >= 0
        ? &m_read.differences->rows[static_cast<std::size_t>(m_differenceOf[n])] : nullptr;
    if (!m_isExport) {
        entry = platformEntry(at);
    } else {
        entry.id = log.id(message);
        entry.at = message.at;
        entry.doubts = message.doubts;
        entry.kind = message.kind;
        entry.edited = message.edited;
        entry.recalled = message.recalled;
        (message.recalled ? entry.recalledAt : entry.editedAt) = message.changedAt;
        entry.replyTo = log.view(message.replyTo).toString();
        const QString named = log.view(message.attachment).toString();
        entry.exhibit = log.format == u"own" ? named : m_files.value(named.section(u'/', -1).toLower());
        if (entry.exhibit.isEmpty())
            entry.attachment = presentation::visibleText(named);
        if (message.sender >= 0) {
            entry.sender = presentation::visibleText(log.senderName(message));
            entry.party = log.senders.at(message.sender).party;
            if (!entry.party && m_read.differences)
                entry.party = m_read.differences->parties.value(message.sender);
        }
    }
    entry.line = message.line;
    entry.replies = static_cast<int>(m_replies.value(at).size());
    entry.backwards = domain::isBackwards(log, n);
    entry.future = m_now && domain::isFuture(message, *m_now);
    entry.altered = difference && difference->agreement == domain::ChatAgreement::Altered && difference->logged >= 0;
    const QStringView logged = entry.altered ? QStringView(m_platform.at(difference->logged).text) : QStringView();
    putText(entry, log.text(message), m_parts.value(at), difference ? difference->exportSpans : QList<domain::CharSpan>(), logged.size());
    if (entry.altered) {
        const ShownPart beside = shownPart(logged, entry.part, difference->logSpans);
        entry.logged = beside.text;
        entry.loggedDiffers = beside.differs;
    }
    return entry;
}

ChatEntry ChatModel::entry(int at) const
{
    const ChatRow &shown = row(at);
    if (shown.kind == ChatRow::Kind::Message)
        return message(shown.message);
    if (shown.kind != ChatRow::Kind::Missing)
        return {};
    return loggedEntry(shown.message);
}

ChatEntry ChatModel::loggedEntry(qsizetype at) const
{
    ChatEntry entry = platformEntry(at);
    entry.isLogged = true;
    domain::LoggedMessage told; // the platform's clock: nothing about it is uncertain
    told.at = entry.at;
    entry.future = m_now && domain::isFuture(told, *m_now);
    entry.replies = static_cast<int>(m_loggedReplies.value(at).size());
    putText(entry, m_platform.at(at).text, m_loggedParts.value(at), {});
    return entry;
}

qsizetype ChatModel::roughSize(int at) const
{
    const ChatRow &shown = row(at);
    if (shown.kind == ChatRow::Kind::Missing)
        return std::min(m_platform.at(shown.message).text.size(), partSize);
    const auto size = static_cast<qsizetype>(m_read.log->messages[static_cast<std::size_t>(shown.message)].text.size);
    const domain::ChatDifferenceRow *difference = differenceAt(at);
    const bool isAltered = difference && difference->agreement == domain::ChatAgreement::Altered && difference->logged >= 0;
    return std::min(size, partSize) + (isAltered ? std::min(m_platform.at(difference->logged).text.size(), partSize) : 0);
}

bool ChatModel::hasFurther(int at) const
{
    if (!isMessage(at))
        return true;
    const domain::LoggedMessage &message = m_read.log->messages[static_cast<std::size_t>(row(at).message)];
    const domain::ChatDifferenceRow *difference = differenceAt(at);
    return !message.attachment.isEmpty() || !message.replyTo.isEmpty() || (difference && difference->agreement == domain::ChatAgreement::Altered);
}

// --- places --------------------------------------------------------------------------------------------------------------

int ChatModel::rowOf(const QString &messageId) const
{
    const qsizetype message = messageOf(messageId);
    return message < 0 ? -1 : m_rowOfMessage[static_cast<std::size_t>(message)];
}

int ChatModel::rowOfDay(QDate day) const
{
    if (!m_read.log || !day.isValid())
        return -1;
    const domain::UtcMs midnight = domain::UtcMs::fromPlatform(day, QTime(0, 0));
    const auto found = std::ranges::find_if(m_rows, [this, midnight](const ChatRow &shown) { // their order need not be that of time
        if (shown.kind == ChatRow::Kind::Day || shown.kind == ChatRow::Kind::Gap)
            return false;
        const std::optional<domain::UtcMs> at = shownAt(shown);
        return at && !(*at < midnight);
    });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int ChatModel::nextInThread(int at) const
{
    if (at < 0 || at >= rowCount() || row(at).kind == ChatRow::Kind::Day || row(at).kind == ChatRow::Kind::Gap)
        return -1;
    const bool isLogged = row(at).kind == ChatRow::Kind::Missing;
    const QHash<qsizetype, QList<qsizetype>> &replies = isLogged ? m_loggedReplies : m_replies;
    const std::vector<int> &rows = isLogged ? m_rowOfLogged : m_rowOfMessage;
    const qsizetype message = row(at).message;
    if (const QList<qsizetype> answers = replies.value(message); !answers.isEmpty())
        return rows[static_cast<std::size_t>(answers.first())];
    const QList<qsizetype> beside = replies.value(
        isLogged ? m_platformIds.value(m_platform.at(message).replyTo, -1)
                 : messageOf(m_read.log->view(m_read.log->messages[static_cast<std::size_t>(message)].replyTo).toString()));
    const auto next = std::ranges::upper_bound(beside, message);
    return next == beside.end() ? -1 : rows[static_cast<std::size_t>(*next)];
}

int ChatModel::answeredRow(int at) const
{
    const ChatRow &shown = row(at);
    if (shown.kind == ChatRow::Kind::Missing)
        return rowOfLogged(m_platform.at(shown.message).replyTo);
    return isMessage(at) ? rowOf(m_read.log->view(m_read.log->messages[static_cast<std::size_t>(shown.message)].replyTo).toString()) : -1;
}

ChatStop ChatModel::stopAt(int at) const
{
    const ChatRow &shown = row(at);
    if (shown.kind == ChatRow::Kind::Missing)
        return {m_platform.at(shown.message).id, true};
    return {isMessage(at) ? m_read.log->id(m_read.log->messages[static_cast<std::size_t>(shown.message)]) : QString(), false};
}

int ChatModel::rowOfStop(const ChatStop &stop) const
{
    return stop.isLogged ? rowOfLogged(stop.id) : rowOf(stop.id);
}

std::optional<domain::Citation> ChatModel::loggedCitation(int first, int last) const
{
    domain::Citation citation;
    citation.message = stopAt(first).id;
    if (const QString end = stopAt(last).id; end != citation.message)
        citation.messageEnd = end;
    return citation.message.isEmpty() ? std::nullopt : std::optional(citation);
}

int ChatModel::rowOfLogged(const QString &messageId) const
{
    const int logged = messageId.isEmpty() ? -1 : m_platformIds.value(messageId, -1);
    return logged < 0 || logged >= static_cast<int>(m_rowOfLogged.size()) ? -1 : m_rowOfLogged[static_cast<std::size_t>(logged)];
}

qsizetype ChatModel::messageOf(const QString &messageId) const
{
    if (!m_read.log || messageId.isEmpty())
        return -1;
    if (const auto given = m_givenIds.constFind(messageId); given != m_givenIds.cend())
        return *given;
    bool isNumber = false;
    const quint32 line = messageId.startsWith(u'L') ? QStringView(messageId).sliced(1).toUInt(&isNumber) : 0;
    if (!isNumber)
        return -1;
    const std::vector<domain::LoggedMessage> &all = m_read.log->messages; // in the order of the file
    const auto found = std::ranges::lower_bound(all, line, {}, &domain::LoggedMessage::line);
    const bool isIt = found != all.end() && found->line == line && found->givenId.isEmpty();
    return isIt ? found - all.begin() : -1;
}

const domain::ChatDifferenceRow *ChatModel::differenceAt(int at) const
{
    if (!m_read.differences || !m_differencesShown || !isMessage(at))
        return nullptr;
    const int difference = m_differenceOf[static_cast<std::size_t>(row(at).message)];
    return difference < 0 ? nullptr : &m_read.differences->rows[static_cast<std::size_t>(difference)];
}

QList<int> ChatModel::differenceRows() const
{
    QList<int> rows;
    if (!m_read.differences || !m_differencesShown)
        return rows;
    for (int at = 0; at < rowCount(); ++at) {
        const domain::ChatDifferenceRow *difference = row(at).message < 0 ? nullptr : differenceAt(at);
        const bool differs = difference && (difference->agreement != domain::ChatAgreement::Same || difference->senderDiffers || difference->timeDiffersMs != 0);
        if (differs || row(at).kind == ChatRow::Kind::Missing)
            rows.append(at);
    }
    return rows;
}

QString ChatModel::platformPlace(int at) const
{
    for (; at >= 0; --at) {
        const ChatRow &shown = row(at);
        if (shown.kind == ChatRow::Kind::Missing || (shown.kind == ChatRow::Kind::Message && !m_isExport))
            return m_platform.at(shown.message).id;
        if (shown.kind != ChatRow::Kind::Message || !m_read.differences)
            continue;
        const int difference = m_differenceOf[static_cast<std::size_t>(shown.message)];
        if (difference >= 0 && m_read.differences->rows[static_cast<std::size_t>(difference)].logged >= 0)
            return m_platform.at(m_read.differences->rows[static_cast<std::size_t>(difference)].logged).id;
    }
    return {};
}

int ChatModel::rowOfPlatform(const QString &messageId) const
{
    if (!m_isExport)
        return rowOf(messageId);
    const int logged = m_platformIds.value(messageId, -1);
    // What this log has nothing like is nearest to what stands before it.
    for (int at = std::min(logged, static_cast<int>(m_rowOfLogged.size()) - 1); at >= 0; --at) {
        if (m_rowOfLogged[static_cast<std::size_t>(at)] >= 0)
            return m_rowOfLogged[static_cast<std::size_t>(at)];
    }
    return -1;
}

void ChatModel::turnPart(int at, int by)
{
    const bool isMissing = row(at).kind == ChatRow::Kind::Missing;
    if (!isMessage(at) && !isMissing)
        return;
    const ChatEntry shown = entry(at);
    const int part = std::clamp(shown.part + by, 0, shown.parts - 1);
    if (part == shown.part)
        return;
    (isMissing ? m_loggedParts : m_parts).insert(row(at).message, part);
    Q_EMIT dataChanged(index(at), index(at), {Qt::SizeHintRole, Qt::DisplayRole});
}

void ChatModel::turnToWords(int at, const QString &words)
{
    if (!isMessage(at) || words.isEmpty())
        return;
    const QStringView text = m_read.log->text(m_read.log->messages[static_cast<std::size_t>(row(at).message)]);
    if (text.size() <= partSize)
        return;
    const domain::SoughtWords::Place found = domain::SoughtWords(words).next(domain::foldedText(text), 0);
    if (!found.isNone())
        turnPart(at, static_cast<int>(found.from / partSize) - entry(at).part);
}

// --- what changes --------------------------------------------------------------------------------------------------------

void ChatModel::everythingChanged()
{
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), {Qt::DecorationRole});
}

void ChatModel::setSearchWords(const QString &words)
{
    m_words = words;
    everythingChanged();
}

void ChatModel::setCited(const QHash<QString, int> &numbers)
{
    if (numbers == m_cited)
        return;
    m_cited = numbers;
    everythingChanged();
}

void ChatModel::setPicture(const QString &exhibitId, const QImage &picture)
{
    m_pictures.insert(exhibitId, picture);
    everythingChanged(); // only what is on the screen is drawn
}

void ChatModel::forgetPictures()
{
    m_pictures.clear();
    everythingChanged();
}

void ChatModel::languageChanged()
{
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), {Qt::SizeHintRole, Qt::DisplayRole});
}

} // namespace arb::ui
