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
    MoveEmail, // the same, after the other user's address was marked as not verified: an alias has one user. Both are
    MovePhone, // looked at first, by AdminGetUser: what was found may not hold any more
    AllowSrp,  // UpdateUserPoolClient with the app client's settings as they are, but for SRP, which is on then
};

struct RepairOrder
{
    Repair repair = Repair::Enable;
    QString username;   // as the service calls the user
    QString password;   // for the two that set one
    QString other;      // for the two that move an address: who has it
    QString address;    // and which, as both were found with it
    bool bySms = false; // ResendInvitation: no e-mail address to send it to
};

// How far a repair of several requests came that was not done.
enum class RepairProgress {
    NothingChanged,
    AddressMayBeTaken,   // whether the other user lost it is not known
    AddressTaken,        // the other user lost it, and nobody has it
    AddressMayHaveMoved, // the other user lost it; whether this one has it is not known
};

// Does one of them. GUI thread; one at a time, a second one is refused silently while isBusy(). Destroying it aborts the
// request, whose outcome is then unknown.
class UserRepair final : public QObject
{
    Q_OBJECT

public:
    explicit UserRepair(UserPoolAccess *access, QObject *parent = nullptr);

    void run(const RepairOrder &order);
    bool isBusy() const { return m_busy; } // until the last of its requests is answered
    RepairProgress cancel();               // nothing is emitted any more; whether the last request was done is unknown

signals:
    void busyChanged(bool busy);
    // Where a code went, for the two of which the service tells it.
    void done(poolscope::auth::Repair repair, const poolscope::auth::CodeDelivery &delivery);
    // Of the service, or kind Validation with code "PasswordMissing" or "AddressChanged".
    void failed(const poolscope::Error &error, poolscope::auth::RepairProgress progress);

private:
    enum class Step { Only, Looking, Taking, Giving };
    using User = idp::AdminGetUserResponse;
    using Updated = idp::AdminUpdateUserAttributesResponse;

    template<class Make>
    void send(const QString &action, Make make);
    template<class Response>
    void answered(const Response &response);
    void runPlain(const RepairOrder &order);
    void lookAt(const QString &user, void (UserRepair::*then)(const User &));
    void checkOwner(const User &owner);
    void takeAddress(const User &user);
    void giveAddress(const Updated &response);
    void setVerified(const QString &user, bool verified, void (UserRepair::*then)(const Updated &));
    void allowSrp(const idp::DescribeUserPoolClientResponse &response);
    bool hasAddress(const User &user, bool verified) const;
    RepairProgress progress(bool outcomeUnknown) const;
    void fail(const Error &error);
    void setBusy(bool busy);

    UserPoolAccess *m_access;
    FlowRequest m_request;
    RepairOrder m_order;
    Step m_step = Step::Only;
    bool m_busy = false;
};

// The request that leaves the app client as it is, but for SRP, which is on then: by ALLOW_USER_SRP_AUTH, or among former
// names of flows by leaving CUSTOM_AUTH_FLOW_ONLY out. What the model does not know of its settings is not in it. Pure.
idp::UpdateUserPoolClientRequest withSrpAllowed(const idp::UserPoolClientType &client);

} // namespace poolscope::auth
