// SPDX-License-Identifier: GPL-3.0-or-later
#include "whomaymark.h"

#include <domain/canonicaljson.h>

#include <QtCore/QJsonDocument>
#include <QtTest/QTest>

using namespace arb;
using namespace arb::tests;
using namespace arb::usecases;
using domain::DerivedHow;
using domain::NoteVisibility;

/// Exhibits that the desk makes of others, and notes pinned to places.
class TstDeskWork : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void frameBecomesAnExhibit();
    void captionsCountHours_data();
    void captionsCountHours();
    void reviewersAndSupervisorsDerive_data();
    void reviewersAndSupervisorsDerive();
    void placesMustBeThere_data();
    void placesMustBeThere();
    void otherBytesAreRefused();
    void sameCommandDerivesOnce();
    void whatIsRefusedLeavesNoBytes();
    void bytesNeedNoFile();
    void derivedAnswersNoRequest();
    void derivedMayBeDerivedFrom();
    void noPartyHandsInWhatTheDeskMade();
    void notesArePinned();
    void placesOfNotesMustBeThere();
    void placesInExhibitsMustBeThere_data();
    void placesInExhibitsMustBeThere();
    void mentionedPeopleAreTold();
    void namesOfNobodyAreSaid();
    void ownNotesGo();
    void sameCommandNotesOnce();
    void actsBringNoNotesAlong();

private:
    SupplementFile frame(qint64 number = 3)
    {
        SupplementFile file;
        file.kind = domain::ExhibitKind::Image;
        file.fileName = QStringLiteral("picture.png");
        file.path = QStringLiteral("made.png");
        file.sha256 = QByteArray(64, 'f');
        file.size = 9;
        domain::Derivation from;
        from.exhibit = QStringLiteral("v1");
        from.sha256 = QByteArray(64, 'c');
        from.how = DerivedHow::Frame;
        from.frame = number;
        from.pts = 80'000 + number * 40'000;
        file.derivedFrom = from;
        return file;
    }
    QJsonObject lastPayload(const char *action)
    {
        const CaseRecord record = m_desk->record(m_case);
        for (auto entry = record.audit.crbegin(); entry != record.audit.crend(); ++entry) {
            if (entry->action == QLatin1StringView(action))
                return QJsonDocument::fromJson(entry->payload).object();
        }
        return {};
    }

    std::unique_ptr<SmallDesk> m_desk;
    domain::CaseId m_case;
};

namespace {

domain::Exhibit handedIn(const char *id, domain::ExhibitKind kind, const QJsonObject &facts)
{
    domain::Exhibit exhibit;
    exhibit.id = QString::fromLatin1(id);
    exhibit.party = domain::Party::Merchant;
    exhibit.kind = kind;
    exhibit.file = QStringLiteral("evidence/%1").arg(exhibit.id);
    exhibit.sha256 = QByteArray(64, 'c');
    exhibit.facts = facts;
    return exhibit;
}

} // namespace

