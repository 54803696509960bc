// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakefilms.h"
#include "seat.h"

#include "../presentation/words.h"

#include "../../ui/casefile/comparedesk.h"
#include "../../ui/casefile/evidencepane.h"
#include "../../ui/casefile/factspanel.h"
#include "../../ui/shell/elidedlabel.h"
#include "../../ui/viewing/filmtimeline.h"
#include "../../ui/viewing/picturecanvas.h"

#include <QtWidgets/QScrollArea>
#include <QtWidgets/QToolButton>

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
    void aHintIsSeenWhole_data();
    void aHintIsSeenWhole();
    void wordsOfATieFit_data();
    void wordsOfATieFit();

private:
    void openTwoFilms(bool chinese);
    ui::EvidencePane *pane(const char *name) const { return static_cast<ui::EvidencePane *>(m_seat->find(name)); }
    static ui::PictureCanvas *canvas(const ui::EvidencePane *pane) { return pane->viewer()->findChild<ui::PictureCanvas *>(); }
    static ui::FilmTimeline *timeline(const ui::EvidencePane *pane) { return pane->viewer()->findChild<ui::FilmTimeline *>(); }

    std::optional<Speaking> m_speaking;
    std::unique_ptr<SmallDesk> m_desk;
    std::unique_ptr<Seat> m_seat;
};

void TstFilmroom::openTwoFilms(bool chinese)
{
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
    m_seat->loader.hints.insert(QByteArray(64, 'f'), {{domain::FilmHint::Kind::Dissolve, 8'000'000, 8'160'000, 198, 202, 500}});
    m_seat->window->resize(1366, 768);
    QVERIFY(m_seat->show() && m_seat->open(id));
}

void TstFilmroom::twoFilmsAreLarge_data()
{
    QTest::addColumn<bool>("chinese");
    QTest::addRow("en") << false;
    QTest::addRow("zh") << true;
}

void TstFilmroom::twoFilmsAreLarge()
{
    QFETCH(bool, chinese);
    openTwoFilms(chinese);
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

void TstFilmroom::aHintIsSeenWhole_data()
{
    QTest::addColumn<bool>("chinese");
    QTest::addColumn<bool>("alone");
    for (const bool chinese : {false, true}) {
        for (const bool alone : {false, true})
            QTest::addRow("%s, %s", chinese ? "zh" : "en", alone ? "alone" : "two films") << chinese << alone;
    }
}

/// Whatever was shown and said before: its words and the frames before and after, and nothing to scroll for.
void TstFilmroom::aHintIsSeenWhole()
{
    QFETCH(bool, chinese);
    QFETCH(bool, alone);
    openTwoFilms(chinese);
    ui::EvidencePane *left = pane("buyerPane"), *right = pane("merchantPane");
    QTRY_VERIFY(left->viewer() && left->viewer()->film() && right->viewer() && right->viewer()->film());
    if (alone)
        QVERIFY(right->showExhibit(QStringLiteral("m2"), domain::ExhibitKind::Image));
    QTRY_COMPARE(timeline(left)->ticksOn(200).size(), 1);
    auto *said = left->viewer()->findChild<ui::ElidedLabel *>(QStringLiteral("videoSaid"));
    timeline(left)->setValue(100); // in a hole
    QTRY_VERIFY(!said->fullText().isEmpty());
    timeline(left)->setValue(200);
    canvas(left)->setFocus();
    QTest::keyClick(canvas(left), Qt::Key_F8);
    const auto *card = left->card();
    QTRY_VERIFY(card->isVisible());
    const QWidget *viewport = card->findChild<QScrollArea *>()->viewport();
    const auto isWhole = [viewport](const QWidget *part) {
        return viewport->rect().contains(QRect(part->mapTo(viewport, QPoint()), part->size())) && part->height() >= part->minimumSizeHint().height();
    };
    const auto buttons = [card] {
        QList<QToolButton *> found;
        for (QToolButton *button : card->findChildren<QToolButton *>(QStringLiteral("factPlace"))) {
            if (button->isVisible() && !button->icon().isNull())
                found.append(button);
        }
        return found;
    };
    QTRY_COMPARE(buttons().size(), 2);
    QTRY_VERIFY2(isWhole(buttons().at(0)) && isWhole(buttons().at(1)),
                 qPrintable(QStringLiteral("%1 of %2").arg(buttons().at(0)->mapTo(viewport, QPoint()).y() + buttons().at(0)->height()).arg(viewport->height())));
    const QLabel *hint = nullptr;
    for (const QLabel *label : card->findChildren<QLabel *>(QStringLiteral("factHint"))) {
        if (!label->isHidden() && (!hint || label->text().size() > hint->text().size()))
            hint = label;
    }
    QVERIFY(hint);
    QTRY_VERIFY2(isWhole(hint), qPrintable(QString::number(hint->mapTo(viewport, QPoint()).y())));
    QVERIFY(canvas(left)->height() >= 90); // the film is still there
    QCOMPARE(m_seat->window->height(), 768);
    QTest::keyClick(buttons().at(0), Qt::Key_Escape);
    QTRY_VERIFY(!card->isVisible() && timeline(left)->isVisible());
}

void TstFilmroom::wordsOfATieFit_data()
{
    QTest::addColumn<bool>("chinese");
    QTest::addRow("en") << false;
    QTest::addRow("zh") << true;
}

/// Where one film has begun and the other has not they are longest.
void TstFilmroom::wordsOfATieFit()
{
    QFETCH(bool, chinese);
    openTwoFilms(chinese);
    ui::EvidencePane *left = pane("buyerPane"), *right = pane("merchantPane");
    QTRY_VERIFY(left->viewer() && left->viewer()->film() && right->viewer() && right->viewer()->film());
    const auto frame = [](const ui::EvidencePane *pane) { return pane->viewer()->property("frameIndex").toLongLong(); };
    QTRY_VERIFY(frame(left) == 0 && frame(right) == 0);
    timeline(left)->setValue(320);
    timeline(right)->setValue(20);
    QTRY_VERIFY(frame(left) == 320 && frame(right) == 20);
    auto *desk = m_seat->find<ui::CompareDesk>("compareDesk");
    QTRY_VERIFY(desk->pairView());
    QVERIFY(desk->run(QStringLiteral("compareTie")));
    const auto *words = m_seat->find<ui::ElidedLabel>("compareWords");
    QTRY_VERIFY(!words->fullText().isEmpty());
    const auto fits = [words] { return words->shownLines() == QStringList{words->fullText()}; };
    QTRY_VERIFY2(fits(), qPrintable(words->shownLines().join(QLatin1Char('\n'))));
    const QString both = words->fullText();
    timeline(left)->setValue(30);
    QTRY_VERIFY(words->fullText() != both && frame(left) == 30);
    QTRY_VERIFY2(fits(), qPrintable(words->shownLines().join(QLatin1Char('\n'))));
    QVERIFY(words->accessibleName() != words->fullText()); // read aloud it is a sentence
    QCOMPARE(words->toolTip(), words->accessibleName().toHtmlEscaped());
    QCOMPARE(m_seat->window->size(), QSize(1366, 768));
}

QObject *make_tst_filmroom();
QObject *make_tst_filmroom()
{
    return new TstFilmroom;
}

#include "tst_filmroom.moc"
