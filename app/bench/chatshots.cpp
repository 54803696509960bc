// SPDX-License-Identifier: GPL-3.0-or-later
#include "chatshots.h"

#include "../demo/dice.h"

#include <QtGui/QFont>
#include <QtGui/QFontDatabase>
#include <QtGui/QFontMetrics>
#include <QtGui/QPainter>

#include <algorithm>

namespace arb::app {

namespace {

constexpr int screenWidth = 1080, screenHeight = 2340;
constexpr int barHeight = 220;    ///< status line and title
constexpr int inputHeight = 170;  ///< where somebody would type
constexpr int avatarSide = 108, margin = 30, gap = 24, padding = 30, radius = 18;
constexpr int widestText = 640;
constexpr int lineLead = 14; ///< between the lines of a message

struct ShotColors
{
    QColor page, bar, title, clock, theirs, theirText, ours, ourText;
};

const ShotColors &colorsOf(bool dark)
{
    static const ShotColors light{QColor(0xededed), QColor(0xededed), QColor(0x191919), QColor(0x9b9b9b),
                                  QColor(0xffffff), QColor(0x191919), QColor(0x95ec69), QColor(0x191919)};
    static const ShotColors night{QColor(0x111111), QColor(0x111111), QColor(0xd5d5d5), QColor(0x6b6b6b),
                                  QColor(0x2c2c2c), QColor(0xd5d5d5), QColor(0x3eb575), QColor(0x111111)};
    return dark ? night : light;
}

QString pick(demo::Dice &dice, const QStringList &from)
{
    return from.at(dice.below(from.size()));
}

/// %1 is an amount, %2 a waybill number, %3 a colour or size, %4 a day, %5 goods.
QString theirSentence(demo::Dice &dice)
{
    static const QStringList all{
        QStringLiteral("你好，请问什么时候发货？"),
        QStringLiteral("我拍的是%3，收到的颜色不对"),
        QStringLiteral("快递单号%2，显示已经签收了，可是我根本没有收到"),
        QStringLiteral("包裹外面的箱子都压坏了，里面的%5也碎了"),
        QStringLiteral("商品有质量问题，我要求退货退款"),
        QStringLiteral("运费谁来承担？我觉得不应该由我出"),
        QStringLiteral("你们说%4之前发货，今天都过了还没有动静"),
        QStringLiteral("照片已经发给你了，左上角有一道很明显的划痕"),
        QStringLiteral("退%1元我不同意，要么换新的，要么全额退款"),
        QStringLiteral("好的"),
        QStringLiteral("那我先拍个视频给你看看"),
        QStringLiteral("签收的时候快递员不让当面打开检查"),
        QStringLiteral("说明书和充电器都没有，少了两样东西"),
        QStringLiteral("我要申请平台介入处理"),
        QStringLiteral("标签上写的是%3，跟订单完全对不上"),
        QStringLiteral("付款的时候写的是包邮，现在又让我补%1元"),
        QStringLiteral("这个%5洗了一次就掉色，跟描述的不一样"),
        QStringLiteral("在吗？"),
    };
    return pick(dice, all);
}

QString ourSentence(demo::Dice &dice)
{
    static const QStringList all{
        QStringLiteral("亲，您好，很高兴为您服务"),
        QStringLiteral("您的包裹已经在%4下午发出，运单号是%2"),
        QStringLiteral("麻烦您提供一下外包装和面单的照片"),
        QStringLiteral("可以给您补偿%1元，您看这样处理可以吗？"),
        QStringLiteral("仓库那边核实过了，发货之前检查是完好的"),
        QStringLiteral("影响二次销售的话是不能退货的哦"),
        QStringLiteral("请在%4之前把商品寄回，地址我发给您"),
        QStringLiteral("我们收到退件以后，会在两个工作日之内退款"),
        QStringLiteral("非常抱歉给您带来不便"),
        QStringLiteral("系统显示是您本人签收的，建议先问问家里人或者门卫"),
        QStringLiteral("%3目前缺货，换成别的颜色可以吗？"),
        QStringLiteral("这边帮您登记了，请耐心等待"),
        QStringLiteral("退回来的%5和我们发出的不是同一件"),
        QStringLiteral("订单金额是%1元，已经原路退回了"),
        QStringLiteral("好的，收到"),
        QStringLiteral("物流信息显示包裹昨天已经到了您所在的城市"),
    };
    return pick(dice, all);
}

QString digits(demo::Dice &dice, int count)
{
    QString text;
    for (int n = 0; n < count; ++n)
        text += QChar(u'0' + static_cast<char16_t>(dice.below(10)));
    return text;
}

QString filled(QString text, demo::Dice &dice)
{
    static const QStringList looks{QStringLiteral("黑色大号"), QStringLiteral("米白色"), QStringLiteral("深蓝色中号"), QStringLiteral("42码"), QStringLiteral("浅灰色")};
    static const QStringList goods{QStringLiteral("杯子"), QStringLiteral("外套"), QStringLiteral("耳机"), QStringLiteral("台灯"), QStringLiteral("运动鞋")};
    static const QStringList carriers{QStringLiteral("SF"), QStringLiteral("YT"), QStringLiteral("JD")};
    // Drawn in this order whether the sentence holds them or not: the next sentence does not depend on it.
    const QString amount = QStringLiteral("%1.%2").arg(dice.between(5, 999)).arg(dice.below(100), 2, 10, QLatin1Char('0'));
    const QString waybill = pick(dice, carriers) + digits(dice, 13);
    const QString look = pick(dice, looks);
    const QString day = QStringLiteral("%1月%2号").arg(dice.between(1, 12)).arg(dice.between(1, 28));
    const QString thing = pick(dice, goods);
    text.replace(QLatin1String("%1"), amount);
    text.replace(QLatin1String("%2"), waybill);
    text.replace(QLatin1String("%3"), look);
    text.replace(QLatin1String("%4"), day);
    return text.replace(QLatin1String("%5"), thing);
}

/// Chinese breaks anywhere but before closing marks; numbers and Latin words stay whole where they fit.
QStringList brokenInLines(const QString &text, const QFontMetrics &metrics)
{
    QStringList lines;
    QString line;
    qsizetype at = 0;
    while (at < text.size()) {
        qsizetype end = at + 1;
        while (end < text.size() && text.at(at).unicode() < 0x2000 && text.at(end).unicode() < 0x2000)
            ++end;
        while (end < text.size() && QStringLiteral("，。？！").contains(text.at(end)))
            ++end;
        const QString piece = text.mid(at, end - at);
        if (!line.isEmpty() && metrics.horizontalAdvance(line + piece) > widestText) {
            lines.append(line);
            line.clear();
        }
        line += piece;
        at = end;
    }
    lines.append(line);
    return lines;
}

class ShotPainter
{
public:
    ShotPainter(const ShotStyle &style, int number)
        : m_colors(colorsOf(style.dark)), m_dice(0x5407'0000ULL + static_cast<quint64>(number) * 97 + (style.dark ? 13 : 0) + static_cast<quint64>(style.fontPx)),
          m_font(fontOf(style.fontPx)), m_image(screenWidth, screenHeight, QImage::Format_RGB32)
    {
        m_image.fill(m_colors.page);
    }

    ChatShot painted()
    {
        QPainter painter(&m_image);
        painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
        paintTitle(painter);
        int y = barHeight + gap;
        int minute = static_cast<int>(m_dice.between(0, 1439));
        bool theirs = true;
        for (int n = 0;; ++n) {
            const QString text = filled(theirs ? theirSentence(m_dice) : ourSentence(m_dice), m_dice);
            const QStringList lines = brokenInLines(text, QFontMetrics(m_font));
            const bool clock = n % 4 == 0;
            const int needed = (clock ? clockHeight : 0) + bubbleHeight(lines) + gap;
            if (y + needed > screenHeight - inputHeight)
                break;
            if (clock) {
                paintClock(painter, y, minute);
                y += clockHeight;
            }
            paintBubble(painter, y, lines, theirs);
            m_texts.append(text);
            y += bubbleHeight(lines) + gap;
            minute = (minute + static_cast<int>(m_dice.between(1, 90))) % 1440;
            theirs = m_dice.percent(35) ? theirs : !theirs;
        }
        paintInput(painter);
        painter.end();
        return {m_image, m_texts};
    }

private:
    static constexpr int clockHeight = 84;

    static QFont fontOf(int px)
    {
        QFont font(QStringLiteral("Noto Sans CJK SC"));
        font.setPixelSize(px);
        font.setHintingPreference(QFont::PreferNoHinting);
        return font;
    }

    int lineHeight() const { return QFontMetrics(m_font).ascent() + lineLead - m_font.pixelSize() / 6; }
    int bubbleHeight(const QStringList &lines) const { return 2 * padding + static_cast<int>(lines.size()) * lineHeight(); }

    void paintTitle(QPainter &painter)
    {
        painter.fillRect(0, 0, screenWidth, barHeight, m_colors.bar);
        painter.setPen(m_colors.title);
        painter.setFont(fontOf(46));
        const QString title = filled(QStringLiteral("%5专营店"), m_dice);
        painter.drawText(QRect(0, 100, screenWidth, barHeight - 100), Qt::AlignCenter, title);
        painter.setPen(m_colors.clock);
        painter.drawLine(0, barHeight - 1, screenWidth, barHeight - 1);
        m_texts.append(title);
    }

    void paintClock(QPainter &painter, int y, int minute)
    {
        const QString text = QStringLiteral("%1:%2").arg(minute / 60, 2, 10, QLatin1Char('0')).arg(minute % 60, 2, 10, QLatin1Char('0'));
        painter.setPen(m_colors.clock);
        painter.setFont(fontOf(32));
        painter.drawText(QRect(0, y, screenWidth, clockHeight - gap), Qt::AlignCenter, text);
        m_texts.append(text);
    }

    void paintBubble(QPainter &painter, int y, const QStringList &lines, bool theirs)
    {
        const QFontMetrics metrics(m_font);
        int width = 0;
        for (const QString &line : lines)
            width = std::max(width, metrics.horizontalAdvance(line));
        const int left = theirs ? margin + avatarSide + gap : screenWidth - margin - avatarSide - gap - width - 2 * padding;
        const QRect bubble(left, y, width + 2 * padding, bubbleHeight(lines));
        paintAvatar(painter, theirs ? margin : screenWidth - margin - avatarSide, y, theirs);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theirs ? m_colors.theirs : m_colors.ours);
        painter.drawRoundedRect(bubble, radius, radius);
        const int tip = theirs ? bubble.left() - 12 : bubble.right() + 13, foot = theirs ? bubble.left() : bubble.right() + 1;
        painter.drawPolygon(QPolygon({QPoint(tip, y + 54), QPoint(foot, y + 40), QPoint(foot, y + 68)}));
        painter.setPen(theirs ? m_colors.theirText : m_colors.ourText);
        painter.setFont(m_font);
        int baseline = y + padding + metrics.ascent() - m_font.pixelSize() / 5;
        for (const QString &line : lines) {
            painter.drawText(bubble.left() + padding, baseline, line);
            baseline += lineHeight();
        }
    }

