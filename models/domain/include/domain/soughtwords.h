// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>
#include <QtCore/QStringList>
#include <QtCore/QStringMatcher>

#include <functional>

namespace arb::domain {

/// What somebody typed to look for in a text as it stands, whatever its case: words one after the other, with any run of white space
/// between them, line ends included. White space around them does not count.
class SoughtWords
{
public:
    /// Characters of the text searched.
    struct Place
    {
        qsizetype from = -1, size = 0;
        bool isNone() const { return from < 0; }
        qsizetype end() const { return from + size; }
    };

    explicit SoughtWords(const QString &typed);
    bool isEmpty() const { return m_words.isEmpty(); } ///< is found nowhere
    /// The first place in @p folded (foldedText() of a text: places are the same) that begins at @p from or behind. @p abandoned is
    /// asked now and then; once it says so, none.
    Place next(QStringView folded, qsizetype from, const std::function<bool()> &abandoned = {}) const;

private:
    /// Where the words end that begin at @p at; -1: not all of them stand there.
    qsizetype endOf(QStringView folded, qsizetype at) const;

    QStringList m_words; ///< folded
    QStringMatcher m_first;
};

} // namespace arb::domain
