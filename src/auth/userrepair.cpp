#include "auth/userrepair.h"

#include "auth/userpoolaccess.h"
#include "model/codec.h"

#include <algorithm>
#include <utility>

namespace poolscope::auth {

namespace {

bool isAboutEmail(Repair repair)
{
    return repair == Repair::VerifyEmail || repair == Repair::MoveEmail;
}

bool setsPassword(Repair repair)
{
    return repair == Repair::TemporaryPassword || repair == Repair::LastingPassword;
}

QString valueOf(const idp::AdminGetUserResponse &user, const QString &attribute)
{
    const auto attributes = user.userAttributes.value_or(QList<idp::AttributeType>());
    const auto found = std::find_if(attributes.cbegin(), attributes.cend(),
                                    [&](const idp::AttributeType &one) { return one.name == attribute; });
    return found == attributes.cend() ? QString() : found->value.value_or(QString());
}

} // namespace

UserRepair::UserRepair(UserPoolAccess *access, QObject *parent)
    : QObject(parent)
    , m_access(access)
    , m_request(access)
{
    connect(&m_request, &FlowRequest::failed, this, &UserRepair::fail);
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
    const Repair repair = m_order.repair;
    const QPointer<UserRepair> self(this);
    setBusy(false);
    if (!self)
        return;
    if (repair == Repair::AllowSrp)
        m_access->reloadSettings(); // those that are known here are out of date
    if (self)
        emit done(repair, delivery);
}

void UserRepair::lookAt(const QString &user, void (UserRepair::*then)(const User &))
{
    m_request.send(
        tr("Look whose an address is"),
        [pool = m_access->userPoolId(), user] {
            return idp::AdminGetUserRequest{.userPoolId = pool, .username = user};
        },
        this, then);
}

bool UserRepair::hasAddress(const User &user, bool verified) const
{
    const QString name = isAboutEmail(m_order.repair) ? QStringLiteral("email") : QStringLiteral("phone_number");
    const bool isVerified = valueOf(user, name + QStringLiteral("_verified")) == u"true";
    return valueOf(user, name).compare(m_order.address, Qt::CaseInsensitive) == 0 && isVerified == verified;
}

void UserRepair::checkOwner(const User &owner)
{
    if (hasAddress(owner, true))
        lookAt(m_order.username, &UserRepair::takeAddress);
    else
        fail(Error::validation(
            QStringLiteral("AddressChanged"),
            tr("%1 does not have %2 any more. Nothing was changed; look again.").arg(m_order.other, m_order.address)));
}

void UserRepair::takeAddress(const User &user)
{
    if (!hasAddress(user, false))
        return fail(Error::validation(
            QStringLiteral("AddressChanged"),
            tr("%1 is not as it was found any more. Nothing was changed; look again.").arg(m_order.username)));
    m_step = Step::Taking;
    setVerified(m_order.other, false, &UserRepair::giveAddress);
}

void UserRepair::giveAddress(const Updated &)
{
    m_step = Step::Giving;
    setVerified(m_order.username, true, &UserRepair::answered<Updated>);
}

void UserRepair::setVerified(const QString &user, bool verified, void (UserRepair::*then)(const Updated &))
{
    const QString name =
        isAboutEmail(m_order.repair) ? QStringLiteral("email_verified") : QStringLiteral("phone_number_verified");
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

void UserRepair::allowSrp(const idp::DescribeUserPoolClientResponse &response)
{
    if (!response.userPoolClient)
        return fail({.kind = Error::Kind::Protocol,
                     .code = QStringLiteral("SettingsMissing"),
                     .message = tr("The service did not say what the app client's settings are.")});
    send(tr("Allow SRP sign-in for the app client"),
         [request = withSrpAllowed(*response.userPoolClient)] { return request; });
}

void UserRepair::run(const RepairOrder &order)
{
    if (isBusy())
        return;
    m_step = Step::Only;
    m_order = order;
    m_order.password.clear(); // goes with the request, and is not kept beside it
    if (setsPassword(order.repair) && order.password.isEmpty())
        return fail(Error::validation(QStringLiteral("PasswordMissing"), tr("Enter a password.")));
    const QPointer<UserRepair> self(this);
    setBusy(true);
    if (!self || !m_busy) // whoever listens cancelled it
        return;
    switch (order.repair) {
    case Repair::VerifyEmail:
    case Repair::VerifyPhone:
        return setVerified(order.username, true, &UserRepair::answered<Updated>);
    case Repair::MoveEmail:
    case Repair::MovePhone:
        m_step = Step::Looking;
        return lookAt(order.other, &UserRepair::checkOwner);
    case Repair::AllowSrp:
        // Read anew: what another one changed meanwhile is not to be undone.
        m_step = Step::Looking;
        return m_request.send(
            tr("Read the app client's settings"),
            [this] {
                return idp::DescribeUserPoolClientRequest{.userPoolId = m_access->userPoolId(),
                                                          .clientId = m_access->clientId()};
            },
            this, &UserRepair::allowSrp);
    default:
        return runPlain(order);
    }
}

// The repairs of one request each. One case a repair: longer than a function should be, and plainer than a table of
// lambdas.
void UserRepair::runPlain(const RepairOrder &order)
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
    default: // run() has the others
        return setBusy(false);
    }
}

RepairProgress UserRepair::progress(bool outcomeUnknown) const
{
    if (m_step == Step::Giving)
        return outcomeUnknown ? RepairProgress::AddressMayHaveMoved : RepairProgress::AddressTaken;
    return m_step == Step::Taking && outcomeUnknown ? RepairProgress::AddressMayBeTaken
                                                    : RepairProgress::NothingChanged;
}

void UserRepair::fail(const Error &error)
{
    const RepairProgress came = progress(error.outcomeUnknown);
    const QPointer<UserRepair> self(this);
    setBusy(false);
    if (self && m_order.repair == Repair::AllowSrp && error.outcomeUnknown)
        m_access->reloadSettings();
    if (self)
        emit failed(error, came);
}

RepairProgress UserRepair::cancel()
{
    if (!m_busy)
        return RepairProgress::NothingChanged;
    const RepairProgress came = progress(true);
    const bool mayHaveChanged = m_order.repair == Repair::AllowSrp;
    m_request.cancel();
    const QPointer<UserRepair> self(this);
    setBusy(false);
    if (self && mayHaveChanged)
        m_access->reloadSettings();
    return came;
}

void UserRepair::setBusy(bool busy)
{
    if (std::exchange(m_busy, busy) != busy)
        emit busyChanged(busy);
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
        flows.removeAll(QStringLiteral("CUSTOM_AUTH_FLOW_ONLY")); // of former names and of none SRP is part
    request.explicitAuthFlows = flows;
    return request;
}

} // namespace poolscope::auth
