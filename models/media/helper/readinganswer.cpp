// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/answers.h"

#include <QtCore/QStringDecoder>

#include <algorithm>
#include <cerrno>
#include <optional>
#include <vector>

#include <unistd.h>

namespace arb::media {

namespace wire = decode::wire;
using domain::Failure;

namespace {

bool readWords(const HelperAnswer &answer, std::vector<wire::WordBlock> &blocks)
{
    const std::size_t size = static_cast<std::size_t>(answer.told.bytes);
    if (size % sizeof(wire::WordBlock) != 0 || size / sizeof(wire::WordBlock) > wire::mostWords)
        return false;
    blocks.resize(size / sizeof(wire::WordBlock));
    std::size_t done = 0;
    while (done < size) {
        const ssize_t got = ::pread(answer.memory.fd(), reinterpret_cast<char *>(blocks.data()) + done, size - done, static_cast<off_t>(done));
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return false;
        done += static_cast<std::size_t>(got);
    }
    return true;
}

/// Inside the picture, and lines and groups in their order.
bool isWordPossible(const wire::WordBlock &block, const wire::WordBlock *before, std::int64_t width, std::int64_t height)
{
    const bool inside = block.x >= 0 && block.y >= 0 && block.width >= 1 && block.height >= 1 && block.width <= width && block.height <= height
        && block.x <= width - block.width && block.y <= height - block.height;
    const bool ordered = before == nullptr ? block.line >= 0 && block.group >= 0 : block.line >= before->line && block.group >= before->group;
    return inside && ordered && block.confidence >= 0 && block.confidence <= 100 && block.side >= 0
        && block.side <= static_cast<std::int64_t>(domain::ReadBubble::Side::Right) && block.text.size >= 1 && block.text.size <= block.text.bytes.size();
}

/// The text of a word; nothing when it is no UTF-8 or has control characters, which the reader takes out.
std::optional<QString> wordText(const wire::WordBlock &block)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder.decode(QByteArrayView(block.text.bytes.data(), static_cast<qsizetype>(block.text.size)));
    if (decoder.hasError() || text.isEmpty() || std::ranges::any_of(text, [](QChar c) { return c.category() == QChar::Other_Control; }))
        return std::nullopt;
    return text;
}

} // namespace

Media<domain::MachineReading> readingFrom(HelperAnswer &&answer, qint64 maxPixels)
{
    const auto &told = answer.told;
    const std::int64_t width = told.values[0], height = told.values[1];
    const bool sized = width > 0 && height > 0 && width <= decode::limits::maxSide && height <= decode::limits::maxSide && width * height <= maxPixels;
    const auto isFlag = [](std::int64_t number) { return number == 0 || number == 1; };
    std::vector<wire::WordBlock> blocks;
    if (!sized || !isFlag(told.values[2]) || !isFlag(told.values[3]) || !readWords(answer, blocks))
        return Failure{MediaError::HelperDied};
    domain::MachineReading reading;
    reading.size = QSize(static_cast<int>(width), static_cast<int>(height));
    reading.inBubbles = told.values[2] == 0;
    reading.complete = told.values[3] == 1;
    const wire::WordBlock *before = nullptr;
    for (const wire::WordBlock &block : blocks) {
        const std::optional<QString> text = isWordPossible(block, before, width, height) ? wordText(block) : std::nullopt;
        if (!text)
            return Failure{MediaError::HelperDied};
        if (before == nullptr || block.group != before->group)
            reading.bubbles.append({static_cast<domain::ReadBubble::Side>(block.side), {}});
        domain::ReadBubble &bubble = reading.bubbles.last();
        if (bubble.lines.isEmpty() || block.line != before->line)
            bubble.lines.append(domain::ReadLine());
        const QRect box(static_cast<int>(block.x), static_cast<int>(block.y), static_cast<int>(block.width), static_cast<int>(block.height));
        bubble.lines.last().words.append({*text, box, static_cast<int>(block.confidence)});
        before = &block;
    }
    return reading;
}

} // namespace arb::media
