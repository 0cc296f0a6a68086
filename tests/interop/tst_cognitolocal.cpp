#include "cognitolocal.h"

#include "cognito/idpclient.h"
#include "model/cognitoidp.h"
#include "transport/credentials.h"

#include <QTest>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;
using namespace poolscope;

// Our client against an emulator that is not ours: it has its own idea of the protocol's edges.
class CognitoLocalTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase() { m_server.reset(); }
    void signsUpConfirmsAndSignsIn();
    void newPasswordIsAskedForAndGiven();
    void forgottenPasswordIsReplaced();
    void errorsArriveAsTheyWereSent_data();
    void errorsArriveAsTheyWereSent();

private:
    // The answer, once it is there.
    template<class Request>
    Result<typename Request::Response> ask(const Request &request)
    {
        std::optional<Result<typename Request::Response>> answer;
        m_client->call(request, this, [&answer](auto result) { answer = std::move(result); });
        if (!QTest::qWaitFor([&answer] { return answer.has_value(); }, 40'000))
            return failure(Error::validation(u"NoAnswer"_qs, u"the handler did not run"_qs));
        return *answer;
    }

    void makePool();
    void signUp(const QString &name);
    idp::InitiateAuthRequest signIn(const QString &name, const QString &password) const;

    const QString m_password = u"Correct-horse-7"_qs;
    const QString m_otherPassword = u"Battery-staple-8"_qs;
    std::unique_ptr<tests::CognitoLocal> m_server;
    transport::FixedCredentials m_credentials{{.accessKeyId = u"local"_qs, .secretAccessKey = u"local"_qs}};
    std::unique_ptr<transport::AwsJsonChannel> m_channel;
    std::unique_ptr<cognito::IdpClient> m_client;
    QString m_poolId;
    QString m_clientId;
};

void CognitoLocalTest::initTestCase()
{
    m_server = std::make_unique<tests::CognitoLocal>();
    m_server->start();
    QTRY_VERIFY2_WITH_TIMEOUT(!m_server->endpoint().isEmpty() || !m_server->isRunning(), "no word from it", 60'000);
    QVERIFY2(!m_server->endpoint().isEmpty(), m_server->output().constData());
    m_channel = std::make_unique<transport::AwsJsonChannel>(transport::ChannelSettings{
        .endpoint = m_server->endpoint(), .region = u"local"_qs, .credentials = &m_credentials});
    m_client = std::make_unique<cognito::IdpClient>(m_channel.get());
    makePool();
}

void CognitoLocalTest::makePool()
{
    const auto pool =
        ask(idp::CreateUserPoolRequest{.poolName = u"interop"_qs, .autoVerifiedAttributes = {{u"email"_qs}}});
    QVERIFY2(pool, qPrintable(pool ? QString() : pool.error().message));
    m_poolId = pool->userPool->id.value_or(QString());
    QVERIFY(!m_poolId.isEmpty());
    const auto client = ask(idp::CreateUserPoolClientRequest{.userPoolId = m_poolId, .clientName = u"interop"_qs});
    QVERIFY2(client, qPrintable(client ? QString() : client.error().message));
    m_clientId = client->userPoolClient->clientId.value_or(QString());
    QVERIFY(!m_clientId.isEmpty());
}

void CognitoLocalTest::signUp(const QString &name)
{
    const auto answer = ask(idp::SignUpRequest{
        .clientId = m_clientId,
        .username = name,
        .password = m_password,
        .userAttributes = {{idp::AttributeType{.name = u"email"_qs, .value = name}}},
    });
    QVERIFY2(answer, qPrintable(answer ? QString() : answer.error().message));
    QCOMPARE(answer->userConfirmed, std::optional(false));
    QVERIFY(answer->userSub && !answer->userSub->isEmpty());
}

idp::InitiateAuthRequest CognitoLocalTest::signIn(const QString &name, const QString &password) const
{
    return {
        .authFlow = QString(idp::values::AuthFlowType::UserPasswordAuth),
        .authParameters = {{{u"USERNAME"_qs, name}, {u"PASSWORD"_qs, password}}},
        .clientId = m_clientId,
    };
}

void CognitoLocalTest::signsUpConfirmsAndSignsIn()
{
    const QString name = u"mira@example.com"_qs;
    signUp(name);
    const auto early = ask(signIn(name, m_password));
    QVERIFY(!early);
    QCOMPARE(early.error().code, u"UserNotConfirmedException"_qs);

    idp::ConfirmSignUpRequest confirmation{.clientId = m_clientId, .username = name, .confirmationCode = u"000000"_qs};
    const auto wrong = ask(confirmation);
    QVERIFY(!wrong);
    QCOMPARE(wrong.error().code, u"CodeMismatchException"_qs);
    confirmation.confirmationCode = QString(tests::CognitoLocal::code);
    QVERIFY(ask(confirmation));

    const auto tokens = ask(signIn(name, m_password));
    QVERIFY2(tokens, qPrintable(tokens ? QString() : tokens.error().message));
    QVERIFY(tokens->authenticationResult->idToken);
    const auto user = ask(idp::GetUserRequest{.accessToken = tokens->authenticationResult->accessToken});
    QVERIFY2(user, qPrintable(user ? QString() : user.error().message));
    QVERIFY(std::ranges::any_of(*user->userAttributes, [&name](const idp::AttributeType &attribute) {
        return attribute.name == u"email"_qs && attribute.value == name;
    }));
    const auto refreshed = ask(idp::InitiateAuthRequest{
        .authFlow = QString(idp::values::AuthFlowType::RefreshTokenAuth),
        .authParameters = {{{u"REFRESH_TOKEN"_qs, tokens->authenticationResult->refreshToken.value_or(QString())}}},
        .clientId = m_clientId,
    });
    QVERIFY2(refreshed, qPrintable(refreshed ? QString() : refreshed.error().message));
    QVERIFY(refreshed->authenticationResult->accessToken);
}

void CognitoLocalTest::newPasswordIsAskedForAndGiven()
{
    const QString name = u"invited@example.com"_qs;
    const auto created = ask(idp::AdminCreateUserRequest{
        .userPoolId = m_poolId,
        .username = name,
        .userAttributes = {{idp::AttributeType{.name = u"email"_qs, .value = name}}},
        .temporaryPassword = m_password,
        .desiredDeliveryMediums = {{u"EMAIL"_qs}},
    });
    QVERIFY2(created, qPrintable(created ? QString() : created.error().message));
    const auto challenge = ask(signIn(name, m_password));
    QVERIFY2(challenge, qPrintable(challenge ? QString() : challenge.error().message));
    QCOMPARE(challenge->challengeName, std::optional(u"NEW_PASSWORD_REQUIRED"_qs));
    const auto answer = ask(idp::RespondToAuthChallengeRequest{
        .clientId = m_clientId,
        .challengeName = challenge->challengeName,
        .session = challenge->session,
        .challengeResponses = {{{u"USERNAME"_qs, name}, {u"NEW_PASSWORD"_qs, m_otherPassword}}},
    });
    QVERIFY2(answer, qPrintable(answer ? QString() : answer.error().message));
    QVERIFY(answer->authenticationResult->idToken);
}

void CognitoLocalTest::forgottenPasswordIsReplaced()
{
    const QString name = u"forgot@example.com"_qs;
    signUp(name);
    QVERIFY(ask(idp::AdminConfirmSignUpRequest{.userPoolId = m_poolId, .username = name}));
    const auto sent = ask(idp::ForgotPasswordRequest{.clientId = m_clientId, .username = name});
    QVERIFY2(sent, qPrintable(sent ? QString() : sent.error().message));
    QCOMPARE(sent->codeDeliveryDetails->deliveryMedium, std::optional(u"EMAIL"_qs));
    const auto replaced = ask(idp::ConfirmForgotPasswordRequest{
        .clientId = m_clientId,
        .username = name,
        .confirmationCode = QString(tests::CognitoLocal::code),
        .password = m_otherPassword,
    });
    QVERIFY2(replaced, qPrintable(replaced ? QString() : replaced.error().message));
    QVERIFY(ask(signIn(name, m_otherPassword)));
}

void CognitoLocalTest::errorsArriveAsTheyWereSent_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("code");
    // Not what the service would say of a wrong password; the client shows what came.
    QTest::newRow("wrong password") << u"mira@example.com"_qs << u"InvalidPasswordException"_qs;
    QTest::newRow("unknown user") << u"nobody@example.com"_qs << u"NotAuthorizedException"_qs;
}

void CognitoLocalTest::errorsArriveAsTheyWereSent()
{
    QFETCH(QString, name);
    QFETCH(QString, code);
    const auto answer = ask(signIn(name, u"Not-the-password-1"_qs));
    QVERIFY(!answer);
    QVERIFY(answer.error().kind == Error::Kind::Service);
    QCOMPARE(answer.error().code, code);
    QCOMPARE(answer.error().operation, u"InitiateAuth"_qs);
}

QTEST_GUILESS_MAIN(CognitoLocalTest)

#include "tst_cognitolocal.moc"
