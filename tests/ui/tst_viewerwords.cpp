// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakeevidence.h"

#include "../../ui/viewing/chatmodel.h"
#include "../../ui/viewing/trackmodel.h"

#include <ui/viewers.h>

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListView>
#include <QtWidgets/QPlainTextEdit>

using namespace arb;

/// Chats, parcel tracks and texts: everything said stays visible, everything can be pointed at.
class TstViewerwords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void daysAndSilencesAreRows();
    void selectedMessageIsTheCitation();
    void searchCountsAndJumps();
    void wordsOfATextAreFoundOverLineEnds();
    void longTextsAreWholeAndSearched();
    void recallsAndEditsAreTold();
    void quotesLeadToTheirMessage();
    void chatFilesAreReadAsChatsOrAsLines();
    void pictureInChatCanBeOpened();
    void hiddenCharactersAreShown();
    void scansAreCitedOutAndBack();
    void missingTextSaysWhy();

private:
    ui::ViewerWidget *open(const QString &code, const ui::EvidenceRef &ref);
    ui::EvidenceRef chatRef() const;
    std::unique_ptr<tests::FakeLoader> m_loader;
    std::unique_ptr<QWidget> m_window;
};

static domain::UtcMs at(int day, int hour, int minute)
{
    return domain::UtcMs::fromPlatform(QDate(2026, 10, day), QTime(hour, minute));
}

static domain::ChatMessage said(const QString &id, domain::UtcMs when, domain::Party from, const QString &text)
{
    domain::ChatMessage message;
    message.id = id;
    message.at = when;
    message.from = from;
    message.text = text;
    return message;
}

void TstViewerwords::init()
{
    m_loader = std::make_unique<tests::FakeLoader>();
    m_window = std::make_unique<QWidget>();
    m_window->resize(480, 420);
    m_window->show();
}

void TstViewerwords::cleanup()
{
    m_window.reset();
    m_loader.reset();
}

ui::ViewerWidget *TstViewerwords::open(const QString &code, const ui::EvidenceRef &ref)
{
    ui::ViewerWidget *viewer = ui::findViewer(code)->create(*m_loader, m_window.get());
    viewer->setGeometry(m_window->rect());
    viewer->QWidget::show();
    viewer->show(ref);
    return viewer;
}

ui::EvidenceRef TstViewerwords::chatRef() const
{
    using P = domain::Party;
    ui::EvidenceRef ref;
    ref.kind = domain::ExhibitKind::Chat;
    ref.chat = {said(QStringLiteral("m1"), at(8, 10, 0), P::Buyer, QStringLiteral("The strap is broken")),
                said(QStringLiteral("m2"), at(8, 10, 5), P::Merchant, QStringLiteral("Please send a photo of the STRAP")),
                said(QStringLiteral("m3"), at(8, 14, 30), P::Buyer, QStringLiteral("Here it is")),
                said(QStringLiteral("m4"), at(9, 9, 0), P::Merchant, QStringLiteral("We will pay the strap")),
                said(QStringLiteral("m5"), at(9, 9, 1), P::Platform, QStringLiteral("The merchant took a message back"))};
    ref.chat[2].exhibit = QStringLiteral("B1");
    ref.pictures.insert(QStringLiteral("B1"), "photo");
    ref.chat[3].recalledAt = at(9, 9, 1);
    ref.chat[1].editedAt = at(8, 10, 6);
    ref.chat[3].replyTo = QStringLiteral("m1");
    return ref;
}

void TstViewerwords::daysAndSilencesAreRows()
{
    ui::ChatModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setMessages(chatRef().chat);
    QStringList kinds;
    for (int row = 0; row < model.rowCount(); ++row) {
        const ui::ChatRow::Kind kind = model.row(row).kind;
        kinds.append(kind == ui::ChatRow::Kind::Day ? QStringLiteral("day")
                         : kind == ui::ChatRow::Kind::Gap ? QStringLiteral("gap")
                                                          : model.message(model.row(row).message).id);
    }
    QCOMPARE(kinds.join(QLatin1Char(' ')), QStringLiteral("day m1 m2 gap m3 day m4 m5"));
    QVERIFY(model.breakText(model.row(3)).contains(QStringLiteral("4 h 25 min")));
    QCOMPARE(model.breakText(model.row(5)), QStringLiteral("2026-10-09"));
}

