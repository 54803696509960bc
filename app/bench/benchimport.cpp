// SPDX-License-Identifier: GPL-3.0-or-later
// Importing against inflating, hashing, writing and syncing the same files with the same batches.
#include "benchdesk.h"
#include "benchdemo.h"

#include "../importing.h"
#include "../workspace.h"

#include <intake/bagwriter.h>
#include <intake/bareunpack.h>

#include <domain/canonicaljson.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QElapsedTimer>
#include <QtCore/QJsonArray>
#include <QtCore/QTemporaryDir>

#include <random>

namespace arb::app {

namespace {

constexpr int batch = 64;
constexpr int filesPerBundle = 4;
constexpr int fileBytes = 24 * 1024;

/// Words that look like a statement's and do not compress away.
QByteArray statement(std::mt19937_64 &random)
{
    QByteArray text;
    text.reserve(fileBytes + 32);
    while (text.size() < fileBytes)
        text += QByteArray::number(static_cast<qulonglong>(random()), 36) + '\n';
    return text;
}

intake::BagContent bundle(int number, std::mt19937_64 &random)
{
    intake::BagContent content;
    const QString caseNo = QStringLiteral("BENCH-%1").arg(number);
    QJsonArray exhibits;
    for (int n = 0; n < filesPerBundle; ++n) {
        intake::BagFile file{QStringLiteral("evidence/%1.txt").arg(n), statement(random), {}, {}};
        file.sha256 = domain::sha256Hex(file.bytes);
        exhibits.append(QJsonObject{{QStringLiteral("id"), QStringLiteral("e%1").arg(n)},
                                    {QStringLiteral("party"), n % 2 == 0 ? QStringLiteral("buyer") : QStringLiteral("merchant")},
                                    {QStringLiteral("kind"), QStringLiteral("text")},
                                    {QStringLiteral("file"), file.name},
                                    {QStringLiteral("sha256"), QString::fromLatin1(file.sha256)},
                                    {QStringLiteral("submittedAt"), QStringLiteral("2026-10-06T10:00:00+08:00")}});
        content.evidence.append(file);
    }
    content.caseJson = {
        {QStringLiteral("format"), 1},
        {QStringLiteral("caseNo"), caseNo},
        {QStringLiteral("platform"), QStringLiteral("douyin")},
        {QStringLiteral("escalatedAt"), QStringLiteral("2026-10-08T10:00:00+08:00")},
        {QStringLiteral("order"), QJsonObject{{QStringLiteral("orderNo"), caseNo}, {QStringLiteral("product"), QStringLiteral("玻璃杯")}, {QStringLiteral("paidFen"), 8800}}},
        {QStringLiteral("buyer"), QJsonObject{{QStringLiteral("id"), QStringLiteral("b%1").arg(number)}}},
        {QStringLiteral("merchant"), QJsonObject{{QStringLiteral("id"), QStringLiteral("m%1").arg(number % 40)}}},
        {QStringLiteral("afterSale"), QJsonObject{{QStringLiteral("no"), caseNo},
                                                   {QStringLiteral("type"), QStringLiteral("return_refund")},
                                                   {QStringLiteral("reason"), QStringLiteral("damaged")},
                                                   {QStringLiteral("claimedFen"), 8800},
                                                   {QStringLiteral("appliedAt"), QStringLiteral("2026-10-06T09:00:00+08:00")}}},
        {QStringLiteral("exhibits"), exhibits}};
    content.at = domain::UtcMs(1'791'400'000'000);
    return content;
}

double timeToUnpack(const QStringList &bundles, QString *problem)
{
    const QTemporaryDir target;
    QElapsedTimer timer;
    timer.start();
    if (!intake::bareUnpack(bundles, target.path(), batch))
        *problem = BenchWords::tr("the bundles could not be unpacked");
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

double timeToImport(const QStringList &bundles, QString *problem)
{
    const QTemporaryDir target;
    const auto space = newDesk(target.path());
    const auto vault = space ? space->vault().real() : domain::Failure{usecases::VaultError::Broken};
    if (!vault) {
        *problem = BenchWords::tr("the desk could not be made");
        return 0;
    }
    intake::ImportOptions options;
    options.batchInputs = batch;
    QElapsedTimer timer;
    timer.start();
    const auto results = importInto(space->desk(), **vault, usecases::ownerActor(), bundles, std::move(options));
    const double took = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    for (const intake::ImportResult &result : results ? *results : QList<intake::ImportResult>(1)) {
        if (result.state != intake::ImportState::Imported)
            *problem = intake::describe(result);
    }
    return took;
}

} // namespace

QList<BenchLine> benchImport(const BenchContext &context, QString *problem)
{
    const QTemporaryDir place;
    std::mt19937_64 random(1);
    QStringList bundles;
    for (int n = 0; n < context.scale; ++n) {
        bundles.append(place.filePath(QStringLiteral("%1.arbcase").arg(n)));
        if (!intake::writeBag(bundles.constLast(), bundle(n, random))) {
            *problem = BenchWords::tr("the bundles could not be written");
            return {};
        }
        if (n % batch == 0 && !context.progress(BenchWords::tr("bundles %1/%2").arg(n).arg(context.scale)))
            return {};
    }
    QList<double> ours, bare;
    constexpr int rounds = 5; // the first warms the caches and does not count; then each goes first in turn
    for (int round = 0; round < rounds; ++round) {
        if (!context.progress(BenchWords::tr("import %1/%2").arg(round + 1).arg(rounds)))
            return {};
        double unpacking = 0, importing = 0;
        for (int turn = 0; turn < 2 && problem->isEmpty(); ++turn) {
            if ((round + turn) % 2 == 0)
                unpacking = timeToUnpack(bundles, problem);
            else
                importing = timeToImport(bundles, problem);
        }
        if (!problem->isEmpty())
            return {};
        if (round > 0) {
            bare.append(unpacking);
            ours.append(importing);
        }
    }
    return {{QStringLiteral("importing %1 bundles of %2 files").arg(context.scale).arg(filesPerBundle), median(ours), median(bare), QStringLiteral("ms"), 3, true}};
}

} // namespace arb::app
