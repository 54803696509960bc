// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <presentation/session.h>

#include <domain/viewing.h>

#include <QtCore/QTimer>

namespace arb::presentation {

/// What is pointed out on the open case's evidence and how it was left, for the window; follows the session. Nothing here
/// waits: what is drawn shows at once and is taken back, with a sentence, when the desk refuses it.
///  1. A mark whose answer was lost with the connection is asked for again by the same command, so it is there once or not.
///  2. A view is written when nothing has changed for half a second, when another case opens and at flush(); of several of
///     one place the last counts. What could not be written for want of a connection is written when it is back.
class ExaminationPresenter : public QObject
{
    Q_OBJECT

public:
    explicit ExaminationPresenter(Session &session, QObject *parent = nullptr);
    ~ExaminationPresenter() override; ///< flush()es

    /// Of the open case; empty while it loads. A mark that the desk has not answered yet has an id below 0.
    const domain::Examination &examination() const { return m_shown; }
    /// Have the marks of the open case been read?
    bool knowsMarks() const;
    /// Is the mark on record? Only such a one can be cited.
    static bool isKept(domain::MarkId id) { return id.value() > 0; }
    /// Somebody wrote to the database: marks that others made or took away meanwhile are shown. How things stand in front of
    /// the reader stays, whatever others left.
    void lookAgain();
    /// What others pointed out or took away meanwhile: marks do not change the case's version.
    void look() { load(); }
    bool mayMark() const;
    /// Its own marks, and for a supervisor everybody's.
    bool mayRemove(const domain::Mark &mark) const;

    /// Answers the id that it has until stored() tells the lasting one; none when it was refused at once.
    /// In these three the case is the one that was looked at: another may be open by now.
    domain::MarkId addMark(domain::CaseId id, domain::Mark draft);
    void removeMark(domain::MarkId id);
    /// One's own mark moved, reshaped or with another note; shown at once, by its lasting id once renamed() tells it. A
    /// further change before the answer follows it.
    void correctMark(domain::CaseId id, domain::MarkId mark, const QList<QPoint> &points, const QString &note);
    /// The one removed last, while its case is open and it was one's own: drawn again, under a new id.
    bool canRestore() const { return m_lastRemoved.has_value(); }
    void restore();

    void leftView(domain::CaseId id, const domain::ExhibitView &view);
    void leftPair(domain::CaseId id, const domain::PairView &pair);
    /// What was left is on its way; at quit the runner still carries it out.
    void flush();

Q_SIGNALS:
    void changed();                                                  ///< examination() is new
    void marksRead();                                                ///< examination() has all marks that are on record by now
    void stored(arb::domain::MarkId before, arb::domain::MarkId id); ///< before changed(): the mark has its lasting id
    void renamed(arb::domain::MarkId before, arb::domain::MarkId id); ///< before changed(): a mark was corrected
    void removed(const arb::domain::Mark &mark);                     ///< on record; see canRestore()
    void failed(const QString &sentence);

private:
    struct Adding
    {
        domain::Mark mark;
        domain::CaseId caseId;
        usecases::Actor actor;
        QString commandId;
        bool lost = false;    ///< the connection broke before the answer came
        bool removed = false; ///< taken back before it was stored
    };
    struct Removing
    {
        domain::Mark mark;
        domain::CaseId caseId;
        usecases::Actor actor;
        QString commandId;
        bool lost = false;
    };
    struct Correcting
    {
        domain::Mark mark; ///< its id as it is, its points and note as they shall be
        domain::CaseId caseId;
        usecases::Actor actor;
        QString commandId;
        std::optional<domain::Mark> next{}; ///< changed once more since
        bool lost = false;
        bool removed = false; ///< taken away before the answer
    };
    /// A view or a pair that is to be written.
    struct Left
    {
        usecases::Actor actor;
        domain::CaseId caseId;
        std::optional<domain::ExhibitView> view;
        std::optional<domain::PairView> pair;
        QString key() const;
    };

    void follow();
    void load();
    void show();
    std::optional<QString> refusal() const;
    void sendAdding(const QString &commandId);
    void concludeAdding(const QString &commandId, const usecases::Done<domain::MarkId> &answer);
    void sendCorrecting(const QString &commandId);
    void concludeCorrecting(const QString &commandId, const usecases::Done<domain::MarkId> &answer);
    void beginRemoving(const domain::Mark &mark, domain::CaseId id, const usecases::Actor &actor);
    void sendRemoving(const QString &commandId);
    void concludeRemoving(const QString &commandId, const usecases::Done<void> &answer);
    void leave(Left left);
    void keepForLater(const QList<Left> &unwritten);
    void connectionChanged();

    Session &m_session;
    domain::CaseId m_case;
    domain::Examination m_stored; ///< as loaded, with what was answered and left since
    domain::Examination m_shown;
    QList<Adding> m_adding;
    QList<Removing> m_removing;
    QList<Correcting> m_correcting;
    QList<Left> m_left; ///< not written yet
    std::optional<domain::Mark> m_lastRemoved;
    QTimer m_quiet;
    qint64 m_nextDraft = -1;
    bool m_viewsKnown = false; ///< from now on the reader's own views and pairs count, not those that are read
    bool m_looking = false;
    int m_loads = 0; ///< the answer of an older load counts no more
};

} // namespace arb::presentation
