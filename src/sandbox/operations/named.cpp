#include "sandbox/operations/named.h"

namespace poolscope::sandbox {

Outcome<Named> named(const Call &call, const std::optional<QString> &clientId, const std::optional<QString> &username,
                     const std::optional<QString> &secretHash)
{
    const auto context = clientOf(call, clientId);
    if (!context)
        return tl::unexpected(context.error());
    const QString name = username.value_or(QString());
    if (const auto fine = checkSecretHash(*context->client, name, secretHash, goodSecrets(call->services)); !fine)
        return tl::unexpected(fine.error());
    return Named{*context, findUser(call, *context->pool, name)};
}

} // namespace poolscope::sandbox
