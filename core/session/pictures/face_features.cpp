#include "core/session/pictures/face_painter.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace gan {

namespace {

constexpr std::array<Colour, kIrisColours> kIris{Colour{0.23f, 0.13f, 0.08f},
                                                 {0.42f, 0.26f, 0.12f},
                                                 {0.24f, 0.45f, 0.68f},
                                                 {0.28f, 0.48f, 0.3f},
                                                 {0.45f, 0.5f, 0.52f}};
constexpr Colour kWhite{0.97f, 0.96f, 0.94f}, kInk{0.07f, 0.05f, 0.06f}, kMouthInside{0.3f, 0.06f, 0.07f};

/// Where the eyes are; `side` is -1 or 1. The eye that is turned away is nearer to the nose.
Point eyeAt(const FaceFactors& face, const FaceLook& look, float side)
{
    const float spacing = 0.455f * look.halfWidth + 0.9f * face.eyeSpacing;
    return {look.middle.x + look.turn + side * spacing * (1 - 0.13f * side * face.yaw), look.eyeLine()};
}

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
    const Colour colour = mixed(look.hairShade, look.skinShade, 0.12f);
    canvas.fill(line({{eye.x - side * 6, y + lift},
                      {eye.x + side * 0.8f, y - 1.5f},
                      {eye.x + side * 6.8f, y + 0.9f - lift}},
                     2.5f + 1.0f * face.browThickness, 1.2f),
                colour);
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
    const float lash = 1.1f + 0.9f * face.lipColour;
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

struct Mouth {
    Point centre;
    float halfWidth, curve, open;
};

Mouth mouthOf(const FaceFactors& face, const FaceLook& look)
{
    return {{look.middle.x + look.turn, look.middle.y + 0.575f * look.halfHeight},
            8.6f + 1.4f * face.mouthWidth + 0.8f * std::max(0.0f, face.smile),
            0.6f + 2.9f * face.smile,
            face.mouthOpenness > 0 ? 1.3f + 3.2f * face.mouthOpenness : 0};
}

/// The lens between two curves through the corners of the mouth, `above` and `below` its middle line.
Shape mouthShape(const Mouth& m, float widthShare, float above, float below)
{
    const float w = m.halfWidth * widthShare, x = m.centre.x, y = m.centre.y;
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
    canvas.fill(ellipse({m.centre.x, m.centre.y + m.open + 5.2f}, 0.55f * m.halfWidth, 1.2f), look.skinShade,
                0.5f);
    canvas.fill(mouthShape(m, 1, 1.9f, 2.4f + m.open), look.lips);
    if (m.open == 0)
        return canvas.fill(mouthShape(m, 1, 0.55f, 0.55f), scaled(look.lips, 0.45f));
    canvas.fill(mouthShape(m, 0.86f, 0.3f, m.open), kMouthInside);
    if (face.teeth)
        canvas.fill(mouthShape(m, 0.8f, 0.2f, std::min(0.62f * m.open, 2.4f)), kWhite);
}

/// The lower face from ear to ear, with the cheeks left free.
Shape fullBeard(const FaceFactors& face, const FaceLook& look)
{
    const float w = look.halfWidth, h = look.halfHeight, y = look.middle.y, x = look.middle.x;
    const float jaw = 0.74f + 0.1f * face.jaw, mouth = y + 0.575f * h;
    return blob({{x - 1.01f * w, y + 0.05f * h},
                 {x - 0.97f * w, y + 0.4f * h},
                 {x - (jaw + 0.03f) * w, y + 0.76f * h},
                 {x - jaw * 0.55f * w, y + 1.03f * h},
                 {x, y + 1.1f * h},
                 {x + jaw * 0.55f * w, y + 1.03f * h},
                 {x + (jaw + 0.03f) * w, y + 0.76f * h},
                 {x + 0.97f * w, y + 0.4f * h},
                 {x + 1.01f * w, y + 0.05f * h},
                 {x + 0.78f * w, y + 0.3f * h},
                 {x + look.turn + 0.42f * w, mouth - 4.4f},
                 {x + look.turn, mouth - 5},
                 {x + look.turn - 0.42f * w, mouth - 4.4f},
                 {x - 0.78f * w, y + 0.3f * h}});
}

void drawMoustache(const FaceFactors& face, const FaceLook& look, float heavy, FaceCanvas& canvas)
{
    const Mouth m = mouthOf(face, look);
    const float x = m.centre.x, y = m.centre.y - 3.4f, w = m.halfWidth + 1.2f;
    canvas.fill(mirroredBlob(x, {{0, y - 1.1f * heavy},
                                 {0.55f * w, y - 0.8f * heavy},
                                 {w, y + 2.6f},
                                 {0.5f * w, y + 1.7f},
                                 {0, y + 1.2f}}),
                look.hairShade);
}

void drawGoatee(const FaceFactors& face, const FaceLook& look, FaceCanvas& canvas)
{
    const Mouth m = mouthOf(face, look);
    const float x = look.middle.x + 0.8f * look.turn, y = m.centre.y;
    canvas.fill(mirroredBlob(x, {{0, y + 3},
                                 {4.5f, y + 4},
                                 {9, y + 1},
                                 {8.5f, look.chin() - 5},
                                 {5, look.chin() + 2.4f},
                                 {0, look.chin() + 3.6f}}),
                look.hairShade);
    drawMoustache(face, look, 1, canvas);
}

void drawLens(const FaceFactors& face, Point eye, FaceCanvas& canvas)
{
    const Shape lens =
        face.glasses == Glasses::Round ? ellipse(eye, 8.6f, 8.4f) : roundedBox(eye, 9.2f, 6.8f, 0.45f);
    if (face.glasses == Glasses::Dark)
        return canvas.fill(lens, {0.09f, 0.09f, 0.12f}, 0.96f);
    canvas.fill(lens, {0.85f, 0.93f, 1}, 0.14f);
    canvas.fill(rim(lens, face.glasses == Glasses::Round ? 1.7f : 2.2f), {0.1f, 0.09f, 0.1f});
}

} // namespace

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

