// SPDX-License-Identifier: GPL-3.0-or-later
#include "labelledtakes.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace arb::tests {

namespace {

using Kind = LabelledEvent::Kind;

constexpr int unit = 256; ///< positions are in 1/256 of a small pixel, so that every machine draws the same

/// Numbers by chance, the same for the same seed.
class Chance
{
public:
    explicit Chance(std::uint64_t seed) : m_state(seed * 0x9E3779B97F4A7C15ULL + 0x1234567) {}
    std::uint32_t next()
    {
        m_state ^= m_state << 13;
        m_state ^= m_state >> 7;
        m_state ^= m_state << 17;
        return static_cast<std::uint32_t>(m_state >> 32);
    }
    /// From @p least to @p most, both included.
    int between(int least, int most) { return least + static_cast<int>(next() % static_cast<std::uint32_t>(most - least + 1)); }
    bool oneIn(int many) { return next() % static_cast<std::uint32_t>(many) == 0; }

private:
    std::uint64_t m_state;
};

constexpr int textureSide = 512; ///< small pixels; repeats

/// A table with things on it: soft patches, edges and grain.
std::vector<std::uint8_t> makeTexture(std::uint64_t seed)
{
    Chance chance(seed);
    std::vector<int> sum(static_cast<std::size_t>(textureSide) * textureSide, chance.between(90, 140) * 16);
    for (const int cell : {64, 32, 16, 8, 4}) {
        const int cells = textureSide / cell;
        std::vector<int> corners(static_cast<std::size_t>(cells) * static_cast<std::size_t>(cells));
        const int height = cell >= 16 ? 340 : 130;
        for (int &corner : corners)
            corner = chance.between(-height, height);
        for (int y = 0; y < textureSide; ++y) {
            for (int x = 0; x < textureSide; ++x) {
                const int cx = x / cell, cy = y / cell, fx = x % cell, fy = y % cell;
                const auto corner = [&](int dx, int dy) {
                    return corners[static_cast<std::size_t>((cy + dy) % cells * cells + (cx + dx) % cells)];
                };
                const int top = corner(0, 0) * (cell - fx) + corner(1, 0) * fx;
                const int bottom = corner(0, 1) * (cell - fx) + corner(1, 1) * fx;
                sum[static_cast<std::size_t>(y * textureSide + x)] += (top * (cell - fy) + bottom * fy) / (cell * cell);
            }
        }
    }
    for (int thing = 0; thing < 60; ++thing) { // boxes with straight edges
        const int x0 = chance.between(0, textureSide - 1), y0 = chance.between(0, textureSide - 1);
        const int w = chance.between(6, 40), h = chance.between(6, 30), light = chance.between(-700, 700);
        for (int y = 0; y < h; ++y) {
            for (int x = 0; x < w; ++x)
                sum[static_cast<std::size_t>((y0 + y) % textureSide * textureSide + (x0 + x) % textureSide)] += light;
        }
    }
    std::vector<std::uint8_t> texture(sum.size());
    std::ranges::transform(sum, texture.begin(), [](int value) { return static_cast<std::uint8_t>(std::clamp(value / 16, 8, 245)); });
    return texture;
}

/// A smooth path: three slow swings and a tremble.
class Path
{
public:
    Path(Chance &chance, int swing, int shake) : m_shake(shake)
    {
        for (int n = 0; n < 3; ++n) {
            m_height[n] = chance.between(swing / 3, swing);
            m_length[n] = chance.between(90, 500);
            m_phase[n] = chance.between(0, 6283);
        }
        m_seed = chance.next();
    }
    int at(int time) const
    {
        double sum = 0;
        for (int n = 0; n < 3; ++n)
            sum += m_height[n] * std::sin(6.283185307 * time / m_length[n] + m_phase[n] / 1000.0);
        return static_cast<int>(std::lround(sum)) + tremble(time);
    }

private:
    int tremble(int time) const
    {
        if (m_shake == 0)
            return 0;
        // Random points every four frames, joined by straight lines.
        const auto point = [this](int n) {
            Chance chance(m_seed + static_cast<std::uint64_t>(n) * 7919U);
            chance.next();
            return chance.between(-m_shake, m_shake);
        };
        const int n = time / 4, part = time % 4;
        return (point(n) * (4 - part) + point(n + 1) * part) / 4;
    }
    int m_height[3], m_length[3], m_phase[3];
    int m_shake;
    std::uint64_t m_seed;
};

/// What one camera sees; time goes on although frames may be taken out.
struct Scene
{
    explicit Scene(std::uint64_t seed)
        : chance(seed), texture(makeTexture(seed * 31 + 5)), onStand(chance.oneIn(3)), x(chance, onStand ? 0 : chance.between(5, 30) * unit, onStand ? 0 : chance.between(20, 220)),
          y(chance, onStand ? 0 : chance.between(3, 16) * unit, onStand ? 0 : chance.between(20, 160)), handX(chance, chance.between(6, 24) * unit, 40),
          handY(chance, chance.between(4, 14) * unit, 40),
          baseX(chance.between(0, textureSide) * unit), baseY(chance.between(0, textureSide) * unit), handSize(chance.between(9, 16)),
          zoom(chance.between(200, 300)), skin(chance.between(120, 215)), parcel(chance.between(20, 235))
    {
    }
    Chance chance;
    std::vector<std::uint8_t> texture;
    bool onStand;
    Path x, y, handX, handY;
    int baseX, baseY, handSize, zoom, skin, parcel;

