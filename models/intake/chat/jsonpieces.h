// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QList>
#include <QtCore/QString>
#include <QtCore/QStringList>

namespace arb::intake {

/// One message of a JSON export, cut out of the text: so that one damaged message, or an end cut off, costs that message
/// only, and a file of any size is never held as a tree.
struct JsonPiece
{
    QStringView text;
    quint32 line = 1, column = 1; ///< from 1
    bool whole = true;    ///< false: the file ends inside it
    QStringView outerCreated; ///< created_at of the object around it, as written
    int conversation = 0;     ///< which object holds it: the same number, the same conversation
    QStringView outerId, outerName; ///< id, and name or title, of the conversation, as written (JSON); where they stand before it
    bool isMember = false; ///< the value of a key of the object around it; otherwise one of a list
};

struct JsonPieces
{
    QList<JsonPiece> pieces;
    bool cut = false; ///< the file ends before its outermost bracket closes
    quint32 lastLine = 1;
};

/// The items of every array whose key is in @p arrays (an empty key: the outermost array), and every object whose key is
/// in @p objects, in order; whatever such an item is: objects, lists, words. One pass; brackets inside strings do not count.
JsonPieces jsonPieces(QStringView text, const QStringList &arrays, const QStringList &objects = {});

} // namespace arb::intake
