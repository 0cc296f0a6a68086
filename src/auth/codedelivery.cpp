#include "auth/codedelivery.h"

#include "auth/poolsettings.h"

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

QString notSent(CodeDelivery::NoCode why)
{
    using QCA = QCoreApplication;
    switch (why) {
    case CodeDelivery::NoCode::NothingVerified:
        return QCA::translate("Auth",
                              "No code was sent: this pool verifies no address by itself (AutoVerifiedAttributes).");
    case CodeDelivery::NoCode::NoEmail:
        return QCA::translate("Auth",
                              "No code was sent: this pool sends it to the e-mail address, and none was given.");
    case CodeDelivery::NoCode::NoPhone:
        return QCA::translate("Auth", "No code was sent: this pool sends it to the phone number, and none was given.");
    case CodeDelivery::NoCode::NoAddress:
        return QCA::translate("Auth", "No code was sent: this pool sends it to the e-mail address or the phone number, "
                                      "and neither was given.");
    case CodeDelivery::NoCode::PoolUnknown:
        break;
    }
    return QCA::translate("Auth", "No code was sent: either this pool verifies no address by itself "
                                  "(AutoVerifiedAttributes), or the address that it verifies was not given.");
}

} // namespace

QString CodeDelivery::sentence() const
{
    using QCA = QCoreApplication;
    if (noCode)
        return notSent(*noCode);
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

std::optional<CodeDelivery::NoCode> whyNoCode(const PoolSettings &settings, const QString &username,
                                              const QMap<QString, QString> &attributes)
{
    namespace Verified = idp::values::VerifiedAttributeType;
    using NoCode = CodeDelivery::NoCode;
    if (!settings.pool)
        return NoCode::PoolUnknown;
    const QList<QString> verified = settings.pool->autoVerifiedAttributes.value_or(QList<QString>{});
    if (verified.isEmpty())
        return NoCode::NothingVerified;
    // In a pool whose user names are addresses, that address is not given as an attribute.
    const UserNameKind kind = userNameKind(settings);
    const bool either = kind == UserNameKind::EmailOrPhone;
    const bool namedByEmail = kind == UserNameKind::Email || (either && username.contains(u'@'));
    const bool namedByPhone = kind == UserNameKind::Phone || (either && !username.contains(u'@'));
    const bool toEmail = verified.contains(Verified::Email);
    const bool toPhone = verified.contains(Verified::PhoneNumber);
    const bool hasEmail = namedByEmail || !attributes.value(Verified::Email).isEmpty();
    const bool hasPhone = namedByPhone || !attributes.value(Verified::PhoneNumber).isEmpty();
    if ((toEmail && hasEmail) || (toPhone && hasPhone))
        return {};
    if (toEmail && toPhone)
        return NoCode::NoAddress;
    return toPhone ? NoCode::NoPhone : NoCode::NoEmail;
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
