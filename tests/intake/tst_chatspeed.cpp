// SPDX-License-Identifier: GPL-3.0-or-later
// What reads a chat fast says what reading it thoroughly says.
#include "../../models/intake/chat/decoding.h"
#include "../../models/intake/chat/soundutf8.h"
#include "../../models/intake/chat/stamp.h"
#include "../../models/intake/chat/unitsearch.h"

#include <intake/chatlog.h>

#include <QtCore/QStringDecoder>
#include <QtCore/QStringEncoder>
#include <QtCore/QStringList>
#include <QtTest/QTest>

#include <array>
#include <memory>
#include <optional>
#include <random>

namespace arb::tests {

using domain::LoggedKind;
using intake::ScannedStamp;

class TstChatSpeed : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatMostPhonesWriteTakesAGlance_data();
    void whatMostPhonesWriteTakesAGlance();
    void aGlanceSaysWhatALookSays();
    void headsBesideTheCommonOnesAreRead();
    void phrasesAreFoundBetweenBlanks_data();
    void phrasesAreFoundBetweenBlanks();
    void lineEndsBecomeLineFeeds_data();
    void lineEndsBecomeLineFeeds();
    void everyCharacterIsDecoded();
    void whatIsNotUtf8IsLeftToOthers_data();
    void whatIsNotUtf8IsLeftToOthers();
    void bytesAreDecodedAsQtDoes();
    void halfACharacterIsNotFound();
    void aLongChatIsReadWhole();
};

namespace {

using Said = std::optional<std::array<qint64, 15>>;

/// All of it.
Said saidBy(const std::optional<ScannedStamp> &scanned)
{
    if (!scanned)
        return std::nullopt;
    const intake::RawStamp &stamp = scanned->stamp;
    return std::array<qint64, 15>{scanned->end, scanned->whole, stamp.first, stamp.second, stamp.third, stamp.hour, stamp.minute, stamp.seconds, stamp.given, stamp.longFirst,
                                  stamp.longThird, stamp.hasSeconds, static_cast<qint64>(stamp.years), stamp.zoneMinutes.value_or(-9999), stamp.exact ? stamp.exact->ms() : -1};
}

/// @p line, where the ways of reading it differ; empty: nowhere.
QString differenceAt(const QString &line, qsizetype from)
{
    const Said glance = saidBy(intake::glanceAtStamp(line, from)), look = saidBy(intake::scanAnyStamp(line, from));
    const bool same = saidBy(intake::scanStamp(line, from)) == look && (!glance || glance == look);
    return same ? QString() : QStringLiteral("\"%1\" from %2").arg(line).arg(from);
}

/// In memory that ends where the text may, so that a checker sees what is written beyond.
std::optional<QString> decodedBySound(const QByteArray &bytes)
{
    const auto units = std::make_unique<char16_t[]>(static_cast<std::size_t>(bytes.size()));
    const auto size = intake::decodeSoundUtf8(bytes, units.get());
    return size ? std::optional(QString(reinterpret_cast<const QChar *>(units.get()), *size)) : std::nullopt;
}

/// Heads of lines, common ones and others.
QStringList manyHeads()
{
    const QStringList dates{QStringLiteral("13/10/26"), QStringLiteral("1.2.2026"), QStringLiteral("2026-10-13"), QStringLiteral("2569/1/2"), QStringLiteral("1/2/1404"), QStringLiteral("115/7/6"), QStringLiteral("13/10/260"), QStringLiteral("2026/10/2026"), QStringLiteral("1/2/3."), QStringLiteral("26年1月2日")};
    const QStringList between{QStringLiteral(", "), QStringLiteral(" "), QStringLiteral(","), QStringLiteral("  "), QStringLiteral(", \u200E"), QStringLiteral("T"), QStringLiteral(" at ")};
    const QStringList times{QStringLiteral("9:03"), QStringLiteral("12:03"), QStringLiteral("24:60"), QStringLiteral("00:03:11"), QStringLiteral("9:3"), QStringLiteral("12:03:1"), QStringLiteral("12:03:11.5"), QStringLiteral("12:034"), QStringLiteral("12.03")};
    const QStringList behind{QString(), QStringLiteral(" PM"), QStringLiteral(" am"), QStringLiteral("\u202FAM"), QStringLiteral(" p.m."), QStringLiteral(" A M"), QStringLiteral(" AMx"), QStringLiteral("Z"), QStringLiteral(" +08:00"), QStringLiteral(" UTC")};
    const QStringList ends{QStringLiteral("]"), QStringLiteral("] "), QStringLiteral(" - "), QStringLiteral(" -"), QStringLiteral("-"), QStringLiteral(" -05 - "), QStringLiteral(" -0500 - "), QStringLiteral(" \u2013 "), QStringLiteral(": "), QStringLiteral(" "), QString()};
    QStringList heads;
    for (const QString &date : dates)
        for (const QString &comma : between)
            for (const QString &time : times)
                for (const QString &half : behind)
                    for (const QString &end : ends)
                        heads.append(date + comma + time + half + end);
    return heads;
}

} // namespace

