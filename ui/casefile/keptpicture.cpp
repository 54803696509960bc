// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/keptpicture.h>

#include <presentation/readingcard.h>
#include <presentation/recordwords.h>

#include <QtCore/QBuffer>
#include <QtCore/QCoreApplication>
#include <QtCore/QCryptographicHash>

namespace arb::ui {

namespace {

/// As exhibits are made here: of the place, by this program.
domain::Derivation derivationOf(const domain::Citation &place, domain::DerivedHow how)
{
    domain::Derivation from;
    from.exhibit = place.exhibit;
    from.sha256 = place.sha256;
    from.how = how;
    from.frame = place.frame;
    from.pts = place.pts;
    from.page = place.page;
    from.region = place.region;
    from.tool = QStringLiteral("arbiter %1").arg(QCoreApplication::applicationVersion()).trimmed();
    return from;
}

void setBytes(usecases::SupplementFile &kept)
{
    kept.sha256 = QCryptographicHash::hash(kept.bytes, QCryptographicHash::Sha256).toHex();
    kept.size = kept.bytes.size();
}

} // namespace

std::optional<usecases::SupplementFile> keepPicture(const QImage &image, const domain::Citation &place)
{
    const QImage cut = place.region ? image.copy(*place.region) : image;
    const bool isInside = !place.region || image.rect().contains(*place.region);
    if (cut.isNull() || !isInside)
        return std::nullopt;
    // Bare pixels: what a decoder noted beside them (texts, resolution) would be no part of what was seen.
    const QImage full = cut.convertToFormat(cut.hasAlphaChannel() ? QImage::Format_RGBA8888 : QImage::Format_RGB888);
    const QImage bare(full.constBits(), full.width(), full.height(), full.bytesPerLine(), full.format()); // an emptied text keeps its key
    usecases::SupplementFile kept;
    QBuffer buffer(&kept.bytes);
    if (!buffer.open(QIODevice::WriteOnly) || !bare.save(&buffer, "PNG"))
        return std::nullopt;
    buffer.close();
    kept.kind = domain::ExhibitKind::Image;
    kept.fileName = QStringLiteral("picture.png");
    setBytes(kept);
    kept.facts = QJsonObject{{QStringLiteral("format"), QStringLiteral("png")}, {QStringLiteral("width"), bare.width()}, {QStringLiteral("height"), bare.height()}};
    kept.derivedFrom = derivationOf(place, place.region ? domain::DerivedHow::Crop : domain::DerivedHow::Frame);
    return kept;
}

std::optional<usecases::SupplementFile> keepReadWords(const domain::MachineReading &reading, const domain::Citation &place, const domain::CaseFile &file)
{
    const domain::MachineReading there = domain::maskedReading(place.region ? domain::readingIn(reading, *place.region) : reading);
    const QString text = presentation::readingExhibitText(there, presentation::citationReference(place, file));
    if (text.isEmpty())
        return std::nullopt;
    usecases::SupplementFile kept;
    kept.kind = domain::ExhibitKind::Text;
    kept.fileName = QStringLiteral("reading.txt");
    kept.bytes = text.toUtf8();
    setBytes(kept);
    kept.derivedFrom = derivationOf(place, domain::DerivedHow::Ocr);
    return kept;
}

} // namespace arb::ui
