// SPDX-License-Identifier: GPL-3.0-or-later
#include <usecases/deskpolicy.h>

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

#include <algorithm>
#include <limits>

namespace arb::usecases {

namespace {

struct NumberField
{
    const char *key;
    qint64 DeskPolicy::*field;
    qint64 least; ///< a smaller stored value is unreadable
    qint64 most = std::numeric_limits<qint64>::max(); ///< a larger one counts as this, and is not let in any more
};
constexpr NumberField numberFields[] = {
    {"recall_window_ms", &DeskPolicy::recallWindowMs, 0},
    {"lease_ms", &DeskPolicy::leaseMs, 1000},
    {"lease_grace_ms", &DeskPolicy::leaseGraceMs, 0},
    {"rank_ms_per_hundred_yuan", &DeskPolicy::rankMsPerHundredYuan, 0},
    {"rank_amount_cap_ms", &DeskPolicy::rankAmountCapMs, 0},
    {"rank_risk_ms", &DeskPolicy::rankRiskMs, 0},
    {"point_life_days", &DeskPolicy::pointLifeDays, 1},
    {"intake_max_files", &DeskPolicy::maxFiles, 1},
    {"intake_max_file_bytes", &DeskPolicy::maxFileBytes, 1},
    {"intake_max_bundle_bytes", &DeskPolicy::maxBundleBytes, 1},
    {"intake_max_ratio", &DeskPolicy::maxRatio, 1},
    {"decode.max_pixels", &DeskPolicy::decodeMaxPixels, 1, DeskPolicy::mostDecodePixels},
    {"decode.max_bytes", &DeskPolicy::decodeMaxBytes, 1, DeskPolicy::mostDecodeBytes},
    {"decode.picture_seconds", &DeskPolicy::decodePictureSeconds, 1, DeskPolicy::mostPictureSeconds},
    {"decode.film_seconds", &DeskPolicy::decodeFilmSeconds, 1, DeskPolicy::mostFilmSeconds},
};

struct ClockField
{
    const char *key;
    QString DeskPolicy::*field;
};
constexpr ClockField clockFields[] = {
    {"clock_desk_ruling", &DeskPolicy::deskRulingClock},
    {"clock_second_look", &DeskPolicy::secondLookClock},
    {"clock_approval", &DeskPolicy::approvalClock},
    {"clock_evidence", &DeskPolicy::evidenceClock},
    {"clock_negotiation", &DeskPolicy::negotiationClock},
    {"clock_reservation", &DeskPolicy::reservationClock},
    {"clock_appeal_window", &DeskPolicy::appealWindowClock},
    {"clock_appeal_answer", &DeskPolicy::appealAnswerClock},
};
constexpr char approvalLimitKey[] = "approval_limit_fen";
constexpr char serveNextKey[] = "serve_next";

QJsonValue scalar(const QByteArray &json)
{
    // A bare scalar is no document to QJsonDocument; an array around it is.
    return QJsonDocument::fromJson("[" + json + "]").array().at(0);
}

} // namespace

DeskPolicy DeskPolicy::fromSettings(const QHash<QString, QByteArray> &rows)
{
    DeskPolicy policy;
    for (const NumberField &row : numberFields) {
        const QJsonValue value = scalar(rows.value(QString::fromLatin1(row.key)));
        if (value.isDouble() && value.toInteger(-1) >= row.least)
            policy.*row.field = std::min(value.toInteger(), row.most);
    }
    for (const ClockField &row : clockFields) {
        const QString value = scalar(rows.value(QString::fromLatin1(row.key))).toString();
        if (!value.isEmpty())
            policy.*row.field = value;
    }
    const QJsonValue limit = scalar(rows.value(QString::fromLatin1(approvalLimitKey)));
    if (limit.isDouble() && limit.toInteger(-1) >= 0)
        policy.approvalLimit = domain::Money(limit.toInteger());
    const QJsonValue serve = scalar(rows.value(QString::fromLatin1(serveNextKey)));
    if (serve.isBool())
        policy.serveNext = serve.toBool();
    return policy;
}

std::optional<qint64> DeskPolicy::exceededLimit(const QString &key, const QByteArray &json)
{
    const auto *row = std::ranges::find_if(numberFields, [&key](const NumberField &field) { return key == QLatin1StringView(field.key); });
    const QJsonValue value = scalar(json);
    if (row == std::end(numberFields) || !value.isDouble() || value.toInteger(-1) <= row->most)
        return std::nullopt;
    return row->most;
}

QHash<QString, QByteArray> DeskPolicy::toSettings() const
{
    QHash<QString, QByteArray> rows;
    for (const NumberField &row : numberFields)
        rows.insert(QString::fromLatin1(row.key), QByteArray::number(this->*row.field));
    for (const ClockField &row : clockFields)
        rows.insert(QString::fromLatin1(row.key), QByteArray("\"" + (this->*row.field).toUtf8() + "\""));
    rows.insert(QString::fromLatin1(approvalLimitKey), QByteArray::number(approvalLimit.fen()));
    rows.insert(QString::fromLatin1(serveNextKey), QByteArray(serveNext ? "true" : "false"));
    return rows;
}

} // namespace arb::usecases
