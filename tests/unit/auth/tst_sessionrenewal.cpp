#include "auth/sessionmanager.h"
#include "auth/userpoolaccess.h"
#include "crypto/secrethash.h"
#include "sessionfakes.h"
#include "sessionsteps.h"
#include "transport/credentials.h"

#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>

#include <algorithm>

using namespace poolscope;
using namespace poolscope::auth;
using namespace poolscope::tests;

class SessionRenewalTest : public QObject
{
    Q_OBJECT

private slots:
    void twoRefreshesAreOneRequest_data()
    {
        QTest::addColumn<bool>("secret");
        QTest::newRow("without secret") << false;
        QTest::newRow("with secret") << true;
    }

    void twoRefreshesAreOneRequest()
    {
        QFETCH(bool, secret);
        FlowBench bench(secret);
        Session *session = signIn(bench, mira);
        bench.clock.advanceMs(3'590'000);
        bench.answerTokens(mira);
        QStringList tokens;
        int done = 0;
        session->refresh(this, [&](const Result<void> &r) { done += r.has_value(); });
        session->withAccessToken(this, [&](const Result<QString> &token) { tokens.append(token.value()); });
        QTRY_COMPARE(tokens.size(), 1);
        QCOMPARE(done, 1);
        QCOMPARE(bench.count(), 1);
        QCOMPARE(bench.body(0).value(u"AuthFlow").toString(), QStringLiteral("REFRESH_TOKEN_AUTH"));
        QCOMPARE(bench.parameter(0, u"REFRESH_TOKEN"), QStringLiteral("refresh-of-mira"));
        if (secret)
            QCOMPARE(bench.parameter(0, u"SECRET_HASH"),
                     crypto::secretHash(mira, bench.connection.clientId, QStringLiteral("testsecret")));
        QCOMPARE(session->tokens().refreshToken, QStringLiteral("refresh-of-mira"));
        QCOMPARE(tokens.first(), session->tokens().accessToken);

        // Good for a while now: no further request.
        session->withAccessToken(this, [&](const Result<QString> &token) { tokens.append(token.value()); });
        QTRY_COMPARE(tokens.size(), 2);
        QCOMPARE(bench.count(), 1);
    }

    void refreshWithRotation()
    {
        FlowBench bench;
        // Settings as DescribeUserPoolClient gives them, over a channel that signs.
        transport::FixedCredentials credentials(
            {.accessKeyId = QStringLiteral("AKIDEXAMPLE"), .secretAccessKey = QStringLiteral("secret")});
        transport::AwsJsonChannel channel(
            {.endpoint = bench.server.url(), .region = QStringLiteral("us-east-1"), .credentials = &credentials});
        UserPoolAccess access(bench.connection, bench.server.url(),
                              {.channel = &channel,
                               .secrets = &bench.store,
                               .clock = &bench.clock,
                               .random = &bench.random,
                               .canSign = true});
        SessionManager sessions(&access);
        bench.answer("{\"UserPool\":{\"Id\":\"us-east-1_Test12345\"}}");
        bench.answer("{\"UserPoolClient\":{\"ClientSecret\":\"abcdefghijklmnopqrstuvwxyz\","
                     "\"RefreshTokenRotation\":{\"Feature\":\"ENABLED\"}}}");
        bench.answerTokens(mira, 3600, QStringLiteral("rotated"));
        Session *session = sessions.adopt(result(bench, mira), mira);
        access.loadSettings();
        session->refresh(this, [](const auto &) {}); // waits: they decide on the operation
        QTRY_COMPARE(access.settings().state, PoolSettings::State::Known);
        QVERIFY(!access.settings().client->clientSecret);
        QTRY_COMPARE(session->tokens().refreshToken, QStringLiteral("rotated"));
        QCOMPARE(bench.operation(2), QStringLiteral("GetTokensFromRefreshToken"));
    }

    void settingsQuietlyAbsent()
    {
        FlowBench bench;
        QSignalSpy changed(bench.access.get(), &UserPoolAccess::settingsChanged);
        bench.access->loadSettings();
        QCOMPARE(changed.size(), 1);
        QCOMPARE(bench.access->settings().state, PoolSettings::State::NotAllowed);
        QCOMPARE(bench.count(), 0);
    }

