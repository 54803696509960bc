// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/chatreading.h>
#include <domain/codes.h>
#include <domain/ids.h>
#include <domain/result.h>
#include <domain/time.h>

#include <QtCore/QByteArray>
#include <QtCore/QJsonObject>
#include <QtCore/QList>
#include <QtCore/QPoint>
#include <QtCore/QPointF>
#include <QtCore/QRect>
#include <QtCore/QSize>
#include <QtCore/QString>

#include <optional>

/// How evidence is looked at and what is pointed out on it: values that are kept with a case and travel with its export.
/// Points are pixels of the upright full-size picture (x to the right, y down); of a PDF page, at 144 dpi. Angles are
/// degrees clockwise as seen. Nothing here changes the evidence itself.
namespace arb::domain {

enum class ToneChannel { All, Red, Green, Blue, Luma };

/// Tones on screen, in this order: channel, levels (black and white point, gamma), brightness, inversion.
struct Tone
{
    int black = 0, white = 255; ///< 0 <= black < white <= 255
    int gammaPercent = 100;     ///< 10 to 1,000; above 100 lightens the middle
    int brightness = 0;         ///< -100 to 100, added as percent of the whole range
    bool inverted = false;
    ToneChannel channel = ToneChannel::All;
    bool isPlain() const { return *this == Tone{}; }
    bool operator==(const Tone &) const = default;
};

/// What the view does when its pane changes its size: stay, fit the whole picture, or fill the pane.
enum class ViewFit { Free, Fit, Fill };

/// Where a picture, page or film stands in its pane. On screen: moved so that `center` is in the middle, mirrored left to
/// right, turned by `rotation`, scaled by `zoom`.
struct ViewState
{
    double zoom = 1.0;     ///< device pixels per pixel of the full picture
    QPointF center;        ///< the point in the middle of the pane
    double rotation = 0.0; ///< 0 <= rotation < 360
    bool mirrored = false;
    ViewFit fit = ViewFit::Fit;
    Tone tone;
    bool isFitted() const { return fit != ViewFit::Free; }
    /// Turned by an odd number of quarter turns: width and height change places.
    bool isOnItsSide() const;
    bool operator==(const ViewState &) const = default;
};

/// Brings any angle into [0, 360).
double normalizedDegrees(double degrees);

// --- two pictures aligned ------------------------------------------------------------------------------------------------

/// From a point of the left picture to the one of the right picture that belongs to it:
/// q = offset + scale * turn(rotation) * mirror(p). Exact both ways; never built up step by step.
struct Similarity
{
    double scale = 1.0; ///< above 0
    double rotation = 0.0;
    bool mirrored = false;
    QPointF offset;
    QPointF map(QPointF left) const;
    Similarity inverted() const;
    bool operator==(const Similarity &) const = default;
};

/// The alignment in which two views stand: what lies at the same distance from the middle of both panes belongs together.
Similarity alignmentOf(const ViewState &left, const ViewState &right);
/// Where the other side goes so that @p alignment holds; tone and anything else that is not place is taken from @p otherBefore.
ViewState rightFor(const ViewState &left, const Similarity &alignment, const ViewState &otherBefore);
ViewState leftFor(const ViewState &right, const Similarity &alignment, const ViewState &otherBefore);

/// The same spot on two pictures, pointed at by a person.
struct PinPair
{
    QPointF left, right;
    bool operator==(const PinPair &) const = default;
};

struct PinFit
{
    Similarity alignment;
    double residual = 0.0; ///< pinResidual() of the alignment
};
/// Root of the mean squared distance between the left pins as @p alignment maps them and the right pins, in right pixels; 0 without pins.
double pinResidual(const QList<PinPair> &pins, const Similarity &alignment);
/// The similarity that brings the left pins nearest to the right ones (least squares; Umeyama 1991). Two pairs leave open
/// whether the picture is mirrored: then @p mirroredIfOpen says; from three on the better of both is taken. Nothing with
/// fewer than two pairs or when all pins of a side are one spot.
std::optional<PinFit> fitPins(const QList<PinPair> &pins, bool mirroredIfOpen);

/// Two films (or a film and a picture, whose time stands still) tied at one event that a person picked on each: from then on
/// one clock asks both for their frame. Microseconds of each container's timestamps.
struct FilmTie
{
    qint64 leftPts = 0, rightPts = 0;
    qint64 atUs = 0; ///< where both were left, from the event; may be before it
    static constexpr qint64 farthestUs = 1'000'000'000'000'000; ///< either way; all three numbers
    bool operator==(const FilmTie &) const = default;
};

enum class CompareMode { SideBySide, Slider, Blink, Difference, Overlay };

/// How a pair of exhibits was left: reopened, it looks exactly as it did.
struct PairView
{
    QString left, right;              ///< exhibit ids
    QByteArray leftSha256, rightSha256;
    int leftPage = 0, rightPage = 0;  ///< from 1; 0: not a document
    ViewState leftView, rightView;
    bool swapped = false;             ///< the reader exchanged the sides: `right` was looked at on the left
    bool linked = true;
    Similarity alignment;             ///< counts while linked
    QList<PinPair> pins;              ///< at most 64
    std::optional<FilmTie> tie;       ///< of films; none: they are not tied
    CompareMode mode = CompareMode::SideBySide;
    int sliderPermille = 500;         ///< where the edge of the slider is
    int blinkMs = 500;                ///< 100 to 3,000: how long each side is on show
    int gainPercent = 100;            ///< 100 to 3,200: how much a difference is amplified
    int opacityPermille = 500;        ///< of the right picture over the left
    bool operator==(const PairView &) const = default;
};

/// How one exhibit (or one page of it) was left.
struct ExhibitView
{
    QString exhibit;
    QByteArray sha256;
    int page = 0; ///< from 1; 0: not a document
    ViewState view;
    ChatReading reading = {}; ///< of an exported chat: what its columns and dates mean; empty: as its file says
    int lastPage = 0; ///< from 1: the page that a document was left at, in the one view of it without a page; 0: not told
    bool operator==(const ExhibitView &) const = default;
};

// --- marks -----------------------------------------------------------------------------------------------------------------

/// A frame of a film, or a span of them; numbers and container timestamps always agree. Spans include both ends.
struct FilmPlace
{
    qint64 frame = 0, pts = 0;       ///< from 0 in presentation order; microseconds of the container
    qint64 frameEnd = 0, ptsEnd = 0; ///< the same as frame and pts: one frame
    bool isSpan() const { return frameEnd != frame; }
    bool operator==(const FilmPlace &) const = default;
};

/// Moment: a frame or a span of a film as a whole.
enum class MarkShape { Rectangle, Ellipse, Arrow, Freehand, Text, Measure, Moment };

/// Something pointed out on a picture or page, citable by its id. Points: two corners (rectangle, ellipse), tail and head
/// (arrow), two ends (measure), the spot (text), 2 to 2,000 points (freehand), none (moment).
struct Mark
{
    MarkId id;
    QString exhibit;
    QByteArray sha256; ///< of the bytes it was made on; a mark on other bytes is not shown as if it belonged there
    int page = 0;      ///< from 1; 0: not a document
    std::optional<FilmPlace> film; ///< on a film: the frames it belongs to
    MarkShape shape = MarkShape::Rectangle;
    QList<QPoint> points;
    QString note;      ///< at most 2,000 characters, own text of the desk; for Text what is written there; its first line is its title
    ViewState view;    ///< how the picture was looked at
    PersonId by;       ///< none: came with an import
    QString byName;    ///< as it was then
    UtcMs at;
    bool operator==(const Mark &) const = default;

