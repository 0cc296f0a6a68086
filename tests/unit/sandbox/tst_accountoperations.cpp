#include "testworld.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include <array>
#include <future>

using namespace poolscope;
using namespace poolscope::sandbox;
using namespace poolscope::sandbox::test;
using namespace Qt::StringLiterals;

// Signing up, confirming, resetting passwords and the administrators' ways to make users, as they should go.
class TestAccountOperations final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_world = std::make_unique<TestWorld>(); }
    void cleanup();
    void cleanupTestCase() { m_world.reset(); }
    void signUpAndConfirm();
    void emailPoolsNameUsersBySub();
    void noCodeWithoutAnAddress();
    void aliasSignsInOnceVerified();
    void forcedAliasMoves();
    void forcedAliasMovesToTheInvited();
    void resendReplacesTheCode();
    void forgottenPassword();
    void invitation();
    void invitationWithoutThePassword();
    void invitationResent();
    void administratorConfirms();
    void administratorSetsPasswords();
    void preSignUpConfirms();
    void preSignUpRefuses();
    void postConfirmationFailsLate();
    void customMessage();
    void userDeletedWhileTriggerRuns();
    void oneOfManyAtOnce();
    void passwordHistory();
    void passwordsAreNotStored();

private:
    idp::AdminGetUserResponse user(const QString &pool, const QString &name)
    {
        return *m_world->bench.call(idp::AdminGetUserRequest{.userPoolId = pool, .username = name});
    }

    std::unique_ptr<TestWorld> m_world;
};

namespace {

QString valueOf(const std::optional<QList<idp::AttributeType>> &attributes, const QString &name)
{
    for (const auto &one : *attributes) {
        if (one.name == name)
            return *one.value;
    }
    return {};
}

TriggerOutcome answering(const QString &member, const json::Value &value)
{
    TriggerOutcome outcome{.handled = true, .response = json::Value::object(), .error = {}};
    outcome.response.set(member, value);
    return outcome;
}

} // namespace

void TestAccountOperations::cleanup()
{
    m_world->bench.triggers.answer = {};
    m_world->bench.triggers.events.clear();
}

void TestAccountOperations::signUpAndConfirm()
{
    TestWorld &w = *m_world;
    const QString name = w.newName();
    const auto signedUp = w.bench.call(idp::SignUpRequest{
        .clientId = w.names,
        .username = name,
        .password = goodPassword,
        .userAttributes = QList<idp::AttributeType>{{.name = u"email"_s, .value = u"test@test.com"_s}}});
    QCOMPARE(verdict(signedUp), QString());
    QCOMPARE(signedUp->userConfirmed, false);
    QCOMPARE(signedUp->codeDeliveryDetails->destination, u"t***@t***"_s);
    QCOMPARE(signedUp->codeDeliveryDetails->deliveryMedium, u"EMAIL"_s);
    QCOMPARE(signedUp->codeDeliveryDetails->attributeName, u"email"_s);
    QVERIFY(!signedUp->session);

    const Message mail = w.bench.messages().first();
    QCOMPARE(mail.to, u"test@test.com"_s);
    QVERIFY(QRegularExpression(u"^[0-9]{6}$"_s).match(mail.code).hasMatch());
    QCOMPARE(mail.body, u"Your confirmation code is "_s + mail.code);
    QCOMPARE(mail.state, Message::State::Current);

    QCOMPARE(user(w.namesPool, name).userStatus, u"UNCONFIRMED"_s);
    const auto confirmed =
        w.bench.call(idp::ConfirmSignUpRequest{.clientId = w.names, .username = name, .confirmationCode = mail.code});
    QCOMPARE(verdict(confirmed), QString());
    const auto now = user(w.namesPool, name);
    QCOMPARE(now.userStatus, u"CONFIRMED"_s);
    QCOMPARE(now.username, name);
    QCOMPARE(now.enabled, true);
    QCOMPARE(valueOf(now.userAttributes, u"sub"_s), *signedUp->userSub);
    QCOMPARE(valueOf(now.userAttributes, u"email_verified"_s), u"true"_s);
    QCOMPARE(w.bench.messages().first().state, Message::State::Used);
}

void TestAccountOperations::emailPoolsNameUsersBySub()
{
    TestWorld &w = *m_world;
    w.confirmed(w.email, u"Jane@Example.com"_s);
    const auto found = user(w.emailPool, u"jane@example.com"_s);
    QCOMPARE(found.username, valueOf(found.userAttributes, u"sub"_s));
    QCOMPARE(valueOf(found.userAttributes, u"email"_s), u"Jane@Example.com"_s);
    const auto tokens = w.tokens(w.email, u"JANE@example.com"_s);
    QCOMPARE(claimsOf(*tokens.accessToken).value(u"username").toString(), *found.username);
    QCOMPARE(claimsOf(*tokens.idToken).value(u"cognito:username").toString(), *found.username);
}

