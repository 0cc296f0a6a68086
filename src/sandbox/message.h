#pragma once

#include <QMetaType>
#include <QString>

namespace poolscope::sandbox {

// A mail or SMS that the service would have sent. A plain value.
struct Message
{
    enum class Medium { Email = 0, Sms = 1 };
    enum class State { Current = 0, Replaced = 1, Used = 2, Expired = 3 };
    enum class Purpose { None, Confirmation, PasswordReset, EmailVerification, PhoneVerification };

    qint64 id = 0;
    qint64 timeMs = 0; // by the sandbox's clock
    Medium medium = Medium::Email;
    QString to;
    QString subject; // empty for SMS
    QString body;
    QString code;              // what stood in place of {####}: a code or a temporary password; may be empty
    bool isInvitation = false; // the code is a temporary password, which is wiped when it no longer counts
    QString userPoolId;
    QString username;
    State state = State::Current;
    Purpose purpose = Purpose::None; // what the code is for, or was; None for an invitation

    bool operator==(const Message &) const = default;
};

// Such a code belongs to a user who is signed in (VerifyUserAttribute), and not into a form for signing up or in.
inline bool verifiesAttribute(const Message &message)
{
    return message.purpose == Message::Purpose::EmailVerification ||
           message.purpose == Message::Purpose::PhoneVerification;
}

struct MessageFilter
{
    QString userPoolId; // empty: all
    int limit = 200;    // the newest; 0: all
    QString to;         // empty: all
    QString username;   // empty: all
    qint64 sinceMs = 0;
};

} // namespace poolscope::sandbox

Q_DECLARE_METATYPE(poolscope::sandbox::Message)
