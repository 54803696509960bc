// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/keptpicture.h>

#include <QtCore/QBuffer>
#include <QtCore/QCoreApplication>
#include <QtCore/QCryptographicHash>

namespace arb::ui {

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
    domain::Derivation from;
    from.exhibit = place.exhibit;
    from.sha256 = place.sha256;
    from.how = place.region ? domain::DerivedHow::Crop : domain::DerivedHow::Frame;
    from.frame = place.frame;
    from.pts = place.pts;
    from.page = place.page;
    from.region = place.region;
    from.tool = QStringLiteral("arbiter %1").arg(QCoreApplication::applicationVersion()).trimmed();
    kept.kind = domain::ExhibitKind::Image;
    kept.fileName = QStringLiteral("picture.png");
    kept.sha256 = QCryptographicHash::hash(kept.bytes, QCryptographicHash::Sha256).toHex();
    kept.size = kept.bytes.size();
    kept.facts = QJsonObject{{QStringLiteral("format"), QStringLiteral("png")}, {QStringLiteral("width"), bare.width()}, {QStringLiteral("height"), bare.height()}};
    kept.derivedFrom = from;
    return kept;
}

} // namespace arb::ui
