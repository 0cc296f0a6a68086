#include "auth/sessionmanager.h"
#include "auth/userpoolaccess.h"
#include "crypto/secrethash.h"
#include "flowbench.h"
#include "model/codec.h"
#include "sessionfakes.h"
#include "transport/credentials.h"
#include "json/reader.h"

#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>

using namespace poolscope;
using namespace poolscope::auth;
using namespace poolscope::tests;

namespace {

idp::AuthenticationResultType result(const FlowBench &bench, const QString &username, qint64 lifetime = 3600)
{
    const QString refresh = QStringLiteral("refresh-of-") + username;
    const auto document = json::read(tokensJson(username, bench.clock.nowSeconds(), lifetime, refresh));
    return model::decode<idp::InitiateAuthResponse>(document->root)->authenticationResult.value();
}

Session *signIn(FlowBench &bench, const QString &username, qint64 lifetime = 3600)
{
    return bench.sessions->adopt(result(bench, username, lifetime), username);
}

const QString mira = QStringLiteral("mira");
const QString noah = QStringLiteral("noah");

} // namespace

class SessionsTest : public QObject
{
    Q_OBJECT

private slots:
    void survivesARestart()
    {
        FlowBench bench;
        const Tokens tokens = signIn(bench, mira)->tokens();
        signIn(bench, noah);
        bench.sessions->setCurrent(bench.sessions->sessions().first());
        QTRY_COMPARE(bench.store.keys().size(), 3);
        QCoreApplication::processEvents();
        bench.restart();
        QSignalSpy restored(bench.sessions.get(), &SessionManager::restored);
        QVERIFY(!bench.sessions->current());
        bench.sessions->restore();
        QTRY_COMPARE(restored.size(), 1);
        QCOMPARE(bench.sessions->sessions().size(), 2);
        QCOMPARE(bench.sessions->current()->username(), mira);
        QCOMPARE(bench.sessions->current()->tokens(), tokens);
        QCOMPARE(bench.sessions->current()->displayName(), QStringLiteral("mira@example.com"));
        QCOMPARE(bench.count(), 0);
        QVERIFY(bench.sessions->storageProblem().isEmpty());
    }

    void nothingToRestore()
    {
        FlowBench bench;
        QSignalSpy restored(bench.sessions.get(), &SessionManager::restored);
        bench.sessions->restore();
        QTRY_COMPARE(restored.size(), 1);
        QVERIFY(!bench.sessions->current());
    }

    void sameUserIsNotDoubled()
    {
        FlowBench bench;
        Session *first = signIn(bench, mira);
        signIn(bench, noah);
        QCOMPARE(signIn(bench, mira), first);
        QCOMPARE(bench.sessions->sessions().size(), 2);
        QCOMPARE(bench.sessions->current(), first);
    }

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
        access.loadSettings();
        QTRY_COMPARE(access.settings().state, PoolSettings::State::Known);
        QVERIFY(!access.settings().client->clientSecret);
        Session *session = sessions.adopt(result(bench, mira), mira);
        bench.answerTokens(mira, 3600, QStringLiteral("rotated"));
        session->refresh(this, [](const auto &) {});
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
        QSignalSpy failed(session, &Session::refreshFailed);
        QString code;
        session->refresh(this, [&](const Result<void> &r) { code = r.error().code; });
        QTRY_COMPARE(code, QStringLiteral("NotAuthorizedException"));
        QCOMPARE(session->state(), Session::State::NeedsSignIn);
        QCOMPARE(failed.size(), 1);
        QVERIFY(!session->tokens().idToken.isEmpty());
        session->withAccessToken(this, [&](const Result<QString> &r) { code = r.error().code; });
        QTRY_COMPARE(code, QStringLiteral("SignInNeeded"));
        QCOMPARE(bench.count(), 1);
        signIn(bench, mira);
        QCOMPARE(session->state(), Session::State::Active);
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

