#include "errors/errortable.h"

// Pools, clients and administrators' operations.
namespace poolscope::sandbox::test {

using namespace Qt::StringLiterals;

void administratorErrors_data()
{
    const QString nowhere = u"us-east-1_000000000"_s;
    row(
        "DescribeUserPool: unknown pool",
        [=](TestWorld &w) { return verdict(w.bench.call(idp::DescribeUserPoolRequest{.userPoolId = nowhere})); },
        unknownPool);
    row(
        "DeleteUserPool: protected",
        [](TestWorld &w) {
            const QString pool = w.bench.createPool({.deletionProtection = u"ACTIVE"_s});
            return verdict(w.bench.call(idp::DeleteUserPoolRequest{.userPoolId = pool}));
        },
        u"InvalidParameterException: The user pool cannot be deleted because deletion protection is activated. "
        u"Deletion "
        "protection must be inactivated first."_s);
    row(
        "CreateUserPool: MFA",
        [](TestWorld &w) {
            return verdict(w.bench.call(idp::CreateUserPoolRequest{.poolName = u"p"_s, .mfaConfiguration = u"ON"_s}));
        },
        u"NotSimulatedException: The sandbox does not simulate MfaConfiguration ON."_s);
    row(
        "DescribeUserPoolClient: of another pool",
        [](TestWorld &w) {
            return verdict(
                       w.bench.call(idp::DescribeUserPoolClientRequest{.userPoolId = w.emailPool, .clientId = w.names}))
                .remove(w.names);
        },
        u"ResourceNotFoundException: User pool client  does not exist."_s);
    row(
        "AdminGetUser: unknown pool",
        [=](TestWorld &w) {
            return verdict(w.bench.call(idp::AdminGetUserRequest{.userPoolId = nowhere, .username = u"a"_s}));
        },
        unknownPool);
    row(
        "AdminGetUser: unknown user",
        [](TestWorld &w) {
            return verdict(w.bench.call(idp::AdminGetUserRequest{.userPoolId = w.namesPool, .username = u"ghost"_s}));
        },
        noSuchUser);
    row(
        "AdminConfirmSignUp: already confirmed",
        [](TestWorld &w) {
            const QString name = w.confirmed(w.names, w.newName());
            return verdict(w.bench.call(idp::AdminConfirmSignUpRequest{.userPoolId = w.namesPool, .username = name}));
        },
        u"NotAuthorizedException: User cannot be confirmed. Current status is CONFIRMED"_s);
    row(
        "AdminSetUserPassword: policy",
        [](TestWorld &w) {
            const QString name = w.confirmed(w.names, w.newName());
            return verdict(w.bench.call(idp::AdminSetUserPasswordRequest{
                .userPoolId = w.namesPool, .username = name, .password = u"PASSWORD"_s, .permanent = true}));
        },
        policy + u"Password must have lowercase characters"_s);
    row(
        "AdminCreateUser: name taken",
        [](TestWorld &w) {
            const QString name = w.confirmed(w.names, w.newName());
            return verdict(w.bench.call(idp::AdminCreateUserRequest{.userPoolId = w.namesPool, .username = name}));
        },
        u"UsernameExistsException: User account already exists"_s);
    row(
        "AdminCreateUser: mail without an address",
        [](TestWorld &w) {
            return verdict(
                w.bench.call(idp::AdminCreateUserRequest{.userPoolId = w.namesPool,
                                                         .username = w.newName(),
                                                         .desiredDeliveryMediums = QStringList{u"EMAIL"_s}}));
        },
        u"InvalidParameterException: No email provided but desired delivery medium was Email"_s);
    row(
        "AdminCreateUser: resend to a confirmed user",
        [](TestWorld &w) {
            const QString name = w.confirmed(w.names, w.newName());
            return verdict(w.bench.call(idp::AdminCreateUserRequest{
                               .userPoolId = w.namesPool, .username = name, .messageAction = u"RESEND"_s}))
                .remove(name);
        },
        u"UnsupportedUserStateException: Resend not possible.  status is not FORCE_CHANGE_PASSWORD"_s);
    row(
        "AdminCreateUser: resend to nobody",
        [](TestWorld &w) {
            return verdict(w.bench.call(idp::AdminCreateUserRequest{
                .userPoolId = w.namesPool, .username = u"ghost"_s, .messageAction = u"RESEND"_s}));
        },
        noSuchUser);
    row(
        "AdminDeleteUser: unknown user",
        [](TestWorld &w) {
            return verdict(
                w.bench.call(idp::AdminDeleteUserRequest{.userPoolId = w.namesPool, .username = u"ghost"_s}));
        },
        noSuchUser);
    row(
        "ListUsers: filter",
        [](TestWorld &w) {
            return verdict(w.bench.call(idp::ListUsersRequest{.userPoolId = w.namesPool, .filter = u"email"_s}));
        },
        u"InvalidParameterException: Error while parsing filter"_s);
    row(
        "ListUsers: custom attribute",
        [](TestWorld &w) {
            return verdict(
                w.bench.call(idp::ListUsersRequest{.userPoolId = w.namesPool, .filter = u"custom:foo = \"1\""_s}));
        },
        u"InvalidParameterException: Invalid search attribute: custom:foo"_s);
    row(
        "ListUsers: attribute that a user does not have",
        [](TestWorld &w) {
            const QString name = w.confirmed(w.names, w.newName());
            return verdict(w.bench.call(idp::ListUsersRequest{.userPoolId = w.namesPool,
                                                              .attributesToGet = QStringList{u"nickname"_s},
                                                              .filter = u"username = \""_s + name + u'"'}));
        },
        u"InvalidParameterException: One or more requested attributes do not exist: nickname."_s);
    row(
        "ListUsers: invented token",
        [](TestWorld &w) {
            return verdict(w.bench.call(idp::ListUsersRequest{.userPoolId = w.namesPool, .paginationToken = u"abc"_s}));
        },
        u"InvalidParameterException: Invalid pagination token"_s);
    row(
        "ConfirmSignUp: parameter that is not simulated",
        [](TestWorld &w) {
            return verdict(w.bench.call(idp::ConfirmSignUpRequest{
                .clientId = w.names, .username = u"a"_s, .confirmationCode = u"1"_s, .session = QString(30, u'x')}));
        },
        u"NotSimulatedException: The parameter Session of ConfirmSignUp is not simulated by this sandbox."_s);
}

} // namespace poolscope::sandbox::test
