// SPDX-License-Identifier: GPL-3.0-or-later
#include <presentation/queuemodel.h>

#include <presentation/formats.h>
#include <presentation/labels.h>
#include <presentation/queuewords.h>

#include <QtCore/QCoreApplication>

#include <algorithm>

namespace arb::presentation {

namespace {

struct Queue
{
    Q_DECLARE_TR_FUNCTIONS(Queue)
};

constexpr int pageRows = 256;
constexpr qsizetype pagesRemembered = 8; // two lists, two pages each, and where the eye was before
constexpr qsizetype pagesAsked = 3;      // what can be on the screen; a dragged scroll bar passes by the rest
constexpr qsizetype rowsKept = 32 * pageRows;

/// What the texts of a row make of the time: when this differs, one of them does.
struct TimeReading
{
    qint64 minutes = 0, day = 0;
    int phase = 0;
    bool parked = false, reserved = false;
    bool operator==(const TimeReading &) const = default;
};

TimeReading readingOf(const usecases::CaseHeader &row, domain::UtcMs now)
{
    const qint64 day = (now.ms() + domain::platformOffsetSeconds * domain::secondMs) / domain::dayMs; // "today" and "tomorrow"
    const bool parked = usecases::isParked(row, now), reserved = usecases::isReserved(row, now);
    if (!row.dueAt)
        return {0, day, 0, parked, reserved};
    return {(*row.dueAt - now) / domain::minuteMs, day, static_cast<int>(urgency(row.dueAt, now)), parked, reserved};
}

QString flagLabel(const QString &code)
{
    const auto flag = domain::fromCode<domain::CaseFlag>(code);
    return flag ? label(*flag) : visibleText(code);
}

} // namespace

QueueModel::QueueModel(QObject *parent) : QAbstractTableModel(parent), m_order(usecases::orderOf({})), m_head(m_order), m_rows(rowsKept)
{
    m_asking.setSingleShot(true);
    m_asking.setInterval(0);
    connect(&m_asking, &QTimer::timeout, this, &QueueModel::ask);
}

// --- the order -----------------------------------------------------------------------------------------------------

void QueueModel::show(const usecases::QueueOrderPtr &head, qsizetype cut, const usecases::QueueOrderPtr &tail, qsizetype tailFrom)
{
    m_head = head;
    m_cut = cut;
    m_tail = tail;
    m_tailFrom = tailFrom;
}

void QueueModel::change(const usecases::QueueChange &change)
{
    if (change.few && change.from == m_order)
        takeSteps(change);
    else
        takeAnew(change.to);
    m_order = change.to;
    show(m_order, m_order->size());
}

/// Rows that go leave from the end, so that the ranges hold; rows that come are told from the start.
void QueueModel::takeSteps(const usecases::QueueChange &change)
{
    qsizetype gone = 0, come = 0;
    for (const usecases::RowRange &range : change.removed)
        gone += range.last - range.first + 1;
    for (auto range = change.removed.crbegin(); range != change.removed.crend(); ++range) {
        beginRemoveRows({}, range->first, range->last);
        gone -= range->last - range->first + 1;
        show(change.from, range->first, change.kept, range->first - gone);
        endRemoveRows();
    }
    if (change.kept != change.arranged)
        permute(change.arranged, change.arranged->size());
    for (const usecases::RowRange &range : change.inserted) {
        beginInsertRows({}, range.first, range.last);
        come += range.last - range.first + 1;
        show(change.to, range.last + 1, change.arranged, range.last + 1 - come);
        endInsertRows();
    }
}

/// Everything may stand anywhere: rows come or go at the end, the rest changes places. What was selected stays so.
void QueueModel::takeAnew(const usecases::QueueOrderPtr &to)
{
    const usecases::QueueOrderPtr from = m_order;
    const qsizetype before = from->size(), after = to->size();
    if (after > before) {
        beginInsertRows({}, static_cast<int>(before), static_cast<int>(after) - 1);
        show(from, before, to, before);
        endInsertRows();
    }
    if (before > 0 && after > 0)
        permute(to, std::max(before, after));
    if (after < before) {
        beginRemoveRows({}, static_cast<int>(after), static_cast<int>(before) - 1);
        show(to, after);
        endRemoveRows();
    }
}

/// Puts the rows of @p to on show; of @p rows the last keep what was there, until they are taken away.
void QueueModel::permute(const usecases::QueueOrderPtr &to, qsizetype rows)
{
    Q_EMIT layoutAboutToBeChanged();
    const QModelIndexList before = persistentIndexList();
    std::vector<bool> followed(to->ids.size(), false);
    QList<std::optional<quint32>> slots;
    for (const QModelIndex &index : before) {
        slots.append(to->ids.find(idAt(index.row())));
        if (slots.constLast())
            followed[*slots.constLast()] = true;
    }
    QHash<quint32, int> places;
    for (qsizetype row = 0; !before.isEmpty() && row < to->size(); ++row) {
        const quint32 slot = to->rows[static_cast<size_t>(row)];
        if (followed[slot])
            places.insert(slot, static_cast<int>(row));
    }
    const usecases::QueueOrderPtr old = m_order;
    show(to, to->size(), rows > to->size() ? old : nullptr, to->size());
    QModelIndexList after;
    for (qsizetype n = 0; n < before.size(); ++n) {
        const int row = slots.at(n) ? places.value(*slots.at(n), -1) : -1;
        after.append(row < 0 ? QModelIndex() : index(row, before.at(n).column()));
    }
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged();
}

void QueueModel::setRows(const QList<usecases::CaseHeader> &rows, domain::UtcMs now)
{
    setNow(now);
    QList<domain::CaseId> ids;
    for (const usecases::CaseHeader &row : rows)
        ids.append(row.id);
    put(rows);
    change({m_order, usecases::orderOf(ids), false, {}, {}, {}, {}});
}

int QueueModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_cut + (m_tail ? m_tail->size() - m_tailFrom : 0));
}

int QueueModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

domain::CaseId QueueModel::idAt(int row) const
{
    if (row < 0 || row >= rowCount())
        return {};
    return row < m_cut ? m_head->id(row) : m_tail->id(m_tailFrom + row - m_cut);
}

int QueueModel::rowOf(domain::CaseId id) const
{
    return static_cast<int>(m_order->rowOf(id));
}

// --- whole rows ----------------------------------------------------------------------------------------------------

const usecases::CaseHeader *QueueModel::at(int row) const
{
    const domain::CaseId id = idAt(row);
    if (id.isNull())
        return nullptr;
    const usecases::CaseHeader *found = m_rows.object(id.value());
    lookAt(row, !found || (!m_doubtful.isEmpty() && m_doubtful.contains(id.value())));
    return found;
}

void QueueModel::lookAt(int row, bool missing) const
{
    const int page = row / pageRows;
    if (m_pages.isEmpty() || m_pages.constFirst() != page) {
        m_pages.removeOne(page);
        m_pages.prepend(page);
        if (m_pages.size() > pagesRemembered)
            m_pages.removeLast();
    }
    if (missing && m_wanted.isEmpty() && !m_asking.isActive())
        m_asking.start(); // when all that is painted now has been looked at
}

/// Asks for what is missing on the pages looked at last, the newest first.
void QueueModel::ask() const
{
    if (!m_wanted.isEmpty())
        return;
    QList<domain::CaseId> ids;
    for (qsizetype n = 0; n < std::min(m_pages.size(), pagesAsked); ++n) {
        const int first = m_pages.at(n) * pageRows;
        for (int row = first; row < std::min(first + pageRows, rowCount()); ++row) {
            const domain::CaseId id = idAt(row);
            if (!m_rows.contains(id.value()) || m_doubtful.contains(id.value()))
                ids.append(id);
        }
    }
    for (const domain::CaseId id : std::as_const(ids))
        m_wanted.insert(id.value());
    if (!ids.isEmpty())
        Q_EMIT rowsWanted(ids);
}

