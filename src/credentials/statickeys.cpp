#include "credentials/statickeys.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <optional>

namespace poolscope::credentials {

namespace {

using transport::SigningCredentials;

struct KeysText final
{
    Q_DECLARE_TR_FUNCTIONS(AwsKeys)
};

struct ChainProperty
{
    QLatin1StringView name;
    const char *text;
    bool besideKeys;                                // counts also where keys stand in the profile
    std::array<QLatin1StringView, 2> onlyWith = {}; // and then only where one of these stands there too; empty: always
};

// Without one of them, the SDKs take the rest for a session that other profiles use.
constexpr std::array ssoNames{QLatin1StringView("sso_account_id"), QLatin1StringView("sso_role_name")};

// In the order in which the SDKs look. Where keys stand, a source of other keys counts only together with a role. For the
// AWS CLI, keys in the credentials file count more than a program.
constexpr std::array chainProperties{
    ChainProperty{QLatin1StringView("role_arn"),
                  QT_TRANSLATE_NOOP("AwsKeys", "The profile %1 takes on a role (%2), which this version of Poolscope "
                                               "does not do. Choose a profile that has keys itself."),
                  true},
    ChainProperty{QLatin1StringView("source_profile"),
                  QT_TRANSLATE_NOOP("AwsKeys",
                                    "The profile %1 uses the keys of another one (%2), which this version of "
                                    "Poolscope does not do. Choose a profile that has keys itself."),
                  false},
    ChainProperty{QLatin1StringView("credential_source"),
                  QT_TRANSLATE_NOOP("AwsKeys",
                                    "The profile %1 takes its keys from elsewhere (%2), which this version of "
                                    "Poolscope does not do. Choose a profile that has keys itself."),
                  false},
    ChainProperty{QLatin1StringView("web_identity_token_file"),
                  QT_TRANSLATE_NOOP("AwsKeys",
                                    "The profile %1 uses a web identity (%2), which this version of Poolscope "
                                    "does not do. Choose a profile that has keys itself."),
                  true},
    ChainProperty{QLatin1StringView("sso_session"),
                  QT_TRANSLATE_NOOP("AwsKeys",
                                    "The profile %1 signs in through IAM Identity Center (%2), which this "
                                    "version of Poolscope does not do. Choose a profile that has keys itself."),
                  true, ssoNames},
    ChainProperty{QLatin1StringView("sso_start_url"),
                  QT_TRANSLATE_NOOP("AwsKeys",
                                    "The profile %1 signs in through IAM Identity Center (%2), which this "
                                    "version of Poolscope does not do. Choose a profile that has keys itself."),
                  true, ssoNames},
    ChainProperty{QLatin1StringView("login_session"),
                  QT_TRANSLATE_NOOP("AwsKeys",
                                    "The profile %1 signs in through the console (%2), which this version of "
                                    "Poolscope does not do. Choose a profile that has keys itself."),
                  true},
    ChainProperty{QLatin1StringView("credential_process"),
                  QT_TRANSLATE_NOOP("AwsKeys", "The profile %1 asks a program for its keys (%2), which this version of "
                                               "Poolscope does not do. Choose a profile that has keys itself."),
                  false},
};

bool countsBesideKeys(const ChainProperty &property, const AwsProfile &profile)
{
    const auto stands = [&profile](QLatin1StringView name) { return profile.contains(QString(name)); };
    const bool isUnconditional = property.onlyWith.front().isEmpty();
    return property.besideKeys && (isUnconditional || std::ranges::any_of(property.onlyWith, stands));
}

tl::unexpected<Error> noKeys(const QString &sentence)
{
    return failure(Error::validation(QString(missingCredentials), sentence));
}

// What may stand in a header line, and nothing that could begin another one.
bool isKeyText(const QString &text)
{
    return std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c > u' ' && c <= u'~' && c != u'"'; });
}

// It is also a part of the signature's scope, between slashes and commas.
bool isKeyId(const QString &text)
{
    return std::all_of(text.cbegin(), text.cend(),
                       [](QChar c) { return c.unicode() < 128 && (c.isLetterOrNumber() || c == u'_' || c == u'-'); });
}

QString oddCharactersText(KeyPart part)
{
    switch (part) {
    case KeyPart::AccessKeyId:
        return KeysText::tr("The access key ID holds characters that none has, such as quotation marks or blanks.");
    case KeyPart::SecretAccessKey:
        return KeysText::tr("The secret access key holds characters that none has, such as quotation marks or blanks.");
    case KeyPart::SessionToken:
        return KeysText::tr("The session token holds characters that none has, such as quotation marks or blanks.");
    }
    return {};
}

