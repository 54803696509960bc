// SPDX-License-Identifier: GPL-3.0-or-later
#include "newexhibit.h"

#include <domain/canonicaljson.h>
#include <domain/plaintext.h>

#include <QtCore/QStringList>

#include <algorithm>

namespace arb::usecases {

using domain::Failure;

namespace {

// What case-1.json allows: more could be stored, but never exported.
constexpr qsizetype mostExhibits = 500;
constexpr qsizetype longestId = 200, longestCaption = 100'000, longestElement = 64;

QString folded(const QString &part)
{
    return part.normalized(QString::NormalizationForm_C).toCaseFolded();
}

/// Can @p name lie beside the case's files on every system: not the same where case does not count, no file that is a
/// folder elsewhere, no folder spelt in two ways?
bool fitsBeside(const QList<domain::Exhibit> &exhibits, const QString &name)
{
    const QStringList ours = name.split(u'/');
    return std::ranges::none_of(exhibits, [&](const domain::Exhibit &exhibit) {
        const QStringList theirs = exhibit.file.split(u'/');
        for (qsizetype n = 0; n < std::min(ours.size(), theirs.size()); ++n) {
            if (folded(ours.at(n)) != folded(theirs.at(n)))
                return false;
            if (ours.at(n) != theirs.at(n) || n + 1 == ours.size() || n + 1 == theirs.size())
                return true;
        }
        return false;
    });
}

QString plainPart(QString text)
{
    text.removeIf([](QChar c) { return c.unicode() > 0x7e || !(c.isLetterOrNumber() || c == u'-' || c == u'_'); });
    return text;
}

/// @p name with the end of the name @p given: possible on every system, and unlike all others in the case.
QString nameBeside(const domain::CaseFile &file, QString name, const QString &given)
{
    const QString leaf = given.section(u'/', -1);
    const QString end = leaf.contains(u'.') ? plainPart(leaf.section(u'.', -1)).toLower().left(8) : QString();
    if (!end.isEmpty())
        name += u'.' + end;
    QString folder = QStringLiteral("evidence/");
    for (int n = 1; !fitsBeside(file.exhibits, folder + name); ++n)
        folder = QStringLiteral("evidence-%1/").arg(n);
    return folder + name;
}

/// Senders call their files anything. In the case a supplement is called by its exhibit.
QString supplementName(const domain::CaseFile &file, const QString &exhibitId, const QString &given)
{
    const QString plain = plainPart(exhibitId);
    const bool speaks = exhibitId == plain && exhibitId.startsWith(u'S');
    return nameBeside(file, speaks ? exhibitId : QString(QStringLiteral("supplement-") + plain.left(60)), given);
}

} // namespace

QString givenName(const SupplementFile &file)
{
    QString given = file.fileName;
    given.removeIf([](QChar c) { return c.category() == QChar::Other_Control; }); // nothing anybody typed: no ground to refuse
    return given;
}

Done<domain::Exhibit> exhibitOf(const CommandStep &step, const domain::CaseFile &into, const SupplementFile &file)
{
    const qsizetype most = std::min<qsizetype>(mostExhibits, step.policy.maxFiles);
    if (into.exhibits.size() >= most)
        return Failure{CommandError(CommandFault::TooManyExhibits, QString::number(most))};
    if (file.caption.size() > longestCaption)
        return Failure{CommandError(CommandFault::BadValue, QString(file.caption.left(40) + u'…'))};
    if (file.element.size() > longestElement)
        return Failure{CommandError(CommandFault::BadValue, QString(file.element.left(40) + u'…'))};
    const QString given = givenName(file);
    QString id = file.derivedFrom ? QString() : file.id;
    for (qsizetype n = file.derivedFrom ? 1 : into.exhibits.size() + 1; id.isEmpty(); ++n) {
        const QString candidate = (file.derivedFrom ? QStringLiteral("d%1") : QStringLiteral("S%1")).arg(n);
        if (!domain::findExhibit(into, candidate))
            id = candidate;
    }
    if (domain::findExhibit(into, id) || id.size() > longestId || domain::hasControl(id))
        return Failure{CommandError(CommandFault::BadValue, id)};
    return domain::Exhibit{.id = id, .party = file.party, .kind = file.kind, .file = file.derivedFrom ? nameBeside(into, QString(QStringLiteral("derived-") + id), given) : supplementName(into, id, given), .sha256 = file.sha256,
                           .caption = file.caption.isEmpty() ? given.section(u'/', -1) : file.caption, .element = file.element,
                           .submittedAt = step.now, .size = file.size, .facts = file.facts, .derivedFrom = file.derivedFrom};
}

void addExhibit(CommandStep &step, const domain::Exhibit &exhibit)
{
    step.transition.newExhibits.append(exhibit);
    step.payload.insert(QStringLiteral("exhibit"), exhibit.id);
    step.payload.insert(QStringLiteral("exhibitSha256"), QString::fromLatin1(domain::sha256Hex(domain::canonicalJson(domain::toJson(exhibit)))));
}

Done<void> FileOnce::putIn()
{
    if (m_put || (m_file.path.isEmpty() && m_file.bytes.isEmpty()))
        return {};
    if (m_file.bytes.isEmpty()) {
        if (!m_vault.putFile(m_file.path, m_file.sha256))
            return Failure{CommandError(CommandFault::VaultBroken)};
    } else {
        const auto digest = m_vault.putBytes(m_file.bytes);
        if (digest && *digest != m_file.sha256)
            m_vault.withdraw({*digest});
        if (!digest || *digest != m_file.sha256)
            return Failure{CommandError(CommandFault::VaultBroken)};
    }
    m_put = true;
    return {};
}

void FileOnce::ended(const Done<Receipt> &done)
{
    if (!m_put)
        return;
    if (done && !done->repeated)
        m_vault.settle({m_file.sha256});
    else
        m_vault.withdraw({m_file.sha256});
}

} // namespace arb::usecases
