#pragma once

#include <QtGlobal>

#include <unistd.h>

namespace gan {

/// While it lives, this process is nobody, for whom permissions count.
class Nobody {
public:
    Nobody() { m_became = getuid() != 0 || seteuid(65534) == 0; }
    ~Nobody()
    {
        if (getuid() == 0 && seteuid(0) != 0)
            qFatal("cannot be root again");
    }
    Nobody(const Nobody&) = delete;
    Nobody& operator=(const Nobody&) = delete;
    explicit operator bool() const { return m_became; }

private:
    bool m_became;
};

} // namespace gan