    /// A square with a face of sorts: no letters.
    void paintAvatar(QPainter &painter, int x, int y, bool theirs)
    {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theirs ? QColor(0x7a9cc6) : QColor(0xd39a6a));
        painter.drawRoundedRect(x, y, avatarSide, avatarSide, 12, 12);
        painter.setBrush(QColor(0xf3e3d3));
        painter.drawEllipse(QPoint(x + avatarSide / 2, y + 42), 24, 24);
        painter.drawPie(x + 20, y + 66, avatarSide - 40, 80, 0, 180 * 16);
    }

    void paintInput(QPainter &painter)
    {
        const int top = screenHeight - inputHeight;
        painter.setPen(m_colors.clock);
        painter.drawLine(0, top, screenWidth, top);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_colors.theirs);
        painter.drawRoundedRect(120, top + 30, 680, 84, 12, 12);
    }

    ShotColors m_colors;
    demo::Dice m_dice;
    QFont m_font;
    QImage m_image;
    QStringList m_texts;
};

} // namespace

bool mayPaintChatShots()
{
    return QFontDatabase::families(QFontDatabase::SimplifiedChinese).contains(QStringLiteral("Noto Sans CJK SC"));
}

ChatShot paintChatShot(const ShotStyle &style, int number)
{
    ChatShot shot = ShotPainter(style, number).painted();
    if (shot.image.size() != style.size)
        shot.image = shot.image.scaled(style.size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    return shot;
}

} // namespace arb::app
