#include "clientlife.h"
#include "sandbox/sandbox.h"

#include "model/cognitoidp.h"
#include "support/signingkeys.h"

#include <QRegularExpression>
#include <QSet>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

#include <functional>
#include <memory>
#include <vector>

using namespace poolscope;
using namespace poolscope::sandbox;
using namespace poolscope::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int clients = 8;
const QString goodPassword = u"Passw0rd!"_s;

// Prepares a state of its own in the pool, and gives the call that all clients make then.
using Send = std::function<QNetworkReply *(HttpCaller &)>;
using Prepare = std::function<Send(const SharedPool &, HttpCaller &, const QString &name)>;

} // namespace

// Requests of eight clients at once give the same results as one after another.
class TestSandboxAtOnce final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void livesSideBySide();
    void oneStateForAll_data();
    void oneStateForAll();

private:
    QStringList verdicts(const Prepare &prepare, bool atOnce);

    std::unique_ptr<Sandbox> m_sandbox;
    SharedPool m_pool;
    int m_names = 0;
};

void TestSandboxAtOnce::initTestCase()
{
    m_sandbox = std::make_unique<Sandbox>(Options{.makeKey = poolscope::tests::sharedSigningKey});
    QSignalSpy started(m_sandbox.get(), &Sandbox::started);
    m_sandbox->start();
    QVERIFY(started.wait(60'000));
    m_pool.endpoint = m_sandbox->endpoint();
    HttpCaller caller(m_pool.endpoint);
    const Answer pool = call(caller, idp::CreateUserPoolRequest{.poolName = u"shared"_s,
                                                                .autoVerifiedAttributes = QStringList{u"email"_s},
                                                                .usernameAttributes = QStringList{u"email"_s}});
    m_pool.poolId = pool.json.value(u"UserPool").value(u"Id").toString();
    const Answer client =
        call(caller, idp::CreateUserPoolClientRequest{.userPoolId = m_pool.poolId,
                                                      .clientName = u"app"_s,
                                                      .explicitAuthFlows = QStringList{u"ALLOW_USER_PASSWORD_AUTH"_s,
                                                                                       u"ALLOW_REFRESH_TOKEN_AUTH"_s}});
    m_pool.clientId = client.json.value(u"UserPoolClient").value(u"ClientId").toString();
    QCOMPARE(client.status, 200);
    QCOMPARE(call(caller, idp::CreateGroupRequest{.groupName = u"everybody"_s, .userPoolId = m_pool.poolId}).status,
             200);
}

void TestSandboxAtOnce::cleanupTestCase()
{
    m_sandbox.reset();
}

void TestSandboxAtOnce::livesSideBySide()
{
    const QStringList expected = liveOn(m_pool, u"utterly-alone@example.com"_s);
    QCOMPARE(expected.filter(u" 200 "_s).size(), 16);
    QCOMPARE(expected.filter(u" 400 "_s).size(), 9);
    std::vector<QStringList> lives(clients);
    std::vector<std::unique_ptr<QThread>> threads;
    for (int i = 0; i < clients; ++i) {
        threads.emplace_back(
            QThread::create([this, i, &lives] { lives[size_t(i)] = liveOn(m_pool, u"user%1@example.com"_s.arg(i)); }));
        threads.back()->start();
    }
    for (const auto &thread : threads)
        QVERIFY(thread->wait(120'000));
    for (const QStringList &life : lives)
        QCOMPARE(life, expected);
}

namespace {

idp::SignUpRequest signUpOf(const SharedPool &pool, const QString &name)
{
    return {.clientId = pool.clientId, .username = name, .password = goodPassword};
}

template<class Request>
Send sending(const Request &request)
{
    return [request](HttpCaller &caller) { return send(caller, request); };
}

QString confirmed(const SharedPool &pool, HttpCaller &caller, const QString &name)
{
    call(caller, signUpOf(pool, name));
    call(caller, idp::AdminConfirmSignUpRequest{.userPoolId = pool.poolId, .username = name});
    call(caller, idp::AdminUpdateUserAttributesRequest{
                     .userPoolId = pool.poolId,
                     .username = name,
                     .userAttributes = QList<idp::AttributeType>{{.name = u"email"_s, .value = name},
                                                                 {.name = u"email_verified"_s, .value = u"true"_s}}});
    return name;
}

Send sameName(const SharedPool &pool, HttpCaller &, const QString &name)
{
    return sending(signUpOf(pool, name));
}

Send sameCode(const SharedPool &pool, HttpCaller &caller, const QString &name)
{
    call(caller, signUpOf(pool, name));
    return sending(idp::ConfirmSignUpRequest{
        .clientId = pool.clientId, .username = name, .confirmationCode = codeFor(caller, name)});
}

Send sameResetCode(const SharedPool &pool, HttpCaller &caller, const QString &name)
{
    call(caller, idp::ForgotPasswordRequest{.clientId = pool.clientId, .username = confirmed(pool, caller, name)});
    return sending(idp::ConfirmForgotPasswordRequest{.clientId = pool.clientId,
                                                     .username = name,
                                                     .confirmationCode = codeFor(caller, name),
                                                     .password = u"An0ther-one"_s});
}

Send manyCodes(const SharedPool &pool, HttpCaller &caller, const QString &name)
{
    call(caller, signUpOf(pool, name));
    return sending(idp::ResendConfirmationCodeRequest{.clientId = pool.clientId, .username = name});
}

idp::InitiateAuthRequest byPassword(const QString &client, const QString &name, const QString &password)
{
    return {.authFlow = u"USER_PASSWORD_AUTH"_s,
            .authParameters = QMap<QString, QString>{{u"USERNAME"_s, name}, {u"PASSWORD"_s, password}},
            .clientId = client};
}

Send wrongPassword(const SharedPool &pool, HttpCaller &caller, const QString &name)
{
    return sending(byPassword(pool.clientId, confirmed(pool, caller, name), u"Wr0ng-one"_s));
}

Send sameRefreshToken(const SharedPool &pool, HttpCaller &caller, const QString &name)
{
    const Answer client =
        call(caller, idp::CreateUserPoolClientRequest{.userPoolId = pool.poolId,
                                                      .clientName = u"rotates"_s,
                                                      .explicitAuthFlows = QStringList{u"ALLOW_USER_PASSWORD_AUTH"_s},
                                                      .refreshTokenRotation = idp::RefreshTokenRotationType{
                                                          .feature = u"ENABLED"_s, .retryGracePeriodSeconds = 0}});
    const QString id = client.json.value(u"UserPoolClient").value(u"ClientId").toString();
    const Answer tokens = call(caller, byPassword(id, confirmed(pool, caller, name), goodPassword));
    return sending(idp::GetTokensFromRefreshTokenRequest{
        .refreshToken = tokens.json.value(u"AuthenticationResult").value(u"RefreshToken").toString(), .clientId = id});
}

Send sameSession(const SharedPool &pool, HttpCaller &caller, const QString &name)
{
    call(caller, idp::AdminCreateUserRequest{.userPoolId = pool.poolId,
                                             .username = name,
                                             .temporaryPassword = u"Temp0rary!"_s,
                                             .messageAction = u"SUPPRESS"_s});
    const Answer challenge = call(caller, byPassword(pool.clientId, name, u"Temp0rary!"_s));
    const QString id = challenge.json.value(u"ChallengeParameters").value(u"USER_ID_FOR_SRP").toString();
    return sending(idp::RespondToAuthChallengeRequest{
        .clientId = pool.clientId,
        .challengeName = u"NEW_PASSWORD_REQUIRED"_s,
        .session = challenge.json.value(u"Session").toString(),
        .challengeResponses = QMap<QString, QString>{{u"USERNAME"_s, id}, {u"NEW_PASSWORD"_s, goodPassword}}});
}

Send sameGroup(const SharedPool &pool, HttpCaller &, const QString &name)
{
    return sending(idp::CreateGroupRequest{.groupName = name, .userPoolId = pool.poolId});
}

Send secondSecret(const SharedPool &pool, HttpCaller &caller, const QString &)
{
    const Answer client =
        call(caller, idp::CreateUserPoolClientRequest{
                         .userPoolId = pool.poolId, .clientName = u"secretive"_s, .generateSecret = true});
    return sending(idp::AddUserPoolClientSecretRequest{
        .userPoolId = pool.poolId, .clientId = client.json.value(u"UserPoolClient").value(u"ClientId").toString()});
}

Send sameAttribute(const SharedPool &pool, HttpCaller &, const QString &name)
{
    const QString attribute = QString(name).section(u'@', 0, 0);
    return sending(idp::AddCustomAttributesRequest{
        .userPoolId = pool.poolId, .customAttributes = QList<idp::SchemaAttributeType>{{.name = attribute}}});
}

Send sameUserDeleted(const SharedPool &pool, HttpCaller &caller, const QString &name)
{
    return sending(idp::AdminDeleteUserRequest{.userPoolId = pool.poolId, .username = confirmed(pool, caller, name)});
}

Send samePasswordChanged(const SharedPool &pool, HttpCaller &caller, const QString &name)
{
    const Answer tokens = call(caller, byPassword(pool.clientId, confirmed(pool, caller, name), goodPassword));
    return sending(idp::ChangePasswordRequest{
        .previousPassword = goodPassword,
        .proposedPassword = u"An0ther-one"_s,
        .accessToken = tokens.json.value(u"AuthenticationResult").value(u"AccessToken").toString()});
}

} // namespace

void TestSandboxAtOnce::oneStateForAll_data()
{
    QTest::addColumn<Prepare>("prepare");
    QTest::addColumn<int>("accepted"); // of eight
    QTest::newRow("SignUp by one name") << Prepare(sameName) << 1;
    QTest::newRow("ConfirmSignUp by one code") << Prepare(sameCode) << 1;
    QTest::newRow("ResendConfirmationCode up to the limit") << Prepare(manyCodes) << 5;
    QTest::newRow("ConfirmForgotPassword by one code") << Prepare(sameResetCode) << 1;
    QTest::newRow("InitiateAuth up to the lock-out") << Prepare(wrongPassword) << 0;
    QTest::newRow("GetTokensFromRefreshToken by one token") << Prepare(sameRefreshToken) << 1;
    QTest::newRow("RespondToAuthChallenge by one session") << Prepare(sameSession) << 1;
    QTest::newRow("ChangePassword by one password") << Prepare(samePasswordChanged) << 1;
    QTest::newRow("CreateGroup by one name") << Prepare(sameGroup) << 1;
    QTest::newRow("AddUserPoolClientSecret up to the limit") << Prepare(secondSecret) << 1;
    QTest::newRow("AddCustomAttributes by one name") << Prepare(sameAttribute) << 1;
    QTest::newRow("AdminDeleteUser of one user") << Prepare(sameUserDeleted) << 1;
}

// What all clients hear, sorted.
QStringList TestSandboxAtOnce::verdicts(const Prepare &prepare, bool atOnce)
{
    const QString name = u"shared%1@example.com"_s.arg(++m_names);
    HttpCaller first(m_pool.endpoint);
    const Send one = prepare(m_pool, first, name);
    std::vector<std::unique_ptr<HttpCaller>> callers;
    std::vector<QNetworkReply *> replies;
    QList<Answer> answers;
    for (int i = 0; i < clients; ++i) {
        callers.push_back(std::make_unique<HttpCaller>(m_pool.endpoint));
        replies.push_back(one(*callers.back()));
        if (!atOnce)
            answers << callers.back()->finish(replies.back());
    }
    for (size_t i = 0; atOnce && i < clients; ++i)
        answers << callers[i]->finish(replies[i]);
    QStringList all;
    static const QRegularExpression clientId(u"\\b[a-z0-9]{26}\\b"_s);
    for (const Answer &answer : std::as_const(answers))
        all << verdictOf(answer).replace(QString(name).section(u'@', 0, 0), u"it"_s).replace(clientId, u"client"_s);
    all.sort();
    return all;
}

void TestSandboxAtOnce::oneStateForAll()
{
    QFETCH(const Prepare, prepare);
    QFETCH(int, accepted);
    const QStringList oneByOne = verdicts(prepare, false);
    QCOMPARE(oneByOne.count(u"200"_s), accepted);
    QVERIFY2(QSet<QString>(oneByOne.begin(), oneByOne.end()).size() > 1, "The clients are not in each other's way.");
    for (int round = 0; round < 5; ++round)
        QCOMPARE(verdicts(prepare, true), oneByOne);
}

QTEST_GUILESS_MAIN(TestSandboxAtOnce)
#include "tst_sandboxatonce.moc"
