#include "errors/errortable.h"
#include "errors/tables.h"

// What a signed-in user does with the own account.
namespace poolscope::sandbox::test {

using namespace Qt::StringLiterals;

namespace {

using TokenCall = std::function<QString(TestWorld &, const QString &token)>;

struct TokenOperation
{
    QString name;
    TokenCall call;
};

template<class Request>
TokenOperation operation(const Request &request)
{
    return {QString(Request::operation().name), [request](TestWorld &w, const QString &token) {
                Request filled = request;
                filled.accessToken = token;
                return verdict(w.bench.call(filled));
            }};
}

QList<TokenOperation> tokenOperations()
{
    return {operation(idp::GetUserRequest{}),
            operation(idp::GlobalSignOutRequest{}),
            operation(idp::ChangePasswordRequest{.previousPassword = goodPassword, .proposedPassword = otherPassword}),
            operation(idp::DeleteUserRequest{}),
            operation(idp::UpdateUserAttributesRequest{.userAttributes = Names{{.name = u"name"_s, .value = u"J"_s}}}),
            operation(idp::DeleteUserAttributesRequest{.userAttributeNames = QStringList{u"name"_s}}),
            operation(idp::GetUserAttributeVerificationCodeRequest{.attributeName = u"email"_s}),
            operation(idp::VerifyUserAttributeRequest{.attributeName = u"email"_s, .code = u"123456"_s})};
}

struct TokenFault
{
    const char *name;
    std::function<QString(TestWorld &)> token; // a token that is refused
    QString expected;
};

// The token of a user whom something happened to.
std::function<QString(TestWorld &)> changedUser(std::function<void(UserRecord &)> change)
{
    return [change = std::move(change)](TestWorld &w) {
        const QString name = w.confirmed(w.names, w.newName());
        const QString token = *w.tokens(w.names, name).accessToken;
        w.changed(w.namesPool, name, change);
        return token;
    };
}

QString withChangedSignature(TestWorld &w)
{
    QString token = w.token();
    const qsizetype at = token.lastIndexOf(u'.') + 10;
    token[at] = token[at] == u'A' ? u'B' : u'A';
    return token;
}

QString afterAnHour(TestWorld &w)
{
    const QString token = w.token();
    w.bench.advance(3'600'000);
    return token;
}

QString signedOut(TestWorld &w)
{
    const QString token = w.token();
    w.bench.call(idp::GlobalSignOutRequest{.accessToken = token});
    return token;
}

QString ofDeletedUser(TestWorld &w)
{
    const QString token = w.token();
    w.bench.call(idp::DeleteUserRequest{.accessToken = token});
    return token;
}

QString ofDeletedClient(TestWorld &w)
{
    const QString client = w.bench.createClient(
        {.userPoolId = w.namesPool, .explicitAuthFlows = QStringList{u"ALLOW_USER_PASSWORD_AUTH"_s}});
    const QString token = *w.tokens(client, w.confirmed(w.names, w.newName())).accessToken;
    w.bench.call(idp::DeleteUserPoolClientRequest{.userPoolId = w.namesPool, .clientId = client});
    return token;
}

QString ofDeletedPool(TestWorld &w)
{
    const QString pool = w.bench.createPool();
    const QString client =
        w.bench.createClient({.userPoolId = pool, .explicitAuthFlows = QStringList{u"ALLOW_USER_PASSWORD_AUTH"_s}});
    w.bench.call(signUp(client, u"jane"_s));
    w.bench.call(idp::AdminConfirmSignUpRequest{.userPoolId = pool, .username = u"jane"_s});
    const QString token = *w.tokens(client, u"jane"_s).accessToken;
    w.bench.call(idp::DeleteUserPoolRequest{.userPoolId = pool});
    return token;
}

QList<TokenFault> tokenFaults()
{
    const QString refused = u"NotAuthorizedException: "_s;
    const auto status = [](const QString &wanted) {
        return changedUser([wanted](UserRecord &user) { user.status = wanted; });
    };
    return {
        {"no token", [](TestWorld &) { return u"abc"_s; }, refused + u"Invalid Access Token"_s},
        {"ID token", [](TestWorld &w) { return *w.tokens(w.names, w.confirmed(w.names, w.newName())).idToken; },
         refused + u"Invalid Access Token"_s},
        {"token of a deleted pool", ofDeletedPool, refused + u"Invalid Access Token"_s},
        {"changed token", withChangedSignature, refused + u"Could not verify signature for Access Token"_s},
        {"after an hour", afterAnHour, refused + u"Access Token has expired"_s},
        {"signed out", signedOut, refused + u"Access Token has been revoked"_s},
        {"without the scope", [](TestWorld &w) { return w.withScope(w.token(), u"openid"_s); },
         refused + u"Access Token does not have required scopes"_s},
        {"user disabled", changedUser([](UserRecord &user) { user.enabled = false; }), disabledUser},
        {"password to be reset", status(u"RESET_REQUIRED"_s), mustReset},
        {"user not confirmed", status(u"UNCONFIRMED"_s), u"UserNotConfirmedException: User is not confirmed."_s},
        {"user deleted", ofDeletedUser, noSuchUser},
        {"token of a deleted client", ofDeletedClient, u"ResourceNotFoundException: User pool client "_s},
    };
}

QString changePassword(TestWorld &w, const QString &token, const QString &from, const QString &to)
{
    return verdict(w.bench.call(
        idp::ChangePasswordRequest{.previousPassword = from, .proposedPassword = to, .accessToken = token}));
}

// The token of a user of a pool that remembers three passwords.
QString inPoolWithHistory(TestWorld &w)
{
    const QString pool =
        w.bench.createPool({.policies = idp::UserPoolPolicyType{.passwordPolicy = idp::PasswordPolicyType{
                                                                    .minimumLength = 8, .passwordHistorySize = 3}}});
    const QString client =
        w.bench.createClient({.userPoolId = pool, .explicitAuthFlows = QStringList{u"ALLOW_USER_PASSWORD_AUTH"_s}});
    w.bench.call(signUp(client, u"jane"_s));
    w.bench.call(idp::AdminConfirmSignUpRequest{.userPoolId = pool, .username = u"jane"_s});
    return *w.tokens(client, u"jane"_s).accessToken;
}

} // namespace

void accessTokenErrors_data()
{
    for (const TokenOperation &operation : tokenOperations()) {
        for (const TokenFault &fault : tokenFaults()) {
            row((operation.name + u": "_s + QString::fromLatin1(fault.name)).toUtf8(),
                [=](TestWorld &w) {
                    const QString got = operation.call(w, fault.token(w));
                    return got.startsWith(u"ResourceNotFound"_s) ? got.section(u' ', 0, 3) + u' ' : got;
                },
                fault.expected);
        }
    }
}

void ownAccountErrors_data()
{
    row(
        "ChangePassword: wrong previous password",
        [](TestWorld &w) { return changePassword(w, w.token(), u"Wr0ng-one"_s, otherPassword); }, wrongPassword);
    row(
        "ChangePassword: previous password left out",
        [](TestWorld &w) {
            return verdict(
                w.bench.call(idp::ChangePasswordRequest{.proposedPassword = otherPassword, .accessToken = w.token()}));
        },
        wrongPassword);
    row(
        "ChangePassword: too short for the policy",
        [](TestWorld &w) { return changePassword(w, w.token(), goodPassword, u"Sh0rt!"_s); },
        policy + u"Password not long enough"_s);
    row(
        "ChangePassword: without a digit",
        [](TestWorld &w) { return changePassword(w, w.token(), goodPassword, u"No-digits"_s); },
        policy + u"Password must have numeric characters"_s);
    row(
        "ChangePassword: with an outer blank",
        [](TestWorld &w) { return changePassword(w, w.token(), goodPassword, u" Passw0rd!2"_s); },
        u"InvalidParameterException: 1 validation error detected: Value at 'proposedPassword' failed to satisfy "
        "constraint: Member must satisfy regular expression pattern: ^[\\S]+.*[\\S]+$"_s);
    row(
        "ChangePassword: sixth in an hour",
        [](TestWorld &w) {
            const QString token = w.token();
            for (int i = 0; i < 5; ++i)
                changePassword(w, token, u"Wr0ng-one"_s, otherPassword);
            return changePassword(w, token, goodPassword, otherPassword);
        },
        limit);
    const QString reused = u"PasswordHistoryPolicyViolationException: Password has previously been used."_s;
    row(
        "ChangePassword: the same password, with a history",
        [](TestWorld &w) { return changePassword(w, inPoolWithHistory(w), goodPassword, goodPassword); }, reused);
    row(
        "ChangePassword: the one before, with a history",
        [](TestWorld &w) {
            const QString token = inPoolWithHistory(w);
            changePassword(w, token, goodPassword, otherPassword);
            return changePassword(w, token, otherPassword, goodPassword);
        },
        reused);
}

} // namespace poolscope::sandbox::test
