#include "sandbox/executor.h"

#include <QTest>

#include <atomic>
#include <future>
#include <stdexcept>
#include <thread>

using namespace poolscope::sandbox;

class TestExecutor final : public QObject
{
    Q_OBJECT

private slots:
    void runsInOrderOnOneThread();
    void computesElsewhereAndComesBack();
    void anExceptionEndsOnlyItsStep();
    void runsLater();
    void stopRunsTheLastTaskAndNothingAfter();
    void stopDestroysWhatIsQueued();
};

void TestExecutor::runsInOrderOnOneThread()
{
    Executor executor;
    std::promise<void> done;
    QList<int> order;
    std::atomic_bool elsewhere = false;
    for (int i = 0; i < 1'000; ++i) {
        executor.post([&, i] {
            elsewhere = elsewhere || !executor.onServiceThread();
            order << i;
        });
    }
    executor.post([&] { done.set_value(); });
    done.get_future().wait();
    QCOMPARE(order.size(), 1'000);
    QVERIFY(std::is_sorted(order.begin(), order.end()));
    QVERIFY(!elsewhere);
    QVERIFY(!executor.onServiceThread());
}

void TestExecutor::computesElsewhereAndComesBack()
{
    Executor executor;
    std::promise<int> result;
    std::atomic_bool workedOnService = true;
    std::atomic_bool cameBack = false;
    executor.post([&] {
        executor.compute(
            [&] {
                workedOnService = executor.onServiceThread();
                return 42;
            },
            [&](int value) {
                cameBack = executor.onServiceThread();
                result.set_value(value);
            });
    });
    QCOMPARE(result.get_future().get(), 42);
    QVERIFY(!workedOnService);
    QVERIFY(cameBack);
}

void TestExecutor::anExceptionEndsOnlyItsStep()
{
    Executor executor;
    std::promise<void> next;
    QTest::ignoreMessage(QtWarningMsg, "A step failed: on purpose");
    executor.post([] { throw std::runtime_error("on purpose"); });
    executor.post([&] { next.set_value(); });
    next.get_future().wait();
}

void TestExecutor::runsLater()
{
    Executor executor;
    std::promise<void> last;
    QList<int> order;
    executor.postLater(60, [&] {
        order << 2;
        last.set_value();
    });
    executor.postLater(20, [&] { order << 1; });
    executor.post([&] { order << 0; });
    last.get_future().wait();
    QCOMPARE(order, (QList<int>{0, 1, 2}));
}

void TestExecutor::stopRunsTheLastTaskAndNothingAfter()
{
    Executor executor;
    std::atomic_int ran = 0;
    bool lastOnService = false;
    executor.stop([&] { lastOnService = executor.onServiceThread(); });
    QVERIFY(lastOnService);
    executor.post([&] { ++ran; });
    executor.postLater(0, [&] { ++ran; });
    executor.compute([&] { return ++ran; }, [&](int) { ++ran; });
    executor.stop([&] { ++ran; });
    QCOMPARE(ran.load(), 0);
}

void TestExecutor::stopDestroysWhatIsQueued()
{
    const auto token = std::make_shared<int>();
    std::promise<void> entered;
    std::promise<void> go;
    std::atomic_bool gone = false;
    Executor executor;
    executor.post([&, released = go.get_future().share()] {
        entered.set_value();
        released.wait();
    });
    entered.get_future().wait();
    for (int i = 0; i < 10; ++i)
        executor.post([token] {});
    executor.postLater(1'000'000, [token] {});
    std::thread stopper([&] { executor.stop([&] { gone = token.use_count() == 1; }); });
    go.set_value();
    stopper.join();
    QVERIFY(gone); // before the last task
}

QTEST_GUILESS_MAIN(TestExecutor)
#include "tst_executor.moc"
