// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakefilms.h"
#include "seat.h"

#include "../presentation/words.h"

#include "../../ui/casefile/evidencepane.h"
#include "../../ui/shell/elidedlabel.h"
#include "../../ui/viewing/filmtimeline.h"
#include "../../ui/viewing/picturecanvas.h"

#include <memory>
#include <optional>

using namespace arb;
using namespace arb::tests;

/// How much of the smallest screen is left to the films themselves.
class TstFilmroom : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup()
    {
        m_seat.reset();
        m_desk.reset();
        m_speaking.reset();
    }
    void twoFilmsAreLarge_data();
    void twoFilmsAreLarge();

private:
    ui::EvidencePane *pane(const char *name) const { return static_cast<ui::EvidencePane *>(m_seat->find(name)); }
    static ui::PictureCanvas *canvas(const ui::EvidencePane *pane) { return pane->viewer()->findChild<ui::PictureCanvas *>(); }
    static ui::FilmTimeline *timeline(const ui::EvidencePane *pane) { return pane->viewer()->findChild<ui::FilmTimeline *>(); }

    std::optional<Speaking> m_speaking;
    std::unique_ptr<SmallDesk> m_desk;
    std::unique_ptr<Seat> m_seat;
};

void TstFilmroom::twoFilmsAreLarge_data()
{
    QTest::addColumn<bool>("chinese");
    QTest::addRow("en") << false;
    QTest::addRow("zh") << true;
}

void TstFilmroom::twoFilmsAreLarge()
{
    QFETCH(bool, chinese);
    m_speaking.emplace(chinese);
    m_desk = std::make_unique<SmallDesk>();
    const domain::CaseId id = m_desk->admit(QStringLiteral("D-1"), [](domain::CaseFile &file) {
        domain::Exhibit buyers = file.exhibits.constFirst();
        buyers.kind = domain::ExhibitKind::Video;
        buyers.sha256 = QByteArray(64, 'f');
        domain::Exhibit merchants = buyers;
        merchants.id = QStringLiteral("m1");
        merchants.party = domain::Party::Merchant;
        merchants.sha256 = QByteArray(64, 'e');
        domain::Exhibit picture = merchants;
        picture.id = QStringLiteral("m2");
        picture.kind = domain::ExhibitKind::Image;
        picture.sha256 = QByteArray(64, 'a');
        file.exhibits = {buyers, merchants, picture};
    });
    m_desk->claim(m_desk->lin, id);
    m_seat = std::make_unique<Seat>(*m_desk, m_desk->lin);
    m_seat->loader.madeFilm = [] { return std::make_unique<KeyedFilm>(500); }; // with sound
    m_seat->window->resize(1366, 768);
    QVERIFY(m_seat->show() && m_seat->open(id));
    ui::EvidencePane *left = pane("buyerPane"), *right = pane("merchantPane");
    QTRY_VERIFY(left->viewer() && left->viewer()->film() && right->viewer() && right->viewer()->film());
    QTRY_VERIFY2(canvas(left)->height() >= 260, qPrintable(QString::number(canvas(left)->height())));
    QTRY_COMPARE(canvas(right)->height(), canvas(left)->height());
    QCOMPARE(m_seat->window->height(), 768);
    QCOMPARE(timeline(left)->height(), timeline(left)->sizeHint().height()); // with its pictures and its sound
    // Words come, and move nothing.
    const int high = canvas(left)->height(), low = timeline(left)->sizeHint().height();
    const auto *said = left->viewer()->findChild<ui::ElidedLabel *>(QStringLiteral("videoSaid"));
    timeline(left)->setValue(100); // in a hole of 4.00 to 4.50 s
    QTRY_VERIFY(!said->fullText().isEmpty());
    QCoreApplication::processEvents();
    QCOMPARE(canvas(left)->height(), high);
    QCOMPARE(said->shownLines().size(), 1);
    QCOMPARE(said->text(), said->fullText()); // as it is read aloud
    QVERIFY(said->shownLines().constFirst() == said->fullText() || said->toolTip() == said->fullText().toHtmlEscaped());
    // Beside a picture it has its usual timeline.
    QVERIFY(right->showExhibit(QStringLiteral("m2"), domain::ExhibitKind::Image));
    QTRY_VERIFY(timeline(left)->sizeHint().height() > low);
    QVERIFY(right->showExhibit(QStringLiteral("m1"), domain::ExhibitKind::Video));
    QTRY_COMPARE(canvas(left)->height(), high);
}

QObject *make_tst_filmroom();
QObject *make_tst_filmroom()
{
    return new TstFilmroom;
}

#include "tst_filmroom.moc"
