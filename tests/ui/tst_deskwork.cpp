// SPDX-License-Identifier: GPL-3.0-or-later
#include "seat.h"

#include "../../ui/casefile/evidencepane.h"
#include "../../ui/casefile/notedialog.h"
#include "../../ui/casefile/notespanel.h"
#include "../../ui/citing/citationmime.h"
#include "../../ui/viewing/picturecanvas.h"

#include <QtGui/QDragEnterEvent>
#include <QtGui/QDropEvent>
#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QCompleter>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QTabBar>
#include <QtWidgets/QToolButton>

using namespace arb;
using namespace arb::tests;

/// What the desk adds to a case in the window: pictures kept as exhibits, and notes.
class TstUiDeskWork : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void keptRegionLeavesThePlaceAndLeadsBack();
    void regionIsCutFromAllPixels();
    void keptReadingIsATextThatLeadsBack();
    void noteIsPinnedToThePlaceOnShow();
    void offeredNamesAreChosenByKeys_data();
    void offeredNamesAreChosenByKeys();
    void placeDroppedOnTheNotesIsPinned();
    void notesAreListedAndLeadToTheirPlace();
    void listSaysWhenAPlaceHasChanged();
    void onlyQuotableNotesGoIntoTheReasons();

private:
    ui::ViewerWidget *viewer() const { return m_seat->find<ui::EvidencePane>("buyerPane")->viewer(); }
    ui::PictureCanvas *canvas() const { return viewer() ? viewer()->findChild<ui::PictureCanvas *>() : nullptr; }
    domain::CaseId admit(const char *caseNo)
    {
        const domain::CaseId id = m_desk->admit(QString::fromLatin1(caseNo), [](domain::CaseFile &file) {
            file.exhibits[0].kind = domain::ExhibitKind::Image;
            domain::Exhibit words = file.exhibits.constFirst();
            words.id = QStringLiteral("b2");
            words.kind = domain::ExhibitKind::Text;
            words.file = QStringLiteral("evidence/b2.txt");
            file.exhibits.append(words);
        });
        m_desk->claim(m_desk->lin, id);
        return id;
    }
    QTabBar *tabs() const { return m_seat->find<QTabBar>("buyerExhibits"); }
    void closeDialog()
    {
        QTRY_VERIFY(!Seat::dialog());
        m_seat->window->activateWindow(); // nobody manages windows here
        QTRY_VERIFY(m_seat->window->isActiveWindow());
    }

    std::unique_ptr<SmallDesk> m_desk;
    std::unique_ptr<Seat> m_seat;
    domain::CaseId m_case;
    QString m_picture; ///< the buyer's first exhibit
};

void TstUiDeskWork::init()
{
    m_desk = std::make_unique<SmallDesk>();
    m_case = admit("D-1");
    m_seat = std::make_unique<Seat>(*m_desk, m_desk->lin);
    QVERIFY(m_seat->show());
    QVERIFY(m_seat->open(m_case));
    QTRY_VERIFY(canvas() && canvas()->hasPicture());
    m_picture = viewer()->shown().exhibitId;
}

void TstUiDeskWork::cleanup()
{
    m_seat.reset();
    m_desk.reset();
}

void TstUiDeskWork::keptRegionLeavesThePlaceAndLeadsBack()
{
    const int before = tabs()->count();
    canvas()->setRegion(QRect(20, 0, 40, 20));
    viewer()->findChild<QAction *>(QStringLiteral("viewKeepRegion"))->trigger();
    QTRY_VERIFY(domain::findExhibit(m_desk->record(m_case).file, QStringLiteral("d1")));
    const domain::Exhibit made = *domain::findExhibit(m_desk->record(m_case).file, QStringLiteral("d1"));
    QCOMPARE(made.party, domain::Party::Buyer);
    QVERIFY(made.derivedFrom);
    QCOMPARE(made.derivedFrom->exhibit, m_picture);
    QCOMPARE(made.derivedFrom->how, domain::DerivedHow::Crop);
    QCOMPARE(made.derivedFrom->region, std::optional(QRect(20, 0, 40, 20)));
    QTRY_COMPARE(tabs()->count(), before + 1);
    QTRY_VERIFY2(m_seat->toast().contains(QStringLiteral("d1")), qPrintable(m_seat->toast()));
    QCOMPARE(viewer()->shown().exhibitId, m_picture); // nothing moved
    QCOMPARE(canvas()->region(), std::optional(QRect(20, 0, 40, 20)));
    int tab = -1;
    for (int n = 0; n < tabs()->count(); ++n)
        tab = tabs()->tabText(n) == u"d1" ? n : tab;
    QVERIFY(tab >= 0);
    QVERIFY2(tabs()->accessibleTabName(tab).contains(QStringLiteral("made at the desk")), qPrintable(tabs()->accessibleTabName(tab)));

    m_seat->loader.pictures.insert(made.sha256, FakeLoader::fullPicture(numberedFrame(1).copy(20, 0, 40, 20)));
    tabs()->setCurrentIndex(tab);
    QTRY_COMPARE(canvas()->fullSize(), QSize(40, 20));
    m_seat->trigger("source");
    QTRY_COMPARE(viewer()->shown().exhibitId, m_picture);
    m_seat->trigger("source"); // handed in: says so
    QVERIFY(m_seat->toast().contains(QStringLiteral("handed in")));
}

