#include "diagnosis/signinevidence.h"

#include "core/showntime.h"
#include "diagnosis/clientflows.h"
#include "diagnosis/remedies.h"
#include "diagnosis/signinnames.h"
#include "diagnosis/temporarypassword.h"
#include "users/userlistmodel.h"

#include <QCoreApplication>
#include <QDateTime>

namespace poolscope::diagnosis {

namespace {

using Bearing = Evidence::Bearing;

struct EvidenceText
{
    Q_DECLARE_TR_FUNCTIONS(SignInEvidence)
};

QString dateOf(const std::optional<double> &seconds)
{
    if (!seconds)
        return {};
    return shownTime(QDateTime::fromMSecsSinceEpoch(qint64(*seconds * 1000), Qt::UTC));
}

void addAddress(QList<Evidence> &list, const QString &name, const SignInCase &given, NameKind kind)
{
    const QString value = valueOf(given.user, kind);
    if (value.isEmpty()) {
        list.append({name, EvidenceText::tr("none"), Bearing::Plain});
        return;
    }
    const bool verified = isVerified(given.user, kind);
    const NameUse use = useOf(given.user, kind, given.settings);
    QString text = verified ? EvidenceText::tr("%1, verified") : EvidenceText::tr("%1, not verified");
    if (use == NameUse::SignsIn)
        text += QStringLiteral(" · ") + EvidenceText::tr("signs in with it");
    else if (use != NameUse::Unknown)
        text += QStringLiteral(" · ") + EvidenceText::tr("does not sign in with it");
    list.append({name, text.arg(value), use == NameUse::NotVerified ? Bearing::Against : Bearing::Plain});
}

void addState(QList<Evidence> &list, const SignInCase &given)
{
    const idp::UserType &user = given.user;
    const bool enabled = user.enabled.value_or(true);
    const QString status = user.userStatus.value_or(QString());
    list.append({EvidenceText::tr("Status"), status, status == u"CONFIRMED" ? Bearing::Plain : Bearing::Against});
    list.append({EvidenceText::tr("Enabled"), enabled ? EvidenceText::tr("yes") : EvidenceText::tr("no"),
                 enabled ? Bearing::Plain : Bearing::Against});
    list.append({EvidenceText::tr("Created"), dateOf(user.userCreateDate), Bearing::Plain});
    list.append({EvidenceText::tr("Last changed"), dateOf(user.userLastModifiedDate), Bearing::Plain});
    if (given.told) {
        const bool locked = given.told->lockedUntilMs > given.nowMs;
        list.append({EvidenceText::tr("Locked out"), locked ? EvidenceText::tr("yes") : EvidenceText::tr("no"),
                     locked ? Bearing::Against : Bearing::Plain});
        if (given.told->wrongPasswords > 0)
            list.append({EvidenceText::tr("Wrong passwords"),
                         EvidenceText::tr("%n in a row", nullptr, given.told->wrongPasswords), Bearing::Against});
    }
    if (status != u"FORCE_CHANGE_PASSWORD")
        return;
    if (given.told) {
        const bool lives = given.told->temporaryPasswordLives;
        list.append({EvidenceText::tr("Temporary password"),
                     lives ? EvidenceText::tr("not expired") : EvidenceText::tr("expired"),
                     lives ? Bearing::Plain : Bearing::Against});
        return;
    }
    const TemporaryPassword password = temporaryPasswordOf(user, given.settings, given.nowMs);
    const QString days = EvidenceText::tr("good for %1").arg(EvidenceText::tr("%n days", nullptr, password.days));
    list.append({EvidenceText::tr("Temporary password"),
                 password.daysKnown ? days : EvidenceText::tr("%1, unless the pool says otherwise").arg(days),
                 password.daysKnown ? Bearing::Plain : Bearing::Unknown});
}

void addRecovery(QList<Evidence> &list, const SignInCase &given)
{
    const Recovery recovery = recoveryOf(given.user, given.settings);
    const QString text = recovery == Recovery::Possible    ? EvidenceText::tr("by a code to a verified address")
                         : recovery == Recovery::AdminOnly ? EvidenceText::tr("only by an administrator")
                                                           : EvidenceText::tr("not possible: no verified address");
    list.append({EvidenceText::tr("Forgotten password"), text,
                 recovery == Recovery::NoVerifiedAddress ? Bearing::Against : Bearing::Plain});
}

void addPool(QList<Evidence> &list, const auth::PoolSettings &settings)
{
    if (settings.pool)
        list.append({EvidenceText::tr("Upper and lower case"),
                     tellsCaseApart(settings) ? EvidenceText::tr("are told apart in this pool")
                                              : EvidenceText::tr("make no difference in this pool"),
                     Bearing::Plain});
    if (const auto flows = flowsOf(settings)) {
        const QString names =
            flows->names.isEmpty() ? EvidenceText::tr("the service's default (SRP)") : flows->names.join(u", ");
        list.append({EvidenceText::tr("The app client allows"), names,
                     takesPasswords(*flows) ? Bearing::Plain : Bearing::Against});
        const bool hides = auth::clientHidesUsers(settings).value_or(false);
        list.append({EvidenceText::tr("A wrong name sounds"),
                     hides ? EvidenceText::tr("like a wrong password: the app client hides who exists")
                           : EvidenceText::tr("unlike a wrong password: the app client tells who exists"),
                     Bearing::Plain});
    }
}

QString triggersOf(const auth::PoolSettings &settings)
{
    QStringList names;
    if (settings.pool && settings.pool->lambdaConfig) {
        const idp::LambdaConfigType &triggers = *settings.pool->lambdaConfig;
        const auto add = [&names](const std::optional<QString> &arn, QLatin1StringView name) {
            if (arn && !arn->isEmpty())
                names += name;
        };
        add(triggers.preAuthentication, QLatin1StringView("PreAuthentication"));
        add(triggers.postAuthentication, QLatin1StringView("PostAuthentication"));
        const auto versioned = triggers.preTokenGenerationConfig.value_or(idp::PreTokenGenerationVersionConfigType{});
        const bool isVersioned = !versioned.lambdaArn.value_or(QString()).isEmpty();
        add(isVersioned ? versioned.lambdaArn : triggers.preTokenGeneration, QLatin1StringView("PreTokenGeneration"));
        add(triggers.defineAuthChallenge, QLatin1StringView("DefineAuthChallenge"));
        add(triggers.createAuthChallenge, QLatin1StringView("CreateAuthChallenge"));
        add(triggers.verifyAuthChallengeResponse, QLatin1StringView("VerifyAuthChallengeResponse"));
        add(triggers.userMigration, QLatin1StringView("UserMigration"));
    }
    return names.join(QStringLiteral(", "));
}

QStringList notSeenOfSettings(const auth::PoolSettings &settings)
{
    QStringList list;
    if (!settings.pool)
        list += EvidenceText::tr("The pool's settings: which names sign in, and whether upper and lower case count.");
    if (!settings.client)
        list += EvidenceText::tr("The app client's settings: which ways to sign in it allows.");
    if (const QString triggers = triggersOf(settings); !triggers.isEmpty())
        list += EvidenceText::tr("What the pool's Lambda triggers answer (%1): each of them can refuse a sign-in.")
                    .arg(triggers);
    return list;
}

QString notAllPages()
{
    return EvidenceText::tr("Users on further pages: the service had more of them than were read.");
}

} // namespace

QList<Evidence> evidenceOf(const SignInCase &given)
{
    const idp::UserType &user = given.user;
    QList<Evidence> list{{EvidenceText::tr("Looked for"), given.typed, Bearing::Plain},
                         {EvidenceText::tr("User name"), valueOf(user, NameKind::Username), Bearing::Plain}};
    const QString sub = valueOf(user, NameKind::Sub);
    if (!sub.isEmpty() && sub != user.username)
        list.append({QStringLiteral("sub"), sub, Bearing::Plain});
    addState(list, given);
    addAddress(list, EvidenceText::tr("E-mail address"), given, NameKind::Email);
    addAddress(list, EvidenceText::tr("Phone number"), given, NameKind::Phone);
    addRecovery(list, given);
    if (given.asked) {
        const QStringList factors = given.asked->userMFASettingList.value_or(QStringList());
        list.append({EvidenceText::tr("Second factors"),
                     factors.isEmpty() ? EvidenceText::tr("none") : factors.join(u", "), Bearing::Plain});
    }
    for (const idp::UserType &other : given.others)
        list.append({EvidenceText::tr("Also found"), valueOf(other, NameKind::Username), Bearing::Plain});
    addPool(list, given.settings);
    return list;
}

QList<Evidence> evidenceOfNobody(const QString &typed, const auth::PoolSettings &settings)
{
    QList<Evidence> list{{EvidenceText::tr("Looked for"), typed, Bearing::Plain}};
    addPool(list, settings);
    return list;
}

QStringList notSeenFor(const SignInCase &given)
{
    QStringList list;
    if (!given.told)
        list += EvidenceText::tr(
            "Wrong passwords, and the lock-out after them: the service tells nobody. From the fifth wrong one on, each "
            "locks the user out: for 1 second first, then twice as long each time, up to about 15 minutes. Until it is "
            "over even the right one is refused.");
    if (!given.asked)
        list += EvidenceText::tr("Second factors: ListUsers does not tell them.");
    list += EvidenceText::tr("The app itself: whether it uses this pool and this app client.");
    if (given.user.userStatus == u"FORCE_CHANGE_PASSWORD" && !given.told)
        list +=
            EvidenceText::tr("When the temporary password was set: only the dates of creation and of the last change "
                             "are told, and whether a repeated invitation moves the latter is not documented.");
    if (!given.othersKnown)
        list += notAllPages();
    return list + notSeenOfSettings(given.settings);
}

QStringList notSeenForNobody(const users::LookupResult &result, const auth::PoolSettings &settings)
{
    QStringList list{EvidenceText::tr("Other user pools: the user may be in one of them."),
                     EvidenceText::tr("Users who were created or changed a moment ago: lists follow with a delay.")};
    if (mayBeInOtherLetters(result.typed, settings))
        list += EvidenceText::tr("User names in other letters: ListUsers finds only those in the very case, and a few "
                                 "ways to write one were tried.");
    if (!result.sawAll())
        list += notAllPages();
    return list + notSeenOfSettings(settings);
}

bool mayBeInOtherLetters(const QString &typed, const auth::PoolSettings &settings)
{
    if (typed.toLower() == typed.toUpper())
        return false;
    // Where addresses are the names, the user name is the sub, and addresses are found in any case.
    const bool namedByAddress = settings.pool && !settings.pool->usernameAttributes.value_or(QStringList()).isEmpty();
    return !namedByAddress && (!settings.pool || !tellsCaseApart(settings));
}

} // namespace poolscope::diagnosis
