#pragma once

#include "core/error.h"

#include <new>
#include <string>

namespace gan {

/// Throws the current exception again: an Error as it is, all others as an Error of one sentence. For a catch
/// block.
[[noreturn]] inline void rethrowAsError()
{
    try {
        throw;
    } catch (const Error&) {
        throw;
    } catch (const std::bad_alloc&) {
        throw Error(GE_TR("There is not enough memory for networks or batches of this size."));
    } catch (const std::exception& error) {
        const std::string text = error.what(); // LibTorch's go on with a C++ backtrace
        throw Error(GE_TR("The training could not go on: %1"), {text.substr(0, text.find('\n'))});
    } catch (...) {
        throw Error(GE_TR("The training stopped because of an unknown error."));
    }
}

template <class Call>
auto guarded(Call call)
{
    try {
        return call();
    } catch (...) {
        rethrowAsError();
    }
}

} // namespace gan
