#pragma once

#include "sandbox/operations/common.h"
#include "sandbox/rules/delivery.h"

// The points where the service calls Lambda functions. No unit of the store may be open; after the continuation what
// was read before is read again.
namespace poolscope::sandbox {

struct TriggerCall
{
    Call call;
    PoolPtr pool;
    ClientPtr client;                // null in administrators' calls
    std::optional<UserRecord> user;  // empty: no such user yet
    QString typedName;               // where there is no user
    QList<UserAttribute> attributes; // of a user who is about to be made
    std::optional<QMap<QString, QString>> clientMetadata;
    std::optional<QMap<QString, QString>> validationData;
};

// source: "PreSignUp_SignUp". extra: members of the event's request beside userAttributes and the two maps, in order.
// response: as the handler gets it. `then` gets the handler's answer (null where no handler is attached), or the error
// that ends the call.
void fireTrigger(const TriggerCall &from, QLatin1StringView source, const json::Value &extra,
                 const json::Value &response, Then<json::Value> then);

// The text of a message after CustomMessage had its say. `kind`: "SignUp", "ForgotPassword", ...
void customMessage(const TriggerCall &from, QLatin1StringView kind, Message::Medium medium, Then<MessageText> then);

json::Value objectOf(const std::optional<QMap<QString, QString>> &map);    // null where absent
QMap<QString, QString> mapOf(const QList<idp::AttributeType> &attributes); // of those named twice, the last

} // namespace poolscope::sandbox
