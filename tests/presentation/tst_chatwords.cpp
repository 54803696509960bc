// SPDX-License-Identifier: GPL-3.0-or-later
#include <presentation/chatwords.h>

#include <domain/chatlog.h>

#include <QtCore/QStringList>
#include <QtTest/QTest>

namespace arb::tests {

using domain::ChatDoubt;
using domain::ChatLog;

/// What is said about a whole export.
class TstChatWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void zonesAreDeniedOnlyWhereThereAreNone();
    void nothingInCommonIsSaid();
};

void TstChatWords::zonesAreDeniedOnlyWhereThereAreNone()
{
    ChatLog log;
    const auto add = [&log](std::optional<domain::UtcMs> at, domain::ChatDoubts doubts) {
        domain::LoggedMessage message;
        message.at = at;
        message.doubts = doubts;
        message.line = static_cast<quint32>(log.messages.size() + 1);
        log.messages.push_back(message);
    };
    add(domain::UtcMs(0), ChatDoubt::ZoneUnknown);
    add({}, {}); // has no time, hence no zone
    const QString none = QStringLiteral("The export names no time zone: its times are read as platform time (UTC+8).");
    QCOMPARE(presentation::chatDoubtTexts(log), QStringList{none});
    QVERIFY(presentation::chatSummaryParts(log, nullptr).contains(QStringLiteral("no time zone")));
    add(domain::UtcMs(0), {});
    QCOMPARE(presentation::chatDoubtTexts(log), QStringList{QStringLiteral("Some of the export's times name no time zone: these are read as platform time (UTC+8).")});
    QVERIFY(!presentation::chatSummaryParts(log, nullptr).contains(QStringLiteral("no time zone")));
    QVERIFY(presentation::chatSummaryParts(log, nullptr).contains(QStringLiteral("some times without a zone")));
}

/// Where the room is short, it is what stays: the last of the parts.
void TstChatWords::nothingInCommonIsSaid()
{
    ChatLog log;
    log.encodingGuessed = true;
    domain::ChatDifferences differences;
    differences.onlyExport = 3;
    differences.onlyLog = 46;
    QCOMPARE(presentation::chatSummaryParts(log, &differences).constLast(), QStringLiteral("nothing of it is in the log"));
    QCOMPARE(presentation::differenceTexts(differences).constFirst(), QStringLiteral("Nothing of this export is in the platform's log."));
    differences.outsideDays = true;
    QCOMPARE(presentation::differenceTexts(differences).constFirst(), QStringLiteral("Nothing of this export is in the platform's log, and its days lie outside the log's."));
    differences.outsideDays = false;
    differences.moved = 1;
    QCOMPARE(presentation::chatSummaryParts(log, &differences).constLast(), QStringLiteral("encoding guessed"));
    QVERIFY(presentation::differenceTexts(differences).constFirst().startsWith(QStringLiteral("0 the same")));
}

} // namespace arb::tests

QObject *make_tst_chatwords();
QObject *make_tst_chatwords()
{
    return new arb::tests::TstChatWords;
}

#include "tst_chatwords.moc"