void TstDeskWork::init()
{
    m_desk = std::make_unique<SmallDesk>();
    m_case = m_desk->admit(QStringLiteral("D-1"), [](domain::CaseFile &file) {
        const QJsonObject size{{QStringLiteral("width"), 100}, {QStringLiteral("height"), 80}};
        file.exhibits.append(handedIn("p1", domain::ExhibitKind::Image, size));
        QJsonObject film = size;
        film.insert(QStringLiteral("frames"), 50);
        film.insert(QStringLiteral("firstPtsUs"), 80'000);
        film.insert(QStringLiteral("durationUs"), 2'000'000);
        file.exhibits.append(handedIn("v1", domain::ExhibitKind::Video, film));
        file.exhibits.append(handedIn("doc1", domain::ExhibitKind::Document, {{QStringLiteral("pages"), 2}}));
        file.exhibits.append(handedIn("log1", domain::ExhibitKind::Chat, {}));
    });
}

void TstDeskWork::frameBecomesAnExhibit()
{
    const auto done = m_desk->commands.derive(m_desk->as(m_desk->chen), m_case, frame());
    QVERIFY_DONE(done);
    QCOMPARE(done->exhibit, QStringLiteral("d1"));
    const domain::CaseFile file = m_desk->record(m_case).file;
    const domain::Exhibit made = file.exhibits.constLast();
    QCOMPARE(made.id, QStringLiteral("d1"));
    QCOMPARE(made.party, domain::Party::Merchant); // its source's
    QCOMPARE(made.file, QStringLiteral("evidence/derived-d1.png"));
    QCOMPARE(made.caption, QStringLiteral("v1 0:00.120")); // three frames of 40 ms after the first
    QCOMPARE(made.submittedAt, m_desk->clock.at);
    QCOMPARE(made.derivedFrom, frame().derivedFrom);
    QCOMPARE(m_desk->vault.settled, QList<QByteArray>{QByteArray(64, 'f')});
    const QJsonObject payload = lastPayload("derive");
    QCOMPARE(payload.value(QLatin1StringView("exhibit")).toString(), QStringLiteral("d1"));
    QCOMPARE(payload.value(QLatin1StringView("exhibitSha256")).toString().toLatin1(), domain::sha256Hex(domain::canonicalJson(domain::toJson(made))));
    QCOMPARE(must(m_desk->commands.derive(m_desk->as(m_desk->lin), m_case, frame(4)), "again").exhibit, QStringLiteral("d2"));
}

void TstDeskWork::captionsCountHours_data()
{
    QTest::addColumn<qint64>("us"); // from the first frame
    QTest::addColumn<QString>("caption");
    QTest::newRow("below an hour") << qint64(3'599'999'000) << QStringLiteral("v9 59:59.999");
    QTest::newRow("an hour") << qint64(3'600'000'000) << QStringLiteral("v9 1:00:00.000");
    QTest::newRow("more than a day") << qint64(91'845'784'000) << QStringLiteral("v9 25:30:45.784");
}

void TstDeskWork::captionsCountHours()
{
    QFETCH(qint64, us);
    QFETCH(QString, caption);
    const domain::CaseId id = m_desk->admit(QStringLiteral("D-2"), [](domain::CaseFile &file) {
        file.exhibits.append(handedIn("v9", domain::ExhibitKind::Video,
                                      {{QStringLiteral("frames"), 50}, {QStringLiteral("firstPtsUs"), 80'000}, {QStringLiteral("durationUs"), qint64(100'000'000'000)}}));
    });
    SupplementFile made = frame();
    made.derivedFrom->exhibit = QStringLiteral("v9");
    made.derivedFrom->pts = 80'000 + us;
    QVERIFY_DONE(m_desk->commands.derive(m_desk->as(m_desk->chen), id, made));
    QCOMPARE(m_desk->record(id).file.exhibits.constLast().caption, caption);
}

void TstDeskWork::reviewersAndSupervisorsDerive_data()
{
    addWhoMayMark();
}

void TstDeskWork::reviewersAndSupervisorsDerive()
{
    QFETCH(QString, who);
    QFETCH(bool, may);
    const auto done = m_desk->commands.derive(m_desk->as(personCalled(who, *m_desk)), m_case, frame());
    QCOMPARE(faultOf(done), may ? std::nullopt : std::optional(CommandFault::NotAllowed));
    QCOMPARE(m_desk->vault.put.isEmpty(), !may);
    QCOMPARE_FAULT(m_desk->commands.derive({ownerActor(), {}, {}, {}}, m_case, frame()), PersonNeeded);
}

void TstDeskWork::placesMustBeThere_data()
{
    QTest::addColumn<QString>("exhibit");
    QTest::addColumn<int>("how");
    QTest::addColumn<int>("frame");
    QTest::addColumn<int>("page");
    QTest::addColumn<QRect>("region");
    QTest::addColumn<bool>("fits");
    const int asFrame = int(DerivedHow::Frame), asCrop = int(DerivedHow::Crop), asText = int(DerivedHow::Ocr);
    QTest::newRow("frame") << QStringLiteral("v1") << asFrame << 49 << 0 << QRect() << true;
    QTest::newRow("frame behind the end") << QStringLiteral("v1") << asFrame << 50 << 0 << QRect() << false;
    QTest::newRow("frame of a picture") << QStringLiteral("p1") << asFrame << 0 << 0 << QRect() << false;
    QTest::newRow("film without a frame") << QStringLiteral("v1") << asCrop << -1 << 0 << QRect(0, 0, 9, 9) << false;
    QTest::newRow("crop of a frame") << QStringLiteral("v1") << asCrop << 2 << 0 << QRect(0, 0, 100, 80) << true;
    QTest::newRow("crop") << QStringLiteral("p1") << asCrop << -1 << 0 << QRect(90, 70, 10, 10) << true;
    QTest::newRow("crop beyond the picture") << QStringLiteral("p1") << asCrop << -1 << 0 << QRect(91, 70, 10, 10) << false;
    QTest::newRow("crop of nothing") << QStringLiteral("p1") << asCrop << -1 << 0 << QRect() << false;
    QTest::newRow("page") << QStringLiteral("doc1") << asCrop << -1 << 2 << QRect(1, 1, 5, 5) << true;
    QTest::newRow("page that is not there") << QStringLiteral("doc1") << asCrop << -1 << 3 << QRect(1, 1, 5, 5) << false;
    QTest::newRow("document without a page") << QStringLiteral("doc1") << asCrop << -1 << 0 << QRect(1, 1, 5, 5) << false;
    QTest::newRow("text of a picture") << QStringLiteral("p1") << asText << -1 << 0 << QRect() << true;
    QTest::newRow("text of a frame") << QStringLiteral("v1") << asText << 2 << 0 << QRect() << true;
    QTest::newRow("text of a film") << QStringLiteral("v1") << asText << -1 << 0 << QRect() << false;
    QTest::newRow("text of a region of a page") << QStringLiteral("doc1") << asText << -1 << 1 << QRect(1, 1, 5, 5) << true;
    QTest::newRow("of a chat") << QStringLiteral("log1") << asText << -1 << 0 << QRect() << false;
    QTest::newRow("of nothing") << QStringLiteral("none") << asCrop << -1 << 0 << QRect(0, 0, 1, 1) << false;
}

void TstDeskWork::placesMustBeThere()
{
    QFETCH(QString, exhibit);
    QFETCH(int, how);
    QFETCH(int, frame);
    QFETCH(int, page);
    QFETCH(QRect, region);
    QFETCH(bool, fits);
    SupplementFile file = this->frame();
    domain::Derivation from;
    from.exhibit = exhibit;
    from.sha256 = QByteArray(64, 'c');
    from.how = DerivedHow(how);
    if (frame >= 0) {
        from.frame = frame;
        from.pts = 80'000 + frame * 40'000;
    }
    if (page > 0)
        from.page = page;
    if (!region.isEmpty())
        from.region = region;
    file.derivedFrom = from;
    file.kind = from.how == DerivedHow::Ocr ? domain::ExhibitKind::Text : domain::ExhibitKind::Image;
    const auto done = m_desk->commands.derive(m_desk->as(m_desk->lin), m_case, file);
    QCOMPARE(faultOf(done), fits ? std::nullopt : std::optional(CommandFault::BadValue));
    if (fits && from.how == DerivedHow::Ocr)
        QVERIFY(m_desk->record(m_case).file.exhibits.constLast().caption.startsWith(QStringLiteral("OCR %1").arg(exhibit)));
    QCOMPARE(m_desk->vault.put.isEmpty(), !fits);
    file.kind = domain::ExhibitKind::Video;
    QCOMPARE_FAULT(m_desk->commands.derive(m_desk->as(m_desk->lin), m_case, file), BadValue);
}

void TstDeskWork::otherBytesAreRefused()
{
    SupplementFile file = frame();
    file.derivedFrom->sha256 = QByteArray(64, 'd');
    QCOMPARE_FAULT(m_desk->commands.derive(m_desk->as(m_desk->lin), m_case, file), MarkOnOtherBytes);
}

void TstDeskWork::sameCommandDerivesOnce()
{
    const Command command = m_desk->as(m_desk->lin, QStringLiteral("k-1"));
    QVERIFY_DONE(m_desk->commands.derive(command, m_case, frame()));
    const CaseRecord once = m_desk->record(m_case);
    const auto again = m_desk->commands.derive(command, m_case, frame());
    QVERIFY_DONE(again);
    QVERIFY(again->repeated);
    QCOMPARE(again->exhibit, QStringLiteral("d1"));
    QVERIFY(m_desk->record(m_case) == once);
    QCOMPARE_FAULT(m_desk->commands.derive(command, m_case, frame(7)), OtherContent);
}

void TstDeskWork::whatIsRefusedLeavesNoBytes()
{
    m_desk->store.failNextWrite(StoreError::ReadOnly);
    QVERIFY(!m_desk->commands.derive(m_desk->as(m_desk->lin), m_case, frame()));
    QCOMPARE(m_desk->vault.withdrawn, QList<QByteArray>{QByteArray(64, 'f')});
    const domain::CaseId closed = m_desk->inState(domain::DisputeState::Withdrawn, QStringLiteral("D-2"));
    QCOMPARE_FAULT(m_desk->commands.derive(m_desk->as(m_desk->lin), closed, frame()), WrongState);
    QCOMPARE(m_desk->vault.put.size(), 1);
}

void TstDeskWork::bytesNeedNoFile()
{
    SupplementFile file = frame();
    file.path.clear();
    file.bytes = "picture";
    QCOMPARE_FAULT(m_desk->commands.derive(m_desk->as(m_desk->lin), m_case, file), VaultBroken); // its digest is another's
    const QByteArray digest = domain::sha256Hex(file.bytes);
    QCOMPARE(m_desk->vault.withdrawn, QList<QByteArray>{digest});
    QVERIFY(m_desk->vault.settled.isEmpty());
    file.sha256 = digest;
    QCOMPARE(must(m_desk->commands.derive(m_desk->as(m_desk->lin), m_case, file), "bytes").exhibit, QStringLiteral("d1"));
    QCOMPARE(m_desk->vault.put, (QList<QByteArray>{digest, digest}));
    QCOMPARE(m_desk->vault.settled, QList<QByteArray>{digest});
    QCOMPARE(m_desk->record(m_case).file.exhibits.constLast().sha256, digest);
}

void TstDeskWork::derivedAnswersNoRequest()
{
    m_desk->claim(m_desk->lin, m_case);
    m_desk->ask(m_desk->lin, m_case, {domain::Party::Merchant});
    QVERIFY_DONE(m_desk->commands.derive(m_desk->as(m_desk->lin), m_case, frame()));
    QCOMPARE(m_desk->record(m_case).requests.constFirst().state, RequestState::Open);
    QCOMPARE(m_desk->header(m_case).state, domain::DisputeState::AwaitingEvidence);
}

void TstDeskWork::derivedMayBeDerivedFrom()
{
    SupplementFile first = frame();
    first.facts = {{QStringLiteral("width"), 100}, {QStringLiteral("height"), 80}};
    QVERIFY_DONE(m_desk->commands.derive(m_desk->as(m_desk->lin), m_case, first));
    SupplementFile crop = frame();
    domain::Derivation from;
    from.exhibit = QStringLiteral("d1");
    from.sha256 = QByteArray(64, 'f');
    from.how = DerivedHow::Crop;
    from.region = QRect(10, 10, 20, 30);
    crop.derivedFrom = from;
    crop.sha256 = QByteArray(64, '9');
    QCOMPARE(must(m_desk->commands.derive(m_desk->as(m_desk->lin), m_case, crop), "crop").exhibit, QStringLiteral("d2"));
    QCOMPARE(m_desk->record(m_case).file.exhibits.constLast().caption, QStringLiteral("d1 20x30+10+10"));
}

void TstDeskWork::noPartyHandsInWhatTheDeskMade()
{
    SupplementFile file = frame();
    file.party = domain::Party::Buyer;
    QCOMPARE_FAULT(m_desk->commands.supplement(m_desk->as(m_desk->lin), m_case, file), BadValue);
    file.derivedFrom.reset();
    QCOMPARE_FAULT(m_desk->commands.derive(m_desk->as(m_desk->lin), m_case, file), BadValue);
}

void TstDeskWork::notesArePinned()
{
    NoteWish wish{.text = QStringLiteral("the crack\nis older")};
    domain::Citation place;
    place.exhibit = QStringLiteral("p1");
    place.region = QRect(1, 2, 3, 4);
    wish.place = place;
    wish.visibility = NoteVisibility::MayBeQuoted;
    const auto done = m_desk->commands.note(m_desk->as(m_desk->chen), m_case, wish);
    QVERIFY_DONE(done);
    const DeskNote note = m_desk->record(m_case).notes.constLast();
    QCOMPARE(note.id, done->note);
    QCOMPARE(note.text, wish.text);
    QCOMPARE(note.author, m_desk->chen.id);
    QCOMPARE(note.visibility, NoteVisibility::MayBeQuoted);
    place.sha256 = QByteArray(64, 'c'); // filled in
    QCOMPARE(note.place, std::optional(place));
    const QJsonObject payload = lastPayload("note");
    QCOMPARE(payload.value(QLatin1StringView("note")).toString(), note.id.toString());
    QCOMPARE(payload.value(QLatin1StringView("noteSha256")).toString().toLatin1(), domain::noteDigest(note));
    QVERIFY(!QJsonDocument(payload).toJson().contains("crack")); // digests only
}

void TstDeskWork::placesOfNotesMustBeThere()
{
    const auto pinned = [this](const domain::Citation &place) {
        return m_desk->commands.note(m_desk->as(m_desk->chen), m_case, NoteWish{.text = QStringLiteral("x"), .place = place});
    };
    domain::Citation place;
    QCOMPARE_FAULT(pinned(place), BadValue);
    place.exhibit = QStringLiteral("none");
    QCOMPARE_FAULT(pinned(place), BadValue);
    place.exhibit = QStringLiteral("p1");
    place.sha256 = QByteArray(64, 'd');
    QCOMPARE_FAULT(pinned(place), MarkOnOtherBytes);
    domain::Citation scan;
    scan.logistics = 99;
    QCOMPARE_FAULT(pinned(scan), BadValue);
    scan.logistics = 0; // there, but which of the two?
    scan.exhibit = QStringLiteral("p1");
    QCOMPARE_FAULT(pinned(scan), BadValue);
    domain::Citation fact;
    fact.fact = QStringLiteral("/order/paidFen");
    QVERIFY_DONE(pinned(fact));
    fact.sha256 = QByteArray(64, 'd');
    QCOMPARE_FAULT(pinned(fact), MarkOnOtherBytes);
    fact.sha256 = domain::placeDigest(fact, m_desk->record(m_case).file); // filled in
    QVERIFY(!fact.sha256.isEmpty());
    QCOMPARE(m_desk->record(m_case).notes.constLast().place, std::optional(fact));
    fact.sha256.clear();
    fact.fact = QStringLiteral("/order/noSuchThing");
    QCOMPARE_FAULT(pinned(fact), BadValue);
    QCOMPARE_FAULT(m_desk->commands.note(m_desk->as(m_desk->chen), m_case, NoteWish{.text = QString(domain::longestNote + 1, QLatin1Char('x'))}), BadValue);
}

void TstDeskWork::placesInExhibitsMustBeThere_data()
{
    QTest::addColumn<QString>("place"); ///< as a ruling's citation
    QTest::addColumn<QString>("wrong"); ///< what the refusal names; empty: it is there
    // p1 is a picture of 100 x 80, v1 a film of 50 frames of that size, doc1 has 2 pages, log1 is a chat with T7 and T2.
    QTest::newRow("corner of a picture") << QStringLiteral(R"({"exhibit": "p1", "region": [90, 70, 10, 10]})") << QString();
    QTest::newRow("beyond a picture") << QStringLiteral(R"({"exhibit": "p1", "region": [99999, 0, 10, 10]})") << QStringLiteral("p1/region");
    QTest::newRow("page of a picture") << QStringLiteral(R"({"exhibit": "p1", "page": 77})") << QStringLiteral("p1/page");
    QTest::newRow("frame of a picture") << QStringLiteral(R"({"exhibit": "p1", "frame": 1, "pts": 0})") << QStringLiteral("p1/frame");
    QTest::newRow("frame of a film") << QStringLiteral(R"({"exhibit": "v1", "frame": 1, "pts": 120000})") << QString();
    QTest::newRow("frame after the last") << QStringLiteral(R"({"exhibit": "v1", "frame": 999999, "pts": 120000})") << QStringLiteral("v1/frame");
    QTest::newRow("frame at another's time") << QStringLiteral(R"({"exhibit": "v1", "frame": 2, "pts": 120000})") << QStringLiteral("v1/pts");
    QTest::newRow("region of no frame of a film") << QStringLiteral(R"({"exhibit": "v1", "region": [0, 0, 9, 9]})") << QStringLiteral("v1/region");
    QTest::newRow("page of a document") << QStringLiteral(R"({"exhibit": "doc1", "page": 2})") << QString();
    QTest::newRow("page after the last") << QStringLiteral(R"({"exhibit": "doc1", "page": 3})") << QStringLiteral("doc1/page");
    QTest::newRow("message of a chat") << QStringLiteral(R"({"exhibit": "log1", "message": "T7", "messageEnd": "T2"})") << QString();
    QTest::newRow("message of another chat") << QStringLiteral(R"({"exhibit": "log1", "message": "T1"})") << QStringLiteral("log1/message");
    QTest::newRow("messages backwards") << QStringLiteral(R"({"exhibit": "log1", "message": "T2", "messageEnd": "T7"})") << QStringLiteral("log1/messageEnd");
}

void TstDeskWork::placesInExhibitsMustBeThere()
{
    QFETCH(QString, place);
    QFETCH(QString, wrong);
    m_desk->vault.bytes = "/dev/null";
    m_desk->inspector.times = {80'000, 120'000, 160'000};
    domain::ChatLog &log = m_desk->chats.log;
    log.words = QStringLiteral("T7T2");
    log.messages.resize(2);
    log.messages[0].givenId = {0, 2};
    log.messages[1].givenId = {2, 2};
    const auto read = domain::citationFromJson(QJsonDocument::fromJson(place.toUtf8()).object());
    QVERIFY(read);
    const auto done = m_desk->commands.note(m_desk->as(m_desk->chen), m_case, NoteWish{.text = QStringLiteral("x"), .place = *read});
    if (wrong.isEmpty()) {
        QVERIFY_DONE(done);
        return;
    }
    QCOMPARE_FAULT(done, BadValue);
    QCOMPARE(done.error().text, wrong);
}

void TstDeskWork::mentionedPeopleAreTold()
{
    const QString text = QStringLiteral("@%1 and @%2, and myself @%3; not @%4").arg(m_desk->lin.name, m_desk->xu.name, m_desk->chen.name, m_desk->root.name);
    const auto written = m_desk->commands.note(m_desk->as(m_desk->chen), m_case, NoteWish{.text = text});
    QVERIFY_DONE(written);
    QCOMPARE(written->strayNames, QStringList{m_desk->root.name}); // sees no cases, so is nobody to tell
    const auto told = [this](const Person &person) {
        const auto notices = m_desk->store.notices(person.id);
        return notices ? notices->size() : qsizetype(-1);
    };
    QCOMPARE(told(m_desk->lin), qsizetype(1));
    QCOMPARE(told(m_desk->xu), qsizetype(1));
    QCOMPARE(told(m_desk->chen), qsizetype(0)); // nobody is told of what they do themselves
    QCOMPARE(told(m_desk->root), qsizetype(0)); // sees no cases
    const Notice notice = m_desk->store.notices(m_desk->lin.id)->constFirst();
    QCOMPARE(notice.kind, NoticeKind::Mentioned);
    QCOMPARE(notice.by, m_desk->chen.name);
    QVERIFY(notice.text.isEmpty()); // what was written is in the case, masked
    QCOMPARE(m_desk->record(m_case).notes.constLast().mentions, QStringList({m_desk->lin.name, m_desk->xu.name, m_desk->chen.name}));
}

void TstDeskWork::namesOfNobodyAreSaid()
{
    const Command command = m_desk->as(m_desk->chen, QStringLiteral("n-1"));
    const NoteWish wish{.text = QStringLiteral("@nobody, please look")};
    const auto written = m_desk->commands.note(command, m_case, wish);
    QVERIFY_DONE(written);
    QCOMPARE(written->strayNames, QStringList{QStringLiteral("nobody")});
    QCOMPARE(m_desk->record(m_case).notes.constLast().text, wish.text); // it is kept
    const auto again = m_desk->commands.note(command, m_case, wish);
    QVERIFY_DONE(again);
    QVERIFY(again->repeated);
    QCOMPARE(again->strayNames, written->strayNames);
}

void TstDeskWork::ownNotesGo()
{
    const domain::NoteId note = must(m_desk->commands.note(m_desk->as(m_desk->chen), m_case, QStringLiteral("x")), "note").note;
    const domain::NoteId other = must(m_desk->commands.note(m_desk->as(m_desk->chen), m_case, QStringLiteral("y")), "note").note;
    const auto foreign = m_desk->commands.removeNote(m_desk->as(m_desk->lin), m_case, note);
    QCOMPARE_FAULT(foreign, NotYourNote);
    QCOMPARE(foreign.error().who, m_desk->chen.name);
    QVERIFY_DONE(m_desk->commands.removeNote(m_desk->as(m_desk->chen), m_case, note));
    QVERIFY_DONE(m_desk->commands.removeNote(m_desk->as(m_desk->xu), m_case, other)); // a supervisor anybody's
    QVERIFY(m_desk->record(m_case).notes.isEmpty());
    QCOMPARE(lastPayload("note.remove").value(QLatin1StringView("note")).toString(), other.toString());
    QCOMPARE_FAULT(m_desk->commands.removeNote(m_desk->as(m_desk->chen), m_case, note), NoSuchNote);
}

void TstDeskWork::sameCommandNotesOnce()
{
    const Command command = m_desk->as(m_desk->chen, QStringLiteral("k-2"));
    NoteWish wish{.text = QStringLiteral("x")};
    const domain::NoteId first = must(m_desk->commands.note(command, m_case, wish), "note").note;
    QCOMPARE(must(m_desk->commands.note(command, m_case, wish), "again").note, first);
    QCOMPARE(m_desk->record(m_case).notes.size(), 1);
    wish.visibility = NoteVisibility::MayBeQuoted;
    QCOMPARE_FAULT(m_desk->commands.note(command, m_case, wish), OtherContent);
}

/// What stands beside an act (why a case was suspended) never left the house and does not now.
void TstDeskWork::actsBringNoNotesAlong()
{
    QVERIFY_DONE(m_desk->commands.suspend(m_desk->as(m_desk->xu), m_case, QStringLiteral("police")));
    QVERIFY_DONE(m_desk->commands.note(m_desk->as(m_desk->chen), m_case, QStringLiteral("x")));
    const CaseRecord record = m_desk->record(m_case);
    QCOMPARE(record.notes.size(), 2);
    const QList<DeskNote> vouched = vouchedNotes(record);
    QCOMPARE(vouched.size(), 1);
    QCOMPARE(vouched.constFirst().text, QStringLiteral("x"));
}

QObject *make_tst_deskwork();
QObject *make_tst_deskwork()
{
    return new TstDeskWork;
}

#include "tst_deskwork.moc"
