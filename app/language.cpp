// SPDX-License-Identifier: GPL-3.0-or-later
#include "language.h"

#include <presentation/labels.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QLibraryInfo>
#include <QtCore/QLocale>
#include <QtCore/QTranslator>

#include <memory>

namespace arb::app {

void useLanguage(const QString &code)
{
    static std::unique_ptr<QTranslator> own, qt;
    // Both flags first: installing sends LanguageChange, and what is repainted then asks for words of the new language.
    presentation::setLanguageIsChinese(code == u"zh_CN");
    QLocale::setDefault(QLocale(code));
    auto nextQt = std::make_unique<QTranslator>();
    auto nextOwn = std::make_unique<QTranslator>();
    const bool haveQt = nextQt->load(QStringLiteral("qtbase_") + code, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    const bool haveOwn = nextOwn->load(QStringLiteral(":/i18n/arbiter_") + code);
    if (haveQt)
        QCoreApplication::installTranslator(nextQt.get());
    if (haveOwn)
        QCoreApplication::installTranslator(nextOwn.get());
    own = std::move(nextOwn); // the old ones leave as they are destroyed
    qt = std::move(nextQt);
}

QString languageOr(const QString &wished)
{
    if (!wished.isEmpty())
        return wished;
    return QLocale::system().name().startsWith(QStringLiteral("zh")) ? QStringLiteral("zh_CN") : QStringLiteral("en");
}

} // namespace arb::app
