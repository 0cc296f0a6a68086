#include "errors/errortable.h"

namespace poolscope::sandbox::test {

using namespace Qt::StringLiterals;

const QString wrongPassword = u"NotAuthorizedException: Incorrect username or password."_s;
const QString noSuchUser = u"UserNotFoundException: User does not exist."_s;
const QString noSuchCombination = u"UserNotFoundException: Username/client id combination not found."_s;
const QString mismatch = u"CodeMismatchException: Invalid verification code provided, please try again."_s;
const QString expired = u"ExpiredCodeException: Invalid code provided, please request a code again."_s;
const QString limit = u"LimitExceededException: Attempt limit exceeded, please try after some time."_s;
const QString policy = u"InvalidPasswordException: Password did not conform with policy: "_s;
const QString unknownClient = u"ResourceNotFoundException: User pool client nobody does not exist."_s;
const QString unknownPool = u"ResourceNotFoundException: User pool us-east-1_000000000 does not exist."_s;
const QString disabledUser = u"NotAuthorizedException: User is disabled."_s;
const QString mustReset = u"PasswordResetRequiredException: Password reset required for the user"_s;

idp::SignUpRequest signUp(const QString &client, const QString &name, const QString &password, const Names &attributes)
{
    return {.clientId = client, .username = name, .password = password, .userAttributes = attributes};
}

QString confirm(TestWorld &w, const QString &client, const QString &name, const QString &code)
{
    return verdict(
        w.bench.call(idp::ConfirmSignUpRequest{.clientId = client, .username = name, .confirmationCode = code}));
}

QString resend(TestWorld &w, const QString &client, const QString &name)
{
    return verdict(w.bench.call(idp::ResendConfirmationCodeRequest{.clientId = client, .username = name}));
}

QString forgot(TestWorld &w, const QString &client, const QString &name)
{
    return verdict(w.bench.call(idp::ForgotPasswordRequest{.clientId = client, .username = name}));
}

QString confirmForgot(TestWorld &w, const QString &client, const QString &name, const QString &code,
                      const QString &password)
{
    return verdict(w.bench.call(idp::ConfirmForgotPasswordRequest{
        .clientId = client, .username = name, .confirmationCode = code, .password = password}));
}

QString initiate(TestWorld &w, const QString &client, const QString &flow, const QMap<QString, QString> &parameters)
{
    return verdict(
        w.bench.call(idp::InitiateAuthRequest{.authFlow = flow, .authParameters = parameters, .clientId = client}));
}

QString other(const QString &code)
{
    return code == u"000000"_s ? u"000001"_s : u"000000"_s;
}

} // namespace poolscope::sandbox::test
