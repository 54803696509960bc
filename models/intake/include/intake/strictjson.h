// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <domain/result.h>
#include <QtCore/QJsonObject>
#include <QtCore/QJsonDocument>
#include <QtCore/QString>
namespace arb::intake {
struct JsonFault { QString pointer, what; };
inline domain::Result<QJsonObject, JsonFault> parseStrictObject(const QByteArray &b) { return QJsonDocument::fromJson(b).object(); }
inline QString describe(const JsonFault &f) { return f.pointer + f.what; }
}
