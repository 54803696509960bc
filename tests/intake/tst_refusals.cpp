// SPDX-License-Identifier: GPL-3.0-or-later
#include "bundlemaker.h"
#include "intakedesk.h"

#include <domain/canonicaljson.h>

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QSet>
#include <QtCore/QtEndian>
#include <QtTest/QTest>

#include <algorithm>
#include <functional>

#include <sys/stat.h>

namespace arb::tests {

using intake::ImportState;
using intake::IntakeFault;

namespace {

QByteArray text(const QJsonObject &object)
{
    return QJsonDocument(object).toJson();
}

/// @p file with the value at one or two keys replaced (undefined removes it).
QJsonObject with(QJsonObject object, const char *key, const QJsonValue &value)
{
    object.insert(QLatin1StringView(key), value);
    return object;
}

QJsonObject withExhibit(QJsonObject object, int n, const char *key, const QJsonValue &value)
{
    QJsonArray exhibits = object.value(QStringLiteral("exhibits")).toArray();
    exhibits.replace(n, with(exhibits.at(n).toObject(), key, value));
    return with(object, "exhibits", exhibits);
}

/// A bundle whose picture is @p bytes instead, with everything else fitting.
BundleParts withPicture(const QByteArray &bytes, const char *kind = "image")
{
    QJsonObject file = withExhibit(plainCase(QStringLiteral("T-1")), 1, "sha256", QString::fromLatin1(domain::sha256Hex(bytes)));
    BundleParts parts = bundleOf(withExhibit(file, 1, "kind", QString::fromLatin1(kind)));
    parts.data["evidence/photo.png"] = bytes;
    return parts;
}

ZipPart extra(const QByteArray &name, const QByteArray &bytes = "x")
{
    ZipPart part;
    part.name = name;
    part.bytes = bytes;
    return part;
}

ZipPart &named(QList<ZipPart> &parts, const QByteArray &name)
{
    const auto found = std::find_if(parts.begin(), parts.end(), [&](const ZipPart &part) { return part.name == name; });
    if (found == parts.end())
        qFatal("no part %s", name.constData());
    return *found;
}

QByteArray audited(int entries, const std::function<void(QList<domain::AuditEntry> &)> &spoil = {})
{
    QList<domain::AuditEntry> all;
    domain::AuditHead head = domain::emptyAuditHead();
    for (int n = 0; n < entries; ++n) {
        all.append(domain::chain(head, 77, domain::UtcMs(1000 + n), QStringLiteral("ann"), QStringLiteral("move"), {{QStringLiteral("n"), n}}));
        head = domain::headOf(all.constLast());
    }
    if (spoil)
        spoil(all);
    QByteArray lines;
    for (const domain::AuditEntry &entry : all) {
        lines += domain::canonicalJson(QJsonObject{{QStringLiteral("scope"), QString::number(entry.scope)}, {QStringLiteral("seq"), entry.seq},
                                                   {QStringLiteral("at"), entry.at.ms()}, {QStringLiteral("actor"), entry.actor},
                                                   {QStringLiteral("action"), entry.action}, {QStringLiteral("payload"), QString::fromUtf8(entry.payload)},
                                                   {QStringLiteral("prev"), QString::fromLatin1(entry.prev)}, {QStringLiteral("hash"), QString::fromLatin1(entry.hash)}})
            + '\n';
    }
    return lines;
}

struct Bad
{
    const char *name;
    IntakeFault code;
    QString entry;
    std::function<QList<ZipPart>()> parts;
    bool folder = false; ///< a folder can be bad in the same way
    std::function<void(intake::IntakeLimits &)> limits = {};
};

/// Rows about the zip itself.
QList<Bad> badContainers()
{
    const auto zipWith = [](const std::function<void(QList<ZipPart> &)> &spoil) {
        return [spoil] {
            QList<ZipPart> parts = plainBundle().parts();
            spoil(parts);
            return parts;
        };
    };
    using Parts = QList<ZipPart>;
    const QString picture = QStringLiteral("data/evidence/photo.png");
    return {
        {"wrong sum", IntakeFault::BadZip, picture, zipWith([](Parts &parts) { named(parts, "data/evidence/photo.png").wrongSum = true; })},
        {"two names", IntakeFault::BadZip, picture, zipWith([](Parts &parts) { named(parts, "data/evidence/photo.png").localName = "data/evidence/phot0.png"; })},
        {"folder with bytes", IntakeFault::BadZip, QStringLiteral("data/more"), zipWith([](Parts &parts) { parts.append({"data/more/", "x", 0x800, 0, 040755, {}, {}}); })},
        {"encrypted", IntakeFault::Encrypted, picture, zipWith([](Parts &parts) { named(parts, "data/evidence/photo.png").flags |= 1; })},
        {"odd packing", IntakeFault::UnsupportedCompression, picture, zipWith([](Parts &parts) { named(parts, "data/evidence/photo.png").method = 12; })},
        {"link", IntakeFault::Link, picture, zipWith([](Parts &parts) { named(parts, "data/evidence/photo.png").mode = 0120777; })},
        {"pipe", IntakeFault::SpecialFile, picture, zipWith([](Parts &parts) { named(parts, "data/evidence/photo.png").mode = 0010644; })},
        {"more than stated", IntakeFault::SizeMismatch, picture, zipWith([](Parts &parts) {
             ZipPart &part = named(parts, "data/evidence/photo.png");
             part.method = 8;
             part.size = 10;
         })},
        {"size elsewhere, but nowhere", IntakeFault::BadZip, picture, zipWith([](Parts &parts) { named(parts, "data/evidence/photo.png").size = 0xffffffff; })},
        {"too many", IntakeFault::TooManyFiles, QStringLiteral("data/evidence/statement.txt"), zipWith([](Parts &) {}), true,
         [](intake::IntakeLimits &limits) { limits.maxFiles = 1; }},
        {"file too large", IntakeFault::FileTooLarge, QStringLiteral("data/evidence/zeros"), zipWith([](Parts &parts) {
             parts.append({"data/evidence/zeros", QByteArray(6000, '\0'), 0x800, 0, 0100644, {}, {}});
         }), true, [](intake::IntakeLimits &limits) { limits.maxFileBytes = 5000; }},
        {"manifest too large", IntakeFault::FileTooLarge, QStringLiteral("manifest-sha256.txt"), zipWith([](Parts &) {}), true,
         [](intake::IntakeLimits &limits) { limits.maxTagBytes = 200; }},
        {"too large together", IntakeFault::BundleTooLarge, {}, zipWith([](Parts &) {}), true, [](intake::IntakeLimits &limits) { limits.maxBundleBytes = 1000; }},
        {"bomb", IntakeFault::TooCompressed, QStringLiteral("data/evidence/zeros"), zipWith([](Parts &parts) {
             parts.append({"data/evidence/zeros", QByteArray(8 * 1024 * 1024, '\0'), 0x800, 8, 0100644, {}, {}});
         })},
    };
}

QList<Bad> badNames()
{
    const auto row = [](const char *name, IntakeFault code, const QByteArray &entry, bool folder = false) {
        return Bad{name, code, QString::fromUtf8(entry), [entry] {
                       QList<ZipPart> parts = plainBundle().parts();
                       parts.append(extra(entry));
                       return parts;
                   }, folder};
    };
    const QByteArray composed = "data/evidence/caf\xC3\xA9.txt";
    const QByteArray decomposed = "data/evidence/cafe\xCC\x81.txt";
    QList<Bad> rows{
        row("up and out", IntakeFault::PathTraversal, "data/../../escape"),
        row("up at the start", IntakeFault::PathTraversal, "../escape"),
        row("here", IntakeFault::PathTraversal, "data/./x"),
        row("nothing between", IntakeFault::PathTraversal, "data//x"),
        row("absolute", IntakeFault::AbsolutePath, "/etc/cron.d/x"),
        row("backslash", IntakeFault::BackslashPath, "data\\..\\x", true),
        row("drive", IntakeFault::DrivePath, "C:\\x"),
        row("drive without slash", IntakeFault::DrivePath, "c:x", true),
        row("line feed", IntakeFault::ControlInName, "data/evidence/a\nb", true),
        row("nul", IntakeFault::ControlInName, QByteArray("data/evidence/a.png\0/../../x", 28)),
        row("right to left", IntakeFault::ControlInName, "data/evidence/\xE2\x80\xAEgpj.exe", true),
        row("not utf-8", IntakeFault::NameEncoding, "data/evidence/\xB4\xB5.png"),
        row("device", IntakeFault::ReservedName, "data/evidence/con.png", true),
        row("dot at the end", IntakeFault::ReservedName, "data/evidence/x.", true),
        row("no name", IntakeFault::ReservedName, ""),
        row("long part", IntakeFault::PathTooLong, "data/" + QByteArray(300, 'x')),
        row("long path", IntakeFault::PathTooLong, QByteArray("data/") + QByteArray("abcdefghi/").repeated(120) + "x", true),
        row("same name", IntakeFault::DuplicateName, "data/evidence/photo.png"),
        row("same but for case", IntakeFault::DuplicateName, "data/evidence/PHOTO.png", true),
        row("folder but for case", IntakeFault::DuplicateName, "data/Evidence/other.png", true),
        row("file and folder", IntakeFault::DuplicateName, "data/evidence/photo.png/x"),
        {"same but for form", IntakeFault::DuplicateName, QString::fromUtf8(decomposed), [=] {
             QList<ZipPart> parts = plainBundle().parts();
             parts.append(extra(composed));
             parts.append(extra(decomposed));
             return parts;
         }},
    };
    // The message shows at most 1,024 bytes of a name.
    for (Bad &bad : rows)
        bad.entry = QString::fromUtf8(bad.entry.toUtf8().left(1024));
    return rows;
}

QList<Bad> badBags()
{
    const auto bag = [](const std::function<void(BundleParts &)> &spoil) {
        return [spoil] {
            BundleParts parts = plainBundle();
            spoil(parts);
            return parts.parts();
        };
    };
    const auto after = [](const std::function<void(QList<ZipPart> &)> &spoil) {
        return [spoil] {
            BundleParts bundle = plainBundle();
            bundle.tagManifest = false;
            QList<ZipPart> parts = bundle.parts();
            spoil(parts);
            return parts;
        };
    };
    const auto drop = [](const QByteArray &name) { return [name](QList<ZipPart> &parts) { parts.removeIf([&](const ZipPart &part) { return part.name == name; }); }; };
    const QString manifest = QStringLiteral("manifest-sha256.txt");
    using Parts = QList<ZipPart>;
    return {
        {"no bagit.txt", IntakeFault::BagitMissing, QStringLiteral("bagit.txt"), bag([](BundleParts &parts) { parts.bagit.clear(); }), true},
        {"packed with its folder", IntakeFault::BagitMissing, QStringLiteral("bagit.txt"), after([](Parts &parts) {
             for (ZipPart &part : parts)
                 part.name.prepend("case/");
         })},
        {"other version", IntakeFault::BagitBad, QStringLiteral("bagit.txt"), bag([](BundleParts &parts) { parts.bagit.replace("1.0", "9.0"); }), true},
        {"other encoding", IntakeFault::BagitBad, QStringLiteral("bagit.txt"), bag([](BundleParts &parts) { parts.bagit.replace("UTF-8", "GBK"); }), true},
        {"bagit.txt with a mark", IntakeFault::BagitBad, QStringLiteral("bagit.txt"), bag([](BundleParts &parts) { parts.bagit.prepend("\xEF\xBB\xBF"); }), true},
        {"info without label", IntakeFault::BagitBad, QStringLiteral("bag-info.txt"), bag([](BundleParts &parts) { parts.tags["bag-info.txt"] = "hello\n"; }), true},
        {"manifest of an unknown sum", IntakeFault::BagitBad, QStringLiteral("manifest-crc32.txt"),
         bag([](BundleParts &parts) { parts.tags["manifest-crc32.txt"] = "0 data/case.json\n"; }), true},
        {"no manifest", IntakeFault::ManifestMissing, manifest, after(drop("manifest-sha256.txt")), true},
        {"manifest with half a line", IntakeFault::ManifestBad, manifest, after([](Parts &parts) { named(parts, "manifest-sha256.txt").bytes += "abc data/x\n"; }), true},
        {"manifest of tag files", IntakeFault::ManifestBad, manifest,
         after([](Parts &parts) { named(parts, "manifest-sha256.txt").bytes += QByteArray(64, 'a') + "  bagit.txt\n"; }), true},
        {"manifest that leads out", IntakeFault::PathTraversal, QStringLiteral("data/../../x"),
         after([](Parts &parts) { named(parts, "manifest-sha256.txt").bytes += QByteArray(64, 'a') + "  data/../../x\n"; }), true},
        {"listed twice", IntakeFault::DuplicateName, QStringLiteral("data/case.json"),
         after([](Parts &parts) { named(parts, "manifest-sha256.txt").bytes += QByteArray(64, 'a') + "  data/case.json\n"; }), true},
        {"fetch", IntakeFault::FetchRefused, QStringLiteral("fetch.txt"), bag([](BundleParts &parts) { parts.tags["fetch.txt"] = "http://example.com/ 5 data/x\n"; }), true},
        {"not listed", IntakeFault::NotInManifest, QStringLiteral("data/evidence/more.txt"), after([](Parts &parts) { parts.append(extra("data/evidence/more.txt")); }), true},
        {"not in the second list", IntakeFault::NotInManifest, QStringLiteral("data/case.json"), bag([](BundleParts &parts) { parts.tags["manifest-md5.txt"] = ""; }), true},
        {"not named", IntakeFault::NotNamed, QStringLiteral("data/evidence/more.txt"), bag([](BundleParts &parts) { parts.data["evidence/more.txt"] = "x"; }), true},
        {"listed but not there", IntakeFault::FileMissing, QStringLiteral("data/evidence/photo.png"), after(drop("data/evidence/photo.png")), true},
        {"named but not there", IntakeFault::FileMissing, QStringLiteral("data/evidence/photo.png"), bag([](BundleParts &parts) { parts.data.remove("evidence/photo.png"); }), true},
        {"no case.json", IntakeFault::FileMissing, QStringLiteral("data/case.json"), after([drop](Parts &parts) {
             drop("data/case.json")(parts);
             QByteArray &lines = named(parts, "manifest-sha256.txt").bytes;
             lines.remove(lines.indexOf("data/case.json") - 66, 81);
         }), true},
        {"tag file listed but not there", IntakeFault::FileMissing, QStringLiteral("bag-info.txt"),
         bag([](BundleParts &parts) { parts.tags["tagmanifest-sha256.txt"] = QByteArray(64, 'a') + "  bag-info.txt\n"; }), true},
        {"other evidence", IntakeFault::DigestMismatch, QStringLiteral("data/evidence/photo.png"), after([](Parts &parts) { named(parts, "data/evidence/photo.png").bytes.back() = '?'; }), true},
        {"other case.json", IntakeFault::DigestMismatch, QStringLiteral("data/case.json"), after([](Parts &parts) { named(parts, "data/case.json").bytes += '\n'; }), true},
        {"other tag file", IntakeFault::DigestMismatch, QStringLiteral("bagit.txt"), bag([](BundleParts &parts) {
             parts.tags["tagmanifest-sha256.txt"] = QByteArray(64, 'a') + "  bagit.txt\n";
         }), true},
        {"wrong in the second list", IntakeFault::DigestMismatch, QStringLiteral("data/case.json"), bag([](BundleParts &parts) {
             for (const char *name : {"data/case.json", "data/evidence/photo.png", "data/evidence/statement.txt"})
                 parts.tags["manifest-sha512.txt"] += QByteArray(128, 'a') + "  " + name + "\n";
         }), true},
        {"case.json says another digest", IntakeFault::DigestMismatch, QStringLiteral("data/evidence/photo.png"),
         [] { return bundleOf(withExhibit(plainCase(QStringLiteral("T-1")), 1, "sha256", QString(64, u'a'))).parts(); }, true},
        {"wrong octets", IntakeFault::SizeMismatch, QStringLiteral("data"), bag([](BundleParts &parts) { parts.tags["bag-info.txt"] = "Payload-Oxum: 5.3\n"; }), true},
        {"wrong octets, label in lower case", IntakeFault::SizeMismatch, QStringLiteral("data"), bag([](BundleParts &parts) { parts.tags["bag-info.txt"] = "payload-oxum: 5.3\n"; }), true},
    };
}

QList<Bad> badTexts()
{
    const auto json = [](const QByteArray &caseText) {
        return [caseText] {
            BundleParts parts = plainBundle();
            parts.caseText = caseText;
            return parts.parts();
        };
    };
    const auto shape = [json](const char *name, const QJsonObject &object) {
        return Bad{name, IntakeFault::SchemaViolation, QStringLiteral("data/case.json"), json(text(object)), true};
    };
    const QJsonObject good = plainCase(QStringLiteral("T-1"));
    const auto inside = [good](const char *object, const char *key, const QJsonValue &value) {
        return with(good, object, with(good.value(QLatin1StringView(object)).toObject(), key, value));
    };
    const QString entry = QStringLiteral("data/case.json");
    const QByteArray plain = text(good);
    QByteArray wide = plain, pointed = plain;
    wide.replace("12900", "9007199254740993");
    pointed.replace("12900", "12900.0");
    return {
        {"cut", IntakeFault::BadJson, entry, json(plain.chopped(5)), true},
        {"more after it", IntakeFault::BadJson, entry, json(plain + "{}"), true},
        {"an array", IntakeFault::BadJson, entry, json("[]"), true},
        {"a mark before it", IntakeFault::BadJson, entry, json("\xEF\xBB\xBF" + plain), true},
        {"bad utf-8", IntakeFault::BadJson, entry, json(QByteArray(plain).replace("T-1", "T\xFF")), true},
        {"a key twice", IntakeFault::DuplicateKey, entry, json(QByteArray(plain).replace("\"format\": 1", "\"format\": 1, \"format\": 1")), true},
        {"deep", IntakeFault::JsonTooDeep, entry, json(R"({"a":)" + QByteArray(100, '[') + QByteArray(100, ']') + "}"), true},
        {"wide integer", IntakeFault::JsonNumber, entry, json(wide), true},
        {"escaped control", IntakeFault::JsonControl, entry, json(QByteArray(plain).replace("T-1", "T\\u0007")), true},
        {"nul at the end", IntakeFault::JsonControl, entry, json(plain + '\0'), true},
        {"large", IntakeFault::JsonTooLarge, entry, json(plain + QByteArray(9 * 1024 * 1024, ' ')), true},
        {"many values", IntakeFault::JsonTooMany, entry, json(QByteArray(plain).replace("\"format\": 1", QByteArray("\"format\": 1, \"x\": [" + QByteArray("0,").repeated(200'000) + "0]"))), true},
        {"a number that comes back in another form", IntakeFault::JsonNumber, entry, json(QByteArray(plain).replace("\"format\": 1", "\"format\": 1, \"risk\": 1e20")), true},
        {"format 2", IntakeFault::UnknownFormat, entry, json(text(with(good, "format", 2))), true},
        {"1.0 for an integer", IntakeFault::SchemaViolation, entry, json(pointed), true},
        shape("no number", with(good, "caseNo", QJsonValue::Undefined)),
        shape("unknown closed code", with(good, "tradeKind", QStringLiteral("barter"))),
        shape("wrong type", with(good, "chat", QStringLiteral("hello"))),
        shape("no time", with(good, "escalatedAt", QStringLiteral("yesterday"))),
        shape("time without offset", with(good, "escalatedAt", QStringLiteral("2026-10-11T16:20:00"))),
        shape("50,000 characters for a time", with(good, "escalatedAt", QString(50'000, u'1'))),
        shape("50,000 characters for a number", with(good, "caseNo", QString(50'000, u'a'))),
        shape("50,000 characters for a digest", withExhibit(good, 0, "sha256", QString(50'000, u'a'))),
        shape("no digest", withExhibit(good, 0, "sha256", QString(64, u'x'))),
        shape("exhibit without digest", withExhibit(good, 0, "sha256", QJsonValue::Undefined)),
        shape("exhibit leads out", withExhibit(good, 0, "file", QStringLiteral("../statement.txt"))),
        shape("exhibit is the case itself", withExhibit(good, 0, "file", QStringLiteral("case.json"))),
        shape("two exhibits of one name", withExhibit(good, 0, "id", QStringLiteral("m1"))),
        shape("platform with a colon", with(good, "platform", QStringLiteral("dou:yin"))),
        shape("order number of two lines", inside("order", "orderNo", QStringLiteral("a\nFake: line"))),
        shape("after-sale number of two lines", inside("afterSale", "no", QStringLiteral("a\u2028b"))),
        shape("message of two lines' name", with(good, "chat", QJsonArray{QJsonObject{{QStringLiteral("id"), QStringLiteral("1\n2")}, {QStringLiteral("from"), QStringLiteral("buyer")},
                                                                                     {QStringLiteral("at"), QStringLiteral("2026-10-09T20:05:00+08:00")}}})),
        shape("linked number of two lines", with(good, "links", QJsonArray{QJsonObject{{QStringLiteral("caseNo"), QStringLiteral("1\r2")},
                                                                                      {QStringLiteral("kind"), QStringLiteral("earlier")}}})),
        shape("creator of two lines", with(good, "creator", QJsonObject{{QStringLiteral("id"), QStringLiteral("1\n2")}})),
        shape("number with a blank", with(good, "caseNo", QStringLiteral(" T-1"))),
    };
}

QList<Bad> badEvidence()
{
    const QString entry = QStringLiteral("data/evidence/photo.png");
    const auto sealedWith = [](const QByteArray &name, const QByteArray &bytes, const QByteArray &info = {}) {
        return [=] {
            BundleParts parts = plainBundle();
            if (!name.isEmpty())
                parts.data[name] = bytes;
            if (!info.isEmpty())
                parts.tags["bag-info.txt"] = info;
            return parts.parts();
        };
    };
    const QString audit = QStringLiteral("data/audit.jsonl");
    const auto changed = [](QList<domain::AuditEntry> &entries) { entries[1].actor = QStringLiteral("bob"); };
    const auto missing = [](QList<domain::AuditEntry> &entries) { entries.removeAt(1); };
    const QByteArray whole = audited(3);
    const QByteArray cut = whole.first(whole.lastIndexOf('\n', -2) + 1);
    QList<domain::AuditEntry> chain;
    audited(3, [&chain](QList<domain::AuditEntry> &entries) { chain = entries; });
    const QByteArray head = "Arbiter-Audit-Head: 3 " + chain.constLast().hash + '\n';
    return {
        {"program as picture", IntakeFault::EvidenceType, entry, [] { return withPicture("\x7f" "ELF and more").parts(); }, true},
        {"page as picture", IntakeFault::EvidenceType, entry, [] { return withPicture("<html><script>").parts(); }, true},
        {"picture as film", IntakeFault::EvidenceType, entry, [] { return withPicture(pictureBytes(), "video").parts(); }, true},
        {"picture as words", IntakeFault::EvidenceType, entry, [] { return withPicture(pictureBytes(), "text").parts(); }, true},
        {"nothing in it", IntakeFault::EvidenceEmpty, entry, [] { return withPicture({}).parts(); }, true},
        {"words too long", IntakeFault::EvidenceTooLarge, entry, [] { return withPicture(QByteArray(17 * 1024 * 1024, 'x'), "text").parts(); }, true},
        {"words in another encoding", IntakeFault::EvidenceBad, entry, [] { return withPicture("\xC4\xE3\xBA\xC3", "text").parts(); }, true},
        {"control characters further on", IntakeFault::EvidenceBad, entry, [] { return withPicture(QByteArray(1000, 'x') + '\0', "text").parts(); }, true},
        {"chat of another shape", IntakeFault::EvidenceBad, entry, [] { return withPicture(R"([{"id":"1","at":"noon","from":"buyer"}])", "chat").parts(); }, true},
        {"parcel of another shape", IntakeFault::EvidenceBad, entry, [] { return withPicture(R"([{"place":"here"}])", "logistics").parts(); }, true},
        {"listing picture not there", IntakeFault::FileMissing, QStringLiteral("data/evidence/listing.jpg"), [] {
             QJsonObject file = plainCase(QStringLiteral("T-1"));
             QJsonObject order = file.value(QStringLiteral("order")).toObject();
             order.insert(QStringLiteral("listing"), QJsonObject{{QStringLiteral("images"), QJsonArray{QStringLiteral("evidence/listing.jpg")}}});
             return bundleOf(with(file, "order", order)).parts();
         }, true},
        {"ruling that is none", IntakeFault::SchemaViolation, QStringLiteral("data/ruling.json"), sealedWith("ruling.json", R"({"outcome":"mercy"})"), true},
        {"ruling that is no JSON", IntakeFault::BadJson, QStringLiteral("data/ruling.json"), sealedWith("ruling.json", "{"), true},
        {"record changed", IntakeFault::AuditBroken, audit, sealedWith("audit.jsonl", audited(3, changed)), true},
        {"record with a hole", IntakeFault::AuditBroken, audit, sealedWith("audit.jsonl", audited(3, missing)), true},
        {"record that is no JSON", IntakeFault::AuditBroken, audit, sealedWith("audit.jsonl", "hello\n"), true},
        {"record cut", IntakeFault::AuditBroken, audit, sealedWith("audit.jsonl", cut, head), true},
        {"record gone", IntakeFault::FileMissing, audit, sealedWith({}, {}, head), true},
    };
}

QList<Bad> allBad()
{
    return badContainers() + badNames() + badBags() + badTexts() + badEvidence();
}

} // namespace

class TstRefusals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesAndKeepsNothing_data();
    void refusesAndKeepsNothing();
    void refusesTheSameInAFolder_data();
    void refusesTheSameInAFolder();
    void refusesLinksAndPipesInAFolder();
    void refusesWhatIsNoBundle();
    void refusesBrokenZips_data();
    void refusesBrokenZips();
    void refusesOverlappingEntries();
    void refusesWhoMayNotImport();
    void namesWhatTheyClashWith();
    void everyRefusalHasATestAndASentence();

private:
    void refused(IntakeDesk &desk, const intake::ImportResult &result, IntakeFault code, const QString &entry);
};

void TstRefusals::refused(IntakeDesk &desk, const intake::ImportResult &result, IntakeFault code, const QString &entry)
{
    QCOMPARE(domain::toCode(result.state), QStringLiteral("refused"));
    QVERIFY(result.error);
    QCOMPARE(QString(domain::toCode(result.error->code) + u' ' + result.error->detail).section(u' ', 0, 0), domain::toCode(code));
    if (!entry.isEmpty())
        QCOMPARE(result.error->entry, entry);
    QVERIFY(!intake::describe(*result.error).contains(QStringLiteral("%1")));
    QCOMPARE(desk.cases(), 0);
    QCOMPARE(desk.objects(), QStringList());
    QCOMPARE(desk.leftovers(), QStringList());
}

void TstRefusals::refusesAndKeepsNothing_data()
{
    QTest::addColumn<int>("row");
    const QList<Bad> rows = allBad();
    for (int n = 0; n < rows.size(); ++n)
        QTest::newRow(rows.at(n).name) << n;
}

void TstRefusals::refusesAndKeepsNothing()
{
    QFETCH(int, row);
    const Bad bad = allBad().at(row);
    intake::ImportOptions options;
    if (bad.limits)
        bad.limits(options.limits);
    IntakeDesk desk;
    refused(desk, desk.importZip(zipOf(bad.parts()), options), bad.code, bad.entry);
}

void TstRefusals::refusesTheSameInAFolder_data()
{
    QTest::addColumn<int>("row");
    const QList<Bad> rows = allBad();
    for (int n = 0; n < rows.size(); ++n) {
        if (rows.at(n).folder)
            QTest::newRow(rows.at(n).name) << n;
    }
}

void TstRefusals::refusesTheSameInAFolder()
{
    QFETCH(int, row);
    const Bad bad = allBad().at(row);
    intake::ImportOptions options;
    if (bad.limits)
        bad.limits(options.limits);
    IntakeDesk desk;
    const QString folder = desk.path(QStringLiteral("in.arbcase"));
    writeFolder(folder, bad.parts());
    // Which of two clashing names comes first is the zip's order here and the alphabet's there.
    // And a name too long is met on the way down already.
    const bool same = bad.code != IntakeFault::DuplicateName && bad.code != IntakeFault::PathTooLong;
    refused(desk, desk.import(folder, options).constFirst(), bad.code, same ? bad.entry : QString());
}

void TstRefusals::refusesLinksAndPipesInAFolder()
{
    const QList<ZipPart> parts = plainBundle().parts();
    {
        IntakeDesk desk;
        const QString folder = desk.path(QStringLiteral("in"));
        writeFolder(folder, parts);
        QVERIFY(QFile::rename(folder + QStringLiteral("/data/evidence/photo.png"), desk.path(QStringLiteral("photo.png"))));
        QVERIFY(QFile::link(desk.path(QStringLiteral("photo.png")), folder + QStringLiteral("/data/evidence/photo.png")));
        refused(desk, desk.import(folder).constFirst(), IntakeFault::Link, QStringLiteral("data/evidence/photo.png"));
    }
    {
        IntakeDesk desk;
        const QString folder = desk.path(QStringLiteral("in"));
        writeFolder(folder, parts);
        QVERIFY(QDir().rename(folder + QStringLiteral("/data/evidence"), desk.path(QStringLiteral("evidence"))));
        QVERIFY(QFile::link(desk.path(QStringLiteral("evidence")), folder + QStringLiteral("/data/evidence")));
        refused(desk, desk.import(folder).constFirst(), IntakeFault::Link, QStringLiteral("data/evidence"));
    }
    {
        IntakeDesk desk;
        const QString folder = desk.path(QStringLiteral("in"));
        writeFolder(folder, parts);
        QCOMPARE(::mkfifo(QFile::encodeName(folder + QStringLiteral("/data/evidence/pipe")).constData(), 0600), 0);
        refused(desk, desk.import(folder).constFirst(), IntakeFault::SpecialFile, QStringLiteral("data/evidence/pipe"));
    }
}

void TstRefusals::refusesWhatIsNoBundle()
{
    IntakeDesk desk;
    const auto code = [&desk](const QString &path) {
        const QList<intake::ImportResult> results = desk.import(path);
        return results.size() == 1 && results.constFirst().error ? domain::toCode(results.constFirst().error->code) : QStringLiteral("?");
    };
    writeFile(desk.path(QStringLiteral("hello.txt")), "hello");
    QDir().mkpath(desk.path(QStringLiteral("empty")));
    writeFile(desk.path(QStringLiteral("none.jsonl")), "\n\n");
    QCOMPARE(::mkfifo(QFile::encodeName(desk.path(QStringLiteral("pipe.arbcase"))).constData(), 0600), 0);
    QCOMPARE(code(desk.path(QStringLiteral("nowhere"))), QStringLiteral("not_found"));
    QCOMPARE(code(desk.path(QStringLiteral("hello.txt"))), QStringLiteral("not_a_bundle"));
    QCOMPARE(code(desk.path(QStringLiteral("empty"))), QStringLiteral("no_bundles"));
    QCOMPARE(code(desk.path(QStringLiteral("none.jsonl"))), QStringLiteral("no_bundles"));
    QCOMPARE(code(desk.path(QStringLiteral("pipe.arbcase"))), QStringLiteral("unreadable"));
}

void TstRefusals::refusesBrokenZips_data()
{
    QTest::addColumn<QByteArray>("zip");
    const QByteArray good = zipOf(plainBundle().parts());
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("words") << QByteArray("PK hello");
    QTest::newRow("cut") << good.chopped(1);
    QTest::newRow("half") << good.first(good.size() / 2);
    QTest::newRow("something before") << QByteArray("x" + good);
    QTest::newRow("something after") << QByteArray(good + "x");
    QByteArray directory = good;
    directory[good.size() - 6] = static_cast<char>(directory.at(good.size() - 6) + 1); // where the directory begins
    QTest::newRow("directory moved") << directory;
    QByteArray count = good;
    count[good.size() - 12] = 99;
    count[good.size() - 14] = 99;
    QTest::newRow("more entries than there are") << count;
    QByteArray local = good;
    local[0] = 'X';
    QTest::newRow("first header gone") << local;
}

void TstRefusals::refusesBrokenZips()
{
    QFETCH(QByteArray, zip);
    IntakeDesk desk;
    refused(desk, desk.importZip(zip), IntakeFault::BadZip, {});
}

void TstRefusals::refusesOverlappingEntries()
{
    // Ten directory entries that all point at the same packed megabyte.
    QList<ZipPart> parts{extra("data/evidence/a", QByteArray(1024 * 1024, 'x'))};
    QByteArray zip = zipOf(parts);
    const qsizetype start = zip.indexOf("PK\x01\x02");
    const qsizetype end = zip.lastIndexOf("PK\x05\x06");
    const QByteArray one = zip.sliced(start, end - start);
    QByteArray directory;
    for (char c = 'a'; c < 'k'; ++c)
        directory += QByteArray(one).replace("evidence/a", QByteArray(QByteArray("evidence/") + c));
    QByteArray tail = zip.sliced(end);
    tail[8] = tail[10] = 10;
    qToLittleEndian<quint32>(static_cast<quint32>(directory.size()), tail.data() + 12);
    zip = zip.first(start) + directory + tail;
    IntakeDesk desk;
    refused(desk, desk.importZip(zip), IntakeFault::TooCompressed, QStringLiteral("data/evidence/b"));
}

void TstRefusals::refusesWhoMayNotImport()
{
    IntakeDesk desk;
    desk.actor = {};
    desk.actor.person.role = usecases::Role::Auditor;
    desk.actor.person.name = QStringLiteral("eve");
    refused(desk, desk.importZip(zipOf(plainBundle().parts())), IntakeFault::NotAllowed, {});
}

void TstRefusals::namesWhatTheyClashWith()
{
    IntakeDesk desk;
    QList<ZipPart> parts = plainBundle().parts();
    parts.append(extra("data/evidence/PHOTO.png"));
    const auto result = desk.importZip(zipOf(parts));
    QCOMPARE(result.error->detail, QStringLiteral("data/evidence/photo.png"));
    QVERIFY(intake::describe(*result.error).contains(QStringLiteral("PHOTO.png")));
    const auto violated = desk.importZip(zipOf(bundleOf(withExhibit(plainCase(QStringLiteral("T-1")), 1, "kind", QStringLiteral("hologram"))).parts()));
    QVERIFY2(violated.error->detail.contains(QStringLiteral("/exhibits/1/kind")), qPrintable(violated.error->detail));
    // A name cannot smuggle places or hidden characters into the sentence.
    const QString sentence = intake::describe({IntakeFault::DuplicateName, QStringLiteral("%2\u202e"), QStringLiteral("%1")});
    QVERIFY2(sentence.contains(QStringLiteral("“%2\\u202e” and “%1”")), qPrintable(sentence));
}

void TstRefusals::everyRefusalHasATestAndASentence()
{
    QSet<QString> tested;
    for (const Bad &bad : allBad())
        tested.insert(domain::toCode(bad.code));
    // Tested above on their own, or in tst_import (stopped), tst_vault (our own side) and tst_bag (the seal, write_failed).
    for (const char *code : {"not_found", "unreadable", "not_a_bundle", "no_bundles", "not_allowed", "stopped", "no_space", "vault_not_writable",
                             "vault_broken", "container_changed", "write_failed", "store_busy", "store_read_only", "store_offline", "store_broken"})
        tested.insert(QString::fromLatin1(code));
    QFile document(QStringLiteral(ARB_SOURCE_DIR "/docs/bundle.md"));
    QVERIFY(document.open(QIODevice::ReadOnly));
    const QByteArray written = document.readAll();
    for (const auto &row : domain::codeTable<IntakeFault>()) {
        QVERIFY2(tested.contains(QString::fromLatin1(row.code)), row.code);
        QVERIFY2(intake::describe({row.value, QStringLiteral("x"), QStringLiteral("y")}) != QString::fromLatin1(row.code), row.code);
        QVERIFY2(written.contains(QByteArray('`' + QByteArray(row.code) + '`')), row.code);
    }
}

} // namespace arb::tests

QObject *make_tst_refusals();
QObject *make_tst_refusals()
{
    return new arb::tests::TstRefusals;
}

#include "tst_refusals.moc"
