#include "core/session/pictures/face_factors.h"

#include "core/random_seed.h"

#include <array>

namespace gan {

namespace {

/// Streams of random numbers. The order is part of what a seed means.
enum Stream : std::uint64_t {
    Skin,
    HairColor,
    HairShade,
    HairStyle,
    HairVolume,
    Parting,
    FaceWidth,
    FaceHeight,
    Jaw,
    Yaw,
    Roll,
    X,
    Y,
    EyeSpacing,
    EyeOpenness,
    EyeSize,
    Gaze,
    Iris,
    BrowAngle,
    BrowThickness,
    BrowHeight,
    Nose,
    Smile,
    MouthWidth,
    MouthOpenness,
    Teeth,
    LipColor,
    Cheeks,
    HasBeard,
    BeardStyle,
    HasGlasses,
    GlassesStyle,
    Clothes,
    Neck,
    LightX,
    Brightness,
    Backdrop,
    BackdropShade,
    BackdropSeed,
};
constexpr std::uint64_t kStreams = 64; // of one face

/// The random numbers of one face.
class Chances {
public:
    Chances(std::uint64_t seed, std::int64_t index)
        : m_seed(seed)
        , m_index(static_cast<std::uint64_t>(index))
    {
    }

    float unit(Stream stream) const { return faceChance(m_seed, m_index, stream); }
    float even(Stream stream) const { return 2 * unit(stream) - 1; }
    bool happens(Stream stream, double share) const { return unit(stream) < share; }
    int below(Stream stream, int limit) const
    {
        return static_cast<int>(unit(stream) * static_cast<float>(limit));
    }
    /// Nearly a bell curve with standard deviation 1, never beyond 2.83: three evenly spread numbers.
    float bell(Stream stream) const
    {
        float sum = 0;
        for (std::uint64_t i = 1; i <= 3; ++i)
            sum += 2 * faceChance(m_seed, m_index, stream + i * kStreams) - 1;
        return sum;
    }
    /// One of the numbers 0, 1, ... with these shares, which add up to 100.
    template <std::size_t N>
    int oneOf(Stream stream, const std::array<int, N>& shares) const
    {
        float left = unit(stream) * 100;
        for (std::size_t i = 0; i + 1 < N; ++i)
            if ((left -= static_cast<float>(shares[i])) < 0)
                return static_cast<int>(i);
        return static_cast<int>(N) - 1;
    }

private:
    std::uint64_t m_seed, m_index;
};

bool wearsBeards(Hair hair)
{
    return hair == Hair::Bald || hair == Hair::Short || hair == Hair::Side || hair == Hair::Curly;
}

void setHead(FaceFactors& face, const Chances& chance)
{
    face.skin = chance.unit(Skin);
    //                                      bald short side curly long bob bun
    face.hair = static_cast<Hair>(chance.oneOf(HairStyle, std::array{10, 17, 15, 16, 17, 14, 11}));
    // Dark skin goes with dark hair more often; black, dark brown, brown, red, ginger, blond, gray, white.
    face.hairColor = face.skin > 0.6f ? chance.oneOf(HairColor, std::array{46, 20, 8, 4, 2, 4, 8, 8})
                                      : chance.oneOf(HairColor, std::array{16, 16, 16, 10, 12, 14, 8, 8});
    face.hairShade = chance.even(HairShade);
    face.hairVolume = chance.even(HairVolume);
    face.parting = chance.happens(Parting, 0.5);
    face.faceWidth = chance.even(FaceWidth);
    face.faceHeight = chance.even(FaceHeight);
    face.jaw = chance.even(Jaw);
}

void setExpression(FaceFactors& face, const Chances& chance)
{
    face.eyeSpacing = chance.even(EyeSpacing);
    face.eyeOpenness = chance.even(EyeOpenness);
    face.eyeSize = chance.even(EyeSize);
    face.gaze = chance.even(Gaze);
    face.iris = face.skin > 0.6f && chance.unit(Iris) < 0.8f ? 0 : chance.below(Iris, kIrisColors);
    face.browAngle = chance.even(BrowAngle);
    face.browThickness = chance.even(BrowThickness);
    face.browHeight = chance.even(BrowHeight);
    face.nose = chance.even(Nose);
    face.smile = chance.even(Smile);
    face.mouthWidth = chance.even(MouthWidth);
    face.mouthOpenness = chance.happens(MouthOpenness, 0.5) ? 2 * chance.unit(MouthOpenness) : 0;
    face.teeth = chance.happens(Teeth, 0.6);
    face.lipColor = chance.unit(LipColor) * (wearsBeards(face.hair) ? 0.35f : 1.0f);
    face.cheeks = chance.unit(Cheeks);
}

void setWear(FaceFactors& face, const Chances& chance, const FaceDifficulty& difficulty)
{
    if (wearsBeards(face.hair) && chance.happens(HasBeard, 0.55))
        face.beard = static_cast<Beard>(1 + chance.oneOf(BeardStyle, std::array{34, 22, 22, 22}));
    if (chance.happens(HasGlasses, difficulty.glasses))
        face.glasses = static_cast<Glasses>(1 + chance.oneOf(GlassesStyle, std::array{38, 38, 24}));
    face.clothes = chance.below(Clothes, kClothes);
    face.neckline = static_cast<Neckline>(chance.below(Neck, 3));
}

void setScene(FaceFactors& face, const Chances& chance, const FaceDifficulty& difficulty)
{
    if (difficulty.variedPose) {
        face.yaw = chance.even(Yaw);
        face.roll = 3 * chance.bell(Roll);
        face.x = 1.0f * chance.bell(X);
        face.y = 1.0f * chance.bell(Y);
    }
    face.lightX = chance.even(LightX);
    face.brightness = chance.even(Brightness);
    face.backdrop = chance.below(Backdrop, kBackdrops);
    face.backdropShade = chance.even(BackdropShade);
    face.randomBackdrop = difficulty.randomBackgrounds;
    face.backdropSeed = static_cast<std::uint64_t>(chance.unit(BackdropSeed) * 16777216);
}

} // namespace

float faceChance(std::uint64_t seed, std::uint64_t index, std::uint64_t stream)
{
    const std::uint64_t face = mixSeed(seed, index, Purpose::RealData);
    // 24 bits: as many as a float holds exactly, so the number stays below 1.
    return static_cast<float>(mixSeed(face, stream, Purpose::RealData) >> 40) / 16777216.0f;
}

FaceFactors faceFactors(std::uint64_t seed, std::int64_t index, const FaceDifficulty& difficulty)
{
    const Chances chance(seed, index);
    FaceFactors face;
    setHead(face, chance);
    setExpression(face, chance);
    setWear(face, chance, difficulty);
    setScene(face, chance, difficulty);
    return face;
}

} // namespace gan
