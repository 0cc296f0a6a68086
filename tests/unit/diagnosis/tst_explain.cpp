#include "auth/poolsettings.h"
#include "diagnosis/entry.h"
#include "diagnosis/explain.h"

#include <QTest>

#include <limits>

using namespace poolscope;
using namespace poolscope::diagnosis;

namespace {

Error serviceError(const QString &code, const QString &message)
{
    return {.kind = Error::Kind::Service, .code = code, .message = message, .httpStatus = 400};
}

Facts everydayFacts()
{
    return {{QStringLiteral("pool.id"), QStringLiteral("us-east-1_Demo00001")},
            {QStringLiteral("pool.region"), QStringLiteral("us-east-1")},
            {QStringLiteral("client.id"), QStringLiteral("1h57kf5cpq17m0eml12EXAMPLE")},
            {QStringLiteral("endpoint.host"), QStringLiteral("cognito-idp.us-east-1.amazonaws.com")}};
}

Error::Kind kindNamed(const QString &name)
{
    for (const auto kind : {Error::Kind::Transport, Error::Kind::Timeout, Error::Kind::Cancelled, Error::Kind::Protocol,
                            Error::Kind::Validation, Error::Kind::Storage}) {
        if (toString(kind) == name)
            return kind;
    }
    return Error::Kind::Service;
}

} // namespace

class TestExplain final : public QObject
{
    Q_OBJECT

private slots:
    void findsTheEntry_data();
    void findsTheEntry();
    void everyEntryCanBeReached_data();
    void everyEntryCanBeReached();
    void placeholdersAreFilled();
    void anUnknownFactLeavesTheReasonOut();
    void whatTheSettingsTellIsSaid_data();
    void whatTheSettingsTellIsSaid();
    void impossibleLifetimesAreNoFacts();
    void withoutSettingsTheReasonIsGeneral();
    void unknownErrorsKeepTheirWords();
    void onlyPossibleCausesSaySo();
    void aWrongClockIsNoFact();
    void severalValidationErrorsAreSeparated();
    void findsTheAttribute_data();
    void findsTheAttribute();
};

