#include "auth/challenge.h"

#include "auth/challengelists.h"

#include <QCoreApplication>

namespace poolscope::auth {

namespace {

using QCA = QCoreApplication;
using Kind = ChallengeField::Kind;
namespace Name = idp::values::ChallengeNameType;

ChallengeField field(const QString &name, Kind kind, const QString &label)
{
    return {.name = name, .kind = kind, .label = label};
}

ChallengeField codeField(const QString &name, int length)
{
    ChallengeField code = field(name, Kind::Code, QCA::translate("Auth", "Code"));
    code.codeLength = length;
    return code;
}

ChallengeField passwordField()
{
    return field(QStringLiteral("PASSWORD"), Kind::Password, QCA::translate("Auth", "Password"));
}

ChallengeField pairsField()
{
    return field({}, Kind::Pairs, QCA::translate("Auth", "Answers"));
}

SideAction action(QLatin1StringView id)
{
    if (id == sideactions::SendNewCode)
        return {id, QCA::translate("Auth", "Send a new code")};
    if (id == sideactions::OtherMethod)
        return {id, QCA::translate("Auth", "Use another way to sign in")};
    if (id == sideactions::ForgotPassword)
        return {id, QCA::translate("Auth", "Forgot the password")};
    return {id, QCA::translate("Auth", "Start again")};
}

QString deliverySentence(const ChallengeSource &source, const QString &otherwise)
{
    const QString to = source.parameters.value(QStringLiteral("CODE_DELIVERY_DESTINATION"));
    const QString medium = source.parameters.value(QStringLiteral("CODE_DELIVERY_DELIVERY_MEDIUM"));
    if (to.isEmpty())
        return otherwise;
    if (medium == QLatin1StringView("EMAIL"))
        return QCA::translate("Auth", "Enter the code that was sent by e-mail to %1.").arg(to);
    if (medium == QLatin1StringView("SMS"))
        return QCA::translate("Auth", "Enter the code that was sent by text message to %1.").arg(to);
    return QCA::translate("Auth", "Enter the code that was sent to %1.").arg(to);
}

void describePasswordVerifier(Challenge &challenge, const ChallengeSource &, const PoolSettings &)
{
    challenge.title = QCA::translate("Auth", "Proving the password");
    challenge.explanation = QCA::translate("Auth", "The password is proved by SRP, without being sent.");
    challenge.answeredByItself = true;
}

void describeNewPassword(Challenge &challenge, const ChallengeSource &source, const PoolSettings &settings)
{
    challenge.title = QCA::translate("Auth", "Choose a new password");
    challenge.explanation =
        QCA::translate("Auth", "The password was temporary. The user needs one of their own before signing in.");
    challenge.policy = passwordPolicy(settings);
    challenge.fields.append(
        field(QStringLiteral("NEW_PASSWORD"), Kind::NewPassword, QCA::translate("Auth", "New password")));
    const QString prefix = QStringLiteral("userAttributes.");
    for (const QString &entry : listInText(source.parameters.value(QStringLiteral("requiredAttributes")))) {
        const QString name = entry.startsWith(prefix) ? entry.mid(prefix.size()) : entry;
        AttributeSpec spec = attributeSpec(settings, name);
        spec.required = true;
        ChallengeField attribute = field(prefix + name, Kind::Attribute, spec.label);
        attribute.hint = spec.hint;
        attribute.attribute = spec;
        challenge.fields.append(attribute);
    }
}

// Codes that arrive from outside; the service has no call to send one again within the same session.
void describeCode(Challenge &challenge, const ChallengeSource &source, const QString &key, int length)
{
    challenge.title = QCA::translate("Auth", "Enter the code");
    challenge.explanation = deliverySentence(source, QCA::translate("Auth", "Enter the code that was sent."));
    challenge.fields.append(codeField(key, length));
    challenge.sideActions.append(action(sideactions::SendNewCode));
}

void describeSmsMfa(Challenge &challenge, const ChallengeSource &source, const PoolSettings &)
{
    describeCode(challenge, source, QStringLiteral("SMS_MFA_CODE"), 6);
}

// Six digits as a second factor, eight as the first: the challenge itself does not say which it is.
void describeEmailOtp(Challenge &challenge, const ChallengeSource &source, const PoolSettings &)
{
    describeCode(challenge, source, QStringLiteral("EMAIL_OTP_CODE"), source.choiceFlow ? 0 : 6);
}

void describeSmsOtp(Challenge &challenge, const ChallengeSource &source, const PoolSettings &)
{
    describeCode(challenge, source, QStringLiteral("SMS_OTP_CODE"), 8);
}

void describeSoftwareToken(Challenge &challenge, const ChallengeSource &source, const PoolSettings &)
{
    const QString device = source.parameters.value(QStringLiteral("FRIENDLY_DEVICE_NAME"));
    challenge.title = QCA::translate("Auth", "Enter the code");
    challenge.explanation =
        device.isEmpty() ? QCA::translate("Auth", "Enter the code that the authenticator app shows.")
                         : QCA::translate("Auth", "Enter the code that the authenticator app on %1 shows.").arg(device);
    challenge.fields.append(codeField(QStringLiteral("SOFTWARE_TOKEN_MFA_CODE"), 6));
}

void describeSelectMfa(Challenge &challenge, const ChallengeSource &source, const PoolSettings &)
{
    challenge.title = QCA::translate("Auth", "Choose the second factor");
    ChallengeField choice = field(QStringLiteral("ANSWER"), Kind::Choice, QCA::translate("Auth", "Second factor"));
    for (const QString &factor : listInText(source.parameters.value(QStringLiteral("MFAS_CAN_CHOOSE"))))
        choice.options.append({.value = factor, .label = factorName(factor), .fields = {}});
    challenge.fields.append(choice.options.isEmpty() ? pairsField() : choice);
}

void describeMfaSetup(Challenge &challenge, const ChallengeSource &source, const PoolSettings &)
{
    challenge.title = QCA::translate("Auth", "Set up a second factor");
    QStringList names;
    for (const QString &factor : listInText(source.parameters.value(QStringLiteral("MFAS_CAN_SETUP"))))
        names.append(factorName(factor));
    challenge.explanation =
        names.isEmpty()
            ? QCA::translate("Auth", "This pool requires a second factor, and the user has none.")
            : QCA::translate("Auth", "This pool requires a second factor, and the user has none. Possible: %1.")
                  .arg(names.join(QLatin1StringView(", ")));
    challenge.fields.append(pairsField());
}

void describeSelectChallenge(Challenge &challenge, const ChallengeSource &source, const PoolSettings &)
{
    challenge.title = QCA::translate("Auth", "Choose how to sign in");
    ChallengeField choice = field(QStringLiteral("ANSWER"), Kind::Choice, QCA::translate("Auth", "Way to sign in"));
    for (const QString &name : source.available) {
        ChallengeOption option{.value = name, .label = factorName(name), .fields = {}};
        if (!source.passwordKnown && (name == Name::Password || name == Name::PasswordSrp))
            option.fields.append(passwordField());
        choice.options.append(option);
    }
    challenge.fields.append(choice.options.isEmpty() ? pairsField() : choice);
}

void describePassword(Challenge &challenge, const ChallengeSource &source, const PoolSettings &)
{
    challenge.title = QCA::translate("Auth", "Enter the password");
    challenge.answeredByItself = source.passwordKnown;
    if (!source.passwordKnown)
        challenge.fields.append(passwordField());
    challenge.sideActions.append(action(sideactions::ForgotPassword));
}

void describeWebAuthn(Challenge &challenge, const ChallengeSource &, const PoolSettings &)
{
    challenge.title = QCA::translate("Auth", "Use a passkey");
    challenge.explanation = QCA::translate(
        "Auth", "Answer with an authenticator's response, as JSON. What the authenticator is asked stands "
                "in the parameters (CREDENTIAL_REQUEST_OPTIONS).");
    challenge.fields.append(
        field(QStringLiteral("CREDENTIAL"), Kind::Json, QCA::translate("Auth", "Authenticator's response")));
}

void describeCustom(Challenge &challenge, const ChallengeSource &, const PoolSettings &)
{
    challenge.title = QCA::translate("Auth", "Custom challenge");
    challenge.explanation =
        QCA::translate("Auth", "The pool's own trigger asks for something. What it told is in the parameters.");
    challenge.fields.append(field(QStringLiteral("ANSWER"), Kind::Text, QCA::translate("Auth", "Answer")));
}

void describeDevice(Challenge &challenge, const ChallengeSource &, const PoolSettings &)
{
    challenge.title = QCA::translate("Auth", "Proving the device");
    challenge.explanation = QCA::translate("Auth", "The service asks for a remembered device. None is known here.");
    challenge.fields.append(pairsField());
}

struct Description
{
    QLatin1StringView name;
    void (*describe)(Challenge &, const ChallengeSource &, const PoolSettings &);
    bool firstFactor = false; // another one may be chosen in USER_AUTH
};

constexpr Description descriptions[] = {
    {Name::PasswordVerifier, describePasswordVerifier},
    {Name::NewPasswordRequired, describeNewPassword},
    {Name::SmsMfa, describeSmsMfa},
    {Name::EmailOtp, describeEmailOtp, true},
    {Name::SmsOtp, describeSmsOtp, true},
    {Name::SoftwareTokenMfa, describeSoftwareToken},
    {Name::SelectMfaType, describeSelectMfa},
    {Name::MfaSetup, describeMfaSetup},
    {Name::SelectChallenge, describeSelectChallenge},
    {Name::Password, describePassword, true},
    {Name::PasswordSrp, describePassword, true},
    {Name::WebAuthn, describeWebAuthn, true},
    {Name::CustomChallenge, describeCustom},
    {Name::DeviceSrpAuth, describeDevice},
    {Name::DevicePasswordVerifier, describeDevice},
    {Name::AdminNoSrpAuth, describePassword},
};

void describeUnknown(Challenge &challenge)
{
    challenge.known = false;
    challenge.title = challenge.name;
    challenge.explanation = QCA::translate("Auth", "This challenge is not known here. Answer it by names and values; "
                                                   "what the service told is in the parameters.");
    challenge.fields.append(pairsField());
}

std::optional<QString> fieldProblem(const ChallengeField &field, const QString &answer)
{
    if (field.kind == Kind::Pairs || field.kind == Kind::QrCode)
        return {};
    if (field.attribute)
        return attributeProblem(*field.attribute, answer);
    if (answer.isEmpty() && field.required)
        return QCA::translate("Auth", "%1 is missing.").arg(field.label);
    return {};
}

QList<AnswerProblem> problemsIn(const QList<ChallengeField> &fields, const QMap<QString, QString> &answers)
{
    QList<AnswerProblem> problems;
    for (const ChallengeField &field : fields) {
        const QString answer = answers.value(field.name);
        if (const auto problem = fieldProblem(field, answer))
            problems.append(AnswerProblem{.field = field.name, .sentence = *problem});
        for (const ChallengeOption &option : field.options) {
            if (!answer.isEmpty() && option.value == answer)
                problems += problemsIn(option.fields, answers);
        }
    }
    return problems;
}

} // namespace

Challenge describeChallenge(const ChallengeSource &source, const PoolSettings &settings)
{
    Challenge challenge{.name = source.name,
                        .parameters = source.parameters,
                        .available = source.available,
                        .hasSession = source.hasSession,
                        .receivedAtMs = source.receivedAtMs};
    if (source.hasSession && settings.client && settings.client->authSessionValidity)
        challenge.sessionSeconds = *settings.client->authSessionValidity * 60;

    const auto description = std::find_if(std::begin(descriptions), std::end(descriptions),
                                          [&](const Description &d) { return d.name == source.name; });
    if (description == std::end(descriptions)) {
        describeUnknown(challenge);
    } else {
        description->describe(challenge, source, settings);
        if (description->firstFactor && source.choiceFlow)
            challenge.sideActions.append(action(sideactions::OtherMethod));
    }
    challenge.sideActions.append(action(sideactions::StartAgain));
    return challenge;
}

QList<AnswerProblem> answerProblems(const Challenge &challenge, const QMap<QString, QString> &answers)
{
    return problemsIn(challenge.fields, answers);
}

} // namespace poolscope::auth
