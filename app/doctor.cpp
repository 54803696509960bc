// SPDX-License-Identifier: GPL-3.0-or-later
#include "doctor.h"

#include "evidence/decoder.h"
#include "opentext.h"
#include "usersettings.h"
#include "workspace.h"

#include <media/textreading.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QFile>
#include <QtCore/QLocale>
#include <QtCore/QStandardPaths>
#include <QtCore/QStorageInfo>
#include <QtCore/QSysInfo>
#include <QtGui/QFontDatabase>
#include <QtGui/QGuiApplication>

#include <utility>

namespace arb::app {

namespace {

struct DoctorWords
{
    Q_DECLARE_TR_FUNCTIONS(Doctor)
};
using State = DoctorLine::State;

void versions(QList<DoctorLine> &lines)
{
    lines.append({State::Good, QStringLiteral("version"),
                  DoctorWords::tr("arbiter %1, Qt %2, SQLite %3, on %4")
                      .arg(QStringLiteral(ARB_VERSION), QString::fromLatin1(qVersion()), storage::sqliteVersion(), QSysInfo::prettyProductName())});
}

void tools(QList<DoctorLine> &lines)
{
    for (const char *name : {"pdftocairo", "pdftotext", "pdfinfo"}) {
        const QString tool = QString::fromLatin1(name);
        const bool there = !QStandardPaths::findExecutable(tool).isEmpty();
        lines.append({there ? State::Good : State::Missing, tool,
                      there ? DoctorWords::tr("%1 is here: PDF pages and their text can be shown.").arg(tool)
                            : DoctorWords::tr("%1 is missing: PDF exhibits cannot be shown. Install poppler-utils.").arg(tool)});
    }
}

State stateOf(media::Protection protection)
{
    switch (protection) {
    case media::Protection::Namespaces: return State::Good;
    case media::Protection::Landlock:
    case media::Protection::Filter:
    case media::Protection::Process: return State::Note;
    case media::Protection::Nothing: break;
    }
    return State::Missing;
}

void decoder(QList<DoctorLine> &lines)
{
    const media::Protection protection = media::DecodeService(decoderOptions()).protection();
    lines.append({stateOf(protection), QStringLiteral("sandbox"), decoderSentence(protection)});
    const qint64 budget = pictureBudget(userSettings().get()) / (1024 * 1024);
    lines.append({State::Good, QStringLiteral("pictures"),
                  DoctorWords::tr("Up to %1 MB of decoded pictures are kept at hand; pictureCacheMegabytes in arbiter.ini changes it.").arg(budget)});
}

void reading(QList<DoctorLine> &lines)
{
    const bool there = media::TextReading(media::TextReading::optionsNear(QCoreApplication::applicationDirPath())).isThere();
    lines.append({there ? State::Good : State::Note, QStringLiteral("reading"),
                  there ? DoctorWords::tr("Words in screenshots are read by a machine, in a process of its own; they help searching and are never evidence by themselves.")
                        : DoctorWords::tr("Words in screenshots are not read: install tesseract-ocr-chi-sim, and arbiter-read beside this program. Everything else works without.")});
}

void fonts(QList<DoctorLine> &lines)
{
    if (!qobject_cast<QGuiApplication *>(QCoreApplication::instance()))
        return; // fonts are known to a program with a screen only
    const bool chinese = !QFontDatabase::families(QFontDatabase::SimplifiedChinese).isEmpty();
    lines.append({chinese ? State::Good : State::Missing, QStringLiteral("fonts"),
                  chinese ? DoctorWords::tr("A Chinese font is here.") : DoctorWords::tr("No Chinese font: install fonts-noto-cjk or fonts-wqy-microhei.")});
}

void database(QList<DoctorLine> &lines, const Options &options)
{
    const QString address = options.databaseOrDefault();
    for (const auto &[engine, driver] : {std::pair(storage::Engine::SQLite, "QSQLITE"), std::pair(storage::Engine::PostgreSQL, "QPSQL")}) {
        const bool there = storage::isDriverInstalled(engine);
        lines.append({there ? State::Good : State::Missing, QString::fromLatin1(driver),
                      there ? DoctorWords::tr("The database driver %1 is here.").arg(QString::fromLatin1(driver))
                            : DoctorWords::tr("The database driver %1 is missing: install libqt6sql6-sqlite and libqt6sql6-psql.").arg(QString::fromLatin1(driver))});
    }
    storage::OpenOptions readOnly;
    readOnly.readOnly = true;
    const auto space = Workspace::open(address, defaultVault(address, options.vault), readOnly);
    if (!space) {
        lines.append({State::Note, QStringLiteral("database"), openText(space.error(), address)});
        return;
    }
    lines.append({State::Good, QStringLiteral("database"), DoctorWords::tr("The desk at %1 opens (%2).").arg(address, (*space)->database().engineVersion())});
    lines.append({State::Note, QStringLiteral("desk"), unprotectedSentence()});
    if (const auto settings = (*space)->desk().store.settings()) {
        const auto policy = usecases::DeskPolicy::fromSettings(*settings);
        constexpr double kilobyte = 1024, megabyte = 1024 * kilobyte;
        const auto bytes = static_cast<double>(policy.decodeMaxBytes);
        const QString text = bytes < megabyte
            ? DoctorWords::tr("A picture may have %1 million pixels and %2 KB and take %3 s; a request to a film may take %4 s.")
            : DoctorWords::tr("A picture may have %1 million pixels and %2 MB and take %3 s; a request to a film may take %4 s.");
        lines.append({State::Good, QStringLiteral("limits"),
                      text.arg(QLocale().toString(static_cast<double>(policy.decodeMaxPixels) / 1e6, 'g', 6),
                               QLocale().toString(bytes / (bytes < megabyte ? kilobyte : megabyte), 'g', 4))
                          .arg(policy.decodePictureSeconds).arg(policy.decodeFilmSeconds)});
    }
    const QStorageInfo disk((*space)->vaultRoot());
    if (disk.isValid()) {
        const qint64 free = disk.bytesAvailable() / (1024 * 1024);
        lines.append({free < 1024 ? State::Note : State::Good, QStringLiteral("space"), DoctorWords::tr("%1 MB are free for evidence in %2.").arg(free).arg((*space)->vaultRoot())});
    }
}

} // namespace

QList<DoctorLine> examine(const Options &options)
{
    QList<DoctorLine> lines;
    versions(lines);
    tools(lines);
    decoder(lines);
    reading(lines);
    fonts(lines);
    database(lines, options);
    return lines;
}

QString doctorMark(DoctorLine::State state)
{
    switch (state) {
    case State::Good: return DoctorWords::tr("[ok]     ");
    case State::Note: return DoctorWords::tr("[note]   ");
    case State::Missing: return DoctorWords::tr("[missing]");
    }
    return {};
}

QString doctorStateCode(DoctorLine::State state)
{
    switch (state) {
    case State::Good: return QStringLiteral("good");
    case State::Note: return QStringLiteral("note");
    case State::Missing: return QStringLiteral("missing");
    }
    return {};
}

QString unprotectedSentence()
{
    return DoctorWords::tr("Unprotected desk: names are taken at their word; whoever can open the database can act as anybody.");
}

} // namespace arb::app