/// A picture that is shown scaled is cut out of the full one.
void TstUiDeskWork::regionIsCutFromAllPixels()
{
    m_seat->loader.pictures.insert(QByteArray(64, 'a'), FakeLoader::fullPicture(numberedFrame(77).scaled(3200, 1800)));
    const domain::CaseId other = m_case;
    viewer()->show(ui::EvidenceRef(viewer()->shown())); // anew, from the larger file
    QTRY_COMPARE(canvas()->fullSize(), QSize(3200, 1800));
    QSignalSpy taken(viewer(), &ui::ViewerWidget::cropTaken);
    canvas()->setRegion(QRect(1000, 10, 300, 200));
    viewer()->findChild<QAction *>(QStringLiteral("viewKeepRegion"))->trigger();
    QTRY_COMPARE(taken.size(), 1);
    QCOMPARE(taken.at(0).at(0).value<QImage>().size(), QSize(3200, 1800));
    QTRY_VERIFY(domain::findExhibit(m_desk->record(other).file, QStringLiteral("d1")));
    const QJsonObject facts = domain::findExhibit(m_desk->record(other).file, QStringLiteral("d1"))->facts;
    QCOMPARE(facts.value(QLatin1StringView("width")).toInt(), 300);
    QCOMPARE(facts.value(QLatin1StringView("height")).toInt(), 200);
}

void TstUiDeskWork::keptReadingIsATextThatLeadsBack()
{
    domain::MachineReading reading;
    reading.size = canvas()->fullSize();
    const domain::ReadWord word{QString::fromUtf8("补偿332.12元"), QRect(2, 2, 30, 10), 93};
    reading.bubbles = {{domain::ReadBubble::Side::Left, {{{word}}}}};
    m_seat->loader.readings.insert(viewer()->shown().sha256, reading);
    viewer()->findChild<QAction *>(QStringLiteral("viewReading"))->setChecked(true);
    QTRY_COMPARE(viewer()->findChild<QListWidget *>(QStringLiteral("readingLines"))->count(), 1);
    viewer()->findChild<QAction *>(QStringLiteral("viewKeepReading"))->trigger();
    QTRY_VERIFY(domain::findExhibit(m_desk->record(m_case).file, QStringLiteral("d1")));
    const domain::Exhibit made = *domain::findExhibit(m_desk->record(m_case).file, QStringLiteral("d1"));
    QCOMPARE(made.kind, domain::ExhibitKind::Text);
    QCOMPARE(made.caption, QStringLiteral("OCR %1").arg(m_picture));
    QVERIFY(made.derivedFrom);
    QCOMPARE(made.derivedFrom->how, domain::DerivedHow::Ocr);
    QCOMPARE(made.derivedFrom->exhibit, m_picture);
    QCOMPARE(made.derivedFrom->sha256, viewer()->shown().sha256);
    QTRY_VERIFY2(m_seat->toast().contains(QStringLiteral("d1")), qPrintable(m_seat->toast()));
    const auto itsTab = [this] {
        int tab = -1;
        for (int n = 0; n < tabs()->count(); ++n)
            tab = tabs()->accessibleTabName(n).contains(QStringLiteral("machine reading of")) ? n : tab;
        return tab;
    };
    QTRY_VERIFY(itsTab() >= 0);
    tabs()->setCurrentIndex(itsTab());
    QTRY_COMPARE(viewer()->shown().exhibitId, QStringLiteral("d1"));
    m_seat->trigger("source");
    QTRY_COMPARE(viewer()->shown().exhibitId, m_picture);
}

