// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewing/comparesync.h"

#include <QtGui/QGuiApplication>

namespace arb::ui {

using domain::Similarity;

CompareSync::CompareSync(QObject *parent)
    : QObject(parent)
{
}

void CompareSync::setPair(ViewerWidget *left, ViewerWidget *right)
{
    if (left == m_left && right == m_right) { // what they show instead they tell themselves, but for nothing
        if (!canLink()) {
            m_byHand = false;
            record();
        }
        Q_EMIT canLinkChanged(canLink());
        return;
    }
    for (ViewerWidget *old : {m_left.data(), m_right.data()}) {
        if (old)
            disconnect(old, nullptr, this, nullptr);
    }
    m_left = left;
    m_right = right;
    watch(left, true);
    watch(right, false);
    startOver();
}

void CompareSync::watch(ViewerWidget *viewer, bool isLeft)
{
    if (!viewer)
        return;
    connect(viewer, &ViewerWidget::viewStateChanged, this,
            [this, isLeft](const ViewState &state, bool byReader) { followView(isLeft, state, byReader); });
    connect(viewer, &ViewerWidget::pictureReplaced, this, &CompareSync::startOver);
    connect(viewer, &ViewerWidget::pageTurning, this, &CompareSync::letGo);
}

bool CompareSync::canLink() const
{
    return m_left && m_right && m_left->viewState() && m_right->viewState();
}

void CompareSync::setLinked(bool linked)
{
    // Being told again is no new alignment: the recorded one is exact, the views are only as exact as they are drawn.
    if (linked == m_linked)
        return;
    m_linked = linked;
    if (linked) {
        m_arriving = false;
        record();
        if (canLink())
            m_byHand = m_byHand || !m_left->viewState()->isFitted() || !m_right->viewState()->isFitted();
    }
    Q_EMIT linkedChanged(linked);
    Q_EMIT moved(true);
}

void CompareSync::startOver()
{
    m_arriving = false;
    m_byHand = false;
    record();
    Q_EMIT canLinkChanged(canLink());
}

void CompareSync::letGo()
{
    m_byHand = false;
    m_arriving = true;
    record();
}

std::optional<Similarity> CompareSync::alignment() const
{
    if (!canLink())
        return std::nullopt;
    return m_linked && m_alignment ? *m_alignment : domain::alignmentOf(*m_left->viewState(), *m_right->viewState());
}

void CompareSync::align(const Similarity &alignment, bool rightMoves)
{
    if (!canLink())
        return;
    m_arriving = false;
    m_alignment = alignment;
    m_byHand = true;
    place(rightMoves, rightMoves ? *m_left->viewState() : *m_right->viewState(), alignment);
    if (!m_linked) {
        m_linked = true;
        Q_EMIT linkedChanged(true);
    }
    Q_EMIT moved(true);
}

void CompareSync::resume(const Similarity &alignment, bool linked)
{
    if (!canLink())
        return;
    m_arriving = false;
    m_alignment = alignment;
    m_byHand = !m_left->viewState()->isFitted() || !m_right->viewState()->isFitted();
    if (!m_byHand)
        record(); // their panes may have another size by now
    if (linked != m_linked) {
        m_linked = linked;
        Q_EMIT linkedChanged(linked);
    }
}

void CompareSync::record()
{
    m_alignment.reset();
    if (canLink())
        m_alignment = domain::alignmentOf(*m_left->viewState(), *m_right->viewState());
}

void CompareSync::followView(bool fromLeft, const ViewState &state, bool byReader)
{
    if (m_following)
        return;
    if (m_linked)
        follow(fromLeft, state, byReader);
    Q_EMIT moved(byReader);
}

void CompareSync::follow(bool fromLeft, const ViewState &state, bool byReader)
{
    if (m_arriving && !byReader) {
        record();
        return;
    }
    m_arriving = false;
    if (!m_alignment || !canLink()) {
        startOver();
        return;
    }
    const ViewState other = fromLeft ? *m_right->viewState() : *m_left->viewState();
    if (byReader && (m_alone || QGuiApplication::keyboardModifiers().testFlag(Qt::AltModifier))) {
        record();
        m_byHand = true;
        return;
    }
    if (!byReader && !state.isFitted())
        return;
    if (!byReader && !m_byHand && other.isFitted()) {
        record();
        return;
    }
    place(fromLeft, state, *m_alignment);
}

void CompareSync::place(bool fromLeft, const ViewState &state, const Similarity &alignment)
{
    ViewerWidget *mover = fromLeft ? m_left : m_right;
    ViewerWidget *other = fromLeft ? m_right : m_left;
    const auto otherFor = [&alignment](bool toRight, const ViewState &of, const ViewState &before) {
        return toRight ? domain::rightFor(of, alignment, before) : domain::leftFor(of, alignment, before);
    };
    m_following = true;
    const ViewState wish = otherFor(fromLeft, state, other->viewState().value_or(ViewState{}));
    other->setViewState(wish);
    const ViewState got = other->viewState().value_or(wish);
    // At the end of its zoom the other stops; then neither goes further, or they would no longer lie on each other.
    if (got.zoom != wish.zoom)
        mover->setViewState(otherFor(!fromLeft, got, state));
    m_following = false;
    if (!fromLeft || got.zoom != wish.zoom)
        Q_EMIT leftFollowed();
}

void CompareSync::moveBoth(const ViewState &left, const Similarity &alignment)
{
    if (!canLink())
        return;
    m_following = true;
    m_left->setViewState(left);
    m_following = false;
    place(true, *m_left->viewState(), alignment);
    Q_EMIT leftFollowed();
    Q_EMIT moved(true);
}

void CompareSync::followLeft()
{
    if (m_following || !m_linked || !m_alignment || !canLink())
        return;
    if (m_arriving) {
        record();
        return;
    }
    place(true, *m_left->viewState(), *m_alignment);
    Q_EMIT moved(true);
}

void CompareSync::followFitted()
{
    if (m_following || !m_linked || !m_alignment || !canLink())
        return;
    const ViewState left = *m_left->viewState(), right = *m_right->viewState();
    const bool fromLeft = left.isFitted() || !right.isFitted();
    place(fromLeft, fromLeft ? left : right, *m_alignment);
}

} // namespace arb::ui
