#pragma once

#include "auth/attemptledger.h"
#include "profiles/connection.h"
#include "ui/workspace/drafts.h"

#include <QHash>

namespace poolscope {

class OpenConnection;

// What outlives an open connection, so that opening it anew (because it was changed, or another one was open meanwhile)
// loses nothing: what is typed in its pages, and how many tries of the hour are used. In memory only.
class CarriedOver final
{
public:
    void takeFrom(OpenConnection &closing); // after its pages are gone
    // Before its pages are made. What is typed goes to the same connection only, and on the sandbox, where another pool is
    // chosen and not corrected, only to the same pool.
    void giveTo(OpenConnection &opened);
    void keepOnly(const QList<profiles::Connection> &connections); // the others were deleted

private:
    struct Typed
    {
        QString userPoolId;
        ui::Drafts drafts;
    };

    static QString poolOf(OpenConnection &connection);

    QHash<QString, Typed> m_typed;                  // by connection; not of the open one
    QHash<QString, auth::AttemptLedger> m_attempts; // by pool
};

} // namespace poolscope