void QueueModel::put(const QList<usecases::CaseHeader> &rows)
{
    QSet<qint64> changed;
    for (const usecases::CaseHeader &row : rows) {
        const qint64 id = row.id.value();
        const usecases::CaseHeader *old = m_rows.object(id);
        if (!old || !(*old == row)) {
            m_rows.insert(id, new usecases::CaseHeader(row));
            changed.insert(id);
        }
        m_doubtful.remove(id);
        m_wanted.remove(id);
    }
    if (!changed.isEmpty())
        announce([&changed](domain::CaseId id) { return changed.contains(id.value()); }, 0, ColumnCount - 1);
}

void QueueModel::endAsking(bool whole)
{
    const QSet<qint64> missing = std::exchange(m_wanted, {});
    if (!whole)
        return;
    QList<usecases::CaseHeader> gone;
    for (const qint64 id : missing) {
        gone.append(usecases::CaseHeader());
        gone.last().id = domain::CaseId(id);
    }
    put(gone);
    ask(); // for what was looked at meanwhile
}

void QueueModel::doubt(const QList<domain::CaseId> &ids)
{
    for (const domain::CaseId id : ids) {
        if (m_rows.contains(id.value()))
            m_doubtful.insert(id.value());
    }
    if (!m_doubtful.isEmpty())
        m_asking.start();
}

void QueueModel::doubtAll()
{
    const QList<qint64> ids = m_rows.keys();
    m_doubtful = QSet<qint64>(ids.cbegin(), ids.cend());
    m_asking.start();
}

QList<usecases::RowRange> QueueModel::recentRows() const
{
    QList<usecases::RowRange> ranges;
    for (qsizetype n = 0; n < std::min(m_pages.size(), pagesAsked); ++n)
        ranges.append({m_pages.at(n) * pageRows, m_pages.at(n) * pageRows + pageRows - 1});
    return ranges;
}

void QueueModel::announce(const std::function<bool(domain::CaseId)> &changed, int firstColumn, int lastColumn)
{
    for (const int page : QList<int>(m_pages)) {
        const int end = std::min((page + 1) * pageRows, rowCount());
        int first = -1;
        for (int row = page * pageRows; row <= end; ++row) {
            const bool is = row < end && changed(idAt(row));
            if (is && first < 0)
                first = row;
            if (!is && first >= 0) {
                Q_EMIT dataChanged(index(first, firstColumn), index(row - 1, lastColumn));
                first = -1;
            }
        }
    }
}

void QueueModel::setNow(domain::UtcMs now)
{
    const domain::UtcMs before = std::exchange(m_words.now, now);
    announce(
        [&](domain::CaseId id) {
            const usecases::CaseHeader *row = m_rows.object(id.value());
            return row && !(readingOf(*row, before) == readingOf(*row, now));
        },
        DueColumn, ColumnCount - 1);
}

void QueueModel::setLookers(const QHash<domain::CaseId, QStringList> &lookers)
{
    const QHash<domain::CaseId, QStringList> before = std::exchange(m_lookers, lookers);
    announce([&](domain::CaseId id) { return before.value(id) != m_lookers.value(id); }, CaseColumn, CaseColumn);
}

QString QueueModel::lookersText(domain::CaseId id) const
{
    const QStringList names = m_lookers.value(id);
    return names.isEmpty() ? QString() : Queue::tr("Looking at it now: %1").arg(names.join(languageIsChinese() ? QStringLiteral("、") : QStringLiteral(", ")));
}

void QueueModel::setConflicts(const QSet<QString> &conflicts, const QSet<domain::CaseId> &knownParties)
{
    if (m_words.conflicts == conflicts && m_words.knownParties == knownParties)
        return;
    const QueueWords before = m_words;
    m_words.conflicts = conflicts;
    m_words.knownParties = knownParties;
    announce(
        [&](domain::CaseId id) {
            const usecases::CaseHeader *row = m_rows.object(id.value());
            return row && before.notForViewer(*row) != m_words.notForViewer(*row);
        },
        StateColumn, StateColumn);
}