void TestAccountOperations::noCodeWithoutAnAddress()
{
    TestWorld &w = *m_world;
    const auto before = w.bench.messages().size();
    const auto signedUp =
        w.bench.call(idp::SignUpRequest{.clientId = w.names, .username = w.newName(), .password = goodPassword});
    QCOMPARE(verdict(signedUp), QString());
    QVERIFY(!signedUp->codeDeliveryDetails);
    QCOMPARE(w.bench.messages().size(), before);
}

void TestAccountOperations::aliasSignsInOnceVerified()
{
    TestWorld &w = *m_world;
    const QString name = w.signUp(w.alias, w.newName());
    const QString address = name + u"@example.com"_s;
    QCOMPARE(verdict(w.passwordSignIn(w.alias, address)), u"UserNotFoundException: User does not exist."_s);
    w.bench.call(
        idp::ConfirmSignUpRequest{.clientId = w.alias, .username = name, .confirmationCode = w.bench.lastCode()});
    QCOMPARE(verdict(w.passwordSignIn(w.alias, address)), QString());
    QCOMPARE(verdict(w.srpSignIn(w.alias, address)), QString());
}

void TestAccountOperations::forcedAliasMoves()
{
    TestWorld &w = *m_world;
    const QList<idp::AttributeType> email{{.name = u"email"_s, .value = u"moved@example.com"_s}};
    const QString first = w.newName();
    const QString second = w.newName();
    for (const QString &name : {first, second}) {
        w.bench.call(idp::SignUpRequest{
            .clientId = w.alias, .username = name, .password = goodPassword, .userAttributes = email});
        idp::ConfirmSignUpRequest confirm{
            .clientId = w.alias, .username = name, .confirmationCode = w.bench.lastCode()};
        if (name == second) {
            QVERIFY(!w.bench.call(confirm));
            confirm.forceAliasCreation = true; // with the same code
        }
        QCOMPARE(verdict(w.bench.call(confirm)), QString());
    }
    QCOMPARE(user(w.aliasPool, u"moved@example.com"_s).username, second);
    QCOMPARE(valueOf(user(w.aliasPool, first).userAttributes, u"email_verified"_s), u"false"_s);
}

void TestAccountOperations::forcedAliasMovesToTheInvited()
{
    TestWorld &w = *m_world;
    const QString address = u"handedover@example.com"_s;
    const QString first = w.newName();
    const QString second = w.newName();
    idp::AdminCreateUserRequest request{
        .userPoolId = w.aliasPool,
        .username = first,
        .userAttributes = QList<idp::AttributeType>{{.name = u"email"_s, .value = address},
                                                    {.name = u"email_verified"_s, .value = u"true"_s}},
        .messageAction = u"SUPPRESS"_s};
    QCOMPARE(verdict(w.bench.call(request)), QString());
    request.username = second;
    for (const auto &notForced : {std::optional<bool>(), std::optional(false)}) {
        request.forceAliasCreation = notForced;
        QCOMPARE(verdict(w.bench.call(request)),
                 u"AliasExistsException: An account with the given email already exists."_s);
    }
    QVERIFY(!w.bench.call(idp::AdminGetUserRequest{.userPoolId = w.aliasPool, .username = second}));
    QCOMPARE(user(w.aliasPool, address).username, first);
    request.forceAliasCreation = true;
    QCOMPARE(verdict(w.bench.call(request)), QString());
    QCOMPARE(user(w.aliasPool, address).username, second);
    QCOMPARE(valueOf(user(w.aliasPool, first).userAttributes, u"email_verified"_s), u"false"_s);
    QCOMPARE(valueOf(user(w.aliasPool, second).userAttributes, u"email_verified"_s), u"true"_s);
}

void TestAccountOperations::resendReplacesTheCode()
{
    TestWorld &w = *m_world;
    const QString name = w.signUp(w.names, w.newName());
    const auto again = w.bench.call(idp::ResendConfirmationCodeRequest{.clientId = w.names, .username = name});
    QCOMPARE(verdict(again), QString());
    QCOMPARE(again->codeDeliveryDetails->deliveryMedium, u"EMAIL"_s);
    const auto messages = w.bench.messages();
    QCOMPARE(messages[1].state, Message::State::Replaced);
    QCOMPARE(verdict(w.bench.call(idp::ConfirmSignUpRequest{
                 .clientId = w.names, .username = name, .confirmationCode = messages[0].code})),
             QString());
}

