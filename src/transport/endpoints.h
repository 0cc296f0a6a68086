#pragma once

#include <QString>
#include <QStringList>
#include <QUrl>

namespace poolscope::transport {

// https://<service>.<region>.<the partition's suffix>, as the endpoint rules of cognito-idp, cognito-identity and sts
// say without FIPS and dual-stack. A region that no partition's pattern knows falls into "aws", as the rules
// have it. Empty where `region` cannot be part of a host name.
QUrl endpointFor(QStringView serviceId, QStringView region);

// The issuer of a user pool's tokens, https://cognito-idp.<region>.<suffix>/<userPoolId>; empty where the id has no region.
QUrl issuerFor(QStringView userPoolId);

// All that it may be: the one above, then issuer-cognito-idp.<region>.<suffix> (IssuerConfiguration). Empty likewise.
QStringList issuersFor(QStringView userPoolId);

// Where a service at `endpoint` publishes the keys of that pool: <endpoint>/<pool id>/.well-known/jwks.json.
QUrl keySetUrl(const QUrl &endpoint, QStringView userPoolId);

// "us-east-1_AbCdEf123" -> "us-east-1". Empty where the text is not a user pool id (pattern [\w-]+_[0-9a-zA-Z]+, at
// most 55 characters).
QString regionOfPoolId(QStringView userPoolId);

// False where both are known and differ: the pool lives in another region than the one being called.
bool regionMatchesPoolId(QStringView region, QStringView userPoolId);

} // namespace poolscope::transport
