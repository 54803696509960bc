// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/accessibleroles.h"

#include <QtWidgets/QAccessibleWidget>
#include <QtWidgets/QComboBox>

#include <algorithm>
#include <array>

namespace arb::ui {

namespace {

constexpr std::array<QLatin1StringView, 3> paintedClasses{QLatin1StringView("arb::ui::PictureCanvas"), QLatin1StringView("arb::ui::CompareCanvas"),
                                                          QLatin1StringView("arb::ui::TimelineCanvas")};

QAccessibleInterface *interfaceOf(const QString &className, QObject *object)
{
    auto *widget = qobject_cast<QWidget *>(object);
    if (!widget || std::ranges::find(paintedClasses, className) == paintedClasses.end())
        return nullptr;
    return new QAccessibleWidget(widget, QAccessible::Graphic); // owned by Qt's cache
}

} // namespace

void installAccessibleRoles()
{
    static const bool once = [] {
        QAccessible::installFactory(interfaceOf);
        return true;
    }();
    static_cast<void>(once);
}

void nameChoice(QComboBox *box, const QString &name)
{
    box->setAccessibleName(name);
    box->setAccessibleDescription(name);
}

} // namespace arb::ui