void TstUiDeskWork::noteIsPinnedToThePlaceOnShow()
{
    canvas()->setFocus();
    canvas()->setRegion(QRect(20, 10, 40, 20));
    m_seat->press(Qt::Key_N);
    QVERIFY(Seat::hasDialog());
    QVERIFY(Seat::dialog()->findChild<QCheckBox *>(QStringLiteral("notePin"))->isChecked());
    QCOMPARE(Seat::dialog()->findChild<QComboBox *>(QStringLiteral("noteVisibility"))->currentIndex(), 0); // stays in the house by itself
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("look here @nobody"));
    m_seat->press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(m_desk->record(m_case).notes.size(), 1);
    const domain::DeskNote note = m_desk->record(m_case).notes.constFirst();
    QCOMPARE(note.text, QStringLiteral("look here @nobody"));
    QTRY_VERIFY2(m_seat->toast().contains(QStringLiteral("called @nobody")), qPrintable(m_seat->toast()));
    QCOMPARE(note.visibility, domain::NoteVisibility::DeskOnly);
    QVERIFY(note.place);
    QCOMPARE(note.place->exhibit, m_picture);
    QCOMPARE(note.place->region, std::optional(QRect(20, 10, 40, 20)));
    closeDialog();
}

void TstUiDeskWork::offeredNamesAreChosenByKeys_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<bool>("inTheList"); // where the keys of a keyboard go while it is open
    QTest::addColumn<int>("downs");
    QTest::addColumn<bool>("begun");
    for (const auto &[name, key] : {std::pair("Return", Qt::Key_Return), std::pair("Enter", Qt::Key_Enter), std::pair("Tab", Qt::Key_Tab)}) {
        QTest::addRow("%s", name) << int(key) << true << 0 << false;
        QTest::addRow("Down, %s", name) << int(key) << true << 1 << false;
        QTest::addRow("begun, %s", name) << int(key) << true << 0 << true;
        QTest::addRow("begun, Down, %s", name) << int(key) << true << 1 << true; // there is one name only, and it stays marked
        QTest::addRow("%s in the field", name) << int(key) << false << 0 << false;
    }
}

void TstUiDeskWork::offeredNamesAreChosenByKeys()
{
    QFETCH(int, key);
    QFETCH(bool, inTheList);
    QFETCH(int, downs);
    QFETCH(bool, begun);
    const QString first = m_desk->xu.name, second = m_desk->chen.name;
    ui::NoteDialog dialog(std::nullopt, QString(), {first, second}, QStringLiteral("x "), m_seat->window.get());
    dialog.open();
    QVERIFY(Seat::hasDialog());
    auto *field = dialog.findChild<QPlainTextEdit *>(QStringLiteral("dialogText"));
    QAbstractItemView *names = dialog.findChild<QCompleter *>()->popup();
    QTest::keyClick(field, '@');
    QTRY_VERIFY(names->isVisible());
    if (begun) { // by what comes from an input method
        QInputMethodEvent typed;
        typed.setCommitString(first.left(1));
        QApplication::sendEvent(field, &typed);
        QCOMPARE(names->model()->rowCount(), 1);
        QVERIFY(names->isVisible());
    }
    for (int n = 0; n < downs; ++n)
        QTest::keyClick(names, Qt::Key_Down);
    QTest::keyClick(inTheList ? static_cast<QWidget *>(names) : field, static_cast<Qt::Key>(key));
    const QString expected = downs > 0 && !begun ? second : first;
    QCOMPARE(field->toPlainText(), QString(u"x @" + expected + u' '));
    QVERIFY(!names->isVisible());
    QVERIFY(field->hasFocus());
    must(m_desk->commands.note(m_desk->as(m_desk->lin), m_case, dialog.wish()), "note");
    QCOMPARE(m_desk->record(m_case).notes.constLast().mentions, QStringList{expected});
}

