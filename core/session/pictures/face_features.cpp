#include "core/session/pictures/face_painter.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace gan {

namespace {

constexpr std::array<Color, kIrisColors> kIris{Color{0.23f, 0.13f, 0.08f},
                                               {0.42f, 0.26f, 0.12f},
                                               {0.24f, 0.45f, 0.68f},
                                               {0.28f, 0.48f, 0.3f},
                                               {0.45f, 0.5f, 0.52f}};
constexpr Color kWhite{0.97f, 0.96f, 0.94f}, kInk{0.07f, 0.05f, 0.06f}, kMouthInside{0.3f, 0.06f, 0.07f};

Shape headShape(const FaceFactors& face, const FaceLook& look)
{
    const float w = look.halfWidth, h = look.halfHeight, y = look.middle.y;
    const float jaw = 0.72f + 0.1f * face.jaw;
    return mirroredBlob(look.middle.x, {{0, y - h},
                                        {0.6f * w, y - 0.88f * h},
                                        {0.95f * w, y - 0.45f * h},
                                        {w, y},
                                        {0.94f * w, y + 0.35f * h},
                                        {jaw * w, y + 0.7f * h},
                                        {jaw * 0.5f * w, y + 0.95f * h},
                                        {0, y + h}});
}

void drawBrow(const FaceFactors& face, const FaceLook& look, Point eye, float side, FaceCanvas& canvas)
{
    const float y = eye.y - 7.6f - 1.3f * face.browHeight, lift = 2.0f * face.browAngle;
    const Color color = mixed(look.hairShade, look.skinShade, 0.12f);
    canvas.fill(line({{eye.x - side * 6, y + lift},
                      {eye.x + side * 0.8f, y - 1.5f},
                      {eye.x + side * 6.8f, y + 0.9f - lift}},
                     2.5f + 1.0f * face.browThickness, 1.2f),
                color);
}

void drawEye(const FaceFactors& face, const FaceLook& look, float side, FaceCanvas& canvas)
{
    const Point eye = eyeAt(face, look, side);
    const float w = 5.3f + 0.6f * face.eyeSize, h = 3.0f + 0.75f * face.eyeOpenness;
    const Point iris{eye.x + 0.35f * look.turn * 0.6f + 1.1f * face.gaze, eye.y};
    canvas.fill(ellipse({eye.x, eye.y - 0.6f}, w + 1.4f, h + 2.2f), look.skinShade, 0.35f); // the socket
    const Shape white = mirroredBlob(eye.x, {{0, eye.y - h},
                                             {0.65f * w, eye.y - 0.7f * h},
                                             {w, eye.y + 0.1f * h},
                                             {0.55f * w, eye.y + 0.85f * h},
                                             {0, eye.y + h}});
    canvas.fill(white, kWhite);
    canvas.fill(ellipse(iris, 2.7f, std::min(2.7f, h)), kIris[static_cast<std::size_t>(face.iris)]);
    canvas.fill(ellipse(iris, 1.4f, std::min(1.4f, h)), kInk);
    canvas.fill(ellipse({iris.x - 0.9f, iris.y - 0.9f}, 0.65f, 0.65f), kWhite);
    const float lash = 1.1f + 0.9f * face.lipColor;
    canvas.fill(
        line({{eye.x - w, eye.y + 0.1f * h}, {eye.x, eye.y - h - 0.2f}, {eye.x + w, eye.y + 0.1f * h}}, lash,
             0.5f),
        scaled(look.skinShade, 0.3f));
    drawBrow(face, look, eye, side, canvas);
}

void drawNose(const FaceFactors& face, const FaceLook& look, FaceCanvas& canvas)
{
    const float x = look.middle.x + 1.25f * look.turn, y = look.middle.y + 0.27f * look.halfHeight;
    const float w = 4.3f + 1.1f * face.nose, away = face.yaw > 0 ? -1.0f : 1.0f;
    canvas.fill(line({{x - away * 1.2f, look.eyeLine() + 1},
                      {x - away * 2.2f, y - 4},
                      {x - away * (w - 0.8f), y + 0.5f}},
                     1.5f, 0.6f),
                look.skinShade, 0.75f);
    canvas.fill(ellipse({x, y}, w, 2.6f + 0.4f * face.nose), look.skinShade, 0.7f);
    canvas.fill(ellipse({x, y - 1.2f}, w - 0.9f, 2.5f + 0.4f * face.nose),
                mixed(look.skin, look.skinLight, 0.35f));
    canvas.fill(ellipse({x + 0.4f * away, y - 7}, 1.1f, 5), look.skinLight, 0.5f);
    for (const float side : {-1.0f, 1.0f})
        canvas.fill(ellipse({x + side * 0.48f * w, y + 1.3f}, 1.0f, 0.7f), scaled(look.skinShade, 0.55f));
}

/// The lens between two curves through the corners of the mouth, `above` and `below` its middle line.
Shape mouthShape(const Mouth& m, float widthShare, float above, float below)
{
    const float w = m.halfWidth * widthShare, x = m.center.x, y = m.center.y;
    return blob({{x - w, y - 0.5f * m.curve},
                 {x - 0.5f * w, y + 0.3f * m.curve - above},
                 {x, y + 0.5f * m.curve - above},
                 {x + 0.5f * w, y + 0.3f * m.curve - above},
                 {x + w, y - 0.5f * m.curve},
                 {x + 0.55f * w, y + 0.35f * m.curve + 0.85f * below},
                 {x, y + 0.6f * m.curve + below},
                 {x - 0.55f * w, y + 0.35f * m.curve + 0.85f * below}});
}

void drawMouth(const FaceFactors& face, const FaceLook& look, FaceCanvas& canvas)
{
    const Mouth m = mouthOf(face, look);
    canvas.fill(ellipse({m.center.x, m.center.y + m.open + 5.2f}, 0.55f * m.halfWidth, 1.2f), look.skinShade,
                0.5f);
    canvas.fill(mouthShape(m, 1, 1.9f, 2.4f + m.open), look.lips);
    if (m.open == 0)
        return canvas.fill(mouthShape(m, 1, 0.55f, 0.55f), scaled(look.lips, 0.45f));
    canvas.fill(mouthShape(m, 0.86f, 0.3f, m.open), kMouthInside);
    if (face.teeth)
        canvas.fill(mouthShape(m, 0.8f, 0.2f, std::min(0.62f * m.open, 2.4f)), kWhite);
}

} // namespace

