#include "transport/readonly.h"

#include "model/descriptor.h"

#include <array>

namespace poolscope::transport {

namespace {

template<std::size_t Count>
bool isOneOf(const QString &text, const std::array<QLatin1StringView, Count> &names)
{
    for (const QLatin1StringView name : names) {
        if (text == name)
            return true;
    }
    return false;
}

// The values that stand for having a code sent as the first factor. That of a second is sent to many without being asked
// for, so whoever has a choice of two may choose one.
constexpr std::array sentCodes{QLatin1StringView("SMS_OTP"), QLatin1StringView("EMAIL_OTP")};

// The steps of a sign-in that change the user.
constexpr std::array changingSteps{QLatin1StringView("NEW_PASSWORD_REQUIRED"), QLatin1StringView("MFA_SETUP")};

// What of a step of signing in is more than that; empty: nothing.
QString moreThanSigningIn(QStringView operation, const json::Value &body)
{
    if (operation.endsWith(u"InitiateAuth")) {
        const QString preferred = body.value(u"AuthParameters").value(u"PREFERRED_CHALLENGE").toString();
        return isOneOf(preferred, sentCodes) ? preferred : QString();
    }
    if (!operation.endsWith(u"RespondToAuthChallenge"))
        return {};
    const QString step = body.value(u"ChallengeName").toString();
    if (isOneOf(step, changingSteps))
        return step;
    const QString chosen = body.value(u"ChallengeResponses").value(u"ANSWER").toString();
    return step == u"SELECT_CHALLENGE" && isOneOf(chosen, sentCodes) ? chosen : QString();
}

} // namespace

std::optional<QString> refusedWhenReadOnly(const model::OperationDescriptor &operation, const json::Value &body)
{
    const QString name(operation.name);
    if (operation.effect == model::Effect::Reads)
        return std::nullopt;
    if (operation.effect != model::Effect::UsesSession)
        return name;
    const QString more = moreThanSigningIn(name, body);
    return more.isEmpty() ? std::nullopt : std::optional(QStringLiteral("%1 (%2)").arg(name, more));
}

} // namespace poolscope::transport
