#include "diagnosis/entry.h"
#include "diagnosis/explain.h"
#include "diagnosis/pastederror.h"
#include "errors/errortable.h"

#include <QSet>
#include <QTest>

// Every known cause of trouble with a user pool that can occur: the sandbox produces the error, or words of the service
// that were seen elsewhere stand here with how sure they are, or nothing but the error's name is known. The explanation
// meant for it is found. What cannot occur is named with its reason.
using namespace poolscope;
using namespace poolscope::sandbox::test;
using namespace Qt::StringLiterals;
using diagnosis::Facts;

namespace {

const Facts hides{{u"client.hidesUsers"_s, u"yes"_s}};
const Facts tells{{u"client.hidesUsers"_s, u"no"_s}};

// The causes by their numbers that give no error, or none that this program can receive: with the reason.
const QMap<int, const char *> notYet{
    {12, "wrong case: the error is that of an unknown user; tst_whypage finds the case"},
    {17, "SRP fails: the error is that of a wrong password; a row below has a wrong clock"},
    {22, "settings that an update wipes: no error, and there is no screen that updates pools"},
    {23, "claims that do not appear: no error; the token viewer explains them"},
    {28, "managed login: there is no screen for it"},
    {30, "email_verified falls back: no error; tst_whypage finds the address that is not verified"},
    {32, "AdminGetUser is billed: no error; tst_whypage sees that it is asked before"},
    {35, "passkeys: there is no screen for them"},
};

void produced(const char *name, int number, const char *id, const Act &act, const Facts &facts = {})
{
    QTest::newRow(name) << number << QString::fromLatin1(id) << act << QString() << facts;
}

// How sure it is that the service uses these words.
enum class Words {
    Own,     // its documentation, its model, or an answer recorded from it
    Seen,    // quoted by several, or in a public log of the service
    Guessed, // one source only, recalled, or by analogy: explained, but never told as a fact
};

void quoted(const char *name, int number, const char *id, Words words, const char *text)
{
    const char *const sureness[] = {"own words", "words seen", "words guessed"};
    QTest::addRow("%s (%s)", name, sureness[int(words)])
        << number << QString::fromLatin1(id) << Act() << QString::fromUtf8(text) << Facts();
}

// The error exists, but its words, or further ones, are not known: the text is made up, so that only the name can be
// recognised.
void named(const char *name, int number, const char *id, const char *error, const char *operation = "SignUp")
{
    QTest::addRow("%s (text made up)", name)
        << number << QString::fromLatin1(id) << Act()
        << u"An error occurred (%1) when calling the %2 operation: A made-up text."_s.arg(QLatin1StringView(error),
                                                                                          QLatin1StringView(operation))
        << Facts();
}

template<class Request>
QString call(TestWorld &w, const Request &request)
{
    return verdict(w.bench.call(request));
}

QString signUpIn(TestWorld &w, idp::CreateUserPoolRequest pool, const QString &name, const Names &attributes = {})
{
    const QString client = w.bench.createClient({.userPoolId = w.bench.createPool(std::move(pool))});
    return call(w, signUp(client, name, goodPassword, attributes));
}

QString wrongTimes(TestWorld &w, int times)
{
    const QString name = w.confirmed(w.names, w.newName());
    for (int i = 0; i < times; ++i)
        w.passwordSignIn(w.names, name, otherPassword);
    return name;
}

void clientRows()
{
    produced("1 secret hash missing", 1, "secret-missing",
             [](TestWorld &w) { return call(w, signUp(w.secretive, u"a"_s)); });
    produced("1 secret hash wrong", 1, "secret-wrong", [](TestWorld &w) {
        auto request = signUp(w.secretive, u"a"_s);
        request.secretHash = u"d3Jvbmc="_s;
        return call(w, request);
    });
    produced("2 unknown client", 2, "client-unknown",
             [](TestWorld &w) { return call(w, signUp(u"nobody"_s, u"a"_s)); });
    produced("2 client of another region", 2, "client-unknown-region",
             [](TestWorld &w) { return call(w, signUp(u"nobody"_s, u"a"_s)); }, {{u"region.mismatch"_s, u"yes"_s}});
    produced("2 unknown pool", 2, "pool-unknown", [](TestWorld &w) {
        return call(w, idp::DescribeUserPoolRequest{.userPoolId = u"us-east-1_000000000"_s});
    });
    produced("3 password flow off", 3, "flow-password-off",
             [](TestWorld &w) { return verdict(w.passwordSignIn(w.srpOnly, u"a"_s)); });
    produced("3 custom flow off", 3, "custom-auth-off",
             [](TestWorld &w) { return initiate(w, w.names, u"CUSTOM_AUTH"_s, {}); });
    // The period stands by analogy only.
    quoted("3 SRP off", 3, "flow-srp-off", Words::Guessed,
           "An error occurred (InvalidParameterException) when calling the InitiateAuth operation: USER_SRP_AUTH is "
           "not enabled for the client.");
    quoted("3 administrators' flow off", 3, "flow-off", Words::Seen,
           "An error occurred (InvalidParameterException) when calling the AdminInitiateAuth operation: Auth flow not "
           "enabled for this client");
    named("33 feature plan", 33, "feature-tier", "FeatureUnavailableInTierException", "UpdateUserPool");
    named("33 add-on off", 33, "add-on-off", "UserPoolAddOnNotEnabledException", "AdminListUserAuthEvents");
    produced("31 search condition", 31, "filter-syntax", [](TestWorld &w) {
        return call(w, idp::ListUsersRequest{.userPoolId = w.namesPool, .filter = u"email"_s});
    });
    produced("31 search attribute", 31, "filter-attribute", [](TestWorld &w) {
        return call(w, idp::ListUsersRequest{.userPoolId = w.namesPool, .filter = u"custom:x = \"1\""_s});
    });
    named("34 SMS role", 34, "sms-role-access", "InvalidSmsRoleAccessPolicyException", "CreateUserPool");
    named("34 SMS role's trust", 34, "sms-role-trust", "InvalidSmsRoleTrustRelationshipException", "CreateUserPool");
}

void signInRows()
{
    const Act wrong = [](TestWorld &w) {
        return verdict(w.passwordSignIn(w.names, w.confirmed(w.names, w.newName()), otherPassword));
    };
    produced("4 wrong password", 4, "incorrect", wrong);
    produced("4 wrong password, users hidden", 4, "incorrect-hidden", wrong, hides);
    produced("4 wrong password, users told", 4, "incorrect-legacy", wrong, tells);
    produced("4 unknown user", 4, "user-unknown",
             [](TestWorld &w) { return verdict(w.passwordSignIn(w.names, u"ghost"_s)); });
    produced("4 locked out", 4, "locked-out",
             [](TestWorld &w) { return verdict(w.passwordSignIn(w.names, wrongTimes(w, 7))); });
    produced("5 not confirmed", 5, "not-confirmed",
             [](TestWorld &w) { return verdict(w.passwordSignIn(w.names, w.signUp(w.names, w.newName()))); });
    produced("5 disabled", 5, "disabled", [](TestWorld &w) {
        const QString name = w.confirmed(w.names, w.newName());
        call(w, idp::AdminDisableUserRequest{.userPoolId = w.namesPool, .username = name});
        return verdict(w.passwordSignIn(w.names, name));
    });
    produced("5 reset required", 5, "reset-required", [](TestWorld &w) {
        const QString name = w.confirmed(w.names, w.newName());
        call(w, idp::AdminResetUserPasswordRequest{.userPoolId = w.namesPool, .username = name});
        return verdict(w.passwordSignIn(w.names, name));
    });
    produced("6 temporary password expired", 6, "temporary-expired", [](TestWorld &w) {
        const QString name = w.newName();
        w.invited(name);
        w.bench.advance(8LL * 86'400'000);
        return verdict(w.passwordSignIn(w.invites, name, u"Temp0rary!"_s));
    });
    quoted("6 temporary password expired, former words", 6, "temporary-expired-old", Words::Seen,
           "NotAuthorizedException: User account has expired, it must be reset by an administrator.");
    produced("6 forgotten before the first sign-in", 6, "reset-wrong-state", [](TestWorld &w) {
        const QString name = w.newName();
        w.invited(name);
        return forgot(w, w.invites, name);
    });
    produced("6 invitation to a confirmed user", 6, "invitation-state", [](TestWorld &w) {
        return call(w, idp::AdminCreateUserRequest{.userPoolId = w.namesPool,
                                                   .username = w.confirmed(w.names, w.newName()),
                                                   .messageAction = u"RESEND"_s});
    });
    produced("17 the clock is ten minutes off", 17, "incorrect", [](TestWorld &w) {
        const QString name = w.confirmed(w.names, w.newName());
        crypto::SystemRandom random;
        const crypto::SrpClient srp(random);
        const auto challenge = w.startSrp(w.names, name, srp);
        return verdict(w.bench.call(
            srpAnswer(w.names, w.namesPool, srp, *challenge, goodPassword, w.bench.realClock.now().addSecs(600))));
    });
}

void stepRows()
{
    const auto answers = [] {
        return QMap<QString, QString>{{u"NEW_PASSWORD"_s, goodPassword}, {u"userAttributes.given_name"_s, u"Jane"_s}};
    };
    produced("7 an attribute that the user has", 7, "new-password-attribute-given", [=](TestWorld &w) {
        auto all = answers();
        all.insert(u"userAttributes.email"_s, u"other@example.com"_s);
        return verdict(w.answerNewPassword(w.newPasswordStep(), all));
    });
    produced("7 a required attribute left out", 7, "new-password-attribute-missing", [](TestWorld &w) {
        return verdict(w.answerNewPassword(w.newPasswordStep(), {{u"NEW_PASSWORD"_s, goodPassword}}));
    });
    produced("18 session used", 18, "session-used", [=](TestWorld &w) {
        const NewPasswordStep step = w.newPasswordStep();
        w.answerNewPassword(step, answers());
        return verdict(w.answerNewPassword(step, answers()));
    });
    produced("18 session expired", 18, "session-expired", [=](TestWorld &w) {
        const NewPasswordStep step = w.newPasswordStep();
        w.bench.advance(180'000);
        return verdict(w.answerNewPassword(step, answers()));
    });
    produced("18 session of nobody", 18, "session-invalid", [=](TestWorld &w) {
        NewPasswordStep step = w.newPasswordStep();
        step.session = QString(40, u'x');
        return verdict(w.answerNewPassword(step, answers()));
    });
    produced("19 refresh token of nobody", 19, "refresh-invalid",
             [](TestWorld &w) { return verdict(w.refresh(w.names, u"a.b.c.d.e"_s)); });
    produced("20 rotated token used again", 20, "refresh-reused", [](TestWorld &w) {
        const QString client = w.bench.createClient({.userPoolId = w.namesPool,
                                                     .explicitAuthFlows = QStringList{u"ALLOW_USER_PASSWORD_AUTH"_s},
                                                     .refreshTokenRotation = idp::RefreshTokenRotationType{
                                                         .feature = u"ENABLED"_s, .retryGracePeriodSeconds = 0}});
        const auto tokens = w.tokens(client, w.confirmed(w.names, w.newName()));
        const idp::GetTokensFromRefreshTokenRequest request{.refreshToken = *tokens.refreshToken, .clientId = client};
        call(w, request);
        return call(w, request);
    });
    produced("21 token without the scope", 21, "access-token-scope", [](TestWorld &w) {
        return call(w, idp::GetUserRequest{.accessToken = w.withScope(w.token(), u"openid"_s)});
    });
}

void codeRows()
{
    produced("8 no verified address", 8, "reset-no-address", [](TestWorld &w) {
        const QString name = w.newName();
        call(w,
             idp::AdminCreateUserRequest{.userPoolId = w.namesPool, .username = name, .messageAction = u"SUPPRESS"_s});
        call(w, idp::AdminSetUserPasswordRequest{
                    .userPoolId = w.namesPool, .username = name, .password = goodPassword, .permanent = true});
        return forgot(w, w.names, name);
    });
    produced("9 nobody, told", 9, "user-unknown-code", [](TestWorld &w) { return forgot(w, w.names, u"ghost"_s); });
    produced(
        "9 nobody, hidden", 9, "code-mismatch-hidden",
        [](TestWorld &w) {
            const QString pretended = forgot(w, w.hidden, u"ghost"_s); // says that a code was sent
            return pretended + confirmForgot(w, w.hidden, u"ghost"_s, u"123456"_s);
        },
        hides);
    produced("10 wrong code", 10, "code-mismatch", [](TestWorld &w) {
        const QString name = w.signUp(w.names, w.newName());
        return confirm(w, w.names, name, other(w.bench.lastCode()));
    });
    produced("10 code after a day", 10, "code-expired", [](TestWorld &w) {
        const QString name = w.signUp(w.names, w.newName());
        const QString code = w.bench.lastCode();
        w.bench.advance(86'400'001);
        return confirm(w, w.names, name, code);
    });
    produced("10 reset code that nobody asked for", 10, "code-expired-reset",
             [](TestWorld &w) { return confirmForgot(w, w.names, w.confirmed(w.names, w.newName()), u"123456"_s); });
    produced("10 used code", 10, "code-used",
             [](TestWorld &w) {
                 const QString name = w.confirmed(w.names, w.newName());
                 forgot(w, w.names, name);
                 const QString code = w.bench.lastCode();
                 confirmForgot(w, w.names, name, code);
                 return confirmForgot(w, w.names, name, code);
             },
             {{u"code.used"_s, u"yes"_s}});
    quoted("10 authenticator code used twice", 10, "code-expired-other", Words::Seen,
           "An error occurred (ExpiredCodeException) when calling the RespondToAuthChallenge operation: Your software "
           "token has already been used once.");
    produced("10 confirmed already", 10, "already-confirmed",
             [](TestWorld &w) { return confirm(w, w.names, w.confirmed(w.names, w.newName()), u"123456"_s); });
    // The words were seen; that they come as this error has one source.
    quoted("15 the day's mails", 15, "mail-quota", Words::Guessed,
           "LimitExceededException: Exceeded daily email limit for the operation or the account. If a higher limit is "
           "required, please configure your user pool to use your own Amazon SES configuration for sending email.");
    named("15 mail refused", 15, "delivery-failed", "CodeDeliveryFailureException");
    produced("15 sixth code", 15, "attempts-resend", [](TestWorld &w) {
        const QString name = w.signUp(w.names, w.newName());
        for (int i = 0; i < 5; ++i)
            resend(w, w.names, name);
        return resend(w, w.names, name);
    });
}

void nameRows()
{
    produced("11 name taken", 11, "username-taken",
             [](TestWorld &w) { return call(w, signUp(w.names, w.signUp(w.names, w.newName()))); });
    produced("11 name taken, administrator", 11, "username-taken-admin", [](TestWorld &w) {
        return call(w,
                    idp::AdminCreateUserRequest{.userPoolId = w.namesPool, .username = w.signUp(w.names, w.newName())});
    });
    produced("11 e-mail taken", 11, "email-taken", [](TestWorld &w) {
        w.signUp(w.email, u"twice@example.com"_s);
        return call(w, signUp(w.email, u"twice@example.com"_s));
    });
    quoted("11 phone taken", 11, "phone-taken", Words::Seen,
           "An error occurred (UsernameExistsException) when calling the SignUp operation: An account with the given "
           "phone_number already exists.");
    produced("11 no address as a name", 11, "username-must-be-email",
             [](TestWorld &w) { return call(w, signUp(w.email, u"jane"_s)); }, {{u"pool.names"_s, u"email"_s}});
    produced(
        "11 no number as a name", 11, "username-must-be-phone",
        [](TestWorld &w) { return signUpIn(w, {.usernameAttributes = QStringList{u"phone_number"_s}}, u"jane"_s); },
        {{u"pool.names"_s, u"phone"_s}});
    produced("11 neither address nor number", 11, "username-must-be-address", [](TestWorld &w) {
        return signUpIn(w, {.usernameAttributes = QStringList{u"email"_s, u"phone_number"_s}}, u"jane"_s);
    });
    produced("11 address as a name", 11, "username-email-shaped",
             [](TestWorld &w) { return call(w, signUp(w.alias, u"a@example.com"_s)); });
    produced("11 alias taken", 11, "alias-taken", [](TestWorld &w) {
        const Names address{{.name = u"email"_s, .value = u"shared@example.com"_s}};
        for (const QString &name : {u"first-owner"_s, u"second-owner"_s})
            call(w, signUp(w.alias, name, goodPassword, address));
        call(w, idp::AdminUpdateUserAttributesRequest{.userPoolId = w.aliasPool,
                                                      .username = u"first-owner"_s,
                                                      .userAttributes =
                                                          Names{{.name = u"email_verified"_s, .value = u"true"_s}}});
        return call(w, idp::AdminUpdateUserAttributesRequest{
                           .userPoolId = w.aliasPool,
                           .username = u"second-owner"_s,
                           .userAttributes = Names{{.name = u"email_verified"_s, .value = u"true"_s}}});
    });
    produced("12 the name in another case", 12, "user-unknown", [](TestWorld &w) {
        return verdict(w.passwordSignIn(w.names, w.confirmed(w.names, w.newName()).toUpper()));
    });
    produced("26 nobody signs up", 26, "signup-closed",
             [](TestWorld &w) { return call(w, signUp(w.invites, u"a"_s)); });
    produced("27 password policy", 27, "password-symbol",
             [](TestWorld &w) { return call(w, signUp(w.names, u"a"_s, u"Passw0rd"_s)); });
    named("27 password history", 27, "password-history", "PasswordHistoryPolicyViolationException", "ChangePassword");
    quoted("29 wrong way of linking", 29, "link-source", Words::Guessed,
           "InvalidParameterException: Invalid SourceUser: Cognito users with a username/password may not be passed in "
           "as a SourceUser, only as a DestinationUser");
    // The words were seen; the error's name in front of them is made up, and not looked at.
    quoted("29 first sign-in after linking", 29, "already-linked", Words::Seen,
           "InvalidRequestException: Already found an entry for username google_1234");
}

void attributeRows()
{
    const auto write = [](const QString &attribute, const QString &value) {
        return [=](TestWorld &w) {
            return call(w, signUp(w.names, w.newName(), goodPassword, {{.name = attribute, .value = value}}));
        };
    };
    produced("13 attribute unknown", 13, "attribute-unknown", write(u"custom:x"_s, u"1"_s));
    produced("14 attribute not writable", 14, "attribute-unauthorized", write(u"email_verified"_s, u"true"_s));
    produced("13 attribute required", 13, "attribute-required", [](TestWorld &w) {
        return signUpIn(w, {.schema = QList<idp::SchemaAttributeType>{{.name = u"email"_s, .required = true}}},
                        u"jane"_s);
    });
    quoted("13 attribute required, longer name", 13, "attribute-required-formatted", Words::Seen,
           "InvalidParameterException: Attributes did not conform to the schema: name.formatted: The attribute "
           "name.formatted is required");
    quoted("13 attribute without a type", 13, "attribute-type", Words::Seen,
           "InvalidParameterException: Type for attribute {custom:role} could not be determined");
    quoted("13 immutable", 13, "attribute-immutable", Words::Guessed,
           "InvalidParameterException: user.custom:x: Attribute cannot be updated.");
    quoted("13 required custom attribute", 13, "required-custom", Words::Seen,
           "An error occurred (InvalidParameterException) when calling the CreateUserPool operation: Required custom "
           "attributes are not supported currently.");
}

void triggerRows()
{
    quoted("16 handler threw", 16, "trigger-refused", Words::Seen,
           "UserLambdaValidationException: PreSignUp failed with error Registration from this domain is not allowed..");
    quoted("16 answer of no use", 16, "trigger-bad-answer", Words::Seen,
           "InvalidLambdaResponseException: Unrecognizable lambda output");
    // The middle of the words was seen; the error is inferred.
    quoted("16 too slow", 16, "trigger-timeout", Words::Guessed,
           "UnexpectedLambdaException: PreSignUp invocation failed due to error Socket timeout while invoking Lambda "
           "function.");
    quoted("16 not permitted", 16, "trigger-denied", Words::Seen,
           "UnexpectedLambdaException: PreSignUp invocation failed due to error AccessDeniedException");
    named("16 failed otherwise", 16, "trigger-failed", "UnexpectedLambdaException");
    quoted("16 migration", 16, "user-unknown-migration", Words::Seen,
           "UserNotFoundException: Exception migrating user in app client abc");
    quoted("24 code at set-up", 24, "totp-code-mismatch", Words::Seen,
           "EnableSoftwareTokenMFAException: Code mismatch and fail enable Software Token MFA");
    quoted("24 nothing set up", 24, "totp-not-set-up", Words::Seen,
           "InvalidParameterException: User has not set up software token mfa");
    quoted("24 nothing to switch on", 24, "totp-no-delivery", Words::Seen,
           "InvalidParameterException: User does not have delivery config set to turn on SOFTWARE_TOKEN_MFA");
    quoted("24 no phone", 24, "sms-mfa-no-phone", Words::Seen,
           "InvalidParameterException: User does not have a phone_number set to turn on SMS MFA");
    quoted("24 no software token", 24, "software-token-missing", Words::Own,
           "SoftwareTokenMFANotFoundException: Software Token MFA has not been enabled by the userPool");
    quoted("6 invited again", 6, "invitation-state", Words::Guessed,
           "An error occurred (UnsupportedUserStateException) when calling the AdminCreateUser operation: Resend not "
           "possible. sunny status is not FORCE_CHANGE_PASSWORD");
    named("11 there already", 11, "user-exists", "UsernameExistsException");
    quoted("25 provider", 25, "identity-provider", Words::Seen,
           "NotAuthorizedException: Token is not from a supported provider of this identity pool.");
    quoted("25 guests", 25, "identity-unauthenticated", Words::Seen,
           "NotAuthorizedException: Unauthenticated access is not supported for this identity pool.");
    quoted("25 another user's identity", 25, "identity-logins", Words::Seen,
           "NotAuthorizedException: Logins don't match. Please include at least one valid login for this identity or "
           "identity pool.");
    quoted("25 roles", 25, "identity-roles", Words::Seen,
           "InvalidIdentityPoolConfigurationException: Invalid identity pool configuration. Check assigned IAM roles "
           "for this pool.");
    quoted("25 unknown identity pool", 25, "identity-unknown", Words::Seen,
           "ResourceNotFoundException: IdentityPool 'us-east-1:1' not found.");
}

} // namespace

class TestDiagnoses final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_world = std::make_unique<TestWorld>(); }
    void cleanupTestCase() { m_world.reset(); }
    void isExplained_data();
    void isExplained();
    void everyCauseIsSpokenFor();
    void everyEntryIsProduced();

