#pragma once

#include "diagnosis/facts.h"

#include <QObject>

#include <functional>

namespace poolscope::ui {

// Who can tell of a user what the service tells nobody: a sandbox in this program. GUI thread.
class UserFacts
{
public:
    virtual ~UserFacts() = default;

    // The facts named user.… of src/diagnosis/facts.h, by the name that is typed at a sign-in. Nothing is handed over
    // where nothing is known, or when the context has gone.
    virtual void ask(const QString &userPoolId, const QString &username, QObject *context,
                     std::function<void(const diagnosis::Facts &)> handler) = 0;
};

} // namespace poolscope::ui
