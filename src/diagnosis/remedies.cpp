#include "diagnosis/remedies.h"

#include "diagnosis/signinnames.h"

#include <QCoreApplication>

#include <algorithm>

namespace poolscope::diagnosis {

namespace {

struct RemedyText
{
    Q_DECLARE_TR_FUNCTIONS(Remedies)
};

Remedy passwordRemedy(auth::Repair repair)
{
    if (repair == auth::Repair::TemporaryPassword)
        return {repair, RemedyText::tr("Set a temporary password…"),
                RemedyText::tr("You set a temporary password and tell it to the user; nothing is sent. The password "
                               "that the user has stops working, and at the next sign-in the user chooses a new one."),
                true};
    return {repair, RemedyText::tr("Set a password…"),
            RemedyText::tr("You set a password that lasts and tell it to the user; nothing is sent. The password that "
                           "the user has stops working. Afterwards the user counts as confirmed."),
            true};
}

Remedy codeRemedy(auth::Repair repair)
{
    if (repair == auth::Repair::ResendCode)
        return {repair, RemedyText::tr("Send a new code"),
                RemedyText::tr("A new confirmation code goes to the user's address, as when the user asks for it. The "
                               "service allows 5 of them an hour."),
                false};
    if (repair == auth::Repair::ResetPassword)
        return {repair, RemedyText::tr("Reset the password…"),
                RemedyText::tr("The user's password stops working at once, and a code for a new one goes to a verified "
                               "address. Until the user has used it, the status is RESET_REQUIRED."),
                true};
    return {repair, RemedyText::tr("Send a reset code"),
            RemedyText::tr("A code for a new password goes to a verified address of the user, as with “Forgot "
                           "password” in an app. The password that the user has works until the code is used."),
            false};
}

Remedy verifyRemedy(auth::Repair repair, const idp::UserType &user)
{
    const bool email = repair == auth::Repair::VerifyEmail;
    const QString address = valueOf(user, email ? NameKind::Email : NameKind::Phone);
    return {repair,
            email ? RemedyText::tr("Mark the e-mail address as verified")
                  : RemedyText::tr("Mark the phone number as verified"),
            RemedyText::tr("The service takes %1 for the user's own from then on, without a code being sent. Do this "
                           "only if you know that it is.")
                .arg(address),
            false};
}

} // namespace

Remedy remedy(auth::Repair repair, const idp::UserType &user)
{
    using auth::Repair;
    switch (repair) {
    case Repair::ConfirmSignUp:
        return {repair, RemedyText::tr("Confirm the sign-up"),
                RemedyText::tr("The user is confirmed without a code. Other than by a code, the e-mail address and "
                               "the phone number do not become verified."),
                false};
    case Repair::ResendInvitation:
        return {repair, RemedyText::tr("Send a new invitation"),
                RemedyText::tr("The service makes a new temporary password and sends it to the user; its days begin "
                               "again. The earlier one stops working."),
                true};
    case Repair::Enable:
        return {repair, RemedyText::tr("Enable the user"),
                RemedyText::tr("The user may sign in again, with the same password and status as before. Sign-ins that "
                               "were ended when the user was disabled stay ended."),
                false};
    case Repair::TemporaryPassword:
    case Repair::LastingPassword:
        return passwordRemedy(repair);
    case Repair::VerifyEmail:
    case Repair::VerifyPhone:
        return verifyRemedy(repair, user);
    case Repair::ResendCode:
    case Repair::ResetPassword:
    case Repair::StartReset:
        return codeRemedy(repair);
    case Repair::MoveEmail: // these need to know more than the user
    case Repair::MovePhone:
    case Repair::AllowSrp:
        break;
    }
    return {};
}

Remedy movingRemedy(bool email, const idp::UserType &user, const idp::UserType &owner)
{
    const QString address = valueOf(user, email ? NameKind::Email : NameKind::Phone);
    return {
        email ? auth::Repair::MoveEmail : auth::Repair::MovePhone,
        RemedyText::tr("Give this user the address…"),
        RemedyText::tr("%1 is marked as not verified for the other user, %2, and as verified for this one. From then "
                       "on this user signs in with it; the other one still has it, but neither signs in with it nor "
                       "gets a code for a forgotten password there. Do this only if you know whose it is.")
            .arg(address, owner.username.value_or(QString())),
        true,
        owner.username.value_or(QString()),
        address};
}

Remedy allowSrpRemedy(const idp::UserPoolClientType &client)
{
    const QString id = client.clientId.value_or(QString());
    const QString name = client.clientName.value_or(id);
    const QStringList flows = client.explicitAuthFlows.value_or(QStringList());
    const QString change = flows.contains(QStringLiteral("CUSTOM_AUTH_FLOW_ONLY"))
                               ? RemedyText::tr("without CUSTOM_AUTH_FLOW_ONLY")
                               : RemedyText::tr("with ALLOW_USER_SRP_AUTH");
    return {
        auth::Repair::AllowSrp, RemedyText::tr("Allow SRP for this app client…"),
        RemedyText::tr("From then on every user of the pool may sign in with SRP at the app client %1. Its settings "
                       "are read and sent again %2, because the service resets what is left out: a setting that "
                       "this version of Poolscope does not know would go back to its default.")
            .arg(name == id ? id : QStringLiteral("%1 (%2)").arg(name, id), change),
        true};
}

Recovery recoveryOf(const idp::UserType &user, const auth::PoolSettings &settings)
{
    QStringList ways{QStringLiteral("verified_email"), QStringLiteral("verified_phone_number")};
    if (settings.pool && settings.pool->accountRecoverySetting &&
        settings.pool->accountRecoverySetting->recoveryMechanisms) {
        ways.clear();
        const auto mechanisms = *settings.pool->accountRecoverySetting->recoveryMechanisms;
        for (const idp::RecoveryOptionType &one : mechanisms)
            ways += one.name.value_or(QString());
    }
    if (ways.contains(QStringLiteral("admin_only")))
        return Recovery::AdminOnly;
    const bool byMail = ways.contains(QStringLiteral("verified_email")) && isVerified(user, NameKind::Email);
    const bool byPhone = ways.contains(QStringLiteral("verified_phone_number")) && isVerified(user, NameKind::Phone);
    return byMail || byPhone ? Recovery::Possible : Recovery::NoVerifiedAddress;
}

QList<Remedy> verifyingRemedies(const idp::UserType &user)
{
    QList<Remedy> remedies;
    if (!valueOf(user, NameKind::Email).isEmpty() && !isVerified(user, NameKind::Email))
        remedies += remedy(auth::Repair::VerifyEmail, user);
    if (!valueOf(user, NameKind::Phone).isEmpty() && !isVerified(user, NameKind::Phone))
        remedies += remedy(auth::Repair::VerifyPhone, user);
    return remedies;
}

} // namespace poolscope::diagnosis
