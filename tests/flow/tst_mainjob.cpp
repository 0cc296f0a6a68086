// The main job, window left out: every step goes over HTTP to a real sandbox in this process.
#include "auth/connectiontest.h"
#include "auth/passwordresetflow.h"
#include "auth/signinflow.h"
#include "auth/signupflow.h"
#include "flowsandbox.h"
#include "tokens/jwkscache.h"

#include <QNetworkAccessManager>
#include <QSignalSpy>

using namespace poolscope;
using namespace poolscope::auth;
using namespace poolscope::tests;

namespace {

const QString address = QStringLiteral("mira@example.com");
const QString password = QStringLiteral("Passw0rd!");

QString wrong(const QString &code)
{
    return code == QLatin1StringView("000000") ? QStringLiteral("000001") : QStringLiteral("000000");
}

} // namespace

class MainJobTest : public QObject
{
    Q_OBJECT

    // Signs up and confirms; the form to sign in with.
    SignInForm newUser(FlowSandbox &bench)
    {
        SignUpFlow flow(&bench.access());
        QSignalSpy sent(&flow, &SignUpFlow::codeSent);
        QSignalSpy confirmed(&flow, &SignUpFlow::confirmed);
        flow.signUp({.username = address, .password = password, .attributes = {{QStringLiteral("email"), address}}});
        FlowSandbox::wait([&] { return !sent.isEmpty(); });
        flow.confirm(bench.newestCode(address));
        FlowSandbox::wait([&] { return !confirmed.isEmpty(); });
        return flow.signInForm();
    }

    Session *signIn(FlowSandbox &bench, const SignInForm &form)
    {
        SignInFlow flow(&bench.access(), &bench.sessions());
        QSignalSpy signedIn(&flow, &SignInFlow::signedIn);
        QSignalSpy failed(&flow, &SignInFlow::failed);
        flow.start(form);
        FlowSandbox::wait([&] { return !signedIn.isEmpty() || !failed.isEmpty(); });
        return signedIn.isEmpty() ? nullptr : bench.sessions().current();
    }

private slots:
    void fromSignUpToSignOut()
    {
        FlowSandbox bench;
        QVERIFY(!bench.pool().clientId.isEmpty());
        bench.access().loadSettings();
        QTRY_COMPARE(bench.access().settings().state, PoolSettings::State::Known);

        SignUpFlow signUp(&bench.access());
        QSignalSpy sent(&signUp, &SignUpFlow::codeSent);
        QSignalSpy confirmed(&signUp, &SignUpFlow::confirmed);
        QSignalSpy refused(&signUp, &SignUpFlow::failed);
        signUp.signUp({.username = address, .password = password, .attributes = {{QStringLiteral("email"), address}}});
        QTRY_COMPARE(sent.size(), 1);
        QCOMPARE(signUp.delivery().medium, QStringLiteral("EMAIL"));

        // Signing in before the code leads back to it.
        SignInFlow early(&bench.access(), &bench.sessions());
        QSignalSpy unconfirmed(&early, &SignInFlow::confirmationNeeded);
        early.start({.username = address, .password = password});
        QTRY_COMPARE(unconfirmed.size(), 1);

        const QString first = bench.newestCode(address);
        QCOMPARE(first.size(), 6);
        signUp.confirm(wrong(first));
        QTRY_COMPARE(refused.size(), 1);
        QCOMPARE(refused.first().first().value<Error>().code, QStringLiteral("CodeMismatchException"));
        signUp.resend();
        QTRY_COMPARE(sent.size(), 2);
        QCOMPARE(signUp.resendsLeft(), 4);
        const QString second = bench.newestCode(address);
        signUp.confirm(second.first(3) + u' ' + second.last(3));
        QTRY_COMPARE(confirmed.size(), 1);

        Session *session = signIn(bench, signUp.signInForm());
        QVERIFY(session);
        QCOMPARE(session->displayName(), address);
        QVERIFY(!session->isExpired());
        const Tokens before = session->tokens();
        QVERIFY(!before.idToken.isEmpty() && !before.refreshToken.isEmpty());

        std::optional<bool> refreshed;
        session->refresh(this, [&](const Result<void> &result) { refreshed = result.has_value(); });
        QTRY_VERIFY(refreshed.has_value());
        QVERIFY(*refreshed);
        QVERIFY(session->tokens().accessToken != before.accessToken);
        QCOMPARE(session->tokens().refreshToken, before.refreshToken);

        QSignalSpy signOutFailed(session, &Session::signOutFailed);
        session->signOutHere();
        QTRY_VERIFY(!bench.sessions().current());
        QVERIFY(signOutFailed.isEmpty());
        const auto again = bench.call(idp::InitiateAuthRequest{
            .authFlow = QStringLiteral("REFRESH_TOKEN_AUTH"),
            .authParameters = QMap<QString, QString>{{QStringLiteral("REFRESH_TOKEN"), before.refreshToken}},
            .clientId = bench.pool().clientId});
        QVERIFY(!again);
        QCOMPARE(again.error().code, QStringLiteral("NotAuthorizedException"));
    }