void QueueModel::setFoundByMachine(const QSet<domain::CaseId> &found)
{
    const QSet<domain::CaseId> before = std::exchange(m_byMachine, found);
    if (before != found)
        announce([&](domain::CaseId id) { return before.contains(id) != m_byMachine.contains(id); }, 0, ColumnCount - 1);
}

/// @p before what the row says anyway.
QString QueueModel::byMachineText(domain::CaseId id, const QString &before) const
{
    return m_byMachine.contains(id) ? foundByMachineText(before) : before;
}

QString QueueModel::shownText(const usecases::CaseHeader &row, int column) const
{
    const QString text = m_words.text(row, column);
    return column == WhyColumn ? byMachineText(row.id, text) : text;
}

/// Whoever hears a case's number hears what else the row says.
QString QueueModel::spokenText(const usecases::CaseHeader &row) const
{
    const QString says = Queue::tr("%1. %2. %3. Here because: %4.")
        .arg(m_words.text(row, DueColumn), m_words.text(row, StateColumn), QString(m_words.text(row, ReasonColumn) + QStringLiteral(" · ") + row.product),
             byMachineText(row.id, m_words.why(row)));
    const QString lookers = lookersText(row.id);
    return lookers.isEmpty() ? says : Queue::tr("%1 %2.").arg(says, lookers);
}

void QueueModel::setPolicy(const usecases::DeskPolicy &policy)
{
    m_words.policy = policy;
}

void QueueModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

// --- cells ---------------------------------------------------------------------------------------------------------

usecases::QueueSort QueueModel::sortOf(int column)
{
    using usecases::QueueSort;
    switch (column) {
    case DueColumn: return QueueSort::Due;
    case CaseColumn: return QueueSort::CaseNo;
    case AmountColumn: return QueueSort::Amount;
    case ReasonColumn: return QueueSort::Reason;
    case StateColumn: return QueueSort::State;
    case MerchantColumn: return QueueSort::Merchant;
    case TypeColumn: return QueueSort::Type;
    case CategoryColumn: return QueueSort::Category;
    case PlatformColumn: return QueueSort::Platform;
    case HolderColumn: return QueueSort::Holder;
    case EscalatedColumn: return QueueSort::Escalated;
    case ProductColumn: return QueueSort::Product;
    case LabelsColumn: return QueueSort::Labels;
    default: return QueueSort::Rank; // why it stands there
    }
}

QString QueueWords::text(const usecases::CaseHeader &row, int column) const
{
    switch (column) {
    case QueueModel::DueColumn: return leftText(row, now);
    case QueueModel::CaseColumn: return row.caseNo;
    case QueueModel::AmountColumn: return moneyText(row.claimed);
    case QueueModel::ReasonColumn: return label(row.reason);
    case QueueModel::StateColumn: return standingText(row, now, notForViewer(row));
    case QueueModel::MerchantColumn: return row.merchantName;
    case QueueModel::TypeColumn: return label(row.type);
    case QueueModel::CategoryColumn: return categoryLabel(row.category);
    case QueueModel::PlatformColumn: return platformLabel(row.platform);
    case QueueModel::HolderColumn: return row.holderName;
    case QueueModel::EscalatedColumn: return dateTimeText(row.escalatedAt);
    case QueueModel::ProductColumn: return row.product;
    case QueueModel::LabelsColumn: {
        QStringList words;
        for (const QString &flag : row.flags)
            words.append(flagLabel(flag));
        for (const QString &tag : row.tags)
            words.append(tagLabel(tag));
        return words.join(QStringLiteral(" · "));
    }
    case QueueModel::WhyColumn: return why(row);
    default: return {};
    }
}

bool QueueWords::notForViewer(const usecases::CaseHeader &row) const
{
    return conflicts.contains(conflictKey(row)) || knownParties.contains(row.id);
}

