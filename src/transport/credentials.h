#pragma once

#include "core/result.h"
#include "transport/sigv4.h"

#include <QObject>

#include <functional>

namespace poolscope::transport {

// Where the keys for signed operations come from. Asked for every attempt, so that it may refresh them.
class CredentialsSource
{
public:
    using Handler = std::function<void(Result<SigningCredentials>)>;

    virtual ~CredentialsSource() = default;

    // The handler runs once, later, on the context's thread; never if the context is gone.
    virtual void credentials(QObject *context, Handler handler) = 0;
};

class FixedCredentials final : public CredentialsSource
{
public:
    explicit FixedCredentials(SigningCredentials credentials);

    void credentials(QObject *context, Handler handler) override;

private:
    SigningCredentials m_credentials;
};

} // namespace poolscope::transport