void TstUiDeskWork::placeDroppedOnTheNotesIsPinned()
{
    m_seat->trigger("notes");
    auto *panel = m_seat->find("notesPanel");
    QTRY_VERIFY(panel->isVisible());
    domain::Citation place; // not the one on show
    place.exhibit = m_picture;
    place.region = QRect(1, 2, 30, 40);
    const auto data = ui::citationMime({place}, m_desk->record(m_case).file);
    QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, data.get(), Qt::LeftButton, Qt::NoModifier);
    enter.ignore();
    QApplication::sendEvent(panel, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent fall(QPoint(5, 5), Qt::CopyAction, data.get(), Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(panel, &fall);
    QVERIFY(Seat::hasDialog());
    QVERIFY(Seat::dialog()->findChild<QCheckBox *>(QStringLiteral("notePin"))->isChecked());
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("seen there"));
    m_seat->press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(m_desk->record(m_case).notes.size(), 1);
    const domain::DeskNote note = m_desk->record(m_case).notes.constFirst();
    QVERIFY(note.place);
    QCOMPARE(note.place->exhibit, m_picture);
    QCOMPARE(note.place->region, place.region);
    closeDialog();
}

void TstUiDeskWork::notesAreListedAndLeadToTheirPlace()
{
    domain::Citation place;
    place.exhibit = m_picture;
    place.region = QRect(1, 2, 30, 40);
    must(m_desk->commands.note(m_desk->as(m_desk->lin), m_case, usecases::NoteWish{.text = QStringLiteral("pinned"), .place = place}), "note");
    m_seat->session.reopen();
    m_seat->trigger("notes");
    auto *list = m_seat->find<QListWidget>("notesList");
    QTRY_COMPARE(list->count(), 1);
    QVERIFY2(list->item(0)->text().contains(QStringLiteral("pinned")), qPrintable(list->item(0)->text()));
    tabs()->setCurrentIndex(1);
    m_seat->find<QToolButton>("noteGo")->click();
    QTRY_COMPARE(tabs()->currentIndex(), 0);
    QVERIFY(m_seat->find<QToolButton>("noteRemove")->isEnabled());
    m_seat->find<QToolButton>("noteRemove")->click();
    QTRY_VERIFY(m_desk->record(m_case).notes.isEmpty());
    QTRY_COMPARE(list->count(), 0);
    m_seat->trigger("notes");
    QVERIFY(!m_seat->find("notesPanel")->isVisible());
}

void TstUiDeskWork::listSaysWhenAPlaceHasChanged()
{
    usecases::CaseView view;
    view.record.file = m_desk->record(m_case).file;
    domain::DeskNote note{domain::NoteId(1), domain::UtcMs(1), QStringLiteral("lin"), QStringLiteral("odd")};
    note.place.emplace();
    note.place->message = QStringLiteral("c1");
    note.place->sha256 = QByteArray(64, '0'); // of other words than stand there
    view.record.notes = {note};
    ui::NotesPanel panel;
    panel.setCase(view, m_desk->lin);
    const QString line = panel.findChild<QListWidget *>(QStringLiteral("notesList"))->item(0)->text();
    QVERIFY2(line.endsWith(QStringLiteral("odd [chat c1] (changed since it was cited)")), qPrintable(line));
}

/// Break-it: a note for the desk only has no way into a text that parties read.
void TstUiDeskWork::onlyQuotableNotesGoIntoTheReasons()
{
    must(m_desk->commands.note(m_desk->as(m_desk->lin), m_case, usecases::NoteWish{.text = QStringLiteral("SECRET")}), "note");
    m_desk->advance(1000);
    must(m_desk->commands.note(m_desk->as(m_desk->lin), m_case, usecases::NoteWish{.text = QStringLiteral("shown to all"), .visibility = domain::NoteVisibility::MayBeQuoted}), "note");
    m_seat->session.reopen();
    m_seat->trigger("notes");
    auto *list = m_seat->find<QListWidget>("notesList");
    QTRY_COMPARE(list->count(), 2);
    const auto *reasons = m_seat->find<QPlainTextEdit>("reasonsZh");
    list->setCurrentRow(1); // the older one
    QVERIFY(list->currentItem()->text().contains(QStringLiteral("SECRET")));
    QVERIFY(!m_seat->find<QToolButton>("noteQuote")->isEnabled());
    m_seat->find<QToolButton>("noteQuote")->click();
    QVERIFY(reasons->toPlainText().isEmpty());
    list->setCurrentRow(0);
    m_seat->find<QToolButton>("noteQuote")->click();
    QTRY_COMPARE(reasons->toPlainText(), QStringLiteral("shown to all"));
    QTRY_COMPARE(m_seat->ruling.draft().reasonsZh, QStringLiteral("shown to all"));
}

QObject *make_tst_deskwork();
QObject *make_tst_deskwork()
{
    return new TstUiDeskWork;
}

#include "tst_deskwork.moc"
