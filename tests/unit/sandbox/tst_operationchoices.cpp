#include "errors/errortable.h"
#include "settingsacts.h"
#include "tokens/jwt.h"

#include <QSet>

using namespace poolscope;
using namespace poolscope::sandbox;
using namespace poolscope::sandbox::test;
using namespace Qt::StringLiterals;

// Every named choice of the operations, with each of its values.
class TestOperationChoices final : public QObject
{
    Q_OBJECT

private slots:
    void choice_data();
    void choice();
    void allAreTested();

private:
    QSet<QString> m_tested; // "name=value"
};

namespace {

QString timed(TestWorld &w, qint64 secondsLate)
{
    const QString name = w.confirmed(w.names, w.newName());
    crypto::SystemRandom random;
    const crypto::SrpClient srp(random);
    const auto challenge = w.startSrp(w.names, name, srp);
    const auto utc = w.bench.realClock.now().addSecs(-secondsLate);
    return verdict(w.bench.call(srpAnswer(w.names, w.namesPool, srp, *challenge, goodPassword, utc)));
}

QString late(TestWorld &w)
{
    const QString name = w.confirmed(w.names, w.newName());
    crypto::SystemRandom random;
    const crypto::SrpClient srp(random);
    const auto challenge = w.startSrp(w.names, name, srp);
    w.bench.advance(600'000);
    return verdict(
        w.bench.call(srpAnswer(w.names, w.namesPool, srp, *challenge, goodPassword, w.bench.realClock.now())));
}

// What the sixth wrong password hears for a name that nobody has; five are free.
QString sixthOfNobody(TestWorld &w)
{
    const QString name = w.newName();
    for (int i = 0; i < 5; ++i)
        w.passwordSignIn(w.hidden, name, otherPassword);
    return verdict(w.passwordSignIn(w.hidden, name, otherPassword));
}

QString verifierSession(TestWorld &w)
{
    crypto::SystemRandom random;
    const crypto::SrpClient srp(random);
    const QString name = w.confirmed(w.names, w.newName());
    const auto challenge = w.startSrp(w.names, name, srp);
    return challenge->session ? u"a session"_s : u"no session"_s;
}

QString takenAlias(TestWorld &w)
{
    const Names email{{.name = u"email"_s, .value = u"shared@example.com"_s}};
    QString last;
    for (const QString &name : {w.newName(), w.newName()}) {
        w.bench.call(signUp(w.alias, name, goodPassword, email));
        last = confirm(w, w.alias, name, w.bench.lastCode());
    }
    return last;
}

QString expiredTemporary(TestWorld &w)
{
    const QString name = w.invited(w.newName());
    w.bench.advance(8LL * 86'400'000);
    return verdict(w.passwordSignIn(w.invites, name, otherPassword));
}

// The status of an unconfirmed user with a verified address who has reset the password.
QString statusAfterReset(TestWorld &w)
{
    const QString name = w.changed(w.namesPool, w.signUp(w.names, w.newName()),
                                   [](UserRecord &user) { user.setAttribute(u"email_verified"_s, u"true"_s); });
    forgot(w, w.names, name);
    confirmForgot(w, w.names, name, w.bench.lastCode());
    return *w.bench.call(idp::AdminGetUserRequest{.userPoolId = w.namesPool, .username = name})->userStatus;
}

// The code of before a newer one was sent.
QString confirmedByTheFormer(TestWorld &w)
{
    const QString name = w.signUp(w.names, w.newName());
    const QString first = w.bench.lastCode();
    do {
        resend(w, w.names, name);
    } while (w.bench.lastCode() == first);
    return confirm(w, w.names, name, first);
}

QString claimIsText(TestWorld &w, const QString &attribute, const QString &value)
{
    const QString name = w.changed(w.namesPool, w.confirmed(w.names, w.newName()),
                                   [&](UserRecord &user) { user.setAttribute(attribute, value); });
    return claimsOf(*w.tokens(w.names, name).idToken).value(attribute).isString() ? u"text"_s : u"not text"_s;
}

QString typeIn(const QString &token)
{
    const auto jwt = tokens::parseJwt(token.toUtf8());
    return jwt ? jwt->header.root.value(u"typ").toString() : u"no token"_s;
}

QString missingAttribute(TestWorld &w)
{
    w.signUp(w.names, w.newName());
    return verdict(w.bench.call(
                       idp::ListUsersRequest{.userPoolId = w.namesPool, .attributesToGet = QStringList{u"name"_s}}))
        .section(u':', 0, 0);
}

QString forgotFor(TestWorld &w, int times)
{
    const QString name = w.confirmed(w.names, w.newName());
    for (int i = 0; i < times; ++i) {
        if (const QString fault = forgot(w, w.names, name); !fault.isEmpty())
            return fault;
    }
    return forgot(w, w.names, name);
}

QString revokeUnknown(TestWorld &w)
{
    return verdict(w.bench.call(idp::RevokeTokenRequest{.token = u"a.b.c.d.e"_s, .clientId = w.names}));
}

QString takenNameAndBadPassword(TestWorld &w)
{
    return verdict(w.bench.call(signUp(w.names, w.signUp(w.names, w.newName()), u"password"_s))).section(u':', 0, 0);
}

// "changed" for success.
QString attributeWritten(TestWorld &w, const QString &before, const QString &value)
{
    const QString pool =
        w.bench.createPool({.schema = QList<idp::SchemaAttributeType>{{.name = u"badge"_s, .mutable_ = false}}});
    Names attributes;
    if (!before.isEmpty())
        attributes.append({.name = u"custom:badge"_s, .value = before});
    w.bench.call(idp::AdminCreateUserRequest{
        .userPoolId = pool, .username = u"jane"_s, .userAttributes = attributes, .messageAction = u"SUPPRESS"_s});
    return verdict(w.bench.call(idp::AdminUpdateUserAttributesRequest{
                       .userPoolId = pool,
                       .username = u"jane"_s,
                       .userAttributes = Names{{.name = u"custom:badge"_s, .value = value}}}))
        .section(u':', 0, 0);
}

QString sameAddressWritten(TestWorld &w)
{
    const QString name = w.confirmed(w.names, w.newName());
    const auto updated = w.bench.call(idp::UpdateUserAttributesRequest{
        .userAttributes = Names{{.name = u"email"_s, .value = name + u"@example.com"_s}},
        .accessToken = w.tokens(w.names, name).accessToken});
    return updated->codeDeliveryDetailsList->isEmpty() ? u"no code"_s : u"a code"_s;
}

QString takenAddressWritten(TestWorld &w)
{
    const QString first = w.confirmed(w.alias, w.newName());
    const QString second = w.confirmed(w.alias, w.newName());
    return verdict(w.bench.call(idp::UpdateUserAttributesRequest{
                       .userAttributes = Names{{.name = u"email"_s, .value = first + u"@example.com"_s}},
                       .accessToken = w.tokens(w.alias, second).accessToken}))
        .section(u':', 0, 0);
}

QString codeWhileWaiting(TestWorld &w)
{
    const QStringList email{u"email"_s};
    const QString pool = w.bench.createPool({.autoVerifiedAttributes = email,
                                             .userAttributeUpdateSettings = idp::UserAttributeUpdateSettingsType{
                                                 .attributesRequireVerificationBeforeUpdate = email}});
    const QString client =
        w.bench.createClient({.userPoolId = pool, .explicitAuthFlows = QStringList{u"ALLOW_USER_PASSWORD_AUTH"_s}});
    w.bench.call(signUp(client, u"jane"_s, goodPassword, {{.name = u"email"_s, .value = u"old@example.com"_s}}));
    confirm(w, client, u"jane"_s, w.bench.lastCode());
    const QString token = *w.tokens(client, u"jane"_s).accessToken;
    w.bench.call(idp::UpdateUserAttributesRequest{
        .userAttributes = Names{{.name = u"email"_s, .value = u"new@example.com"_s}}, .accessToken = token});
    w.bench.call(idp::GetUserAttributeVerificationCodeRequest{.accessToken = token, .attributeName = u"email"_s});
    return w.bench.messages().first().to;
}

QString tokenOf(TestWorld &w, const std::function<void(TestWorld &, const QString &)> &happened)
{
    const QString name = w.confirmed(w.names, w.newName());
    const QString token = *w.tokens(w.names, name).accessToken;
    happened(w, name);
    return verdict(w.bench.call(idp::GetUserRequest{.accessToken = token}));
}

QString rotating(TestWorld &w, const QStringList &flows)
{
    return w.bench.createClient({.userPoolId = w.namesPool,
                                 .explicitAuthFlows = flows,
                                 .refreshTokenRotation = idp::RefreshTokenRotationType{.feature = u"ENABLED"_s}});
}

QString triggerOfRotation(TestWorld &w)
{
    const QString client = rotating(w, {u"ALLOW_USER_PASSWORD_AUTH"_s});
    const auto tokens = w.tokens(client, w.confirmed(w.names, w.newName()));
    w.bench.triggers.events.clear();
    w.bench.call(idp::GetTokensFromRefreshTokenRequest{.refreshToken = tokens.refreshToken, .clientId = client});
    return w.bench.triggers.events.first().source;
}

QString rotatingWithRefreshFlow(TestWorld &w)
{
    const auto made = w.bench.call(idp::CreateUserPoolClientRequest{
        .userPoolId = w.namesPool,
        .clientName = u"app"_s,
        .explicitAuthFlows = QStringList{u"ALLOW_REFRESH_TOKEN_AUTH"_s},
        .refreshTokenRotation = idp::RefreshTokenRotationType{.feature = u"ENABLED"_s}});
    return verdict(made);
}

// The access token that came from a refresh token that is used twice.
QString afterReuse(TestWorld &w)
{
    const QString client = rotating(w, {u"ALLOW_USER_PASSWORD_AUTH"_s});
    const auto tokens = w.tokens(client, w.confirmed(w.names, w.newName()));
    for (int i = 0; i < 2; ++i)
        w.bench.call(idp::GetTokensFromRefreshTokenRequest{.refreshToken = tokens.refreshToken, .clientId = client});
    return verdict(w.bench.call(idp::GetUserRequest{.accessToken = tokens.accessToken}));
}

QString tokensWithoutRotation(TestWorld &w)
{
    return verdict(w.bench.call(idp::GetTokensFromRefreshTokenRequest{
        .refreshToken = w.tokens(w.names, w.confirmed(w.names, w.newName())).refreshToken, .clientId = w.names}));
}

QString withoutPrevious(TestWorld &w)
{
    return verdict(
        w.bench.call(idp::ChangePasswordRequest{.proposedPassword = otherPassword, .accessToken = w.token()}));
}

QString wrongPreviousAndBadPassword(TestWorld &w)
{
    return verdict(w.bench.call(idp::ChangePasswordRequest{
                       .previousPassword = otherPassword, .proposedPassword = u"password"_s, .accessToken = w.token()}))
        .section(u':', 0, 0);
}

QString administratorAsksForNobody(TestWorld &w)
{
    const QString client = w.bench.createClient({.userPoolId = w.namesPool,
                                                 .explicitAuthFlows = QStringList{u"ALLOW_ADMIN_USER_PASSWORD_AUTH"_s},
                                                 .preventUserExistenceErrors = u"ENABLED"_s});
    return verdict(w.bench.call(idp::AdminInitiateAuthRequest{
        .userPoolId = w.namesPool,
        .clientId = client,
        .authFlow = u"ADMIN_NO_SRP_AUTH"_s,
        .authParameters = QMap<QString, QString>{{u"USERNAME"_s, u"ghost"_s}, {u"PASSWORD"_s, goodPassword}}}));
}

QString resetOfUnconfirmed(TestWorld &w)
{
    const QString name = w.changed(w.namesPool, w.signUp(w.names, w.newName()),
                                   [](UserRecord &user) { user.setAttribute(u"email_verified"_s, u"true"_s); });
    return verdict(w.bench.call(idp::AdminResetUserPasswordRequest{.userPoolId = w.namesPool, .username = name}));
}

} // namespace

void TestOperationChoices::choice_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    QTest::addColumn<Act>("act");
    QTest::addColumn<QString>("expected");
    const auto add = [](const char *name, const char *value, const Act &act, const QString &expected) {
        QTest::addRow("%s=%s", name, value)
            << QString::fromLatin1(name) << QString::fromLatin1(value) << act << expected;
    };
    const Act unconfirmed = [](TestWorld &w) {
        return verdict(w.passwordSignIn(w.names, w.signUp(w.names, w.newName()), otherPassword));
    };
    add("not-confirmed-before-password", "yes", unconfirmed, u"UserNotConfirmedException: User is not confirmed."_s);
    add("not-confirmed-before-password", "no", unconfirmed, wrongPassword);
    add("temporary-password-expiry", "after-password", expiredTemporary, wrongPassword);
    add("temporary-password-expiry", "before-password", expiredTemporary,
        u"NotAuthorizedException: Temporary password has expired and must be reset by an administrator."_s);
    add("password-verifier-session", "absent", verifierSession, u"no session"_s);
    add("password-verifier-session", "present", verifierSession, u"a session"_s);
    for (const auto &[value, seconds] : {std::pair{"60", 60}, {"300", 300}, {"900", 900}})
        add(
            "srp-clock-tolerance", value, [s = seconds](TestWorld &w) { return timed(w, s) + timed(w, s + 1); },
            wrongPassword);
    add(
        "srp-clock-tolerance", "any", [](TestWorld &w) { return timed(w, 100'000'000); }, QString());
    add("late-srp-answer", "session-expired", late,
        u"NotAuthorizedException: Invalid session for the user, session is expired."_s);
    add("late-srp-answer", "wrong-password", late, wrongPassword);
    add("unknown-names-lock-out", "yes", sixthOfNobody, u"NotAuthorizedException: Password attempts exceeded"_s);
    add("unknown-names-lock-out", "no", sixthOfNobody, wrongPassword);
    add("revoke-unknown-token", "accept", revokeUnknown, QString());
    add("revoke-unknown-token", "refuse", revokeUnknown, u"InvalidParameterException: Invalid Refresh Token."_s);
    add("sign-up-check-order", "password-first", takenNameAndBadPassword, u"InvalidPasswordException"_s);
    add("sign-up-check-order", "name-first", takenNameAndBadPassword, u"UsernameExistsException"_s);
    add("alias-exists-text", "seen", takenAlias,
        u"AliasExistsException: An account with the given email already exists."_s);
    add("alias-exists-text", "documented", takenAlias,
        u"AliasExistsException: An account with the email already exists."_s);
    const Act nobody = [](TestWorld &w) { return confirm(w, w.hidden, u"ghost"_s, u"1"_s); };
    add("confirm-hidden-user", "expired", nobody, expired);
    add("confirm-hidden-user", "mismatch", nobody, mismatch);
    const Act disabledResend = [](TestWorld &w) {
        return resend(w, w.names, w.changed(w.namesPool, w.signUp(w.names, w.newName()), [](UserRecord &user) {
            user.enabled = false;
        }));
    };
    add("disabled-user-confirmation", "refuse", disabledResend, disabledUser);
    add("disabled-user-confirmation", "ignore", disabledResend, QString());
    add("former-code", "replaced", confirmedByTheFormer, mismatch);
    add("former-code", "valid", confirmedByTheFormer, QString());
    const Act address = [](TestWorld &w) { return claimIsText(w, u"address"_s, u"1 Main Street"_s); };
    add("address-claim", "object", address, u"not text"_s);
    add("address-claim", "text", address, u"text"_s);
    const Act updatedAt = [](TestWorld &w) { return claimIsText(w, u"updated_at"_s, u"1700000000"_s); };
    add("updated-at-claim", "number", updatedAt, u"not text"_s);
    add("updated-at-claim", "text", updatedAt, u"text"_s);
    const Act typed = [](TestWorld &w) {
        const auto tokens = w.tokens(w.names, w.confirmed(w.names, w.newName()));
        return typeIn(*tokens.idToken) + typeIn(*tokens.accessToken);
    };
    add("token-type-header", "absent", typed, QString());
    add("token-type-header", "present", typed, u"JWTJWT"_s);
    const Act forgetful = [](TestWorld &w) {
        return forgot(w, w.names, w.signUp(w.names, w.newName())).section(u':', 0, 0);
    };
    add("refresh-token-form", "encrypted", refreshTokenParts, u"5"_s);
    add("refresh-token-form", "opaque", refreshTokenParts, u"1"_s);
    add("partial-password-policy", "others-off", rulesOfPartialPolicy, u"6 characters"_s);
    add("partial-password-policy", "others-on", rulesOfPartialPolicy, u"6 characters, a capital letter, a symbol"_s);
    add("developer-only-names", "dev-custom", developerOnlyNames, u"dev:custom:level dev:custom:rank"_s);
    add("developer-only-names", "custom", developerOnlyNames, u"custom:level custom:rank"_s);
    add("two-client-secrets", "both", withTheOlderSecret, QString());
    add("two-client-secrets", "newest", withTheOlderSecret,
        u"NotAuthorizedException, NotAuthorizedException, UnauthorizedException"_s);
    add("forgot-password-unconfirmed", "refuse", forgetful, u"InvalidParameterException"_s);
    add("forgot-password-unconfirmed", "pretend", forgetful, QString());
    for (const auto &[value, times] : {std::pair{"5", 5}, {"10", 10}, {"20", 20}}) {
        add(
            "forgot-password-attempts", value,
            [t = times](TestWorld &w) { return forgotFor(w, t - 1) + forgotFor(w, t); }, limit);
    }
    add("password-reset-confirms-user", "yes", statusAfterReset, u"CONFIRMED"_s);
    add("password-reset-confirms-user", "no", statusAfterReset, u"UNCONFIRMED"_s);
    add("update-pool-missing-members", "reset", updated, u"reset"_s);
    add("update-pool-missing-members", "keep", updated, u"kept"_s);
    add("list-users-missing-attribute", "refuse", missingAttribute, u"InvalidParameterException"_s);
    add("list-users-missing-attribute", "leave-out", missingAttribute, QString());
    const Act resetRequired = [](TestWorld &w) {
        return tokenOf(w, [](TestWorld &world, const QString &name) {
            world.bench.call(idp::AdminResetUserPasswordRequest{.userPoolId = world.namesPool, .username = name});
        });
    };
    add("token-operations-check-status", "yes", resetRequired, mustReset);
    add("token-operations-check-status", "no", resetRequired, QString());
    const Act disabled = [](TestWorld &w) {
        return tokenOf(w, [](TestWorld &world, const QString &name) {
            world.bench.call(idp::AdminDisableUserRequest{.userPoolId = world.namesPool, .username = name});
        });
    };
    add("disabled-user-token", "disabled", disabled, disabledUser);
    add("disabled-user-token", "revoked", disabled, u"NotAuthorizedException: Access Token has been revoked"_s);
    add("rotation-trigger-source", "refresh-tokens", triggerOfRotation, u"TokenGeneration_RefreshTokens"_s);
    add("rotation-trigger-source", "authentication", triggerOfRotation, u"TokenGeneration_Authentication"_s);
    add("rotation-with-refresh-flow", "accept", rotatingWithRefreshFlow, QString());
    add("rotation-with-refresh-flow", "refuse", rotatingWithRefreshFlow,
        u"InvalidParameterException: Refresh token rotation cannot be enabled together with ALLOW_REFRESH_TOKEN_AUTH."_s);
    add("reused-refresh-token", "refuse", afterReuse, QString());
    add("reused-refresh-token", "revoke", afterReuse, u"NotAuthorizedException: Access Token has been revoked"_s);
    add("get-tokens-without-rotation", "accept", tokensWithoutRotation, QString());
    add("get-tokens-without-rotation", "refuse", tokensWithoutRotation,
        u"NotAuthorizedException: Invalid Refresh Token."_s);
    add("change-password-without-previous", "wrong-password", withoutPrevious, wrongPassword);
    add("change-password-without-previous", "missing-parameter", withoutPrevious,
        u"InvalidParameterException: Missing required parameter PreviousPassword"_s);
    add("change-password-check-order", "previous-first", wrongPreviousAndBadPassword, u"NotAuthorizedException"_s);
    add("change-password-check-order", "policy-first", wrongPreviousAndBadPassword, u"InvalidPasswordException"_s);
    const Act firstValue = [](TestWorld &w) { return attributeWritten(w, {}, u"1"_s); };
    add("immutable-attribute-write", "refuse-always", firstValue, u"InvalidParameterException"_s);
    add("immutable-attribute-write", "refuse-change", firstValue, QString());
    add("same-address-written", "keeps-verified", sameAddressWritten, u"no code"_s);
    add("same-address-written", "unverifies", sameAddressWritten, u"a code"_s);
    add("alias-taken-on-update", "at-verification", takenAddressWritten, QString());
    add("alias-taken-on-update", "at-once", takenAddressWritten, u"AliasExistsException"_s);
    add("pending-address-resend", "pending", codeWhileWaiting, u"new@example.com"_s);
    add("pending-address-resend", "current", codeWhileWaiting, u"old@example.com"_s);
    add("admin-sign-in-hides-users", "yes", administratorAsksForNobody, wrongPassword);
    add("admin-sign-in-hides-users", "no", administratorAsksForNobody, noSuchUser);
    add("admin-reset-unconfirmed", "refuse", resetOfUnconfirmed,
        u"NotAuthorizedException: User password cannot be reset in the current state."_s);
    add("admin-reset-unconfirmed", "reset", resetOfUnconfirmed, QString());
    add("update-group-missing-members", "keep", updatedGroup, u"kept"_s);
    add("update-group-missing-members", "reset", updatedGroup, u"reset"_s);
    add("last-client-secret", "refuse", lastSecretDeleted, u"InvalidParameterException"_s);
    add("last-client-secret", "delete", lastSecretDeleted, QString());
    add("secret-for-public-client", "refuse", secretForPublic, u"InvalidParameterException"_s);
    add("secret-for-public-client", "accept", secretForPublic, QString());
}

void TestOperationChoices::choice()
{
    QFETCH(const QString, name);
    QFETCH(const QString, value);
    QFETCH(const Act, act);
    m_tested.insert(name + u'=' + value);
    TestWorld world({{name, value}});
    QTEST(act(world), "expected");
}

void TestOperationChoices::allAreTested()
{
    if (m_tested.size() <= 1)
        QSKIP("Only when all rows ran.");
    for (const Choice &one : operationChoices()) {
        QVERIFY(!one.description.isEmpty() && !one.mark.isEmpty());
        for (const QString &value : one.values)
            QVERIFY2(m_tested.contains(QString(one.name) + u'=' + value), qPrintable(QString(one.name) + u'=' + value));
    }
}

QTEST_GUILESS_MAIN(TestOperationChoices)
#include "tst_operationchoices.moc"
