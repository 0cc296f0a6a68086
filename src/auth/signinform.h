#pragma once

#include <QMap>
#include <QString>

namespace poolscope::auth {

struct SignInForm
{
    QString username; // or an alias
    QString password;
    QString flow; // an AuthFlowType; empty: the usual one of the app client, or the one that a form shows
    QMap<QString, QString> clientMetadata;
    QMap<QString, QString> parameters; // further AuthParameters, such as PREFERRED_CHALLENGE
    QString session;                   // of ConfirmSignUp, for USER_AUTH; elsewhere not sent
};

} // namespace poolscope::auth
