// SPDX-License-Identifier: GPL-3.0-or-later
#include "banner.h"

#include <ui/theme.h>

#include <QtGui/QAccessible>
#include <QtWidgets/QApplication>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

namespace arb::ui {

Banner::Banner(QWidget *parent) : QFrame(parent), m_icon(new QLabel(this)), m_text(new QLabel(this)), m_again(new QPushButton(this))
{
    setObjectName(QStringLiteral("banner"));
    m_text->setObjectName(QStringLiteral("bannerText"));
    m_again->setObjectName(QStringLiteral("bannerAgain"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 6, 10, 6);
    layout->addWidget(m_icon);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_again);
    connect(m_again, &QPushButton::clicked, this, &Banner::tryAgain);
    retranslate();
    hide();
}

void Banner::tell(const QString &sentence)
{
    if (sentence == m_text->text())
        return;
    const bool appears = isHidden() && !sentence.isEmpty();
    m_text->setText(sentence);
    setAccessibleName(sentence);
    setVisible(!sentence.isEmpty());
    if (appears) { // told once, not at every attempt
        QAccessibleEvent event(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&event);
    }
}

void Banner::retranslate()
{
    m_again->setText(tr("Try again"));
    restyle();
}

void Banner::restyle()
{
    const Tokens &t = tokensFor(QApplication::palette()); // a style sheet of one's own holds one's palette back
    m_icon->setPixmap(themedIcon(QStringLiteral("triangle-alert"), t.warning).pixmap(18, 18));
    applySheet(this, QStringLiteral("#banner { background: %1; border: 0; border-bottom: 2px solid %2; } #bannerText { color: %3; }")
                         .arg(t.raised.name(), t.warning.name(), t.text.name()));
}

} // namespace arb::ui
