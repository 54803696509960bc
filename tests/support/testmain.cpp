// SPDX-License-Identifier: GPL-3.0-or-later
#include <testmain.h>

#include <resources.h>

#include <QtCore/QTemporaryDir>
#include <QtCore/qlogging.h>
#include <QtTest/QTest>

#include <cstdio>
#include <cstring>
#include <memory>

namespace arb::tests {

namespace {

int failures = 0;
QtMessageHandler handlerBefore = nullptr;

/// A warning nobody announced (QTest::ignoreMessage) fails the run: what is logged in a test is a fault.
void onMessage(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    const bool expected = text.startsWith(QLatin1StringView("reduced protection: ")) // a build with a sanitizer has no more
        || text.contains(QLatin1StringView("This plugin does not support"))
        || text.contains(QLatin1StringView("propagateSizeHints"));
    if ((type == QtWarningMsg || type == QtCriticalMsg) && !expected) {
        ++failures;
        std::fprintf(stderr, "unexpected warning: %s\n", qPrintable(text));
    }
    if (handlerBefore)
        handlerBefore(type, context, text);
}

std::unique_ptr<QTemporaryDir> home;

} // namespace

void prepare()
{
    home = std::make_unique<QTemporaryDir>();
    for (const char *name : {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "ARBITER_CONFIG_DIR"})
        qputenv(name, QByteArray(home->path().toUtf8() + '/' + name));
    for (const char *name : {"ARBITER_DB", "ARBITER_VAULT"})
        qunsetenv(name);
    initResources();
}

int run(const Entry *entries, int argc, char *argv[])
{
    handlerBefore = qInstallMessageHandler(onMessage);
    int bad = 0;
    bool found = false;
    for (const Entry *entry = entries; entry->name; ++entry) {
        if (argc > 1 && argv[1][0] != '-' && std::strcmp(argv[1], entry->name) != 0)
            continue;
        found = true;
        const std::unique_ptr<QObject> object(entry->make());
        QStringList arguments{QString::fromLocal8Bit(argv[0])};
        for (int n = argc > 1 && argv[1][0] != '-' ? 2 : 1; n < argc; ++n)
            arguments.append(QString::fromLocal8Bit(argv[n]));
        bad += QTest::qExec(object.get(), arguments);
    }
    home.reset();
    if (!found) {
        std::fprintf(stderr, "no test class of that name\n");
        return 2;
    }
    return bad + failures == 0 ? 0 : 1;
}

} // namespace arb::tests
