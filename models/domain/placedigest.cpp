// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/ruling.h>

#include <domain/canonicaljson.h>
#include <domain/casejson.h>

#include "jsonreader.h"

#include <QtCore/QJsonArray>

namespace arb::domain {

namespace {

/// The messages as case.json has them: what nobody reads of them is part of what was cited, too.
QByteArray citedMessages(const Citation &citation, const CaseFile &file)
{
    const QJsonArray handedIn = file.document.value(QLatin1StringView("chat")).toArray();
    const ChatMessage *first = findMessage(file, citation.message);
    const ChatMessage *last = citation.messageEnd.isEmpty() ? first : findMessage(file, citation.messageEnd);
    if (!first || !last || last < first || handedIn.size() != file.chat.size()) // both stand in the one list
        return {};
    const qsizetype from = first - file.chat.constData(), to = last - file.chat.constData();
    if (citation.messageEnd.isEmpty())
        return canonicalJson(handedIn.at(from));
    QJsonArray range;
    for (qsizetype n = from; n <= to; ++n)
        range.append(handedIn.at(n));
    return canonicalJson(range);
}

} // namespace

QByteArray citedText(const Citation &citation, const CaseFile &file)
{
    if (!citation.exhibit.isEmpty())
        return {};
    if (!citation.message.isEmpty())
        return citedMessages(citation, file);
    QJsonValue value(QJsonValue::Undefined);
    if (citation.logistics)
        value = file.document.value(QLatin1StringView("logistics")).toArray().at(*citation.logistics);
    else if (!citation.fact.isEmpty() && citation.fact != u"/exhibits") // which grows with what parties hand in later
        value = jsonPointerValue(withoutPersonalData(file.document), citation.fact);
    return value.isUndefined() ? QByteArray() : canonicalJson(value);
}

QString placeKey(const Citation &citation)
{
    if (!citation.message.isEmpty()) // ids may hold anything, so the first tells where it ends
        return u'm' + QString::number(citation.message.size()) + u' ' + citation.message + citation.messageEnd;
    return citation.logistics ? QString(u's' + QString::number(*citation.logistics)) : QString(u'f' + citation.fact);
}

QByteArray placeDigest(const Citation &citation, const CaseFile &file)
{
    if (!citation.exhibit.isEmpty()) {
        const Exhibit *exhibit = findExhibit(file, citation.exhibit);
        return exhibit ? exhibit->sha256 : QByteArray();
    }
    if (file.placesBeforeMasking)
        return file.placesBeforeMasking->value(placeKey(citation));
    const QByteArray text = citedText(citation, file);
    return text.isEmpty() ? QByteArray() : sha256Hex(text);
}

bool meansOtherBytes(const Citation &citation, const CaseFile &file)
{
    if (citation.sha256.isEmpty())
        return false;
    const QByteArray now = placeDigest(citation, file);
    return !now.isEmpty() && now != citation.sha256;
}

Citation withoutTextDigest(Citation citation)
{
    if (citation.exhibit.isEmpty())
        citation.sha256.clear();
    return citation;
}

Ruling withoutTextDigests(Ruling ruling)
{
    for (Finding &finding : ruling.findings) {
        for (Citation &citation : finding.citations)
            citation = withoutTextDigest(citation);
    }
    return ruling;
}

} // namespace arb::domain
