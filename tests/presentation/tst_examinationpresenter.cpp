// SPDX-License-Identifier: GPL-3.0-or-later
#include <presentingdesk.h>

#include <presentation/errortext.h>
#include <presentation/examinationpresenter.h>

#include <usecases/examination.h>

#include <QtTest/QTest>

using namespace arb;
using namespace arb::tests;
using presentation::ExaminationPresenter;
using presentation::Session;

/// Marks and views of the open case as the window has them: at once, and never lost without a word.
class TstExaminationPresenter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followsTheOpenCase();
    void seesWhatOthersMark();
    void showsAMarkAtOnce();
    void takesBackWhatIsRefused();
    void aLostAnswerIsAskedForAgain();
    void removesAndRestores();
    void removesBeforeItIsStored();
    void correctsAtOnceAndInOrder();
    void takesBackACorrectionThatIsRefused();
    void aLostCorrectionIsAskedForAgain();
    void writesTheLastViewOnly();
    void writesWhenAnotherCaseOpens();
    void keepsViewsWhileTheDatabaseIsAway();
    void readersLeaveNoMarks();
};

namespace {

domain::Exhibit picture()
{
    domain::Exhibit exhibit;
    exhibit.id = QStringLiteral("p1");
    exhibit.kind = domain::ExhibitKind::Image;
    exhibit.file = QStringLiteral("evidence/p1.png");
    exhibit.sha256 = QByteArray(64, 'c');
    exhibit.facts = {{QStringLiteral("width"), 100}, {QStringLiteral("height"), 80}};
    return exhibit;
}

domain::Mark box(int right = 40)
{
    domain::Mark mark;
    mark.exhibit = QStringLiteral("p1");
    mark.sha256 = QByteArray(64, 'c');
    mark.points = {{10, 20}, {right, 60}};
    return mark;
}

domain::ExhibitView zoomed(double zoom)
{
    domain::ExhibitView view;
    view.exhibit = QStringLiteral("p1");
    view.sha256 = QByteArray(64, 'c');
    view.view.zoom = zoom;
    return view;
}

/// A case with a picture, open, and the presenter on it.
struct Sheet
{
    PresentingDesk at;
    ExaminationPresenter presenter{at.session};
    domain::CaseId id;
    QStringList failures;

    Sheet()
    {
        at.session.findChild<QTimer *>(QStringLiteral("reconnect"))->setInterval(5);
        presenter.findChild<QTimer *>(QStringLiteral("quiet"))->setInterval(5);
        QObject::connect(&presenter, &ExaminationPresenter::failed, &presenter, [this](const QString &sentence) { failures.append(sentence); });
        id = admit(QStringLiteral("D-1"));
        if (!at.open(id))
            qFatal("the case does not open");
    }
    domain::CaseId admit(const QString &caseNo)
    {
        return at.desk.admit(caseNo, [](domain::CaseFile &file) { file.exhibits.append(picture()); });
    }
    domain::Examination stored() { return *at.desk.store.examination(id, at.desk.lin.id); }
    QList<domain::Mark> marks() const { return presenter.examination().marks; }
};

} // namespace

void TstExaminationPresenter::followsTheOpenCase()
{
    Sheet sheet;
    QSignalSpy changed(&sheet.presenter, &ExaminationPresenter::changed);
    const domain::CaseId other = sheet.admit(QStringLiteral("D-2"));
    QVERIFY_DONE(usecases::ExaminationCommands(sheet.at.desk.desk).addMark(sheet.at.desk.as(sheet.at.desk.chen), other, box()));
    QVERIFY(sheet.at.open(other));
    QTRY_COMPARE(sheet.marks().size(), 1);
    QCOMPARE(sheet.marks().first().byName, sheet.at.desk.chen.name);
    QVERIFY(changed.size() == 1);
    sheet.at.session.closeCase();
    QVERIFY(sheet.presenter.examination().isEmpty());
    QCOMPARE(changed.size(), 2);
}

