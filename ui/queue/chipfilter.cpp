// SPDX-License-Identifier: GPL-3.0-or-later
#include "chipfilter.h"

#include <presentation/formats.h>
#include <presentation/labels.h>

#include <domain/codes.h>
#include <domain/dispute.h>

#include <QtCore/QCoreApplication>

namespace arb::ui {

namespace {

struct ChipWords
{
    Q_DECLARE_TR_FUNCTIONS(FilterChips)
};

template<typename E>
QList<ChipChoice> tableChoices()
{
    QList<ChipChoice> choices;
    for (const auto &row : domain::codeTable<E>())
        choices.append({QString::fromLatin1(row.code), presentation::label(row.value)});
    return choices;
}

const QStringList *codesOf(Chip chip, const usecases::QueueFilter &filter)
{
    switch (chip) {
    case Chip::Type: return &filter.types;
    case Chip::Reason: return &filter.reasons;
    case Chip::Category: return &filter.categories;
    case Chip::Platform: return &filter.platforms;
    case Chip::Merchant: return &filter.merchants;
    case Chip::Buyer: return &filter.buyers;
    case Chip::Holder: return &filter.holders;
    case Chip::Aside: return &filter.reservedFor;
    case Chip::State:
    case Chip::Amount:
    case Chip::Deadline:
    case Chip::Labels: break;
    }
    return nullptr;
}

QString labelOf(Chip chip, const QString &code)
{
    if (chip == Chip::Category)
        return presentation::categoryLabel(code);
    if (chip == Chip::Platform)
        return presentation::platformLabel(code);
    for (const ChipChoice &choice : chipChoices(chip, {})) {
        if (choice.code == code)
            return choice.label;
    }
    return chip == Chip::Labels ? presentation::tagLabel(code) : presentation::visibleText(code);
}

QString amountValue(const usecases::QueueFilter &filter)
{
    if (filter.amountMin && filter.amountMax)
        return ChipWords::tr("%1 to %2").arg(presentation::moneyText(*filter.amountMin), presentation::moneyText(*filter.amountMax));
    if (filter.amountMin)
        return ChipWords::tr("from %1").arg(presentation::moneyText(*filter.amountMin));
    return filter.amountMax ? ChipWords::tr("up to %1").arg(presentation::moneyText(*filter.amountMax)) : QString();
}

QString deadlineValue(const usecases::QueueFilter &filter)
{
    QStringList words;
    if (filter.overdue)
        words.append(*filter.overdue ? ChipWords::tr("overdue") : ChipWords::tr("not overdue"));
    if (filter.dueWithinMs)
        words.append(ChipWords::tr("within %1").arg(presentation::durationText(*filter.dueWithinMs)));
    return words.join(QStringLiteral(" · "));
}

QString asideValue(const usecases::QueueFilter &filter)
{
    QStringList words;
    if (filter.parked)
        words.append(*filter.parked ? ChipWords::tr("parked") : ChipWords::tr("not parked"));
    if (filter.reserved)
        words.append(*filter.reserved ? ChipWords::tr("kept for somebody") : ChipWords::tr("kept for nobody"));
    if (!filter.reservedFor.isEmpty())
        words.append(ChipWords::tr("for %1").arg(presentation::visibleText(filter.reservedFor.join(QStringLiteral(", ")))));
    return words.join(QStringLiteral(" · "));
}

} // namespace

QString chipCode(Chip chip)
{
    switch (chip) {
    case Chip::State: return QStringLiteral("state");
    case Chip::Type: return QStringLiteral("type");
    case Chip::Reason: return QStringLiteral("reason");
    case Chip::Category: return QStringLiteral("category");
    case Chip::Platform: return QStringLiteral("platform");
    case Chip::Amount: return QStringLiteral("amount");
    case Chip::Deadline: return QStringLiteral("deadline");
    case Chip::Merchant: return QStringLiteral("merchant");
    case Chip::Buyer: return QStringLiteral("buyer");
    case Chip::Holder: return QStringLiteral("holder");
    case Chip::Aside: return QStringLiteral("aside");
    case Chip::Labels: return QStringLiteral("labels");
    }
    return {};
}

QString chipName(Chip chip)
{
    switch (chip) {
    case Chip::State: return ChipWords::tr("State");
    case Chip::Type: return ChipWords::tr("Type");
    case Chip::Reason: return ChipWords::tr("Reason");
    case Chip::Category: return ChipWords::tr("Category");
    case Chip::Platform: return ChipWords::tr("Platform");
    case Chip::Amount: return ChipWords::tr("Amount");
    case Chip::Deadline: return ChipWords::tr("Deadline");
    case Chip::Merchant: return ChipWords::tr("Merchant");
    case Chip::Buyer: return ChipWords::tr("Buyer");
    case Chip::Holder: return ChipWords::tr("Held by");
    case Chip::Aside: return ChipWords::tr("Put aside");
    case Chip::Labels: return ChipWords::tr("Flags");
    }
    return {};
}

QString chipValue(Chip chip, const usecases::QueueFilter &filter)
{
    if (chip == Chip::Amount)
        return amountValue(filter);
    if (chip == Chip::Deadline)
        return deadlineValue(filter);
    if (chip == Chip::Aside)
        return asideValue(filter);
    const QStringList codes = chipCodes(chip, filter);
    if (codes.isEmpty())
        return {};
    const QString first = labelOf(chip, codes.constFirst());
    return codes.size() == 1 ? first : ChipWords::tr("%1 +%2", "the first of several, and how many more").arg(first).arg(codes.size() - 1);
}

void clearChip(Chip chip, usecases::QueueFilter &filter)
{
    if (chip == Chip::Amount) {
        filter.amountMin.reset();
        filter.amountMax.reset();
    } else if (chip == Chip::Deadline) {
        filter.dueWithinMs.reset();
        filter.overdue.reset();
    } else {
        setChipCodes(chip, {}, filter);
        if (chip == Chip::Aside) {
            filter.parked.reset();
            filter.reserved.reset();
        }
    }
}

QList<ChipChoice> chipChoices(Chip chip, const usecases::QueueFacets &facets)
{
    QList<ChipChoice> choices;
    switch (chip) {
    case Chip::State: return tableChoices<domain::DisputeState>();
    case Chip::Type: return tableChoices<domain::AfterSaleType>();
    case Chip::Reason: return tableChoices<domain::Reason>();
    case Chip::Category:
        for (const QString &code : facets.categories)
            choices.append({code, presentation::categoryLabel(code)});
        return choices;
    case Chip::Platform:
        for (const QString &code : facets.platforms)
            choices.append({code, presentation::platformLabel(code)});
        return choices;
    case Chip::Labels:
        choices = tableChoices<domain::CaseFlag>();
        for (const QString &code : facets.tags)
            choices.append({code, presentation::tagLabel(code)});
        return choices;
    case Chip::Amount:
    case Chip::Deadline:
    case Chip::Merchant:
    case Chip::Buyer:
    case Chip::Holder:
    case Chip::Aside: break;
    }
    return choices;
}

QStringList chipCodes(Chip chip, const usecases::QueueFilter &filter)
{
    if (const QStringList *codes = codesOf(chip, filter))
        return *codes;
    QStringList codes;
    if (chip == Chip::State) {
        for (const domain::DisputeState state : filter.states)
            codes.append(domain::toCode(state));
    } else if (chip == Chip::Labels) {
        codes = filter.flags + filter.tags;
    }
    return codes;
}

void setChipCodes(Chip chip, const QStringList &codes, usecases::QueueFilter &filter)
{
    switch (chip) {
    case Chip::State:
        filter.states.clear();
        for (const QString &code : codes) {
            if (const auto state = domain::fromCode<domain::DisputeState>(code))
                filter.states.append(*state);
        }
        break;
    case Chip::Labels:
        filter.flags.clear();
        filter.tags.clear();
        for (const QString &code : codes)
            (domain::fromCode<domain::CaseFlag>(code) ? filter.flags : filter.tags).append(code);
        break;
    case Chip::Type: filter.types = codes; break;
    case Chip::Reason: filter.reasons = codes; break;
    case Chip::Category: filter.categories = codes; break;
    case Chip::Platform: filter.platforms = codes; break;
    case Chip::Merchant: filter.merchants = codes; break;
    case Chip::Buyer: filter.buyers = codes; break;
    case Chip::Holder: filter.holders = codes; break;
    case Chip::Aside: filter.reservedFor = codes; break;
    case Chip::Amount:
    case Chip::Deadline: break;
    }
}

} // namespace arb::ui
