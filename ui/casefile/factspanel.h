// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <presentation/factscard.h>

#include <QtCore/QHash>
#include <QtGui/QImage>
#include <QtWidgets/QWidget>

#include <functional>

class QGridLayout;
class QLabel;
class QPushButton;
class QScrollArea;
class QToolButton;

namespace arb::ui {

/// The facts card of the exhibit on show, under its viewer: plain lines that can be selected, hints below them. It compares
/// nothing itself.
class FactsPanel : public QWidget
{
    Q_OBJECT

public:
    explicit FactsPanel(QWidget *parent = nullptr);

    using Source = std::function<presentation::FactsCard(presentation::PlaceDetail)>;
    /// The card of the exhibit known by @p key; no source: what is on show is no file. Another exhibit hides its place.
    void setCard(const QString &key, Source source);
    /// More is known of the exhibit on show: asks the source again.
    void refresh();
    /// Small pictures of frames, on the buttons that go there. Shown with the next refresh().
    void setPictures(const QHash<qint64, QImage> &pictures);
    /// Brings the line about that find into view and the keyboard to its first button; nothing where there is no such line. The
    /// card then insists on as much height as the line's words and pictures need: they are read beside the film, without scrolling.
    void reveal(const QString &find);
    /// It asks for no more than that: what it stands under needs the rest.
    void setMostHeight(int pixels);
    /// In the colours of now; its own palette does not tell of a change.
    void restyle();
    /// The places that have the keyboard: of a button its own, of a line's words all of that line; else none.
    QList<presentation::CardPlace> currentPlaces() const;
    int neededHeight() const; ///< for what is revealed; 0: nothing is
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// The reader wants to see a place that a line speaks of.
    void placeWanted(const arb::presentation::CardPlace &place);
    void closeWanted(); ///< by Esc

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Row
    {
        QLabel *label, *value, *sign, *hint;
        QWidget *places;
    };

    void fill();
    Row makeRow(int index);
    void fillRow(const Row &row, const presentation::CardLine &line);
    void spread(const Row &row, bool wide);
    qsizetype lineOf(const QString &find) const;
    QToolButton *firstPlace(const QString &find) const;
    void showLine(const QString &find);
    QSize pictureBox() const;
    void fillPlaces(const Row &row, const presentation::CardLine &line);
    void revealPlace();
    void copyAll();

    QString m_key, m_revealed; ///< m_revealed: the find that was chosen last
    Source m_source;
    presentation::FactsCard m_card;
    presentation::PlaceDetail m_place = presentation::PlaceDetail::Coarse;
    QLabel *m_title, *m_none;
    QPushButton *m_reveal, *m_copy;
    QScrollArea *m_scroll;
    QWidget *m_page;
    QGridLayout *m_grid;
    QList<Row> m_rows;
    QHash<qint64, QImage> m_pictures;
    bool m_picturesCame = false; ///< since the last refresh()
    int m_mostHeight = 280;
};

} // namespace arb::ui
