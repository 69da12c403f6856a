#pragma once

#include <cstdint>

namespace gan {

/// How hard the drawn faces are to learn.
struct FaceDifficulty {
    bool randomBackgrounds = false; ///< any color and pattern, in place of five muted backdrops
    bool variedPose = true;         ///< heads turn, lean and stand a little beside the middle
    double glasses = 0.3;           ///< share of faces that wear some, 0 to 1

    bool operator==(const FaceDifficulty&) const = default;
};

enum class Hair { Bald, Short, Side, Curly, Long, Bob, Bun };
enum class Beard { None, Full, Stubble, Moustache, Goatee };
enum class Glasses { None, Round, Square, Dark };
enum class Neckline { Round, V, Collar };

constexpr int kHairColors = 8;
constexpr int kIrisColors = 5;
constexpr int kClothes = 6;
constexpr int kBackdrops = 5;

/// All that is known of a drawn face. Where nothing else is said a number runs from -1 to 1 and 0 is usual.
struct FaceFactors {
    float skin = 0;    ///< 0 very light to 1 very dark, through six anchors
    int hairColor = 0; ///< of kHairColors
    float hairShade = 0;
    Hair hair = Hair::Short;
    float hairVolume = 0;
    bool parting = false; ///< on the other side
    float faceWidth = 0, faceHeight = 0, jaw = 0;
    float yaw = 0;      ///< turned to the left or right
    float roll = 0;     ///< degrees
    float x = 0, y = 0; ///< beside the middle, in hundredths of the picture's width
    float eyeSpacing = 0, eyeOpenness = 0, eyeSize = 0, gaze = 0;
    int iris = 0; ///< of kIrisColors
    float browAngle = 0, browThickness = 0, browHeight = 0;
    float nose = 0, smile = 0, mouthWidth = 0;
    float mouthOpenness = 0; ///< 0 closed to 1
    bool teeth = false;
    float lipColor = 0; ///< 0 that of the skin to 1 red
    float cheeks = 0;   ///< 0 to 1, how red
    Beard beard = Beard::None;
    Glasses glasses = Glasses::None;
    int clothes = 0; ///< of kClothes
    Neckline neckline = Neckline::Round;
    float lightX = 0; ///< the light comes from the left or right
    float brightness = 0;
    int backdrop = 0; ///< of kBackdrops
    float backdropShade = 0;
    bool randomBackdrop = false;
    std::uint64_t backdropSeed = 0; ///< of a random one
};

/// The factors of face `index` of `seed`: a pure function, whose random numbers are whole numbers until the
/// last step. Each factor has a stream of its own, so a difficulty changes what it names and nothing else.
FaceFactors faceFactors(std::uint64_t seed, std::int64_t index, const FaceDifficulty& difficulty);

/// The number of factor `stream` of face `index`, from 0 to below 1.
float faceChance(std::uint64_t seed, std::uint64_t index, std::uint64_t stream);

} // namespace gan
