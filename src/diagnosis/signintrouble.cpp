#include "diagnosis/signintrouble.h"

#include "diagnosis/clientflows.h"
#include "diagnosis/passwordfindings.h"
#include "diagnosis/remedies.h"
#include "diagnosis/signinevidence.h"
#include "diagnosis/signinnames.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <iterator>

namespace poolscope::diagnosis {

namespace {

using namespace Qt::StringLiterals;
using auth::Repair;
using Weight = Finding::Weight;

struct TroubleText
{
    Q_DECLARE_TR_FUNCTIONS(SignInTrouble)
};

QString statusOf(const SignInCase &given)
{
    return given.user.userStatus.value_or(QString());
}

bool isEnabled(const SignInCase &given)
{
    return given.user.enabled.value_or(true);
}

Finding disabledUser(const SignInCase &given)
{
    return {.cause = QStringLiteral("disabled"),
            .weight = Weight::Blocks,
            .sentence = TroubleText::tr("Cannot sign in: an administrator has disabled this user."),
            .why = TroubleText::tr("While the user is disabled, passwords and codes do not help."),
            .todo = {},
            .remedies = {remedy(Repair::Enable, given.user)}};
}

// A sign-in by a code confirms the user: then an open sign-up is no obstacle. Nothing where that cannot be told.
std::optional<bool> signsInByCode(const auth::PoolSettings &settings)
{
    const auto flows = flowsOf(settings);
    if (flows && !flows->choice)
        return false;
    if (!settings.pool)
        return {};
    const auto policies = settings.pool->policies.value_or(idp::UserPoolPolicyType{});
    const auto policy = policies.signInPolicy.value_or(idp::SignInPolicyType{});
    const QStringList factors = policy.allowedFirstAuthFactors.value_or(QStringList());
    if (!factors.contains(u"EMAIL_OTP"_s) && !factors.contains(u"SMS_OTP"_s))
        return false;
    return flows ? std::optional(true) : std::nullopt;
}

// A code for the sign-up goes to an address that the pool verifies by itself; without that, forgotten passwords have none.
bool codeWouldVerify(const SignInCase &given)
{
    if (!given.settings.pool || recoveryOf(given.user, given.settings) != Recovery::NoVerifiedAddress)
        return false;
    const QStringList verified = given.settings.pool->autoVerifiedAttributes.value_or(QStringList());
    return (verified.contains(u"email"_s) && !valueOf(given.user, NameKind::Email).isEmpty()) ||
           (verified.contains(u"phone_number"_s) && !valueOf(given.user, NameKind::Phone).isEmpty());
}

Finding unconfirmed(const SignInCase &given)
{
    const std::optional<bool> byCode = signsInByCode(given.settings);
    Finding finding{
        .cause = QStringLiteral("unconfirmed"),
        .weight = byCode == false ? Weight::Blocks : Weight::Hinders,
        .sentence = byCode == false
                        ? TroubleText::tr("Cannot sign in: the sign-up was never confirmed.")
                        : TroubleText::tr("Cannot sign in with a password: the sign-up was never confirmed."),
        .why = TroubleText::tr("The user signed up but did not enter the code that was sent; it is good for 24 hours."),
        .todo = {},
        .remedies = {}};
    if (byCode == true)
        finding.todo = TroubleText::tr("This pool and app client also allow signing in with a code that is sent, which "
                                       "confirms the user.");
    else if (byCode == false && codeWouldVerify(given))
        finding.todo =
            TroubleText::tr("Whoever can read their messages had better get a new code: it also verifies the "
                            "address. Confirmed without one, the user signs in, but no code for a forgotten "
                            "password reaches them until the address is verified.");
    else if (!byCode)
        finding.todo =
            TroubleText::tr("If pool and app client allow signing in with a code that is sent, that confirms "
                            "the user. Not all of their settings could be read.");
    if (hasAddress(given.user))
        finding.remedies += remedy(Repair::ResendCode, given.user);
    finding.remedies += remedy(Repair::ConfirmSignUp, given.user);
    return finding;
}

Finding noVerifiedAddress(const SignInCase &given)
{
    return {.cause = QStringLiteral("no-verified-address"),
            .weight = Weight::Hinders,
            .sentence = TroubleText::tr("Cannot reset a forgotten password: no address is verified."),
            .why = TroubleText::tr("Confirmed is not the same as verified: codes for a new password go to verified "
                                   "addresses only."),
            .todo = {},
            .remedies = verifyingRemedies(given.user) << remedy(Repair::LastingPassword, given.user)};
}

Finding resetRequired(const SignInCase &given)
{
    Finding finding{.cause = QStringLiteral("reset-required"),
                    .weight = Weight::Blocks,
                    .sentence = TroubleText::tr("Cannot sign in: the user must set a new password first."),
                    .why = TroubleText::tr("An administrator has reset the password, or the user was imported without "
                                           "one. The user sets a new one with “Forgot password” and a code."),
                    .todo = {},
                    .remedies = {}};
    const Recovery recovery = recoveryOf(given.user, given.settings);
    if (recovery == Recovery::Possible)
        finding.remedies += remedy(Repair::StartReset, given.user);
    else if (recovery == Recovery::NoVerifiedAddress)
        finding.todo = TroubleText::tr("No code can reach the user, because no address is verified.");
    else
        finding.todo = TroubleText::tr("In this pool only administrators reset passwords.");
    finding.remedies += remedy(Repair::LastingPassword, given.user);
    if (recovery == Recovery::NoVerifiedAddress)
        finding.remedies += verifyingRemedies(given.user);
    return finding;
}

Finding external()
{
    return {.cause = QStringLiteral("external"),
            .weight = Weight::Blocks,
            .sentence = TroubleText::tr("Cannot sign in with a password: this user signs in through another identity "
                                        "provider."),
            .why = TroubleText::tr("The user came by managed login from a provider such as Google or SAML and has no "
                                   "password in this pool."),
            .todo = TroubleText::tr("Sign in with the button of that provider."),
            .remedies = {}};
}

Finding unusedStatus(const QString &status)
{
    return {.cause = QStringLiteral("status"),
            .weight = Weight::Blocks,
            .sentence = TroubleText::tr("Possibly cannot sign in: the status %1 is not one that users have today.")
                            .arg(status.isEmpty() ? TroubleText::tr("unknown") : status),
            .why = TroubleText::tr("The service's model still lists it, but the service is not known to set it."),
            .todo = {},
            .remedies = {}};
}

std::optional<Finding> byStatus(const SignInCase &given)
{
    const QString status = statusOf(given);
    if (status == u"UNCONFIRMED")
        return unconfirmed(given);
    if (status == u"FORCE_CHANGE_PASSWORD")
        return temporaryPasswordFinding(given);
    if (status == u"RESET_REQUIRED")
        return resetRequired(given);
    if (status == u"EXTERNAL_PROVIDER")
        return external();
    if (status != u"CONFIRMED")
        return unusedStatus(status);
    return {};
}

// Another user for whom that very address is verified: then it leads there.
const idp::UserType *ownerAmong(const SignInCase &given, NameKind kind)
{
    const auto sensitivity = tellsCaseApart(given.settings) ? Qt::CaseSensitive : Qt::CaseInsensitive;
    const auto owns = [&](const idp::UserType &other) {
        return isVerified(other, kind) && valueOf(other, kind).compare(given.typed, sensitivity) == 0;
    };
    const auto owner = std::find_if(given.others.cbegin(), given.others.cend(), owns);
    return owner == given.others.cend() ? nullptr : &*owner;
}

Finding notVerifiedAlias(const SignInCase &given, NameKind kind)
{
    const QString name = given.user.username.value_or(QString());
    if (const idp::UserType *owner = ownerAmong(given, kind))
        return {.cause = QStringLiteral("alias-taken"),
                .weight = Weight::Blocks,
                .sentence = TroubleText::tr("Cannot sign in with this address: it belongs to another user, %1.")
                                .arg(owner->username.value_or(QString())),
                .why = TroubleText::tr("In this pool an address is an alias, and an alias belongs to the one user who "
                                       "verified it. For this user it is not verified."),
                .todo = TroubleText::tr("Sign in with the user name %1, or as the other user.").arg(name),
                .remedies = {movingRemedy(kind == NameKind::Email, given.user, *owner)},
                .signInName = name};
    const Repair repair = kind == NameKind::Email ? Repair::VerifyEmail : Repair::VerifyPhone;
    return {.cause = QStringLiteral("unverified-alias"),
            .weight = Weight::Blocks,
            .sentence = TroubleText::tr("Cannot sign in with this address: it is not verified."),
            .why = TroubleText::tr("In this pool an address is an alias beside the user name, and an alias counts only "
                                   "once it is verified."),
            .todo = TroubleText::tr("Until then the user name signs in: %1").arg(name),
            .remedies = {remedy(repair, given.user)},
            .signInName = name};
}

Finding notASignInName(const SignInCase &given, NameKind kind)
{
    const QString name = given.user.username.value_or(QString());
    return {.cause = kind == NameKind::Sub ? QStringLiteral("sub-is-no-name") : QStringLiteral("not-a-name"),
            .weight = Weight::Blocks,
            .sentence = TroubleText::tr("Cannot sign in with this: the user is called %1 here.").arg(name),
            .why =
                kind == NameKind::Sub
                    ? TroubleText::tr("A sub names the user in tokens; in this pool nobody signs in with it.")
                    : TroubleText::tr("This pool was made without this kind of alias, which cannot be changed later."),
            .todo = TroubleText::tr("Sign in with the user name %1.").arg(name),
            .remedies = {},
            .signInName = name};
}

Finding wrongCase(const SignInCase &given, const QString &right)
{
    Finding finding{.cause = QStringLiteral("wrong-case"),
                    .weight = Weight::Blocks,
                    .sentence =
                        TroubleText::tr("Cannot sign in as %1: the name is written %2.").arg(given.typed, right),
                    .why = TroubleText::tr("This pool tells upper from lower case, which cannot be changed later."),
                    .todo = TroubleText::tr("Type the name exactly like that."),
                    .remedies = {},
                    .signInName = right};
    if (!given.settings.pool) {
        finding.weight = Weight::Hinders;
        finding.sentence =
            TroubleText::tr("Possibly cannot sign in as %1: the name is written %2.").arg(given.typed, right);
        finding.why =
            TroubleText::tr("Some pools tell upper from lower case. Whether this one does could not be read.");
    }
    return finding;
}

std::optional<Finding> byName(const SignInCase &given)
{
    const auto match = matchOf(given.user, given.typed);
    if (!match)
        return {};
    switch (useOf(given.user, match->kind, given.settings)) {
    case NameUse::NotVerified:
        return notVerifiedAlias(given, match->kind);
    case NameUse::NoName:
        return notASignInName(given, match->kind);
    case NameUse::SignsIn:
        if (!match->sameCase && tellsCaseApart(given.settings))
            return wrongCase(given, valueOf(given.user, match->kind));
        break;
    case NameUse::Unknown:
        break;
    }
    return {};
}

std::optional<Finding> byFlows(const auth::PoolSettings &settings)
{
    const auto flows = flowsOf(settings);
    if (!flows || takesPasswords(*flows))
        return {};
    return Finding{.cause = QStringLiteral("no-password-flow"),
                   .weight = Weight::Blocks,
                   .sentence = TroubleText::tr("Cannot sign in with a password: this app client allows no user to."),
                   .why = flows->adminPassword
                              ? TroubleText::tr("It takes passwords only from a server with AWS credentials.")
                              : TroubleText::tr("None of the ways that take a password from the user is switched on."),
                   .todo = TroubleText::tr("Allow SRP for it, or use another app client."),
                   .remedies = {allowSrpRemedy(*settings.client)}};
}

// Nothing keeps the user out as far as that goes: where the settings are missing, they may.
Finding nothingSeen(const auth::PoolSettings &settings)
{
    Finding finding{
        .cause = QStringLiteral("nothing"),
        .weight = Weight::Unsure,
        .sentence = {},
        .why = TroubleText::tr("What remains is a wrong password, or something that cannot be seen from here."),
        .todo = {},
        .remedies = {}};
    if (settings.pool && settings.client) {
        finding.weight = Weight::Clear;
        finding.sentence = TroubleText::tr("Nothing that can be seen keeps this user from signing in.");
        finding.why = TroubleText::tr("User, pool and app client allow it. What remains is a wrong password, or "
                                      "something that cannot be seen from here.");
    } else if (settings.pool) {
        finding.sentence =
            TroubleText::tr("User and pool allow signing in; whether the app client does could not be read.");
    } else if (settings.client) {
        finding.sentence =
            TroubleText::tr("User and app client allow signing in; whether the pool does could not be read.");
    } else {
        finding.sentence =
            TroubleText::tr("The user's state allows signing in; whether pool and app client do could not be read.");
    }
    return finding;
}

Finding nothingWrong(const SignInCase &given)
{
    Finding finding = nothingSeen(given.settings);
    const auto match = matchOf(given.user, given.typed);
    if (match && useOf(given.user, match->kind, given.settings) == NameUse::SignsIn)
        finding.signInName = given.typed; // to try
    if (recoveryOf(given.user, given.settings) == Recovery::Possible)
        finding.remedies << remedy(Repair::StartReset, given.user) << remedy(Repair::ResetPassword, given.user);
    finding.remedies << remedy(Repair::TemporaryPassword, given.user);
    return finding;
}

} // namespace

QList<idp::UserType> named(const QList<idp::UserType> &users, const QString &typed)
{
    QList<idp::UserType> list;
    std::copy_if(users.cbegin(), users.cend(), std::back_inserter(list),
                 [&typed](const idp::UserType &user) { return matchOf(user, typed).has_value(); });
    return list;
}

QString knownAs(const idp::UserType &user)
{
    for (const NameKind kind : {NameKind::Email, NameKind::Phone}) {
        if (const QString value = valueOf(user, kind); !value.isEmpty())
            return value;
    }
    return user.username.value_or(QString());
}

QString fullNameOf(const idp::UserType &user)
{
    const QString known = knownAs(user);
    const QString name = user.username.value_or(QString());
    return known == name ? known : QStringLiteral("%1 (%2)").arg(known, name);
}

SignInTrouble troubleOf(const SignInCase &given)
{
    QList<Finding> findings;
    if (!isEnabled(given))
        findings += disabledUser(given);
    for (const std::optional<Finding> &finding :
         {byName(given), byStatus(given), lockOutFinding(given), byFlows(given.settings)}) {
        if (finding)
            findings += *finding;
    }
    const bool signsIn = statusOf(given) == u"CONFIRMED" && isEnabled(given);
    const bool blocked = std::any_of(findings.cbegin(), findings.cend(),
                                     [](const Finding &one) { return one.weight == Weight::Blocks; });
    if (findings.isEmpty())
        findings += nothingWrong(given);
    if (signsIn && !blocked && recoveryOf(given.user, given.settings) == Recovery::NoVerifiedAddress)
        findings += noVerifiedAddress(given);
    std::stable_partition(findings.begin(), findings.end(),
                          [](const Finding &one) { return one.weight == Weight::Blocks; });
    return {findings, evidenceOf(given), notSeenFor(given)};
}

SignInTrouble troubleOfNobody(const users::LookupResult &result, const auth::PoolSettings &settings)
{
    Finding finding{.cause = QStringLiteral("nobody"),
                    .weight = Weight::Blocks,
                    .sentence = TroubleText::tr("Nobody in this user pool has the name %1.").arg(result.typed),
                    .why = {},
                    .todo = result.similar.isEmpty() ? TroubleText::tr("Check the spelling, and whether this is the "
                                                                       "right connection.")
                                                     : TroubleText::tr("Perhaps one of those above is meant."),
                    .remedies = {}};
    if (!result.sawAll()) {
        finding.cause = QStringLiteral("nobody-so-far");
        finding.weight = Weight::Hinders;
        finding.sentence = TroubleText::tr("Possibly nobody in this user pool has the name %1.").arg(result.typed);
        finding.why = TroubleText::tr("The service went on giving pages, and not all of them were read.");
    } else if (mayBeInOtherLetters(result.typed, settings)) {
        finding.cause = QStringLiteral("nobody-so-written");
        finding.weight = Weight::Hinders;
        finding.sentence = TroubleText::tr("Nobody was found who is written exactly %1.").arg(result.typed);
        finding.why = settings.pool
                          ? TroubleText::tr("In this pool upper and lower case make no difference at sign-in, but "
                                            "ListUsers tells them apart when it looks for a user name.")
                          : TroubleText::tr("ListUsers tells upper and lower case apart when it looks for a user name. "
                                            "Whether this pool does at sign-in could not be read.");
        finding.todo += u' ' + TroubleText::tr("Or ask for whom the service takes this name.");
    }
    if (auth::clientHidesUsers(settings).value_or(false))
        finding.why += (finding.why.isEmpty() ? QString() : QStringLiteral(" ")) +
                       TroubleText::tr("The app client hides a wrong name: the user hears of a wrong password, and "
                                       "“Forgot password” says that a code was sent although none was.");
    return {{finding}, evidenceOfNobody(result.typed, settings), notSeenForNobody(result, settings)};
}

} // namespace poolscope::diagnosis
