#pragma once

#include <QWidget>

#include <cstdint>
#include <optional>

class QLabel;

namespace gan {

/// The big number: at which iteration the run is, or which one of its past is looked at. Of one width,
/// whatever it says.
class IterationCounter : public QWidget {
    Q_OBJECT

public:
    explicit IterationCounter(QWidget* parent = nullptr);

    /// Nothing can be counted yet.
    void setLoading(bool loading);
    void setNow(std::int64_t iteration);
    /// Nothing: now is looked at.
    void setPast(std::optional<std::int64_t> iteration);

private:
    void refresh();

    QLabel *m_name, *m_number;
    std::int64_t m_now = 0;
    std::optional<std::int64_t> m_past;
    bool m_loading = true;
};

} // namespace gan
