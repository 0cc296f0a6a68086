#include "errors/errortable.h"
#include "errors/tables.h"

// What a signed-in user does with the own attributes.
namespace poolscope::sandbox::test {

using namespace Qt::StringLiterals;

namespace {

QString update(TestWorld &w, const QString &token, const QString &name, const QString &value)
{
    return verdict(w.bench.call(idp::UpdateUserAttributesRequest{
        .userAttributes = Names{{.name = name, .value = value}}, .accessToken = token}));
}

QString remove(TestWorld &w, const QString &token, const QString &name)
{
    return verdict(
        w.bench.call(idp::DeleteUserAttributesRequest{.userAttributeNames = QStringList{name}, .accessToken = token}));
}

QString askForCode(TestWorld &w, const QString &token, const QString &name = u"email"_s)
{
    return verdict(
        w.bench.call(idp::GetUserAttributeVerificationCodeRequest{.accessToken = token, .attributeName = name}));
}

QString verify(TestWorld &w, const QString &token, const QString &code, const QString &name = u"email"_s)
{
    return verdict(
        w.bench.call(idp::VerifyUserAttributeRequest{.accessToken = token, .attributeName = name, .code = code}));
}

// The token of a user of a pool whose e-mail address is required and whose custom:badge never changes; the client may
// write e-mail, name and the badge.
QString inStrictPool(TestWorld &w)
{
    const QString pool =
        w.bench.createPool({.schema = QList<idp::SchemaAttributeType>{
                                {.name = u"email"_s, .required = true},
                                {.name = u"badge"_s, .attributeDataType = u"String"_s, .mutable_ = false},
                                {.name = u"level"_s,
                                 .attributeDataType = u"Number"_s,
                                 .mutable_ = true,
                                 .numberAttributeConstraints =
                                     idp::NumberAttributeConstraintsType{.minValue = u"1"_s, .maxValue = u"9"_s}},
                                {.name = u"role"_s,
                                 .attributeDataType = u"String"_s,
                                 .mutable_ = true,
                                 .stringAttributeConstraints =
                                     idp::StringAttributeConstraintsType{.minLength = u"2"_s, .maxLength = u"4"_s}},
                                {.name = u"flag"_s, .attributeDataType = u"Boolean"_s, .mutable_ = true},
                                {.name = u"day"_s, .attributeDataType = u"DateTime"_s, .mutable_ = true},
                                {.name = u"staff"_s,
                                 .attributeDataType = u"String"_s,
                                 .developerOnlyAttribute = true,
                                 .mutable_ = true}}});
    const QString client =
        w.bench.createClient({.userPoolId = pool,
                              .writeAttributes = QStringList{u"email"_s, u"custom:badge"_s, u"custom:level"_s,
                                                             u"custom:role"_s, u"custom:flag"_s, u"custom:day"_s},
                              .explicitAuthFlows = QStringList{u"ALLOW_USER_PASSWORD_AUTH"_s}});
    w.bench.call(
        signUp(client, u"jane"_s, goodPassword,
               {{.name = u"email"_s, .value = u"j@example.com"_s}, {.name = u"custom:badge"_s, .value = u"7"_s}}));
    w.bench.call(idp::AdminConfirmSignUpRequest{.userPoolId = pool, .username = u"jane"_s});
    return *w.tokens(client, u"jane"_s).accessToken;
}

void updateErrors()
{
    const QString schema = u"InvalidParameterException: Attributes did not conform to the schema: "_s;
    const QString notWritable = u"NotAuthorizedException: A client attempted to write unauthorized attribute"_s;
    const auto strict = [](const char *name, const QString &attribute, const QString &value, const QString &expected) {
        row(
            name, [=](TestWorld &w) { return update(w, inStrictPool(w), attribute, value); }, expected);
    };
    strict("UpdateUserAttributes: unknown attribute", u"custom:x"_s, u"1"_s,
           schema + u"custom:x: Attribute does not exist in the schema."_s);
    strict("UpdateUserAttributes: not among WriteAttributes", u"nickname"_s, u"J"_s, notWritable);
    strict("UpdateUserAttributes: email_verified", u"email_verified"_s, u"true"_s, notWritable);
    strict("UpdateUserAttributes: sub", u"sub"_s, u"1"_s, notWritable);
    strict("UpdateUserAttributes: developers' attribute", u"dev:custom:staff"_s, u"1"_s, notWritable);
    strict("UpdateUserAttributes: immutable", u"custom:badge"_s, u"8"_s,
           u"InvalidParameterException: user.custom:badge: Attribute cannot be updated."_s);
    strict("UpdateUserAttributes: e-mail form", u"email"_s, u"jane"_s,
           u"InvalidParameterException: Invalid email address format."_s);
    strict("UpdateUserAttributes: required one blank", u"email"_s, QString(),
           schema + u"email: The attribute is required"_s);
    strict("UpdateUserAttributes: no number", u"custom:level"_s, u"high"_s,
           u"InvalidParameterException: Type for attribute {custom:level} could not be determined"_s);
    strict("UpdateUserAttributes: no boolean", u"custom:flag"_s, u"maybe"_s,
           u"InvalidParameterException: Type for attribute {custom:flag} could not be determined"_s);
    strict("UpdateUserAttributes: no time", u"custom:day"_s, u"soon"_s,
           u"InvalidParameterException: Type for attribute {custom:day} could not be determined"_s);
    strict("UpdateUserAttributes: number too large", u"custom:level"_s, u"10"_s,
           schema + u"custom:level: Number must be less than or equal to 9"_s);
    strict("UpdateUserAttributes: number too small", u"custom:level"_s, u"0"_s,
           schema + u"custom:level: Number must be greater than or equal to 1"_s);
    strict("UpdateUserAttributes: too short", u"custom:role"_s, u"a"_s,
           schema + u"custom:role: String must be longer than or equal to 2"_s);
    strict("UpdateUserAttributes: too long", u"custom:role"_s, u"abcde"_s,
           schema + u"custom:role: String must be shorter than or equal to 4"_s);
    row(
        "UpdateUserAttributes: phone form",
        [](TestWorld &w) { return update(w, w.token(), u"phone_number"_s, u"123"_s); },
        u"InvalidParameterException: Invalid phone number format."_s);
    row(
        "UpdateUserAttributes: another user's address",
        [](TestWorld &w) {
            const QString taken = w.newName() + u"@example.com"_s;
            w.confirmed(w.email, taken);
            const QString mine = w.confirmed(w.email, w.newName() + u"@example.com"_s);
            return update(w, *w.tokens(w.email, mine).accessToken, u"email"_s, taken);
        },
        u"AliasExistsException: An account with the given email already exists."_s);
}

void deleteErrors()
{
    row(
        "DeleteUserAttributes: unknown attribute", [](TestWorld &w) { return remove(w, w.token(), u"custom:x"_s); },
        u"InvalidParameterException: Attributes did not conform to the schema: custom:x: Attribute does not exist in "
        "the schema."_s);
    row(
        "DeleteUserAttributes: not writable", [](TestWorld &w) { return remove(w, w.token(), u"email_verified"_s); },
        u"NotAuthorizedException: A client attempted to write unauthorized attribute"_s);
    row(
        "DeleteUserAttributes: required", [](TestWorld &w) { return remove(w, inStrictPool(w), u"email"_s); },
        u"InvalidParameterException: Attributes did not conform to the schema: email: The attribute is required"_s);
    row(
        "DeleteUserAttributes: immutable", [](TestWorld &w) { return remove(w, inStrictPool(w), u"custom:badge"_s); },
        u"InvalidParameterException: user.custom:badge: Attribute cannot be updated."_s);
}

void verificationErrors_data()
{
    row(
        "GetUserAttributeVerificationCode: no address",
        [](TestWorld &w) { return askForCode(w, w.token(), u"phone_number"_s); },
        u"InvalidParameterException: The user has no phone_number to verify."_s);
    row(
        "GetUserAttributeVerificationCode: no kind of address",
        [](TestWorld &w) { return askForCode(w, w.token(), u"name"_s); },
        u"InvalidParameterException: Attribute name cannot be verified."_s);
    row(
        "GetUserAttributeVerificationCode: sixth in an hour",
        [](TestWorld &w) {
            const QString token = w.token();
            for (int i = 0; i < 5; ++i)
                askForCode(w, token);
            return askForCode(w, token);
        },
        limit);
    row(
        "VerifyUserAttribute: never requested", [](TestWorld &w) { return verify(w, w.token(), u"123456"_s); },
        expired);
    row(
        "VerifyUserAttribute: wrong code",
        [](TestWorld &w) {
            const QString token = w.token();
            askForCode(w, token);
            return verify(w, token, other(w.bench.lastCode()));
        },
        mismatch);
    row(
        "VerifyUserAttribute: code after a day",
        [](TestWorld &w) {
            const QString name = w.confirmed(w.names, w.newName());
            askForCode(w, *w.tokens(w.names, name).accessToken);
            const QString code = w.bench.lastCode();
            w.bench.advance(24 * 3'600'000);
            return verify(w, *w.tokens(w.names, name).accessToken, code);
        },
        expired);
    row(
        "VerifyUserAttribute: used code",
        [](TestWorld &w) {
            const QString token = w.token();
            askForCode(w, token);
            const QString code = w.bench.lastCode();
            return verify(w, token, code) + verify(w, token, code);
        },
        expired);
    row(
        "VerifyUserAttribute: code of a former address",
        [](TestWorld &w) {
            const QString token = w.token();
            update(w, token, u"phone_number"_s, u"+15550001111"_s);
            askForCode(w, token, u"phone_number"_s);
            const QString code = w.bench.lastCode();
            update(w, token, u"phone_number"_s, u"+15550002222"_s);
            return verify(w, token, code, u"phone_number"_s);
        },
        expired);
    row(
        "VerifyUserAttribute: no kind of address",
        [](TestWorld &w) { return verify(w, w.token(), u"123456"_s, u"name"_s); },
        u"InvalidParameterException: Attribute name cannot be verified."_s);
    row(
        "VerifyUserAttribute: sixteenth try in an hour",
        [](TestWorld &w) {
            const QString token = w.token();
            askForCode(w, token);
            const QString code = w.bench.lastCode();
            for (int i = 0; i < 15; ++i)
                verify(w, token, other(code));
            return verify(w, token, code);
        },
        limit);
    row(
        "VerifyUserAttribute: alias taken",
        [](TestWorld &w) {
            const QString first = w.confirmed(w.alias, w.newName());
            const QString second = w.confirmed(w.alias, w.newName());
            const QString token = *w.tokens(w.alias, second).accessToken;
            update(w, token, u"email"_s, first + u"@example.com"_s);
            return verify(w, token, w.bench.lastCode());
        },
        u"AliasExistsException: An account with the given email already exists."_s);
}

} // namespace

void ownAttributeErrors_data()
{
    updateErrors();
    deleteErrors();
    verificationErrors_data();
}

} // namespace poolscope::sandbox::test
