#include "diagnosis/passwordfindings.h"

#include "core/showntime.h"
#include "diagnosis/remedies.h"
#include "diagnosis/signinnames.h"
#include "diagnosis/temporarypassword.h"

#include <QCoreApplication>
#include <QLocale>

namespace poolscope::diagnosis {

namespace {

using auth::Repair;
using Weight = Finding::Weight;

struct PasswordText
{
    Q_DECLARE_TR_FUNCTIONS(SignInTrouble)
};

QString dayOf(const QDateTime &utc)
{
    return QLocale().toString(utc.toLocalTime().date(), QLocale::LongFormat);
}

QList<Remedy> temporaryPasswordRemedies(const idp::UserType &user)
{
    QList<Remedy> remedies;
    if (hasAddress(user))
        remedies += remedy(Repair::ResendInvitation, user);
    return remedies << remedy(Repair::TemporaryPassword, user) << remedy(Repair::LastingPassword, user);
}

QString noResetYet()
{
    return PasswordText::tr("The user was invited, or an administrator set a temporary password: a new "
                            "one has to be chosen at the next sign-in. “Forgot password” cannot help in "
                            "this state.");
}

// The sandbox knows what the service tells nobody.
Finding toldTemporaryPassword(const idp::UserType &user, bool lives)
{
    if (lives)
        return {.cause = QStringLiteral("temporary-valid"),
                .weight = Weight::Hinders,
                .sentence =
                    PasswordText::tr("Must sign in with the temporary password first, and then choose another."),
                .why = noResetYet(),
                .todo = PasswordText::tr("Where an invitation was sent it stands in that; otherwise whoever set it "
                                         "knows it."),
                .remedies = temporaryPasswordRemedies(user)};
    return {.cause = QStringLiteral("temporary-expired"),
            .weight = Weight::Blocks,
            .sentence = PasswordText::tr("Cannot sign in: the temporary password has expired."),
            .why = noResetYet(),
            .todo = {},
            .remedies = temporaryPasswordRemedies(user)};
}

} // namespace

Finding temporaryPasswordFinding(const SignInCase &given)
{
    using State = TemporaryPassword::State;
    if (given.told)
        return toldTemporaryPassword(given.user, given.told->temporaryPasswordLives);
    const TemporaryPassword password = temporaryPasswordOf(given.user, given.settings, given.nowMs);
    const QString noReset = noResetYet();
    Finding finding{.cause = QStringLiteral("temporary-valid"),
                    .weight = Weight::Hinders,
                    .sentence = {},
                    .why = noReset,
                    .todo = {},
                    .remedies = temporaryPasswordRemedies(given.user)};
    if (password.state == State::Expired && password.daysKnown) {
        finding.cause = QStringLiteral("temporary-expired");
        finding.sentence = PasswordText::tr("Most likely cannot sign in: the temporary password expired on %1.")
                               .arg(dayOf(password.ends));
        finding.why =
            PasswordText::tr("Temporary passwords of this pool last %n days.", nullptr, password.days) + u' ' + noReset;
    } else if (password.state == State::Valid && password.daysKnown && given.expiresOnDemand) {
        finding.cause = QStringLiteral("temporary-either");
        finding.sentence =
            PasswordText::tr("Must sign in with the temporary password first, unless it was made to expire.");
        finding.todo = PasswordText::tr("By its dates it is good until %1. Whether it was made to expire on demand is "
                                        "shown by “Expire” in the list of users.")
                           .arg(dayOf(password.endsAtLeast));
    } else if (password.state == State::Valid && password.daysKnown) {
        finding.sentence = PasswordText::tr("Must sign in with the temporary password first, and then choose another.");
        finding.todo = PasswordText::tr("It is good until %1 at least. Where an invitation was sent it stands in that; "
                                        "otherwise whoever set it knows it.")
                           .arg(dayOf(password.endsAtLeast));
    } else {
        finding.cause = QStringLiteral("temporary-either");
        finding.sentence = PasswordText::tr("Possibly cannot sign in: the temporary password may have expired.");
        finding.why =
            (password.daysKnown
                 ? PasswordText::tr("The service does not tell when the password was set: on the day when the "
                                    "user was created, or later.")
                 : PasswordText::tr("How long temporary passwords last in this pool could not be read.")) +
            u' ' + noReset;
    }
    return finding;
}

std::optional<Finding> lockOutFinding(const SignInCase &given)
{
    if (!given.told || given.told->lockedUntilMs <= given.nowMs)
        return {};
    return Finding{
        .cause = QStringLiteral("locked-out"),
        .weight = Weight::Blocks,
        .sentence =
            PasswordText::tr("Cannot sign in with a password until %1 by the sandbox's clock: too many were wrong.")
                .arg(shownEnd(given.told->lockedUntilMs)),
        .why = PasswordText::tr(
            "From the fifth wrong password on, each locks the user out: for 1 second first, then twice as "
            "long each time, up to about 15 minutes. Until it is over even the right password is refused."),
        .todo = PasswordText::tr("Wait until then. In the sandbox it can also be ended at once."),
        .remedies = {},
        .signInName = {},
        .sandboxEnds = true};
}

} // namespace poolscope::diagnosis
