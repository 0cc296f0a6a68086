#pragma once

#include "core/result.h"
#include "credentials/awsprofiles.h"
#include "transport/sigv4.h"

#include <QList>
#include <QProcessEnvironment>
#include <QString>

namespace poolscope::credentials {

// The code (kind Validation) of every error that says which keys are missing, or why they cannot be had; its message is one
// translated sentence without anything secret.
inline constexpr QLatin1StringView missingCredentials{"MissingCredentials"};

// AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN.
Result<transport::SigningCredentials> keysOfEnvironment(const QProcessEnvironment &environment);

// The keys that stand in the profile itself. A profile that takes on a role, signs in (IAM Identity Center, console) or asks
// a program has none of its own that would count for the AWS SDKs: it is refused by name.
Result<transport::SigningCredentials> keysOfProfile(const AwsProfiles &profiles, const QString &name);

// What is wrong with keys that were typed in; empty: nothing.
enum class KeyPart { AccessKeyId, SecretAccessKey, SessionToken };
struct KeyProblem
{
    KeyPart part = KeyPart::AccessKeyId;
    QString text; // one translated sentence
};
QList<KeyProblem> judgeKeys(const transport::SigningCredentials &keys);

struct ProfileChoice
{
    QString name;
    QString problem; // why its keys cannot be used, translated; empty: they can
};
QList<ProfileChoice> profileChoices(const AwsProfiles &profiles); // by name

} // namespace poolscope::credentials
