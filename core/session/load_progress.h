#pragma once

#include "core/data/load_step.h"
#include "core/data/picture_set.h"

#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

namespace gan {

/// How far the loading of pictures is, for a window that looks now and then, and the wish to end it. Any
/// thread.
class LoadProgress {
public:
    /// What loading tells; `progress` lives as long as it is told.
    static LoadStep step(std::shared_ptr<LoadProgress> progress);
    /// Pictures are there.
    void noteLoaded(const PictureSet& set);

    struct State {
        std::int64_t done = 0, total = 0; ///< total 0: not known yet
        std::uint64_t told = 0;           ///< how often: it stands still while nothing is loaded
    };
    State state() const;
    /// The loading that goes on ends soon; one that begins later does not.
    void cancel();
    /// No loading goes on from here: the program ends.
    void close();

    struct Unusable {
        std::int64_t used = 0;
        std::vector<UnusablePicture> files;
        std::uint64_t loaded = 0; ///< how many sets were loaded by then
    };
    /// What the set that was loaded last had to leave out; nothing when that is set `known`.
    std::optional<Unusable> unusable(std::uint64_t known) const;

private:
    bool tell(std::int64_t done, std::int64_t total);

    mutable std::mutex m_mutex;
    State m_state;
    Unusable m_unusable;
    bool m_canceled = false, m_closed = false;
};

} // namespace gan