    void refusedRefreshNeedsSignIn()
    {
        FlowBench bench;
        Session *session = signIn(bench, mira);
        bench.server.addError("NotAuthorizedException", "Refresh Token has been revoked");
        bench.server.addError("NotAuthorizedException", "Refresh Token rotation is not enabled");
        QString code;
        QString message;
        session->refresh(this, [&](const Result<void> &r) {
            code = r.error().code;
            message = r.error().message;
        });
        QTRY_COMPARE(code, QStringLiteral("NotAuthorizedException"));
        QCOMPARE(message, QStringLiteral("Refresh Token has been revoked"));
        QCOMPARE(session->state(), Session::State::NeedsSignIn);
        QVERIFY(!session->tokens().idToken.isEmpty());
        session->withAccessToken(this, [&](const Result<QString> &r) { code = r.error().code; });
        QTRY_COMPARE(code, QStringLiteral("SignInNeeded"));
        QCOMPARE(bench.count(), 2);
        signIn(bench, mira);
        QCOMPARE(session->state(), Session::State::Active);
    }

    // Without AWS credentials nobody knows whether the app client rotates.
    void rotationThatIsNotKnown()
    {
        FlowBench bench;
        Session *session = signIn(bench, mira);
        bench.server.addError("NotAuthorizedException", "This flow is not compatible with refresh token rotation");
        bench.answerTokens(mira, 3600, QStringLiteral("rotated"));
        session->refresh(this, [](const auto &) {});
        QTRY_COMPARE(session->tokens().refreshToken, QStringLiteral("rotated"));
        QCOMPARE(bench.operation(1), QStringLiteral("GetTokensFromRefreshToken"));
        QCOMPARE(session->state(), Session::State::Active);
    }

    // The refresh token may be good all the same: nobody refused it by the operation that is the right one.
    void rotationThatIsNotKnownAndFails_data()
    {
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<int>("status");
        QTest::newRow("throttled") << QByteArray("TooManyRequestsException") << 400;
        QTest::newRow("broken") << QByteArray("InternalErrorException") << 500;
    }

