#pragma once

#include "credentials/awsfiles.h"
#include "profiles/connection.h"
#include "transport/credentials.h"

#include <QProcessEnvironment>

#include <memory>

namespace poolscope::secrets {
class SecretStore;
}

namespace poolscope::credentials {

// What keys are taken from. The store outlives every source that is made from it.
struct KeyOrigins
{
    QProcessEnvironment environment;
    AwsFiles files;
    secrets::SecretStore *secrets = nullptr;
};

// The keys that the connection names; null where it names none. Files are read anew for every attempt, on another thread, so
// that what other programs write there counts at once; the keychain is asked once, until it succeeds.
std::unique_ptr<transport::CredentialsSource> makeKeySource(const profiles::Connection &connection,
                                                            const KeyOrigins &origins);

} // namespace poolscope::credentials
