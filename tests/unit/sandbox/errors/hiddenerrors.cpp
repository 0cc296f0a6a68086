#include "errors/errortable.h"
#include "errors/tables.h"

// What users hear to whom no code can be sent, and those who are disabled: where the app client hides who exists, the
// same as nobody does, and counted the same way.
namespace poolscope::sandbox::test {

using namespace Qt::StringLiterals;

namespace {

QString unverified(TestWorld &w)
{
    return w.signUp(w.names, w.newName());
}

QString disabledUnconfirmed(TestWorld &w)
{
    return w.changed(w.namesPool, unverified(w), [](UserRecord &user) { user.enabled = false; });
}

void forgottenPasswords()
{
    row(
        "ForgotPassword: nothing verified, hidden", [](TestWorld &w) { return forgot(w, w.hidden, unverified(w)); },
        QString());
    row(
        "ForgotPassword: nothing verified, hidden, counts with ConfirmForgotPassword",
        [](TestWorld &w) {
            const QString name = unverified(w);
            for (int i = 0; i < 5; ++i)
                confirmForgot(w, w.hidden, name, u"1"_s);
            return forgot(w, w.hidden, name);
        },
        limit);
    row(
        "ConfirmForgotPassword: nothing verified, hidden",
        [](TestWorld &w) { return confirmForgot(w, w.hidden, unverified(w), u"1"_s); }, expired);
    row(
        "ConfirmForgotPassword: nothing verified, hidden, asked before",
        [](TestWorld &w) {
            const QString name = unverified(w);
            forgot(w, w.hidden, name);
            return confirmForgot(w, w.hidden, name, u"1"_s);
        },
        mismatch);
    row(
        "ConfirmForgotPassword: nothing verified, hidden, asked an hour before",
        [](TestWorld &w) {
            const QString name = unverified(w);
            forgot(w, w.hidden, name);
            w.bench.advance(3'600'000);
            return confirmForgot(w, w.hidden, name, u"1"_s);
        },
        expired);
}

void forgottenLater()
{
    row(
        "ConfirmForgotPassword: nothing verified, hidden, counts with ForgotPassword",
        [](TestWorld &w) {
            const QString name = unverified(w);
            for (int i = 0; i < 5; ++i)
                forgot(w, w.hidden, name);
            return confirmForgot(w, w.hidden, name, u"1"_s);
        },
        limit);
    row(
        "ConfirmForgotPassword: verified since it was said that a code was sent, hidden",
        [](TestWorld &w) {
            const QString name = unverified(w);
            const QString code = w.bench.lastCode();
            forgot(w, w.hidden, name);
            confirm(w, w.names, name, code);
            return confirmForgot(w, w.hidden, name, u"1"_s);
        },
        mismatch);
    row(
        "ConfirmForgotPassword: a real code after one that was only said to be sent, hidden",
        [](TestWorld &w) {
            const QString name = unverified(w);
            const QString code = w.bench.lastCode();
            forgot(w, w.hidden, name);
            confirm(w, w.names, name, code);
            forgot(w, w.hidden, name);
            return confirmForgot(w, w.hidden, name, w.bench.lastCode());
        },
        QString());
}

void confirmations()
{
    row(
        "ConfirmSignUp: disabled",
        [](TestWorld &w) {
            const QString name = disabledUnconfirmed(w);
            return confirm(w, w.names, name, w.bench.lastCode());
        },
        disabledUser);
    row(
        "ConfirmSignUp: disabled, hidden",
        [](TestWorld &w) {
            const QString name = disabledUnconfirmed(w);
            return confirm(w, w.hidden, name, w.bench.lastCode());
        },
        expired);
    row(
        "ResendConfirmationCode: disabled", [](TestWorld &w) { return resend(w, w.names, disabledUnconfirmed(w)); },
        disabledUser);
    row(
        "ResendConfirmationCode: disabled, hidden, no code is sent",
        [](TestWorld &w) {
            const QString name = disabledUnconfirmed(w);
            const auto before = w.bench.messages().size();
            const QString said = resend(w, w.hidden, name);
            return w.bench.messages().size() == before ? said : u"a code"_s;
        },
        QString());
}

} // namespace

void hiddenErrors_data()
{
    forgottenPasswords();
    forgottenLater();
    confirmations();
}

} // namespace poolscope::sandbox::test
