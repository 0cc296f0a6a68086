#include "auth/sessionrenewal.h"
#include "cognito/idpclient.h"
#include "sessionfakes.h"
#include "sessionsteps.h"

#include <QSignalSpy>
#include <QTest>

using namespace poolscope;
using namespace poolscope::auth;
using namespace poolscope::tests;

namespace {

constexpr qint64 hourMs = 3'600'000;

struct RenewalBench : FlowBench
{
    SessionRenewal renewal{*sessions, clock};
    QSignalSpy failed{&renewal, &SessionRenewal::failed};
    QSignalSpy settled{&renewal, &SessionRenewal::settled};

    RenewalBench() { renewal.setShown(true); }

    void passTo(qint64 beforeTheEndMs) // of a token that lives for an hour
    {
        clock.set(startMs + hourMs - beforeTheEndMs);
        renewal.judgeAgain();
    }

    // The same, with the answer that the refresh is going to get.
    void answerAt(qint64 beforeTheEndMs, const QString &username)
    {
        clock.set(startMs + hourMs - beforeTheEndMs);
        answerTokens(username);
        renewal.judgeAgain();
    }

    // A request that was wrongly sent has come by then.
    bool staysAt(int requests)
    {
        QObject context;
        bool asked = false;
        server.addOk("{}");
        access->client().call(idp::GetUserRequest{.accessToken = QStringLiteral("t")}, &context,
                              [&asked](const auto &) { asked = true; });
        [&] { QTRY_VERIFY(asked); }();
        return count() == requests + 1;
    }
};

} // namespace

