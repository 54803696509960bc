// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chipfilter.h"

#include <QtWidgets/QWidget>

class QToolButton;

namespace arb::ui {

/// The filter of the queue as a row of chips, each opening under its button. Words are the search box's business and pass
/// through untouched. Delete on a chip empties it.
class FilterChips : public QWidget
{
    Q_OBJECT

public:
    explicit FilterChips(QWidget *parent = nullptr);

    const usecases::QueueFilter &filter() const { return m_filter; }
    void setFilter(const usecases::QueueFilter &filter);
    void setFacets(const usecases::QueueFacets &facets) { m_facets = facets; }
    void retranslate();

Q_SIGNALS:
    void edited();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void open(Chip chip);
    void refresh(Chip chip);
    QToolButton *button(Chip chip) const { return m_buttons.at(static_cast<qsizetype>(chip)); }

    usecases::QueueFilter m_filter;
    usecases::QueueFacets m_facets;
    QList<QToolButton *> m_buttons; ///< by chip
    QToolButton *m_clear;
};

} // namespace arb::ui