void TestExplain::findsTheEntry_data()
{
    QTest::addColumn<QString>("operation");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("message");
    QTest::addColumn<Facts>("facts");
    QTest::addColumn<QString>("id");

    const auto row = [](const char *name, const char *operation, const char *code, const char *message, const char *id,
                        const Facts &more = {}) {
        Facts facts = everydayFacts();
        facts.insert(more);
        QTest::newRow(name) << QString::fromUtf8(operation) << QString::fromUtf8(code) << QString::fromUtf8(message)
                            << facts << QString::fromUtf8(id);
    };
    const Facts hides{{QStringLiteral("client.hidesUsers"), QStringLiteral("yes")}};
    const Facts tells{{QStringLiteral("client.hidesUsers"), QStringLiteral("no")}};
    const Facts resent{{QStringLiteral("code.resentAt"), QStringLiteral("14:03")}};
    Facts replaced = resent;
    replaced.insert(QStringLiteral("code.replaced"), QStringLiteral("yes"));
    replaced.insert(QStringLiteral("code.newestEnds"), QStringLiteral("58"));

    const char *incorrect = "Incorrect username or password.";
    row("wrong password, users hidden", "InitiateAuth", "NotAuthorizedException", incorrect, "incorrect-hidden", hides);
    row("wrong password, users not hidden", "RespondToAuthChallenge", "NotAuthorizedException", incorrect,
        "incorrect-legacy", tells);
    row("wrong password, setting unknown", "InitiateAuth", "NotAuthorizedException", incorrect, "incorrect");
    row("locked out", "InitiateAuth", "NotAuthorizedException", "Password attempts exceeded", "locked-out");
    row("unknown user at sign-in", "InitiateAuth", "UserNotFoundException", "User does not exist.", "user-unknown");
    row("unknown user at confirmation", "ConfirmSignUp", "UserNotFoundException",
        "Username/client id combination not found.", "user-unknown-code");
    row("not confirmed", "InitiateAuth", "UserNotConfirmedException", "User is not confirmed.", "not-confirmed");
    row("disabled", "InitiateAuth", "NotAuthorizedException", "User is disabled.", "disabled");
    const char *mismatch = "Invalid verification code provided, please try again.";
    row("wrong code", "ConfirmSignUp", "CodeMismatchException", mismatch, "code-mismatch");
    row("wrong code after a resend", "ConfirmSignUp", "CodeMismatchException", mismatch, "code-resent", resent);
    row("replaced code", "ConfirmSignUp", "CodeMismatchException", mismatch, "code-replaced", replaced);
    row("wrong reset code, users hidden", "ConfirmForgotPassword", "CodeMismatchException", mismatch,
        "code-mismatch-hidden", hides);
    const char *expired = "Invalid code provided, please request a code again.";
    row("expired sign-up code", "ConfirmSignUp", "ExpiredCodeException", expired, "code-expired");
    row("expired reset code", "ConfirmForgotPassword", "ExpiredCodeException", expired, "code-expired-reset");
    row("confirmed twice", "ConfirmSignUp", "NotAuthorizedException",
        "User cannot be confirmed. Current status is CONFIRMED", "already-confirmed");
    row("resend to a confirmed user", "ResendConfirmationCode", "InvalidParameterException",
        "User is already confirmed.", "already-confirmed-resend");
    row("sixth resend", "ResendConfirmationCode", "LimitExceededException",
        "Attempt limit exceeded, please try after some time.", "attempts-resend");
    row("sixteenth code", "ConfirmSignUp", "LimitExceededException",
        "Attempt limit exceeded, please try after some time.", "attempts-confirm");
    row("client of another region", "SignUp", "ResourceNotFoundException", "User pool client 1h57kf does not exist.",
        "client-unknown-region", {{QStringLiteral("region.mismatch"), QStringLiteral("yes")}});
    row("unknown client", "SignUp", "ResourceNotFoundException", "User pool client 1h57kf does not exist.",
        "client-unknown");
    row("unknown pool", "DescribeUserPool", "ResourceNotFoundException", "User pool us-east-1_x does not exist.",
        "pool-unknown");
    row("secret missing", "SignUp", "NotAuthorizedException",
        "Client 1h57kf is configured with secret but SECRET_HASH was not received", "secret-missing");
    row("secret wrong", "SignUp", "NotAuthorizedException", "Unable to verify secret hash for client 1h57kf",
        "secret-wrong");
    row("password without digit", "SignUp", "InvalidPasswordException",
        "Password did not conform with policy: Password must have numeric characters", "password-digit");
    row("password under six characters", "SignUp", "InvalidParameterException",
        "1 validation error detected: Value at 'password' failed to satisfy constraint: Member must have length "
        "greater than or equal to 6",
        "password-constraint-length");
    row("another constraint", "SignUp", "InvalidParameterException",
        "1 validation error detected: Value at 'username' failed to satisfy constraint: Member must have length "
        "greater than or equal to 1",
        "constraint");
    row("e-mail taken", "SignUp", "UsernameExistsException", "An account with the given email already exists.",
        "email-taken");
    row("alias taken", "ConfirmSignUp", "AliasExistsException", "An account with the email already exists.",
        "alias-taken");
    row("no verified address", "ForgotPassword", "InvalidParameterException",
        "Cannot reset password for the user as there is no registered/verified email or phone_number",
        "reset-no-address");
    row("invitation not used yet", "ForgotPassword", "NotAuthorizedException",
        "User password cannot be reset in the current state.", "reset-wrong-state");
    row("session expired", "RespondToAuthChallenge", "NotAuthorizedException",
        "Invalid session for the user, session is expired.", "session-expired");
    row("session reused", "RespondToAuthChallenge", "NotAuthorizedException",
        "Invalid session for the user, session can only be used once.", "session-used");
    row("session bad", "RespondToAuthChallenge", "NotAuthorizedException", "Invalid session for the user.",
        "session-invalid");
    row("trigger threw", "SignUp", "UserLambdaValidationException", "PreSignUp failed with error No..",
        "trigger-refused");
    row("not simulated", "AssociateSoftwareToken", "NotSimulatedException", "AssociateSoftwareToken", "not-simulated");
    row("unknown error", "SignUp", "NeverHeardOfException", "Something new.", "service");
}

