#include "core/session/read_file.h"

#include "core/data/regular_file.h"

#include <cerrno>
#include <cstring>

namespace gan {

bool openToRead(QFile& file, QString& why)
{
    const int descriptor = openRegularFile(QFile::encodeName(file.fileName()).toStdString());
    if (descriptor >= 0 && file.open(descriptor, QIODevice::ReadOnly, QFileDevice::AutoCloseHandle))
        return true;
    why = QString::fromLocal8Bit(std::strerror(errno));
    return false;
}

} // namespace gan
