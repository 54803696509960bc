// SPDX-License-Identifier: GPL-3.0-or-later
#include <smalldesk.h>

#include <intake/chatfiles.h>

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtTest/QTest>

using namespace arb;
using namespace arb::tests;
using namespace arb::usecases;

/// Whatever a chat that was handed in is shown as can be cited and signed, and nothing else of it: the ids are its importer's.
class TstCitedChats : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shownMessagesAreSigned_data();
    void shownMessagesAreSigned();
};

void TstCitedChats::shownMessagesAreSigned_data()
{
    QTest::addColumn<QString>("path");
    const QDir folder(QStringLiteral(ARB_SOURCE_DIR "/tests/data/chat"));
    for (const QString &name : folder.entryList(QDir::Files, QDir::Name)) {
        if (!name.endsWith(QStringLiteral(".expected.json")))
            QTest::newRow(qPrintable(name)) << folder.filePath(name);
    }
}

void TstCitedChats::shownMessagesAreSigned()
{
    QFETCH(QString, path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    intake::ChatFiles chats;
    const domain::ChatLog log = chats.readChat(file.readAll());
    QVERIFY(!log.messages.empty());
    const QString first = log.id(log.messages.front()), last = log.id(log.messages.back());

    SmallDesk small;
    const Desk desk{small.store, small.store, small.store, small.store, small.store, small.store, small.store, small.store,
                    small.vault, small.inspector, chats, small.clock, small.ids};
    CaseCommands commands(desk);
    small.vault.bytes = path.toLocal8Bit();
    const auto ruled = [&](const QString &caseNo, const QString &from, const QString &to) {
        const domain::CaseId id = small.admit(caseNo, [](domain::CaseFile &content) {
            domain::Exhibit exhibit;
            exhibit.id = QStringLiteral("log");
            exhibit.kind = domain::ExhibitKind::Chat;
            exhibit.file = QStringLiteral("evidence/log.txt");
            exhibit.sha256 = QByteArray(64, 'e');
            content.exhibits.append(exhibit);
        });
        small.claim(small.lin, id);
        domain::Ruling ruling = SmallDesk::bandRuling();
        domain::Citation cited;
        cited.exhibit = QStringLiteral("log");
        cited.message = from;
        cited.messageEnd = to;
        ruling.findings[0].citations = {cited};
        return commands.rule(small.as(small.lin), id, ruling);
    };
    QVERIFY_DONE(ruled(QStringLiteral("D-1"), first, QString()));
    QVERIFY_DONE(ruled(QStringLiteral("D-2"), last, QString()));
    if (first != last) {
        QVERIFY_DONE(ruled(QStringLiteral("D-3"), first, last));
        QCOMPARE_FAULT(ruled(QStringLiteral("D-4"), last, first), RulingInvalid);
    }
    QCOMPARE_FAULT(ruled(QStringLiteral("D-5"), QStringLiteral("L100000"), QString()), RulingInvalid);
    QCOMPARE_FAULT(ruled(QStringLiteral("D-6"), QStringLiteral("T100000"), QString()), RulingInvalid);
}

QObject *make_tst_citedchats();
QObject *make_tst_citedchats()
{
    return new TstCitedChats;
}

#include "tst_citedchats.moc"
