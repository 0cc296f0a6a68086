#pragma once

#include <QMap>
#include <QString>

namespace poolscope::auth {
struct PoolSettings;
class UserPoolAccess;
} // namespace poolscope::auth

namespace poolscope::diagnosis {

// What is known of this pool, this client, this user and this code when an error is explained: names such as
// "client.hidesUsers" to short values. An explanation that needs a fact nobody handed over is not chosen.
//
//   pool.id, pool.region, pool.minimumLength     the user pool
//   pool.names (email|phone)                     what its user names have to be
//   pool.case, pool.invitationTime               words: whether capitals count; how long a temporary password is good
//   client.id, client.hidesUsers (yes|no)        the app client
//   client.flows, client.rotation (yes)          ALLOW_USER_SRP_AUTH, ...; it rotates refresh tokens
//   client.stepTime, client.accessTime, client.refreshTime
//                                                words: "3 minutes" for a step of the sign-in, and its tokens' lifetimes
//   endpoint.host, region.mismatch (yes)         where requests go
//   connection.sandbox (yes)                     it is the program's own: there is nothing to edit in the connection
//   operation, outcome (unknown)                 set by explain() from the error
//   error.pasted (yes)                           another program made the request: only in the error guide, which does not
//                                                go by facts; no flow of this program hands it over
//   user.exists (yes|no), user.wrongPasswords, user.lockedUntil
//                                                the user who was to sign in, where the sandbox tells: wrong passwords in
//                                                a row, and the end of the lock-out by its clock
//   code.replaced, code.used, code.expired (yes), code.resentAt, code.newestEnds
//                                                the code that was refused, where it is known (on the sandbox)
using Facts = QMap<QString, QString>;

// What the settings tell, as far as they were read; words are translated.
Facts factsOf(const auth::PoolSettings &settings);
// What the open connection tells by itself, its settings among it.
Facts factsOf(const auth::UserPoolAccess &access);

} // namespace poolscope::diagnosis