std::optional<KeyProblem> oddCharactersIn(const SigningCredentials &keys)
{
    if (!isKeyId(keys.accessKeyId))
        return KeyProblem{KeyPart::AccessKeyId, oddCharactersText(KeyPart::AccessKeyId)};
    if (!isKeyText(keys.secretAccessKey))
        return KeyProblem{KeyPart::SecretAccessKey, oddCharactersText(KeyPart::SecretAccessKey)};
    if (!isKeyText(keys.sessionToken))
        return KeyProblem{KeyPart::SessionToken, oddCharactersText(KeyPart::SessionToken)};
    return std::nullopt;
}

} // namespace

Result<SigningCredentials> keysOfEnvironment(const QProcessEnvironment &environment)
{
    const SigningCredentials keys{environment.value(QStringLiteral("AWS_ACCESS_KEY_ID")),
                                  environment.value(QStringLiteral("AWS_SECRET_ACCESS_KEY")),
                                  environment.value(QStringLiteral("AWS_SESSION_TOKEN"))};
    const QString text = KeysText::tr("The environment variable %1 is not set where Poolscope was started.");
    if (keys.accessKeyId.isEmpty())
        return noKeys(text.arg(QStringLiteral("AWS_ACCESS_KEY_ID")));
    if (keys.secretAccessKey.isEmpty())
        return noKeys(text.arg(QStringLiteral("AWS_SECRET_ACCESS_KEY")));
    if (const auto odd = oddCharactersIn(keys))
        return noKeys(odd->text);
    return keys;
}

Result<SigningCredentials> keysOfProfile(const AwsProfiles &profiles, const QString &name)
{
    const auto found = profiles.constFind(name);
    if (found == profiles.cend())
        return noKeys(KeysText::tr("There is no profile %1 in the AWS configuration files.").arg(name));
    const AwsProfile &profile = *found;
    const SigningCredentials keys{profile.value(QStringLiteral("aws_access_key_id")),
                                  profile.value(QStringLiteral("aws_secret_access_key")),
                                  profile.value(QStringLiteral("aws_session_token"))};
    const bool hasKeys = !keys.accessKeyId.isEmpty() && !keys.secretAccessKey.isEmpty();
    for (const ChainProperty &property : chainProperties) {
        if (profile.contains(QString(property.name)) && (!hasKeys || countsBesideKeys(property, profile)))
            return noKeys(KeysText::tr(property.text).arg(name, property.name));
    }
    if (keys.accessKeyId.isEmpty() && keys.secretAccessKey.isEmpty())
        return noKeys(KeysText::tr("The profile %1 has no keys.").arg(name));
    if (keys.accessKeyId.isEmpty())
        return noKeys(KeysText::tr("The profile %1 has no aws_access_key_id.").arg(name));
    if (keys.secretAccessKey.isEmpty())
        return noKeys(KeysText::tr("The profile %1 has no aws_secret_access_key.").arg(name));
    if (const auto odd = oddCharactersIn(keys))
        return noKeys(odd->text);
    return keys;
}

QList<KeyProblem> judgeKeys(const SigningCredentials &keys)
{
    QList<KeyProblem> problems;
    if (keys.accessKeyId.isEmpty())
        problems.append({KeyPart::AccessKeyId, KeysText::tr("Enter the access key ID.")});
    else if (!isKeyId(keys.accessKeyId))
        problems.append({KeyPart::AccessKeyId, oddCharactersText(KeyPart::AccessKeyId)});
    if (keys.secretAccessKey.isEmpty())
        problems.append({KeyPart::SecretAccessKey, KeysText::tr("Enter the secret access key.")});
    else if (!isKeyText(keys.secretAccessKey))
        problems.append({KeyPart::SecretAccessKey, oddCharactersText(KeyPart::SecretAccessKey)});
    // Access keys that begin with ASIA are temporary, and count only with their token.
    if (keys.sessionToken.isEmpty() && keys.accessKeyId.startsWith(u"ASIA"))
        problems.append(
            {KeyPart::SessionToken, KeysText::tr("This is a temporary access key: it needs its session token.")});
    else if (!isKeyText(keys.sessionToken))
        problems.append({KeyPart::SessionToken, oddCharactersText(KeyPart::SessionToken)});
    return problems;
}

QList<ProfileChoice> profileChoices(const AwsProfiles &profiles)
{
    QList<ProfileChoice> choices;
    for (auto profile = profiles.cbegin(); profile != profiles.cend(); ++profile) {
        const auto keys = keysOfProfile(profiles, profile.key());
        choices.append({profile.key(), keys ? QString() : keys.error().message});
    }
    return choices;
}

} // namespace poolscope::credentials