// Refreshing before expiry while somebody looks.
class AutomaticRenewalTest : public QObject
{
    Q_OBJECT

private slots:
    void beforeTheEnd()
    {
        RenewalBench bench;
        Session *session = signIn(bench, mira);
        bench.passTo(SessionRenewal::leadMs + 1'000);
        QVERIFY(bench.staysAt(0));
        bench.answerAt(SessionRenewal::leadMs, mira);
        QTRY_COMPARE(session->tokens().accessExpiresAtMs, bench.clock.nowMs() + hourMs);
        QCOMPARE(bench.count(), 2);
        QCOMPARE(bench.body(1).value(u"AuthFlow").toString(), QStringLiteral("REFRESH_TOKEN_AUTH"));
        QVERIFY(bench.failed.isEmpty());
        QVERIFY(bench.staysAt(2));
    }

    // The clock moves without telling: the timer looks at it by itself.
    void byTheTimer()
    {
        RenewalBench bench;
        Session *session = signIn(bench, mira);
        bench.passTo(SessionRenewal::leadMs + 20);
        bench.answerTokens(mira);
        bench.clock.advanceMs(20);
        QTRY_VERIFY(session->tokens().accessExpiresAtMs > FlowBench::startMs + hourMs);
        QCOMPARE(bench.count(), 1);
    }

    void notForAHiddenWindow()
    {
        RenewalBench bench;
        Session *session = signIn(bench, mira);
        bench.renewal.setShown(false);
        bench.passTo(1'000);
        QVERIFY(bench.staysAt(0));
        // It ended meanwhile; whoever looks again gets a good one.
        bench.answerTokens(mira);
        bench.passTo(-1'000);
        bench.renewal.setShown(true);
        QTRY_VERIFY(!session->isExpired());
        QCOMPARE(bench.count(), 2);
    }

    // "Refreshed when used, not at the start."
    void leavesAloneWhatHadEnded()
    {
        RenewalBench bench;
        bench.clock.advanceMs(2 * hourMs);
        bench.sessions->adopt(result(bench, mira, -hourMs / 1000), mira);
        bench.renewal.judgeAgain();
        QVERIFY(bench.staysAt(0));
    }

    // Who moves a sandbox's clock wants to see the tokens expire.
    void leavesAloneWhatAMovedClockEnded()
    {
        RenewalBench bench;
        Session *session = signIn(bench, mira);
        bench.clock.advanceMs(2 * hourMs);
        bench.renewal.judgeMovedClock();
        QVERIFY(session->isExpired());
        bench.renewal.setShown(true);
        QVERIFY(bench.staysAt(0));
        // Back again it is alive, and looked after.
        bench.clock.advanceMs(-2 * hourMs);
        bench.renewal.judgeMovedClock();
        QVERIFY(bench.staysAt(1));
        bench.answerAt(SessionRenewal::leadMs, mira);
        QTRY_VERIFY(session->tokens().accessExpiresAtMs > FlowBench::startMs + hourMs);
    }

    void oneRequestForAll()
    {
        RenewalBench bench;
        Session *session = signIn(bench, mira);
        Held refresh;
        refresh.holdNext(bench.server);
        bench.passTo(30'000);
        QTRY_VERIFY(refresh.socket);
        QString token;
        session->withAccessToken(this, [&](const Result<QString> &fresh) { token = fresh.value_or(QString()); });
        bench.renewal.judgeAgain();
        bench.renewal.setShown(false);
        bench.renewal.setShown(true);
        refresh.release(tokensJson(mira, bench.clock.nowSeconds(), 3600, QStringLiteral("rotated")));
        QTRY_COMPARE(token, session->tokens().accessToken);
        QCOMPARE(session->tokens().refreshToken, QStringLiteral("rotated"));
        QVERIFY(bench.staysAt(1));
    }

    // It never hears of the answer; the next one is refreshed all the same.
    void aSessionThatGoesMeanwhile()
    {
        RenewalBench bench;
        signIn(bench, mira);
        Held refresh;
        refresh.holdNext(bench.server);
        bench.passTo(30'000);
        QTRY_VERIFY(refresh.socket);
        bench.sessions->forgetEverything();
        Session *other = signIn(bench, noah);
        bench.clock.set(other->tokens().accessExpiresAtMs - SessionRenewal::leadMs);
        bench.answerTokens(noah);
        bench.renewal.judgeAgain();
        QTRY_COMPARE(other->tokens().accessExpiresAtMs, bench.clock.nowMs() + hourMs);
    }

    void failureIsSaidAndTriedAgain()
    {
        RenewalBench bench;
        signIn(bench, mira);
        bench.server.addClose();
        bench.passTo(SessionRenewal::leadMs);
        QTRY_COMPARE(bench.failed.size(), 1);
        QCOMPARE(bench.failed.first().at(0).toString(), QStringLiteral("mira@example.com"));
        QVERIFY(!bench.failed.first().at(1).value<Error>().message.isEmpty());
        QCOMPARE(bench.failed.first().at(2).toBool(), true);
        const int asked = bench.count();
        bench.renewal.setShown(true);
        QVERIFY(bench.staysAt(asked)); // not at once
        QVERIFY(bench.settled.isEmpty());
        bench.answerTokens(mira);
        bench.clock.advanceMs(SessionRenewal::againAfterMs);
        bench.renewal.setShown(true);
        QTRY_COMPARE(bench.settled.size(), 1);
        QCOMPARE(bench.failed.size(), 1);
    }

    void refusalIsFinal()
    {
        RenewalBench bench;
        Session *session = signIn(bench, mira);
        bench.server.addError("NotAuthorizedException", "Refresh Token has been revoked");
        bench.server.addError("NotAuthorizedException", "Refresh Token has been revoked");
        bench.passTo(SessionRenewal::leadMs);
        QTRY_COMPARE(bench.failed.size(), 1);
        QCOMPARE(bench.failed.first().at(2).toBool(), false);
        QCOMPARE(session->state(), Session::State::NeedsSignIn);
        const int asked = bench.count();
        bench.clock.advanceMs(hourMs);
        bench.renewal.judgeAgain();
        QVERIFY(bench.staysAt(asked));
        signIn(bench, mira);
        QCOMPARE(bench.settled.size(), 1);
    }

    // A service whose tokens have ended when they come is not asked for ever.
    void tokensThatHaveEndedAlready()
    {
        RenewalBench bench;
        Session *session = signIn(bench, mira);
        bench.answerTokens(mira, -60);
        bench.passTo(SessionRenewal::leadMs);
        QTRY_VERIFY(session->isExpired());
        bench.clock.advanceMs(SessionRenewal::againAfterMs);
        bench.renewal.judgeAgain();
        QVERIFY(bench.staysAt(1));
    }

    void shortLives()
    {
        RenewalBench bench;
        Session *session = signIn(bench, mira, 60);
        bench.clock.advanceMs(44'000);
        bench.renewal.judgeAgain();
        QVERIFY(bench.staysAt(0));
        bench.clock.advanceMs(1'000);
        bench.answerTokens(mira, 60);
        bench.renewal.judgeAgain();
        QTRY_COMPARE(session->tokens().accessExpiresAtMs, bench.clock.nowMs() + 60'000);
    }

    void onlyTheCurrentOne()
    {
        RenewalBench bench;
        Session *first = signIn(bench, mira);
        Session *second = signIn(bench, noah);
        bench.answerAt(SessionRenewal::leadMs, noah);
        QTRY_VERIFY(second->tokens().accessExpiresAtMs > FlowBench::startMs + hourMs);
        QVERIFY(bench.staysAt(1));
        bench.answerTokens(mira);
        bench.sessions->setCurrent(first);
        QTRY_VERIFY(first->tokens().accessExpiresAtMs > FlowBench::startMs + hourMs);
    }

    void signedOutWhileItIsAsked()
    {
        RenewalBench bench;
        Session *session = signIn(bench, mira);
        Held refresh;
        refresh.holdNext(bench.server);
        bench.passTo(SessionRenewal::leadMs);
        QTRY_VERIFY(refresh.socket);
        bench.answer("{}");
        QSignalSpy ended(session, &Session::ended);
        session->signOutHere();
        refresh.socket->abort();
        QTRY_COMPARE(ended.size(), 1);
        QVERIFY(bench.failed.isEmpty());
    }
};

QTEST_GUILESS_MAIN(AutomaticRenewalTest)
#include "tst_automaticrenewal.moc"
