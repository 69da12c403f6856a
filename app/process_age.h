#pragma once

namespace gan {

/// Seconds since the operating system started this process, to a hundredth; 0 where /proc does not tell.
double processAgeSeconds();

} // namespace gan
