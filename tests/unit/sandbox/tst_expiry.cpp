#include "testworld.h"

#include "sandbox/control/liveproofs.h"

#include <QTest>

using namespace poolscope;
using namespace poolscope::sandbox;
using namespace poolscope::sandbox::test;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 minuteMs = 60'000;
constexpr qint64 hourMs = 60 * minuteMs;
constexpr qint64 dayMs = 24 * hourMs;

const QString expiredCode = u"ExpiredCodeException: Invalid code provided, please request a code again."_s;
const QString expiredSession = u"NotAuthorizedException: Invalid session for the user, session is expired."_s;
const QString expiredRefresh = u"NotAuthorizedException: Refresh Token has expired"_s;
const QString expiredAccess = u"NotAuthorizedException: Access Token has expired"_s;

} // namespace

// What time ends, told by the operations themselves: when the sandbox's clock is moved while real time stands, and when
// a single thing is made to expire.
class TestExpiry final : public QObject
{
    Q_OBJECT

private slots:
    void codesByTheClock();
    void sessionsByTheClock();
    void sessionsAsLongAsTheClientSays_data();
    void sessionsAsLongAsTheClientSays();
    void secretBlocksAsLongAsTheClientSays_data();
    void secretBlocksAsLongAsTheClientSays();
    void temporaryPasswordsByTheClock();
    void tokensByTheClock();
    void tokensAreDatedByTheClock();
    void backAtRealTimeTheyHoldAgain();
    void signedOutAheadOfTheClock();
    void tokensOfAnUnknownSignIn();
    void rotatedTokensStayReplaced();
    void srpTimestampsAreJudgedByEitherClock();

    void countsWhatIsAlive();
    void countsByIndexes();
    void codesAlone();
    void sessionsAlone();
    void secretBlocksAlone();
    void temporaryPasswordAlone();
    void refreshTokensAlone();
    void lockOutAlone();
    void othersKeepWhatTheyHave();
    void findsTheUserAsAdministratorsDo();

private:
    LiveProofs proofs(TestWorld &w, const QString &pool, const QString &name);
    int expire(TestWorld &w, const QString &pool, const QString &name, ProofKind kind);
    QString confirm(TestWorld &w, const QString &name, const QString &code);
};

LiveProofs TestExpiry::proofs(TestWorld &w, const QString &pool, const QString &name)
{
    return w.bench.onService([&](Services &services) {
        const auto user = userMeant(services.store, *services.store.pool(pool), name);
        return user ? liveProofs(services.store, services.clock, *user) : LiveProofs{.codes = -1};
    });
}

// The list of users asks while others wait for the same thread.
void TestExpiry::countsByIndexes()
{
    TestWorld w;
    const QString plan = w.bench.onService([](Services &services) {
        QStringList lines;
        services.store.rows(u"EXPLAIN QUERY PLAN SELECT count(*) FROM auth_sessions WHERE user = ?"_s, {1},
                            [&lines](const database::Row &row) { lines += row.text(3); });
        return lines.join(u'\n');
    });
    QVERIFY2(plan.contains(u"auth_sessions_by_user"), qPrintable(plan));
}

int TestExpiry::expire(TestWorld &w, const QString &pool, const QString &name, ProofKind kind)
{
    return w.bench.onService([&](Services &services) {
        const auto user = userMeant(services.store, *services.store.pool(pool), name);
        return user ? expireProofs(services.store, services.mailbox, services.clock, *user, kind) : -1;
    });
}

QString TestExpiry::confirm(TestWorld &w, const QString &name, const QString &code)
{
    return verdict(
        w.bench.call(idp::ConfirmSignUpRequest{.clientId = w.names, .username = name, .confirmationCode = code}));
}

void TestExpiry::codesByTheClock()
{
    TestWorld w;
    const QString name = w.signUp(w.names, w.newName());
    const QString code = w.bench.lastCode();
    w.bench.clock.advanceMs(dayMs);
    QCOMPARE(confirm(w, name, code), expiredCode);
    QCOMPARE(w.bench.messages().first().state, Message::State::Expired);
}

void TestExpiry::sessionsByTheClock()
{
    TestWorld w;
    const NewPasswordStep step = w.newPasswordStep();
    w.bench.clock.advanceMs(3 * minuteMs);
    QCOMPARE(verdict(w.answerNewPassword(
                 step, {{u"NEW_PASSWORD"_s, goodPassword}, {u"userAttributes.given_name"_s, u"Mira"_s}})),
             expiredSession);
}

