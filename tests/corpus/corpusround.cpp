// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpusround.h"

#include "../../app/importing.h"

#include <intake/bagwriter.h>

#include <domain/canonicaljson.h>

#include <QtCore/QCryptographicHash>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>

#include <utility>

namespace arb::corpus {

namespace {

constexpr int pollMs = 5, beatMs = 10;
constexpr qint64 patienceMs = 90'000; ///< beyond every deadline of the decoder: then the window has lost the file

const QString asBundle = QStringLiteral("as a bundle"), asPicture = QStringLiteral("as a picture"), asDocument = QStringLiteral("as a document");

QJsonObject exhibit(const QString &id, const QString &party, const QString &kind, const QString &file)
{
    return {{QStringLiteral("id"), id},     {QStringLiteral("party"), party},
            {QStringLiteral("kind"), kind}, {QStringLiteral("file"), file},
            {QStringLiteral("caption"), kind}, {QStringLiteral("submittedAt"), QStringLiteral("2026-10-06T10:00:00+08:00")}};
}

QJsonObject caseOf(const QString &caseNo)
{
    return {{QStringLiteral("format"), 1},
            {QStringLiteral("caseNo"), caseNo},
            {QStringLiteral("platform"), QStringLiteral("douyin")},
            {QStringLiteral("escalatedAt"), QStringLiteral("2026-10-08T10:00:00+08:00")},
            {QStringLiteral("order"), QJsonObject{{QStringLiteral("orderNo"), caseNo}, {QStringLiteral("product"), QStringLiteral("玻璃杯")}, {QStringLiteral("paidFen"), 8800}}},
            {QStringLiteral("buyer"), QJsonObject{{QStringLiteral("id"), QStringLiteral("b1")}}},
            {QStringLiteral("merchant"), QJsonObject{{QStringLiteral("id"), QStringLiteral("m1")}}},
            {QStringLiteral("afterSale"), QJsonObject{{QStringLiteral("no"), caseNo},
                                                       {QStringLiteral("type"), QStringLiteral("return_refund")},
                                                       {QStringLiteral("reason"), QStringLiteral("damaged")},
                                                       {QStringLiteral("claimedFen"), 8800},
                                                       {QStringLiteral("appliedAt"), QStringLiteral("2026-10-06T09:00:00+08:00")}}}};
}

} // namespace

CorpusRound::CorpusRound(app::DeskWindow &desk, QStringList files, const QString &work) : m_desk(desk), m_files(std::move(files)), m_work(work)
{
    m_poll.setInterval(pollMs);
    m_heart.setInterval(beatMs);
    connect(&m_poll, &QTimer::timeout, this, &CorpusRound::watch);
    connect(&m_heart, &QTimer::timeout, this, &CorpusRound::beat);
    connect(&desk.session(), &presentation::Session::caseOpened, this, [this] {
        if (m_file.isEmpty() || !m_waiting.isEmpty())
            return;
        for (const auto &[pane, part] : {std::pair("buyerPane", asPicture), std::pair("merchantPane", asDocument)}) {
            const auto *side = m_desk.window().findChild<QWidget *>(QLatin1StringView(pane));
            for (ui::ViewerWidget *viewer : side ? side->findChildren<ui::ViewerWidget *>() : QList<ui::ViewerWidget *>()) {
                if (!viewer->shown().exhibitId.isEmpty() && viewer->isVisible()) {
                    m_waiting.insert(part, viewer);
                    connect(viewer, &ui::ViewerWidget::seen, this, [this, viewer, part] {
                        if (m_waiting.value(part) == viewer) {
                            m_waiting.remove(part);
                            ++m_counts[part][QStringLiteral("shown")];
                        }
                    });
                }
            }
        }
    });
}

void CorpusRound::start()
{
    m_sinceBeat.start();
    m_heart.start();
    feedNext();
}

/// The gap between two beats of the window's own timer, less the interval, is how long nobody could have been answered.
void CorpusRound::beat()
{
    const qint64 late = m_sinceBeat.restart() - beatMs;
    m_longest = std::max(m_longest, late);
    if (late > stallLimitMs)
        m_stalls.append({QFileInfo(m_file).fileName(), late});
}

QString CorpusRound::makeBundle(const QString &file) const
{
    QFile content(file);
    if (!content.open(QIODevice::ReadOnly))
        return {};
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(&content);
    const QByteArray sha256 = hash.result().toHex();
    intake::BagContent bag;
    const QString inside = QStringLiteral("evidence/file");
    bag.caseJson = caseOf(QStringLiteral("CORPUS-%1").arg(m_next));
    QJsonArray exhibits{exhibit(QStringLiteral("p"), QStringLiteral("buyer"), QStringLiteral("image"), inside),
                        exhibit(QStringLiteral("d"), QStringLiteral("merchant"), QStringLiteral("document"), inside)};
    for (auto &&value : exhibits) {
        QJsonObject one = value.toObject();
        one.insert(QStringLiteral("sha256"), QString::fromLatin1(sha256));
        value = one;
    }
    bag.caseJson.insert(QStringLiteral("exhibits"), exhibits);
    bag.evidence = {{inside, {}, file, sha256}};
    bag.at = domain::UtcMs(1'791'400'000'000);
    const QString path = QStringLiteral("%1/%2.arbcase").arg(m_work).arg(m_next);
    return intake::writeBag(path, bag) ? path : QString();
}

/// On the desk's own thread behind the window, as files dropped on the window are taken in.
void CorpusRound::importOne(const QString &path, std::function<void(const intake::ImportResult &)> then)
{
    const usecases::Actor actor = m_desk.session().actor();
    m_desk.service().postBehind([this, actor, path, then = std::move(then)](app::DeskService::Behind &behind) {
        intake::ImportResult result;
        if (behind.vault) {
            if (const auto results = app::importInto(behind.desk, *behind.vault, actor, {path}, {}); results && !results->isEmpty())
                result = results->constFirst();
        }
        QMetaObject::invokeMethod(this, [then, result] { then(result); }, Qt::QueuedConnection);
    });
}

void CorpusRound::feedNext()
{
    if (m_next >= m_files.size()) {
        m_heart.stop();
        m_poll.stop();
        Q_EMIT finished();
        return;
    }
    m_file = m_files.at(m_next++);
    importOne(m_file, [this](const intake::ImportResult &raw) {
        ++m_counts[asBundle][raw.state == intake::ImportState::Refused ? QStringLiteral("refused with a reason") : QStringLiteral("let in")];
        const QString bundle = makeBundle(m_file);
        if (bundle.isEmpty()) {
            ++m_counts[asPicture][QStringLiteral("unreadable file")];
            feedNext();
            return;
        }
        importOne(bundle, [this, bundle](const intake::ImportResult &result) {
            QFile::remove(bundle);
            if (result.state != intake::ImportState::Imported) {
                for (const QString &part : {asPicture, asDocument})
                    ++m_counts[part][QStringLiteral("refused at intake: ") + intake::describe(result)];
                feedNext();
                return;
            }
            openCase(result.id);
        });
    });
}

void CorpusRound::openCase(domain::CaseId id)
{
    m_waiting.clear();
    m_since.start();
    m_desk.session().open(id);
    m_poll.start();
}

void CorpusRound::settle(ui::ViewerWidget *viewer, const QString &part)
{
    m_waiting.remove(part);
    ++m_counts[part][QStringLiteral("refused: ") + ui::showErrorText(*viewer->error())];
}

void CorpusRound::watch()
{
    const auto waiting = m_waiting;
    bool opened = m_desk.session().view() && m_desk.session().view()->record.header.caseNo == QStringLiteral("CORPUS-%1").arg(m_next);
    for (auto at = waiting.cbegin(); at != waiting.cend(); ++at) {
        if (!*at)
            m_waiting.remove(at.key());
        else if ((*at)->error())
            settle(*at, at.key());
    }
    const bool lost = m_since.elapsed() > patienceMs;
    if (lost) {
        for (const QString &part : m_waiting.keys())
            ++m_counts[part][QStringLiteral("LOST: neither shown nor explained")];
        m_waiting.clear();
        opened = true;
    }
    if (!opened || !m_waiting.isEmpty())
        return;
    m_poll.stop();
    feedNext();
}

} // namespace arb::corpus
