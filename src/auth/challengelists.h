#pragma once

#include <QString>
#include <QStringList>

namespace poolscope::auth {

// A JSON array of strings that travels as text, such as MFAS_CAN_CHOOSE and requiredAttributes. Whatever is not one
// gives an empty list.
QStringList listInText(const QString &text);

// "Text message", "Authenticator app", "Passkey": a factor's or challenge's name for people, translated; names
// unknown here come back as they are.
QString factorName(const QString &wireName);

} // namespace poolscope::auth
