// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/textlines.h>

namespace arb::domain {

QStringList textLines(const QByteArray &bytes)
{
    QString text = QString::fromUtf8(bytes);
    if (text.startsWith(QChar::ByteOrderMark))
        text.remove(0, 1);
    text.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
    // These break the line, too, and stay before the break: what is shown of them is the viewer's business.
    text.replace(QLatin1Char('\r'), QStringLiteral("\r\n"));
    text.replace(QLatin1Char('\f'), QStringLiteral("\f\n"));
    if (text.endsWith(QLatin1Char('\n')))
        text.chop(1);
    return text.split(QLatin1Char('\n'));
}

ChatLog textLog(const QByteArray &bytes)
{
    ChatLog log;
    log.format = QStringLiteral("text");
    log.encoding = QStringLiteral("UTF-8");
    log.words.reserve(bytes.size());
    quint32 number = 0;
    for (const QString &line : textLines(bytes)) {
        LoggedMessage message;
        message.line = ++number;
        message.kind = LoggedKind::Unknown;
        message.text = {static_cast<quint32>(log.words.size()), static_cast<quint32>(line.size())};
        if (line.isEmpty())
            continue;
        log.words += line + u'\n';
        log.messages.push_back(message);
    }
    return log;
}

} // namespace arb::domain