void TestAccountOperations::forgottenPassword()
{
    TestWorld &w = *m_world;
    const QString name = w.confirmed(w.names, w.newName());
    const auto asked = w.bench.call(idp::ForgotPasswordRequest{.clientId = w.names, .username = name});
    QCOMPARE(verdict(asked), QString());
    QCOMPARE(asked->codeDeliveryDetails->attributeName, u"email"_s);
    idp::ConfirmForgotPasswordRequest confirm{
        .clientId = w.names, .username = name, .confirmationCode = w.bench.lastCode(), .password = u"weak-password"_s};
    QVERIFY(!w.bench.call(confirm)); // does not use the code up
    confirm.password = otherPassword;
    QCOMPARE(verdict(w.bench.call(confirm)), QString());
    QVERIFY(!w.passwordSignIn(w.names, name, goodPassword));
    QCOMPARE(verdict(w.passwordSignIn(w.names, name, otherPassword)), QString());
    QCOMPARE(verdict(w.bench.call(confirm)),
             u"ExpiredCodeException: Invalid code provided, please request a code again."_s);
}

void TestAccountOperations::invitation()
{
    TestWorld &w = *m_world;
    const QString name = w.newName();
    const auto made = w.bench.call(idp::AdminCreateUserRequest{
        .userPoolId = w.invitesPool,
        .username = name,
        .userAttributes = QList<idp::AttributeType>{{.name = u"email"_s, .value = u"i@example.com"_s},
                                                    {.name = u"email_verified"_s, .value = u"true"_s}},
        .desiredDeliveryMediums = QStringList{u"EMAIL"_s}});
    QCOMPARE(verdict(made), QString());
    QCOMPARE(made->user->userStatus, u"FORCE_CHANGE_PASSWORD"_s);
    const Message mail = w.bench.messages().first();
    QCOMPARE(mail.to, u"i@example.com"_s);
    QCOMPARE(mail.body, u"Your username is %1 and temporary password is %2."_s.arg(name, mail.code));
    const auto challenge = w.passwordSignIn(w.invites, name, mail.code);
    QCOMPARE(verdict(challenge), QString());
    QCOMPARE(challenge->challengeName, u"NEW_PASSWORD_REQUIRED"_s);
}

void TestAccountOperations::invitationWithoutThePassword()
{
    TestWorld &w = *m_world;
    const QString pool = w.bench.createPool(
        {.adminCreateUserConfig = idp::AdminCreateUserConfigType{
             .inviteMessageTemplate = idp::MessageTemplateType{.smsMessage = u"Welcome: {username}, {####}"_s,
                                                               .emailMessage = u"Welcome, {username}"_s}}});
    const auto before = w.bench.messages().size();
    idp::AdminCreateUserRequest request{
        .userPoolId = pool,
        .username = w.newName(),
        .userAttributes = QList<idp::AttributeType>{{.name = u"email"_s, .value = u"i@example.com"_s},
                                                    {.name = u"phone_number"_s, .value = u"+12025550123"_s}},
        .desiredDeliveryMediums = QStringList{u"EMAIL"_s}};
    QCOMPARE(verdict(w.bench.call(request)), QString());
    QCOMPARE(w.bench.messages().size(), before);
    request.messageAction = u"RESEND"_s;
    request.desiredDeliveryMediums = QStringList{u"EMAIL"_s, u"SMS"_s};
    QCOMPARE(verdict(w.bench.call(request)), QString());
    QCOMPARE(w.bench.messages().size(), before + 1); // each message by its own text
    QCOMPARE(w.bench.messages().first().medium, Message::Medium::Sms);
}

void TestAccountOperations::invitationResent()
{
    TestWorld &w = *m_world;
    const QString name = w.newName();
    idp::AdminCreateUserRequest request{
        .userPoolId = w.invitesPool,
        .username = name,
        .userAttributes = QList<idp::AttributeType>{{.name = u"phone_number"_s, .value = u"+12025550123"_s}}};
    QCOMPARE(verdict(w.bench.call(request)), QString());
    const Message first = w.bench.messages().first(); // SMS is the documented default
    QCOMPARE(first.medium, Message::Medium::Sms);
    w.bench.advance(7LL * 86'400'000);
    request.messageAction = u"RESEND"_s;
    QCOMPARE(verdict(w.bench.call(request)), QString());
    const Message second = w.bench.messages().first();
    QCOMPARE_NE(second.code, first.code);
    const Message replaced = w.bench.messages().at(1);
    QCOMPARE(replaced.id, first.id);
    QVERIFY(replaced.state == Message::State::Replaced);
    QVERIFY(!replaced.body.contains(first.code));
    QVERIFY(!w.passwordSignIn(w.invites, name, first.code));
    QCOMPARE(verdict(w.passwordSignIn(w.invites, name, second.code)), QString());
}

