// SPDX-License-Identifier: GPL-3.0-or-later
// libFuzzer target of the chat importers; with driver.cpp a plain program that mutates a corpus by a fixed seed. Every
// importer reads every input, whatever it looks like, and what the program would choose by itself is read again with
// columns given. The driver asks at the end whether each importer was also reached as a user reaches it: by its looks.
#include "chatcheck.h"

#include "../../models/intake/chat/chatbuilder.h"

#include <cstdio>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size);
/// 0: each importer was chosen by the looks of an input at least once, and read all of them.
extern "C" int arbFuzzReport();

namespace {

using arb::domain::ChatLog;
using arb::intake::ChatReading;

struct Importer
{
    const char *format;
    ChatLog (*parse)(arb::intake::DecodedChat, const ChatReading &);
    long long forced = 0, chosen = 0;
};

Importer importers[] = {{"whatsapp", arb::intake::parseWhatsApp},       {"exporter_text", arb::intake::parseExporterText}, {"exporter_html", arb::intake::parseExporterHtml},
                        {"telegram", arb::intake::parseTelegram},       {"intercom", arb::intake::parseIntercom},          {"own", arb::intake::parseOwnList},
                        {"csv", arb::intake::parseTable},               {"text", arb::intake::parsePlainLines}};
long long inputs = 0;

void hold(const ChatLog &log)
{
    const QString broken = arb::tests::brokenPromiseOf(log);
    if (broken.isEmpty())
        return;
    std::fprintf(stderr, "%s: %s\n", qPrintable(log.format), qPrintable(broken));
    std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    ++inputs;
    const ChatLog log = arb::intake::readChat(bytes);
    hold(log);
    const arb::intake::DecodedChat decoded = arb::intake::decodeChat(bytes);
    for (Importer &importer : importers) {
        importer.chosen += log.format == QLatin1String(importer.format) ? 1 : 0;
        const ChatLog forced = importer.parse(decoded, {});
        hold(forced);
        importer.forced += forced.format == QLatin1String(importer.format) ? 1 : 0;
    }
    ChatReading told;
    told.columns = {{QStringLiteral("at"), QStringLiteral("1")}, {QStringLiteral("from"), QStringLiteral("2")}, {QStringLiteral("text"), QStringLiteral("3")}};
    told.header = false;
    told.zoneMinutes = -300;
    hold(arb::intake::readChat(bytes, told));
    return 0;
}

extern "C" int arbFuzzReport()
{
    int faults = inputs == 0 ? 1 : 0;
    for (const Importer &importer : importers) {
        const bool isReached = importer.chosen > 0 && importer.forced == inputs;
        faults += isReached ? 0 : 1;
        std::printf("%-14s chosen %lld, forced %lld of %lld%s\n", importer.format, importer.chosen, importer.forced, inputs, isReached ? "" : ": NOT REACHED");
    }
    return faults;
}
