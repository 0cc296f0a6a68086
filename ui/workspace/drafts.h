#pragma once

#include "auth/signinform.h"
#include "auth/signupflow.h"

#include <QString>

#include <optional>

namespace poolscope::ui {

// What is typed in the pages of one open connection and not sent yet, so that opening it anew loses none of it. Each page
// leaves its own here when it goes, and takes it when it is made. In memory only: passwords are among it.
struct Drafts
{
    struct Confirmation
    {
        QString username;
        QString password; // known from signing up; may be empty
        QString code;
    };

    struct PasswordReset
    {
        QString username;
        QString code;
        QString password;
        bool hasCode = false; // one was sent, or the user said so
    };

    std::optional<auth::SignUpForm> signUp;
    std::optional<Confirmation> confirmation; // while that step is shown
    std::optional<auth::SignInForm> signIn;   // its flow is empty where nobody chose one
    std::optional<PasswordReset> reset;       // while that step is shown
    QString pastedToken;                      // while it is shown
    QString troubledUser;                     // whom “Sign-in trouble” is asked about
};

} // namespace poolscope::ui
