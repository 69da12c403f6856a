#include "app/process_age.h"

#include <QByteArray>
#include <QFile>
#include <QList>

#include <ctime>

#include <unistd.h>

namespace gan {

double processAgeSeconds()
{
    QFile file(QStringLiteral("/proc/self/stat"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    // The second field is the program's name in parentheses; the 22nd is the start in clock ticks since boot
    // (proc(5)).
    const QByteArray stat = file.readAll();
    const QList<QByteArray> fields = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
    const double started = fields.value(22 - 3).toDouble() / static_cast<double>(sysconf(_SC_CLK_TCK));
    timespec now{};
    clock_gettime(CLOCK_BOOTTIME, &now);
    return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec) - started;
}

} // namespace gan
