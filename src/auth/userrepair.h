#pragma once

#include "auth/codedelivery.h"
#include "auth/flowrequest.h"
#include "core/error.h"
#include "model/cognitoidp.h"

#include <QObject>

namespace poolscope::auth {

class UserPoolAccess;

// What an administrator can do so that a user can sign in again; ResendCode and StartReset are what the user could ask
// for as well.
enum class Repair {
    ConfirmSignUp,     // AdminConfirmSignUp: no code, and no address becomes verified
    ResendCode,        // ResendConfirmationCode
    ResendInvitation,  // AdminCreateUser with RESEND: a new temporary password goes out, and its days begin again
    TemporaryPassword, // AdminSetUserPassword, Permanent=false: nothing is sent
    LastingPassword,   // AdminSetUserPassword, Permanent=true: nothing is sent, the user is confirmed
    ResetPassword,     // AdminResetUserPassword: the old password ends at once, a code goes out
    StartReset,        // ForgotPassword: a code goes out, the old password lasts until it is used
    Enable,            // AdminEnableUser
    VerifyEmail,       // AdminUpdateUserAttributes, email_verified=true: nobody is asked
    VerifyPhone,
    MoveEmail, // the same, after the other user's address was marked as not verified: an alias has one user
    MovePhone,
    AllowSrp, // UpdateUserPoolClient with the app client's settings as they are, and ALLOW_USER_SRP_AUTH
};

struct RepairOrder
{
    Repair repair = Repair::Enable;
    QString username;   // as the service calls the user
    QString password;   // for the two that set one
    QString other;      // for the two that move an address: who has it
    bool bySms = false; // ResendInvitation: no e-mail address to send it to
};

// Does one of them. GUI thread; one at a time, a second one is refused silently while isBusy(). Destroying it aborts the
// request, whose outcome is then unknown.
class UserRepair final : public QObject
{
    Q_OBJECT

public:
    explicit UserRepair(UserPoolAccess *access, QObject *parent = nullptr);

    void run(const RepairOrder &order);
    bool isBusy() const { return m_request.isBusy(); }
    bool isHalfDone() const { return m_halfDone; } // the address was taken from the other user, and the rest failed
    void cancel();                                 // nothing is emitted any more; whether it was done is unknown

signals:
    void busyChanged(bool busy);
    // Where a code went, for the two of which the service tells it.
    void done(poolscope::auth::Repair repair, const poolscope::auth::CodeDelivery &delivery);
    // Of the service, or kind Validation with code "PasswordMissing".
    void failed(const poolscope::Error &error);

private:
    using Updated = idp::AdminUpdateUserAttributesResponse;
    template<class Make>
    void send(const QString &action, Make make);
    template<class Response>
    void answered(const Response &response);
    void sendPlain(const RepairOrder &order);
    void setVerified(const QString &user, bool verified, void (UserRepair::*then)(const Updated &));
    void takeAddress(const Updated &response);
    void allowSrp(const idp::DescribeUserPoolClientResponse &response);

    UserPoolAccess *m_access;
    FlowRequest m_request;
    RepairOrder m_order;
    bool m_halfDone = false;
};

// The request that leaves the app client as it is, but for ALLOW_USER_SRP_AUTH, which is on then. What the model does
// not know of its settings is not in it. Pure.
idp::UpdateUserPoolClientRequest withSrpAllowed(const idp::UserPoolClientType &client);

} // namespace poolscope::auth