void TstChatSpeed::whatMostPhonesWriteTakesAGlance_data()
{
    QTest::addColumn<QString>("line");
    QTest::newRow("android") << QStringLiteral("13/10/26, 09:03 - A: hi");
    QTest::newRow("android, 12 hours") << QStringLiteral("1/2/26, 9:03 PM - A: hi");
    QTest::newRow("android, narrow blank") << QStringLiteral("1/2/26, 9:03\u202Fpm - A: hi");
    QTest::newRow("android, dots") << QStringLiteral("13.10.26, 09:03 - A: hi");
    QTest::newRow("no comma") << QStringLiteral("2026-10-13 09:03 - A: hi");
    QTest::newRow("ios") << QStringLiteral("13/10/2026, 21:03:11] A: hi");
    QTest::newRow("ios, 12 hours") << QStringLiteral("1/2/26, 9:03:11\u202FPM] A: hi");
}

void TstChatSpeed::whatMostPhonesWriteTakesAGlance()
{
    QFETCH(QString, line);
    QVERIFY(intake::glanceAtStamp(line, 0));
    QCOMPARE(differenceAt(line, 0), QString());
}

void TstChatSpeed::aGlanceSaysWhatALookSays()
{
    const QStringList heads = manyHeads();
    for (const QString &head : heads) {
        QCOMPARE(differenceAt(head + QStringLiteral("A: hi"), 0), QString());
        QCOMPARE(differenceAt(head, 0), QString()); // nothing behind it
    }
    // Each with something else at each place, and cut off there.
    const QString others = QStringLiteral("0/.-,:] aPm\u200F\u00A0\u0663\uFF11T\n日ÖZ+");
    qsizetype glances = 0;
    for (qsizetype n = 0; n < heads.size(); n += 211) {
        const QString line = u'[' + heads[n] + QStringLiteral("A: hi");
        glances += intake::glanceAtStamp(line, 1) ? 1 : 0;
        for (qsizetype at = 1; at < line.size(); ++at) {
            QCOMPARE(differenceAt(line.first(at), 1), QString());
            for (const QChar c : others) {
                QCOMPARE(differenceAt(line.first(at) + c + line.sliced(at), 1), QString());
                QCOMPARE(differenceAt(line.first(at) + c + line.sliced(at + 1), 1), QString());
            }
        }
    }
    QVERIFY(glances > 0);
}

/// A file has one way of writing, but also lines that look like it: each is read for what it is.
void TstChatSpeed::headsBesideTheCommonOnesAreRead()
{
    const domain::ChatLog log = intake::readChat("13/10/26, 09:03 - A: one\n13/10/26, 09:04; A: no\n13/10/26, 09:05 \xE2\x80\x93 B: two\n13\xE2\x80\x8F/10/26, 09:06 - A: three\n"
                                                 "13/10/26, 9:07 p.m. - B: four\nOct 14, 2026, 10:00 - A: five\nMarch on\n");
    QStringList read;
    for (const domain::LoggedMessage &message : log.messages)
        read.append(QStringLiteral("%1 ").arg(message.line) + (message.at ? message.at->toRfc3339().mid(5, 11) : QString()) + u' ' + log.text(message));
    QCOMPARE(read.join(u'|'), QStringLiteral("1 10-13T09:03 one\n13/10/26, 09:04; A: no|3 10-13T09:05 two|4 10-13T09:06 three|5 10-13T21:07 four|6 10-14T10:00 five\nMarch on"));
    QCOMPARE(log.notUnderstood.size(), 1);
    QCOMPARE(log.notUnderstood.first().line, 2U);
}

