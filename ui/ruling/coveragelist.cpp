// SPDX-License-Identifier: GPL-3.0-or-later
#include "coveragelist.h"

#include <ui/theme.h>

#include <QtCore/QEvent>
#include <QtWidgets/QLabel>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

namespace arb::ui {

namespace {

constexpr int mostHeight = 88; // pixels; what is longer scrolls

} // namespace

CoverageList::CoverageList(When when, QWidget *parent)
    : QWidget(parent), m_when(when), m_title(new QLabel(this)), m_text(new QLabel), m_box(new QScrollArea(this))
{
    setObjectName(when == When::SoFar ? QStringLiteral("coverageList") : QStringLiteral("signedCoverage"));
    m_title->setTextFormat(Qt::PlainText);
    m_title->setWordWrap(true);
    m_text->setObjectName(QStringLiteral("coverageText"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_box->setWidget(m_text);
    m_box->setWidgetResizable(true);
    m_box->setFrameShape(QFrame::NoFrame);
    m_box->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_box->setFocusPolicy(Qt::TabFocus); // it may scroll
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(m_title);
    column->addWidget(m_box);
    retranslate();
    restyle();
}

void CoverageList::setLines(const QStringList &lines)
{
    const QString text = lines.join(QLatin1Char('\n'));
    if (text == m_text->text())
        return;
    m_text->setText(text);
    m_box->setAccessibleDescription(text);
    fit();
}

void CoverageList::fit()
{
    if (!m_text->text().isEmpty() && width() > 0)
        m_box->setFixedHeight(std::min(m_text->heightForWidth(width()), mostHeight));
}

void CoverageList::retranslate()
{
    switch (m_when) {
    case When::SoFar:
        m_title->setText(tr("What was on show so far"));
        m_title->setToolTip(tr("It goes with the ruling and keeps nobody from signing."));
        break;
    case When::AtSigning:
        m_title->setText(tr("What was on show before signing"));
        m_title->setToolTip(tr("It was written down with the ruling and says what was looked at, never how well."));
        break;
    }
    m_box->setAccessibleName(m_title->text());
}

void CoverageList::restyle()
{
    const Tokens &t = tokensFor(palette());
    applySheet(m_title, QStringLiteral("QLabel { color: %1; }").arg(t.muted.name()));
    applySheet(m_text, QStringLiteral("QLabel { background: %1; border-left: 3px solid %2; padding: 6px; }").arg(t.surface.name(), t.divider.name()));
}

void CoverageList::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::PaletteChange)
        restyle();
    QWidget::changeEvent(event);
}

void CoverageList::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

} // namespace arb::ui
