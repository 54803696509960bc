// SPDX-License-Identifier: GPL-3.0-or-later
#include "evidence/decoder.h"

#include <QtCore/QCoreApplication>

#include <algorithm>

namespace arb::app {

namespace {

struct DecoderWords
{
    Q_DECLARE_TR_FUNCTIONS(Decoder)
};

} // namespace

media::DecodeService::Options decoderOptions()
{
    media::DecodeService::Options options;
    options.program = media::DecodeService::programNear(QCoreApplication::applicationDirPath());
    return options;
}

media::DecodeLimits decodeLimitsOf(const usecases::DeskPolicy &policy)
{
    const auto seconds = [](qint64 value) { return static_cast<int>(std::min<qint64>(value, 3600)); };
    return {policy.decodeMaxPixels, policy.decodeMaxBytes, seconds(policy.decodePictureSeconds), seconds(policy.decodeFilmSeconds), media::DecodeLimits().maxFrames};
}

QString decoderSentence(media::Protection protection)
{
    switch (protection) {
    case media::Protection::Namespaces:
        return DecoderWords::tr("Sandboxed decoder, full protection: pictures and films of parties are decoded in a process of their own that sees no file, "
                                "no network and no other process, and may use only the system calls that decoding needs.");
    case media::Protection::Landlock:
        return DecoderWords::tr("Sandboxed decoder, strong protection: pictures and films of parties are decoded in a process of their own that can open no "
                                "file and no connection (seccomp and Landlock). For namespaces of its own as well, install bubblewrap and allow user namespaces.");
    case media::Protection::Filter:
        return DecoderWords::tr("Sandboxed decoder, protection by seccomp: pictures and films of parties are decoded in a process of their own that may use only "
                                "the system calls that decoding needs. For more, use a kernel with Landlock (5.13 or later), or install bubblewrap.");
    case media::Protection::Process:
        return DecoderWords::tr("Decoder with reduced protection: pictures and films of parties are decoded in a process of their own with limits on memory, files "
                                "and time, but it could open files and connections. Use a kernel with seccomp, and no build with a sanitizer.");
    case media::Protection::Nothing: break;
    }
    return DecoderWords::tr("No decoder: the program arbiter-decode is missing beside this one or does not start, so no picture, film or document is shown. "
                            "Install arbiter again, with arbiter-decode in the same folder.");
}

} // namespace arb::app
