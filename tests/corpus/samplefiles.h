// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

namespace arb::corpus {

/// Writes files made to hurt into @p folder (made when absent): of every picture and document format whole samples, cut at
/// each kilobyte (@p everyKb: only at each n-th), with bytes flipped, with lying headers, bombs, formats that are refused,
/// and content under another format's name. The same @p seed gives the same files. Answers how many; -1 with *problem.
int writeSamples(const QString &folder, int everyKb, quint32 seed, QString *problem);

} // namespace arb::corpus
