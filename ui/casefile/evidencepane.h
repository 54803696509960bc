// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/viewers.h>

#include <QtWidgets/QWidget>

class QLabel;
class QStackedWidget;
class QTabBar;

namespace arb::ui {

class ElidedLabel;

/// One side of the desk: a party's exhibits as tabs over the viewer that shows the chosen one.
class EvidencePane : public QWidget
{
    Q_OBJECT

public:
    EvidencePane(EvidenceLoader &loader, bool buyerSide, QWidget *parent = nullptr);

    struct Item
    {
        EvidenceRef ref;
        QString tab;     ///< short: the number or one word
        QString caption; ///< party text; shown plain
        QString icon;
        bool iconTells = false; ///< where room is short, the tab does without its word
    };
    void setItems(const QList<Item> &items);
    void setHeading(const QString &text);
    ViewerWidget *viewer() const { return m_viewer; }
    const EvidenceRef *current() const;
    void step(int by);
    /// Shows the item with @p exhibitId (empty: the case's own chat or track of @p kind); false when it is not here.
    bool showExhibit(const QString &exhibitId, domain::ExhibitKind kind);
    int indexOf(const QString &exhibitId, domain::ExhibitKind kind) const;
    bool hasFocusInside() const;
    void focusEvidence(); ///< the viewer's content, not the controls around it
    /// The side that keys and citing work on; it is marked.
    void setActive(bool active);
    /// Whether pictures lie under a cover until somebody asks.
    void setCare(Care care);
    /// Another case comes: what was uncovered is covered again.
    void forgetUncovered();

Q_SIGNALS:
    void viewerChanged();
    void exhibitRequested(const QString &exhibitId);
    // As the viewers tell them.
    void uncovered(const QString &exhibitId);
    void markMade(const arb::domain::Mark &draft);
    void markRemovalWanted(arb::domain::MarkId id);
    void viewLeft(const arb::domain::ExhibitView &view);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void showIndex(int index);
    ViewerWidget *makeViewer(domain::ExhibitKind kind);
    void fitTabs();
    void restyle();
    void retranslate();

    EvidenceLoader &m_loader;
    bool m_buyerSide;
    bool m_active = false;
    Care m_care = Care::Off;
    QList<Item> m_items;
    QHash<int, ViewerWidget *> m_viewers; ///< by exhibit kind
    ViewerWidget *m_viewer = nullptr;
    QLabel *m_heading;
    QTabBar *m_tabs;
    ElidedLabel *m_caption;
    QStackedWidget *m_stack;
    QLabel *m_empty;
};

} // namespace arb::ui