    int texel(int u, int v) const
    {
        const int fu = u & (unit - 1), fv = v & (unit - 1);
        const int iu = (u >> 8) & (textureSide - 1), iv = (v >> 8) & (textureSide - 1);
        const int ju = (iu + 1) & (textureSide - 1), jv = (iv + 1) & (textureSide - 1);
        const auto t = [this](int a, int b) { return static_cast<int>(texture[static_cast<std::size_t>(b * textureSide + a)]); };
        const int top = t(iu, iv) * (unit - fu) + t(ju, iv) * fu;
        const int bottom = t(iu, jv) * (unit - fu) + t(ju, jv) * fu;
        return (top * (unit - fv) + bottom * fv) >> 16;
    }
    /// Where camera and hand are.
    struct Pose
    {
        int x, y, handX, handY;
    };
    Pose pose(int time) const { return {x.at(time), y.at(time), handX.at(time), handY.at(time)}; }
    /// Brightness at @p px, @p py (1/256 small pixels of the frame).
    int light(const Pose &at, int px, int py, int panX) const
    {
        const int hx = 48 * unit + at.handX - px, hy = 30 * unit + at.handY - py;
        const int reach = handSize * unit;
        if (std::abs(hx) < reach && std::abs(hy + reach / 2) < reach / 2) // the parcel it holds, with a label
            return std::abs(hx) < reach / 3 && std::abs(hy + reach / 2) < reach / 5 ? 255 - parcel : parcel;
        const std::int64_t distance = std::int64_t{hx} * hx + std::int64_t{hy} * hy / 2;
        if (distance < std::int64_t{reach} * reach)
            return skin - static_cast<int>(distance * 40 / (std::int64_t{reach} * reach));
        const int u = baseX + at.x + panX + (px - 48 * unit) * zoom / 256;
        const int v = baseY + at.y + (py - 27 * unit) * zoom / 256;
        return texel(u, v);
    }
};

/// One frame of a take, before the noise.
struct Moment
{
    int scene = 0, time = 0;
    int nextScene = -1, nextTime = 0, mix = 0; ///< of 1000, while dissolving
    int panX = 0, panSpeed = 0;                ///< 1/256 pixels
    int gain = 256, cover = 0;                 ///< cover of 1000
    int bright = 0;
};

struct Plan
{
    std::vector<Scene> scenes;
    std::vector<Moment> moments;
    std::vector<LabelledEvent> events;
    int noise = 0;
};

class Planner
{
public:
    explicit Planner(int number) : m_chance(static_cast<std::uint64_t>(number) * 1009U + 77), m_number(number)
    {
        m_plan.scenes.emplace_back(static_cast<std::uint64_t>(number) * 17U + 3);
        m_plan.noise = m_chance.between(1, 4);
    }
    Plan make()
    {
        const bool cuts = m_number % 5 != 4;
        const int events = m_chance.between(3, 5);
        run(m_chance.between(25, 60));
        for (int n = 0; n < events; ++n) {
            const int choice = cuts ? m_chance.between(0, 9) : m_chance.between(6, 9);
            happen(choice);
            run(m_chance.between(30, 70));
        }
        return std::move(m_plan);
    }

private:
    void run(int frames)
    {
        for (int n = 0; n < frames; ++n)
            push();
    }
    Moment &push()
    {
        Moment moment;
        moment.scene = m_scene;
        moment.time = m_time++;
        moment.panX = m_panX;
        moment.gain = m_gain;
        m_plan.moments.push_back(moment);
        return m_plan.moments.back();
    }
    int now() const { return static_cast<int>(m_plan.moments.size()); }
    void tell(Kind kind, int first, int last, int removed = 0) { m_plan.events.push_back({kind, first, last, removed}); }
    int newScene()
    {
        const auto seed = static_cast<std::uint64_t>(m_number) * 17U + 5003U * m_plan.scenes.size() + 3U;
        m_plan.scenes.emplace_back(seed);
        return static_cast<int>(m_plan.scenes.size()) - 1;
    }
    void happen(int choice)
    {
        if (choice <= 2)
            jump();
        else if (choice <= 4)
            hard();
        else if (choice == 5)
            dissolve();
        else if (choice == 6)
            flash();
        else if (choice == 7)
            cover();
        else if (choice == 8)
            whip();
        else
            lightStep();
    }
    void jump()
    {
        const int removed = m_chance.between(5, 90);
        m_time += removed;
        tell(Kind::JumpCut, now(), now(), removed);
    }
    void hard()
    {
        m_scene = newScene();
        tell(Kind::HardCut, now(), now());
    }
    void dissolve()
    {
        const int length = m_chance.between(8, 24);
        const bool sameScene = m_chance.oneIn(3);
        const int next = sameScene ? m_scene : newScene();
        const int later = sameScene ? m_chance.between(60, 200) : 0;
        const int first = now();
        for (int n = 1; n <= length; ++n) {
            Moment &moment = push();
            moment.nextScene = next;
            moment.nextTime = moment.time + later;
            moment.mix = n * 1000 / (length + 1);
        }
        m_scene = next;
        m_time += later;
        tell(Kind::Dissolve, first, now() - 1);
    }
    void flash()
    {
        const int length = m_chance.between(1, 3), bright = m_chance.between(40, 130), first = now();
        for (int n = 0; n < length; ++n)
            push().bright = bright;
        tell(Kind::Flash, first, now() - 1);
    }
    void cover()
    {
        const int length = m_chance.between(8, 40), edge = m_chance.between(1, 4), first = now();
        for (int n = 0; n < length; ++n)
            push().cover = std::min({1000, 1000 * (n + 1) / edge, 1000 * (length - n) / edge});
        tell(Kind::Cover, first, now() - 1);
    }
    void whip()
    {
        const int length = m_chance.between(6, 14), top = m_chance.between(6, 26) * unit, first = now();
        const int way = m_chance.oneIn(2) ? 1 : -1;
        for (int n = 0; n < length; ++n) {
            const int ramp = std::min({n + 1, length - n, 3});
            const int speed = way * top * ramp / 3;
            m_panX += speed;
            Moment &moment = push();
            moment.panX = m_panX;
            moment.panSpeed = speed;
        }
        tell(Kind::WhipPan, first, now() - 1);
    }
    void lightStep()
    {
        const int length = m_chance.between(3, 12), aim = m_chance.between(190, 330), from = m_gain, first = now();
        for (int n = 1; n <= length; ++n) {
            m_gain = from + (aim - from) * n / length;
            push().gain = m_gain;
        }
        tell(Kind::LightStep, first, now() - 1);
    }

