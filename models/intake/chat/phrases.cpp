// SPDX-License-Identifier: GPL-3.0-or-later
// What exporters write in place of what they do not export. Lists, not rules: a phrase that is missing leaves a message a
// text, which is what it then is to a reader, too.
#include "chatbuilder.h"
#include "unitsearch.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <span>
#include <utility>

namespace arb::intake {

namespace {

using domain::LoggedKind;
using domain::LoggedMessage;

constexpr QStringView omittedPhrases[] = {
    u"<Media omitted>", u"image omitted", u"video omitted", u"audio omitted", u"sticker omitted", u"document omitted", u"GIF omitted",
    u"Contact card omitted", u"video note omitted", u"<省略多媒体文件>", u"<媒体文件已省略>", u"图像已忽略", u"视频已忽略", u"音频已忽略", u"贴图已忽略",
    u"文档已忽略", u"<已略去媒體檔案>", u"已略去圖片", u"<Medien ausgeschlossen>", u"Bild weggelassen", u"<Multimedia omitido>", u"imagen omitida",
    u"<Mídia oculta>", u"imagem ocultada", u"<Médias omis>", u"image absente", u"<Media omessi>", u"immagine omessa", u"[图片]", u"[视频]", u"[语音]",
    u"[表情]", u"[动画表情]", u"[文件]", u"[位置]", u"[名片]", u"[Photo]", u"[Video]", u"[Audio]", u"[Sticker]", u"[File]"};
constexpr QStringView recalledPhrases[] = {
    u"This message was deleted", u"This message was deleted.", u"You deleted this message", u"You deleted this message.", u"此消息已删除", u"此消息已删除。",
    u"您删除了此消息", u"您删除了此消息。", u"你删除了此消息", u"你删除了此消息。", u"此訊息已刪除", u"你已刪除此訊息", u"[消息已撤回]", u"此消息已撤回",
    u"Diese Nachricht wurde gelöscht", u"Diese Nachricht wurde gelöscht.", u"Du hast diese Nachricht gelöscht", u"Du hast diese Nachricht gelöscht.",
    u"Se eliminó este mensaje", u"Se eliminó este mensaje.", u"Eliminaste este mensaje", u"Eliminaste este mensaje.", u"Este mensaje fue eliminado",
    u"Este mensaje fue eliminado."};
constexpr QStringView recalledEnds[] = {u"撤回了一条消息", u"撤回了一條訊息", u"recalled a message"};
constexpr QStringView recalledBy[] = {u"你", u"您", u"对方", u"對方", u"You"};
constexpr QStringView editedEnds[] = {u"<This message was edited>", u"<此消息已编辑>", u"<此訊息已編輯>"};
constexpr QStringView callBeginnings[] = {u"Missed voice call", u"Missed video call", u"Voice call,", u"Video call,", u"未接语音通话", u"未接视频通话", u"未接語音通話",
                                    u"[语音通话]", u"[视频通话]", u"通话时长", u"语音通话 ", u"视频通话 "};
constexpr QStringView encryptionPhrases[] = {u"end-to-end encrypted", u"端到端加密", u"端對端加密"};

struct AttachedBracket
{
    QStringView before, behind;
};
constexpr AttachedBracket attachedBrackets[] = {{u"<attached: ", u">"}, {u"<附件：", u">"}, {u"<附件: ", u">"}, {u"[文件] ", u""}};
constexpr QStringView attachedEnds[] = {u" (file attached)", u"（文件附件）", u" (文件附件)", u" （文件附件）", u" (Datei angehängt)", u" (archivo adjunto)"};

/// The characters that some phrases begin or end with, told from others roughly: whatever is not in the set is surely none of them.
class PhraseEdges
{
public:
    constexpr void add(QChar c) { m_slots[slotOf(c)] = true; }
    constexpr bool mayHave(QChar c) const { return m_slots[slotOf(c)]; }

private:
    static constexpr std::size_t slotOf(QChar c) { return static_cast<std::size_t>(c.unicode() ^ (c.unicode() >> 7)) % 256; }
    std::array<bool, 256> m_slots{};
};

constexpr PhraseEdges phraseBeginnings = [] {
    PhraseEdges edges;
    for (const QStringView phrase : omittedPhrases)
        edges.add(phrase.front());
    for (const QStringView phrase : recalledPhrases)
        edges.add(phrase.front());
    for (const QStringView phrase : callBeginnings)
        edges.add(phrase.front());
    for (const AttachedBracket &bracket : attachedBrackets)
        edges.add(bracket.before.front());
    return edges;
}();

constexpr PhraseEdges phraseEnds = [] {
    PhraseEdges edges;
    for (const QStringView phrase : recalledEnds)
        edges.add(phrase.back());
    for (const QStringView phrase : editedEnds)
        edges.add(phrase.back());
    for (const QStringView phrase : attachedEnds)
        edges.add(phrase.back());
    return edges;
}();

bool isOneOf(QStringView text, std::span<const QStringView> phrases)
{
    return std::any_of(phrases.begin(), phrases.end(), [text](QStringView phrase) { return text == phrase; });
}

bool begins(QStringView text, QStringView phrase)
{
    return !text.isEmpty() && text.front() == phrase.front() && text.startsWith(phrase); // mostly the first character tells
}

bool beginsWithOneOf(QStringView text, std::span<const QStringView> phrases)
{
    return std::any_of(phrases.begin(), phrases.end(), [text](QStringView phrase) { return begins(text, phrase); });
}

/// Which of @p phrases ends @p text.
QStringView endOf(QStringView text, std::span<const QStringView> phrases)
{
    for (const QStringView phrase : phrases) {
        if (!text.isEmpty() && text.back() == phrase.back() && text.endsWith(phrase))
            return phrase;
    }
    return {};
}

QStringView withoutMarks(QStringView text)
{
    while (!text.isEmpty() && isBlankOrMark(text.front()))
        text = text.sliced(1);
    while (!text.isEmpty() && isBlankOrMark(text.back()))
        text.chop(1);
    return text;
}

/// The file that the first line says was handed over; captions follow on the next lines.
QStringView attachedName(QStringView line)
{
    for (const auto &[before, behind] : attachedBrackets) {
        if (begins(line, before) && line.endsWith(behind) && line.size() > before.size() + behind.size())
            return line.sliced(before.size()).chopped(behind.size());
    }
    const QStringView end = endOf(line, attachedEnds);
    return end.isEmpty() ? QStringView() : line.chopped(end.size());
}

bool mayBePhrase(QStringView text)
{
    constexpr qsizetype longestPhrase = 48;
    const QChar first = text.front(), last = text.back();
    return text.size() <= longestPhrase || first == u'<' || isDirectionMark(first) || last == u'>' || last == u')' || last == u'）';
}

/// Of most texts the first and the last character say that no phrase is there. The encryption phrases stand behind a mark.
bool hasEdgeOfPhrase(QStringView text, QStringView firstLine)
{
    if (isDirectionMark(text.front()))
        return true;
    const QStringView bare = withoutMarks(text), line = withoutMarks(firstLine);
    return !bare.isEmpty() && (phraseBeginnings.mayHave(bare.front()) || phraseEnds.mayHave(bare.back()) || (!line.isEmpty() && phraseEnds.mayHave(line.back())));
}

} // namespace

std::optional<RecallPhrase> recallOf(QStringView line)
{
    const QStringView bare = withoutMarks(line);
    if (bare.contains(u'\n'))
        return std::nullopt;
    if (isOneOf(bare, recalledPhrases))
        return RecallPhrase{{}, true};
    const QStringView end = endOf(bare, recalledEnds);
    if (end.isEmpty())
        return std::nullopt;
    const QStringView who = withoutMarks(bare.chopped(end.size()));
    if (who.isEmpty() || isOneOf(who, recalledBy))
        return RecallPhrase{{}, true};
    constexpr QStringView opening = u"\"“「", closing = u"\"”」";
    const qsizetype quote = opening.indexOf(who.front());
    if (quote < 0)
        return RecallPhrase{who, false};
    if (who.size() < 3 || who.back() != closing[quote])
        return std::nullopt;
    const QStringView name = who.sliced(1).chopped(1);
    if (name.contains(who.front()) || name.contains(who.back()))
        return std::nullopt;
    return RecallPhrase{name, true};
}

void recognizePhrases(ChatBuilder &builder, LoggedMessage &message)
{
    QStringView text = builder.words().sliced(message.text.from, message.text.size);
    if (message.kind != LoggedKind::Text || text.isEmpty())
        return;
    const qsizetype lineEnd = indexOfUnit(text, u'\n');
    if (!mayBePhrase(lineEnd < 0 ? text : text.first(std::max<qsizetype>(lineEnd, 1))) && !text.endsWith(u'>'))
        return;
    if (!hasEdgeOfPhrase(text, lineEnd < 0 ? text : text.first(lineEnd)))
        return;
    if (const QStringView mark = endOf(text, editedEnds); !mark.isEmpty()) {
        message.edited = true;
        QStringView own = text.chopped(mark.size());
        while (!own.isEmpty() && isBlankOrMark(own.back()))
            own.chop(1);
        if (!own.isEmpty() && own.back() != u'\n') // a mark on a line of its own may be the sender's
            text = own;
    }
    const QStringView bare = withoutMarks(text), line = withoutMarks(lineEnd < 0 ? text : text.first(std::min(lineEnd, text.size())));
    const QStringView sender = message.sender < 0 ? QStringView() : QStringView(std::as_const(builder).senderAt(message.sender).name);
    if (const auto recall = recallOf(bare); recall && (recall->isSure || sender.isEmpty() || recall->name == sender)) {
        message.recalled = true;
    } else if (isOneOf(bare, omittedPhrases)) {
        message.kind = LoggedKind::MediaOmitted;
    } else if (beginsWithOneOf(bare, callBeginnings)) {
        message.kind = LoggedKind::Call;
    } else if (const QStringView name = withoutMarks(attachedName(line)); !name.isEmpty()) {
        message.attachment = builder.place(name);
        message.kind = line.size() == bare.size() ? LoggedKind::MediaOmitted : LoggedKind::Text;
    } else if (isDirectionMark(text.isEmpty() ? QChar() : text.front())
               && std::any_of(std::begin(encryptionPhrases), std::end(encryptionPhrases), [bare](QStringView phrase) { return bare.contains(phrase); })) {
        message.kind = LoggedKind::System;
    }
    // The mark that iOS puts before its own words; other direction characters are the sender's and stay.
    while (!text.isEmpty() && text.front() == u'\u200E')
        text = text.sliced(1);
    message.text = builder.place(text);
}

} // namespace arb::intake
