// The client at a sandbox whose clock was moved, as it is at another program's: all it knows is what the answers say.
#include "auth/signinflow.h"
#include "flowsandbox.h"

#include <QSignalSpy>

using namespace poolscope;
using namespace poolscope::auth;
using namespace poolscope::tests;

namespace {

const QString address = QStringLiteral("mira@example.com");
const QString password = QStringLiteral("Passw0rd!");
constexpr qint64 minuteMs = 60'000;
constexpr qint64 hourMs = 60 * minuteMs;
constexpr qint64 dayMs = 24 * hourMs;

} // namespace

class TestMovedClock final : public QObject
{
    Q_OBJECT

private slots:
    void signsIn_data();
    void signsIn();
    void tokensExpireAndAreRefreshed();
    void backAtRealTimeNothingIsExpired();

private:
    static void addUser(FlowSandbox &bench);
    static QString signInProblem(FlowSandbox &bench);
    static void learnTheTime(FlowSandbox &bench);
};

void TestMovedClock::addUser(FlowSandbox &bench)
{
    const QString poolId = bench.pool().userPoolId;
    QVERIFY(bench.call(idp::AdminCreateUserRequest{
        .userPoolId = poolId, .username = address, .messageAction = QStringLiteral("SUPPRESS")}));
    QVERIFY(bench.call(idp::AdminSetUserPasswordRequest{
        .userPoolId = poolId, .username = address, .password = password, .permanent = true}));
}

// Empty: signed in.
QString TestMovedClock::signInProblem(FlowSandbox &bench)
{
    SignInFlow flow(&bench.access(), &bench.sessions());
    QSignalSpy signedIn(&flow, &SignInFlow::signedIn);
    QSignalSpy failed(&flow, &SignInFlow::failed);
    flow.start({.username = address, .password = password});
    FlowSandbox::wait([&] { return !signedIn.isEmpty() || !failed.isEmpty(); });
    if (!failed.isEmpty())
        return failed.first().first().value<Error>().message;
    return signedIn.isEmpty() ? QStringLiteral("nothing came") : QString();
}

void TestMovedClock::learnTheTime(FlowSandbox &bench)
{
    QVERIFY(bench.call(idp::ListUserPoolsRequest{.maxResults = 1}));
}

void TestMovedClock::signsIn_data()
{
    QTest::addColumn<qint64>("offset");
    QTest::addColumn<bool>("known");
    QTest::newRow("real time") << qint64(0) << true;
    QTest::newRow("two days ahead") << 2 * dayMs << true;
    QTest::newRow("two days ahead, not known yet") << 2 * dayMs << false;
    QTest::newRow("twenty minutes behind") << -20 * minuteMs << true;
}

void TestMovedClock::signsIn()
{
    QFETCH(qint64, offset);
    QFETCH(bool, known);
    FlowSandbox bench;
    addUser(bench);
    QVERIFY(bench.sandbox().setClockOffset(offset));
    if (known)
        learnTheTime(bench);
    QCOMPARE(signInProblem(bench), QString());
    const Session *session = bench.sessions().current();
    QVERIFY(session && !session->isExpired());
    const qint64 lifetime = session->tokens().accessExpiresAtMs - bench.access().clock().nowMs();
    QVERIFY2(qAbs(lifetime - hourMs) < minuteMs, qPrintable(QString::number(lifetime)));
}

void TestMovedClock::tokensExpireAndAreRefreshed()
{
    FlowSandbox bench;
    addUser(bench);
    QCOMPARE(signInProblem(bench), QString());
    Session *session = bench.sessions().current();
    const QString before = session->tokens().accessToken;
    QVERIFY(bench.sandbox().setClockOffset(2 * hourMs));
    learnTheTime(bench);
    QVERIFY(session->isExpired());
    QVERIFY(!bench.call(idp::GetUserRequest{.accessToken = before}));
    std::optional<Result<QString>> token;
    session->withAccessToken(this, [&](const Result<QString> &got) { token = got; });
    QTRY_VERIFY(token);
    QVERIFY(token->has_value());
    QVERIFY(**token != before);
    QVERIFY(!session->isExpired());
    QVERIFY(bench.call(idp::GetUserRequest{.accessToken = **token}));

    QVERIFY(bench.sandbox().setClockOffset(31 * dayMs));
    learnTheTime(bench);
    QVERIFY(session->isExpired());
    std::optional<Result<void>> refreshed;
    session->refresh(this, [&](const Result<void> &result) { refreshed = result; });
    QTRY_VERIFY(refreshed);
    QVERIFY(!*refreshed);
    QCOMPARE(refreshed->error().message, QStringLiteral("Refresh Token has expired"));
    QCOMPARE(session->state(), Session::State::NeedsSignIn);
}

void TestMovedClock::backAtRealTimeNothingIsExpired()
{
    FlowSandbox bench;
    addUser(bench);
    QCOMPARE(signInProblem(bench), QString());
    QVERIFY(bench.sandbox().setClockOffset(2 * hourMs));
    learnTheTime(bench);
    QVERIFY(bench.sessions().current()->isExpired());
    bench.sandbox().backToRealTime();
    learnTheTime(bench);
    QVERIFY(!bench.sessions().current()->isExpired());
}

QTEST_GUILESS_MAIN(TestMovedClock)
#include "tst_movedclock.moc"
