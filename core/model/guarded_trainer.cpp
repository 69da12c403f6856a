#include "core/model/guarded_trainer.h"

#include "core/model/guarded_call.h"

namespace gan {

namespace {

class GuardedTrainer : public Trainer {
public:
    explicit GuardedTrainer(std::unique_ptr<Trainer> trainer)
        : m_trainer(std::move(trainer))
    {
    }

    std::vector<std::string> ownColumns() const override
    {
        return guarded([&] { return m_trainer->ownColumns(); });
    }
    std::vector<std::string> measuredColumns() const override
    {
        return guarded([&] { return m_trainer->measuredColumns(); });
    }
    void usePictures(std::shared_ptr<const PictureSet> pictures) override
    {
        guarded([&] { m_trainer->usePictures(std::move(pictures)); });
    }
    void reset(const Settings& settings) override
    {
        guarded([&] { m_trainer->reset(settings); });
    }
    void apply(const Settings& settings) override
    {
        guarded([&] { m_trainer->apply(settings); });
    }
    StepMetrics step(StepObserver* observer) override
    {
        return guarded([&] { return m_trainer->step(observer); });
    }
    Snapshot probe() const override
    {
        return guarded([&] { return m_trainer->probe(); });
    }
    std::vector<float> measure() const override
    {
        return guarded([&] { return m_trainer->measure(); });
    }
    Snapshot timelinePicture() const override
    {
        return guarded([&] { return m_trainer->timelinePicture(); });
    }
    Snapshot samples(int count) const override
    {
        return guarded([&] { return m_trainer->samples(count); });
    }
    std::vector<Readout> finalReadouts(int sampleCount) const override
    {
        return guarded([&] { return m_trainer->finalReadouts(sampleCount); });
    }
    std::string save() const override
    {
        return guarded([&] { return m_trainer->save(); });
    }
    void restore(std::string_view bytes) override
    {
        guarded([&] { m_trainer->restore(bytes); });
    }
    std::string libraryVersion() const override
    {
        return guarded([&] { return m_trainer->libraryVersion(); });
    }
    std::vector<std::string> devices() const override
    {
        return guarded([&] { return m_trainer->devices(); });
    }

private:
    std::unique_ptr<Trainer> m_trainer;
};

} // namespace

std::unique_ptr<Trainer> makeGuarded(std::unique_ptr<Trainer> trainer)
{
    return std::make_unique<GuardedTrainer>(std::move(trainer));
}

} // namespace gan
