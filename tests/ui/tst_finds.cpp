// SPDX-License-Identifier: GPL-3.0-or-later
#include "seat.h"

#include "../presentation/words.h"

#include "../../ui/casefile/evidencepane.h"
#include "../../ui/casefile/factspanel.h"
#include "../../ui/casefile/findskeeper.h"
#include "../../ui/viewing/filmtimeline.h"
#include "../../ui/viewing/picturecanvas.h"

#include <QtCore/QScopeGuard>
#include <QtTest/QSignalSpy>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QScrollArea>

using namespace arb;
using namespace arb::tests;

/// What searches found in the file on show: in the card, with buttons to the frames, and as ticks for the timeline.
class TstFinds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void cardShowsHintsAndCodes();
    void buttonsGoToTheFrames();
    void theKeyCitesTheFindWithTheKeyboard();
    void ticksAreMadeOfThem();
    void damageIsAStretch();
    void leavingTheFilmEndsTheSearch();
    void progressIsShown();
    void tickOpensItsCard();
    void bothPicturesFitANarrowPane();
    void wordsOfAHintAreReadWithoutScrolling_data();
    void wordsOfAHintAreReadWithoutScrolling();
    void soundIsToldFromWhatCannotBeRead();
    void keysGoFromTickToTick();
    void keysWorkFromTheList();
    void keyThatDoesNothingSaysSo();
    void cardLeavesTheFilmItsKeys();
    void panesShareOneSearch();

private:
    QByteArray film() const { return QByteArray(64, 'f'); }
    bool openCase();
    QWidget *card() const { return m_seat->find("buyerPane")->findChild<QWidget *>(QStringLiteral("factsCard")); }
    QString words() const
    {
        QStringList texts;
        for (const QLabel *label : card()->findChildren<QLabel *>()) {
            if (!label->isHidden())
                texts.append(label->text());
        }
        return texts.join(QLatin1Char('\n'));
    }
    ui::FilmTimeline *timeline() const { return pane()->findChild<ui::FilmTimeline *>(); }
    qint64 frame() const { return pane()->viewer()->property("frameIndex").toLongLong(); }
    ui::EvidencePane *pane() const { return static_cast<ui::EvidencePane *>(m_seat->find("buyerPane")); }
    std::unique_ptr<SmallDesk> m_desk;
    std::unique_ptr<Seat> m_seat;
};

void TstFinds::init()
{
    m_desk = std::make_unique<SmallDesk>();
    m_seat = std::make_unique<Seat>(*m_desk, m_desk->lin);
    QVERIFY(m_seat->show());
    m_seat->loader.films.insert(film(), 500);
    // Frame n stands at 80 ms + n * 40 ms.
    m_seat->loader.hints.insert(film(), {{domain::FilmHint::Kind::Interruption, 8'040'000, 8'080'000, 199, 200, 500}});
    m_seat->loader.foundCodes.insert(film(), {{QStringLiteral("SF1234567890123"), domain::FoundCode::Symbology::Code128, 78, 3'200'000, 4'000'000, QRect(1, 2, 30, 4)}});
}

void TstFinds::cleanup()
{
    m_seat.reset();
    m_desk.reset();
}

