// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fakeevidence.h"

#include "../../ui/casefile/comparebar.h"
#include "../../ui/casefile/comparecanvas.h"
#include "../../ui/casefile/comparedesk.h"
#include "../../ui/casefile/pinlayer.h"
#include "../../ui/viewing/comparesync.h"
#include "../../ui/viewing/picturecanvas.h"

#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QDoubleSpinBox>

#include <algorithm>
#include <cmath>

/// A compare desk over pictures that tests make up.
namespace arb::tests {

inline constexpr QRgb leftColor = qRgb(200, 100, 50);
inline constexpr QRgb rightColor = qRgb(210, 100, 20);

inline QImage plainImage(QSize size, QRgb color)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(color);
    return image;
}

inline QImage patternImage(QSize size)
{
    QImage image(size, QImage::Format_RGB32);
    for (int y = 0; y < size.height(); ++y) {
        for (int x = 0; x < size.width(); ++x)
            image.setPixel(x, y, qRgb((x * 7) & 255, (y * 5) & 255, ((x / 8 + y / 8) & 1) ? 200 : 40));
    }
    return image;
}

inline ui::EvidencePane::Item itemOf(const char *id, const QByteArray &digest, domain::Party party)
{
    ui::EvidencePane::Item item;
    item.ref.exhibitId = QString::fromLatin1(id);
    item.ref.sha256 = digest;
    item.ref.party = party;
    item.tab = QString::fromLatin1(id);
    item.caption = QStringLiteral("picture %1").arg(item.tab);
    item.icon = QStringLiteral("image");
    return item;
}

inline bool isNear(QColor color, int red, int green, int blue, int slack = 1)
{
    return std::abs(color.red() - red) <= slack && std::abs(color.green() - green) <= slack && std::abs(color.blue() - blue) <= slack;
}

/// Patterns of several sizes, and two plain pictures whose colours are known.
inline std::unique_ptr<FakeLoader> comparedPictures()
{
    auto loader = std::make_unique<FakeLoader>();
    loader->pictures.insert("left", FakeLoader::fullPicture(patternImage(QSize(1600, 1200))));
    loader->pictures.insert("right", FakeLoader::fullPicture(patternImage(QSize(900, 1300))));
    loader->pictures.insert("other", FakeLoader::fullPicture(patternImage(QSize(900, 1300))));
    loader->pictures.insert("third", FakeLoader::fullPicture(patternImage(QSize(640, 480))));
    loader->pictures.insert("plain left", FakeLoader::fullPicture(plainImage(QSize(400, 300), leftColor)));
    loader->pictures.insert("plain right", FakeLoader::fullPicture(plainImage(QSize(400, 300), rightColor)));
    return loader;
}

/// A desk with b1 on the left and m1 on the right, both on show.
inline std::unique_ptr<ui::CompareDesk> compareDesk(FakeLoader &loader, const QByteArray &left, const QByteArray &right)
{
    auto made = std::make_unique<ui::CompareDesk>(loader);
    made->resize(1200, 700);
    made->show();
    if (!QTest::qWaitForWindowActive(made.get()))
        qWarning("the desk is not active");
    made->left()->setItems({itemOf("b1", left, domain::Party::Buyer)});
    made->right()->setItems({itemOf("m1", right, domain::Party::Merchant)});
    if (!QTest::qWaitFor([&made] { return made->pairView().has_value(); }))
        qWarning("the pair does not begin");
    return made;
}

inline ui::CompareCanvas *overlay(const ui::CompareDesk &desk) { return desk.findChild<ui::CompareCanvas *>(); }
inline ui::CompareBar *bar(const ui::CompareDesk &desk) { return desk.findChild<ui::CompareBar *>(); }
inline QDoubleSpinBox *value(const ui::CompareDesk &desk) { return desk.findChild<QDoubleSpinBox *>(QStringLiteral("compareValue")); }

inline ui::PictureCanvas *canvasOf(const ui::EvidencePane *pane)
{
    return pane->viewer()->findChild<ui::PictureCanvas *>();
}

inline void clickPin(const ui::EvidencePane *pane, QPointF place)
{
    ui::PictureCanvas *canvas = canvasOf(pane);
    QTest::mouseClick(ui::PinLayer::of(canvas), Qt::LeftButton, Qt::NoModifier, canvas->toWidget().map(place).toPoint());
}

/// The farthest that two partners are from each other on screen, measured from the middle of each pane.
inline double pinsApart(const ui::CompareDesk &desk)
{
    const ui::PictureCanvas *a = canvasOf(desk.left()), *b = canvasOf(desk.right());
    double most = 0.0;
    const QList<domain::PinPair> pins = desk.pairView().value_or(domain::PairView{}).pins;
    for (const domain::PinPair &pin : pins) {
        const QPointF left = a->toWidget().map(pin.left) - QPointF(a->width(), a->height()) / 2.0;
        const QPointF right = b->toWidget().map(pin.right) - QPointF(b->width(), b->height()) / 2.0;
        most = std::max(most, std::hypot(left.x() - right.x(), left.y() - right.y()));
    }
    return pins.isEmpty() ? HUGE_VAL : most;
}

inline bool isSharp(const ui::CompareDesk &desk)
{
    return QTest::qWaitFor([&desk] {
        return std::ranges::all_of(desk.panes(), [](const ui::EvidencePane *pane) {
            return canvasOf(pane)->levels().first().size() == canvasOf(pane)->fullSize();
        });
    });
}

inline void dropFocus()
{
    if (QWidget *focus = QApplication::focusWidget())
        focus->clearFocus();
}

inline QColor middle(const ui::CompareDesk &desk, int besideIt = 0)
{
    const QImage shown = overlay(desk)->grab().toImage();
    return shown.pixelColor(shown.width() / 2 + besideIt, shown.height() / 2 + 40); // beside the handle of the edge
}

} // namespace arb::tests
