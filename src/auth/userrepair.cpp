#include "auth/userrepair.h"

#include "auth/userpoolaccess.h"
#include "model/codec.h"

#include <algorithm>

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
    m_halfDone = false;
    const QPointer<UserPoolAccess> access(m_access);
    emit done(m_order.repair, delivery);
    if constexpr (std::is_same_v<Response, idp::UpdateUserPoolClientResponse>) {
        if (access)
            access->loadSettings(); // those that are known here are out of date
    }
}

void UserRepair::setVerified(const QString &user, bool verified, void (UserRepair::*then)(const Updated &))
{
    const bool email = m_order.repair == Repair::VerifyEmail || m_order.repair == Repair::MoveEmail;
    const QString name = email ? QStringLiteral("email_verified") : QStringLiteral("phone_number_verified");
    const QString value = verified ? QStringLiteral("true") : QStringLiteral("false");
    const auto make = [pool = m_access->userPoolId(), user, name, value] {
        return idp::AdminUpdateUserAttributesRequest{.userPoolId = pool,
                                                     .username = user,
                                                     .userAttributes =
                                                         QList<idp::AttributeType>{{.name = name, .value = value}}};
    };
    m_request.send(verified ? tr("Mark an address as verified") : tr("Mark an address as not verified"), make, this,
                   then);
}

void UserRepair::takeAddress(const Updated &)
{
    m_halfDone = true;
    setVerified(m_order.username, true, &UserRepair::answered<Updated>);
}

void UserRepair::allowSrp(const idp::DescribeUserPoolClientResponse &response)
{
    if (!response.userPoolClient) {
        emit failed({.kind = Error::Kind::Protocol,
                     .code = QStringLiteral("SettingsMissing"),
                     .message = tr("The service did not say what the app client's settings are.")});
        return;
    }
    send(tr("Allow SRP sign-in for the app client"),
         [request = withSrpAllowed(*response.userPoolClient)] { return request; });
}

void UserRepair::run(const RepairOrder &order)
{
    if (isBusy())
        return;
    m_halfDone = false;
    m_order = order;
    m_order.password.clear(); // goes with the request, and is not kept beside it
    const bool setsPassword = order.repair == Repair::TemporaryPassword || order.repair == Repair::LastingPassword;
    if (setsPassword && order.password.isEmpty()) {
        emit failed(Error::validation(QStringLiteral("PasswordMissing"), tr("Enter a password.")));
        return;
    }
    switch (order.repair) {
    case Repair::VerifyEmail:
    case Repair::VerifyPhone:
        return setVerified(order.username, true, &UserRepair::answered<Updated>);
    case Repair::MoveEmail:
    case Repair::MovePhone:
        return setVerified(order.other, false, &UserRepair::takeAddress);
    case Repair::AllowSrp:
        // Read anew: what another one changed meanwhile is not to be undone.
        return m_request.send(
            tr("Read the app client's settings"),
            [this] {
                return idp::DescribeUserPoolClientRequest{.userPoolId = m_access->userPoolId(),
                                                          .clientId = m_access->clientId()};
            },
            this, &UserRepair::allowSrp);
    default:
        return sendPlain(order);
    }
}

// The repairs of one request each. One case a repair: longer than a function should be, and plainer than a table of
// lambdas.
void UserRepair::sendPlain(const RepairOrder &order)
{
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
    default:
        return;
    }
}

void UserRepair::cancel()
{
    m_request.cancel();
}

idp::UpdateUserPoolClientRequest withSrpAllowed(const idp::UserPoolClientType &client)
{
    // By name, so that a setting which the model learns of is not forgotten here.
    auto request = model::decode<idp::UpdateUserPoolClientRequest>(model::encode(client))
                       .value_or(idp::UpdateUserPoolClientRequest{});
    QStringList flows = client.explicitAuthFlows.value_or(QStringList());
    const auto isNew = [](const QString &name) { return name.startsWith(QLatin1StringView("ALLOW_")); };
    const QString allowed = QStringLiteral("ALLOW_USER_SRP_AUTH");
    if (std::any_of(flows.cbegin(), flows.cend(), isNew) && !flows.contains(allowed))
        flows.append(allowed);
    else
        flows.removeAll(QStringLiteral("CUSTOM_AUTH_FLOW_ONLY")); // of old names and of none SRP is part
    request.explicitAuthFlows = flows;
    return request;
}

} // namespace poolscope::auth
