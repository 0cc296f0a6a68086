#include "sandbox/unverifiedtexts.h"

#include "sandbox/rules/protocolrefusals.h"
#include "sandbox/rules/refusals.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace poolscope::sandbox {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(SandboxChoices)
};

constexpr QLatin1StringView wordingMark(Wording wording)
{
    switch (wording) {
    case Wording::OneSource:
        return QLatin1StringView("one source");
    case Wording::Emulators:
        return QLatin1StringView("emulators");
    case Wording::Disputed:
        return QLatin1StringView("disputed");
    case Wording::Recalled:
        return QLatin1StringView("recalled");
    case Wording::Inferred:
        return QLatin1StringView("inferred");
    case Wording::Seen:
    case Wording::Documented:
    case Wording::Ours:
        break;
    }
    return {};
}

} // namespace

QList<UnverifiedText> unverifiedTexts()
{
    static constexpr std::array all{&refusals::flowNotEnabled,       &refusals::alreadyProvided,
                                    &refusals::attributeMissing,     &refusals::refreshTokenReused,
                                    &refusals::refreshTokenUnknown,  &refusals::tokenTypeUnsupported,
                                    &refusals::revocationOff,        &refusals::revokeUnauthorized,
                                    &refusals::rotationWithFlow,     &refusals::mixedFlowNames,
                                    &refusals::aliasesAndNames,      &refusals::attributeTwice,
                                    &refusals::tooManySecrets,       &refusals::tooManyClients,
                                    &refusals::unknownSecret,        &refusals::lastSecret,
                                    &refusals::publicClient,         &refusals::attributeExists,
                                    &refusals::tooManyAttributes,    &refusals::badArn,
                                    &refusals::tooManyTags,          &refusals::deletionProtected,
                                    &refusals::usernameTakenAdmin,   &refusals::noAutoVerified,
                                    &refusals::resendNotPossible,    &refusals::noPhoneForDelivery,
                                    &refusals::passwordReused,       &refusals::attributeImmutable,
                                    &refusals::notVerifiable,        &refusals::nothingToVerify,
                                    &refusals::verifiedWithoutEmail, &refusals::verifiedWithoutPhone,
                                    &refusals::usernameEmail,        &refusals::usernamePhone,
                                    &refusals::usernameLikeAlias,    &refusals::preferredUsernameEarly,
                                    &refusals::unknownGroup,         &refusals::tooManyGroups,
                                    &refusals::tooManyMemberships,   &refusals::filterSyntax,
                                    &refusals::filterAttribute,      &refusals::requestedAttribute,
                                    &refusals::badPaginationToken,   &refusals::internalError,
                                    &refusals::rateExceeded,         &refusals::tokenLifetime,
                                    &refusals::permissionList,       &refusals::unsignedRequest,
                                    &refusals::signatureLate,        &refusals::signatureEarly};
    static_assert(std::ranges::none_of(all, [](const Refusal *one) { return wordingMark(one->wording).isEmpty(); }));
    QList<UnverifiedText> texts{
        {Texts::tr("Invitations and the default subjects of messages have the texts that stand in the mailbox."),
         wordingMark(Wording::Recalled)}};
    for (const Refusal *one : all) {
        static const QRegularExpression place(QStringLiteral("%\\d"));
        QString message = one->message;
        message.replace(place, QStringLiteral("…"));
        texts.append({QStringLiteral("%1: %2").arg(one->exception, message), wordingMark(one->wording)});
    }
    return texts;
}

} // namespace poolscope::sandbox
