#include "ui/why/repairtexts.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace poolscope::ui {

namespace {

using auth::Repair;

struct RepairText
{
    Q_DECLARE_TR_FUNCTIONS(RepairTexts)
};

struct NamedRepair
{
    Repair repair;
    QLatin1StringView action;
};

constexpr std::array<NamedRepair, 13> namedRepairs{{
    {Repair::ConfirmSignUp, QLatin1StringView("confirmSignUp")},
    {Repair::ResendCode, QLatin1StringView("resendCode")},
    {Repair::ResendInvitation, QLatin1StringView("resendInvitation")},
    {Repair::TemporaryPassword, QLatin1StringView("temporaryPassword")},
    {Repair::LastingPassword, QLatin1StringView("lastingPassword")},
    {Repair::ResetPassword, QLatin1StringView("resetPassword")},
    {Repair::StartReset, QLatin1StringView("startReset")},
    {Repair::Enable, QLatin1StringView("enable")},
    {Repair::VerifyEmail, QLatin1StringView("verifyEmail")},
    {Repair::VerifyPhone, QLatin1StringView("verifyPhone")},
    {Repair::MoveEmail, QLatin1StringView("moveEmail")},
    {Repair::MovePhone, QLatin1StringView("movePhone")},
    {Repair::AllowSrp, QLatin1StringView("allowSrp")},
}};

} // namespace

QString actionOf(Repair repair)
{
    const auto found = std::find_if(namedRepairs.begin(), namedRepairs.end(),
                                    [repair](const NamedRepair &one) { return one.repair == repair; });
    return found == namedRepairs.end() ? QString() : QString(found->action);
}

std::optional<Repair> repairOf(const QString &action)
{
    const auto found = std::find_if(namedRepairs.begin(), namedRepairs.end(),
                                    [&action](const NamedRepair &one) { return one.action == action; });
    return found == namedRepairs.end() ? std::nullopt : std::optional(found->repair);
}

QString doneSentence(Repair repair, const auth::CodeDelivery &delivery)
{
    switch (repair) {
    case Repair::ConfirmSignUp:
        return RepairText::tr("Done: the sign-up is confirmed.");
    case Repair::ResendCode:
    case Repair::StartReset:
        return delivery.sentence();
    case Repair::ResendInvitation:
        return RepairText::tr("Done: a new invitation is on its way.");
    case Repair::TemporaryPassword:
        return RepairText::tr("Done: tell the user the temporary password. It was sent to nobody.");
    case Repair::LastingPassword:
        return RepairText::tr("Done: tell the user the password. It was sent to nobody.");
    case Repair::ResetPassword:
        return RepairText::tr("Done: the password is reset, and a code is on its way.");
    case Repair::Enable:
        return RepairText::tr("Done: the user is enabled.");
    case Repair::VerifyEmail:
        return RepairText::tr("Done: the e-mail address counts as verified.");
    case Repair::VerifyPhone:
        return RepairText::tr("Done: the phone number counts as verified.");
    case Repair::MoveEmail:
        return RepairText::tr("Done: the e-mail address is this user's.");
    case Repair::MovePhone:
        return RepairText::tr("Done: the phone number is this user's.");
    case Repair::AllowSrp:
        return RepairText::tr("Done: users may sign in with SRP at this app client.");
    }
    return {};
}

QString progressSentence(auth::RepairProgress progress)
{
    using auth::RepairProgress;
    switch (progress) {
    case RepairProgress::NothingChanged:
        break;
    case RepairProgress::AddressMayBeTaken:
        return RepairText::tr("The other user may have lost the address already.");
    case RepairProgress::AddressTaken:
        return RepairText::tr("The address was already taken from the other user; it is nobody's now.");
    case RepairProgress::AddressMayHaveMoved:
        return RepairText::tr(
            "The address was already taken from the other user; whether this one has it is not known.");
    }
    return {};
}

} // namespace poolscope::ui
