// SPDX-License-Identifier: GPL-3.0-or-later
// RFC 4180 with any of four separators; what a column means is told by its name in the first row, or by the reader.
#include "chatbuilder.h"

#include <QtCore/QStringList>

#include <algorithm>
#include <array>
#include <utility>

namespace arb::intake {

namespace {

using domain::ChatFault;
using domain::LoggedKind;
using domain::LoggedMessage;

enum Column { At, From, Text, Id, Attachment, ReplyTo, Clock, columnCount }; ///< Clock: the time of day where At is only the day
constexpr std::array<const char *, columnCount> columnKeys{"at", "from", "text", "id", "attachment", "replyTo", "clock"};

const QStringList &columnNames(Column column)
{
    static const std::array<QStringList, columnCount> names{
        QStringList{QStringLiteral("at"), QStringLiteral("time"), QStringLiteral("date"), QStringLiteral("datetime"), QStringLiteral("timestamp"),
                    QStringLiteral("created_at"), QStringLiteral("sent_at"), QStringLiteral("createtime"), QStringLiteral("strtime"), QStringLiteral("日期"),
                    QStringLiteral("时间"), QStringLiteral("发送时间"), QStringLiteral("消息时间"), QStringLiteral("時間")},
        QStringList{QStringLiteral("from"), QStringLiteral("sender"), QStringLiteral("name"), QStringLiteral("author"), QStringLiteral("user"),
                    QStringLiteral("nickname"), QStringLiteral("talker"), QStringLiteral("发送者"), QStringLiteral("发送人"), QStringLiteral("发件人"),
                    QStringLiteral("昵称"), QStringLiteral("姓名"), QStringLiteral("角色"), QStringLiteral("發送者")},
        QStringList{QStringLiteral("text"), QStringLiteral("message"), QStringLiteral("content"), QStringLiteral("body"), QStringLiteral("strcontent"),
                    QStringLiteral("内容"), QStringLiteral("消息"), QStringLiteral("消息内容"), QStringLiteral("聊天内容"), QStringLiteral("內容")},
        QStringList{QStringLiteral("id"), QStringLiteral("message_id"), QStringLiteral("msgid"), QStringLiteral("消息id"), QStringLiteral("编号")},
        QStringList{QStringLiteral("attachment"), QStringLiteral("file"), QStringLiteral("media"), QStringLiteral("附件"), QStringLiteral("文件")},
        QStringList{QStringLiteral("replyto"), QStringLiteral("reply_to"), QStringLiteral("in_reply_to"), QStringLiteral("回复")},
        QStringList{}}; // by its name only beside a day: splitMoment()
    return names[static_cast<std::size_t>(column)];
}

struct TableRow
{
    quint32 line = 1;
    QStringList fields;
    qsizetype end = 0; ///< behind the row's line end
    quint32 lines = 1; ///< it stretches over
    bool open = false; ///< a quote that never closes
    bool doubtful = false; ///< a quote closes where no field ends: perhaps it is the opening one of a later row
};

/// One field from @p at; answers where it ended and whether a quote stayed open.
struct TableField
{
    QString text;
    qsizetype end = 0;
    bool open = false, doubtful = false;
};

TableField fieldAt(QStringView text, qsizetype at, char16_t separator)
{
    const auto plainEnd = [&](qsizetype from) {
        while (from < text.size() && text[from] != separator && text[from] != u'\n')
            ++from;
        return from;
    };
    if (at >= text.size() || text[at] != u'"') {
        const qsizetype end = plainEnd(at);
        return {text.sliced(at, end - at).toString(), end, false, false};
    }
    TableField field;
    qsizetype from = at + 1;
    while (true) {
        const qsizetype quote = text.indexOf(u'"', from);
        if (quote < 0) {
            field.text += text.sliced(from);
            field.end = text.size();
            field.open = true;
            return field;
        }
        field.text += text.sliced(from, quote - from);
        if (quote + 1 < text.size() && text[quote + 1] == u'"') {
            field.text += u'"';
            from = quote + 2;
            continue;
        }
        const qsizetype end = plainEnd(quote + 1); // what stands behind the quote is kept, too
        field.text += text.sliced(quote + 1, end - quote - 1);
        field.doubtful = !text.sliced(quote + 1, end - quote - 1).trimmed().isEmpty();
        field.end = end;
        return field;
    }
}

TableRow rowAt(QStringView text, qsizetype from, quint32 line, char16_t separator)
{
    TableRow row;
    row.line = line;
    qsizetype at = from;
    while (true) {
        TableField field = fieldAt(text, at, separator);
        row.fields.append(std::move(field.text));
        row.open = row.open || field.open;
        row.doubtful = row.doubtful || field.doubtful;
        at = field.end;
        if (at >= text.size() || text[at] == u'\n')
            break;
        ++at;
    }
    row.end = std::min(at + 1, text.size());
    row.lines = static_cast<quint32>(text.sliced(from, at - from).count(u'\n')) + 1;
    return row;
}

using Mapping = std::array<qsizetype, columnCount>; ///< column by meaning; -1: none

/// A column that means nothing here but has a name of its own.
struct FurtherColumn
{
    qsizetype column;
    QString name;
};

struct Layout
{
    char16_t separator = u',';
    Mapping columns{};
    QList<FurtherColumn> further; ///< kept behind the text
    qsizetype headerFields = 0;
    bool hasHeader = true;
};

QString foldedName(const QString &name)
{
    return name.trimmed().toLower().replace(u' ', u'_');
}

/// "date,time": the one is the day, the other the time of that day.
void splitMoment(const QStringList &header, Mapping &mapping)
{
    static const QStringList days{QStringLiteral("date"), QStringLiteral("日期")};
    static const QStringList clocks{QStringLiteral("time"), QStringLiteral("时间"), QStringLiteral("時間")};
    const auto placeOf = [&header](const QStringList &names) -> qsizetype {
        const auto found = std::find_if(header.begin(), header.end(), [&names](const QString &name) { return names.contains(foldedName(name)); });
        return found == header.end() ? -1 : found - header.begin();
    };
    const qsizetype day = placeOf(days), clock = placeOf(clocks);
    const bool isMoment = mapping[At] != day && mapping[At] != clock; // another column tells both
    if (day < 0 || clock < 0 || isMoment)
        return;
    mapping[At] = day;
    mapping[Clock] = clock;
}

Mapping mappingByNames(const QStringList &header)
{
    Mapping mapping;
    mapping.fill(-1);
    for (std::size_t column = 0; column < columnCount; ++column) {
        const QStringList &names = columnNames(static_cast<Column>(column));
        for (qsizetype n = 0; n < header.size() && mapping[column] < 0; ++n)
            mapping[column] = names.contains(foldedName(header.at(n))) ? n : -1;
    }
    splitMoment(header, mapping);
    return mapping;
}

/// How programs number and sort their messages is nothing that was said; nor is another name of time, sender or id where the
/// columns go by their names. A person's choice says nothing of the columns that were not chosen: all of them are kept.
QList<FurtherColumn> furtherColumns(const QStringList &header, const Mapping &mapping, bool hasHeader, bool isByNames)
{
    static const QStringList kept{QStringLiteral("localid"), QStringLiteral("talkerid"), QStringLiteral("type"), QStringLiteral("subtype"), QStringLiteral("issender"),
                                  QStringLiteral("status"), QStringLiteral("msgsvrid"), QStringLiteral("server_id"), QStringLiteral("seq"), QStringLiteral("no"),
                                  QStringLiteral("序号")};
    QList<FurtherColumn> further;
    for (qsizetype n = 0; n < header.size(); ++n) {
        const QString name = hasHeader ? header.at(n).trimmed() : QString(), folded = foldedName(name);
        const bool isTold = std::find(mapping.begin(), mapping.end(), n) != mapping.end();
        const bool isOther = columnNames(At).contains(folded) || columnNames(From).contains(folded) || columnNames(Id).contains(folded);
        if (!isTold && !kept.contains(folded) && !(isByNames && isOther))
            further.append({n, name.isEmpty() ? QString::number(n + 1) : name});
    }
    return further;
}

/// What the reader gave: names of the first row, or numbers from 1. Numbers alone say that there is no header, unless the
/// first row has names that are known here or a name where times are.
Mapping mappingGiven(const QStringList &header, const QHash<QString, QString> &columns)
{
    Mapping mapping;
    mapping.fill(-1);
    for (std::size_t column = 0; column < columnCount; ++column) {
        const QString given = columns.value(QString::fromLatin1(columnKeys[column]));
        if (given.isEmpty())
            continue;
        bool isNumber = false;
        const int number = given.toInt(&isNumber);
        const auto named = std::find_if(header.begin(), header.end(), [&given](const QString &name) { return foldedName(name) == foldedName(given); });
        // A number is always a number: the first row may hold it as a value.
        mapping[column] = isNumber && number >= 1 ? number - 1 : named != header.end() ? named - header.begin() : -1;
    }
    return mapping;
}

bool isUsable(const Mapping &mapping)
{
    return mapping[Text] >= 0 && (mapping[At] >= 0 || mapping[From] >= 0);
}

/// As one column would tell it.
QString momentIn(const QStringList &fields, const Mapping &columns)
{
    QString moment = fields.value(columns[At]);
    if (columns[Clock] >= 0 && columns[Clock] < fields.size())
        moment += u' ' + fields.at(columns[Clock]);
    return moment;
}

bool isMomentText(const QString &text)
{
    return stampOf(text) || hasRestBehindTime(text);
}

/// Are they names that the first row, @p row of @p head, has where the rows behind it have times?
bool isNameRow(QStringView head, const TableRow &row, const Mapping &mapping, char16_t separator)
{
    constexpr int enough = 5;
    const QString name = mapping[At] < 0 ? QString() : momentIn(row.fields, mapping);
    if (name.trimmed().isEmpty() || std::any_of(name.begin(), name.end(), [](QChar c) { return c.isDigit(); }))
        return false;
    qsizetype from = row.end;
    for (int n = 0; n < enough && from < head.size(); ++n) {
        const TableRow next = rowAt(head, from, 1, separator);
        if (isMomentText(momentIn(next.fields, mapping)))
            return true;
        from = next.end;
    }
    return false;
}

constexpr qsizetype longestHeader = 8192;
constexpr std::array separators{u',', u'\t', u';', u'|'};

/// The separator that makes the most of the first row, and what its columns mean.
Layout layoutOf(QStringView text, const ChatReading &reading)
{
    const QHash<QString, QString> &columns = reading.columns;
    Layout best;
    best.columns.fill(-1);
    const QStringView head = text.first(std::min(text.size(), longestHeader));
    for (const char16_t separator : separators) {
        const TableRow row = rowAt(head, 0, 1, separator);
        const Mapping mapping = columns.isEmpty() ? mappingByNames(row.fields) : mappingGiven(row.fields, columns);
        const bool better = columns.isEmpty() ? isUsable(mapping) && !isUsable(best.columns) : row.fields.size() > best.headerFields;
        if (!better)
            continue;
        best = {separator, mapping, {}, row.fields.size(), true};
        const Mapping byNames = mappingByNames(row.fields);
        const bool byNumbers = std::all_of(columns.begin(), columns.end(), [](const QString &name) { return name.toInt() > 0; });
        best.hasHeader = reading.header.value_or(columns.isEmpty() || !byNumbers || isUsable(byNames) || isNameRow(head, row, mapping, separator));
        best.further = furtherColumns(row.fields, mapping, best.hasHeader, columns.isEmpty());
    }
    return best;
}

/// Fields that are more than the first row has, and that nobody chose either.
QList<qsizetype> surplusFields(const TableRow &row, const Layout &layout)
{
    QList<qsizetype> surplus;
    for (qsizetype n = layout.headerFields; n < row.fields.size(); ++n) {
        if (std::find(layout.columns.begin(), layout.columns.end(), n) == layout.columns.end() && !row.fields.at(n).trimmed().isEmpty())
            surplus.append(n);
    }
    return surplus;
}

/// What stands in further columns and in the fields @p surplus, a line each.
QString furtherLines(const TableRow &row, const Layout &layout, const QList<qsizetype> &surplus)
{
    QString lines;
    const auto add = [&lines](const QString &name, const QString &value) {
        if (!value.trimmed().isEmpty())
            lines += u'\n' + name + QStringLiteral(": ") + value;
    };
    for (const FurtherColumn &further : layout.further)
        add(further.name, row.fields.value(further.column));
    for (const qsizetype n : surplus)
        add(QString::number(n + 1), row.fields.at(n));
    return lines;
}

void takeRow(ChatBuilder &builder, const TableRow &row, const Layout &layout, QStringView source)
{
    const Mapping &columns = layout.columns;
    const auto field = [&](Column column) { return columns[column] >= 0 && columns[column] < row.fields.size() ? row.fields.at(columns[column]) : QString(); };
    if (columns[Text] < 0 || columns[Text] >= row.fields.size()) {
        LoggedMessage &kept = builder.begin(row.line, {});
        kept.kind = LoggedKind::Unknown;
        kept.text = builder.append(source);
        builder.problem(row.line, 1, ChatFault::MissingPart, source);
        return;
    }
    const auto stamp = stampOf(momentIn(row.fields, columns));
    LoggedMessage &message = builder.begin(row.line, stamp.value_or(RawStamp()));
    const QString name = field(From);
    message.sender = name.isEmpty() ? -1 : builder.sender(name);
    message.givenId = builder.append(field(Id));
    message.replyTo = builder.append(field(ReplyTo));
    message.attachment = builder.append(field(Attachment));
    const QList<qsizetype> surplus = surplusFields(row, layout);
    const QString text = field(Text), further = furtherLines(row, layout, surplus);
    const domain::TextPlace whole = builder.append(QString(text + further).sliced(text.isEmpty() && !further.isEmpty() ? 1 : 0));
    message.text = text.isEmpty() ? domain::TextPlace() : domain::TextPlace{whole.from, static_cast<quint32>(text.size())};
    if (text.isEmpty() && !message.attachment.isEmpty())
        message.kind = LoggedKind::MediaOmitted;
    else
        recognizePhrases(builder, message); // of the text by itself
    if (!further.isEmpty()) {
        const quint32 from = message.text.isEmpty() ? whole.from : message.text.from;
        message.text = {from, whole.from + whole.size - from};
    }
    if (!stamp && columns[At] >= 0) {
        const QString moment = momentIn(row.fields, columns);
        const ChatFault fault = hasRestBehindTime(moment) ? ChatFault::TimeNotUnderstood : ChatFault::ImpossibleDate;
        builder.problem(row.line, 1, fault, columns[At] < row.fields.size() ? QStringView(moment) : source);
    }
    if (!surplus.isEmpty()) // a separator among words that no quotes hold together
        builder.problem(row.line, 1, ChatFault::SurplusCells, source);
    if (row.open)
        builder.problem(row.line, 1, ChatFault::OpenQuote, source);
}

/// Is @p line by itself a row of the table, with a time where times are?
bool isRow(QStringView line, const Layout &layout)
{
    const QStringList fields = rowAt(line, 0, 1, layout.separator).fields;
    const qsizetype at = layout.columns[At];
    if (fields.size() != layout.headerFields || at >= fields.size())
        return false;
    const QString moment = at < 0 ? QString() : momentIn(fields, layout.columns);
    return at < 0 || isMomentText(moment);
}

/// A quote that is not closed, or by the quote of another row, must not swallow the rows behind: then the row ends where
/// the next line is a row again, and is open.
TableRow soundRowAt(QStringView text, qsizetype from, quint32 line, const Layout &layout)
{
    TableRow row = rowAt(text, from, line, layout.separator);
    if (!row.open && !row.doubtful)
        return row;
    for (qsizetype feed = text.indexOf(u'\n', from); feed >= 0 && feed + 1 < row.end; feed = text.indexOf(u'\n', feed + 1)) {
        const qsizetype next = feed + 1, end = text.indexOf(u'\n', next);
        if (!isRow(text.sliced(next, (end < 0 ? text.size() : end) - next), layout))
            continue;
        row = rowAt(text.first(feed), from, line, layout.separator);
        row.end = next;
        break;
    }
    return row;
}

} // namespace

bool looksLikeTable(QStringView text)
{
    return isUsable(layoutOf(text, {}).columns);
}

QList<QStringList> tableHeadOf(QStringView text)
{
    constexpr qsizetype mostRows = 8, mostFields = 64, longestField = 120, farthest = 64 * 1024;
    const QStringView near = text.first(std::min(text.size(), farthest));
    char16_t separator = u',';
    qsizetype fields = 1;
    for (const char16_t trial : separators) { // as layoutOf() does where the columns are given
        const qsizetype count = rowAt(near.first(std::min(near.size(), longestHeader)), 0, 1, trial).fields.size();
        if (count > fields) {
            fields = count;
            separator = trial;
        }
    }
    QList<QStringList> rows;
    qsizetype alike = 0;
    for (qsizetype from = 0; fields > 1 && from < near.size() && rows.size() < mostRows;) {
        TableRow row = rowAt(near, from, 1, separator);
        const bool isCut = row.end >= near.size() && near.size() < text.size();
        const bool isBlank = near.sliced(from, row.end - from).trimmed().isEmpty();
        from = row.end;
        if (isBlank || (isCut && !rows.isEmpty()))
            continue;
        alike += row.fields.size() == fields ? 1 : 0;
        row.fields = row.fields.first(std::min(row.fields.size(), mostFields));
        for (QString &field : row.fields)
            field.truncate(longestField);
        rows.append(row.fields);
    }
    return alike * 2 > rows.size() && alike > 1 ? rows : QList<QStringList>();
}

domain::ChatLog parseTable(DecodedChat decoded, const ChatReading &reading)
{
    ChatBuilder builder(std::move(decoded), QStringLiteral("csv"));
    const QString text = builder.takeWords();
    const Layout layout = layoutOf(text, reading);
    QHash<QString, QString> columns;
    for (std::size_t column = 0; column < columnCount; ++column) {
        if (layout.columns[column] >= 0)
            columns.insert(QString::fromLatin1(columnKeys[column]), QString::number(layout.columns[column] + 1));
    }
    builder.setTable(tableHeadOf(text), columns, layout.hasHeader);
    if (!reading.columns.isEmpty() && layoutOf(text, {}).columns[Id] < 0)
        builder.nameByLines();
    if (layout.columns[Text] < 0)
        builder.problem(1, 1, ChatFault::NoColumns, text);
    quint32 line = 1;
    for (qsizetype from = 0; from < text.size();) {
        const TableRow row = soundRowAt(text, from, line, layout);
        const QStringView source = QStringView(text).sliced(from, row.end - from).trimmed();
        const bool isHeader = from == 0 && layout.hasHeader && layout.columns[Text] >= 0;
        if (!isHeader && !source.isEmpty())
            takeRow(builder, row, layout, source);
        from = row.end;
        line += row.lines;
    }
    return std::move(builder).finish(reading);
}

} // namespace arb::intake
