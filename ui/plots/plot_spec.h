#pragma once

#include "core/settings/settings.h"
#include "core/text.h"
#include "core/weight_edit.h"
#include "ui/style/theme.h"

#include <QPointF>

#include <functional>
#include <optional>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace gan {

using Interval = std::pair<double, double>;

/// What every plot has. Texts are English sources for translation.
struct PlotFace {
    const char* id; ///< also the name of its picture file
    const char* title;
    const char* help; ///< two or three sentences for the tooltip and the screen reader
    const char* xLabel;
    const char* yLabel;
    const char* tab = nullptr; ///< what a tab with this plot is called; null: as its title
};

/// A line over iterations: the mean of one or more columns of the metric log.
struct HistorySeries {
    std::vector<const char*> columns;
    const char* label;
    ColorRole color;
    bool dashed = false;
    /// So many neighboring points are drawn as their mean, with a pale band from the smallest to the largest
    /// value, for what jumps in each iteration. A dashed one has no band: it is told against another.
    int pointsTogether = 1;
};

/// A level that a value should be compared with, such as the loss at equilibrium or the 50 % line.
struct ReferenceLine {
    double value;
    const char* label;
};

/// What of a history plot hangs on the settings.
struct HistoryFrame {
    std::vector<ReferenceLine> lines = {};
    std::optional<Interval> yRange = {}; ///< fixed; otherwise it follows the data
};

/// A plot of columns of the metric log over iterations.
struct HistorySpec {
    PlotFace face;
    std::vector<HistorySeries> series;
    std::function<HistoryFrame(const Settings&)> frame = {};
    bool percent = false; ///< shares between 0 and 1, shown as percentages
};

/// Columns of the metric log that share a whole, over iterations: rows of colored cells. A run may have the
/// first of them only, or none.
struct StripSpec {
    PlotFace face;
    std::vector<const char*> columns; ///< shares between 0 and 1
    const char* rowName;              ///< of one of them, before its number
    ColorRole color;
    const char* whenEmpty; ///< what is written where a run has none
};

/// A part of a snapshot by name, and how to draw it. A part that a snapshot does not have is left out, with
/// its entry in the legend and its axis.
struct SnapshotItem {
    enum class Kind {
        Histogram,
        Curve,
        Column, ///< of a table, over another of its columns or over the numbers of its rows, from 1
    } kind;
    const char* name;  ///< in the Snapshot
    const char* label; ///< %1, %2, ... stand for the read-outs `values`
    ColorRole color;
    bool dashed = false;
    std::optional<double> midLine =
        {};                          ///< a neutral line: at this x for a histogram, at this height for others
    const char* rightAxis = nullptr; ///< title of the right axis, for a curve that is measured there
    std::optional<Interval> rightRange = {}; ///< of that axis; otherwise it follows the data
    enum class Marks {
        Line,
        Beads, ///< discs on a thin line, for a curve that has values at whole places only
        Discs, ///< alone
        Haze,  ///< pale and small, without legend and read-out: what a mean was made of
    } marks = Marks::Line;
    std::vector<const char*> values = {}; ///< read-outs that the label names
    int decimals = 0;                     ///< of those
    const char* column = nullptr;         ///< of the table
    const char* xColumn = nullptr;        ///< of the table
    double shift = 0; ///< to the right, so that discs at one place do not cover each other
    /// The height axis has room for such curves and half as much again, whatever else is shown: they stay
    /// where they are. Bars that are higher are cut, with a sign.
    bool setsHeight = false;
};

/// How a hand chooses what a plot shows: rows of the View by their keys.
struct PlotLooks {
    std::vector<const char*> beside = {};  ///< whose controls stand beside it
    std::vector<const char*> options = {}; ///< whose controls open from a button in the title's line
    const char* draw = nullptr;            ///< that numbers a draw: a button draws the next one
    const char* list = nullptr;            ///< a list, of which the plot shows the number...
    int listPlace = 0;                     ///< ...at this place, counted from 0
};

/// A plot of parts of the newest snapshot.
struct SnapshotSpec {
    PlotFace face;
    std::vector<SnapshotItem> items;
    bool wholePlaces = false;             ///< x counts things: it has values at whole numbers only
    std::optional<Interval> inSight = {}; ///< heights that are seen whatever the data is
    PlotLooks looks = {};
};

/// A grid of the newest snapshot, as numbers in colored cells.
struct GridItem {
    const char* name; ///< in the Snapshot; the upper row of the picture is its last
    const char* label;
    ColorRole color; ///< of the label
};

/// Small grids beside or below each other. Positive numbers have one color, negative ones another, as strong
/// as the number is large.
struct GridSpec {
    PlotFace face;
    std::vector<GridItem> grids;
};

/// Pictures of the newest snapshot in rows and columns, enlarged pixel by pixel.
struct PicturesSpec {
    PlotFace face;
    const char* pictures; ///< in the Snapshot
    int columns = 8;
    const char* verdicts = nullptr; ///< a table with a row for each picture
    const char* verdict = nullptr;  ///< its column: D's probability, which colors the frame
    const char* frames = nullptr;   ///< a row of the View: frames are seen while it is "yes"; none: always
    const char* chosen = nullptr;   ///< a row of the View: the place of a picture to be marked
    const char* second = nullptr;   ///< the same
    const char* hint = "";          ///< what is written where there are no pictures
    bool fills = false;  ///< as large as there is room, pixels blended; otherwise only whole times as large
    bool inTurn = false; ///< one after the other, there and back, in place of all together
    const char* invitation = ""; ///< a few words at the end of the title's line on what a click does
    PlotLooks looks = {};
};

