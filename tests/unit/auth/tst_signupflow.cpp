#include "auth/passwordresetflow.h"
#include "auth/signupflow.h"
#include "crypto/secrethash.h"
#include "flowbench.h"

#include <QSignalSpy>
#include <QTest>

using namespace poolscope;
using namespace poolscope::auth;
using namespace poolscope::tests;

namespace {

SignUpForm form()
{
    return {.username = QStringLiteral(" mira "),
            .password = QStringLiteral("Passw0rd!"),
            .attributes = {{QStringLiteral("email"), QStringLiteral("mira@example.com")},
                           {QStringLiteral("name"), QString()}},
            .validationData = {{QStringLiteral("captcha"), QStringLiteral("7")}},
            .clientMetadata = {{QStringLiteral("from"), QStringLiteral("test")}}};
}

const QByteArray sentByMail = quoted("{'UserConfirmed':false,'UserSub':'s1','Session':'signup-session-0123456789',"
                                     "'CodeDeliveryDetails':{'Destination':'m***@e***','DeliveryMedium':'EMAIL',"
                                     "'AttributeName':'email'}}");
const QByteArray resent = quoted("{'CodeDeliveryDetails':{'Destination':'m***@e***','DeliveryMedium':'EMAIL'}}");

// A flow and what it says.
struct Watched
{
    SignUpFlow flow;
    QSignalSpy codeSent{&flow, &SignUpFlow::codeSent};
    QSignalSpy confirmed{&flow, &SignUpFlow::confirmed};
    QSignalSpy failed{&flow, &SignUpFlow::failed};
    QSignalSpy busy{&flow, &SignUpFlow::busyChanged};

    explicit Watched(FlowBench &bench)
        : flow(bench.access.get())
    {
    }
    Error error() const { return failed.last().first().value<Error>(); }
};

} // namespace

class SignUpFlowTest : public QObject
{
    Q_OBJECT

private slots:
    void signsUpAndConfirms()
    {
        FlowBench bench;
        bench.answer(sentByMail);
        bench.answer("{\"Session\":\"confirmed-session-0123456789\"}");
        Watched watched(bench);
        watched.flow.signUp(form());
        QVERIFY(watched.flow.isBusy());
        watched.flow.signUp(form());
        QTRY_COMPARE(watched.codeSent.size(), 1);
        QVERIFY(!watched.flow.isBusy());
        QCOMPARE(bench.count(), 1);
        QCOMPARE(bench.operation(0), QStringLiteral("SignUp"));
        const json::Value sent = bench.body(0);
        QCOMPARE(sent.value(u"Username").toString(), QStringLiteral("mira"));
        QCOMPARE(sent.value(u"UserAttributes").size(), 1);
        QCOMPARE(sent.value(u"ValidationData").elements().first().value(u"Name").toString(), QStringLiteral("captcha"));
        QCOMPARE(sent.value(u"ClientMetadata").value(u"from").toString(), QStringLiteral("test"));
        QVERIFY(!sent.contains(u"SecretHash"));
        QCOMPARE(watched.flow.stage(), SignUpFlow::Stage::Confirming);
        QCOMPARE(watched.flow.delivery().destination, QStringLiteral("m***@e***"));
        QCOMPARE(watched.flow.userSub(), QStringLiteral("s1"));

        watched.flow.confirm(QStringLiteral(" 123 456\n"));
        QTRY_COMPARE(watched.confirmed.size(), 1);
        QCOMPARE(bench.body(1).value(u"ConfirmationCode").toString(), QStringLiteral("123456"));
        QCOMPARE(bench.body(1).value(u"Session").toString(), QStringLiteral("signup-session-0123456789"));
        QVERIFY(!bench.body(1).contains(u"ForceAliasCreation"));
        QCOMPARE(watched.flow.stage(), SignUpFlow::Stage::Confirmed);
        const SignInForm known = watched.flow.signInForm();
        QCOMPARE(known.username, QStringLiteral("mira"));
        QCOMPARE(known.password, QStringLiteral("Passw0rd!"));
        QCOMPARE(known.session, QStringLiteral("confirmed-session-0123456789"));
        QVERIFY(watched.failed.isEmpty());
    }

    void confirmedAtOnce()
    {
        FlowBench bench;
        bench.answer("{\"UserConfirmed\":true,\"UserSub\":\"s1\"}");
        Watched watched(bench);
        watched.flow.signUp(form());
        QTRY_COMPARE(watched.confirmed.size(), 1);
        QVERIFY(watched.codeSent.isEmpty());
        QVERIFY(!watched.flow.delivery().isKnown());
    }

    void secretIsHashed()
    {
        FlowBench bench(true);
        bench.answer(sentByMail);
        Watched watched(bench);
        watched.flow.signUp(form());
        QTRY_COMPARE(watched.codeSent.size(), 1);
        QCOMPARE(bench.body(0).value(u"SecretHash").toString(),
                 crypto::secretHash(QStringLiteral("mira"), bench.connection.clientId, QStringLiteral("testsecret")));
    }

