#include "sandbox/rules/delivery.h"

#include "sandbox/rules/addresses.h"
#include "sandbox/rules/poolrules.h"
#include "sandbox/rules/refusals.h"

#include <algorithm>

namespace poolscope::sandbox {

using namespace Qt::StringLiterals;

namespace {

std::optional<Destination> addressOf(const UserRecord &user, const QString &attribute)
{
    const auto value = user.attribute(attribute);
    if (!value || value->isEmpty())
        return {};
    return destinationOf(attribute, *value);
}

QList<idp::RecoveryOptionType> mechanisms(const idp::UserPoolType &pool)
{
    QList<idp::RecoveryOptionType> list;
    if (pool.accountRecoverySetting && pool.accountRecoverySetting->recoveryMechanisms)
        list = *pool.accountRecoverySetting->recoveryMechanisms;
    if (list.isEmpty())
        list = {{.priority = 1, .name = u"verified_phone_number"_s}, {.priority = 2, .name = u"verified_email"_s}};
    std::stable_sort(list.begin(), list.end(),
                     [](const auto &a, const auto &b) { return a.priority.value_or(2) < b.priority.value_or(2); });
    return list;
}

QString recoveredBy(const idp::RecoveryOptionType &mechanism)
{
    return mechanism.name == u"verified_email"_s ? attribute::Email : attribute::PhoneNumber;
}

} // namespace

idp::CodeDeliveryDetailsType Destination::details() const
{
    const bool isEmail = medium == Message::Medium::Email;
    return {.destination = isEmail ? maskedEmail(address) : maskedPhone(address),
            .deliveryMedium = isEmail ? u"EMAIL"_s : u"SMS"_s,
            .attributeName = attribute};
}

Destination destinationOf(const QString &attribute, const QString &address)
{
    const auto medium = attribute == attribute::Email ? Message::Medium::Email : Message::Medium::Sms;
    return {medium, attribute, address};
}

std::optional<Destination> confirmationDestination(const idp::UserPoolType &pool, const UserRecord &user)
{
    for (const QString &attribute : {attribute::PhoneNumber, attribute::Email}) {
        if (!isAutoVerified(pool, attribute))
            continue;
        if (auto destination = addressOf(user, attribute))
            return destination;
    }
    return {};
}

Outcome<Destination> recoveryDestination(const idp::UserPoolType &pool, const UserRecord &user)
{
    const auto list = mechanisms(pool);
    for (const auto &mechanism : list) {
        if (mechanism.name == u"admin_only"_s)
            return refuse(refusals::recoveryByAdmin);
        const QString attribute = recoveredBy(mechanism);
        if (!isVerified(user, attribute))
            continue;
        if (auto destination = addressOf(user, attribute))
            return *destination;
    }
    return refuse(refusals::noVerifiedAddress);
}

QString usualConfirmation(const idp::UserPoolType &pool)
{
    return isAutoVerified(pool, attribute::PhoneNumber) ? attribute::PhoneNumber : attribute::Email;
}

// An address that the pool does not verify by itself only serves users whom an administrator gave it.
QString usualRecovery(const idp::UserPoolType &pool)
{
    const auto list = mechanisms(pool);
    for (const auto &mechanism : list) {
        if (mechanism.name != u"admin_only"_s && isAutoVerified(pool, recoveredBy(mechanism)))
            return recoveredBy(mechanism);
    }
    const bool chosen = pool.accountRecoverySetting && list.first().name != u"admin_only"_s;
    return chosen ? recoveredBy(list.first()) : attribute::Email;
}

// The default subjects and the texts of invitations are recalled, not verified.
MessageText verificationText(const idp::UserPoolType &pool, Message::Medium medium)
{
    const auto message = pool.verificationMessageTemplate.value_or(idp::VerificationMessageTemplateType{});
    const QString standard = u"Your confirmation code is {####}"_s;
    if (medium == Message::Medium::Sms)
        return {{}, message.smsMessage.value_or(pool.smsVerificationMessage.value_or(standard))};
    return {message.emailSubject.value_or(pool.emailVerificationSubject.value_or(u"Your verification code"_s)),
            message.emailMessage.value_or(pool.emailVerificationMessage.value_or(standard))};
}

MessageText invitationText(const idp::UserPoolType &pool, Message::Medium medium)
{
    const auto config = pool.adminCreateUserConfig.value_or(idp::AdminCreateUserConfigType{});
    const auto message = config.inviteMessageTemplate.value_or(idp::MessageTemplateType{});
    const QString standard = u"Your username is {username} and temporary password is {####}."_s;
    if (medium == Message::Medium::Sms)
        return {{}, message.smsMessage.value_or(standard)};
    return {message.emailSubject.value_or(u"Your temporary password"_s), message.emailMessage.value_or(standard)};
}

MessageText filled(const MessageText &text, const QString &code, const QString &username)
{
    // In one pass over the template, so that a user name that looks like a placeholder stays what it is.
    const auto fill = [&](const QString &from) {
        QString to;
        for (qsizetype i = 0; i < from.size();) {
            const QStringView rest = QStringView(from).sliced(i);
            if (rest.startsWith(u"{####}")) {
                to += code;
                i += 6;
            } else if (rest.startsWith(u"{username}")) {
                to += username;
                i += 10;
            } else {
                to += from[i++];
            }
        }
        return to;
    };
    return {fill(text.subject), fill(text.body)};
}

} // namespace poolscope::sandbox
