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
    QList<UnverifiedText> texts;
    for (const Refusal *one : all) {
        static const QRegularExpression place(QStringLiteral("%\\d"));
        QString message = one->message;
        message.replace(place, QStringLiteral("…"));
        texts.append({QStringLiteral("%1: %2").arg(one->exception, message), wordingMark(one->wording)});
    }
    return texts;
}

QList<UnverifiedText> unverifiedBehaviours()
{
    const auto recalled = wordingMark(Wording::Recalled);
    const auto inferred = wordingMark(Wording::Inferred);
    return {
        {Texts::tr(
             "An operation that needs no AWS credentials takes a signed request too; the signature does not count."),
         inferred},
        {Texts::tr("Where an app client has two secrets, a hash made with either of them holds."), inferred},
        {Texts::tr(
             "A password policy that names some of the rules switches the others off. A pool that is made without a "
             "policy asks for 8 characters, with capital and small letters, numbers and symbols."),
         recalled},
        {Texts::tr("Among the attributes of a schema, those for developers only are named dev:custom:…."), recalled},
        {Texts::tr("AdminCreateUser, too, refuses an address that is another user's unless ForceAliasCreation is set."),
         recalled},
        {Texts::tr("Invitations and the default subjects of messages have the texts that stand in the mailbox."),
         recalled},
        {Texts::tr("A refresh token has the five parts of an encrypted token (RSA-OAEP, A256GCM)."), recalled},
    };
}

} // namespace poolscope::sandbox
