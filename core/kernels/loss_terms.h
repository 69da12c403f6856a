#pragma once

// What a loss says of one sample with score s, and the derivative of that, a term each. P(real) = sigmoid(s).
// A term is written once, for whatever s is: `math` knows the functions of the kernels' vectors, or those of
// LibTorch's tensors.
namespace gan {

/// -log P(real) = softplus(-s) = log(1 + e^-s), without ever taking the logarithm of a rounded 0.
struct MinusLogReal {
    static auto value(auto math, const auto& s) { return math.softplus(-s); }
    static auto slope(auto math, const auto& s) { return -math.sigmoid(-s); }
};

/// -log(1 - P(real))
struct MinusLogGenerated {
    static auto value(auto math, const auto& s) { return math.softplus(s); }
    static auto slope(auto math, const auto& s) { return math.sigmoid(s); }
};

/// log(1 - P(real))
struct LogGenerated {
    static auto value(auto math, const auto& s) { return -math.softplus(s); }
    static auto slope(auto math, const auto& s) { return -math.sigmoid(s); }
};

/// (s - 1)^2 / 2
struct HalfSquareFrom1 {
    static auto value(auto math, const auto& s) { return math.half((s - math.one) * (s - math.one)); }
    static auto slope(auto math, const auto& s) { return s - math.one; }
};

/// s^2 / 2
struct HalfSquareFrom0 {
    static auto value(auto math, const auto& s) { return math.half(s * s); }
    static auto slope(auto, const auto& s) { return s; }
};

/// max(0, 1 - s)
struct Below1 {
    static auto value(auto math, const auto& s) { return math.positivePart(math.one - s); }
    static auto slope(auto math, const auto& s) { return -math.oneWherePositive(math.one - s); }
};

/// max(0, 1 + s)
struct AboveMinus1 {
    static auto value(auto math, const auto& s) { return math.positivePart(math.one + s); }
    static auto slope(auto math, const auto& s) { return math.oneWherePositive(math.one + s); }
};

struct Score {
    static auto value(auto, const auto& s) { return s; }
    static auto slope(auto math, const auto& s) { return math.oneEach(s); }
};

struct MinusScore {
    static auto value(auto, const auto& s) { return -s; }
    static auto slope(auto math, const auto& s) { return -math.oneEach(s); }
};

enum class LossTerm {
    MinusLogReal,
    MinusLogGenerated,
    LogGenerated,
    HalfSquareFrom1,
    HalfSquareFrom0,
    Below1,
    AboveMinus1,
    Score,
    MinusScore,
};

/// use(the term of this name)
template <class Use>
auto withTerm(LossTerm term, Use use)
{
    switch (term) {
    case LossTerm::MinusLogReal:
        return use(MinusLogReal());
    case LossTerm::MinusLogGenerated:
        return use(MinusLogGenerated());
    case LossTerm::LogGenerated:
        return use(LogGenerated());
    case LossTerm::HalfSquareFrom1:
        return use(HalfSquareFrom1());
    case LossTerm::HalfSquareFrom0:
        return use(HalfSquareFrom0());
    case LossTerm::Below1:
        return use(Below1());
    case LossTerm::AboveMinus1:
        return use(AboveMinus1());
    case LossTerm::Score:
        return use(Score());
    case LossTerm::MinusScore:
        break;
    }
    return use(MinusScore());
}

} // namespace gan
