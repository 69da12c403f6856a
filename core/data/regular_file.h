#pragma once

#include <fstream>
#include <string>

namespace gan {

/// A descriptor to read the file from, which the caller closes; -1 when there is none, and errno says why.
/// Only regular files are opened: a pipe could be waited for without end (ENOTSUP, or EISDIR of a folder).
int openRegularFile(const std::string& path);

/// The same as a stream of bytes, which is not open when there is none.
std::ifstream regularFileStream(const std::string& path);

} // namespace gan
