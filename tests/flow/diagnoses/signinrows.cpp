#include "diagnoses/rows.h"

// Signing in, its steps and codes.
namespace poolscope::sandbox::test {

using namespace Qt::StringLiterals;

namespace {

QString wrongTimes(TestWorld &w, int times)
{
    const QString name = w.confirmed(w.names, w.newName());
    for (int i = 0; i < times; ++i)
        w.passwordSignIn(w.names, name, otherPassword);
    return name;
}

} // namespace

void signInRows()
{
    const Act wrong = [](TestWorld &w) {
        return verdict(w.passwordSignIn(w.names, w.confirmed(w.names, w.newName()), otherPassword));
    };
    produced("4 wrong password", 4, "incorrect", wrong);
    produced("4 wrong password, users hidden", 4, "incorrect-hidden", wrong, hides);
    produced("4 nobody, and the sandbox tells", 4, "incorrect-nobody",
             [](TestWorld &w) { return verdict(w.passwordSignIn(w.hidden, u"ghost"_s)); },
             {{u"client.hidesUsers"_s, u"yes"_s}, {u"user.exists"_s, u"no"_s}});
    produced("4 wrong password, and the sandbox tells", 4, "incorrect-known", wrong,
             {{u"client.hidesUsers"_s, u"yes"_s}, {u"user.exists"_s, u"yes"_s}, {u"user.wrongPasswords"_s, u"2"_s}});
    produced(
        "4 wrong password that locks out", 4, "incorrect-locks", wrong,
        {{u"user.exists"_s, u"yes"_s}, {u"user.wrongPasswords"_s, u"6"_s}, {u"user.lockedUntil"_s, u"12:00:02"_s}});
    produced("4 wrong password, users told", 4, "incorrect-legacy", wrong, tells);
    produced("4 unknown user", 4, "user-unknown",
             [](TestWorld &w) { return verdict(w.passwordSignIn(w.names, u"ghost"_s)); });
    produced("4 locked out", 4, "locked-out",
             [](TestWorld &w) { return verdict(w.passwordSignIn(w.names, wrongTimes(w, 7))); });
    produced("5 not confirmed", 5, "not-confirmed",
             [](TestWorld &w) { return verdict(w.passwordSignIn(w.names, w.signUp(w.names, w.newName()))); });
    produced("5 disabled", 5, "disabled", [](TestWorld &w) {
        const QString name = w.confirmed(w.names, w.newName());
        call(w, idp::AdminDisableUserRequest{.userPoolId = w.namesPool, .username = name});
        return verdict(w.passwordSignIn(w.names, name));
    });
    produced("5 reset required", 5, "reset-required", [](TestWorld &w) {
        const QString name = w.confirmed(w.names, w.newName());
        call(w, idp::AdminResetUserPasswordRequest{.userPoolId = w.namesPool, .username = name});
        return verdict(w.passwordSignIn(w.names, name));
    });
    produced("6 temporary password expired", 6, "temporary-expired", [](TestWorld &w) {
        const QString name = w.newName();
        w.invited(name);
        w.bench.advance(8LL * 86'400'000);
        return verdict(w.passwordSignIn(w.invites, name, u"Temp0rary!"_s));
    });
    quoted("6 temporary password expired, former words", 6, "temporary-expired-old", Words::Seen,
           "NotAuthorizedException: User account has expired, it must be reset by an administrator.");
    produced("6 forgotten before the first sign-in", 6, "reset-wrong-state", [](TestWorld &w) {
        const QString name = w.newName();
        w.invited(name);
        return forgot(w, w.invites, name);
    });
    produced("6 invitation to a confirmed user", 6, "invitation-state", [](TestWorld &w) {
        return call(w, idp::AdminCreateUserRequest{.userPoolId = w.namesPool,
                                                   .username = w.confirmed(w.names, w.newName()),
                                                   .messageAction = u"RESEND"_s});
    });
    const Act wrongClock = [](TestWorld &w) {
        const QString name = w.confirmed(w.names, w.newName());
        crypto::SystemRandom random;
        const crypto::SrpClient srp(random);
        const auto challenge = w.startSrp(w.names, name, srp);
        return verdict(w.bench.call(
            srpAnswer(w.names, w.namesPool, srp, *challenge, goodPassword, w.bench.realClock.now().addSecs(600))));
    };
    produced("17 the clock is ten minutes off", 17, "incorrect", wrongClock);
}

void stepRows()
{
    const auto answers = [] {
        return QMap<QString, QString>{{u"NEW_PASSWORD"_s, goodPassword}, {u"userAttributes.given_name"_s, u"Jane"_s}};
    };
    produced("7 an attribute that the user has", 7, "new-password-attribute-given", [=](TestWorld &w) {
        auto all = answers();
        all.insert(u"userAttributes.email"_s, u"other@example.com"_s);
        return verdict(w.answerNewPassword(w.newPasswordStep(), all));
    });
    produced("7 a required attribute left out", 7, "new-password-attribute-missing", [](TestWorld &w) {
        return verdict(w.answerNewPassword(w.newPasswordStep(), {{u"NEW_PASSWORD"_s, goodPassword}}));
    });
    produced("18 session used", 18, "session-used", [=](TestWorld &w) {
        const NewPasswordStep step = w.newPasswordStep();
        w.answerNewPassword(step, answers());
        return verdict(w.answerNewPassword(step, answers()));
    });
    produced("18 session expired", 18, "session-expired", [=](TestWorld &w) {
        const NewPasswordStep step = w.newPasswordStep();
        w.bench.advance(180'000);
        return verdict(w.answerNewPassword(step, answers()));
    });
    produced("18 session of nobody", 18, "session-invalid", [=](TestWorld &w) {
        NewPasswordStep step = w.newPasswordStep();
        step.session = QString(40, u'x');
        return verdict(w.answerNewPassword(step, answers()));
    });
    produced("19 refresh token of nobody", 19, "refresh-invalid",
             [](TestWorld &w) { return verdict(w.refresh(w.names, u"a.b.c.d.e"_s)); });
    const auto rotating = [](TestWorld &w) {
        return w.bench.createClient(
            {.userPoolId = w.namesPool,
             .explicitAuthFlows = QStringList{u"ALLOW_USER_PASSWORD_AUTH"_s, u"ALLOW_REFRESH_TOKEN_AUTH"_s},
             .refreshTokenRotation =
                 idp::RefreshTokenRotationType{.feature = u"ENABLED"_s, .retryGracePeriodSeconds = 0}});
    };
    produced("20 rotated token used again", 20, "refresh-reused", [=](TestWorld &w) {
        const QString client = rotating(w);
        const auto tokens = w.tokens(client, w.confirmed(w.names, w.newName()));
        const idp::GetTokensFromRefreshTokenRequest request{.refreshToken = *tokens.refreshToken, .clientId = client};
        call(w, request);
        return call(w, request);
    });
    produced("20 rotation, and the flow that does not go with it", 20, "refresh-rotates",
             [=](TestWorld &w) {
                 const QString client = rotating(w);
                 const auto tokens = w.tokens(client, w.confirmed(w.names, w.newName()));
                 return verdict(w.refresh(client, *tokens.refreshToken));
             },
             {{u"client.rotation"_s, u"yes"_s}});
    produced("21 token without the scope", 21, "access-token-scope", [](TestWorld &w) {
        return call(w, idp::GetUserRequest{.accessToken = w.withScope(w.token(), u"openid"_s)});
    });
}

void codeRows()
{
    produced("8 no verified address", 8, "reset-no-address", [](TestWorld &w) {
        const QString name = w.newName();
        call(w,
             idp::AdminCreateUserRequest{.userPoolId = w.namesPool, .username = name, .messageAction = u"SUPPRESS"_s});
        call(w, idp::AdminSetUserPasswordRequest{
                    .userPoolId = w.namesPool, .username = name, .password = goodPassword, .permanent = true});
        return forgot(w, w.names, name);
    });
    produced("9 nobody, told", 9, "user-unknown-code", [](TestWorld &w) { return forgot(w, w.names, u"ghost"_s); });
    produced(
        "9 nobody, hidden", 9, "code-mismatch-hidden",
        [](TestWorld &w) {
            const QString pretended = forgot(w, w.hidden, u"ghost"_s); // says that a code was sent
            return pretended + confirmForgot(w, w.hidden, u"ghost"_s, u"123456"_s);
        },
        hides);
    produced("10 wrong code", 10, "code-mismatch", [](TestWorld &w) {
        const QString name = w.signUp(w.names, w.newName());
        return confirm(w, w.names, name, other(w.bench.lastCode()));
    });
    produced("10 code after a day", 10, "code-expired", [](TestWorld &w) {
        const QString name = w.signUp(w.names, w.newName());
        const QString code = w.bench.lastCode();
        w.bench.advance(86'400'001);
        return confirm(w, w.names, name, code);
    });
    produced("10 reset code that nobody asked for", 10, "code-expired-reset",
             [](TestWorld &w) { return confirmForgot(w, w.names, w.confirmed(w.names, w.newName()), u"123456"_s); });
    produced("10 used code", 10, "code-used",
             [](TestWorld &w) {
                 const QString name = w.confirmed(w.names, w.newName());
                 forgot(w, w.names, name);
                 const QString code = w.bench.lastCode();
                 confirmForgot(w, w.names, name, code);
                 return confirmForgot(w, w.names, name, code);
             },
             {{u"code.used"_s, u"yes"_s}});
    quoted("10 authenticator code used twice", 10, "code-expired-other", Words::Seen,
           "An error occurred (ExpiredCodeException) when calling the RespondToAuthChallenge operation: Your software "
           "token has already been used once.");
    produced("10 confirmed already", 10, "already-confirmed",
             [](TestWorld &w) { return confirm(w, w.names, w.confirmed(w.names, w.newName()), u"123456"_s); });
    // The words were seen; that they come as this error has one source.
    quoted("15 the day's mails", 15, "mail-quota", Words::Guessed,
           "LimitExceededException: Exceeded daily email limit for the operation or the account. If a higher limit is "
           "required, please configure your user pool to use your own Amazon SES configuration for sending email.");
    named("15 mail refused", 15, "delivery-failed", "CodeDeliveryFailureException");
    produced("15 sixth code", 15, "attempts-resend", [](TestWorld &w) {
        const QString name = w.signUp(w.names, w.newName());
        for (int i = 0; i < 5; ++i)
            resend(w, w.names, name);
        return resend(w, w.names, name);
    });
}

} // namespace poolscope::sandbox::test
