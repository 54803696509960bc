// SPDX-License-Identifier: GPL-3.0-or-later
#include "exportround.h"

#include <domain/timelinerules.h>

#include <utility>

namespace arb::ui {

namespace {

constexpr qint64 mostStatementBytes = 1024 * 1024; ///< a longer text is no statement

} // namespace

ExportRound::ExportRound(EvidenceLoader &loader, QObject *parent)
    : QObject(parent), m_loader(loader)
{
}

void ExportRound::follow(const usecases::CaseView &view, const Readings &readings)
{
    const domain::CaseFile &file = view.record.file;
    QList<Wish> wishes;
    for (const domain::Exhibit &exhibit : file.exhibits) {
        if (exhibit.sha256.isEmpty() || exhibit.derivedFrom)
            continue;
        if (exhibit.kind == domain::ExhibitKind::Chat)
            wishes.append({exhibit.id, exhibit.sha256, exhibit.kind, readings(exhibit)});
        else if (exhibit.kind == domain::ExhibitKind::Text && !file.chat.isEmpty()) // else there is nothing it could quote
            wishes.append({exhibit.id, exhibit.sha256, exhibit.kind, {}});
    }
    const bool isMasked = !view.unmasked;
    if (m_case == view.record.header.id && m_wishes == wishes && m_masked == isMasked && m_platform == file.chat)
        return;
    leave(); // nothing that was read unmasked stays when masks come back
    m_case = view.record.header.id;
    m_wishes = std::move(wishes);
    m_masked = isMasked;
    m_masks = view.masks;
    m_platform = file.chat;
    next();
}

void ExportRound::leave()
{
    if (m_ticket != 0)
        m_loader.cancel(std::exchange(m_ticket, 0));
    m_case = {};
    m_wishes.clear();
    m_platform.clear();
    m_exports.clear();
    m_next = 0;
}

void ExportRound::next()
{
    while (m_ticket == 0 && m_next < m_wishes.size()) {
        const Wish wish = m_wishes.at(m_next++);
        if (wish.kind == domain::ExhibitKind::Text)
            readText(wish);
        else
            readChat(wish);
    }
}

void ExportRound::readChat(const Wish &wish)
{
    m_ticket = m_loader.chatLog(wish.sha256, wish.reading, m_platform, m_masked, this,
                                [this, exhibit = wish.exhibit](const Shown<ReadChat> &read) {
                                    take(read ? domain::ExportedChat{exhibit, read->dated, read->words} : domain::ExportedChat{});
                                });
}

/// Its beginning, as masked as the chat that it is compared with.
void ExportRound::readText(const Wish &wish)
{
    m_ticket = m_loader.bytes(wish.sha256, mostStatementBytes, this, [this, exhibit = wish.exhibit](const Shown<QByteArray> &bytes) {
        const QString words = bytes ? QString::fromUtf8(*bytes).left(domain::mostStatementWords) : QString();
        take({exhibit, {}, m_masked ? m_masks.hide(words) : words});
    });
}

void ExportRound::take(const domain::ExportedChat &read)
{
    m_ticket = 0;
    const bool isNews = !read.events.isEmpty() || !read.words.isEmpty();
    if (isNews)
        m_exports.append(read);
    next();
    if (isNews)
        Q_EMIT readFurther();
}

} // namespace arb::ui