private:
    std::unique_ptr<TestWorld> m_world;
    QSet<int> m_numbers;
    QSet<QString> m_ids;
};

void TestDiagnoses::isExplained_data()
{
    QTest::addColumn<int>("number");
    QTest::addColumn<QString>("id");
    QTest::addColumn<Act>("act");
    QTest::addColumn<QString>("text");
    QTest::addColumn<Facts>("facts");
    clientRows();
    signInRows();
    stepRows();
    codeRows();
    nameRows();
    attributeRows();
    triggerRows();
}

void TestDiagnoses::isExplained()
{
    QFETCH(int, number);
    QFETCH(QString, id);
    QFETCH(Act, act);
    QFETCH(QString, text);
    QFETCH(Facts, facts);
    m_numbers.insert(number);
    m_ids.insert(id);
    Error error;
    if (act) {
        m_world->bench.lastFailure.reset();
        const QString said = act(*m_world);
        QVERIFY2(m_world->bench.lastFailure, qPrintable(said));
        const auto &failure = *m_world->bench.lastFailure;
        QCOMPARE(failure.error.code + u": "_s + failure.error.message, said);
        error.operation = failure.operation;
        error.code = failure.error.code;
        error.message = failure.error.message;
    } else {
        const QList<Error> errors = diagnosis::errorsIn(text);
        QCOMPARE(errors.size(), 1);
        error = errors.first();
    }
    const diagnosis::Explanation explanation = diagnosis::explain(error.operation, error, facts);
    QCOMPARE(explanation.id, id);
}

void TestDiagnoses::everyCauseIsSpokenFor()
{
    constexpr int causes = 35;
    for (int number = 1; number <= causes; ++number)
        QVERIFY2(m_numbers.contains(number) || notYet.contains(number), qPrintable(QString::number(number)));
}

// Every explanation that rests on a known cause has a row above.
void TestDiagnoses::everyEntryIsProduced()
{
    QStringList left;
    for (const diagnosis::Entry &entry : diagnosis::entries()) {
        const QString id = QString::fromUtf8(entry.id);
        if (QLatin1StringView(entry.source).startsWith(QLatin1StringView("diagnoses")) && !m_ids.contains(id))
            left += id;
    }
    QCOMPARE(left.join(u' '), QString());
}

QTEST_GUILESS_MAIN(TestDiagnoses)
#include "tst_diagnoses.moc"
