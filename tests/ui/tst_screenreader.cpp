// SPDX-License-Identifier: GPL-3.0-or-later
#include "seat.h"

#include "../../ui/casefile/comparecanvas.h"
#include "../../ui/casefile/timelinecanvas.h"
#include "../../ui/viewing/picturecanvas.h"

#include <QtGui/QAccessible>
#include <QtTest/QSignalSpy>
#include <QtWidgets/QComboBox>

using namespace arb;
using namespace arb::tests;

/// What assistive technology is told of the window, asked for as it asks.
class TstScreenReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void whatTakesTheKeyboardHasANameOnEachPage();
    void canvasesArePictures();
    void choicesSayWhatIsChosen();

private:
    static QAccessibleInterface *told(QObject *object) { return QAccessible::queryAccessibleInterface(object); }
    static bool hasLabel(QAccessibleInterface *of) { return !of->relations(QAccessible::Label).isEmpty(); }
    bool goTo(const char *action)
    {
        m_seat->window->findChild<QAction *>(QLatin1StringView(action))->trigger();
        return QTest::qWaitFor([] { return QApplication::focusWidget() != nullptr; });
    }

    std::unique_ptr<SmallDesk> m_desk;
    std::unique_ptr<Seat> m_seat;
};

void TstScreenReader::init()
{
    m_desk = std::make_unique<SmallDesk>();
    const domain::CaseId id = m_desk->admit(QStringLiteral("D-1"));
    m_seat = std::make_unique<Seat>(*m_desk, m_desk->xu); // a supervisor has every page
    QVERIFY(m_seat->show() && m_seat->start() && m_seat->open(id));
}

void TstScreenReader::cleanup()
{
    m_seat.reset();
    m_desk.reset();
}

void TstScreenReader::whatTakesTheKeyboardHasANameOnEachPage()
{
    for (const char *page : {"focusQueue", "queuePage", "reports"}) {
        QVERIFY(goTo(page));
        int asked = 0;
        const QList<QWidget *> widgets = m_seat->window->findChildren<QWidget *>();
        for (QWidget *widget : widgets) {
            if (!widget->isVisible() || !(widget->focusPolicy() & Qt::TabFocus) || widget->focusProxy())
                continue;
            QAccessibleInterface *interface = told(widget);
            QVERIFY2(interface && interface->isValid(), qPrintable(widget->objectName()));
            QVERIFY2(!interface->text(QAccessible::Name).isEmpty() || hasLabel(interface),
                     qPrintable(QStringLiteral("%1: %2 %3").arg(QLatin1StringView(page), QString::fromLatin1(widget->metaObject()->className()), widget->objectName())));
            ++asked;
        }
        QVERIFY2(asked > 5, page);
    }
}

/// Screen readers pass over what Qt makes of a widget that paints itself.
void TstScreenReader::canvasesArePictures()
{
    QWidget *painted[] = {m_seat->window->findChild<ui::PictureCanvas *>(), m_seat->window->findChild<ui::CompareCanvas *>(),
                          m_seat->window->findChild<ui::TimelineCanvas *>()};
    for (QWidget *canvas : painted) {
        QVERIFY(canvas);
        QAccessibleInterface *interface = told(canvas);
        QVERIFY(interface);
        QCOMPARE(interface->role(), QAccessible::Graphic);
        canvas->setAccessibleName(QStringLiteral("what is on show"));
        canvas->setAccessibleDescription(QStringLiteral("and more of it"));
        QCOMPARE(interface->text(QAccessible::Name), QStringLiteral("what is on show"));
        QCOMPARE(interface->text(QAccessible::Description), QStringLiteral("and more of it"));
    }
}

/// A combo box is told by what it holds: what that is stands in a label before it, in its description, or in the words themselves.
void TstScreenReader::choicesSayWhatIsChosen()
{
    const QList<QComboBox *> boxes = m_seat->window->findChildren<QComboBox *>();
    QVERIFY(boxes.size() > 5);
    for (QComboBox *box : boxes) {
        QAccessibleInterface *interface = told(box);
        QVERIFY2(interface, qPrintable(box->objectName()));
        const bool isSaid = hasLabel(interface) || !interface->text(QAccessible::Description).isEmpty()
            || box->currentText() == box->accessibleName();
        QVERIFY2(isSaid, qPrintable(box->objectName() + u' ' + box->accessibleName()));
    }
}

QObject *make_tst_screenreader();
QObject *make_tst_screenreader()
{
    return new TstScreenReader;
}

#include "tst_screenreader.moc"