void TestExpiry::sessionsAsLongAsTheClientSays_data()
{
    QTest::addColumn<qint64>("afterMs");
    QTest::addColumn<QString>("expected");
    QTest::newRow("in the last second") << 15 * minuteMs - 1000 << QString();
    QTest::newRow("in the last millisecond") << 15 * minuteMs - 1 << QString();
    QTest::newRow("at the end") << 15 * minuteMs << expiredSession;
}

void TestExpiry::sessionsAsLongAsTheClientSays()
{
    QFETCH(const qint64, afterMs);
    TestWorld w;
    const QString client = w.bench.createClient({.userPoolId = w.invitesPool,
                                                 .explicitAuthFlows = QStringList{u"ALLOW_USER_PASSWORD_AUTH"_s},
                                                 .authSessionValidity = 15});
    const QString name = w.invited(w.newName());
    const auto challenge = w.passwordSignIn(client, name, u"Temp0rary!"_s);
    QVERIFY2(challenge, qPrintable(verdict(challenge)));
    w.bench.clock.advanceMs(afterMs);
    QTEST(verdict(w.bench.call(idp::RespondToAuthChallengeRequest{
              .clientId = client,
              .challengeName = u"NEW_PASSWORD_REQUIRED"_s,
              .session = challenge->session,
              .challengeResponses = QMap<QString, QString>{{u"USERNAME"_s, name},
                                                           {u"NEW_PASSWORD"_s, goodPassword},
                                                           {u"userAttributes.given_name"_s, u"M"_s}}})),
          "expected");
}

void TestExpiry::secretBlocksAsLongAsTheClientSays_data()
{
    sessionsAsLongAsTheClientSays_data();
}

void TestExpiry::secretBlocksAsLongAsTheClientSays()
{
    QFETCH(const qint64, afterMs);
    TestWorld w;
    const QString client = w.bench.createClient({.userPoolId = w.namesPool,
                                                 .explicitAuthFlows = QStringList{u"ALLOW_USER_SRP_AUTH"_s},
                                                 .authSessionValidity = 15});
    const QString name = w.confirmed(w.names, w.newName());
    crypto::SystemRandom random;
    const crypto::SrpClient srp(random);
    const auto challenge = w.startSrp(client, name, srp);
    QVERIFY2(challenge, qPrintable(verdict(challenge)));
    w.bench.clock.advanceMs(afterMs);
    QTEST(verdict(w.bench.call(srpAnswer(client, w.namesPool, srp, *challenge, goodPassword, w.bench.clock.now()))),
          "expected");
}

void TestExpiry::temporaryPasswordsByTheClock()
{
    TestWorld w;
    const QString name = w.invited(w.newName());
    QCOMPARE(verdict(w.passwordSignIn(w.invites, name, u"Temp0rary!"_s)), QString());
    w.bench.clock.advanceMs(7 * dayMs);
    QVERIFY(verdict(w.passwordSignIn(w.invites, name, u"Temp0rary!"_s))
                .startsWith(u"NotAuthorizedException: Temporary password has expired"));
}

void TestExpiry::tokensByTheClock()
{
    TestWorld w;
    const auto tokens = w.tokens(w.names, w.confirmed(w.names, w.newName()));
    w.bench.clock.advanceMs(hourMs);
    QCOMPARE(verdict(w.bench.call(idp::GetUserRequest{.accessToken = *tokens.accessToken})), expiredAccess);
    QVERIFY(claimsOf(*tokens.idToken).value(u"exp").toInteger().value() <= w.bench.clock.nowSeconds());
    QCOMPARE(verdict(w.refresh(w.names, *tokens.refreshToken)), QString());
    w.bench.clock.advanceMs(30 * dayMs);
    QCOMPARE(verdict(w.refresh(w.names, *tokens.refreshToken)), expiredRefresh);
}

void TestExpiry::tokensAreDatedByTheClock()
{
    TestWorld w;
    const QString name = w.confirmed(w.names, w.newName());
    w.bench.clock.advanceMs(400 * dayMs);
    const auto tokens = w.tokens(w.names, name);
    for (const QString &token : {*tokens.idToken, *tokens.accessToken}) {
        QCOMPARE(claimsOf(token).value(u"iat").toInteger(), w.bench.clock.nowSeconds());
        QCOMPARE(claimsOf(token).value(u"auth_time").toInteger(), w.bench.clock.nowSeconds());
        QCOMPARE(claimsOf(token).value(u"exp").toInteger(), w.bench.clock.nowSeconds() + 3600);
    }
    QCOMPARE(verdict(w.bench.call(idp::GetUserRequest{.accessToken = *tokens.accessToken})), QString());
}