    QRect bounds() const; ///< of its points, at least 1 x 1; empty without points
    /// Distance of the two points in pixels of the picture; measure and arrow only.
    double length() const;
};

/// Everything that is kept of how a case's pictures were looked at.
struct Examination
{
    QList<Mark> marks; ///< by id
    QList<ExhibitView> views; ///< by place
    QList<PairView> pairs;    ///< by place
    bool operator==(const Examination &) const = default;
    bool isEmpty() const { return marks.isEmpty() && views.isEmpty() && pairs.isEmpty(); }
};

inline constexpr qsizetype mostMarks = 5'000;         ///< of a case
inline constexpr qsizetype mostPointsOfCase = 200'000; ///< of all its marks together
inline constexpr qsizetype mostMarkPoints = 2'000;
inline constexpr qsizetype mostMarkNote = 2'000;
inline constexpr int mostMarkPixel = 1'000'000; ///< far above any picture
inline constexpr qsizetype mostPins = 64;

/// NoExtent: a line without length or a box without area; NoText: a text that says nothing.
enum class MarkFault { NoExhibit, WrongPoints, OutsidePicture, OutsideFilm, NoteTooLong, ControlCharacters, NoExtent, NoText };
/// Do @p points make something of @p shape that can be seen: a line with length, a box with area? One spot or none is enough where the
/// shape has no more.
bool hasExtent(MarkShape shape, const QList<QPoint> &points);
/// What is wrong with @p mark by itself; @p size is the picture's, empty where it is not known. Its bounds() must lie in it.
std::optional<MarkFault> checkMark(const Mark &mark, QSize size);
/// Do both ends lie, in order, in the film whose file says @p facts of itself (frames, firstPtsUs, lastPtsUs, durationUs)?
/// What it does not say is not held against the place.
bool liesInFilm(const FilmPlace &place, const QJsonObject &facts);

/// Integers only (lengths in millionths of a pixel, scale and zoom in thousand-millionths, angles in millionths of a
/// degree), so that a canonical form exists; fromJson refuses what is out of range, with the place in words. Of the faults that checkMark()
/// tells it lets NoText pass: such marks are kept in older cases and exports.
QJsonObject toJson(const ViewState &view);
QJsonObject toJson(const Mark &mark); ///< without Mark::by, which means something in one database only
QJsonObject toJson(const ExhibitView &view);
QJsonObject toJson(const PairView &pair);
QJsonObject toJson(const Examination &examination);
Result<ViewState, QString> viewStateFromJson(const QJsonObject &json);
Result<Examination, QString> examinationFromJson(const QJsonObject &json);
struct JsonShapeError;
Result<Examination, JsonShapeError> readExamination(const QJsonObject &json); ///< the same, with the place for a program

/// SHA-256 of what a mark shows: its canonical form without id, author and time.
QByteArray markDigest(const Mark &mark);
/// What tells two views (or pairs) apart: the exhibits and their pages.
QString placeOf(const ExhibitView &view);
QString placeOf(const PairView &pair);
/// Brings views and pairs into the order of their places.
void sortPlaces(Examination &examination);

template<> std::span<const CodeRow<ToneChannel>> codeTable<ToneChannel>();
template<> std::span<const CodeRow<ViewFit>> codeTable<ViewFit>();
template<> std::span<const CodeRow<CompareMode>> codeTable<CompareMode>();
template<> std::span<const CodeRow<MarkShape>> codeTable<MarkShape>();

} // namespace arb::domain