QString QueueWords::hold(const usecases::CaseHeader &row, bool brief) const
{
    return holdText(row, now, notForViewer(row), brief);
}

QString leftText(const usecases::CaseHeader &row, domain::UtcMs now)
{
    if (row.state == domain::DisputeState::Suspended)
        return Queue::tr("paused");
    const QString due = dueText(row.dueAt, row.dueUnknown, now);
    return urgency(row.dueAt, now) == Urgency::Soon ? Queue::tr("due soon · %1").arg(due) : due;
}

QString QueueWords::why(const usecases::CaseHeader &row) const
{
    return rankWords(row, policy, now);
}

QStringList QueueWords::whyBesideTime(const usecases::CaseHeader &row, bool brief) const
{
    return reasonsBesideTime(row, policy, now, brief);
}

QVariant QueueModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    if (role == CaseIdRole)
        return idAt(index.row()).value();
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(index.column() == AmountColumn ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter);
    const bool known = role == Qt::DisplayRole || role == Qt::ToolTipRole || role == Qt::AccessibleTextRole || role == Qt::AccessibleDescriptionRole || (role > CaseIdRole && role <= LoadedRole);
    if (!known)
        return {};
    const usecases::CaseHeader *row = at(index.row());
    if (role == LoadedRole)
        return row != nullptr;
    if (!row) {
        const bool shown = role == Qt::DisplayRole || role == Qt::AccessibleTextRole;
        return role == UrgencyRole ? QVariant(static_cast<int>(Urgency::None)) : shown ? QVariant(QStringLiteral("…")) : QVariant();
    }
    switch (role) {
    case Qt::DisplayRole:
        return shownText(*row, index.column());
    case Qt::ToolTipRole: {
        const QString lookers = lookersText(row->id), why = byMachineText(row->id, m_words.why(*row));
        return lookers.isEmpty() ? why : QString(lookers + u'\n' + why);
    }
    case WhyRole:
        return m_words.why(*row);
    case ReasonsRole:
        return m_words.whyBesideTime(*row, false);
    case BriefReasonsRole:
        return m_words.whyBesideTime(*row, true);
    case LookersRole:
        return lookersText(row->id);
    case Qt::AccessibleTextRole:
        return Queue::tr("%1: %2").arg(headerData(index.column(), Qt::Horizontal).toString(), shownText(*row, index.column()));
    case Qt::AccessibleDescriptionRole:
        return index.column() == CaseColumn ? QVariant(spokenText(*row)) : QVariant();
    case UrgencyRole:
        return static_cast<int>(row->state == domain::DisputeState::Suspended ? Urgency::None : urgency(row->dueAt, m_words.now));
    case StateRole:
        return static_cast<int>(row->state);
    case HolderRole:
        return row->holderName;
    case HoldRole:
        return m_words.hold(*row);
    case BriefHoldRole:
        return m_words.hold(*row, true);
    case SecondLineRole:
        return byMachineText(row->id, QStringLiteral("%1 · %2").arg(label(row->reason), row->product));
    default:
        return {};
    }
}

QVariant QueueModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= ColumnCount)
        return {};
    return columnTitle(section);
}

QString QueueModel::columnTitle(int column)
{
    switch (column) {
    case DueColumn: return Queue::tr("Left");
    case CaseColumn: return Queue::tr("Case");
    case AmountColumn: return Queue::tr("Claimed");
    case ReasonColumn: return Queue::tr("Reason");
    case StateColumn: return Queue::tr("State");
    case MerchantColumn: return Queue::tr("Merchant");
    case TypeColumn: return Queue::tr("Type");
    case CategoryColumn: return Queue::tr("Category");
    case PlatformColumn: return Queue::tr("Platform");
    case HolderColumn: return Queue::tr("Held by");
    case EscalatedColumn: return Queue::tr("Escalated");
    case ProductColumn: return Queue::tr("Product");
    case LabelsColumn: return Queue::tr("Flags and tags");
    case WhyColumn: return Queue::tr("Why here");
    default: return {};
    }
}

} // namespace arb::presentation
