// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <usecases/casesearch.h>

#include <ui/evidenceports.h>

#include <QtCore/QObject>
#include <QtCore/QThreadPool>

#include <atomic>
#include <functional>
#include <memory>

namespace arb::ui {

/// A file of words that was not looked into, by its exhibit's id.
struct UnsearchedFile
{
    QString exhibit;
    ShowError why = ShowError::Missing;
    bool operator==(const UnsearchedFile &) const = default;
};

/// Searches the exported chats and texts of a case, one file after the other in the background. Files up to a budget are kept as they
/// were read, for what is typed next; larger ones are read anew for each search, so that memory stays bounded. Only the latest search is
/// answered.
class ExhibitSearch final : public QObject
{
    Q_OBJECT

public:
    using Readings = std::function<domain::ChatReading(const domain::Exhibit &)>;
    static constexpr qsizetype mostKept = 8'000'000; ///< characters of all files together

    explicit ExhibitSearch(EvidenceLoader &loader, QObject *parent = nullptr);
    ~ExhibitSearch() override;

    /// @p readings: how each chat is read, as somebody said.
    void begin(const usecases::CaseView &view, const QStringList &words, const Readings &readings);
    /// Nothing is searched any more, and nothing is kept.
    void stop();
    bool isDone() const { return m_done; }
    /// Those of the search so far that could not be read.
    const QList<UnsearchedFile> &unsearched() const { return m_unsearched; }

Q_SIGNALS:
    void found(const QList<arb::usecases::CaseHit> &hits); ///< in one file more
    void passedOver(); ///< one more is among unsearched()
    void finished();

private:
    using Log = std::shared_ptr<const domain::ChatLog>;
    struct Wish
    {
        domain::Exhibit exhibit;
        domain::ChatReading reading;
        bool operator==(const Wish &) const = default;
    };
    struct Kept
    {
        Wish wish;
        Log log;
    };
    void abandon();
    void next();
    void passOver(const Wish &wish, ShowError why);
    bool load(const Wish &wish);
    void look(const Wish &wish, const Log &log, const QByteArray &text);
    void take(const Wish &wish, const Log &log, const QList<usecases::CaseHit> &hits);
    void keep(const Wish &wish, const Log &log);

    EvidenceLoader &m_loader;
    domain::CaseId m_case;
    domain::Masks m_masks;
    bool m_done = true;
    QStringList m_words;
    QList<Wish> m_wishes; ///< of this search, not begun yet
    Wish m_loading;       ///< while m_ticket is open
    QList<UnsearchedFile> m_unsearched;
    QList<Kept> m_kept;
    qsizetype m_keptCharacters = 0;
    EvidenceLoader::Ticket m_ticket = 0;
    std::shared_ptr<std::atomic<bool>> m_abandoned; ///< of the file that is being searched
    QThreadPool m_thread;                           ///< its own: Qt paints with the common ones
};

} // namespace arb::ui
