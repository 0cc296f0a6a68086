#include "auth/signinflow.h"
#include "crypto/secrethash.h"
#include "flowbench.h"

#include <QSignalSpy>
#include <QTest>
#include <QThreadPool>

using namespace poolscope;
using namespace poolscope::auth;
using namespace poolscope::tests;

namespace {

const QString userId = QStringLiteral("0f1e2d3c-user");
const QString password = QStringLiteral("Passw0rd!");

SignInForm form(const QString &flow = QStringLiteral("USER_SRP_AUTH"))
{
    return {.username = QStringLiteral("mira"), .password = password, .flow = flow};
}

SignInForm plainForm()
{
    return form(QStringLiteral("USER_PASSWORD_AUTH"));
}

QByteArray challenge(const QByteArray &name, const QByteArray &session, const QByteArray &parameters = {})
{
    return quoted("{'ChallengeName':'" + name + "','Session':'" + session + "','ChallengeParameters':{" + parameters +
                  "}}");
}

struct Watched
{
    std::unique_ptr<SignInFlow> flow;
    QSignalSpy challenges;
    QSignalSpy signedIn;
    QSignalSpy failed;
    QSignalSpy unconfirmed;
    QSignalSpy reset;

    explicit Watched(FlowBench &bench)
        : flow(std::make_unique<SignInFlow>(bench.access.get(), bench.sessions.get()))
        , challenges(flow.get(), &SignInFlow::challengeReceived)
        , signedIn(flow.get(), &SignInFlow::signedIn)
        , failed(flow.get(), &SignInFlow::failed)
        , unconfirmed(flow.get(), &SignInFlow::confirmationNeeded)
        , reset(flow.get(), &SignInFlow::passwordResetNeeded)
    {
    }
    QString errorCode() const { return failed.isEmpty() ? QString() : failed.last().first().value<Error>().code; }
};

} // namespace

class SignInFlowTest : public QObject
{
    Q_OBJECT

private slots:
    void provesThePassword_data()
    {
        QTest::addColumn<QByteArray>("session");
        QTest::addColumn<bool>("secret");
        QTest::newRow("with session") << QByteArray("srp-session-0123456789") << false;
        QTest::newRow("without session") << QByteArray() << false;
        QTest::newRow("client with a secret") << QByteArray("srp-session-0123456789") << true;
    }

    void provesThePassword()
    {
        QFETCH(QByteArray, session);
        QFETCH(bool, secret);
        FlowBench bench(secret);
        SrpService service(bench, userId, password);
        service.addChallenge(session);
        service.addVerdict(tokensJson(userId, bench.clock.nowSeconds(), 3600, QStringLiteral("refresh-1")));
        Watched watched(bench);
        watched.flow->start(form());
        QTRY_COMPARE(watched.signedIn.size(), 1);

        QCOMPARE(bench.body(0).value(u"AuthFlow").toString(), QStringLiteral("USER_SRP_AUTH"));
        QCOMPARE(bench.parameter(0, u"USERNAME"), QStringLiteral("mira"));
        QVERIFY(bench.parameter(0, u"PASSWORD").isEmpty());
        QCOMPARE(bench.parameter(1, u"USERNAME"), userId);
        QCOMPARE(bench.body(1).value(u"Session").toString(), QString::fromLatin1(session));
        QCOMPARE(bench.body(1).contains(u"Session"), !session.isEmpty());
        const auto hash = [&](const QString &name) {
            return secret ? crypto::secretHash(name, bench.connection.clientId, QStringLiteral("testsecret"))
                          : QString();
        };
        QCOMPARE(bench.parameter(0, u"SECRET_HASH"), hash(QStringLiteral("mira")));
        QCOMPARE(bench.parameter(1, u"SECRET_HASH"), hash(userId));

        auto *signedIn = bench.sessions->current();
        QVERIFY(signedIn);
        QCOMPARE(signedIn->username(), userId);
        QCOMPARE(signedIn->tokens().refreshToken, QStringLiteral("refresh-1"));
        QCOMPARE(watched.flow->steps(), QStringList{QStringLiteral("PASSWORD_VERIFIER")});
        QVERIFY(watched.flow->form().password.isEmpty());
        QVERIFY(!watched.flow->isBusy());
    }

