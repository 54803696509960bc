// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <presentation/labels.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QFile>
#include <QtCore/QHash>
#include <QtCore/QStringList>
#include <QtCore/QTranslator>
#include <QtCore/QXmlStreamReader>

/// The shipped translations, read from their sources: tests of the presentation need no program around them.
namespace arb::tests {

class TsTranslator final : public QTranslator
{
public:
    explicit TsTranslator(const char *language)
    {
        QFile file(QStringLiteral(ARB_SOURCE_DIR "/translations/arbiter_%1.ts").arg(QLatin1StringView(language)));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("no translations to %s", language);
        QXmlStreamReader xml(&file);
        QString context, source, comment;
        while (!xml.atEnd()) {
            xml.readNext();
            if (!xml.isStartElement())
                continue;
            if (xml.name() == u"name")
                context = xml.readElementText();
            else if (xml.name() == u"source") {
                source = xml.readElementText();
                comment.clear();
            } else if (xml.name() == u"comment")
                comment = xml.readElementText();
            else if (xml.name() == u"translation" || xml.name() == u"numerusform")
                readTranslation(xml, keyOf(context, source, comment));
        }
    }
    QString translate(const char *context, const char *source, const char *comment, int n) const override
    {
        const QStringList forms = m_forms.value(keyOf(QString::fromUtf8(context), QString::fromUtf8(source), QString::fromUtf8(comment)));
        return forms.isEmpty() ? QString() : forms.at(n == 1 || forms.size() == 1 ? 0 : 1);
    }
    bool isEmpty() const override { return m_forms.isEmpty(); }

private:
    static QString keyOf(const QString &context, const QString &source, const QString &comment)
    {
        return QStringList{context, comment, source}.join(u'\n');
    }
    /// A plain text, or the forms of a plural one below it.
    void readTranslation(QXmlStreamReader &xml, const QString &key)
    {
        QString text;
        while (xml.readNext() == QXmlStreamReader::Characters)
            text += xml.text();
        if (xml.isStartElement()) // a plural's first form; the others come by themselves
            readTranslation(xml, key + u'\n');
        else
            m_forms[key.endsWith(u'\n') ? key.chopped(1) : key].append(text);
    }
    QHash<QString, QStringList> m_forms; ///< context, comment and source → one text, or one for one and one for many
};

/// Speaks one language while it lives.
class Speaking
{
public:
    explicit Speaking(bool chinese) : m_translator(chinese ? "zh_CN" : "en")
    {
        presentation::setLanguageIsChinese(chinese);
        QCoreApplication::installTranslator(&m_translator);
    }
    ~Speaking()
    {
        QCoreApplication::removeTranslator(&m_translator);
        presentation::setLanguageIsChinese(true);
    }
    const TsTranslator &words() const { return m_translator; }

private:
    TsTranslator m_translator;
};

inline bool isChinese(const QString &text)
{
    for (const QChar c : text) {
        if (c.unicode() >= 0x4e00 && c.unicode() <= 0x9fff)
            return true;
    }
    return false;
}

} // namespace arb::tests
