#pragma once

#include "profiles/connection.h"
#include "ui/common/callout.h"

#include <QObject>

#include <functional>
#include <optional>

namespace poolscope::ui {

struct ConnectionVerdict
{
    Callout::Content content;                                // what was found and what to do
    std::optional<profiles::ConnectionProblem::Field> field; // where the form should point
};

// Asks an endpoint whether a connection is usable and says in words what is wrong.
class ConnectionTester : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    using Handler = std::function<void(const ConnectionVerdict &)>;

    // clientSecret: as typed; empty: the one in the keychain, where the connection has one. `handler` runs once, on this
    // thread, never inside the call, never if `context` is gone (then the test is given up) or another test was begun.
    virtual void test(const profiles::Connection &connection, const QString &clientSecret, QObject *context,
                      Handler handler) = 0;
};

} // namespace poolscope::ui
