// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <intake/intakeerror.h>

#include <QtCore/QByteArrayView>
#include <QtCore/QHash>
#include <QtCore/QString>

#include <optional>

namespace arb::intake {

/// A name as handed in, for messages: what is no UTF-8 becomes replacement characters.
QString shownName(QByteArrayView raw);
/// Why @p raw may not be a name inside a bundle: relative, "/" between parts, no "..", no control or direction
/// characters, UTF-8, possible on every system. A folder's name is given without its last "/".
std::optional<IntakeError> nameFault(QByteArrayView raw);
/// The same of a name that is text already.
std::optional<IntakeError> nameFault(const QString &name);

/// Finds names that some system would take for the same: equal, by case, by Unicode form, or a file that is also a folder.
class NameBook
{
public:
    std::optional<IntakeError> add(const QString &name, bool folder);

private:
    enum class What { File, Folder, ImpliedFolder };
    struct Known { QString name; What what; };
    QHash<QString, Known> m_names;
};

} // namespace arb::intake
