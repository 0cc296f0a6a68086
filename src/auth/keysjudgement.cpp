#include "auth/keystest.h"

#include <QCoreApplication>

#include <algorithm>
#include <initializer_list>

namespace poolscope::auth {

namespace {

struct KeysTestText final
{
    Q_DECLARE_TR_FUNCTIONS(KeysTest)
};

using KeysOutcome = KeysTestResult::Outcome;

// The services say the same by different names: STS, and those that speak JSON.
bool isOneOf(const QString &code, std::initializer_list<QLatin1StringView> names)
{
    return std::find(names.begin(), names.end(), code) != names.end();
}

KeysTestResult unusableKeys(const QString &what, const QString &whatToDo, const Error &error)
{
    return {KeysOutcome::Unusable, what, whatToDo, error};
}

std::optional<KeysTestResult> judgeKeysThemselves(const Error &error)
{
    if (isOneOf(error.code,
                {QLatin1StringView("InvalidClientTokenId"), QLatin1StringView("UnrecognizedClientException")}))
        return unusableKeys(
            KeysTestText::tr("AWS does not know this access key."),
            KeysTestText::tr(
                "It may be deleted or inactive, of another partition, or its session token is missing or wrong."),
            error);
    if (isOneOf(error.code,
                {QLatin1StringView("SignatureDoesNotMatch"), QLatin1StringView("InvalidSignatureException")}))
        return unusableKeys(
            KeysTestText::tr("AWS does not accept the signature."),
            KeysTestText::tr("The secret access key does not belong to the access key ID, or the clock of "
                             "this computer is wrong."),
            error);
    if (isOneOf(error.code, {QLatin1StringView("ExpiredToken"), QLatin1StringView("ExpiredTokenException")}))
        return unusableKeys(
            KeysTestText::tr("The session token has expired."),
            KeysTestText::tr("Get new temporary keys and enter them here, or renew them where they come from."), error);
    return std::nullopt;
}

KeysTestResult judgePoolAnswer(const profiles::Connection &connection, const cognito::CallerIdentity &caller,
                               const Error &error)
{
    if (isOneOf(error.code, {QLatin1StringView("AccessDeniedException"), QLatin1StringView("AccessDenied")}))
        return {KeysOutcome::NotHere,
                caller.arn.isEmpty()
                    ? KeysTestText::tr("The AWS keys may not read this pool.")
                    : KeysTestText::tr("The AWS keys belong to %1, who may not read this pool.").arg(caller.arn),
                KeysTestText::tr("Allow %1 in the policy; to look up users, also cognito-idp:ListUsers.")
                    .arg(QStringLiteral("cognito-idp:DescribeUserPool")),
                error};
    if (error.code == QLatin1StringView("ResourceNotFoundException"))
        return {KeysOutcome::NotHere,
                caller.account.isEmpty()
                    ? KeysTestText::tr("The AWS keys are accepted, but there is no user pool %1.")
                          .arg(connection.userPoolId)
                    : KeysTestText::tr("The AWS keys belong to %1, but the account %2 has no user pool %3.")
                          .arg(caller.arn, caller.account, connection.userPoolId),
                KeysTestText::tr("Choose keys of the account that the pool belongs to, or correct the user pool ID."),
                error};
    const QString unseen =
        caller.arn.isEmpty()
            ? KeysTestText::tr("Whether the AWS keys may read this pool could not be seen: %1 (%2)")
                  .arg(error.message, error.code)
            : KeysTestText::tr("The AWS keys belong to %1. Whether they may read this pool could not be seen: %2 (%3)")
                  .arg(caller.arn, error.message, error.code);
    return {KeysOutcome::Unknown, unseen, {}, error};
}

} // namespace

KeysTestResult judgeKeysTest(const profiles::Connection &connection, const cognito::CallerIdentity &caller,
                             const std::optional<Error> &error)
{
    if (!error)
        return {KeysOutcome::Fine,
                caller.arn.isEmpty()
                    ? KeysTestText::tr("The AWS keys may read this pool.")
                    : KeysTestText::tr("The AWS keys belong to %1, and may read this pool.").arg(caller.arn),
                {},
                {}};
    // Nothing was sent: there are no keys.
    if (error->kind == Error::Kind::Validation || error->kind == Error::Kind::Storage)
        return unusableKeys(error->message, {}, *error);
    if (const auto themselves = judgeKeysThemselves(*error))
        return *themselves;
    if (!caller.arn.isEmpty() || error->operation != QLatin1StringView("GetCallerIdentity"))
        return judgePoolAnswer(connection, caller, *error);
    return {
        KeysOutcome::Unknown,
        KeysTestText::tr("Whose AWS keys these are could not be found out: %1 (%2)").arg(error->message, error->code),
        error->retryable ? KeysTestText::tr("Try again in a moment.") : QString(), *error};
}

} // namespace poolscope::auth
