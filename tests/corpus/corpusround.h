// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "../../app/deskwindow.h"

#include <intake/importrun.h>

#include <ui/viewers.h>

#include <QtCore/QElapsedTimer>
#include <QtCore/QMap>
#include <QtCore/QObject>
#include <QtCore/QPointer>
#include <QtCore/QStringList>
#include <QtCore/QThreadPool>
#include <QtCore/QTimer>

#include <cstddef>

namespace arb::corpus {

/// Feeds files one after the other through the program as people use it: as the evidence of a case that is imported and
/// opened in the window (as a picture, a document, a video, a chat and a text), and as a bundle of its own. Watches the event loop.
class CorpusRound final : public QObject
{
    Q_OBJECT

public:
    /// What became of the files in one part: outcome in words, how often.
    using Counts = QMap<QString, int>;
    struct Stall
    {
        QString file;
        qint64 ms = 0;
    };
    struct Made
    {
        QString path, refused; ///< one of the two is empty
    };
    static constexpr qint64 stallLimitMs = 200; ///< decisions.md: the harness's limit on hostile files

    /// @p work: a folder for the bundles that are made.
    CorpusRound(app::DeskWindow &desk, QStringList files, const QString &work);
    void start();

    const QMap<QString, Counts> &counts() const { return m_counts; } ///< by part: "as a bundle", "as a picture" …
    const QList<Stall> &stalls() const { return m_stalls; }
    qint64 longestStallMs() const { return m_longest; }
    qsizetype filesDone() const { return m_next; }

Q_SIGNALS:
    void finished();

private:
    void feedNext();
    void importOne(const QString &path, std::function<void(const intake::ImportResult &)> then);
    void openCase(domain::CaseId id);
    void watch();
    void beat();
    void count(const QString &outcome);
    void conclude(const QString &outcome);
    void makeBundle(std::function<void(const Made &)> then);
    QString caseNo() const;

    app::DeskWindow &m_desk;
    QStringList m_files;
    QString m_work, m_file;
    std::size_t m_part = 0; ///< of what a file is fed as
    qsizetype m_next = 0;
    int m_cases = 0;
    QMap<QString, Counts> m_counts;
    QPointer<ui::ViewerWidget> m_waiting; ///< until shown or explained
    QElapsedTimer m_since, m_sinceBeat;
    QTimer m_poll, m_heart;
    QList<Stall> m_stalls;
    qint64 m_longest = 0;
    QThreadPool m_maker; ///< last: what runs there tells this
};

} // namespace arb::corpus
