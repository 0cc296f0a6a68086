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

QString sentTo(const CodeDelivery &delivery)
{
    using QCA = QCoreApplication;
    if (delivery.medium == QLatin1StringView("EMAIL"))
        return QCA::translate("Auth", "A code was sent by e-mail to %1.").arg(delivery.destination);
    if (delivery.medium == QLatin1StringView("SMS"))
        return QCA::translate("Auth", "A code was sent by text message to %1.").arg(delivery.destination);
    return QCA::translate("Auth", "A code was sent to %1.").arg(delivery.destination);
}

QString sentIfThere(const CodeDelivery &delivery)
{
    using QCA = QCoreApplication;
    const QString to = delivery.destination;
    if (delivery.medium == QLatin1StringView("EMAIL"))
        return QCA::translate("Auth", "If there is such a user, a code was sent by e-mail to %1.").arg(to);
    if (delivery.medium == QLatin1StringView("SMS"))
        return QCA::translate("Auth", "If there is such a user, a code was sent by text message to %1.").arg(to);
    return QCA::translate("Auth", "If there is such a user, a code was sent to %1.").arg(to);
}

} // namespace

QString CodeDelivery::sentence() const
{
    using QCA = QCoreApplication;
    if (!isKnown())
        return QCA::translate("Auth", "The service did not say where the code went.");
    return certainty == Certainty::Sent ? sentTo(*this) : sentIfThere(*this);
}

QString CodeDelivery::caution() const
{
    if (certainty != Certainty::MaybeMadeUp)
        return {};
    return QCoreApplication::translate("Auth", "This app client hides whether a user exists: where there is none, the "
                                               "service says the same and makes an address up.");
}

CodeDelivery codeDelivery(const std::optional<idp::CodeDeliveryDetailsType> &details)
{
    if (!details)
        return {};
    return {.destination = details->destination.value_or(QString()),
            .medium = details->deliveryMedium.value_or(QString()),
            .attribute = details->attributeName.value_or(QString())};
}

CodeDelivery codeDeliveryToNamed(const std::optional<idp::CodeDeliveryDetailsType> &details,
                                 const std::optional<bool> &hidesUsers)
{
    using Certainty = CodeDelivery::Certainty;
    CodeDelivery delivery = codeDelivery(details);
    if (!hidesUsers)
        delivery.certainty = Certainty::Unknown;
    else if (*hidesUsers)
        delivery.certainty = Certainty::MaybeMadeUp;
    return delivery;
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