    void isOneActionOfTheUser()
    {
        FlowBench bench;
        SrpService service(bench, userId, password);
        for (int i = 0; i < 2; ++i) {
            service.addChallenge();
            service.addVerdict("{}");
        }
        Watched watched(bench);
        watched.flow->start(form());
        QTRY_COMPARE(watched.failed.size(), 1);
        watched.flow->start(form());
        QTRY_COMPARE(watched.failed.size(), 2);
        const auto &entries = bench.log.entries();
        QCOMPARE(entries.size(), 4);
        QVERIFY(!entries[0].action.isNull());
        QCOMPARE(entries[0].operation, QStringLiteral("InitiateAuth"));
        QVERIFY(entries[1].action == entries[0].action);
        QVERIFY(entries[2].action != entries[0].action); // another attempt is another action
        QVERIFY(entries[3].action == entries[2].action);
    }

    void wrongPassword()
    {
        FlowBench bench;
        SrpService service(bench, userId, QStringLiteral("another"));
        service.addChallenge();
        service.addVerdict("{}");
        Watched watched(bench);
        watched.flow->start(form());
        QTRY_COMPARE(watched.failed.size(), 1);
        QCOMPARE(watched.errorCode(), QStringLiteral("NotAuthorizedException"));
        QVERIFY(!watched.flow->challenge());
        QVERIFY(!bench.sessions->current());
    }

    void plainPassword()
    {
        FlowBench bench;
        bench.answerTokens(QStringLiteral("mira"), 3600, QStringLiteral("r"));
        Watched watched(bench);
        watched.flow->start(plainForm());
        QTRY_COMPARE(watched.signedIn.size(), 1);
        QCOMPARE(bench.parameter(0, u"PASSWORD"), password);
        QVERIFY(bench.parameter(0, u"SRP_A").isEmpty());
        QCOMPARE(bench.sessions->current()->displayName(), QStringLiteral("mira@example.com"));
    }

    void theUsualFlowWhereNoneIsNamed()
    {
        FlowBench bench;
        bench.answerTokens(QStringLiteral("mira"), 3600, QStringLiteral("r"));
        Watched watched(bench);
        watched.flow->start(form({}));
        QTRY_COMPARE(bench.count(), 1);
        QCOMPARE(bench.body(0).value(u"AuthFlow").toString(), QStringLiteral("USER_SRP_AUTH"));
        QVERIFY(bench.parameter(0, u"PASSWORD").isEmpty());
    }

    void refusedBeforeSending()
    {
        FlowBench bench;
        Watched watched(bench);
        watched.flow->start({.username = QStringLiteral(" "), .password = password});
        QCOMPARE(watched.errorCode(), QStringLiteral("UsernameMissing"));
        watched.flow->start({.username = QStringLiteral("mira")});
        QCOMPARE(watched.errorCode(), QStringLiteral("PasswordMissing"));
        QCOMPARE(bench.count(), 0);
    }

    void newPasswordRefusedThenTaken()
    {
        FlowBench bench;
        QByteArray first =
            challenge("NEW_PASSWORD_REQUIRED", "new-password-session-1",
                      "'USER_ID_FOR_SRP':'" + userId.toLatin1() +
                          "','userAttributes':'{}','requiredAttributes':'[~userAttributes.given_name~]'");
        bench.answer(first.replace("~", "\\\""));
        bench.server.addError("InvalidPasswordException",
                              "Password did not conform with policy: Password not long enough");
        bench.answerTokens(userId, 3600, QStringLiteral("r"));
        Watched watched(bench);
        watched.flow->start(plainForm());
        QTRY_COMPARE(watched.challenges.size(), 1);
        QVERIFY(!watched.flow->isBusy());
        QCOMPARE(watched.flow->challenge()->fields.size(), 2);

        QMap<QString, QString> answers{{QStringLiteral("NEW_PASSWORD"), QStringLiteral("short")}};
        watched.flow->respond(answers);
        QCOMPARE(watched.errorCode(), QStringLiteral("AnswerRefused"));
        answers.insert(QStringLiteral("userAttributes.given_name"), QStringLiteral("Mira"));
        watched.flow->respond(answers);
        QTRY_COMPARE(watched.failed.size(), 2);
        QCOMPARE(watched.errorCode(), QStringLiteral("InvalidPasswordException"));
        QVERIFY(watched.flow->challenge());

        answers.insert(QStringLiteral("NEW_PASSWORD"), QStringLiteral("L0ng-enough!"));
        watched.flow->respond(answers);
        QTRY_COMPARE(watched.signedIn.size(), 1);
        QCOMPARE(bench.parameter(2, u"userAttributes.given_name"), QStringLiteral("Mira"));
        QCOMPARE(bench.parameter(2, u"USERNAME"), userId);
        QCOMPARE(bench.body(2).value(u"Session").toString(), QStringLiteral("new-password-session-1"));
    }

