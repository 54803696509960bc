// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QListView>
#include <QtWidgets/QToolButton>

#include <functional>
#include <optional>

namespace arb::ui {

/// The place on show in a pane, to take hold of: a click cites it, dragging carries it to a finding or into a text. Knows
/// no citation itself.
class CiteHandle : public QToolButton
{
    Q_OBJECT

public:
    explicit CiteHandle(QWidget *parent = nullptr);

Q_SIGNALS:
    void dragWanted();

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;

private:
    std::optional<QPointF> m_pressedAt;
};

/// A view of items whose chosen rows can be dragged away: it says so and carries nothing itself.
template<typename View>
class CitableRows final : public View
{
public:
    explicit CitableRows(QWidget *parent = nullptr) : View(parent)
    {
        this->setDragEnabled(true);
        this->setDragDropMode(QAbstractItemView::DragOnly);
    }
    std::function<void()> dragged; ///< may be none

protected:
    void startDrag(Qt::DropActions) override
    {
        if (dragged)
            dragged();
    }
};

/// A list whose chosen rows can be dragged away; whoever listens knows what they mean.
class CitableList : public QListView
{
    Q_OBJECT

public:
    explicit CitableList(QWidget *parent = nullptr);

Q_SIGNALS:
    void dragWanted();

protected:
    void startDrag(Qt::DropActions actions) override;
};

} // namespace arb::ui
