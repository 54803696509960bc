// SPDX-License-Identifier: GPL-3.0-or-later
#include "exportround.h"

#include <utility>

namespace arb::ui {

ExportRound::ExportRound(EvidenceLoader &loader, QObject *parent)
    : QObject(parent), m_loader(loader)
{
}

void ExportRound::follow(const usecases::CaseView &view, const Readings &readings)
{
    const domain::CaseFile &file = view.record.file;
    QList<Wish> wishes;
    for (const domain::Exhibit &exhibit : file.exhibits) {
        if (exhibit.kind == domain::ExhibitKind::Chat && !exhibit.sha256.isEmpty() && !exhibit.derivedFrom)
            wishes.append({exhibit.id, exhibit.sha256, readings(exhibit)});
    }
    const bool isMasked = !view.unmasked;
    if (m_case == view.record.header.id && m_wishes == wishes && m_masked == isMasked && m_platform == file.chat)
        return;
    leave(); // nothing that was read unmasked stays when masks come back
    m_case = view.record.header.id;
    m_wishes = std::move(wishes);
    m_masked = isMasked;
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
        m_ticket = m_loader.chatLog(wish.sha256, wish.reading, m_platform, m_masked, this, [this, exhibit = wish.exhibit](const Shown<ReadChat> &read) {
            m_ticket = 0;
            if (read && !read->dated.isEmpty())
                m_exports.append({exhibit, read->dated});
            next();
            if (read && !read->dated.isEmpty())
                Q_EMIT readFurther();
        });
    }
}

} // namespace arb::ui
