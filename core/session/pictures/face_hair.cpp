#include "core/session/pictures/face_painter.h"

#include <cmath>

namespace gan {

namespace {

/// Hair over the skull: from ear to ear over the top, `standOff` above it, and back along the hairline, which
/// is `hairline` under the top of the head.
Shape cap(const FaceLook& look, float standOff, float hairline, float ears)
{
    const float w = look.halfWidth, h = look.halfHeight, x = look.middle.x, y = look.middle.y;
    return mirroredBlob(x, {{0, look.top() - standOff},
                            {0.62f * w, look.top() + 0.1f * h - standOff},
                            {w + 0.35f * standOff, y - 0.5f * h},
                            {w + 0.8f, ears},
                            {0.9f * w, ears},
                            {0.88f * w, y - 0.42f * h},
                            {0.55f * w, look.top() + hairline + 1},
                            {0, look.top() + hairline}});
}

void drawGloss(const FaceFactors& face, const FaceLook& look, FaceCanvas& canvas)
{
    const float x = look.middle.x + 7 * face.lightX, y = look.top() + 2.5f;
    canvas.fill(line({{x - 12, y + 3.5f}, {x, y}, {x + 12, y + 3.5f}}, 2.6f, 0.6f), look.hairLight, 0.8f);
}

/// A fringe that is combed from the parting to the other side.
void drawSweep(const FaceLook& look, FaceCanvas& canvas)
{
    const float w = look.halfWidth, h = look.halfHeight, x = look.middle.x, m = look.mirror;
    canvas.fill(blob({{x - m * 0.5f * w, look.top() - look.volume},
                      {x + m * 0.35f * w, look.top() - look.volume - 1.5f},
                      {x + m * 0.97f * w, look.middle.y - 0.55f * h},
                      {x + m * 0.93f * w, look.middle.y - 0.22f * h},
                      {x + m * 0.45f * w, look.top() + 0.42f * h},
                      {x - m * 0.35f * w, look.top() + 0.24f * h}}),
                look.hair);
    canvas.fill(line({{x - m * 0.5f * w, look.top() - 1},
                      {x - m * 0.1f * w, look.top() + 0.2f * h},
                      {x + m * 0.6f * w, look.top() + 0.4f * h}},
                     1.6f, 0.5f),
                look.hairShade, 0.8f);
}

/// Curls along the skull, from one ear over the top to the other.
void drawCurls(const FaceLook& look, float from, float to, float radius, float reach, Color color,
               FaceCanvas& canvas)
{
    constexpr int kCurls = 11;
    for (int i = 0; i < kCurls; ++i) {
        const float angle = from + (to - from) * static_cast<float>(i) / (kCurls - 1);
        const Point at{look.middle.x + std::sin(angle) * (look.halfWidth + reach),
                       look.middle.y - 3 - std::cos(angle) * (look.halfHeight + reach - 3)};
        canvas.fill(ellipse(at, radius, radius), i % 2 ? color : scaled(color, 0.9f));
    }
}

/// Hair that hangs: from the top down to `bottom`, `flare` wider there.
Shape mane(const FaceLook& look, float bottom, float flare)
{
    const float w = look.halfWidth + look.volume, y = look.middle.y, h = look.halfHeight;
    return mirroredBlob(look.middle.x, {{0, look.top() - look.volume},
                                        {0.62f * w, look.top() + 0.08f * h - look.volume},
                                        {w, y - 0.4f * h},
                                        {w + 0.4f * flare, y + 0.3f * h},
                                        {w + flare, bottom - 5},
                                        {0.75f * w + flare, bottom},
                                        {0, bottom}});
}

/// Two curtains that leave the forehead free.
void drawMiddleParting(const FaceLook& look, float bottom, FaceCanvas& canvas)
{
    const float w = look.halfWidth, h = look.halfHeight, x = look.middle.x + look.mirror * 3;
    for (const float side : {-1.0f, 1.0f}) {
        const float outer = look.middle.x + side * (w + look.volume), edge = look.middle.x + side * w;
        canvas.fill(blob({{x, look.top() - look.volume},
                          {(x + outer) / 2 + side * 4, look.top() - 0.5f * look.volume + 2},
                          {outer - side, look.middle.y - 0.35f * h},
                          {outer + side, look.middle.y + 0.3f * h},
                          {outer - side * 1.5f, bottom},
                          {edge - side * 2.5f, bottom - 1},
                          {edge - side * 1.5f, look.middle.y + 0.15f * h},
                          {edge - side * 5, look.middle.y - 0.3f * h},
                          {x + side * 1.5f, look.top() + 0.24f * h}}),
                    look.hair);
        canvas.fill(line({{x + side * 2, look.top() + 1},
                          {edge - side * 4, look.middle.y - 0.35f * h},
                          {edge + side * 1.2f, look.middle.y + 0.4f * h}},
                         1.2f, 0.4f),
                    look.hairShade, 0.7f);
    }
}

/// Straight hair over the forehead, and sides to the jaw.
void drawFringe(const FaceLook& look, FaceCanvas& canvas)
{
    const float w = look.halfWidth, h = look.halfHeight, x = look.middle.x,
                bottom = look.middle.y + 0.62f * h;
    canvas.fill(cap(look, look.volume, 0.5f * h, look.middle.y - 0.1f * h), look.hair);
    for (const float side : {-1.0f, 1.0f})
        canvas.fill(blob({{x + side * (w - 3), look.middle.y - 0.5f * h},
                          {x + side * (w + look.volume), look.middle.y - 0.3f * h},
                          {x + side * (w + look.volume + 2), bottom - 4},
                          {x + side * (w + 1), bottom},
                          {x + side * (w - 4.5f), bottom - 5},
                          {x + side * (w - 3), look.middle.y}}),
                    look.hair);
    canvas.fill(line({{x - 0.75f * w, look.top() + 0.46f * h},
                      {x, look.top() + 0.5f * h},
                      {x + 0.75f * w, look.top() + 0.46f * h}},
                     1.6f, 0.5f),
                look.hairShade, 0.8f);
}

void drawBald(const FaceFactors& face, const FaceLook& look, FaceCanvas& canvas)
{
    canvas.fill(ellipse({look.middle.x + 8 * face.lightX, look.top() + 5}, 8, 3), {1, 0.98f, 0.94f}, 0.4f);
    if (face.hairVolume < 0) // a wreath is left
        return;
    for (const float side : {-1.0f, 1.0f})
        canvas.fill(ellipse({look.middle.x + side * (look.halfWidth - 0.2f), look.middle.y - 8}, 3, 7.5f),
                    look.hair);
}

} // namespace

void drawHairBehind(const FaceFactors& face, const FaceLook& look, FaceCanvas& canvas)
{
    switch (face.hair) {
    case Hair::Curly:
        drawCurls(look, -2.2f, 2.2f, 8 + 0.5f * look.volume, 1.2f * look.volume - 1, look.hairShade, canvas);
        return;
    case Hair::Long:
        return canvas.fill(mane(look, 108, 5), look.hairShade);
    case Hair::Bob:
        return canvas.fill(mane(look, look.chin() - 2, 3), look.hairShade);
    case Hair::Bun: {
        const Point bun{look.middle.x + look.mirror * 2, look.top() - 6};
        canvas.fill(ellipse(bun, 9.5f, 8), look.hairShade);
        return canvas.fill(ellipse({bun.x, bun.y - 0.5f}, 8, 6.5f), look.hair);
    }
    default:
        return;
    }
}

void drawHairInFront(const FaceFactors& face, const FaceLook& look, FaceCanvas& canvas)
{
    const float h = look.halfHeight, ears = look.middle.y - 0.05f * h;
    switch (face.hair) {
    case Hair::Bald:
        return drawBald(face, look, canvas);
    case Hair::Short:
        canvas.fill(cap(look, 0.7f * look.volume, 0.3f * h, ears), look.hair);
        break;
    case Hair::Side:
        canvas.fill(cap(look, 0.8f * look.volume, 0.2f * h, ears), look.hair);
        drawSweep(look, canvas);
        break;
    case Hair::Curly:
        canvas.fill(cap(look, look.volume, 0.26f * h, ears), look.hair);
        drawCurls(look, -1.35f, 1.35f, 6, -1, look.hair, canvas);
        return;
    case Hair::Long:
        drawMiddleParting(look, 100, canvas);
        break;
    case Hair::Bob:
        drawFringe(look, canvas);
        break;
    case Hair::Bun:
        canvas.fill(cap(look, 0.5f * look.volume, 0.22f * h, ears), look.hair);
    }
    drawGloss(face, look, canvas);
}

} // namespace gan
