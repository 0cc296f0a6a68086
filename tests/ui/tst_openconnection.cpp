#include "app/openconnection.h"
#include "ui/screenbench.h"

#include <QSignalSpy>
#include <QTest>

using namespace poolscope;
using namespace poolscope::ui;

namespace {

constexpr qint64 dayMs = 86'400'000;

} // namespace

// One connection with everything that lives as long as it is open.
class TestOpenConnection final : public QObject
{
    Q_OBJECT

private slots:
    void tokensFollowTheSandboxsClockUnasked();
    void elsewhereTheAnswersTellTheTime();
    void isServedByAnySandbox_data();
    void isServedByAnySandbox();

private:
    static OpenConnection::Parts parts(ScreenBench &bench);
};

OpenConnection::Parts TestOpenConnection::parts(ScreenBench &bench)
{
    return {.secrets = &bench.access().secrets(),
            .random = &bench.access().random(),
            .log = &bench.log(),
            .clipboard = &bench.clipboard()};
}

void TestOpenConnection::tokensFollowTheSandboxsClockUnasked()
{
    ScreenBench bench(ScreenBench::Service::Sandbox);
    OpenConnection::Parts withClock = parts(bench);
    withClock.sandboxClock = &bench.sandbox().clock();
    OpenConnection open(bench.access().connection(), bench.sandbox().endpoint(), withClock);
    connect(&bench.sandbox(), &sandbox::Sandbox::clockMoved, &open, &OpenConnection::followMovedClock);
    QSignalSpy jumped(&open.access(), &auth::UserPoolAccess::clockJumped);
    const qsizetype requests = bench.log().entries().size();
    QVERIFY(bench.sandbox().setClockOffset(2 * dayMs));
    const qint64 ahead = open.access().clock().nowMs() - SystemClock().nowMs();
    QVERIFY2(qAbs(ahead - 2 * dayMs) < 1'000, qPrintable(QString::number(ahead)));
    QTRY_COMPARE(jumped.size(), 1);
    QCOMPARE(bench.log().entries().size(), requests);
}

void TestOpenConnection::elsewhereTheAnswersTellTheTime()
{
    ScreenBench bench(ScreenBench::Service::Sandbox);
    OpenConnection open(bench.access().connection(), bench.sandbox().endpoint(), parts(bench));
    QSignalSpy jumped(&open.access(), &auth::UserPoolAccess::clockJumped);
    QVERIFY(bench.sandbox().setClockOffset(2 * dayMs));
    QVERIFY(qAbs(open.access().clock().nowMs() - SystemClock().nowMs()) < 1'000);
    open.access().loadSettings();
    QTRY_COMPARE(jumped.size(), 1);
    QVERIFY(qAbs(open.access().clock().nowMs() - SystemClock().nowMs() - 2 * dayMs) < 5'000);
}

void TestOpenConnection::isServedByAnySandbox_data()
{
    QTest::addColumn<QString>("signatures");
    for (const sandbox::Choice &choice : sandbox::serverChoices()) {
        if (choice.name != sandbox::choice::CheckSignatures)
            continue;
        for (const QString &value : choice.values)
            QTest::newRow(qPrintable(value)) << value;
    }
}

// The pool's settings are only told to administrators.
void TestOpenConnection::isServedByAnySandbox()
{
    QFETCH(QString, signatures);
    ScreenBench bench(ScreenBench::Service::Sandbox);
    QVERIFY(bench.sandbox().choose(sandbox::choice::CheckSignatures, signatures));
    OpenConnection open(bench.access().connection(), bench.sandbox().endpoint(), parts(bench));
    open.access().loadSettings();
    using State = auth::PoolSettings::State;
    QTRY_VERIFY_WITH_TIMEOUT(open.access().settings().state != State::Loading, 30'000);
    QCOMPARE(int(open.access().settings().state), int(State::Known));
}

QTEST_MAIN(TestOpenConnection)
#include "tst_openconnection.moc"
