// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/viewers.h>

#include <QtCore/QPointer>

namespace arb::ui {

/// Ties two viewers: place, turn and mirror of pictures, pages and films by one recorded alignment. Decides nothing else;
/// the time of films is FilmSync's.
/// 1. While linked, the other view is always computed from the recorded alignment, never from the last step: what was put
///    on top of each other stays there exactly, and nothing drifts.
/// 2. Linking records the alignment of that moment; unlinking lets each move alone and changes nothing on screen.
/// 3. What moves or turns one picture on purpose (Alt held, or isAlone()) is a new alignment; all else moves both.
/// 4. Until something was aligned by hand, a pane of a new size fits its own picture and that is the alignment. From then
///    on it is no longer: the other side follows.
class CompareSync : public QObject
{
    Q_OBJECT

public:
    explicit CompareSync(QObject *parent = nullptr);

    /// Either may be null. Starts linked, and with nothing aligned.
    void setPair(ViewerWidget *left, ViewerWidget *right);
    bool isLinked() const { return m_linked; }
    /// Linking again keeps offset, scale, turn and mirror of this moment.
    void setLinked(bool linked);
    bool canLink() const;
    /// From the left picture to the right one: as recorded while linked, else as both stand. None without two views.
    std::optional<domain::Similarity> alignment() const;
    /// Somebody put the two where they are; they do not just both fit their panes.
    bool isAligned() const { return m_byHand; }
    /// Links by @p alignment: the right goes where the left says, or the other way round.
    void align(const domain::Similarity &alignment, bool rightMoves = true);
    /// Both views stand as they were left: what was linked then is linked by what was recorded then.
    void resume(const domain::Similarity &alignment, bool linked);
    /// Other pictures are on show: nothing is aligned any more.
    void startOver();
    /// One of the pictures gives way to another. However that arrives, it moves nothing on the other side: as both stand then is the
    /// alignment, until somebody says more of them (startOver(), align(), resume()) or the reader moves one.
    void letGo();
    /// What the reader does to one side is done to that side alone.
    void setAlone(bool alone) { m_alone = alone; }
    bool isAlone() const { return m_alone; }
    /// The left to @p left and the right where @p alignment has it, linked or not.
    void moveBoth(const ViewState &left, const domain::Similarity &alignment);
    /// The left was moved by something that is not its reader.
    void followLeft();
    /// Both stand anew, perhaps in panes of another size: whichever fits its pane leads, the left rather than the right.
    void followFitted();

Q_SIGNALS:
    void linkedChanged(bool linked);
    void canLinkChanged(bool can); ///< both have come to show something, or no longer do
    /// The left was moved from here: whatever else hangs on it has to follow.
    void leftFollowed();
    /// One of the views or their alignment is another; @p byReader: not just a pane of a new size.
    void moved(bool byReader);

private:
    void watch(ViewerWidget *viewer, bool isLeft);
    void record();
    void followView(bool fromLeft, const ViewState &state, bool byReader);
    void follow(bool fromLeft, const ViewState &state, bool byReader);
    void place(bool fromLeft, const ViewState &state, const domain::Similarity &alignment);

    QPointer<ViewerWidget> m_left, m_right;
    bool m_linked = true;
    bool m_following = false;
    bool m_byHand = false;
    bool m_alone = false;
    bool m_arriving = false; ///< another picture comes on show: how it comes to stand is nobody's movement
    std::optional<domain::Similarity> m_alignment; ///< recorded; none without two views
};

} // namespace arb::ui
