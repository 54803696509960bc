// SPDX-License-Identifier: GPL-3.0-or-later
#include "film/faultlog.h"

#include <decode/limits.h>

#include <string_view>
#include <utility>

extern "C" {
#include <libavcodec/avcodec.h>
}

namespace arb::decode {

namespace {

constexpr std::int64_t nothingFed = -1;

std::int64_t numberIn(std::int64_t fed)
{
    return fed < 0 ? -1 : fed / 2;
}

/// Said of a picture that is patched up: "error while decoding MB" (H.264), "concealing ... errors" (the MPEG family). Other errors
/// are said of whole films too, after a jump for instance.
bool isOfBrokenPicture(std::string_view format)
{
    return format.find("error while decoding") != std::string_view::npos || format.find("concealing") != std::string_view::npos;
}

} // namespace

void FaultLog::silence()
{
    av_log_set_callback(&FaultLog::hear);
}

void FaultLog::listenTo(AVCodecContext *codec)
{
    codec->opaque = this;
}

/// Each decoder thread has its own copy of the context, made when it is given its packet.
void FaultLog::feeding(AVCodecContext *codec, std::int64_t number, bool referredTo)
{
    codec->reordered_opaque = number < 0 ? nothingFed : number * 2 + (referredTo ? 1 : 0);
}

std::int64_t FaultLog::numberFed(const AVFrame &frame)
{
    return numberIn(frame.reordered_opaque);
}

bool FaultLog::isReferredTo(const AVFrame &frame)
{
    return frame.reordered_opaque >= 0 && frame.reordered_opaque % 2 == 1;
}

void FaultLog::hear(void *from, int /*level*/, const char *format, std::va_list /*values*/)
{
    // The first member of whatever speaks is its class.
    if (from == nullptr || *static_cast<const AVClass *const *>(from) != avcodec_get_class() || !isOfBrokenPicture(format))
        return;
    const auto *codec = static_cast<const AVCodecContext *>(from);
    auto *log = static_cast<FaultLog *>(codec->opaque);
    if (log == nullptr)
        return;
    const std::lock_guard guard(log->m_mutex);
    const std::int64_t number = numberIn(codec->reordered_opaque);
    if (log->m_numbers.size() < limits::maxGaps && (log->m_numbers.empty() || log->m_numbers.back() != number))
        log->m_numbers.push_back(number);
}

std::vector<std::int64_t> FaultLog::take()
{
    const std::lock_guard guard(m_mutex);
    return std::exchange(m_numbers, {});
}

} // namespace arb::decode
