// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QLabel>

namespace arb::ui {

/// @p text so that a line may end within a word that is too long for any: for the eye only, since copying it copies the
/// (invisible) places too. What wraps by itself comes back as it was.
QString breakable(const QString &text);

/// Plain text of several paragraphs that is never wider than its place, whatever words a stranger wrote: it breaks them
/// anywhere, and shortens what is too long with an ellipsis. The tooltip then has it all; text() always has.
class WrappedLabel : public QLabel
{
    Q_OBJECT

public:
    explicit WrappedLabel(QWidget *parent = nullptr);
    void setFullText(const QString &text);
    QStringList shownLines() const { return linesIn(contentsRect().width()).lines; }
    int heightForWidth(int width) const override;
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
    void breakParagraph(const QString &paragraph, int width, qsizetype most, Broken &broken) const;
    int heightOf(qsizetype lines) const;
    void refit();
};

} // namespace arb::ui
