// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/viewers.h>

#include "viewing/picturecanvas.h"
#include "viewing/viewbar.h"

namespace arb::ui {

/// What picture, page and film viewers share: the canvas, its zoom and turn actions, regions and marks. Does not load.
class CanvasViewer : public ViewerWidget
{
    Q_OBJECT

public:
    explicit CanvasViewer(EvidenceLoader &loader, QWidget *parent = nullptr);

    std::optional<domain::Citation> currentCitation() const override;
    void goTo(const domain::Citation &citation, const QString &label) override;
    void showCited(const QList<domain::Citation> &citations) override;
    std::optional<ViewState> viewState() const override;
    void setViewState(const ViewState &state) override;
    PictureCanvas *canvas() const { return m_canvas; }

protected:
    ViewBar *bar() const { return m_bar; }
    /// A widget of the viewer's own above the bar (a slider, a list); beside the canvas when @p beside.
    void addPanel(QWidget *panel, bool beside = false);
    void retranslate() override;
    /// Page or frame of what is on show; regions belong to it.
    virtual void fillPlace(domain::Citation &citation) const { static_cast<void>(citation); }
    virtual bool isPlaceOnShow(const domain::Citation &citation) const = 0;
    /// Shows the page or frame of @p citation, then calls arrived().
    virtual void travel(const domain::Citation &citation) = 0;
    void arrived();
    void updateMarks();
    void forgetPlaces();
    /// Pixels a first decode should cover.
    QSize paneTarget() const;

private:
    PictureCanvas *m_canvas = nullptr;
    ViewBar *m_bar = nullptr;
    QAction *m_fit = nullptr, *m_actual = nullptr, *m_in = nullptr, *m_out = nullptr;
    QAction *m_left = nullptr, *m_right = nullptr, *m_regionAction = nullptr;
    QList<domain::Citation> m_cited;
    std::optional<domain::Citation> m_destination;
    QString m_destinationLabel;
    bool m_traveling = false;
};

} // namespace arb::ui
