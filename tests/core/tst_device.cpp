#include "core/device.h"
#include "core/error.h"
#include "core/experiment.h"

#include <QTest>

using namespace gan;

class TestDevice : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theProcessorIsTheDefault()
    {
        const Settings settings(experimentNamed("density-1d"));
        QCOMPARE(settings.choice("device"), std::string("cpu"));
        requireDevice(settings, {"cpu"});
    }

    void whatIsMissingIsRefusedWithASentence()
    {
        Settings settings(experimentNamed("density-1d"));
        settings.setText("device", "cuda");
        requireDevice(settings, {"cpu", "cuda"});
        try {
            requireDevice(settings, {"cpu"});
            QFAIL("it was not refused");
        } catch (const Error& error) {
            QCOMPARE(std::string(error.what()),
                     std::string("device is \"cuda\", but LibTorch finds none on this "
                                 "machine; here it must be one of cpu."));
        }
    }

    void anExperimentWithoutTheSettingNeedsNoDevice()
    {
        const Experiment bare{.id = "bare", .title = "", .summary = "", .settings = {}};
        requireDevice(Settings(bare), {"cpu"});
    }

    void theLibraryIsNamedWithItsDevices()
    {
        QCOMPARE(libraryText("2.13.0", {"cpu", "cuda"}), std::string("LibTorch 2.13.0 (cpu, cuda)"));
    }
};

QTEST_GUILESS_MAIN(TestDevice)
#include "tst_device.moc"