bool TstFinds::openCase()
{
    const domain::CaseId id = m_desk->admit(QStringLiteral("D-1"), [this](domain::CaseFile &file) {
        file.order.waybillNo = QStringLiteral("SF1234567890123");
        domain::Exhibit exhibit = file.exhibits.constFirst();
        exhibit.kind = domain::ExhibitKind::Video;
        exhibit.sha256 = film();
        exhibit.facts = {{QStringLiteral("firstPtsUs"), 80'000}};
        domain::Exhibit picture = exhibit;
        picture.id = QStringLiteral("b2");
        picture.kind = domain::ExhibitKind::Image;
        picture.sha256 = QByteArray(64, 'a');
        file.exhibits = {exhibit, picture};
    });
    return m_seat->open(id);
}

void TstFinds::cardShowsHintsAndCodes()
{
    QVERIFY(openCase());
    m_seat->trigger("factsCard");
    QTRY_VERIFY(words().contains(QStringLiteral("possible interruption at 0:08.0")));
    QVERIFY(words().contains(QStringLiteral("waybill matches at 0:03.1")));
    m_seat->trigger("nextExhibit");
    QVERIFY(!words().contains(QStringLiteral("possible interruption")));
}

void TstFinds::buttonsGoToTheFrames()
{
    QVERIFY(openCase());
    m_seat->trigger("factsCard");
    const auto button = [this](const QString &name) -> QToolButton * {
        for (QToolButton *each : card()->findChildren<QToolButton *>(QStringLiteral("factPlace"))) {
            if (each->accessibleName() == name)
                return each;
        }
        return nullptr;
    };
    QTRY_VERIFY(button(QStringLiteral("Frame after: possible interruption at 0:08.0")));
    button(QStringLiteral("Frame after: possible interruption at 0:08.0"))->click();
    QTRY_COMPARE(frame(), 200);
    button(QStringLiteral("Frame before: possible interruption at 0:08.0"))->click();
    QTRY_COMPARE(frame(), 199);
    button(QStringLiteral("Show: waybill matches at 0:03.1"))->click();
    QTRY_COMPARE(frame(), 78);
}

/// As on the timeline of the case: what has the keyboard is what the key cites, a code with its place in the picture.
void TstFinds::theKeyCitesTheFindWithTheKeyboard()
{
    QVERIFY(openCase());
    m_desk->claim(m_desk->lin, m_seat->session.openCase().id);
    m_seat->session.reopen();
    QTRY_VERIFY(m_seat->session.holdsOpenCase());
    m_seat->trigger("factsCard");
    const auto button = [this](const QString &name) -> QToolButton * {
        for (QToolButton *each : card()->findChildren<QToolButton *>(QStringLiteral("factPlace"))) {
            if (each->accessibleName() == name)
                return each;
        }
        return nullptr;
    };
    QTRY_VERIFY(button(QStringLiteral("Show: waybill matches at 0:03.1")) && button(QStringLiteral("Frame before: possible interruption at 0:08.0")));
    const auto cited = [this] {
        QList<domain::Citation> all;
        for (const domain::Finding &finding : m_seat->ruling.draft().findings)
            all += finding.citations;
        return all.isEmpty() ? domain::Citation() : all.constLast();
    };
    button(QStringLiteral("Show: waybill matches at 0:03.1"))->setFocus();
    button(QStringLiteral("Show: waybill matches at 0:03.1"))->click();
    QTRY_COMPARE(frame(), 78);
    m_seat->trigger("cite");
    QTRY_COMPARE(cited().exhibit, QStringLiteral("b1"));
    QCOMPARE(cited().frame, std::optional<qint64>(78));
    QCOMPARE(cited().pts, std::optional<qint64>(3'200'000));
    QCOMPARE(cited().region, std::optional(QRect(1, 2, 30, 4)));
    QCOMPARE(cited().sha256, film());
    QToolButton *before = button(QStringLiteral("Frame before: possible interruption at 0:08.0"));
    before->setFocus();
    before->click();
    QTRY_COMPARE(frame(), 199);
    m_seat->trigger("cite");
    QTRY_COMPARE(cited().frame, std::optional<qint64>(199));
    QCOMPARE(cited().pts, std::optional<qint64>(8'040'000));
    // The film goes on under the same keyboard: then what it shows is meant.
    m_seat->find<QAction>("videoStepForward")->trigger();
    QTRY_VERIFY(frame() != 199);
    QCoreApplication::processEvents();
    m_seat->trigger("cite");
    QTRY_COMPARE(cited().frame, std::optional<qint64>(frame()));
}

void TstFinds::ticksAreMadeOfThem()
{
    ui::FindsKeeper keeper(std::make_shared<ui::FileSearches>(m_seat->loader), nullptr);
    QSignalSpy changed(&keeper, &ui::FindsKeeper::changed);
    ui::EvidenceRef ref;
    ref.kind = domain::ExhibitKind::Video;
    ref.sha256 = film();
    keeper.look(&ref);
    QTRY_COMPARE(int(keeper.finds().hintState), int(presentation::FileFinds::State::Done));
    QTRY_COMPARE(int(keeper.finds().codeState), int(presentation::FileFinds::State::Done));
    QVERIFY(changed.size() >= 2);
    domain::CaseFile file;
    domain::Exhibit exhibit;
    exhibit.kind = domain::ExhibitKind::Video;
    const QList<ui::TimelineTick> hints = keeper.ticks(ui::TimelineTick::Kind::Interruption, file, exhibit);
    QCOMPARE(hints.size(), 1);
    QCOMPARE(hints.constFirst().us, 8'080'000);
    QCOMPARE(hints.constFirst().words, QStringLiteral("possible interruption at 0:08.0"));
    const QList<ui::TimelineTick> codes = keeper.ticks(ui::TimelineTick::Kind::Code, file, exhibit);
    QCOMPARE(codes.size(), 1);
    QCOMPARE(codes.constFirst().us, 3'200'000);
    using Tone = ui::TimelineTick::Tone;
    QVERIFY(codes.constFirst().tone == Tone::Muted); // without a number to compare it with it says nothing
    const auto tone = [&](const char *waybillNo) {
        file.order.waybillNo = QString::fromLatin1(waybillNo);
        return keeper.ticks(ui::TimelineTick::Kind::Code, file, exhibit).constFirst().tone;
    };
    QVERIFY(tone("SF1234567890123") == Tone::Usual);
    QVERIFY(tone("SF1234567890124") == Tone::Look);
}

void TstFinds::damageIsAStretch()
{
    // From frame 300 (12.080 s of the time stamps) to the key frame 350 (14.080 s).
    m_seat->loader.hints.insert(film(), {{domain::FilmHint::Kind::Damaged, 12'080'000, 14'080'000, 299, 350, 200}});
    QVERIFY(openCase());
    QTRY_COMPARE(int(pane()->finds()->finds().hintState), int(presentation::FileFinds::State::Done));
    domain::Exhibit exhibit;
    exhibit.facts = {{QStringLiteral("firstPtsUs"), 80'000}};
    const QList<ui::TimelineSpan> damage = pane()->finds()->damage(exhibit);
    QCOMPARE(damage.size(), 1);
    QCOMPARE(damage.constFirst().fromUs, 12'080'000);
    QCOMPARE(damage.constFirst().toUs, 14'080'000);
    QCOMPARE(damage.constFirst().words, QStringLiteral("damaged pictures from 0:12.0 to 0:14.0: the film cannot be judged there"));
    const ui::TimelineTick tick = pane()->finds()->ticks(ui::TimelineTick::Kind::Interruption, {}, exhibit).constFirst();
    QCOMPARE(tick.us, 12'080'000);
    QVERIFY(tick.kind == ui::TimelineTick::Kind::Gap); // drawn as one
    QTRY_COMPARE(timeline()->maximum(), 499);
    QTRY_COMPARE(timeline()->ticksOn(300).size(), 1);
    QVERIFY(!card()->isVisible());
    QTest::mouseClick(timeline(), Qt::LeftButton, {}, QPoint(qRound(timeline()->xOf(12'080'000)), 5));
    QVERIFY(card()->isVisible());
    QTRY_VERIFY(words().contains(QStringLiteral("no interruption noticed"))); // damage is none
    QVERIFY(words().contains(damage.constFirst().words));
}

void TstFinds::leavingTheFilmEndsTheSearch()
{
    m_seat->loader.heldBack = true;
    ui::FindsKeeper keeper(std::make_shared<ui::FileSearches>(m_seat->loader), nullptr);
    ui::EvidenceRef ref;
    ref.kind = domain::ExhibitKind::Video;
    ref.sha256 = film();
    keeper.look(&ref);
    QCOMPARE(int(keeper.finds().hintState), int(presentation::FileFinds::State::Looking));
    const qsizetype before = m_seat->loader.cancelledTickets.size();
    keeper.look(&ref); // the same film: it goes on
    QCOMPARE(m_seat->loader.cancelledTickets.size(), before);
    keeper.look(nullptr);
    QVERIFY(m_seat->loader.cancelledTickets.size() > before);
    QCOMPARE(keeper.finds(), presentation::FileFinds());
}

void TstFinds::progressIsShown()
{
    m_seat->loader.heldBack = true;
    QVERIFY(openCase());
    m_seat->trigger("factsCard");
    QTRY_VERIFY(words().contains(QStringLiteral("42 %")));
}

/// Of numberedFrame(), made smaller.
static int numberInSmall(const QImage &small)
{
    int number = 0;
    const double scale = small.width() / 320.0;
    for (int bit = 0; bit < 16; ++bit) {
        if (qGreen(small.pixel(qRound((bit + 0.5) * boxSide * scale), qRound(0.5 * boxSide * scale))) > 128)
            number |= 1 << bit;
    }
    return number;
}

void TstFinds::tickOpensItsCard()
{
    QVERIFY(openCase());
    QVERIFY(!card()->isVisible());
    QTRY_COMPARE(timeline()->maximum(), 499);
    QTRY_COMPARE(timeline()->ticksOn(200).size(), 1);
    QTest::mouseClick(timeline(), Qt::LeftButton, {}, QPoint(qRound(timeline()->xOf(8'080'000)), 5));
    QTRY_COMPARE(frame(), 200);
    QVERIFY(card()->isVisible());
    QCOMPARE(QApplication::focusWidget(), timeline()); // the film's keys go on
    const auto isInView = [this] {
        for (const QToolButton *button : card()->findChildren<QToolButton *>(QStringLiteral("factPlace"))) {
            if (button->accessibleName() == QStringLiteral("Frame before: possible interruption at 0:08.0"))
                return !button->visibleRegion().isEmpty();
        }
        return false;
    };
    QVERIFY(words().contains(QStringLiteral("possible interruption at 0:08.0")));
    QVERIFY(words().contains(QStringLiteral("Whip pans"))); // when it lies
    QTRY_VERIFY(isInView()); // scrolled to
    // Both frames are there to be seen, exactly those.
    QList<int> numbers;
    const auto readNumbers = [this, &numbers] {
        numbers.clear();
        for (const QToolButton *button : card()->findChildren<QToolButton *>(QStringLiteral("factPlace"))) {
            if (button->isVisible() && !button->icon().isNull())
                numbers.append(numberInSmall(button->icon().pixmap(button->iconSize(), 1.0).toImage()));
        }
        return numbers.size() == 2;
    };
    QTRY_VERIFY(readNumbers());
    QCOMPARE(numbers, (QList<int>{199, 200}));
    auto *canvas = pane()->viewer()->findChild<ui::PictureCanvas *>();
    canvas->setFocus();
    QTest::keyClick(canvas, Qt::Key_F8);
    QTRY_COMPARE(QApplication::focusWidget()->accessibleName(), QStringLiteral("Frame before: possible interruption at 0:08.0"));
    m_seat->press(Qt::Key_Space);
    QTRY_COMPARE(frame(), 199);
}

/// On the smallest screen, where a pane is 380 pixels wide.
void TstFinds::bothPicturesFitANarrowPane()
{
    QWidget holder; // as a window of its own it could not be as narrow
    ui::FactsPanel panel(&holder);
    const QString words = QStringLiteral("possible interruption at 0:08.0");
    panel.setCard(QStringLiteral("D-1 b1"), [words](presentation::PlaceDetail) {
        presentation::CardLine line{.label = {}, .value = words, .hint = {}, .look = false, .copied = {}, .places = {}};
        line.places = {{QStringLiteral("Frame before"), 199, 8'040'000}, {QStringLiteral("Frame after"), 200, 8'080'000}};
        line.find = QStringLiteral("hint 0");
        presentation::FactsCard card;
        card.lines = {line};
        return card;
    });
    const int before = panel.minimumSizeHint().height();
    holder.resize(380, 190);
    panel.resize(380, 190);
    holder.show();
    panel.reveal(QStringLiteral("hint 0"));
    QVERIFY(panel.minimumSizeHint().height() > before); // its pictures need the room
    QImage picture(128, 72, QImage::Format_RGB32);
    picture.fill(Qt::gray);
    panel.setPictures({{199, picture}, {200, picture}});
    panel.refresh();
    const QWidget *viewport = panel.findChild<QScrollArea *>()->viewport();
    const QList<QToolButton *> buttons = panel.findChildren<QToolButton *>(QStringLiteral("factPlace"));
    QCOMPARE(buttons.size(), 2);
    const auto fit = [&](const QToolButton *button) {
        const int left = button->mapTo(&panel, QPoint()).x() - viewport->mapTo(&panel, QPoint()).x();
        return left >= 0 && button->width() >= button->sizeHint().width() && left + button->width() <= viewport->width();
    };
    for (const QToolButton *button : buttons)
        QTRY_VERIFY(button->isVisible() && fit(button));
    const auto placeOf = [&](int n) { return buttons.at(n)->mapTo(&panel, QPoint()); };
    QTRY_COMPARE(placeOf(0).y(), placeOf(1).y()); // side by side, each with its words below
    QVERIFY(placeOf(0).x() + buttons.at(0)->width() <= placeOf(1).x());
    for (const QToolButton *button : buttons) {
        QVERIFY(button->toolButtonStyle() == Qt::ToolButtonTextUnderIcon);
        QVERIFY(button->height() >= button->iconSize().height() + button->fontMetrics().height());
    }
    panel.resize(200, 190); // really narrow
    QTRY_VERIFY(placeOf(0).y() + buttons.at(0)->height() <= placeOf(1).y());
    QCOMPARE(placeOf(0).x(), placeOf(1).x());
    panel.setCard(QStringLiteral("D-1 b2"), {});
    QCOMPARE(panel.minimumSizeHint().height(), before);
}

void TstFinds::wordsOfAHintAreReadWithoutScrolling_data()
{
    QTest::addColumn<bool>("chinese");
    QTest::addColumn<double>("larger");
    for (const bool chinese : {false, true}) {
        for (const double larger : {1.0, 1.25})
            QTest::addRow("%s %d %%", chinese ? "zh" : "en", qRound(larger * 100)) << chinese << larger;
    }
}

/// Beside a film, in half of the smallest screen: what a hint means, when it lies and how often it is right.
void TstFinds::wordsOfAHintAreReadWithoutScrolling()
{
    QFETCH(bool, chinese);
    QFETCH(double, larger);
    m_seat.reset();
    const Speaking speaking(chinese);
    const QFont usual = QApplication::font();
    const auto back = qScopeGuard([&] {
        m_seat.reset();
        QApplication::setFont(usual);
    });
    QFont font = usual;
    if (usual.pointSizeF() > 0)
        font.setPointSizeF(usual.pointSizeF() * larger);
    else
        font.setPixelSize(qRound(usual.pixelSize() * larger));
    QApplication::setFont(font);
    m_seat = std::make_unique<Seat>(*m_desk, m_desk->lin);
    m_seat->window->resize(1366, 768);
    QVERIFY(m_seat->show());
    m_seat->loader.films.insert(film(), 500);
    m_seat->loader.hints.insert(film(), {{domain::FilmHint::Kind::Interruption, 8'040'000, 8'080'000, 199, 200, 500}});
    QVERIFY(openCase());
    QTRY_COMPARE(timeline()->ticksOn(200).size(), 1);
    QTRY_COMPARE(frame(), 0);
    auto *canvas = pane()->viewer()->findChild<ui::PictureCanvas *>();
    canvas->setFocus();
    QTest::keyClick(canvas, Qt::Key_F7);
    QTRY_COMPARE(frame(), 200);
    QTest::keyClick(canvas, Qt::Key_F8);
    QTRY_VERIFY(card()->isVisible());
    auto *scroll = card()->findChild<QScrollArea *>();
    const auto buttons = [this] {
        QList<QToolButton *> found;
        for (QToolButton *button : card()->findChildren<QToolButton *>(QStringLiteral("factPlace"))) {
            if (button->isVisible() && !button->icon().isNull())
                found.append(button);
        }
        return found;
    };
    QTRY_COMPARE(buttons().size(), 2);
    const QLabel *hint = nullptr;
    for (const QLabel *label : card()->findChildren<QLabel *>(QStringLiteral("factHint"))) {
        if (!label->isHidden() && (!hint || label->text().size() > hint->text().size()))
            hint = label; // no line has more to say than the chosen one
    }
    QVERIFY(hint && !hint->text().isEmpty());
    const auto placeIn = [](const QWidget *widget, const QWidget *in) { return QRect(widget->mapTo(in, QPoint()), widget->size()); };
    QTRY_VERIFY2(hint->height() >= hint->heightForWidth(hint->width()), qPrintable(QString::number(hint->height()))); // nothing is cut off
    QTRY_VERIFY2(scroll->viewport()->rect().contains(placeIn(hint, scroll->viewport())),
                 qPrintable(QStringLiteral("%1 to %2 of %3").arg(placeIn(hint, scroll->viewport()).top()).arg(placeIn(hint, scroll->viewport()).bottom()).arg(scroll->viewport()->height())));
    const QWidget *page = scroll->widget();
    QVERIFY(page->width() <= scroll->viewport()->width());
    const QRect first = placeIn(buttons().at(0), page), second = placeIn(buttons().at(1), page);
    QCOMPARE(first.top(), second.top());
    QVERIFY(first.right() < second.left() && second.right() < page->width() && second.bottom() < page->height());
    QVERIFY(canvas->height() > 40); // the film is still there
    for (const QToolButton *button : buttons()) { // and so are the pictures before and after, whole
        QTRY_VERIFY2(larger > 1.0 || scroll->viewport()->rect().contains(placeIn(button, scroll->viewport())),
                     qPrintable(QStringLiteral("%1 to %2 of %3").arg(placeIn(button, scroll->viewport()).top()).arg(placeIn(button, scroll->viewport()).bottom()).arg(scroll->viewport()->height())));
    }
    QVERIFY2(m_seat->window->height() <= 768, "the card pushes the window off the screen");
    // By keyboard everywhere, and what has the keyboard is in view.
    QVERIFY(scroll->focusPolicy() & Qt::TabFocus);
    QVERIFY(card()->isAncestorOf(QApplication::focusWidget()));
    buttons().at(0)->setFocus();
    QTest::keyClick(buttons().at(0), Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), buttons().at(1));
    QTRY_VERIFY(scroll->viewport()->rect().contains(placeIn(buttons().at(1), scroll->viewport())));
}

/// An export of sound only.
class SoundFile final : public FakeFilm
{
public:
    SoundFile() : FakeFilm(0) {}
    ui::Shown<ui::FilmInfo> open(const Abandoned &) override { return domain::Failure{ui::ShowError::SoundOnly}; }
};

/// The exhibit was taken in when nobody asked for that yet: its facts say nothing of sound.
void TstFinds::soundIsToldFromWhatCannotBeRead()
{
    m_seat->loader.madeFilm = [] { return std::make_unique<SoundFile>(); };
    QVERIFY(openCase());
    const auto *message = pane()->viewer()->findChild<QLabel *>(QStringLiteral("viewerMessage"));
    QTRY_VERIFY2(message->isVisible() && message->text().contains(QStringLiteral("this file holds sound, but no pictures")), qPrintable(message->text()));
    m_seat->trigger("factsCard");
    QVERIFY2(words().contains(QStringLiteral("sound, but no pictures")), qPrintable(words()));
    m_seat->trigger("nextExhibit"); // a picture
    QTRY_VERIFY(!words().contains(QStringLiteral("sound, but no pictures")));
    m_seat->trigger("factsCard");
    m_seat->trigger("previousExhibit");
    m_seat->trigger("factsCard"); // open before the answer comes
    QTRY_VERIFY(words().contains(QStringLiteral("sound, but no pictures")));
}

void TstFinds::keysGoFromTickToTick()
{
    QVERIFY(openCase());
    QTRY_COMPARE(timeline()->ticksOn(200).size(), 1);
    QTRY_COMPARE(timeline()->ticksOn(78).size(), 1);
    QTRY_COMPARE(frame(), 0);
    const auto press = [this](Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        auto *canvas = pane()->viewer()->findChild<ui::PictureCanvas *>();
        canvas->setFocus();
        QTest::keyClick(canvas, key, modifiers);
    };
    press(Qt::Key_F7);
    QTRY_COMPARE(frame(), 78);
    press(Qt::Key_F7);
    QTRY_COMPARE(frame(), 200);
    QVERIFY(timeline()->accessibleDescription().contains(QStringLiteral("possible interruption at 0:08.0")));
    QVERIFY(!card()->isVisible());
    press(Qt::Key_F8);
    QVERIFY(card()->isVisible());
    QTRY_COMPARE(QApplication::focusWidget()->accessibleName(), QStringLiteral("Frame before: possible interruption at 0:08.0"));
    press(Qt::Key_F7, Qt::ShiftModifier);
    QTRY_COMPARE(frame(), 78);
    press(Qt::Key_F8);
    QTRY_COMPARE(QApplication::focusWidget()->accessibleName(), QStringLiteral("Show: waybill matches at 0:03.1"));
}

/// The keyboard is in the list of cases, and stays there while the film goes from place to place.
void TstFinds::keysWorkFromTheList()
{
    QVERIFY(openCase());
    QVERIFY(m_seat->start());
    QTRY_COMPARE(timeline()->ticksOn(200).size(), 1);
    QTRY_COMPARE(timeline()->ticksOn(78).size(), 1);
    QTRY_COMPARE(frame(), 0);
    const QWidget *rows = m_seat->find("queueRows");
    m_seat->trigger("focusQueue");
    QTRY_COMPARE(QApplication::focusWidget(), rows);
    m_seat->press(Qt::Key_F7);
    QTRY_COMPARE(frame(), 78);
    m_seat->press(Qt::Key_F7);
    QTRY_COMPARE(frame(), 200);
    m_seat->press(Qt::Key_F7, Qt::ShiftModifier);
    QTRY_COMPARE(frame(), 78);
    QCOMPARE(QApplication::focusWidget(), rows);
    QVERIFY(!card()->isVisible());
    m_seat->press(Qt::Key_F8); // what it opens is read and pressed there
    QTRY_VERIFY(card()->isVisible());
    QTRY_COMPARE(QApplication::focusWidget()->accessibleName(), QStringLiteral("Show: waybill matches at 0:03.1"));
    m_seat->press(Qt::Key_F7); // the card is no part of the viewer
    QTRY_COMPARE(frame(), 200);
}

void TstFinds::keyThatDoesNothingSaysSo()
{
    QVERIFY(openCase());
    QVERIFY(m_seat->start());
    QTRY_COMPARE(timeline()->ticksOn(78).size(), 1);
    m_seat->trigger("nextExhibit"); // a picture
    m_seat->trigger("focusQueue");
    m_seat->press(Qt::Key_F7);
    QCOMPARE(m_seat->toast(), QStringLiteral("This key does nothing in what the active side shows."));
    m_seat->trigger("queuePage"); // the case is out of sight
    m_seat->press(Qt::Key_F7);
    QCOMPARE(m_seat->toast(), QStringLiteral("This key belongs to the desk; G D leads there."));
}

void TstFinds::cardLeavesTheFilmItsKeys()
{
    QVERIFY(openCase());
    QTRY_COMPARE(timeline()->ticksOn(200).size(), 1);
    QTRY_COMPARE(timeline()->ticksOn(78).size(), 1);
    QTRY_COMPARE(frame(), 0);
    auto *canvas = pane()->viewer()->findChild<ui::PictureCanvas *>();
    canvas->setFocus();
    m_seat->press(Qt::Key_F7);
    QTRY_COMPARE(frame(), 78);
    m_seat->press(Qt::Key_F8);
    QTRY_VERIFY(card()->isAncestorOf(QApplication::focusWidget()));
    m_seat->press(Qt::Key_F11); // one that the window knows nothing of
    QVERIFY(canvas->window() != m_seat->window.get());
    QTRY_COMPARE(QApplication::focusWidget(), canvas);
    m_seat->press(Qt::Key_Escape);
    QTRY_COMPARE(canvas->window(), m_seat->window.get());
    QTRY_COMPARE(QApplication::focusWidget(), canvas);
    m_seat->press(Qt::Key_F8);
    QTRY_VERIFY(card()->isAncestorOf(QApplication::focusWidget()));
    m_seat->press(Qt::Key_Escape);
    QVERIFY(!card()->isVisible());
    QVERIFY(!m_seat->find<QToolButton>("buyerFacts")->isChecked());
    QTRY_VERIFY(pane()->viewer()->isAncestorOf(QApplication::focusWidget()));
    m_seat->press(Qt::Key_F7);
    QTRY_COMPARE(frame(), 200);
}

void TstFinds::panesShareOneSearch()
{
    m_seat->loader.heldBack = true;
    const auto searches = std::make_shared<ui::FileSearches>(m_seat->loader);
    ui::FindsKeeper left(searches, nullptr), right(searches, nullptr);
    ui::EvidenceRef ref;
    ref.kind = domain::ExhibitKind::Video;
    ref.sha256 = film();
    left.look(&ref);
    right.look(&ref);
    QCOMPARE(m_seat->loader.searched, QList<QByteArray>{film()});
    QTRY_COMPARE(left.finds().permille, 420);
    QCOMPARE(right.finds(), left.finds());
    left.choose(QStringLiteral("hint 0"));
    QVERIFY(right.chosen().isEmpty()); // what is chosen is each pane's own
    const qsizetype before = m_seat->loader.cancelledTickets.size();
    left.look(nullptr);
    QCOMPARE(m_seat->loader.cancelledTickets.size(), before); // the other still looks
    QCOMPARE(int(right.finds().hintState), int(presentation::FileFinds::State::Looking));
    right.look(nullptr);
    QVERIFY(m_seat->loader.cancelledTickets.size() > before);
    left.look(&ref); // anew
    QCOMPARE(m_seat->loader.searched.size(), 2);
}

QObject *make_tst_finds();
QObject *make_tst_finds()
{
    return new TstFinds;
}

#include "tst_finds.moc"
