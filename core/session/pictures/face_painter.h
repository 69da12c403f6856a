#pragma once

#include "core/session/pictures/face_canvas.h"
#include "core/session/pictures/face_factors.h"

namespace gan {

/// Changes whenever faces of the same factors would look different: cached faces are then drawn anew.
constexpr int kFaceDrawing = 1;

/// Draws the face as side x side pixels, RGB RGB, rows from the top. Any thread; about a millisecond at 32.
void drawFace(const FaceFactors& face, int side, std::uint8_t* bytes);

/// Colors and lengths that several parts of a face share, in the units of the canvas.
struct FaceLook {
    explicit FaceLook(const FaceFactors& face);

    Color skin, skinShade, skinLight, hair, hairShade, hairLight, lips;
    float halfWidth, halfHeight; ///< of the head
    Point middle{50, 51};        ///< of the head
    float turn;                  ///< how far eyes, nose and mouth are moved by the yaw
    float volume;                ///< how far hair stands off the head
    float mirror;                ///< -1: parting on the other side

    float top() const { return middle.y - halfHeight; }
    float chin() const { return middle.y + halfHeight; }
    float eyeLine() const { return middle.y - 0.04f * halfHeight; }
};

/// Where the eyes are; `side` is -1 or 1. The eye that is turned away is nearer to the nose.
Point eyeAt(const FaceFactors& face, const FaceLook& look, float side);

struct Mouth {
    Point center;
    float halfWidth, curve, open;
};
Mouth mouthOf(const FaceFactors& face, const FaceLook& look);

void drawBackdrop(const FaceFactors& face, FaceCanvas& canvas);
void drawHairBehind(const FaceFactors& face, const FaceLook& look, FaceCanvas& canvas);
void drawBody(const FaceFactors& face, const FaceLook& look, FaceCanvas& canvas);
void drawHead(const FaceFactors& face, const FaceLook& look, FaceCanvas& canvas);
void drawBeard(const FaceFactors& face, const FaceLook& look, FaceCanvas& canvas);
void drawNoseAndMouth(const FaceFactors& face, const FaceLook& look, FaceCanvas& canvas);
void drawEyes(const FaceFactors& face, const FaceLook& look, FaceCanvas& canvas);
void drawHairInFront(const FaceFactors& face, const FaceLook& look, FaceCanvas& canvas);
void drawGlasses(const FaceFactors& face, const FaceLook& look, FaceCanvas& canvas);

} // namespace gan
