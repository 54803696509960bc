// SPDX-License-Identifier: GPL-3.0-or-later
#include <usecases/filewords.h>

#include <usecases/readings.h>

#include <domain/textlines.h>

#include <QtCore/QFile>

#include <algorithm>
#include <utility>

#include <unistd.h>

namespace arb::usecases {

using domain::Failure;

namespace {

constexpr int filesAtOnce = 5; ///< of mostIndexedBytes each; other work goes on between portions

domain::Result<QByteArray, VaultError> beginningOf(EvidenceVault &vault, const QByteArray &sha256, qint64 most)
{
    const auto opened = vault.open(sha256);
    if (!opened)
        return Failure{opened.error()};
    QFile file;
    QByteArray bytes;
    qint64 size = -1;
    if (file.open(*opened, QIODevice::ReadOnly)) {
        size = std::min(most, file.size());
        bytes = file.read(size);
    }
    file.close();
    ::close(*opened);
    if (bytes.size() != size)
        return Failure{VaultError::Broken};
    return bytes;
}

} // namespace

bool holdsWords(domain::ExhibitKind kind)
{
    switch (kind) {
    case domain::ExhibitKind::Chat:
    case domain::ExhibitKind::Text: return true;
    case domain::ExhibitKind::Image:
    case domain::ExhibitKind::Video:
    case domain::ExhibitKind::Document:
    case domain::ExhibitKind::Logistics: return false;
    }
    return false;
}

domain::Result<domain::ChatLog, VaultError> readWords(const Desk &desk, const QByteArray &sha256, domain::ExhibitKind kind, qint64 most)
{
    const auto bytes = beginningOf(desk.vault, sha256, most);
    if (!bytes)
        return Failure{bytes.error()};
    return kind == domain::ExhibitKind::Chat ? desk.chats.readChat(*bytes) : domain::textLog(*bytes);
}

QString indexedWords(const domain::ChatLog &log)
{
    QString words;
    const auto add = [&](domain::TextPlace place) {
        if (!place.isEmpty() && words.size() < mostIndexedCharacters) {
            words += log.view(place).left(mostIndexedCharacters);
            words += u'\n';
        }
    };
    for (const domain::LoggedMessage &message : log.messages) {
        if (words.size() >= mostIndexedCharacters)
            break;
        add(message.text);
        add(message.attachment);
    }
    words.truncate(mostIndexedCharacters);
    words.replace(QChar(u'\0'), QChar(u' ')); // no database keeps a zero, and it separates words anyway
    return words;
}

Done<WordsTaken> takeFileWords(const Desk &desk, const QByteArray &after)
{
    const auto files = desk.examination.filesWithoutWords(after, filesAtOnce);
    if (!files)
        return Failure{CommandError(files.error())};
    QList<FileWords> taken;
    for (const WordFile &file : *files) {
        if (const auto log = readWords(desk, file.sha256, file.kind, mostIndexedBytes))
            taken.append({file.sha256, indexedWords(*log)});
    }
    if (!taken.isEmpty()) {
        if (const auto saved = desk.examination.saveWords(taken); !saved)
            return Failure{CommandError(saved.error())};
    }
    return WordsTaken{files->isEmpty() ? after : files->constLast().sha256, files->size() == filesAtOnce};
}

Done<void> indexFileWords(const Desk &desk, const std::function<bool()> &stop)
{
    const auto goesOn = [&stop] { return !stop || !stop(); };
    WordsTaken taken{{}, true};
    while (taken.more && goesOn()) {
        auto next = takeFileWords(desk, taken.last);
        if (!next)
            return Failure{next.error()};
        taken = std::move(next).value();
    }
    for (bool more = true; more && goesOn();) {
        const auto indexed = indexKeptReadings(desk);
        if (!indexed)
            return Failure{indexed.error()};
        more = *indexed;
    }
    return {};
}

} // namespace arb::usecases
