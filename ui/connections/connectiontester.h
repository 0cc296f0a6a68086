#pragma once

#include "profiles/connection.h"
#include "ui/common/callout.h"

#include <QObject>

#include <functional>

namespace poolscope::ui {

// Asks an endpoint whether a connection is usable and says in words what is wrong. app joins it to the auth layer.
class ConnectionTester : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    // clientSecret: as typed; empty: the one kept in the keychain, where the connection has one. `handler` runs once, on
    // this thread, never inside the call, never if `context` is gone (then the test is given up).
    virtual void test(const profiles::Connection &connection, const QString &clientSecret, QObject *context,
                      std::function<void(Callout::Content)> handler) = 0;
};

} // namespace poolscope::ui
