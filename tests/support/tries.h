#pragma once

namespace gan {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr bool kSanitized = true;
#else
inline constexpr bool kSanitized = false;
#endif

/// How often a test tries what only chance brings about, or what a sanitizer sees the first time: under one
/// each try takes several times as long, and a fifth of them is enough.
constexpr int tries(int count)
{
    return kSanitized ? count / 5 : count;
}

} // namespace gan
