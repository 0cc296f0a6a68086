#pragma once

#include <QMap>
#include <QString>

namespace poolscope::auth {
class UserPoolAccess;
}

namespace poolscope::diagnosis {

// What is known of this pool, this client, this user and this code when an error is explained: names such as
// "client.hidesUsers" to short values. An explanation that needs a fact nobody handed over is not chosen.
//
//   pool.id, pool.region, pool.minimumLength     the user pool
//   pool.names (email|phone)                     what its user names have to be
//   client.id, client.hidesUsers (yes|no)        the app client
//   endpoint.host, region.mismatch (yes)         where requests go
//   connection.sandbox (yes)                     it is the program's own: there is nothing to edit in the connection
//   operation, outcome (unknown)                 set by explain() from the error
//   code.replaced, code.used, code.expired (yes), code.resentAt, code.newestEnds
//                                                the code that was refused, where it is known (on the sandbox)
using Facts = QMap<QString, QString>;

// What the open connection tells by itself.
Facts factsOf(const auth::UserPoolAccess &access);

} // namespace poolscope::diagnosis
