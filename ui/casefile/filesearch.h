// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <presentation/filmhints.h>

#include <ui/viewers.h>

#include <QtCore/QHash>

#include <memory>
#include <utility>

namespace arb::ui {

/// The searches in one file: begun with it, called off when nobody looks at the file any more. Says nothing about what it finds.
class FileSearch final : public QObject
{
    Q_OBJECT

public:
    enum class Kind { Film, Picture };
    /// @p masks hide what is personal in what is read.
    FileSearch(EvidenceLoader &loader, const QByteArray &sha256, Kind kind, const domain::Masks &masks);
    ~FileSearch() override;
    const domain::Masks &masks() const { return m_masks; }
    const presentation::FileFinds &finds() const { return m_finds; }
    std::unique_ptr<FrameSource> film() const { return m_loader.film(m_sha256); } ///< not open yet

Q_SIGNALS:
    void changed();

private:
    using State = presentation::FileFinds::State;
    void lookForHints();
    void lookForCodes();
    void lookForWords();

    EvidenceLoader &m_loader;
    QByteArray m_sha256;
    domain::Masks m_masks;
    presentation::FileFinds m_finds;
    EvidenceLoader::Ticket m_hints = 0, m_codes = 0, m_words = 0;
};

/// The searches that go on for a window: panes that show the same file share one.
class FileSearches final
{
public:
    explicit FileSearches(EvidenceLoader &loader) : m_loader(loader) {}
    /// Begun now, or by whoever asked before; it goes on for as long as somebody holds it. None for files that are not searched.
    std::shared_ptr<FileSearch> of(const EvidenceRef &ref);

private:
    EvidenceLoader &m_loader;
    QHash<std::pair<QByteArray, bool>, std::weak_ptr<FileSearch>> m_films, m_pictures; ///< by digest, and whether it is masked
};

} // namespace arb::ui
