// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <media/decodeservice.h>
#include <media/mediaerror.h>

#include <domain/machinereading.h>

#include <QtCore/QLatin1StringView>
#include <QtCore/QString>

namespace arb::media {

/// Reads words in pictures: in helpers of their own (arbiter-read), locked in like those that decode, at low priority. The
/// data that tells characters apart is a package of its own; without it nothing is read and everything else works.
class TextReading
{
public:
    struct Options
    {
        QString program;                          ///< path of arbiter-read; empty: it is missing
        QString data;                             ///< path of chi_sim.traineddata; empty: it is missing
        Protection most = Protection::Namespaces; ///< tests hold each rung to its word
        QStringList extraArguments = {};          ///< for test helpers
        DecodeLimits limits = {};
    };
    static constexpr int seconds = 20; ///< for one picture, at most
    /// Names the language and the recipe of what is read. To be raised when another recipe reads otherwise: what was kept of
    /// the one before is then read anew.
    static constexpr QLatin1StringView recipe{"chi_sim-2"};

    explicit TextReading(const Options &options);
    /// arbiter-read near @p folder, and the reading data where packages put it.
    static Options optionsNear(const QString &folder);

    /// Helper and data are there; nothing is started to find out.
    bool isThere() const { return !m_program.isEmpty() && !m_data.isEmpty(); }
    void setLimits(const DecodeLimits &limits) { m_helpers.setLimits(limits); }
    /// Every call that waits, and every later one, ends with Abandoned.
    void close() { m_helpers.close(); }

    /// What stands in the picture in @p fd (not moved, not owned), which is a file of @p origin. NoTool without helper or data.
    /// Blocks, at most `seconds`; may be called from several threads at once.
    Media<domain::MachineReading> read(const QString &origin, int fd, const Abandoned &abandoned = {}) const;

private:
    Media<domain::MachineReading> readOnce(const QString &origin, int file, const Abandoned &abandoned) const;

    QString m_program, m_data;
    DecodeService m_helpers;
};

} // namespace arb::media