    void keychainThatFails()
    {
        FlowBench bench;
        BrokenStore store;
        store.set(false);
        UserPoolAccess access(
            bench.connection, bench.server.url(),
            {.channel = &bench.channel, .secrets = &store, .clock = &bench.clock, .random = &bench.random});
        SessionManager sessions(&access);
        QSignalSpy told(&sessions, &SessionManager::storageProblemChanged);
        sessions.restore();
        QTRY_VERIFY(sessions.isRestored());
        QCOMPARE(sessions.storageProblem(), BrokenStore::error().message);
        sessions.adopt(result(bench, mira), mira);
        QCOMPARE(sessions.current()->username(), mira);
        QTRY_VERIFY(store.inner.keys().isEmpty());

        // It wakes up: what lived in memory is stored, and the problem is over.
        QCoreApplication::processEvents();
        store.set(true);
        QTRY_COMPARE(store.inner.keys().size(), 2);
        QTRY_VERIFY(sessions.storageProblem().isEmpty());
    }

    void keychainThatWakesUpKeepsWhatItHad()
    {
        FlowBench bench;
        signIn(bench, noah);
        QTRY_COMPARE(bench.store.keys().size(), 2);
        BrokenStore store;
        for (const QString &key : bench.store.keys()) {
            bench.store.read(key, this, [&, key](const Result<std::optional<QByteArray>> &value) {
                store.inner.write(key, value->value(), this, [](const auto &) {});
            });
        }
        QTRY_COMPARE(store.inner.keys().size(), 2);
        store.set(false);
        UserPoolAccess access(
            bench.connection, bench.server.url(),
            {.channel = &bench.channel, .secrets = &store, .clock = &bench.clock, .random = &bench.random});
        SessionManager sessions(&access);
        sessions.restore();
        QTRY_VERIFY(sessions.isRestored());
        sessions.adopt(result(bench, mira), mira);
        QCoreApplication::processEvents();
        store.set(true);
        QTRY_COMPARE(sessions.sessions().size(), 2);
        QTRY_COMPARE(store.inner.keys().size(), 3);
        QCOMPARE(sessions.current()->username(), mira);
    }

    void damagedEntryIsDropped()
    {
        FlowBench bench;
        const QString id = signIn(bench, mira)->id();
        signIn(bench, noah);
        QTRY_COMPARE(bench.store.keys().size(), 3);
        QCoreApplication::processEvents();
        const QString key = bench.store.keys().filter(id).value(0);
        QVERIFY(!key.isEmpty());
        bench.store.write(key, "not json", this, [](const auto &) {});
        bench.restart();
        bench.sessions->restore();
        QTRY_VERIFY(bench.sessions->isRestored());
        QCOMPARE(bench.sessions->sessions().size(), 1);
        QCOMPARE(bench.sessions->current()->username(), noah);
        QVERIFY(!bench.sessions->storageProblem().isEmpty());
    }

    void forgetsEverything()
    {
        FlowBench bench(true);
        signIn(bench, mira);
        signIn(bench, noah);
        QTRY_COMPARE(bench.store.keys().size(), 4);
        bench.sessions->forgetEverything();
        QTRY_VERIFY(bench.store.keys().isEmpty());
    }

    void forgetsEverythingBeforeItIsRestored_data()
    {
        QTest::addColumn<bool>("reading");
        QTest::newRow("not read") << false;
        QTest::newRow("being read") << true;
    }

    void forgetsEverythingBeforeItIsRestored()
    {
        QFETCH(bool, reading);
        FlowBench bench(true);
        signIn(bench, mira);
        signIn(bench, noah);
        QTRY_COMPARE(bench.store.keys().size(), 4);
        QCoreApplication::processEvents();
        bench.restart();
        QSignalSpy restored(bench.sessions.get(), &SessionManager::restored);
        if (reading)
            bench.sessions->restore();
        bench.sessions->forgetEverything();
        QTRY_VERIFY(bench.store.keys().isEmpty());
        QVERIFY(bench.sessions->sessions().isEmpty());
        QCOMPARE(restored.size(), 1);
    }

    void forgetsADeletedConnection()
    {
        FlowBench bench(true);
        signIn(bench, mira);
        signIn(bench, noah);
        const QString stays = QStringLiteral("connection/c2/client-secret");
        bench.store.write(stays, "s", this, [](const auto &) {});
        QTRY_COMPARE(bench.store.keys().size(), 5);
        QCoreApplication::processEvents();
        bench.sessions.reset();
        SessionManager::forgetStored(bench.store, bench.connection, this);
        QTRY_COMPARE(bench.store.keys(), QStringList{stays});
    }

