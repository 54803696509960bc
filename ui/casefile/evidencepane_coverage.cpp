// SPDX-License-Identifier: GPL-3.0-or-later
// What of a side's evidence was on show: told outward as it comes to sight, and shown as a meter and as dots on tabs.
#include "evidencepane.h"

#include "../shell/wrappedlabel.h"

#include <ui/theme.h>

#include <QtGui/QHideEvent>
#include <QtGui/QIcon>
#include <QtGui/QPainter>
#include <QtGui/QPixmap>
#include <QtGui/QShowEvent>
#include <QtWidgets/QLabel>
#include <QtWidgets/QTabBar>

#include <algorithm>
#include <utility>

namespace arb::ui {

namespace {

constexpr int tabIconPixels = 16, dotPixels = 6;
constexpr int aroundMeter = 8 + 3 + 64 + 8; ///< of the heading: its padding and line, the two buttons, a gap

/// A dot in the corner: a sign that differs in shape, not in colour alone.
QIcon withDot(const QIcon &icon, const QColor &color)
{
    if (icon.isNull())
        return icon;
    QIcon dotted;
    for (const int scale : {1, 2}) {
        QPixmap pixmap = icon.pixmap(QSize(tabIconPixels, tabIconPixels), scale);
        QPainter painter(&pixmap);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        const qreal side = pixmap.width() / pixmap.devicePixelRatio();
        painter.drawEllipse(QRectF(side - dotPixels, 0, dotPixels, dotPixels));
        painter.end();
        dotted.addPixmap(pixmap);
    }
    return dotted;
}

} // namespace

void EvidencePane::connectCoverage(ViewerWidget *viewer)
{
    connect(viewer, &ViewerWidget::seen, this, [this, viewer] {
        if (viewer == m_viewer)
            setSeen(true);
    });
    connect(viewer, &ViewerWidget::filmWatched, this, [this, viewer](const QString &, qint64 fromUs, qint64 toUs) {
        const FilmInfo *film = viewer->film();
        Q_EMIT watched(viewer->shown(), fromUs, toUs, film ? film->durationUs : 0); // it may be the film that is just leaving
    });
    connect(viewer, &ViewerWidget::pageSeen, this, [this, viewer](const QString &, int page, int pages) {
        if (viewer == m_viewer)
            Q_EMIT pageSeen(page, pages);
    });
    connect(viewer, &ViewerWidget::messagesSeen, this, [this, viewer](const QString &, qint64 first, qint64 last, qint64 total) {
        if (viewer == m_viewer)
            Q_EMIT messagesSeen(first, last, total);
    });
}

void EvidencePane::setSeen(bool seen)
{
    if (seen == m_seen)
        return;
    m_seen = seen;
    Q_EMIT seenChanged();
}

void EvidencePane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    Q_EMIT visibilityChanged();
}

void EvidencePane::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    Q_EMIT visibilityChanged();
}

bool EvidencePane::isUnopened(const Item &item) const
{
    return domain::isUnopened(m_coverage, item.ref.exhibitId, item.ref.kind);
}

void EvidencePane::signTab(int index)
{
    const Item &item = m_items.at(index);
    const bool tied = !item.ref.exhibitId.isEmpty() && m_tied.contains(item.ref.exhibitId); // told by a sign and by colour
    const QIcon icon = themedIcon(tied ? QStringLiteral("link") : item.icon, palette().color(QPalette::Text), tabIconPixels);
    m_tabs->setTabTextColor(index, tied ? tokensFor(palette()).accent : QColor());
    const QString name = QStringLiteral("%1 %2").arg(item.tab, item.caption);
    const bool unopened = isUnopened(item);
    m_tabs->setTabIcon(index, unopened ? withDot(icon, tokensFor(palette()).info) : icon);
    m_tabs->setTabToolTip(index, (unopened ? QString(item.caption + u'\n' + tr("Not opened yet")) : item.caption).toHtmlEscaped());
    //: read aloud of a tab: its name and caption
    m_tabs->setAccessibleTabName(index, unopened ? tr("%1, not opened yet").arg(name) : name);
}

void EvidencePane::setCoverage(const domain::CaseCoverage &coverage, const QString &meter, const QString &brief, const QString &tip)
{
    const domain::CaseCoverage before = std::exchange(m_coverage, coverage);
    const auto wasUnopened = [&before](const Item &item) { return domain::isUnopened(before, item.ref.exhibitId, item.ref.kind); };
    for (int index = 0; index < m_tabs->count(); ++index) {
        if (isUnopened(m_items.at(index)) != wasUnopened(m_items.at(index)))
            signTab(index);
    }
    m_meterWords = meter;
    m_meterBrief = brief;
    m_meter->setAccessibleName(meter);
    m_meter->setAccessibleDescription(tip);
    m_meter->setToolTip(tip.toHtmlEscaped());
    fitMeter();
}

/// In full, or short, or not at all: the name of the side is never cut for it. A name that has no room itself ends in an
/// ellipsis before the buttons.
void EvidencePane::fitMeter()
{
    m_heading->ensurePolished();
    m_meter->ensurePolished();
    const QFontMetrics metrics = m_heading->fontMetrics();
    const int roomOfName = std::max(0, width() - aroundMeter);
    const QString name = metrics.elidedText(m_headingWords, Qt::ElideRight, roomOfName);
    if (m_heading->text() != name)
        m_heading->setText(name);
    tipHeading();
    const int room = roomOfName - metrics.horizontalAdvance(name);
    QString words;
    for (const QString &wish : {m_meterWords, m_meterBrief}) {
        if (words.isEmpty() && m_meter->fontMetrics().horizontalAdvance(wish) <= room)
            words = wish;
    }
    m_meter->setText(words);
    m_meter->setVisible(!words.isEmpty());
}

/// What the heading's place means, after the whole name where it is shortened.
void EvidencePane::tipHeading()
{
    const QString meaning = m_active ? tr("Citing and the exhibit keys work on this side") : QString();
    m_heading->setAccessibleDescription(meaning);
    if (m_heading->text() == m_headingWords) {
        m_heading->setToolTip(meaning);
        return;
    }
    QString tip = breakable(m_headingWords).toHtmlEscaped();
    if (!meaning.isEmpty())
        tip += QStringLiteral("<br>") + meaning.toHtmlEscaped();
    m_heading->setToolTip(QStringLiteral("<p>%1</p>").arg(tip));
}

} // namespace arb::ui