void TstViewerwords::selectedMessageIsTheCitation()
{
    ui::ViewerWidget *viewer = open(QStringLiteral("chat"), chatRef());
    auto *list = viewer->findChild<QListView *>(QStringLiteral("chatList"));
    QVERIFY(!viewer->currentCitation());
    QSignalSpy changed(viewer, &ui::ViewerWidget::citationChanged);
    list->setCurrentIndex(list->model()->index(4, 0));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(viewer->currentCitation()->message, QStringLiteral("m3"));
    QVERIFY(viewer->currentCitation()->exhibit.isEmpty()); // exactly one thing is cited
    domain::Citation citation;
    citation.message = QStringLiteral("m4");
    viewer->goTo(citation, {});
    QCOMPARE(viewer->currentCitation()->message, QStringLiteral("m4"));
}

void TstViewerwords::searchCountsAndJumps()
{
    ui::ViewerWidget *viewer = open(QStringLiteral("chat"), chatRef());
    auto *field = viewer->findChild<QLineEdit *>(QStringLiteral("viewerSearch"));
    auto *count = viewer->findChild<QLabel *>(QStringLiteral("viewerSearchCount"));
    QTest::keyClicks(field, QStringLiteral("strap"));
    QCOMPARE(count->text(), QStringLiteral("1 of 3"));
    QCOMPARE(viewer->currentCitation()->message, QStringLiteral("m1"));
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(viewer->currentCitation()->message, QStringLiteral("m2"));
    QTest::keyClick(field, Qt::Key_Return, Qt::ShiftModifier);
    QTest::keyClick(field, Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(viewer->currentCitation()->message, QStringLiteral("m4"));
    QCOMPARE(count->text(), QStringLiteral("3 of 3"));
    field->setText(QStringLiteral("nowhere"));
    QCOMPARE(count->text(), QStringLiteral("Not found"));
}

void TstViewerwords::wordsOfATextAreFoundOverLineEnds()
{
    m_loader->texts.insert("text", "agreed to pay\r\nthree  times\nand PAY three more\n");
    ui::EvidenceRef ref;
    ref.kind = domain::ExhibitKind::Text;
    ref.exhibitId = QStringLiteral("B8");
    ref.sha256 = "text";
    ui::ViewerWidget *viewer = open(QStringLiteral("text"), ref);
    auto *edit = viewer->findChild<QPlainTextEdit *>(QStringLiteral("textContent"));
    QTRY_VERIFY(!edit->toPlainText().isEmpty());
    auto *field = viewer->findChild<QLineEdit *>(QStringLiteral("viewerSearch"));
    auto *count = viewer->findChild<QLabel *>(QStringLiteral("viewerSearchCount"));
    field->setText(QStringLiteral("pay three"));
    QCOMPARE(count->text(), QStringLiteral("1 of 2"));
    QCOMPARE(edit->textCursor().selectedText(), QStringLiteral("pay\u2029three"));
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(edit->textCursor().selectedText(), QStringLiteral("PAY three"));
    field->setText(QStringLiteral("three times"));
    QCOMPARE(edit->textCursor().selectedText(), QStringLiteral("three  times"));
}

/// Too long for the editor in one go, with a line that is too long for it at all.
void TstViewerwords::longTextsAreWholeAndSearched()
{
    QStringList lines;
    for (int n = 1; n <= 5000; ++n)
        lines.append(QStringLiteral("第 %1 行：手环无法开机").arg(n));
    QString one(10'000, u'长');
    one.replace(3'998, 4, QStringLiteral("断在这里")); // over the place where the editor gets a line end
    lines.append(one);
    lines.append(QStringLiteral("the last line"));
    m_loader->texts.insert("text", lines.join(u'\n').toUtf8());
    ui::EvidenceRef ref;
    ref.kind = domain::ExhibitKind::Text;
    ref.exhibitId = QStringLiteral("B8");
    ref.sha256 = "text";
    ui::ViewerWidget *viewer = open(QStringLiteral("text"), ref);
    auto *edit = viewer->findChild<QPlainTextEdit *>(QStringLiteral("textContent"));
    QTRY_VERIFY(edit->toPlainText().endsWith(QStringLiteral("the last line")));
    QCOMPARE(edit->toPlainText().remove(u'\n'), lines.join(QString()));
    domain::Citation place;
    place.message = QStringLiteral("L5002"); // of the file's lines, whatever the editor makes of them
    viewer->goTo(place, {});
    QCOMPARE(edit->textCursor().selectedText(), QStringLiteral("the last line"));
    auto *field = viewer->findChild<QLineEdit *>(QStringLiteral("viewerSearch"));
    auto *count = viewer->findChild<QLabel *>(QStringLiteral("viewerSearchCount"));
    field->setText(QStringLiteral("断在这里"));
    QCOMPARE(count->text(), QStringLiteral("1 of 1"));
    QCOMPARE(edit->textCursor().selectedText(), QStringLiteral("断在\u2029这里"));
    field->setText(QStringLiteral("last line"));
    QCOMPARE(edit->textCursor().selectedText(), QStringLiteral("last line"));
    field->setText(QStringLiteral("手环"));
    QCOMPARE(count->text(), QStringLiteral("1 of 5000"));
    // Only what is in view is marked: the editor goes through all of it at every painting.
    QVERIFY(!edit->extraSelections().isEmpty() && edit->extraSelections().size() < 200);
}

void TstViewerwords::recallsAndEditsAreTold()
{
    ui::ChatModel model;
    model.setMessages(chatRef().chat);
    QCOMPARE(model.footText(model.message(1)), QStringLiteral("10:05:00 · edited 10:06:00"));
    QCOMPARE(model.footText(model.message(3)), QStringLiteral("09:00:00 · recalled 09:01:00"));
    const QString spoken = model.index(model.rowOf(QStringLiteral("m4"))).data(Qt::AccessibleTextRole).toString();
    QVERIFY(spoken.contains(QStringLiteral("recalled")) && spoken.contains(QStringLiteral("We will pay")));
}

void TstViewerwords::quotesLeadToTheirMessage()
{
    ui::ViewerWidget *viewer = open(QStringLiteral("chat"), chatRef());
    auto *list = viewer->findChild<QListView *>(QStringLiteral("chatList"));
    domain::Citation citation;
    citation.message = QStringLiteral("m4");
    viewer->goTo(citation, {});
    Q_EMIT list->activated(list->currentIndex());
    QCOMPARE(viewer->currentCitation()->message, QStringLiteral("m1"));
}

void TstViewerwords::chatFilesAreReadAsChatsOrAsLines()
{
    const QJsonObject line{{QStringLiteral("id"), QStringLiteral("x1")},
                           {QStringLiteral("at"), QStringLiteral("2026-10-08T10:00:00+08:00")},
                           {QStringLiteral("from"), QStringLiteral("merchant")},
                           {QStringLiteral("text"), QStringLiteral("hello")}};
    m_loader->texts.insert("json", QJsonDocument(QJsonArray{line, line}).toJson());
    m_loader->texts.insert("lines", "one\r\ntwo\nthree\n");
    ui::EvidenceRef ref;
    ref.kind = domain::ExhibitKind::Chat;
    ref.exhibitId = QStringLiteral("B7");
    ref.sha256 = "json";
    ui::ViewerWidget *viewer = open(QStringLiteral("chat"), ref);
    auto *list = viewer->findChild<QListView *>(QStringLiteral("chatList"));
    QTRY_COMPARE(list->model()->rowCount(), 3);
    QCOMPARE(viewer->currentCitation()->exhibit, QStringLiteral("B7"));
    QVERIFY(viewer->currentCitation()->message.isEmpty());
    ref.sha256 = "lines";
    viewer->show(ref);
    QTRY_COMPARE(list->model()->index(2, 0).data().toString(), QStringLiteral("three"));
}

void TstViewerwords::pictureInChatCanBeOpened()
{
    QImage photo(400, 300, QImage::Format_RGB32);
    photo.fill(Qt::green);
    m_loader->pictures.insert("photo", tests::FakeLoader::fullPicture(photo));
    ui::ViewerWidget *viewer = open(QStringLiteral("chat"), chatRef());
    auto *list = viewer->findChild<QListView *>(QStringLiteral("chatList"));
    auto *model = static_cast<ui::ChatModel *>(list->model());
    domain::Citation citation;
    citation.message = QStringLiteral("m3");
    viewer->goTo(citation, {});
    QTRY_VERIFY(!model->picture(QStringLiteral("B1")).isNull()); // asked for when it came into view
    QSignalSpy wanted(viewer, &ui::ViewerWidget::exhibitRequested);
    Q_EMIT list->activated(list->currentIndex());
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.first().first().toString(), QStringLiteral("B1"));
}

void TstViewerwords::hiddenCharactersAreShown()
{
    m_loader->texts.insert("text", QStringLiteral("pay \u202Eevil\u202C now\n<b>bold</b>").toUtf8());
    ui::EvidenceRef ref;
    ref.kind = domain::ExhibitKind::Text;
    ref.exhibitId = QStringLiteral("B8");
    ref.sha256 = "text";
    ui::ViewerWidget *viewer = open(QStringLiteral("text"), ref);
    auto *edit = viewer->findChild<QPlainTextEdit *>(QStringLiteral("textContent"));
    QTRY_VERIFY(!edit->toPlainText().isEmpty());
    QVERIFY(!edit->toPlainText().contains(QChar(0x202E)));
    QVERIFY(edit->toPlainText().contains(QStringLiteral("<b>bold</b>")));
    QVERIFY(edit->isReadOnly());
    QVERIFY(edit->toPlainText().startsWith(QStringLiteral("pay ⟦U+202E⟧evil⟦U+202C⟧ now")));
    // What a terminal would have obeyed is read here.
    m_loader->texts.insert("terminal", "paid \x1B[8mnot\x1B[0m\b\a\x7F");
    ref.sha256 = "terminal";
    viewer->show(ref);
    QTRY_COMPARE(edit->toPlainText(), QStringLiteral("paid ⟦U+001B⟧[8mnot⟦U+001B⟧[0m⟦U+0008⟧⟦U+0007⟧⟦U+007F⟧"));
    // A page's or a line's end that no line feed made breaks the line in sight.
    m_loader->texts.insert("breaks", "one\ftwo\rthree\r\nfour\n");
    ref.sha256 = "breaks";
    viewer->show(ref);
    QTRY_COMPARE(edit->toPlainText(), QStringLiteral("one⟦U+000C⟧\ntwo⟦U+000D⟧\nthree\nfour"));
    ui::ChatModel chat;
    chat.setMessages({said(QStringLiteral("m1"), at(8, 10, 0), domain::Party::Buyer, QStringLiteral("1\u202E00\u0007"))});
    QCOMPARE(chat.message(0).text, QStringLiteral("1⟦U+202E⟧00⟦U+0007⟧"));
}

void TstViewerwords::scansAreCitedOutAndBack()
{
    ui::EvidenceRef ref;
    ref.kind = domain::ExhibitKind::Logistics;
    ref.track = {{at(1, 9, 0), QStringLiteral("Hangzhou"), QStringLiteral("picked_up"), QStringLiteral("Taken over")},
                 {at(2, 11, 0), QStringLiteral("Chengdu"), QStringLiteral("signed"), QStringLiteral("Signed at the door")}};
    ref.wayBack = {{at(6, 8, 0), QStringLiteral("Chengdu"), QStringLiteral("picked_up"), QString()},
                   {at(8, 8, 0), QStringLiteral("Hangzhou"), QStringLiteral("signed"), QString()}};
    ui::ViewerWidget *viewer = open(QStringLiteral("logistics"), ref);
    auto *list = viewer->findChild<QListView *>(QStringLiteral("logisticsList"));
    QCOMPARE(list->model()->rowCount(), 6);
    list->setCurrentIndex(list->model()->index(2, 0));
    QCOMPARE(viewer->currentCitation()->logistics.value_or(-1), 1);
    list->setCurrentIndex(list->model()->index(5, 0));
    QCOMPARE(viewer->currentCitation()->fact, QStringLiteral("/return/logistics/1"));
    QVERIFY(!viewer->currentCitation()->logistics);
    domain::Citation citation;
    citation.fact = QStringLiteral("/return/logistics/0");
    viewer->goTo(citation, {});
    QCOMPARE(list->currentIndex().row(), 4);
    const QString spoken = list->model()->index(2, 0).data(Qt::AccessibleTextRole).toString();
    QVERIFY(spoken.contains(QStringLiteral("2026-10-02 11:00")) && spoken.contains(QStringLiteral("Signed at the door")));
}

void TstViewerwords::missingTextSaysWhy()
{
    ui::EvidenceRef ref;
    ref.kind = domain::ExhibitKind::Text;
    ref.exhibitId = QStringLiteral("B9");
    ref.sha256 = "absent";
    ref.caption = QStringLiteral("a %2 caption");
    ui::ViewerWidget *viewer = open(QStringLiteral("text"), ref);
    QTRY_VERIFY(viewer->isBroken());
    const QString said = viewer->findChild<QLabel *>(QStringLiteral("viewerMessage"))->text();
    // What is not there is not called stored in the same breath.
    const QString due = QStringLiteral("\"a %2 caption\" cannot be shown: the file is not in the evidence store. Other exhibits are not affected; ");
    QVERIFY2(said.startsWith(due), qPrintable(said));
}

QObject *make_tst_viewerwords()
{
    return new TstViewerwords;
}

#include "tst_viewerwords.moc"
