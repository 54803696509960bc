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
#include <QtCore/QRunnable>

#include <iterator>
#include <utility>

namespace arb::corpus {

namespace {

constexpr int pollMs = 5, beatMs = 10;
constexpr qint64 patienceMs = 90'000; ///< beyond every deadline of the decoder: then the window has lost the file

/// What a file is fed as, in this order; without a kind of exhibit, as a bundle by itself.
struct Part
{
    const char *name, *kind;
};
constexpr Part parts[] = {{"as a bundle", nullptr}, {"as a picture", "image"}, {"as a document", "document"}, {"as a video", "video"}, {"as a chat", "chat"}, {"as a text", "text"}};

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

/// The file as evidence of @p kind, in a case of its own, written to @p path.
CorpusRound::Made bundleOf(const QString &from, const QString &kind, const QString &caseNo, const QString &path)
{
    QFile content(from);
    if (!content.open(QIODevice::ReadOnly))
        return {{}, QStringLiteral("LOST: cannot be read")};
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(&content);
    const QByteArray sha256 = hash.result().toHex();
    const QString inside = QStringLiteral("evidence/file");
    QJsonObject one = exhibit(QStringLiteral("p"), QStringLiteral("buyer"), kind, inside);
    one.insert(QStringLiteral("sha256"), QString::fromLatin1(sha256));
    intake::BagContent bag;
    bag.caseJson = caseOf(caseNo);
    bag.caseJson.insert(QStringLiteral("exhibits"), QJsonArray{one});
    bag.evidence = {{inside, {}, from, sha256}};
    bag.at = domain::UtcMs(1'791'400'000'000);
    const auto written = intake::writeBag(path, bag); // it reads again what it wrote, with all that intake asks for
    if (!written)
        return {{}, QStringLiteral("refused at intake: ") + intake::describe(written.error()).remove(inside)};
    return {path, {}};
}

} // namespace

CorpusRound::CorpusRound(app::DeskWindow &desk, QStringList files, const QString &work) : m_desk(desk), m_files(std::move(files)), m_work(work)
{
    m_poll.setInterval(pollMs);
    m_heart.setInterval(beatMs);
    connect(&m_poll, &QTimer::timeout, this, &CorpusRound::watch);
    connect(&m_heart, &QTimer::timeout, this, &CorpusRound::beat);
    connect(&desk.session(), &presentation::Session::caseOpened, this, [this] {
        if (m_waiting)
            return;
        const auto *side = m_desk.window().findChild<QWidget *>(QStringLiteral("buyerPane"));
        for (ui::ViewerWidget *viewer : side ? side->findChildren<ui::ViewerWidget *>() : QList<ui::ViewerWidget *>()) {
            if (!viewer->shown().exhibitId.isEmpty() && viewer->isVisible()) {
                m_waiting = viewer;
                connect(viewer, &ui::ViewerWidget::seen, this, [this, viewer] {
                    if (m_waiting == viewer)
                        conclude(QStringLiteral("shown"));
                });
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

/// Beside the window: the round's own work must not be taken for the window's.
void CorpusRound::makeBundle(std::function<void(const Made &)> then)
{
    m_maker.start(QRunnable::create([this, from = m_file, kind = QString::fromLatin1(parts[m_part].kind), caseNo = caseNo(),
                                     path = QStringLiteral("%1/%2.arbcase").arg(m_work).arg(m_cases), then = std::move(then)] {
        const Made made = bundleOf(from, kind, caseNo, path);
        QMetaObject::invokeMethod(this, [then, made] { then(made); }, Qt::QueuedConnection);
    }));
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

void CorpusRound::count(const QString &outcome)
{
    ++m_counts[QString::fromLatin1(parts[m_part].name)][outcome];
}

void CorpusRound::conclude(const QString &outcome)
{
    count(outcome);
    m_waiting.clear();
    m_poll.stop();
    QMetaObject::invokeMethod(this, &CorpusRound::feedNext, Qt::QueuedConnection);
}

/// Each file in each of its parts.
void CorpusRound::feedNext()
{
    const bool between = !m_file.isEmpty() && m_part + 1 < std::size(parts);
    if (!between && m_next >= m_files.size()) {
        m_heart.stop();
        Q_EMIT finished();
        return;
    }
    if (!between)
        m_file = m_files.at(m_next++);
    m_part = between ? m_part + 1 : 0;
    if (parts[m_part].kind == nullptr) {
        importOne(m_file, [this](const intake::ImportResult &raw) {
            conclude(raw.state == intake::ImportState::Refused ? QStringLiteral("refused with a reason") : QStringLiteral("let in"));
        });
        return;
    }
    ++m_cases;
    makeBundle([this](const Made &made) {
        if (made.path.isEmpty()) {
            conclude(made.refused);
            return;
        }
        importOne(made.path, [this, bundle = made.path](const intake::ImportResult &result) {
            QFile::remove(bundle);
            if (result.state == intake::ImportState::Imported)
                openCase(result.id);
            else
                conclude(QStringLiteral("refused at intake: ") + intake::describe(result));
        });
    });
}

void CorpusRound::openCase(domain::CaseId id)
{
    m_since.start();
    m_desk.session().open(id);
    m_poll.start();
}

void CorpusRound::watch()
{
    if (m_waiting && m_waiting->error())
        conclude(QStringLiteral("refused: ") + ui::showErrorText(*m_waiting->error()));
    else if (m_since.elapsed() > patienceMs)
        conclude(QStringLiteral("LOST: neither shown nor explained"));
}

QString CorpusRound::caseNo() const
{
    return QStringLiteral("CORPUS-%1").arg(m_cases);
}

} // namespace arb::corpus
