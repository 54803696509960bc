// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/audit.h>

#include <QtTest/QtTest>

using namespace arb::domain;

namespace {

constexpr qint64 caseScope = 7;

/// Five entries of one case as the program would write them.
QList<AuditEntry> sampleChain()
{
    QList<AuditEntry> entries;
    AuditHead head = emptyAuditHead();
    const QStringList actions{QStringLiteral("admit"), QStringLiteral("claim"), QStringLiteral("rule"), QStringLiteral("execute"), QStringLiteral("close")};
    for (qsizetype i = 0; i < actions.size(); ++i) {
        entries.append(chain(head, caseScope, UtcMs(1791766800000 + i * 60000), QStringLiteral("林晓"), actions.at(i),
                             QJsonObject{{QStringLiteral("version"), i + 1}}));
        head = headOf(entries.last());
    }
    return entries;
}

struct Verdicts
{
    QList<AuditFinding> all;
    AuditFinding first() const { return all.isEmpty() ? AuditFinding{0, -1, AuditFault::HashDiffers} : all.first(); }
};

Verdicts verify(const QList<AuditEntry> &entries, const AuditHead &stored)
{
    AuditVerifier verifier(caseScope);
    Verdicts found;
    for (const AuditEntry &entry : entries) {
        if (const auto finding = verifier.feed(entry))
            found.all.append(*finding);
    }
    if (const auto finding = verifier.finish(stored))
        found.all.append(*finding);
    return found;
}

bool names(const AuditFinding &finding, qint64 seq, AuditFault fault)
{
    return finding == AuditFinding{caseScope, seq, fault};
}

} // namespace

class TstAudit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hashIsThePublishedFormat();
    void chainLinks();
    void payloadIsCanonical();
    void wholeChainIsFine();
    void everyChangedByteIsNamed();
    void changedNumbersAreNamed();
    void swappedDroppedAddedAndCut();
    void rewrittenEntryBreaksTheLink();
    void headsAreCompared();
    void foreignEntryIsNamed();
};

/// Digests computed apart, with Python's hashlib and once more with openssl: the preamble, then each field behind its
/// length as an 8-byte big-endian number.
void TstAudit::hashIsThePublishedFormat()
{
    const QByteArray zeros(64, '0');
    AuditEntry entry{caseScope, 1, UtcMs(1791766800000), QStringLiteral("林晓"), QStringLiteral("claim"), "{\"claimNo\":1,\"note\":\"a\\\"b\"}", zeros, {}};
    const QByteArray first = "1154fd0d8082512a3ef2b4ebc4e4d89affdb0d24b2f6cffdc5762cf8b442e359";
    QCOMPARE(auditHash(entry), first);
    entry = {caseScope, 2, UtcMs(1791766860000), QStringLiteral("林晓"), QStringLiteral("rule"), "{\"refundFen\":26900}", first, {}};
    QCOMPARE(auditHash(entry), QByteArray("5c056545eb08da5a1a6e1dbf2e891909f880cf126f1dea129c02ac0a794111c4"));
    entry = {0, 1, UtcMs(0), QString(), QString(), "{}", zeros, {}};
    QCOMPARE(auditHash(entry), QByteArray("a9f5a155af1560ba5af68b127f4c5135daa69361322c362042c162baf57bb5b3"));
}

void TstAudit::chainLinks()
{
    QCOMPARE(emptyAuditHead(), (AuditHead{0, QByteArray(64, '0')}));
    const AuditEntry first = chain(emptyAuditHead(), caseScope, UtcMs(1791766800000), QStringLiteral("林晓"), QStringLiteral("claim"),
                                   QJsonObject{{QStringLiteral("note"), QStringLiteral("a\"b")}, {QStringLiteral("claimNo"), 1}});
    QCOMPARE(first.hash, QByteArray("1154fd0d8082512a3ef2b4ebc4e4d89affdb0d24b2f6cffdc5762cf8b442e359"));
    const AuditEntry second = chain(headOf(first), caseScope, UtcMs(1791766860000), QStringLiteral("林晓"), QStringLiteral("rule"),
                                    QJsonObject{{QStringLiteral("refundFen"), 26900}});
    QCOMPARE(second.seq, qint64(2));
    QCOMPARE(second.prev, first.hash);
    QCOMPARE(second.hash, QByteArray("5c056545eb08da5a1a6e1dbf2e891909f880cf126f1dea129c02ac0a794111c4"));
}

void TstAudit::payloadIsCanonical()
{
    const AuditEntry entry = chain(emptyAuditHead(), 0, UtcMs(0), {}, {}, QJsonObject{{QStringLiteral("b"), 1}, {QStringLiteral("a"), QStringLiteral("\n")}});
    QCOMPARE(entry.payload, QByteArray("{\"a\":\"\\n\",\"b\":1}"));
}

void TstAudit::wholeChainIsFine()
{
    const auto entries = sampleChain();
    QVERIFY(verify(entries, headOf(entries.last())).all.isEmpty());
    QVERIFY(verify({}, emptyAuditHead()).all.isEmpty());
}