void TestAccountOperations::administratorConfirms()
{
    TestWorld &w = *m_world;
    const QString name = w.signUp(w.names, w.newName());
    QCOMPARE(verdict(w.bench.call(idp::AdminConfirmSignUpRequest{.userPoolId = w.namesPool, .username = name})),
             QString());
    QCOMPARE(user(w.namesPool, name).userStatus, u"CONFIRMED"_s);
    QCOMPARE(valueOf(user(w.namesPool, name).userAttributes, u"email_verified"_s), QString());
    QCOMPARE(w.bench.triggers.events.last().source, u"PostConfirmation_ConfirmSignUp"_s);
    QVERIFY(w.bench.triggers.events.last().clientId.isEmpty());
}

void TestAccountOperations::administratorSetsPasswords()
{
    TestWorld &w = *m_world;
    const QString name = w.signUp(w.names, w.newName());
    idp::AdminSetUserPasswordRequest request{.userPoolId = w.namesPool, .username = name, .password = otherPassword};
    QCOMPARE(verdict(w.bench.call(request)), QString());
    QCOMPARE(user(w.namesPool, name).userStatus, u"FORCE_CHANGE_PASSWORD"_s);
    QCOMPARE(w.passwordSignIn(w.names, name, otherPassword)->challengeName, u"NEW_PASSWORD_REQUIRED"_s);
    request.permanent = true;
    QCOMPARE(verdict(w.bench.call(request)), QString());
    QCOMPARE(user(w.namesPool, name).userStatus, u"CONFIRMED"_s);
    QVERIFY(w.passwordSignIn(w.names, name, otherPassword)->authenticationResult);
    const QString sub = valueOf(user(w.namesPool, name).userAttributes, u"sub"_s);
    QCOMPARE(user(w.namesPool, sub).username, name); // administrators also name users by sub
}

void TestAccountOperations::preSignUpConfirms()
{
    TestWorld &w = *m_world;
    w.bench.triggers.answer = [](const TriggerEvent &event) {
        if (event.source != u"PreSignUp_SignUp"_s)
            return TriggerOutcome{};
        TriggerOutcome outcome = answering(u"autoConfirmUser"_s, true);
        outcome.response.set(u"autoVerifyEmail"_s, true);
        return outcome;
    };
    const QString name = w.newName();
    const auto before = w.bench.messages().size();
    w.signUp(w.names, name);
    QCOMPARE(w.bench.messages().size(), before);
    QCOMPARE(user(w.namesPool, name).userStatus, u"CONFIRMED"_s);
    QCOMPARE(valueOf(user(w.namesPool, name).userAttributes, u"email_verified"_s), u"true"_s);
    QStringList sources;
    for (const auto &event : w.bench.triggers.events)
        sources << event.source;
    QCOMPARE(sources, QStringList({u"PreSignUp_SignUp"_s, u"PostConfirmation_ConfirmSignUp"_s}));
}

void TestAccountOperations::preSignUpRefuses()
{
    TestWorld &w = *m_world;
    w.bench.triggers.answer = [](const TriggerEvent &) {
        return TriggerOutcome{
            .handled = true,
            .response = {},
            .error = ServiceError{u"UserLambdaValidationException"_s, u"PreSignUp failed with error no.."_s}};
    };
    const QString name = w.newName();
    QCOMPARE(verdict(w.bench.call(idp::SignUpRequest{.clientId = w.names, .username = name, .password = goodPassword})),
             u"UserLambdaValidationException: PreSignUp failed with error no.."_s);
    QVERIFY(!w.bench.call(idp::AdminGetUserRequest{.userPoolId = w.namesPool, .username = name}));
}

void TestAccountOperations::postConfirmationFailsLate()
{
    TestWorld &w = *m_world;
    const QString name = w.signUp(w.names, w.newName());
    w.bench.triggers.answer = [](const TriggerEvent &) {
        return TriggerOutcome{
            .handled = true, .response = {}, .error = ServiceError{u"UserLambdaValidationException"_s, u"x"_s}};
    };
    QVERIFY(!w.bench.call(
        idp::ConfirmSignUpRequest{.clientId = w.names, .username = name, .confirmationCode = w.bench.lastCode()}));
    QCOMPARE(user(w.namesPool, name).userStatus, u"CONFIRMED"_s);
}

