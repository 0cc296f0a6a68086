#include "errors/errortable.h"
#include "errors/tables.h"

// What every operation that takes a password says of a bad one.
namespace poolscope::sandbox::test {

using namespace Qt::StringLiterals;

namespace {

using TakePassword = QString (*)(TestWorld &, const QString &); // gives the verdict

QString resetTo(TestWorld &w, const QString &password)
{
    const QString name = w.confirmed(w.names, w.newName());
    forgot(w, w.names, name);
    return confirmForgot(w, w.names, name, w.bench.lastCode(), password);
}

QString firstPassword(TestWorld &w, const QString &password)
{
    return verdict(w.answerNewPassword(w.newPasswordStep(),
                                       {{u"NEW_PASSWORD"_s, password}, {u"userAttributes.given_name"_s, u"Mira"_s}}));
}

constexpr std::pair<const char *, TakePassword> takers[] = {
    {"SignUp", [](TestWorld &w,
                  const QString &password) { return verdict(w.bench.call(signUp(w.names, w.newName(), password))); }},
    {"ChangePassword",
     [](TestWorld &w, const QString &password) {
         return verdict(w.bench.call(idp::ChangePasswordRequest{
             .previousPassword = goodPassword, .proposedPassword = password, .accessToken = w.token()}));
     }},
    {"ConfirmForgotPassword", resetTo},
    {"AdminSetUserPassword",
     [](TestWorld &w, const QString &password) {
         return verdict(w.bench.call(idp::AdminSetUserPasswordRequest{.userPoolId = w.namesPool,
                                                                      .username = w.confirmed(w.names, w.newName()),
                                                                      .password = password,
                                                                      .permanent = true}));
     }},
    {"RespondToAuthChallenge", firstPassword},
    {"AdminCreateUser",
     [](TestWorld &w, const QString &password) {
         return verdict(w.bench.call(idp::AdminCreateUserRequest{
             .userPoolId = w.namesPool, .username = w.newName(), .temporaryPassword = password}));
     }},
};

constexpr std::pair<const char *, const char *> faults[] = {
    {"Sh0rt-1", "Password not long enough"},
    {"PASSW0RD!", "Password must have lowercase characters"},
    {"passw0rd!", "Password must have uppercase characters"},
    {"Password!", "Password must have numeric characters"},
    {"Passw0rdx", "Password must have symbol characters"},
};

// Those whose member is called password: its rules are the model's own.
void breaksTheModel(const char *operation, TakePassword take)
{
    const QString violation = u"Value at 'password' failed to satisfy constraint: "_s;
    const QString shorter = violation + u"Member must have length greater than or equal to 6"_s;
    const QString blank = violation + u"Member must satisfy regular expression pattern: ^[\\S]+.*[\\S]+$"_s;
    const auto one = [=](const char *condition, const QString &password, const QString &text) {
        row(
            QByteArray(operation) + ": by the model: " + condition, [=](TestWorld &w) { return take(w, password); },
            u"InvalidParameterException: "_s + text);
    };
    one("five characters", u"Pa0!x"_s, u"1 validation error detected: "_s + shorter);
    one("blank before", u" Passw0rd!"_s, u"1 validation error detected: "_s + blank);
    one("blank behind", u"Passw0rd! "_s, u"1 validation error detected: "_s + blank);
    one("short with a blank", u" Pa0!"_s, u"2 validation errors detected: "_s + shorter + u"; "_s + blank);
}

} // namespace

void passwordErrors_data()
{
    for (const auto &[operation, take] : takers) {
        for (const auto &[password, text] : faults) {
            row(
                QByteArray(operation) + ": by the policy: " + password,
                [take = take, password = password](TestWorld &w) { return take(w, QString::fromLatin1(password)); },
                policy + QString::fromLatin1(text));
        }
    }
    breaksTheModel("SignUp", takers[0].second);
    breaksTheModel("ConfirmForgotPassword", resetTo);
    row(
        "RespondToAuthChallenge: SRP, locked out since the challenge",
        [](TestWorld &w) {
            const QString name = w.confirmed(w.names, w.newName());
            crypto::SystemRandom random;
            const crypto::SrpClient srp(random);
            const auto challenge = w.startSrp(w.names, name, srp);
            for (int i = 0; i < 5; ++i)
                w.passwordSignIn(w.names, name, otherPassword);
            return verdict(
                w.bench.call(srpAnswer(w.names, w.namesPool, srp, *challenge, goodPassword, w.bench.realClock.now())));
        },
        u"NotAuthorizedException: Password attempts exceeded"_s);
}

} // namespace poolscope::sandbox::test
