#pragma once

#include "core/error.h"

namespace gan {

/// A mistake in the words of the command line: exit code 2, where other errors have 1.
class UsageError : public Error {
public:
    using Error::Error;
    explicit UsageError(const Error& error)
        : Error(error)
    {
    }
};

} // namespace gan