void TstExaminationPresenter::seesWhatOthersMark()
{
    Sheet sheet;
    QTRY_VERIFY(sheet.at.session.view());
    sheet.presenter.leftView(sheet.id, zoomed(3));
    QTRY_COMPARE(sheet.stored().views.size(), 1);
    const domain::Examination before = sheet.presenter.examination();
    QSignalSpy changed(&sheet.presenter, &ExaminationPresenter::changed);
    // Chen marks something and leaves another picture's view, which is no business of the one who looks.
    usecases::ExaminationCommands commands(sheet.at.desk.desk);
    const auto chens = commands.addMark(sheet.at.desk.as(sheet.at.desk.chen), sheet.id, box());
    QVERIFY(chens.ok());
    domain::PairView pair;
    pair.left = pair.right = QStringLiteral("p1");
    pair.leftSha256 = pair.rightSha256 = QByteArray(64, 'c');
    QVERIFY_DONE(commands.savePair(sheet.at.desk.actor(sheet.at.desk.chen), sheet.id, pair));
    sheet.presenter.lookAgain();
    QTRY_COMPARE(changed.size(), 1);
    QCOMPARE(sheet.marks().size(), 1);
    QCOMPARE(sheet.marks().first().byName, sheet.at.desk.chen.name);
    QCOMPARE(sheet.presenter.examination().views, before.views);
    QVERIFY(sheet.presenter.examination().pairs.isEmpty());
    QVERIFY_DONE(commands.removeMark(sheet.at.desk.as(sheet.at.desk.chen), sheet.id, *chens));
    sheet.presenter.lookAgain();
    QTRY_VERIFY(sheet.marks().isEmpty());
    sheet.at.session.reopen(); // the same case read again changes nothing in front of the reader either
    QTRY_VERIFY(sheet.at.session.view());
    QCOMPARE(sheet.presenter.examination().views, before.views);
}

void TstExaminationPresenter::showsAMarkAtOnce()
{
    SmallDesk desk;
    SlowRunner slow(desk.desk);
    MemoryJournal journal;
    Session session(slow, journal);
    session.setActor(desk.actor(desk.lin));
    ExaminationPresenter presenter(session);
    const domain::CaseId id = desk.admit(QStringLiteral("D-1"), [](domain::CaseFile &file) { file.exhibits.append(picture()); });
    QSignalSpy opened(&session, &Session::caseOpened);
    session.open(id);
    slow.runAll();
    QVERIFY(opened.wait(1000));
    slow.runAll();

    QSignalSpy changed(&presenter, &ExaminationPresenter::changed);
    QSignalSpy stored(&presenter, &ExaminationPresenter::stored);
    const domain::MarkId draft = presenter.addMark(id, box());
    QCOMPARE(changed.size(), 1);
    QCOMPARE(presenter.examination().marks.size(), 1);
    QCOMPARE(presenter.examination().marks.first().id, draft);
    QVERIFY(!ExaminationPresenter::isKept(draft));
    slow.runAll();
    QVERIFY(stored.wait(1000));
    const QList<domain::Mark> marks = presenter.examination().marks;
    QCOMPARE(marks.size(), 1);
    QVERIFY(ExaminationPresenter::isKept(marks.first().id));
    QCOMPARE(stored.first().at(0).value<domain::MarkId>(), draft);
    QCOMPARE(stored.first().at(1).value<domain::MarkId>(), marks.first().id);
    QCOMPARE(desk.store.examination(id, desk.lin.id)->marks.first().id, marks.first().id);
}

void TstExaminationPresenter::takesBackWhatIsRefused()
{
    Sheet sheet;
    QVERIFY(!sheet.presenter.addMark(sheet.id, box(101)).isNull());
    QCOMPARE(sheet.marks().size(), 1);
    QTRY_COMPARE(sheet.failures.size(), 1);
    QVERIFY(sheet.marks().isEmpty());
    usecases::CommandError error(usecases::CommandFault::MarkUnfit);
    error.mark = domain::MarkFault::OutsidePicture;
    QCOMPARE(sheet.failures.first(), presentation::errorText(error));

    sheet.at.session.heardOffline();
    QVERIFY(sheet.presenter.addMark(sheet.id, box()).isNull());
    QCOMPARE(sheet.failures.size(), 2);
    QVERIFY(sheet.marks().isEmpty());
}

void TstExaminationPresenter::aLostAnswerIsAskedForAgain()
{
    for (const bool written : {true, false}) {
        Sheet sheet;
        QSignalSpy stored(&sheet.presenter, &ExaminationPresenter::stored);
        sheet.at.desk.store.breakAtNextWrite(written);
        sheet.presenter.addMark(sheet.id, box());
        QTRY_VERIFY(sheet.at.session.offline());
        QCOMPARE(sheet.marks().size(), 1); // in doubt is not refused
        sheet.at.desk.store.comeBack();
        QTRY_COMPARE(stored.size(), 1);
        QCOMPARE(sheet.stored().marks.size(), 1);
        QTRY_COMPARE(sheet.marks().size(), 1);
        QCOMPARE(sheet.marks().first().id, sheet.stored().marks.first().id);
        QVERIFY(sheet.failures.isEmpty());
    }
}

