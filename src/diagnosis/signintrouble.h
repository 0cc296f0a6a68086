#pragma once

#include "auth/poolsettings.h"
#include "auth/userrepair.h"
#include "model/cognitoidp.h"
#include "users/lookupresult.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace poolscope::diagnosis {

// What a sandbox knows of a user and the service tells nobody.
struct ToldBySandbox
{
    bool temporaryPasswordLives = false;
    qint64 lockedUntilMs = 0; // after wrong passwords; 0, or in the past: not locked out
    int wrongPasswords = 0;   // in a row

    bool operator==(const ToldBySandbox &) const = default;
};

// What was found for a name that somebody says they sign in with. Values only: who hands it over has fetched them.
struct SignInCase
{
    QString typed;               // as it was looked for
    idp::UserType user;          // whom this is about
    QList<idp::UserType> others; // who was found for the same name as well
    auth::PoolSettings settings;
    qint64 nowMs = 0;
    bool othersKnown = true;                        // the search for others came to its end
    std::optional<idp::AdminGetUserResponse> asked; // what AdminGetUser told of this user, where it was asked
    bool expiresOnDemand = false;                   // a sandbox: what is good by its dates may have been made to expire
    std::optional<ToldBySandbox> told;              // a sandbox that says so itself; nothing: nobody does
};

// Something looked at, with its value: "Status", "UNCONFIRMED".
struct Evidence
{
    enum class Bearing { Plain, Against, Unknown };
    QString what;
    QString value;
    Bearing bearing = Bearing::Plain;
};

// A way out, and what it will really do.
struct Remedy
{
    auth::Repair repair = auth::Repair::Enable;
    QString verb;      // of the button
    QString effect;    // what happens then, and what does not
    bool ends = false; // something that works now stops working
    QString other{};   // whom an address is taken from
    QString address{}; // and which
};

struct Finding
{
    enum class Weight { Blocks, Hinders, Unsure, Clear };
    QString cause; // "unconfirmed", "disabled", ...: never shown
    Weight weight = Weight::Blocks;
    QString sentence; // one, for people
    QString why;
    QString todo; // what no button does
    QList<Remedy> remedies;
    QString signInName;       // the name that would sign in instead of what was typed; empty: none is known
    bool sandboxEnds = false; // it is a lock-out that a sandbox tells of, and can end
};

struct SignInTrouble
{
    QList<Finding> findings; // what blocks first; never empty
    QList<Evidence> evidence;
    QStringList notSeen; // what might keep the user out as well, and cannot be seen from here
};

// Why that user cannot sign in, as far as these values tell. Pure; reentrant. Facts: the service's documentation on user
// states, aliases, case and lifetimes; nothing is claimed that only one source says.
SignInTrouble troubleOf(const SignInCase &given);

// Where nobody was found by the name; those who are similar are offered instead.
SignInTrouble troubleOfNobody(const users::LookupResult &result, const auth::PoolSettings &settings);

// Those of them who have the name in whatever case: the service looks for user names in the very case only.
QList<idp::UserType> named(const QList<idp::UserType> &users, const QString &typed);

// How people know the user: the address where there is one, else the name.
QString knownAs(const idp::UserType &user);
// The same with the user name behind it, where that is another: it tells two people of one address apart.
QString fullNameOf(const idp::UserType &user);

} // namespace poolscope::diagnosis