    void rotationThatIsNotKnownAndFails()
    {
        QFETCH(QByteArray, code);
        QFETCH(int, status);
        FlowBench bench;
        Session *session = signIn(bench, mira);
        bench.server.addError("NotAuthorizedException", "This flow is not compatible with refresh token rotation");
        bench.server.addAnswer(status, "{\"__type\":\"" + code + "\",\"message\":\"Not now\"}");
        QString told;
        session->refresh(this, [&](const Result<void> &r) { told = r ? QString() : r.error().code; });
        QTRY_COMPARE_WITH_TIMEOUT(told, QString::fromLatin1(code), 30'000);
        QCOMPARE(session->state(), Session::State::Active);
        QCOMPARE(bench.operation(1), QStringLiteral("GetTokensFromRefreshToken"));
    }

    void networkFailureLeavesItAsItIs()
    {
        FlowBench bench;
        Session *session = signIn(bench, mira);
        bench.server.addClose();
        bool failed = false;
        session->refresh(this, [&](const Result<void> &r) { failed = !r; });
        QTRY_VERIFY(failed);
        QCOMPARE(session->state(), Session::State::Active);
    }

    void waiterThatWentIsNotCalled()
    {
        FlowBench bench;
        Session *session = signIn(bench, mira);
        bench.answerTokens(mira);
        bool called = false;
        auto page = std::make_unique<QObject>();
        QSignalSpy changed(session, &Session::tokensChanged);
        session->refresh(page.get(), [&](const auto &) { called = true; });
        page.reset();
        QTRY_COMPARE(changed.size(), 1);
        QVERIFY(!called);
    }

    void signsOutHere()
    {
        FlowBench bench;
        signIn(bench, mira);
        Session *session = signIn(bench, noah);
        QTRY_COMPARE(bench.store.keys().size(), 3);
        bench.answer("{}");
        QSignalSpy ended(session, &Session::ended);
        session->signOutHere();
        session->signOutHere();
        QTRY_COMPARE(ended.size(), 1);
        QCOMPARE(bench.operation(0), QStringLiteral("RevokeToken"));
        QCOMPARE(bench.body(0).value(u"Token").toString(), QStringLiteral("refresh-of-noah"));
        QCOMPARE(bench.count(), 1);
        QCOMPARE(bench.sessions->current()->username(), mira);
        QTRY_COMPARE(bench.store.keys().size(), 2);
    }

    void signsOutHereWithoutNetwork()
    {
        FlowBench bench;
        Session *session = signIn(bench, mira);
        bench.server.addClose();
        QSignalSpy failed(session, &Session::signOutFailed);
        session->signOutHere();
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(bench.sessions->sessions().isEmpty());
        QVERIFY(!bench.sessions->current());
    }

    void signsOutEverywhere()
    {
        FlowBench bench;
        Session *session = signIn(bench, mira);
        bench.server.addClose();
        QSignalSpy failed(session, &Session::signOutFailed);
        session->signOutEverywhere();
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(session->state(), Session::State::Active);

        bench.answer("{}");
        const QString token = session->tokens().accessToken;
        session->signOutEverywhere();
        QTRY_VERIFY(bench.sessions->sessions().isEmpty());
        QCOMPARE(bench.operation(1), QStringLiteral("GlobalSignOut"));
        QCOMPARE(bench.body(1).value(u"AccessToken").toString(), token);
    }

    void staleRefreshDoesNotSpoilANewSignIn()
    {
        FlowBench bench;
        Session *session = signIn(bench, mira);
        Held refresh;
        refresh.holdNext(bench.server);
        std::optional<Result<void>> answer;
        session->refresh(this, [&](const Result<void> &r) { answer = r; });
        QTRY_VERIFY(refresh.socket);
        signIn(bench, mira);
        const Tokens tokens = session->tokens();
        bench.answer("{}");
        refresh.release(tokensJson(mira, bench.clock.nowSeconds(), 60, QStringLiteral("stale")));
        QTRY_VERIFY(answer);
        QVERIFY(*answer);
        QCOMPARE(session->tokens(), tokens);
        QTRY_COMPARE(bench.operation(1), QStringLiteral("RevokeToken")); // nobody else knows of it
        QCOMPARE(bench.body(1).value(u"Token").toString(), QStringLiteral("stale"));
    }

    void signsOutWhileRefreshing_data()
    {
        QTest::addColumn<QByteArray>("reply"); // to the refresh; empty: none, the connection is closed
        QTest::addColumn<QString>("revoked");
        const qint64 now = FlowBench::startMs / 1000;
        QTest::newRow("rotated") << tokensJson(mira, now, 60, QStringLiteral("rotated")) << QStringLiteral("rotated");
        QTest::newRow("not rotated") << tokensJson(mira, now, 60, {}) << QStringLiteral("refresh-of-mira");
        QTest::newRow("failed") << QByteArray() << QStringLiteral("refresh-of-mira");
    }

    void signsOutWhileRefreshing()
    {
        QFETCH(QByteArray, reply);
        QFETCH(QString, revoked);
        FlowBench bench;
        Session *session = signIn(bench, mira);
        Held refresh;
        refresh.holdNext(bench.server);
        bench.answer("{}");
        session->refresh(this, [](const auto &) {});
        QTRY_VERIFY(refresh.socket);
        QSignalSpy ended(session, &Session::ended);
        session->signOutHere();
        session->signOutHere();
        QCOMPARE(session->state(), Session::State::SigningOut);
        if (reply.isEmpty())
            refresh.socket->abort();
        else
            refresh.release(reply);
        QTRY_COMPARE(ended.size(), 1);
        QCOMPARE(bench.count(), 2);
        QCOMPARE(bench.operation(1), QStringLiteral("RevokeToken"));
        QCOMPARE(bench.body(1).value(u"Token").toString(), revoked);
        QVERIFY(bench.sessions->sessions().isEmpty());
        QTRY_COMPARE(bench.store.keys().size(), 1); // the index
    }

    // What the user wanted to end ends all the same, in both forms that it may have; the new sign-in stays.
    void signsInAnewWhileSignOutWaits()
    {
        FlowBench bench;
        Session *session = signIn(bench, mira);
        Held refresh;
        refresh.holdNext(bench.server);
        bench.answer("{}");
        session->refresh(this, [](const auto &) {});
        QTRY_VERIFY(refresh.socket);
        session->signOutHere();
        bench.sessions->adopt(result(bench, mira, 3600, QStringLiteral("second")), mira);
        refresh.release(tokensJson(mira, bench.clock.nowSeconds(), 60, QStringLiteral("rotated")));
        QTRY_COMPARE(bench.count(), 3);
        QStringList revoked{bench.body(1).value(u"Token").toString(), bench.body(2).value(u"Token").toString()};
        revoked.sort();
        QCOMPARE(revoked, (QStringList{QStringLiteral("refresh-of-mira"), QStringLiteral("rotated")}));
        QCOMPARE(session->tokens().refreshToken, QStringLiteral("second"));
        QCOMPARE(session->state(), Session::State::Active);
        QCOMPARE(bench.sessions->sessions().size(), 1);
    }

    void signInAnewWhileSigningOut()
    {
        FlowBench bench;
        Session *session = signIn(bench, mira);
        Held revoke;
        revoke.holdNext(bench.server);
        session->signOutHere();
        QTRY_VERIFY(revoke.socket);
        signIn(bench, mira);
        revoke.release("{}");
        bench.answerTokens(mira);
        bool refreshed = false;
        session->refresh(this, [&](const Result<void> &r) { refreshed = r.has_value(); });
        QTRY_VERIFY(refreshed);
        QCOMPARE(session->state(), Session::State::Active);
        QCOMPARE(bench.sessions->sessions().size(), 1);
    }
};

QTEST_GUILESS_MAIN(SessionRenewalTest)
#include "tst_sessionrenewal.moc"
