// SPDX-License-Identifier: GPL-3.0-or-later
#include "clidesk.h"

#include "../../app/evidence/decoder.h"
#include "../../app/workspace.h"

using namespace arb;

/// What a party's file may ask for is the desk's setting, for whoever decodes: the command line as well as the window.
class TstDecodeLimits : public QObject, private tests::CliDesk
{
    Q_OBJECT

private Q_SLOTS:
    void verbsKeepToTheDesksLimits();
    void theMostThatIsLetInIsInForce();
    void doctorTellsNoLimitOfNothing();
    void onlyTheLowestRungIsReducedProtection();
};

void TstDecodeLimits::verbsKeepToTheDesksLimits()
{
    makeDesk({QStringLiteral("L-1")});
    for (const char *line : {"--as root setting set decode.max_pixels 123456", "--as root setting set decode.max_bytes 7654321",
                             "--as root setting set decode.picture_seconds 3", "--as root setting set decode.film_seconds 4"}) {
        const tests::Ran ran = run(QString::fromLatin1(line));
        QVERIFY2(ran.status == 0, ran.err.constData());
    }
    const auto opened = app::Workspace::open(address(), path("vault"), {});
    QVERIFY(opened);
    const media::DecodeLimits limits = (*opened)->decodeLimits();
    QCOMPARE(limits.maxPixels, qint64(123'456));
    QCOMPARE(limits.maxBytes, qint64(7'654'321));
    QCOMPARE(limits.pictureSeconds, 3);
    QCOMPARE(limits.filmSeconds, 4);
}

/// What the desk lets in is what the decoder grants, to the last pixel: no refusal names another limit than the settings.
void TstDecodeLimits::theMostThatIsLetInIsInForce()
{
    makeDesk({QStringLiteral("L-1")});
    using Policy = usecases::DeskPolicy;
    const QList<QPair<QString, qint64>> most{{QStringLiteral("decode.max_pixels"), Policy::mostDecodePixels}, {QStringLiteral("decode.max_bytes"), Policy::mostDecodeBytes},
                                             {QStringLiteral("decode.picture_seconds"), Policy::mostPictureSeconds},
                                             {QStringLiteral("decode.film_seconds"), Policy::mostFilmSeconds}};
    for (const auto &[key, value] : most) {
        QCOMPARE(run(QStringLiteral("--as root setting set %1 %2").arg(key).arg(value)).status, 0);
        QVERIFY(run(QStringLiteral("--as root setting set %1 %2").arg(key).arg(value + 1)).status != 0);
    }
    const auto opened = app::Workspace::open(address(), path("vault"), {});
    QVERIFY(opened);
    const media::DecodeLimits limits = (*opened)->decodeLimits();
    QCOMPARE(limits.maxPixels, Policy::mostDecodePixels);
    QCOMPARE(limits.maxBytes, Policy::mostDecodeBytes);
    QCOMPARE(qint64(limits.pictureSeconds), Policy::mostPictureSeconds);
    QCOMPARE(qint64(limits.filmSeconds), Policy::mostFilmSeconds);
}

void TstDecodeLimits::doctorTellsNoLimitOfNothing()
{
    makeDesk({QStringLiteral("L-1")});
    QCOMPARE(run(QStringLiteral("--as root setting set decode.max_bytes 512000")).status, 0);
    const tests::Ran small = run(QStringLiteral("doctor"));
    QVERIFY2(small.out.contains("500 KB"), small.out.constData());
    QCOMPARE(run(QStringLiteral("--as root setting set decode.max_bytes 1572864")).status, 0);
    const tests::Ran larger = run(QStringLiteral("doctor"));
    QVERIFY2(larger.out.contains("1.5 MB"), larger.out.constData());
}

/// What doctor and About say of each rung.
void TstDecodeLimits::onlyTheLowestRungIsReducedProtection()
{
    using media::Protection;
    for (const Protection rung : {Protection::Nothing, Protection::Process, Protection::Filter, Protection::Landlock, Protection::Namespaces}) {
        const QString sentence = app::decoderSentence(rung);
        QCOMPARE(sentence.contains(QStringLiteral("reduced protection")), rung == Protection::Process);
    }
}

QObject *make_tst_decodelimits();
QObject *make_tst_decodelimits()
{
    return new TstDecodeLimits;
}

#include "tst_decodelimits.moc"
