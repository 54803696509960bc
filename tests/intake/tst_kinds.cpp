// SPDX-License-Identifier: GPL-3.0-or-later
#include "bundlemaker.h"

#include <intake/evidencekind.h>

#include <QtCore/QSet>
#include <QtCore/QTemporaryFile>
#include <QtTest/QTest>

namespace arb::tests {

using domain::ExhibitKind;
using intake::checkEvidence;

class TstKinds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKindIsInTheCatalogueOnce();
    void knowsContent_data();
    void knowsContent();
    void wordsMayBePlainOrLists_data();
    void wordsMayBePlainOrLists();
    void filesAndMemoryAgree();
};

void TstKinds::everyKindIsInTheCatalogueOnce()
{
    QSet<ExhibitKind> seen;
    for (const intake::EvidenceKind &kind : intake::evidenceKinds()) {
        QVERIFY(!seen.contains(kind.kind));
        seen.insert(kind.kind);
        QVERIFY(kind.maxBytes > 0 && !kind.types.empty());
    }
    QCOMPARE(seen.size(), static_cast<qsizetype>(domain::codeTable<ExhibitKind>().size()));
}

void TstKinds::knowsContent_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<QString>("kind"); ///< empty: none
    const auto row = [](const char *name, const QByteArray &head, const char *kind) { QTest::newRow(name) << head << QString::fromLatin1(kind); };
    const auto box = [](const char *brand) { return QByteArray(QByteArray("\0\0\0\x18", 4) + "ftyp" + brand + QByteArray(12, '\0')); };
    row("jpeg", "\xFF\xD8\xFF\xE0....", "image");
    row("png", pictureBytes(), "image");
    row("webp", QByteArray("RIFF\x10\0\0\0WEBPVP8 ", 16), "image");
    row("heic", box("heic"), "image");
    row("avif", box("avif"), "image");
    row("mp4", box("isom"), "video");
    row("mov", box("qt  "), "video");
    row("quicktime without brand", QByteArray("\0\0\0\x08wide....", 12), "video");
    row("webm", "\x1A\x45\xDF\xA3....", "video");
    row("avi", QByteArray("RIFF\x10\0\0\0AVI LIST", 16), "video");
    const QByteArray packet = QByteArray("G\x41\x11\x10", 4) + QByteArray(184, '\xFF'), stamp(4, '\0');
    row("transport stream", packet + packet + packet, "video");
    row("transport stream, cut at its start", packet.sliced(77) + packet.repeated(5), "video");
    row("transport stream, damaged at its start", QByteArray(188, '\0') + packet + packet + packet + packet + packet, "video");
    row("camcorder", stamp + packet + stamp + packet + stamp + packet + stamp + packet + stamp + packet, "video");
    row("many Gs", QByteArray(2000, 'G'), "text");
    row("pdf", "%PDF-1.7\n", "document");
    row("words", "您好", "text");
    row("program", QByteArray("\x7f" "ELF\x02\x01\x01\0", 8), "");
    row("windows program", QByteArray("MZ\x90\0\x03\0", 6), "");
    row("zip", QByteArray("PK\x03\x04\x14\0", 6), "");
    row("sound", QByteArray("RIFF\x10\0\0\0WAVEfmt ", 16), "");
    row("utf-16", QByteArray("\xFF\xFEh\0i\0", 6), "");
    row("nothing", "", "");
}

void TstKinds::knowsContent()
{
    QFETCH(QByteArray, head);
    QFETCH(QString, kind);
    const auto found = intake::kindByContent(head);
    QCOMPARE(found ? domain::toCode(*found) : QString(), kind);
    for (const ExhibitKind each : {ExhibitKind::Image, ExhibitKind::Video, ExhibitKind::Document})
        QCOMPARE(intake::mediaType(each, head).has_value(), domain::toCode(each) == kind);
}

