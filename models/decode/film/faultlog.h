// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdarg>
#include <cstdint>
#include <mutex>
#include <vector>

struct AVCodecContext;
struct AVFrame;

namespace arb::decode {

/// Which packets a decoder found broken, out of what it says to libavutil's log while it decodes. The marks that libavcodec puts on
/// frames (decode_error_flags) do not do: with threads that decode a frame each, the copy of a picture that goes out may be made
/// before the thread that decodes it is done, so that whether the mark is on it is chance. What is said in the log is said before
/// that picture goes out. Must live longer than the decoder.
class FaultLog
{
public:
    /// Makes libav's log silent. Safe to call again.
    static void silence();
    void listenTo(AVCodecContext *codec);
    /// The next packet that goes into @p codec is that of frame @p number; -1: not known. @p referredTo: others are made from it.
    static void feeding(AVCodecContext *codec, std::int64_t number, bool referredTo = false);
    /// What was said with the packet of @p frame, which took it along.
    static std::int64_t numberFed(const AVFrame &frame);
    static bool isReferredTo(const AVFrame &frame);
    /// Numbers of broken packets since the last call, in the order in which they were found.
    std::vector<std::int64_t> take();

private:
    static void hear(void *from, int level, const char *format, std::va_list values);
    std::mutex m_mutex; ///< decoder threads speak
    std::vector<std::int64_t> m_numbers;
};

} // namespace arb::decode
