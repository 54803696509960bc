// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulkwriter.h"

#include <storage/casecopies.h>

#include <domain/audit.h>
#include <domain/casefile.h>

#include <QtCore/QHash>
#include <QtCore/QMap>

#include <tuple>
#include <vector>

namespace arb::storage {

/// Rows of one table that belong to a case, as the database gave them.
struct ModelTable
{
    BulkTable table;
    QList<QList<QVariant>> rows;
    qsizetype column(const char *name) const { return table.columns.indexOf(QByteArray(name)); }
    QVariant value(qsizetype row, const char *name) const { return rows.at(row).at(column(name)); }
};

/// (platform, merchant, yyyymm, code): points and events, for the roll-up.
using MonthlyPoints = QMap<std::tuple<QByteArray, QByteArray, int, QByteArray>, std::pair<qint64, qint64>>;

/// The gaps that every case has; a model adds one for each of its ids, times and ruling's digests.
enum Gap { CaseNoGap, OrderNoGap, AfterSaleNoGap, WaybillGap, BuyerIdGap, BuyerNameGap, BuyerPhoneGap, BuyerAddressGap, ShopIdGap, ShopNameGap,
           ShopPhoneGap, ShopAddressGap, PaidGap, PriceGap, ClaimedGap, BundleGap, FirstOwnGap };

/// A text cut where copies differ from it.
class Stencil
{
public:
    struct Piece
    {
        QByteArray text;
        int gap = -1; ///< instead of the text
    };
    void add(Piece piece) { m_pieces.push_back(std::move(piece)); }
    void fill(const std::vector<QByteArray> &values, QByteArray &into) const
    {
        for (const Piece &piece : m_pieces)
            into += piece.gap < 0 ? piece.text : values[static_cast<size_t>(piece.gap)];
    }
    QByteArray filled(const std::vector<QByteArray> &values) const
    {
        QByteArray text;
        fill(values, text);
        return text;
    }

private:
    std::vector<Piece> m_pieces;
};

/// All rows of a model, cut: integers that are its ids or times (ms: thirteen digits, as no other number of a case has)
/// and texts.
class CaseStencil
{
public:
    CaseStencil(const QList<ModelTable> &tables, domain::CaseFile file, const domain::RankWeights &weights);
    /// Does the model come out again when its own values are put in? Else it is none.
    bool isFaithful() const { return m_faithful; }
    const CopyModel &model() const { return m_model; }

    /// Adds the rows of the copy to @p into (one for each table of the constructor) and its points to @p months.
    /// @p ordinal, from 1 and below 2^22, makes the copy's ids its own.
    void copy(const CaseCopy &copy, qint64 ordinal, std::vector<BulkRows> &into, MonthlyPoints &months);

private:
    struct Needle
    {
        QByteArray before, text, after; ///< what is replaced is the text alone
        int gap = 0;
    };
    struct Cell
    {
        enum class Kind { Null, Integer, Time, Id, Text, Claimed, Disputed, Rank, Prev, Hash, Head, Tokens } kind = Kind::Null;
        qint64 integer = 0; ///< the value, a time, a place among ids, of stencils or of audit entries
    };
    struct Time
    {
        qint64 ms = 0;
        bool text = false; ///< as RFC 3339; else as a number
        int gap = 0;
    };
    struct Entry
    {
        domain::AuditEntry entry;
        Stencil payload;
    };
    struct Point
    {
        QByteArray platform, code;
        qint64 points = 0, at = 0;
    };

    void readFacts(const QList<ModelTable> &tables);
    void collectIds(const QList<ModelTable> &tables);
    void collectNeedles(const QList<ModelTable> &tables);
    void cutTables(const QList<ModelTable> &tables);
    void cutRulingTexts(const QList<ModelTable> &tables);
    void collectPlaces(const QList<ModelTable> &tables);
    void cutPlaces();
    QStringList rulingTexts() const;
    Cell cut(const ModelTable &table, qsizetype column, const QVariant &value, qsizetype row);
    Stencil cut(const QByteArray &text);
    int timeGap(qint64 ms, bool text);
    const Needle *needleAt(const QByteArray &text, qsizetype at) const;
    void setTimes(qint64 movedMs);
    void setIds(qint64 movedMs, qint64 ordinal);
    void setFile(const CaseCopy &copy);
    void setDigests();
    void chainAudit(qint64 movedMs);
    void write(const Cell &cell, qint64 movedMs, BulkRows &into) const;
    QByteArray rfc3339(qint64 ms);

    CopyModel m_model;
    domain::CaseFile m_file;
    domain::RankWeights m_weights;
    domain::RankParts m_rankParts;
    qint64 m_rank = 0;
    domain::Money m_claimed, m_price;
    bool m_faithful = true;

    std::vector<std::vector<Cell>> m_cells; ///< by table, row after row
    std::vector<Stencil> m_stencils;
    Stencil m_document; ///< with personal data, as its digest is made of
    std::vector<std::pair<QByteArray, int>> m_citedTexts; ///< what is cited outside of exhibits, and the gap of its digest
    std::vector<std::pair<Stencil, int>> m_places;        ///< the same, cut
    std::vector<std::pair<size_t, int>> m_rulings; ///< stencil of the ruling and gap of its digest
    std::vector<Stencil> m_rulingTexts; ///< what is searched of its rulings
    std::vector<Entry> m_audit;
    std::vector<Point> m_points;
    QList<qint64> m_ids; ///< rising
    std::vector<Time> m_times;
    std::vector<Needle> m_needles; ///< the longest first
    std::vector<QByteArray> m_values; ///< by gap
    std::vector<qint64> m_newIds;
    std::vector<QByteArray> m_hashes; ///< of the copy's audit entries, each after its prev
    QByteArray m_tokens;
    qint64 m_newRank = 0;
    QHash<qint64, QByteArray> m_days; ///< yyyy-MM-ddT
};

} // namespace arb::storage
