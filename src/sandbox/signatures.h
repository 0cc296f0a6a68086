#pragma once

#include "httpserver/httpserver.h"
#include "sandbox/outcome.h"
#include "transport/sigv4.h"

#include <optional>

namespace poolscope::sandbox {

// The one key pair that check-signatures=verified takes. No secret: the README prints it.
transport::SigningCredentials sandboxKeys();

// Whether the text has the form of an AWS Signature Version 4 Authorization header.
bool isWellFormedSignature(QByteArrayView authorization);

// Why a request with a well-formed header was not signed with sandboxKeys() for cognito-idp in the region; nothing where
// it was. Host and every X-Amz- header have to be signed, so that none of them can be changed on the way; a session
// token is signed like any other header and not looked at, because the sandbox gives out none. How far the date lies off
// is signatureDateProblem's. The exceptions' names are recalled, the texts our own. Reentrant.
std::optional<ServiceError> unverifiedSignature(const httpserver::HttpRequest &request, const QString &region);

} // namespace poolscope::sandbox
