// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/casejson.h>

#include "jsonreader.h"

namespace arb::domain {

Citation sourceOf(const Derivation &derivation)
{
    Citation place;
    place.exhibit = derivation.exhibit;
    place.sha256 = derivation.sha256;
    place.region = derivation.region;
    place.page = derivation.page;
    place.frame = derivation.frame;
    place.pts = derivation.pts;
    return place;
}

QJsonObject toJson(const Derivation &derivation)
{
    QJsonObject object = toJson(sourceOf(derivation));
    object.insert(QStringLiteral("how"), toCode(derivation.how));
    if (!derivation.tool.isEmpty())
        object.insert(QStringLiteral("tool"), derivation.tool);
    return object;
}

Result<Derivation, JsonShapeError> derivationFromJson(const QJsonObject &object)
{
    QJsonObject source; // a citation knows its own keys only
    for (const char *key : {"exhibit", "sha256", "frame", "pts", "page", "region"}) {
        if (const QJsonValue value = object.value(QLatin1String(key)); !value.isUndefined())
            source.insert(QLatin1String(key), value);
    }
    const auto place = citationFromJson(source);
    if (!place)
        return Failure{place.error()};
    JsonErrors errors;
    JsonReader json(object, QString(), errors);
    Derivation derivation;
    derivation.exhibit = json.text("exhibit", Need::Required);
    derivation.sha256 = json.digest("sha256", Need::Required);
    derivation.how = json.code<DerivedHow>("how", Need::Required).value_or(DerivedHow::Frame);
    derivation.tool = json.text("tool");
    derivation.frame = place->frame;
    derivation.pts = place->pts;
    derivation.page = place->page;
    derivation.region = place->region;
    if (errors.first())
        return Failure{*errors.first()};
    return derivation;
}

} // namespace arb::domain
