#include "auth/passwordresetflow.h"

#include "auth/userpoolaccess.h"

#include <QPointer>

#include <utility>

namespace poolscope::auth {

PasswordResetFlow::PasswordResetFlow(UserPoolAccess *access, QObject *parent)
    : QObject(parent)
    , m_access(access)
    , m_request(access)
{
    connect(&m_request, &FlowRequest::busyChanged, this, &PasswordResetFlow::busyChanged);
    connect(&m_request, &FlowRequest::failed, this, &PasswordResetFlow::failed);
}

PasswordResetFlow::~PasswordResetFlow() = default;

void PasswordResetFlow::request(const QString &username)
{
    if (isBusy())
        return;
    if (username.trimmed().isEmpty())
        return fail(QStringLiteral("UsernameMissing"), tr("Enter the name you sign in with."));
    m_username = username.trimmed();
    m_request.send(
        tr("Ask for a password reset code"),
        [this] {
            return idp::ForgotPasswordRequest{.clientId = m_access->clientId(),
                                              .secretHash = m_access->secretHash(m_username),
                                              .username = m_username};
        },
        this, &PasswordResetFlow::codeRequested);
}

void PasswordResetFlow::codeRequested(const idp::ForgotPasswordResponse &response)
{
    m_delivery = codeDeliveryToNamed(response.codeDeliveryDetails, clientHidesUsers(m_access->settings()));
    const QPointer<PasswordResetFlow> self(this);
    setStage(Stage::Confirming);
    if (self)
        emit codeSent(m_delivery);
}

void PasswordResetFlow::resumeConfirmation(const QString &username)
{
    if (isBusy())
        return;
    if (username.trimmed().isEmpty())
        return fail(QStringLiteral("UsernameMissing"), tr("Enter the name you sign in with."));
    m_username = username.trimmed();
    m_delivery = {};
    setStage(Stage::Confirming);
}

void PasswordResetFlow::confirm(const QString &pastedCode, const QString &newPassword)
{
    if (isBusy() || m_stage != Stage::Confirming)
        return;
    const QString code = cleanCode(pastedCode);
    if (code.isEmpty())
        return fail(QStringLiteral("CodeMissing"), tr("Enter the code from the message."));
    if (newPassword.isEmpty())
        return fail(QStringLiteral("PasswordMissing"), tr("Enter a new password."));
    m_password = newPassword;
    m_request.send(
        tr("Set a new password"),
        [this, code] {
            return idp::ConfirmForgotPasswordRequest{.clientId = m_access->clientId(),
                                                     .secretHash = m_access->secretHash(m_username),
                                                     .username = m_username,
                                                     .confirmationCode = code,
                                                     .password = m_password};
        },
        this, &PasswordResetFlow::passwordSet);
}

void PasswordResetFlow::passwordSet(const idp::ConfirmForgotPasswordResponse &)
{
    const QPointer<PasswordResetFlow> self(this);
    setStage(Stage::Done);
    if (self)
        emit done();
}

void PasswordResetFlow::cancel()
{
    m_request.cancel();
}

SignInForm PasswordResetFlow::signInForm() const
{
    return {.username = m_username,
            .password = m_password,
            .flow = usualFlow(m_access->settings()),
            .clientMetadata = {},
            .parameters = {},
            .session = {}};
}

void PasswordResetFlow::setStage(Stage stage)
{
    if (std::exchange(m_stage, stage) != stage)
        emit stageChanged(stage);
}

void PasswordResetFlow::fail(const QString &code, const QString &message)
{
    emit failed(Error::validation(code, message));
}

} // namespace poolscope::auth