void TstExaminationPresenter::removesAndRestores()
{
    Sheet sheet;
    sheet.presenter.addMark(sheet.id, box());
    QTRY_VERIFY(sheet.marks().size() == 1 && ExaminationPresenter::isKept(sheet.marks().first().id));
    const domain::Mark mark = sheet.marks().first();
    QVERIFY(sheet.presenter.mayRemove(mark));
    QSignalSpy removed(&sheet.presenter, &ExaminationPresenter::removed);
    sheet.presenter.removeMark(mark.id);
    QVERIFY(sheet.marks().isEmpty());
    QVERIFY(removed.wait(1000));
    QVERIFY(sheet.stored().marks.isEmpty());
    QVERIFY(sheet.presenter.canRestore());
    sheet.presenter.restore();
    QTRY_COMPARE(sheet.stored().marks.size(), 1);
    QCOMPARE(sheet.stored().marks.first().points, mark.points);
    QVERIFY(sheet.stored().marks.first().id != mark.id);

    // Another's mark stays, and its sentence says whose it is.
    const auto chens = usecases::ExaminationCommands(sheet.at.desk.desk).addMark(sheet.at.desk.as(sheet.at.desk.chen), sheet.id, box(50));
    sheet.at.session.reopen();
    QTRY_COMPARE(sheet.marks().size(), 2);
    sheet.presenter.removeMark(*chens);
    QTRY_COMPARE(sheet.failures.size(), 1);
    QVERIFY(sheet.failures.first().contains(sheet.at.desk.chen.name));
    QCOMPARE(sheet.marks().size(), 2);
}

void TstExaminationPresenter::removesBeforeItIsStored()
{
    Sheet sheet;
    const domain::MarkId draft = sheet.presenter.addMark(sheet.id, box()); // the answer comes with the event loop
    sheet.presenter.removeMark(draft);
    QVERIFY(sheet.marks().isEmpty());
    QTRY_VERIFY(sheet.at.desk.record(sheet.id).audit.constLast().action == u"mark.remove");
    QVERIFY(sheet.marks().isEmpty() && sheet.stored().marks.isEmpty());
}

void TstExaminationPresenter::correctsAtOnceAndInOrder()
{
    Sheet sheet;
    sheet.presenter.addMark(sheet.id, box());
    QTRY_VERIFY(sheet.marks().size() == 1 && ExaminationPresenter::isKept(sheet.marks().first().id));
    const domain::MarkId first = sheet.marks().first().id;
    QSignalSpy renamed(&sheet.presenter, &ExaminationPresenter::renamed);
    sheet.presenter.correctMark(sheet.id, first, box(41).points, QStringLiteral("moved"));
    QCOMPARE(sheet.marks().first().points, box(41).points);
    sheet.presenter.correctMark(sheet.id, first, box(42).points, QStringLiteral("again")); // before the answer
    QCOMPARE(sheet.marks().first().points, box(42).points);
    QTRY_COMPARE(renamed.size(), 2);
    const QList<domain::Mark> stored = sheet.stored().marks;
    QCOMPARE(stored.size(), 1);
    QCOMPARE(stored.first().points, box(42).points);
    QCOMPARE(stored.first().note, QStringLiteral("again"));
    QCOMPARE(renamed.at(0).at(0).value<domain::MarkId>(), first);
    QCOMPARE(renamed.at(1).at(0).value<domain::MarkId>(), renamed.at(0).at(1).value<domain::MarkId>());
    QCOMPARE(renamed.at(1).at(1).value<domain::MarkId>(), stored.first().id);
    QCOMPARE(sheet.marks().first().id, stored.first().id);
    QCOMPARE(sheet.marks().first().points, box(42).points);
    // Taken away while its correction is on the way.
    sheet.presenter.correctMark(sheet.id, stored.first().id, box(43).points, {});
    sheet.presenter.removeMark(stored.first().id);
    QVERIFY(sheet.marks().isEmpty());
    QTRY_VERIFY(sheet.stored().marks.isEmpty());
    QVERIFY(sheet.marks().isEmpty());
    QVERIFY(sheet.failures.isEmpty());
}

void TstExaminationPresenter::takesBackACorrectionThatIsRefused()
{
    Sheet sheet;
    const auto chens = usecases::ExaminationCommands(sheet.at.desk.desk).addMark(sheet.at.desk.as(sheet.at.desk.chen), sheet.id, box(50));
    sheet.at.session.reopen();
    QTRY_COMPARE(sheet.marks().size(), 1);
    sheet.presenter.correctMark(sheet.id, *chens, box(51).points, {});
    QTRY_COMPARE(sheet.failures.size(), 1);
    QCOMPARE(sheet.marks().first().points, box(50).points);
    QCOMPARE(sheet.stored().marks.first().points, box(50).points);
}

