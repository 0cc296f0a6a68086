#include "auth/signupflow.h"

#include "auth/userpoolaccess.h"

#include <QPointer>

#include <utility>

namespace poolscope::auth {

namespace {

constexpr QLatin1StringView resendAction("ResendConfirmationCode");

std::optional<QMap<QString, QString>> orNothing(const QMap<QString, QString> &map)
{
    return map.isEmpty() ? std::nullopt : std::optional(map);
}

std::optional<QList<idp::AttributeType>> attributeList(const QMap<QString, QString> &values)
{
    QList<idp::AttributeType> list;
    for (auto it = values.cbegin(); it != values.cend(); ++it) {
        if (!it.value().isEmpty())
            list.append({.name = it.key(), .value = it.value()});
    }
    return list.isEmpty() ? std::nullopt : std::optional(list);
}

std::optional<QString> orNothing(const QString &text)
{
    return text.isEmpty() ? std::nullopt : std::optional(text);
}

} // namespace

SignUpFlow::SignUpFlow(UserPoolAccess *access, QObject *parent)
    : QObject(parent)
    , m_access(access)
    , m_request(access)
{
    connect(&m_request, &FlowRequest::busyChanged, this, &SignUpFlow::busyChanged);
    connect(&m_request, &FlowRequest::failed, this, &SignUpFlow::fail);
}

SignUpFlow::~SignUpFlow() = default;

void SignUpFlow::signUp(const SignUpForm &form)
{
    if (isBusy())
        return;
    if (form.username.trimmed().isEmpty())
        return fail(Error::validation(QStringLiteral("UsernameMissing"), tr("Enter a name to sign up with.")));
    m_username = form.username.trimmed();
    m_password = form.password;
    m_session.clear();
    m_attributes = form.attributes;
    m_clientMetadata = form.clientMetadata;
    m_request.send(
        tr("Sign up"),
        [this, form] {
            return idp::SignUpRequest{.clientId = m_access->clientId(),
                                      .secretHash = m_access->secretHash(m_username),
                                      .username = m_username,
                                      .password = orNothing(form.password),
                                      .userAttributes = attributeList(form.attributes),
                                      .validationData = attributeList(form.validationData),
                                      .clientMetadata = orNothing(form.clientMetadata)};
        },
        this, &SignUpFlow::signedUp);
}

void SignUpFlow::signedUp(const idp::SignUpResponse &response)
{
    m_userSub = response.userSub.value_or(QString());
    m_session = response.session.value_or(QString());
    m_delivery = codeDelivery(response.codeDeliveryDetails);
    const bool confirmedAlready = response.userConfirmed.value_or(false);
    if (!confirmedAlready && !m_delivery.isKnown())
        m_delivery.noCode = whyNoCode(m_access->settings(), m_username, m_attributes);
    const QPointer<SignUpFlow> self(this);
    setStage(confirmedAlready ? Stage::Confirmed : Stage::Confirming);
    if (!self)
        return;
    if (confirmedAlready)
        emit confirmed();
    else
        emit codeSent(m_delivery);
}

void SignUpFlow::resumeConfirmation(const QString &username, const QString &password)
{
    if (isBusy())
        return;
    const QString name = username.trimmed();
    if (std::exchange(m_username, name) != name)
        m_clientMetadata.clear();
    m_password = password;
    m_userSub.clear();
    m_session.clear();
    m_delivery = {};
    setStage(Stage::Confirming);
}

void SignUpFlow::confirm(const QString &pastedCode, bool forceAlias)
{
    if (isBusy() || m_stage != Stage::Confirming)
        return;
    const QString code = cleanCode(pastedCode);
    if (m_username.isEmpty())
        return failWithoutName();
    if (code.isEmpty())
        return fail(Error::validation(QStringLiteral("CodeMissing"), tr("Enter the code from the message.")));
    m_request.send(
        tr("Confirm sign-up"),
        [this, code, forceAlias] {
            return idp::ConfirmSignUpRequest{
                .clientId = m_access->clientId(),
                .secretHash = m_access->secretHash(m_username),
                .username = m_username,
                .confirmationCode = code,
                .forceAliasCreation = forceAlias ? std::optional(true) : std::nullopt,
                .clientMetadata = orNothing(m_clientMetadata),
                .session = orNothing(m_session),
            };
        },
        this, &SignUpFlow::codeAccepted);
}

void SignUpFlow::codeAccepted(const idp::ConfirmSignUpResponse &response)
{
    m_session = response.session.value_or(QString());
    const QPointer<SignUpFlow> self(this);
    setStage(Stage::Confirmed);
    if (self)
        emit confirmed();
}

void SignUpFlow::resend()
{
    if (isBusy() || m_stage != Stage::Confirming)
        return;
    if (m_username.isEmpty())
        return failWithoutName();
    m_request.send(
        tr("Send the code again"),
        [this] {
            return idp::ResendConfirmationCodeRequest{.clientId = m_access->clientId(),
                                                      .secretHash = m_access->secretHash(m_username),
                                                      .username = m_username,
                                                      .clientMetadata = orNothing(m_clientMetadata)};
        },
        this, &SignUpFlow::codeResent);
}

void SignUpFlow::codeResent(const idp::ResendConfirmationCodeResponse &response)
{
    m_access->attempts().note(resendAction, m_username);
    const bool seen = !m_userSub.isEmpty(); // this flow has signed the user up
    m_delivery = seen ? codeDelivery(response.codeDeliveryDetails)
                      : codeDeliveryToNamed(response.codeDeliveryDetails, clientHidesUsers(m_access->settings()));
    const QPointer<SignUpFlow> self(this);
    emit resendsLeftChanged(resendsLeft());
    if (self)
        emit codeSent(m_delivery);
}

int SignUpFlow::resendsLeft(const QString &username) const
{
    return m_access->attempts().left(resendAction, username.trimmed(), AttemptLedger::resendsPerHour);
}

void SignUpFlow::confirmLater()
{
    cancel();
    setStage(Stage::Form);
}

void SignUpFlow::cancel()
{
    m_request.cancel();
}

SignInForm SignUpFlow::signInForm() const
{
    return {.username = m_username,
            .password = m_password,
            .flow = usualFlow(m_access->settings()),
            .clientMetadata = {},
            .parameters = {},
            .session = m_session};
}

void SignUpFlow::setStage(Stage stage)
{
    if (std::exchange(m_stage, stage) != stage)
        emit stageChanged(stage);
}

void SignUpFlow::failWithoutName()
{
    fail(Error::validation(QStringLiteral("UsernameMissing"), tr("Enter the name that was signed up.")));
}

void SignUpFlow::fail(const Error &error)
{
    const QPointer<SignUpFlow> self(this);
    // The service counts refused tries too, and those that were made elsewhere.
    if (error.operation == resendAction && error.kind == Error::Kind::Service) {
        if (error.code == idp::errors::LimitExceededException)
            m_access->attempts().exhaust(resendAction, m_username, AttemptLedger::resendsPerHour);
        else
            m_access->attempts().note(resendAction, m_username);
        emit resendsLeftChanged(resendsLeft());
    }
    if (self)
        emit failed(error);
}

} // namespace poolscope::auth
