// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/viewers.h>

#include <QtCore/QPointer>

namespace arb::ui {

/// How the right picture follows the left: by a similarity that the reader aligned by hand.
/// 1. While linked, a point under the pointer on the left keeps its partner on the right, exactly: states are always mapped
///    from the recorded pair, never from the last step, so nothing drifts.
/// 2. Linking records the states as they are; unlinking forgets nothing on screen.
struct ViewLink
{
    ViewState left, right; ///< the pair as aligned
    ViewState rightFor(const ViewState &newLeft) const;
    ViewState leftFor(const ViewState &newRight) const;
};

/// Ties two viewers: zoom and pan of pictures, pages and films, and the time of two films, each by the difference that
/// holds when they are tied. Decides nothing else.
class CompareSync : public QObject
{
    Q_OBJECT

public:
    explicit CompareSync(QObject *parent = nullptr);

    /// Either may be null. Starts linked.
    void setPair(ViewerWidget *left, ViewerWidget *right);
    bool isLinked() const { return m_linked; }
    /// Linking again keeps the offset, scale and time difference of this moment.
    void setLinked(bool linked);
    bool canLink() const;

Q_SIGNALS:
    void linkedChanged(bool linked);
    void canLinkChanged(bool can); ///< both have come to show something, or no longer do

private:
    void watch(ViewerWidget *viewer, bool isLeft);
    void record();
    void followView(bool fromLeft, const ViewState &state, bool byReader);
    void followTime(bool fromLeft, const TransportState &state);
    qint64 mediaNow(const TransportState &state) const;

    QPointer<ViewerWidget> m_left, m_right;
    bool m_linked = true;
    bool m_following = false;
    std::optional<ViewLink> m_link;
    std::optional<qint64> m_rightAheadUs; ///< media time right minus left
};

} // namespace arb::ui