void TstExaminationPresenter::aLostCorrectionIsAskedForAgain()
{
    for (const bool written : {true, false}) {
        Sheet sheet;
        sheet.presenter.addMark(sheet.id, box());
        QTRY_VERIFY(sheet.marks().size() == 1 && ExaminationPresenter::isKept(sheet.marks().first().id));
        QSignalSpy renamed(&sheet.presenter, &ExaminationPresenter::renamed);
        sheet.at.desk.store.breakAtNextWrite(written);
        sheet.presenter.correctMark(sheet.id, sheet.marks().first().id, box(41).points, {});
        QTRY_VERIFY(sheet.at.session.offline());
        QCOMPARE(sheet.marks().first().points, box(41).points); // in doubt is not refused
        sheet.at.desk.store.comeBack();
        QTRY_COMPARE(renamed.size(), 1);
        QCOMPARE(sheet.stored().marks.size(), 1);
        QCOMPARE(sheet.stored().marks.first().points, box(41).points);
        QCOMPARE(sheet.marks().size(), 1);
        QCOMPARE(sheet.marks().first().id, sheet.stored().marks.first().id);
        QVERIFY(sheet.failures.isEmpty());
    }
}

void TstExaminationPresenter::writesTheLastViewOnly()
{
    Sheet sheet;
    const qint64 before = *sheet.at.desk.store.changeMark();
    for (const double zoom : {1.5, 2.0, 3.0})
        sheet.presenter.leftView(sheet.id, zoomed(zoom));
    QCOMPARE(sheet.presenter.examination().views.size(), 1); // known at once
    QCOMPARE(sheet.presenter.examination().views.first().view.zoom, 3.0);
    QCOMPARE(sheet.stored().views.size(), 0);
    QTRY_COMPARE(sheet.stored().views.size(), 1);
    QCOMPARE(sheet.stored().views.first(), zoomed(3.0));
    QCOMPARE(*sheet.at.desk.store.changeMark(), before + 1); // one write

    domain::PairView pair;
    pair.left = pair.right = QStringLiteral("p1");
    pair.leftSha256 = pair.rightSha256 = QByteArray(64, 'c');
    pair.mode = domain::CompareMode::Difference;
    sheet.presenter.leftPair(sheet.id, pair);
    QTRY_COMPARE(sheet.stored().pairs, QList<domain::PairView>({pair}));
}

void TstExaminationPresenter::writesWhenAnotherCaseOpens()
{
    Sheet sheet;
    const domain::CaseId other = sheet.admit(QStringLiteral("D-2"));
    sheet.presenter.findChild<QTimer *>(QStringLiteral("quiet"))->setInterval(600'000);
    sheet.presenter.leftView(sheet.id, zoomed(4));
    QVERIFY(sheet.stored().views.isEmpty());
    QVERIFY(sheet.at.open(other));
    QCOMPARE(sheet.stored().views.size(), 1);
    QVERIFY(sheet.at.desk.store.examination(other, sheet.at.desk.lin.id)->views.isEmpty());
    {
        ExaminationPresenter last(sheet.at.session);
        QVERIFY(sheet.at.open(other));
        last.leftView(other, zoomed(5));
    } // the window closes
    QCOMPARE(sheet.at.desk.store.examination(other, sheet.at.desk.lin.id)->views.size(), 1);
}

void TstExaminationPresenter::keepsViewsWhileTheDatabaseIsAway()
{
    Sheet sheet;
    sheet.at.desk.store.goOffline();
    sheet.presenter.leftView(sheet.id, zoomed(2));
    QTRY_VERIFY(sheet.at.session.offline());
    sheet.presenter.leftView(sheet.id, zoomed(6)); // meanwhile
    sheet.at.desk.store.comeBack();
    QTRY_COMPARE(sheet.stored().views.size(), 1);
    QTRY_COMPARE(sheet.stored().views.first().view.zoom, 6.0);
    QVERIFY(sheet.failures.isEmpty());
}

void TstExaminationPresenter::readersLeaveNoMarks()
{
    Sheet sheet;
    sheet.at.session.setActor(sheet.at.desk.actor(sheet.at.desk.zheng));
    QVERIFY(!sheet.presenter.mayMark());
    QVERIFY(sheet.presenter.addMark(sheet.id, box()).isNull());
    QCOMPARE(sheet.failures.size(), 1);
    sheet.presenter.leftView(sheet.id, zoomed(2));
    QTRY_COMPARE(sheet.at.desk.store.examination(sheet.id, sheet.at.desk.zheng.id)->views.size(), 1);
}

QObject *make_tst_examinationpresenter();
QObject *make_tst_examinationpresenter()
{
    return new TstExaminationPresenter;
}

#include "tst_examinationpresenter.moc"