    void wrongCodeKeepsTheChallenge()
    {
        FlowBench bench;
        bench.answer(challenge("SMS_MFA", "mfa-session-0123456789"));
        bench.server.addError("CodeMismatchException", "Invalid code or auth state for the user.");
        bench.answerTokens(userId, 3600, QStringLiteral("r"));
        Watched watched(bench);
        watched.flow->start(plainForm());
        QTRY_COMPARE(watched.challenges.size(), 1);
        watched.flow->respond({{QStringLiteral("SMS_MFA_CODE"), QStringLiteral("000000")}});
        QTRY_COMPARE(watched.failed.size(), 1);
        QCOMPARE(watched.flow->challenge()->name, QStringLiteral("SMS_MFA"));
        watched.flow->respond({{QStringLiteral("SMS_MFA_CODE"), QStringLiteral("12 34 56")}});
        QTRY_COMPARE(watched.signedIn.size(), 1);
        QCOMPARE(bench.parameter(2, u"SMS_MFA_CODE"), QStringLiteral("123456"));
        QCOMPARE(bench.body(2).value(u"Session").toString(), QStringLiteral("mfa-session-0123456789"));
    }

    void sessionThatIsOverEndsTheChallenge()
    {
        FlowBench bench;
        bench.answer(challenge("SMS_MFA", "mfa-session-0123456789"));
        bench.server.addError("NotAuthorizedException", "Invalid session for the user, session is expired.");
        bench.answer(challenge("SMS_MFA", "mfa-session-another-one"));
        Watched watched(bench);
        watched.flow->start(plainForm());
        QTRY_COMPARE(watched.challenges.size(), 1);
        watched.flow->respond({{QStringLiteral("SMS_MFA_CODE"), QStringLiteral("123456")}});
        QTRY_COMPARE(watched.failed.size(), 1);
        QVERIFY(!watched.flow->challenge());
        watched.flow->respond({{QStringLiteral("SMS_MFA_CODE"), QStringLiteral("123456")}});
        QCOMPARE(bench.count(), 2);
        watched.flow->runSideAction(sideactions::SendNewCode);
        QTRY_COMPARE(watched.challenges.size(), 2);
        QCOMPARE(bench.operation(2), QStringLiteral("InitiateAuth"));
    }

    void leadsOn_data()
    {
        QTest::addColumn<QByteArray>("exception");
        QTest::addColumn<bool>("reset");
        QTest::newRow("unconfirmed") << QByteArray("UserNotConfirmedException") << false;
        QTest::newRow("reset required") << QByteArray("PasswordResetRequiredException") << true;
    }

    void leadsOn()
    {
        QFETCH(QByteArray, exception);
        QFETCH(bool, reset);
        FlowBench bench;
        SrpService service(bench, userId, password);
        service.addChallenge();
        bench.server.addError(exception, "no");
        Watched watched(bench);
        watched.flow->start(form());
        QTRY_COMPARE((reset ? watched.reset : watched.unconfirmed).size(), 1);
        QCOMPARE((reset ? watched.reset : watched.unconfirmed).first().first().toString(), QStringLiteral("mira"));
        QVERIFY(watched.failed.isEmpty());
    }

