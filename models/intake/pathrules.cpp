// SPDX-License-Identifier: GPL-3.0-or-later
#include "pathrules.h"

#include <QtCore/QStringDecoder>
#include <QtCore/QStringList>

#include <algorithm>

namespace arb::intake {

namespace {

constexpr qsizetype maxPathBytes = 1024;
constexpr qsizetype maxPartBytes = 255;

/// Direction marks can make "gpj.exe" look like "exe.jpg".
bool isHiddenCharacter(QChar c)
{
    const ushort u = c.unicode();
    return u < 0x20 || (u >= 0x7f && u < 0xa0) || (u >= 0x200e && u <= 0x200f) || (u >= 0x2028 && u <= 0x202e) || (u >= 0x2066 && u <= 0x2069);
}

/// Device names of Windows, also with an extension; a part that ends in a dot or blank loses it there.
bool isReserved(const QString &part)
{
    if (part.endsWith(u'.') || part.endsWith(u' '))
        return true;
    if (std::any_of(part.begin(), part.end(), [](QChar c) { return QStringLiteral("<>:\"|?*").contains(c); }))
        return true;
    const QString stem = part.section(u'.', 0, 0).trimmed().toUpper();
    static const QStringList devices{QStringLiteral("CON"), QStringLiteral("PRN"), QStringLiteral("AUX"), QStringLiteral("NUL"),
                                     QStringLiteral("CONIN$"), QStringLiteral("CONOUT$")};
    if (devices.contains(stem))
        return true;
    return stem.size() == 4 && (stem.startsWith(u"COM") || stem.startsWith(u"LPT")) && stem.at(3) >= u'1' && stem.at(3) <= u'9';
}

QString folded(const QString &name)
{
    return name.normalized(QString::NormalizationForm_C).toCaseFolded().normalized(QString::NormalizationForm_C);
}

} // namespace

QString shownName(QByteArrayView raw)
{
    return QString::fromUtf8(raw.first(std::min<qsizetype>(raw.size(), maxPathBytes)));
}

std::optional<IntakeError> nameFault(QByteArrayView raw)
{
    const auto fault = [&](IntakeFault code, const QString &detail = {}) { return IntakeError{code, shownName(raw), detail}; };
    if (raw.isEmpty())
        return fault(IntakeFault::ReservedName, QStringLiteral("empty"));
    if (raw.size() > maxPathBytes)
        return fault(IntakeFault::PathTooLong, QString::number(maxPathBytes));
    QStringDecoder utf8(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless | QStringDecoder::Flag::ConvertInitialBom);
    const QString name = utf8(raw);
    if (utf8.hasError())
        return fault(IntakeFault::NameEncoding);
    if (std::any_of(name.begin(), name.end(), isHiddenCharacter))
        return fault(IntakeFault::ControlInName);
    if (name.size() >= 2 && name.at(1) == u':' && name.at(0).unicode() < 0x80 && name.at(0).isLetter())
        return fault(IntakeFault::DrivePath);
    if (name.contains(u'\\'))
        return fault(IntakeFault::BackslashPath);
    if (name.startsWith(u'/'))
        return fault(IntakeFault::AbsolutePath);
    for (const QString &part : name.split(u'/')) {
        if (part.isEmpty() || part == u"." || part == u"..")
            return fault(IntakeFault::PathTraversal);
        if (part.toUtf8().size() > maxPartBytes)
            return fault(IntakeFault::PathTooLong, QString::number(maxPartBytes));
        if (isReserved(part))
            return fault(IntakeFault::ReservedName, part);
    }
    return std::nullopt;
}

std::optional<IntakeError> nameFault(const QString &name)
{
    return nameFault(QByteArrayView(name.toUtf8()));
}

std::optional<IntakeError> NameBook::add(const QString &name, bool folder)
{
    const auto clash = [&](const Known &other, const QString &rest = {}) { return IntakeError{IntakeFault::DuplicateName, name, other.name + rest}; };
    if (const auto same = m_names.constFind(folded(name)); same != m_names.constEnd() && same->name != name)
        return clash(*same);
    for (qsizetype slash = name.indexOf(u'/'); slash >= 0; slash = name.indexOf(u'/', slash + 1)) {
        const QString parent = name.first(slash);
        const auto known = m_names.constFind(folded(parent));
        if (known == m_names.constEnd())
            m_names.insert(folded(parent), {parent, What::ImpliedFolder});
        else if (known->what == What::File)
            return clash(*known);
        else if (known->name != parent)
            return clash(*known, name.mid(slash));
    }
    const auto known = m_names.find(folded(name));
    if (known == m_names.end()) {
        m_names.insert(folded(name), {name, folder ? What::Folder : What::File});
        return std::nullopt;
    }
    if (!folder || known->what != What::ImpliedFolder || known->name != name)
        return clash(*known);
    known->what = What::Folder;
    return std::nullopt;
}

} // namespace arb::intake
