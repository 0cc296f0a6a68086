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
         Texts::tr("How many seconds the TIMESTAMP of an SRP answer may differ from the computer's own time."),
         inferred},
        {choice::LateSrpAnswer, values({"session-expired", "wrong-password"}),
         Texts::tr("What an SRP answer hears whose SECRET_BLOCK is too old or was used before."), inferred},
        {choice::RevokeUnknown, values({"accept", "refuse"}),
         Texts::tr("Whether RevokeToken takes a refresh token that nobody knows for already revoked."), inferred},
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
        {choice::ListMissingAttribute, values({"refuse", "leave-out"}),
         Texts::tr("What ListUsers does when AttributesToGet names an attribute that some user does not have."),
         inferred},
    };
}

} // namespace

QList<Choice> operationChoices()
{
    return signInChoices() + accountChoices();
}

} // namespace poolscope::sandbox
