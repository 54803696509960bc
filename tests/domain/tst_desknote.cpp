// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/casejson.h>
#include <domain/desknote.h>

#include <QtCore/QJsonArray>
#include <QtTest/QTest>

using namespace arb::domain;

/// What the desk adds to a case: whom a note mentions, what of it may leave the house, and both as JSON.
class TstDeskNote : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mentions_data();
    void mentions();
    void strayMentions_data();
    void strayMentions();
    void nothingOfADeskOnlyNoteIsQuotable();
    void notesGoRound();
    void notesAreRefused_data();
    void notesAreRefused();
    void digestIsOfTheContent();
    void derivationsGoRound();
    void derivationsAreRefused_data();
    void derivationsAreRefused();

private:
    static DeskNote note(qint64 id)
    {
        DeskNote made{NoteId(id), UtcMs(1'791'766'800'000), QStringLiteral("林晓"), QStringLiteral("看 @chen\n裂纹")};
        Citation place;
        place.exhibit = QStringLiteral("B2");
        place.sha256 = QByteArray(64, 'a');
        place.frame = 310;
        place.pts = -12'400'000;
        made.place = place;
        made.visibility = NoteVisibility::MayBeQuoted;
        made.mentions = {QStringLiteral("chen")};
        return made;
    }
};

void TstDeskNote::mentions_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("found");
    const auto row = [](const char *text, const QStringList &found) { QTest::newRow(text) << QString::fromUtf8(text) << found; };
    row("nobody", {});
    row("@chen look", {QStringLiteral("chen")});
    row("@chenlong look", {QStringLiteral("chenlong")}); // the longer name, not the one it begins with
    row("@chens look", {});                              // neither
    row("ask @陈林看看", {QStringLiteral("陈林")});
    row("@陈 and @chen, @chen", {QStringLiteral("陈"), QStringLiteral("chen")});
    row("mail x@chen", {}); // an address
    row("@", {});
}

void TstDeskNote::mentions()
{
    QFETCH(QString, text);
    QFETCH(QStringList, found);
    QCOMPARE(mentionsIn(text, {QStringLiteral("chen"), QStringLiteral("chenlong"), QStringLiteral("陈"), QStringLiteral("陈林"), QString()}), found);
}

void TstDeskNote::strayMentions_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("found");
    const auto row = [](const char *text, const QStringList &found) { QTest::newRow(text) << QString::fromUtf8(text) << found; };
    row("@chen look", {});
    row("@chens look, @chens", {QStringLiteral("chens")});
    row("@nobody and @陈, @张三请看。", {QStringLiteral("nobody"), QStringLiteral("张三请看")});
    row("mail x@nobody, 5 @ 3, @", {}); // addresses and signs
    row("@abcdefghijklmnopqrstuvwxyz", {QStringLiteral("abcdefghijklmnopqrstuvwx")});
}

void TstDeskNote::strayMentions()
{
    QFETCH(QString, text);
    QFETCH(QStringList, found);
    QCOMPARE(strayMentionsIn(text, {QStringLiteral("chen"), QStringLiteral("陈")}), found);
}

void TstDeskNote::nothingOfADeskOnlyNoteIsQuotable()
{
    DeskNote made = note(1);
    QCOMPARE(quotableText(made), made.text);
    made.visibility = NoteVisibility::DeskOnly;
    QVERIFY(quotableText(made).isEmpty());
    QCOMPARE(DeskNote().visibility, NoteVisibility::DeskOnly); // who says nothing keeps it in the house
}

void TstDeskNote::notesGoRound()
{
    DeskNote second = note(2);
    second.place.reset();
    second.mentions.clear();
    second.visibility = NoteVisibility::DeskOnly;
    const auto read = notesFromJson(notesToJson({second, note(1)}));
    QVERIFY(read.ok());
    QCOMPARE(*read, (NotesFile{{note(1), second}})); // by id
    const NotesFile some{{note(1)}, {NoteId(2), NoteId(5)}};
    const auto withheld = notesFromJson(notesToJson(some.notes, {NoteId(5), NoteId(2)}));
    QVERIFY(withheld.ok());
    QCOMPARE(*withheld, some);
    QVERIFY(!notesFromJson(notesToJson({note(1)}, {NoteId(1)})).ok()); // told or withheld, not both
    QVERIFY(!notesFromJson(notesToJson({}, {NoteId(3), NoteId(3)})).ok());
    QVERIFY(!notesFromJson(notesToJson({}, {NoteId(0)})).ok());
    DeskNote here = note(3);
    here.author = PersonId(7);
    QVERIFY(noteFromJson(toJson(here)).value().author.isNull()); // means nothing elsewhere
}

