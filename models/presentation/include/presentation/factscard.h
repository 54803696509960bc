// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/casefile.h>

#include <QtCore/QRect>
#include <QtCore/QStringList>

namespace arb::presentation {

/// A place in the file that a line speaks of.
struct CardPlace
{
    QString words; ///< of the button that goes there
    qint64 frame = 0, ptsUs = 0; ///< films; as citations have them
    QRect region{}; ///< empty: the whole frame or picture
    QString message{}; ///< id of a message of the platform's log instead, or empty
    bool operator==(const CardPlace &) const = default;
};

/// One line of what a file says about itself. Plain text; what strangers wrote is made visible already.
struct CardLine
{
    QString label, value;
    QString hint;      ///< plain sentences, never a verdict; empty when there is nothing to say
    bool look = false; ///< the hint is worth a second look
    QString copied;    ///< what copying gives where it is more than the value (the whole digest)
    QList<CardPlace> places = {};
    QString find{};    ///< the line is about this find of a search, as ticks on a film's timeline call it; empty: about none
    bool operator==(const CardLine &) const = default;
};

/// What an exhibit's file says about itself, compared with the order, the parcel and the claim. It draws no conclusion, and
/// a file that says nothing is called usual, for it is.
struct FactsCard
{
    QList<CardLine> lines; ///< in reading order
    bool placeIsCoarse = false; ///< a more exact place is known than is told
};

/// Whoever took a picture at home tells where home is: told within about 10 km until somebody asks.
enum class PlaceDetail { Coarse, Exact };

FactsCard factsCard(const domain::CaseFile &file, const domain::Exhibit &exhibit, PlaceDetail place = PlaceDetail::Coarse);

/// The hints alone, each with the name of its line before it, for a list of exhibits.
QStringList factHints(const domain::CaseFile &file, const domain::Exhibit &exhibit);

} // namespace arb::presentation