void TestExplain::findsTheEntry()
{
    QFETCH(QString, operation);
    QFETCH(QString, code);
    QFETCH(QString, message);
    QFETCH(Facts, facts);
    QFETCH(QString, id);
    const Explanation explanation = explain(operation, serviceError(code, message), facts);
    QCOMPARE(explanation.id, id);
    QVERIFY(!explanation.what.isEmpty());
    QVERIFY(!explanation.what.contains(u'{'));
}

void TestExplain::everyEntryCanBeReached_data()
{
    QTest::addColumn<int>("index");
    const auto table = entries();
    QVERIFY(table.size() > 100);
    for (size_t i = 0; i < table.size(); ++i)
        QTest::newRow(table[i].id) << int(i);
}

// An entry that a broader one always beats would be dead weight that nobody notices.
void TestExplain::everyEntryCanBeReached()
{
    QFETCH(int, index);
    const Entry &entry = entries()[size_t(index)];
    const QString code = *entry.code ? QString::fromUtf8(entry.code) : QStringLiteral("SomeException");
    Error error = serviceError(code, QStringLiteral("... %1 ...").arg(QString::fromUtf8(entry.message)));
    error.kind = kindNamed(QString::fromUtf8(entry.kind));
    Facts facts = everydayFacts();
    const QStringList pairs = QString::fromUtf8(entry.when).split(u' ', Qt::SkipEmptyParts);
    for (const QString &pair : pairs) {
        const QString value = pair.section(u'=', 1);
        facts.insert(pair.section(u'=', 0, 0), value == u"*" ? QStringLiteral("8") : value);
    }
    error.outcomeUnknown = facts.contains(QStringLiteral("outcome"));
    const QString operation = QString::fromUtf8(entry.operations).section(u' ', 0, 0);
    QCOMPARE(explain(operation, error, facts).id, QString::fromUtf8(entry.id));
}

void TestExplain::placeholdersAreFilled()
{
    const Error error = serviceError(QStringLiteral("NotAuthorizedException"),
                                     QStringLiteral("Unable to verify secret hash for client abc"));
    const Explanation explanation = explain(QStringLiteral("SignUp"), error, everydayFacts());
    QVERIFY(explanation.whyHere.contains(QStringLiteral("1h57kf5cpq17m0eml12EXAMPLE")));
    QCOMPARE(explanation.field, QStringLiteral("connection"));
}

void TestExplain::anUnknownFactLeavesTheReasonOut()
{
    const Error error = serviceError(QStringLiteral("ResourceNotFoundException"),
                                     QStringLiteral("User pool client abc does not exist."));
    const Explanation explanation = explain(QStringLiteral("SignUp"), error, {});
    QCOMPARE(explanation.id, QStringLiteral("client-unknown"));
    QVERIFY(explanation.whyHere.isEmpty());
    QVERIFY(!explanation.whatToDo.isEmpty());
}