void TstDeskNote::notesAreRefused_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("unknown key") << QStringLiteral("colour") << QJsonValue(1);
    QTest::newRow("no text") << QStringLiteral("text") << QJsonValue(QStringLiteral(" "));
    QTest::newRow("control") << QStringLiteral("text") << QJsonValue(QStringLiteral("a\u0007"));
    QTest::newRow("visibility") << QStringLiteral("visibility") << QJsonValue(QStringLiteral("everybody"));
    QTest::newRow("id") << QStringLiteral("id") << QJsonValue(QStringLiteral("x"));
    QTest::newRow("place") << QStringLiteral("place") << QJsonValue(QStringLiteral("B2"));
    QTest::newRow("time") << QStringLiteral("at") << QJsonValue(-1);
}

void TstDeskNote::notesAreRefused()
{
    QFETCH(QString, key);
    QFETCH(QJsonValue, value);
    QJsonObject object = toJson(note(1));
    QVERIFY(noteFromJson(object).ok());
    object.insert(key, value);
    QVERIFY(!noteFromJson(object).ok());
}

void TstDeskNote::digestIsOfTheContent()
{
    DeskNote other = note(2);
    other.at = UtcMs(5);
    other.by = QStringLiteral("chen");
    QCOMPARE(noteDigest(other), noteDigest(note(1)));
    other.visibility = NoteVisibility::DeskOnly;
    QVERIFY(noteDigest(other) != noteDigest(note(1))); // nobody opens a note up afterwards
}

void TstDeskNote::derivationsGoRound()
{
    Derivation from;
    from.exhibit = QStringLiteral("B2");
    from.sha256 = QByteArray(64, 'a');
    from.how = DerivedHow::Crop;
    from.frame = 310;
    from.pts = 12'400'000;
    from.region = QRect(0, 7, 120, 40);
    from.tool = QStringLiteral("arbiter 1.0");
    const auto read = derivationFromJson(toJson(from));
    QVERIFY(read.ok());
    QCOMPARE(*read, from);
    QCOMPARE(sourceOf(from).exhibit, from.exhibit);
    QCOMPARE(sourceOf(from).frame, from.frame);
    QCOMPARE(sourceOf(from).region, from.region);
    QJsonObject later = toJson(from);
    later.insert(QStringLiteral("angle"), 3); // a key of a later version
    QCOMPARE(*derivationFromJson(later), from);
}

void TstDeskNote::derivationsAreRefused_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("how") << QStringLiteral("how") << QJsonValue(QStringLiteral("painted"));
    QTest::newRow("no source") << QStringLiteral("exhibit") << QJsonValue(QJsonValue::Undefined);
    QTest::newRow("digest") << QStringLiteral("sha256") << QJsonValue(QStringLiteral("aa"));
    QTest::newRow("region") << QStringLiteral("region") << QJsonValue(QJsonArray{1, 2, 0, 4});
    QTest::newRow("page") << QStringLiteral("page") << QJsonValue(0);
}

void TstDeskNote::derivationsAreRefused()
{
    QFETCH(QString, key);
    QFETCH(QJsonValue, value);
    QJsonObject object{{QStringLiteral("exhibit"), QStringLiteral("B2")}, {QStringLiteral("sha256"), QString(64, QLatin1Char('a'))}, {QStringLiteral("how"), QStringLiteral("crop")}};
    QVERIFY(derivationFromJson(object).ok());
    object.insert(key, value);
    QVERIFY(!derivationFromJson(object).ok());
}

QObject *make_tst_desknote();
QObject *make_tst_desknote()
{
    return new TstDeskNote;
}

#include "tst_desknote.moc"