    void secretThatIsNotThere()
    {
        FlowBench bench(true);
        bench.store.remove(profiles::clientSecretKey(bench.connection.id), this, [](const auto &) {});
        Watched watched(bench);
        watched.flow.signUp(form());
        QTRY_COMPARE(watched.failed.size(), 1);
        QCOMPARE(watched.error().code, QStringLiteral("ClientSecretUnavailable"));
        QCOMPARE(watched.error().operation, QStringLiteral("SignUp"));
        QCOMPARE(bench.count(), 0);
        bench.access->setClientSecret(QStringLiteral("typed"));
        bench.answer(sentByMail);
        watched.flow.signUp(form());
        QTRY_COMPARE(watched.codeSent.size(), 1);
    }

    void refusedBeforeSending()
    {
        FlowBench bench;
        Watched watched(bench);
        watched.flow.signUp({.username = QStringLiteral("  ")});
        QCOMPARE(watched.error().code, QStringLiteral("UsernameMissing"));
        watched.flow.resumeConfirmation(QString()); // the name is still to be typed
        QCOMPARE(watched.flow.stage(), SignUpFlow::Stage::Confirming);
        watched.flow.confirm(QStringLiteral("123456"));
        QCOMPARE(watched.failed.size(), 2);
        watched.flow.resend();
        QCOMPARE(watched.failed.size(), 3);
        QCOMPARE(watched.error().code, QStringLiteral("UsernameMissing"));
        watched.flow.resumeConfirmation(QStringLiteral("mira"));
        watched.flow.confirm(QStringLiteral("  "));
        QCOMPARE(watched.error().code, QStringLiteral("CodeMissing"));
        QCOMPARE(bench.count(), 0);
    }

    void refusedKeepsTheForm()
    {
        FlowBench bench;
        bench.server.addError("UsernameExistsException", "User already exists");
        Watched watched(bench);
        watched.flow.signUp(form());
        QTRY_COMPARE(watched.failed.size(), 1);
        QCOMPARE(watched.error().code, QStringLiteral("UsernameExistsException"));
        QCOMPARE(watched.error().operation, QStringLiteral("SignUp"));
        QCOMPARE(watched.flow.stage(), SignUpFlow::Stage::Form);
        QVERIFY(!watched.flow.isBusy());
    }

    void wrongCodeThenTheRightOne()
    {
        FlowBench bench;
        bench.server.addError("CodeMismatchException", "Invalid verification code provided, please try again.");
        bench.answer("{}");
        Watched watched(bench);
        watched.flow.resumeConfirmation(QStringLiteral("mira"));
        QCOMPARE(watched.flow.stage(), SignUpFlow::Stage::Confirming);
        watched.flow.confirm(QStringLiteral("000000"));
        QTRY_COMPARE(watched.failed.size(), 1);
        QCOMPARE(watched.flow.stage(), SignUpFlow::Stage::Confirming);
        watched.flow.confirm(QStringLiteral("111111"), true);
        QTRY_COMPARE(watched.confirmed.size(), 1);
        QCOMPARE(bench.body(1).value(u"ForceAliasCreation").toBool(), true);
        QVERIFY(!bench.body(1).contains(u"Session"));
        QVERIFY(watched.flow.signInForm().password.isEmpty());
    }

    void resendsAreCountedPerUser()
    {
        FlowBench bench;
        bench.answer(resent);
        Watched watched(bench);
        watched.flow.resumeConfirmation(QStringLiteral("mira"));
        QCOMPARE(watched.flow.resendsLeft(), 5);
        for (int left = 4; left >= 3; --left) {
            watched.flow.resend();
            QTRY_COMPARE(watched.flow.resendsLeft(), left);
        }
        // Another page, the same user.
        Watched other(bench);
        other.flow.resumeConfirmation(QStringLiteral("mira"));
        QCOMPARE(other.flow.resendsLeft(), 3);
        other.flow.resumeConfirmation(QStringLiteral("noah"));
        QCOMPARE(other.flow.resendsLeft(), 5);
    }

    // What an app tells the triggers of one user's sign-up says nothing of another user.
    void metadataGoWithTheirUser()
    {
        FlowBench bench;
        bench.answer(sentByMail);
        Watched watched(bench);
        watched.flow.signUp(form());
        QTRY_COMPARE(watched.codeSent.size(), 1);
        bench.answer(resent);
        watched.flow.resumeConfirmation(QStringLiteral("mira"));
        watched.flow.resend();
        QTRY_COMPARE(watched.codeSent.size(), 2);
        QCOMPARE(bench.body(1).value(u"ClientMetadata").value(u"from").toString(), QStringLiteral("test"));
        bench.answer(resent);
        bench.answer("{}");
        watched.flow.resumeConfirmation(QStringLiteral("noah"));
        watched.flow.resend();
        QTRY_COMPARE(watched.codeSent.size(), 3);
        watched.flow.confirm(QStringLiteral("123456"));
        QTRY_COMPARE(watched.confirmed.size(), 1);
        QCOMPARE(bench.operation(3), QStringLiteral("ConfirmSignUp"));
        QVERIFY(!bench.body(2).contains(u"ClientMetadata"));
        QVERIFY(!bench.body(3).contains(u"ClientMetadata"));
    }

