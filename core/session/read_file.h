#pragma once

#include <QFile>

namespace gan {

/// Opens a regular file to read; anything else, which could be waited for without end, is refused. False:
/// `why` is the reason, as the system says it.
bool openToRead(QFile& file, QString& why);

} // namespace gan
