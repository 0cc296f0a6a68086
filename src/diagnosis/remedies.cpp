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
                RemedyText::tr("The user is confirmed as if the code had been entered. The e-mail address and the "
                               "phone number do not become verified by it."),
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
        break;
    }
    return codeRemedy(repair);
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
