// SPDX-License-Identifier: GPL-3.0-or-later
#include "../../app/evidence/mediaports.h"
#include "../../app/evidence/pooledloader.h"
#include "../media/decodedesk.h"

#include <QtCore/QFile>
#include <QtTest/QTest>

#include <atomic>
#include <memory>
#include <optional>

#include <fcntl.h>

using namespace arb;

namespace {

/// One shipped screenshot is every file.
class OneScreenshot final : public usecases::EvidenceVault
{
public:
    domain::Result<void, usecases::VaultError> putFile(const QString &, const QByteArray &) override
    {
        return domain::Failure{usecases::VaultError::NotWritable};
    }
    domain::Result<QByteArray, usecases::VaultError> putBytes(const QByteArray &) override { return domain::Failure{usecases::VaultError::NotWritable}; }
    void settle(const QList<QByteArray> &) override {}
    void withdraw(const QList<QByteArray> &) override {}
    domain::Result<int, usecases::VaultError> open(const QByteArray &) override
    {
        const int fd = ::open(ARB_SOURCE_DIR "/tests/data/ocr/light-540-1.jpg", O_RDONLY | O_CLOEXEC);
        if (fd < 0)
            return domain::Failure{usecases::VaultError::Missing};
        return fd;
    }
    bool contains(const QByteArray &) override { return true; }
};

} // namespace

/// A picture is read once, whoever asks and however often the window is opened.
class TstReadingMemory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsRememberedIsNotReadAnew();
    void whatIsReadIsRemembered();

private:
    struct Stage
    {
        OneScreenshot vault;
        media::DecodeService decoder{tests::realDecoder()};
        app::MediaPictureSource pictures{decoder};
        app::MediaDocumentSource documents{decoder};
        app::PooledEvidenceLoader loader{vault, decoder, pictures, documents};
        int answers = 0;
        std::optional<domain::MachineReading> reading;
        std::optional<ui::ShowError> error;

        bool read(const QByteArray &sha256)
        {
            const int before = answers;
            loader.machineReading(sha256, &loader, [this](const ui::Shown<domain::MachineReading> &found) {
                reading = found ? std::optional(*found) : std::nullopt;
                error = found ? std::nullopt : std::optional(found.error());
                ++answers;
            });
            return QTest::qWaitFor([this, before] { return answers > before; }, 60'000);
        }
    };
};

void TstReadingMemory::whatIsRememberedIsNotReadAnew()
{
    domain::MachineReading kept;
    kept.size = QSize(10, 20);
    std::atomic<int> asked = 0;
    Stage stage;
    // Without a reader: what comes can only be remembered.
    stage.loader.readWith(nullptr, {.recall = [kept, &asked](const QByteArray &sha256) -> std::optional<domain::MachineReading> {
                                        ++asked;
                                        return sha256 == "known" ? std::optional(kept) : std::nullopt;
                                    },
                                    .keep = {}});
    QVERIFY(stage.read("known"));
    QCOMPARE(stage.reading, std::optional(kept));
    QVERIFY(stage.read("known"));
    QCOMPARE(asked.load(), 1); // the loader itself has it by now
    QVERIFY(stage.read("unknown"));
    QCOMPARE(stage.error, std::optional(ui::ShowError::NoTool));
}

void TstReadingMemory::whatIsReadIsRemembered()
{
    media::TextReading::Options options = media::TextReading::optionsNear(QStringLiteral(ARB_BINARY_DIR));
    options.program = tests::builtProgram("arbiter-read");
    QVERIFY2(!options.data.isEmpty(), "tesseract-ocr-chi-sim is missing; ./dev test installs it");
    std::atomic<int> kept = 0;
    Stage stage;
    stage.loader.readWith(std::make_unique<media::TextReading>(options),
                          {.recall = [](const QByteArray &) { return std::optional<domain::MachineReading>(); },
                           .keep = [&kept](const QByteArray &sha256, const domain::MachineReading &reading) { kept += sha256 == "shot" && reading.lineCount() > 0 ? 1 : 100; }});
    QVERIFY(stage.read("shot"));
    QVERIFY(stage.reading && stage.reading->lineCount() > 0);
    QCOMPARE(kept.load(), 1);
    QVERIFY(stage.read("shot"));
    QCOMPARE(kept.load(), 1);
}

QObject *make_tst_readingmemory();
QObject *make_tst_readingmemory()
{
    return new TstReadingMemory;
}

#include "tst_readingmemory.moc"