void TstKinds::wordsMayBePlainOrLists_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("detail"); ///< of the refusal; empty: fine
    const auto row = [](const char *name, ExhibitKind kind, const QByteArray &content, const char *detail = "") {
        QTest::newRow(name) << int(kind) << content << QString::fromLatin1(detail);
    };
    const QByteArray time = R"("at":"2026-10-04T12:03:39+08:00")";
    row("chat", ExhibitKind::Chat, "[{\"id\":\"1\"," + time + ",\"from\":\"buyer\",\"text\":\"hi\",\"mood\":3}]");
    row("no message", ExhibitKind::Chat, "[]");
    row("plain chat", ExhibitKind::Chat, "buyer 12:03 hi\n");
    row("plain chat in brackets", ExhibitKind::Chat, "[12:03] buyer: hi\n");
    const QByteArray said = "2026/10/1 10:00 - Bob: a\n2026/10/1 10:01 - Ann: b";
    row("bell in a chat", ExhibitKind::Chat, said + "\ac\n");
    row("colours in a chat", ExhibitKind::Chat, said + "\x1B[31mpaid\x1B[0m\n");
    row("zero byte in a chat", ExhibitKind::Chat, said + '\0' + "c\n");
    row("bell in a chat of UTF-16", ExhibitKind::Chat, QByteArray("\xFF\xFE" "A\0:\0 \0b\0\a\0c\0\n\0", 16));
    row("picture as a chat", ExhibitKind::Chat, pictureBytes(), "chat");
    row("sound as a chat", ExhibitKind::Chat, QByteArray("RIFF\x10\0\0\0WAVEfmt ", 16) + QByteArray(400, 'x'), "chat");
    row("archive as a chat", ExhibitKind::Chat, QByteArray("PK\x03\x04") + QByteArray(400, 'x'), "chat");
    row("nothing but controls as a chat", ExhibitKind::Chat, QByteArray(300, '\x01'), "chat");
    row("every eighth a control as a chat", ExhibitKind::Chat, QByteArray("abcdefg\x02").repeated(40), "chat");
    row("chat from nobody", ExhibitKind::Chat, "[{\"id\":\"1\"," + time + ",\"from\":\"ghost\"}]", "/0");
    row("second message bad", ExhibitKind::Chat, "[{\"id\":\"1\"," + time + ",\"from\":\"buyer\"},{\"id\":\"2\"}]", "/1");
    row("key twice", ExhibitKind::Chat, "[{\"id\":\"1\"," + time + ",\"from\":\"buyer\",\"from\":\"merchant\"}]", "duplicate_key");
    row("control in a message", ExhibitKind::Chat, "[{\"id\":\"1\"," + time + ",\"from\":\"buyer\",\"text\":\"\\u001b[2J\"}]", "json_control");
    row("too deep", ExhibitKind::Chat, QByteArray(70, '[') + QByteArray(70, ']'), "json_too_deep");
    row("id twice", ExhibitKind::Chat, "[{\"id\":\"1\"," + time + ",\"from\":\"buyer\"},{\"id\":\"1\"," + time + ",\"from\":\"buyer\"}]", "/1/id");
    row("list behind a mark", ExhibitKind::Chat, "\xEF\xBB\xBF[{\"id\":\"1\"}]", "bad_json");
    row("parcel", ExhibitKind::Logistics, "[{" + time + ",\"event\":\"signed\",\"place\":\"江州\"}]");
    row("parcel without time", ExhibitKind::Logistics, R"([{"event":"signed"}])", "/0");
    row("words with a mark", ExhibitKind::Text, "\xEF\xBB\xBF您好");
    row("words with form feed", ExhibitKind::Text, "page\fpage");
    row("not utf-8", ExhibitKind::Text, "\xC4\xE3", "not_utf8");
    row("bell", ExhibitKind::Text, QByteArray(600, 'x') + '\a');
    row("colours of a terminal", ExhibitKind::Text, "\x1B[31mpaid\x1B[0m\b\x7F");
    row("turned around", ExhibitKind::Text, "invoice\u202Efdp.exe");
    row("zero byte at once", ExhibitKind::Text, QByteArray("a\0b", 3), "text");
    row("zero byte later", ExhibitKind::Text, QByteArray(600, 'x') + '\0', "not_text");
    row("bell in a parcel track", ExhibitKind::Logistics, "signed\a by the neighbour");
    row("bell in a quoted parcel track", ExhibitKind::Logistics, "\"signed\a\" says the neighbour");
    row("bell in a list of scans", ExhibitKind::Logistics, "[{" + time + R"(,"event":"signed\u0007"}])", "json_control");
}

void TstKinds::wordsMayBePlainOrLists()
{
    QFETCH(int, kind);
    QFETCH(QByteArray, content);
    QFETCH(QString, detail);
    const auto fault = checkEvidence(ExhibitKind(kind), QStringLiteral("x"), content);
    QCOMPARE(fault ? fault->detail : QString(), detail);
}

void TstKinds::filesAndMemoryAgree()
{
    for (const QByteArray &content : {QByteArray(), pictureBytes(), QByteArray("您好"), QByteArray(5000, 'x'), QByteArray(QByteArray(5000, 'x') + '\0')}) {
        QTemporaryFile file;
        QVERIFY(file.open() && file.write(content) == content.size() && file.flush());
        for (const auto &row : domain::codeTable<ExhibitKind>())
            QCOMPARE(checkEvidence(row.value, QStringLiteral("x"), file.handle()), checkEvidence(row.value, QStringLiteral("x"), content));
    }
}

} // namespace arb::tests

QObject *make_tst_kinds();
QObject *make_tst_kinds()
{
    return new arb::tests::TstKinds;
}

#include "tst_kinds.moc"
