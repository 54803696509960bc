// SPDX-License-Identifier: GPL-3.0-or-later
#include "../presentation/words.h"
#include "fakeevidence.h"

#include <domain/casejson.h>

#include <presentation/recordwords.h>

#include <ui/viewers.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QJsonDocument>
#include <QtTest/QTest>

#include <memory>

using namespace arb;
using namespace arb::tests;

/// Every kind of place that a viewer shows, opened from a citation as it is stored: on the same pixel, page, frame, message
/// or scan, in both languages; and nowhere when the bytes are others. tst_citedplaces takes the same kinds from desk to desk.
class TstCitedOpening : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensOnTheSamePlace_data();
    void opensOnTheSamePlace();
};

namespace {

domain::ChatMessage messageAt(int number)
{
    domain::ChatMessage message;
    message.id = QStringLiteral("m%1").arg(number);
    message.at = domain::UtcMs(1'791'766'800'000 + number * 60'000);
    message.text = QStringLiteral("words");
    return message;
}

domain::LogisticsScan scanAt(int number)
{
    domain::LogisticsScan scan;
    scan.at = domain::UtcMs(1'791'766'800'000 + number * 60'000);
    scan.text = QStringLiteral("scan");
    return scan;
}

/// What stands behind an exhibit of @p kind, or the case's own chat or track where @p sha256 is empty.
ui::EvidenceRef evidenceOf(domain::ExhibitKind kind, const domain::Citation &place)
{
    ui::EvidenceRef ref;
    ref.exhibitId = place.exhibit;
    ref.sha256 = place.sha256;
    ref.kind = kind;
    for (int number = 1; number <= 4; ++number) {
        ref.chat.append(messageAt(number));
        ref.track.append(scanAt(number));
        ref.wayBack.append(scanAt(number + 10));
    }
    return ref;
}

/// Is the place on show, exactly? Of a span its beginning; a region stands in the middle of the pane.
bool isAt(const ui::ViewerWidget &viewer, const domain::Citation &place)
{
    const auto now = viewer.currentCitation();
    const auto view = viewer.viewState();
    return now && now->exhibit == place.exhibit && now->sha256 == place.sha256 && now->page == place.page && now->frame == place.frame
        && now->pts == place.pts && now->message == place.message && now->messageEnd == place.messageEnd && now->logistics == place.logistics
        && now->fact == place.fact && (!place.region || (view && view->center == QRectF(*place.region).center()));
}

} // namespace

void TstCitedOpening::opensOnTheSamePlace_data()
{
    QTest::addColumn<bool>("chinese");
    QTest::addColumn<QString>("viewer");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QByteArray>("json");
    // @ stands for the digest; the film's frames come every 40 ms from 80 ms on.
    const struct { const char *name, *viewer; domain::ExhibitKind kind; const char *json; } rows[] = {
        {"picture region", "image", domain::ExhibitKind::Image, R"({"exhibit": "b1", "sha256": "@", "region": [700, 500, 80, 60]})"},
        {"page region", "document", domain::ExhibitKind::Document, R"({"exhibit": "b1", "sha256": "@", "page": 2, "region": [350, 500, 80, 60]})"},
        {"frame", "video", domain::ExhibitKind::Video, R"({"exhibit": "b1", "sha256": "@", "frame": 12, "pts": 560000})"},
        {"span", "video", domain::ExhibitKind::Video,
         R"({"exhibit": "b1", "sha256": "@", "frame": 12, "pts": 560000, "frameEnd": 24, "ptsEnd": 1040000})"},
        {"region on a frame", "video", domain::ExhibitKind::Video, R"({"exhibit": "b1", "sha256": "@", "frame": 24, "pts": 1040000, "region": [140, 80, 40, 30]})"},
        {"message of a file", "chat", domain::ExhibitKind::Chat, R"({"exhibit": "b1", "sha256": "@", "message": "L2"})"},
        {"range of a file", "chat", domain::ExhibitKind::Chat, R"({"exhibit": "b1", "sha256": "@", "message": "L2", "messageEnd": "L3"})"},
        {"message", "chat", domain::ExhibitKind::Chat, R"({"message": "m3"})"},
        {"range of messages", "chat", domain::ExhibitKind::Chat, R"({"message": "m2", "messageEnd": "m4"})"},
        {"scan", "logistics", domain::ExhibitKind::Logistics, R"({"logistics": 2})"},
        {"scan of the way back", "logistics", domain::ExhibitKind::Logistics, R"({"fact": "/return/logistics/1"})"}};
    for (const bool chinese : {false, true}) {
        for (const auto &row : rows) {
            QTest::newRow(QByteArray(QByteArray(row.name) + (chinese ? ", Chinese" : ", English")).constData())
                << chinese << QString::fromLatin1(row.viewer) << static_cast<int>(row.kind) << QByteArray(row.json).replace("@", QByteArray(64, 'a'));
        }
    }
}

void TstCitedOpening::opensOnTheSamePlace()
{
    QFETCH(bool, chinese);
    QFETCH(QString, viewer);
    QFETCH(int, kind);
    QFETCH(QByteArray, json);
    const Speaking speaking(chinese);
    const QByteArray digest(64, 'a');
    const auto read = domain::citationFromJson(QJsonDocument::fromJson(json).object());
    QVERIFY(read);
    const domain::Citation place = *read;
    const auto again = domain::citationFromJson(domain::toJson(place));
    QVERIFY(again);
    QCOMPARE(*again, place);

    FakeLoader loader;
    QImage sheet(1600, 1200, QImage::Format_RGB32);
    sheet.fill(Qt::darkGreen);
    loader.pictures.insert(digest, FakeLoader::fullPicture(sheet));
    const ui::Picture page = FakeLoader::fullPicture(sheet.scaled(800, 1100));
    loader.documents.insert(digest, {page, page, page});
    loader.films.insert(digest, 500);
    loader.texts.insert(digest, "A: one\nB: two\nA: three\n");
    const std::unique_ptr<ui::ViewerWidget> shown(ui::findViewer(viewer)->create(loader, nullptr));
    shown->resize(600, 600);
    shown->QWidget::show();
    shown->show(evidenceOf(static_cast<domain::ExhibitKind>(kind), place));
    if (!place.sha256.isEmpty()) {
        QTRY_VERIFY(shown->currentCitation()); // it came on show
        QVERIFY(!isAt(*shown, place));
        domain::Citation other = place;
        other.sha256 = QByteArray(64, 'e');
        shown->goTo(other, {});
        QCoreApplication::processEvents();
        QVERIFY(!isAt(*shown, place)); // nobody is taken to what only looks like it
        domain::CaseFile file;
        domain::Exhibit exhibit;
        exhibit.id = place.exhibit;
        exhibit.sha256 = digest;
        file.exhibits = {exhibit};
        QVERIFY(presentation::whyNotThere(place, file).isEmpty());
        QVERIFY(presentation::whyNotThere(other, file).contains(QStringLiteral("b1")));
        QCOMPARE(isChinese(presentation::whyNotThere(other, file)), chinese);
    }
    shown->goTo(place, {});
    QTRY_VERIFY(isAt(*shown, place));
}

QObject *make_tst_citedopening();
QObject *make_tst_citedopening()
{
    return new TstCitedOpening;
}

#include "tst_citedopening.moc"