    Plan m_plan;
    Chance m_chance;
    int m_number, m_scene = 0, m_time = 0, m_panX = 0, m_gain = 256;
};

int lightOf(const Plan &plan, const Moment &moment, const Scene::Pose &pose, const Scene::Pose &nextPose, int px, int py)
{
    const Scene &scene = plan.scenes[static_cast<std::size_t>(moment.scene)];
    int light = 0;
    if (moment.panSpeed != 0) { // the shutter is open for half of the time
        for (int n = 0; n < 6; ++n)
            light += scene.light(pose, px, py, moment.panX - moment.panSpeed * n / 12);
        light /= 6;
    } else {
        light = scene.light(pose, px, py, moment.panX);
    }
    if (moment.nextScene >= 0) {
        const int other = plan.scenes[static_cast<std::size_t>(moment.nextScene)].light(nextPose, px, py, moment.panX);
        light = (light * (1000 - moment.mix) + other * moment.mix) / 1000;
    }
    light = light * moment.gain / 256 + moment.bright;
    if (moment.cover > 0)
        light = (light * (1000 - moment.cover) + (22 + px / (8 * unit)) * moment.cover) / 1000;
    return light;
}

bool within(int frame, const LabelledEvent &event, int slack)
{
    return frame >= event.first - slack && frame <= event.last + slack;
}

} // namespace

