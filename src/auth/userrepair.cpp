#include "auth/userrepair.h"

#include "auth/userpoolaccess.h"

namespace poolscope::auth {

UserRepair::UserRepair(UserPoolAccess *access, QObject *parent)
    : QObject(parent)
    , m_access(access)
    , m_request(access)
{
    connect(&m_request, &FlowRequest::busyChanged, this, &UserRepair::busyChanged);
    connect(&m_request, &FlowRequest::failed, this, &UserRepair::failed);
}

template<class Make>
void UserRepair::send(const QString &action, Make make)
{
    using Response = typename std::invoke_result_t<Make>::Response;
    m_request.send(action, std::move(make), this, &UserRepair::answered<Response>);
}

template<class Response>
void UserRepair::answered([[maybe_unused]] const Response &response)
{
    CodeDelivery delivery;
    if constexpr (requires { response.codeDeliveryDetails; })
        delivery = codeDelivery(response.codeDeliveryDetails);
    emit done(m_order.repair, delivery);
}

void UserRepair::setAttribute(const QString &name)
{
    send(tr("Mark an address as verified"), [this, name] {
        return idp::AdminUpdateUserAttributesRequest{
            .userPoolId = m_access->userPoolId(),
            .username = m_order.username,
            .userAttributes = QList<idp::AttributeType>{{.name = name, .value = QStringLiteral("true")}}};
    });
}

// One case a repair: longer than a function should be, and plainer than a table of lambdas.
void UserRepair::run(const RepairOrder &order)
{
    if (isBusy())
        return;
    m_order = order;
    m_order.password.clear(); // goes with the request, and is not kept beside it
    const bool setsPassword = order.repair == Repair::TemporaryPassword || order.repair == Repair::LastingPassword;
    if (setsPassword && order.password.isEmpty()) {
        emit failed(Error::validation(QStringLiteral("PasswordMissing"), tr("Enter a password.")));
        return;
    }
    const QString pool = m_access->userPoolId();
    const QString name = order.username;
    switch (order.repair) {
    case Repair::ConfirmSignUp:
        return send(tr("Confirm a sign-up as administrator"),
                    [pool, name] { return idp::AdminConfirmSignUpRequest{.userPoolId = pool, .username = name}; });
    case Repair::ResendCode:
        return send(tr("Send a new confirmation code"), [this, name] {
            return idp::ResendConfirmationCodeRequest{
                .clientId = m_access->clientId(), .secretHash = m_access->secretHash(name), .username = name};
        });
    case Repair::ResendInvitation:
        // Absent, the medium would be SMS.
        return send(tr("Send an invitation again"), [this, pool, name] {
            return idp::AdminCreateUserRequest{
                .userPoolId = pool,
                .username = name,
                .messageAction = QStringLiteral("RESEND"),
                .desiredDeliveryMediums = QStringList{m_order.bySms ? QStringLiteral("SMS") : QStringLiteral("EMAIL")}};
        });
    case Repair::TemporaryPassword:
    case Repair::LastingPassword:
        return send(tr("Set a user's password"),
                    [pool, name, password = order.password, lasts = order.repair == Repair::LastingPassword] {
                        return idp::AdminSetUserPasswordRequest{
                            .userPoolId = pool, .username = name, .password = password, .permanent = lasts};
                    });
    case Repair::ResetPassword:
        return send(tr("Reset a user's password"),
                    [pool, name] { return idp::AdminResetUserPasswordRequest{.userPoolId = pool, .username = name}; });
    case Repair::StartReset:
        return send(tr("Ask for a password reset code"), [this, name] {
            return idp::ForgotPasswordRequest{
                .clientId = m_access->clientId(), .secretHash = m_access->secretHash(name), .username = name};
        });
    case Repair::Enable:
        return send(tr("Enable a user"),
                    [pool, name] { return idp::AdminEnableUserRequest{.userPoolId = pool, .username = name}; });
    case Repair::VerifyEmail:
        return setAttribute(QStringLiteral("email_verified"));
    case Repair::VerifyPhone:
        return setAttribute(QStringLiteral("phone_number_verified"));
    }
}

void UserRepair::cancel()
{
    m_request.cancel();
}

} // namespace poolscope::auth
