// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QLabel>

namespace arb::ui {

/// Plain text that shortens itself with an ellipsis instead of being cut; the tooltip then has it all.
class ElidedLabel : public QLabel
{
    Q_OBJECT

public:
    explicit ElidedLabel(QWidget *parent = nullptr);
    void setFullText(const QString &text);
    QString fullText() const { return m_full; }
    void setOwnTip(const QString &text); ///< the tooltip says this, whether all of the text is seen or not; empty: nothing of its own
    void setMostLines(int lines); ///< it takes so many before it shortens itself; one unless said
    /// What its lines need in @p width; nobody but the caller sees to it that they have it.
    int heightIn(int width) const;
    int heightOf(int lines) const; ///< what so many need
    QStringList shownLines() const { return linesIn(contentsRect().width()).lines; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Broken
    {
        QStringList lines;
        bool isWhole = true;
    };
    Broken linesIn(int width) const;
    void refit();

    QString m_full, m_ownTip;
    int m_mostLines = 1;
};

} // namespace arb::ui
