// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <usecases/opencase.h>

#include <ui/evidenceports.h>

#include <domain/masking.h>
#include <domain/timeline.h>

#include <QtCore/QObject>

#include <functional>

namespace arb::ui {

/// Has the exported chats and the texts of a case read in the background, one after the other, for its timeline. What is read
/// already, in the same way and beside the same log, is not read again.
class ExportRound final : public QObject
{
    Q_OBJECT

public:
    using Readings = std::function<domain::ChatReading(const domain::Exhibit &)>;

    explicit ExportRound(EvidenceLoader &loader, QObject *parent = nullptr);
    /// @p readings: how each of them is read, as somebody said.
    void follow(const usecases::CaseView &view, const Readings &readings);
    void leave();
    /// As far as they are read.
    const QList<domain::ExportedChat> &exports() const { return m_exports; }

Q_SIGNALS:
    void readFurther(); ///< there is one more

private:
    struct Wish
    {
        QString exhibit;
        QByteArray sha256;
        domain::ExhibitKind kind = domain::ExhibitKind::Chat;
        domain::ChatReading reading; ///< of a chat
        bool operator==(const Wish &) const = default;
    };
    void next();
    void readChat(const Wish &wish);
    void readText(const Wish &wish);
    void take(const domain::ExportedChat &read);

    EvidenceLoader &m_loader;
    domain::CaseId m_case;
    QList<Wish> m_wishes;
    QList<domain::ChatMessage> m_platform;
    QList<domain::ExportedChat> m_exports;
    qsizetype m_next = 0;
    bool m_masked = true;
    domain::Masks m_masks; ///< of the case, for its texts
    EvidenceLoader::Ticket m_ticket = 0;
};

} // namespace arb::ui
