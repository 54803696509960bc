// SPDX-License-Identifier: GPL-3.0-or-later
// libFuzzer target of the chat importers; with driver.cpp a plain program that mutates a corpus by a fixed seed.
#include "chatcheck.h"

#include <cstdio>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size);
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const QString broken = arb::tests::brokenPromiseOf(arb::intake::readChat(bytes));
    if (!broken.isEmpty()) {
        std::fprintf(stderr, "%s\n", qPrintable(broken));
        std::abort();
    }
    return 0;
}
