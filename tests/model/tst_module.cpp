#include "core/error.h"
#include "core/experiment.h"
#include "core/model_interface.h"
#include "tests/support/views.h"

#include <ATen/ATen.h>
#include <QTest>
#include <dlfcn.h>

#include <new>

using namespace gan;

namespace {

const View kView = viewOf("density-1d");

/// A trainer whose every step fails in its own way.
class Failing : public Trainer {
public:
    explicit Failing(std::function<void()> fail)
        : m_fail(std::move(fail))
    {
    }

private:
    TrainerInfo doInfo() const override { return m_fail(), TrainerInfo(); }
    void doReset(const Settings&, const TrainingData&) override { m_fail(); }
    void doApply(const Settings&) override { m_fail(); }
    StepMetrics doStep() override { return m_fail(), StepMetrics(); }
    Snapshot doProbe(const View&) const override { return m_fail(), Snapshot(); }
    Snapshot doTimelinePicture() const override { return m_fail(), Snapshot(); }
    std::vector<float> doMeasure() const override { return m_fail(), std::vector<float>(); }
    Snapshot doSamples(int) const override { return m_fail(), Snapshot(); }
    std::vector<Readout> doFinalReadouts(int) const override { return m_fail(), std::vector<Readout>(); }
    std::string doSave() const override { return m_fail(), ""; }
    void doRestore(std::string_view) override { m_fail(); }

    std::function<void()> m_fail;
};

/// What a call says when it fails; empty when it does not throw an Error.
std::string sentenceOf(const std::function<void()>& call)
{
    try {
        call();
    } catch (const Error& error) {
        return error.what();
    }
    return {};
}

} // namespace

class TestModule : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyFailureBecomesOneSentence()
    {
        const auto fails = [](std::function<void()> fail) {
            const auto trainer = std::make_unique<Failing>(std::move(fail));
            const Settings settings(experimentNamed("density-1d"));
            const std::string sentence = sentenceOf([&] { trainer->step(); });
            for (const std::function<void()>& call : std::vector<std::function<void()>>{
                     [&] { trainer->reset(settings); }, [&] { trainer->apply(settings); },
                     [&] { trainer->probe(kView); }, [&] { trainer->timelinePicture(); },
                     [&] { trainer->measure(); }, [&] { trainer->samples(1); },
                     [&] { trainer->finalReadouts(1); }, [&] { trainer->save(); },
                     [&] { trainer->restore(""); }, [&] { trainer->info(); }})
                if (sentenceOf(call) != sentence)
                    return std::string();
            return sentence;
        };
        const std::string torch = fails([] { at::ones({2, 3}).mm(at::ones({2, 3})); });
        QVERIFY2(torch.starts_with("The training could not go on: ") && torch.size() > 30, torch.c_str());
        QVERIFY(torch.find('\n') == std::string::npos);
        QVERIFY(fails([] { throw std::bad_alloc(); }).find("memory") != std::string::npos);
        QVERIFY(fails([] { throw std::runtime_error("lost"); }).find("lost") != std::string::npos);
        QVERIFY(!fails([] { throw 1; }).empty());
        QCOMPARE(fails([] { throw Error("as it is"); }), std::string("as it is"));
    }

    /// The file that the program loads at run time: it is asked who it is, trains, and its errors can be
    /// caught here.
    void theModuleCanBeLoaded()
    {
        void* module = dlopen(GAN_MODULE_FILE, RTLD_NOW | RTLD_LOCAL);
        QVERIFY2(module, dlerror());
        const auto interface =
            reinterpret_cast<ModelInterfaceFunction*>(dlsym(module, kModelInterfaceSymbol));
        const auto make = reinterpret_cast<MakeTrainerFunction*>(dlsym(module, kMakeTrainerSymbol));
        QVERIFY(interface && make);
        QCOMPARE(std::string(interface()), std::string(kModelInterface));
        QVERIFY(sentenceOf([&] { make("no-such-experiment"); }).find("no-such-experiment") !=
                std::string::npos);

        Settings settings(experimentNamed("density-1d"));
        const std::unique_ptr<Trainer> trainer(make("density-1d"));
        trainer->reset(settings);
        QCOMPARE(trainer->step().updatesD, 5);
        QVERIFY(!trainer->info().library.empty());
        QVERIFY(!sentenceOf([&] { trainer->restore("damaged"); }).empty());
    }
};

QTEST_GUILESS_MAIN(TestModule)
#include "tst_module.moc"
