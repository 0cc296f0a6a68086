#include "auth/challengelists.h"

#include "model/cognitoidp.h"
#include "json/reader.h"

#include <QCoreApplication>

namespace poolscope::auth {

QStringList listInText(const QString &text)
{
    const auto document = json::read(text.toUtf8());
    QStringList list;
    if (!document)
        return list;
    for (const json::Value &element : document->root.elements()) {
        if (const QString entry = element.toString(); !entry.isEmpty() && !list.contains(entry))
            list.append(entry);
    }
    return list;
}

QString factorName(const QString &wireName)
{
    namespace Name = idp::values::ChallengeNameType;
    using QCA = QCoreApplication;
    if (wireName == Name::SmsMfa || wireName == Name::SmsOtp)
        return QCA::translate("Auth", "Code by text message");
    if (wireName == Name::EmailOtp || wireName == QLatin1StringView("EMAIL_MFA"))
        return QCA::translate("Auth", "Code by e-mail");
    if (wireName == Name::SoftwareTokenMfa)
        return QCA::translate("Auth", "Authenticator app");
    if (wireName == Name::WebAuthn)
        return QCA::translate("Auth", "Passkey");
    if (wireName == Name::Password)
        return QCA::translate("Auth", "Password");
    if (wireName == Name::PasswordSrp)
        return QCA::translate("Auth", "Password (SRP)");
    return wireName;
}

} // namespace poolscope::auth