void TstChatSpeed::phrasesAreFoundBetweenBlanks_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<LoggedKind>("kind");
    QTest::addColumn<QString>("found"); ///< r: recalled, e: edited, and the attachment
    QTest::newRow("omitted") << QStringLiteral("<Media omitted>") << LoggedKind::MediaOmitted << QString();
    QTest::newRow("omitted, Chinese") << QStringLiteral("[图片]") << LoggedKind::MediaOmitted << QString();
    QTest::newRow("recalled") << QStringLiteral("This message was deleted.") << LoggedKind::Text << QStringLiteral("r");
    QTest::newRow("recalled by somebody") << QStringLiteral("\"小雨\" 撤回了一条消息") << LoggedKind::Text << QStringLiteral("r");
    QTest::newRow("edited") << QStringLiteral("ok <This message was edited>") << LoggedKind::Text << QStringLiteral("e");
    QTest::newRow("call") << QStringLiteral("通话时长 03:11") << LoggedKind::Call << QString();
    QTest::newRow("attached, bracket") << QStringLiteral("<attached: 1-PHOTO.jpg>") << LoggedKind::MediaOmitted << QStringLiteral("1-PHOTO.jpg");
    QTest::newRow("attached, end") << QStringLiteral("IMG-1.jpg (file attached)") << LoggedKind::MediaOmitted << QStringLiteral("IMG-1.jpg");
    QTest::newRow("attached, a caption below") << QStringLiteral("IMG-1.jpg（文件附件）\nthe cup") << LoggedKind::Text << QStringLiteral("IMG-1.jpg");
    QTest::newRow("encrypted") << QStringLiteral("\u200EMessages are end-to-end encrypted. No one outside of this chat can read them.") << LoggedKind::System << QString();
    QTest::newRow("no phrase") << QStringLiteral("the picture broke") << LoggedKind::Text << QString();
}

void TstChatSpeed::phrasesAreFoundBetweenBlanks()
{
    QFETCH(QString, text);
    QFETCH(LoggedKind, kind);
    QFETCH(QString, found);
    const QStringList befores = text.startsWith(u'\u200E') ? QStringList{QString()} : QStringList{QString(), QStringLiteral(" "), QStringLiteral("\u200E"), QStringLiteral("\u00A0\u200E ")};
    for (const QString &before : befores) {
        for (const QString &behind : {QString(), QStringLiteral(" "), QStringLiteral("\u200F\u00A0")}) {
            if (!behind.isEmpty() && found == u"e")
                continue; // the mark of editing ends the message
            const domain::ChatLog log = intake::readChat((QStringLiteral("13/10/26, 09:03 - 小雨: ") + before + text + behind + QStringLiteral("\n")).toUtf8());
            QCOMPARE(log.messages.size(), std::size_t(1));
            const domain::LoggedMessage &message = log.messages.front();
            QCOMPARE(message.kind, kind);
            QCOMPARE((message.recalled ? QStringLiteral("r") : QString()) + (message.edited ? QStringLiteral("e") : QString()) + log.view(message.attachment), found);
        }
    }
}

void TstChatSpeed::lineEndsBecomeLineFeeds_data()
{
    QTest::addColumn<QString>("encoding"); ///< empty: found out
    QTest::addColumn<QByteArray>("bytes");
    const QString text = QStringLiteral("上\r\r\n中\r\nç\r下\n\r\n\r");
    QTest::newRow("UTF-8") << QString() << text.toUtf8();
    QTest::newRow("UTF-16LE") << QString() << QByteArray("\xFF\xFE" + QByteArray(QStringEncoder(QStringEncoder::Utf16LE)(text)));
    QTest::newRow("UTF-16BE") << QString() << QByteArray("\xFE\xFF" + QByteArray(QStringEncoder(QStringEncoder::Utf16BE)(text)));
    QTest::newRow("told") << QStringLiteral("UTF-8") << text.toUtf8();
}

void TstChatSpeed::lineEndsBecomeLineFeeds()
{
    QFETCH(QString, encoding);
    QFETCH(QByteArray, bytes);
    QCOMPARE(intake::decodeChat(bytes, encoding).text, QStringLiteral("上\n\n中\nç\n下\n\n\n"));
    QCOMPARE(intake::decodeChat({}, encoding).text, QString());
}

/// At every place among eight bytes.
void TstChatSpeed::everyCharacterIsDecoded()
{
    QString all;
    for (char32_t c = 0; c <= QChar::LastValidCodePoint; ++c) {
        if (QChar::isSurrogate(c))
            continue;
        all += QString::fromUcs4(&c, 1) + QStringView(u"abcdefg").first(static_cast<qsizetype>(c * 5 % 8));
    }
    QCOMPARE(decodedBySound(all.toUtf8()), all);
    for (qsizetype size = 0; size < 40; ++size)
        QCOMPARE(decodedBySound(all.sliced(0xE000, size).toUtf8()), all.sliced(0xE000, size));
}