void TestExpiry::backAtRealTimeTheyHoldAgain()
{
    TestWorld w;
    const QString name = w.signUp(w.names, w.newName());
    const QString code = w.bench.lastCode();
    w.bench.clock.advanceMs(2 * dayMs);
    QCOMPARE(confirm(w, name, code), expiredCode);
    w.bench.clock.set(w.bench.realClock.nowMs());
    QCOMPARE(confirm(w, name, code), QString());
}

// Its tokens have no origin_jti, and the sign-out is dated by a clock that was moved back afterwards.
// The start of the sandbox removes old sign-ins by real time, while the clock may be moved to where their tokens hold.
void TestExpiry::tokensOfAnUnknownSignIn()
{
    TestWorld w;
    const QString name = w.confirmed(w.names, w.newName());
    const auto revocable = w.tokens(w.names, name);
    const auto unrevocable = w.tokens(w.unrevocable, name);
    w.bench.onService([](Services &services) {
        services.store.run(u"DELETE FROM grants"_s);
        return true;
    });
    QCOMPARE(verdict(w.bench.call(idp::GetUserRequest{.accessToken = *revocable.accessToken})),
             u"NotAuthorizedException: Access Token has been revoked"_s);
    QCOMPARE(verdict(w.bench.call(idp::GetUserRequest{.accessToken = *unrevocable.accessToken})), QString());
}

void TestExpiry::rotatedTokensStayReplaced()
{
    TestWorld w;
    const QString client = w.bench.createClient({.userPoolId = w.namesPool,
                                                 .explicitAuthFlows = QStringList{u"ALLOW_USER_PASSWORD_AUTH"_s},
                                                 .refreshTokenRotation = idp::RefreshTokenRotationType{
                                                     .feature = u"ENABLED"_s, .retryGracePeriodSeconds = 60}});
    const QString first = *w.tokens(client, w.confirmed(w.names, w.newName())).refreshToken;
    const auto use = [&](const QString &token) {
        return w.bench.call(idp::GetTokensFromRefreshTokenRequest{.refreshToken = token, .clientId = client});
    };
    w.bench.clock.advanceMs(hourMs);
    const auto next = use(first);
    QVERIFY2(next, qPrintable(verdict(next)));
    QCOMPARE(verdict(use(first)), QString()); // a retry
    const QString reused = u"RefreshTokenReuseException: Refresh token has been reused."_s;
    w.bench.clock.advanceMs(minuteMs);
    QCOMPARE(verdict(use(first)), reused);
    w.bench.clock.set(w.bench.realClock.nowMs());
    QCOMPARE(verdict(use(first)), reused);
    QCOMPARE(verdict(use(*next->authenticationResult->refreshToken)), QString());
}

void TestExpiry::signedOutAheadOfTheClock()
{
    TestWorld w;
    const QString name = w.confirmed(w.names, w.newName());
    const auto before = w.tokens(w.unrevocable, name);
    w.bench.clock.advanceMs(10 * minuteMs);
    QCOMPARE(verdict(w.bench.call(idp::GlobalSignOutRequest{.accessToken = *before.accessToken})), QString());
    w.bench.clock.set(w.bench.realClock.nowMs() + 1000);
    const auto after = w.tokens(w.unrevocable, name);
    QCOMPARE(verdict(w.bench.call(idp::GetUserRequest{.accessToken = *after.accessToken})), QString());
    const QString revoked = u"NotAuthorizedException: Access Token has been revoked"_s;
    QCOMPARE(verdict(w.bench.call(idp::GetUserRequest{.accessToken = *before.accessToken})), revoked);
    w.bench.clock.advanceMs(20 * minuteMs);
    QCOMPARE(verdict(w.bench.call(idp::GetUserRequest{.accessToken = *after.accessToken})), QString());
    QCOMPARE(verdict(w.bench.call(idp::GetUserRequest{.accessToken = *before.accessToken})), revoked);
}

