// SPDX-License-Identifier: GPL-3.0-or-later
// The child of `bench chat`: the viewer with a long log of the platform, opened, searched and scrolled as a person does it.
#include "benchdemo.h"
#include "benchdesk.h"

#include <ui/viewers.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QElapsedTimer>
#include <QtCore/QEventLoop>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListView>
#include <QtWidgets/QScrollBar>

#include <algorithm>
#include <array>
#include <cstdio>
#include <ctime>
#include <functional>
#include <memory>
#include <random>

namespace arb::app {

namespace {

/// Nothing but chats of the case itself are shown: no file is ever asked for.
class NoFiles final : public ui::EvidenceLoader
{
public:
    Ticket picture(const QByteArray &, QSize, QObject *, std::function<void(const ui::Shown<ui::Picture> &)>) override { return 0; }
    Ticket document(const QByteArray &, QObject *, std::function<void(const ui::Shown<ui::DocumentInfo> &)>) override { return 0; }
    Ticket page(const QByteArray &, int, QObject *, std::function<void(const ui::Shown<ui::Picture> &)>) override { return 0; }
    Ticket pageWords(const QByteArray &, int, int, QObject *, std::function<void(const ui::Shown<QList<QList<ui::PageWord>>> &)>) override { return 0; }
    Ticket bytes(const QByteArray &, qint64, QObject *, std::function<void(const ui::Shown<QByteArray> &)>) override { return 0; }
    void cancel(Ticket) override {}
    std::unique_ptr<ui::FrameSource> film(const QByteArray &) override { return nullptr; }
    void prefetch(const QList<QByteArray> &, QSize) override {}
};

/// Two parties over some months: short and long messages in two languages, replies, recalls, edits, silences.
QList<domain::ChatMessage> longChat(int count)
{
    static constexpr std::array phrases{"包裹已经签收了", "杯子碎了", "please send a picture", "退款什么时候到", "ok", "We are sorry to hear that and will look into it", "第二行\n物流单号 SF1234567890"};
    std::mt19937_64 random(1);
    QList<domain::ChatMessage> chat;
    chat.reserve(count);
    domain::UtcMs at = domain::UtcMs::fromPlatform(QDate(2026, 1, 1), QTime(9, 0));
    for (int n = 1; n <= count; ++n) {
        at = at.plusMs(domain::secondMs * static_cast<qint64>(1 + random() % (n % 200 == 0 ? 40'000U : 90U)));
        domain::ChatMessage message;
        message.id = QStringLiteral("m%1").arg(n);
        message.at = at;
        message.from = n % 97 == 0 ? domain::Party::Platform : random() % 2 == 0 ? domain::Party::Buyer : domain::Party::Merchant;
        for (std::size_t words = 1 + random() % (n % 50 == 0 ? 40U : 5U); words > 0; --words)
            message.text += QString::fromUtf8(phrases.at(random() % phrases.size())) + u' ';
        if (n % 13 == 0)
            message.replyTo = QStringLiteral("m%1").arg(n - 7);
        if (n % 101 == 0)
            message.recalledAt = at.plusMs(domain::minuteMs);
        chat.append(message);
    }
    return chat;
}

/// CPU time of this thread, the window's: what others compute meanwhile stalls nobody.
double threadMs()
{
    timespec now{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

double wallMs(const std::function<void()> &work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

/// The longest of so many steps, each with everything that the window does after it.
double longestStep(int steps, const std::function<void(int)> &step)
{
    double longest = 0;
    for (int n = 0; n < steps; ++n) {
        const double before = threadMs();
        step(n);
        QCoreApplication::processEvents();
        longest = std::max(longest, threadMs() - before);
    }
    return longest;
}

void press(QWidget &widget, int key)
{
    QKeyEvent down(QEvent::KeyPress, key, Qt::NoModifier), up(QEvent::KeyRelease, key, Qt::NoModifier);
    QCoreApplication::sendEvent(&widget, &down);
    QCoreApplication::sendEvent(&widget, &up);
}

struct ChatWindow
{
    QWidget window;
    std::unique_ptr<ui::ViewerWidget> viewer;
    QListView *list = nullptr;
    QLineEdit *field = nullptr;
    QLabel *count = nullptr;
};

double searchMs(ChatWindow &in, const QString &words)
{
    in.field->clear();
    QCoreApplication::processEvents();
    return wallMs([&in, &words] {
        in.field->setText(words);
        QElapsedTimer patience;
        patience.start();
        while (in.count->text().isEmpty() && patience.elapsed() < 10'000)
            QCoreApplication::processEvents(QEventLoop::AllEvents, 1);
    });
}

} // namespace

int workOnChatInWindow(int messages)
{
    ui::EvidenceRef ref;
    ref.kind = domain::ExhibitKind::Chat;
    ref.chat = longChat(messages);
    NoFiles loader;
    ChatWindow in;
    in.window.resize(640, 700);
    in.viewer.reset(ui::findViewer(QStringLiteral("chat"))->create(loader, &in.window));
    in.viewer->setGeometry(in.window.rect());
    in.window.show();
    QCoreApplication::processEvents();
    in.list = in.viewer->findChild<QListView *>(QStringLiteral("chatList"));
    in.field = in.viewer->findChild<QLineEdit *>(QStringLiteral("viewerSearch"));
    in.count = in.viewer->findChild<QLabel *>(QStringLiteral("viewerSearchCount"));
    if (!in.list || !in.field || !in.count)
        return 1;
    QList<double> opened, chinese, english, nothing;
    constexpr int rounds = 5;
    for (int round = 0; round < rounds; ++round) {
        in.viewer->clear();
        QCoreApplication::processEvents();
        opened.append(wallMs([&in, &ref] {
            in.viewer->show(ref);
            QCoreApplication::processEvents();
            in.list->viewport()->repaint();
        }));
        // The first search may come before its words are folded: it is the one that counts most.
        chinese.append(searchMs(in, QStringLiteral("退款")));
        english.append(searchMs(in, QStringLiteral("Picture")));
        nothing.append(searchMs(in, QStringLiteral("no message has this")));
    }
    in.field->clear();
    in.list->setFocus();
    press(*in.list, Qt::Key_Home);
    constexpr int patience = 1'000'000;
    int pages = 0, before = -1;
    double paging = 0;
    while (in.list->currentIndex().row() != before && pages++ < patience) {
        before = in.list->currentIndex().row();
        // A message taller than the page is read to its end before the next one comes.
        paging = std::max(paging, longestStep(1, [&in](int) { press(*in.list, Qt::Key_PageDown); }));
        if (in.list->currentIndex().row() == before)
            paging = std::max(paging, longestStep(40, [&in](int) { press(*in.list, Qt::Key_PageDown); }));
    }
    if (in.list->currentIndex().row() + 1 < in.list->model()->rowCount())
        return 1; // it did not come to the end
    const double ends = longestStep(20, [&in](int step) { press(*in.list, step % 2 == 0 ? Qt::Key_Home : Qt::Key_End); });
    QScrollBar *bar = in.list->verticalScrollBar();
    bar->setSliderDown(true);
    constexpr int places = 1'000;
    const double dragging = longestStep(places, [bar](int step) { bar->setSliderPosition(static_cast<int>(qint64(bar->maximum()) * (step + 1) / places)); });
    bar->setSliderDown(false);
    std::printf("%.3f\n%.3f\n%.3f\n%.3f\n%.3f\n%.3f\n%.3f\n", median(opened), *std::max_element(chinese.begin(), chinese.end()),
                *std::max_element(english.begin(), english.end()), *std::max_element(nothing.begin(), nothing.end()), paging, dragging, ends);
    return 0;
}

QList<BenchLine> benchChat(const BenchContext &context, QString *problem)
{
    if (!context.progress(BenchWords::tr("chat")))
        return {};
    const ChildRun window = runChild({QStringLiteral("bench"), QStringLiteral("--chat-window"), QString::number(context.scale)});
    const QList<QByteArray> figures = window.out.split('\n');
    constexpr qsizetype asked = 7;
    if (window.ms < 0 || figures.size() < asked) {
        *problem = BenchWords::tr("the window could not be measured");
        return {};
    }
    constexpr double openLimit = 150, searchLimit = 100, stallLimit = 16;
    const QString ms = QStringLiteral("ms");
    const auto line = [&](const QString &what, qsizetype at, double limit) { return BenchLine{what, figures.at(at).toDouble(), 0, ms, limit}; };
    return {line(BenchWords::tr("a chat of %1 messages to its first lines").arg(context.scale), 0, openLimit),
            line(BenchWords::tr("searching it for two Chinese characters, longest of five"), 1, searchLimit),
            line(BenchWords::tr("searching it for an English word, the same"), 2, searchLimit),
            line(BenchWords::tr("searching it for what it does not have, the same"), 3, searchLimit),
            line(BenchWords::tr("scrolling it page by page to its end: longest stall of the window's thread, CPU"), 4, stallLimit),
            line(BenchWords::tr("dragging through it, the same"), 5, stallLimit),
            line(BenchWords::tr("jumping from end to end, the same"), 6, stallLimit)};
}

} // namespace arb::app
