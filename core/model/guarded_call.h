#pragma once

#include "core/error.h"
#include "core/step_observer.h"

#include <c10/util/Exception.h>

#include <new>

namespace gan {

/// Throws the current exception again: Error and Canceled as they are, all others as an Error of one
/// sentence. For a catch block.
[[noreturn]] inline void rethrowAsError()
{
    try {
        throw;
    } catch (const Error&) {
        throw;
    } catch (const Canceled&) {
        throw;
    } catch (const c10::Error& error) {
        const std::string text = error.what_without_backtrace(); // what() carries a C++ backtrace
        throw Error(GE_TR("LibTorch could not go on: %1"), {text.substr(0, text.find('\n'))});
    } catch (const std::bad_alloc&) {
        throw Error(GE_TR("There is not enough memory for networks or batches of this size."));
    } catch (const std::exception& error) {
        throw Error(GE_TR("The training could not go on: %1"), {error.what()});
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
