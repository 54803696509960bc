// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewing/comparesync.h"

#include <chrono>

namespace arb::ui {

ViewState ViewLink::rightFor(const ViewState &newLeft) const
{
    return domain::rightFor(newLeft, domain::alignmentOf(left, right), right);
}

ViewState ViewLink::leftFor(const ViewState &newRight) const
{
    return domain::leftFor(newRight, domain::alignmentOf(left, right), left);
}

CompareSync::CompareSync(QObject *parent)
    : QObject(parent)
{
}

void CompareSync::setPair(ViewerWidget *left, ViewerWidget *right)
{
    for (ViewerWidget *old : {m_left.data(), m_right.data()}) {
        if (old)
            disconnect(old, nullptr, this, nullptr);
    }
    m_left = left;
    m_right = right;
    watch(left, true);
    watch(right, false);
    record();
}

void CompareSync::watch(ViewerWidget *viewer, bool isLeft)
{
    if (!viewer)
        return;
    connect(viewer, &ViewerWidget::viewStateChanged, this,
            [this, isLeft](const ViewState &state, bool byReader) { followView(isLeft, state, byReader); });
    connect(viewer, &ViewerWidget::transportChanged, this,
            [this, isLeft](const TransportState &state) { followTime(isLeft, state); });
    connect(viewer, &ViewerWidget::pictureReplaced, this, &CompareSync::record);
}

bool CompareSync::canLink() const
{
    return m_left && m_right && m_left->viewState() && m_right->viewState();
}

void CompareSync::setLinked(bool linked)
{
    if (linked)
        record();
    if (linked == m_linked)
        return;
    m_linked = linked;
    Q_EMIT linkedChanged(linked);
}

void CompareSync::record()
{
    m_link.reset();
    m_rightAheadUs.reset();
    Q_EMIT canLinkChanged(canLink());
    if (!canLink())
        return;
    m_link = ViewLink{*m_left->viewState(), *m_right->viewState()};
    if (m_left->transport() && m_right->transport())
        m_rightAheadUs = mediaNow(*m_right->transport()) - mediaNow(*m_left->transport());
}

void CompareSync::followView(bool fromLeft, const ViewState &state, bool byReader)
{
    if (m_following || !m_linked)
        return;
    ViewerWidget *other = fromLeft ? m_right : m_left;
    if (!m_link || !other) {
        record();
        return;
    }
    const ViewState &base = fromLeft ? m_link->left : m_link->right;
    const ViewState otherNow = other->viewState().value_or(ViewState{});
    // Turning one, or fitting both into panes of a new size, is a new alignment and not a movement.
    if (state.rotation != base.rotation || (!byReader && state.isFitted() && otherNow.isFitted())) {
        record();
        return;
    }
    if (!byReader && !state.isFitted())
        return;
    m_following = true;
    other->setViewState(fromLeft ? m_link->rightFor(state) : m_link->leftFor(state));
    m_following = false;
}

qint64 CompareSync::mediaNow(const TransportState &state) const
{
    if (!state.playing)
        return state.mediaUs;
    const qint64 now = std::chrono::steady_clock::now().time_since_epoch().count();
    return state.mediaUs + static_cast<qint64>(static_cast<double>(now - state.anchorNs) / 1000.0 * state.speed);
}

void CompareSync::followTime(bool fromLeft, const TransportState &state)
{
    ViewerWidget *other = fromLeft ? m_right : m_left;
    if (m_following || !m_linked || !m_rightAheadUs || !other)
        return;
    // The same clock for both: media time shifted by the difference, anchored at the same instant.
    TransportState shifted = state;
    shifted.mediaUs += fromLeft ? *m_rightAheadUs : -*m_rightAheadUs;
    m_following = true;
    other->setTransport(shifted);
    m_following = false;
}

} // namespace arb::ui