    void keysBelongToPoolAndClient_data()
    {
        QTest::addColumn<QString>("pool");
        QTest::addColumn<QString>("client");
        QTest::newRow("another pool") << QStringLiteral("us-east-1_Another12") << QStringLiteral("testclient");
        QTest::newRow("another client") << QStringLiteral("us-east-1_Test12345") << QStringLiteral("anotherclient");
    }

    void keysBelongToPoolAndClient()
    {
        QFETCH(QString, pool);
        QFETCH(QString, client);
        FlowBench bench;
        signIn(bench, mira);
        QTRY_COMPARE(bench.store.keys().size(), 2);
        QCoreApplication::processEvents();
        bench.connection.userPoolId = pool;
        bench.connection.clientId = client;
        bench.restart();
        bench.sessions->restore();
        QTRY_VERIFY(bench.sessions->isRestored());
        QVERIFY(bench.sessions->sessions().isEmpty());
        signIn(bench, mira);
        QTRY_COMPARE(bench.store.keys().size(), 4);
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
        refresh.release(tokensJson(mira, bench.clock.nowSeconds(), 60, QStringLiteral("stale")));
        QTRY_VERIFY(answer);
        QVERIFY(*answer);
        QCOMPARE(session->tokens(), tokens);
    }

    void signsOutWhileRefreshing()
    {
        FlowBench bench;
        Session *session = signIn(bench, mira);
        Held refresh;
        Held revoke;
        refresh.holdNext(bench.server);
        revoke.holdNext(bench.server);
        std::optional<Result<void>> answer;
        session->refresh(this, [&](const Result<void> &r) { answer = r; });
        QTRY_VERIFY(refresh.socket);
        QSignalSpy ended(session, &Session::ended);
        session->signOutHere();
        QTRY_VERIFY(revoke.socket);
        refresh.release(tokensJson(mira, bench.clock.nowSeconds(), 60, QStringLiteral("rotated")));
        QTRY_VERIFY(answer);
        QVERIFY(!*answer);
        QCOMPARE(session->tokens().refreshToken, QStringLiteral("refresh-of-mira"));
        revoke.release("{}");
        QTRY_COMPARE(ended.size(), 1);
        QVERIFY(bench.sessions->sessions().isEmpty());
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

    void oneFailureIsMadeUpFor()
    {
        FlowBench bench;
        signIn(bench, mira);
        QTRY_COMPARE(bench.store.keys().size(), 2);
        const QString key = bench.store.keys().filter(QStringLiteral("/session/")).value(0);
        BrokenStore store;
        store.set(true);
        UserPoolAccess access(
            bench.connection, bench.server.url(),
            {.channel = &bench.channel, .secrets = &store, .clock = &bench.clock, .random = &bench.random});
        SessionManager sessions(&access);
        sessions.restore();
        QTRY_VERIFY(sessions.isRestored());
        store.refused = key;
        sessions.adopt(result(bench, mira), mira);
        QTRY_COMPARE(sessions.storageProblem(), BrokenStore::error().message);
        QVERIFY(!store.inner.keys().contains(key));

        store.refused.clear();
        sessions.adopt(result(bench, noah), noah);
        QTRY_VERIFY(store.inner.keys().contains(key));
        QTRY_VERIFY(sessions.storageProblem().isEmpty());
    }

    void listenerEndsTheSessionAtOnce()
    {
        FlowBench bench;
        connect(bench.sessions.get(), &SessionManager::sessionsChanged, this, [&] { bench.sessions.reset(); });
        QVERIFY(!signIn(bench, mira));
        QVERIFY(!bench.sessions);
    }

    void secretThatCannotBeRead()
    {
        FlowBench bench(true);
        BrokenStore store; // fails once, though nothing is known to be wrong with it
        UserPoolAccess access(
            bench.connection, bench.server.url(),
            {.channel = &bench.channel, .secrets = &store, .clock = &bench.clock, .random = &bench.random});
        QString message;
        access.whenReady(this, [&](const Result<void> &r) { message = r.error().message; });
        QTRY_VERIFY2(message.endsWith(BrokenStore::error().message), qPrintable(message));
    }
};

QTEST_GUILESS_MAIN(SessionsTest)
#include "tst_sessions.moc"