void TestExplain::whatTheSettingsTellIsSaid_data()
{
    QTest::addColumn<auth::PoolSettings>("settings");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("said");
    const auto client = [](const char *name, const idp::UserPoolClientType &read, const char *code, const char *message,
                           const char *said) {
        QTest::newRow(name) << auth::PoolSettings{.client = read} << QString::fromUtf8(code)
                            << QString::fromUtf8(message) << QString::fromUtf8(said);
    };
    const char *notAuthorized = "NotAuthorizedException";
    const idp::UserPoolClientType nothingSaid;
    const char *session = "Invalid session for the user, session is expired.";
    client("a step, by default", nothingSaid, notAuthorized, session, "within 3 minute(s)");
    client("a step", {.authSessionValidity = 15}, notAuthorized, session, "within 15 minute(s)");
    client("access token, by default", nothingSaid, notAuthorized, "Access Token has expired", "valid for 1 hour(s).");
    client("access token",
           {.accessTokenValidity = 5, .tokenValidityUnits = {{.accessToken = QStringLiteral("minutes")}}},
           notAuthorized, "Access Token has expired", "valid for 5 minute(s).");
    client("refresh token, by default", nothingSaid, notAuthorized, "Refresh Token has expired",
           "valid for 30 day(s).");
    client("refresh token, in days", {.refreshTokenValidity = 10}, notAuthorized, "Refresh Token has expired",
           "valid for 10 day(s).");
    client("refresh token, in seconds",
           {.refreshTokenValidity = 7200, .tokenValidityUnits = {{.refreshToken = QStringLiteral("seconds")}}},
           notAuthorized, "Refresh Token has expired", "valid for 2 hour(s).");
    client("flows",
           {.explicitAuthFlows =
                QStringList{QStringLiteral("ALLOW_USER_SRP_AUTH"), QStringLiteral("ALLOW_REFRESH_TOKEN_AUTH")}},
           "InvalidParameterException", "USER_PASSWORD_AUTH flow not enabled for this client",
           "allowed ALLOW_USER_SRP_AUTH, ALLOW_REFRESH_TOKEN_AUTH.");

    const auto pool = [](const char *name, const idp::UserPoolType &read, const char *code, const char *message,
                         const char *said) {
        QTest::newRow(name) << auth::PoolSettings{.pool = read} << QString::fromUtf8(code) << QString::fromUtf8(message)
                            << QString::fromUtf8(said);
    };
    const char *temporary = "Temporary password has expired and must be reset by an administrator.";
    pool("temporary password, by default", {}, notAuthorized, temporary, "good for 7 day(s).");
    pool("temporary password", {.policies = {{.passwordPolicy = {{.temporaryPasswordValidityDays = 1}}}}},
         notAuthorized, temporary, "good for 1 day(s).");
    pool("capitals differ", {}, "UserNotFoundException", "User does not exist.", "capital letters differ.");
    pool("capitals do not differ", {.usernameConfiguration = {{.caseSensitive = false}}}, "UserNotFoundException",
         "User does not exist.", "capital letters are the same.");
}

void TestExplain::whatTheSettingsTellIsSaid()
{
    QFETCH(auth::PoolSettings, settings);
    QFETCH(QString, code);
    QFETCH(QString, message);
    QFETCH(QString, said);
    Facts facts = everydayFacts();
    facts.insert(factsOf(settings));
    const Explanation explanation = explain(QStringLiteral("InitiateAuth"), serviceError(code, message), facts);
    QVERIFY2(explanation.whyHere.contains(said), qPrintable(explanation.whyHere));
}

// A server that lies, or is none of Cognito's.
void TestExplain::impossibleLifetimesAreNoFacts()
{
    constexpr qint64 most = std::numeric_limits<qint64>::max();
    const QString days = QStringLiteral("days");
    for (const qint64 amount : {most, qint64(0), qint64(-1)}) {
        const auth::PoolSettings settings{
            .client = idp::UserPoolClientType{.refreshTokenValidity = amount,
                                              .accessTokenValidity = amount,
                                              .tokenValidityUnits = {{.accessToken = days, .refreshToken = days}},
                                              .authSessionValidity = amount}};
        const Facts facts = factsOf(settings);
        for (const char *name : {"client.accessTime", "client.refreshTime", "client.stepTime"})
            QCOMPARE(facts.value(QString::fromLatin1(name)), QString());
    }
    const auth::PoolSettings seconds{
        .client = idp::UserPoolClientType{.accessTokenValidity = 330,
                                          .tokenValidityUnits = {{.accessToken = QStringLiteral("seconds")}}}};
    QCOMPARE(factsOf(seconds).value(QStringLiteral("client.accessTime")), QStringLiteral("330 second(s)"));
}

void TestExplain::withoutSettingsTheReasonIsGeneral()
{
    const Error error = serviceError(QStringLiteral("NotAuthorizedException"),
                                     QStringLiteral("Invalid session for the user, session is expired."));
    const Explanation explanation = explain(QStringLiteral("RespondToAuthChallenge"), error, everydayFacts());
    QVERIFY2(explanation.whyHere.contains(QStringLiteral("unless the app client says otherwise")),
             qPrintable(explanation.whyHere));
}

