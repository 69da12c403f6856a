#include "core/session/pictures/face_painter.h"

#include <cmath>

namespace gan {

namespace {

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
    const float x = m.center.x, y = m.center.y - 3.4f, w = m.halfWidth + 1.2f;
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
    const float x = look.middle.x + 0.8f * look.turn, y = m.center.y;
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

void drawGlasses(const FaceFactors& face, const FaceLook& look, FaceCanvas& canvas)
{
    if (face.glasses == Glasses::None)
        return;
    constexpr Color frame{0.1f, 0.09f, 0.1f};
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
