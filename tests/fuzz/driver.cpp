// SPDX-License-Identifier: GPL-3.0-or-later
// driver ROUNDS FILE...: runs a fuzz target over each file and over ROUNDS mutations of each, always the same ones; for
// compilers without libFuzzer, and as a test that says the same every time. Fails when the target says that it did not reach
// all that it is there for.
#include <QtCore/QByteArray>
#include <QtCore/QFile>
#include <QtCore/QString>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <random>

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size);
extern "C" int arbFuzzReport(); ///< of the target: 0 when every part of it was reached

namespace {

int runOn(const QByteArray &bytes)
{
    return LLVMFuzzerTestOneInput(reinterpret_cast<const unsigned char *>(bytes.constData()), static_cast<std::size_t>(bytes.size()));
}

/// A few bytes changed, taken out, doubled, or the end cut off.
QByteArray mutated(QByteArray bytes, std::mt19937_64 &random)
{
    static const QByteArray telling("[]{}\"\\,:;<>&\n\r\t/.- 0129\0\xC3\xE4\xFF\x80", 29);
    for (std::size_t times = 1 + random() % 8; times > 0 && !bytes.isEmpty(); --times) {
        const auto at = static_cast<qsizetype>(random() % static_cast<std::size_t>(bytes.size()));
        const auto length = std::min<qsizetype>(static_cast<qsizetype>(1 + random() % 64), bytes.size() - at);
        switch (random() % 6) {
        case 0: bytes[at] = static_cast<char>(random() & 0xFF); break;
        case 1: bytes[at] = telling.at(static_cast<qsizetype>(random() % static_cast<std::size_t>(telling.size()))); break;
        case 2: bytes.remove(at, length); break;
        case 3: bytes.insert(at, bytes.sliced(at, length)); break;
        case 4: bytes.insert(at, telling.at(static_cast<qsizetype>(random() % static_cast<std::size_t>(telling.size())))); break;
        default: bytes.truncate(at); break;
        }
    }
    return bytes;
}

} // namespace

int main(int argc, char *argv[])
{
    const int rounds = argc > 1 ? std::atoi(argv[1]) : 0;
    std::mt19937_64 random(20'261'127);
    for (int n = 2; n < argc; ++n) {
        QFile file(QString::fromLocal8Bit(argv[n]));
        if (!file.open(QIODevice::ReadOnly)) {
            std::fprintf(stderr, "%s cannot be read\n", argv[n]);
            return 1;
        }
        const QByteArray seed = file.readAll();
        runOn(seed);
        for (int round = 0; round < rounds; ++round)
            runOn(mutated(seed, random));
    }
    return arbFuzzReport() == 0 ? 0 : 1;
}
