// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <media/decodeservice.h>

#include <QtCore/QString>

/// The helper as the program has it, and the one that lies in its place; both stand beside the tests.
namespace arb::tests {

inline QString builtProgram(const char *name)
{
    return QStringLiteral(ARB_BINARY_DIR "/") + QString::fromLatin1(name);
}

inline media::DecodeService::Options realDecoder(media::Protection most = media::Protection::Namespaces)
{
    media::DecodeService::Options options;
    options.program = builtProgram("arbiter-decode");
    options.most = most;
    return options;
}

/// On the rung without a wrapper, so that the liar itself is what the client talks to.
inline media::DecodeService::Options lyingDecoder(const QString &lie)
{
    media::DecodeService::Options options;
    options.program = builtProgram("hostile-decode");
    options.most = media::Protection::Landlock;
    options.extraArguments = {QStringLiteral("lie"), lie};
    options.limits.pictureSeconds = 1;
    options.limits.filmSeconds = 1;
    return options;
}

} // namespace arb::tests
