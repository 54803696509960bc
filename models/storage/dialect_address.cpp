// SPDX-License-Identifier: GPL-3.0-or-later
#include <storage/database.h>

#include <QtCore/QUrl>
#include <QtCore/QUrlQuery>

#include <algorithm>

namespace arb::storage {

using domain::Failure;

namespace {

constexpr char sqliteScheme[] = "sqlite:";
constexpr char postgresqlScheme[] = "postgresql://";
constexpr const char *knownOptions[] = {"sslmode", "sslrootcert", "sslcert", "sslkey", "application_name", "host"};

/// The driver joins options with blanks and semicolons and quotes nothing: what could end one is refused.
bool isSafeOptionValue(const QString &value)
{
    return !value.isEmpty() && std::ranges::none_of(value, [](QChar c) {
        return c.isSpace() || c < u' ' || c == u';' || c == u'\'' || c == u'\\' || c == u'=';
    });
}

domain::Result<DatabaseAddress, AddressError> parsePostgresql(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    if (!url.isValid())
        return Failure{AddressError::BadValue};
    if (!url.password().isEmpty() || url.userInfo(QUrl::FullyEncoded).contains(u':'))
        return Failure{AddressError::PasswordInAddress};
    DatabaseAddress address;
    address.engine = Engine::PostgreSQL;
    address.host = url.host();
    address.user = url.userName();
    address.port = url.port(5432);
    address.name = url.path().mid(1);
    if (address.name.isEmpty())
        return Failure{AddressError::NameMissing};
    const QUrlQuery query(url);
    for (const auto &[name, value] : query.queryItems(QUrl::FullyDecoded)) {
        if (name == QLatin1StringView("password") || name == QLatin1StringView("passfile"))
            return Failure{AddressError::PasswordInAddress};
        const bool known = std::ranges::any_of(knownOptions, [&name = name](const char *option) { return name == QLatin1StringView(option); });
        if (!known)
            return Failure{AddressError::UnknownOption};
        if (!isSafeOptionValue(value))
            return Failure{AddressError::BadValue};
        if (name == QLatin1StringView("host"))
            address.host = value;
        address.options.append({name, value});
    }
    for (const QString &part : {address.host, address.user, address.name}) {
        if (part.contains(QChar(u'\0')) || part.contains(u'\n'))
            return Failure{AddressError::BadValue};
    }
    return address;
}

} // namespace

domain::Result<DatabaseAddress, AddressError> parseAddress(const QString &text)
{
    if (text.startsWith(QLatin1StringView(sqliteScheme))) {
        DatabaseAddress address;
        address.file = text.mid(static_cast<qsizetype>(qstrlen(sqliteScheme)));
        // Names that the engine would read as something else than a file.
        if (address.file.isEmpty() || address.file.startsWith(u':') || address.file.startsWith(QLatin1StringView("file:")))
            return Failure{AddressError::FileMissing};
        return address;
    }
    if (text.startsWith(QLatin1StringView(postgresqlScheme)))
        return parsePostgresql(text);
    return Failure{AddressError::UnknownScheme};
}

QString DatabaseAddress::toString() const
{
    if (engine == Engine::SQLite)
        return QString(QLatin1StringView(sqliteScheme) + file);
    QUrl url;
    url.setScheme(QStringLiteral("postgresql"));
    url.setUserName(user);
    const bool socket = host.startsWith(u'/');
    url.setHost(socket ? QString() : host);
    if (port != 5432)
        url.setPort(port);
    url.setPath(QString(u'/' + name));
    QUrlQuery query;
    for (const auto &[key, value] : options)
        query.addQueryItem(key, value);
    if (!query.isEmpty())
        url.setQuery(query);
    QString text = url.toString(QUrl::FullyEncoded);
    if (!text.startsWith(QLatin1StringView(postgresqlScheme))) // without a host QUrl leaves the two strokes out
        text.replace(0, static_cast<qsizetype>(qstrlen("postgresql:")), QLatin1StringView(postgresqlScheme));
    return text;
}

} // namespace arb::storage