void TestAccountOperations::customMessage()
{
    TestWorld &w = *m_world;
    w.bench.triggers.answer = [](const TriggerEvent &event) {
        if (event.source != u"CustomMessage_SignUp"_s)
            return TriggerOutcome{};
        TriggerOutcome outcome =
            answering(u"emailMessage"_s, u"Hello, "_s + event.request.value(u"codeParameter").toString());
        outcome.response.set(u"emailSubject"_s, u"Greetings"_s);
        return outcome;
    };
    w.signUp(w.names, w.newName());
    const Message mail = w.bench.messages().first();
    QCOMPARE(mail.subject, u"Greetings"_s);
    QCOMPARE(mail.body, u"Hello, "_s + mail.code);
}

void TestAccountOperations::userDeletedWhileTriggerRuns()
{
    TestWorld &w = *m_world;
    const QString name = w.newName();
    // A handler may call the sandbox; here it takes away what the operation has read.
    const qint64 pool = w.bench.onService([&](Services &services) { return services.store.pool(w.namesPool)->rowId; });
    Store *store = w.bench.onService([](Services &services) { return &services.store; });
    w.bench.triggers.answer = [=](const TriggerEvent &event) {
        if (event.source == u"CustomMessage_SignUp"_s) {
            Store::Unit unit(*store);
            store->deleteUser(*store->findUser(pool, NameKind::Username, name));
            unit.commit();
        }
        return TriggerOutcome{};
    };
    QVERIFY(!w.bench.call(idp::SignUpRequest{
        .clientId = w.names,
        .username = name,
        .password = goodPassword,
        .userAttributes = QList<idp::AttributeType>{{.name = u"email"_s, .value = u"gone@example.com"_s}}}));
    QCOMPARE_NE(w.bench.messages().first().to, u"gone@example.com"_s);
}

void TestAccountOperations::oneOfManyAtOnce()
{
    TestWorld &w = *m_world;
    const idp::SignUpRequest request{.clientId = w.names, .username = w.newName(), .password = goodPassword};
    std::array<std::future<QString>, 6> calls;
    for (auto &call : calls)
        call = std::async(std::launch::async, [&] { return verdict(w.bench.call(request)); });
    QStringList verdicts;
    for (auto &call : calls)
        verdicts << call.get();
    QCOMPARE(verdicts.count(QString()), 1);
    QCOMPARE(verdicts.count(u"UsernameExistsException: User already exists"_s), 5);
}

void TestAccountOperations::passwordHistory()
{
    TestWorld &w = *m_world;
    const QString pool =
        w.bench.createPool({.policies = idp::UserPoolPolicyType{.passwordPolicy = idp::PasswordPolicyType{
                                                                    .minimumLength = 8, .passwordHistorySize = 2}}});
    const QString name = w.newName();
    w.bench.call(idp::AdminCreateUserRequest{.userPoolId = pool, .username = name, .messageAction = u"SUPPRESS"_s});
    const auto set = [&](const QString &password) {
        return verdict(w.bench.call(idp::AdminSetUserPasswordRequest{
                           .userPoolId = pool, .username = name, .password = password, .permanent = true}))
            .section(u':', 0, 0);
    };
    QCOMPARE(set(u"first-password"_s), QString());
    QCOMPARE(set(u"first-password"_s), u"PasswordHistoryPolicyViolationException"_s);
    QCOMPARE(set(u"second-password"_s), QString());
    QCOMPARE(set(u"first-password"_s), u"PasswordHistoryPolicyViolationException"_s);
    QCOMPARE(set(u"third-password"_s), QString());
    QCOMPARE(set(u"first-password"_s), QString());
}

void TestAccountOperations::passwordsAreNotStored()
{
    TestWorld &w = *m_world;
    w.confirmed(w.names, w.newName());
    const QString path = w.bench.onService([](Services &services) { return services.store.database().path(); });
    for (const QString &file : {path, path + u"-wal"_s}) {
        QFile stored(file);
        QVERIFY(stored.open(QIODevice::ReadOnly));
        QVERIFY(!stored.readAll().contains(goodPassword.toUtf8()));
    }
}

QTEST_GUILESS_MAIN(TestAccountOperations)
#include "tst_accountoperations.moc"
