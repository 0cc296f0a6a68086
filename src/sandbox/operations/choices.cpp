#include "sandbox/operations/choicenames.h"

#include "sandbox/operation.h"

#include <QCoreApplication>

namespace poolscope::sandbox {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(SandboxChoices)
};

constexpr QLatin1StringView recalled("recalled");
constexpr QLatin1StringView inferred("inferred");
constexpr QLatin1StringView disputed("disputed");

QStringList values(std::initializer_list<const char *> list)
{
    QStringList strings;
    for (const char *one : list)
        strings << QString::fromLatin1(one);
    return strings;
}

QList<Choice> signInChoices()
{
    return {
        {choice::NotConfirmedFirst, values({"yes", "no"}),
         Texts::tr("Whether an unconfirmed user hears of it before the password is checked."), disputed},
        {choice::TemporaryExpiredFirst, values({"after-password", "before-password"}),
         Texts::tr("Whether an expired temporary password is told only to those who know it."), inferred},
        {choice::VerifierSession, values({"absent", "present"}),
         Texts::tr("Whether the PASSWORD_VERIFIER challenge carries a Session beside its SECRET_BLOCK."), disputed},
        {choice::SrpClockTolerance, values({"300", "60", "900", "any"}),
         Texts::tr("How many seconds the TIMESTAMP of an SRP answer may differ from the sandbox's clock or from the "
                   "computer's own time, whichever is nearer."),
         inferred},
        {choice::LateSrpAnswer, values({"session-expired", "wrong-password"}),
         Texts::tr("What an SRP answer hears whose SECRET_BLOCK is too old or was used before."), inferred},
        {choice::LockUnknownNames, values({"yes", "no"}),
         Texts::tr("Whether a name that nobody has is locked out as a user is, where the app client hides who exists; "
                   "otherwise the lock-out tells the users from the others."),
         inferred},
    };
}

QList<Choice> tokenChoices()
{
    return {
        {choice::RevokeUnknown, values({"accept", "refuse"}),
         Texts::tr("Whether RevokeToken takes a refresh token that nobody knows for already revoked."), inferred},
        {choice::TokenStatus, values({"yes", "no"}),
         Texts::tr("Whether operations with an access token refuse users whose password must be reset or who are not "
                   "confirmed."),
         inferred},
        {choice::DisabledToken, values({"disabled", "revoked"}),
         Texts::tr("What the tokens of a user hear whom an administrator has disabled, which also revokes them."),
         inferred},
        {choice::RotationTrigger, values({"refresh-tokens", "authentication"}),
         Texts::tr("Which source the PreTokenGeneration trigger is told of by GetTokensFromRefreshToken."), disputed},
        {choice::RotationWithFlow, values({"accept", "refuse"}),
         Texts::tr("Whether an app client may have refresh token rotation and ALLOW_REFRESH_TOKEN_AUTH at once."),
         disputed},
        {choice::ReusedToken, values({"refuse", "revoke"}),
         Texts::tr("Whether a rotated refresh token that is used after its grace period also ends the whole sign-in."),
         inferred},
        {choice::TokensWithoutRotation, values({"accept", "refuse"}),
         Texts::tr("Whether GetTokensFromRefreshToken works for app clients without refresh token rotation."),
         recalled},
        {choice::AddressClaim, values({"object", "text"}),
         Texts::tr(
             "Whether the ID token has the attribute address as an object with the member formatted, or as text."),
         recalled},
        {choice::UpdatedAtClaim, values({"number", "text"}),
         Texts::tr("Whether the ID token has the attribute updated_at as a number or as text."), recalled},
        {choice::TokenType, values({"absent", "present"}),
         Texts::tr("Whether the header of ID and access tokens names their type (typ: JWT)."), recalled},
        {choice::RefreshTokenForm, values({"encrypted", "opaque"}),
         Texts::tr("Whether a refresh token has the five parts of an encrypted token (RSA-OAEP, A256GCM), or one that "
                   "says nothing."),
         recalled},
    };
}