void TstAudit::everyChangedByteIsNamed()
{
    const auto entries = sampleChain();
    const AuditHead stored = headOf(entries.last());
    int tried = 0;
    for (qsizetype at = 0; at < entries.size(); ++at) {
        const auto tryBytes = [&](const QByteArray &bytes, auto put) {
            for (qsizetype i = 0; i < bytes.size(); ++i) {
                QByteArray bad = bytes;
                bad[i] = static_cast<char>(bad.at(i) ^ 1);
                auto changed = entries;
                put(changed[at], bad);
                const auto found = verify(changed, stored);
                QVERIFY2(names(found.first(), at + 1, AuditFault::HashDiffers), qPrintable(QStringLiteral("entry %1 byte %2").arg(at).arg(i)));
                ++tried;
            }
        };
        tryBytes(entries.at(at).payload, [](AuditEntry &e, const QByteArray &b) { e.payload = b; });
        tryBytes(entries.at(at).prev, [](AuditEntry &e, const QByteArray &b) { e.prev = b; });
        tryBytes(entries.at(at).hash, [](AuditEntry &e, const QByteArray &b) { e.hash = b; });
        tryBytes(entries.at(at).action.toUtf8(), [](AuditEntry &e, const QByteArray &b) { e.action = QString::fromUtf8(b); });
        tryBytes(entries.at(at).actor.toUtf8(), [](AuditEntry &e, const QByteArray &b) { e.actor = QString::fromUtf8(b); });
    }
    QVERIFY(tried > 5 * (13 + 64 + 64 + 4));
}

void TstAudit::changedNumbersAreNamed()
{
    const auto entries = sampleChain();
    const AuditHead stored = headOf(entries.last());
    for (qsizetype at = 0; at < entries.size(); ++at) {
        for (const qint64 bit : {qint64(1), qint64(1) << 40}) {
            auto changed = entries;
            changed[at].at = UtcMs(changed.at(at).at.ms() ^ bit);
            QVERIFY(names(verify(changed, stored).first(), at + 1, AuditFault::HashDiffers));
            changed = entries;
            changed[at].seq ^= bit;
            QVERIFY(names(verify(changed, stored).first(), at + 1, AuditFault::SequenceBroken));
        }
    }
    // A field's end cannot move into the next one: lengths are part of what is hashed.
    auto shifted = entries;
    shifted[1].actor += shifted[1].action.left(1);
    shifted[1].action = shifted[1].action.mid(1);
    QVERIFY(names(verify(shifted, stored).first(), 2, AuditFault::HashDiffers));
}

void TstAudit::swappedDroppedAddedAndCut()
{
    const auto entries = sampleChain();
    const AuditHead stored = headOf(entries.last());
    for (qsizetype at = 0; at + 1 < entries.size(); ++at) {
        auto changed = entries;
        changed.swapItemsAt(at, at + 1);
        QVERIFY(names(verify(changed, stored).first(), at + 1, AuditFault::SequenceBroken));
        changed = entries;
        changed.removeAt(at);
        QVERIFY(names(verify(changed, stored).first(), at + 1, AuditFault::SequenceBroken));
        changed = entries;
        changed.insert(at + 1, entries.at(at));
        QVERIFY(names(verify(changed, stored).first(), at + 2, AuditFault::SequenceBroken));
        // A cut tail is whole in itself; only the stored head knows better.
        const auto found = verify(entries.first(at + 1), stored);
        QCOMPARE(found.all.size(), qsizetype(1));
        QVERIFY(names(found.first(), at + 2, AuditFault::HeadDiffers));
    }
    QVERIFY(names(verify({}, stored).first(), 1, AuditFault::HeadDiffers));
}

void TstAudit::rewrittenEntryBreaksTheLink()
{
    auto entries = sampleChain();
    const AuditHead stored = headOf(entries.last());
    entries[2].payload = "{\"version\":9}";
    entries[2].hash = auditHash(entries.at(2)); // a forger who knows the format
    const auto found = verify(entries, stored);
    QCOMPARE(found.all.size(), qsizetype(1));
    QVERIFY(names(found.first(), 4, AuditFault::LinkBroken));

    // Who rewrites everything behind it as well is given away by the stored head.
    for (qsizetype i = 3; i < entries.size(); ++i) {
        entries[i].prev = entries.at(i - 1).hash;
        entries[i].hash = auditHash(entries.at(i));
    }
    QVERIFY(names(verify(entries, stored).first(), 5, AuditFault::HeadDiffers));
}

void TstAudit::headsAreCompared()
{
    const auto entries = sampleChain();
    QVERIFY(names(verify(entries, emptyAuditHead()).first(), 1, AuditFault::HeadMissing));
    QVERIFY(names(verify(entries, headOf(entries.at(2))).first(), 4, AuditFault::HeadDiffers));
    QVERIFY(names(verify(entries, {5, QByteArray(64, 'f')}).first(), 5, AuditFault::HeadDiffers));
}

void TstAudit::foreignEntryIsNamed()
{
    auto entries = sampleChain();
    entries[1] = chain(headOf(entries.at(0)), 8, UtcMs(1791766860000), QStringLiteral("x"), QStringLiteral("claim"), {});
    QVERIFY(names(verify(entries, headOf(entries.last())).first(), 2, AuditFault::SequenceBroken));
}

QObject *make_tst_audit();
QObject *make_tst_audit()
{
    return new TstAudit;
}

#include "tst_audit.moc"