/// What of the newest snapshot lies over the plane, and how it is drawn.
struct PlaneLayer {
    enum class Kind {
        Map,     ///< a grid, as colors from "generated" over none to "real"
        Contour, ///< the line where a grid of probabilities is 0.5
        Mesh,    ///< a bent grid, each of whose cells stands for as much as another
        Points,
        Arrows
    } kind;
    const char* part;  ///< in the Snapshot
    const char* label; ///< in the legend and the read-out
    ColorRole color;
    const char* shown; ///< a row of the View: the layer is seen while it is "yes"
};

/// A plot of the plane with the same scale along both axes, its layers one over the other, the lowest first.
/// The square to look at is in the read-outs frame_x, frame_y and frame_half.
struct PlaneSpec {
    PlotFace face;
    std::vector<PlaneLayer> layers;
    PlotLooks looks = {};
};

/// Networks of dense layers in the newest snapshot: a small map for each unit, lines for weights.
struct NetworkSpec {
    /// A NetworkPicture, and which network a changed weight belongs to.
    struct Item {
        const char* name; ///< in the Snapshot
        const char* label;
        const char* shortLabel; ///< in the name of a unit
        ColorRole color;
        WeightEdit::Network network;
    };
    PlotFace face;
    std::vector<Item> networks; ///< from the top, or from the left
};

/// A small picture of data or of a network, among others that it gives to and takes from.
struct FlowBox {
    /// Drawn one over the other; what a snapshot does not have is left out.
    struct Layer {
        enum class Kind {
            Cloud,  ///< points in the square that has room for all
            Points, ///< on the plane, in the square of the read-outs frame_x, frame_y and frame_half
            Map,
            Contour, ///< where a grid is 0.5
            Mesh,
            Arrows,
            Bars ///< a histogram, upwards; that of the role "generated" downwards
        } kind;
        const char* part; ///< in the Snapshot
        ColorRole color;
        bool isPale = false; ///< points that another layer belongs to
    };
    struct Place {
        int column, row;
    };
    const char* symbol; ///< such as G(z)
    const char* name;   ///< in words, where there is room
    const char* help;   ///< one sentence
    ColorRole color;    ///< of its title
    const char* part;   ///< that other plots light up with it
    std::vector<Layer> layers;
    Place wide, square; ///< among the others, where they have a wide or a square room
};

/// From one box to another, by their places in the list.
struct FlowArrow {
    std::size_t from, to;
    ColorRole color;     ///< of the dots that move along it
    bool isBack = false; ///< what is learned goes back against the data
    bool dashed = false;
};

/// How data goes through networks: boxes with arrows between them.
struct FlowSpec {
    PlotFace face;
    std::vector<FlowBox> boxes;
    std::vector<FlowArrow> arrows;
    const char* summary; ///< is written while the mouse is at no box
};

/// A line of the numbers panel.
struct NumberSpec {
    enum class From {
        Picture, ///< read-outs of the newest snapshot, and its "iteration", "updates_d", "updates_g"
        Log,     ///< the newest values of columns of the metric log
    } from;
    const char* label;
    std::vector<const char*> names;
    const char* help;
    const char* pattern = "%1"; ///< where the values of `names` stand
    int decimals = 3;           ///< 0: a count
    bool percent = false;
    /// What a run can be told to watch it for.
    enum class Watched {
        Nothing,
        Value,    ///< crosses a value
        Distance, ///< that, and: is worse than it was
        Gradient, ///< that, and: grows too long
    } watched = Watched::Value;
    bool canBeMissing = false; ///< its line is not seen until it has a value
};

/// A plot of any kind.
using PlotSpec = std::variant<SnapshotSpec, HistorySpec, StripSpec, GridSpec, PicturesSpec, PlaneSpec,
                              NetworkSpec, FlowSpec>;

/// Plots side by side, where there is room for all; otherwise they are in more tabs than one.
struct TabSpec {
    const char* title; ///< on the tab; not seen where a row has only this one
    std::vector<PlotSpec> plots;
    enum class Widths {
        Columns,  ///< equal columns; where another tab of the page has more, the first plot is wider
        Even,     ///< all equally wide, whatever other tabs have
        MainFirst ///< the first is the main picture: the same, but it is wider in any case
    } widths = Widths::Columns;
};

/// Tabs of which one is seen. What is out of sight does no work, but is exported.
struct RowSpec {
    std::vector<TabSpec> tabs;
    int height = 1; ///< relative to the other rows; the lowest takes more where it would be too low
};

/// Small pictures beside the values of a choice in the control panel.
struct ThumbnailSpec {
    const char* setting;
    /// Dots in the square from 0 to 1, y upwards; none for a value without a picture.
    std::function<std::vector<QPointF>(std::string_view value)> dots;
};

/// All that the window and the export show of one experiment.
struct PageSpec {
    std::vector<RowSpec> rows; ///< from the top
    std::vector<NumberSpec> numbers;
    double usualSpeed = 0; ///< iterations a second when the page is first shown; 0: no limit
    std::vector<ThumbnailSpec> thumbnails = {};
};

} // namespace gan
