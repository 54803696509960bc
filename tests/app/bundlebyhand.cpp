// SPDX-License-Identifier: GPL-3.0-or-later
#include "bundlebyhand.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QProcess>
#include <QtGui/QImage>
#include <QtGui/QPainter>

namespace arb::tests {

namespace {

void write(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
}

QByteArray digest(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(path));
    return QCryptographicHash::hash(file.readAll(), QCryptographicHash::Sha256).toHex();
}

void paintPicture(const QString &path, Qt::GlobalColor color)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    QImage image(640, 480, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.fillRect(200, 150, 240, 180, color);
    painter.end();
    if (!image.save(path, "JPG", 90))
        qFatal("cannot write %s", qPrintable(path));
}

} // namespace

QString writeBundle(const QString &folder, const QString &caseNo)
{
    const QString root = folder + u'/' + caseNo;
    const QString evidence = root + QStringLiteral("/data/evidence/");
    paintPicture(evidence + QStringLiteral("cup.jpg"), Qt::darkRed);
    paintPicture(evidence + QStringLiteral("packed.jpg"), Qt::darkBlue);
    write(evidence + QStringLiteral("statement.txt"), "发货前检查过，杯子完好。\n");
    const QByteArray caseJson = QByteArray(R"({
  "format": 1, "caseNo": "@NO@", "platform": "douyin", "escalatedAt": "2026-10-09T10:00:00+08:00",
  "category": "home", "tradeKind": "normal",
  "order": { "orderNo": "O-@NO@", "product": "玻璃杯", "sku": "350 ml", "quantity": 1, "paidFen": 8800, "freightFen": 0,
             "sevenDayReturn": "yes", "orderedAt": "2026-10-01T09:00:00+08:00", "signedAt": "2026-10-05T18:00:00+08:00",
             "signedBy": "本人", "carrier": "疾风速运", "waybillNo": "JF1" },
  "buyer": { "id": "b-1", "name": "王小明", "phone": "13812345634" },
  "merchant": { "id": "m-1", "name": "清河杯业" },
  "afterSale": { "no": "AS-1", "type": "return_refund", "reason": "damaged", "claimedFen": 8800, "appliedAt": "2026-10-06T09:00:00+08:00",
                 "merchantAnswer": { "at": "2026-10-06T15:00:00+08:00", "decision": "refused", "reason": "signed_means_accepted", "text": "签收即完好" } },
  "chat": [ { "id": "1", "at": "2026-10-06T08:30:00+08:00", "from": "buyer", "text": "杯口裂了" },
            { "id": "2", "at": "2026-10-06T08:40:00+08:00", "from": "merchant", "text": "签收就不管了" } ],
  "exhibits": [
    { "id": "b1", "party": "buyer", "kind": "image", "file": "evidence/cup.jpg", "sha256": "@CUP@", "caption": "裂口", "submittedAt": "2026-10-06T09:00:00+08:00" },
    { "id": "m1", "party": "merchant", "kind": "image", "file": "evidence/packed.jpg", "sha256": "@PACKED@", "caption": "打包", "submittedAt": "2026-10-07T09:00:00+08:00" },
    { "id": "m2", "party": "merchant", "kind": "text", "file": "evidence/statement.txt", "sha256": "@STATEMENT@", "submittedAt": "2026-10-07T09:05:00+08:00" } ]
}
)")
                                    .replace("@NO@", caseNo.toUtf8())
                                    .replace("@CUP@", digest(evidence + QStringLiteral("cup.jpg")))
                                    .replace("@PACKED@", digest(evidence + QStringLiteral("packed.jpg")))
                                    .replace("@STATEMENT@", digest(evidence + QStringLiteral("statement.txt")));
    write(root + QStringLiteral("/data/case.json"), caseJson);
    write(root + QStringLiteral("/bagit.txt"), "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
    QByteArray manifest;
    for (const char *name : {"data/case.json", "data/evidence/cup.jpg", "data/evidence/packed.jpg", "data/evidence/statement.txt"})
        manifest += digest(root + u'/' + QString::fromLatin1(name)) + "  " + name + '\n';
    write(root + QStringLiteral("/manifest-sha256.txt"), manifest);
    return root;
}

QString writeRuling(const QString &folder, const QString &caseNo, const QString &commandId)
{
    const QString path = folder + QStringLiteral("/ruling-") + caseNo + QStringLiteral(".json");
    write(path, QByteArray(R"({
  "commandId": "@ID@", "outcome": "return_and_refund", "blame": { "merchant": 100 }, "refundFen": 8800, "refundSource": "original_route",
  "freight": { "outbound": "merchant", "return": "merchant" }, "countsTowardMetrics": true,
  "findings": [ { "element": "goods_shown", "verdict": "proved", "text": "裂口清楚", "citations": [ { "exhibit": "b1", "region": [200, 150, 240, 180] }, { "message": "2" } ] } ],
  "reasons": { "zh": "签收不等于认可质量，裂口清楚可见，商家没有反证。" },
  "departure": "按现有证据" }
)")
                    .replace("@ID@", commandId.toUtf8()));
    return path;
}

Ran runArbiter(const QString &home, const QStringList &arguments)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *name : {"XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "HOME"})
        environment.insert(QString::fromLatin1(name), home);
    for (const char *name : {"ARBITER_DB", "ARBITER_VAULT", "ARBITER_CONFIG_DIR", "DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
        environment.remove(QString::fromLatin1(name));
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(ARB_BINARY_DIR "/arbiter"), QStringList{QStringLiteral("--lang"), QStringLiteral("en")} + arguments);
    Ran ran;
    if (!process.waitForFinished(120'000))
        qFatal("arbiter %s does not end", qPrintable(arguments.join(u' ')));
    ran.status = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    ran.out = process.readAllStandardOutput();
    ran.err = process.readAllStandardError();
    return ran;
}

} // namespace arb::tests
