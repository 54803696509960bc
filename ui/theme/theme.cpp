// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/theme.h>

#include <QtCore/QFile>
#include <QtGui/QFontDatabase>
#include <QtGui/QPainter>
#include <QtGui/QPixmapCache>
#include <QtSvg/QSvgRenderer>
#include <QtWidgets/QAbstractScrollArea>
#include <QtWidgets/QAbstractSpinBox>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QWidget>
#include <QtWidgets/QProxyStyle>
#include <QtWidgets/QStyleFactory>
#include <QtWidgets/QStyleOption>

namespace arb::ui {

namespace {

const Tokens lightTokens{
    .background = QColor(0xF6F7F9), .surface = QColor(0xFFFFFF), .raised = QColor(0xFFFFFF), .text = QColor(0x1B1F24),
    .muted = QColor(0x57606A), .border = QColor(0x8B949E), .divider = QColor(0xD8DEE4), .accent = QColor(0x0B5CAD),
    .onAccent = QColor(0xFFFFFF), .merchant = QColor(0x8A4B08), .danger = QColor(0x8E1220), .warning = QColor(0x8F5A00),
    .success = QColor(0x1A7444), .info = QColor(0x2B3499), .selection = QColor(0xD6E6F7)};
const Tokens darkTokens{
    .background = QColor(0x16191D), .surface = QColor(0x1E2227), .raised = QColor(0x262B31), .text = QColor(0xE6EAEE),
    .muted = QColor(0xA3ACB6), .border = QColor(0x6E7781), .divider = QColor(0x343A41), .accent = QColor(0x6CB2F5),
    .onAccent = QColor(0x0B1622), .merchant = QColor(0xF0B070), .danger = QColor(0xFD9078), .warning = QColor(0xF0CB4C),
    .success = QColor(0x83F6C2), .info = QColor(0x80AFFE), .selection = QColor(0x1F3A56)};

/// A radio button's circle or a check box's square with its mark. Fusion's outline is darker than the window, which cannot be
/// seen in the dark theme.
void drawMark(bool round, const QStyleOption &option, QPainter &painter)
{
    const Tokens &t = tokensFor(option.palette);
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool on = option.state & QStyle::State_On;
    const qreal side = qMin(option.rect.width(), option.rect.height()) - 2;
    QRectF box(0, 0, side, side);
    box.moveCenter(QRectF(option.rect).center());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(on && enabled ? t.accent : t.border, 1.2));
    painter.setBrush(t.surface);
    const QColor mark = enabled ? t.accent : t.muted;
    if (round) {
        painter.drawEllipse(box);
        if (on) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(mark);
            painter.drawEllipse(box.adjusted(side * 0.25, side * 0.25, -side * 0.25, -side * 0.25));
        }
    } else {
        painter.drawRoundedRect(box, 2, 2);
        if (on) {
            painter.setPen(QPen(mark, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
            const QPointF points[] = {box.topLeft() + QPointF(side * 0.22, side * 0.52), box.topLeft() + QPointF(side * 0.43, side * 0.73),
                                      box.topLeft() + QPointF(side * 0.78, side * 0.28)};
            painter.drawPolyline(points, 3);
        }
    }
    painter.restore();
}

/// The line around a field: accent and thick where the keyboard is, else one that can be seen (at least 3:1). Fusion's own
/// are 2:1, and the same with and without focus.
void drawFieldFrame(const QStyleOption &option, QPainter &painter)
{
    const Tokens &t = tokensFor(option.palette);
    const bool focus = (option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_Enabled);
    const qreal width = focus ? 2 : 1;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(focus ? t.accent : t.border, width));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(option.rect).adjusted(width / 2, width / 2, -width / 2, -width / 2), 3, 3);
    painter.restore();
}

/// Watches fields for what their own classes get wrong here: the wheel must not change one (whoever scrolls a form decides
/// nothing), and a text area paints its frame again when the keyboard comes or goes.
class FieldWatcher : public QObject
{
public:
    using QObject::QObject;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Wheel && isChooser(watched)) {
            event->ignore(); // on to the scroll area
            return true;
        }
        if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut) {
            if (auto *widget = qobject_cast<QWidget *>(watched))
                widget->update();
        }
        return false;
    }

public:
    static bool isChooser(const QObject *widget)
    {
        return qobject_cast<const QComboBox *>(widget) || qobject_cast<const QAbstractSpinBox *>(widget);
    }
};

