#include "core/session/latest_value.h"

#include <QTest>

#include <atomic>
#include <thread>

using namespace gan;

class TestLatestValue : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theNewestReplacesAnUnreadOne()
    {
        LatestValue<int> box;
        QVERIFY(!box.take());
        QVERIFY(box.put(std::make_shared<const int>(1)));
        QVERIFY(!box.put(std::make_shared<const int>(2)));
        QCOMPARE(*box.take(), 2);
        QVERIFY(!box.take());
        QVERIFY(box.put(std::make_shared<const int>(3)));
    }

    void atMostOneValueLives()
    {
        std::atomic<int> alive = 0, most = 0;
        struct Counted {
            std::atomic<int>& count;
            ~Counted() { --count; }
        };
        LatestValue<Counted> box;
        for (int i = 0; i < 1000; ++i) {
            ++alive;
            box.put(std::shared_ptr<const Counted>(new Counted{alive}));
            most = std::max(most.load(), alive.load());
        }
        QVERIFY(most <= 2);
        box.take();
        QCOMPARE(alive.load(), 0);
    }

    void aWakeUpIsNeverLost()
    {
        LatestValue<int> box;
        std::atomic<int> wakes = 0;
        constexpr int last = 20000;
        std::thread writer([&] {
            for (int i = 1; i <= last; ++i)
                if (box.put(std::make_shared<const int>(i)))
                    ++wakes;
        });
        int seen = 0, reads = 0;
        while (seen < last) {
            if (const auto value = box.take()) {
                QVERIFY(*value > seen);
                seen = *value;
                ++reads;
            }
        }
        writer.join();
        QCOMPARE(reads, wakes.load());
    }
};

QTEST_GUILESS_MAIN(TestLatestValue)
#include "tst_latest_value.moc"