void drawBeard(const FaceFactors& face, const FaceLook& look, FaceCanvas& canvas)
{
    switch (face.beard) {
    case Beard::None:
        return;
    case Beard::Full:
        canvas.fill(fullBeard(face, look), look.hair);
        return drawMoustache(face, look, 1.6f, canvas);
    case Beard::Stubble:
        return canvas.fill(fullBeard(face, look), mixed(look.hairShade, {0.2f, 0.2f, 0.22f}, 0.4f), 0.4f);
    case Beard::Moustache:
        return drawMoustache(face, look, 2, canvas);
    case Beard::Goatee:
        drawGoatee(face, look, canvas);
    }
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

void drawGlasses(const FaceFactors& face, const FaceLook& look, FaceCanvas& canvas)
{
    if (face.glasses == Glasses::None)
        return;
    constexpr Colour frame{0.1f, 0.09f, 0.1f};
    const Point left = eyeAt(face, look, -1), right = eyeAt(face, look, 1);
    const float reach = look.halfWidth - 0.45f * std::abs(look.turn);
    canvas.fill(line({{left.x + 7.5f, left.y - 0.6f},
                      {(left.x + right.x) / 2, left.y - 2},
                      {right.x - 7.5f, right.y - 0.6f}},
                     1.7f, 1.5f),
                frame);
    canvas.fill(line({{left.x - 8, left.y - 1}, {look.middle.x - reach, left.y - 2}}, 1.5f, 1.5f), frame);
    canvas.fill(line({{right.x + 8, right.y - 1}, {look.middle.x + reach, right.y - 2}}, 1.5f, 1.5f), frame);
    drawLens(face, left, canvas);
    drawLens(face, right, canvas);
}

} // namespace gan