/// Fusion with our measures: a visible focus ring and comfortable hit targets.
class DeskStyle : public QProxyStyle
{
public:
    DeskStyle() : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))), m_watcher(new FieldWatcher(this)) {}

    void polish(QWidget *widget) override
    {
        QProxyStyle::polish(widget);
        const bool chooser = FieldWatcher::isChooser(widget);
        if (chooser && widget->focusPolicy() == Qt::WheelFocus)
            widget->setFocusPolicy(Qt::StrongFocus);
        if (chooser || qobject_cast<QAbstractScrollArea *>(widget))
            widget->installEventFilter(m_watcher);
    }
    using QProxyStyle::polish;

    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size, const QWidget *widget) const override
    {
        const QSize needed = QProxyStyle::sizeFromContents(type, option, size, widget);
        // The least height that a mouse hits well (WCAG 2.2, target size).
        return type == CT_ItemViewItem ? QSize(needed.width(), qMax(needed.height(), 24)) : needed;
    }

    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *data) const override
    {
        if (hint == SH_DialogButtonBox_ButtonsHaveIcons)
            return 0; // the words say it
        return QProxyStyle::styleHint(hint, option, widget, data);
    }

    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const override
    {
        QProxyStyle::drawComplexControl(control, option, painter, widget);
        const auto *box = qstyleoption_cast<const QStyleOptionComboBox *>(option);
        const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
        if ((control == CC_ComboBox && box && box->frame) || (control == CC_SpinBox && spin && spin->frame))
            drawFieldFrame(*option, *painter);
    }

    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override
    {
        switch (metric) {
        case PM_SmallIconSize: return 16;
        case PM_ButtonIconSize: return 16;
        case PM_TabBarTabHSpace: return 16;
        case PM_TabBarTabVSpace: return 8;
        default: return QProxyStyle::pixelMetric(metric, option, widget);
        }
    }

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const override
    {
        if (element == PE_FrameFocusRect) {
            painter->save();
            painter->setRenderHint(QPainter::Antialiasing);
            painter->setPen(QPen(tokensFor(option->palette).accent, 2));
            painter->setBrush(Qt::NoBrush);
            painter->drawRoundedRect(QRectF(option->rect).adjusted(1, 1, -1, -1), 4, 4);
            painter->restore();
            return;
        }
        if (element == PE_IndicatorRadioButton || element == PE_IndicatorCheckBox) {
            drawMark(element == PE_IndicatorRadioButton, *option, *painter);
            return;
        }
        if (element == PE_FrameLineEdit || (element == PE_Frame && qobject_cast<const QAbstractScrollArea *>(widget))) {
            drawFieldFrame(*option, *painter);
            return;
        }
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }

private:
    FieldWatcher *m_watcher;
};

QPalette paletteOf(const Tokens &t)
{
    QPalette palette;
    palette.setColor(QPalette::Window, t.background);
    palette.setColor(QPalette::WindowText, t.text);
    palette.setColor(QPalette::Base, t.surface);
    palette.setColor(QPalette::AlternateBase, t.background);
    palette.setColor(QPalette::Text, t.text);
    palette.setColor(QPalette::Button, t.raised);
    palette.setColor(QPalette::ButtonText, t.text);
    palette.setColor(QPalette::ToolTipBase, t.raised);
    palette.setColor(QPalette::ToolTipText, t.text);
    palette.setColor(QPalette::Highlight, t.selection);
    palette.setColor(QPalette::HighlightedText, t.text);
    palette.setColor(QPalette::PlaceholderText, t.muted);
    palette.setColor(QPalette::Link, t.accent);
    palette.setColor(QPalette::BrightText, t.danger);
    palette.setColor(QPalette::Mid, t.divider);
    palette.setColor(QPalette::Dark, t.border);
    palette.setColor(QPalette::Light, t.raised);
    palette.setColor(QPalette::Midlight, t.divider);
    palette.setColor(QPalette::Shadow, t.divider);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, t.muted);
    return palette;
}

void setFonts(QApplication &application)
{
    QFont font = application.font();
    QStringList families = font.families();
    // Without a named family an empty LANG draws Chinese with Japanese glyphs.
    for (const QString &family : {QStringLiteral("Noto Sans CJK SC"), QStringLiteral("Source Han Sans SC"), QStringLiteral("WenQuanYi Micro Hei")}) {
        if (QFontDatabase::hasFamily(family))
            families.append(family);
    }
    font.setFamilies(families);
    font.setPixelSize(13);
    application.setFont(font);
}

} // namespace

const Tokens &tokens(bool dark)
{
    return dark ? darkTokens : lightTokens;
}

bool isDarkPalette(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < 128;
}

const Tokens &tokensFor(const QPalette &palette)
{
    return tokens(isDarkPalette(palette));
}

void applyTheme(QApplication &application, ThemeMode mode)
{
    static const bool systemDark = isDarkPalette(application.palette());
    static const bool first = [&] {
        application.setStyle(new DeskStyle);
        setFonts(application);
        return true;
    }();
    Q_UNUSED(first);
    application.setPalette(paletteOf(tokens(mode == ThemeMode::Dark || (mode == ThemeMode::System && systemDark))));
}

namespace {

QPixmap drawnIcon(const QString &name, const QColor &color, int pixels)
{
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QByteArray svg = file.readAll();
    svg.replace("currentColor", color.name().toLatin1());
    QSvgRenderer renderer(svg);
    QPixmap pixmap(pixels, pixels);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    renderer.render(&painter);
    return pixmap;
}

} // namespace

void applySheet(QWidget *widget, const QString &sheet)
{
    if (widget->styleSheet() != sheet)
        widget->setStyleSheet(sheet);
}

QIcon themedIcon(const QString &name, const QColor &color, int pixels)
{
    // Delegates ask at every row they paint: drawn once, kept with Qt's other pixmaps.
    QIcon icon;
    for (const int scale : {1, 2}) {
        const QString key = QStringLiteral("arbiter/%1/%2/%3@%4").arg(name, color.name()).arg(pixels).arg(scale);
        QPixmap pixmap;
        if (!QPixmapCache::find(key, &pixmap)) {
            pixmap = drawnIcon(name, color, pixels * scale);
            if (pixmap.isNull())
                return {};
            pixmap.setDevicePixelRatio(scale);
            QPixmapCache::insert(key, pixmap);
        }
        icon.addPixmap(pixmap);
    }
    return icon;
}

} // namespace arb::ui