    void wrongPassword_data()
    {
        QTest::addColumn<QString>("flow");
        QTest::newRow("SRP") << QStringLiteral("USER_SRP_AUTH");
        QTest::newRow("plain") << QStringLiteral("USER_PASSWORD_AUTH");
    }

    void wrongPassword()
    {
        QFETCH(QString, flow);
        FlowSandbox bench;
        SignInForm form = newUser(bench);
        form.flow = flow;
        form.password = QStringLiteral("An0ther-one!");
        QVERIFY(!signIn(bench, form));
        form.password = password;
        QVERIFY(signIn(bench, form));
    }

    void adminCreatedUserChoosesAPassword()
    {
        FlowSandbox bench;
        const auto created = bench.call(idp::AdminCreateUserRequest{
            .userPoolId = bench.pool().userPoolId,
            .username = address,
            .userAttributes =
                QList<idp::AttributeType>{{.name = QStringLiteral("email"), .value = address},
                                          {.name = QStringLiteral("email_verified"), .value = QStringLiteral("true")}},
            .temporaryPassword = QStringLiteral("Temp0rary!")});
        QVERIFY2(created, created ? "" : qPrintable(created.error().message));

        SignInFlow flow(&bench.access(), &bench.sessions());
        QSignalSpy failed(&flow, &SignInFlow::failed);
        QSignalSpy signedIn(&flow, &SignInFlow::signedIn);
        flow.start({.username = address, .password = QStringLiteral("Temp0rary!")});
        QTRY_VERIFY(flow.challenge() && flow.challenge()->name == QLatin1StringView("NEW_PASSWORD_REQUIRED"));
        QTRY_VERIFY(!flow.isBusy());

        QMap<QString, QString> answers{{QStringLiteral("NEW_PASSWORD"), QStringLiteral("weakweak")}};
        for (const ChallengeField &field : flow.challenge()->fields) {
            if (field.kind == ChallengeField::Kind::Attribute)
                answers.insert(field.name, QStringLiteral("Mira"));
        }
        flow.respond(answers);
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed.first().first().value<Error>().code, QStringLiteral("InvalidPasswordException"));
        QVERIFY(flow.challenge());
        answers.insert(QStringLiteral("NEW_PASSWORD"), password);
        flow.respond(answers);
        QTRY_COMPARE(signedIn.size(), 1);
        QCOMPARE(flow.steps().join(u' '), QStringLiteral("PASSWORD_VERIFIER NEW_PASSWORD_REQUIRED"));
    }

    void forgottenPassword()
    {
        FlowSandbox bench;
        SignInForm form = newUser(bench);
        PasswordResetFlow flow(&bench.access());
        QSignalSpy sent(&flow, &PasswordResetFlow::codeSent);
        QSignalSpy done(&flow, &PasswordResetFlow::done);
        QSignalSpy failed(&flow, &PasswordResetFlow::failed);
        flow.request(address);
        QTRY_COMPARE(sent.size(), 1);
        const QString code = bench.newestCode(address);
        flow.confirm(wrong(code), QStringLiteral("N3w-password!"));
        QTRY_COMPARE(failed.size(), 1);
        flow.confirm(code, QStringLiteral("N3w-password!"));
        QTRY_COMPARE(done.size(), 1);
        QVERIFY(!signIn(bench, form));
        QVERIFY(signIn(bench, flow.signInForm()));
    }

    void stillSignedInAfterARestart()
    {
        FlowSandbox bench;
        const SignInForm form = newUser(bench);
        Session *session = signIn(bench, form);
        QVERIFY(session);
        const Tokens tokens = session->tokens();
        QCoreApplication::processEvents();

        bench.restart();
        bench.sessions().restore();
        QTRY_VERIFY(bench.sessions().current());
        session = bench.sessions().current();
        QCOMPARE(session->tokens(), tokens);
        std::optional<bool> refreshed;
        session->refresh(this, [&](const Result<void> &result) { refreshed = result.has_value(); });
        QTRY_VERIFY(refreshed.has_value());
        QVERIFY(*refreshed);

        session->signOutEverywhere();
        QTRY_VERIFY(!bench.sessions().current());
        QCoreApplication::processEvents();
        bench.restart();
        QSignalSpy restored(&bench.sessions(), &SessionManager::restored);
        bench.sessions().restore();
        QTRY_COMPARE(restored.size(), 1);
        QVERIFY(!bench.sessions().current());
    }

    void connectionTest()
    {
        FlowSandbox bench;
        crypto::SystemRandom random;
        QNetworkAccessManager network;
        const SystemClock clock;
        tokens::JwksCache keySets(&network, clock);
        ConnectionTest test(bench.access().client().channel(), &keySets, &random);
        QSignalSpy finished(&test, &ConnectionTest::finished);
        profiles::Connection connection{.id = QStringLiteral("c"),
                                        .name = QStringLiteral("Endpoint"),
                                        .kind = profiles::Connection::Kind::Endpoint,
                                        .userPoolId = bench.pool().userPoolId,
                                        .clientId = bench.pool().clientId,
                                        .endpoint = bench.sandbox().endpoint()};
        const auto outcome = [&](const QString &secret) {
            finished.clear();
            test.start(connection, secret);
            FlowSandbox::wait([&] { return !finished.isEmpty(); });
            return finished.isEmpty() ? ConnectionTestResult::Outcome::Refused
                                      : finished.first().first().value<ConnectionTestResult>().outcome;
        };
        QCOMPARE(outcome({}), ConnectionTestResult::Outcome::Ok);
        connection.userPoolId = QStringLiteral("us-east-1_NoSuchPool");
        QCOMPARE(outcome({}), ConnectionTestResult::Outcome::PoolUnseen);
        connection.userPoolId = bench.pool().userPoolId;
        QCOMPARE(outcome(QStringLiteral("a secret of nobody")), ConnectionTestResult::Outcome::SecretWrong);
        connection.clientId = QStringLiteral("nosuchclient");
        QCOMPARE(outcome({}), ConnectionTestResult::Outcome::UnknownClient);

        const auto client = bench.call(idp::CreateUserPoolClientRequest{
            .userPoolId = bench.pool().userPoolId,
            .clientName = QStringLiteral("with a secret"),
            .generateSecret = true,
            .explicitAuthFlows =
                QList<QString>{QStringLiteral("ALLOW_USER_SRP_AUTH"), QStringLiteral("ALLOW_REFRESH_TOKEN_AUTH")}});
        QVERIFY2(client, client ? "" : qPrintable(client.error().message));
        connection.clientId = client->userPoolClient->clientId.value();
        QCOMPARE(outcome({}), ConnectionTestResult::Outcome::SecretMissing);
        QCOMPARE(outcome(QStringLiteral("wrong")), ConnectionTestResult::Outcome::SecretWrong);
        QCOMPARE(outcome(client->userPoolClient->clientSecret.value()), ConnectionTestResult::Outcome::Ok);
    }
};

QTEST_GUILESS_MAIN(MainJobTest)
#include "tst_mainjob.moc"
