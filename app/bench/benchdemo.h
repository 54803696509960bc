// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QByteArray>
#include <QtCore/QStringList>
#include <QtCore/QTemporaryDir>

namespace arb::app {

/// A demo of a benchmark's scale in a place that goes with the object.
struct BenchDemo
{
    QTemporaryDir place;
    QString address, vault;

    bool make(const BenchContext &context, QString *problem);
    /// In the database at @p on, which must be empty; empty: a file of its own.
    bool make(const BenchContext &context, const QString &on, QString *problem);
    QString file() const { return address.mid(7); }
};

/// The translations' context of the benchmarks.
struct BenchWords
{
    Q_DECLARE_TR_FUNCTIONS(Bench)
};

/// Wall time of a child of this program, and the most memory it held (MB); -1 when it failed.
struct ChildRun
{
    double ms = -1, peakMb = 0;
    QByteArray out;
};
ChildRun runChild(const QStringList &arguments);

} // namespace arb::app