void TestExplain::unknownErrorsKeepTheirWords()
{
    Error error;
    error.kind = Error::Kind::Transport;
    error.message = QStringLiteral("Connection refused");
    const Explanation explanation = explain(QStringLiteral("SignUp"), error, {});
    QCOMPARE(explanation.id, QStringLiteral("transport"));
    QCOMPARE(explanation.what, QStringLiteral("Connection refused"));
}

void TestExplain::onlyPossibleCausesSaySo()
{
    const Error error = serviceError(QStringLiteral("CodeDeliveryFailureException"), QStringLiteral("x"));
    const Explanation explanation = explain(QStringLiteral("SignUp"), error, everydayFacts());
    QVERIFY(explanation.possible);
    QVERIFY(explanation.what.startsWith(QStringLiteral("Possibly: ")));
}

// That a wrong clock gives the answer of a wrong password has one source.
void TestExplain::aWrongClockIsNoFact()
{
    const Error error =
        serviceError(QStringLiteral("NotAuthorizedException"), QStringLiteral("Incorrect username or password."));
    const Facts tells{{QStringLiteral("client.hidesUsers"), QStringLiteral("no")}};
    const Explanation explanation = explain(QStringLiteral("RespondToAuthChallenge"), error, tells);
    QVERIFY2(explanation.whatToDo.contains(QStringLiteral("a wrong clock or region may give")),
             qPrintable(explanation.whatToDo));
}

void TestExplain::severalValidationErrorsAreSeparated()
{
    const QString name =
        QStringLiteral("Value at 'username' failed to satisfy constraint: Member must have length less "
                       "than or equal to 128");
    const QString word = QStringLiteral("Value at 'password' failed to satisfy constraint: Member must have length "
                                        "greater than or equal to 6");
    const Error both = serviceError(QStringLiteral("InvalidParameterException"),
                                    QStringLiteral("2 validation errors detected: %1; %2").arg(name, word));
    const QList<Error> parts = separated(both);
    QCOMPARE(parts.size(), 2);
    QCOMPARE(parts[0].message, QStringLiteral("1 validation error detected: ") + name);
    QCOMPARE(parts[0].code, both.code);
    QCOMPARE(explain(QStringLiteral("SignUp"), parts[0], {}).id, QStringLiteral("username-constraint-long"));
    QCOMPARE(explain(QStringLiteral("SignUp"), parts[0], {}).field, QStringLiteral("username"));
    QCOMPARE(explain(QStringLiteral("SignUp"), parts[1], {}).id, QStringLiteral("password-constraint-length"));
    const Error other = serviceError(QStringLiteral("UserNotFoundException"), QStringLiteral("No; Value of it."));
    QCOMPARE(separated(other).size(), 1);
    QCOMPARE(separated(other)[0].message, other.message);
}

void TestExplain::findsTheAttribute_data()
{
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *message, const char *expected) {
        QTest::newRow(name) << QString::fromLatin1(message) << QString::fromLatin1(expected);
    };
    row("name in a longer one", "Attributes did not conform to the schema: nickname: The attribute is required\n",
        "nickname");
    row("the name itself", "Attributes did not conform to the schema: name: The attribute is required\n", "name");
    row("custom", "Attributes did not conform to the schema: custom:tier: String is too long\n", "custom:tier");
    row("place",
        "1 validation error detected: Value at 'userAttributes.2.member.value' failed to satisfy constraint: "
        "Member must have length less than or equal to 2048",
        "nickname");
    row("place beyond what was sent", "Value at 'userAttributes.9.member.value' failed", "");
    row("none", "Password did not conform with policy: Password not long enough", "");
}

void TestExplain::findsTheAttribute()
{
    QFETCH(QString, message);
    QFETCH(QString, expected);
    const QStringList all{QStringLiteral("custom:tier"), QStringLiteral("name"), QStringLiteral("nickname"),
                          QStringLiteral("tier")};
    const QStringList sent{QStringLiteral("custom:tier"), QStringLiteral("nickname")};
    Error error = serviceError(QStringLiteral("InvalidParameterException"), message);
    QCOMPARE(attributeIn(error, sent, all), expected);
}

QTEST_GUILESS_MAIN(TestExplain)
#include "tst_explain.moc"
