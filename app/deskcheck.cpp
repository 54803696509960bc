// SPDX-License-Identifier: GPL-3.0-or-later
#include "deskcheck.h"

#include <usecases/deskcommands.h>

#include <presentation/errortext.h>

#include <domain/casejson.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QElapsedTimer>
#include <QtCore/QJsonDocument>
#include <QtCore/QSet>

#include <unistd.h>

namespace arb::app {

namespace {

struct CliWords
{
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

/// Does the stored case say what it said when it came in?
bool isAsAdmitted(const usecases::CaseRecord &record)
{
    if (record.audit.isEmpty())
        return false;
    const QJsonObject admission = QJsonDocument::fromJson(record.audit.constFirst().payload).object();
    return domain::caseDigest(record.file) == admission.value(QLatin1StringView("bundle")).toString().toLatin1();
}

usecases::Done<void> checkCases(Workspace &space, QStringList &findings, const std::function<bool(const QString &)> &progress)
{
    const usecases::Desk desk = space.desk();
    usecases::QueueQuery all;
    all.view = usecases::QueueView::All;
    all.now = desk.clock.now();
    const auto headers = desk.cases.queue(all);
    if (!headers)
        return domain::Failure{usecases::CommandError(headers.error())};
    QSet<QByteArray> seen;
    qsizetype looked = 0;
    QElapsedTimer timer;
    timer.start();
    for (const usecases::CaseHeader &header : *headers) {
        const auto record = desk.cases.record(header.id);
        if (!record)
            return domain::Failure{usecases::CommandError(record.error())};
        if (!isAsAdmitted(*record))
            findings.append(CliWords::tr("case %1: the case file is not the one that came in.").arg(header.caseNo));
        for (const domain::Exhibit &exhibit : record->file.exhibits) {
            if (seen.contains(exhibit.sha256))
                continue;
            seen.insert(exhibit.sha256);
            const auto fd = desk.vault.open(exhibit.sha256); // verifies while it opens
            if (fd)
                ::close(*fd);
            else
                findings.append(CliWords::tr("case %1, exhibit %2 (%3): %4")
                                    .arg(header.caseNo, exhibit.id, exhibit.file, presentation::errorText(fd.error())));
        }
        ++looked;
        if (!progress(CliWords::tr("evidence of %1 of %n case(s) checked, %2 a second", nullptr, static_cast<int>(headers->size())).arg(looked)
                          .arg(static_cast<double>(looked) * 1000 / static_cast<double>(qMax<qint64>(1, timer.elapsed())), 0, 'f', 0)))
            return {};
    }
    return {};
}

} // namespace

QString auditSentence(const usecases::Desk &desk, const domain::AuditFinding &finding)
{
    using enum domain::AuditFault;
    const bool ofDesk = finding.scope == 0; // the desk's own chain: people, settings, rule books
    QString where = ofDesk ? CliWords::tr("audit entry %1 of the desk's own chain").arg(finding.seq)
                           : CliWords::tr("audit entry scope %1, number %2").arg(finding.scope).arg(finding.seq);
    if (const auto header = desk.cases.header(domain::CaseId(finding.scope)); header && !ofDesk)
        where += CliWords::tr(" (case %1)").arg(header->caseNo);
    switch (finding.fault) {
    case HashDiffers: return CliWords::tr("%1 is not what was written.").arg(where);
    case LinkBroken: return CliWords::tr("%1 does not follow the entry before it.").arg(where);
    case SequenceBroken: return CliWords::tr("%1 is missing, doubled or out of order.").arg(where);
    case HeadDiffers:
        if (ofDesk)
            return CliWords::tr("%1 is not where the desk says its audit trail ends.").arg(where);
        return CliWords::tr("%1 is not where the case says its audit trail ends.").arg(where);
    case HeadMissing:
        if (ofDesk)
            return CliWords::tr("%1 exists, but the desk knows of none.").arg(where);
        return CliWords::tr("%1 exists, but its case knows of none.").arg(where);
    case RulingDiffers: return CliWords::tr("The stored ruling is not the one that was signed: %1.").arg(where);
    }
    return {};
}

usecases::Done<QStringList> checkDesk(Workspace &space, bool thorough, const std::function<bool(const QString &)> &progress)
{
    QStringList findings;
    if (const auto vault = space.vault().real(); !vault) // opening it also takes back what a killed import left
        findings.append(presentation::vaultText(vault.error()));
    const auto report = space.database().check(thorough);
    if (!report)
        return domain::Failure{usecases::CommandError(report.error())};
    findings.append(report->findings);
    if (!progress(CliWords::tr("checking the audit trail")))
        return findings;
    const auto audit = usecases::verifyAudit(space.desk(), usecases::ownerActor());
    if (!audit)
        return domain::Failure{audit.error()};
    if (audit->firstFault)
        findings.append(auditSentence(space.desk(), *audit->firstFault));
    if (const auto done = checkCases(space, findings, progress); !done)
        return domain::Failure{done.error()};
    return findings;
}

} // namespace arb::app
