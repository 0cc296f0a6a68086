#include "auth/codedelivery.h"

#include <QCoreApplication>

namespace poolscope::auth {

namespace {

bool isLeftOut(QChar c)
{
    // Format characters: the zero-width ones and the direction marks that come along when a code is copied.
    return c.isSpace() || c.category() == QChar::Other_Format || c.category() == QChar::Other_Control ||
           c.category() == QChar::Punctuation_Dash;
}

} // namespace

QString CodeDelivery::sentence() const
{
    using QCA = QCoreApplication;
    if (!isKnown())
        return QCA::translate("Auth", "The service did not say where the code went.");
    if (medium == QLatin1StringView("EMAIL"))
        return QCA::translate("Auth", "A code was sent by e-mail to %1.").arg(destination);
    if (medium == QLatin1StringView("SMS"))
        return QCA::translate("Auth", "A code was sent by text message to %1.").arg(destination);
    return QCA::translate("Auth", "A code was sent to %1.").arg(destination);
}

CodeDelivery codeDelivery(const std::optional<idp::CodeDeliveryDetailsType> &details)
{
    if (!details)
        return {};
    return {.destination = details->destination.value_or(QString()),
            .medium = details->deliveryMedium.value_or(QString()),
            .attribute = details->attributeName.value_or(QString())};
}

QString cleanCode(const QString &pasted)
{
    QString code;
    for (const QChar c : pasted) {
        if (c.isDigit())
            code += QChar(u'0' + c.digitValue());
        else if (!isLeftOut(c))
            code += c;
    }
    return code;
}

} // namespace poolscope::auth
