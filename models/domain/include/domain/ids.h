// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QHashFunctions>
#include <QtCore/QString>

#include <compare>

namespace arb::domain {

/// A typed 63-bit identifier (41 bits of milliseconds, 22 random bits), BIGINT in both databases; 0 means "none".
/// It never carries meaning: natural keys such as (platform, caseNo) are kept beside it.
template<typename Tag>
class Id
{
public:
    constexpr Id() = default;
    constexpr explicit Id(qint64 value) : m_value(value) {}
    constexpr qint64 value() const { return m_value; }
    constexpr bool isNull() const { return m_value == 0; }
    constexpr auto operator<=>(const Id &) const = default;
    QString toString() const { return QString::number(m_value); }

private:
    qint64 m_value = 0;
};

template<typename Tag>
size_t qHash(Id<Tag> id, size_t seed = 0)
{
    return ::qHash(id.value(), seed);
}

using CaseId = Id<struct CaseTag>;
using PersonId = Id<struct PersonTag>;
using MerchantId = Id<struct MerchantTag>;
using RulingId = Id<struct RulingTag>;
using TaskId = Id<struct TaskTag>;
using PointId = Id<struct PointTag>;
using RequestId = Id<struct RequestTag>;
using NoteId = Id<struct NoteTag>;
using MarkId = Id<struct MarkTag>;

} // namespace arb::domain
