// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "course.h"
#include "dice.h"
#include "story.h"

#include <QtCore/QHash>

namespace arb::app::demo {

/// What is chosen for one case: who, where, which goods for how much.
struct Casting
{
    QString caseNo;
    int number = 0;       ///< of the case in the demo; makes numbers and ids
    QString platform, category;
    QJsonObject shop;     ///< merchant of case.json
    QString city;         ///< where the shop ships from
    QString buyer;        ///< name
    QString place;        ///< city and street
    QString carrier, waybill;
    QJsonObject goods;    ///< {product, sku, …} of the template
    qint64 paidFen = 0, claimedFen = 0;
    QJsonObject sameOrder, sameBuyer; ///< of the case that this one files again; empty otherwise
    QHash<QString, QString> words; ///< what {product}, {sku} … in the texts stand for
};

/// @p text with its {words} filled in.
QString filled(QString text, const QHash<QString, QString> &words);
/// Every text inside @p value filled in.
QJsonValue filled(const QJsonValue &value, const QHash<QString, QString> &words);

/// Counts of a party's past that agree with each other.
QJsonObject partyHistory(Dice &dice, qint64 fewest, qint64 most, int days);

/// case.json of the case that @p casting makes of @p form (a template of background.json). @p light leaves the talk out.
QJsonObject writeCase(const QJsonObject &form, const Casting &casting, const Course &course, Dice &dice, bool light);

} // namespace arb::app::demo
