#include "core/session/pictures/face_painter.h"

#include <algorithm>
#include <array>

namespace gan {

namespace {

constexpr Color rgb(int value)
{
    return {static_cast<float>(value >> 16 & 255) / 255, static_cast<float>(value >> 8 & 255) / 255,
            static_cast<float>(value & 255) / 255};
}

constexpr std::array kSkin{rgb(0xfbe0d0), rgb(0xf1c7a6), rgb(0xdba67c),
                           rgb(0xb97d4f), rgb(0x85532f), rgb(0x4f2f1d)};
constexpr std::array<Color, kHairColors> kHair{rgb(0x17141a), rgb(0x3a2418), rgb(0x6b4020), rgb(0x85301f),
                                               rgb(0xcf6a2a), rgb(0xe6bd62), rgb(0x8d8d90), rgb(0xe9e6e0)};
constexpr std::array<Color, kClothes> kCloth{rgb(0x24324f), rgb(0xa3262f), rgb(0x1f6b52),
                                             rgb(0xe9e7e1), rgb(0x3c74b0), rgb(0x3a383d)};
constexpr std::array<Color, kBackdrops> kMuted{rgb(0x8fa6bb), rgb(0xc4b8a2), rgb(0x7f978b), rgb(0xa79db0),
                                               rgb(0xb9bcbf)};

Color skinOf(float tone)
{
    const float place = tone * (kSkin.size() - 1);
    const auto anchor = std::min(static_cast<std::size_t>(place), kSkin.size() - 2);
    return mixed(kSkin[anchor], kSkin[anchor + 1], place - static_cast<float>(anchor));
}

/// A saturated color: red to red over `hue` from 0 to 1.
Color vivid(float hue, float brightness)
{
    const auto part = [&](float shift) {
        const float place = 6 * (hue + shift - static_cast<float>(static_cast<int>(hue + shift)));
        return brightness * (0.25f + 0.75f * std::clamp(std::min(place, 4 - place), 0.0f, 1.0f));
    };
    return {part(1 / 3.0f), part(0), part(2 / 3.0f)};
}

void drawRandomBackdrop(const FaceFactors& face, FaceCanvas& canvas)
{
    std::uint64_t stream = 0;
    const auto chance = [&] { return faceChance(face.backdropSeed, 0, stream++); };
    const auto color = [&] { return vivid(chance(), 0.4f + 0.6f * chance()); };
    canvas.fillBackdrop(color(), color());
    for (int i = 0; i < 4; ++i) {
        const Point center{100 * chance(), 100 * chance()};
        const float radiusX = 8 + 22 * chance(), radiusY = 8 + 22 * chance();
        canvas.fill(roundedBox(center, radiusX, radiusY, 0.3f + 0.7f * chance()), color(), 0.8f);
    }
}

void drawShoulders(const FaceLook& look, Color cloth, FaceCanvas& canvas)
{
    const float y = look.chin();
    canvas.fill(
        mirroredBlob(50, {{0, y + 6}, {13, y + 5.5f}, {28, y + 9}, {41, y + 15}, {47, y + 40}, {0, 140}}),
        cloth);
    for (const float side : {-1.0f, 1.0f}) // where the arms begin
        canvas.fill(line({{50 + side * 33, y + 17}, {50 + side * 31, y + 30}}, 1.6f, 0.5f),
                    scaled(cloth, 0.6f));
}

void drawNeckline(const FaceFactors& face, const FaceLook& look, Color cloth, FaceCanvas& canvas)
{
    const float y = look.chin() + 4;
    const Color edge = scaled(cloth, 0.72f);
    switch (face.neckline) {
    case Neckline::Round:
        canvas.fill(ellipse({50, y}, 14, 6.5f), edge);
        return canvas.fill(ellipse({50, y - 0.8f}, 12, 5.4f), look.skinShade);
    case Neckline::V:
        canvas.fill({{37, y + 1.5f}, {63, y + 1.5f}, {50, y + 16}}, edge);
        return canvas.fill({{39, y + 1}, {61, y + 1}, {50, y + 12.5f}}, look.skinShade);
    case Neckline::Collar:
        canvas.fill({{39, y}, {61, y}, {50, y + 10}}, look.skinShade);
        for (const float side : {-1.0f, 1.0f})
            canvas.fill(
                {{50 + side * 11, y - 2}, {50 + side * 20, y + 4}, {50 + side * 9, y + 14}, {50, y + 6}},
                mixed(cloth, {1, 1, 1}, 0.55f));
    }
}

} // namespace

FaceLook::FaceLook(const FaceFactors& face)
    : skin(skinOf(face.skin))
    , skinShade(mixed(scaled(skin, 0.74f), {0.45f, 0.12f, 0.08f}, 0.1f))
    , skinLight(mixed(skin, {1, 0.96f, 0.9f}, 0.3f))
    , hair(scaled(kHair[static_cast<std::size_t>(face.hairColor)], 1 + 0.14f * face.hairShade))
    , hairShade(scaled(hair, 0.68f))
    , hairLight(mixed(hair, {1, 0.95f, 0.88f}, 0.2f))
    , lips(mixed(mixed(scaled(skin, 0.8f), {0.6f, 0.2f, 0.18f}, 0.35f), {0.76f, 0.12f, 0.2f},
                 0.85f * face.lipColor))
    , halfWidth(26 + 2.4f * face.faceWidth)
    , halfHeight(31 + 2.6f * face.faceHeight)
    , turn(4.8f * face.yaw)
    , volume(4.5f + 2 * face.hairVolume)
    , mirror(face.parting ? -1.0f : 1.0f)
{
}

void drawBackdrop(const FaceFactors& face, FaceCanvas& canvas)
{
    if (face.randomBackdrop)
        return drawRandomBackdrop(face, canvas);
    const Color middle =
        scaled(kMuted[static_cast<std::size_t>(face.backdrop)], 0.92f + 0.1f * face.backdropShade);
    canvas.fillBackdrop(scaled(middle, 1.1f), scaled(middle, 0.84f));
}

void drawBody(const FaceFactors& face, const FaceLook& look, FaceCanvas& canvas)
{
    const Color cloth = kCloth[static_cast<std::size_t>(face.clothes)];
    const float y = look.chin();
    drawShoulders(look, cloth, canvas);
    drawNeckline(face, look, cloth, canvas);
    canvas.fill(mirroredBlob(50, {{0, y - 20}, {12, y - 18}, {11.5f, y}, {13, y + 6}, {0, y + 9}}),
                look.skinShade);
}

void drawFace(const FaceFactors& face, int side, std::uint8_t* bytes)
{
    FaceCanvas canvas(side);
    const FaceLook look(face);
    const Light light{1 + 0.1f * face.brightness, 0.2f * face.lightX, -0.03f};
    canvas.setLight({1 + 0.05f * face.brightness, 0.07f * face.lightX, 0});
    drawBackdrop(face, canvas);
    canvas.setLight(light);
    canvas.setPlacement({face.roll * 0.01745329f, face.x, face.y});
    drawHairBehind(face, look, canvas);
    drawBody(face, look, canvas);
    drawHead(face, look, canvas);
    drawBeard(face, look, canvas);
    drawNoseAndMouth(face, look, canvas);
    drawEyes(face, look, canvas);
    drawHairInFront(face, look, canvas);
    drawGlasses(face, look, canvas);
    canvas.write(bytes);
}

} // namespace gan
