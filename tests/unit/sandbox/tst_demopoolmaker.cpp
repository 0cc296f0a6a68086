#include "sandboxbench.h"

#include "sandbox/demopool.h"
#include "sandbox/demopoolmaker.h"

#include <QTest>

using namespace poolscope;
using namespace poolscope::sandbox;
using namespace poolscope::sandbox::test;

// The making of the demo pool, step by step on the service thread.
class TestDemoPoolMaker final : public QObject
{
    Q_OBJECT

private slots:
    void everythingIsDeletedMeanwhile_data();
    void everythingIsDeletedMeanwhile();
};

void TestDemoPoolMaker::everythingIsDeletedMeanwhile_data()
{
    QTest::addColumn<int>("steps"); // that are done by then
    QTest::newRow("before the pool") << 0;
    QTest::newRow("between the pool and its app client") << 1;
    QTest::newRow("afterwards") << 2;
}

void TestDemoPoolMaker::everythingIsDeletedMeanwhile()
{
    QFETCH(int, steps);
    SandboxBench bench;
    std::unique_ptr<Dispatcher> dispatcher;
    std::unique_ptr<DemoPoolMaker> maker;
    QList<Result<DemoPool>> told;
    std::promise<void> finished;
    std::function<void(Services &, int)> removeAfter = [&](Services &services, int tasks) {
        if (tasks > 0) {
            services.executor.post([&, tasks] { removeAfter(services, tasks - 1); });
            return;
        }
        services.store.run(QStringLiteral("DELETE FROM pools"));
        forgetDemoPool(services.store);
        services.store.forgetCached();
        maker->makeAnew([&](const Result<DemoPool> &demo) {
            told << demo;
            finished.set_value();
        });
    };
    bench.onService([&](Services &services) {
        dispatcher = std::make_unique<Dispatcher>(bench.registry(), services);
        maker = std::make_unique<DemoPoolMaker>(*dispatcher, services.store);
        maker->make([&](const Result<DemoPool> &demo) { told << demo; });
        removeAfter(services, steps); // each step is a task that stands in line already
        return true;
    });
    finished.get_future().wait();
    const auto noted = bench.onService([](Services &services) { return notedDemoPool(services.store); });
    QVERIFY(noted);
    QCOMPARE(told.size(), 2);
    QVERIFY2(told.last(), told.last() ? "" : qPrintable(told.last().error().message));
    QCOMPARE(told.last()->clientId, noted->clientId);
    // Who asked before hears of the new one, unless the old one was told already.
    QCOMPARE(told.first() && told.first()->clientId == noted->clientId, steps < 2);
    bench.onService([&](Services &) {
        maker.reset();
        return true;
    });
}

QTEST_GUILESS_MAIN(TestDemoPoolMaker)
#include "tst_demopoolmaker.moc"
