#pragma once

#include "core/error.h"

#include <cstdint>
#include <functional>

namespace gan {

/// Is told how far a loading is; returns false to end it. `total` is 0 while it is not known yet. What is
/// counted (files, faces, bytes) may change on the way. Called on the thread that loads, many times a second.
/// May be null.
using LoadStep = std::function<bool(std::int64_t done, std::int64_t total)>;

/// A LoadStep ended the loading: nothing was changed.
class LoadingCanceled : public Error {
public:
    LoadingCanceled()
        : Error(GE_TR("Loading was canceled."))
    {
    }
};

/// Throws LoadingCanceled when the step returns false.
inline void tell(const LoadStep& step, std::int64_t done, std::int64_t total)
{
    if (step && !step(done, total))
        throw LoadingCanceled();
}

} // namespace gan