LabelledTake makeTake(int number)
{
    LabelledTake take;
    take.number = number;
    const Plan plan = Planner(number).make();
    take.events = plan.events;
    Chance noise(static_cast<std::uint64_t>(number) + 900'001U);
    for (const Moment &moment : plan.moments) {
        const Scene &next = plan.scenes[static_cast<std::size_t>(std::max(0, moment.nextScene))];
        const Scene::Pose pose = plan.scenes[static_cast<std::size_t>(moment.scene)].pose(moment.time), nextPose = next.pose(moment.nextTime);
        decode::SmallLuma frame;
        for (int y = 0; y < decode::SmallLuma::height; ++y) {
            for (int x = 0; x < decode::SmallLuma::width; ++x) {
                const int grain = noise.between(-plan.noise, plan.noise) + noise.between(-plan.noise, plan.noise);
                const int light = lightOf(plan, moment, pose, nextPose, x * unit, y * unit) + grain / 2;
                frame.pixels[static_cast<std::size_t>(y * decode::SmallLuma::width + x)] = static_cast<std::uint8_t>(std::clamp(light, 0, 255));
            }
        }
        take.frames.push_back(frame);
    }
    return take;
}

std::vector<std::uint8_t> drawLarge(const LabelledTake &take, int frame, int scale)
{
    const int width = decode::SmallLuma::width * scale, height = decode::SmallLuma::height * scale;
    const decode::SmallLuma &small = take.frames[static_cast<std::size_t>(frame)];
    Chance noise(static_cast<std::uint64_t>(take.number) * 100'000U + static_cast<std::uint64_t>(frame));
    std::vector<std::uint8_t> large(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            const int x0 = x / scale, y0 = y / scale, fx = x % scale, fy = y % scale;
            const int x1 = std::min(x0 + 1, decode::SmallLuma::width - 1), y1 = std::min(y0 + 1, decode::SmallLuma::height - 1);
            const int top = small.at(x0, y0) * (scale - fx) + small.at(x1, y0) * fx;
            const int bottom = small.at(x0, y1) * (scale - fx) + small.at(x1, y1) * fx;
            const int light = (top * (scale - fy) + bottom * fy) / (scale * scale) + noise.between(-6, 6);
            large[static_cast<std::size_t>(y * width + x)] = static_cast<std::uint8_t>(std::clamp(light, 0, 255));
        }
    }
    return large;
}

void score(const LabelledTake &take, const std::vector<decode::FilmHint> &hints, TakeScore &sum)
{
    using Hint = decode::FilmHint::Kind;
    std::vector<bool> hit(take.events.size(), false);
    for (const decode::FilmHint &hint : hints) {
        const bool cut = hint.kind == Hint::Interruption || hint.kind == Hint::Dissolve;
        if (!cut && hint.kind != Hint::Covered && hint.kind != Hint::Flash)
            continue;
        const int middle = static_cast<int>((hint.beforeFrame + hint.afterFrame + 1) / 2);
        std::size_t at = 0;
        while (at < take.events.size() && !within(middle, take.events[at], take.events[at].kind == Kind::Dissolve || !take.events[at].isCut() ? 4 : 2))
            ++at;
        const bool known = at < take.events.size();
        if (cut && known && take.events[at].isCut()) {
            hit[at] = true; // a second hint at the same cut is no other place to look at
        } else if (cut) {
            (known ? sum.falseAt[static_cast<int>(take.events[at].kind) - 3] : sum.falsePlain) += 1;
        } else if (hint.kind == Hint::Covered) {
            if (known && take.events[at].kind == Kind::Cover)
                hit[at] = true;
            else
                ++sum.coversFalse;
        } else if (known && take.events[at].kind == Kind::Flash) {
            hit[at] = true;
        }
    }
    for (std::size_t n = 0; n < take.events.size(); ++n) {
        const LabelledEvent &event = take.events[n];
        const int found = hit[n] ? 1 : 0;
        if (event.isCut()) {
            ++sum.cuts[static_cast<int>(event.kind)];
            sum.found[static_cast<int>(event.kind)] += found;
        }
        if (event.kind == Kind::JumpCut) {
            const int size = event.removed < 15 ? 0 : event.removed < 40 ? 1 : 2;
            ++sum.jumpBySize[size];
            sum.jumpFoundBySize[size] += found;
        }
        sum.covers += event.kind == Kind::Cover ? 1 : 0;
        sum.coversTold += event.kind == Kind::Cover ? found : 0;
        sum.flashes += event.kind == Kind::Flash ? 1 : 0;
        sum.flashesTold += event.kind == Kind::Flash ? found : 0;
    }
}

} // namespace arb::tests
