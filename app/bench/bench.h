// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QList>
#include <QtCore/QString>

#include <functional>
#include <span>

namespace arb::app {

/// One figure: ours beside the bare library's doing the same work in the same run.
struct BenchLine
{
    QString what;
    double ours = 0, bare = 0; ///< in `unit`; bare 0: nothing bare to compare with
    QString unit;              ///< "ms", "MB", "a second" …
    double limit = 0;          ///< what the project asks for, of ours (or of the ratio where ofRatio); 0: none
    bool ofRatio = false;
    bool atLeast = false; ///< more is better: the limit is the least
    double ratio() const { return bare > 0 ? ours / bare : 0; }
    bool met() const
    {
        const double figure = ofRatio ? ratio() : ours;
        return limit <= 0 || (atLeast ? figure >= limit : figure <= limit);
    }
};

struct BenchContext
{
    int scale = 0; ///< 0: the benchmark's own default
    QString server; ///< address of an empty PostgreSQL database, for benchmarks that need one
    std::function<bool(const QString &)> progress; ///< how far it is; false: stop, clean up and answer nothing
};

/// A benchmark: its lines, or a sentence why it could not run.
struct Benchmark
{
    const char *name;
    const char *purpose; ///< English, context "Help"
    int defaultScale;
    QList<BenchLine> (*run)(const BenchContext &, QString *problem);
    bool needsServer = false; ///< `bench all` without --db leaves it out, and says so
};
std::span<const Benchmark> benchmarks();

/// Opens the demo cases in a window, one after the other, and prints how long each took until its first exhibit was really
/// on show, a line of ms each: the child that `bench open_case` and `bench start` measure.
/// @p atWork: looks at every exhibit of each and plays the films for a while, as a person does.
int openCasesInWindow(const QString &address, const QString &vault, bool atWork);

/// Works on the queue of a large demo in a window and prints a figure a line: the child of `bench queue_scale`.
int workOnQueueInWindow(const QString &address, const QString &vault);

/// Shows the large JPEGs of @p folder (48.jpg, 12.jpg) and prints a figure a line: the child of `bench pictures`.
int workOnPicturesInWindow(const QString &folder);

/// Pans and zooms a timeline of so many events and prints a figure a line: the child of `bench timeline`.
int workOnTimelineInWindow(int events);

/// Opens, searches and scrolls a chat of so many messages and prints a figure a line: the child of `bench chat`.
int workOnChatInWindow(int messages);

/// The middle and the 95th percentile of @p times.
double median(QList<double> times);
double p95(QList<double> times);

} // namespace arb::app
