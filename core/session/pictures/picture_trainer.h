#pragma once

#include "core/data/load_step.h"
#include "core/session/pictures/picture_source.h"
#include "core/trainer.h"

namespace gan {

/// The pictures that were loaded last, for all trainers of one factory, so that one set is in memory once.
struct LoadedPictures {
    PictureRequest request;
    std::shared_ptr<const PictureSet> set; ///< null before the first
    QByteArray files;                      ///< their state before they were loaded
};

/// Is told of every set that was loaded, on the thread that loads.
using PicturesLoaded = std::function<void(const PictureSet&)>;

/// A trainer that gets its pictures before each reset, if the settings ask for others than those loaded last,
/// or if some of those could not be used and their files are others now.
/// While new ones are loaded the old ones stay in memory. When the loading or the reset fails, or is
/// canceled, the trainer keeps its pictures and its run. All else is the trainer's own.
class PictureTrainer : public Trainer {
public:
    PictureTrainer(std::unique_ptr<Trainer> trainer, LoadStep step, QString cacheFolder,
                   std::shared_ptr<LoadedPictures> loaded, PicturesLoaded onLoaded = {});

    std::vector<std::string> ownColumns() const override { return m_trainer->ownColumns(); }
    std::vector<std::string> measuredColumns() const override { return m_trainer->measuredColumns(); }
    /// The next reset() takes these and loads none: it makes a run again that has its pictures.
    void usePictures(std::shared_ptr<const PictureSet> pictures) override { m_given = std::move(pictures); }
    std::shared_ptr<const PictureSet> pictures() const override { return m_used; }
    /// Loads the pictures, which may take minutes, and tells the LoadStep on this thread.
    void reset(const Settings& settings) override;
    void apply(const Settings& settings) override { m_trainer->apply(settings); }
    StepMetrics step(StepObserver* observer = nullptr) override { return m_trainer->step(observer); }
    Snapshot probe() const override { return m_trainer->probe(); }
    std::vector<float> measure() const override { return m_trainer->measure(); }
    Snapshot timelinePicture() const override { return m_trainer->timelinePicture(); }
    Snapshot samples(int count) const override { return m_trainer->samples(count); }
    std::vector<Readout> finalReadouts(int sampleCount) const override
    {
        return m_trainer->finalReadouts(sampleCount);
    }
    std::string save() const override { return m_trainer->save(); }
    void restore(std::string_view bytes) override { m_trainer->restore(bytes); }
    std::string libraryVersion() const override { return m_trainer->libraryVersion(); }
    std::vector<std::string> devices() const override { return m_trainer->devices(); }

private:
    std::shared_ptr<const PictureSet> load(const Settings& settings);
    bool isLoaded(const PictureRequest& request) const;
    bool areSameFiles(const PictureRequest& request) const;

    std::unique_ptr<Trainer> m_trainer;
    LoadStep m_step;
    QString m_cacheFolder;
    std::shared_ptr<LoadedPictures> m_loaded;
    PicturesLoaded m_onLoaded;
    std::shared_ptr<const PictureSet> m_used;  ///< by the trainer
    std::shared_ptr<const PictureSet> m_given; ///< for the next reset; mostly null
};

/// The same factory, whose trainers of the experiment "faces" load their pictures themselves. `step` is
/// called on the thread that resets the trainer.
TrainerFactory withPictures(TrainerFactory makeTrainer, LoadStep step, QString cacheFolder = {},
                            PicturesLoaded loaded = {});

} // namespace gan
