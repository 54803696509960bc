// SPDX-License-Identifier: GPL-3.0-or-later
#include <decode/continuity.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <functional>
#include <numeric>
#include <tuple>
#include <utility>

namespace arb::decode {

namespace {

constexpr int smallWide = SmallLuma::width, smallHigh = SmallLuma::height;
constexpr int mostX = 14, mostY = 8; ///< the shift that is searched, small pixels
constexpr int lookAhead = 20;            ///< frames looked at on either side of the one to be decided
constexpr int usualReach = 5;            ///< of these, so many say what is usual
constexpr std::int64_t stillUs = 500'000, gapUs = 400'000;

// Chosen on the even takes of the labelled set (tests/decode/labelledtakes.h); the odd ones gave the rates that are shown.
constexpr double leftTimes = 1.55, leftMore = 0.9;   ///< a difference jumps when above usual * times + more
constexpr double worstTimes = 1.6, worstMore = 3.0;
constexpr double shiftTimes = 2.6, shiftMore = 1.3;
constexpr double flashLeast = 20; ///< grey levels
constexpr double dipMost = 0.88, blendLeast = 1.6;

using HalfLuma = std::array<std::uint8_t, static_cast<std::size_t>(smallWide / 2) * (smallHigh / 2)>;

HalfLuma halfOf(const SmallLuma &luma)
{
    HalfLuma half;
    for (int y = 0; y < smallHigh / 2; ++y) {
        for (int x = 0; x < smallWide / 2; ++x) {
            const int sum = luma.at(2 * x, 2 * y) + luma.at(2 * x + 1, 2 * y) + luma.at(2 * x, 2 * y + 1) + luma.at(2 * x + 1, 2 * y + 1);
            half[static_cast<std::size_t>(y * (smallWide / 2) + x)] = static_cast<std::uint8_t>((sum + 2) / 4);
        }
    }
    return half;
}

/// Mean difference where @p to, moved back by (dx, dy), covers @p from; @p lighter is taken off first.
double planeDifference(const std::uint8_t *from, const std::uint8_t *to, int width, int height, int dx, int dy, int lighter)
{
    const int x0 = std::max(0, -dx), x1 = std::min(width, width - dx);
    const int y0 = std::max(0, -dy), y1 = std::min(height, height - dy);
    int sum = 0;
    for (int y = y0; y < y1; ++y) {
        const std::uint8_t *a = from + y * width, *b = to + (y + dy) * width + dx;
        for (int x = x0; x < x1; ++x)
            sum += std::abs(b[x] - a[x] - lighter);
    }
    return double(sum) / ((x1 - x0) * (y1 - y0));
}

/// Where between the neighbours of the best whole shift the best one lies.
double parabola(double before, double best, double after)
{
    const double bend = before - 2 * best + after;
    return bend > 1e-9 ? std::clamp((before - after) / (2 * bend), -0.5, 0.5) : 0.0;
}

struct WholeShift
{
    int dx = 0, dy = 0;
    double difference = 1e9;
    void offer(int x, int y, double value)
    {
        if (value < difference)
            *this = {x, y, value};
    }
};

double secondLargest(std::vector<double> values)
{
    if (values.empty())
        return 0;
    std::ranges::sort(values, std::greater<>());
    return values[values.size() > 1 ? 1 : 0];
}

double medianOf(std::vector<double> values)
{
    if (values.empty())
        return 0;
    const auto middle = values.begin() + std::ssize(values) / 2;
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

constexpr int blockWidth = 8, blockHeight = 9, blocksX = smallWide / blockWidth, blocksY = smallHigh / blockHeight;

int blockDifference(const SmallLuma &from, const SmallLuma &to, int x0, int y0, int dx, int dy, int lighter)
{
    int sum = 0;
    for (int y = y0; y < y0 + blockHeight; ++y) {
        for (int x = x0; x < x0 + blockWidth; ++x)
            sum += std::abs(to.at(x + dx, y + dy) - from.at(x, y) - lighter);
    }
    return sum;
}

/// Each block may move up to two pixels away from the shift of all, as things nearer to the camera do.
std::vector<double> blockDifferences(const SmallLuma &from, const SmallLuma &to, int dx, int dy, int lighter)
{
    std::vector<double> differences;
    for (int by = 0; by < blocksY; ++by) {
        for (int bx = 0; bx < blocksX; ++bx) {
            const int x0 = bx * blockWidth, y0 = by * blockHeight;
            int best = -1;
            for (int sy = dy - 2; sy <= dy + 2; ++sy) {
                for (int sx = dx - 2; sx <= dx + 2; ++sx) {
                    if (x0 + sx < 0 || y0 + sy < 0 || x0 + sx + blockWidth > smallWide || y0 + sy + blockHeight > smallHigh)
                        continue;
                    const int difference = blockDifference(from, to, x0, y0, sx, sy, lighter);
                    best = best < 0 ? difference : std::min(best, difference);
                }
            }
            if (best >= 0)
                differences.push_back(double(best) / (blockWidth * blockHeight));
        }
    }
    return differences;
}

int lighterBy(double from, double to)
{
    return static_cast<int>(std::lround(to - from));
}

} // namespace

double ContinuityDetector::shiftedDifference(const Seen &from, const Seen &to, int dx, int dy)
{
    return planeDifference(from.luma.pixels.data(), to.luma.pixels.data(), smallWide, smallHigh, dx, dy, lighterBy(from.mean, to.mean));
}

/// The shift is sought at half size first, then around the best, the expected one and none at full size.
ContinuityDetector::Match ContinuityDetector::match(const Seen &from, const Seen &to, int nearX, int nearY)
{
    const int lighter = lighterBy(from.mean, to.mean);
    WholeShift coarse;
    for (int dy = -mostY / 2; dy <= mostY / 2; ++dy) {
        for (int dx = -mostX / 2; dx <= mostX / 2; ++dx)
            coarse.offer(dx, dy, planeDifference(from.half.data(), to.half.data(), smallWide / 2, smallHigh / 2, dx, dy, lighter));
    }
    WholeShift best;
    const auto refine = [&](int cx, int cy) {
        for (int dy = std::max(cy - 1, -mostY); dy <= std::min(cy + 1, mostY); ++dy) {
            for (int dx = std::max(cx - 1, -mostX); dx <= std::min(cx + 1, mostX); ++dx)
                best.offer(dx, dy, shiftedDifference(from, to, dx, dy));
        }
    };
    refine(2 * coarse.dx, 2 * coarse.dy);
    if (std::abs(nearX - 2 * coarse.dx) > 1 || std::abs(nearY - 2 * coarse.dy) > 1)
        refine(nearX, nearY);
    Match found;
    const auto at = [&](int dx, int dy) { return shiftedDifference(from, to, best.dx + dx, best.dy + dy); };
    found.dx = best.dx + parabola(at(-1, 0), best.difference, at(1, 0));
    found.dy = best.dy + parabola(at(0, -1), best.difference, at(0, 1));
    std::vector<double> blocks = blockDifferences(from.luma, to.luma, best.dx, best.dy, lighter);
    std::ranges::sort(blocks, std::greater<>());
    const auto worst = std::max<std::ptrdiff_t>(1, std::ssize(blocks) / 4);
    if (!blocks.empty()) {
        found.left = std::accumulate(blocks.begin(), blocks.end(), 0.0) / double(blocks.size());
        found.leftWorst = std::accumulate(blocks.begin(), blocks.begin() + worst, 0.0) / double(worst);
    }
    return found;
}

bool ContinuityDetector::repeats(const SmallLuma &frame) const
{
    constexpr int most = smallWide * smallHigh / 32; // a thirty-second of a grey level: no camera is so quiet
    int sum = 0;
    for (std::size_t n = 0; n < frame.pixels.size(); ++n)
        sum += std::abs(frame.pixels[n] - m_seen.back().luma.pixels[n]);
    return sum < most;
}

double ContinuityDetector::usualStepUs() const
{
    std::vector<double> steps(m_steps.begin(), m_steps.end());
    return std::max(1.0, medianOf(std::move(steps)));
}

void ContinuityDetector::noteStep(std::int64_t ptsUs, std::int64_t number)
{
    const std::int64_t step = ptsUs - m_lastUs;
    if (m_steps.size() > 4 && step > gapUs && double(step) > 6 * usualStepUs()) {
        const double missing = double(step) / usualStepUs();
        m_hints.push_back({FilmHint::Kind::MissingFrames, m_lastUs, ptsUs, m_lastNumber, number, static_cast<int>(std::clamp(missing * 10, 1.0, 1000.0))});
        return;
    }
    m_steps.push_back(step);
    if (m_steps.size() > 31)
        m_steps.pop_front();
}

/// A run of equal frames ends before frame @p nextNumber.
void ContinuityDetector::endStill(std::int64_t nextNumber)
{
    const Seen &still = m_seen.back();
    const std::int64_t lasted = m_lastUs - still.ptsUs;
    if (m_lastNumber > still.number + 1 && lasted >= stillUs)
        m_hints.push_back({FilmHint::Kind::Still, still.ptsUs, m_lastUs, still.number, nextNumber, static_cast<int>(std::clamp<std::int64_t>(lasted / 10'000, 1, 1000))});
}

/// Next to no contrast, against what the film usually has.
void ContinuityDetector::noteBlindness(Seen &frame)
{
    frame.blind = m_count > 3 && frame.contrast < 12.0 && frame.contrast < 0.35 * m_usualContrast;
    if (!frame.blind) {
        endBlindness(frame);
        m_usualContrast = m_count == 0 ? frame.contrast : m_usualContrast * 0.95 + frame.contrast * 0.05;
        return;
    }
    if (m_blindFrames == 0)
        m_beforeBlind = m_seen.back();
    ++m_blindFrames;
}

void ContinuityDetector::endBlindness(const Seen &after)
{
    if (m_blindFrames >= 3)
        tell(FilmHint::Kind::Covered, m_beforeBlind, after, double(after.ptsUs - m_beforeBlind.ptsUs) / 2e6);
    m_blindFrames = 0;
}

void ContinuityDetector::tell(FilmHint::Kind kind, const Seen &before, const Seen &after, double strength)
{
    m_hints.push_back({kind, before.ptsUs, after.ptsUs, before.number, after.number, static_cast<int>(std::clamp(strength * 1000, 1.0, 1000.0))});
}

void ContinuityDetector::add(const SmallLuma &frame, std::int64_t ptsUs, std::int64_t number)
{
    if (m_lastNumber >= 0)
        noteStep(ptsUs, number);
    if (!m_seen.empty() && repeats(frame)) {
        m_lastUs = ptsUs;
        m_lastNumber = number;
        return;
    }
    Seen seen;
    seen.luma = frame;
    seen.half = halfOf(frame);
    seen.ptsUs = ptsUs;
    seen.number = number;
    seen.order = m_count;
    const double all = double(frame.pixels.size());
    seen.mean = std::accumulate(frame.pixels.begin(), frame.pixels.end(), 0.0) / all;
    const double squares = std::accumulate(frame.pixels.begin(), frame.pixels.end(), 0.0, [](double sum, std::uint8_t p) { return sum + double(p) * p; });
    seen.contrast = std::sqrt(std::max(0.0, squares / all - seen.mean * seen.mean));
    if (!m_seen.empty()) {
        endStill(number);
        const Seen &before = m_seen.back();
        seen.step = m_steps.empty() ? 1.0 : std::clamp(double(ptsUs - before.ptsUs) / usualStepUs(), 0.5, 4.0);
        const Match found = match(before, seen, static_cast<int>(std::lround(before.dx * seen.step)), static_cast<int>(std::lround(before.dy * seen.step)));
        seen.dx = found.dx / seen.step;
        seen.dy = found.dy / seen.step;
        seen.left = found.left;
        seen.leftWorst = found.leftWorst;
    }
    noteBlindness(seen);
    m_seen.push_back(seen);
    ++m_count;
    m_lastUs = ptsUs;
    m_lastNumber = number;
    if (m_seen.size() - m_at > static_cast<std::size_t>(lookAhead))
        decideNext();
}

const ContinuityDetector::Seen *ContinuityDetector::near(int by) const
{
    const std::ptrdiff_t at = static_cast<std::ptrdiff_t>(m_at) + by;
    return at >= 0 && at < std::ssize(m_seen) ? &m_seen[static_cast<std::size_t>(at)] : nullptr;
}

double ContinuityDetector::usualLeft() const
{
    std::vector<double> values;
    for (int by = -lookAhead; by <= lookAhead; ++by) {
        if (const Seen *seen = near(by))
            values.push_back(seen->left);
    }
    return medianOf(std::move(values));
}

/// Above 1: what stays after all shifts is larger than at the frames around.
double ContinuityDetector::differenceJump() const
{
    std::vector<double> left, worst;
    for (int by = -usualReach; by <= usualReach; ++by) {
        const Seen *seen = near(by);
        if (by == 0 || seen == nullptr)
            continue;
        left.push_back(seen->left);
        worst.push_back(seen->leftWorst);
    }
    const Seen &here = *near(0);
    const double more = std::max(1.0, here.step);
    return std::max(here.left / ((secondLargest(left) * leftTimes + leftMore) * more), here.leftWorst / ((secondLargest(worst) * worstTimes + worstMore) * more));
}

/// Above 1: the view moved otherwise than before and afterwards.
double ContinuityDetector::shiftJump() const
{
    const Seen &here = *near(0);
    struct Shift
    {
        double x = 0, y = 0;
    };
    std::array<Shift, 2> usual;
    double spread = 0;
    for (const int side : {0, 1}) {
        std::vector<double> xs, ys, apart;
        for (int by = 1; by <= usualReach; ++by) {
            if (const Seen *seen = near(side == 0 ? -by : by)) {
                xs.push_back(seen->dx);
                ys.push_back(seen->dy);
            }
        }
        if (xs.size() < 3)
            return 0;
        const Shift middle{medianOf(xs), medianOf(ys)};
        for (std::size_t n = 0; n < xs.size(); ++n)
            apart.push_back(std::hypot(xs[n] - middle.x, ys[n] - middle.y));
        spread = std::max(spread, secondLargest(apart));
        usual[static_cast<std::size_t>(side)] = middle;
    }
    // Anything between the shifts before and after is a camera that speeds up or slows down.
    const double wayX = usual[1].x - usual[0].x, wayY = usual[1].y - usual[0].y, way = wayX * wayX + wayY * wayY;
    const double part = way > 0 ? std::clamp(((here.dx - usual[0].x) * wayX + (here.dy - usual[0].y) * wayY) / way, 0.0, 1.0) : 0.0;
    const double likelyX = usual[0].x + part * wayX, likelyY = usual[0].y + part * wayY;
    const double jump = std::hypot(here.dx - likelyX, here.dy - likelyY);
    const double expectedX = likelyX * here.step, expectedY = likelyY * here.step;
    const double ratio = jump / (spread * shiftTimes + shiftMore);
    if (ratio < 1)
        return 0;
    // Where the expected shift fits as well, the found one says nothing: a plain wall, a pattern that repeats.
    const Seen &before = *near(-1);
    const auto whole = [](double value, int most) { return std::clamp(static_cast<int>(std::lround(value)), -most, most); };
    const double found = shiftedDifference(before, here, whole(here.dx * here.step, mostX), whole(here.dy * here.step, mostY));
    const double expected = shiftedDifference(before, here, whole(expectedX, mostX), whole(expectedY, mostY));
    return expected > 1.3 * found + 0.8 ? ratio : 0;
}

/// The first frame after a flash that begins here: brightness and view are what they were before it.
const ContinuityDetector::Seen *ContinuityDetector::endOfFlash() const
{
    const Seen &before = *near(-1);
    const double change = std::abs(near(0)->mean - before.mean);
    if (change < 8)
        return nullptr;
    for (int by = 1; by <= 8; ++by) {
        const Seen *after = near(by);
        if (after == nullptr)
            break;
        if (std::abs(after->mean - before.mean) > 2 + change / 4)
            continue;
        if (match(before, *after, 0, 0).left < 2 * usualLeft() + 2)
            return after;
    }
    return nullptr;
}

/// How far @p middle is from the mean of @p before and @p after, each at its best shift.
double ContinuityDetector::blendDifference(const Seen &before, const Seen &middle, const Seen &after)
{
    const auto shiftTo = [&middle](const Seen &from) {
        const Match found = match(from, middle, 0, 0);
        return std::pair(static_cast<int>(std::lround(found.dx)), static_cast<int>(std::lround(found.dy)));
    };
    auto [ax, ay] = shiftTo(before);
    auto [bx, by] = shiftTo(after);
    const auto difference = [&](int px, int py, int qx, int qy) {
        const int left = std::max({0, px, qx}), right = smallWide + std::min({0, px, qx});
        const int top = std::max({0, py, qy}), bottom = smallHigh + std::min({0, py, qy});
        const int lighter = lighterBy((before.mean + after.mean) / 2, middle.mean);
        int sum = 0;
        for (int y = top; y < bottom; ++y) {
            for (int x = left; x < right; ++x)
                sum += std::abs(middle.luma.at(x, y) - (before.luma.at(x - px, y - py) + after.luma.at(x - qx, y - qy)) / 2 - lighter);
        }
        return double(sum) / std::max(1, (right - left) * (bottom - top));
    };
    double best = difference(ax, ay, bx, by);
    for (int round = 0; round < 4; ++round) { // each view hid the other's shift a little
        const auto from = std::tuple(ax, ay, bx, by);
        for (int n = 0; n < 8; ++n) {
            const int by2 = n % 2 == 0 ? 1 : -1;
            const int nax = ax + (n / 2 == 0 ? by2 : 0), nay = ay + (n / 2 == 1 ? by2 : 0);
            const int nbx = bx + (n / 2 == 2 ? by2 : 0), nby = by + (n / 2 == 3 ? by2 : 0);
            if (std::abs(nax) > mostX || std::abs(nbx) > mostX || std::abs(nay) > mostY || std::abs(nby) > mostY)
                continue;
            if (const double value = difference(nax, nay, nbx, nby); value < best) {
                best = value;
                ax = nax;
                ay = nay;
                bx = nbx;
                by = nby;
            }
        }
        if (from == std::tuple(ax, ay, bx, by))
            break;
    }
    return best;
}

/// Above 1: the frame here looks like two views laid over each other, those @p reach frames away on either side.
double ContinuityDetector::dissolve(int reach) const
{
    const Seen *before = near(-reach), *after = near(reach), &here = *near(0);
    if (before == nullptr || after == nullptr || before->blind || after->blind)
        return 0;
    // Two pictures over each other have less contrast than either: the quick test first.
    if (here.contrast > dipMost * (before->contrast + after->contrast) / 2)
        return 0;
    const Match apart = match(*before, *after, 0, 0);
    if (apart.left < 2 * usualLeft() + 2)
        return 0;
    const auto alone = [&here](const Seen &seen) {
        const Match found = match(seen, here, 0, 0);
        return shiftedDifference(seen, here, static_cast<int>(std::lround(found.dx)), static_cast<int>(std::lround(found.dy)));
    };
    const double single = std::min(alone(*before), alone(*after));
    return single / (blendDifference(*before, here, *after) + 0.5) / blendLeast;
}

/// Keeps the likeliest middle; once it is behind, tells it.
void ContinuityDetector::weighDissolve()
{
    const Seen &here = *near(0);
    for (const int reach : {4, 6, 9, 13}) {
        const double strength = dissolve(reach);
        if (strength >= 1 && strength > m_blend.strength)
            m_blend = {strength, reach, *near(-reach), *near(reach), here.order};
    }
    if (m_blend.strength > 0 && here.order > m_blend.order + 13) {
        tell(FilmHint::Kind::Dissolve, m_blend.before, m_blend.after, m_blend.strength / 3);
        m_blend = {};
    }
}

void ContinuityDetector::decideNext()
{
    const Seen &here = *near(0);
    bool blind = false;
    for (int by = -3; by <= 3; ++by)
        blind = blind || (near(by) != nullptr && near(by)->blind);
    if (!blind && here.order >= m_quietUntil && near(-1) != nullptr && near(2) != nullptr) {
        const double jump = std::max(differenceJump(), shiftJump());
        const Seen *after = jump >= 1 || std::abs(here.mean - near(-1)->mean) > flashLeast ? endOfFlash() : nullptr;
        if (after != nullptr) {
            tell(FilmHint::Kind::Flash, *near(-1), *after, std::abs(here.mean - near(-1)->mean) / 128);
            m_quietUntil = after->order + 2;
        } else if (jump >= 1) {
            tell(FilmHint::Kind::Interruption, *near(-1), here, jump / 4);
            m_quietUntil = here.order + 4;
            m_blend = {};
        } else {
            weighDissolve();
        }
    }
    if (m_at >= static_cast<std::size_t>(lookAhead))
        m_seen.pop_front();
    else
        ++m_at;
}

std::vector<FilmHint> ContinuityDetector::finish()
{
    if (m_seen.empty())
        return {};
    endStill(m_lastNumber);
    Seen last = m_seen.back();
    last.ptsUs = m_lastUs;
    last.number = m_lastNumber;
    endBlindness(last);
    while (m_at < m_seen.size())
        decideNext();
    if (m_blend.strength > 0)
        tell(FilmHint::Kind::Dissolve, m_blend.before, m_blend.after, m_blend.strength / 3);
    std::ranges::stable_sort(m_hints, {}, &FilmHint::fromUs);
    return std::move(m_hints);
}

} // namespace arb::decode
