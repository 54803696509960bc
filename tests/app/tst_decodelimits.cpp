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
