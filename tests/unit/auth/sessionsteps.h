#pragma once

#include "flowbench.h"
#include "model/codec.h"
#include "json/reader.h"

// The steps that tests of sessions begin with.
namespace poolscope::tests {

inline idp::AuthenticationResultType result(const FlowBench &bench, const QString &username, qint64 lifetime = 3600,
                                            const QString &refreshToken = {})
{
    const QString refresh = refreshToken.isEmpty() ? QStringLiteral("refresh-of-") + username : refreshToken;
    const auto document = json::read(tokensJson(username, bench.clock.nowSeconds(), lifetime, refresh));
    return model::decode<idp::InitiateAuthResponse>(document->root)->authenticationResult.value();
}

inline auth::Session *signIn(FlowBench &bench, const QString &username, qint64 lifetime = 3600)
{
    return bench.sessions->adopt(result(bench, username, lifetime), username);
}

inline const QString mira = QStringLiteral("mira");
inline const QString noah = QStringLiteral("noah");

} // namespace poolscope::tests
