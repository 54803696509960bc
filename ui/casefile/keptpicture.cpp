// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/keptpicture.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QCryptographicHash>
#include <QtCore/QDir>
#include <QtCore/QTemporaryFile>

namespace arb::ui {

std::optional<KeptPicture> keepPicture(const QImage &image, const domain::Citation &place)
{
    const QImage cut = place.region ? image.copy(*place.region) : image;
    const bool isInside = !place.region || image.rect().contains(*place.region);
    if (cut.isNull() || !isInside)
        return std::nullopt;
    // Bare pixels: what a decoder noted beside them (texts, resolution) would be no part of what was seen.
    QImage bare = cut.convertToFormat(cut.hasAlphaChannel() ? QImage::Format_RGBA8888 : QImage::Format_RGB888);
    for (const QString &key : bare.textKeys())
        bare.setText(key, QString());
    KeptPicture kept;
    kept.bytes = std::make_shared<QTemporaryFile>(QDir::temp().filePath(QStringLiteral("arbiter-XXXXXX.png")));
    if (!kept.bytes->open() || !bare.save(kept.bytes.get(), "PNG") || !kept.bytes->flush() || !kept.bytes->seek(0))
        return std::nullopt;
    QCryptographicHash sum(QCryptographicHash::Sha256);
    if (!sum.addData(kept.bytes.get()))
        return std::nullopt;
    domain::Derivation from;
    from.exhibit = place.exhibit;
    from.sha256 = place.sha256;
    from.how = place.region ? domain::DerivedHow::Crop : domain::DerivedHow::Frame;
    from.frame = place.frame;
    from.pts = place.pts;
    from.page = place.page;
    from.region = place.region;
    from.tool = QStringLiteral("arbiter %1").arg(QCoreApplication::applicationVersion()).trimmed();
    kept.file.kind = domain::ExhibitKind::Image;
    kept.file.fileName = QStringLiteral("picture.png");
    kept.file.path = kept.bytes->fileName();
    kept.file.sha256 = sum.result().toHex();
    kept.file.size = kept.bytes->size();
    kept.file.facts = QJsonObject{{QStringLiteral("format"), QStringLiteral("png")}, {QStringLiteral("width"), bare.width()}, {QStringLiteral("height"), bare.height()}};
    kept.file.derivedFrom = from;
    return kept;
}

} // namespace arb::ui
