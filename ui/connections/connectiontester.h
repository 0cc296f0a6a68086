#pragma once

#include "profiles/connection.h"
#include "transport/sigv4.h"
#include "ui/common/callout.h"

#include <QObject>

#include <functional>

namespace poolscope::ui {

// What stands in a form and not yet in the keychain; empty: what is kept there counts.
struct TypedSecrets
{
    QString clientSecret;
    transport::SigningCredentials keys;
};

// Asks an endpoint whether a connection is usable and says in words what is wrong. app joins it to the auth layer.
class ConnectionTester : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    // `handler` runs once, on this thread, never inside the call, never if `context` is gone (then the test is given up).
    virtual void test(const profiles::Connection &connection, const TypedSecrets &typed, QObject *context,
                      std::function<void(Callout::Content)> handler) = 0;
};

} // namespace poolscope::ui