    // Servers that do not keep to the protocol: told as what it is, never as a wrong password, and never for ever.
    void lyingServer_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QString>("flow");
        QTest::addColumn<QString>("code");
        const QString srp = QStringLiteral("USER_SRP_AUTH");
        const QString plain = QStringLiteral("USER_PASSWORD_AUTH");
        const QByteArray verifier = "'SALT':'ab','SECRET_BLOCK':'AAAA','USER_ID_FOR_SRP':'u',";
        QTest::newRow("neither tokens nor challenge")
            << QByteArray("{}") << plain << QStringLiteral("UnexpectedAnswer");
        QTest::newRow("result without tokens")
            << QByteArray("{\"AuthenticationResult\":{}}") << plain << QStringLiteral("IncompleteResult");
        QTest::newRow("proof nobody began") << challenge("PASSWORD_VERIFIER", "s", verifier + "'SRP_B':'abcd'") << plain
                                            << QStringLiteral("IncompleteChallenge");
        QTest::newRow("proof without salt")
            << challenge("PASSWORD_VERIFIER", "s", "'SRP_B':'abcd'") << srp << QStringLiteral("IncompleteChallenge");
        QTest::newRow("wrong types") << QByteArray("{\"ChallengeName\":7}") << plain
                                     << QStringLiteral("UnexpectedAnswer");
    }

    void lyingServer()
    {
        QFETCH(QByteArray, answer);
        QFETCH(QString, flow);
        QFETCH(QString, code);
        FlowBench bench;
        bench.answer(answer);
        Watched watched(bench);
        watched.flow->start(form(flow));
        QTRY_COMPARE(watched.failed.size(), 1);
        QCOMPARE(watched.errorCode(), code);
        QVERIFY(watched.failed.first().first().value<Error>().kind == Error::Kind::Protocol);
        QVERIFY(!watched.flow->isBusy());
    }

    void srpValuesThatAreForbidden_data()
    {
        QTest::addColumn<QByteArray>("srpB");
        QTest::newRow("zero") << QByteArray("0");
        QTest::newRow("no number") << QByteArray("xyz");
    }

    void srpValuesThatAreForbidden()
    {
        QFETCH(QByteArray, srpB);
        FlowBench bench;
        bench.answer(challenge("PASSWORD_VERIFIER", "s",
                               "'SALT':'ab','SECRET_BLOCK':'AAAA','USER_ID_FOR_SRP':'u','SRP_B':'" + srpB + "'"));
        Watched watched(bench);
        watched.flow->start(form());
        QTRY_COMPARE(watched.failed.size(), 1);
        QVERIFY(watched.failed.first().first().value<Error>().kind == Error::Kind::Protocol);
        QCOMPARE(bench.count(), 1);
    }

    void sameProofAgainAndAgain()
    {
        FlowBench bench;
        SrpService service(bench, userId, password);
        service.addChallenge("s-01234567890123456789");
        Watched watched(bench);
        watched.flow->start(form());
        QTRY_COMPARE_WITH_TIMEOUT(watched.failed.size(), 1, 15'000);
        QCOMPARE(watched.errorCode(), QStringLiteral("TooManyChallenges"));
        QVERIFY(bench.count() < 10);
    }

    void unknownChallengeIsAnsweredByHand()
    {
        FlowBench bench;
        bench.answer(challenge("RETINA_SCAN", "s-01234567890123456789", "'HINT':'left eye'"));
        bench.answerTokens(userId);
        Watched watched(bench);
        watched.flow->start(plainForm());
        QTRY_COMPARE(watched.challenges.size(), 1);
        QVERIFY(!watched.flow->challenge()->known);
        QCOMPARE(watched.flow->challenge()->parameters.value(QStringLiteral("HINT")), QStringLiteral("left eye"));
        watched.flow->respond({{QStringLiteral("RETINA"), QStringLiteral("blue")}});
        QTRY_COMPARE(watched.signedIn.size(), 1);
        QCOMPARE(bench.body(1).value(u"ChallengeName").toString(), QStringLiteral("RETINA_SCAN"));
        QCOMPARE(bench.parameter(1, u"RETINA"), QStringLiteral("blue"));
    }

    void choosesAWay()
    {
        FlowBench bench;
        bench.answer("{\"ChallengeName\":\"SELECT_CHALLENGE\",\"Session\":\"choose-0123456789012\","
                     "\"AvailableChallenges\":[\"PASSWORD_SRP\",\"EMAIL_OTP\"]}");
        SrpService service(bench, userId, password);
        service.addChallenge("srp-session-0123456789");
        service.addVerdict(tokensJson(userId, bench.clock.nowSeconds(), 3600, QStringLiteral("r")));
        Watched watched(bench);
        watched.flow->start({.username = QStringLiteral("mira"), .flow = QStringLiteral("USER_AUTH")});
        QTRY_COMPARE(watched.challenges.size(), 1);
        watched.flow->respond(
            {{QStringLiteral("ANSWER"), QStringLiteral("PASSWORD_SRP")}, {QStringLiteral("PASSWORD"), password}});
        QTRY_COMPARE(watched.signedIn.size(), 1);
        QVERIFY(bench.parameter(1, u"PASSWORD").isEmpty());
        QVERIFY(!bench.parameter(1, u"SRP_A").isEmpty());
        QCOMPARE(watched.flow->steps().join(u' '), QStringLiteral("SELECT_CHALLENGE PASSWORD_VERIFIER"));
    }

    void cancelledOrClosedAtEachStep_data()
    {
        QTest::addColumn<int>("step");
        QTest::addColumn<bool>("closed");
        for (int step = 0; step < 3; ++step) {
            QTest::addRow("cancelled at step %d", step) << step << false;
            QTest::addRow("closed at step %d", step) << step << true;
        }
    }

    void cancelledOrClosedAtEachStep()
    {
        QFETCH(int, step);
        QFETCH(bool, closed);
        FlowBench bench;
        SrpService service(bench, userId, password);
        if (step > 0)
            service.addChallenge();
        bench.server.addSilence();
        Watched watched(bench);
        watched.flow->start(form());
        // 0: nothing answered; 1: while SRP is computed; 2: while the proof is on its way.
        if (step == 1)
            QTRY_COMPARE(watched.challenges.size(), 1);
        else
            QTRY_COMPARE(bench.count(), step == 0 ? 1 : 2);
        if (closed) {
            watched.flow.reset();
        } else {
            watched.flow->cancel();
            QVERIFY(!watched.flow->isBusy());
            QVERIFY(!watched.flow->challenge());
        }
        QThreadPool::globalInstance()->waitForDone();
        QCoreApplication::processEvents();
        QVERIFY(watched.failed.isEmpty());
        QVERIFY(watched.signedIn.isEmpty());
        // At step 1 the next request may be cancelled before it is sent: a connection that carried none may stay.
        QTRY_VERIFY(bench.server.openConnections() == 0 || (step == 1 && bench.count() == 1));
    }

    void startedAnew()
    {
        FlowBench bench;
        bench.server.addSilence();
        bench.answerTokens(QStringLiteral("noah"));
        Watched watched(bench);
        watched.flow->start(plainForm());
        QTRY_COMPARE(bench.count(), 1);
        SignInForm other = plainForm();
        other.username = QStringLiteral("noah");
        watched.flow->start(other);
        QTRY_COMPARE(watched.signedIn.size(), 1);
        QCOMPARE(bench.parameter(1, u"USERNAME"), QStringLiteral("noah"));
        QVERIFY(watched.failed.isEmpty());
    }

    void flowGoesInsideItsOwnSignal_data()
    {
        QTest::addColumn<int>("signal");
        QTest::newRow("challengeReceived") << 0;
        QTest::newRow("failed") << 1;
        QTest::newRow("signedIn") << 2;
    }

    void flowGoesInsideItsOwnSignal()
    {
        QFETCH(int, signal);
        FlowBench bench;
        SrpService service(bench, userId, signal == 1 ? QStringLiteral("another") : password);
        service.addChallenge();
        service.addVerdict(tokensJson(userId, bench.clock.nowSeconds(), 3600, QStringLiteral("r")));
        auto flow = std::make_unique<SignInFlow>(bench.access.get(), bench.sessions.get());
        const auto drop = [&] { flow.reset(); };
        if (signal == 0)
            connect(flow.get(), &SignInFlow::challengeReceived, this, drop);
        else if (signal == 1)
            connect(flow.get(), &SignInFlow::failed, this, drop);
        else
            connect(flow.get(), &SignInFlow::signedIn, this, drop);
        flow->start(form());
        QTRY_VERIFY(!flow);
        QCoreApplication::processEvents();
    }
};

QTEST_GUILESS_MAIN(SignInFlowTest)
#include "tst_signinflow.moc"
