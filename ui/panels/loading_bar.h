#pragma once

#include "core/session/load_progress.h"
#include "ui/widgets/floating_card.h"

#include <QElapsedTimer>
#include <QTimer>

class QLabel;
class QProgressBar;

namespace gan {

/// How far the loading of pictures is, with a button that ends it. It floats over the plots, and only while
/// pictures are loaded.
class LoadingBar : public FloatingCard {
    Q_OBJECT

public:
    explicit LoadingBar(QWidget* parent);

    /// Looks at it from now on, ten times a second.
    void watch(std::shared_ptr<LoadProgress> progress);

Q_SIGNALS:
    /// Pictures were loaded, and some files could not be used.
    void someUnusable(const gan::LoadProgress::Unusable& unusable);

private:
    void look();
    void show(const LoadProgress::State& state);
    void lookForUnusable();

    std::shared_ptr<LoadProgress> m_progress;
    std::uint64_t m_told = 0, m_loaded = 0;
    QElapsedTimer m_sinceTold;
    QTimer m_tick;
    QLabel* m_sentence;
    QProgressBar* m_bar;
};

} // namespace gan
