// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/viewing.h>

#include <cmath>
#include <complex>
#include <numbers>

namespace arb::domain {

namespace {

/// Points of the plane as complex numbers: turning is a product, mirroring left to right is the negated conjugate.
using Plane = std::complex<double>;

Plane planeOf(QPointF point) { return {point.x(), point.y()}; }
QPointF pointOf(Plane plane) { return {plane.real(), plane.imag()}; }
Plane turned(double degrees) { return std::polar(1.0, degrees * std::numbers::pi / 180.0); }
Plane mirroredIf(bool mirrored, Plane plane) { return mirrored ? -std::conj(plane) : plane; }
double degreesOf(Plane plane) { return normalizedDegrees(std::arg(plane) * 180.0 / std::numbers::pi); }

struct Means
{
    Plane left, right;
};

Means meansOf(const QList<PinPair> &pins)
{
    Means means;
    for (const PinPair &pin : pins) {
        means.left += planeOf(pin.left);
        means.right += planeOf(pin.right);
    }
    const auto count = static_cast<double>(pins.size());
    return {means.left / count, means.right / count};
}

/// Least squares in closed form: the factor of the plane is sum(conj(p) q) / sum(|p|^2) of the points about their means.
std::optional<PinFit> fitOne(const QList<PinPair> &pins, bool mirrored)
{
    const Means means = meansOf(pins);
    Plane cross;
    double leftSpread = 0.0, rightSpread = 0.0;
    for (const PinPair &pin : pins) {
        const Plane p = mirroredIf(mirrored, planeOf(pin.left) - means.left);
        const Plane q = planeOf(pin.right) - means.right;
        cross += std::conj(p) * q;
        leftSpread += std::norm(p);
        rightSpread += std::norm(q);
    }
    constexpr double oneSpot = 1e-6;
    if (leftSpread < oneSpot || rightSpread < oneSpot)
        return std::nullopt;
    const Plane factor = cross / leftSpread;
    if (std::abs(factor) < 1e-9)
        return std::nullopt;
    PinFit fit;
    fit.alignment.scale = std::abs(factor);
    fit.alignment.rotation = degreesOf(factor);
    fit.alignment.mirrored = mirrored;
    fit.alignment.offset = pointOf(means.right - factor * mirroredIf(mirrored, means.left));
    fit.residual = pinResidual(pins, fit.alignment);
    return fit;
}

} // namespace

double normalizedDegrees(double degrees)
{
    const double rest = std::fmod(degrees, 360.0);
    const double positive = rest < 0.0 ? rest + 360.0 : rest;
    return positive >= 360.0 ? 0.0 : positive;
}

bool ViewState::isOnItsSide() const
{
    const double half = std::fmod(normalizedDegrees(rotation), 180.0);
    return half > 45.0 && half < 135.0;
}

QPointF Similarity::map(QPointF left) const
{
    return pointOf(planeOf(offset) + scale * turned(rotation) * mirroredIf(mirrored, planeOf(left)));
}

Similarity Similarity::inverted() const
{
    // p = mirror((q - offset) * turn(-rotation) / scale); pulling the mirror out turns the angle round.
    Similarity back;
    back.scale = 1.0 / scale;
    back.mirrored = mirrored;
    back.rotation = normalizedDegrees(mirrored ? rotation : -rotation);
    back.offset = -pointOf(mirroredIf(mirrored, planeOf(offset) * turned(-rotation) / scale));
    return back;
}

Similarity alignmentOf(const ViewState &left, const ViewState &right)
{
    // On screen both are zoom * turn * mirror about their middles; the alignment is left's way there and right's way back.
    Similarity alignment;
    alignment.scale = left.zoom / right.zoom;
    alignment.mirrored = left.mirrored != right.mirrored;
    const double between = left.rotation - right.rotation;
    alignment.rotation = normalizedDegrees(right.mirrored ? -between : between);
    const QPointF moved = alignment.map(left.center);
    alignment.offset = right.center - moved;
    return alignment;
}

ViewState rightFor(const ViewState &left, const Similarity &alignment, const ViewState &otherBefore)
{
    ViewState right = otherBefore;
    right.center = alignment.map(left.center);
    right.zoom = left.zoom / alignment.scale;
    right.mirrored = left.mirrored != alignment.mirrored;
    right.rotation = normalizedDegrees(right.mirrored ? left.rotation + alignment.rotation : left.rotation - alignment.rotation);
    right.fit = ViewFit::Free;
    return right;
}

ViewState leftFor(const ViewState &right, const Similarity &alignment, const ViewState &otherBefore)
{
    return rightFor(right, alignment.inverted(), otherBefore);
}

double pinResidual(const QList<PinPair> &pins, const Similarity &alignment)
{
    double squares = 0.0;
    for (const PinPair &pin : pins)
        squares += std::norm(planeOf(alignment.map(pin.left)) - planeOf(pin.right));
    return pins.isEmpty() ? 0.0 : std::sqrt(squares / static_cast<double>(pins.size()));
}

std::optional<PinFit> fitPins(const QList<PinPair> &pins, bool mirroredIfOpen)
{
    if (pins.size() < 2)
        return std::nullopt;
    if (pins.size() == 2)
        return fitOne(pins, mirroredIfOpen);
    const std::optional<PinFit> plain = fitOne(pins, false), flipped = fitOne(pins, true);
    if (!plain || !flipped)
        return plain ? plain : flipped;
    // Pins on one line leave it open, too: then both fit equally well.
    if (std::abs(plain->residual - flipped->residual) < 1e-6)
        return mirroredIfOpen ? flipped : plain;
    return plain->residual < flipped->residual ? plain : flipped;
}

} // namespace arb::domain
