// SPDX-License-Identifier: GPL-3.0-or-later
#include "evidencetaking.h"

#include <intake/evidencekind.h>

#include <algorithm>

namespace arb::intake {

using domain::Failure;

namespace {

const QString &caseJsonName()
{
    static const QString name = QStringLiteral("case.json");
    return name;
}

/// One file on its way: counted, hashed, and remembered as far as its kind needs.
class EvidencePass
{
public:
    EvidencePass(const QString &entry, const ListedDigests &listed, bool words, EvidenceSink &sink)
        : m_entry(entry), m_check(entry, listed), m_words(words), m_sink(sink)
    {
    }

    Taken take(QByteArrayView bytes, qint64 maxWords)
    {
        m_size += bytes.size();
        m_check.add(bytes);
        const qsizetype room = m_words ? std::max<qint64>(maxWords + 1 - m_content.size(), 0) : std::max<qsizetype>(evidenceHead - m_content.size(), 0);
        m_content.append(bytes.first(std::min(bytes.size(), room)));
        return m_sink.take(bytes);
    }

    /// After the last byte: digests first, since a file that is not the listed one needs no further word.
    Taken finish(const QList<domain::ExhibitKind> &kinds) const
    {
        if (const Taken same = m_check.finish(); !same)
            return same;
        for (const domain::ExhibitKind kind : kinds) {
            const qint64 most = evidenceKind(kind).maxBytes;
            if (m_size > most)
                return Failure{IntakeError{IntakeFault::EvidenceTooLarge, m_entry, QString::number(most)}};
            if (const auto fault = checkEvidence(kind, m_entry, m_content))
                return Failure{*fault};
        }
        return {};
    }

    qint64 size() const { return m_size; }
    QByteArray sha256() const { return m_check.sha256(); }
    /// What the words say about themselves as @p kind, added to what the sink found out.
    QJsonObject factsWith(QJsonObject facts, domain::ExhibitKind kind) const
    {
        const auto say = evidenceKind(kind).facts;
        const QJsonObject said = say ? say(m_content) : QJsonObject();
        for (auto it = said.begin(); it != said.end(); ++it)
            facts.insert(it.key(), it.value());
        return facts;
    }

private:
    QString m_entry;
    DigestCheck m_check;
    bool m_words;
    EvidenceSink &m_sink;
    qint64 m_size = 0;
    QByteArray m_content; ///< of words all, of others the head
};

QList<domain::ExhibitKind> kindsOf(const domain::CaseFile &file, const QString &name)
{
    QList<domain::ExhibitKind> kinds;
    for (const domain::Exhibit &exhibit : file.exhibits) {
        if (exhibit.file == name && !kinds.contains(exhibit.kind))
            kinds.append(exhibit.kind);
    }
    return kinds;
}

} // namespace

Taken takeEvidence(domain::CaseFile &file, const QString &prefix, const QHash<QString, ListedDigests> &listed, const IntakeLimits &limits,
                   const FeedFile &feed, EvidenceSink &sink)
{
    QStringList done;
    qint64 total = 0;
    for (qsizetype first = 0; first < file.exhibits.size(); ++first) {
        const QString name = file.exhibits.at(first).file;
        if (done.contains(name))
            continue;
        if (done.size() >= limits.maxFiles)
            return Failure{IntakeError{IntakeFault::TooManyFiles, prefix + name, QString::number(limits.maxFiles)}};
        done.append(name);
        const QString entry = prefix + name;
        const QList<domain::ExhibitKind> kinds = kindsOf(file, name);
        ListedDigests digests = listed.value(entry);
        for (const domain::Exhibit &exhibit : file.exhibits) {
            if (exhibit.file != name || exhibit.sha256.isEmpty())
                continue;
            if (digests.contains(caseJsonName()) && digests.value(caseJsonName()) != exhibit.sha256)
                return Failure{IntakeError{IntakeFault::DigestMismatch, entry, caseJsonName()}}; // two exhibits, one file, two digests
            digests.insert(caseJsonName(), exhibit.sha256);
        }
        const bool words = std::any_of(kinds.begin(), kinds.end(), [](domain::ExhibitKind kind) { return evidenceKind(kind).check != nullptr; });
        EvidencePass pass(entry, digests, words, sink);
        if (const Taken begun = sink.begin(entry); !begun)
            return begun;
        const Taken fed = feed(name, [&](QByteArrayView bytes) -> Taken {
            total += bytes.size();
            if (total > limits.maxBundleBytes)
                return Failure{IntakeError{IntakeFault::BundleTooLarge, entry, QString::number(limits.maxBundleBytes)}};
            return pass.take(bytes, words ? evidenceKind(kinds.constFirst()).maxBytes : 0);
        });
        if (!fed)
            return fed;
        if (const Taken fine = pass.finish(kinds); !fine)
            return fine;
        const auto facts = sink.end(pass.sha256(), kinds.constFirst());
        if (!facts)
            return Failure{facts.error()};
        const QJsonObject said = pass.factsWith(*facts, kinds.constFirst());
        for (domain::Exhibit &exhibit : file.exhibits) {
            if (exhibit.file != name)
                continue;
            exhibit.size = pass.size();
            exhibit.sha256 = pass.sha256();
            exhibit.facts = exhibit.kind == kinds.constFirst() ? said : pass.factsWith(*facts, exhibit.kind);
        }
    }
    return {};
}

} // namespace arb::intake