    void limitOfTheServiceCounts()
    {
        FlowBench bench;
        bench.server.addError("LimitExceededException", "Attempt limit exceeded, please try after some time.");
        Watched watched(bench);
        QSignalSpy left(&watched.flow, &SignUpFlow::resendsLeftChanged);
        watched.flow.resumeConfirmation(QStringLiteral("mira"));
        watched.flow.resend();
        QTRY_COMPARE(watched.failed.size(), 1);
        QCOMPARE(watched.flow.resendsLeft(), 0);
        QCOMPARE(left.size(), 1);
    }

    void ledgerForgetsAfterAnHour()
    {
        qint64 now = 0;
        AttemptLedger ledger([&now] { return now; });
        const QString action = QStringLiteral("a");
        const QString user = QStringLiteral("u");
        for (int i = 0; i < 5; ++i, now += 60'000)
            ledger.note(action, user);
        QCOMPARE(ledger.left(action, user, 5), 0);
        now = 60 * 60'000;
        QCOMPARE(ledger.left(action, user, 5), 1);
    }

    void cancelledHalfWay()
    {
        FlowBench bench;
        bench.server.addSilence();
        Watched watched(bench);
        watched.flow.signUp(form());
        QTRY_COMPARE(bench.count(), 1);
        QSignalSpy gone(&bench.server, &ScriptedServer::disconnected);
        watched.flow.cancel();
        QVERIFY(!watched.flow.isBusy());
        QTRY_VERIFY(!gone.isEmpty());
        QVERIFY(watched.failed.isEmpty());
        QCOMPARE(watched.busy.size(), 2);
    }

    void windowClosesHalfWay()
    {
        FlowBench bench;
        bench.server.addSilence();
        auto watched = std::make_unique<Watched>(bench);
        watched->flow.signUp(form());
        QTRY_COMPARE(bench.count(), 1);
        QSignalSpy gone(&bench.server, &ScriptedServer::disconnected);
        watched.reset();
        QTRY_VERIFY(!gone.isEmpty());
    }

    void flowGoesInsideItsOwnSignal()
    {
        FlowBench bench;
        bench.server.addError("UsernameExistsException", "User already exists");
        auto flow = std::make_unique<SignUpFlow>(bench.access.get());
        connect(flow.get(), &SignUpFlow::failed, this, [&] { flow.reset(); });
        flow->signUp(form());
        QTRY_VERIFY(!flow);

        FlowBench other;
        other.answer(sentByMail);
        flow = std::make_unique<SignUpFlow>(other.access.get());
        connect(flow.get(), &SignUpFlow::stageChanged, this, [&] { flow.reset(); });
        flow->signUp(form());
        QTRY_VERIFY(!flow);
    }

    void resetsThePassword()
    {
        FlowBench bench;
        bench.answer(resent);
        bench.server.addError("CodeMismatchException", "Invalid verification code provided, please try again.");
        bench.answer("{}");
        PasswordResetFlow flow(bench.access.get());
        QSignalSpy codeSent(&flow, &PasswordResetFlow::codeSent);
        QSignalSpy failed(&flow, &PasswordResetFlow::failed);
        QSignalSpy done(&flow, &PasswordResetFlow::done);
        flow.request(QStringLiteral("mira"));
        QTRY_COMPARE(codeSent.size(), 1);
        flow.confirm(QStringLiteral("000 000"), QString());
        QCOMPARE(failed.size(), 1);
        flow.confirm(QStringLiteral("000 000"), QStringLiteral("N3w-password"));
        QTRY_COMPARE(failed.size(), 2);
        QCOMPARE(flow.stage(), PasswordResetFlow::Stage::Confirming);
        flow.confirm(QStringLiteral("111111"), QStringLiteral("N3w-password"));
        QTRY_COMPARE(done.size(), 1);
        QCOMPARE(bench.operation(2), QStringLiteral("ConfirmForgotPassword"));
        QCOMPARE(bench.body(2).value(u"Password").toString(), QStringLiteral("N3w-password"));
        QCOMPARE(flow.signInForm().password, QStringLiteral("N3w-password"));
    }

    void cancelledAsSoonAsItIsBusy()
    {
        FlowBench bench;
        Watched watched(bench);
        connect(&watched.flow, &SignUpFlow::busyChanged, &watched.flow, &SignUpFlow::cancel);
        watched.flow.signUp(form());
        QVERIFY(!watched.flow.isBusy());
        PasswordResetFlow reset(bench.access.get());
        connect(&reset, &PasswordResetFlow::busyChanged, &reset, &PasswordResetFlow::cancel);
        reset.request(QStringLiteral("mira"));
        QVERIFY(!reset.isBusy());
        QCoreApplication::processEvents();
        QCOMPARE(bench.count(), 0);
    }
};

QTEST_GUILESS_MAIN(SignUpFlowTest)
#include "tst_signupflow.moc"
