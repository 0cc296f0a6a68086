#include "auth/passwordresetflow.h"

#include "auth/readycall.h"

#include <utility>

namespace poolscope::auth {

PasswordResetFlow::PasswordResetFlow(UserPoolAccess *access, QObject *parent)
    : QObject(parent)
    , m_access(access)
{
}

PasswordResetFlow::~PasswordResetFlow() = default;

template<class Make>
void PasswordResetFlow::send(const QString &action, Make make,
                             void (PasswordResetFlow::*done)(const typename std::invoke_result_t<Make>::Response &))
{
    using Response = typename std::invoke_result_t<Make>::Response;
    m_request = std::make_unique<QObject>();
    const QPointer<QObject> context(m_request.get());
    setBusy(true);
    if (!context) // whoever listens cancelled it, or began anew
        return;
    callWhenReady(*m_access, context, action, std::move(make), [this, done](const Result<Response> &result) {
        const QPointer<PasswordResetFlow> self(this);
        setBusy(false);
        if (!self)
            return;
        if (result)
            (this->*done)(*result);
        else
            emit failed(result.error());
    });
}

void PasswordResetFlow::request(const QString &username)
{
    if (m_busy)
        return;
    if (username.trimmed().isEmpty())
        return fail(QStringLiteral("UsernameMissing"), tr("Enter the name you sign in with."));
    m_username = username.trimmed();
    send(
        tr("Ask for a password reset code"),
        [this] {
            return idp::ForgotPasswordRequest{.clientId = m_access->clientId(),
                                              .secretHash = m_access->secretHash(m_username),
                                              .username = m_username};
        },
        &PasswordResetFlow::codeRequested);
}

void PasswordResetFlow::codeRequested(const idp::ForgotPasswordResponse &response)
{
    m_delivery = codeDelivery(response.codeDeliveryDetails);
    const QPointer<PasswordResetFlow> self(this);
    setStage(Stage::Confirming);
    if (self)
        emit codeSent(m_delivery);
}

void PasswordResetFlow::resumeConfirmation(const QString &username)
{
    if (m_busy)
        return;
    if (username.trimmed().isEmpty())
        return fail(QStringLiteral("UsernameMissing"), tr("Enter the name you sign in with."));
    m_username = username.trimmed();
    m_delivery = {};
    setStage(Stage::Confirming);
}

void PasswordResetFlow::confirm(const QString &pastedCode, const QString &newPassword)
{
    if (m_busy || m_stage != Stage::Confirming)
        return;
    const QString code = cleanCode(pastedCode);
    if (code.isEmpty())
        return fail(QStringLiteral("CodeMissing"), tr("Enter the code from the message."));
    if (newPassword.isEmpty())
        return fail(QStringLiteral("PasswordMissing"), tr("Enter a new password."));
    m_password = newPassword;
    send(
        tr("Set a new password"),
        [this, code] {
            return idp::ConfirmForgotPasswordRequest{.clientId = m_access->clientId(),
                                                     .secretHash = m_access->secretHash(m_username),
                                                     .username = m_username,
                                                     .confirmationCode = code,
                                                     .password = m_password};
        },
        &PasswordResetFlow::passwordSet);
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
    m_request.reset();
    setBusy(false);
}

SignInForm PasswordResetFlow::signInForm() const
{
    return {.username = m_username, .password = m_password, .clientMetadata = {}, .parameters = {}, .session = {}};
}

void PasswordResetFlow::setBusy(bool busy)
{
    if (std::exchange(m_busy, busy) != busy)
        emit busyChanged(busy);
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
