#pragma once

#include "profiles/connectionimport.h"

#include <QStringView>

#include <utility>

namespace poolscope::profiles {

// NAME=value lines, as dotenv files and shells have them: "export", quotation marks, comments. Lines that are none of it are passed
// over; nothing is expanded. In their order; of a name that stands twice, both. Pure.
QList<std::pair<QString, QString>> dotenvVariables(QStringView text);

// The user pools among them. There are no fixed names: a pool is a variable with POOL in its name and a pool's id in its
// value; its app client, secret and endpoint are those whose names are left the same when such words are taken out of
// them (STAGING_COGNITO_USER_POOL_ID and STAGING_COGNITO_CLIENT_ID; what a framework puts before them does not count).
// An endpoint must have COGNITO, IDP or AWS in its name. Stops at one more than `mostImported`.
QList<ImportedConnection> dotenvConnections(const QList<std::pair<QString, QString>> &variables);

} // namespace poolscope::profiles
