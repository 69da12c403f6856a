#include "core/data/regular_file.h"

#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace gan {

namespace {

/// 0, or why it cannot be read from.
int refusalOf(int descriptor)
{
    struct stat status {};
    if (fstat(descriptor, &status) != 0)
        return errno;
    if (S_ISDIR(status.st_mode))
        return EISDIR;
    return S_ISREG(status.st_mode) ? 0 : ENOTSUP;
}

} // namespace

int openRegularFile(const std::string& path)
{
    // Without O_NONBLOCK the open itself would wait until somebody writes into a pipe.
    const int descriptor = open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    if (descriptor < 0)
        return -1;
    const int refusal = refusalOf(descriptor);
    if (refusal == 0)
        return descriptor;
    close(descriptor);
    errno = refusal;
    return -1;
}

std::ifstream regularFileStream(const std::string& path)
{
    std::ifstream stream;
    const int descriptor = openRegularFile(path);
    if (descriptor < 0)
        return stream;
    // What was looked at, whatever has the path by now.
    stream.open("/dev/fd/" + std::to_string(descriptor), std::ios::binary);
    close(descriptor);
    return stream;
}

} // namespace gan
