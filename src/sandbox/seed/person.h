#pragma once

#include "sandbox/records.h"

namespace poolscope::sandbox {

// A user to be, with all that it is found by.
struct NewUser
{
    UserRecord user; // with its row id
    QList<SignInName> names;
    QList<qint64> groupRowIds;
};

// What a seeded user is an example of.
enum class SeedState {
    Confirmed,
    AliasTaken, // unconfirmed, with the verified address of the user before; only in pools with such an alias
    Unconfirmed,
    Invited,           // with a temporary password that is still good
    InvitationExpired, // with one that is not
    ResetRequired,
    Disabled,
    EmailUnverified,
    PhoneUnverified,
};
inline constexpr int seedStates = 9;

// Makes plausible people for one pool, each from its index and the seed alone, so that the same seed gives the same
// people; names are made unique by the row id. Mail addresses lie in the domains that are kept free for examples,
// and the phone numbers are nobody's.
// Const functions may be called from any thread.
class SeedPeople final
{
public:
    struct Plan
    {
        PoolPtr pool;
        quint64 seed = 0;
        qint64 count = 0;
        qint64 firstRowId = 1;
        qint64 nowMs = 0; // users were made in the two years before
        QList<qint64> groupRowIds;
        qint64 signIn = 0; // so many of the first have `password`; no password fits the others
        QString password;
    };

    explicit SeedPeople(Plan plan);

    const Plan &plan() const { return m_plan; }
    SeedState stateOf(qint64 index) const;
    // For those that have the password this takes the milliseconds of SRP's arithmetic.
    NewUser person(qint64 index) const;

private:
    struct Making;
    void addAddresses(Making &making) const;
    void addNames(Making &making) const;
    void addRequired(Making &making) const;
    void setDates(Making &making) const;
    void setPassword(Making &making) const;

    Plan m_plan;
    QStringList m_required; // by the pool's schema
    QString m_takenAlias;   // which attribute can be another user's alias; empty: none
};

} // namespace poolscope::sandbox
