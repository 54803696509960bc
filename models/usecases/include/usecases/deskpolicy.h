// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/money.h>
#include <domain/time.h>

#include <QtCore/QByteArray>
#include <QtCore/QHash>
#include <QtCore/QString>

#include <optional>

namespace arb::usecases {

/// The desk's policy: rows of desk_setting (admin only, audited), never the user's INI. Times in ms, clocks as clock
/// specs (domain/clocks.h). Defaults are rules of thumb of the field, not law (docs/decisions).
struct DeskPolicy
{
    domain::Money approvalLimit{100'000};    ///< fen; default for new people
    qint64 recallWindowMs = 10 * domain::minuteMs;
    qint64 leaseMs = 15 * domain::minuteMs;
    qint64 leaseGraceMs = 2 * domain::minuteMs;               ///< last part of a lease, in which the holder is asked
    bool serveNext = true;                                    ///< without Permission::ClaimAny one takes what comes next
    QString deskRulingClock = QStringLiteral("workdays:2");   ///< first ruling, from the close of the evidence windows
    QString secondLookClock = QStringLiteral("workdays:1");   ///< after an approval was sent back
    QString approvalClock = QStringLiteral("workdays:1");
    QString evidenceClock = QStringLiteral("hours:48");       ///< merchant's evidence after intervention; default of a request
    QString negotiationClock = QStringLiteral("hours:24");
    QString reservationClock = QStringLiteral("workdays:1");  ///< how long a returned case waits for its former holder
    QString appealWindowClock = QStringLiteral("days:7");
    QString appealAnswerClock = QStringLiteral("workdays:5");
    qint64 rankMsPerHundredYuan = 10 * domain::minuteMs;      ///< bonus per 100 yuan claimed …
    qint64 rankAmountCapMs = 4 * domain::hourMs;              ///< … up to this
    qint64 rankRiskMs = 6 * domain::hourMs;                   ///< bonus per risk flag
    qint64 pointLifeDays = 90;                                ///< natural days a penalty point counts
    // Intake limits.
    qint64 maxFiles = 500;
    qint64 maxFileBytes = 512LL * 1024 * 1024;
    qint64 maxBundleBytes = 2048LL * 1024 * 1024;
    qint64 maxRatio = 200;                                    ///< uncompressed : compressed
    // What a party's file may ask of the decoder. These defaults are the most as well: it never grants more (decode/limits.h).
    static constexpr qint64 mostDecodePixels = 100'000'000;
    static constexpr qint64 mostDecodeBytes = 256LL * 1024 * 1024;
    static constexpr qint64 mostPictureSeconds = 10;
    static constexpr qint64 mostFilmSeconds = 20;
    qint64 decodeMaxPixels = mostDecodePixels;
    qint64 decodeMaxBytes = mostDecodeBytes;                  ///< of a picture's file
    qint64 decodePictureSeconds = mostPictureSeconds;
    qint64 decodeFilmSeconds = mostFilmSeconds;               ///< for each request to a film

    /// From setting rows; unknown keys are left alone, an unreadable value falls back to its default, and one beyond the most that
    /// a setting may be (an older program let it in) counts as that.
    static DeskPolicy fromSettings(const QHash<QString, QByteArray> &rows);
    /// The most that the setting may be, if @p json is a number beyond it.
    static std::optional<qint64> exceededLimit(const QString &key, const QByteArray &json);
    /// key → compact JSON for every field: what a new desk is seeded with.
    QHash<QString, QByteArray> toSettings() const;
};

} // namespace arb::usecases