/// Where the eyes are; `side` is -1 or 1. The eye that is turned away is nearer to the nose.
Point eyeAt(const FaceFactors& face, const FaceLook& look, float side)
{
    const float spacing = 0.455f * look.halfWidth + 0.9f * face.eyeSpacing;
    return {look.middle.x + look.turn + side * spacing * (1 - 0.13f * side * face.yaw), look.eyeLine()};
}

Mouth mouthOf(const FaceFactors& face, const FaceLook& look)
{
    return {{look.middle.x + look.turn, look.middle.y + 0.575f * look.halfHeight},
            8.6f + 1.4f * face.mouthWidth + 0.8f * std::max(0.0f, face.smile),
            0.6f + 2.9f * face.smile,
            face.mouthOpenness > 0 ? 1.3f + 3.2f * face.mouthOpenness : 0};
}

void drawHead(const FaceFactors& face, const FaceLook& look, FaceCanvas& canvas)
{
    const float ear = look.halfWidth + 1.2f, y = look.middle.y + 1.5f;
    for (const float side : {-1.0f, 1.0f}) {
        const Point at{look.middle.x + side * ear - 0.45f * look.turn, y};
        canvas.fill(ellipse(at, 4, 6.8f), look.skin);
        canvas.fill(ellipse({at.x + side * 0.3f, at.y + 0.5f}, 1.9f, 4), look.skinShade, 0.8f);
    }
    const Shape head = headShape(face, look);
    canvas.fill(head, look.skin);
    canvas.fill(rim(head, 2.4f), look.skinShade, 0.3f);
    for (const float side : {-1.0f, 1.0f})
        canvas.fill(ellipse({look.middle.x + look.turn + side * 0.56f * look.halfWidth,
                             look.middle.y + 0.3f * look.halfHeight},
                            5.2f, 4),
                    {0.88f, 0.34f, 0.3f}, 0.26f * face.cheeks);
    canvas.fill(
        ellipse({look.middle.x + 0.6f * look.turn + 5 * face.lightX, look.middle.y - 0.6f * look.halfHeight},
                11, 5),
        look.skinLight, 0.35f);
}

void drawNoseAndMouth(const FaceFactors& face, const FaceLook& look, FaceCanvas& canvas)
{
    drawNose(face, look, canvas);
    drawMouth(face, look, canvas);
}

void drawEyes(const FaceFactors& face, const FaceLook& look, FaceCanvas& canvas)
{
    for (const float side : {-1.0f, 1.0f})
        drawEye(face, look, side, canvas);
}

} // namespace gan
