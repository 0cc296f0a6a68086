#pragma once

#include <QMetaType>
#include <QString>

namespace poolscope::sandbox {

// A mail or SMS that the service would have sent. A plain value.
struct Message
{
    enum class Medium { Email = 0, Sms = 1 };
    enum class State { Current = 0, Replaced = 1, Used = 2, Expired = 3 };

    qint64 id = 0;
    qint64 timeMs = 0; // by the sandbox's clock
    Medium medium = Medium::Email;
    QString to;
    QString subject; // empty for SMS
    QString body;
    QString code; // what stood in place of {####}: a code or a temporary password; may be empty
    QString userPoolId;
    QString username;
    State state = State::Current;
};

} // namespace poolscope::sandbox

Q_DECLARE_METATYPE(poolscope::sandbox::Message)
