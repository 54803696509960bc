// SPDX-License-Identifier: GPL-3.0-or-later
#include "examinationpart.h"

#include "casetext.h"
#include "seal.h"

#include <domain/casejson.h>

#include <QtCore/QHash>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QSet>

namespace arb::intake {

using domain::Failure;

namespace {

/// Long lines drawn by hand are many small numbers.
constexpr JsonLimits examinationLimits{.maxBytes = 32 * 1024 * 1024, .maxDepth = 16, .maxValues = 2'000'000};

const QString &examinationName()
{
    static const QString name = QStringLiteral("data/examination.json");
    return name;
}

/// The first place that names an exhibit the case does not have, or other bytes of it.
std::optional<SchemaError> strangePlace(const QJsonObject &document, const domain::CaseFile &file)
{
    const auto fits = [&file](const QJsonObject &place) {
        const domain::Exhibit *exhibit = domain::findExhibit(file, place.value(QLatin1StringView("exhibit")).toString());
        return exhibit && exhibit->sha256 == place.value(QLatin1StringView("sha256")).toString().toLower().toLatin1();
    };
    const auto wrong = [](const char *list, qsizetype n, const char *side) {
        return SchemaError{QStringLiteral("/%1/%2%3/sha256").arg(QLatin1StringView(list)).arg(n).arg(QLatin1StringView(side)), QStringLiteral("reference")};
    };
    for (const char *list : {"marks", "views"}) {
        const QJsonArray places = document.value(QLatin1StringView(list)).toArray();
        for (qsizetype n = 0; n < places.size(); ++n) {
            if (!fits(places.at(n).toObject()))
                return wrong(list, n, "");
        }
    }
    const QJsonArray pairs = document.value(QLatin1StringView("pairs")).toArray();
    for (qsizetype n = 0; n < pairs.size(); ++n) {
        const QJsonObject pair = pairs.at(n).toObject();
        if (!fits(pair.value(QLatin1StringView("left")).toObject()))
            return wrong("pairs", n, "/left");
        if (!fits(pair.value(QLatin1StringView("right")).toObject()))
            return wrong("pairs", n, "/right");
    }
    return std::nullopt;
}

QList<EmptyText> emptyTextsIn(const QJsonObject &document)
{
    QList<EmptyText> found;
    const QJsonArray marks = document.value(QLatin1StringView("marks")).toArray();
    for (qsizetype n = 0; n < marks.size(); ++n) {
        const QJsonObject mark = marks.at(n).toObject();
        const bool isText = mark.value(QLatin1StringView("shape")).toString() == domain::toCode(domain::MarkShape::Text);
        if (isText && mark.value(QLatin1StringView("note")).toString().trimmed().isEmpty())
            found.append({mark.value(QLatin1StringView("exhibit")).toString(), QStringLiteral("/marks/%1").arg(n)});
    }
    return found;
}

/// What the record says of marks.
struct MarkRecord
{
    struct Added
    {
        QByteArray sha256;
        QString by;
        domain::UtcMs at;
    };
    QHash<QString, Added> standing; ///< by id
    QSet<QString> removed;
    bool someCameAlong = false; ///< with an earlier import; those are fixed there
};

MarkRecord marksOf(const QList<domain::AuditEntry> &audit)
{
    MarkRecord record;
    for (const domain::AuditEntry &entry : audit) {
        const QJsonObject payload = QJsonDocument::fromJson(entry.payload).object();
        const QString mark = payload.value(QLatin1StringView("mark")).toString();
        if (entry.action == u"admit") {
            record.someCameAlong = record.someCameAlong || payload.contains(QLatin1StringView("examination"));
        } else if (entry.action == u"mark.add" || entry.action == u"mark.correct") {
            if (const QString corrected = payload.value(QLatin1StringView("corrects")).toString(); entry.action == u"mark.correct") {
                record.standing.remove(corrected);
                record.removed.insert(corrected);
            }
            record.standing.insert(mark, {payload.value(QLatin1StringView("markSha256")).toString().toLatin1(), entry.actor, entry.at});
        } else if (entry.action == u"mark.remove") {
            record.standing.remove(mark);
            record.removed.insert(mark);
        }
    }
    return record;
}

bool isVouchedFor(const QList<domain::Mark> &marks, MarkRecord record)
{
    for (const domain::Mark &mark : marks) {
        const QString id = mark.id.toString();
        const auto added = record.standing.constFind(id);
        if (added == record.standing.cend()) {
            if (!record.someCameAlong || record.removed.contains(id))
                return false;
            continue;
        }
        if (added->sha256 != domain::markDigest(mark) || added->by != mark.byName || added->at != mark.at)
            return false;
        record.standing.erase(added);
    }
    return record.standing.isEmpty(); // none was left out
}

} // namespace

Taken readExaminationPart(BundleSource &source, const Bag &bag, ReadCase &result)
{
    const MarkRecord record = marksOf(result.audit);
    if (!source.has(examinationName())) {
        if (record.standing.isEmpty())
            return {};
        return Failure{IntakeError{IntakeFault::FileMissing, examinationName(), QStringLiteral("data/audit.jsonl")}};
    }
    if (result.audit.isEmpty()) // nothing vouches for it
        return Failure{IntakeError{IntakeFault::FileMissing, QStringLiteral("data/audit.jsonl"), examinationName()}};
    const auto bytes = readListed(source, bag, examinationName(), examinationLimits.maxBytes);
    if (!bytes)
        return Failure{bytes.error()};
    const auto document = readObject(*bytes, examinationName(), examinationLimits);
    if (!document)
        return Failure{document.error()};
    if (const auto fits = checkSchema(*document, QStringLiteral("examination")); !fits)
        return Failure{violation(examinationName(), fits.error())};
    auto read = domain::readExamination(document->object());
    if (!read)
        return Failure{violation(examinationName(), {read.error().pointer, read.error().expected})};
    if (const auto wrong = strangePlace(document->object(), result.file))
        return Failure{violation(examinationName(), *wrong)};
    if (!isVouchedFor(read->marks, record))
        return Failure{IntakeError{IntakeFault::DigestMismatch, examinationName(), QStringLiteral("data/audit.jsonl")}};
    result.examination = std::move(read).value();
    result.emptyTexts = emptyTextsIn(document->object());
    return {};
}

} // namespace arb::intake