void TstChatSpeed::whatIsNotUtf8IsLeftToOthers_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("a mark") << QByteArray("\xEF\xBB\xBFx");
    QTest::newRow("a follower alone") << QByteArray("x\x80");
    QTest::newRow("overlong, two") << QByteArray("\xC1\xBF");
    QTest::newRow("overlong, three") << QByteArray("\xE0\x9F\xBF");
    QTest::newRow("overlong, four") << QByteArray("\xF0\x8F\xBF\xBF");
    QTest::newRow("half a pair") << QByteArray("\xED\xA0\x80");
    QTest::newRow("beyond all characters") << QByteArray("\xF4\x90\x80\x80");
    QTest::newRow("five bytes") << QByteArray("\xF8\x88\x80\x80\x80");
    QTest::newRow("cut off after one") << QByteArray("abcdefgh\xE4");
    QTest::newRow("cut off after two") << QByteArray("abcdefgh\xE4\xB8");
    QTest::newRow("cut off after three") << QByteArray("abcdefgh\xF0\x9F\x98");
    QTest::newRow("cut off by a letter") << QByteArray("\xE4\xB8x");
    QTest::newRow("GB18030") << QByteArray("\xC4\xE3\xBA\xC3");
}

void TstChatSpeed::whatIsNotUtf8IsLeftToOthers()
{
    QFETCH(QByteArray, bytes);
    QVERIFY(!decodedBySound(bytes));
    QVERIFY(!decodedBySound(bytes + "and on, longer than eight bytes"));
}

/// Whatever is made of a text by chance.
void TstChatSpeed::bytesAreDecodedAsQtDoes()
{
    const QByteArray text = QStringLiteral("[13/10/26, 09:03] 小雨: ok, ça va 😀 \u200Eπ上\n").toUtf8();
    std::mt19937 random(3);
    qsizetype sound = 0, others = 0;
    for (int n = 0; n < 30'000; ++n) {
        QByteArray bytes = text.sliced(static_cast<qsizetype>(random() % 30)) + text;
        for (auto changes = random() % 3; changes > 0; --changes)
            bytes[static_cast<qsizetype>(random() % static_cast<unsigned>(bytes.size()))] = static_cast<char>(random());
        bytes.truncate(static_cast<qsizetype>(random() % static_cast<unsigned>(bytes.size())));
        QStringDecoder utf8(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
        const QString expected = utf8(bytes);
        const auto decoded = decodedBySound(bytes);
        QCOMPARE(decoded.has_value(), !utf8.hasError());
        QCOMPARE(decoded.value_or(expected), expected);
        ++(decoded ? sound : others);
    }
    QVERIFY(sound > 1000 && others > 1000);
}

/// The bytes of a line feed are also halves of other characters: U+4E0A, U+0A05.
void TstChatSpeed::halfACharacterIsNotFound()
{
    const QString text = QStringLiteral("上午\u0A05\u0A0A上\n\n上:上\n\u0A05");
    for (qsizetype from = 0; from <= text.size(); ++from) {
        QCOMPARE(intake::indexOfUnit(text, u'\n', from), text.indexOf(u'\n', from));
        QCOMPARE(intake::indexOfUnit(text, u':', from), text.indexOf(u':', from));
    }
    QCOMPARE(intake::indexOfUnit({}, u'\n'), qsizetype(-1));
}

/// More lines than its pieces promise, in memory that the system gives in large pieces.
void TstChatSpeed::aLongChatIsReadWhole()
{
    constexpr int messages = 60'000, longFrom = 30'000;
    QByteArray bytes = "13/10/26, 09:00 - A: " + QByteArray(18'000'000, 'x') + '\n';
    for (int n = 1; n < messages; ++n)
        bytes += "13/10/26, 09:01 - B: " + QByteArray::number(n) + '\n';
    const domain::ChatLog log = intake::readChat(bytes);
    QCOMPARE(log.words, QString::fromUtf8(bytes));
    QCOMPARE(log.messages.size(), std::size_t(messages));
    QCOMPARE(log.text(log.messages[longFrom]).toString(), QString::number(longFrom));
    QCOMPARE(log.messages.back().line, quint32(messages));
    QCOMPARE(log.text(log.messages.front()).size(), qsizetype(18'000'000));
    QVERIFY(log.notUnderstood.isEmpty());
}

} // namespace arb::tests

QObject *make_tst_chatspeed();
QObject *make_tst_chatspeed()
{
    return new arb::tests::TstChatSpeed;
}

#include "tst_chatspeed.moc"
