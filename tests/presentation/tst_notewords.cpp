// SPDX-License-Identifier: GPL-3.0-or-later
#include "words.h"

#include <presentation/factscard.h>
#include <presentation/notewords.h>

#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>
#include <QtTest/QTest>

using namespace arb;

/// What is said of notes and of exhibits that the desk made, and what is never said to parties.
class TstNoteWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void deskOnlyNotesAreNeverQuoted_data();
    void deskOnlyNotesAreNeverQuoted();
    void quotesNameTheirPlace();
    void placesSayWhatBecameOfThem();
    void derivedSaysWhereItComesFrom();

private:
    static domain::CaseFile file()
    {
        domain::CaseFile made;
        domain::Exhibit film;
        film.id = QStringLiteral("B2");
        film.kind = domain::ExhibitKind::Video;
        film.sha256 = QByteArray(64, 'a');
        film.facts = {{QStringLiteral("firstPtsUs"), 80'000}};
        made.exhibits = {film};
        return made;
    }
    static domain::Citation place()
    {
        domain::Citation made;
        made.exhibit = QStringLiteral("B2");
        made.sha256 = QByteArray(64, 'a');
        made.frame = 310;
        made.pts = 12'480'000;
        return made;
    }
};

void TstNoteWords::deskOnlyNotesAreNeverQuoted_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("pinned");
    for (const bool pinned : {false, true}) {
        QTest::newRow(pinned ? "pinned secret" : "secret") << QStringLiteral("SECRET-4711") << pinned;
        QTest::newRow(pinned ? "pinned blank" : "blank") << QStringLiteral(" ") << pinned;
        QTest::newRow(pinned ? "pinned markup" : "markup") << QStringLiteral("<b>SECRET</b> {{text}} %1") << pinned;
    }
}

/// The break-it test: whatever is in it, where it is pinned and whoever it mentions, nothing of it comes out, not even its place.
void TstNoteWords::deskOnlyNotesAreNeverQuoted()
{
    QFETCH(QString, text);
    QFETCH(bool, pinned);
    domain::DeskNote note{domain::NoteId(1), domain::UtcMs(1), QStringLiteral("lin"), text};
    note.mentions = {QStringLiteral("may_be_quoted")};
    if (pinned)
        note.place = place();
    QCOMPARE(presentation::quoteOf(note, file()), QString());
    const auto again = domain::noteFromJson(domain::toJson(note)); // nor after a journey
    if (again)
        QCOMPARE(presentation::quoteOf(*again, file()), QString());
}

void TstNoteWords::quotesNameTheirPlace()
{
    domain::DeskNote note{domain::NoteId(1), domain::UtcMs(1), QStringLiteral("lin"), QStringLiteral("cracked before it was packed")};
    note.visibility = domain::NoteVisibility::MayBeQuoted;
    QCOMPARE(presentation::quoteOf(note, file()), note.text);
    note.place = place();
    QCOMPARE(presentation::quoteOf(note, file()), QStringLiteral("cracked before it was packed [B2 0:12.400]"));
    QVERIFY(presentation::noteLine(note, file()).contains(QStringLiteral("may be quoted")));
    note.visibility = domain::NoteVisibility::DeskOnly;
    QVERIFY(presentation::noteLine(note, file()).contains(QStringLiteral("for the desk only")));
}

void TstNoteWords::placesSayWhatBecameOfThem()
{
    domain::CaseFile content = file();
    const auto chat = [&content](const char *text) {
        domain::ChatMessage message;
        message.id = QStringLiteral("1");
        message.text = QString::fromLatin1(text);
        content.chat = {message};
        content.document = {{QStringLiteral("chat"), QJsonArray{QJsonObject{{QStringLiteral("id"), message.id}, {QStringLiteral("text"), message.text}}}}};
    };
    chat("broken");
    domain::DeskNote note{domain::NoteId(1), domain::UtcMs(1), QStringLiteral("lin"), QStringLiteral("odd")};
    note.place.emplace();
    note.place->message = QStringLiteral("1");
    note.place->sha256 = domain::placeDigest(*note.place, content);
    const auto says = [&](const char *end) { return presentation::noteLine(note, content).endsWith(QString(QStringLiteral("odd ") + QLatin1StringView(end))); };
    QVERIFY2(says("[chat 1]"), qPrintable(presentation::noteLine(note, content)));
    chat("whole");
    QVERIFY2(says("[chat 1] (changed since it was cited)"), qPrintable(presentation::noteLine(note, content)));
    content.chat.clear();
    content.document = {};
    QVERIFY2(says("[chat 1] (no longer in the record)"), qPrintable(presentation::noteLine(note, content)));
    note.place = place();
    QVERIFY2(says("[B2 0:12.400]"), qPrintable(presentation::noteLine(note, content)));
    content.exhibits[0].sha256 = QByteArray(64, 'b');
    QVERIFY2(says("[B2 0:12.400] (cited on another file than the exhibit has now)"), qPrintable(presentation::noteLine(note, content)));
}

void TstNoteWords::derivedSaysWhereItComesFrom()
{
    domain::CaseFile content = file();
    domain::Exhibit made;
    made.id = QStringLiteral("d1");
    domain::Derivation from;
    from.exhibit = QStringLiteral("B2");
    from.sha256 = QByteArray(64, 'a');
    from.frame = 310;
    from.pts = 12'480'000;
    made.derivedFrom = from;
    content.exhibits.append(made);
    QCOMPARE(presentation::derivedText(made, content), QStringLiteral("frame of [B2 0:12.400]"));
    const presentation::FactsCard card = presentation::factsCard(content, made);
    QCOMPARE(card.lines.constFirst().value, QStringLiteral("frame of [B2 0:12.400]"));
    QCOMPARE(card.lines.constFirst().hint, QStringLiteral("Nobody handed it in."));
    // Nobody took it either: a file of the desk's own that says nothing of a camera did not come from a chat app.
    for (const presentation::CardLine &line : card.lines)
        QVERIFY2(line.label != u"Taken", qPrintable(line.value));
    QCOMPARE(presentation::factHints(content, made).size(), 1);
    made.derivedFrom->how = domain::DerivedHow::Ocr;
    QCOMPARE(presentation::derivedText(made, content), QStringLiteral("machine reading of [B2 0:12.400]"));
    QCOMPARE(presentation::derivedText(content.exhibits.constFirst(), content), QString());
}

QObject *make_tst_notewords();
QObject *make_tst_notewords()
{
    return new TstNoteWords;
}

#include "tst_notewords.moc"
