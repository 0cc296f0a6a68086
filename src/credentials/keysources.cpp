#include "credentials/keysources.h"

#include "core/background.h"
#include "credentials/statickeys.h"
#include "credentials/storedkeys.h"
#include "secrets/secretstore.h"

#include <QCoreApplication>

namespace poolscope::credentials {

namespace {

using transport::CredentialsSource;
using transport::SigningCredentials;

struct KeySourceText final
{
    Q_DECLARE_TR_FUNCTIONS(AwsKeys)
};

class EnvironmentKeys final : public CredentialsSource
{
public:
    explicit EnvironmentKeys(const QProcessEnvironment &environment)
        : m_keys(keysOfEnvironment(environment))
    {
    }

    void credentials(QObject *context, Handler handler) override
    {
        QMetaObject::invokeMethod(
            context, [keys = m_keys, handler = std::move(handler)] { handler(keys); }, Qt::QueuedConnection);
    }

private:
    Result<SigningCredentials> m_keys;
};

class ProfileKeys final : public CredentialsSource
{
public:
    ProfileKeys(AwsFiles files, QString profile)
        : m_files(std::move(files))
        , m_profile(std::move(profile))
    {
    }

    void credentials(QObject *context, Handler handler) override
    {
        runInBackground(
            context,
            [files = m_files, profile = m_profile] {
                return readAwsFiles(files).and_then(
                    [&profile](const AwsProfiles &profiles) { return keysOfProfile(profiles, profile); });
            },
            std::move(handler));
    }

private:
    AwsFiles m_files;
    QString m_profile;
};

Result<SigningCredentials> keysKept(const Result<std::optional<QByteArray>> &kept)
{
    if (!kept)
        return failure(kept.error());
    const auto keys = *kept ? keysFromStored(**kept) : std::nullopt;
    if (!keys)
        return failure(Error::validation(
            QString(missingCredentials),
            KeySourceText::tr("The keychain has no AWS keys for this connection. Enter them once more.")));
    return *keys;
}

class KeptKeys final : public CredentialsSource
{
public:
    KeptKeys(secrets::SecretStore &secrets, QString key)
        : m_secrets(secrets)
        , m_key(std::move(key))
    {
    }

    void credentials(QObject *context, Handler handler) override
    {
        if (*m_known) {
            QMetaObject::invokeMethod(
                context, [keys = **m_known, handler = std::move(handler)] { handler(keys); }, Qt::QueuedConnection);
            return;
        }
        m_secrets.read(m_key, context,
                       [known = m_known, handler = std::move(handler)](const Result<std::optional<QByteArray>> &kept) {
                           const auto keys = keysKept(kept);
                           if (keys)
                               *known = *keys;
                           handler(keys);
                       });
    }

private:
    secrets::SecretStore &m_secrets;
    QString m_key;
    // Shared with requests under way, which may outlive this source.
    std::shared_ptr<std::optional<SigningCredentials>> m_known = std::make_shared<std::optional<SigningCredentials>>();
};

} // namespace

std::unique_ptr<CredentialsSource> makeKeySource(const profiles::Connection &connection, const KeyOrigins &origins)
{
    using Kind = profiles::KeySource::Kind;
    switch (connection.keys.kind) {
    case Kind::None:
        return {};
    case Kind::Environment:
        return std::make_unique<EnvironmentKeys>(origins.environment);
    case Kind::Profile:
        return std::make_unique<ProfileKeys>(origins.files, connection.keys.profile);
    case Kind::Kept:
        return std::make_unique<KeptKeys>(*origins.secrets, profiles::awsKeysKey(connection.id));
    }
    return {};
}

} // namespace poolscope::credentials