void TestExpiry::srpTimestampsAreJudgedByEitherClock()
{
    TestWorld w;
    const QString name = w.confirmed(w.names, w.newName());
    w.bench.clock.advanceMs(400 * dayMs);
    QCOMPARE(verdict(w.srpSignIn(w.names, name)), QString()); // dated by real time
    crypto::SystemRandom random;
    const auto datedBy = [&](const QDateTime &time) {
        const crypto::SrpClient srp(random);
        const auto challenge = w.startSrp(w.names, name, srp);
        return verdict(w.bench.call(srpAnswer(w.names, w.namesPool, srp, *challenge, goodPassword, time)));
    };
    // Programs that keep to the Date header, this one among them, date by the moved clock.
    QCOMPARE(datedBy(w.bench.clock.now()), QString());
    QCOMPARE(datedBy(w.bench.clock.now().addDays(-200)), u"NotAuthorizedException: Incorrect username or password."_s);
}

void TestExpiry::countsWhatIsAlive()
{
    TestWorld w;
    const QString name = w.signUp(w.names, w.newName());
    QCOMPARE(proofs(w, w.namesPool, name), (LiveProofs{.codes = 1}));
    QCOMPARE(confirm(w, name, w.bench.lastCode()), QString());
    QCOMPARE(proofs(w, w.namesPool, name), LiveProofs{});
    w.tokens(w.names, name);
    const auto last = w.tokens(w.names, name);
    QCOMPARE(proofs(w, w.namesPool, name), (LiveProofs{.refreshTokens = 2}));
    QCOMPARE(verdict(w.bench.call(idp::RevokeTokenRequest{.token = last.refreshToken, .clientId = w.names})),
             QString());
    QCOMPARE(proofs(w, w.namesPool, name), (LiveProofs{.refreshTokens = 1}));
    w.bench.clock.advanceMs(31 * dayMs);
    QCOMPARE(proofs(w, w.namesPool, name), LiveProofs{});
    for (int i = 0; i < 5; ++i)
        QVERIFY(!w.passwordSignIn(w.names, name, u"Wr0ng-password!"_s));
    const qint64 lockedUntilMs = w.bench.clock.nowMs() + 1'000;
    QCOMPARE(proofs(w, w.namesPool, name), (LiveProofs{.wrongPasswords = 5, .lockedUntilMs = lockedUntilMs}));
    w.bench.clock.advanceMs(1'000);
    QCOMPARE(proofs(w, w.namesPool, name), LiveProofs{.wrongPasswords = 5});
    w.bench.clock.advanceMs(15 * minuteMs); // quiet ones
    QCOMPARE(proofs(w, w.namesPool, name), LiveProofs{});
    const NewPasswordStep step = w.newPasswordStep();
    QCOMPARE(proofs(w, w.invitesPool, step.userId), (LiveProofs{.sessions = 1, .temporaryPassword = true}));
    for (const ProofKind kind : {ProofKind::Sessions, ProofKind::TemporaryPassword})
        QCOMPARE(proofs(w, w.invitesPool, step.userId).count(kind), 1);
}

void TestExpiry::lockOutAlone()
{
    TestWorld w;
    const QString name = w.confirmed(w.names, w.newName());
    const auto wrong = [&] { return verdict(w.passwordSignIn(w.names, name, u"Wr0ng-password!"_s)); };
    for (int i = 0; i < 4; ++i)
        wrong();
    QCOMPARE(expire(w, w.namesPool, name, ProofKind::LockOut), 0); // the count goes on
    wrong();
    QCOMPARE(proofs(w, w.namesPool, name).count(ProofKind::LockOut), 1);
    QVERIFY(!w.passwordSignIn(w.names, name));
    QCOMPARE(expire(w, w.namesPool, name, ProofKind::LockOut), 1);
    QCOMPARE(proofs(w, w.namesPool, name).count(ProofKind::LockOut), 0);
    for (int i = 0; i < 4; ++i) // it begins anew
        wrong();
    QVERIFY(w.passwordSignIn(w.names, name));
    QCOMPARE(expire(w, w.namesPool, name, ProofKind::LockOut), 0);
}

void TestExpiry::codesAlone()
{
    TestWorld w;
    const QString name = w.signUp(w.names, w.newName());
    const QString code = w.bench.lastCode();
    QCOMPARE(expire(w, w.namesPool, name, ProofKind::Codes), 1);
    QCOMPARE(confirm(w, name, code), expiredCode);
    QCOMPARE(w.bench.messages().first().state, Message::State::Expired);
    QCOMPARE(expire(w, w.namesPool, name, ProofKind::Codes), 0);
    QCOMPARE(verdict(w.bench.call(idp::ResendConfirmationCodeRequest{.clientId = w.names, .username = name})),
             QString());
    QCOMPARE(confirm(w, name, w.bench.lastCode()), QString()); // the new one counts
}

void TestExpiry::sessionsAlone()
{
    TestWorld w;
    const NewPasswordStep step = w.newPasswordStep();
    QCOMPARE(expire(w, w.invitesPool, step.userId, ProofKind::Sessions), 1);
    QCOMPARE(verdict(w.answerNewPassword(
                 step, {{u"NEW_PASSWORD"_s, goodPassword}, {u"userAttributes.given_name"_s, u"Mira"_s}})),
             expiredSession);
    QCOMPARE(expire(w, w.invitesPool, step.userId, ProofKind::Sessions), 0);
}

void TestExpiry::secretBlocksAlone()
{
    TestWorld w;
    const QString name = w.confirmed(w.names, w.newName());
    crypto::SystemRandom random;
    const crypto::SrpClient srp(random);
    const auto challenge = w.startSrp(w.names, name, srp);
    QVERIFY(challenge);
    QCOMPARE(expire(w, w.namesPool, name, ProofKind::Sessions), 1);
    QCOMPARE(
        verdict(w.bench.call(srpAnswer(w.names, w.namesPool, srp, *challenge, goodPassword, w.bench.realClock.now()))),
        expiredSession);
}

void TestExpiry::temporaryPasswordAlone()
{
    TestWorld w;
    const QString name = w.newName();
    QCOMPARE(verdict(w.bench.call(idp::AdminCreateUserRequest{
                 .userPoolId = w.invitesPool,
                 .username = name,
                 .userAttributes = QList<idp::AttributeType>{{.name = u"email"_s, .value = u"i@example.com"_s}},
                 .temporaryPassword = u"Temp0rary!"_s,
                 .desiredDeliveryMediums = QStringList{u"EMAIL"_s}})),
             QString());
    QCOMPARE(w.bench.messages().first().state, Message::State::Current);
    QCOMPARE(expire(w, w.invitesPool, name, ProofKind::TemporaryPassword), 1);
    QVERIFY(verdict(w.passwordSignIn(w.invites, name, u"Temp0rary!"_s))
                .startsWith(u"NotAuthorizedException: Temporary password has expired"));
    QCOMPARE(w.bench.messages().first().state, Message::State::Expired);
    QCOMPARE(expire(w, w.invitesPool, name, ProofKind::TemporaryPassword), 0);
}

void TestExpiry::refreshTokensAlone()
{
    TestWorld w;
    const QString name = w.confirmed(w.names, w.newName());
    const auto tokens = w.tokens(w.names, name);
    QCOMPARE(expire(w, w.namesPool, name, ProofKind::RefreshTokens), 1);
    QCOMPARE(verdict(w.refresh(w.names, *tokens.refreshToken)), expiredRefresh);
    QCOMPARE(verdict(w.bench.call(idp::GetUserRequest{.accessToken = *tokens.accessToken})), QString());
    QCOMPARE(expire(w, w.namesPool, name, ProofKind::RefreshTokens), 0);
}

void TestExpiry::othersKeepWhatTheyHave()
{
    TestWorld w;
    const QString first = w.signUp(w.names, w.newName());
    const QString second = w.signUp(w.names, w.newName());
    const QString code = w.bench.lastCode();
    QCOMPARE(expire(w, w.namesPool, first, ProofKind::Codes), 1);
    QCOMPARE(confirm(w, second, code), QString());
    const auto tokens = w.tokens(w.names, second);
    QCOMPARE(expire(w, w.namesPool, first, ProofKind::RefreshTokens), 0);
    QCOMPARE(verdict(w.refresh(w.names, *tokens.refreshToken)), QString());
}

void TestExpiry::findsTheUserAsAdministratorsDo()
{
    TestWorld w;
    const QString address = w.newName() + u"@example.com"_s;
    w.signUp(w.email, address);
    const auto user = w.bench.call(idp::AdminGetUserRequest{.userPoolId = w.emailPool, .username = address.toUpper()});
    QVERIFY(user);
    for (const QString &name : {address, address.toUpper(), *user->username})
        QCOMPARE(proofs(w, w.emailPool, name).codes, 1);
    QCOMPARE(proofs(w, w.emailPool, u"nobody@example.com"_s).codes, -1);
}

QTEST_GUILESS_MAIN(TestExpiry)
#include "tst_expiry.moc"