QList<Choice> ownAccountChoices()
{
    return {
        {choice::ChangeWithoutPrevious, values({"wrong-password", "missing-parameter"}),
         Texts::tr("What ChangePassword answers when a user who has a password leaves the previous one out."),
         inferred},
        {choice::ChangePasswordOrder, values({"previous-first", "policy-first"}),
         Texts::tr("Whether ChangePassword checks the previous password before it judges the new one."), inferred},
        {choice::ImmutableWrite, values({"refuse-always", "refuse-change"}),
         Texts::tr("Whether an immutable attribute may be given its first value later, or the value that it has."),
         inferred},
        {choice::SameAddress, values({"keeps-verified", "unverifies"}),
         Texts::tr("Whether an e-mail address or phone number that is written again stays verified."), inferred},
        {choice::AliasOnUpdate, values({"at-verification", "at-once"}),
         Texts::tr("When a user hears that another one has the new address: when it is verified, or when it is "
                   "written."),
         inferred},
        {choice::PendingResend, values({"pending", "current"}),
         Texts::tr("Where GetUserAttributeVerificationCode sends its code while a new address waits for being "
                   "verified."),
         inferred},
    };
}

QList<Choice> accountChoices()
{
    return {
        {choice::SignUpOrder, values({"password-first", "name-first"}),
         Texts::tr("Whether SignUp checks the password before it looks whether the user name is taken."), inferred},
        {choice::AliasExistsText, values({"seen", "documented"}),
         Texts::tr("Which of two texts AliasExistsException has: the one seen in answers or the documented one."),
         disputed},
        {choice::ConfirmHiddenUser, values({"expired", "mismatch"}),
         Texts::tr("What ConfirmSignUp answers for a user who does not exist when the app client hides that."),
         inferred},
        {choice::DisabledConfirmation, values({"refuse", "ignore"}),
         Texts::tr(
             "Whether ConfirmSignUp and ResendConfirmationCode refuse a user whom an administrator has disabled. "
             "An app client that hides who exists then answers as for nobody; ResendConfirmationCode does so in any "
             "case."),
         inferred},
        {choice::FormerCode, values({"replaced", "valid"}),
         Texts::tr(
             "Whether a code loses its use when a newer one is sent for the same purpose, or stays valid until one "
             "of them is used."),
         recalled},
        {choice::ForgotUnconfirmed, values({"refuse", "pretend"}),
         Texts::tr("What ForgotPassword does for an unconfirmed user without a verified address: refuse, or answer as "
                   "if a code had been sent."),
         disputed},
        {choice::ForgotAttempts, values({"5", "10", "20"}),
         Texts::tr("How often an hour ForgotPassword and ConfirmForgotPassword may be called for one user; the service "
                   "decides by its own estimate of the risk."),
         inferred},
        {choice::ResetConfirms, values({"yes", "no"}),
         Texts::tr("Whether an unconfirmed user who resets the password becomes confirmed."), recalled},
        {choice::UpdateMissing, values({"reset", "keep"}),
         Texts::tr("Whether settings that UpdateUserPool leaves out go back to their defaults."), disputed},
        {choice::PartialPolicy, values({"others-off", "others-on"}),
         Texts::tr(
             "Whether a password policy that names some of the rules switches the others off, or leaves them on as "
             "in a pool that is made without a policy."),
         recalled},
        {choice::DeveloperNames, values({"dev-custom", "custom"}),
         Texts::tr("Whether attributes for developers only are named dev:custom:… or custom:… like the others."),
         recalled},
        {choice::ListMissingAttribute, values({"refuse", "leave-out"}),
         Texts::tr("What ListUsers does when AttributesToGet names an attribute that some user does not have."),
         inferred},
    };
}

QList<Choice> administratorChoices()
{
    return {
        {choice::AdminHidesUsers, values({"yes", "no"}),
         Texts::tr("Whether administrators' sign-in operations also hide who exists where the app client does."),
         recalled},
        {choice::ResetUnconfirmed, values({"refuse", "reset"}),
         Texts::tr("What AdminResetUserPassword does for an unconfirmed user with a verified address."), inferred},
        {choice::UpdateGroup, values({"keep", "reset"}),
         Texts::tr("Whether settings of a group that UpdateGroup leaves out stay as they are."), inferred},
        {choice::TwoSecrets, values({"both", "newest"}),
         Texts::tr("Which of an app client's two secrets are good: both, or only the one that was added last."),
         inferred},
        {choice::LastSecret, values({"refuse", "delete"}),
         Texts::tr("Whether the last secret of an app client can be deleted."), inferred},
        {choice::SecretForPublic, values({"refuse", "accept"}),
         Texts::tr("Whether an app client that was made without a secret can be given one."), inferred},
    };
}

} // namespace

QList<Choice> operationChoices()
{
    return signInChoices() + tokenChoices() + accountChoices() + ownAccountChoices() + administratorChoices();
}

} // namespace poolscope::sandbox
